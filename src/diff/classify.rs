//! What edits of one entry mean.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::edit::{Edit, Said};
use super::money::Amounts;
use super::promise;
use crate::model::change::Kind;
use crate::model::{CommitmentStatus, Direction, EntryKind, IndicatorKind, Rupiah, Status};
use crate::records::Path;
use crate::value::Value;

/// Edits that mean one thing.
pub(super) type Meaning = (Kind, Vec<Edit>);

/// Where indicators of the programme are meant to go, in the first plan and in the
/// second, by what they are called.
pub(super) type Directions = [BTreeMap<Vec<Value>, Direction>; 2];

/// What of an entry has to be known beside what changed.
pub(super) struct Facts {
    /// Of a programme.
    pub directions: Directions,
    /// All money of a programme.
    pub money: Amounts,
    /// What it means if a book has other parts.
    pub outline: Kind,
    /// Whether the head of an OPD signed the first plan and the second.
    pub is_signed: bool,
}

/// The lists of a programme that refer to something.
const LINKS: &[&str] = &[
    "also",
    "partners",
    "supports",
    "answers",
    "depends-on",
    "districts",
    "activity-districts",
    "sub-districts",
    "laws",
];

/// Sorts the edits of an entry that both plans have by what they mean.
pub(super) fn classify(kind: EntryKind, edits: Vec<Edit>, facts: &Facts) -> Vec<Meaning> {
    let mut groups: BTreeMap<Group, Vec<Edit>> = BTreeMap::new();
    for edit in edits {
        if let Some(path) = edit.path() {
            let group = Group::around(&edit).unwrap_or_else(|| Group::of(kind, path));
            groups.entry(group).or_default().push(edit);
        }
    }
    let mut meanings = Vec::new();
    for (group, edits) in groups {
        match group.field {
            "budget" if kind == EntryKind::Program => budget(edits, facts.money, &mut meanings),
            "indicator" | "activity-indicator" | "sub-indicator" if kind == EntryKind::Program => {
                indicator(edits, &facts.directions, &mut meanings);
            }
            "activity" | "sub" if kind == EntryKind::Program => activity(edits, &mut meanings),
            "text" if !group.item.is_empty() => text(edits, &mut meanings),
            field if kind == EntryKind::Program && LINKS.contains(&field) => {
                meanings.extend(edits.into_iter().map(|edit| match edit.after {
                    Some(_) => (Kind::LinkGained, vec![edit]),
                    None => (Kind::LinkLost, vec![edit]),
                }));
            }
            field => {
                let meaning = match (kind, field) {
                    (EntryKind::Opd, "commitment") => commitment(&edits, facts.is_signed),
                    (EntryKind::Volume, "body") => facts.outline,
                    _ => meaning(kind, field, &edits),
                };
                meanings.push((meaning, edits));
            }
        }
    }
    meanings
}

/// What is told in one go.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    field: &'static str,
    item: Vec<Value>,
    nth: u32,
}

impl Group {
    /// The item with another name around what says the same as before.
    fn around(edit: &Edit) -> Option<Self> {
        let (before, after) = (edit.before.as_ref()?, edit.after.as_ref()?);
        if !edit.is_rename() || before.path.own_name() != after.path.own_name() {
            return None;
        }
        let mut around = after.path.around();
        around.find_map(|(field, item)| {
            let was = before.path.item.get(..item.len())?;
            (was != item).then(|| Self {
                field,
                item: item.to_vec(),
                nth: 0,
            })
        })
    }

    fn of(kind: EntryKind, path: &Path) -> Self {
        let whole = |field| Self {
            field,
            item: Vec::new(),
            nth: 0,
        };
        match (kind, path.field) {
            (EntryKind::Program, "start" | "end") => whole("start"),
            (EntryKind::Program, "budget" | "activity-budget" | "sub-budget") => whole("budget"),
            (
                EntryKind::Plan,
                "rules" | "changes" | "exception" | "policy" | "council-elements" | "units"
                | "achievement" | "bands",
            ) => whole(path.field),
            (EntryKind::Volume, "front" | "body" | "annex") => whole("body"),
            _ => Self {
                field: path.field,
                item: path.item.clone(),
                nth: path.nth,
            },
        }
    }
}

