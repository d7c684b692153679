//! What many revisions say of one entry, without reading what does not concern it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::{Diff, EntryRef, Settings, compare, everything};
use super::area::{Part, may_become, part};
use crate::cache::Cache;
use crate::finding::Findings;
use crate::project::{self, Project};
use crate::reading::{Held, Repository, RevisionError, Snapshot, Snapshots, Touched};

/// So many plans are remembered at least.
const PLANS: usize = 32;

/// So many answers to what is cheap to keep are remembered at least.
const ANSWERS: usize = 4096;

/// The files that were read, and what each holds.
type Read = Vec<(String, Held)>;

/// What two revisions say of an entry.
pub(super) struct Compared {
    /// The first plan, if there is one.
    pub before: Option<Rc<Project>>,
    /// The second plan.
    pub after: Rc<Project>,
    /// What changed; nothing if one of them cannot be read.
    pub diff: Diff,
}

/// Reads the plans of revisions, as far as they concern an entry.
pub(super) struct Plans<'a> {
    snapshots: Snapshots<'a>,
    settings: &'a Settings,
    of: BTreeMap<String, Option<Snapshot>>,
    read: Cache<Read, Rc<Project>>,
    touched: Cache<(Option<Snapshot>, Snapshot), Rc<[Touched]>>,
    named: Cache<(Held, String), bool>,
}

impl<'a> Plans<'a> {
    pub fn new(repository: &'a Repository, settings: &'a Settings) -> Self {
        Self {
            snapshots: Snapshots::new(repository),
            settings,
            of: BTreeMap::new(),
            read: Cache::new(PLANS),
            touched: Cache::new(PLANS),
            named: Cache::new(ANSWERS),
        }
    }

    /// The files of the plan in a commit; nothing if it has none.
    pub fn snapshot(&mut self, commit: &str) -> Result<Option<Snapshot>, RevisionError> {
        if let Some(known) = self.of.get(commit) {
            return Ok(*known);
        }
        let found = self.snapshots.of(commit)?;
        self.of.insert(commit.to_owned(), found);
        Ok(found)
    }

    fn touched(
        &mut self,
        before: Option<Snapshot>,
        after: Snapshot,
    ) -> Result<Rc<[Touched]>, RevisionError> {
        if let Some(known) = self.touched.get(&(before, after)) {
            return Ok(known);
        }
        let found: Rc<[Touched]> = self.snapshots.touched(before, Some(after))?.into();
        self.touched.insert((before, after), Rc::clone(&found));
        Ok(found)
    }

    /// Whether what changed between two revisions may concern an entry.
    pub fn may_concern(
        &mut self,
        key: &EntryRef,
        before: Option<Snapshot>,
        after: Snapshot,
    ) -> Result<bool, RevisionError> {
        if before == Some(after) {
            return Ok(false);
        }
        for file in self.touched(before, after)?.iter() {
            let concerns = match part(key, &file.path) {
                Part::Own => true,
                Part::Beside | Part::Foreign => false,
                Part::IfNamed => {
                    let sides = [file.before, file.after];
                    let mut named = false;
                    for held in sides.into_iter().flatten() {
                        named = named || self.names(held, &key.id)?;
                    }
                    named
                }
            };
            if concerns {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The paths of files that the second of two revisions does not have.
    pub fn gone(
        &mut self,
        before: Option<Snapshot>,
        after: Snapshot,
    ) -> Result<Vec<String>, RevisionError> {
        let touched = self.touched(before, after)?;
        let gone = touched.iter().filter(|file| file.after.is_none());
        Ok(gone.map(|file| file.path.clone()).collect())
    }

    /// Whether a file has an id anywhere in it; what is escaped could be any.
    fn names(&mut self, held: Held, id: &str) -> Result<bool, RevisionError> {
        let asked = (held, id.to_owned());
        if let Some(known) = self.named.get(&asked) {
            return Ok(known);
        }
        let named = self.snapshots.says(held, id)? || self.snapshots.says(held, "\\")?;
        self.named.insert(asked, named);
        Ok(named)
    }

    /// A plan as far as it concerns an entry, with some other files.
    pub fn plan(
        &mut self,
        key: &EntryRef,
        snapshot: Snapshot,
        others: &BTreeSet<String>,
    ) -> Result<Rc<Project>, RevisionError> {
        let mut wanted = Read::new();
        for (path, held) in self.snapshots.files(snapshot)? {
            let is_wanted = others.contains(&path)
                || match part(key, &path) {
                    Part::Own | Part::Beside => true,
                    Part::IfNamed => self.names(held, &key.id)?,
                    Part::Foreign => false,
                };
            if is_wanted {
                wanted.push((path, held));
            }
        }
        if let Some(known) = self.read.get(&wanted) {
            return Ok(known);
        }
        let paths: BTreeSet<&str> = wanted.iter().map(|(path, _)| path.as_str()).collect();
        let mut findings = Findings::default();
        let is_wanted = |path: &str| paths.contains(path);
        let tree = self.snapshots.read(snapshot, &is_wanted, &mut findings)?;
        let project = Rc::new(project::understand(tree, findings));
        self.read.insert(wanted, Rc::clone(&project));
        Ok(project)
    }

    /// A whole plan.
    pub fn whole(&mut self, snapshot: Snapshot) -> Result<Project, RevisionError> {
        let mut findings = Findings::default();
        let tree = self.snapshots.read(snapshot, &|_| true, &mut findings)?;
        Ok(project::understand(tree, findings))
    }

    /// What changed of an entry between two revisions; where there was none before,
    /// everything is new. Other changes are not complete.
    pub fn compare(
        &mut self,
        key: &EntryRef,
        before: Option<Snapshot>,
        after: Snapshot,
    ) -> Result<Compared, RevisionError> {
        let mut others = BTreeSet::new();
        if before.is_some() {
            // It may have come from one of the other files that changed, or gone there.
            let touched = self.touched(before, after)?;
            let foreign = touched.iter();
            let foreign = foreign.filter(|file| may_become(key, &file.path));
            others.extend(foreign.map(|file| file.path.clone()));
        }
        let second = self.plan(key, after, &others)?;
        let first = match before {
            Some(before) => Some(self.plan(key, before, &others)?),
            None => None,
        };
        let diff = match (&first, &second.plan) {
            (_, None) => Diff::default(),
            (None, Some(plan)) => everything((plan, &second.tree), self.settings),
            (Some(first), Some(plan)) => match &first.plan {
                Some(known) => compare((known, &first.tree), (plan, &second.tree), self.settings),
                None => Diff::default(),
            },
        };
        Ok(Compared {
            before: first,
            after: second,
            diff,
        })
    }
}
