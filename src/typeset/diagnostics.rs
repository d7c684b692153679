//! What Typst says, as findings at the place in the plan that it is about.

use std::borrow::Borrow;

use typst::diag::{Severity, SourceDiagnostic};
use typst::syntax::DiagSpan;
use typst::{World, WorldExt};

use super::translations;
use super::world::BookWorld;
use crate::check::output::{typesetting, typesetting_remark};
use crate::compose::Book;
use crate::finding::{Finding, Rule};
use crate::language::message;
use crate::slice::slice;
use crate::source::{SourceTree, Span};

/// The rule that a diagnostic falls under.
pub(crate) fn rule_of(diagnostic: &SourceDiagnostic) -> &'static Rule {
    match diagnostic.severity {
        Severity::Error => &typesetting::RULE,
        Severity::Warning => &typesetting_remark::RULE,
    }
}

/// `plan.toml`, for what is about the book as a whole.
pub(crate) fn plan_span(tree: &SourceTree) -> Span {
    let plan = tree.find("plan.toml");
    plan.map_or(Span::of_plan(), |(index, _)| Span::file(index))
}

/// Turns a diagnostic into a finding of `rule`.
pub fn finding<B: Borrow<Book> + Send + Sync>(
    rule: &'static Rule,
    world: &BookWorld<B>,
    tree: &SourceTree,
    diagnostic: &SourceDiagnostic,
) -> Finding {
    // The innermost place that lies in the plan: the fault itself, or else the
    // nearest call that led to it.
    let calls = diagnostic.trace.iter().map(|point| point.span.into());
    let span = std::iter::once(diagnostic.span)
        .chain(calls)
        .find_map(|span| place(world, tree, span));
    let text = diagnostic.message.as_str();
    let mut message = message!("typst-says", text = text);
    if span.is_none()
        && let Some(id) = diagnostic.span.id()
    {
        let range = world.range(diagnostic.span).unwrap_or_default();
        let line = world
            .source(id)
            .ok()
            .and_then(|source| source.lines().byte_to_line(range.start));
        message = message!(
            "typst-says.in",
            text = text,
            file = id.vpath().get_without_slash(),
            line = (line.unwrap_or_default() + 1).to_string()
        );
    }
    let hints: Vec<String> = diagnostic
        .hints
        .iter()
        .map(|hint| hint.v.to_string())
        .collect();
    let span = span.unwrap_or_else(|| plan_span(tree));
    if let Some((message, hint)) = translations::translated(&diagnostic.message) {
        return Finding::new(rule, span, message).hint(hint);
    }
    let finding = Finding::new(rule, span, message);
    if hints.is_empty() {
        finding
    } else {
        finding.hint(message!("typst-says", text = hints.join("; ")))
    }
}

pub(crate) fn place<B: Borrow<Book> + Send + Sync>(
    world: &BookWorld<B>,
    tree: &SourceTree,
    span: DiagSpan,
) -> Option<Span> {
    let id = span.id()?;
    let range = world.range(span)?;
    let path = id.vpath().get_with_slash();
    if let Some(sources) = world.sources(path) {
        let piece = sources.find(range.start)?;
        let (index, file) = tree
            .iter()
            .find(|(index, _)| index.number() == piece.file)?;
        let line = slice(&file.text, piece.offset..);
        let end = line.find('\n').map_or(line.len(), |end| end);
        return Some(Span::new(index, piece.offset..piece.offset + end));
    }
    // An override of a template.
    let (index, _) = tree.find(path.trim_start_matches('/'))?;
    Some(Span::new(index, range))
}
