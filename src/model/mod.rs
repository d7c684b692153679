//! Second stage: files become typed entries, every value with its place.
//!
//! In: a [`SourceTree`]. Out: [`Entries`], in which references are still ids as
//! they were written. Each file is judged by itself here: whether it is TOML,
//! whether its keys are known, whether its values have the right type. Nothing
//! is compared with another file.

pub mod decode;
mod embed;
mod evaluation;
mod gaps;
mod keyword;
mod lost;
mod misspelt;
mod opd;
mod pillar;
mod plan;
mod program;
mod proposal;
mod recover;
mod reference;
mod registry;
mod remains;
mod scalar;
pub mod shape;
mod table;

use std::collections::BTreeMap;

pub use decode::Expected;
pub use embed::{Embed, Show};
pub use evaluation::{
    EvaluationFile, EvaluationFinding, EvaluationStatus, FollowUpStatus, Realised,
};
pub use gaps::Gaps;
pub use lost::{Collection, Lost, LostProgram};
pub use opd::{Ceiling, Commitment, CommitmentStatus, Head, OpdFile, OpdKind};
pub use pillar::{DimensionEntry, PillarFile, PillarRemains, PolicyEntry};
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
pub use remains::ProgramRemains;
pub use scalar::{Quantity, Rupiah, Year, is_id};
pub use table::Listed;

use rayon::prelude::*;

use crate::finding::{Findings, rules};
use crate::source::{FileIndex, Folder, Role, SourceFile, SourceTree, Span};
use decode::{Decoded, decode_file};
use table::Entry;

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

/// A pillar.
#[derive(Debug, Clone)]
pub struct NamedPillar {
    /// The id.
    pub id: String,
    /// The file.
    pub file: FileIndex,
    /// The entry, or what is left of it.
    pub entry: Result<PillarFile, Option<PillarRemains>>,
}

/// A programme and the folder in which it lies.
#[derive(Debug, Clone)]
pub struct NamedProgram {
    /// Folder of its OPD.
    pub opd: String,
    /// The id.
    pub id: String,
    /// The file.
    pub file: FileIndex,
    /// The entry, or what is left of it.
    pub entry: Result<ProgramFile, ProgramRemains>,
}

/// Everything that the files say, with references as they were written.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    /// `plan.toml`
    pub plan: Option<PlanFile>,
    /// Pillars.
    pub pillars: Vec<NamedPillar>,
    /// OPD.
    pub opds: Vec<Named<OpdFile>>,
    /// Programmes.
    pub programs: Vec<NamedProgram>,
    /// Files of the registry.
    pub registry: Vec<RegistryFile>,
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
    /// Narrative of programmes, by the folder of the OPD and the programme.
    pub program_narrative: BTreeMap<(String, String), FileIndex>,
    /// What could not be read.
    pub lost: Lost,
}

/// What one file says.
enum Read {
    Plan(Option<Box<PlanFile>>),
    Pillar(Result<PillarFile, Option<PillarRemains>>),
    Opd(Option<OpdFile>),
    Program(Result<ProgramFile, ProgramRemains>),
    Registry(Option<RegistryFile>),
    Proposal(Option<ProposalFile>),
    Evaluation(Option<EvaluationFile>),
    /// Nothing that is TOML.
    Nothing,
}

/// A file that was read, and what is wrong with it.
#[derive(Default)]
struct Reader {
    findings: Findings,
    /// Whether it has syntax errors.
    broken: bool,
}

impl Reader {
    fn read(&mut self, index: FileIndex, file: &SourceFile) -> Read {
        match file.role {
            Role::Plan => Read::Plan(self.decode(index, file).entry.map(Box::new)),
            Role::Pillar(_) => {
                let decoded = self.decode(index, file);
                Read::Pillar(match decoded.entry {
                    Some(entry) => Ok(entry),
                    None => Err(remains(index, file).map(|left| PillarRemains {
                        gaps: decoded.gaps,
                        ..left
                    })),
                })
            }
            Role::Opd(_) => Read::Opd(self.decode(index, file).entry),
            Role::Program { .. } => {
                let decoded = self.decode(index, file);
                Read::Program(match decoded.entry {
                    Some(entry) => Ok(entry),
                    None => Err(match remains::<ProgramRemains>(index, file) {
                        Some(left) => left.with_gaps(decoded.gaps),
                        None => ProgramRemains::nothing(),
                    }),
                })
            }
            Role::Registry => Read::Registry(self.decode(index, file).entry),
            Role::Proposal(_) => Read::Proposal(self.decode(index, file).entry),
            Role::Evaluation(_) => Read::Evaluation(self.decode(index, file).entry),
            _ => Read::Nothing,
        }
    }

