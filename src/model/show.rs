//! The blocks that narrative can place: generated tables and figures, and a dateline.

use super::keyword::keywords;
use crate::address::EntryKind::{
    self, Council, Dimension, District, Evaluation, Goal, Law, Mission, Need, Phase, Priority,
    Program, Proposal, Readiness, Stakeholder,
};
use crate::address::PlaceKind;

/// What is known of a block before it is drawn.
pub(crate) struct Block {
    /// What references call it; `None` if it has no number.
    pub kind: Option<PlaceKind>,
    /// The kinds of entries that make it up.
    pub of: &'static [EntryKind],
    /// Whether its entries stand there, so that references to them lead to it.
    pub is_registry: bool,
}

/// A table in which entries stand with all that they say.
const fn registry(of: &'static [EntryKind]) -> Block {
    Block {
        is_registry: true,
        ..table(of)
    }
}

/// A table of entries that stand elsewhere.
const fn table(of: &'static [EntryKind]) -> Block {
    Block {
        kind: Some(PlaceKind::Table),
        of,
        is_registry: false,
    }
}

/// A figure.
const fn figure(of: &'static [EntryKind]) -> Block {
    Block {
        kind: Some(PlaceKind::Figure),
        ..table(of)
    }
}

/// Lines without a number.
const LINES: Block = Block {
    kind: None,
    ..table(&[])
};

/// Declares the blocks, each with its word and what is known of it.
macro_rules! blocks {
    ($($(#[$doc:meta])* $show:ident = $word:literal: $block:expr,)*) => {
        keywords! {
            /// What narrative can ask for: generated tables and figures, and a dateline.
            Show { $($(#[$doc])* $show = $word,)* }
        }

        impl Show {
            /// What is known of the block.
            pub(crate) const fn block(self) -> Block {
                match self {
                    $(Self::$show => $block,)*
                }
            }
        }
    };
}

blocks! {
    /// The registry of laws.
    Laws = "laws": registry(&[Law]),
    /// Vision, missions and goals.
    Rpjmd = "rpjmd": registry(&[EntryKind::Rpjmd, Mission, Goal]),
    /// Priority programmes of the RPJMD.
    Priorities = "priorities": registry(&[Priority]),
    /// Goals and the programmes that serve them.
    Goals = "goals": registry(&[Goal]),
    /// Programmes against goals.
    Alignment = "alignment": table(&[Program, Goal]),
    /// Pillars and dimensions.
    Dimensions = "dimensions": table(&[Dimension]),
    /// Readiness.
    Readiness = "readiness": registry(&[Readiness]),
    /// Institutional needs.
    Needs = "needs": registry(&[Need]),
    /// Phases of the road map.
    Phases = "phases": registry(&[Phase]),
    /// Programmes with agency, time and budget.
    Programs = "programs": table(&[Program]),
    /// Quick wins.
    QuickWins = "quick-wins": table(&[Program]),
    /// The council.
    Council = "council": registry(&[Council]),
    /// Stakeholders.
    Stakeholders = "stakeholders": registry(&[Stakeholder]),
    /// Districts.
    Districts = "districts": registry(&[District]),
    /// Proposals.
    Proposals = "proposals": registry(&[Proposal]),
    /// Evaluations.
    Evaluations = "evaluations": registry(&[Evaluation]),
    /// The scale by which results are judged.
    AchievementScale = "achievement-scale": table(&[]),
    /// Budget by pillar and year.
    BudgetByPillar = "budget-by-pillar": table(&[Program]),
    /// Budget by OPD and year.
    BudgetByOpd = "budget-by-opd": table(&[Program]),
    /// Budget by source and year.
    BudgetBySource = "budget-by-source": table(&[Program]),
    /// Programmes on a time line, by pillar.
    RoadMap = "road-map": figure(&[Program]),
    /// Budget of each year, divided by pillar.
    BudgetChart = "budget-chart": figure(&[Program]),
    /// Programmes of each OPD in each pillar.
    Coverage = "coverage": figure(&[Program]),
    /// Present readiness and what is to be reached.
    ReadinessChart = "readiness-chart": figure(&[Readiness]),
    /// Budget of all years by source.
    SourceChart = "source-chart": figure(&[Program]),
    /// The way of the main indicator of each programme.
    IndicatorPaths = "indicator-paths": figure(&[Program]),
    /// Which programmes wait for which.
    Dependencies = "dependencies": figure(&[Program]),
    /// The districts on a map, by the number of programmes that reach them.
    Map = "map": figure(&[District]),
    /// Place and date of the plan, and who writes.
    Dateline = "dateline": LINES,
}

impl Block {
    /// Whether programmes make it up, so that some can be chosen.
    pub fn is_of_programs(&self) -> bool {
        self.of.contains(&Program)
    }
}
