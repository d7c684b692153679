//! The plan as many revisions have it, by what is not the same in them.
//!
//! Git names folders and files by what they hold: those that have the same id need not be
//! read to know that they are the same.

use std::collections::BTreeMap;
use std::rc::Rc;

use gix::ObjectId;
use gix::bstr::BStr;
use gix::objs::tree::EntryKind;

use super::{Repository, Revision, RevisionError, is_folder, unreadable};
use crate::cache::Cache;
use crate::finding::Findings;
use crate::reading::is_passed_over;
use crate::reading::walk::shown;
use crate::source::SourceTree;

/// All files of a plan in a revision. Two that are equal have the same files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Snapshot(ObjectId);

/// What a file holds. Two that are equal hold the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Held(ObjectId);

/// A file that is not the same in two revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Touched {
    /// Its path in the plan.
    pub path: String,
    /// What it holds in the first; `None` if it is not there.
    pub before: Option<Held>,
    /// What it holds in the second; `None` if it is not there.
    pub after: Option<Held>,
}

/// What stands in a folder.
#[derive(Debug)]
struct Placed {
    name: String,
    kind: EntryKind,
    id: ObjectId,
}

/// The files of a folder with all below it, in the order of their paths.
type Files = Vec<(String, EntryKind, ObjectId)>;

/// So many folders are remembered at least.
const FOLDERS: usize = 4096;

/// A plan is looked for in no more folders below each other than these.
const DEEPEST: usize = 64;

/// Reads the plans of many revisions of a repository.
pub(crate) struct Snapshots<'r> {
    repository: &'r Repository,
    folders: Cache<ObjectId, Rc<[Placed]>>,
    /// The folders below a folder that hold a plan.
    plans: Cache<ObjectId, Rc<[String]>>,
    /// The commit that was asked for first.
    latest: Option<ObjectId>,
}

impl<'r> Snapshots<'r> {
    /// Nothing is read yet.
    pub fn new(repository: &'r Repository) -> Self {
        Self {
            repository,
            folders: Cache::new(FOLDERS),
            plans: Cache::new(FOLDERS),
            latest: None,
        }
    }

    /// The plan of a commit; nothing if it has none. Where it is not at its place, it is in
    /// the one folder that holds a plan and does not any more in the commit that was asked
    /// for first: there it lay before it moved.
    ///
    /// # Errors
    ///
    /// If the commit cannot be read.
    pub fn of(&mut self, commit: &str) -> Result<Option<Snapshot>, RevisionError> {
        let id = ObjectId::from_hex(commit.as_bytes()).map_err(unreadable)?;
        let latest = *self.latest.get_or_insert(id);
        if let Some(plan) = self.at(id, self.repository.prefix())? {
            return Ok(Some(plan));
        }
        let now = self.plans(self.repository.whole(&revision(latest))?.id, 0)?;
        let then = self.plans(self.repository.whole(&revision(id))?.id, 0)?;
        let mut gone = then.iter().filter(|place| !now.contains(place));
        match (gone.next(), gone.next()) {
            (Some(place), None) => self.at(id, place),
            _ => Ok(None),
        }
    }

