//! Chapters that are made from the data alone.

use std::collections::BTreeSet;

use super::{Narrative, Plan};
use crate::model::{EntryKind, Show};
use crate::words::words;

words! {
    /// A chapter without narrative: generated tables and figures.
    Generated {
        /// The registry of laws.
        LegalBasis = "legal-basis",
        /// Readiness and institutional needs.
        Readiness = "readiness",
        /// The RPJMD, and the programmes held against it.
        Vision = "vision",
        /// Pillars and dimensions, and who works where.
        Strategy = "strategy",
        /// The quick wins.
        QuickWins = "quick-wins",
        /// Phases, time line and dependencies.
        RoadMap = "road-map",
        /// Council, stakeholders and districts.
        Governance = "governance",
        /// The proposals of the workshops.
        Proposals = "proposals",
        /// Schedule and results.
        Evaluation = "evaluation",
    }
}

impl Generated {
    /// Those that customarily stand before the pillars.
    pub(crate) const BEFORE_PILLARS: &[Self] = &[
        Self::LegalBasis,
        Self::Readiness,
        Self::Vision,
        Self::Strategy,
    ];

    /// What the chapter shows, in its order.
    pub(crate) fn shows(self) -> &'static [Show] {
        match self {
            Self::LegalBasis => &[Show::Laws],
            Self::Readiness => &[Show::ReadinessChart, Show::Readiness, Show::Needs],
            Self::Vision => &[Show::Rpjmd, Show::Priorities, Show::Goals, Show::Alignment],
            Self::Strategy => &[Show::Dimensions, Show::Coverage],
            Self::QuickWins => &[Show::QuickWins],
            Self::RoadMap => &[Show::Phases, Show::RoadMap, Show::Dependencies],
            Self::Governance => &[Show::Council, Show::Stakeholders, Show::Districts],
            Self::Proposals => &[Show::Proposals],
            Self::Evaluation => &[Show::Evaluations, Show::AchievementScale],
        }
    }
    /// Whether anything has been entered that is worth the chapter. Programmes stand in the
    /// book without one.
    fn is_worth(self, plan: &Plan) -> bool {
        match self {
            Self::QuickWins => plan.programs.values().any(|one| one.file.quick_win.value),
            Self::RoadMap => !plan.programs.is_empty(),
            Self::LegalBasis
            | Self::Readiness
            | Self::Vision
            | Self::Strategy
            | Self::Governance
            | Self::Proposals
            | Self::Evaluation => {
                let mut kinds = self.shows().iter().flat_map(|show| show.block().of);
                kinds.any(|kind| *kind != EntryKind::Program && !plan.entries_of(*kind).is_empty())
            }
        }
    }
}

/// The chapters that have something to show of which no narrative shows anything.
pub(super) fn unshown(plan: &Plan) -> Vec<Generated> {
    let chapters = plan.chapters.values().map(|chapter| &chapter.narrative);
    let pillars = plan.pillars.values().flat_map(|pillar| &pillar.narrative);
    let opds = plan.opds.values().flat_map(|opd| &opd.narrative);
    let shown: BTreeSet<Show> = chapters
        .chain(pillars)
        .chain(opds)
        .flat_map(Narrative::shows)
        .collect();
    let is_unshown = |part: &&Generated| part.shows().iter().all(|show| !shown.contains(show));
    let parts = Generated::ALL.iter().filter(is_unshown).copied();
    parts.filter(|part| part.is_worth(plan)).collect()
}
