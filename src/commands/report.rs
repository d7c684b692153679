//! Everything that is printed about a plan.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use ambonplan::finding::{Findings, Severity, Style, render};
use ambonplan::source::SourceTree;

/// Prints all findings and a line that counts them.
///
/// The excerpts go to `out`, with colours if it is a terminal.
pub fn findings(
    out: &mut (impl Write + IsTerminal),
    plan: &Path,
    tree: &SourceTree,
    findings: &Findings,
) -> io::Result<()> {
    let style = if out.is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        Style::Coloured
    } else {
        Style::Plain
    };
    let prefix = format!("{}/", plan.display());
    let mut text = String::new();
    for finding in findings.sorted(tree) {
        text.push_str(&render(tree, finding, &prefix, style));
        text.push_str("\n\n");
    }
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// `2 errors, 1 warning`
pub fn count(findings: &Findings) -> String {
    let errors = findings.count(Severity::Error);
    let warnings = findings.count(Severity::Warning);
    format!(
        "{}, {}",
        plural(errors, "error", "errors"),
        plural(warnings, "warning", "warnings")
    )
}

/// `1 page`, `2 pages`
pub fn plural(count: usize, one: &str, many: &str) -> String {
    let word = if count == 1 { one } else { many };
    format!("{count} {word}")
}

/// Prints why the command itself failed.
pub fn failure(error: &anyhow::Error) {
    let mut text = format!("error: {error}");
    for cause in error.chain().skip(1) {
        text.push_str(&format!("\n  caused by: {cause}"));
    }
    // If standard error is closed, the exit status is all that is left to say.
    let _ = writeln!(io::stderr(), "{text}");
}
