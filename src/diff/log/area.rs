//! Which files concern an entry.

use super::super::{EntryKind, EntryRef};
use crate::model::is_id;
use crate::source::Role;

/// What a file is to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What it says may change the entry, or whether it can be read.
    Own,
    /// The entry is only understood beside it.
    Beside,
    /// It concerns the entry if it names it.
    IfNamed,
    /// It has nothing to do with it.
    Foreign,
}

/// What the file at a path is to an entry. Files that are not where they should be may be
/// meant to be anything.
pub(super) fn part(key: &EntryRef, path: &str) -> Part {
    use EntryKind as Of;
    let own = |is_own: bool| if is_own { Part::Own } else { Part::Foreign };
    // A name that is no id may have been meant to be another.
    let is = |id: &str| id == key.id || !is_id(id);
    // Programmes say whether it is served.
    let is_served = matches!(
        key.kind,
        Of::Dimension | Of::Goal | Of::Priority | Of::Policy | Of::Need
    );
    match Role::of(path) {
        Role::Plan => Part::Own,
        Role::Unknown | Role::Folder(_) => own(path.ends_with(".toml") || path.ends_with(".md")),
        // They give others their names.
        Role::Pillar(_) | Role::Opd(_) if is_alone(key.kind) => Part::Beside,
        Role::Pillar(_) | Role::Opd(_) => Part::Own,
        Role::Program { opd, id } => match key.kind {
            Of::Program => own(is(&id)),
            Of::Opd => own(is(&opd) || !is_id(&id)),
            // It holds values of programmes.
            Of::Evaluation => Part::Beside,
            _ if is_served => Part::IfNamed,
            Of::Plan
            | Of::Phase
            | Of::Volume
            | Of::Pillar
            | Of::Dimension
            | Of::Policy
            | Of::Rpjmd
            | Of::Mission
            | Of::Goal
            | Of::Priority
            | Of::Council
            | Of::Stakeholder
            | Of::Law
            | Of::District
            | Of::Need
            | Of::Readiness
            | Of::Abbreviation
            | Of::Proposal
            | Of::Chapter
            | Of::Asset => Part::Foreign,
        },
        Role::ProgramNarrative { opd, id } => match key.kind {
            Of::Program => own(is(&id)),
            Of::Opd => own(is(&opd) || !is_id(&id)),
            Of::Plan
            | Of::Phase
            | Of::Volume
            | Of::Pillar
            | Of::Dimension
            | Of::Policy
            | Of::Rpjmd
            | Of::Mission
            | Of::Goal
            | Of::Priority
            | Of::Council
            | Of::Stakeholder
            | Of::Law
            | Of::District
            | Of::Need
            | Of::Readiness
            | Of::Abbreviation
            | Of::Proposal
            | Of::Evaluation
            | Of::Chapter
            | Of::Asset => Part::Foreign,
        },
        Role::OpdNarrative(opd) => own(key.kind == Of::Opd && is(&opd)),
        Role::PillarNarrative(pillar) => own(key.kind == Of::Pillar && is(&pillar)),
        Role::Registry => own(is_registered(key.kind)),
        Role::Proposal(id) => own(key.kind == Of::Proposal && is(&id)),
        Role::Evaluation(id) => own(key.kind == Of::Evaluation && id == key.id),
        Role::Chapter(id) => own(key.kind == Of::Chapter && is(&id)),
        Role::Asset => own(key.kind == Of::Asset && path == key.id),
        Role::Template => Part::Foreign,
    }
}

/// Whether an entry may have stood in a file that does not concern it, under another id.
pub(super) fn may_become(key: &EntryRef, path: &str) -> bool {
    match Role::of(path) {
        Role::Asset => key.kind == EntryKind::Asset && path != key.id,
        Role::Template => false,
        Role::Plan
        | Role::Chapter(_)
        | Role::Pillar(_)
        | Role::PillarNarrative(_)
        | Role::Opd(_)
        | Role::OpdNarrative(_)
        | Role::Program { .. }
        | Role::ProgramNarrative { .. }
        | Role::Registry
        | Role::Proposal(_)
        | Role::Evaluation(_)
        | Role::Folder(_)
        | Role::Unknown => part(key, path) != Part::Own,
    }
}

/// The entry that a file is for, with its texts; nothing if it is for several or for none.
pub(super) fn owner(role: &Role) -> Option<EntryRef> {
    let (kind, id) = match role {
        Role::Program { id, .. } | Role::ProgramNarrative { id, .. } => (EntryKind::Program, id),
        Role::Opd(id) | Role::OpdNarrative(id) => (EntryKind::Opd, id),
        Role::Pillar(id) | Role::PillarNarrative(id) => (EntryKind::Pillar, id),
        Role::Proposal(id) => (EntryKind::Proposal, id),
        Role::Evaluation(id) => (EntryKind::Evaluation, id),
        Role::Chapter(id) => (EntryKind::Chapter, id),
        Role::Plan
        | Role::Registry
        | Role::Asset
        | Role::Template
        | Role::Folder(_)
        | Role::Unknown => return None,
    };
    Some(EntryRef::new(kind, id))
}

/// Whether entries of a kind stand beside others in files of a role.
pub(super) fn shares(kind: EntryKind, role: &Role) -> bool {
    match role {
        Role::Plan => matches!(kind, EntryKind::Plan | EntryKind::Phase | EntryKind::Volume),
        Role::Pillar(_) => matches!(kind, EntryKind::Dimension | EntryKind::Policy),
        Role::Registry => is_registered(kind),
        Role::Chapter(_)
        | Role::PillarNarrative(_)
        | Role::Opd(_)
        | Role::OpdNarrative(_)
        | Role::Program { .. }
        | Role::ProgramNarrative { .. }
        | Role::Proposal(_)
        | Role::Evaluation(_)
        | Role::Asset
        | Role::Template
        | Role::Folder(_)
        | Role::Unknown => false,
    }
}

/// Whether entries of a kind stand in the registry.
fn is_registered(kind: EntryKind) -> bool {
    matches!(
        kind,
        EntryKind::Rpjmd
            | EntryKind::Mission
            | EntryKind::Goal
            | EntryKind::Priority
            | EntryKind::Council
            | EntryKind::Stakeholder
            | EntryKind::Law
            | EntryKind::District
            | EntryKind::Need
            | EntryKind::Readiness
            | EntryKind::Abbreviation
    )
}

/// Whether entries of a kind can be read whatever pillars and OPD say.
fn is_alone(kind: EntryKind) -> bool {
    matches!(
        kind,
        EntryKind::Plan
            | EntryKind::Phase
            | EntryKind::Volume
            | EntryKind::Proposal
            | EntryKind::Chapter
            | EntryKind::Asset
    )
}
