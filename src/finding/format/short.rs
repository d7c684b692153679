//! One line for each finding, as editors and `grep` like them.

use crate::finding::{Finding, Severity};
use crate::source::SourceTree;

/// `plan/plan.toml:4:1: error[FMT003 unknown-key]: unknown key; did you mean …`
pub fn render(tree: &SourceTree, finding: &Finding, prefix: &str) -> String {
    let severity = match finding.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut line = format!(
        "{prefix}{}: {severity}[{} {}]: {}",
        tree.place(finding.span),
        finding.rule.code,
        finding.rule.name,
        finding.message
    );
    for related in &finding.related {
        let place = tree.place(related.span);
        line.push_str(&format!("; {prefix}{place}: {}", related.text));
    }
    if let Some(hint) = &finding.hint {
        line.push_str(&format!("; {hint}"));
    }
    line
}
