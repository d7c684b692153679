//! Narrative: the tree of a text becomes blocks of a book.
//!
//! Nothing of a text is lost but what [`markdown`](crate::markdown) has settled as left out,
//! which has been reported.

mod caption;
mod columns;
mod fit;
mod front;
mod image;
mod link;
mod note;
mod words;

use std::collections::BTreeSet;

use columns::shape;
use note::{HeadNote, Notes};
use words::Words;

use super::Composer;
use super::trace::Origin;
use super::tree::{
    BlockKind, Content, Definition, Flow, Heading, Inline, Item, List, ProseCell, ProseRow,
    ProseTable, Tasks,
};
use super::view;
use crate::markdown::{self, Block, InlineKind};
use crate::resolve::Narrative;
use crate::source::Span;

/// Where a narrative stands, which decides about its headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadingContext {
    /// A chapter or pillar: `##` is a numbered section.
    Chapter,
    /// Inside a section: `##` becomes an unnumbered heading of this level.
    Inside(usize),
}

impl Composer<'_> {
    /// Lowers a narrative to blocks.
    pub(super) fn lower(&mut self, narrative: &Narrative, standing: HeadingContext) -> Flow {
        let tree = self.tree;
        // Every narrative has a file; without a text there would be no content.
        let file = tree.get(narrative.file);
        let blocks = file.map_or(&[][..], |file| &file.markdown().blocks);
        let mut lowering = Lowering {
            composer: self,
            narrative,
            standing,
            notes: Notes::of(blocks),
            note_depth: 0,
            head_notes: Vec::new(),
            inner_notes: Vec::new(),
            addresses: 0,
            in_head: false,
            in_title: false,
            titled: false,
            last_level: match standing {
                HeadingContext::Chapter => 1,
                HeadingContext::Inside(base) => base.saturating_sub(1),
            },
            in_table: false,
            named: BTreeSet::new(),
        };
        let mut flow = lowering.blocks(blocks, true);
        flow.append(lowering.remaining_notes());
        flow
    }
}

struct Lowering<'c, 'p, 't> {
    composer: &'c mut Composer<'p>,
    narrative: &'c Narrative,
    standing: HeadingContext,
    notes: Notes<'t>,
    note_depth: usize,
    /// Notes that the head of the table that is open refers to first.
    head_notes: Vec<HeadNote<'t>>,
    /// The same for those that the note being set refers to, each with its text.
    inner_notes: Vec<(&'t str, &'t [Block])>,
    /// Web addresses in heads of tables that have a note so far.
    addresses: usize,
    in_head: bool,
    /// Whether a heading or a caption is open, which stands in lists too.
    in_title: bool,
    /// Whether the heading that is the title has been met.
    titled: bool,
    /// Level of the last heading that was set.
    last_level: usize,
    /// Whether a table is open.
    in_table: bool,
    /// Other volumes that the text has named; once is enough.
    named: BTreeSet<String>,
}

impl<'t> Lowering<'_, '_, 't> {
    /// Lowers blocks; `free` says that they stand in nothing else.
    fn blocks(&mut self, blocks: &'t [Block], free: bool) -> Flow {
        let mut flow = Flow::default();
        for block in blocks {
            self.block(block, free, &mut flow);
        }
        flow
    }

    /// Where something in the text begins.
    fn origin(&self, start: usize) -> Origin {
        Span::new(self.narrative.file, start..start).into()
    }

    fn block(&mut self, block: &'t Block, free: bool, flow: &mut Flow) {
        let origin = self.origin(block.range.start);
        let made = match &block.kind {
            markdown::BlockKind::Paragraph(line) => {
                if let Some(picture) = self.lone_picture(block) {
                    BlockKind::Picture(picture)
                } else {
                    match self.line(line) {
                        line if line.is_empty() => return,
                        line => BlockKind::Paragraph(line),
                    }
                }
            }
            markdown::BlockKind::Plain(line) => {
                let line = self.line(line);
                if !line.is_empty() {
                    flow.push(BlockKind::Plain(line));
                }
                return;
            }
            markdown::BlockKind::Heading(heading) => match self.heading(heading) {
                Some(heading) => BlockKind::Heading(heading),
                None => return,
            },
            markdown::BlockKind::Quote(alert, blocks) => {
                let body = self.blocks(blocks, false);
                match alert {
                    Some(alert) => BlockKind::Alert(*alert, body),
                    None => BlockKind::Quote(body),
                }
            }
            markdown::BlockKind::Code(code) if code.is_embed() => {
                if let Some(embed) = self.narrative.embeds.get(&code.node) {
                    let place = self.narrative.places.get(&code.node);
                    let label = self.composer.place_label(place);
                    let choice = self.narrative.choices.get(&code.node).cloned();
                    let made = self.composer.embed(embed, choice, label);
                    flow.append(made.at(origin));
                }
                return;
            }
            markdown::BlockKind::Code(code) => BlockKind::Code(code.text()),
            markdown::BlockKind::List(list) => BlockKind::List(self.list(list)),
            markdown::BlockKind::Definitions(definitions) => {
                let definitions = definitions.iter().map(|one| self.definition(one));
                BlockKind::Definitions(definitions.collect())
            }
            markdown::BlockKind::Table(table) => {
                let table = self.table(table, free && self.note_depth == 0);
                BlockKind::ProseTable(Box::new(table))
            }
            // It stands where it is referred to.
            markdown::BlockKind::Note(_) => return,
            markdown::BlockKind::Rule => return flow.push(BlockKind::Divider),
        };
        flow.push(made.at(origin));
    }

