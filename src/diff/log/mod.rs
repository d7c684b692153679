//! What became of one entry, revision by revision.
//!
//! Revisions are gone through from the latest to the first. Most of them do not touch what
//! concerns the entry, which is known without reading a file; of the others only the files
//! that concern it are read. Where an entry cannot be read, what changed is told at the
//! next revision at which it can.

mod area;
mod merged;
mod order;
mod plans;
mod subject;
mod time;

use std::collections::{BTreeMap, BTreeSet};

pub use subject::Subject;
pub(in crate::diff) use time::moment;
pub use time::{When, written};

use super::called::Called;
use super::{Change, Diff, EntryKind, EntryRef, Settings};
use crate::language::Message;
use crate::reading::{Commit, Repository, Revision, RevisionError, Snapshot, Snapshots};
use crate::source::Role;
use plans::Plans;
use subject::State;

/// What is asked of a history.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Whose history is told, by any name that it ever had.
    pub subject: &'a Subject,
    /// The latest revision.
    pub from: &'a Revision,
    /// What led to this revision is not told.
    pub without: Option<&'a Revision>,
    /// Nothing earlier is told.
    pub since: Option<When>,
    /// Nothing later is told.
    pub until: Option<When>,
    /// So many changes are told at most.
    pub most: usize,
}

/// The history of an entry.
#[derive(Debug, Clone)]
pub struct History {
    /// What the entry is called now, or was when it went.
    pub subject: Subject,
    /// What was found, the latest first.
    pub logged: Vec<LogEntry>,
}

/// A revision of which something is to be told.
#[derive(Debug, Clone)]
pub struct LogEntry {
    /// The revision.
    pub commit: Commit,
    /// What it changed of the entry, and what pillars and OPD are called.
    pub diff: Diff,
    /// What else has to be known.
    pub remarks: Vec<Remark>,
}

/// Why something of a revision is not told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// There is no plan any more.
    NoPlan,
    /// There is a plan, of which nothing can be read.
    PlanUnread,
    /// An entry cannot be read.
    EntryUnread(EntryRef),
    /// What was before this revision is not here.
    Cut,
}

/// Why no history is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogError {
    /// The repository cannot be read.
    Revision(RevisionError),
    /// There never was such an entry; in words, with the nearest.
    Unknown(Message),
}

impl From<RevisionError> for LogError {
    fn from(error: RevisionError) -> Self {
        Self::Revision(error)
    }
}

/// The revisions that changed an entry, the latest first. Ids and names are followed back
/// through renames, and an old id leads to the entry that it became. A merge counts only
/// with what none of its parents says; where it took the entry as one parent has it, what
/// the others did to it is not told.
///
/// # Errors
///
/// If no entry of this name is known, or the history cannot be read.
pub fn log(
    repository: &Repository,
    asked: &Asked<'_>,
    settings: &Settings,
) -> Result<History, LogError> {
    let commits = order::in_order(repository.history(asked.from)?);
    let without = match asked.without {
        Some(revision) => repository.history(revision)?,
        None => Vec::new(),
    };
    let without: BTreeSet<String> = without.into_iter().map(|commit| commit.id).collect();
    let known = commits.iter().map(|commit| (commit.id.as_str(), commit));
    let mut walk = Walk {
        plans: Plans::new(repository, settings),
        prefix: repository.prefix(),
        known: known.collect(),
    };
    let subject = walk.present(asked, &commits)?;
    let mut called: BTreeMap<String, BTreeSet<Subject>> = BTreeMap::new();
    if let Some(first) = commits.first() {
        called.insert(first.id.clone(), BTreeSet::from([subject.clone()]));
    }
    let mut history = History {
        subject,
        logged: Vec::new(),
    };
    let mut left = asked.most;
    for commit in &commits {
        let subjects = called.remove(&commit.id).unwrap_or_default();
        if subjects.is_empty() || without.contains(&commit.id) {
            continue;
        }
        if left == 0 {
            break;
        }
        let mut told = Told::default();
        for subject in &subjects {
            let one = walk.own(subject, commit)?;
            for (id, subject) in &one.befores {
                called
                    .entry(id.clone())
                    .or_default()
                    .insert(subject.clone());
            }
            told.add(one);
        }
        let is_late = asked.since.is_none_or(|when| when.is_reached_by(commit));
        let is_early = asked.until.is_none_or(|when| when.is_not_passed_by(commit));
        if told.is_quiet() || !is_late || !is_early {
            continue;
        }
        told.changes.truncate(left);
        left = left.saturating_sub(told.changes.len());
        history.logged.push(LogEntry {
            commit: commit.clone(),
            diff: Diff {
                changes: told.changes,
                called: told.names,
                ..Diff::default()
            },
            remarks: told.remarks.into_iter().collect(),
        });
    }
    Ok(history)
}

