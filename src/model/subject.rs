//! What a finding can be about.

use super::reference::Kind;

/// A kind of entry that findings and exceptions name by an id: `law:uu-23-2014`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Entries that can be referred to.
    Of(Kind),
    /// An abbreviation, by its short form.
    Abbreviation,
    /// An aspect of readiness.
    Readiness,
    /// A phase of the road map.
    Phase,
    /// A volume.
    Volume,
    /// An evaluation, by its date.
    Evaluation,
}

impl Subject {
    /// The kinds that cannot be referred to.
    const OTHERS: &[Self] = &[
        Self::Abbreviation,
        Self::Readiness,
        Self::Phase,
        Self::Volume,
        Self::Evaluation,
    ];

    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        let kinds = Kind::ALL.iter().copied().map(Self::Of);
        kinds.chain(Self::OTHERS.iter().copied())
    }

    /// The part before the colon.
    pub fn word(self) -> &'static str {
        match self {
            Self::Of(kind) => kind.word(),
            Self::Abbreviation => "abbreviation",
            Self::Readiness => "readiness",
            Self::Phase => "phase",
            Self::Volume => "volume",
            Self::Evaluation => "evaluation",
        }
    }

    /// The kind with this word, or `None` if there is no such kind.
    pub fn parse(word: &str) -> Option<Self> {
        Self::all().find(|subject| subject.word() == word)
    }
}

impl From<Kind> for Subject {
    fn from(kind: Kind) -> Self {
        Self::Of(kind)
    }
}
