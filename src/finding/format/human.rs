//! Findings as annotated excerpts of the source, in the manner of rustc.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Writer;
use crate::finding::{Finding, Hint, Severity, Total};
use crate::language::{Arg, message, visible};
use crate::slice::slice;
use crate::source::{SourceFile, Span};

/// How findings are rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without colours.
    Plain,
    /// With ANSI colours.
    Coloured,
}

impl Writer<'_> {
    /// How bad a finding is, in words.
    pub fn severity(&self, finding: &Finding) -> String {
        self.catalogue.text(&match finding.severity() {
            Severity::Error => message!("error"),
            Severity::Warning => message!("warning"),
        })
    }

    /// How many more findings of a rule there are; ends without a line break.
    pub fn more(&self, total: &Total) -> String {
        self.catalogue.text(&message!(
            "more-of-rule",
            number = Arg::Number(total.count.to_string()),
            rule = format!("{} {}", total.rule.code, total.rule.name),
            files = total.files
        ))
    }

    /// One finding with its excerpts; ends without a line break.
    pub fn human(&self, finding: &Finding, style: Style) -> String {
        let level = match finding.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let severity = self.severity(finding);
        let level = level.with_name(severity);
        let rule = format!("{} {}", finding.rule.code, finding.rule.name);
        let text = visible(&self.catalogue.text(&finding.message));
        let title = level.primary_title(text).id(rule);
        let related: Vec<(Span, String)> = finding
            .related
            .iter()
            .map(|related| {
                let text = self.catalogue.text(&related.text);
                (related.span, visible(&text))
            })
            .collect();

        let mut places = Places {
            writer: self,
            note: self.catalogue.text(&message!("note")),
            moved: Vec::new(),
        };
        let group = Group::with_title(title);
        let mut group = places.add(group, finding.span, AnnotationKind::Primary, None);
        for (span, text) in &related {
            group = places.add(group, *span, AnnotationKind::Context, Some(text));
        }
        if let Some(hint) = finding.hint.as_ref().map(Hint::words) {
            let help = Level::HELP.with_name(self.catalogue.text(&message!("hint")));
            let text = visible(&self.catalogue.text(&hint));
            group = group.element(help.message(text));
        }
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Coloured => Renderer::styled(),
        };
        places.correct(renderer.render(&[group]))
    }
}

/// The places that are shown with a finding.
struct Places<'a> {
    writer: &'a Writer<'a>,
    /// What stands before a remark about a file of which nothing can be shown.
    note: String,
    /// Places as they will be written, and as they are: where a line is cut, its
    /// columns are counted from there.
    moved: Vec<(String, String)>,
}

impl<'a> Places<'a> {
    fn add(
        &mut self,
        group: Group<'a>,
        span: Span,
        kind: AnnotationKind,
        label: Option<&'a str>,
    ) -> Group<'a> {
        let Some(file) = self.writer.tree.get(span.file) else {
            return group;
        };
        let path = visible(&self.writer.path(&file.path));
        if file.text.is_empty() {
            let group = group.element(Origin::path(path).line(1).char_column(1));
            return match label {
                Some(label) => {
                    let note = Level::NOTE.with_name(self.note.clone());
                    group.element(note.message(label))
                }
                None => group,
            };
        }
        let Excerpt { text, range, cut } = excerpt(file, span);
        let (line, column) = file.line_column(span.start());
        if cut {
            let before = slice(text, ..range.start);
            let shown = before.chars().count() + 1;
            self.moved.push((
                format!("{path}:{line}:{shown}"),
                format!("{path}:{line}:{column}"),
            ));
        }
        group.element(
            Snippet::source(text)
                .path(path)
                .line_start(line)
                .annotation(kind.span(range).label(label)),
        )
    }

    /// The text with places as they are, each of which stands at the end of a line.
    fn correct(&self, text: String) -> String {
        let mut corrected = String::new();
        let mut rest = text.as_str();
        for (shown, real) in &self.moved {
            let found = rest.match_indices(shown).find(|(at, _)| {
                let behind = slice(rest, at + shown.len()..);
                !behind.starts_with(|c: char| c.is_ascii_digit())
            });
            if let Some((at, _)) = found {
                corrected.push_str(slice(rest, ..at));
                corrected.push_str(real);
                rest = slice(rest, at + shown.len()..);
            }
        }
        corrected + rest
    }
}

/// Longest line that is shown whole, and the part shown around the place in a
/// longer one, in bytes.
const LONGEST_LINE: usize = 400;

/// What is shown of a file.
struct Excerpt<'a> {
    /// The line on which a span begins, or the part of it around the span.
    text: &'a str,
    /// The span within it.
    range: Range<usize>,
    /// Whether the text begins behind the beginning of the line.
    cut: bool,
}

/// Cutting the text first keeps rendering fast for a large file with many findings.
fn excerpt(file: &SourceFile, span: Span) -> Excerpt<'_> {
    let text = file.text.as_str();
    let at = text.floor_char_boundary(span.start().min(text.len()));
    let begin = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let cut = at - begin > LONGEST_LINE;
    let from = if cut {
        text.floor_char_boundary(at - LONGEST_LINE / 2)
    } else {
        begin
    };
    let end = text.floor_char_boundary(span.end().clamp(at, text.len()));
    let first_end = text[at..]
        .find('\n')
        .map_or(text.len(), |newline| at + newline);
    // A span over several lines is marked on its first line only.
    let end = end.min(first_end);
    let to = text.floor_char_boundary(first_end.min(end + LONGEST_LINE));
    let shown = text[from..to].trim_end_matches('\r');
    let clamp = |offset: usize| (offset - from).min(shown.len());
    Excerpt {
        text: shown,
        range: clamp(at)..clamp(end),
        cut,
    }
}
