//! What stands first in a report on paper, so that it fits on one page.
//!
//! The more has changed, the fewer words each change has. What needs a decision is named
//! whatever there is.

use super::super::Severity;
use super::ReportWriter;
use super::lead::{Lead, LeadKind, LeadWeight};
use crate::language::Arg;

/// Lines of a page below its title.
const LINES: usize = 38;

/// Characters of a line.
const LINE: usize = 88;

/// Lines that a heading takes.
const HEADING: usize = 3;

/// OPD that have to sign again and have a line each.
const SIGNATURES: usize = 6;

/// How many words changes have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Words {
    /// As many as anywhere.
    All,
    /// A line each for the first of a kind.
    First,
    /// A line each, in which only the entry is named.
    Plain,
    /// A line for all of a kind, in which the entries are named.
    Named,
    /// The same with what tells the entries apart in few letters.
    Short,
    /// A line for all kinds, in which changes are counted.
    Counted,
}

/// How many words changes have that need a decision, that are to be looked at and that are
/// for information, the most first.
const STEPS: [[Words; 3]; 9] = [
    [Words::All, Words::All, Words::All],
    [Words::All, Words::First, Words::All],
    [Words::All, Words::Named, Words::All],
    [Words::All, Words::Named, Words::Counted],
    [Words::All, Words::Counted, Words::Counted],
    [Words::Plain, Words::Counted, Words::Counted],
    [Words::Named, Words::Named, Words::Counted],
    [Words::Named, Words::Counted, Words::Counted],
    [Words::Short, Words::Counted, Words::Counted],
];

impl ReportWriter<'_> {
    /// What stands first, in as many words as fit on a page.
    pub(super) fn lead_on_a_page(&self) -> Lead {
        let whole = self.lead();
        let remarks = self.remarks();
        let signatures = self.signatures_on_a_page();
        let front = remarks.iter().chain(&signatures).chain(&whole.money);
        let taken: usize = front.map(|text| lines(text)).sum();
        let taken = taken.saturating_add(HEADING);
        let leads = STEPS.iter().map(|step| self.shortened(&whole, step));
        let mut last = whole.clone();
        for lead in leads {
            let is_enough = lead.lines().saturating_add(taken) <= LINES;
            last = lead;
            if is_enough {
                break;
            }
        }
        last
    }

    /// The OPD that have to sign again: a line each, or one for all if they are many.
    pub(super) fn signatures_on_a_page(&self) -> Vec<String> {
        let signatures = &self.report.diff.signatures;
        if signatures.len() <= SIGNATURES {
            return self.signatures();
        }
        // Who has another head has to know why.
        let (replaced, same): (Vec<_>, Vec<_>) =
            signatures.iter().partition(|one| one.head.is_some());
        let mut told: Vec<String> = replaced
            .into_iter()
            .map(|one| self.signature(one))
            .collect();
        let names = same.into_iter();
        let names = names.map(|one| self.report.diff.short(&one.opd).unwrap_or(one.name.clone()));
        let names: Vec<String> = names.collect();
        if !names.is_empty() {
            told.push(names.join("; "));
        }
        told
    }

    fn shortened(&self, whole: &Lead, words: &[Words; 3]) -> Lead {
        let [breaking, warnings, notes] = *words;
        let weights = whole.weights.iter().map(|weight| {
            let words = match weight.severity {
                Severity::Breaking => breaking,
                Severity::Warning => warnings,
                Severity::Note => notes,
            };
            let mut short = match words {
                Words::Counted => together(weight),
                Words::All | Words::First | Words::Plain | Words::Named | Words::Short => {
                    let kinds = weight.kinds.iter();
                    LeadWeight {
                        kinds: kinds.map(|kind| self.shortened_kind(kind, words)).collect(),
                        ..weight.clone()
                    }
                }
            };
            if short != *weight {
                let behind = self.say("diff-all-behind", Vec::new());
                short.meaning = format!("{} {behind}", short.meaning);
            }
            short
        });
        Lead {
            weights: weights.collect(),
            money: whole.money.clone(),
        }
    }

    fn shortened_kind(&self, kind: &LeadKind, words: Words) -> LeadKind {
        /// Entries that are listed of a kind of which not all fit.
        const FIRST: usize = 2;
        let mut short = kind.clone();
        if kind.entries.is_empty() {
            return short;
        }
        match words {
            Words::All | Words::Counted => {}
            Words::First if kind.count > FIRST => {
                short.entries.truncate(FIRST);
                let more = kind.count.saturating_sub(short.entries.len());
                let more = vec![("count", Arg::Count(more))];
                short.more = Some(self.say("diff-and-more", more));
            }
            Words::First => {}
            Words::Plain => {
                for entry in &mut short.entries {
                    entry.gist = None;
                    entry.words = None;
                }
            }
            Words::Named | Words::Short => {
                let entries = std::mem::take(&mut short.entries).into_iter();
                let names = entries.map(|entry| match entry.short {
                    Some(number) if words == Words::Short => number,
                    _ => entry.entry,
                });
                let mut names: Vec<String> = names.collect();
                names.dedup();
                names.extend(short.more.take());
                short.names = Some(names.join("; "));
            }
        }
        short
    }
}

impl Lead {
    /// About how many lines it takes.
    fn lines(&self) -> usize {
        let weights = self.weights.iter().map(|weight| {
            let kinds: usize = weight.kinds.iter().map(lines_of_kind).sum();
            kinds
                .saturating_add(HEADING)
                .saturating_add(lines(&weight.meaning))
        });
        weights.sum()
    }
}

/// About how many lines a text takes.
fn lines(text: &str) -> usize {
    text.chars().count().div_ceil(LINE).max(1)
}

fn lines_of_kind(kind: &LeadKind) -> usize {
    if kind.entries.is_empty() {
        return lines(&kind.brief());
    }
    let entries = kind.entries.iter().map(|entry| {
        let gist = entry.gist.as_deref().unwrap_or_default();
        lines(&format!("{}: {gist}", entry.entry))
    });
    let entries: usize = entries.sum();
    let head = lines(&format!("{}. {}", kind.name, kind.meaning));
    entries
        .saturating_add(head)
        .saturating_add(usize::from(kind.more.is_some()))
}

/// The kinds in a line, each with how many changes there are.
fn together(weight: &LeadWeight) -> LeadWeight {
    let names = weight.kinds.iter().map(LeadKind::counted);
    let names = names.collect::<Vec<_>>().join("; ");
    LeadWeight {
        kinds: vec![LeadKind {
            name: names,
            meaning: String::new(),
            count: 1,
            entries: Vec::new(),
            more: None,
            names: None,
        }],
        ..weight.clone()
    }
}
