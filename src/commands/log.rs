//! `ambonplan log`

use std::io::Write;
use std::path::Path;

use ambonplan::diff::Settings;
use ambonplan::diff::log::{Asked, LogError, Subject, When, log, submodules};
use ambonplan::diff::report::{HistoryForm, HistoryReport};
use ambonplan::finding::Findings;
use ambonplan::language::{Catalogue, message};
use ambonplan::model::EntryRef;
use ambonplan::project;
use ambonplan::reading::{self, Repository};
use clap::ValueEnum;
use jiff::Zoned;

use super::failure::{Context, Result};
use super::{Outcome, language, output, report};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan log program:layanan-112\n  \
    ambonplan log opd:diskominfo v1..v2\n  \
    ambonplan log opd:diskominfo --since 2026-01-01 --until 2026-06-30\n  \
    ambonplan log \"indicator:layanan-112/Waktu tanggap\"")]
pub struct Arguments {
    /// program:ID, opd:ID, pillar:ID … or indicator:PROGRAM/NAME; an old id leads to what
    /// it became
    #[arg(value_name = "KIND:ID")]
    subject: String,

    /// Begin at this revision; `A..B` tells what led from A to B [default: HEAD]
    #[arg(value_name = "REVISION")]
    revision: Option<String>,

    /// Begin at this revision, written as an option
    #[arg(long, value_name = "REVISION", conflicts_with = "revision")]
    from: Option<String>,

    /// Tell nothing from before this day, such as 2026-01-31
    #[arg(long, value_name = "DATE")]
    since: Option<String>,

    /// Tell nothing from after this day, such as 2026-01-31
    #[arg(long, value_name = "DATE")]
    until: Option<String>,

    /// Tell at most this many changes
    #[arg(long, value_name = "N")]
    max_count: Option<usize>,

    /// How the history is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Output::Human)]
    format: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Output {
    /// A line for each change
    Human,
    /// For a comment or a page of a forge
    Markdown,
    /// One JSON document; `ambonplan schema log` prints its schema
    Json,
}

impl From<LogError> for super::failure::Failure {
    fn from(error: LogError) -> Self {
        match error {
            LogError::Revision(error) => error.into(),
            LogError::Unknown(message) => message.into(),
        }
    }
}

/// Prints every change of an entry, the latest first.
pub fn run(plan: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    let subject = Subject::parse(&arguments.subject).with_context(|| {
        match EntryRef::meant(&arguments.subject) {
            Some(meant) => message!(
                "no-entry.meant",
                subject = &arguments.subject,
                meant = meant
            ),
            None => message!("no-subject", subject = &arguments.subject),
        }
    })?;
    let since = when(arguments.since.as_deref(), "--since")?;
    let until = when(arguments.until.as_deref(), "--until")?;
    let here = std::env::current_dir().context(message!("failed-current-directory"))?;
    let repository = Repository::around(plan, &here)?;
    let revision = arguments.revision.as_ref().or(arguments.from.as_ref());
    let (from, without) = match repository.revisions(revision.map_or("HEAD", String::as_str))? {
        (first, Some(second)) => (second, Some(first)),
        (only, None) => (only, None),
    };
    // The plan in the directory, if there is one, says in which language, and how grave
    // changes are.
    let mut findings = Findings::default();
    let tree = reading::read(plan, &mut findings).ok();
    let project = tree.map(|tree| project::understand(tree, findings));
    let present = project.as_ref().and_then(|project| project.plan.as_ref());
    let settings = present
        .map(|plan| Settings::of(&plan.file))
        .unwrap_or_default();
    let language = language::choose(asked, present);
    let wanted = Asked {
        subject: &subject,
        from: &from,
        without: without.as_ref(),
        since,
        until,
        most: arguments.max_count.unwrap_or(usize::MAX),
    };
    let catalogue = Catalogue::new(language);
    for path in submodules(&repository, &from)? {
        let path = format!("{}{path}", report::prefix(plan));
        let note = message!("log-submodule", path = path);
        writeln!(output::err(), "{}", catalogue.text(&note))?;
    }
    let history = log(&repository, &wanted, &settings)?;
    let told = HistoryReport {
        history: &history,
        asked: &subject,
        prefix: &report::prefix(plan),
        language,
    };
    let form = match arguments.format {
        Output::Human => HistoryForm::Human,
        Output::Markdown => HistoryForm::Markdown,
        Output::Json => HistoryForm::Json,
    };
    if form == HistoryForm::Human
        && let Some(renamed) = told.renamed()
    {
        writeln!(output::err(), "{}", catalogue.text(&renamed))?;
    }
    output::out().write_all(told.render(form).as_bytes())?;
    Ok(Outcome::Clean)
}

/// A date of the command line.
fn when(text: Option<&str>, option: &str) -> Result<Option<When>> {
    let Some(text) = text else {
        return Ok(None);
    };
    let when = When::parse(text, Some(Zoned::now()));
    let when = when.with_context(|| message!("no-date", text = text, option = option))?;
    Ok(Some(when))
}
