//! What became of one entry, revision by revision.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::listing::Listing;
use super::{Change, Diff, Edit, EntryKind, Key, Kind, Said, Settings, Value, compare};
use crate::finding::{Findings, Names};
use crate::language::{Message, message};
use crate::model;
use crate::project::{self, Project};
use crate::resolve::Plan;
use crate::source::{Commit, Repository, Revision, RevisionError, SourceTree};

/// Whose history is told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The entry; of an OPD, its programmes too.
    pub key: Key,
    /// The name of an indicator of it, if only that is meant.
    pub indicator: Option<String>,
}

impl Subject {
    /// Reads `program:layanan-112`, `opd:bpbd`, or `indicator:layanan-112/Waktu tanggap`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("indicator:") {
            let (program, name) = rest.split_once('/')?;
            return Some(Self {
                key: Key::new(EntryKind::Program, program),
                indicator: Some(name.to_owned()),
            });
        }
        Some(Self {
            key: Key::parse(text)?,
            indicator: None,
        })
    }

    /// That there never was such an entry, in words: the plan of the latest revision does
    /// not have it, and nothing that was found in the history is about it.
    pub fn unheard_of(
        &self,
        (plan, tree): (&Plan, &SourceTree),
        found: &[Logged],
    ) -> Option<Message> {
        let listing = Listing::new(plan, tree);
        let mut changes = found.iter().flat_map(|logged| &logged.changes);
        // That the programme came tells nothing of its indicators.
        let is_told = match listing.program(&self.key) {
            Some(_) => changes.any(|change| change.before.is_some() && change.after.is_some()),
            None => changes.next().is_some(),
        };
        if is_told {
            return None;
        }
        let (kind, id, known): (_, _, Names) = match (&self.indicator, listing.program(&self.key)) {
            (Some(name), Some(program)) => {
                let names = program.file.indicators.iter();
                let names = names.map(|indicator| indicator.name.value.as_str());
                (message!("kind-indicator"), name, names.collect())
            }
            _ => {
                let word = self.key.kind.word();
                let kind = model::Kind::parse(word);
                let kind = kind.map_or_else(|| message!("said", text = word), model::Kind::name);
                let keys = listing.keys().filter(|key| key.kind == self.key.kind);
                let ids = keys.map(|key| key.id.as_str()).collect();
                (kind, &self.key.id, ids)
            }
        };
        if known.iter().any(|known| known == id) {
            return None;
        }
        let hint = known.suggest(id, &kind);
        Some(message!("unknown-part", kind = kind, id = id, hint = hint))
    }

    /// Whether a change is about it.
    fn is_changed_by(&self, change: &Change) -> bool {
        // That something cannot be read changes nothing.
        if change.kind.is_unclear() {
            return false;
        }
        let sides = [&change.before, &change.after];
        let concerned = sides.into_iter().flatten().any(|side| {
            let of_opd = self.key.kind == EntryKind::Opd && side.opd.as_ref() == Some(&self.key);
            side.key == self.key || of_opd
        });
        let Some(name) = &self.indicator else {
            return concerned;
        };
        // That the programme came or went is what became of the indicator too.
        let whole = change.before.is_none() || change.after.is_none();
        concerned
            && (whole
                || change
                    .edits
                    .iter()
                    .any(|edit| names(edit).contains(&name.as_str())))
    }

    /// What it was called before the changes.
    fn before(&self, diff: &Diff) -> Self {
        let key = diff.renames.mirrored().key(&self.key);
        let renamed = diff
            .changes
            .iter()
            .filter(|change| change.kind == Kind::IndicatorRenamed && self.is_changed_by(change));
        let mut edits = renamed.flat_map(|change| &change.edits);
        let old = edits.find_map(|edit| name(edit.before.as_ref()?));
        Self {
            key,
            indicator: match (&self.indicator, old) {
                (Some(_), Some(old)) => Some(old.to_owned()),
                (known, _) => known.clone(),
            },
        }
    }
}

/// The name of the indicator that a value belongs to.
fn name(said: &Said) -> Option<&str> {
    match (said.path.field, said.path.item.first()) {
        ("indicator", Some(Value::Text(name))) => Some(name),
        _ => None,
    }
}

fn names(edit: &Edit) -> Vec<&str> {
    let sides = [&edit.before, &edit.after];
    sides.into_iter().flatten().filter_map(name).collect()
}

/// A revision that changed the entry.
#[derive(Debug, Clone)]
pub struct Logged {
    /// The revision.
    pub commit: Commit,
    /// What it changed.
    pub changes: Vec<Change>,
}

/// Plans that were read, by the hash of their files.
type Plans = BTreeMap<String, Rc<Project>>;

