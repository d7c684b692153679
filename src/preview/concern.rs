//! What a part of the book is made of.

use crate::compose::Scope;
use crate::resolve::Plan;
use crate::source::{Role, SourceFile};

/// Whether a file is of those that a part is written in. What counts for all parts,
/// such as `plan.toml` and templates, is of every one.
pub fn concerns(plan: &Plan, scope: Scope, file: &SourceFile) -> bool {
    if matches!(file.role, Role::Plan | Role::Template | Role::Unknown) {
        return true;
    }
    let of_program = |known: &crate::resolve::Program| match &file.role {
        Role::Program { opd, id } | Role::ProgramNarrative { opd, id } => {
            *id == known.id && *opd == plan.opds[known.opd].id
        }
        Role::Plan
        | Role::Chapter(_)
        | Role::Pillar(_)
        | Role::PillarNarrative(_)
        | Role::Opd(_)
        | Role::OpdNarrative(_)
        | Role::Registry
        | Role::Proposal(_)
        | Role::Evaluation(_)
        | Role::Asset
        | Role::Template
        | Role::Folder(_)
        | Role::Unknown => false,
    };
    match scope {
        Scope::Volume => true,
        Scope::Chapter(id) => {
            matches!(&file.role, Role::Chapter(chapter) if *chapter == plan.chapters[id].id)
        }
        Scope::Program(id) => of_program(&plan.programs[id]),
        Scope::Pillar(id) => {
            let pillar = &plan.pillars[id];
            match &file.role {
                Role::Pillar(known) | Role::PillarNarrative(known) => *known == pillar.id,
                Role::Plan
                | Role::Chapter(_)
                | Role::Opd(_)
                | Role::OpdNarrative(_)
                | Role::Program { .. }
                | Role::ProgramNarrative { .. }
                | Role::Registry
                | Role::Proposal(_)
                | Role::Evaluation(_)
                | Role::Asset
                | Role::Template
                | Role::Folder(_)
                | Role::Unknown => pillar
                    .programs
                    .iter()
                    .any(|id| of_program(&plan.programs[*id])),
            }
        }
        Scope::Opd(id) => {
            let known = &plan.opds[id].id;
            match &file.role {
                Role::Opd(opd)
                | Role::OpdNarrative(opd)
                | Role::Program { opd, .. }
                | Role::ProgramNarrative { opd, .. } => opd == known,
                Role::Plan
                | Role::Chapter(_)
                | Role::Pillar(_)
                | Role::PillarNarrative(_)
                | Role::Registry
                | Role::Proposal(_)
                | Role::Evaluation(_)
                | Role::Asset
                | Role::Template
                | Role::Folder(_)
                | Role::Unknown => false,
            }
        }
    }
}
