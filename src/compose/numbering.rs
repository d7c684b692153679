//! Numbers of chapters, sections, tables and figures.

use std::collections::BTreeMap;

use super::tree::{
    Block, BlockKind, Content, Definition, Flow, Heading, Inline, NoteText, Part, Picture,
    ProseTable,
};
use super::wording::Words;
use crate::language::message;

/// A roman numeral. Source: the subtractive form in common use since print.
pub(crate) fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut numeral = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            numeral.push_str(letters);
            rest -= value;
        }
    }
    numeral
}

/// Where a chapter stands in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before the numbered chapters.
    Front,
    /// The chapter with this number, from 1.
    Body(usize),
    /// The annex with this number, from 1.
    Annex(usize),
}

/// `BAB IV`, `Lampiran I`; nothing in front.
pub(crate) fn chapter_number(place: Place, words: &Words) -> Option<String> {
    let number = match place {
        Place::Front => return None,
        Place::Body(number) => message!("book-chapter", number = roman(number)),
        Place::Annex(number) => message!("book-annex", number = roman(number)),
    };
    Some(words.say(&number))
}

/// What the numbers in a chapter begin with; nothing in front.
fn prefix(place: Place, words: &Words) -> Option<String> {
    match place {
        Place::Front => None,
        Place::Body(number) => Some(number.to_string()),
        Place::Annex(number) => {
            let number = number.to_string();
            Some(words.say(&message!("book-annex-prefix", number = number)))
        }
    }
}

/// Gives the sections, tables and figures of parts their numbers. The numbers of those that
/// references lead to, by label.
pub(crate) fn number(parts: &mut [Part], words: &Words) -> BTreeMap<String, String> {
    let mut numbers = BTreeMap::new();
    let mut counter = Counter::default();
    for part in parts {
        if let Some(place) = part.place {
            counter = Counter {
                prefix: prefix(place, words),
                ..Counter::default()
            };
        }
        let mut pass = Pass {
            counter: &mut counter,
            numbers: &mut numbers,
        };
        pass.flow(&mut part.body);
    }
    numbers
}

/// Counts sections, tables and figures of one chapter.
#[derive(Debug, Clone, Default)]
struct Counter {
    prefix: Option<String>,
    sections: [usize; 2],
    tables: usize,
    figures: usize,
}

impl Counter {
    /// Number of the next section: level 2 is `4.1`, level 3 `4.1.1`; deeper
    /// sections and those in front have none.
    fn section(&mut self, level: usize) -> Option<String> {
        let prefix = self.prefix.as_ref()?;
        let [second, third] = &mut self.sections;
        match level {
            2 => {
                *second += 1;
                *third = 0;
                Some(format!("{prefix}.{second}"))
            }
            3 => {
                *third += 1;
                Some(format!("{prefix}.{second}.{third}"))
            }
            _ => None,
        }
    }

    /// Number of the next table, `4.1`.
    fn table(&mut self) -> Option<String> {
        self.tables += 1;
        let prefix = self.prefix.as_ref()?;
        Some(format!("{prefix}.{}", self.tables))
    }

    /// Number of the next figure, `2.3`.
    fn figure(&mut self) -> Option<String> {
        self.figures += 1;
        let prefix = self.prefix.as_ref()?;
        Some(format!("{prefix}.{}", self.figures))
    }
}

/// Passes by everything that may have a number.
struct Pass<'p> {
    counter: &'p mut Counter,
    numbers: &'p mut BTreeMap<String, String>,
}

