//! Changes as a comment on a merge request.
//!
//! A comment has a limit, and a plan may change as a whole. What is breaking is listed
//! before anything else takes room, in as few words as it takes; then come the others, the
//! gravest first, and what is left out is counted by severity.

use std::collections::{BTreeMap, BTreeSet};

use super::super::words::Words;
use super::super::{Change, Severity};
use super::ReportWriter;
use super::html::plain as html;
use super::lead::{LeadEntry, LeadKind, LeadWeight};
use super::outline::Section;
use super::side::Audience;
use super::tables::Row;
use super::wording::{Detail, near};
use crate::language::{Arg, markdown as plain, visible};
use crate::value::natural;

/// Most bytes of a comment: GitHub takes 65,536 characters, GitLab more.
const LIMIT: usize = 60_000;

/// Most bytes of what stands in front of the details.
const FRONT: usize = 45_000;

/// Most bytes of a list that is not of what is breaking.
const LIST: usize = 6_000;

/// Bytes that are kept free for what stands behind the names of what is breaking.
const REST: usize = 4_000;

/// Most bytes of one change.
const CHANGE: usize = 6_000;

/// Most rows of a table of sums, by the room that there is; those with the smallest changes
/// are added up.
const ROWS: [usize; 3] = [40, 10, 3];

/// Where less room than this is left, in bytes, no other change is tried in it.
const ENOUGH: usize = 400;

/// Bytes that a sentence has which counts what is left out, or says what a kind is.
const COUNT: usize = 600;

/// Sections with more changes than this are folded.
const OPEN: usize = 10;

fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Breaking => "🛑",
        Severity::Warning => "⚠️",
        Severity::Note => "ℹ️",
    }
}

fn words(runs: &[Words]) -> String {
    let runs = near(runs).into_iter().map(|run| match run {
        Words::Kept(text) => plain(&text),
        Words::Removed(text) => format!("<del>{}</del>", plain(&text)),
        Words::Added(text) => format!("<ins>{}</ins>", plain(&text)),
    });
    runs.collect()
}

/// A detail word by word. `None` if it is not told so.
fn worded(detail: &Detail) -> Option<String> {
    match detail {
        Detail::Paragraph(runs) => Some(words(runs)),
        Detail::Text { label, words: runs } => Some(format!("{}: {}", plain(label), words(runs))),
        Detail::Value { .. } | Detail::Sentence(_) => None,
    }
}

/// A sentence in which names stand in code between backticks.
fn remark(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return plain(text);
    }
    let parts = parts
        .into_iter()
        .enumerate()
        .map(|(at, part)| match at % 2 {
            0 => plain(part),
            _ => format!("`{}`", visible(part).replace('\n', " ")),
        });
    parts.collect()
}

/// Text between the tags of a summary, in which Markdown means nothing.
fn summary(text: &str) -> String {
    html(text).replace('@', "@&#8203;").replace('\n', " ")
}

/// Words for a kind of changes.
type Told<'f> = &'f dyn Fn(&LeadKind) -> String;

/// As many lines as fit, and how many do not.
fn fitting(lines: impl IntoIterator<Item = String>, most: usize) -> (String, usize) {
    let mut text = String::new();
    let mut left = 0_usize;
    for line in lines {
        if left > 0 || text.len().saturating_add(line.len()) > most {
            left = left.saturating_add(1);
        } else {
            text.push_str(&line);
        }
    }
    (text, left)
}

