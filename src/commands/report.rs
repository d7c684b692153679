//! Everything that is printed about a plan.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use ambonplan::finding::{Findings, Format, Severity, Style, render};
use ambonplan::source::SourceTree;

/// Annotated excerpts, with colours if `out` is a terminal that wants them.
pub fn human(out: &impl IsTerminal) -> Format {
    if out.is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        Format::Human(Style::Coloured)
    } else {
        Format::Human(Style::Plain)
    }
}

/// Prints all findings.
pub fn findings(
    out: &mut impl Write,
    plan: &Path,
    tree: &SourceTree,
    findings: &Findings,
    format: Format,
) -> io::Result<()> {
    let prefix = format!("{}/", plan.display());
    let text = render(tree, findings, &prefix, format);
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
