//! A report taken apart, for a page that sets it.

use super::super::{Amounts, Change, EntryRef, Kind, Severity};
use super::lead::Lead;
use super::side::Audience;
use super::tables::Row;
use super::wording::Detail;
use super::{Report, ReportWriter};
use crate::language::Format;

/// What a report says, in words of its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// What it is.
    pub title: String,
    /// The first plan: its revision, its date, and where it was kept.
    pub base: String,
    /// The second plan.
    pub head: String,
    /// A line for each of them.
    pub compared: [String; 2],
    /// How many changes there are of each severity, without a full stop.
    pub counts: String,
    /// What has to be decided, looked at and known, the gravest first.
    pub(crate) lead: Lead,
    /// What a reader has to know of the plans themselves.
    pub remarks: Vec<String>,
    /// Heading of the sums.
    pub budget: String,
    /// Sums by pillar, OPD, year and source; none if no amount changed.
    pub sums: Vec<DigestTable>,
    /// Heading of those who have to sign again, and a line for each.
    pub signatures: (String, Vec<String>),
    /// The changes by pillar and OPD, those that are accepted last.
    pub sections: Vec<DigestSection>,
}

/// A table of sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestTable {
    /// Heads of the columns.
    pub heads: Vec<String>,
    /// A row for each amount.
    pub rows: Vec<DigestRow>,
    /// The cells of the totals.
    pub total: Vec<String>,
}

/// A row of a table of sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestRow {
    /// Name, before, after, change and share.
    pub cells: Vec<String>,
    /// Whether it is a part of the row above it.
    pub(crate) is_part: bool,
}

/// Changes under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestSection {
    /// The heading.
    pub title: String,
    /// The changes.
    pub changes: Vec<DigestChange>,
}

/// A change in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestChange {
    /// The entry that books print, as the second plan calls it if it has it.
    pub key: Option<EntryRef>,
    /// What the change is known by.
    pub fingerprint: String,
    /// How grave it is.
    pub severity: Severity,
    /// The word for that.
    pub gravity: String,
    /// What it means.
    pub kind: String,
    /// Number and name of the entry.
    pub entry: String,
    /// What it consists of.
    pub details: Vec<Detail>,
    /// The code of its kind, where it stands in both plans, and its fingerprint, for who writes
    /// the plan.
    pub places: Option<String>,
    /// Who accepted it and why.
    pub accepted: Option<String>,
}

impl Report<'_> {
    /// What the report says, for a page that sets it.
    pub(crate) fn digest(&self) -> Digest {
        let catalogue = self.catalogue();
        let format = Format::new(self.language);
        self.teller(&catalogue, &format).digest()
    }
}

/// The entry that books print, as the second plan calls it if it has it. No page says how a
/// plan is judged.
pub(super) fn printed(change: &Change) -> Option<EntryRef> {
    let key = change.side().map(|side| side.key.clone());
    key.filter(|_| change.kind != Kind::ConfigurationChanged)
}

impl ReportWriter<'_> {
    fn digest(&self) -> Digest {
        let row = |name: &str, amounts: Amounts| {
            let mut row = vec![name.to_owned()];
            row.extend(self.columns(amounts));
            row
        };
        let total = row(
            &self.say("diff-total", Vec::new()),
            self.report.diff.money.total,
        );
        let sums = self.sums().into_iter().map(|table| {
            let mut heads = vec![table.title];
            heads.extend(self.heads());
            let rows = table.rows.iter().flat_map(Row::lines);
            let rows = rows.map(|line| DigestRow {
                cells: row(line.name, line.amounts),
                is_part: line.is_part,
            });
            DigestTable {
                heads,
                rows: rows.collect(),
                total: total.clone(),
            }
        });
        let mut sections: Vec<DigestSection> = self
            .sections()
            .into_iter()
            .map(|section| DigestSection {
                title: section.title,
                changes: section.changes.iter().map(|one| self.change(one)).collect(),
            })
            .collect();
        let accepted = self.accepted();
        if !accepted.is_empty() {
            sections.push(DigestSection {
                title: self.say("diff-accepted", Vec::new()),
                changes: accepted.iter().map(|one| self.change(one)).collect(),
            });
        }
        Digest {
            title: self.title(),
            base: self.base(),
            head: self.head(),
            compared: self.compared(),
            counts: self.counts().trim_end_matches('.').to_owned(),
            lead: self.lead_on_a_page(),
            remarks: self.remarks(),
            budget: self.say("diff-budget", Vec::new()),
            sums: sums.collect(),
            signatures: (self.signatures_title(), self.signatures_on_a_page()),
            sections,
        }
    }

    fn change(&self, change: &Change) -> DigestChange {
        let is_author = self.report.audience == Audience::Author;
        DigestChange {
            key: printed(change),
            fingerprint: change.fingerprint.clone(),
            severity: change.severity,
            gravity: self.severity(change.severity),
            kind: self.wording.meaning(change),
            entry: self.wording.entry(change),
            details: self.wording.details(change),
            places: is_author.then(|| {
                let kind = change.kind;
                let (code, name) = (kind.code(), kind.name());
                let places = self.places(change);
                format!("{code} {name} · {places} · {}", change.fingerprint)
            }),
            accepted: self.acceptance(change),
        }
    }
}
