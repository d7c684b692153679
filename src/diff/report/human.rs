//! Changes for a terminal.

use anstyle::{AnsiColor, Style as Look};

use super::super::words::Words;
use super::super::{Change, Severity};
use super::Teller;
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

impl Teller<'_> {
    pub(super) fn human(&self, style: Style) -> String {
        let paint = Paint(style);
        let mut text = format!("{}\n{}\n", paint.with(BOLD, &self.title()), self.counts());
        for remark in self.remarks() {
            text.push_str(&format!("{}\n", visible(&remark)));
        }
        self.human_sums(paint, &mut text);
        let signatures = self.signatures();
        if !signatures.is_empty() {
            let title = self.say("diff-signatures", Vec::new());
            text.push_str(&format!("\n{}\n", paint.with(BOLD, &title)));
            for one in signatures {
                text.push_str(&format!("  {}\n", visible(&one)));
            }
        }
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
        let names = rows.clone().map(|(name, _)| name.as_str());
        let width = names
            .chain([total.as_str(), title.as_str()])
            .map(|name| name.chars().count() + 2)
            .max()
            .unwrap_or_default();
        let mut widths = heads.each_ref().map(|head| head.chars().count());
        for amounts in rows.map(|(_, amounts)| *amounts).chain([money]) {
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
            for (name, amounts) in &table.rows {
                text.push_str(&visible(&line(
                    &format!("  {name}"),
                    &self.columns(*amounts),
                )));
                text.push('\n');
            }
        }
        let sum = line(&total, &self.columns(money));
        text.push_str(&format!("{}\n", paint.with(BOLD, &sum)));
    }

    fn human_change(&self, paint: Paint, change: &Change, text: &mut String) {
        let severity = self.severity(change.severity);
        text.push_str(&format!(
            "  {}[{} {}] {}: {}\n",
            paint.with(look(change.severity), &severity),
            change.kind.code(),
            change.kind.name(),
            visible(&self.wording.entry(change)),
            self.wording.kind(change.kind),
        ));
        for detail in self.wording.details(change) {
            let line = if let Detail::Paragraph(words) = detail {
                format!("¶ {}", paint.words(&words))
            } else {
                visible(&self.wording.detail(detail))
            };
            for line in line.lines() {
                text.push_str(&format!("      {line}\n"));
            }
        }
        text.extend(
            self.acceptance(change)
                .map(|line| format!("      {}\n", visible(&line))),
        );
        let places = format!("--> {} ({})", self.places(change), change.fingerprint);
        text.push_str(&format!("      {}\n", paint.with(FAINT, &places)));
    }
}
