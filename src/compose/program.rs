//! Programme cards.

use super::height;
use super::narrative::HeadingContext;
use super::table;
use super::tree::Content;
use super::tree::{Block, BlockKind};
use super::view::{Column, Fact, ProgramCard, Row, Table};
use super::{Composer, Scope};
use crate::model::{Links, Rupiah};
use crate::resolve::{Id, Partner, Program, Target};
use crate::source::SourceFile;

/// Facts of which two stand beside each other; their values are short.
const SHORT: [&str; 7] = [
    "opd",
    "dimension",
    "period",
    "status",
    "districts",
    "total",
    "code",
];

/// Bytes of narrative, and rows of tables, with which a card is surely longer than a page.
const LONG: usize = 3_500;
const MANY: usize = 40;

/// Bytes of an entry and its narrative, and rows, with which a card surely fits on a page.
const SHORT_TEXTS: usize = 5_000;
const FEW: usize = 20;

impl Composer<'_> {
    /// A table of programmes with two columns of the caller's between name and
    /// budget, and the sum of the budgets.
    pub(super) fn program_list(
        &self,
        programs: &[Id<Program>],
        columns: [Column; 2],
        cells: impl Fn(Id<Program>) -> [Content; 2],
    ) -> Table {
        let [first, second] = columns;
        let columns = vec![
            table::narrow(self.words.get("book-number")),
            table::text(self.words.get("book-programme"), 5),
            first,
            second,
            table::number(self.words.get("book-budget-in-rp")),
        ];
        let mut rows = self.program_rows(programs, cells);
        rows.push(self.program_sum(programs));
        table::bare(columns, rows)
    }

    /// The rows of a table of programmes.
    pub(super) fn program_rows(
        &self,
        programs: &[Id<Program>],
        cells: impl Fn(Id<Program>) -> [Content; 2],
    ) -> Vec<Row> {
        programs
            .iter()
            .map(|&id| {
                let [first, second] = cells(id);
                self.row(
                    self.origin(Target::Program(id)),
                    vec![
                        self.program_reference(id),
                        self.link_as(Target::Program(id), &self.plan.programs[id].file.title),
                        first,
                        second,
                        self.amount(self.program_total(id)),
                    ],
                )
            })
            .collect()
    }

    /// The last row of a table of programmes.
    pub(super) fn program_sum(&self, programs: &[Id<Program>]) -> Row {
        let sum: Rupiah = programs.iter().map(|&id| self.program_total(id)).sum();
        table::total(vec![
            Content::empty(),
            Content::text(self.words.get("book-total")),
            Content::empty(),
            Content::empty(),
            self.amount(sum),
        ])
    }

    /// The card of a programme.
    ///
    /// `level` is that of its heading.
    pub(super) fn program_card(&mut self, id: Id<Program>, level: usize) -> Block {
        let plan = self.plan;
        let program = &plan.programs[id];
        let file = &program.file;
        let narrative = self.narratives(&program.narrative, HeadingContext::Inside(level + 1));
        let facts = self.program_facts(id);
        let (flows, whole) = self.breaking(program);
        let card = ProgramCard {
            level,
            label: self.label(Target::Program(id)),
            number: plan.program_number(id).into(),
            title: Content::text(&file.title),
            color: self.color(program.pillar),
            quick_win: file.quick_win.value,
            example: file.example.value,
            summary: Content::text(&file.summary).at(file.summary.span.into()),
            facts_whole: height::facts(&facts),
            facts,
            activities: self.activities(program),
            figures: self.program_figures(id),
            measured: self.measured(program),
            risks: self.risks(program),
            narrative,
            flows,
            whole,
        };
        BlockKind::Card(Box::new(card)).at(file.title.span.into())
    }

    /// Whether the card of a programme goes on over a page: it is surely longer than one, or it may
    /// be, and its texts have footnotes, of their own or for the addresses of links.
    ///
    /// And whether it has footnotes and surely fits on a page: they stay with what is one piece.
    fn breaking(&self, program: &Program) -> (bool, bool) {
        let files = program.narrative.iter();
        let files = files.filter_map(|text| self.tree.get(text.file));
        let files: Vec<&SourceFile> = files.collect();
        let links = self.plan.file.policy.links.value;
        let has_notes = files.iter().any(|file| file.markdown().has_notes());
        let has_notes = has_notes || (links == Links::Footnote && !files.is_empty());
        let bytes: usize = files.iter().map(|file| file.text.len()).sum();
        let file = &program.file;
        let rows = file.indicators.len() + file.levels().count() + file.risks.len();
        let entry = self.tree.get(file.title.span.file);
        let all = bytes + entry.map_or(0, |file| file.text.len());
        let fits = all <= SHORT_TEXTS && rows <= FEW;
        // One that is printed alone stands below an opening, with less than a page of room.
        let is_alone = matches!(self.scope, Scope::Program(_));
        let flows = is_alone || (has_notes && !fits) || bytes > LONG || rows > MANY;
        (flows, has_notes && fits && !is_alone)
    }

    fn program_facts(&self, id: Id<Program>) -> Vec<Fact> {
        let plan = self.plan;
        let program = &plan.programs[id];
        let file = &program.file;
        let mut facts = Vec::new();
        let mut fact = |key, value: Option<Content>| {
            if let Some(value) = value {
                let wide = !SHORT.contains(&key);
                facts.push(Fact { key, value, wide });
            }
        };
        let link = |target| Some(self.link(target));
        fact("opd", link(Target::Opd(program.opd)));
        fact("dimension", link(Target::Dimension(program.dimension)));
        let span = format!(
            "{} – {}",
            self.format.date(file.start.value),
            self.format.date(file.end.value)
        );
        fact("period", Some(Content::text(&span)));
        let status = self.words.named("book-status", file.status.value.word());
        fact("status", Some(Content::text(status)));
        let districts = self.list(program.districts.iter().map(|&id| Target::District(id)));
        let everywhere = self.words.get("book-whole-region");
        fact(
            "districts",
            districts.or_else(|| Some(Content::text(everywhere))),
        );
        if file.lines().next().is_some() {
            let total = self.format.money(self.program_total(id).0);
            fact("total", Some(Content::text(&total)));
        }
        fact("result", self.latest_results(id));
        fact("code", file.code.as_ref().map(|code| Content::text(code)));
        fact(
            "also",
            self.list(program.also.iter().map(|&id| Target::Pillar(id))),
        );
        fact("partners", self.partners(program));
        fact("supports", self.supports(program));
        fact(
            "answers",
            self.list(program.answers.iter().map(|&id| Target::Proposal(id))),
        );
        fact(
            "depends-on",
            self.list(program.depends_on.iter().map(|&id| Target::Program(id))),
        );
        fact(
            "laws",
            self.list(program.laws.iter().map(|&id| Target::Law(id))),
        );
        fact(
            "source",
            file.source.as_ref().map(|source| Content::text(source)),
        );
        facts
    }

    /// The partners of a programme; `None` if it has none.
    pub(super) fn partners(&self, program: &Program) -> Option<Content> {
        self.joined(program.partners.iter().map(|partner| match *partner {
            Partner::Opd(id) => {
                self.link_as(Target::Opd(id), &self.plan.opds[id].file.abbreviation)
            }
            Partner::Stakeholder(id) => self.link(Target::Stakeholder(id)),
        }))
    }

    fn list(&self, targets: impl Iterator<Item = Target>) -> Option<Content> {
        self.joined(targets.map(|target| self.link(target)))
    }

    /// Contents separated by semicolons; `None` if there are none.
    pub(super) fn joined(&self, items: impl Iterator<Item = Content>) -> Option<Content> {
        let items: Vec<Content> = items.collect();
        (!items.is_empty()).then(|| Content::join(items, "; "))
    }

    /// How the indicators are measured, by their numbers where there are several. That a value
    /// is an example need not be said on a card that is one.
    fn measured(&self, program: &Program) -> Vec<Content> {
        let file = &program.file;
        let example = self.words.get("book-label-example");
        let said_by_card =
            |source: &str| file.example.value && source.eq_ignore_ascii_case(example);
        let many = file.indicators.len() > 1;
        let numbered = (1..).zip(&file.indicators);
        numbered
            .filter_map(|(number, indicator)| {
                let how = indicator.measured_by.as_ref();
                let source = indicator.baseline.as_ref();
                let source = source.and_then(|baseline| baseline.source.as_ref());
                let source = source.map(|source| source.value.trim_end_matches('.'));
                let source = source.filter(|source| !said_by_card(source)).map(|source| {
                    let word = self.words.get("book-baseline-source");
                    format!("{word}: {source}")
                });
                let how = how.map(|how| how.value.trim_end_matches('.').to_owned());
                let said: Vec<String> = [how, source].into_iter().flatten().collect();
                if said.is_empty() {
                    return None;
                }
                let said = said.join(", ");
                let text = if many {
                    format!("{number}. {said}")
                } else {
                    said
                };
                Some(Content::text(&text).at(indicator.name.span.into()))
            })
            .collect()
    }

    fn risks(&self, program: &Program) -> Option<Table> {
        let risks = &program.file.risks;
        if risks.is_empty() {
            return None;
        }
        let columns = vec![
            table::text(self.words.get("book-risk"), 1),
            table::text(self.words.get("book-mitigation"), 1),
        ];
        let rows = risks
            .iter()
            .map(|risk| {
                self.row(
                    risk.text.span,
                    vec![Content::text(&risk.text), Content::text(&risk.mitigation)],
                )
            })
            .collect();
        Some(table::bare(columns, rows))
    }
}
