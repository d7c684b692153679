//! Generated tables and figures that narrative asks for.

mod achievement_scale;
mod alignment;
mod budget_by_opd;
mod budget_by_pillar;
mod budget_by_source;
mod budget_chart;
mod choice;
mod council;
mod coverage;
mod dateline;
mod dependencies;
mod dimensions;
mod districts;
mod drawing;
mod evaluations;
mod figure;
mod goals;
mod indicator_paths;
mod laws;
mod map;
mod needs;
mod phases;
mod priorities;
mod programs;
mod proposals;
mod quick_wins;
mod readiness;
mod readiness_chart;
mod results;
mod road_map;
mod rpjmd;
mod series;
mod source_chart;
mod stakeholders;

pub(super) use choice::Chosen;
use drawing::Drawing;
pub(super) use figure::share;
use figure::{Drawn, framed};

use crate::compose::tree::{Block, BlockKind, Content, Flow};
use crate::compose::view::Table;
use crate::compose::{Composer, table};
use crate::language::message;
use crate::model::{Embed, Show};
use crate::resolve::narrative::ProgramFilter;
use crate::resolve::{Found, Id, Program, Support, Target};
use crate::source::Spanned;

/// How each block is made.
const fn drawing(show: Show) -> Drawing {
    match show {
        Show::Laws => laws::DRAWING,
        Show::Rpjmd => rpjmd::DRAWING,
        Show::Priorities => priorities::DRAWING,
        Show::Goals => goals::DRAWING,
        Show::Alignment => alignment::DRAWING,
        Show::Dimensions => dimensions::DRAWING,
        Show::Readiness => readiness::DRAWING,
        Show::Needs => needs::DRAWING,
        Show::Phases => phases::DRAWING,
        Show::Programs => programs::DRAWING,
        Show::QuickWins => quick_wins::DRAWING,
        Show::Council => council::DRAWING,
        Show::Stakeholders => stakeholders::DRAWING,
        Show::Districts => districts::DRAWING,
        Show::Proposals => proposals::DRAWING,
        Show::Evaluations => evaluations::DRAWING,
        Show::AchievementScale => achievement_scale::DRAWING,
        Show::BudgetByPillar => budget_by_pillar::DRAWING,
        Show::BudgetByOpd => budget_by_opd::DRAWING,
        Show::BudgetBySource => budget_by_source::DRAWING,
        Show::RoadMap => road_map::DRAWING,
        Show::BudgetChart => budget_chart::DRAWING,
        Show::Coverage => coverage::DRAWING,
        Show::ReadinessChart => readiness_chart::DRAWING,
        Show::SourceChart => source_chart::DRAWING,
        Show::IndicatorPaths => indicator_paths::DRAWING,
        Show::Dependencies => dependencies::DRAWING,
        Show::Map => map::DRAWING,
        Show::Dateline => dateline::DRAWING,
    }
}

impl<'a> Composer<'a> {
    /// What a block asks for.
    pub(in crate::compose) fn embed(
        &mut self,
        embed: &Embed,
        choice: Option<ProgramFilter>,
        label: Option<String>,
    ) -> Flow {
        if let Drawing::Lines(lines) = drawing(embed.show.value) {
            return lines(self, embed.by.as_ref().map(|by| by.value.as_str())).into();
        }
        let caption = match (&embed.caption, &choice) {
            (Some(caption), _) => Some(caption.value.clone()),
            (None, Some(choice)) => Some(self.chosen_caption(embed.show.value, choice)),
            (None, None) => None,
        };
        let show = embed.show.value;
        let named = label.clone().filter(|_| embed.caption.is_none());
        let customary = caption.as_deref().unwrap_or(self.default_caption(show));
        let named = named.map(|label| (label, format!("“{customary}”")));
        self.choice = choice.map(|choice| self.choose(&choice));
        let chosen = self.choice.as_ref();
        let blocks = if chosen.is_some_and(|it| it.programs.is_empty()) {
            self.nothing_chosen(caption.unwrap_or_default(), label)
        } else {
            self.show(show, caption.as_deref(), label)
        };
        self.choice = None;
        if let Some((label, name)) = named {
            self.names.insert(label, name);
        }
        blocks
    }

