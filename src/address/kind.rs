//! Kinds of entries to which others refer.

use crate::language::{Message, message};
use crate::words::words;

words! {
    /// Kinds of things that can be referred to. The word is the scheme of links
    /// in Markdown and the part before the colon in typed references.
    Kind {
        /// A programme.
        Program = "program",
        /// An OPD.
        Opd = "opd",
        /// A pillar.
        Pillar = "pillar",
        /// A dimension of a pillar.
        Dimension = "dimension",
        /// A policy direction of a pillar.
        Policy = "policy",
        /// A mission of the RPJMD.
        Mission = "mission",
        /// A goal of the RPJMD.
        Goal = "goal",
        /// A priority programme of the RPJMD.
        Priority = "priority",
        /// An institutional need.
        Need = "need",
        /// A law.
        Law = "law",
        /// A district.
        District = "district",
        /// A stakeholder.
        Stakeholder = "stakeholder",
        /// A proposal of the workshops.
        Proposal = "proposal",
        /// A chapter.
        Chapter = "chapter",
    }
}

impl Kind {
    /// The kind with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// What the kind is called in the language of the reader.
    pub fn name(self) -> Message {
        match self {
            Self::Program => message!("kind-program"),
            Self::Opd => message!("kind-opd"),
            Self::Pillar => message!("kind-pillar"),
            Self::Dimension => message!("kind-dimension"),
            Self::Policy => message!("kind-policy"),
            Self::Mission => message!("kind-mission"),
            Self::Goal => message!("kind-goal"),
            Self::Priority => message!("kind-priority"),
            Self::Need => message!("kind-need"),
            Self::Law => message!("kind-law"),
            Self::District => message!("kind-district"),
            Self::Stakeholder => message!("kind-stakeholder"),
            Self::Proposal => message!("kind-proposal"),
            Self::Chapter => message!("kind-chapter"),
        }
    }
}
