//! `ambonplan log`

use std::io::Write;
use std::path::Path;

use ambonplan::diff::log::{Subject, log};
use ambonplan::diff::{Settings, report};
use ambonplan::source::Repository;
use anyhow::{Context, anyhow};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use super::{Outcome, build, language, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan log program:layanan-112\n  \
    ambonplan log opd:diskominfo --from main\n  \
    ambonplan log \"indicator:layanan-112/Waktu tanggap\"")]
pub struct Arguments {
    /// program:ID, opd:ID, pillar:ID … or indicator:PROGRAM/NAME
    #[arg(value_name = "KIND:ID")]
    subject: String,

    /// Begin at this revision
    #[arg(long, value_name = "REVISION", default_value = "HEAD")]
    from: String,

    /// Tell at most this many changes
    #[arg(long, value_name = "N")]
    max_count: Option<usize>,
}

/// Prints every change of an entry on a line of its own, the latest first.
pub fn run(
    plan: &Path,
    asked: Option<language::Choice>,
    arguments: &Arguments,
) -> anyhow::Result<Outcome> {
    let subject = Subject::parse(&arguments.subject).ok_or_else(|| {
        let subject = &arguments.subject;
        anyhow!("`{subject}` names no entry; write program:ID, opd:ID or indicator:PROGRAM/NAME")
    })?;
    let here = std::env::current_dir().context("failed to tell the current directory")?;
    let repository = Repository::around(plan, &here)?;
    let from = repository.revision(&arguments.from)?;
    // The plan in the directory, if there is one, says in which language.
    let project = build::load(plan, &ambonplan::check::Options::default()).ok();
    let present = project.as_ref().and_then(|project| project.plan.as_ref());
    let settings = present
        .map(|plan| Settings::of(&plan.file))
        .unwrap_or_default();
    let language = language::choose(asked, present);
    let mut out = output::out();
    let lines = log(&repository, &from, &subject, &settings)?.into_iter();
    let lines = lines.flat_map(|logged| {
        let commit = logged.commit;
        let date = date(commit.seconds, commit.offset);
        let short: String = commit.id.chars().take(10).collect();
        let told = logged.changes.into_iter().map(move |change| {
            let change = report::line(&change, language);
            report::harmless(&format!("{date} {short} {}: {change}", commit.author))
        });
        told.collect::<Vec<_>>()
    });
    for line in lines.take(arguments.max_count.unwrap_or(usize::MAX)) {
        writeln!(out, "{line}")?;
    }
    Ok(Outcome::Clean)
}

/// The day on which the author wrote, by the author's own clock.
fn date(seconds: i64, offset: i32) -> String {
    let zone = Offset::from_seconds(offset).map(TimeZone::fixed);
    let moment = Timestamp::from_second(seconds);
    match (moment, zone) {
        (Ok(moment), Ok(zone)) => moment.to_zoned(zone).date().to_string(),
        _ => String::from("?"),
    }
}