impl Pass<'_> {
    fn flow(&mut self, flow: &mut Flow) {
        for Block { kind, .. } in &mut flow.0 {
            self.block(kind);
        }
    }

    fn block(&mut self, block: &mut BlockKind) {
        match block {
            BlockKind::Plain(line) | BlockKind::Paragraph(line) => self.line(line),
            BlockKind::Heading(Heading {
                section,
                is_numbered,
            }) => {
                self.line(&mut section.title);
                if *is_numbered {
                    section.number = self.counter.section(section.level);
                    self.keep(section.label.as_ref(), section.number.as_ref());
                }
            }
            BlockKind::Quote(body) | BlockKind::Alert(_, body) | BlockKind::Draft(body) => {
                self.flow(body);
            }
            BlockKind::List(list) => {
                for item in &mut list.items {
                    self.flow(&mut item.body);
                }
            }
            BlockKind::Definitions(definitions) => {
                for Definition { term, meanings } in definitions {
                    self.line(term);
                    meanings.iter_mut().for_each(|meaning| self.flow(meaning));
                }
            }
            BlockKind::ProseTable(table) => {
                let ProseTable {
                    rows, notes, head, ..
                } = table.as_mut();
                let cells = rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.for_each(|cell| self.line(&mut cell.content));
                self.line(notes);
                if let Some(head) = head {
                    head.number = self.counter.table();
                    self.keep(head.label.as_ref(), head.number.as_ref());
                }
            }
            BlockKind::Picture(picture) => self.picture(picture),
            BlockKind::LooseNote(_, text) => self.note(text),
            BlockKind::Table(table) => {
                if table.caption.is_some() {
                    table.number = self.counter.table();
                    self.keep(table.label.as_ref(), table.number.as_ref());
                }
            }
            BlockKind::Drawing(drawing) => {
                let figure = drawing.figure_mut();
                figure.number = self.counter.figure();
                self.keep(figure.label.as_ref(), figure.number.as_ref());
            }
            BlockKind::Card(card) => {
                if let Some(narrative) = &mut card.narrative {
                    self.flow(narrative);
                }
            }
            BlockKind::Promises(list) => {
                list.number = self.counter.section(list.level);
            }
            BlockKind::Decision(decision) => {
                decision.number = self.counter.section(decision.level);
            }
            // Nothing in them has a number.
            BlockKind::Code(_)
            | BlockKind::Divider
            | BlockKind::Profile(_)
            | BlockKind::Goal(_)
            | BlockKind::AtAGlance(_)
            | BlockKind::Signatures(_)
            | BlockKind::Dateline(_)
            | BlockKind::Cover(_)
            | BlockKind::Contents
            | BlockKind::ListOfTables
            | BlockKind::ListOfFigures
            | BlockKind::Byline(_)
            | BlockKind::Anchor(_)
            | BlockKind::Include(_) => {}
        }
    }

    fn line(&mut self, line: &mut Content) {
        for inline in line.inlines_mut() {
            match inline {
                Inline::Styled(_, body)
                | Inline::Link(_, body)
                | Inline::TitleNotes(body)
                | Inline::Marked(_, body) => self.line(body),
                Inline::Note(note) => self.note(&mut note.text),
                Inline::InnerNotes(notes) => {
                    notes.iter_mut().for_each(|note| self.note(&mut note.text));
                }
                Inline::Picture(picture) => self.picture(picture),
                Inline::Text(_)
                | Inline::Decimal { .. }
                | Inline::Room(_)
                | Inline::Code(_)
                | Inline::LineBreak
                | Inline::Number(_)
                | Inline::NoteReference(_)
                | Inline::AddressNote(_)
                | Inline::Task(_)
                | Inline::Anchor(_)
                | Inline::Origin(_)
                | Inline::ChangePages(_)
                | Inline::Path(_)
                | Inline::Page { .. } => {}
            }
        }
    }

    fn picture(&mut self, picture: &mut Picture) {
        if let Some(caption) = &mut picture.caption {
            caption.number = self.counter.figure();
            self.keep(caption.label.as_ref(), caption.number.as_ref());
            self.line(&mut caption.caption);
        }
    }

    fn note(&mut self, text: &mut NoteText) {
        self.line(&mut text.first);
        self.flow(&mut text.rest);
    }

    /// Keeps the number of a place for the references to it.
    fn keep(&mut self, label: Option<&String>, number: Option<&String>) {
        if let (Some(label), Some(number)) = (label, number) {
            self.numbers.insert(label.clone(), number.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals() {
        for (number, numeral) in [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX")] {
            assert_eq!(roman(number), numeral);
        }
    }

    #[test]
    fn sections_restart_below_their_parent() {
        let mut counter = Counter {
            prefix: Some("4".into()),
            ..Counter::default()
        };
        let numbers: Vec<_> = [2, 3, 3, 2, 3, 4]
            .into_iter()
            .map(|level| counter.section(level).unwrap_or_default())
            .collect();
        assert_eq!(numbers, ["4.1", "4.1.1", "4.1.2", "4.2", "4.2.1", ""]);
        assert_eq!(counter.table().as_deref(), Some("4.1"));
    }
}