    /// A line of text whose words may be divided.
    fn line(&mut self, line: &[markdown::Inline]) -> Content {
        let mut words = Words::divided(self.composer.words.language());
        self.inlines(line, &mut words);
        let line = words.done();
        // Many a cell is no wider than a word.
        if self.in_table {
            line
        } else {
            line.with_whole_ends()
        }
    }

    /// A line of text whose words stay whole, as it is set in heads and captions.
    fn whole_line(&mut self, line: &[markdown::Inline]) -> Content {
        let mut words = Words::whole();
        self.inlines(line, &mut words);
        words.done()
    }

    /// Adds the pieces of a line to others.
    fn inlines(&mut self, line: &[markdown::Inline], words: &mut Words) {
        for inline in line {
            match &inline.kind {
                InlineKind::Text(text) => words.prose(text),
                InlineKind::Formula(formula) => words.text(formula),
                InlineKind::Code(text) => words.push(Inline::Code(text.to_string())),
                InlineKind::Styled(style, line) => {
                    let mut inside = words.inside();
                    self.inlines(line, &mut inside);
                    words.push(Inline::Styled(*style, inside.done()));
                }
                InlineKind::Link(link) => self.link(link, words),
                InlineKind::Image(image) => self.image(image, inline.range.start, words),
                InlineKind::SoftBreak => words.text(" "),
                InlineKind::HardBreak => words.push(Inline::LineBreak),
                InlineKind::NoteReference(name) => self.footnote(name, words),
                InlineKind::Task(done) => words.push(Inline::Task(*done)),
                // It has been reported.
                InlineKind::Dropped(_) | InlineKind::TornFormula | InlineKind::TornTable => {}
            }
        }
    }

    fn list(&mut self, list: &'t markdown::List) -> List {
        let tasks = list.items.iter().filter(|item| item.has_box()).count();
        let items = list.items.iter().map(|item| Item {
            origin: Some(self.origin(item.range.start)),
            body: self.blocks(&item.blocks, false),
        });
        let items: Vec<Item> = items.collect();
        List {
            start: list.start,
            // Boxes take the place of marks, but not of numbers.
            tasks: match tasks {
                0 => Tasks::None,
                tasks if tasks == items.len() && list.start.is_none() => Tasks::All,
                _ => Tasks::Some,
            },
            items,
        }
    }

    fn definition(&mut self, definition: &'t markdown::Definition) -> Definition {
        let term = self.line(&definition.term.line);
        let meanings = definition.meanings.iter();
        let meanings = meanings.map(|meaning| self.blocks(&meaning.blocks, false));
        Definition {
            term,
            meanings: meanings.collect(),
        }
    }

    /// A table; `free` says that it stands in nothing else.
    fn table(&mut self, table: &markdown::Table, free: bool) -> ProseTable {
        let head = self.captioned(table);
        self.in_table = true;
        // Only one that stands in nothing else has the whole width.
        let turns = free
            && self.standing == HeadingContext::Chapter
            && !self.composer.shows_draft(self.narrative);
        let mut shape = shape(table, free);
        let fit = self.fit(table, &mut shape.columns, turns);
        let rows = table.rows.iter().enumerate().map(|(at, row)| {
            self.in_head = at == 0;
            let cells = row.cells.iter().map(|cell| ProseCell {
                origin: Some(self.origin(cell.range.start)),
                content: if at == 0 && !fit.divided_head {
                    self.whole_line(&cell.line)
                } else {
                    self.line(&cell.line)
                },
            });
            let cells = cells.collect();
            self.in_head = false;
            let origin = Some(self.origin(row.range.start));
            ProseRow { origin, cells }
        });
        let rows = rows.collect();
        self.in_table = false;
        ProseTable {
            columns: shape.columns,
            rows,
            whole: shape.whole && fit.is_customary(),
            by_height: shape.by_height,
            repeats: shape.repeats,
            size: fit.size,
            sideways: fit.sideways,
            notes: self.notes_of_head(),
            head,
        }
    }

    /// A heading; `None` for the title, which the entry or the chapter's opening shows, and for
    /// one that says nothing, which would keep a book from being read aloud.
    fn heading(&mut self, heading: &markdown::Heading) -> Option<Heading> {
        let level = if heading.is_blank() {
            None
        } else {
            self.level(heading.level.into())
        };
        let Some(level) = level else {
            self.notes_of_title(heading);
            return None;
        };
        self.in_title = true;
        let title = self.whole_line(&heading.line);
        self.in_title = false;
        if title.is_empty() {
            return None;
        }
        let in_chapter = self.standing == HeadingContext::Chapter;
        let place = self.narrative.places.get(&heading.node);
        Some(Heading {
            section: view::Section {
                level,
                number: None,
                title,
                label: self.composer.place_label(place),
            },
            is_numbered: in_chapter && self.narrative.front.is_numbered(),
        })
    }

    /// Level of a heading in the book; `None` for the title. A text has one title: whatever
    /// else is written as such becomes a section. A level is never skipped: readers who
    /// navigate by headings would miss a step, and PDF/UA forbids it.
    fn level(&mut self, written: usize) -> Option<usize> {
        let base = match self.standing {
            HeadingContext::Chapter => 2,
            HeadingContext::Inside(base) => base,
        };
        if written < 2 && !std::mem::replace(&mut self.titled, true) {
            return None;
        }
        let level = (written.saturating_sub(2) + base)
            .min(self.last_level + 1)
            .min(6);
        self.last_level = level;
        Some(level)
    }
}
