//! What git leaves alone in a plan: notes and drafts that are nobody else's business.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use gix_ignore::Search;
use gix_ignore::glob::pattern::Case;
use gix_ignore::search::Ignore;

use super::limits::read_bounded;

/// A file of rules may be as large as this; of a larger one nothing is read.
const MAX_RULES_BYTES: u64 = 1024 * 1024;

/// The rules that hold for a plan directory, and what git knows in spite of them.
pub(super) struct Ignored {
    /// The plan directory, without links.
    root: PathBuf,
    /// Rules from outside the plan, those that count for more first.
    above: Vec<Rules>,
    /// Rules of folders of the plan, by their path below it.
    inside: BTreeMap<String, Rules>,
    /// Folders that are ignored, though files below them are tracked.
    folders: BTreeSet<String>,
    /// The files below the plan that git tracks, once they are asked for.
    tracked: Option<Tracked>,
}

/// The rules that a file has for a folder.
struct Rules {
    folder: PathBuf,
    patterns: Search,
}

/// What git tracks of a plan. Rules do not count for it.
pub(super) enum Tracked {
    /// These files, by their paths below the plan.
    Files(BTreeSet<String>),
    /// Nobody knows, so that all of it may be.
    #[cfg(feature = "revisions")]
    Unknown,
}

impl Tracked {
    fn has(&self, path: &str, is_folder: bool) -> bool {
        match self {
            Self::Files(files) if is_folder => {
                let below = format!("{path}/");
                let mut rest = files.range(below.clone()..);
                rest.next().is_some_and(|file| file.starts_with(&below))
            }
            Self::Files(files) => files.contains(path),
            #[cfg(feature = "revisions")]
            Self::Unknown => true,
        }
    }
}

impl Ignored {
    /// The rules around and at the root of a plan directory. Without a repository they
    /// are looked for in the folder of the plan and in the one that holds it.
    pub(super) fn of(root: &Path) -> Self {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        let repository = root.ancestors().find(|folder| {
            // In a second working tree and in a submodule it is a file.
            folder.join(".git").try_exists().is_ok_and(|there| there)
        });
        let top = repository.or(root.parent()).unwrap_or(&root).to_path_buf();
        let mut above: Vec<Rules> = root
            .ancestors()
            .skip(1)
            .take_while(|folder| folder.starts_with(&top))
            .filter_map(|folder| rules(folder, &folder.join(".gitignore")))
            .collect();
        if let Some(repository) = repository
            && let Some(git) = git_directory(repository)
        {
            above.extend(rules(repository, &git.join("info/exclude")));
        }
        let mut ignored = Self {
            above,
            inside: BTreeMap::new(),
            folders: BTreeSet::new(),
            tracked: None,
            root,
        };
        ignored.enter("");
        // Whoever names a plan that is ignored as a whole wants it all the same.
        let folders = ignored.root.ancestors();
        let mut folders = folders.take_while(|folder| folder.starts_with(&top) && *folder != top);
        if folders.any(|folder| is_ignored(ignored.above.iter(), folder, true)) {
            ignored.above.clear();
        }
        ignored
    }

    /// Reads the rules of a folder, by its path below the plan.
    pub(super) fn enter(&mut self, folder: &str) {
        let path = self.root.join(folder);
        if let Some(rules) = rules(&path, &path.join(".gitignore")) {
            self.inside.insert(folder.to_owned(), rules);
        }
    }

    /// Whether git leaves a file or folder out; what is above it is asked first.
    pub(super) fn is_ignored(&mut self, path: &str, is_folder: bool) -> bool {
        if self.above.is_empty() && self.inside.is_empty() {
            return false;
        }
        let parent = |path: &str| path.rsplit_once('/').map(|(above, _)| above.to_owned());
        let is_below = parent(path).is_some_and(|above| self.folders.contains(&above));
        let mut folders = Vec::new();
        let mut folder = Some(path.to_owned());
        while let Some(below) = folder {
            folder = parent(&below).or_else(|| (!below.is_empty()).then(String::new));
            folders.extend(folder.as_ref().and_then(|folder| self.inside.get(folder)));
        }
        let rules = folders.into_iter().chain(&self.above);
        if !is_below && !is_ignored(rules, &self.root.join(path), is_folder) {
            return false;
        }
        let tracked = self.tracked.get_or_insert_with(|| tracked(&self.root));
        let is_tracked = tracked.has(path, is_folder);
        if is_tracked && is_folder {
            self.folders.insert(path.to_owned());
        }
        !is_tracked
    }
}

/// Whether the first of these rules that says anything of a path leaves it out.
fn is_ignored<'r>(rules: impl Iterator<Item = &'r Rules>, path: &Path, folder: bool) -> bool {
    let mut said = rules.filter_map(|rules| rules.says(path, folder));
    said.next().unwrap_or(false)
}

impl Rules {
    /// Whether a path is to be left out; `None` if no rule is about it.
    fn says(&self, path: &Path, is_folder: bool) -> Option<bool> {
        let below = path.strip_prefix(&self.folder).ok()?;
        let below = super::slashed(below)?;
        let patterns = &self.patterns;
        let found = patterns.pattern_matching_relative_path(
            below.as_str().into(),
            Some(is_folder),
            Case::Sensitive,
        )?;
        Some(!found.pattern.is_negative())
    }
}

/// The rules that a file has for a folder. One that cannot be read has none, so that
/// everything which it names is found.
fn rules(folder: &Path, file: &Path) -> Option<Rules> {
    let bytes = read_bounded(file, MAX_RULES_BYTES).ok()??;
    let mut patterns = Search::default();
    let added = patterns.add_patterns_buffer(&bytes, file, None, Ignore::default());
    added.ok()?;
    let folder = folder.to_path_buf();
    Some(Rules { folder, patterns })
}

/// Where a working tree keeps what all trees of its repository share.
fn git_directory(tree: &Path) -> Option<PathBuf> {
    let named = |file: &Path, before: &str| {
        let text = fs::read_to_string(file).ok()?;
        Some(PathBuf::from(text.strip_prefix(before)?.trim_end()))
    };
    let git = tree.join(".git");
    if git.is_dir() {
        return Some(git);
    }
    let own = tree.join(named(&git, "gitdir: ")?);
    let shared = named(&own.join("commondir"), "");
    Some(shared.map_or(own.clone(), |shared| own.join(shared)))
}

#[cfg(feature = "revisions")]
fn tracked(root: &Path) -> Tracked {
    super::revision::tracked(root)
}

/// Without a reader of repositories the rules alone count.
#[cfg(not(feature = "revisions"))]
fn tracked(_: &Path) -> Tracked {
    Tracked::Files(BTreeSet::new())
}
