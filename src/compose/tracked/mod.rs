//! A book in which what changed since an earlier plan is marked.
//!
//! Both plans are composed. The files of both books are read as trees and merged, so that
//! whatever a book can hold can be marked, tables and cards included. Without the marks,
//! without what is marked as gone, and without the two chapters that are added, the book is
//! the one that [`compose`](super::compose) makes of the second plan.

mod align;
mod annex;
mod change_index;
mod drafts;
mod figures;
mod lead;
mod marking;
mod merge;
mod places;
mod summary;
mod unit;
mod visible;
mod words;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use align::Pair;
use annex::Annex;
use change_index::ChangeIndex;
use marking::Marking;
use places::{Places, Silent, Written};
pub use summary::compose_report;

use super::tree::Part;
use super::typst::function::{self, Function, Inline};
use super::typst::{CodePart, Node, Statement};
use super::wording::Words;
use super::{Book, Composer, Scope};
use crate::diff::report::{Report, Shown};
use crate::diff::{Diff, Owners};
use crate::model::{EntryKind, EntryRef};
use crate::resolve::{Plan, Volume};
use crate::source::{Role, SourceTree};

/// The plan that a book is compared with.
pub struct Earlier<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its files.
    pub tree: &'a SourceTree,
    /// What changed since then, in words.
    pub report: &'a Report<'a>,
}

/// Makes a book of a plan like [`compose`](super::compose), in which what changed since an
/// earlier plan is marked. A chapter before the numbered ones sums the changes up, and an
/// annex holds the cards and parts that are gone.
pub fn compose_tracked(
    earlier: &Earlier<'_>,
    plan: &Plan,
    tree: &SourceTree,
    volume: &Volume,
    scope: Scope,
) -> Book {
    let diff = earlier.report.diff;
    let words = Words::of(plan, tree);
    let mut now = Composer::new(plan, tree, volume, scope, &words);
    // What is marked stands in blocks, inside which no page begins.
    now.turning = false;
    let parts: Vec<CodePart> = now.parts().into_iter().map(CodePart::from).collect();
    let before = Before::of(earlier, plan, volume, scope);
    let images = changed_images(earlier.tree, tree);
    let marking = Marking {
        numbers: &before.numbers,
        images: &images,
        note: now.words.get("book-note-mark"),
        other_figure: now.words.get("book-other-figure"),
        other_signer: now.words.get("book-other-signer"),
        silent: RefCell::default(),
    };
    let mut annex = Annex::default();
    let kept: BTreeSet<String> = match scope {
        Scope::Volume => {
            let cards = parts.iter().flat_map(|part| cards(&part.statements));
            cards.map(|(label, _)| label.to_owned()).collect()
        }
        // What left the part for another one is not gone.
        Scope::Chapter(_) | Scope::Pillar(_) | Scope::Opd(_) | Scope::Program(_) => {
            let ids = plan.programs.values().map(|program| program.id.to_string());
            ids.map(|id| EntryRef::new(EntryKind::Program, id).to_string())
                .collect()
        }
    };
    for (name, part) in &before.parts {
        if !parts.iter().any(|part| named(&part.path) == name) {
            annex.part(name, part, &kept);
        }
    }
    let here = key(plan, scope).map(|key| diff.about(&key));
    let report = Report {
        shown: Shown {
            only: key(plan, scope),
            ..earlier.report.shown.clone()
        },
        diff: here.as_ref().unwrap_or(diff),
        ..earlier.report.clone()
    };
    let digest = report.digest();
    let written = Written::new(Owners::new(plan, tree), tree);
    let mut places = Places::new(ChangeIndex::new(report.diff, &digest, [earlier.plan, plan]));
    let mut marked = Vec::with_capacity(parts.len() + 2);
    for CodePart { path, statements } in parts {
        let mut statements = match before.parts.get(named(&path)) {
            Some(earlier) => merged(&marking, &before, earlier, &statements, &kept, &mut annex),
            None => statements
                .iter()
                .map(|line| added(&marking, &before, line))
                .collect(),
        };
        places.part(named(&path), &mut statements, &written);
        marked.push(CodePart { path, statements });
    }
    places.say(marking.silent.take());
    places.say(has_other_templates(earlier.tree, tree).then_some(Silent::Templates));
    for key in annex.programs().chain(annex.entries()) {
        places.mark(&key);
    }
    let annex = annex.file(&now, &marking);
    let summary = now.summary((&digest, report.diff), annex.is_some(), &places);
    let at = match scope {
        Scope::Volume => marked
            .iter()
            .position(|file| number(&file.path) >= Some(volume.front.len()))
            .unwrap_or(marked.len()),
        Scope::Chapter(_) | Scope::Pillar(_) | Scope::Opd(_) | Scope::Program(_) => 0,
    };
    marked.insert(at, summary.into());
    marked.extend(annex);
    now.tracked = true;
    now.bind(Vec::new()).with_parts(marked)
}

