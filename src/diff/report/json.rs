//! Changes as one JSON document.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use super::super::{
    Amounts, Change, EntryRef, Figures, Home, Said, Severity, Side, Value, Version,
};
use super::ReportWriter;
use super::tables::moved;
use crate::finding::pretty;

/// Version of the document; it rises when a field changes its meaning or goes.
pub(crate) const VERSION: u32 = 1;

/// Changes of `ambonplan diff`.
#[derive(Serialize, JsonSchema)]
struct Document {
    /// Version of this format; it rises when a field changes its meaning or goes.
    version: u32,
    /// The first plan.
    base: Named,
    /// The second plan.
    head: Named,
    /// Which of the changes these are; all if nothing is said.
    shown: Shown,
    /// Changes that are not accepted, by severity; those too that `severity` leaves out.
    counts: Counts,
    /// All changes, by kind of entry, pillar, OPD and entry.
    changes: Vec<Entry>,
    /// Entries that have another id.
    renamed: Vec<Renamed>,
    /// The budgets of both plans as a whole; none if the changes of one entry were asked for.
    money: Option<Money>,
    /// OPD that have to sign again.
    signatures: Vec<Signature>,
    /// Entries of which one plan says nothing that can be read, or not everything.
    unread: Vec<Unread>,
    /// Fingerprints that `plan.toml` accepts and that no change has.
    unused: Vec<String>,
    /// The plan that decided how grave changes are and which are accepted: `base` or `head`.
    policy_from: String,
}

/// A plan.
#[derive(Serialize, JsonSchema)]
struct Named {
    /// As it was asked for.
    name: String,
    /// How many errors it has.
    errors: usize,
    /// The revision that `plan.toml` says.
    revision: Option<String>,
    /// The date that `plan.toml` says.
    date: Option<String>,
    /// The commit that it was read from; none for a directory.
    commit: Option<Commit>,
}

/// A commit of git.
#[derive(Serialize, JsonSchema)]
struct Commit {
    /// Its hash.
    hash: String,
    /// The day on which it was written, by its author's clock.
    date: Option<String>,
}