/// The submodules of a plan in which there may be entries. Their history is not read: it is
/// that of another repository.
///
/// # Errors
///
/// If the revision cannot be read.
pub fn submodules(
    repository: &Repository,
    revision: &Revision,
) -> Result<Vec<String>, RevisionError> {
    let mut snapshots = Snapshots::new(repository);
    let Some(commit) = repository.commit_of(revision)? else {
        return Ok(Vec::new());
    };
    let Some(plan) = snapshots.of(&commit.id)? else {
        return Ok(Vec::new());
    };
    let mut found = snapshots.submodules(plan)?;
    found.retain(|path| Role::of(&format!("{path}/file")) != Role::Asset);
    Ok(found)
}

/// What is to be told of a revision against one of its parents, or against all.
#[derive(Default)]
struct Told {
    changes: Vec<Change>,
    remarks: BTreeSet<Remark>,
    /// What pillars and OPD are called.
    names: [Called; 2],
    /// Where the history goes on, and what the entry is called there.
    befores: Vec<(String, Subject)>,
    /// What could not be read where the way back ended, and is not told.
    unread: BTreeSet<EntryRef>,
}

impl Told {
    fn is_quiet(&self) -> bool {
        self.changes.is_empty() && self.remarks.is_empty()
    }

    fn named(&mut self, names: [Called; 2]) {
        for (own, other) in self.names.iter_mut().zip(names) {
            own.add(other);
        }
    }

    /// What is told of another name of the entry.
    fn add(&mut self, other: Self) {
        for change in other.changes {
            if !self.changes.contains(&change) {
                self.changes.push(change);
            }
        }
        self.remarks.extend(other.remarks);
        self.named(other.names);
    }
}

/// Where the way back through what cannot be read ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    /// Nothing was ever read before.
    Beginning,
    /// What was before is not here.
    Cut,
    /// It can be read in this commit.
    At(String),
}

struct Walk<'a> {
    plans: Plans<'a>,
    /// Where in the repository the plan lies.
    prefix: &'a str,
    known: BTreeMap<&'a str, &'a Commit>,
}