    fn decode<T: Entry>(&mut self, index: FileIndex, file: &SourceFile) -> Decoded<T> {
        if !file.readable {
            return Decoded::nothing();
        }
        let decoded = decode_file(index, file, &mut self.findings);
        self.broken = decoded.broken;
        decoded
    }
}

/// What is left of an entry that could not be read. Its faults have been reported.
fn remains<T: Entry>(index: FileIndex, file: &SourceFile) -> Option<T> {
    if !file.readable {
        return None;
    }
    decode_file(index, file, &mut Findings::default()).entry
}

/// Reads every entry of the tree.
pub fn read(tree: &mut SourceTree, findings: &mut Findings) -> Entries {
    let files: Vec<(FileIndex, &SourceFile)> = tree.iter().collect();
    // Files are read side by side and joined in their order.
    let read: Vec<(Read, Reader)> = files
        .par_iter()
        .map(|(index, file)| {
            let mut reader = Reader::default();
            (reader.read(*index, file), reader)
        })
        .collect();
    let mut entries = Entries::default();
    for ((index, file), (read, reader)) in files.into_iter().zip(read) {
        if reader.broken || !file.readable {
            entries.lost.unjudged.insert(index);
        }
        findings.append(reader.findings);
        entries.add(index, file, read);
    }
    if tree.find("plan.toml").is_none() {
        missing_plan(tree, findings);
    }
    entries
}

impl Entries {
    fn add(&mut self, file: FileIndex, source: &SourceFile, read: Read) {
        let span = Span::file(file);
        match (source.role.clone(), read) {
            (_, Read::Plan(entry)) => self.plan = entry.map(|entry| *entry),
            (Role::Pillar(id), Read::Pillar(entry)) => {
                self.pillars.push(NamedPillar { id, file, entry });
            }
            (Role::Opd(id), Read::Opd(entry)) => self.opds.push(Named { id, file, entry }),
            (Role::Program { opd, id }, Read::Program(entry)) => {
                self.programs.push(NamedProgram {
                    opd,
                    id,
                    file,
                    entry,
                });
            }
            (_, Read::Registry(entry)) => {
                if self.lost.unjudged.contains(&file) {
                    self.lost.registry(span);
                }
                if let Some(entry) = &entry {
                    self.lost.registry_file(entry, span);
                }
                self.registry.extend(entry);
            }
            (Role::Proposal(id), Read::Proposal(entry)) => {
                self.proposals.push(Named { id, file, entry });
            }
            (Role::Evaluation(id), Read::Evaluation(entry)) => {
                self.evaluations.push(Named { id, file, entry });
            }
            (Role::Folder(folder), _) => self.lose_folder(folder, file),
            (role, _) => self.add_text(role, file, source.readable),
        }
    }

    fn add_text(&mut self, role: Role, file: FileIndex, readable: bool) {
        let text = role.is_text();
        match role {
            Role::Chapter(id) => self.chapters.push((id, file)),
            Role::PillarNarrative(id) => {
                self.pillar_narrative.entry(id).or_default().push(file);
            }
            Role::OpdNarrative(id) => {
                self.opd_narrative.entry(id).or_default().push(file);
            }
            Role::ProgramNarrative { opd, id } => {
                self.program_narrative.insert((opd, id), file);
            }
            _ => {}
        }
        if text && !readable {
            self.lost.entry(Collection::Texts, Span::file(file));
        }
    }

    /// Notes what may be lost with a folder in whose place something else stands.
    fn lose_folder(&mut self, folder: Folder, file: FileIndex) {
        let (lost, span) = (&mut self.lost, Span::file(file));
        match folder {
            Folder::Chapters => lost.with_id(Kind::Chapter, span),
            Folder::Pillars => {
                for kind in [Kind::Pillar, Kind::Dimension, Kind::Policy] {
                    lost.with_id(kind, span);
                }
            }
            Folder::Pillar(id) => {
                let entry = Err(None);
                self.pillars.push(NamedPillar { id, file, entry });
            }
            Folder::Opds => {
                lost.with_id(Kind::Opd, span);
                lost.some_programs(None, span);
            }
            Folder::Opd(id) => {
                lost.some_programs(Some(id.clone()), span);
                let entry = None;
                self.opds.push(Named { id, file, entry });
            }
            Folder::Programs(id) => lost.some_programs(Some(id), span),
            Folder::Registry => lost.registry(span),
            Folder::Proposals => lost.with_id(Kind::Proposal, span),
            Folder::Evaluations => lost.entry(Collection::Evaluations, span),
            Folder::Assets => lost.entry(Collection::Assets, span),
            Folder::Templates => {}
        }
        // Texts and templates may have lain in any of them.
        self.lost.entry(Collection::Texts, span);
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
    decode::decode_text(file, text, offset, findings).entry
}
