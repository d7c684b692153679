//! Some of the programmes: as a table, and in words.

use std::collections::BTreeSet;

use crate::compose::Composer;
use crate::model::{FundingSource, Show};
use crate::records::Records;
use crate::resolve::narrative::ProgramFilter;
use crate::resolve::{Id, Program};

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