impl Walk<'_> {
    /// What a commit itself did to an entry.
    fn own(&mut self, subject: &Subject, commit: &Commit) -> Result<Told, RevisionError> {
        if commit.parents.is_empty() {
            return self.against(subject, None, &commit.id);
        }
        // Where the history is cut, nobody knows what was before.
        let is_cut = |id: &String| !self.known.contains_key(id.as_str());
        if commit.parents.iter().any(is_cut) {
            return Ok(Told {
                remarks: BTreeSet::from([Remark::Cut]),
                ..Told::default()
            });
        }
        let mut all = Vec::new();
        for parent in &commit.parents {
            let told = self.against(subject, Some(parent), &commit.id)?;
            if told.is_quiet() {
                return Ok(told);
            }
            all.push(told);
        }
        if all.len() == 1
            && let Some(only) = all.pop()
        {
            return Ok(only);
        }
        let mut own = Told::default();
        let mut against = Vec::new();
        let mut remarks: Option<BTreeSet<Remark>> = None;
        for told in all {
            own.befores.extend(told.befores);
            own.named(told.names);
            against.push(told.changes);
            remarks = Some(match remarks {
                Some(known) => &known & &told.remarks,
                None => told.remarks,
            });
        }
        own.changes = merged::own(&against);
        own.remarks = remarks.unwrap_or_default();
        Ok(own)
    }

    /// What changed of an entry since a parent.
    fn against(
        &mut self,
        subject: &Subject,
        parent: Option<&str>,
        commit: &str,
    ) -> Result<Told, RevisionError> {
        let mut told = Told::default();
        let before = match parent {
            Some(parent) => self.plans.snapshot(parent)?,
            None => None,
        };
        let Some(after) = self.plans.snapshot(commit)? else {
            told.befores = same(parent, subject);
            if before.is_some() {
                told.remarks.insert(Remark::NoPlan);
            }
            return Ok(told);
        };
        let key = &subject.key;
        if before.is_some() && !self.plans.may_concern(key, before, after)? {
            told.befores = same(parent, subject);
            return Ok(told);
        }
        let compared = self.plans.compare(key, before, after)?;
        if compared.after.plan.is_none() {
            told.befores = same(parent, subject);
            told.remarks.insert(Remark::PlanUnread);
            return Ok(told);
        }
        let unread = subject.unread(&compared.after);
        let readable = compared.before.filter(|first| first.plan.is_some());
        let Some(first) = readable else {
            // Nothing of the parent can be read.
            let mut everything = self.carried(subject, parent, after, None)?;
            for key in everything.unread.difference(&unread) {
                let carried = self.carried(subject, parent, after, Some(key))?;
                everything.befores.extend(carried.befores);
                everything.changes.extend(carried.changes);
            }
            told.befores = same(parent, subject);
            told.befores.extend(everything.befores);
            told.named(everything.names);
            let changes = everything.changes.into_iter();
            told.changes = changes.filter(|one| !is_about(one, &unread)).collect();
            told.remarks
                .extend(unread.into_iter().map(Remark::EntryUnread));
            return Ok(told);
        };
        let was_unread = subject.unread(&first);
        let before_names = subject.before(&compared.diff);
        let mut changes = compared.diff.changes;
        changes.retain(|change| {
            let is_known = !is_about(change, &unread) && !is_about(change, &was_unread);
            is_known && subject.is_changed_by(change)
        });
        told.changes = changes;
        told.named(compared.diff.called);
        told.befores = same(parent, &before_names);
        for key in was_unread.difference(&unread) {
            let carried = self.carried(subject, parent, after, Some(key))?;
            told.befores.extend(carried.befores);
            told.named(carried.names);
            told.changes.extend(carried.changes);
        }
        // It is told once that an entry cannot be read, and again if its files changed.
        for one in unread {
            if !was_unread.contains(&one) || self.plans.may_concern(&one, before, after)? {
                told.remarks.insert(Remark::EntryUnread(one));
            }
        }
        Ok(told)
    }

    /// What changed of an entry, or of what belongs to it, since it could be read the last
    /// time.
    fn carried(
        &mut self,
        subject: &Subject,
        parent: Option<&str>,
        after: Snapshot,
        only: Option<&EntryRef>,
    ) -> Result<Told, RevisionError> {
        let mut told = Told::default();
        let mut against = Vec::new();
        for end in self.last_read(subject, parent, only)? {
            let (id, before) = match &end {
                End::Cut => {
                    against.push(Vec::new());
                    continue;
                }
                End::Beginning => (None, None),
                End::At(id) => (Some(id.as_str()), self.plans.snapshot(id)?),
            };
            let compared = self.plans.compare(&subject.key, before, after)?;
            told.befores
                .extend(same(id, &subject.before(&compared.diff)));
            let unread = match (&compared.before, only) {
                (Some(first), None) => subject.unread(first),
                _ => BTreeSet::new(),
            };
            let mut changes = compared.diff.changes;
            changes.retain(|change| {
                let is_meant = match only {
                    Some(key) => is_about(change, &BTreeSet::from([key.clone()])),
                    None => !is_about(change, &unread),
                };
                is_meant && subject.is_changed_by(change)
            });
            told.unread.extend(unread);
            told.named(compared.diff.called);
            against.push(changes);
        }
        told.changes = match against.as_slice() {
            [only] => only.clone(),
            several => merged::own(several),
        };
        Ok(told)
    }

    /// The nearest revisions before a commit in which something can be read.
    fn last_read(
        &mut self,
        subject: &Subject,
        parent: Option<&str>,
        only: Option<&EntryRef>,
    ) -> Result<BTreeSet<End>, RevisionError> {
        let mut ends = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<String> = parent.into_iter().map(str::to_owned).collect();
        if waiting.is_empty() {
            ends.insert(End::Beginning);
        }
        while let Some(id) = waiting.pop() {
            let Some(commit) = self.known.get(id.as_str()) else {
                ends.insert(End::Cut);
                continue;
            };
            if !seen.insert(id.clone()) {
                continue;
            }
            let parents = commit.parents.clone();
            if let Some(snapshot) = self.plans.snapshot(&id)? {
                let project = self.plans.plan(&subject.key, snapshot, &BTreeSet::new())?;
                let unread = subject.unread(&project);
                let is_read = only.is_none_or(|key| !unread.contains(key));
                if project.plan.is_some() && is_read {
                    ends.insert(End::At(id));
                    continue;
                }
            }
            if parents.is_empty() {
                ends.insert(End::Beginning);
            }
            waiting.extend(parents);
        }
        Ok(ends)
    }

    /// What an entry is called in the latest revision: as it is asked for, or as what it
    /// became. What went keeps its last name.
    fn present(&mut self, asked: &Asked<'_>, commits: &[Commit]) -> Result<Subject, LogError> {
        let mut subject = asked.subject.clone();
        let Some(latest) = commits.first() else {
            return Ok(subject);
        };
        let mut nearest = None;
        for end in self.last_read(&subject, Some(&latest.id), None)? {
            if let End::At(id) = end {
                nearest = self.plans.snapshot(&id)?;
            }
        }
        let Some(nearest) = nearest else {
            return match self.plans.snapshot(&latest.id)? {
                // There is a plan, of which nobody knows more.
                Some(_) => Ok(subject),
                None => Err(LogError::Revision(RevisionError::NoPlan {
                    name: asked.from.name.clone(),
                    prefix: self.prefix.to_owned(),
                })),
            };
        };
        let mut names = BTreeSet::new();
        while names.insert(subject.clone()) {
            let project = self.plans.plan(&subject.key, nearest, &BTreeSet::new())?;
            if subject.state(&project) != State::Missing {
                break;
            }
            match self.gone(&subject, commits)? {
                Some(after) => subject = after,
                None if names.len() > 1 => break,
                None => {
                    let whole = self.plans.whole(nearest)?;
                    let former = self.former(subject.key.kind, commits)?;
                    return Err(LogError::Unknown(subject.unknown(&whole, &former)));
                }
            }
        }
        Ok(subject)
    }

    /// What an entry was called after the last revision that had it under a name; nothing
    /// if none had it.
    fn gone(
        &mut self,
        subject: &Subject,
        commits: &[Commit],
    ) -> Result<Option<Subject>, RevisionError> {
        for commit in commits {
            let Some(after) = self.plans.snapshot(&commit.id)? else {
                continue;
            };
            for parent in &commit.parents {
                let before = self.plans.snapshot(parent)?;
                if !self.plans.may_concern(&subject.key, before, after)? {
                    continue;
                }
                for end in self.last_read(subject, Some(parent), None)? {
                    let End::At(id) = end else {
                        continue;
                    };
                    let before = self.plans.snapshot(&id)?;
                    let compared = self.plans.compare(&subject.key, before, after)?;
                    let was = compared.before.is_some_and(|first| subject.was_in(&first));
                    if was && subject.state(&compared.after) == State::Missing {
                        return Ok(Some(subject.after(&compared.diff)));
                    }
                }
            }
        }
        Ok(None)
    }

    /// The ids of a kind whose files are gone.
    fn former(
        &mut self,
        kind: EntryKind,
        commits: &[Commit],
    ) -> Result<BTreeSet<String>, RevisionError> {
        let mut former = BTreeSet::new();
        for commit in commits {
            let Some(after) = self.plans.snapshot(&commit.id)? else {
                continue;
            };
            for parent in &commit.parents {
                let before = self.plans.snapshot(parent)?;
                let gone = self.plans.gone(before, after)?;
                let keys = gone
                    .iter()
                    .filter_map(|path| EntryRef::of_file(&Role::of(path)));
                former.extend(keys.filter(|key| key.kind == kind).map(|key| key.id));
            }
        }
        Ok(former)
    }
}

fn same(parent: Option<&str>, subject: &Subject) -> Vec<(String, Subject)> {
    let parent = parent.into_iter();
    parent.map(|id| (id.to_owned(), subject.clone())).collect()
}

/// Whether a change is about one of some entries.
fn is_about(change: &Change, keys: &BTreeSet<EntryRef>) -> bool {
    let mut sides = change.before.iter().chain(&change.after);
    sides.any(|side| keys.contains(&side.key))
}
