//! A plan directory, read and judged.

use std::path::Path;

use crate::check::{self, Options};
use crate::finding::Findings;
use crate::model;
use crate::resolve::{self, Plan};
use crate::source::{self, ReadError, SourceTree};

/// Everything known of a plan directory before a book is made of it.
#[derive(Debug)]
pub struct Project {
    /// All files.
    pub tree: SourceTree,
    /// The resolved plan; nothing if `plan.toml` could not be read.
    pub plan: Option<Plan>,
    /// What is wrong with it.
    pub findings: Findings,
}

/// Reads and judges the plan directory `root`.
///
/// Everything that is wrong with the plan is a finding; only a root that is no
/// readable directory is an error.
pub fn load(root: &Path, options: &Options) -> Result<Project, ReadError> {
    let mut findings = Findings::default();
    let mut tree = source::read(root, &mut findings)?;
    let entries = model::read(&mut tree, &mut findings);
    let plan = resolve::resolve(&tree, entries, &mut findings);
    let withheld = plan
        .as_ref()
        .map(|plan| check::check(plan, &tree, options, &mut findings))
        .unwrap_or_default();
    check::settle(plan.as_ref(), &tree, options, &withheld, &mut findings);
    Ok(Project {
        tree,
        plan,
        findings,
    })
}
