//! Another id for an entry, in every place that names it.
//!
//! Out: what is to be moved and written; nothing is touched here. The plan is judged again as
//! it would be: whatever would be worse than before is refused.

mod address;
mod moves;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::Options;
use crate::finding::{Findings, NameIndex, Refusal};
use crate::fmt;
use crate::language::{Message, message};
use crate::model::{EntryKind, EntryRef, Kind, is_id};
use crate::project::{self, Project};
use crate::reading::rules::foreign_encoding;
use crate::resolve::{Plan, Referent, Usage};
use crate::source::{FileIndex, Role, SourceTree, Span};

pub use moves::Moves;

/// What gives an entry another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renaming {
    /// The files and folders that get another name.
    pub moves: Moves,
    /// The files of which the text changes, in the order of their paths.
    pub edits: Vec<Edit>,
    /// How many references change.
    pub references: usize,
}

impl Renaming {
    /// The files of a plan as they are then.
    pub fn applied(&self, tree: &SourceTree) -> SourceTree {
        self.moves.applied(tree, &self.edits)
    }
}

/// A file of which the text changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Its path now, from the plan directory.
    pub path: String,
    /// Its text now.
    pub before: String,
    /// Its text then.
    pub after: String,
}

/// What changes in the texts of a plan.
type Replacements = BTreeMap<FileIndex, BTreeMap<(usize, usize), String>>;

/// Gives the entry that is called `entry` another id.
///
/// # Errors
/// A plan of which something cannot be read, an entry that is not there or has no id, an id
/// that is none or is taken, a reference that is written so that it cannot be changed, and a
/// plan that would have other findings than before are refused.
pub fn rename(project: &Project, entry: &EntryRef, id: &str) -> Result<Renaming, Refusal> {
    let (tree, plan) = (&project.tree, readable(project)?);
    let span = find(plan, entry)?;
    if !is_id(id) {
        return refuse(message!("refused-id", id = id), message!("refused-id.hint"));
    }
    if id == entry.id {
        return refuse(
            message!("rename-same", entry = entry.to_string()),
            message!("rename-same.hint"),
        );
    }
    let renamed = EntryRef::new(entry.kind, id);
    if let Some(taken) = plan.span(&renamed) {
        return refuse(
            message!(
                "rename-taken",
                entry = renamed.to_string(),
                place = tree.place(taken)
            ),
            message!("rename-taken.hint"),
        );
    }
    let moves = Moves::of(tree, entry, id)?;
    let mut changed = Replacements::new();
    let mut replace = |file: FileIndex, range: Range<usize>, text: String| {
        let texts = changed.entry(file).or_default();
        texts.insert((range.start, range.end), text);
    };
    if moves.is_empty() {
        let text = tree.get(span.file).map_or("", |file| &file.text);
        let range = address::of_value(text, span.range(), &entry.id)
            .ok_or_else(|| unwritable(tree, span))?;
        replace(span.file, range, id.to_owned());
    }
    // Where an id alone names entries of several kinds, it is to choose the same as before.
    let others = EntryKind::ALL.iter().filter(|kind| **kind != entry.kind);
    let others = others.filter(|kind| plan.span(&EntryRef::new(**kind, id)).is_some());
    let others: Vec<EntryKind> = others.copied().collect();
    let mut references = 0;
    for usage in &plan.usages {
        let Some(file) = tree.get(usage.span.file) else {
            continue;
        };
        let range = usage.span.range();
        let is_bare = match &usage.of {
            Referent::Entry(used) => address::is_bare(&file.text, range.clone(), used),
            Referent::File(_) | Referent::Place(..) => false,
        };
        let may_name = |kinds| is_bare && address::may_name(&file.text, range.start, kinds);
        let found = match &usage.of {
            Referent::Entry(used) if used == entry => {
                let found = address::of_entry(&file.text, range.clone(), entry);
                let found = found.ok_or_else(|| unwritable(tree, usage.span))?;
                if is_bare && names_others(plan, usage) {
                    return Err(ambiguous(tree, usage.span));
                }
                let is_taken = may_name(&others);
                let text = if is_taken {
                    renamed.to_string()
                } else {
                    id.to_owned()
                };
                vec![(found, text)]
            }
            // The same letters would name the renamed entry, too.
            Referent::Entry(used)
                if used.id == id && others.contains(&used.kind) && may_name(&[entry.kind]) =>
            {
                if names_others(plan, usage) {
                    return Err(ambiguous(tree, usage.span));
                }
                vec![(range, used.to_string())]
            }
            Referent::File(path) => {
                let found = address::of_file(file, range, path, &moves);
                found.ok_or_else(|| unwritable(tree, usage.span))?
            }
            Referent::Entry(_) | Referent::Place(..) => continue,
        };
        references += usize::from(!found.is_empty());
        for (range, text) in found {
            replace(usage.span.file, range, text);
        }
    }
    let is_foreign = |file: &FileIndex| {
        let mut findings = project.findings.iter();
        findings.find(|one| one.rule == &foreign_encoding::RULE && one.span.file == *file)
    };
    // What is written is UTF-8, which nobody asked for.
    if let Some(finding) = changed.keys().find_map(is_foreign) {
        return refuse(
            message!("rename-encoding", place = tree.place(finding.span)),
            message!("rename-encoding.hint"),
        );
    }
    let edits = edits(tree, &changed);
    judge(project, plan, (entry, &renamed), &moves, &edits)?;
    Ok(Renaming {
        moves,
        edits,
        references,
    })
}

