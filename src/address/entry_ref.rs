//! Addresses of entries.

use std::fmt;

use serde::{Serialize, Serializer};

use super::kind::Kind;
use crate::source::{Folder, Role};
use crate::words::words;

words! {
    /// Kinds of entries, in the order in which a report lists them. Of some of them, references
    /// never name one: see [`Kind`].
    #[non_exhaustive]
    EntryKind {
        /// `plan.toml`
        Plan = "plan",
        /// A phase of the road map.
        Phase = "phase",
        /// The outline of a book.
        Volume = "volume",
        /// A pillar.
        Pillar = "pillar",
        /// A dimension of a pillar.
        Dimension = "dimension",
        /// A policy direction of a pillar.
        Policy = "policy",
        /// An OPD.
        Opd = "opd",
        /// A programme.
        Program = "program",
        /// The RPJMD.
        Rpjmd = "rpjmd",
        /// A mission of the RPJMD.
        Mission = "mission",
        /// A goal of the RPJMD.
        Goal = "goal",
        /// A priority programme of the RPJMD.
        Priority = "priority",
        /// The council with its members.
        Council = "council",
        /// A body outside the city government.
        Stakeholder = "stakeholder",
        /// A law.
        Law = "law",
        /// A district.
        District = "district",
        /// An institutional need.
        Need = "need",
        /// An aspect of readiness.
        Readiness = "readiness",
        /// An abbreviation.
        Abbreviation = "abbreviation",
        /// A proposal.
        Proposal = "proposal",
        /// An evaluation.
        Evaluation = "evaluation",
        /// A chapter.
        Chapter = "chapter",
        /// An image or a document.
        Asset = "asset",
    }
}

impl EntryKind {
    /// The kind with this word, or `None` if there is no such kind.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// Where entries of the kind are written.
    pub(crate) fn home(self) -> Home {
        match self {
            Self::Plan | Self::Phase | Self::Volume => Home::Plan,
            Self::Dimension | Self::Policy => Home::Pillar,
            Self::Pillar
            | Self::Opd
            | Self::Program
            | Self::Proposal
            | Self::Evaluation
            | Self::Chapter => Home::Own,
            Self::Rpjmd
            | Self::Mission
            | Self::Goal
            | Self::Priority
            | Self::Council
            | Self::Stakeholder
            | Self::Law
            | Self::District
            | Self::Need
            | Self::Readiness
            | Self::Abbreviation => Home::Registry,
            Self::Asset => Home::File,
        }
    }

    /// Whether files with this role declare entries of the kind, alone or among others.
    pub(crate) fn is_declared_in(self, role: &Role) -> bool {
        let is_own = EntryRef::declared_by(role).is_some_and(|entry| entry.kind == self);
        is_own || self.is_among_others_in(role)
    }

    /// Whether entries of the kind stand among others in files with this role.
    pub(crate) fn is_among_others_in(self, role: &Role) -> bool {
        match self.home() {
            Home::Plan => *role == Role::Plan,
            Home::Pillar => matches!(role, Role::Pillar(_)),
            Home::Registry => *role == Role::Registry,
            Home::Own | Home::File => false,
        }
    }

    /// Whether a plan has but one entry of the kind, which has no id.
    pub fn is_single(self) -> bool {
        matches!(self, Self::Plan | Self::Rpjmd | Self::Council)
    }

    /// The kind by which references name entries of it, or `None` if nothing refers to them
    /// so.
    pub fn reference(self) -> Option<Kind> {
        Kind::ALL
            .iter()
            .copied()
            .find(|kind| Self::from(*kind) == self)
    }
}

impl From<Kind> for EntryKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Program => Self::Program,
            Kind::Opd => Self::Opd,
            Kind::Pillar => Self::Pillar,
            Kind::Dimension => Self::Dimension,
            Kind::Policy => Self::Policy,
            Kind::Mission => Self::Mission,
            Kind::Goal => Self::Goal,
            Kind::Priority => Self::Priority,
            Kind::Need => Self::Need,
            Kind::Law => Self::Law,
            Kind::District => Self::District,
            Kind::Stakeholder => Self::Stakeholder,
            Kind::Proposal => Self::Proposal,
            Kind::Chapter => Self::Chapter,
        }
    }
}

