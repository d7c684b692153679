//! The kinds of changes between two plans: what each is called and how grave it is.

use super::plan::Severity;

/// Declares the kinds, each with its code, its name, its severity and what it is seen
/// from the other side.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = ($code:literal, $name:literal, $severity:ident, $mirror:ident),)*) => {
        /// What a change means. A report lists the kinds in this order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// Every kind, by code.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// The code, which never changes: `DIF002`.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$kind => $code,)*
                }
            }

            /// The name: `program-removed`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }

            /// How grave such a change is where the plan says nothing else.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$kind => Severity::$severity,)*
                }
            }

            /// What the change is if the sides are swapped.
            pub fn inverted(self) -> Self {
                match self {
                    $(Self::$kind => Self::$mirror,)*
                }
            }
        }
    };
}

kinds! {
    /// A programme is new.
    ProgramAdded = ("DIF001", "program-added", Warning, ProgramRemoved),
    /// A programme is gone.
    ProgramRemoved = ("DIF002", "program-removed", Breaking, ProgramAdded),
    /// Another OPD leads a programme.
    ProgramChangedOpd = ("DIF003", "program-changed-opd", Warning, ProgramChangedOpd),
    /// A programme belongs to another pillar.
    ProgramChangedPillar = ("DIF004", "program-changed-pillar", Warning, ProgramChangedPillar),
    /// A programme has another number.
    NumberChanged = ("DIF005", "number-changed", Warning, NumberChanged),
    /// An entry has another id.
    Renamed = ("DIF006", "renamed", Note, Renamed),
    /// A programme costs more.
    BudgetRaised = ("DIF007", "budget-raised", Note, BudgetLowered),
    /// A programme costs less.
    BudgetLowered = ("DIF008", "budget-lowered", Note, BudgetRaised),
    /// A programme costs the same, in other years or from other sources.
    BudgetShifted = ("DIF009", "budget-shifted", Warning, BudgetShifted),
    /// Money is confirmed that was indicative.
    BudgetConfirmed = ("DIF010", "budget-confirmed", Note, BudgetUnconfirmed),
    /// Money is indicative that was confirmed.
    BudgetUnconfirmed = ("DIF011", "budget-unconfirmed", Warning, BudgetConfirmed),
    /// An OPD plans to spend more than its ceiling and did not before.
    OverCeiling = ("DIF012", "over-ceiling", Breaking, WithinCeiling),
    /// An OPD no longer plans to spend more than its ceiling.
    WithinCeiling = ("DIF013", "within-ceiling", Note, OverCeiling),
    /// An OPD has another ceiling.
    CeilingChanged = ("DIF014", "ceiling-changed", Warning, CeilingChanged),
    /// A target became more ambitious.
    TargetRaised = ("DIF015", "target-raised", Warning, TargetLowered),
    /// A target became less ambitious.
    TargetLowered = ("DIF016", "target-lowered", Breaking, TargetRaised),
    /// A target changed whose direction does not tell which is more.
    TargetChanged = ("DIF017", "target-changed", Warning, TargetChanged),
    /// There is a target for one more year.
    TargetAdded = ("DIF018", "target-added", Note, TargetRemoved),
    /// There is no target for a year any more.
    TargetRemoved = ("DIF019", "target-removed", Breaking, TargetAdded),
    /// A programme is measured by one more indicator.
    IndicatorAdded = ("DIF020", "indicator-added", Note, IndicatorRemoved),
    /// A programme is not measured by an indicator any more.
    IndicatorRemoved = ("DIF021", "indicator-removed", Breaking, IndicatorAdded),
    /// An indicator has another name.
    IndicatorRenamed = ("DIF022", "indicator-renamed", Note, IndicatorRenamed),
    /// An indicator starts from elsewhere.
    BaselineChanged = ("DIF023", "baseline-changed", Warning, BaselineChanged),
    /// An indicator is measured in another unit.
    UnitChanged = ("DIF024", "unit-changed", Breaking, UnitChanged),
    /// An indicator is meant to go elsewhere.
    DirectionChanged = ("DIF025", "direction-changed", Breaking, DirectionChanged),
    /// A programme ends later, or begins later.
    ScheduleLater = ("DIF026", "schedule-later", Warning, ScheduleEarlier),
    /// A programme ends earlier, or begins earlier.
    ScheduleEarlier = ("DIF027", "schedule-earlier", Note, ScheduleLater),
    /// A programme has another status.
    StatusChanged = ("DIF028", "status-changed", Warning, StatusChanged),
    /// A programme is cancelled.
    ProgramCancelled = ("DIF029", "program-cancelled", Breaking, ProgramResumed),
    /// A programme is no longer cancelled.
    ProgramResumed = ("DIF030", "program-resumed", Warning, ProgramCancelled),
    /// A programme became a quick win.
    QuickWinGained = ("DIF031", "quick-win-gained", Note, QuickWinLost),
    /// A programme is no quick win any more.
    QuickWinLost = ("DIF032", "quick-win-lost", Warning, QuickWinGained),
    /// A programme refers to something more.
    LinkGained = ("DIF033", "link-gained", Note, LinkLost),
    /// A programme does not refer to something any more.
    LinkLost = ("DIF034", "link-lost", Warning, LinkGained),
    /// A programme serves what none did.
    CoverageGained = ("DIF035", "coverage-gained", Note, CoverageLost),
    /// No programme serves what one did.
    CoverageLost = ("DIF036", "coverage-lost", Breaking, CoverageGained),
    /// A pillar is new.
    PillarAdded = ("DIF037", "pillar-added", Warning, PillarRemoved),
    /// A pillar is gone.
    PillarRemoved = ("DIF038", "pillar-removed", Breaking, PillarAdded),
    /// An OPD is new.
    OpdAdded = ("DIF039", "opd-added", Warning, OpdRemoved),
    /// An OPD is gone.
    OpdRemoved = ("DIF040", "opd-removed", Breaking, OpdAdded),
    /// Another person heads an OPD, or the position changed.
    HeadChanged = ("DIF041", "head-changed", Warning, HeadChanged),
    /// The head of an OPD has signed.
    CommitmentSigned = ("DIF042", "commitment-signed", Note, CommitmentWithdrawn),
    /// A signature is there no more.
    CommitmentWithdrawn = ("DIF043", "commitment-withdrawn", Breaking, CommitmentSigned),
    /// The council or one of its members changed.
    CouncilChanged = ("DIF044", "council-changed", Warning, CouncilChanged),
    /// The legal basis reads otherwise.
    LawChanged = ("DIF045", "law-changed", Warning, LawChanged),
    /// A proposal has another status.
    ProposalDecided = ("DIF046", "proposal-decided", Warning, ProposalDecided),
    /// An evaluation says something else.
    EvaluationChanged = ("DIF047", "evaluation-changed", Note, EvaluationChanged),
    /// Something else is new.
    EntryAdded = ("DIF048", "entry-added", Note, EntryRemoved),
    /// Something else is gone.
    EntryRemoved = ("DIF049", "entry-removed", Warning, EntryAdded),
    /// The plan is for other years.
    PeriodChanged = ("DIF050", "period-changed", Breaking, PeriodChanged),
    /// A book has another order of parts, or some that another book has or had.
    OutlineChanged = ("DIF051", "outline-changed", Note, OutlineChanged),
    /// Thresholds, levels of rules or exceptions changed.
    ConfigurationChanged = ("DIF052", "configuration-changed", Warning, ConfigurationChanged),
    /// Something else reads otherwise.
    FieldChanged = ("DIF053", "field-changed", Note, FieldChanged),
    /// Narrative reads otherwise.
    NarrativeChanged = ("DIF054", "narrative-changed", Note, NarrativeChanged),
    /// A text is new.
    NarrativeAdded = ("DIF055", "narrative-added", Note, NarrativeRemoved),
    /// A text is gone.
    NarrativeRemoved = ("DIF056", "narrative-removed", Note, NarrativeAdded),
    /// An image or a document has another content.
    AssetChanged = ("DIF057", "asset-changed", Note, AssetChanged),
    /// An entry cannot be read in the second plan, or not everything of it.
    EntryUnreadable = ("DIF058", "entry-unreadable", Breaking, EntryReadable),
    /// An entry could not be read in the first plan, or not everything of it.
    EntryReadable = ("DIF059", "entry-readable", Breaking, EntryUnreadable),
    /// A programme has one more activity.
    ActivityAdded = ("DIF060", "activity-added", Note, ActivityRemoved),
    /// A programme has an activity no more.
    ActivityRemoved = ("DIF061", "activity-removed", Breaking, ActivityAdded),
    /// An activity ends later, or begins later.
    ActivityLater = ("DIF062", "activity-later", Warning, ActivityEarlier),
    /// An activity ends earlier, or begins earlier.
    ActivityEarlier = ("DIF063", "activity-earlier", Note, ActivityLater),
    /// An activity has another title, code or known dates.
    ActivityChanged = ("DIF064", "activity-changed", Note, ActivityChanged),
    /// An activity promises more of the same, or what it promises is said for the first time.
    OutputRaised = ("DIF065", "output-raised", Warning, OutputLowered),
    /// An activity promises less of the same, or nothing any more.
    OutputLowered = ("DIF066", "output-lowered", Breaking, OutputRaised),
    /// An activity promises something else.
    OutputChanged = ("DIF067", "output-changed", Warning, OutputChanged),
    /// An indicator is measured in another way.
    MeasurementChanged = ("DIF068", "measurement-changed", Warning, MeasurementChanged),
    /// An indicator tells more of what is reached than before.
    IndicatorKindRaised = ("DIF069", "indicator-kind-raised", Note, IndicatorKindLowered),
    /// An indicator tells less of what is reached than before.
    IndicatorKindLowered = ("DIF070", "indicator-kind-lowered", Warning, IndicatorKindRaised),
    /// A programme works on another dimension.
    DimensionChanged = ("DIF071", "dimension-changed", Warning, DimensionChanged),
    /// The vision of the RPJMD reads otherwise.
    VisionChanged = ("DIF072", "vision-changed", Warning, VisionChanged),
    /// A mission of the RPJMD reads otherwise.
    MissionChanged = ("DIF073", "mission-changed", Warning, MissionChanged),
    /// What is to be reached reads otherwise: a goal, a priority, a policy or that of a pillar.
    GoalChanged = ("DIF074", "goal-changed", Warning, GoalChanged),
    /// An evaluation is new.
    EvaluationAdded = ("DIF075", "evaluation-added", Note, EvaluationRemoved),
    /// An evaluation is gone.
    EvaluationRemoved = ("DIF076", "evaluation-removed", Breaking, EvaluationAdded),
    /// An evaluation has another date.
    EvaluationMoved = ("DIF077", "evaluation-moved", Warning, EvaluationMoved),
    /// A commitment is signed anew: on another day, or by another document.
    CommitmentRenewed = ("DIF078", "commitment-renewed", Note, CommitmentRenewed),
    /// The number of a programme that is gone is that of another.
    NumberReused = ("DIF080", "number-reused", Breaking, NumberReused),
    /// A programme has money and had none.
    BudgetAdded = ("DIF081", "budget-added", Warning, BudgetRemoved),
    /// A programme has no money any more.
    BudgetRemoved = ("DIF082", "budget-removed", Breaking, BudgetAdded),    /// A book has no chapters any more, or nothing at all.
    OutlineEmptied = ("DIF083", "outline-emptied", Breaking, OutlineFilled),
    /// A book has chapters and had none.
    OutlineFilled = ("DIF084", "outline-filled", Note, OutlineEmptied),
    /// A book has parts no more that no other prints.
    PartsRemoved = ("DIF085", "parts-removed", Warning, PartsAdded),
    /// A book has parts that none had.
    PartsAdded = ("DIF086", "parts-added", Note, PartsRemoved),
    /// A book has parts that none had, in place of some that none has any more.
    PartsReplaced = ("DIF087", "parts-replaced", Warning, PartsReplaced),
    /// A book is new.
    VolumeAdded = ("DIF088", "volume-added", Note, VolumeRemoved),
    /// A book is gone.
    VolumeRemoved = ("DIF089", "volume-removed", Breaking, VolumeAdded),
}

