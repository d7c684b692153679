//! `ambonplan list`

use std::io::Write;
use std::path::{Path, PathBuf};

use ambonplan::check::Options;
use ambonplan::language::{Catalogue, Format, message};
use ambonplan::list::{self, Query};

use super::failure::Result;
use super::{Outcome, build, language, loading, output, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan list program\n  \
    ambonplan list program --where 'pillar = governance and total > 1e9 and not quick-win'\n  \
    ambonplan list program --columns label,title,total.2026 --sort -total.2026\n  \
    ambonplan list program.indicator --where 'unit = persen' --format csv -o indikator.csv\n  \
    ambonplan list law --columns kind,number,year,title --sort year")]
pub struct Arguments {
    /// A kind of entry, such as `program`, or a list of its entries, such as `program.budget`
    #[arg(value_name = "KIND")]
    what: String,

    /// The columns, separated by commas: keys of the entry, or of its lists as `budget.amount`
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Vec<String>,

    /// Only rows for which an expression holds: `=`, `!=`, `<`, `<=`, `>`, `>=`, `contains`,
    /// `and`, `or`, `not` and parentheses
    #[arg(long = "where", value_name = "EXPRESSION")]
    filter: Option<String>,

    /// Put the rows in the order of these columns; `-` before a column puts the largest first
    #[arg(
        long,
        value_name = "COLUMNS",
        value_delimiter = ',',
        allow_hyphen_values = true
    )]
    sort: Vec<String>,

    /// How the rows are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    format: Form,

    /// Write them to this file, or to standard output with `-` [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// Columns for people, long texts cut
    Table,
    /// Comma-separated values with a line of names
    Csv,
    /// A list of JSON objects
    Json,
}

/// Lists entries of the plan. A list of which not everything could be read has what could, and
/// ends with 1.
pub fn run(plan: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    let project = loading::load(plan, &Options::default())?;
    let Some(read) = &project.plan else {
        return build::nothing_built(plan, asked, &project);
    };
    let query = Query {
        what: &arguments.what,
        columns: arguments.columns.clone(),
        filter: arguments.filter.as_deref(),
        sort: arguments.sort.clone(),
    };
    let rows = list::list(read, &project.tree, &query)?;
    let text = match arguments.format {
        Form::Table => rows.table(&Format::new(language::choose(asked, Some(read)))),
        Form::Csv => rows.csv(),
        Form::Json => format!("{:#}\n", rows.json()),
    };
    match &arguments.output {
        Some(file) => {
            write::refuse_source(file, plan)?;
            write::output(file, text.as_bytes())?;
        }
        None => {
            let mut out = output::out();
            out.write_all(text.as_bytes())?;
            out.flush()?;
        }
    }
    if !list::may_lack(read, &project.tree, &arguments.what) {
        return Ok(Outcome::Clean);
    }
    let catalogue = Catalogue::new(language::choose(asked, Some(read)));
    let told = catalogue.text(&message!("list-incomplete"));
    writeln!(output::err(), "{told}")?;
    Ok(Outcome::Findings)
}