/// The revisions that changed an entry, the latest first. Ids and names are followed back
/// through renames. A merge counts only with what none of its parents says. Revisions
/// whose plan cannot be read are passed over.
pub fn log(
    repository: &Repository,
    from: &Revision,
    subject: &Subject,
    settings: &Settings,
) -> Result<Vec<Logged>, RevisionError> {
    let commits = in_order(repository.history(from)?);
    let there: BTreeSet<String> = commits.iter().map(|commit| commit.id.clone()).collect();
    let mut called: BTreeMap<String, BTreeSet<Subject>> = BTreeMap::new();
    if let Some(first) = commits.first() {
        called.insert(first.id.clone(), BTreeSet::from([subject.clone()]));
    }
    let mut plans = Plans::new();
    let mut found = Vec::new();
    for commit in commits {
        let subjects = called.remove(&commit.id).unwrap_or_default();
        if subjects.is_empty() {
            continue;
        }
        // Where the history is cut, nobody knows what was before.
        let parents: Vec<&String> = commit
            .parents
            .iter()
            .filter(|id| there.contains(*id))
            .collect();
        if parents.len() < commit.parents.len() {
            continue;
        }
        let after = plan(repository, &commit.id, &mut plans)?;
        let mut common: Option<Vec<Change>> = None;
        let before = match parents.as_slice() {
            [] => vec![None],
            parents => parents.iter().map(|id| Some(*id)).collect(),
        };
        for parent in before {
            let was = match parent {
                Some(id) => plan(repository, id, &mut plans)?,
                None => None,
            };
            let diff = between(was.as_deref(), after.as_deref(), settings);
            let is_about = |change: &&Change| subjects.iter().any(|one| one.is_changed_by(change));
            let own: Vec<Change> = diff.changes.iter().filter(is_about).cloned().collect();
            if let Some(id) = parent {
                let names = called.entry(id.clone()).or_default();
                names.extend(subjects.iter().map(|one| one.before(&diff)));
            }
            common = Some(match common {
                None => own,
                Some(known) => known
                    .into_iter()
                    .filter(|one| {
                        own.iter()
                            .any(|other| other.kind == one.kind && other.after == one.after)
                    })
                    .collect(),
            });
        }
        let changes = common.unwrap_or_default();
        if !changes.is_empty() {
            found.push(Logged { commit, changes });
        }
        // A plan is asked for by the next few commits, if at all.
        while plans.len() > REMEMBERED {
            plans.pop_first();
        }
    }
    Ok(found)
}

/// So many plans are remembered.
const REMEMBERED: usize = 8;

/// The plan of a commit; nothing if it has none, or none that can be read.
fn plan(
    repository: &Repository,
    id: &str,
    plans: &mut Plans,
) -> Result<Option<Rc<Project>>, RevisionError> {
    let revision = repository.revision(id)?;
    let Some(hash) = repository.plan_hash(&revision)? else {
        return Ok(None);
    };
    if let Some(known) = plans.get(&hash) {
        return Ok(Some(Rc::clone(known)));
    }
    let mut findings = Findings::default();
    let tree = repository.read(&revision, &mut findings)?;
    let project = Rc::new(project::understand(tree, findings));
    plans.insert(hash, Rc::clone(&project));
    Ok(Some(project))
}

/// What changed between two plans. Where there was none, everything is new; of one that
/// cannot be read, nothing is known.
fn between(before: Option<&Project>, after: Option<&Project>, settings: &Settings) -> Diff {
    let Some((second, after)) = after.and_then(|after| Some((after.plan.as_ref()?, after))) else {
        return Diff::default();
    };
    match before {
        None => super::everything((second, &after.tree), settings),
        Some(before) => match &before.plan {
            Some(first) => compare((first, &before.tree), (second, &after.tree), settings),
            None => Diff::default(),
        },
    }
}

/// Every commit before its parents, and the later of two that do not depend on each other
/// first.
fn in_order(commits: Vec<Commit>) -> Vec<Commit> {
    let mut waiting: BTreeMap<String, usize> = BTreeMap::new();
    for parent in commits.iter().flat_map(|commit| &commit.parents) {
        let count = waiting.entry(parent.clone()).or_default();
        *count = count.saturating_add(1);
    }
    let mut known: BTreeMap<String, Commit> = BTreeMap::new();
    let mut ready = BTreeSet::new();
    for commit in commits {
        if !waiting.contains_key(&commit.id) {
            ready.insert((commit.seconds, commit.id.clone()));
        }
        known.insert(commit.id.clone(), commit);
    }
    let mut ordered = Vec::new();
    while let Some((_, id)) = ready.pop_last() {
        let Some(commit) = known.remove(&id) else {
            continue;
        };
        for parent in &commit.parents {
            if let Some(count) = waiting.get_mut(parent) {
                *count = count.saturating_sub(1);
                if *count == 0
                    && let Some(next) = known.get(parent)
                {
                    ready.insert((next.seconds, parent.clone()));
                }
            }
        }
        ordered.push(commit);
    }
    ordered
}
