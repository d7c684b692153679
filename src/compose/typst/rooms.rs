//! Where room can be asked for the notes of a part.
//!
//! Typst moves a paragraph to the next page if its note has no room at the foot of this one. A
//! list and a quotation are each one block to it, of which it moves nothing. So room is asked
//! for before the item of a list, the paragraph of a quotation or the definition in which a
//! note is set, or else before the paragraph or heading.

use std::collections::BTreeMap;

use super::function::Function;

/// Something that is open while code is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    /// What it is.
    pub what: Opened,
    /// Where its inside begins.
    pub start: usize,
    /// Where the last statement in it begins.
    pub statement: usize,
}

/// What is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opened {
    /// The arguments of a call.
    Call(Function),
    /// The argument of a mark.
    Mark,
    /// A list, a dictionary or content.
    Value,
}

/// Where room can be asked for the notes of a file of code, by their labels: the byte before
/// which it is to be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoteRooms(BTreeMap<String, usize>);

impl NoteRooms {
    /// Keeps the place for a note that is set while all that is open; none if it stands in
    /// nothing that can move, or in a table.
    pub(super) fn note(&mut self, label: &str, open: &[Open]) {
        if let Some(at) = room(open) {
            self.0.entry(label.to_owned()).or_insert(at);
        }
    }

    /// The byte before which room can be asked for a note.
    pub(crate) fn find(&self, label: &str) -> Option<usize> {
        self.0.get(label).copied()
    }

    /// The same once so many bytes have been put before some bytes of the code.
    #[must_use]
    pub(crate) fn moved(&self, added: &BTreeMap<usize, usize>) -> Self {
        let moved = self.0.iter().map(|(label, at)| {
            let by: usize = added.range(..at).map(|(_, bytes)| bytes).sum();
            (label.clone(), at + by)
        });
        Self(moved.collect())
    }
}

fn room(open: &[Open]) -> Option<usize> {
    let is_in_table = |open: &Open| open.what == Opened::Call(Function::ProseTable);
    if open.iter().any(is_in_table) {
        return None;
    }
    let what = |at: Option<usize>| at.and_then(|at| open.get(at)).map(|open| open.what);
    for (at, inner) in open.iter().enumerate().rev() {
        if inner.what != Opened::Value {
            continue;
        }
        match what(at.checked_sub(1)) {
            Some(Opened::Call(Function::List | Function::Enum)) => return Some(inner.start),
            Some(Opened::Value)
                if what(at.checked_sub(2)) == Some(Opened::Call(Function::Definitions)) =>
            {
                return Some(inner.start);
            }
            Some(Opened::Call(Function::Quote | Function::Alert)) => return Some(inner.statement),
            Some(Opened::Call(_) | Opened::Mark | Opened::Value) | None => {}
        }
    }
    let moves = |open: &Open| matches!(open.what, Opened::Call(Function::Par | Function::Section));
    let whole = open.iter().position(moves)?;
    Some(open.get(whole.checked_sub(1)?)?.statement)
}

#[cfg(test)]
mod tests {
    use super::super::CodePart;
    use super::*;
    use crate::compose::tree::{
        Alert, BlockKind, Content, Definition, Flow, Heading, Inline, Item, List, Note, NoteText,
        ProseCell, ProseRow, ProseTable, Size, Tasks,
    };
    use crate::compose::typst::{part, write::CodeWriter};
    use crate::compose::view;

    fn note() -> Content {
        let text = NoteText {
            first: "b".into(),
            ..NoteText::default()
        };
        let label = "n".into();
        Content::text("a").then(Content::from(Inline::Note(Box::new(Note { label, text }))))
    }

    fn paragraph() -> Flow {
        let mut flow = Flow::default();
        flow.paragraph("before".into());
        flow.paragraph(note());
        flow
    }

    fn list(body: Flow) -> BlockKind {
        let items = [BlockKind::Plain("first".into()).into(), body];
        let items = items.map(|body| Item { origin: None, body });
        BlockKind::List(List {
            start: None,
            tasks: Tasks::None,
            items: items.into(),
        })
    }

    /// What stands around the place where room is asked for.
    fn asked(body: impl Into<Flow>) -> Option<(String, String)> {
        let numbers = BTreeMap::new();
        let mut writer = CodeWriter::new(&numbers);
        let CodePart { path, statements } = CodePart {
            path: "/a.typ".into(),
            statements: part(body.into()).collect(),
        };
        writer.lines(statements);
        let file = writer.finish(path);
        let at = file.rooms.find("n")?;
        let (before, behind) = file.code.split_at(at);
        let last = before.len().saturating_sub(9);
        let first = behind.len().min(9);
        Some((before[last..].to_owned(), behind[..first].to_owned()))
    }

    #[test]
    fn the_blocks_that_can_move_are_found() {
        let item = BlockKind::Plain(note());
        for (body, before, behind) in [
            (paragraph(), "{", "par({[#\"a"),
            (list(item.clone().into()).into(), "{", "[#\"a\"]; n"),
            (list(paragraph()).into(), "{", "par({[#\"b"),
            (BlockKind::Quote(paragraph()).into(), " ", "par({[#\"a"),
            (
                BlockKind::Alert(Alert::Tip, paragraph()).into(),
                " ",
                "par({[#\"a",
            ),
            (
                BlockKind::Quote(list(item.clone().into()).into()).into(),
                "{",
                "[#\"a\"]; n",
            ),
            (
                BlockKind::Definitions(vec![Definition {
                    term: "term".into(),
                    meanings: vec![item.clone().into()],
                }])
                .into(),
                "{",
                "[#\"a\"]; n",
            ),
            (
                BlockKind::Heading(Heading {
                    section: view::Section {
                        level: 2,
                        number: None,
                        title: note(),
                        label: None,
                    },
                    is_numbered: false,
                })
                .into(),
                "{",
                "section((",
            ),
        ] {
            let found = asked(body).unwrap();
            assert!(found.0.ends_with(before), "{found:?}");
            assert!(found.1.starts_with(behind), "{found:?}");
        }
        let cell = ProseCell {
            origin: None,
            content: note(),
        };
        let table = ProseTable {
            columns: Vec::new(),
            rows: vec![ProseRow {
                origin: None,
                cells: vec![cell],
            }],
            whole: false,
            by_height: false,
            repeats: false,
            size: Size::Customary,
            sideways: false,
            notes: Content::empty(),
            head: None,
        };
        assert_eq!(asked(BlockKind::ProseTable(Box::new(table))), None);
        assert_eq!(asked(item), None);
    }

    #[test]
    fn rooms_move_with_the_code_before_them() {
        let rooms = NoteRooms(BTreeMap::from([("n".to_owned(), 7)]));
        let moved = rooms.moved(&BTreeMap::from([(3, 10), (7, 5)]));
        assert_eq!(moved.find("n"), Some(17));
    }
}
