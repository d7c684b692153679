//! A plan directory, read and judged.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::check::{self, Options};
use crate::finding::Findings;
use crate::fix::{self, Mended};
use crate::language::Language;
use crate::model;
use crate::reading::{self, MAX_FILE_BYTES, ReadError};
use crate::resolve::{self, Plan};
use crate::source::SourceTree;

/// Everything known of a plan directory before a book is made of it.
#[derive(Debug)]
pub struct Project {
    /// All files.
    pub tree: SourceTree,
    /// The resolved plan; `None` if `plan.toml` could not be read.
    pub plan: Option<Plan>,
    /// What is wrong with it.
    pub findings: Findings,
}

/// The language that `plan.toml` of the directory `root` names, or has by custom, however
/// much else of it is broken; `None` if there is no such file, or nobody can tell.
pub fn language(root: &Path) -> Option<Language> {
    let path = root.join("plan.toml");
    // What a link leads to is no file of the plan, and a pipe may never end.
    if !fs::symlink_metadata(&path).ok()?.is_file() {
        return None;
    }
    let bytes = reading::read_bounded(&path, MAX_FILE_BYTES).ok()??;
    let text = String::from_utf8_lossy(&bytes);
    model::language_of(text.trim_start_matches('\u{feff}'))
}

/// Reads and judges the plan directory `root`.
///
/// Everything that is wrong with the plan is a finding.
///
/// # Errors
///
/// If `root` is no directory that can be read.
pub fn load(root: &Path, options: &Options) -> Result<Project, ReadError> {
    let mut findings = Findings::default();
    let tree = reading::read(root, &mut findings)?;
    Ok(judge(tree, findings, options))
}

/// Judges files that have been read, or that never were in a directory; `findings` are
/// those of reading.
pub fn judge(tree: SourceTree, findings: Findings, options: &Options) -> Project {
    let mut project = understand(tree, findings);
    let (tree, plan) = (&project.tree, project.plan.as_ref());
    let findings = &mut project.findings;
    let skipped = plan
        .map(|plan| check::check(plan, tree, options, findings))
        .unwrap_or_default();
    check::apply_levels(plan, tree, options, &skipped, findings);
    fix::keep_safe(tree, findings);
    project
}

/// Reads files as far as they can be understood, without judging what they say.
pub fn understand(tree: SourceTree, mut findings: Findings) -> Project {
    let entries = model::read(&tree, &mut findings);
    let plan = resolve::resolve(&tree, entries, &mut findings);
    Project {
        tree,
        plan,
        findings,
    }
}

/// Most times that a plan is judged to mend it: a fix may bring to light what
/// another one mends, though hardly ever more than twice.
const ROUNDS: usize = 8;

impl Project {
    /// The files as they would be if everything that can be mended were, until
    /// nothing is left to mend.
    #[must_use = "files are returned, not written"]
    pub fn mended(&self, options: &Options) -> Vec<Mended> {
        let mut tree = self.tree.clone();
        let mut all: BTreeMap<String, Mended> = BTreeMap::new();
        let mut fixes = fix::mend(&self.tree, &self.findings);
        for _ in 0..ROUNDS {
            for one in std::mem::take(&mut fixes) {
                tree.replace(&one.path, one.after.clone());
                match all.get_mut(&one.path) {
                    Some(known) => {
                        known.after = one.after;
                        known.count += one.count;
                    }
                    None => {
                        all.insert(one.path.clone(), one);
                    }
                }
            }
            let judged = judge(tree.clone(), Findings::default(), options);
            fixes = fix::mend(&judged.tree, &judged.findings);
            if fixes.is_empty() {
                break;
            }
        }
        all.into_values().collect()
    }
}