/// The meaning of edits that are told in one go.
fn meaning(kind: EntryKind, field: &str, edits: &[Edit]) -> Kind {
    match (kind, field) {
        (EntryKind::Program, "opd") => Kind::ProgramChangedOpd,
        (EntryKind::Program, "pillar") => Kind::ProgramChangedPillar,
        (EntryKind::Program, "number") => Kind::NumberChanged,
        (EntryKind::Program, "dimension") => Kind::DimensionChanged,
        (EntryKind::Rpjmd, "vision") => Kind::VisionChanged,
        (EntryKind::Mission, "text") => Kind::MissionChanged,
        (EntryKind::Goal | EntryKind::Priority | EntryKind::Policy, "text")
        | (EntryKind::Pillar, "goal") => Kind::GoalChanged,
        (EntryKind::Program, "start") => schedule(edits),
        (EntryKind::Program, "status") => status(edits),
        (EntryKind::Program, "quick-win") => {
            let gained = after(edits).any(|said| said.value == Value::Flag(true));
            if gained {
                Kind::QuickWinGained
            } else {
                Kind::QuickWinLost
            }
        }
        (EntryKind::Opd, "head") => Kind::HeadChanged,
        (EntryKind::Opd, "ceiling") => Kind::CeilingChanged,
        (EntryKind::Plan, "period") => Kind::PeriodChanged,
        (
            EntryKind::Plan,
            "rules" | "changes" | "exception" | "policy" | "council-elements" | "units"
            | "achievement" | "bands",
        ) => Kind::ConfigurationChanged,
        (EntryKind::Council, _) => Kind::CouncilChanged,
        (EntryKind::Law, _) => Kind::LawChanged,
        (EntryKind::Proposal, "status") => Kind::ProposalDecided,
        (EntryKind::Evaluation, _) => Kind::EvaluationChanged,
        (EntryKind::Asset, _) => Kind::AssetChanged,
        _ => Kind::FieldChanged,
    }
}

fn before(edits: &[Edit]) -> impl Iterator<Item = &Said> {
    edits.iter().filter_map(|edit| edit.before.as_ref())
}

fn after(edits: &[Edit]) -> impl Iterator<Item = &Said> {
    edits.iter().filter_map(|edit| edit.after.as_ref())
}

/// The end decides, and then the beginning.
fn schedule(edits: &[Edit]) -> Kind {
    let moved = |field: &str| {
        let day = |said: &Said| (said.path.field == field).then(|| said.value.clone());
        (before(edits).find_map(day), after(edits).find_map(day))
    };
    let (was, is) = match moved("end") {
        (None, None) => moved("start"),
        ends => ends,
    };
    if is > was {
        Kind::ScheduleLater
    } else {
        Kind::ScheduleEarlier
    }
}

fn status(edits: &[Edit]) -> Kind {
    let cancelled = Value::Word(Status::Cancelled.word());
    if after(edits).any(|said| said.value == cancelled) {
        Kind::ProgramCancelled
    } else if before(edits).any(|said| said.value == cancelled) {
        Kind::ProgramResumed
    } else {
        Kind::StatusChanged
    }
}

fn commitment(edits: &[Edit], is_signed: bool) -> Kind {
    let signed = Value::Word(CommitmentStatus::Signed.word());
    let is_status = |said: &Said| said.path.key == "status";
    // It was signed and is still: what differs is the day or the document.
    if is_signed && !before(edits).chain(after(edits)).any(is_status) {
        return Kind::CommitmentRenewed;
    }
    if after(edits).any(|said| said.value == signed) {
        Kind::CommitmentSigned
    } else if before(edits).any(|said| said.value == signed) {
        Kind::CommitmentWithdrawn
    } else {
        Kind::FieldChanged
    }
}