fn refuse<T>(message: Message, hint: Message) -> Result<T, Refusal> {
    Err(Refusal { message, hint })
}

/// The plan, if all of it could be read: what cannot be read may name the entry.
fn readable(project: &Project) -> Result<&Plan, Refusal> {
    let broken = project.tree.iter().find_map(|(_, file)| {
        let is_misnamed = Role::of(&file.path) != file.role;
        (is_misnamed || !file.readable).then(|| file.path.clone())
    });
    let lost = |plan: &Plan| plan.unreadable.first().map(|span| project.tree.place(span));
    let place = match (&project.plan, broken) {
        (_, Some(path)) => path,
        (None, None) => "plan.toml".to_owned(),
        (Some(plan), None) => match lost(plan) {
            Some(place) => place,
            None => return Ok(plan),
        },
    };
    refuse(
        message!("rename-unread", place = place),
        message!("rename-unread.hint"),
    )
}

/// Where the id of an entry is given.
fn find(plan: &Plan, entry: &EntryRef) -> Result<Span, Refusal> {
    if let Some(span) = plan.span(entry).filter(|_| has_id(entry.kind)) {
        return Ok(span);
    }
    let name = entry.to_string();
    if !has_id(entry.kind) {
        return refuse(
            message!("rename-without-id", entry = name),
            message!("rename-without-id.hint"),
        );
    }
    let known = plan.entries_of(entry.kind).into_iter();
    let known: NameIndex = known.map(|one| one.id).collect();
    let kind = entry.kind.reference();
    let kind = kind.map_or_else(|| message!("said", text = entry.kind.word()), Kind::name);
    let like = known.proposed(&entry.id).into_iter();
    let like: Vec<String> = like
        .map(|id| EntryRef::new(entry.kind, id).to_string())
        .collect();
    let like: NameIndex = like.iter().map(String::as_str).collect();
    let hint = like.meant(&name).unwrap_or_else(|| known.listed(&kind));
    refuse(message!("no-entry-of-plan", entry = name), hint)
}

/// Whether entries of a kind have an id that names them and is nothing else.
fn has_id(kind: EntryKind) -> bool {
    !kind.is_single() && !matches!(kind, EntryKind::Abbreviation | EntryKind::Asset)
}

fn unwritable(tree: &SourceTree, span: Span) -> Refusal {
    Refusal {
        message: message!("rename-unwritable", place = tree.place(span)),
        hint: message!("rename-unwritable.hint"),
    }
}

/// Whether the same letters name another entry, too.
fn names_others(plan: &Plan, usage: &Usage) -> bool {
    let mut usages = plan.usages.iter();
    usages.any(|other| other.span == usage.span && other.of != usage.of)
}

fn ambiguous(tree: &SourceTree, span: Span) -> Refusal {
    Refusal {
        message: message!("rename-ambiguous", place = tree.place(span)),
        hint: message!("rename-ambiguous.hint"),
    }
}

fn edits(tree: &SourceTree, changed: &Replacements) -> Vec<Edit> {
    let edits = changed.iter().filter_map(|(file, texts)| {
        let file = tree.get(*file)?;
        let mut after = file.text.clone();
        for ((start, end), text) in texts.iter().rev() {
            after.replace_range(start..end, text);
        }
        // Ids of another length may break lists elsewhere.
        let canonical = |text: &str| fmt::canonical(&file.role, text);
        if canonical(&file.text).as_ref() == Some(&file.text) {
            after = canonical(&after).unwrap_or(after);
        }
        Some(Edit {
            path: file.path.clone(),
            before: file.text.clone(),
            after,
        })
    });
    edits.collect()
}

/// Refuses a plan that would be worse than before.
fn judge(
    project: &Project,
    plan: &Plan,
    entry: (&EntryRef, &EntryRef),
    moves: &Moves,
    edits: &[Edit],
) -> Result<(), Refusal> {
    let options = Options::default();
    let before = project::judge(project.tree.clone(), Findings::default(), &options);
    let tree = moves.applied(&project.tree, edits);
    let after = project::judge(tree, Findings::default(), &options);
    let known = counts(&before);
    let worse = counts(&after);
    let worse = worse
        .into_iter()
        .find(|(rule, count)| known.get(rule).is_none_or(|known| known < count));
    if let Some((rule, _)) = worse {
        return refuse(
            message!("rename-worse", rule = rule),
            message!("rename-worse.hint"),
        );
    }
    let named = |plan: &Plan, entry: &EntryRef| plan.references(entry).count();
    let then = after.plan.as_ref();
    let then = then.map_or(0, |plan| named(plan, entry.1));
    if then != named(plan, entry.0) {
        return refuse(
            message!("rename-named", entry = entry.1.to_string()),
            message!("rename-named.hint"),
        );
    }
    Ok(())
}

/// How many findings there are of each rule.
fn counts(project: &Project) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in project.findings.iter() {
        *counts.entry(finding.rule.name).or_default() += 1;
    }
    counts
}
