//! What changed between two plans.

mod command;
mod history;
mod identity;
pub mod meaning;
mod policy;
mod properties;
mod report;
mod revisions;
mod substance;
mod unread;
mod working;

use std::collections::BTreeMap;

use ambonplan::diff::{self, Diff, Settings};
use ambonplan::finding::Findings;
use ambonplan::model;
use ambonplan::resolve::{self, Plan};
use ambonplan::source::{Role, SourceFile, SourceTree};

/// The files of a plan, by path.
pub type Files = BTreeMap<String, String>;

/// A plan with its files.
pub struct Loaded {
    pub plan: Plan,
    pub tree: SourceTree,
}

/// Reads a plan that is in no directory.
pub fn load(files: &Files) -> Loaded {
    read(files).unwrap()
}

/// The same; `None` if its `plan.toml` cannot be read.
pub fn read(files: &Files) -> Option<Loaded> {
    let mut tree = SourceTree::default();
    for (path, text) in files {
        let role = Role::of(path);
        tree.push(if role.is_text() {
            SourceFile::text(path.clone(), role, text.clone())
        } else {
            SourceFile::bytes(path.clone(), role, text.clone().into_bytes())
        });
    }
    let mut findings = Findings::default();
    let entries = model::read(&tree, &mut findings);
    let plan = resolve::resolve(&tree, entries, &mut findings)?;
    Some(Loaded { plan, tree })
}

pub fn compare(base: &Loaded, head: &Loaded) -> Diff {
    let settings = Settings::default();
    diff::compare(
        (&base.plan, &base.tree),
        (&head.plan, &head.tree),
        &settings,
    )
}

/// A plan of so many programmes.
pub fn generated(programs: usize) -> Files {
    crate::generator::plan(programs).into_iter().collect()
}