impl Serialize for EntryKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// Where entries of a kind are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In `plan.toml`.
    Plan,
    /// In the file of a pillar, among others.
    Pillar,
    /// In a file of the registry.
    Registry,
    /// In files and folders that are named after the entry.
    Own,
    /// It is a file.
    File,
}

/// The address of an entry: its kind and its id, whether or not there is such an entry. Written `program:layanan-112`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryRef {
    /// The kind.
    pub kind: EntryKind,
    /// The id, unique among its kind; empty where there is but one such entry.
    pub id: String,
}

impl EntryRef {
    /// The address of the entry of a kind with an id.
    pub fn new(kind: impl Into<EntryKind>, id: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            id: id.into(),
        }
    }

    /// Reads `program:layanan-112`. Returns `None` if the word before the colon is no kind.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, id) = text.split_once(':').unwrap_or((text, ""));
        Some(Self::new(EntryKind::parse(word)?, id))
    }

    /// The entry that a file with this role declares by its name. Returns `None` if it declares
    /// several, or none.
    pub(crate) fn declared_by(role: &Role) -> Option<Self> {
        match role {
            Role::Chapter(id) => Some(Self::new(EntryKind::Chapter, id)),
            Role::Pillar(id) => Some(Self::new(EntryKind::Pillar, id)),
            Role::Opd(id) => Some(Self::new(EntryKind::Opd, id)),
            Role::Program { id, .. } => Some(Self::new(EntryKind::Program, id)),
            Role::Proposal(id) => Some(Self::new(EntryKind::Proposal, id)),
            Role::Evaluation(id) => Some(Self::new(EntryKind::Evaluation, id)),
            Role::Plan
            | Role::PillarNarrative(_)
            | Role::OpdNarrative(_)
            | Role::ProgramNarrative { .. }
            | Role::Registry
            | Role::Asset
            | Role::Template
            | Role::Words
            | Role::Folder(_)
            | Role::Unknown => None,
        }
    }

    /// The entry of which a file with this role is the narrative. Returns `None` for a chapter,
    /// which is an entry itself, and for what is no narrative.
    pub(crate) fn told_by(role: &Role) -> Option<Self> {
        match role {
            Role::PillarNarrative(id) => Some(Self::new(EntryKind::Pillar, id)),
            Role::OpdNarrative(id) => Some(Self::new(EntryKind::Opd, id)),
            Role::ProgramNarrative { id, .. } => Some(Self::new(EntryKind::Program, id)),
            Role::Plan
            | Role::Chapter(_)
            | Role::Pillar(_)
            | Role::Opd(_)
            | Role::Program { .. }
            | Role::Registry
            | Role::Proposal(_)
            | Role::Evaluation(_)
            | Role::Asset
            | Role::Template
            | Role::Words
            | Role::Folder(_)
            | Role::Unknown => None,
        }
    }

    /// The pillar or the OPD in whose folder a file with this role lies, or whose folder it
    /// is. Returns `None` outside of these.
    pub(crate) fn with_folder_of(role: &Role) -> Option<Self> {
        match role {
            Role::Pillar(id) | Role::PillarNarrative(id) | Role::Folder(Folder::Pillar(id)) => {
                Some(Self::new(EntryKind::Pillar, id))
            }
            Role::Opd(id)
            | Role::OpdNarrative(id)
            | Role::Program { opd: id, .. }
            | Role::ProgramNarrative { opd: id, .. }
            | Role::Folder(Folder::Opd(id) | Folder::Programs(id)) => {
                Some(Self::new(EntryKind::Opd, id))
            }
            Role::Plan
            | Role::Chapter(_)
            | Role::Registry
            | Role::Proposal(_)
            | Role::Evaluation(_)
            | Role::Asset
            | Role::Template
            | Role::Words
            | Role::Folder(
                Folder::Chapters
                | Folder::Pillars
                | Folder::Opds
                | Folder::Registry
                | Folder::Proposals
                | Folder::Evaluations
                | Folder::Assets
                | Folder::Templates
                | Folder::Words,
            )
            | Role::Unknown => None,
        }
    }

    /// The entry that a file with this role declares or tells of, or `None` if there is none.
    pub fn of_file(role: &Role) -> Option<Self> {
        Self::declared_by(role).or_else(|| Self::told_by(role))
    }
}

impl fmt::Display for EntryRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.id.is_empty() {
            f.write_str(self.kind.word())
        } else {
            write!(f, "{}:{}", self.kind.word(), self.id)
        }
    }
}

impl Serialize for EntryRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
