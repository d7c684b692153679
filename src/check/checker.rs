//! The context of a rule: what it sees, and where its findings go.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Shared, characters, law, prose};
use crate::finding::{Finding, Findings};
use crate::resolve::{Id, Plan, Program, Support};
use crate::source::{SourceTree, Span};

/// What a rule sees, and where its findings go.
pub(super) struct Checker<'a> {
    pub(super) plan: &'a Plan,
    pub(super) tree: &'a SourceTree,
    pub(super) as_of: Date,
    shared: &'a Shared<'a>,
    /// What was reported: only by [`report`](Self::report).
    findings: Findings,
    /// Where the first of what the rule would have to know could not be read.
    pub(super) skipped: Option<Span>,
}

impl<'a> Checker<'a> {
    /// A rule that has looked at nothing yet.
    pub(super) fn new(
        plan: &'a Plan,
        tree: &'a SourceTree,
        as_of: Date,
        shared: &'a Shared<'a>,
    ) -> Self {
        Self {
            plan,
            tree,
            as_of,
            shared,
            findings: Findings::default(),
            skipped: None,
        }
    }

    /// What was found, and where the first of what the rule would have to know could not be read.
    pub(super) fn finish(self) -> (Findings, Option<Span>) {
        (self.findings, self.skipped)
    }

    /// Adds what was found after it.
    pub(super) fn add(&mut self, other: Self) {
        self.findings.append(other.findings);
        if let Some(span) = other.skipped {
            self.skip(span);
        }
    }

    /// Adds a finding.
    pub(super) fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Programmes that are not cancelled: what is cancelled serves nobody.
    pub(super) fn active(&self) -> impl Iterator<Item = (Id<Program>, &'a Program)> + use<'a> {
        let programs = self.plan.programs.iter();
        programs.filter(|(_, program)| !program.file.is_cancelled())
    }

    /// Whether one of some programmes is not cancelled.
    pub(super) fn any_active(&self, ids: &[Id<Program>]) -> bool {
        let mut programs = ids.iter().map(|&id| &self.plan.programs[id]);
        programs.any(|program| !program.file.is_cancelled())
    }

    /// What programmes that are not cancelled support, as far as `of` wants it.
    pub(super) fn supported<T: Ord>(&self, of: impl Fn(Support) -> Option<T>) -> BTreeSet<T> {
        self.active()
            .flat_map(|(_, program)| &program.supports)
            .filter_map(|support| of(*support))
            .collect()
    }

    /// The prose in which something stands that a rule may look for.
    pub(super) fn prose(&self) -> &'a [prose::Piece<'a>] {
        &self.shared.prose
    }

    /// The names and remarks in which something stands that a rule may look for.
    pub(super) fn named(&self) -> &'a [prose::Piece<'a>] {
        &self.shared.named
    }

    /// The texts of entries, whatever stands in them.
    pub(super) fn texts(&self) -> &'a prose::Texts<'a> {
        &self.shared.texts
    }

    /// Characters of texts that are not printed as they are written.
    pub(super) fn odd_characters(&self) -> &'a [characters::Odd] {
        &self.shared.odd
    }

    /// The laws that prose cites by number.
    pub(super) fn citations(&self) -> &'a [law::Citation] {
        &self.shared.citations
    }

    /// Number of a programme as it is printed: `GOV-07`.
    pub(super) fn number(&self, id: Id<Program>) -> String {
        self.plan.program_number(id)
    }

    /// `plan.toml`, for findings about the plan as a whole.
    pub(super) fn plan_span(&self) -> Span {
        self.plan.file.title.span
    }
}
