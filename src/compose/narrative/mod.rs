//! Narrative: Markdown events become Typst content.
//!
//! Every element becomes a call of a Typst function whose text arguments are
//! string literals. Nothing of the text is evaluated, and nothing of it is lost
//! but what [`markdown`](crate::markdown) has settled as left out, which has been
//! reported.

mod caption;
mod columns;
mod fit;
mod front;
mod image;
mod link;
mod note;
mod writer;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, HeadingLevel, Tag};

use columns::{Shape, shape};
use fit::Fit;
use image::text_of_image;
use note::{HeadNote, Notes};
use writer::Writer;

use super::Composer;
use super::code::{Content, expression, literal};
use super::numbering::Numbering;
use super::trace::trace;
use super::view;
use crate::markdown::{Blocks, Event, Item, ascii_address, is_inline};
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
    /// Lowers a narrative to a Typst expression.
    pub(super) fn lower(
        &mut self,
        narrative: &Narrative,
        numbering: &mut Numbering,
        standing: HeadingContext,
    ) -> Content {
        Content::lowered(self.lower_behind(String::new(), narrative, numbering, standing))
    }

    /// Lowers a narrative to a Typst expression behind the code that stands before it.
    pub(super) fn lower_behind(
        &mut self,
        before: String,
        narrative: &Narrative,
        numbering: &mut Numbering,
        standing: HeadingContext,
    ) -> String {
        let tree = self.tree;
        // Every narrative has a file; without a text there would be no content.
        let text = tree.get(narrative.file).map_or("", |file| &file.text);
        let mut lowering = Lowering {
            composer: self,
            narrative,
            numbering,
            standing,
            text,
            notes: Notes::default(),
            note_depth: 0,
            head_notes: Vec::new(),
            inner_notes: Vec::new(),
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
            out: Writer::behind(before, text.len()),
        };
        let begin = lowering.out.begin();
        lowering.text();
        lowering.out.end(begin);
        lowering.out.finish()
    }
}

struct Lowering<'c, 'p, 't> {
    composer: &'c mut Composer<'p>,
    narrative: &'c Narrative,
    numbering: &'c mut Numbering,
    standing: HeadingContext,
    text: &'t str,
    notes: Notes<'t>,
    note_depth: usize,
    /// Notes that the head of the table that is open refers to first.
    head_notes: Vec<HeadNote<'t>>,
    /// The same for those that the note being set refers to, each with its text.
    inner_notes: Vec<(String, Vec<Item<'t>>)>,
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
    out: Writer,
}

/// An element that has been opened.
struct Open {
    kind: Kind,
    /// Where its code begins, location included.
    before: usize,
    /// Where the code of its content begins.
    inside: usize,
}

/// What closing an element must know.
enum Kind {
    Paragraph,
    /// The caption of the table behind it.
    Caption,
    /// Level, and where it begins.
    Heading(usize, usize),
    /// A quote or an alert.
    Quote,
    Code,
    Embed(usize),
    List(Marks),
    Item,
    /// A list of definitions, and where the code of the last one begins.
    Definitions(Option<usize>),
    Term,
    Definition,
    /// A call around content in a line of text.
    Span,
    Link(Option<String>, bool),
    /// A link whose address stands in a footnote.
    Noted(String),
    Image {
        start: usize,
        text: String,
    },
    /// What it looks like, and where it begins.
    Table(Shape, Fit, usize),
    Row,
    Cell,
    /// Left out with everything in it.
    Skipped,
    /// Kept without anything around it.
    Plain,
}

impl Kind {
    /// What is known of the items of a list; `None` of anything else.
    fn marks(&mut self) -> Option<&mut Marks> {
        if let Self::List(marks) = self {
            return Some(marks);
        }
        None
    }
}

/// Items of a list, and how many of them are tasks.
struct Marks {
    numbered: bool,
    items: usize,
    tasks: usize,
}

