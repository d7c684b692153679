//! Second stage: files become typed entries, every value with its place.
//!
//! In: a [`SourceTree`]. Out: [`Entries`], in which references are still ids as
//! they were written. Each file is judged by itself here: whether it is TOML,
//! whether its keys are known, whether its values have the right type. Nothing
//! is compared with another file.

pub mod decode;
mod embed;
mod evaluation;
mod keyword;
mod opd;
mod pillar;
mod plan;
mod program;
mod proposal;
mod reference;
mod registry;
mod scalar;
pub mod shape;

use std::collections::BTreeMap;

pub use decode::Expected;
pub use embed::{Embed, Show};
pub use evaluation::{
    EvaluationFile, EvaluationFinding, EvaluationStatus, FollowUpStatus, Realised,
};
pub use opd::{Ceiling, Commitment, CommitmentStatus, Head, OpdFile, OpdKind};
pub use pillar::{DimensionEntry, PillarFile, PolicyEntry};
pub use plan::{Decree, Exception, Paper, Period, Phase, PlanFile, PlanStatus, Policy, Volume};
pub use program::{
    Activity, Baseline, BudgetLine, Direction, FundingSource, Indicator, IndicatorKind,
    ProgramFile, Risk, Status, Targets,
};
pub use proposal::{ProposalFile, ProposalStatus};
pub use reference::{Kind, Reference};
pub use registry::{
    AbbreviationEntry, Council, DistrictEntry, Element, GoalEntry, LawEntry, LawKind, LawStatus,
    MemberEntry, MissionEntry, NeedEntry, PriorityEntry, ReadinessElement, ReadinessEntry,
    RegistryFile, Role as CouncilRole, Rpjmd, StakeholderEntry,
};
pub use scalar::{Quantity, Rupiah, Year, is_id};

use crate::finding::{Findings, Severity, rules};
use crate::source::{FileIndex, Role, SourceTree, Span};
use decode::{Decoded, decode_file};

/// An entry whose id is the name of its file or folder.
#[derive(Debug, Clone)]
pub struct Named<T> {
    /// The id.
    pub id: String,
    /// The file.
    pub file: FileIndex,
    /// The entry; nothing if it could not be read, which has been reported.
    pub entry: Option<T>,
}

/// A programme and the folder in which it lies.
#[derive(Debug, Clone)]
pub struct NamedProgram {
    /// Folder of its OPD.
    pub opd: String,
    /// The programme.
    pub program: Named<ProgramFile>,
}

/// Everything that the files say, with references as they were written.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    /// `plan.toml`
    pub plan: Option<PlanFile>,
    /// Pillars.
    pub pillars: Vec<Named<PillarFile>>,
    /// OPD.
    pub opds: Vec<Named<OpdFile>>,
    /// Programmes.
    pub programs: Vec<NamedProgram>,
    /// Files of the registry.
    pub registry: Vec<RegistryFile>,
    /// Whether a file of the registry could not be understood as a whole, so
    /// that an id which seems to be missing may stand in it.
    pub registry_broken: Option<FileIndex>,
    /// Proposals.
    pub proposals: Vec<Named<ProposalFile>>,
    /// Evaluations; the id is the date.
    pub evaluations: Vec<Named<EvaluationFile>>,
    /// Chapters.
    pub chapters: Vec<(String, FileIndex)>,
    /// Narrative of pillars, in the order of the file names.
    pub pillar_narrative: BTreeMap<String, Vec<FileIndex>>,
    /// Narrative of OPD, in the order of the file names.
    pub opd_narrative: BTreeMap<String, Vec<FileIndex>>,
    /// Narrative of programmes.
    pub program_narrative: BTreeMap<String, Vec<FileIndex>>,
}

/// Reads every entry of the tree.
pub fn read(tree: &mut SourceTree, findings: &mut Findings) -> Entries {
    let mut entries = Entries::default();
    for (index, file) in tree.iter() {
        // Unreadable files of the registry have lost their role; their path
        // still tells that ids may be hidden in them.
        if file.role == Role::Unknown && file.path.starts_with("registry/") {
            entries.registry_broken = Some(index);
        }
        match file.role.clone() {
            Role::Plan => entries.plan = decode_file(index, file, findings).entry,
            Role::Pillar(id) => {
                let Decoded { entry, .. } = decode_file(index, file, findings);
                entries.pillars.push(Named {
                    id,
                    file: index,
                    entry,
                });
            }
            Role::Opd(id) => {
                let Decoded { entry, .. } = decode_file(index, file, findings);
                entries.opds.push(Named {
                    id,
                    file: index,
                    entry,
                });
            }
            Role::Program { opd, id } => {
                let Decoded { entry, .. } = decode_file(index, file, findings);
                let program = Named {
                    id,
                    file: index,
                    entry,
                };
                entries.programs.push(NamedProgram { opd, program });
            }
            Role::Registry => {
                let before = findings.count(Severity::Error);
                let Decoded { entry, .. } = decode_file(index, file, findings);
                entries.registry.extend(entry);
                if findings.count(Severity::Error) > before {
                    entries.registry_broken = Some(index);
                }
            }
            Role::Proposal(id) => {
                let Decoded { entry, .. } = decode_file(index, file, findings);
                entries.proposals.push(Named {
                    id,
                    file: index,
                    entry,
                });
            }
            Role::Evaluation(id) => {
                let Decoded { entry, .. } = decode_file(index, file, findings);
                entries.evaluations.push(Named {
                    id,
                    file: index,
                    entry,
                });
            }
            Role::Chapter(id) => entries.chapters.push((id, index)),
            Role::PillarNarrative(id) => {
                entries.pillar_narrative.entry(id).or_default().push(index)
            }
            Role::OpdNarrative(id) => entries.opd_narrative.entry(id).or_default().push(index),
            Role::ProgramNarrative(id) => {
                entries.program_narrative.entry(id).or_default().push(index);
            }
            Role::Asset | Role::Template | Role::Unknown => {}
        }
    }
    if tree.find("plan.toml").is_none() {
        missing_plan(tree, findings);
    }
    entries
}

fn missing_plan(tree: &mut SourceTree, findings: &mut Findings) {
    let file = crate::source::SourceFile::text("plan.toml".into(), Role::Unknown, String::new());
    let index = tree.push(file);
    findings.push(rules::missing_file::plan(Span::file(index)));
}

/// Reads TOML that stands inside another file, beginning at `offset`.
pub fn read_embed(
    file: FileIndex,
    text: &str,
    offset: usize,
    findings: &mut Findings,
) -> Option<Embed> {
    decode::decode_text(file, text, offset, findings).entry
}
