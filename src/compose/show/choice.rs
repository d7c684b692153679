//! Some of the programmes: as a table, and in words.

use std::collections::BTreeSet;

use crate::compose::code::Content;
use crate::compose::view::Table;
use crate::compose::{Composer, table};
use crate::model::{FundingSource, Show, Year};
use crate::records::Records;
use crate::resolve::narrative::ProgramFilter;
use crate::resolve::{Id, Program, Target};

/// The programmes that a table or figure shows, where not all.
pub(in crate::compose) struct Chosen {
    /// The programmes.
    pub programs: BTreeSet<Id<Program>>,
    /// The source whose money alone counts.
    pub source: Option<FundingSource>,
}

impl Composer<'_> {
    /// The programmes that a block chooses.
    pub(super) fn choose(&self, choice: &ProgramFilter) -> Chosen {
        let all = self.plan.programs.iter();
        let mut programs: BTreeSet<Id<Program>> = all
            .map(|(id, _)| id)
            .filter(|id| choice.may_take(self.plan, *id))
            .collect();
        if let Some(filter) = &choice.filter {
            let records = self
                .records
                .get_or_init(|| Records::new(self.plan, self.tree));
            programs.retain(|id| records.holds(filter, *id));
        }
        let source = choice.source;
        Chosen { programs, source }
    }

    /// Programmes with agency, time and budget, and the sum of the budgets.
    pub(super) fn programs_table(&self) -> Table {
        let columns = vec![
            table::narrow(self.words.get("book-number")),
            table::text(self.words.get("book-programme"), 1),
            table::narrow(self.words.get("book-opd")),
            table::narrow(self.words.get("book-years")),
            table::number(self.words.get("book-budget-in-rupiah")),
        ];
        let programs: Vec<_> = self.all_programs().collect();
        let mut rows = self.program_rows(&programs, |id| {
            let program = &self.plan.programs[id];
            let opd = &self.plan.opds[program.opd].file.abbreviation;
            let first = Year(program.file.start.value.year());
            let last = Year(program.file.end.value.year());
            [
                self.link_as(Target::Opd(program.opd), opd),
                Content::text(&self.span(first, last)),
            ]
        });
        if rows.len() > 1 {
            rows.push(self.program_sum(&programs));
        }
        table::bare(columns, rows)
    }

    /// The customary caption and what was chosen: `Program: Diskominfo, berjalan`.
    pub(super) fn chosen_caption(&self, show: Show, choice: &ProgramFilter) -> String {
        let plan = self.plan;
        let quick = choice.quick_win.map(|quick| {
            if quick {
                self.words.get("book-quick-win")
            } else {
                self.words.get("book-no-quick-win")
            }
        });
        let status = choice
            .status
            .map(|it| self.words.named("book-status", it.word()).to_lowercase());
        let words = [
            choice
                .pillar
                .map(|id| plan.pillars[id].file.name.value.clone()),
            choice
                .dimension
                .map(|id| plan.dimensions[id].entry.name.value.clone()),
            choice
                .opd
                .map(|id| plan.opds[id].file.abbreviation.value.clone()),
            choice
                .district
                .map(|id| plan.districts[id].name.value.clone()),
            choice.phase.as_ref().map(|(name, ..)| name.clone()),
            choice
                .source
                .map(|it| self.words.named("book-fund", it.word()).to_owned()),
            status,
            quick.map(str::to_owned),
            // An expression has no words of its own.
            choice
                .filter
                .as_ref()
                .map(|_| self.words.get("book-a-selection").to_owned()),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        format!("{}: {}", self.default_caption(show), words.join(", "))
    }
}
