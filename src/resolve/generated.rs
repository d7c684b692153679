//! Chapters that are made from the data alone.

use std::collections::BTreeSet;

use super::{Narrative, Resolver};
use crate::model::Show;

/// A chapter without narrative: generated tables and figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generated {
    /// The registry of laws.
    LegalBasis,
    /// Readiness and institutional needs.
    Readiness,
    /// The RPJMD, and the programmes held against it.
    Vision,
    /// Pillars and dimensions, and who works where.
    Strategy,
    /// The quick wins.
    QuickWins,
    /// Phases, time line and dependencies.
    RoadMap,
    /// Council, stakeholders and districts.
    Governance,
    /// The proposals of the workshops.
    Proposals,
    /// Schedule and results.
    Evaluation,
}

impl Generated {
    /// Every generated chapter, in the customary order.
    pub const ALL: &[Self] = &[
        Self::LegalBasis,
        Self::Readiness,
        Self::Vision,
        Self::Strategy,
        Self::QuickWins,
        Self::RoadMap,
        Self::Governance,
        Self::Proposals,
        Self::Evaluation,
    ];

    /// Those that customarily stand before the pillars.
    pub(crate) const BEFORE_PILLARS: &[Self] = &[
        Self::LegalBasis,
        Self::Readiness,
        Self::Vision,
        Self::Strategy,
    ];

    /// The part as it is written in an outline.
    pub fn word(self) -> &'static str {
        match self {
            Self::LegalBasis => "legal-basis",
            Self::Readiness => "readiness",
            Self::Vision => "vision",
            Self::Strategy => "strategy",
            Self::QuickWins => "quick-wins",
            Self::RoadMap => "road-map",
            Self::Governance => "governance",
            Self::Proposals => "proposals",
            Self::Evaluation => "evaluation",
        }
    }

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
}

impl Resolver<'_> {
    /// The chapters that have something to show of which no narrative shows
    /// anything.
    pub(super) fn unshown(&self) -> Vec<Generated> {
        let chapters = self.chapters.values().map(|chapter| &chapter.narrative);
        let pillars = self.pillars.values().flat_map(|pillar| &pillar.narrative);
        let opds = self.opds.values().flat_map(|opd| &opd.narrative);
        let narratives: Vec<&Narrative> = chapters.chain(pillars).chain(opds).collect();
        let embeds = narratives.iter().flat_map(|one| one.embeds.values());
        let shown: BTreeSet<Show> = embeds.map(|embed| embed.show.value).collect();
        let wanted = |part: &&Generated| {
            let mut shows = part.shows().iter();
            shows.all(|show| !shown.contains(show))
                && part.shows().iter().any(|show| self.has(*show))
        };
        Generated::ALL.iter().filter(wanted).copied().collect()
    }

    /// Whether anything has been entered that is worth a chapter.
    fn has(&self, show: Show) -> bool {
        match show {
            Show::Laws => !self.laws.is_empty(),
            Show::Rpjmd => self.rpjmd.is_some() || !self.missions.is_empty(),
            Show::Priorities => !self.priorities.is_empty(),
            Show::Goals => !self.goals.is_empty(),
            Show::Readiness => !self.readiness.is_empty(),
            Show::Needs => !self.needs.is_empty(),
            Show::Dimensions => !self.dimensions.is_empty(),
            Show::QuickWins => self.programs.values().any(|one| one.file.quick_win.value),
            Show::RoadMap => !self.programs.is_empty(),
            Show::Council => self.council.is_some() || !self.members.is_empty(),
            Show::Stakeholders => !self.stakeholders.is_empty(),
            Show::Districts => !self.districts.is_empty(),
            Show::Proposals => !self.proposals.is_empty(),
            Show::Evaluations => !self.evaluations.is_empty(),
            Show::Alignment
            | Show::Phases
            | Show::Programs
            | Show::AchievementScale
            | Show::BudgetByPillar
            | Show::BudgetByOpd
            | Show::BudgetBySource
            | Show::BudgetChart
            | Show::Coverage
            | Show::ReadinessChart
            | Show::SourceChart
            | Show::IndicatorPaths
            | Show::Dependencies
            | Show::Dateline => false,
        }
    }
}
