//! Findings as annotated excerpts of the source, in the manner of rustc.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Writer;
use crate::finding::{Finding, Hint, Severity};
use crate::language::message;
use crate::source::{SourceFile, SourceTree, Span};

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

    /// One finding with its excerpts; ends without a line break.
    pub fn human(&self, finding: &Finding, style: Style) -> String {
        let level = match finding.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let severity = self.severity(finding);
        let level = level.with_name(severity);
        let rule = format!("{} {}", finding.rule.code, finding.rule.name);
        let text = self.catalogue.text(&finding.message);
        let title = level.primary_title(text).id(rule);
        let related: Vec<(Span, String)> = finding
            .related
            .iter()
            .map(|related| (related.span, self.catalogue.text(&related.text)))
            .collect();

        let mut group = place(
            Group::with_title(title),
            self.tree,
            self.prefix,
            finding.span,
            AnnotationKind::Primary,
            None,
        );
        for (span, text) in &related {
            let kind = AnnotationKind::Context;
            group = place(group, self.tree, self.prefix, *span, kind, Some(text));
        }
        if let Some(hint) = finding.hint.as_ref().map(Hint::words) {
            let help = Level::HELP.with_name(self.catalogue.text(&message!("hint")));
            group = group.element(help.message(self.catalogue.text(&hint)));
        }
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Coloured => Renderer::styled(),
        };
        renderer.render(&[group])
    }
}

fn place<'a>(
    group: Group<'a>,
    tree: &'a SourceTree,
    prefix: &str,
    span: Span,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Group<'a> {
    let Some(file) = tree.get(span.file) else {
        return group;
    };
    let path = format!("{prefix}{}", file.path);
    if file.text.is_empty() {
        let group = group.element(Origin::path(path).line(1).char_column(1));
        return match label {
            Some(label) => group.element(Level::NOTE.message(label)),
            None => group,
        };
    }
    let (first_line, excerpt, range) = excerpt(file, span);
    group.element(
        Snippet::source(excerpt)
            .path(path)
            .line_start(first_line)
            .annotation(kind.span(range).label(label)),
    )
}

/// Longest line that is shown whole, and the part shown around the place in a
/// longer one, in bytes.
const LONGEST_LINE: usize = 400;

/// The lines that a span touches (at most three), the number of the first, and
/// the span within them. Cutting the text first keeps rendering fast for a
/// large file with many findings.
fn excerpt(file: &SourceFile, span: Span) -> (usize, &str, Range<usize>) {
    let text = file.text.as_str();
    let at = text.floor_char_boundary(span.start.min(text.len()));
    let from = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let from = if at - from > LONGEST_LINE {
        text.floor_char_boundary(at - LONGEST_LINE / 2)
    } else {
        from
    };
    let end = text.floor_char_boundary(span.end.clamp(at, text.len()));
    let first_end = text[at..]
        .find('\n')
        .map_or(text.len(), |newline| at + newline);
    // A span over several lines is marked on its first line only.
    let end = end.min(first_end);
    let to = text.floor_char_boundary(first_end.min(end + LONGEST_LINE));
    let (line, _) = file.line_column(at);
    let excerpt = text[from..to].trim_end_matches('\r');
    let clamp = |offset: usize| (offset - from).min(excerpt.len());
    (line, excerpt, clamp(at)..clamp(end))
}