/// Lines with other amounts are one change; lines that are confirmed or no longer are
/// another each.
fn budget(edits: Vec<Edit>, money: Amounts, meanings: &mut Vec<Meaning>) {
    let (confirmations, amounts): (Vec<Edit>, Vec<Edit>) =
        edits
            .into_iter()
            .partition(|edit| match (&edit.before, &edit.after) {
                (Some(_), Some(after)) => after.path.key == "confirmed",
                _ => false,
            });
    if !amounts.is_empty() {
        let nothing = Rupiah::default();
        let kind = match money.after.cmp(&money.before) {
            Ordering::Greater if money.before == nothing => Kind::BudgetAdded,
            Ordering::Less if money.after == nothing => Kind::BudgetRemoved,
            Ordering::Greater => Kind::BudgetRaised,
            Ordering::Less => Kind::BudgetLowered,
            Ordering::Equal => Kind::BudgetShifted,
        };
        meanings.push((kind, amounts));
    }
    for edit in confirmations {
        let yes = edit.after.as_ref().map(|said| &said.value) == Some(&Value::Flag(true));
        let kind = if yes {
            Kind::BudgetConfirmed
        } else {
            Kind::BudgetUnconfirmed
        };
        meanings.push((kind, vec![edit]));
    }
}

/// The edits of one activity.
fn activity(edits: Vec<Edit>, meanings: &mut Vec<Meaning>) {
    let itself = edits
        .iter()
        .find(|edit| edit.path().is_some_and(|path| path.key.is_empty()));
    match itself.map(|edit| (edit.before.is_some(), edit.after.is_some())) {
        Some((true, false)) => return meanings.push((Kind::ActivityRemoved, edits)),
        Some((false, true)) => return meanings.push((Kind::ActivityAdded, edits)),
        _ => {}
    }
    let mut dates = Vec::new();
    let mut outputs = Vec::new();
    let mut titles = Vec::new();
    let mut others = Vec::new();
    for edit in edits {
        let key = edit.path().map_or("", |path| path.key);
        match key {
            // An activity with another title takes along what it says.
            _ if edit.is_rename() => titles.push(edit),
            "start" | "end" => dates.push(edit),
            "output" => outputs.push(edit),
            _ => others.push(edit),
        }
    }
    match activity_dates(&dates) {
        Some(kind) => meanings.push((kind, dates)),
        None => others.extend(dates),
    }
    if !outputs.is_empty() {
        meanings.push((output(&outputs), outputs));
    }
    match titles.iter().find_map(new_name) {
        Some(kind) => meanings.push((kind, titles)),
        None => others.extend(titles),
    }
    if !others.is_empty() {
        meanings.push((Kind::ActivityChanged, others));
    }
}

/// What it means for what is promised that an item has another name; `None` if no number
/// in it is another.
fn new_name(edit: &Edit) -> Option<Kind> {
    let name = |said: &Option<Said>| Some(said.as_ref()?.path.own_name().first()?.to_string());
    promise::of_titles(&name(&edit.before)?, &name(&edit.after)?)
}

/// The end decides, and then the beginning; `None` where no date became another.
fn activity_dates(edits: &[Edit]) -> Option<Kind> {
    let moved = |key: &str| {
        let edit = edits
            .iter()
            .find(|edit| edit.path().is_some_and(|path| path.key == key))?;
        let (was, is) = (edit.before.as_ref()?, edit.after.as_ref()?);
        Some(if is.value > was.value {
            Kind::ActivityLater
        } else {
            Kind::ActivityEarlier
        })
    };
    moved("end").or_else(|| moved("start"))
}

fn output(edits: &[Edit]) -> Kind {
    let text = |said: Option<&Said>| said.map(|said| said.value.to_string());
    match (text(before(edits).next()), text(after(edits).next())) {
        (Some(before), Some(after)) => promise::compare(&before, &after),
        (None, _) => Kind::OutputRaised,
        (_, None) => Kind::OutputLowered,
    }
}

