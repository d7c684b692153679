//! References as they are written, before they are resolved.

use super::customary::Meant;
use super::decode::{Context, FromToml, Value};
use super::mend;
use super::shape::Shape;
use crate::finding::{Finding, offer, rules};
use crate::language::{Message, message};
use crate::source::{Span, Spanned};

use super::keyword::keywords;

keywords! {
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

    /// Whether entries of the kind stand in `registry/`.
    pub fn in_registry(self) -> bool {
        matches!(
            self,
            Self::Mission
                | Self::Goal
                | Self::Priority
                | Self::Need
                | Self::Law
                | Self::District
                | Self::Stakeholder
        )
    }
}

/// A reference that does not name its kind.
#[derive(Debug, Clone)]
pub struct Untyped {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub text: String,
    /// The key that it belongs to.
    pub key: &'static str,
}

impl Untyped {
    /// The kinds that its key refers to.
    pub fn kinds(&self) -> &'static [Kind] {
        match self.key {
            "partners" => &[Kind::Opd, Kind::Stakeholder],
            "supports" => &[Kind::Goal, Kind::Priority, Kind::Policy, Kind::Need],
            _ => &[],
        }
    }
}

/// A reference that names its kind by another name.
fn renamed(span: Span, text: &str, meant: &Meant) -> Finding {
    let finding = rules::invalid_value::untyped(span, text).hint(offer::value(meant));
    match meant.values.first().filter(|_| meant.sure) {
        Some(value) => finding.respell(span, value),
        None => finding,
    }
}

/// A reference that names its kind: `"opd:bpbd"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: String,
    /// Where it was written.
    pub span: Span,
}

impl FromToml for Reference {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let Spanned { value: text, span } = Spanned::<String>::from_toml(value, cx)?;
        let parsed = text.split_once(':').and_then(|(scheme, id)| {
            Some(Self {
                kind: Kind::parse(scheme)?,
                id: id.to_owned(),
                span,
            })
        });
        if parsed.is_none() {
            match mend::value(&text, &Shape::Reference, cx.key) {
                Some(meant) => cx.report(renamed(span, &text, &meant)),
                None => {
                    let key = cx.key;
                    cx.untyped.push(Untyped { span, text, key });
                }
            }
        }
        parsed
    }

    fn shape() -> Shape {
        Shape::Reference
    }
}