impl ReportWriter<'_> {
    pub(super) fn markdown(&self) -> String {
        let mut text = format!("## {}\n\n", plain(&self.title()));
        for side in self.compared() {
            text.push_str(&format!("- {}\n", plain(&side)));
        }
        text.push_str(&format!("\n**{}**\n", self.counts()));
        let remarks = self.remarks().into_iter();
        let remarks = remarks.map(|text| format!("\n> {}\n", remark(&text)));
        self.bounded(remarks, &mut text);
        let lead = self.lead();
        if self.told().next().is_some() {
            for weight in &lead.weights {
                self.markdown_weight(weight, &mut text);
            }
        }
        let signatures = self.signatures();
        if !signatures.is_empty() {
            let title = self.signatures_title();
            text.push_str(&format!("\n### {title}\n\n"));
            let lines = signatures.iter().map(|one| format!("- {}\n", plain(one)));
            self.bounded(lines, &mut text);
        }
        text.extend(lead.money.map(|money| format!("\n{}\n", plain(&money))));
        self.markdown_sums(&mut text);
        self.markdown_details(&mut text);
        text
    }

    /// How long a list behind a text may be that is not of what is breaking, so that those
    /// behind it have room too.
    fn room(&self, text: &str) -> usize {
        LIST.min(LIMIT.saturating_sub(text.len()) / 3)
    }

    /// Adds as many lines as a list may have, and how many there are more.
    fn bounded(&self, lines: impl IntoIterator<Item = String>, text: &mut String) {
        let (lines, left) = fitting(lines, self.room(text));
        text.push_str(&lines);
        if left > 0 {
            let more = self.say("diff-and-more", vec![("count", Arg::Count(left))]);
            text.push_str(&format!("\n{more}\n"));
        }
    }

    /// Changes that are equally grave. All that is breaking is listed, in lines that are
    /// shorter the more there is; then by kind, and last by number.
    fn markdown_weight(&self, weight: &LeadWeight, text: &mut String) {
        text.push_str(&format!(
            "\n### {} {}\n\n{}\n",
            mark(weight.severity),
            plain(&weight.title),
            plain(&weight.meaning)
        ));
        if weight.kinds.is_empty() {
            return;
        }
        text.push('\n');
        let kinds = &weight.kinds;
        let most = match weight.severity {
            Severity::Breaking => LIMIT.saturating_sub(REST).saturating_sub(text.len()),
            Severity::Warning | Severity::Note => self.room(text),
        };
        let room = match weight.severity {
            Severity::Breaking => FRONT.saturating_sub(text.len()),
            Severity::Warning | Severity::Note => most,
        };
        // Beside the names stands what is said of the kind.
        let each = most.checked_div(kinds.len()).unwrap_or(most);
        let each = each.saturating_sub(COUNT);
        let long = |entry: &LeadEntry| entry.entry.clone();
        let short = |entry: &LeadEntry| match &entry.short {
            Some(short) => short.clone(),
            None => entry.entry.clone(),
        };
        let named = |kind: &LeadKind| self.names_only(kind, &long, usize::MAX);
        let named_short = |kind: &LeadKind| self.names_only(kind, &short, usize::MAX);
        let named_first = |kind: &LeadKind| self.names_only(kind, &short, each);
        let forms: [(Told<'_>, usize); 6] = [
            (&whole, room),
            (&without_gist, room),
            (&named, room),
            (&named_short, most),
            (&named_first, most),
            (&counted, most),
        ];
        let lists = forms.iter().map(|(form, room)| {
            let list: String = kinds.iter().map(form).collect();
            (list, *room)
        });
        let mut lists = lists.filter(|(list, room)| list.len() <= *room);
        match lists.next() {
            Some((list, _)) => text.push_str(&list),
            None => self.bounded(kinds.iter().map(counted), text),
        }
    }

    /// The entries of a kind in one line, by what they are called, as many as stand in so many
    /// bytes.
    fn names_only(
        &self,
        kind: &LeadKind,
        called: &dyn Fn(&LeadEntry) -> String,
        most: usize,
    ) -> String {
        let mut text = counted(kind);
        if kind.entries.is_empty() {
            return text;
        }
        let names = kind.entries.iter().map(called);
        let names: BTreeMap<_, String> = names.map(|name| (natural(&name), name)).collect();
        let names = names
            .into_values()
            .map(|name| format!("{}; ", plain(&name)));
        let (names, left) = fitting(names, most);
        text.push_str(&format!("  - {}", names.trim_end_matches("; ")));
        if left > 0 {
            let more = self.say("diff-and-more", vec![("count", Arg::Count(left))]);
            text.push_str(&format!("; {more}"));
        }
        text.push('\n');
        text.extend(kind.more.iter().map(|more| format!("  - {more}\n")));
        text
    }

    fn markdown_sums(&self, text: &mut String) {
        let sums = self.sums();
        if sums.is_empty() {
            return;
        }
        let heads = self.heads().join(" | ");
        let row = |name: &str, amounts| {
            let cells = self.columns(amounts).map(|cell| plain(&cell)).join(" | ");
            format!("| {} | {cells} |\n", plain(name))
        };
        let total = self.say("diff-total", Vec::new());
        let tables = |most: usize| {
            let tables = sums.iter().map(|table| {
                let title = &table.title;
                let mut text = format!("\n| {title} | {heads} |\n|---|--:|--:|--:|--:|\n");
                for line in self
                    .most_changed(&table.rows, most)
                    .iter()
                    .flat_map(Row::lines)
                {
                    let name = if line.is_part {
                        format!("– {}", line.name)
                    } else {
                        line.name.to_owned()
                    };
                    text.push_str(&row(&name, line.amounts));
                }
                text.push_str(&row(&total, self.report.diff.money.total));
                text
            });
            tables.collect::<String>()
        };
        let room = LIMIT.saturating_sub(text.len()).saturating_sub(ENOUGH);
        let mut tables = ROWS.iter().map(|most| tables(*most));
        let Some(tables) = tables.find(|tables| tables.len() <= room) else {
            return;
        };
        let budget = self.say("diff-budget", Vec::new());
        text.push_str(&format!(
            "\n<details><summary>{budget}</summary>\n{tables}\n</details>\n"
        ));
    }

    /// The rows of a table in their order; of many those whose sums changed most, and the
    /// others in one.
    fn most_changed(&self, rows: &[Row], most: usize) -> Vec<Row> {
        if rows.len() <= most {
            return rows.to_vec();
        }
        let mut order: Vec<usize> = (0..rows.len()).collect();
        let change = |at: &usize| {
            let row = rows.get(*at);
            row.map_or(0, |row| row.amounts.change().saturating_abs())
        };
        order.sort_by_key(|at| std::cmp::Reverse(change(at)));
        let kept: BTreeSet<usize> = order.into_iter().take(most).collect();
        let mut rest = super::super::Amounts::default();
        let mut count = 0_usize;
        let mut left = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            if kept.contains(&at) {
                left.push(row.clone());
            } else {
                rest.add(row.amounts);
                count = count.saturating_add(1);
            }
        }
        left.push(Row {
            name: self.say("diff-other-rows", vec![("count", Arg::Count(count))]),
            amounts: rest,
            moved: None,
        });
        left
    }

    /// The changes by pillar and OPD, as many as there is room for: the gravest first.
    fn markdown_details(&self, text: &mut String) {
        let mut sections = self.sections();
        let accepted = self.accepted();
        if !accepted.is_empty() {
            sections.push(Section {
                title: self.say("diff-accepted", Vec::new()),
                changes: accepted,
            });
        }
        let mut told: Vec<(String, Vec<Option<String>>)> = sections
            .iter()
            .map(|section| {
                let count = section.changes.len();
                let title = if count > OPEN {
                    format!(
                        "\n<details><summary>{} ({count})</summary>\n\n",
                        summary(&section.title)
                    )
                } else {
                    format!("\n### {}\n\n", plain(&section.title))
                };
                (title, vec![None; count])
            })
            .collect();
        const END: &str = "\n</details>\n";
        let mut room = LIMIT.saturating_sub(text.len()).saturating_sub(COUNT);
        let mut left_out = Vec::new();
        for severity in [Severity::Breaking, Severity::Warning, Severity::Note] {
            let mut left = 0_usize;
            for (section, (title, lines)) in sections.iter().zip(&mut told) {
                for (at, change) in section.changes.iter().enumerate() {
                    if change.severity != severity {
                        continue;
                    }
                    if room < ENOUGH {
                        left = left.saturating_add(1);
                        continue;
                    }
                    let line = self.markdown_change(change);
                    let mut size = line.len();
                    if lines.iter().all(Option::is_none) {
                        size = size.saturating_add(title.len()).saturating_add(END.len());
                    }
                    match (room.checked_sub(size), lines.get_mut(at)) {
                        (Some(rest), Some(place)) => {
                            room = rest;
                            *place = Some(line);
                        }
                        _ => left = left.saturating_add(1),
                    }
                }
            }
            left_out.push(left);
        }
        for (title, lines) in &told {
            let lines: String = lines.iter().flatten().map(String::as_str).collect();
            if lines.is_empty() {
                continue;
            }
            text.push_str(title);
            text.push_str(&lines);
            if title.contains("<details>") {
                text.push_str(END);
            }
        }
        if let [breaking, warnings, notes] = left_out.as_slice()
            && left_out.iter().any(|left| *left > 0)
        {
            let counts = vec![
                ("breaking", Arg::Count(*breaking)),
                ("warnings", Arg::Count(*warnings)),
                ("notes", Arg::Count(*notes)),
            ];
            text.push_str(&format!("\n{}\n", self.say("diff-more", counts)));
        }
    }

    fn markdown_change(&self, change: &Change) -> String {
        let is_author = self.report.audience == Audience::Author;
        let mut text = format!(
            "- {} **{}**: {}",
            mark(change.severity),
            plain(&self.wording.entry(change)),
            plain(&self.wording.meaning(change)),
        );
        if is_author {
            text.push_str(&format!(" (`{}`)", change.kind.name()));
        }
        let details = self.wording.details(change).into_iter().map(|detail| {
            let line = worded(&detail);
            let line = line.unwrap_or_else(|| plain(&self.wording.detail(detail)));
            format!("\n  - {line}")
        });
        let (details, left) = fitting(details, CHANGE);
        text.push_str(&details);
        if left > 0 {
            let more = self.say("diff-and-more", vec![("count", Arg::Count(left))]);
            text.push_str(&format!("\n  - {more}"));
        }
        text.extend(
            self.acceptance(change)
                .map(|line| format!("\n  - {}", plain(&line))),
        );
        if is_author {
            let places = plain(&self.places(change));
            let fingerprint = &change.fingerprint;
            text.push_str(&format!("\n  - <sub>{places} · {fingerprint}</sub>"));
        }
        text.push('\n');
        text
    }
}