/// What is known of the first book.
struct Before {
    /// Its parts by name, in which entries have the ids that they have in the second plan.
    parts: BTreeMap<String, Vec<Statement>>,
    /// The cards of its programmes by label.
    cards: BTreeMap<String, Node>,
    /// Numbers of the places that its references lead to.
    numbers: BTreeMap<String, String>,
}

impl Before {
    fn of(earlier: &Earlier<'_>, plan: &Plan, volume: &Volume, scope: Scope) -> Self {
        let diff = earlier.report.diff;
        let names: BTreeMap<String, String> = diff
            .renames
            .iter()
            .map(|(before, after)| (before.to_string(), after.to_string()))
            .collect();
        let words = Words::of(earlier.plan, earlier.tree);
        let mut numbers = BTreeMap::new();
        let mut composed = Vec::new();
        let of_volume = |other: &&Volume| other.id == volume.id;
        let volumes = &earlier.plan.volumes;
        let found = volumes.iter().find(of_volume).or(volumes.first());
        if let (Some(volume), Some(scope)) = (found, counterpart(earlier.plan, diff, plan, scope)) {
            let mut composer = Composer::new(earlier.plan, earlier.tree, volume, scope, &words);
            composer.turning = false;
            composed = composer.parts();
            numbers = composer.numbers;
        }
        let read = |part: Part| {
            let mut part = CodePart::from(part);
            for line in &mut part.statements {
                if let Statement::Content(node) | Statement::Show(_, node) = line {
                    translate(node, &names);
                }
            }
            part
        };
        // What came to the part from another one is not new.
        let mut elsewhere = Vec::new();
        if let (Some(volume), false) = (found, matches!(scope, Scope::Volume)) {
            let mut composer =
                Composer::new(earlier.plan, earlier.tree, volume, Scope::Volume, &words);
            composer.turning = false;
            elsewhere = composer.parts().into_iter().map(read).collect();
        }
        let mut parts = BTreeMap::new();
        for part in composed {
            let CodePart { path, statements } = read(part);
            let name = named(&path);
            let new = names.get(&name.replacen('-', ":", 1));
            let name = new.map_or_else(|| name.to_owned(), |new| new.replacen(':', "-", 1));
            parts.insert(name, statements);
        }
        let elsewhere = elsewhere.iter().map(|part: &CodePart| &part.statements);
        let known = elsewhere.chain(parts.values());
        let known = known.flat_map(|part| cards(part));
        Self {
            cards: known
                .map(|(label, card)| (label.to_owned(), card.clone()))
                .collect(),
            parts,
            numbers,
        }
    }
}

/// What a part of a book is about; `None` if it is about everything.
fn key(plan: &Plan, scope: Scope) -> Option<EntryRef> {
    let (kind, id) = match scope {
        Scope::Volume => return None,
        Scope::Chapter(id) => (EntryKind::Chapter, &plan.chapters[id].id),
        Scope::Pillar(id) => (EntryKind::Pillar, &plan.pillars[id].id),
        Scope::Opd(id) => (EntryKind::Opd, &plan.opds[id].id),
        Scope::Program(id) => (EntryKind::Program, &plan.programs[id].id),
    };
    Some(EntryRef::new(kind, id.to_string()))
}

/// The part of the first plan that is the same as one of the second; `None` if it has none.
fn counterpart(earlier: &Plan, diff: &Diff, plan: &Plan, scope: Scope) -> Option<Scope> {
    let Some(key) = key(plan, scope) else {
        return Some(Scope::Volume);
    };
    let before = diff.renames.key(&key);
    Scope::find(earlier, &before.to_string()).ok()
}

/// The name of a part: its path without what counts the parts before it.
fn named(path: &str) -> &str {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let name = name.strip_suffix(".typ").unwrap_or(name);
    match name.split_once('-') {
        Some((number, name)) if number.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => name,
    }
}

/// How many parts stand before one in the book.
fn number(path: &str) -> Option<usize> {
    let (number, _) = path.strip_prefix("/parts/")?.split_once('-')?;
    number.parse().ok()
}

/// Whether two plans bring templates of their own that are not the same.
fn has_other_templates(before: &SourceTree, after: &SourceTree) -> bool {
    fn templates(tree: &SourceTree) -> BTreeMap<&str, &str> {
        let files = tree.iter().map(|(_, file)| file);
        let files = files.filter(|file| file.role == Role::Template);
        files
            .map(|file| (file.path.as_str(), file.text.as_ref()))
            .collect()
    }
    templates(before) != templates(after)
}

