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

use rayon::prelude::*;

use crate::finding::{Findings, rules};
use crate::source::{FileIndex, Role, SourceFile, SourceTree, Span};
use decode::decode_file;

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

/// What one file says.
enum Read {
    Plan(Option<Box<PlanFile>>),
    Pillar(Option<PillarFile>),
    Opd(Option<OpdFile>),
    Program(Option<ProgramFile>),
    Registry(Option<RegistryFile>),
    Proposal(Option<ProposalFile>),
    Evaluation(Option<EvaluationFile>),
    /// Nothing that is TOML.
    Nothing,
}

fn read_file(index: FileIndex, file: &SourceFile, findings: &mut Findings) -> Read {
    match file.role {
        Role::Plan => Read::Plan(decode_file(index, file, findings).map(Box::new)),
        Role::Pillar(_) => Read::Pillar(decode_file(index, file, findings)),
        Role::Opd(_) => Read::Opd(decode_file(index, file, findings)),
        Role::Program { .. } => Read::Program(decode_file(index, file, findings)),
        Role::Registry => Read::Registry(decode_file(index, file, findings)),
        Role::Proposal(_) => Read::Proposal(decode_file(index, file, findings)),
        Role::Evaluation(_) => Read::Evaluation(decode_file(index, file, findings)),
        _ => Read::Nothing,
    }
}

/// Reads every entry of the tree.
pub fn read(tree: &mut SourceTree, findings: &mut Findings) -> Entries {
    let files: Vec<(FileIndex, &SourceFile)> = tree.iter().collect();
    // Files are read side by side and joined in their order.
    let read: Vec<(Read, Findings)> = files
        .par_iter()
        .map(|(index, file)| {
            let mut own = Findings::default();
            (read_file(*index, file, &mut own), own)
        })
        .collect();
    let mut entries = Entries::default();
    for ((file_index, file), (read, own)) in files.into_iter().zip(read) {
        // Unreadable files of the registry have lost their role; their path
        // still tells that ids may be hidden in them.
        let lost = file.role == Role::Unknown && file.path.starts_with("registry/");
        let broken = file.role == Role::Registry && own.has_errors();
        if lost || broken {
            entries.registry_broken = Some(file_index);
        }
        findings.append(own);
        entries.add(file_index, file.role.clone(), read);
    }
    if tree.find("plan.toml").is_none() {
        missing_plan(tree, findings);
    }
    entries
}

impl Entries {
    fn add(&mut self, file: FileIndex, role: Role, read: Read) {
        match (role, read) {
            (_, Read::Plan(entry)) => self.plan = entry.map(|entry| *entry),
            (Role::Pillar(id), Read::Pillar(entry)) => {
                self.pillars.push(Named { id, file, entry });
            }
            (Role::Opd(id), Read::Opd(entry)) => self.opds.push(Named { id, file, entry }),
            (Role::Program { opd, id }, Read::Program(entry)) => {
                let program = Named { id, file, entry };
                self.programs.push(NamedProgram { opd, program });
            }
            (_, Read::Registry(entry)) => self.registry.extend(entry),
            (Role::Proposal(id), Read::Proposal(entry)) => {
                self.proposals.push(Named { id, file, entry });
            }
            (Role::Evaluation(id), Read::Evaluation(entry)) => {
                self.evaluations.push(Named { id, file, entry });
            }
            (Role::Chapter(id), _) => self.chapters.push((id, file)),
            (Role::PillarNarrative(id), _) => {
                self.pillar_narrative.entry(id).or_default().push(file);
            }
            (Role::OpdNarrative(id), _) => {
                self.opd_narrative.entry(id).or_default().push(file);
            }
            (Role::ProgramNarrative(id), _) => {
                self.program_narrative.entry(id).or_default().push(file);
            }
            _ => {}
        }
    }
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
    decode::decode_text(file, text, offset, findings)
}
