//! Narrative: Markdown events become blocks of a book.
//!
//! Nothing of a text is lost but what [`markdown`](crate::markdown) has settled as left out,
//! which has been reported.

mod builder;
mod caption;
mod columns;
mod fit;
mod front;
mod image;
mod link;
mod note;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, HeadingLevel, Tag};

use builder::Builder;
use columns::{Shape, shape};
use fit::Fit;
use image::text_of_image;
use note::{HeadNote, Notes};

use super::Composer;
use super::trace::Origin;
use super::tree::{
    Alert, BlockKind, Content, Definition, Destination, Flow, Heading, Inline, Item as ListItem,
    List, ProseCell, ProseRow, ProseTable, Style, Tasks,
};
use super::view;
use crate::markdown::{Blocks, Event, Item};
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
        let text = tree.get(narrative.file).map_or("", |file| &file.text);
        let mut lowering = Lowering {
            composer: self,
            narrative,
            standing,
            text,
            notes: Notes::default(),
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
            caption: None,
            named: BTreeSet::new(),
            out: Builder::default(),
        };
        lowering.text();
        lowering.out.take()
    }
}

struct Lowering<'c, 'p, 't> {
    composer: &'c mut Composer<'p>,
    narrative: &'c Narrative,
    standing: HeadingContext,
    text: &'t str,
    notes: Notes<'t>,
    note_depth: usize,
    /// Notes that the head of the table that is open refers to first.
    head_notes: Vec<HeadNote<'t>>,
    /// The same for those that the note being set refers to, each with its text.
    inner_notes: Vec<(String, Vec<Item<'t>>)>,
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
    /// The caption of the table that comes next.
    caption: Option<Content>,
    /// Other volumes that the text has named; once is enough.
    named: BTreeSet<String>,
    out: Builder,
}

/// An element that has been opened.
struct Open {
    kind: Kind,
    /// Where it was written.
    start: usize,
}

/// What closing an element must know.
enum Kind {
    Paragraph,
    /// The caption of the table behind it.
    Caption,
    /// Its level.
    Heading(usize),
    /// A quote or an alert.
    Quote(Option<Alert>),
    Code,
    Embed,
    List(OpenList),
    Item,
    /// A list of definitions.
    Definitions(Vec<Definition>),
    Term,
    Definition,
    /// Words in a line that look or mean otherwise.
    Styled(Style),
    /// Words that lead somewhere.
    Link(Destination),
    /// A link that prints by itself.
    Reference(Content),
    /// A link whose address stands in a footnote.
    Noted(String),
    /// A picture, with the text in its brackets.
    Image(String),
    /// A table, and its rows.
    Table(Shape, Fit, Vec<ProseRow>),
    /// A row, and its cells.
    Row(Vec<ProseCell>),
    Cell,
    /// Left out with everything in it.
    Skipped,
    /// Words of a line, kept without anything around them.
    Words,
    /// Blocks, kept without anything around them.
    Plain,
}

/// What an element holds.
enum Holds {
    Line,
    Blocks,
}

/// A list that has been opened.
struct OpenList {
    start: Option<u64>,
    tasks: usize,
    items: Vec<ListItem>,
}

impl Kind {
    /// Whether the content of the element is set otherwise or not at all.
    fn hides_content(&self) -> bool {
        matches!(
            self,
            Self::Skipped | Self::Embed | Self::Image(_) | Self::Reference(_)
        )
    }

    /// What the element holds; `None` if nothing but other elements.
    fn holds(&self) -> Option<Holds> {
        match self {
            Self::Paragraph
            | Self::Caption
            | Self::Heading(_)
            | Self::Code
            | Self::Term
            | Self::Styled(_)
            | Self::Link(_)
            | Self::Noted(_)
            | Self::Cell => Some(Holds::Line),
            Self::Quote(_) | Self::Item | Self::Definition | Self::Plain => Some(Holds::Blocks),
            Self::Embed
            | Self::List(_)
            | Self::Definitions(_)
            | Self::Reference(_)
            | Self::Image(_)
            | Self::Table(..)
            | Self::Row(_)
            | Self::Words
            | Self::Skipped => None,
        }
    }

    /// The list that this is, if it is one.
    fn list(&mut self) -> Option<&mut OpenList> {
        if let Self::List(list) = self {
            return Some(list);
        }
        None
    }

