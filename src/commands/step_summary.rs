//! The job summary that GitHub Actions shows.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use ambonplan::finding::Format;
use ambonplan::language::message;

use super::failure::{Context, Result};
use super::report::Report;

/// Adds the findings to the page, if there is one: steps of a job share it.
pub fn write(report: &Report<'_>) -> Result<()> {
    let file = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|file| !file.is_empty());
    let Some(file) = file else {
        return Ok(());
    };
    let failed = || message!("failed-summary", path = Path::new(&file));
    let mut page = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&file)
        .with_context(failed)?;
    let mut text = Vec::new();
    report.findings(&mut text, Format::GithubSummary)?;
    page.write_all(&text).with_context(failed)
}