/// The images that are not the same in both plans, by their path in the book.
fn changed_images(before: &SourceTree, after: &SourceTree) -> BTreeSet<String> {
    let images = after.iter().filter(|(_, file)| file.role == Role::Asset);
    let changed = images.filter(|(_, file)| {
        let other = before.find(&file.path);
        other.is_some_and(|(_, other)| other.bytes != file.bytes)
    });
    changed.map(|(_, file)| format!("/{}", file.path)).collect()
}

/// Gives labels of the first plan the ids of the second.
fn translate(node: &mut Node, names: &BTreeMap<String, String>) {
    if names.is_empty() {
        return;
    }
    let rename = |label: &mut Node| {
        if let Node::Text(label) = label
            && let Some(new) = names.get(label)
        {
            label.clone_from(new);
        }
    };
    match node {
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => {
            translate(inner, names);
        }
        Node::Array(items) | Node::Block(items) => {
            items.iter_mut().for_each(|item| translate(item, names));
        }
        Node::Dict(fields) => {
            for (key, value) in fields {
                match key.as_ref() {
                    "label" => rename(value),
                    _ => translate(value, names),
                }
            }
        }
        Node::Call(function, arguments) => {
            let leads = function.role() == function::Role::Inline(Inline::Address);
            for argument in arguments {
                if leads {
                    rename(&mut argument.value)
                } else {
                    translate(&mut argument.value, names)
                }
            }
        }
        Node::Text(_) | Node::Atom(_) | Node::Number(_) | Node::Trace(_) => {}
    }
}

/// The label of the card that a piece is.
fn card(node: &Node) -> Option<&str> {
    let Node::Call(Function::ProgramCard, arguments) = node.bare() else {
        return None;
    };
    visible::entry(&arguments.first()?.value)
}

/// The cards of programmes in a part, by label.
fn cards(part: &[Statement]) -> impl Iterator<Item = (&str, &Node)> {
    let content = part.iter().filter_map(Statement::content);
    content.filter_map(|node| Some((card(node)?, node)))
}

/// The content of a part as a sequence of pieces.
fn pieces(part: &[Statement]) -> Vec<Node> {
    let content = part.iter().filter_map(Statement::content);
    visible::block_runs(Node::Block(content.cloned().collect()))
}

/// A piece that only the second book has there. A programme may have moved to it.
fn came(marking: &Marking<'_>, before: &Before, node: &Node) -> Node {
    let earlier = card(node).and_then(|label| before.cards.get(label));
    match earlier {
        Some(earlier) => marking.merge(earlier, node),
        None => marking.mark_added(node),
    }
}

/// A line of a part that is new as a whole.
fn added(marking: &Marking<'_>, before: &Before, line: &Statement) -> Statement {
    match line {
        Statement::Show(template, data) => Statement::Show(*template, marking.mark_added(data)),
        Statement::Content(node) => Statement::Content(came(marking, before, node)),
        Statement::Include(_) => line.clone(),
    }
}

/// A part of both books.
fn merged(
    marking: &Marking<'_>,
    before: &Before,
    first: &[Statement],
    second: &[Statement],
    kept: &BTreeSet<String>,
    annex: &mut Annex,
) -> Vec<Statement> {
    let mut lines = Vec::new();
    let mut includes = Vec::new();
    for line in second {
        match line {
            Statement::Show(template, data) => {
                let earlier = first.iter().find_map(|line| match line {
                    Statement::Show(other, data) => (other == template).then_some(data),
                    Statement::Include(_) | Statement::Content(_) => None,
                });
                let data = earlier.map_or_else(|| data.clone(), |it| marking.merge(it, data));
                lines.push(Statement::Show(*template, data));
            }
            Statement::Include(_) => includes.push(line.clone()),
            Statement::Content(_) => {}
        }
    }
    let content = drafts::pieces(pieces(first), pieces(second), |pair| match pair {
        Pair::Both(earlier, node) => vec![marking.merge(earlier, node)],
        Pair::First(node) => match card(node) {
            Some(label) if kept.contains(label) => Vec::new(),
            Some(_) => {
                annex.card(node.clone());
                Vec::new()
            }
            None => vec![marking.mark_removed(node)],
        },
        Pair::Second(node) => vec![came(marking, before, node)],
    });
    lines.extend(content.into_iter().map(Statement::Content));
    // Sections with files of their own stand behind everything else.
    lines.extend(includes);
    lines
}

#[cfg(test)]
mod tests;
