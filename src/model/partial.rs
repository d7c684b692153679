//! Programmes and pillars of which only a part could be read, and which are not in the plan.

use jiff::civil::Date;

use super::decode::Context;
use super::invalid_keys::InvalidKeys;
use super::program::ProgramFile;
use super::reference::Reference;
use super::table::{Entry, Table};
use crate::address::Kind;
use crate::source::Spanned;

/// What can be known of a programme without an entry: enough to say which
/// verdicts on other entries it might change.
#[derive(Debug, Clone)]
pub struct PartialProgram {
    /// Its pillar.
    pub pillar: Option<String>,
    /// Its dimension.
    pub dimension: Option<String>,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// What it refers to, and behind which key.
    references: Vec<(&'static str, Kind, String)>,
    /// Keys that say something which is not known.
    invalid_keys: InvalidKeys,
}

impl PartialProgram {
    /// What is left of a programme of which nothing could be read.
    pub(crate) fn nothing() -> Self {
        Self {
            pillar: None,
            dimension: None,
            start: None,
            end: None,
            references: Vec::new(),
            invalid_keys: InvalidKeys::everywhere(),
        }
    }

    /// The same, with what is known of its invalid keys.
    #[must_use]
    pub(crate) fn with_gaps(mut self, invalid_keys: InvalidKeys) -> Self {
        self.invalid_keys = invalid_keys;
        self
    }

    /// Whether it may refer to an entry behind a key.
    pub(crate) fn may_refer(&self, key: &str, kind: Kind, id: &str) -> bool {
        let mut references = self.references.iter();
        self.invalid_keys.may_mean(key, kind)
            || references.any(|(other, of, to)| *other == key && *of == kind && to == id)
    }
}

impl From<&ProgramFile> for PartialProgram {
    fn from(file: &ProgramFile) -> Self {
        let mut references = References::default();
        references.typed("partners", &file.partners);
        references.typed("supports", &file.supports);
        references.ids("also", Kind::Pillar, &file.also);
        references.ids("answers", Kind::Proposal, &file.answers);
        references.ids("districts", Kind::District, &file.districts);
        references.ids("laws", Kind::Law, &file.laws);
        Self {
            pillar: Some(file.pillar.value.clone()),
            dimension: Some(file.dimension.value.clone()),
            start: Some(file.start.value),
            end: Some(file.end.value),
            references: references.0,
            invalid_keys: file.invalid_keys.clone(),
        }
    }
}

/// Read from a file whose faults have been reported.
impl Entry for PartialProgram {
    const NAME: &'static str = ProgramFile::NAME;

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut references = References::default();
        for key in ["partners", "supports"] {
            references.typed(key, &table.list::<Reference>(key, cx));
        }
        for (key, kind) in [
            ("also", Kind::Pillar),
            ("answers", Kind::Proposal),
            ("districts", Kind::District),
            ("laws", Kind::Law),
        ] {
            references.ids(key, kind, &table.list::<Spanned<String>>(key, cx));
        }
        Some(Self {
            pillar: table.optional("pillar", cx),
            dimension: table.optional("dimension", cx),
            start: table.optional("start", cx),
            end: table.optional("end", cx),
            references: references.0,
            invalid_keys: InvalidKeys::default(),
        })
    }
}

#[derive(Default)]
struct References(Vec<(&'static str, Kind, String)>);

impl References {
    fn typed(&mut self, key: &'static str, references: &[Reference]) {
        let references = references.iter();
        self.0
            .extend(references.map(|reference| (key, reference.kind, reference.id.clone())));
    }

    fn ids(&mut self, key: &'static str, kind: Kind, ids: &[Spanned<String>]) {
        self.0
            .extend(ids.iter().map(|id| (key, kind, id.value.clone())));
    }
}
