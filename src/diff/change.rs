//! A change with its meaning.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

use super::edit::{Edit, Said};
use super::money::Amounts;
use super::pairing::Evidence;
use super::settings::{Acceptance, Settings};
use super::version::Version;
use crate::model::Severity;
use crate::model::change::Kind;
use crate::model::{EntryKind, EntryRef};
use crate::model::{Rupiah, Year};
use crate::records::Path;

/// What of a programme is promised with it.
const PROMISED: [&str; 10] = [
    "activity",
    "activity-budget",
    "activity-indicator",
    "budget",
    "end",
    "indicator",
    "start",
    "sub",
    "sub-budget",
    "sub-indicator",
];

/// A place in a file of one of the plans.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The plan.
    pub version: Version,
    /// Path relative to the plan directory.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// An entry as one of the plans has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The entry.
    pub key: EntryRef,
    /// What it is called; empty if it has no name.
    pub name: String,
    /// The number of a programme, as it is printed: `GOV-07`.
    pub number: Option<String>,
    /// The pillar that it belongs to.
    pub pillar: Option<EntryRef>,
    /// The OPD that it belongs to.
    pub opd: Option<EntryRef>,
    /// Where what changed stands, or else the entry.
    pub place: Place,
}

impl Side {
    /// An entry of which no more is known than where it stands.
    pub(super) fn bare(key: EntryRef, name: &str, place: Place) -> Self {
        Self {
            key,
            name: name.to_owned(),
            number: None,
            pillar: None,
            opd: None,
            place,
        }
    }

    /// The same entry where the plan is the other one of the comparison.
    fn inverted(mut self) -> Self {
        self.place.version = self.place.version.other();
        self
    }
}

/// Numbers that explain a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// All money of the programme.
    Money(Amounts),
    /// What an OPD plans to spend in a year of money with a ceiling, and the ceiling.
    Ceiling {
        /// The year.
        year: Year,
        /// What is planned.
        planned: Amounts,
        /// The ceilings, where there is one.
        ceiling: (Option<Rupiah>, Option<Rupiah>),
    },
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it means.
    pub kind: Kind,
    /// How grave it is.
    pub severity: Severity,
    /// The entry in the first plan.
    pub before: Option<Side>,
    /// The entry in the second plan.
    pub after: Option<Side>,
    /// The values that changed, in the order of their paths. None for what follows from
    /// other changes.
    pub edits: Vec<Edit>,
    /// Why two entries with different ids are taken for one.
    pub(crate) evidence: Option<Evidence>,
    /// Numbers that explain it.
    pub figures: Option<Figures>,
    /// What the change is known by as long as it is the same: 16 hexadecimal digits. It
    /// depends on the entry and the values, not on places, names or severity; that of a
    /// programme that came or went on its money, dates, activities and indicators, of
    /// another entry that went on all that it said, and of one that came on the entry alone.
    pub fingerprint: String,
    /// Why it is accepted, if it is.
    pub accepted: Option<Acceptance>,
    /// What is known of an entry of which something cannot be read, in either plan.
    known: [Known; 2],
}

/// What is known of an entry of which one of the plans does not say everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Known {
    /// Whether this plan is the one.
    pub is_unclear: bool,
    /// All that it says, in a number: who accepts that something cannot be read, accepts it
    /// of this.
    pub digest: u64,
}

impl Change {
    /// A change; its severity and its fingerprint follow from the rest.
    pub(super) fn new(
        kind: Kind,
        sides: (Option<Side>, Option<Side>),
        edits: Vec<Edit>,
        evidence: Option<Evidence>,
        figures: Option<Figures>,
        settings: &Settings,
    ) -> Self {
        Self::of(
            (kind, sides),
            edits,
            evidence,
            figures,
            Default::default(),
            settings,
        )
    }

    /// That an entry cannot be read in one of the plans, or not everything of it.
    pub(super) fn unclear(
        sides: (Option<Side>, Option<Side>),
        known: [Known; 2],
        settings: &Settings,
    ) -> Self {
        let kind = match known {
            [_, head] if head.is_unclear => Kind::EntryUnreadable,
            _ => Kind::EntryReadable,
        };
        Self::of((kind, sides), Vec::new(), None, None, known, settings)
    }

    fn of(
        (kind, sides): (Kind, (Option<Side>, Option<Side>)),
        edits: Vec<Edit>,
        evidence: Option<Evidence>,
        figures: Option<Figures>,
        known: [Known; 2],
        settings: &Settings,
    ) -> Self {
        let money = figures.and_then(|figures| match figures {
            Figures::Money(amounts) => Some(amounts),
            Figures::Ceiling { .. } => None,
        });
        let mut change = Self {
            kind,
            severity: settings.severity(kind, money),
            before: sides.0,
            after: sides.1,
            edits,
            evidence,
            figures,
            fingerprint: String::new(),
            accepted: None,
            known,
        };
        change.fingerprint = change.fingerprint();
        change.accepted = settings.accepted.get(&change.fingerprint).cloned();
        change
    }

