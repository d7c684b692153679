//! Which files concern an entry.

use super::super::{EntryKind, EntryRef};
use crate::model::{Home, is_id};
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
        // An evaluation holds values of programmes.
        Role::Program { .. } if key.kind == Of::Evaluation => Part::Beside,
        Role::Program { .. } if is_served => Part::IfNamed,
        Role::Program { opd, id } | Role::ProgramNarrative { opd, id } => {
            let is_named = key.kind == Of::Program && is(&id);
            own(is_named || key.kind == Of::Opd && (is(&opd) || !is_id(&id)))
        }
        Role::OpdNarrative(opd) => own(key.kind == Of::Opd && is(&opd)),
        Role::PillarNarrative(pillar) => own(key.kind == Of::Pillar && is(&pillar)),
        Role::Registry => own(key.kind.home() == Home::Registry),
        Role::Proposal(id) => own(key.kind == Of::Proposal && is(&id)),
        Role::Evaluation(id) => own(key.kind == Of::Evaluation && id == key.id),
        Role::Chapter(id) => own(key.kind == Of::Chapter && is(&id)),
        Role::Asset => own(key.kind == Of::Asset && path == key.id),
        Role::Template | Role::Words => Part::Foreign,
    }
}

/// Whether an entry may have stood in a file that does not concern it, under another id.
pub(super) fn may_become(key: &EntryRef, path: &str) -> bool {
    let role = Role::of(path);
    let may_hold = !matches!(role, Role::Template | Role::Words)
        && (role != Role::Asset || key.kind == EntryKind::Asset);
    may_hold && part(key, path) != Part::Own
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