impl Kind {
    /// Whether the content of the element is set otherwise or not at all.
    fn hides_content(&self) -> bool {
        matches!(
            self,
            Self::Skipped | Self::Embed(_) | Self::Image { .. } | Self::Link(Some(_), true)
        )
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
                    // Blocks do not fit into a paragraph, so an image that
                    // stands alone in one takes its place.
                    let kind = if matches!(tag, Tag::Paragraph) && self.is_lone_image(items, at) {
                        Kind::Plain
                    } else if matches!(tag, Tag::Image { .. }) {
                        Kind::Image {
                            start: range.start,
                            text: text_of_image(items, at),
                        }
                    } else if let Tag::Table(alignments) = tag {
                        self.in_table = true;
                        // Only one that stands in nothing else has the whole width.
                        let free = stack.is_empty() && self.note_depth == 0;
                        let turns = free
                            && self.standing == HeadingContext::Chapter
                            && !self.composer.shows_draft(self.narrative);
                        let mut shape = shape(items, at, alignments, free);
                        let fit = self.fit(items, at, &mut shape.columns, turns);
                        shape.whole &= fit.is_customary();
                        Kind::Table(shape, fit, range.start)
                    } else {
                        self.kind(tag, range)
                    };
                    if matches!((&kind, tag), (Kind::Skipped, Tag::Heading { .. })) {
                        self.notes_of_title(items.get(at..).unwrap_or(&[]));
                    }
                    hidden = usize::from(kind.hides_content());
                    self.in_title |= matches!(kind, Kind::Heading(..) | Kind::Caption);
                    whole += usize::from(is_whole(&kind));
                    let before = self.out.len();
                    if is_block(tag) && !matches!(kind, Kind::Skipped) {
                        let span = Span::new(self.narrative.file, range.clone());
                        self.out.location(span);
                        if is_statement(tag) {
                            self.trace(range.start);
                        }
                    }
                    self.open(&kind, tag, stack.last_mut());
                    let inside = self.out.len();
                    if matches!(tag, Tag::Item | Tag::TableCell) {
                        self.trace(range.start);
                    }
                    stack.push(Open {
                        kind,
                        before,
                        inside,
                    });
                }
                Event::StartKey => {
                    let before = self.out.len();
                    self.out.push("key({");
                    let inside = self.out.len();
                    stack.push(Open {
                        kind: Kind::Span,
                        before,
                        inside,
                    });
                }
                Event::End(_) | Event::EndKey => {
                    let Some(open) = stack.pop() else { continue };
                    whole = whole.saturating_sub(usize::from(is_whole(&open.kind)));
                    self.close(open, stack.last_mut());
                }
                Event::Text(text) => {
                    let text = self.visible(text, range);
                    match whole {
                        0 => self.out.prose(&text, self.composer.words.language()),
                        _ => self.out.text(&text),
                    }
                }
                Event::Formula(formula) => self.out.text(formula),
                Event::Code(text) => {
                    self.out.push("raw(");
                    self.out.literal(text);
                    self.out.push("); ");
                }
                Event::SoftBreak => self.out.text(" "),
                Event::HardBreak => self.out.push("linebreak(); "),
                Event::Rule => self.out.push("divider(); "),
                Event::FootnoteReference(name) => self.footnote(name),
                Event::Task(done) => {
                    let mut lists = stack.iter_mut().rev().take(3);
                    if let Some(marks) = lists.find_map(|open| open.kind.marks()) {
                        marks.tasks += 1;
                    }
                    self.out.push(if *done {
                        "task(true); "
                    } else {
                        "task(false); "
                    });
                }
                // It has been reported.
                Event::Html(_) | Event::TornFormula | Event::TornTable => {}
            }
        }
    }

    /// Writes where in the text an element begins, if the book is to tell.
    fn trace(&mut self, start: usize) {
        if !self.composer.tracing {
            return;
        }
        let span = Span::new(self.narrative.file, start..start);
        self.out.push(&trace(span));
        self.out.push("; ");
    }

    fn kind(&mut self, tag: &Tag<'t>, range: &Range<usize>) -> Kind {
        match tag {
            Tag::Paragraph if self.narrative.table_captions.contains(&range.start) => Kind::Caption,
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { .. } if self.is_blank(range.start) => Kind::Skipped,
            Tag::Heading { level, .. } => match self.level(*level) {
                Some(level) => Kind::Heading(level, range.start),
                None => Kind::Skipped,
            },
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if info.trim() == "ambonplan" => {
                Kind::Embed(range.start)
            }
            Tag::CodeBlock(_) => Kind::Code,
            Tag::List(start) => Kind::List(Marks {
                numbered: start.is_some(),
                items: 0,
                tasks: 0,
            }),
            Tag::Item => Kind::Item,
            Tag::DefinitionList => Kind::Definitions(None),
            Tag::DefinitionListTitle => Kind::Term,
            Tag::DefinitionListDefinition => Kind::Definition,
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Subscript
            | Tag::Superscript => Kind::Span,
            Tag::Link { dest_url, .. } => self.link(dest_url, range),
            Tag::TableHead => {
                self.in_head = true;
                Kind::Row
            }
            Tag::TableRow => Kind::Row,
            Tag::TableCell => Kind::Cell,
            // A definition stands where it is referred to.
            Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_) => Kind::Skipped,
            // HTML is settled; images and tables are looked at as a whole before.
            Tag::HtmlBlock | Tag::Image { .. } | Tag::Table(_) => Kind::Plain,
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

    /// Writes what stands before the content of an element.
    fn open(&mut self, kind: &Kind, tag: &Tag<'_>, parent: Option<&mut Open>) {
        let code = match (kind, tag) {
            (Kind::Paragraph, _) => "par({",
            (Kind::Quote, Tag::BlockQuote(Some(alert))) => match alert {
                BlockQuoteKind::Note => "alert(\"note\", {",
                BlockQuoteKind::Tip => "alert(\"tip\", {",
                BlockQuoteKind::Important => "alert(\"important\", {",
                BlockQuoteKind::Warning => "alert(\"warning\", {",
                BlockQuoteKind::Caution => "alert(\"caution\", {",
            },
            (Kind::Quote, _) => "quote(block: true, {",
            // The body is a sequence of literals.
            (Kind::Code, _) => "code-block({",
            (Kind::List(_), Tag::List(Some(start))) => {
                self.out.push(&format!("enum(start: {start}, "));
                return;
            }
            (Kind::List(_), _) => "list(",
            (Kind::Item, _) => {
                if let Some(Open {
                    kind: Kind::List(marks),
                    ..
                }) = parent
                {
                    marks.items += 1;
                }
                "{"
            }
            (Kind::Definitions(_), _) => "definitions(",
            (Kind::Term, _) => {
                if let Some(Open {
                    kind: Kind::Definitions(open),
                    ..
                }) = parent
                {
                    self.end_definition(open.take());
                }
                "({"
            }
            (Kind::Definition, _) => match parent {
                // A further definition of the same term.
                Some(Open {
                    kind: Kind::Definitions(Some(begin)),
                    ..
                }) if self.out.len() > *begin => "parbreak(); ",
                _ => "",
            },
            (Kind::Span, Tag::Emphasis) => "emph({",
            (Kind::Span, Tag::Strong) => "strong({",
            (Kind::Span, Tag::Strikethrough) => "strike({",
            (Kind::Span, Tag::Subscript) => "sub({",
            (Kind::Span, Tag::Superscript) => "super({",
            (Kind::Link(Some(target), false), _) => {
                self.out.push("link(");
                self.out.push(target);
                ", {"
            }
            (Kind::Noted(address), _) => {
                self.out.push("link(");
                self.out.push(&literal(&ascii_address(address)));
                ", {"
            }
            (Kind::Table(shape, ..), _) => {
                self.out.push("prose-table(");
                self.out.push(&expression(&shape.columns));
                ", ("
            }
            (Kind::Row, _) => "(",
            (Kind::Cell, _) => "{",
            (
                Kind::Caption
                | Kind::Heading(..)
                | Kind::Embed(_)
                | Kind::Span
                | Kind::Link(..)
                | Kind::Image { .. }
                | Kind::Skipped
                | Kind::Plain,
                _,
            ) => return,
        };
        self.out.push(code);
    }

    /// Ends the definition whose code begins there.
    fn end_definition(&mut self, begin: Option<usize>) {
        if let Some(begin) = begin {
            self.out.end(begin);
            self.out.push("), ");
        }
    }

    /// Writes what stands behind the content of an element.
    fn close(&mut self, open: Open, parent: Option<&mut Open>) {
        let Open {
            kind,
            before,
            inside,
        } = open;
        match kind {
            Kind::Skipped | Kind::Plain | Kind::Link(None, _) | Kind::Definition => {
                // Nothing but a location yields nothing, which is no content.
                if self.out.len() == inside {
                    self.out.take(before);
                }
            }
            Kind::Paragraph if self.out.len() == inside => {
                self.out.take(before);
            }
            Kind::Paragraph | Kind::Quote | Kind::Code | Kind::Span | Kind::Link(_, false) => {
                self.out.end(inside);
                self.out.push("); ");
            }
            Kind::Item | Kind::Cell => {
                self.out.end(inside);
                self.out.push(", ");
            }
            Kind::Row => {
                self.in_head = false;
                self.out.push("), ");
            }
            Kind::Caption => {
                self.in_title = false;
                let caption = self.out.take(inside);
                self.out.take(before);
                self.caption = Some(block(&caption));
            }
            Kind::Noted(address) => {
                self.out.end(inside);
                self.out.push("); ");
                self.note_of_address(address);
            }
            // Nothing is seen of it, and a heading without text keeps a book from being
            // read aloud.
            Kind::Heading(..) if self.out.len() == inside => {
                self.in_title = false;
                self.out.take(before);
            }
            Kind::Heading(level, start) => {
                self.in_title = false;
                let number = match self.standing {
                    HeadingContext::Chapter if self.narrative.front.is_numbered() => {
                        self.numbering.section(level)
                    }
                    HeadingContext::Chapter | HeadingContext::Inside(_) => None,
                };
                let section = view::Section {
                    level,
                    number,
                    title: block(&self.out.take(inside)),
                    label: self.composer.place_label(self.narrative.places.get(&start)),
                };
                self.composer
                    .number_place(section.label.as_ref(), section.number.as_ref());
                self.out.push("section(");
                self.out.push(&expression(&section));
                self.out.push("); ");
            }
            Kind::Embed(start) => match self.narrative.embeds.get(&start) {
                Some(embed) => {
                    let place = self.narrative.places.get(&start);
                    let label = self.composer.place_label(place);
                    let choice = self.narrative.choices.get(&start).cloned();
                    let code = self.composer.embed(embed, choice, label, self.numbering);
                    self.out.push(&code);
                    self.out.push("; ");
                }
                None => {
                    self.out.take(before);
                }
            },
            Kind::List(marks) => {
                // Boxes take the place of marks, but not of numbers.
                self.out.push(match marks.tasks {
                    0 => "); ",
                    tasks if tasks == marks.items && !marks.numbered => "..task-list); ",
                    _ => "..mixed-list); ",
                });
            }
            Kind::Definitions(open) => {
                self.end_definition(open);
                self.out.push("); ");
            }
            Kind::Term => {
                self.out.end(inside);
                self.out.push(", ");
                let begin = self.out.begin();
                if let Some(parent) = parent {
                    parent.kind = Kind::Definitions(Some(begin));
                }
            }
            Kind::Link(Some(code), true) => {
                self.out.push(&code);
                self.out.push("; ");
            }
            Kind::Image { start, text } => {
                let code = self.image(start, &text);
                self.out.push(&code);
            }
            Kind::Table(shape, fit, start) => {
                self.in_table = false;
                self.out.push(&format!(
                    "), whole: {}, by-height: {}, repeats: {}",
                    shape.whole, shape.by_height, shape.repeats
                ));
                self.out.push(&fit.arguments());
                self.notes_of_head();
                if let Some(head) = self.captioned(start) {
                    self.out.push(", head: ");
                    self.out.push(&head);
                }
                self.out.push("); ");
            }
        }
    }
}

/// Whether the words of an element are never divided.
fn is_whole(kind: &Kind) -> bool {
    matches!(kind, Kind::Heading(..) | Kind::Code)
}

/// Whether the code of an element follows its place in the file.
fn is_block(tag: &Tag<'_>) -> bool {
    if is_inline(tag.to_end()) {
        // The code of an image has a place of its own in a line too.
        return matches!(tag, Tag::Image { .. });
    }
    !matches!(
        tag,
        Tag::TableCell | Tag::DefinitionListTitle | Tag::DefinitionListDefinition
    )
}

/// Whether a block stands in a sequence of statements, and not among the arguments of
/// a call.
fn is_statement(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::DefinitionList
            | Tag::HtmlBlock
    )
}

/// Code as one expression of content.
fn block(code: &str) -> Content {
    if code.is_empty() {
        Content::empty()
    } else {
        Content::lowered(format!("{{{code}}}"))
    }
}
