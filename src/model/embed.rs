//! The fenced block `ambonplan` in narrative.

use super::decode::Context;
use super::keyword::keywords;
use super::table::{Entry, Table};
use crate::source::Spanned;

keywords! {
    /// What narrative can ask for: generated tables and figures, and a dateline.
    Show {
        /// The registry of laws.
        Laws = "laws",
        /// Vision, missions and goals.
        Rpjmd = "rpjmd",
        /// Priority programmes of the RPJMD.
        Priorities = "priorities",
        /// Goals and the programmes that serve them.
        Goals = "goals",
        /// Programmes against goals.
        Alignment = "alignment",
        /// Pillars and dimensions.
        Dimensions = "dimensions",
        /// Readiness.
        Readiness = "readiness",
        /// Institutional needs.
        Needs = "needs",
        /// Phases of the road map.
        Phases = "phases",
        /// Quick wins.
        QuickWins = "quick-wins",
        /// The council.
        Council = "council",
        /// Stakeholders.
        Stakeholders = "stakeholders",
        /// Districts.
        Districts = "districts",
        /// Proposals.
        Proposals = "proposals",
        /// Evaluations.
        Evaluations = "evaluations",
        /// Budget by pillar and year.
        BudgetByPillar = "budget-by-pillar",
        /// Budget by OPD and year.
        BudgetByOpd = "budget-by-opd",
        /// Budget by source and year.
        BudgetBySource = "budget-by-source",
        /// Programmes on a time line, by pillar.
        RoadMap = "road-map",
        /// Budget of each year, divided by pillar.
        BudgetChart = "budget-chart",
        /// Programmes of each OPD in each pillar.
        Coverage = "coverage",
        /// Present readiness and what is to be reached.
        ReadinessChart = "readiness-chart",
        /// Budget of all years by source.
        SourceChart = "source-chart",
        /// The way of the main indicator of each programme.
        IndicatorPaths = "indicator-paths",
        /// Which programmes wait for which.
        Dependencies = "dependencies",
        /// Place and date of the plan, and who writes.
        Dateline = "dateline",
    }
}

impl Show {
    /// Whether it is drawn, and not a table.
    pub fn is_figure(self) -> bool {
        matches!(
            self,
            Self::RoadMap
                | Self::BudgetChart
                | Self::Coverage
                | Self::ReadinessChart
                | Self::SourceChart
                | Self::IndicatorPaths
                | Self::Dependencies
        )
    }
}

/// What a block asks for.
#[derive(Debug, Clone)]
pub struct Embed {
    /// The table or figure.
    pub show: Spanned<Show>,
    /// Its caption.
    pub caption: Option<Spanned<String>>,
    /// Who writes, below place and date.
    pub by: Option<Spanned<String>>,
}

impl Entry for Embed {
    const NAME: &'static str = "embed";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let show = table.required("show", cx);
        let caption = table.optional("caption", cx);
        let by = table.optional("by", cx);
        Some(Self {
            show: show?,
            caption,
            by,
        })
    }
}