impl Kind {
    /// The kind with this name or code, in upper or lower case.
    pub fn parse(text: &str) -> Option<Self> {
        let mut kinds = Self::ALL.iter().copied();
        kinds.find(|kind| kind.name() == text || kind.code().eq_ignore_ascii_case(text))
    }

    /// Whether it says that something cannot be read, so that what changed is not known.
    pub fn is_unclear(self) -> bool {
        matches!(self, Self::EntryUnreadable | Self::EntryReadable)
    }

    /// Whether it touches what the head of an OPD commits to: programmes, activities, money,
    /// targets, how they are measured, and dates.
    pub fn is_of_substance(self) -> bool {
        matches!(
            self,
            Self::ProgramAdded
                | Self::ProgramRemoved
                | Self::ProgramChangedOpd
                | Self::ProgramChangedPillar
                | Self::BudgetRaised
                | Self::BudgetLowered
                | Self::BudgetShifted
                | Self::BudgetAdded
                | Self::BudgetRemoved
                | Self::TargetRaised
                | Self::TargetLowered
                | Self::TargetChanged
                | Self::TargetAdded
                | Self::TargetRemoved
                | Self::IndicatorAdded
                | Self::IndicatorRemoved
                | Self::BaselineChanged
                | Self::UnitChanged
                | Self::DirectionChanged
                | Self::ScheduleLater
                | Self::ScheduleEarlier
                | Self::StatusChanged
                | Self::ProgramCancelled
                | Self::ProgramResumed
                | Self::ActivityAdded
                | Self::ActivityRemoved
                | Self::ActivityLater
                | Self::ActivityEarlier
                | Self::OutputRaised
                | Self::OutputLowered
                | Self::OutputChanged
                | Self::MeasurementChanged
                | Self::IndicatorKindRaised
                | Self::IndicatorKindLowered
                | Self::DimensionChanged
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Kind;

    #[test]
    fn names_and_codes_are_unique_and_mirrors_lead_back() {
        let codes: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        let names: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        assert_eq!(
            (codes.len(), names.len()),
            (Kind::ALL.len(), Kind::ALL.len())
        );
        for kind in Kind::ALL {
            assert_eq!(kind.inverted().inverted(), *kind);
            assert_eq!(Kind::parse(kind.name()), Some(*kind));
            assert_eq!(Kind::parse(&kind.code().to_lowercase()), Some(*kind));
        }
    }
}
