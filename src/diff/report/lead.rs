//! What stands first: what has to be decided, looked at and known, and the money.

use std::collections::BTreeMap;

use super::super::{Change, EntryRef, Kind, Severity};
use super::Teller;
use super::digest::printed;
use super::side::Audience;
use super::wording::{Detail, shortened};
use crate::language::Arg;

/// The first page of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// The changes by severity, the gravest first. What has to be decided is always there,
    /// if only to say that there is nothing.
    pub weights: Vec<LeadWeight>,
    /// The money before and after, in a line; none if the report is not about the whole
    /// plan.
    pub money: Option<String>,
}

/// Changes that are equally grave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadWeight {
    /// How grave they are.
    pub severity: Severity,
    /// What that is called, with how many changes there are.
    pub title: String,
    /// What it means, in a sentence.
    pub meaning: String,
    /// The changes by kind.
    pub kinds: Vec<LeadKind>,
}

/// Changes of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadKind {
    /// What the kind is called, in lower case.
    pub name: String,
    /// Why it matters, in a sentence.
    pub meaning: String,
    /// How many changes there are.
    pub count: usize,
    /// All changes that are breaking, and the first of those that are warnings.
    pub entries: Vec<LeadEntry>,
    /// How many more there are; there are none of what is breaking.
    pub more: Option<String>,
    /// Of notes, which are not listed, the first entries in a line.
    pub names: Option<String>,
}

/// A change in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadEntry {
    /// The entry that books print, as the second plan calls it if it has it.
    pub key: Option<EntryRef>,
    /// Number and name of the entry.
    pub entry: String,
    /// What of it changed.
    pub gist: Option<String>,
    /// The same word by word, if some words of a text stayed.
    pub words: Option<Detail>,
    /// What the change is known by.
    pub fingerprint: String,
}

/// Warnings of one kind that are listed; more are counted.
const WARNINGS: usize = 5;

/// Entries with a note of one kind that are named; more are counted.
const NOTES: usize = 3;

/// Most characters of what changed, in a line.
const GIST: usize = 160;

impl LeadKind {
    /// What a kind of notes is called, why it matters, and the entries.
    pub fn brief(&self) -> String {
        let count = match self.count {
            1 => String::new(),
            count => format!(" ({count})"),
        };
        let names = self.names.as_deref().unwrap_or_default();
        let names = names.trim_end_matches('.');
        format!("{}{count}: {names}. {}", self.name, self.meaning)
    }
}

impl Teller<'_> {
    /// What stands first.
    pub(super) fn lead(&self) -> Lead {
        let weights = [Severity::Breaking, Severity::Warning, Severity::Note];
        let weights = weights.into_iter().filter_map(|one| self.weight(one));
        Lead {
            weights: weights.collect(),
            money: self.money(),
        }
    }

    fn weight(&self, severity: Severity) -> Option<LeadWeight> {
        let mut kinds: BTreeMap<(Kind, String), Vec<&Change>> = BTreeMap::new();
        let mut count = 0_usize;
        for change in self.open().filter(|one| one.severity == severity) {
            let name = self.wording.meaning(change);
            kinds.entry((change.kind, name)).or_default().push(change);
            count = count.saturating_add(1);
        }
        if kinds.is_empty() && severity != Severity::Breaking {
            return None;
        }
        let count = vec![("count", Arg::Count(count))];
        let (title, meaning) = match severity {
            Severity::Breaking => (
                self.say("diff-breaking.title", count),
                match kinds.is_empty() {
                    true => self.say("diff-breaking.none", Vec::new()),
                    false => self.say("diff-breaking.means", Vec::new()),
                },
            ),
            Severity::Warning => (
                self.say("diff-warning.title", count),
                self.say("diff-warning.means", Vec::new()),
            ),
            Severity::Note => (
                self.say("diff-note.title", count),
                self.say("diff-note.means", Vec::new()),
            ),
        };
        let title = match self.report.audience {
            Audience::Council => title,
            // The word that a plan and an option have for it.
            Audience::Author => format!("{title} · {}", severity.word()),
        };
        let kinds = kinds.into_iter().map(|((kind, name), changes)| {
            let most = match severity {
                Severity::Breaking => changes.len(),
                Severity::Warning => WARNINGS,
                Severity::Note => 0,
            };
            let more = changes.len().saturating_sub(most);
            LeadKind {
                name,
                meaning: self.wording.why(kind),
                count: changes.len(),
                entries: changes
                    .iter()
                    .take(most)
                    .map(|one| self.in_a_line(one))
                    .collect(),
                more: (most > 0 && more > 0).then(|| {
                    let count = vec![("count", Arg::Count(more))];
                    self.say("diff-and-more", count)
                }),
                names: (most == 0).then(|| self.first_names(&changes)),
            }
        });
        Some(LeadWeight {
            severity,
            title,
            meaning,
            kinds: kinds.collect(),
        })
    }

    fn first_names(&self, changes: &[&Change]) -> String {
        let mut names: Vec<String> = Vec::new();
        for change in changes {
            let name = self.wording.entry(change);
            if !names.contains(&name) {
                names.push(name);
            }
            if names.len() > NOTES {
                break;
            }
        }
        if names.len() > NOTES {
            names.truncate(NOTES);
            let count = changes.len().saturating_sub(NOTES);
            names.push(self.say("diff-and-more", vec![("count", Arg::Count(count))]));
        }
        names.join("; ")
    }

    fn in_a_line(&self, change: &Change) -> LeadEntry {
        let gist = self.wording.details(change).into_iter().next();
        let worded =
            |detail: &&Detail| matches!(detail, Detail::Text { .. } | Detail::Paragraph(_));
        let words = gist.as_ref().filter(worded).cloned();
        let gist = gist.map(|detail| self.wording.detail(detail));
        LeadEntry {
            key: printed(change),
            entry: self.wording.entry(change),
            gist: gist.map(|gist| shortened(&gist, GIST)),
            words,
            fingerprint: change.fingerprint.clone(),
        }
    }

    /// The money of both plans in a line.
    fn money(&self) -> Option<String> {
        let shown = &self.report.shown;
        if shown.only.is_some() {
            return None;
        }
        let total = self.report.diff.money.total;
        let format = self.wording.format;
        if total.change() == 0 {
            let amount = vec![("amount", Arg::Money(total.after.0))];
            return Some(self.say("diff-whole-budget.same", amount));
        }
        let mut change = self.wording.signed(total.change());
        if let Some(share) = self.wording.share(total) {
            change.push_str(&format!(", {share}"));
        }
        let amounts = vec![
            ("before", Arg::Text(format.money(total.before.0))),
            ("after", Arg::Text(format.money(total.after.0))),
            ("change", Arg::Text(change)),
        ];
        Some(self.say("diff-whole-budget", amounts))
    }
}
