//! What entries of a plan are called while two plans are compared.

use std::fmt;

use serde::Serialize;

use crate::model::indonesian;

/// Kinds of entries, in the order in which a report lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// `plan.toml`
    Plan,
    /// A phase of the road map.
    Phase,
    /// The outline of a book.
    Volume,
    /// A pillar.
    Pillar,
    /// A dimension of a pillar.
    Dimension,
    /// A policy direction of a pillar.
    Policy,
    /// An OPD.
    Opd,
    /// A programme.
    Program,
    /// The RPJMD.
    Rpjmd,
    /// A mission of the RPJMD.
    Mission,
    /// A goal of the RPJMD.
    Goal,
    /// A priority programme of the RPJMD.
    Priority,
    /// The council with its members.
    Council,
    /// A body outside the city government.
    Stakeholder,
    /// A law.
    Law,
    /// A district.
    District,
    /// An institutional need.
    Need,
    /// An aspect of readiness.
    Readiness,
    /// An abbreviation.
    Abbreviation,
    /// A proposal.
    Proposal,
    /// An evaluation.
    Evaluation,
    /// A chapter.
    Chapter,
    /// An image or a document.
    Asset,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: &[Self] = &[
        Self::Plan,
        Self::Phase,
        Self::Volume,
        Self::Pillar,
        Self::Dimension,
        Self::Policy,
        Self::Opd,
        Self::Program,
        Self::Rpjmd,
        Self::Mission,
        Self::Goal,
        Self::Priority,
        Self::Council,
        Self::Stakeholder,
        Self::Law,
        Self::District,
        Self::Need,
        Self::Readiness,
        Self::Abbreviation,
        Self::Proposal,
        Self::Evaluation,
        Self::Chapter,
        Self::Asset,
    ];

    /// The word that stands before the colon of a key.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Phase => "phase",
            Self::Volume => "volume",
            Self::Pillar => "pillar",
            Self::Dimension => "dimension",
            Self::Policy => "policy",
            Self::Opd => "opd",
            Self::Program => "program",
            Self::Rpjmd => "rpjmd",
            Self::Mission => "mission",
            Self::Goal => "goal",
            Self::Priority => "priority",
            Self::Council => "council",
            Self::Stakeholder => "stakeholder",
            Self::Law => "law",
            Self::District => "district",
            Self::Need => "need",
            Self::Readiness => "readiness",
            Self::Abbreviation => "abbreviation",
            Self::Proposal => "proposal",
            Self::Evaluation => "evaluation",
            Self::Chapter => "chapter",
            Self::Asset => "asset",
        }
    }
}

/// An entry: its kind and its id. Written `program:layanan-112`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The kind.
    pub kind: EntryKind,
    /// The id, unique among its kind; empty where there is but one such entry.
    pub id: String,
}

impl Key {
    /// The key of an entry.
    pub fn new(kind: EntryKind, id: impl Into<String>) -> Self {
        Self {
            kind,
            id: id.into(),
        }
    }

    /// Reads `program:layanan-112`; nothing if the word before the colon is no kind.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, id) = text.split_once(':').unwrap_or((text, ""));
        let kind = EntryKind::ALL.iter().find(|kind| kind.word() == word)?;
        Some(Self::new(*kind, id))
    }

    /// What is meant by a text that names no kind of a plan: `pillar:layanan` by
    /// `pilar:layanan`. Nothing if it may mean several, or none.
    pub fn meant(text: &str) -> Option<String> {
        let kinds: Vec<&str> = EntryKind::ALL.iter().map(|kind| kind.word()).collect();
        indonesian::reference(text, &kinds)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.id.is_empty() {
            true => f.write_str(self.kind.word()),
            false => write!(f, "{}:{}", self.kind.word(), self.id),
        }
    }
}

impl Serialize for Key {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
