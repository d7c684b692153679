//! What stands first: what has to be decided, looked at and known, and the money.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::words::Words;
use super::super::{Change, Edit, EntryRef, Kind, Said, Severity, Value};
use super::ReportWriter;
use super::digest::printed;
use super::side::Audience;
use super::wording::{Detail, shortened, shortened_words};
use crate::language::Arg;
use crate::value::natural;

/// The first page of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lead {
    /// The changes by severity, the gravest first. What has to be decided is always there,
    /// if only to say that there is nothing.
    pub weights: Vec<LeadWeight>,
    /// The money before and after, in a line; none if the report is not about the whole
    /// plan.
    pub money: Option<String>,
}

/// Changes that are equally grave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LeadWeight {
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
pub(crate) struct LeadKind {
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
pub(crate) struct LeadEntry {
    /// The entry that books print, as the second plan calls it if it has it.
    pub key: Option<EntryRef>,
    /// Number and name of the entry.
    pub entry: String,
    /// What tells the entry apart in few letters: a number or an abbreviation.
    pub short: Option<String>,
    /// What of it changed, on a line, and how many other values did.
    pub gist: Option<String>,
    /// The same word by word, if it is of a text of which some words stayed.
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
    /// What the kind is called, with how many changes there are.
    pub fn counted(&self) -> String {
        match self.count {
            1 => self.name.clone(),
            count => format!("{} ({count})", self.name),
        }
    }

    /// What a kind is called of which no entry has a line, why it matters, and the entries.
    pub fn brief(&self) -> String {
        let mut brief = self.counted();
        if let Some(names) = &self.names {
            brief.push_str(&format!(": {}.", names.trim_end_matches('.')));
        }
        if !self.meaning.is_empty() {
            brief.push_str(&format!(" {}", self.meaning));
        }
        brief
    }
}

impl ReportWriter<'_> {
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
        let mut changes: Vec<&Change> = self
            .open()
            .filter(|change| change.severity == severity)
            .collect();
        // By pillar in the order of the plan, and programmes by number.
        changes.sort_by_cached_key(|change| {
            let side = change.side();
            let pillar = side.and_then(|side| side.pillar.as_ref());
            let number = side.and_then(|side| side.number.as_deref());
            (
                pillar.map(|pillar| self.report.diff.order(pillar)),
                number.map(natural),
            )
        });
        for change in changes {
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
                if kinds.is_empty() {
                    self.say("diff-breaking.none", Vec::new())
                } else {
                    self.say("diff-breaking.means", Vec::new())
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
        let target = most_changed(change);
        let details = match target {
            Some(edit) => {
                let mut alone = change.clone();
                alone.edits = vec![edit.clone()];
                self.wording.details(&alone)
            }
            None => self.wording.details(change),
        };
        let all = target.map_or(details.len(), |_| change.edits.len());
        // The sum of a programme is of all its lines, and what came or went is told as one.
        let is_one = change.figures.is_some()
            || change.evidence.is_some()
            || change.before.is_none()
            || change.after.is_none();
        let more = all.saturating_sub(1);
        let more = (more > 0 && !is_one).then(|| {
            let more = self.say("diff-and-more", vec![("count", Arg::Count(more))]);
            format!("; {more}")
        });
        let more = more.unwrap_or_default();
        let gist = details.into_iter().next();
        let words = gist.as_ref().and_then(|gist| {
            let short = |runs: &[Words]| {
                let mut runs = shortened_words(runs, GIST);
                if !more.is_empty() {
                    runs.push(Words::Kept(more.clone()));
                }
                runs
            };
            match gist {
                Detail::Text { label, words } => Some(Detail::Text {
                    label: label.clone(),
                    words: short(words),
                }),
                Detail::Paragraph(words) => Some(Detail::Paragraph(short(words))),
                Detail::Value { .. } | Detail::Sentence(_) => None,
            }
        });
        let gist = match (words.clone(), gist) {
            (Some(words), _) => Some(self.wording.detail(words)),
            (None, Some(gist)) => {
                let gist = shortened(&self.wording.detail(gist), GIST);
                Some(format!("{gist}{more}"))
            }
            (None, None) => None,
        };
        LeadEntry {
            key: printed(change),
            entry: self.wording.entry(change),
            short: self.wording.short(change),
            gist,
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

/// Of several targets the one that changed most, compared with what it was. `None` if the
/// change is not about targets.
fn most_changed(change: &Change) -> Option<&Edit> {
    if !matches!(
        change.kind,
        Kind::TargetLowered | Kind::TargetRaised | Kind::TargetChanged
    ) {
        return None;
    }
    let number = |said: &Option<Said>| {
        let Value::Number(number) = &said.as_ref()?.value else {
            return None;
        };
        Some(number.0)
    };
    let share = |edit: &&Edit| {
        let (before, after) = (number(&edit.before)?, number(&edit.after)?);
        let change = after.checked_sub(before)?.abs();
        // From nothing, any change is beyond all shares.
        Some(change.checked_div(before.abs()).unwrap_or(Decimal::MAX))
    };
    // Of those that are alike the first.
    change.edits.iter().rev().max_by_key(share)
}
