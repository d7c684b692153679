//! `ambonplan check`

use std::io::{self, Write};
use std::path::Path;

use ambonplan::finding::{Format, Severity};
use clap::ValueEnum;

use super::{Outcome, report};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan check\n  \
    ambonplan check --format short\n  \
    ambonplan check --format json > findings.json")]
pub struct Arguments {
    /// How findings are written [default: human; github inside GitHub Actions]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Output>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Output {
    /// Annotated excerpts of the source
    Human,
    /// One line for each finding
    Short,
    /// One JSON document
    Json,
    /// Annotations of GitHub Actions
    Github,
}

/// Prints every finding on standard output and counts them on standard error.
pub fn run(plan: &Path, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let project = super::build::load(plan)?;
    let mut out = io::stdout();
    let format = match arguments.format.unwrap_or_else(customary) {
        Output::Human => report::human(&out),
        Output::Short => Format::Short,
        Output::Json => Format::Json,
        Output::Github => Format::Github,
    };
    report::findings(&mut out, plan, &project.tree, &project.findings, format)?;
    let counts = match &project.plan {
        Some(plan) => format!(
            "{}, {}, {}",
            report::plural(plan.pillars.len(), "pillar", "pillars"),
            report::plural(plan.opds.len(), "OPD", "OPD"),
            report::plural(plan.programs.len(), "programme", "programmes"),
        ),
        None => "plan not readable".into(),
    };
    writeln!(
        io::stderr(),
        "{counts}: {}",
        report::count(&project.findings)
    )?;
    Ok(if project.findings.count(Severity::Error) > 0 {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// What GitHub sets in every step of a workflow tells where the output goes.
fn customary() -> Output {
    match std::env::var_os("GITHUB_ACTIONS") {
        Some(value) if value == "true" => Output::Github,
        _ => Output::Human,
    }
}
