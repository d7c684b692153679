//! `ambonplan log`

use std::io::Write;
use std::path::Path;

use ambonplan::diff::log::{Subject, log};
use ambonplan::diff::{Settings, report};
use ambonplan::finding::Findings;
use ambonplan::language::{message, visible};
use ambonplan::project;
use ambonplan::source::{self, Repository};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use super::failure::{Context, Result};
use super::{Outcome, language, output};

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
pub fn run(plan: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    let subject = Subject::parse(&arguments.subject)
        .with_context(|| message!("no-subject", subject = &arguments.subject))?;
    let here = std::env::current_dir().context(message!("failed-current-directory"))?;
    let repository = Repository::around(plan, &here)?;
    let from = repository.revision(&arguments.from)?;
    // The plan in the directory, if there is one, says in which language.
    let mut findings = Findings::default();
    let tree = source::read(plan, &mut findings).ok();
    let project = tree.map(|tree| project::understand(tree, findings));
    let present = project.as_ref().and_then(|project| project.plan.as_ref());
    let settings = present
        .map(|plan| Settings::of(&plan.file))
        .unwrap_or_default();
    let language = language::choose(asked, present);
    let logged = log(&repository, &from, &subject, &settings)?;
    let mut findings = Findings::default();
    let latest = project::understand(repository.read(&from, &mut findings)?, findings);
    if let Some(plan) = &latest.plan
        && let Some(unknown) = subject.unheard_of((plan, &latest.tree), &logged)
    {
        return Err(unknown.into());
    }
    let changes = logged
        .iter()
        .flat_map(|one| one.changes.iter().map(move |change| (&one.commit, change)))
        .take(arguments.max_count.unwrap_or(usize::MAX));
    let lines = report::lines(changes.clone().map(|(_, change)| change), language);
    let mut out = output::out();
    for ((commit, _), line) in changes.zip(lines) {
        let date = date(commit.seconds, commit.offset);
        let short: String = commit.id.chars().take(10).collect();
        let author = visible(&commit.author);
        writeln!(out, "{date} {short} {author}: {line}")?;
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
