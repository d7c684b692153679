//! The annex of what is gone.

use std::collections::BTreeSet;

use super::super::numbering::{Place, chapter_number};
use super::super::{Composer, Scope, view};
use super::card;
use super::marking::{Marking, shift};
use super::places::part_key;
use super::visible::block_runs;
use crate::compose::tree::{BlockKind, Content};
use crate::compose::typst::function::Function;
use crate::compose::typst::{CodePart, Data, opening, part};
use crate::compose::typst::{Node, Statement};
use crate::model::EntryRef;

/// What has no place in the second book.
#[derive(Default)]
pub struct Annex {
    /// Cards of programmes.
    cards: Vec<Node>,
    /// Everything else.
    others: Vec<Node>,
    /// The entries whose parts are kept.
    entries: Vec<EntryRef>,
}

impl Annex {
    /// Keeps the card of a programme.
    pub(crate) fn card(&mut self, card: Node) {
        self.cards.push(card);
    }

    /// The programmes whose cards are kept.
    pub fn programs(&self) -> impl Iterator<Item = EntryRef> {
        self.cards
            .iter()
            .filter_map(card)
            .filter_map(EntryRef::parse)
    }

    /// The entries whose parts are kept.
    pub fn entries(&self) -> impl Iterator<Item = EntryRef> {
        self.entries.iter().cloned()
    }

    /// Everything that is kept.
    #[cfg(test)]
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &Node> {
        self.cards.iter().chain(&self.others)
    }

    /// Keeps a part that is gone, but for programmes whose cards are `kept` elsewhere.
    pub fn part(&mut self, name: &str, part: &[Statement], kept: &BTreeSet<String>) {
        // Lists of what a book holds are none of its content.
        if matches!(
            name,
            "contents" | "list-of-tables" | "list-of-figures" | "cover"
        ) {
            return;
        }
        if let Some(key) = part_key(name) {
            let here = label(&key.to_string());
            self.others
                .push(Node::call(Function::Anchor, [Node::Text(here)]));
            self.entries.push(key);
        }
        let mut by = 1;
        for line in part {
            match line {
                Statement::Show(_, data) => {
                    by = 2;
                    let title = data.get("title").cloned().unwrap_or_else(Node::empty);
                    self.others.push(heading(title));
                }
                Statement::Content(content) => {
                    for mut node in block_runs(content.clone()) {
                        match card(&node).map(|label| kept.contains(label)) {
                            Some(true) => {}
                            Some(false) => self.cards.push(node),
                            None => {
                                shift(&mut node, &|level| level + by);
                                self.others.push(node);
                            }
                        }
                    }
                }
                Statement::Include(_) => {}
            }
        }
    }

    /// The part of the annex; `None` if nothing is gone.
    pub fn file(self, composer: &Composer<'_>, marking: &Marking<'_>) -> Option<CodePart> {
        if self.cards.is_empty() && self.others.is_empty() {
            return None;
        }
        let words = composer.words;
        let place = match composer.scope {
            Scope::Volume => Place::Annex(composer.volume.annex.len() + 1),
            Scope::Chapter(_) | Scope::Pillar(_) | Scope::Opd(_) | Scope::Program(_) => {
                Place::Front
            }
        };
        let chapter = view::Chapter {
            number: chapter_number(place, words),
            title: words.get("book-title-removed").into(),
            subtitle: None,
            authors: None,
            draft: false,
            label: "part:removed".into(),
            color: None,
            tab: None,
            place: "annex",
            restart: false,
            landscape: false,
            runs_on: false,
        };
        let text = words.get("book-about-removed");
        let intro = composer.prose(text);
        let mut statements = vec![opening(chapter)];
        statements.extend(part(BlockKind::Paragraph(intro).into()));
        // Contents list two levels: they do not name each card. Its sections are none of the
        // book's.
        let title = |title| part(composer.section(2, title, None).into());
        if !self.cards.is_empty() {
            statements.extend(title(words.get("book-programmes")));
        }
        let word = words.get("book-removed-stamp");
        let stamp = Node::Block(vec![Node::Text(word.to_owned())]);
        let stamp = Statement::Content(Node::call(Function::RemovedStamp, [stamp]));
        for removed in self.cards {
            statements.push(stamp.clone());
            let label = card(&removed).map(label).unwrap_or_default();
            let mut card = marking.without(&removed, None);
            let Node::Call(_, arguments) = &mut card else {
                continue;
            };
            if let Some(data) = arguments.first_mut() {
                let level: usize = match data.value.get("level") {
                    Some(Node::Atom(level)) => level.parse().unwrap_or(0),
                    _ => 0,
                };
                // The headings of a card keep their distance from its own.
                shift(&mut data.value, &|inner| (inner + 3).saturating_sub(level));
                data.value.set("label", Node::Text(label));
            }
            statements.push(Statement::Content(card));
        }
        if !self.others.is_empty() {
            statements.extend(title(words.get("book-other-parts")));
        }
        for node in self.others {
            if is_heading(&node) {
                statements.push(stamp.clone());
            }
            let node = if is_place(&node) {
                node
            } else {
                marking.without(&node, None)
            };
            statements.push(Statement::Content(node));
        }
        Some(CodePart {
            path: "/parts/99-removed.typ".into(),
            statements,
        })
    }
}

/// The label of the card of a programme, or of the part of another entry, that is gone.
pub(crate) fn label(program: &str) -> String {
    format!("{REMOVED}{program}")
}

/// Whether a piece is the beginning of a part that is gone.
fn is_place(node: &Node) -> bool {
    matches!(node.bare(), Node::Call(Function::Anchor, arguments) if arguments
        .first()
        .is_some_and(|one| matches!(&one.value, Node::Text(it) if it.starts_with(REMOVED))))
}

/// What labels of what is gone begin with.
const REMOVED: &str = "removed:";

/// Level of the heading of a part that is gone.
const LEVEL: usize = 3;

/// Whether a piece is the heading of a part that is gone.
fn is_heading(node: &Node) -> bool {
    let Node::Call(Function::Section, arguments) = node.bare() else {
        return false;
    };
    let data = arguments.first().map(|argument| &argument.value);
    let level = data.and_then(|data| data.get("level"));
    level == Some(&Node::Atom(LEVEL.to_string()))
}

/// The heading of a part that is gone.
fn heading(title: Node) -> Node {
    let section = view::Section {
        level: LEVEL,
        number: None,
        title: Content::empty(),
        label: None,
    };
    let mut data = section.node();
    data.set("title", title);
    Node::call(Function::Section, [data])
}
