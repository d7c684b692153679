//! The fenced block `ambonplan` in narrative.

use super::entry::entry;
use super::keyword::keywords;
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
    pub(crate) fn is_of_programs(self) -> bool {
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
    pub(crate) fn is_figure(self) -> bool {
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

entry! {
    /// What a block asks for.
    Embed = "embed" {
        /// The table or figure.
        show: Spanned<Show> = required("show");
        /// Its caption.
        caption: Spanned<String> = optional("caption"): sentence;
        /// Its id, for references.
        id: Spanned<String> = optional("id");
        /// Who writes, below place and date.
        by: Spanned<String> = optional("by"): name;
        /// Only programmes of a pillar.
        pillar: Spanned<String> = optional("pillar"): reference(Pillar);
        /// Only those of a dimension.
        dimension: Spanned<String> = optional("dimension"): reference(Dimension);
        /// Only those that an OPD leads.
        opd: Spanned<String> = optional("opd"): reference(Opd);
        /// Only those for a district.
        district: Spanned<String> = optional("district"): reference(District);
        /// Only those that run in a phase.
        phase: Spanned<String> = optional("phase"): reference(Phase);
        /// Only those that a source pays for, and its money alone.
        source: Spanned<FundingSource> = optional("source");
        /// Only those of a status.
        status: Spanned<Status> = optional("status");
        /// Only quick wins, or only those that are none.
        quick_win: Spanned<bool> = optional("quick-win");
        /// Only those for which an expression over the columns of programmes holds.
        filter: Spanned<String> = optional("where");
    }
}

/// The key whose text is an expression, which is not printed.
pub(crate) const EXPRESSION: &str = "where";

impl Embed {
    /// The keys that choose programmes and are there, with their places.
    pub(crate) fn choosing(&self) -> Vec<(&'static str, Span)> {
        let keys = [
            ("pillar", self.pillar.as_ref().map(|it| it.span)),
            ("dimension", self.dimension.as_ref().map(|it| it.span)),
            ("opd", self.opd.as_ref().map(|it| it.span)),
            ("district", self.district.as_ref().map(|it| it.span)),
            ("phase", self.phase.as_ref().map(|it| it.span)),
            ("source", self.source.as_ref().map(|it| it.span)),
            ("status", self.status.as_ref().map(|it| it.span)),
            ("quick-win", self.quick_win.as_ref().map(|it| it.span)),
            (EXPRESSION, self.filter.as_ref().map(|it| it.span)),
        ];
        let keys = keys.into_iter();
        keys.filter_map(|(key, span)| Some((key, span?))).collect()
    }
}