    /// The plan that a commit has in a folder.
    fn at(&self, id: ObjectId, place: &str) -> Result<Option<Snapshot>, RevisionError> {
        match self.repository.root(&revision(id).at(place)) {
            Ok(tree) => Ok(Some(Snapshot(tree.id))),
            Err(RevisionError::NoPlan { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The folders that hold a plan, below one that is so many folders deep.
    fn plans(&mut self, folder: ObjectId, depth: usize) -> Result<Rc<[String]>, RevisionError> {
        if let Some(known) = self.plans.get(&folder) {
            return Ok(known);
        }
        let mut plans = Vec::new();
        for one in self.folder(Some(folder))?.iter() {
            if one.kind == EntryKind::Tree && depth < DEEPEST {
                let inside = self.plans(one.id, depth.saturating_add(1))?;
                plans.extend(inside.iter().map(|place| match place.as_str() {
                    "" => one.name.clone(),
                    place => below(&one.name, place),
                }));
            } else if one.kind == EntryKind::Blob && one.name == "plan.toml" {
                plans.push(String::new());
            }
        }
        let plans: Rc<[String]> = plans.into();
        self.plans.insert(folder, Rc::clone(&plans));
        Ok(plans)
    }

    /// The files that are not the same in two revisions, in the order of their paths; of
    /// one that is nothing, all files of the other.
    ///
    /// # Errors
    ///
    /// If a folder of one of the two cannot be read.
    pub fn touched(
        &mut self,
        before: Option<Snapshot>,
        after: Option<Snapshot>,
    ) -> Result<Vec<Touched>, RevisionError> {
        let mut found = Vec::new();
        let [before, after] = [before, after].map(|one| one.map(|one| one.0));
        let mut folders = vec![(String::new(), before, after)];
        while let Some((above, before, after)) = folders.pop() {
            let (old, new) = (self.folder(before)?, self.folder(after)?);
            let mut names: BTreeMap<&str, [Option<&Placed>; 2]> = BTreeMap::new();
            for (side, placed) in [(0, &old), (1, &new)] {
                for one in placed.iter() {
                    if let Some(place) = names.entry(&one.name).or_default().get_mut(side) {
                        *place = Some(one);
                    }
                }
            }
            for (name, [was, is]) in names {
                let told = |one: Option<&Placed>| one.map(|one| (one.kind, one.id));
                if told(was) == told(is) {
                    continue;
                }
                let path = below(&above, name);
                let folder = |one: Option<&Placed>| {
                    one.filter(|one| one.kind == EntryKind::Tree)
                        .map(|one| one.id)
                };
                let file = |one: Option<&Placed>| {
                    one.filter(|one| one.kind != EntryKind::Tree)
                        .map(|one| Held(one.id))
                };
                if folder(was).is_some() || folder(is).is_some() {
                    folders.push((path.clone(), folder(was), folder(is)));
                }
                let (before, after) = (file(was), file(is));
                if before.is_some() || after.is_some() {
                    found.push(Touched {
                        path,
                        before,
                        after,
                    });
                }
            }
        }
        found.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(found)
    }

    /// The files of a plan with what they hold, in the order of their paths.
    ///
    /// # Errors
    ///
    /// If a folder of the plan cannot be read.
    pub fn files(&mut self, plan: Snapshot) -> Result<Vec<(String, Held)>, RevisionError> {
        let files = self.list(plan)?.into_iter();
        let files = files.filter(|(_, kind, _)| !is_folder(*kind));
        Ok(files.map(|(path, _, id)| (path, Held(id))).collect())
    }

    /// The folders of a plan that are submodules, in the order of their paths.
    ///
    /// # Errors
    ///
    /// If a folder of the plan cannot be read.
    pub fn submodules(&mut self, plan: Snapshot) -> Result<Vec<String>, RevisionError> {
        let all = self.list(plan)?.into_iter();
        let modules = all.filter(|(_, kind, _)| *kind == EntryKind::Commit);
        Ok(modules.map(|(path, _, _)| path).collect())
    }

    /// Reads some of the files of a plan, as if there were no others but for the names of
    /// files that tell which is which.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn read(
        &mut self,
        plan: Snapshot,
        wanted: &dyn Fn(&str) -> bool,
        findings: &mut Findings,
    ) -> Result<SourceTree, RevisionError> {
        let files = self.list(plan)?;
        self.repository
            .fill(&revision(plan.0), files, wanted, findings)
    }

    /// Whether a file has this text anywhere in it.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn says(&self, file: Held, text: &str) -> Result<bool, RevisionError> {
        let found = self.repository.git.find_object(file.0);
        let found =
            found.map_err(|error| self.repository.lost(&file.0.to_string(), file.0, &error))?;
        let mut parts = found.data.windows(text.len().max(1));
        Ok(parts.any(|part| part == text.as_bytes()))
    }

    fn list(&mut self, plan: Snapshot) -> Result<Files, RevisionError> {
        let mut files = Vec::new();
        let mut folders = vec![(String::new(), plan.0)];
        while let Some((above, id)) = folders.pop() {
            for one in self.folder(Some(id))?.iter() {
                let path = below(&above, &one.name);
                if one.kind == EntryKind::Tree {
                    folders.push((path.clone(), one.id));
                }
                files.push((path, one.kind, one.id));
            }
        }
        files.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(files)
    }

    fn folder(&mut self, id: Option<ObjectId>) -> Result<Rc<[Placed]>, RevisionError> {
        let Some(id) = id else {
            return Ok(Rc::from([]));
        };
        if let Some(known) = self.folders.get(&id) {
            return Ok(known);
        }
        let tree = self.repository.git.find_tree(id);
        let tree = tree.map_err(|error| self.repository.lost(&id.to_string(), id, &error))?;
        let mut placed = Vec::new();
        for entry in tree.iter() {
            let entry = entry.map_err(unreadable)?;
            let name = shown(entry.filename());
            if !is_passed_over(&name) {
                placed.push(Placed {
                    name,
                    kind: entry.kind(),
                    id: entry.object_id(),
                });
            }
        }
        let placed: Rc<[Placed]> = placed.into();
        self.folders.insert(id, Rc::clone(&placed));
        Ok(placed)
    }
}

/// Text of a commit in the encoding that it names; UTF-8 if it names none.
pub(super) fn decoded(text: &BStr, encoding: Option<&BStr>) -> String {
    let named = encoding.and_then(|name| encoding_rs::Encoding::for_label(name));
    let encoding = named.unwrap_or(encoding_rs::UTF_8);
    encoding.decode_without_bom_handling(text).0.into_owned()
}

/// A revision that nobody named.
fn revision(id: ObjectId) -> Revision {
    Revision {
        name: id.to_string(),
        id,
        place: String::new(),
    }
}

fn below(above: &str, name: &str) -> String {
    match above {
        "" => name.to_owned(),
        above => format!("{above}/{name}"),
    }
}
