//! `ambonplan diff --install-driver`: how git itself shows changes of a plan.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use ambonplan::source::Repository;
use anyhow::{Context, bail};

use super::output;

/// Entries of a plan, for `.gitattributes` of its directory.
const ATTRIBUTES: &str = "*.toml diff=ambonplan\n";

/// The setting that names the program which turns an entry into text for comparing.
const SETTING: &str = "diff.ambonplan.textconv";

/// What git runs, with the name of a file behind it.
const CONVERTER: &str = "ambonplan textconv";

/// Prints what makes `git diff` and `git log -p` show values instead of layout; with
/// `write`, writes the attributes into the plan and tells git.
pub fn install(plan: &Path, write: bool) -> anyhow::Result<()> {
    let mut out = output::out();
    let file = plan.join(".gitattributes");
    if !write {
        writeln!(out, "# {}\n{ATTRIBUTES}", file.display())?;
        writeln!(
            out,
            "# in the repository\ngit config {SETTING} \"{CONVERTER}\""
        )?;
        return Ok(());
    }
    let here = std::env::current_dir().context("failed to tell the current directory")?;
    Repository::around(plan, &here)?;
    let known = fs::read_to_string(&file).unwrap_or_default();
    if !known.lines().any(|line| line == ATTRIBUTES.trim_end()) {
        let text = match known.is_empty() || known.ends_with('\n') {
            true => format!("{known}{ATTRIBUTES}"),
            false => format!("{known}\n{ATTRIBUTES}"),
        };
        super::write::text(&file, &text)?;
        writeln!(out, "{}", file.display())?;
    }
    // git alone knows in which of its files a setting belongs.
    let status = Command::new("git")
        .arg("-C")
        .arg(plan)
        .args(["config", SETTING, CONVERTER])
        .status()
        .context("failed to run git")?;
    if !status.success() {
        bail!("git refused to set `{SETTING}`");
    }
    writeln!(out, "git config {SETTING} \"{CONVERTER}\"")?;
    Ok(())
}