    /// Whether its words are never divided.
    fn is_whole(&self) -> bool {
        matches!(self, Self::Heading(_) | Self::Code)
    }
}

impl<'t> Lowering<'_, '_, 't> {
    /// Lowers the whole text. A note stands where it is first referred to, so that a
    /// block waits until the notes are read that it refers to.
    fn text(&mut self) {
        let mut blocks = Blocks::new(self.text);
        let mut items = Vec::new();
        let mut read = 0;
        while blocks.read(&mut items) {
            self.notes.read(items.get(read..).unwrap_or(&[]));
            if self.notes.are_complete() {
                self.blocks(&items);
                items.clear();
            }
            read = items.len();
        }
        self.blocks(&items);
        self.remaining_notes();
    }

    fn blocks(&mut self, items: &[Item<'t>]) {
        let mut stack: Vec<Open> = Vec::new();
        // Elements that are open inside one whose content is not set.
        let mut hidden = 0_usize;
        // Elements that are open whose words are not divided.
        let mut whole = 0_usize;
        for (at, (event, range)) in items.iter().enumerate() {
            if hidden > 0 {
                match event {
                    Event::Start(_) | Event::StartKey => hidden += 1,
                    Event::End(_) | Event::EndKey => hidden -= 1,
                    Event::Text(_)
                    | Event::Code(_)
                    | Event::Formula(_)
                    | Event::TornFormula
                    | Event::TornTable
                    | Event::SoftBreak
                    | Event::HardBreak
                    | Event::Rule
                    | Event::FootnoteReference(_)
                    | Event::Task(_)
                    | Event::Html(_) => {}
                }
                if hidden > 0 {
                    continue;
                }
            }
            match event {
                Event::Start(tag) => {
                    let kind = self.begin((items, at), tag, range, stack.is_empty());
                    if matches!((&kind, tag), (Kind::Skipped, Tag::Heading { .. })) {
                        self.notes_of_title(items.get(at..).unwrap_or(&[]));
                    }
                    hidden = usize::from(kind.hides_content());
                    self.in_title |= matches!(kind, Kind::Heading(_) | Kind::Caption);
                    whole += usize::from(kind.is_whole());
                    match kind.holds() {
                        Some(Holds::Line) => self.out.begin_line(),
                        Some(Holds::Blocks) => self.out.begin_blocks(),
                        None => {}
                    }
                    let start = range.start;
                    stack.push(Open { kind, start });
                }
                Event::StartKey => {
                    self.out.begin_line();
                    stack.push(Open {
                        kind: Kind::Styled(Style::Key),
                        start: range.start,
                    });
                }
                Event::End(_) | Event::EndKey => {
                    let Some(open) = stack.pop() else { continue };
                    whole = whole.saturating_sub(usize::from(open.kind.is_whole()));
                    self.end(open, stack.last_mut().map(|open| &mut open.kind));
                }
                Event::Text(text) => {
                    let text = self.visible(text, range);
                    match whole {
                        0 => self.out.prose(&text, self.composer.words.language()),
                        _ => self.out.text(&text),
                    }
                }
                Event::Formula(formula) => self.out.text(formula),
                Event::Code(text) => self.out.inline(Inline::Code(text.to_string())),
                Event::SoftBreak => self.out.text(" "),
                Event::HardBreak => self.out.inline(Inline::LineBreak),
                Event::Rule => self.out.block(BlockKind::Divider),
                Event::FootnoteReference(name) => self.footnote(name),
                Event::Task(done) => {
                    let mut lists = stack.iter_mut().rev().take(3);
                    if let Some(list) = lists.find_map(|open| open.kind.list()) {
                        list.tasks += 1;
                    }
                    self.out.inline(Inline::Task(*done));
                }
                // It has been reported.
                Event::Html(_) | Event::TornFormula | Event::TornTable => {}
            }
        }
    }

    /// Where something in the text begins.
    fn origin(&self, start: usize) -> Origin {
        Span::new(self.narrative.file, start..start).into()
    }

    /// What the element is that begins with an event. `free` says that it stands in nothing
    /// else.
    fn begin(
        &mut self,
        (items, at): (&[Item<'t>], usize),
        tag: &Tag<'t>,
        range: &Range<usize>,
        free: bool,
    ) -> Kind {
        match tag {
            // Blocks do not fit into a paragraph, so an image that stands alone in one takes
            // its place.
            Tag::Paragraph if self.is_lone_image(items, at) => Kind::Plain,
            Tag::Paragraph if self.narrative.table_captions.contains(&range.start) => Kind::Caption,
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { .. } if self.is_blank(range.start) => Kind::Skipped,
            Tag::Heading { level, .. } => self.level(*level).map_or(Kind::Skipped, Kind::Heading),
            Tag::BlockQuote(kind) => Kind::Quote(kind.map(|kind| match kind {
                BlockQuoteKind::Note => Alert::Note,
                BlockQuoteKind::Tip => Alert::Tip,
                BlockQuoteKind::Important => Alert::Important,
                BlockQuoteKind::Warning => Alert::Warning,
                BlockQuoteKind::Caution => Alert::Caution,
            })),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if info.trim() == "ambonplan" => {
                Kind::Embed
            }
            Tag::CodeBlock(_) => Kind::Code,
            Tag::List(start) => Kind::List(OpenList {
                start: *start,
                tasks: 0,
                items: Vec::new(),
            }),
            Tag::Item => Kind::Item,
            Tag::DefinitionList => Kind::Definitions(Vec::new()),
            Tag::DefinitionListTitle => Kind::Term,
            Tag::DefinitionListDefinition => Kind::Definition,
            Tag::Emphasis => Kind::Styled(Style::Emphasis),
            Tag::Strong => Kind::Styled(Style::Strong),
            Tag::Strikethrough => Kind::Styled(Style::Strike),
            Tag::Subscript => Kind::Styled(Style::Subscript),
            Tag::Superscript => Kind::Styled(Style::Superscript),
            Tag::Link { dest_url, .. } => self.link(dest_url, range),
            Tag::Image { .. } => Kind::Image(text_of_image(items, at)),
            Tag::Table(alignments) => {
                self.in_table = true;
                // Only one that stands in nothing else has the whole width.
                let free = free && self.note_depth == 0;
                let turns = free
                    && self.standing == HeadingContext::Chapter
                    && !self.composer.shows_draft(self.narrative);
                let mut shape = shape(items, at, alignments, free);
                let fit = self.fit(items, at, &mut shape.columns, turns);
                shape.whole &= fit.is_customary();
                Kind::Table(shape, fit, Vec::new())
            }
            Tag::TableHead => {
                self.in_head = true;
                Kind::Row(Vec::new())
            }
            Tag::TableRow => Kind::Row(Vec::new()),
            Tag::TableCell => Kind::Cell,
            // A definition stands where it is referred to.
            Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_) => Kind::Skipped,
            // HTML is settled.
            Tag::HtmlBlock => Kind::Plain,
        }
    }

    /// Whether the heading at a place says nothing, which has been reported.
    fn is_blank(&self, start: usize) -> bool {
        let headings = &self.narrative.headings;
        let found = headings.binary_search_by_key(&start, |heading| heading.span.start());
        let heading = found.ok().and_then(|at| headings.get(at));
        heading.is_some_and(|heading| heading.blank)
    }

    /// Level of a heading in the book; `None` for the title, which the entry
    /// or the chapter's opening shows. A text has one title: whatever else is written
    /// as such becomes a section. A level is never skipped: readers who
    /// navigate by headings would miss a step, and PDF/UA forbids it.
    fn level(&mut self, level: HeadingLevel) -> Option<usize> {
        let base = match self.standing {
            HeadingContext::Chapter => 2,
            HeadingContext::Inside(base) => base,
        };
        let written = level as usize;
        if written < 2 && !std::mem::replace(&mut self.titled, true) {
            return None;
        }
        let level = (written.saturating_sub(2) + base)
            .min(self.last_level + 1)
            .min(6);
        self.last_level = level;
        Some(level)
    }

    /// Ends an element, which holds what was gathered since it began.
    fn end(&mut self, Open { kind, start }: Open, parent: Option<&mut Kind>) {
        let origin = self.origin(start);
        match kind {
            Kind::Skipped | Kind::Words => {}
            Kind::Plain => {
                let inside = self.out.end_blocks();
                self.out.append(inside.at(origin));
            }
            Kind::Definition => {
                let meaning = self.out.end_blocks();
                if let Some(Kind::Definitions(definitions)) = parent
                    && let Some(last) = definitions.last_mut()
                {
                    last.meanings.push(meaning);
                }
            }
            Kind::Paragraph => {
                let line = self.out.end_line();
                if !line.is_empty() {
                    let paragraph = BlockKind::Paragraph(line);
                    self.out.block(paragraph.at(origin));
                }
            }
            Kind::Quote(alert) => {
                let body = self.out.end_blocks();
                let quote = match alert {
                    Some(alert) => BlockKind::Alert(alert, body),
                    None => BlockKind::Quote(body),
                };
                self.out.block(quote.at(origin));
            }
            Kind::Code => {
                let code = BlockKind::Code(self.out.end_line().plain_text());
                self.out.block(code.at(origin));
            }
            Kind::Styled(style) => {
                let words = self.out.end_line();
                self.out.inline(Inline::Styled(style, words));
            }
            Kind::Link(destination) => {
                let words = self.out.end_line();
                self.out.inline(Inline::Link(destination, words));
            }
            Kind::Reference(reference) => self.out.content(reference),
            Kind::Noted(address) => {
                let words = self.out.end_line();
                let destination = Destination::Address(address.clone());
                self.out.inline(Inline::Link(destination, words));
                self.note_of_address(address);
            }
            Kind::Item => {
                let body = self.out.end_blocks();
                if let Some(list) = parent.and_then(Kind::list) {
                    list.items.push(ListItem {
                        origin: Some(origin),
                        body,
                    });
                }
            }
            Kind::Cell => {
                let content = self.out.end_line();
                if let Some(Kind::Row(cells)) = parent {
                    cells.push(ProseCell {
                        origin: Some(origin),
                        content,
                    });
                }
            }
            Kind::Row(cells) => {
                self.in_head = false;
                if let Some(Kind::Table(_, _, rows)) = parent {
                    let origin = Some(origin);
                    rows.push(ProseRow { origin, cells });
                }
            }
            Kind::Caption => {
                self.in_title = false;
                self.caption = Some(self.out.end_line());
            }
            Kind::Heading(level) => {
                self.in_title = false;
                let title = self.out.end_line();
                self.heading(level, start, title);
            }
            Kind::Embed => {
                if let Some(embed) = self.narrative.embeds.get(&start) {
                    let place = self.narrative.places.get(&start);
                    let label = self.composer.place_label(place);
                    let choice = self.narrative.choices.get(&start).cloned();
                    let made = self.composer.embed(embed, choice, label);
                    self.out.append(made.at(origin));
                }
            }
            Kind::List(OpenList {
                start,
                tasks,
                items,
            }) => {
                // Boxes take the place of marks, but not of numbers.
                let tasks = match tasks {
                    0 => Tasks::None,
                    tasks if tasks == items.len() && start.is_none() => Tasks::All,
                    _ => Tasks::Some,
                };
                let list = BlockKind::List(List {
                    start,
                    tasks,
                    items,
                });
                self.out.block(list.at(origin));
            }
            Kind::Definitions(definitions) => {
                let definitions = BlockKind::Definitions(definitions);
                self.out.block(definitions.at(origin));
            }
            Kind::Term => {
                let term = self.out.end_line();
                if let Some(Kind::Definitions(definitions)) = parent {
                    definitions.push(Definition {
                        term,
                        meanings: Vec::new(),
                    });
                }
            }
            Kind::Image(text) => self.image(start, &text),
            Kind::Table(shape, fit, rows) => {
                self.in_table = false;
                let notes = self.notes_of_head();
                let table = ProseTable {
                    columns: shape.columns,
                    rows,
                    whole: shape.whole,
                    by_height: shape.by_height,
                    repeats: shape.repeats,
                    size: fit.size,
                    sideways: fit.sideways,
                    notes,
                    head: self.captioned(start),
                };
                let table = BlockKind::ProseTable(Box::new(table));
                self.out.block(table.at(origin));
            }
        }
    }

    /// Adds a heading. One without text would keep a book from being read aloud.
    fn heading(&mut self, level: usize, start: usize, title: Content) {
        if title.is_empty() {
            return;
        }
        let in_chapter = self.standing == HeadingContext::Chapter;
        let heading = BlockKind::Heading(Heading {
            section: view::Section {
                level,
                number: None,
                title,
                label: self.composer.place_label(self.narrative.places.get(&start)),
            },
            is_numbered: in_chapter && self.narrative.front.is_numbered(),
        });
        self.out.block(heading.at(self.origin(start)));
    }
}
