//! Changes for a terminal.

use anstyle::{AnsiColor, Style as Look};

use super::super::words::Words;
use super::super::{Change, Severity};
use super::ReportWriter;
use super::lead::LeadKind;
use super::side::Audience;
use super::tables::{Line, Row};
use super::wording::{Detail, near};
use crate::finding::Style;
use crate::language::visible;

const BOLD: Look = Look::new().bold();
const FAINT: Look = Look::new().dimmed();
const REMOVED: Look = AnsiColor::Red.on_default().strikethrough();
const ADDED: Look = AnsiColor::Green.on_default().underline();

fn look(severity: Severity) -> Look {
    match severity {
        Severity::Breaking => AnsiColor::BrightRed.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Note => AnsiColor::BrightBlue.on_default(),
    }
}

/// Colours, or none.
#[derive(Clone, Copy)]
struct Paint(Style);

impl Paint {
    fn with(self, look: Look, text: &str) -> String {
        match self.0 {
            Style::Coloured => format!("{look}{}{look:#}", visible(text)),
            Style::Plain => visible(text),
        }
    }

    /// Words that went and came. Without colours marks tell them apart.
    fn words(self, runs: &[Words]) -> String {
        let runs = near(runs).into_iter().map(|run| match (run, self.0) {
            (Words::Kept(text), _) => visible(&text),
            (Words::Removed(text), Style::Coloured) => self.with(REMOVED, &text),
            (Words::Added(text), Style::Coloured) => self.with(ADDED, &text),
            (Words::Removed(text), Style::Plain) => format!("[-{}-]", visible(&text)),
            (Words::Added(text), Style::Plain) => format!("{{+{}+}}", visible(&text)),
        });
        runs.collect()
    }
}

impl ReportWriter<'_> {
    pub(super) fn human(&self, style: Style) -> String {
        let paint = Paint(style);
        let mut text = format!("{}\n", paint.with(BOLD, &self.title()));
        for side in self.compared() {
            text.push_str(&format!("  {}\n", visible(&side)));
        }
        text.push_str(&format!("{}\n", self.counts()));
        for remark in self.remarks() {
            text.push_str(&format!("{}\n", visible(&remark)));
        }
        self.human_lead(paint, &mut text);
        self.human_sums(paint, &mut text);
        for section in self.sections() {
            text.push_str(&format!("\n{}\n", paint.with(BOLD, &section.title)));
            for change in section.changes {
                self.human_change(paint, change, &mut text);
            }
        }
        let accepted = self.accepted();
        if !accepted.is_empty() {
            let title = self.say("diff-accepted", Vec::new());
            text.push_str(&format!("\n{}\n", paint.with(BOLD, &title)));
            for change in accepted {
                self.human_change(paint, change, &mut text);
            }
        }
        text
    }

    /// What has to be decided, looked at and known, who signs again, and the money.
    fn human_lead(&self, paint: Paint, text: &mut String) {
        let lead = self.lead();
        if self.told().next().is_some() {
            for weight in &lead.weights {
                let title = paint.with(look(weight.severity), &weight.title);
                text.push_str(&format!("\n{title}\n  {}\n", weight.meaning));
                for kind in &weight.kinds {
                    human_kind(kind, text);
                }
            }
        }
        let signatures = self.signatures();
        if !signatures.is_empty() {
            let title = self.signatures_title();
            text.push_str(&format!("\n{}\n", paint.with(BOLD, &title)));
            for one in signatures {
                text.push_str(&format!("  {}\n", visible(&one)));
            }
        }
        text.extend(lead.money.map(|money| format!("\n{money}\n")));
    }

    fn human_sums(&self, paint: Paint, text: &mut String) {
        let sums = self.sums();
        if sums.is_empty() {
            return;
        }
        let title = self.say("diff-budget", Vec::new());
        let heads = self.heads();
        let total = self.say("diff-total", Vec::new());
        let money = self.report.diff.money.total;
        let rows = sums.iter().flat_map(|table| &table.rows);
        let lines: Vec<Line<'_>> = rows.flat_map(Row::lines).collect();
        let indented = |line: &Line<'_>| {
            if line.is_part {
                format!("    {}", line.name)
            } else {
                format!("  {}", line.name)
            }
        };
        let names = lines.iter().map(|line| indented(line).chars().count());
        let width = names
            .chain([total.chars().count(), title.chars().count()])
            .max()
            .unwrap_or_default();
        let mut widths = heads.each_ref().map(|head| head.chars().count());
        for amounts in lines.iter().map(|line| line.amounts).chain([money]) {
            for (width, cell) in widths.iter_mut().zip(self.columns(amounts)) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let line = |name: &str, cells: &[String; 4]| {
            let cells = cells.iter().zip(widths);
            let cells: String = cells
                .map(|(cell, width)| format!("  {cell:>width$}"))
                .collect();
            format!("{name:<width$}{cells}").trim_end().to_owned()
        };
        text.push_str(&format!("\n{}\n", paint.with(BOLD, &line(&title, &heads))));
        for table in &sums {
            text.push_str(&format!("{}\n", paint.with(FAINT, &table.title)));
            for row in table.rows.iter().flat_map(Row::lines) {
                let cells = self.columns(row.amounts);
                text.push_str(&visible(&line(&indented(&row), &cells)));
                text.push('\n');
            }
        }
        let sum = line(&total, &self.columns(money));
        text.push_str(&format!("{}\n", paint.with(BOLD, &sum)));
    }

    fn human_change(&self, paint: Paint, change: &Change, text: &mut String) {
        let severity = paint.with(look(change.severity), &self.severity(change.severity));
        let code = match self.report.audience {
            Audience::Council => String::new(),
            Audience::Author => format!("[{} {}]", change.kind.code(), change.kind.name()),
        };
        text.push_str(&format!(
            "  {severity}{code} {}: {}\n",
            visible(&self.wording.entry(change)),
            self.wording.meaning(change),
        ));
        for detail in self.wording.details(change) {
            let line = match detail {
                Detail::Paragraph(words) => format!("¶ {}", paint.words(&words)),
                Detail::Text { label, words } => {
                    format!("{}: {}", visible(&label), paint.words(&words))
                }
                detail @ (Detail::Value { .. } | Detail::Sentence(_)) => {
                    visible(&self.wording.detail(detail))
                }
            };
            for line in line.lines() {
                text.push_str(&format!("      {line}\n"));
            }
        }
        text.extend(
            self.acceptance(change)
                .map(|line| format!("      {}\n", visible(&line))),
        );
        if self.report.audience == Audience::Author {
            let places = format!("--> {} ({})", self.places(change), change.fingerprint);
            text.push_str(&format!("      {}\n", paint.with(FAINT, &places)));
        }
    }
}

/// A kind of changes with the entries of which it is told.
fn human_kind(kind: &LeadKind, text: &mut String) {
    let count = match kind.count {
        1 => String::new(),
        count => format!(" ({count})"),
    };
    // What is only to be known is a line each.
    if kind.entries.is_empty() {
        text.push_str(&format!("  - {}\n", visible(&kind.brief())));
        return;
    }
    text.push_str(&format!("  {}{count}: {}\n", kind.name, kind.meaning));
    for entry in &kind.entries {
        text.push_str(&format!("    - {}", visible(&entry.entry)));
        text.extend(entry.gist.iter().map(|gist| format!(": {}", visible(gist))));
        text.push('\n');
    }
    text.extend(kind.more.iter().map(|more| format!("    {more}\n")));
}