    /// A generated table or figure.
    pub(in crate::compose) fn show(
        &mut self,
        show: Show,
        caption: Option<&str>,
        mut label: Option<String>,
    ) -> Flow {
        let caption = caption.unwrap_or_else(|| self.default_caption(show));
        let caption = caption.to_owned();
        let before = match drawing(show) {
            Drawing::Lines(lines) => return lines(self, None).into(),
            Drawing::Figure(_) => {
                let figure = self.figure(show, &caption, label.clone());
                return figure.map_or_else(|| self.nothing_entered(label), Flow::from);
            }
            Drawing::Tables(_) => None,
            Drawing::Explained(before, _) => Some(before(self)),
        };
        let tables = self.tables(show);
        let block = show.block();
        if block.is_registry {
            self.placed.extend(block.of);
        }
        if tables.iter().all(|table| table.rows.is_empty()) {
            return self.nothing_entered(label);
        }
        let mut blocks = Flow::default();
        if let Some(before) = before {
            blocks.paragraph(before);
        }
        for table in tables {
            // A label stands once, at the first of several tables.
            let mut table = self.captioned(table, &caption);
            table.label = label.take();
            blocks.push(BlockKind::Table(table));
        }
        blocks
    }

    /// A figure, or `None` if there is nothing to draw.
    pub(in crate::compose) fn figure(
        &mut self,
        show: Show,
        caption: &str,
        label: Option<String>,
    ) -> Option<Block> {
        let drawn = self.drawn(show)?;
        Some(framed(drawn, caption, label))
    }

    /// The tables of a block; none if it is something else.
    pub(in crate::compose) fn tables(&self, show: Show) -> Vec<Table> {
        match drawing(show) {
            Drawing::Tables(tables) | Drawing::Explained(_, tables) => tables(self),
            Drawing::Figure(_) | Drawing::Lines(_) => Vec::new(),
        }
    }

    fn drawn(&self, show: Show) -> Option<Drawn> {
        match drawing(show) {
            Drawing::Figure(draw) => draw(self),
            Drawing::Tables(_) | Drawing::Explained(..) | Drawing::Lines(_) => None,
        }
    }

    /// Whether there is anything to show.
    pub(in crate::compose) fn has_entries(&self, show: Show) -> bool {
        // A scale without results judges nothing.
        let judges = show != Show::AchievementScale || self.has_results();
        let mut tables = self.tables(show).into_iter();
        judges && (tables.any(|table| !table.rows.is_empty()) || self.drawn(show).is_some())
    }

    /// Says that no programme was chosen, where references may still lead.
    fn nothing_chosen(&self, caption: String, label: Option<String>) -> Flow {
        let none = self.words.get("book-no-programme-matches");
        self.nothing(&format!("{caption}: {none}"), label)
    }

    /// Says that there is nothing to show, where references may still lead.
    fn nothing_entered(&self, label: Option<String>) -> Flow {
        let none = self.words.get("book-nothing-entered");
        self.nothing(none, label)
    }

    fn nothing(&self, none: &str, label: Option<String>) -> Flow {
        let mut blocks = Flow::default();
        if let Some(label) = label {
            blocks.push(BlockKind::Anchor(label));
        }
        blocks.paragraph(none.into());
        blocks
    }

    pub(in crate::compose) fn default_caption(&self, show: Show) -> &'a str {
        self.words.named("book-caption", show.word())
    }

    /// The text of an entry in its registry: a place to jump to, if the book has none yet.
    fn anchored(&self, target: Target, text: &str) -> Content {
        let text = Content::text(text);
        match self.plan.at(target) {
            Found::Entry(entry) if !self.placed.contains(&entry.kind) => {
                self.anchor(target).then(text)
            }
            Found::Entry(_) | Found::Place(_) => text,
        }
    }

    pub(in crate::compose) fn mark(&self, text: &str, example: bool) -> String {
        if example {
            self.words.say(&message!("book-example-mark", text = text))
        } else {
            text.to_owned()
        }
    }

    /// A text, and in brackets where it comes from.
    fn with_source(&self, text: &str, source: Option<&Spanned<String>>) -> String {
        match source {
            None => text.to_owned(),
            Some(source) => self.words.say(&message!(
                "book-with-source",
                text = text,
                source = &source.value
            )),
        }
    }

    fn sourced(&self, text: &str, source: Option<&Spanned<String>>) -> Content {
        Content::text(&self.with_source(text, source))
    }

    pub(in crate::compose) fn references(
        &self,
        programs: impl IntoIterator<Item = Id<Program>>,
    ) -> Content {
        let items: Vec<Content> = programs
            .into_iter()
            .map(|id| self.program_reference(id))
            .collect();
        if items.is_empty() {
            Content::text("–")
        } else {
            Content::join(items, ", ")
        }
    }

    pub(in crate::compose) fn supporting(&self, wanted: Support) -> Vec<Id<Program>> {
        self.programs_where(|program| program.supports.contains(&wanted))
    }

    /// The programmes that a test takes, in their order.
    pub(in crate::compose) fn programs_where(
        &self,
        wanted: impl Fn(&Program) -> bool,
    ) -> Vec<Id<Program>> {
        self.all_programs()
            .filter(|id| wanted(&self.plan.programs[*id]))
            .collect()
    }
}

#[cfg(test)]
mod tests;
