//! Messages about plans with unresolved merge conflicts.

use std::collections::BTreeSet;
use std::io::Write;

use ambonplan::language::{Catalogue, Language, message};
use ambonplan::model::rules::merge_conflict;
use ambonplan::project::Project;

use super::failure::Result;
use super::output;

/// Says on standard error which of the compared plans has files in conflict: of them one
/// side is compared, or nothing.
pub fn tell(language: Language, plans: [(&str, &Project); 2]) -> Result<()> {
    let catalogue = Catalogue::new(language);
    for (name, project) in plans {
        let findings = project.findings.iter();
        let conflicts = findings.filter(|finding| finding.rule == &merge_conflict::RULE);
        let files: BTreeSet<_> = conflicts.map(|finding| finding.span.file).collect();
        if files.is_empty() {
            continue;
        }
        let told = message!("diff-in-conflict", count = files.len(), name = name);
        let warning = catalogue.text(&message!("warning"));
        writeln!(output::err(), "{warning}: {}", catalogue.text(&told))?;
    }
    Ok(())
}
