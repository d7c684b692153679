//! Generated tables and figures that narrative asks for.

mod achievement;
mod alignment;
mod choice;
mod direction;
mod evaluation;
mod figures;
mod people;

pub(super) use choice::Chosen;

use crate::compose::Composer;
use crate::compose::code::{Content, expression, literal};
use crate::compose::numbering::Numbering;
use crate::compose::view::Table;
use crate::language::message;
use crate::model::{Embed, Show};
use crate::resolve::narrative::ProgramFilter;
use crate::resolve::{Id, Program, Support, Target};
use crate::source::Spanned;

impl<'a> Composer<'a> {
    /// The code of what a block asks for.
    pub(in crate::compose) fn embed(
        &mut self,
        embed: &Embed,
        choice: Option<ProgramFilter>,
        label: Option<String>,
        numbering: &mut Numbering,
    ) -> String {
        if embed.show.value == Show::Dateline {
            return self.dateline(embed.by.as_ref().map(|by| by.value.as_str()));
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
        let code = if chosen.is_some_and(|it| it.programs.is_empty()) {
            self.nothing_chosen(caption.unwrap_or_default(), label)
        } else {
            self.show(show, caption.as_deref(), label, numbering)
        };
        self.choice = None;
        if let Some((label, name)) = named {
            self.name_place(&label, name);
        }
        code
    }

    /// The code of a generated table or figure, as a sequence of calls without the
    /// hash.
    pub(in crate::compose) fn show(
        &mut self,
        show: Show,
        caption: Option<&str>,
        mut label: Option<String>,
        numbering: &mut Numbering,
    ) -> String {
        if show.is_figure() {
            let caption = caption.unwrap_or_else(|| self.default_caption(show));
            let figure = self.figure(show, caption, label.clone(), numbering);
            return figure.unwrap_or_else(|| self.nothing_entered(label));
        }
        // The first table of a kind gives its entries their place to jump to;
        // a label may stand once in a book.
        self.anchoring = self.placed.insert(show);
        let tables = self.tables(show);
        self.anchoring = true;
        if tables.iter().all(|table| table.rows.is_empty()) {
            return self.nothing_entered(label);
        }
        let caption = caption
            .unwrap_or_else(|| self.default_caption(show))
            .to_owned();
        let mut calls = Vec::new();
        let before = match show {
            Show::Alignment => Some(Content::text(&self.goal_numbers())),
            Show::AchievementScale => Some(self.prose(&self.how_results_are_told())),
            Show::Laws
            | Show::Rpjmd
            | Show::Priorities
            | Show::Goals
            | Show::Dimensions
            | Show::Readiness
            | Show::Needs
            | Show::Phases
            | Show::Programs
            | Show::QuickWins
            | Show::Council
            | Show::Stakeholders
            | Show::Districts
            | Show::Proposals
            | Show::Evaluations
            | Show::BudgetByPillar
            | Show::BudgetByOpd
            | Show::BudgetBySource
            | Show::RoadMap
            | Show::BudgetChart
            | Show::Coverage
            | Show::ReadinessChart
            | Show::SourceChart
            | Show::IndicatorPaths
            | Show::Dependencies
            | Show::Dateline => None,
        };
        if let Some(before) = before {
            calls.push(format!("par({})", before.code()));
        }
        for table in tables {
            // A label stands once, at the first of several tables.
            let mut table = self.captioned(table, &caption, numbering);
            table.label = label.take();
            self.number_place(table.label.as_ref(), table.number.as_ref());
            calls.push(format!("data-table({})", expression(&table)));
        }
        calls.join("; ")
    }

    /// Whether there is anything to show.
    pub(in crate::compose) fn has_entries(&self, show: Show) -> bool {
        if show.is_figure() {
            return self.drawn(show).is_some();
        }
        // A scale without results judges nothing.
        if show == Show::AchievementScale && !self.has_results() {
            return false;
        }
        self.tables(show).iter().any(|table| !table.rows.is_empty())
    }

    /// Says that no programme was chosen, where references may still lead.
    fn nothing_chosen(&self, caption: String, label: Option<String>) -> String {
        let none = self.words.get("book-no-programme-matches");
        self.nothing(&format!("{caption}: {none}"), label)
    }

    /// Says that there is nothing to show, where references may still lead.
    fn nothing_entered(&self, label: Option<String>) -> String {
        let none = self.words.get("book-nothing-entered");
        self.nothing(none, label)
    }

    fn nothing(&self, none: &str, label: Option<String>) -> String {
        let anchor = label.map(|label| format!("anchor({}); ", literal(&label)));
        let anchor = anchor.unwrap_or_default();
        format!("{anchor}par({})", Content::text(none).code())
    }

    pub(in crate::compose) fn default_caption(&self, show: Show) -> &'a str {
        self.words.named("book-caption", show.word())
    }

    fn tables(&self, show: Show) -> Vec<Table> {
        match show {
            Show::Laws => vec![self.laws()],
            Show::Rpjmd => vec![self.rpjmd()],
            Show::Priorities => vec![self.priorities()],
            Show::Goals => vec![self.goals()],
            Show::Alignment => self.alignment(),
            Show::Dimensions => vec![self.dimensions()],
            Show::Readiness => vec![self.readiness()],
            Show::Needs => vec![self.needs()],
            Show::Phases => vec![self.phases()],
            Show::Programs => vec![self.programs_table()],
            Show::QuickWins => vec![self.quick_wins()],
            Show::Council => vec![self.council()],
            Show::Stakeholders => vec![self.stakeholders()],
            Show::Districts => vec![self.districts()],
            Show::Proposals => vec![self.proposals()],
            Show::Evaluations => self.evaluations(),
            Show::AchievementScale => vec![self.achievement_scale()],
            Show::BudgetByPillar => self.budget_by_pillar(),
            Show::BudgetByOpd => self.budget_by_opd(),
            Show::BudgetBySource => self.budget_by_source(),
            // What is no table is made elsewhere.
            Show::RoadMap
            | Show::BudgetChart
            | Show::Coverage
            | Show::ReadinessChart
            | Show::SourceChart
            | Show::IndicatorPaths
            | Show::Dependencies
            | Show::Dateline => Vec::new(),
        }
    }

    /// A place to jump to, and the text that stands there.
    fn anchored(&self, show: Show, target: Target, text: &str) -> Content {
        let text = Content::text(text);
        if self.anchoring && !self.anchored_elsewhere(show, target) {
            self.anchor(target).then(&text)
        } else {
            text
        }
    }

    /// Whether another table of the book has already given the entry its place.
    /// Only goals stand in two kinds of tables.
    fn anchored_elsewhere(&self, show: Show, target: Target) -> bool {
        let other = if show == Show::Goals {
            Show::Rpjmd
        } else {
            Show::Goals
        };
        matches!(target, Target::Goal(_)) && self.placed.contains(&other)
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
