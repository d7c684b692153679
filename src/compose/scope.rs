//! What is to be made of a plan: a volume or a part of it.

use crate::finding::NameIndex;
use crate::language::{Message, message};
use crate::model::{Kind, indonesian};
use crate::resolve::{Arena, Chapter, Id, Opd, Pillar, Plan, Program};

/// What is to be made: one of the few entries that can be set alone, which the plan has, or
/// all.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// The whole volume.
    Volume,
    /// One chapter.
    Chapter(Id<Chapter>),
    /// One pillar with its programmes.
    Pillar(Id<Pillar>),
    /// The profile of one OPD with the cards of its programmes.
    Opd(Id<Opd>),
    /// The card of one programme.
    Program(Id<Program>),
}

/// A part that a plan does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnknownPart {
    /// No kind and id stand there.
    Malformed(String),
    /// There are no parts of this kind.
    Kind {
        /// The kind.
        kind: String,
        /// The part that is meant, where the kind is called otherwise.
        meant: Option<String>,
    },
    /// Nothing of the kind has this id.
    Id {
        /// Kind.
        kind: String,
        /// What was asked for.
        id: String,
        /// The ids that there are.
        known: Vec<String>,
    },
}

impl UnknownPart {
    /// That a text such as `dinas:air` names a kind of which there are no parts.
    pub(crate) fn of_no_kind(text: &str, kind: &str) -> Self {
        Self::Kind {
            kind: kind.to_owned(),
            meant: indonesian::reference(text, &["chapter", "pillar", "opd", "program"]),
        }
    }

    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Malformed(text) => message!("unknown-part.malformed", text = text),
            Self::Kind { kind, meant: None } => message!("unknown-part.kind", kind = kind),
            Self::Kind {
                kind,
                meant: Some(meant),
            } => message!("unknown-part.meant", kind = kind, meant = meant),
            Self::Id { kind, id, known } => {
                let kind = match (kind.as_str(), Kind::parse(kind)) {
                    (_, Some(kind)) => kind.name(),
                    ("volume", None) => message!("kind-volume"),
                    (kind, None) => message!("said", text = kind),
                };
                let known: NameIndex = known.iter().map(String::as_str).collect();
                let hint = known.suggest(id, &kind);
                message!("unknown-part", kind = kind, id = id, hint = hint)
            }
        }
    }
}

impl Scope {
    /// The part that a text such as `opd:diskominfo` names.
    ///
    /// # Errors
    ///
    /// If the plan has no such part; the error says which parts are meant.
    pub fn find(plan: &Plan, text: &str) -> Result<Self, UnknownPart> {
        let Some((kind, id)) = text.split_once(':') else {
            return Err(UnknownPart::Malformed(text.to_owned()));
        };
        let (found, known) = match kind {
            "chapter" => choose(&plan.chapters, id, |entry| &entry.id, Self::Chapter),
            "pillar" => choose(&plan.pillars, id, |entry| &entry.id, Self::Pillar),
            "opd" => choose(&plan.opds, id, |entry| &entry.id, Self::Opd),
            "program" => choose(&plan.programs, id, |entry| &entry.id, Self::Program),
            _ => return Err(UnknownPart::of_no_kind(text, kind)),
        };
        found.ok_or_else(|| UnknownPart::Id {
            kind: kind.to_owned(),
            id: id.to_owned(),
            known,
        })
    }
}

fn choose<T>(
    entries: &Arena<T>,
    wanted: &str,
    name: impl Fn(&T) -> &String,
    scope: impl Fn(Id<T>) -> Scope,
) -> (Option<Scope>, Vec<String>) {
    let found = entries.iter().find(|(_, entry)| name(entry) == wanted);
    let known = entries.values().map(|entry| name(entry).clone()).collect();
    (found.map(|(id, _)| scope(id)), known)
}
