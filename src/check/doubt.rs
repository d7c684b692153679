//! Verdicts that cannot be given, since not everything is known.

use super::Checker;
use crate::finding::Finding;
use crate::model::{Collection, Gaps, Kind, LostProgram};
use crate::source::Span;

/// Why a verdict cannot be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// What would refute it may have been lost here.
    Lost(Span),
    /// What would refute it may be meant by an entry that is not understood as a
    /// whole. That has been reported where it stands.
    Gap,
}

/// What programmes may refer to, beyond what the plan shows.
pub struct Claims<'a> {
    key: &'static str,
    kind: Kind,
    /// Whether a programme of the plan may refer to anything.
    gap: bool,
    lost: &'a [LostProgram],
}

impl Claims<'_> {
    /// Why nobody can say that no programme refers to an entry.
    pub fn on(&self, id: &str) -> Option<Doubt> {
        let mut lost = self.lost.iter();
        let claims = lost.find(|program| program.remains.may_refer(self.key, self.kind, id));
        match claims {
            Some(program) => Some(Doubt::Lost(program.span)),
            None => self.gap.then_some(Doubt::Gap),
        }
    }
}

impl<'a> Checker<'a> {
    /// Reports a finding, unless there is doubt.
    pub(super) fn report_unless(&mut self, doubt: Option<Doubt>, finding: Finding) {
        match doubt {
            None => self.report(finding),
            Some(Doubt::Lost(span)) => self.withhold(span),
            Some(Doubt::Gap) => {}
        }
    }

    /// Notes that the rule was not applied to everything, because of what was lost
    /// at a place.
    pub(super) fn withhold(&mut self, span: Span) {
        let first = self.withheld.map_or(span, |first| first.min(span));
        self.withheld = Some(first);
    }

    /// Whether entries of a collection were lost, so that the rule cannot be applied.
    pub(super) fn misses(&mut self, collection: impl Into<Collection>) -> bool {
        let lost = self.plan.lost.at(collection);
        if let Some(span) = lost {
            self.withhold(span);
        }
        lost.is_some()
    }

    /// The doubt that comes from a collection of which entries were lost.
    pub(super) fn lost(&self, collection: impl Into<Collection>) -> Option<Doubt> {
        self.plan.lost.at(collection).map(Doubt::Lost)
    }

    /// The doubt that comes from lost programmes.
    pub(super) fn lost_program(&self, of: impl Fn(&LostProgram) -> bool) -> Option<Doubt> {
        let mut lost = self.plan.lost.programs.iter();
        let found = lost.find(|program| of(program));
        found.map(|program| Doubt::Lost(program.span))
    }

    /// Whether a threshold of the policy is known, so that the customary one stands
    /// only where the plan says nothing.
    pub(super) fn knows_policy(&self, key: &str) -> bool {
        let file = &self.plan.file;
        let lost = self.plan.lost.unjudged.contains(&file.title.span.file);
        !lost && !file.gaps.at("policy") && !file.policy.value.gaps.at(key)
    }

    /// What programmes that are not cancelled may refer to behind a key.
    pub(super) fn claims(&self, key: &'static str, kind: Kind) -> Claims<'a> {
        let mut active = self.active();
        Claims {
            key,
            kind,
            gap: active.any(|(_, program)| program.file.gaps.may_mean(key, kind)),
            lost: &self.plan.lost.programs,
        }
    }
}

/// The doubt that comes from keys of entries that are not understood.
pub fn gap<'g>(gaps: impl IntoIterator<Item = &'g Gaps>, key: &str) -> Option<Doubt> {
    let mut gaps = gaps.into_iter();
    gaps.any(|gaps| gaps.at(key)).then_some(Doubt::Gap)
}