/// Which changes are shown.
#[derive(Serialize, JsonSchema)]
struct Shown {
    /// Those of this entry, and of what belongs to it: `opd:diskominfo`.
    only: Option<String>,
    /// Those that are at least as grave: `breaking`, `warning` or `note`.
    severity: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct Counts {
    breaking: usize,
    warning: usize,
    note: usize,
    /// Changes of any severity that are accepted.
    accepted: usize,
}

/// One change.
#[derive(Serialize, JsonSchema)]
pub(super) struct Entry {
    /// Stable code of the kind.
    code: String,
    /// Stable name of the kind.
    kind: String,
    /// `breaking`, `warning` or `note`.
    severity: String,
    /// What it means, in one phrase.
    message: String,
    /// Why that matters, in a sentence.
    why: String,
    /// The same for the same change, whatever else changes.
    fingerprint: String,
    /// The entry in the first plan.
    before: Option<Place>,
    /// The entry in the second plan.
    after: Option<Place>,
    /// The values that came, went or became others.
    values: Vec<Values>,
    /// Budget of the programme, or what is planned under a ceiling.
    amounts: Option<Sum>,
    /// Why two entries with different ids are taken for one.
    evidence: Option<Evidence>,
    /// Why the change is accepted.
    accepted: Option<Accepted>,
}

/// An entry of one of the plans.
#[derive(Serialize, JsonSchema)]
struct Place {
    /// `program:layanan-112`
    entry: String,
    /// What it is called.
    name: String,
    /// Printed number of a programme.
    number: Option<String>,
    /// Its pillar.
    pillar: Option<String>,
    /// Its OPD.
    opd: Option<String>,
    /// File.
    file: String,
    /// Line, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
}

/// A value in both plans.
#[derive(Serialize, JsonSchema)]
struct Values {
    /// Where in the entry: `indicator[Waktu].targets.2027`.
    path: String,
    /// The old value: money as whole rupiah, dates as `2026-03-01`.
    before: Option<String>,
    /// The new value.
    after: Option<String>,
}

/// Two sums in whole rupiah, as decimal digits: they may pass what a number of JSON
/// holds exactly.
#[derive(Serialize, JsonSchema)]
struct Sum {
    before: String,
    after: String,
    change: String,
}

#[derive(Serialize, JsonSchema)]
struct Evidence {
    /// The printed number that both have.
    number: Option<String>,
    /// How much of what either says is said by both, in percent.
    alike: usize,
}

#[derive(Serialize, JsonSchema)]
struct Accepted {
    reason: String,
    by: String,
    date: String,
}

#[derive(Serialize, JsonSchema)]
struct Renamed {
    before: String,
    after: String,
}

/// Every list adds up to the total, but for what is left out.
#[derive(Serialize, JsonSchema)]
struct Money {
    total: Sum,
    pillars: Vec<Row>,
    opds: Vec<Row>,
    years: Vec<Row>,
    sources: Vec<Row>,
    /// Programmes that are in no sum of either plan, since one of the plans does not say all
    /// of them, with what either says.
    left_out: Vec<Row>,
}

#[derive(Serialize, JsonSchema)]
struct Row {
    /// The pillar, the OPD, the year, the source or the programme.
    of: String,
    #[serde(flatten)]
    sum: Sum,
    /// What of the sum is of programmes that moved from one pillar or OPD to another.
    moved: Option<Moved>,
}

/// Programmes that moved, and their money.
#[derive(Serialize, JsonSchema)]
struct Moved {
    programs: Vec<String>,
    #[serde(flatten)]
    sum: Sum,
}

#[derive(Serialize, JsonSchema)]
struct Signature {
    opd: String,
    name: String,
    /// How many changes of substance concern it.
    changes: usize,
    /// Who leads it now in place of who signed.
    head: Option<NewHead>,
}

/// Another head of an OPD than the one who signed.
#[derive(Serialize, JsonSchema)]
struct NewHead {
    /// Who signed.
    before: String,
    /// Who leads the OPD now.
    after: String,
}

#[derive(Serialize, JsonSchema)]
struct Unread {
    entry: String,
    /// Whether it is the second plan that cannot be read.
    in_head: bool,
}

/// The JSON Schema of the document.
pub fn schema() -> Schema {
    schema_for!(Document)
}

impl From<Amounts> for Sum {
    fn from(amounts: Amounts) -> Self {
        Self {
            before: amounts.before.0.to_string(),
            after: amounts.after.0.to_string(),
            change: amounts.change().to_string(),
        }
    }
}

fn rows<K: ToString>(sums: impl Iterator<Item = (K, Amounts)>) -> Vec<Row> {
    let rows = sums.map(|(key, amounts)| Row {
        of: key.to_string(),
        sum: amounts.into(),
        moved: None,
    });
    rows.collect()
}

/// Sums of pillars or of OPD, with what of each moved.
fn homes(
    money: &super::super::Money,
    sums: &BTreeMap<EntryRef, Amounts>,
    of: fn(&Home) -> &EntryRef,
) -> Vec<Row> {
    let moved = moved(money, of);
    let rows = sums.iter().map(|(key, amounts)| Row {
        of: key.to_string(),
        sum: (*amounts).into(),
        moved: moved.get(key).map(|one| Moved {
            programs: one.programs.iter().map(ToString::to_string).collect(),
            sum: one.amounts.into(),
        }),
    });
    rows.collect()
}

impl ReportWriter<'_> {
    pub(super) fn json(&self) -> String {
        let report = self.report;
        let diff = report.diff;
        let money = &diff.money;
        let named = |side: &super::Named| Named {
            name: side.name.clone(),
            errors: side.errors,
            revision: side.revision.clone(),
            date: side.date.map(|date| date.to_string()),
            commit: side.commit.as_ref().map(|commit| Commit {
                hash: commit.hash.clone(),
                date: commit.date.map(|date| date.to_string()),
            }),
        };
        let document = Document {
            version: VERSION,
            base: named(&report.base),
            head: named(&report.head),
            shown: Shown {
                only: report.shown.only.as_ref().map(ToString::to_string),
                severity: report.shown.severity.map(|one| one.word().to_owned()),
            },
            counts: Counts {
                breaking: diff.count(Severity::Breaking),
                warning: diff.count(Severity::Warning),
                note: diff.count(Severity::Note),
                accepted: diff
                    .changes
                    .iter()
                    .filter(|one| one.accepted.is_some())
                    .count(),
            },
            changes: diff
                .changes
                .iter()
                .filter(|change| report.shown.has(change))
                .map(|change| self.entry(change))
                .collect(),
            renamed: diff
                .renames
                .iter()
                .map(|(before, after)| Renamed {
                    before: before.to_string(),
                    after: after.to_string(),
                })
                .collect(),
            money: report.shown.only.is_none().then(|| Money {
                total: money.total.into(),
                pillars: homes(money, &money.pillars, |home| &home.pillar),
                opds: homes(money, &money.opds, |home| &home.opd),
                years: rows(money.years.iter().map(|(year, sum)| (year, *sum))),
                sources: rows(money.sources.iter().map(|(one, sum)| (one.word(), *sum))),
                left_out: rows(money.left_out.iter().map(|(key, sum)| (key, *sum))),
            }),
            signatures: diff
                .signatures
                .iter()
                .map(|one| Signature {
                    opd: one.opd.to_string(),
                    name: one.name.clone(),
                    changes: one.changes,
                    head: one.head.as_ref().map(|head| NewHead {
                        before: head.before.clone(),
                        after: head.after.clone(),
                    }),
                })
                .collect(),
            unused: diff.unused.clone(),
            policy_from: diff.policy_from.word().into(),
            unread: diff
                .unread
                .iter()
                .map(|one| Unread {
                    entry: one.key.to_string(),
                    in_head: one.version == Version::After,
                })
                .collect(),
        };
        pretty(&document)
    }

