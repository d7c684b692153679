//! Findings as text, one file per format.
//!
//! `prefix` stands before each path, so that a terminal or a forge can open it;
//! it ends with a separator or is empty.

mod github;
mod human;
mod json;
mod short;

pub use human::Style;

use super::Findings;
use crate::source::SourceTree;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Annotated excerpts of the source.
    Human(Style),
    /// One line each.
    Short,
    /// One JSON document.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// All findings in their stable order; empty if there are none, except for JSON,
/// which is always a document.
pub fn render(tree: &SourceTree, findings: &Findings, prefix: &str, format: Format) -> String {
    let mut text = String::new();
    match format {
        Format::Human(style) => {
            for finding in findings.sorted(tree) {
                text.push_str(&human::render(tree, finding, prefix, style));
                text.push_str("\n\n");
            }
        }
        Format::Short => {
            for finding in findings.sorted(tree) {
                text.push_str(&short::render(tree, finding, prefix));
                text.push('\n');
            }
        }
        Format::Github => {
            for finding in findings.sorted(tree) {
                text.push_str(&github::render(tree, finding, prefix));
                text.push('\n');
            }
        }
        Format::Json => {
            text.push_str(&json::render(tree, findings, prefix));
            text.push('\n');
        }
    }
    text
}
