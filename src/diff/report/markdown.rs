//! Changes as a comment on a merge request.
//!
//! A comment has a limit, and a plan may change as a whole. What is breaking is listed
//! before anything else takes room, in as few words as it takes; then come the others, the
//! gravest first, and what is left out is counted by severity.

use std::collections::BTreeSet;

use super::super::words::Words;
use super::super::{Change, Severity};
use super::Teller;
use super::html::plain as html;
use super::lead::{LeadKind, LeadWeight};
use super::outline::Section;
use super::side::Audience;
use super::tables::Row;
use super::wording::{Detail, near};
use crate::language::{Arg, markdown as plain};

/// Most bytes of a comment: GitHub takes 65,536 characters, GitLab more.
const LIMIT: usize = 60_000;

/// Most bytes of what stands in front of the details.
const FRONT: usize = 45_000;

/// Most bytes of a list that is not of what is breaking.
const LIST: usize = 6_000;

/// Most bytes of one change.
const CHANGE: usize = 6_000;

/// Most rows of a table of sums; those with the smallest changes are added up.
const ROWS: usize = 40;

/// Where less room than this is left, in bytes, no other change is tried in it.
const ENOUGH: usize = 400;

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

/// Text between the tags of a summary, in which Markdown means nothing.
fn summary(text: &str) -> String {
    html(text).replace('@', "@&#8203;").replace('\n', " ")
}

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

impl Teller<'_> {
    pub(super) fn markdown(&self) -> String {
        let mut text = format!("## {}\n\n", plain(&self.title()));
        for side in self.compared() {
            text.push_str(&format!("- {}\n", plain(&side)));
        }
        text.push_str(&format!("\n**{}**\n", self.counts()));
        let remarks = self.remarks().into_iter();
        let remarks = remarks.map(|remark| format!("\n> {}\n", plain(&remark)));
        self.bounded(remarks, &mut text);
        let lead = self.lead();
        if !self.report.diff.is_empty() {
            for weight in &lead.weights {
                self.markdown_weight(weight, &mut text);
            }
        }
        let signatures = self.signatures();
        if !signatures.is_empty() {
            let title = self.say("diff-signatures", Vec::new());
            text.push_str(&format!("\n### {title} ({})\n\n", signatures.len()));
            let lines = signatures.iter().map(|one| format!("- {}\n", plain(one)));
            self.bounded(lines, &mut text);
        }
        text.extend(lead.money.map(|money| format!("\n{}\n", plain(&money))));
        self.markdown_sums(&mut text);
        self.markdown_details(&mut text);
        text
    }

    /// Adds as many lines as a list may have, and how many there are more.
    fn bounded(&self, lines: impl IntoIterator<Item = String>, text: &mut String) {
        let (lines, left) = fitting(lines, LIST);
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
        let room = match weight.severity {
            Severity::Breaking => FRONT.saturating_sub(text.len()),
            Severity::Warning | Severity::Note => LIST,
        };
        let each = room.checked_div(weight.kinds.len()).unwrap_or(room);
        let names = |kind: &LeadKind| self.names_only(kind, each);
        let forms: [&dyn Fn(&LeadKind) -> String; 4] = [&whole, &without_gist, &names, &counted];
        let lists = forms.iter().map(|form| {
            let kinds = weight.kinds.iter();
            kinds.map(form).collect::<String>()
        });
        let mut lists = lists.filter(|list| list.len() <= room);
        match lists.next() {
            Some(list) => text.push_str(&list),
            None => self.bounded(weight.kinds.iter().map(counted), text),
        }
    }

    /// The entries of a kind in one line of so many bytes, by what tells them apart in few
    /// letters.
    fn names_only(&self, kind: &LeadKind, most: usize) -> String {
        let names = kind.entries.iter().map(|entry| {
            let first = entry.entry.split(' ').next().unwrap_or_default();
            let is_number = first.chars().any(|c| c.is_ascii_digit());
            plain(if is_number { first } else { &entry.entry })
        });
        // What is said of the kind and of the rest has room too.
        const REST: usize = 400;
        let names: BTreeSet<String> = names.collect();
        let names = names.into_iter().map(|name| format!("{name}, "));
        let (names, left) = fitting(names, most.saturating_sub(REST));
        let mut text = counted(kind);
        if kind.entries.is_empty() {
            return text;
        }
        text.push_str(&format!("  - {}", names.trim_end_matches(", ")));
        if left > 0 {
            let more = self.say("diff-and-more", vec![("count", Arg::Count(left))]);
            text.push_str(&format!("; {more}"));
        }
        text.push('\n');
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
        let budget = self.say("diff-budget", Vec::new());
        text.push_str(&format!("\n<details><summary>{budget}</summary>\n"));
        for table in sums {
            let title = &table.title;
            text.push_str(&format!("\n| {title} | {heads} |\n|---|--:|--:|--:|--:|\n"));
            for line in self.most_changed(table.rows).iter().flat_map(Row::lines) {
                let name = match line.is_part {
                    true => format!("– {}", line.name),
                    false => line.name.to_owned(),
                };
                text.push_str(&row(&name, line.amounts));
            }
            let total = self.say("diff-total", Vec::new());
            text.push_str(&row(&total, self.report.diff.money.total));
        }
        text.push_str("\n</details>\n");
    }

    /// The rows of a table in their order; of many those whose sums changed most, and the
    /// others in one.
    fn most_changed(&self, rows: Vec<Row>) -> Vec<Row> {
        if rows.len() <= ROWS {
            return rows;
        }
        let mut order: Vec<usize> = (0..rows.len()).collect();
        let change = |at: &usize| {
            let row = rows.get(*at);
            row.map_or(0, |row| row.amounts.change().saturating_abs())
        };
        order.sort_by_key(|at| std::cmp::Reverse(change(at)));
        let kept: BTreeSet<usize> = order.into_iter().take(ROWS).collect();
        let mut rest = super::super::Amounts::default();
        let mut count = 0_usize;
        let mut left = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            if kept.contains(&at) {
                left.push(row);
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
                let title = match count > OPEN {
                    true => format!(
                        "\n<details><summary>{} ({count})</summary>\n\n",
                        summary(&section.title)
                    ),
                    false => format!("\n### {}\n\n", plain(&section.title)),
                };
                (title, vec![None; count])
            })
            .collect();
        const END: &str = "\n</details>\n";
        // The sentence that counts what is left out has room too.
        const COUNT: usize = 600;
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
            let line = match detail {
                Detail::Paragraph(runs) => words(&runs),
                Detail::Text { label, words: runs } => {
                    format!("{}: {}", plain(&label), words(&runs))
                }
                detail @ (Detail::Value { .. } | Detail::Sentence(_)) => {
                    plain(&self.wording.detail(detail))
                }
            };
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
        let gist = kind.entries.get(at).and_then(|entry| entry.gist.as_ref());
        gist.map(|gist| format!(": {}", plain(gist)))
            .unwrap_or_default()
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
    match kind.entries.is_empty() {
        true => format!("- {name}{count}\n"),
        false => format!("- **{name}**{count}: {}\n", plain(&kind.meaning)),
    }
}