    pub(super) fn entry(&self, change: &Change) -> Entry {
        let place = |side: &Side| Place {
            entry: side.key.to_string(),
            name: side.name.clone(),
            number: side.number.clone(),
            pillar: side.pillar.as_ref().map(ToString::to_string),
            opd: side.opd.as_ref().map(ToString::to_string),
            file: self.report.path(&side.place),
            line: side.place.line,
            column: side.place.column,
        };
        let value = |said: &Said| match &said.value {
            // Of what is there and says nothing more, the path says it all.
            Value::Present => String::from("true"),
            value @ (Value::Text(_)
            | Value::Flag(_)
            | Value::Count(_)
            | Value::Money(_)
            | Value::Number(_)
            | Value::Year(_)
            | Value::Date(_)
            | Value::Word(_)
            | Value::Entry(_)
            | Value::List(_)
            | Value::Prose(_)
            | Value::Digest(_)) => value.to_string(),
        };
        let values = change.edits.iter().map(|edit| Values {
            path: edit.path().map(ToString::to_string).unwrap_or_default(),
            before: edit.before.as_ref().map(value),
            after: edit.after.as_ref().map(value),
        });
        Entry {
            code: change.kind.code().into(),
            kind: change.kind.name().into(),
            severity: change.severity.word().into(),
            message: self.wording.meaning(change),
            why: self.wording.why(change.kind),
            fingerprint: change.fingerprint.clone(),
            before: change.before.as_ref().map(place),
            after: change.after.as_ref().map(place),
            values: values.collect(),
            amounts: change.figures.as_ref().map(|figures| match figures {
                Figures::Money(amounts) => (*amounts).into(),
                Figures::Ceiling { planned, .. } => (*planned).into(),
            }),
            evidence: change.evidence.as_ref().map(|why| Evidence {
                number: why.number.clone(),
                alike: why.alike,
            }),
            accepted: change.accepted.as_ref().map(|why| Accepted {
                reason: why.reason.clone(),
                by: why.by.clone(),
                date: why.date.to_string(),
            }),
        }
    }
}
