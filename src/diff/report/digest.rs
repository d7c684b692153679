//! A report taken apart, for a page that sets it.

use super::super::{Amounts, Change, Severity};
use super::wording::Detail;
use super::{Report, Teller};
use crate::language::{Catalogue, Format};

/// What a report says, in words of its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// What was compared.
    pub title: String,
    /// How many changes there are of each severity.
    pub counts: String,
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
    /// A row for each amount: its name, before, after, change and share.
    pub rows: Vec<Vec<String>>,
    /// The row of the totals.
    pub total: Vec<String>,
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
    /// How grave it is.
    pub severity: Severity,
    /// The word for that.
    pub gravity: String,
    /// Code of its kind.
    pub code: &'static str,
    /// What it means.
    pub kind: String,
    /// Number and name of the entry.
    pub entry: String,
    /// What it consists of.
    pub details: Vec<Detail>,
    /// Where it stands in both plans.
    pub places: String,
    /// Who accepted it and why.
    pub accepted: Option<String>,
}

impl Report<'_> {
    /// What the report says, for a page that sets it.
    pub fn digest(&self) -> Digest {
        let catalogue = Catalogue::new(self.language);
        let format = Format::new(self.language);
        self.teller(&catalogue, &format).digest()
    }
}

impl Teller<'_> {
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
            let rows = table.rows.iter().map(|(name, sum)| row(name, *sum));
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
            counts: self.counts(),
            remarks: self.remarks(),
            budget: self.say("diff-budget", Vec::new()),
            sums: sums.collect(),
            signatures: (self.say("diff-signatures", Vec::new()), self.signatures()),
            sections,
        }
    }

    fn change(&self, change: &Change) -> DigestChange {
        DigestChange {
            severity: change.severity,
            gravity: self.severity(change.severity),
            code: change.kind.code(),
            kind: self.wording.kind(change.kind),
            entry: self.wording.entry(change),
            details: self.wording.details(change),
            places: self.places(change),
            accepted: self.acceptance(change),
        }
    }
}
