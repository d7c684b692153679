//! `ambonplan check`

use std::io::{self, Write};
use std::path::Path;

use ambonplan::finding::Severity;

use super::{Outcome, report};

/// Prints every finding on standard output and counts them on standard error.
pub fn run(plan: &Path) -> anyhow::Result<Outcome> {
    let project = super::build::load(plan)?;
    report::findings(&mut io::stdout(), plan, &project.tree, &project.findings)?;
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
