//! Changes as a comment on a merge request.

use super::super::words::Words;
use super::super::{Change, Severity};
use super::Teller;
use super::wording::{Detail, near};
use crate::language::{Arg, markdown as plain};

/// Most bytes of a comment: GitHub takes 65,536 characters, GitLab more. What does not
/// fit is counted.
const LIMIT: usize = 60_000;

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

impl Teller<'_> {
    pub(super) fn markdown(&self) -> String {
        let mut text = format!("## {}\n\n**{}**\n", plain(&self.title()), self.counts());
        for remark in self.remarks() {
            text.push_str(&format!("\n> {}\n", plain(&remark)));
        }
        let sums = self.sums();
        if let Some((first, others)) = sums.split_first() {
            let heads = self.heads().join(" | ");
            let row = |name: &str, amounts| {
                let cells = self.columns(amounts).join(" | ");
                format!("| {} | {cells} |\n", plain(name))
            };
            let table = |title: &str, rows: &[(String, super::super::Amounts)]| {
                let rows: String = rows.iter().map(|(name, sum)| row(name, *sum)).collect();
                format!("\n| {title} | {heads} |\n|---|--:|--:|--:|--:|\n{rows}")
            };
            let total = self.say("diff-total", Vec::new());
            text.push_str(&table(&first.title, &first.rows));
            text.push_str(&row(&total, self.report.diff.money.total));
            let budget = self.say("diff-budget", Vec::new());
            text.push_str(&format!("\n<details><summary>{budget}</summary>\n"));
            for other in others {
                text.push_str(&table(&other.title, &other.rows));
            }
            text.push_str("\n</details>\n");
        }
        let signatures = self.signatures();
        if !signatures.is_empty() {
            let title = self.say("diff-signatures", Vec::new());
            text.push_str(&format!("\n### {title}\n\n"));
            for one in signatures {
                text.push_str(&format!("- {}\n", plain(&one)));
            }
        }
        let mut left_out = 0_usize;
        for section in self.sections() {
            self.markdown_section(&section.title, &section.changes, &mut text, &mut left_out);
        }
        let accepted = self.accepted();
        if !accepted.is_empty() {
            let title = self.say("diff-accepted", Vec::new());
            self.markdown_section(&title, &accepted, &mut text, &mut left_out);
        }
        if left_out > 0 {
            let more = self.say("diff-more", vec![("count", Arg::Count(left_out))]);
            text.push_str(&format!("\n{more}\n"));
        }
        text
    }

    fn markdown_section(
        &self,
        title: &str,
        changes: &[&Change],
        text: &mut String,
        left_out: &mut usize,
    ) {
        let mut body = String::new();
        let mut fitting = 0_usize;
        for change in changes {
            let told = self.markdown_change(change);
            if text
                .len()
                .saturating_add(body.len())
                .saturating_add(told.len())
                > LIMIT
            {
                break;
            }
            body.push_str(&told);
            fitting = fitting.saturating_add(1);
        }
        *left_out = left_out.saturating_add(changes.len().saturating_sub(fitting));
        if fitting == 0 {
            return;
        }
        let title = plain(title);
        text.push_str(&match changes.len() > OPEN {
            true => format!(
                "\n<details><summary>{title} ({})</summary>\n\n{body}\n</details>\n",
                changes.len()
            ),
            false => format!("\n### {title}\n\n{body}"),
        });
    }

    fn markdown_change(&self, change: &Change) -> String {
        let mut text = format!(
            "- {} **{}**: {} (`{}`)",
            mark(change.severity),
            plain(&self.wording.entry(change)),
            self.wording.kind(change.kind),
            change.kind.name(),
        );
        for detail in self.wording.details(change) {
            let line = if let Detail::Paragraph(runs) = detail {
                words(&runs)
            } else {
                plain(&self.wording.detail(detail))
            };
            text.push_str(&format!("\n  - {line}"));
        }
        text.extend(
            self.acceptance(change)
                .map(|line| format!("\n  - {}", plain(&line))),
        );
        let places = plain(&self.places(change));
        text.push_str(&format!(
            "\n  - <sub>{places} · {}</sub>\n",
            change.fingerprint
        ));
        text
    }
}
