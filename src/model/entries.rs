//! Everything that the files of a plan say.

use std::collections::BTreeMap;

use super::unreadable::{Collection, UnreadableEntries};
use super::{
    EntryKind, EvaluationFile, Kind, OpdFile, PartialPillar, PartialProgram, PillarFile, PlanFile,
    ProgramFile, ProposalFile, RegistryFile, Untyped,
};
use crate::source::{FileIndex, Folder, Span};

/// An entry whose id is the name of its file or folder.
#[derive(Debug, Clone)]
pub struct Named<T> {
    /// The id.
    pub id: String,
    /// The file.
    pub file: FileIndex,
    /// The entry; `None` if it could not be read, which has been reported.
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
    pub entry: Result<PillarFile, Option<PartialPillar>>,
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
    pub entry: Result<Box<ProgramFile>, PartialProgram>,
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
    pub(crate) pillar_narrative: BTreeMap<String, Vec<FileIndex>>,
    /// Narrative of OPD, in the order of the file names.
    pub(crate) opd_narrative: BTreeMap<String, Vec<FileIndex>>,
    /// Narrative of programmes, by the folder of the OPD and the programme.
    pub(crate) program_narrative: BTreeMap<(String, String), FileIndex>,
    /// References that do not name their kind.
    pub(crate) untyped: Vec<Untyped>,
    /// What could not be read.
    pub unreadable: UnreadableEntries,
}

impl Entries {
    /// Adds what a file of the registry says, or that it could not be read.
    pub(super) fn add_registry(&mut self, file: FileIndex, entry: Option<RegistryFile>) {
        let span = Span::file(file);
        if self.unreadable.unjudged.contains(&file) {
            self.unreadable.registry(span);
        }
        if let Some(entry) = &entry {
            self.unreadable.registry_file(entry, span);
        }
        self.registry.extend(entry);
    }

    /// Notes what may be lost with a folder in whose place something else stands.
    pub(super) fn lose_folder(&mut self, folder: Folder, file: FileIndex) {
        let (lost, span) = (&mut self.unreadable, Span::file(file));
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
            Folder::Evaluations => lost.entry(EntryKind::Evaluation, span),
            Folder::Assets => lost.entry(EntryKind::Asset, span),
            Folder::Templates | Folder::Words => {}
        }
        // Texts and templates may have lain in any of them.
        self.unreadable.entry(Collection::Texts, span);
    }
}