    /// The entry as it is, or else as it was.
    pub fn side(&self) -> Option<&Side> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// Where in the entry the first value stands that changed.
    pub fn path(&self) -> Option<&Path> {
        self.edits.first().and_then(Edit::path)
    }

    fn fingerprint(&self) -> String {
        let mut hasher = SipHasher13::new();
        let mut add = |part: &str| {
            hasher.write(part.as_bytes());
            hasher.write_u8(0);
        };
        add(self.kind.code());
        for side in [&self.before, &self.after] {
            add(&side
                .as_ref()
                .map(|side| side.key.to_string())
                .unwrap_or_default());
        }
        if let (
            Kind::OverCeiling | Kind::WithinCeiling,
            Some(Figures::Ceiling {
                year,
                planned,
                ceiling,
            }),
        ) = (self.kind, &self.figures)
        {
            let top = |amount: Option<Rupiah>| amount.map(|amount| amount.0.to_string());
            add(&year.to_string());
            for planned in [planned.before, planned.after] {
                add(&planned.0.to_string());
            }
            for ceiling in [ceiling.0, ceiling.1] {
                add(&top(ceiling).unwrap_or_default());
            }
        }
        if self.kind.is_unclear() {
            for known in self.known {
                add(&known.digest.to_string());
            }
        }
        let is_whole = self.before.is_none() || self.after.is_none();
        let edits = self.edits.iter();
        for edit in edits.filter(|edit| !is_whole || self.is_promise(edit)) {
            for said in [&edit.before, &edit.after] {
                let tell = |said: &Said| (said.path.to_string(), said.value.to_string());
                let (path, value) = said.as_ref().map(tell).unwrap_or_default();
                add(&path);
                add(&value);
            }
        }
        format!("{:016x}", hasher.finish())
    }

    /// Whether a value of an entry that came or went is of what is accepted with it: of a
    /// programme what is promised with it, and of what else is gone all that it said.
    fn is_promise(&self, edit: &Edit) -> bool {
        let is_program = self
            .side()
            .is_some_and(|side| side.key.kind == EntryKind::Program);
        if is_program {
            edit.path()
                .is_some_and(|path| PROMISED.contains(&path.field))
        } else {
            self.after.is_none()
        }
    }

    /// The same change seen from the other side.
    pub(super) fn inverted(self, settings: &Settings) -> Self {
        let [before, after] = self.known;
        let sides = (
            self.after.map(Side::inverted),
            self.before.map(Side::inverted),
        );
        if self.kind.is_unclear() {
            return Self::unclear(sides, [after, before], settings);
        }
        let figures = self.figures.map(|figures| match figures {
            Figures::Money(amounts) => Figures::Money(amounts.inverted()),
            Figures::Ceiling {
                year,
                planned,
                ceiling: (first, second),
            } => Figures::Ceiling {
                year,
                planned: planned.inverted(),
                ceiling: (second, first),
            },
        });
        let mut edits: Vec<Edit> = self.edits.into_iter().map(Edit::inverted).collect();
        edits.sort_by(|one, other| one.order().cmp(&other.order()));
        Self::new(
            self.kind.inverted(),
            sides,
            edits,
            self.evidence,
            figures,
            settings,
        )
    }

    /// In which order changes are listed: by kind of entry, pillar, OPD and entry.
    pub(super) fn order(&self) -> impl Ord + use<'_> {
        let side = self.side();
        let key = side.map(|side| &side.key);
        (
            key.map(|key| key.kind),
            side.and_then(|side| side.pillar.as_ref()),
            side.and_then(|side| side.opd.as_ref()),
            key,
            self.kind,
            self.path(),
            &self.fingerprint,
        )
    }
}

/// An OPD whose head signed the first plan, and of whose programmes something changed that
/// the signature was for, or that has another head now. Whoever signed again after that is not
/// listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The OPD in the second plan.
    pub opd: EntryRef,
    /// Its name.
    pub name: String,
    /// How many changes of substance concern it.
    pub changes: usize,
    /// Who leads it now in place of who signed.
    pub head: Option<NewHead>,
}

/// Another head of an OPD than the one who signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHead {
    /// Who signed.
    pub before: String,
    /// Who leads the OPD now.
    pub after: String,
}

/// An entry that one of the plans has in a file that cannot be read, so that nobody knows
/// what became of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// The entry.
    pub key: EntryRef,
    /// The plan that cannot be read.
    pub version: Version,
}