/// The edits of one indicator.
fn indicator(edits: Vec<Edit>, directions: &Directions, meanings: &mut Vec<Meaning>) {
    let itself = edits
        .iter()
        .find(|edit| edit.path().is_some_and(|path| path.key.is_empty()));
    match itself.map(|edit| (edit.before.is_some(), edit.after.is_some())) {
        Some((true, false)) => return meanings.push((Kind::IndicatorRemoved, edits)),
        Some((false, true)) => return meanings.push((Kind::IndicatorAdded, edits)),
        _ => {}
    }
    let mut found: BTreeMap<Kind, Vec<Edit>> = BTreeMap::new();
    for edit in edits {
        let key = edit.path().map_or("", |path| path.key);
        let kind = match key {
            // A number in the name is part of what is measured: `dalam 30 hari`.
            _ if edit.is_rename() && new_name(&edit).is_some() => Kind::MeasurementChanged,
            _ if edit.is_rename() => Kind::IndicatorRenamed,
            "unit" => Kind::UnitChanged,
            "kind" => indicator_kind(&edit),
            "measured-by" => Kind::MeasurementChanged,
            "direction" => Kind::DirectionChanged,
            "baseline-year" | "baseline-value" | "baseline-source" => Kind::BaselineChanged,
            "targets" => target(&edit, directions),
            _ => Kind::FieldChanged,
        };
        found.entry(kind).or_default().push(edit);
    }
    meanings.extend(found);
}

/// An output is what is done, an outcome what that changes, and an impact what follows.
fn indicator_kind(edit: &Edit) -> Kind {
    let rank = |said: &Option<Said>| {
        let value = said.as_ref().map(|said| &said.value);
        let kinds = [
            IndicatorKind::Output,
            IndicatorKind::Outcome,
            IndicatorKind::Impact,
        ];
        kinds
            .iter()
            .position(|kind| value == Some(&Value::Word(kind.word())))
    };
    if rank(&edit.after) > rank(&edit.before) {
        Kind::IndicatorKindRaised
    } else {
        Kind::IndicatorKindLowered
    }
}

fn target(edit: &Edit, directions: &Directions) -> Kind {
    let (was, is) = match (&edit.before, &edit.after) {
        (Some(was), Some(is)) => (was, is),
        (None, _) => return Kind::TargetAdded,
        (_, None) => return Kind::TargetRemoved,
    };
    let direction =
        |side: &BTreeMap<Vec<Value>, Direction>, said: &Said| side.get(&said.path.item).copied();
    let [first, second] = directions;
    let more = is.value > was.value;
    match (direction(first, was), direction(second, is)) {
        (Some(Direction::Up), Some(Direction::Up)) if more => Kind::TargetRaised,
        (Some(Direction::Up), Some(Direction::Up)) => Kind::TargetLowered,
        (Some(Direction::Down), Some(Direction::Down)) if more => Kind::TargetLowered,
        (Some(Direction::Down), Some(Direction::Down)) => Kind::TargetRaised,
        _ => Kind::TargetChanged,
    }
}

/// The edits of one text.
fn text(edits: Vec<Edit>, meanings: &mut Vec<Meaning>) {
    let itself = edits
        .iter()
        .find(|edit| edit.path().is_some_and(|path| path.key.is_empty()));
    match itself.map(|edit| edit.after.is_some()) {
        Some(true) => return meanings.push((Kind::NarrativeAdded, edits)),
        Some(false) => return meanings.push((Kind::NarrativeRemoved, edits)),
        None => {}
    }
    let (words, front): (Vec<Edit>, Vec<Edit>) = edits
        .into_iter()
        .partition(|edit| edit.path().is_some_and(|path| path.key == "narrative"));
    if !words.is_empty() {
        meanings.push((Kind::NarrativeChanged, words));
    }
    if !front.is_empty() {
        meanings.push((Kind::FieldChanged, front));
    }
}

/// What it means that an entry is new.
pub(super) fn added(kind: EntryKind) -> Kind {
    let added = [
        (EntryKind::Program, Kind::ProgramAdded),
        (EntryKind::Pillar, Kind::PillarAdded),
        (EntryKind::Opd, Kind::OpdAdded),
        (EntryKind::Evaluation, Kind::EvaluationAdded),
        (EntryKind::Volume, Kind::VolumeAdded),
    ];
    let found = added.into_iter().find(|(added, _)| *added == kind);
    found.map_or(Kind::EntryAdded, |(_, added)| added)
}
