//! All findings as one JSON document.

use serde::Serialize;

use crate::finding::{Finding, Findings, Severity};
use crate::source::{SourceTree, Span};

/// Version of the document; it rises when a field changes its meaning or goes.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    errors: usize,
    warnings: usize,
    findings: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    rule: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    place: Place,
    message: &'a str,
    hint: Option<&'a str>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place,
    message: &'a str,
}

/// Lines and columns count from 1, columns in characters; the end is excluded.
#[derive(Serialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// The document; ends without a line break.
pub fn render(tree: &SourceTree, findings: &Findings, prefix: &str) -> String {
    let document = Document {
        version: VERSION,
        errors: findings.count(Severity::Error),
        warnings: findings.count(Severity::Warning),
        findings: findings
            .sorted(tree)
            .into_iter()
            .map(|finding| entry(tree, finding, prefix))
            .collect(),
    };
    // A structure of text and numbers always serialises.
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn entry<'a>(tree: &SourceTree, finding: &'a Finding, prefix: &str) -> Entry<'a> {
    Entry {
        code: finding.rule.code,
        rule: finding.rule.name,
        severity: match finding.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        place: place(tree, finding.span, prefix),
        message: &finding.message,
        hint: finding.hint.as_deref(),
        related: finding
            .related
            .iter()
            .map(|related| Related {
                place: place(tree, related.span, prefix),
                message: &related.text,
            })
            .collect(),
    }
}

fn place(tree: &SourceTree, span: Span, prefix: &str) -> Place {
    let Some(file) = tree.get(span.file) else {
        return Place {
            file: prefix.to_owned(),
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
        };
    };
    let (line, column) = file.line_column(span.start);
    let (end_line, end_column) = file.line_column(span.end);
    Place {
        file: format!("{prefix}{}", file.path),
        line,
        column,
        end_line,
        end_column,
    }
}