/// A kind of changes with a line for each of its entries, and what changed of each.
fn whole(kind: &LeadKind) -> String {
    if kind.entries.is_empty() {
        return format!("- {}\n", plain(&kind.brief()));
    }
    listed(kind, |kind, at| {
        let Some(entry) = kind.entries.get(at) else {
            return String::new();
        };
        let gist = match (&entry.words, &entry.gist) {
            (Some(words), _) => worded(words),
            (None, Some(gist)) => Some(plain(gist)),
            (None, None) => None,
        };
        gist.map(|gist| format!(": {gist}")).unwrap_or_default()
    })
}

/// The same without what changed.
fn without_gist(kind: &LeadKind) -> String {
    listed(kind, |_, _| String::new())
}

fn listed(kind: &LeadKind, gist: impl Fn(&LeadKind, usize) -> String) -> String {
    let mut text = counted(kind);
    for (at, entry) in kind.entries.iter().enumerate() {
        let gist = gist(kind, at);
        text.push_str(&format!("  - **{}**{gist}\n", plain(&entry.entry)));
    }
    text.extend(kind.more.iter().map(|more| format!("  - {more}\n")));
    text
}

/// A kind with its number of changes.
fn counted(kind: &LeadKind) -> String {
    let count = match kind.count {
        1 => String::new(),
        count => format!(" ({count})"),
    };
    let name = plain(&kind.name);
    if kind.entries.is_empty() {
        format!("- {name}{count}\n")
    } else {
        format!("- **{name}**{count}: {}\n", plain(&kind.meaning))
    }
}
