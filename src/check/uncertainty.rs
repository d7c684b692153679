//! Uncertainty: findings that something which could not be read might refute.

use super::Checker;
use crate::finding::Finding;
use crate::model::{Collection, InvalidKeys, Kind, UnplacedProgram};
use crate::source::Span;

/// Why a verdict cannot be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Uncertainty {
    /// What would refute it may be unreadable here.
    Unreadable(Span),
    /// What would refute it may be meant by an entry that is not understood as a
    /// whole. That has been reported where it stands.
    InvalidKey,
}

/// What programmes may refer to, beyond what the plan shows.
pub(crate) struct PossibleReferences<'a> {
    key: &'static str,
    kind: Kind,
    /// Whether a programme of the plan may refer to anything.
    gap: bool,
    unreadable: &'a [UnplacedProgram],
}

impl PossibleReferences<'_> {
    /// Why nobody can say that no programme refers to an entry.
    pub fn on(&self, id: &str) -> Option<Uncertainty> {
        let mut lost = self.unreadable.iter();
        let references = lost.find(|program| program.partial.may_refer(self.key, self.kind, id));
        match references {
            Some(program) => Some(Uncertainty::Unreadable(program.span)),
            None => self.gap.then_some(Uncertainty::InvalidKey),
        }
    }
}

impl<'a> Checker<'a> {
    /// Reports a finding, unless something unreadable might refute it.
    pub(super) fn report_unless_uncertain(
        &mut self,
        uncertainty: Option<Uncertainty>,
        finding: Finding,
    ) {
        match uncertainty {
            None => self.report(finding),
            Some(Uncertainty::Unreadable(span)) => self.skip(span),
            Some(Uncertainty::InvalidKey) => {}
        }
    }

    /// Notes that the rule was not applied to everything, because of what could not be read
    /// at a place.
    pub(super) fn skip(&mut self, span: Span) {
        let first = self.skipped.map_or(span, |first| first.min(span));
        self.skipped = Some(first);
    }

    /// Whether entries of a collection could not be read, so that the rule cannot be applied.
    pub(super) fn is_incomplete(&mut self, collection: impl Into<Collection>) -> bool {
        let lost = self.plan.unreadable.at(collection);
        if let Some(span) = lost {
            self.skip(span);
        }
        lost.is_some()
    }

    /// Uncertainty that comes from a collection of which entries could not be read.
    pub(super) fn unreadable(&self, collection: impl Into<Collection>) -> Option<Uncertainty> {
        self.plan
            .unreadable
            .at(collection)
            .map(Uncertainty::Unreadable)
    }

    /// Uncertainty that comes from programmes without a place in the plan.
    pub(super) fn unplaced_program(
        &self,
        of: impl Fn(&UnplacedProgram) -> bool,
    ) -> Option<Uncertainty> {
        let mut lost = self.plan.unreadable.programs.iter();
        let found = lost.find(|program| of(program));
        found.map(|program| Uncertainty::Unreadable(program.span))
    }

    /// Whether a threshold of the policy is known, so that the customary one stands
    /// only where the plan says nothing.
    pub(super) fn knows_policy(&self, key: &str) -> bool {
        let file = &self.plan.file;
        let lost = self
            .plan
            .unreadable
            .unjudged
            .contains(&file.title.span.file);
        !lost
            && !file.invalid_keys.contains("policy")
            && !file.policy.value.invalid_keys.contains(key)
    }

    /// What programmes that are not cancelled may refer to behind a key.
    pub(super) fn possible_references(
        &self,
        key: &'static str,
        kind: Kind,
    ) -> PossibleReferences<'a> {
        let mut active = self.active();
        PossibleReferences {
            key,
            kind,
            gap: active.any(|(_, program)| program.file.invalid_keys.may_mean(key, kind)),
            unreadable: &self.plan.unreadable.programs,
        }
    }
}

/// Uncertainty that comes from keys of entries that are not understood.
pub(crate) fn uncertain_key<'g>(
    invalid_keys: impl IntoIterator<Item = &'g InvalidKeys>,
    key: &str,
) -> Option<Uncertainty> {
    let mut invalid_keys = invalid_keys.into_iter();
    invalid_keys
        .any(|invalid_keys| invalid_keys.contains(key))
        .then_some(Uncertainty::InvalidKey)
}
