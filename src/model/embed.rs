//! The fenced block `ambonplan` in narrative.

use super::decode::Context;
use super::keyword::keywords;
use super::table::{Entry, Table};
use super::{FundingSource, Status};
use crate::source::{Span, Spanned};

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
        /// Programmes with agency, time and budget.
        Programs = "programs",
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
        /// The scale by which results are judged.
        AchievementScale = "achievement-scale",
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
    /// Whether programmes make it up, so that some can be chosen.
    pub fn is_of_programs(self) -> bool {
        matches!(
            self,
            Self::Programs
                | Self::QuickWins
                | Self::Alignment
                | Self::BudgetByPillar
                | Self::BudgetByOpd
                | Self::BudgetBySource
                | Self::RoadMap
                | Self::BudgetChart
                | Self::SourceChart
                | Self::Coverage
                | Self::IndicatorPaths
                | Self::Dependencies
        )
    }

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
    /// Its id, for references.
    pub id: Option<Spanned<String>>,
    /// Who writes, below place and date.
    pub by: Option<Spanned<String>>,
    /// Which programmes count.
    pub filter: Filter,
}

/// Which programmes count for a table or figure. Each key leaves out those that it
/// does not name.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Those of a pillar.
    pub pillar: Option<Spanned<String>>,
    /// Those of a dimension.
    pub dimension: Option<Spanned<String>>,
    /// Those that an OPD leads.
    pub opd: Option<Spanned<String>>,
    /// Those for a district.
    pub district: Option<Spanned<String>>,
    /// Those that run in a phase.
    pub phase: Option<Spanned<String>>,
    /// Those that a source pays for, and its money alone.
    pub source: Option<Spanned<FundingSource>>,
    /// Those of a status.
    pub status: Option<Spanned<Status>>,
    /// Quick wins, or those that are none.
    pub quick_win: Option<Spanned<bool>>,
}

impl Filter {
    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Self {
        Self {
            pillar: table.optional("pillar", cx),
            dimension: table.optional("dimension", cx),
            opd: table.optional("opd", cx),
            district: table.optional("district", cx),
            phase: table.optional("phase", cx),
            source: table.optional("source", cx),
            status: table.optional("status", cx),
            quick_win: table.optional("quick-win", cx),
        }
    }

    /// The keys that are there, with their places.
    pub fn keys(&self) -> Vec<(&'static str, Span)> {
        let keys = [
            ("pillar", self.pillar.as_ref().map(|it| it.span)),
            ("dimension", self.dimension.as_ref().map(|it| it.span)),
            ("opd", self.opd.as_ref().map(|it| it.span)),
            ("district", self.district.as_ref().map(|it| it.span)),
            ("phase", self.phase.as_ref().map(|it| it.span)),
            ("source", self.source.as_ref().map(|it| it.span)),
            ("status", self.status.as_ref().map(|it| it.span)),
            ("quick-win", self.quick_win.as_ref().map(|it| it.span)),
        ];
        let keys = keys.into_iter();
        keys.filter_map(|(key, span)| Some((key, span?))).collect()
    }
}

impl Entry for Embed {
    const NAME: &'static str = "embed";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let show = table.required("show", cx);
        let caption = table.optional("caption", cx);
        let id = table.optional("id", cx);
        let by = table.optional("by", cx);
        let filter = Filter::read(table, cx);
        Some(Self {
            filter,
            show: show?,
            caption,
            id,
            by,
        })
    }
}
