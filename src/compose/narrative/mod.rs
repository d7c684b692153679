//! Narrative: Markdown events become Typst content.
//!
//! Every element becomes a call of a Typst function whose text arguments are
//! string literals. Nothing of the text is evaluated, and nothing of it is lost
//! but raw HTML, which has been reported.

mod caption;
mod image;
mod link;
mod note;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Tag};

use image::{is_image_alone, text_of_image};
use note::footnotes;

use super::Composer;
use super::code::{Content, expression, literal, location};
use super::numbering::Numbering;
use super::view;
use crate::language::hyphenate;
use crate::markdown::parse;
use crate::resolve::Narrative;
use crate::source::Span;

/// Where a narrative stands, which decides about its headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A chapter or pillar: `##` is a numbered section.
    Chapter,
    /// Inside a section: `##` becomes an unnumbered heading of this level.
    Inside(usize),
}

/// Most bytes of code of a table that is kept on one page; far less than a page
/// holds.
const WHOLE_TABLE: usize = 4_000;

type Item<'t> = (Event<'t>, Range<usize>);

impl Composer<'_> {
    /// Lowers a narrative to a Typst expression.
    pub(super) fn lower(
        &mut self,
        narrative: &Narrative,
        numbering: &mut Numbering,
        standing: Standing,
    ) -> Content {
        let tree = self.tree;
        let Some(file) = tree.get(narrative.file) else {
            return Content::empty();
        };
        let items: Vec<Item<'_>> = parse(&file.text).collect();
        let mut lowering = Lowering {
            composer: self,
            narrative,
            numbering,
            standing,
            text: &file.text,
            notes: footnotes(&items),
            noted: BTreeMap::new(),
            note_depth: 0,
            last_level: match standing {
                Standing::Chapter => 1,
                Standing::Inside(base) => base.saturating_sub(1),
            },
            in_table: false,
            caption: None,
            named: BTreeSet::new(),
        };
        lowering.blocks(&items)
    }
}

struct Lowering<'c, 'p, 't> {
    composer: &'c mut Composer<'p>,
    narrative: &'c Narrative,
    numbering: &'c mut Numbering,
    standing: Standing,
    text: &'t str,
    notes: BTreeMap<String, Vec<Item<'t>>>,
    /// Footnotes that stand in the book, with their labels.
    noted: BTreeMap<String, String>,
    note_depth: usize,
    /// Level of the last heading that was set.
    last_level: usize,
    /// Whether a table is open.
    in_table: bool,
    /// The caption of the table that comes next.
    caption: Option<Content>,
    /// Other volumes that the text has named; once is enough.
    named: BTreeSet<String>,
}

/// An element that has been opened, with the code of its content so far.
struct Open {
    kind: Kind,
    code: String,
}

/// What closing an element must know.
enum Kind {
    Root,
    Paragraph,
    /// The caption of the table behind it.
    Caption,
    /// Level, and where it begins.
    Heading(usize, usize),
    Quote,
    Code,
    Embed(usize),
    List(Option<u64>),
    Item,
    Emphasis,
    Strong,
    Strike,
    Link(Option<String>, bool),
    /// A link whose address, as code, stands in a footnote.
    Noted(String),
    Image {
        start: usize,
        text: String,
        alone: bool,
    },
    /// Alignments, and where it begins.
    Table(Vec<Alignment>, usize),
    Row,
    Cell,
    /// Left out with everything in it.
    Skipped,
    /// Kept without anything around it.
    Plain,
}

impl<'t> Lowering<'_, '_, 't> {
    fn blocks(&mut self, items: &[Item<'t>]) -> Content {
        let mut stack = vec![Open {
            kind: Kind::Root,
            code: String::new(),
        }];
        for (at, (event, range)) in items.iter().enumerate() {
            match event {
                Event::Start(tag) => {
                    let kind = match tag {
                        // Blocks do not fit into a paragraph, so an image that
                        // stands alone in one takes its place.
                        Tag::Paragraph if is_image_alone(items, at) => Kind::Plain,
                        Tag::Image { .. } => Kind::Image {
                            start: range.start,
                            text: text_of_image(items, at),
                            alone: at > 0 && is_image_alone(items, at - 1),
                        },
                        tag => self.open(tag, range),
                    };
                    let mut code = String::new();
                    if is_block(tag) {
                        code = location(Span::new(self.narrative.file, range.clone()));
                    }
                    // The location belongs to the element, hence before it.
                    append(&mut stack, &code);
                    stack.push(Open {
                        kind,
                        code: String::new(),
                    });
                }
                Event::End(_) => {
                    let Some(open) = stack.pop() else { continue };
                    let code = self.close(open);
                    append(&mut stack, &code);
                }
                Event::Text(text) => {
                    let text = &self.visible(text, range);
                    let whole = |open: &Open| matches!(open.kind, Kind::Heading(..) | Kind::Code);
                    let code = if stack.iter().any(whole) {
                        literal(text)
                    } else {
                        literal(&hyphenate(text, self.composer.words.0))
                    };
                    append(&mut stack, &format!("{code}; "));
                }
                Event::Code(text) => append(&mut stack, &format!("raw({}); ", literal(text))),
                Event::SoftBreak => append(&mut stack, "\" \"; "),
                Event::HardBreak => append(&mut stack, "linebreak(); "),
                Event::Rule => append(&mut stack, "divider(); "),
                Event::FootnoteReference(name) => {
                    let code = self.footnote(name);
                    append(&mut stack, &code);
                }
                // HTML has been reported; mathematics, task lists and metadata
                // blocks are not part of the dialect.
                Event::Html(_)
                | Event::InlineHtml(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::TaskListMarker(_) => {}
            }
        }
        let code = stack
            .into_iter()
            .next()
            .map(|root| root.code)
            .unwrap_or_default();
        block(&code)
    }

    fn open(&mut self, tag: &Tag<'t>, range: &Range<usize>) -> Kind {
        match tag {
            Tag::Paragraph if self.narrative.table_captions.contains(&range.start) => Kind::Caption,
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level, .. } => match self.level(*level) {
                Some(level) => Kind::Heading(level, range.start),
                None => Kind::Skipped,
            },
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if info.trim() == "ambonplan" => {
                Kind::Embed(range.start)
            }
            Tag::CodeBlock(_) => Kind::Code,
            Tag::List(start) => Kind::List(*start),
            Tag::Item => Kind::Item,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strike,
            Tag::Link { dest_url, .. } => self.link(dest_url, range),
            Tag::Table(alignments) => {
                self.in_table = true;
                Kind::Table(alignments.clone(), range.start)
            }
            Tag::TableHead | Tag::TableRow => Kind::Row,
            Tag::TableCell => Kind::Cell,
            Tag::FootnoteDefinition(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => Kind::Skipped,
            _ => Kind::Plain,
        }
    }

    /// Level of a heading in the book; nothing for the title, which the entry
    /// or the chapter's opening shows. A level is never skipped: readers who
    /// navigate by headings would miss a step, and PDF/UA forbids it.
    fn level(&mut self, level: HeadingLevel) -> Option<usize> {
        let base = match self.standing {
            Standing::Chapter => 2,
            Standing::Inside(base) => base,
        };
        let written = level as usize;
        if written < 2 {
            return None;
        }
        let level = (written - 2 + base).min(self.last_level + 1).min(6);
        self.last_level = level;
        Some(level)
    }

    fn close(&mut self, open: Open) -> String {
        let body = open.code;
        match open.kind {
            Kind::Root | Kind::Plain => body,
            Kind::Skipped => String::new(),
            Kind::Paragraph => format!("par({}); ", block(&body).code()),
            Kind::Caption => {
                self.caption = Some(block(&body));
                String::new()
            }
            Kind::Heading(level, start) => {
                let number = match self.standing {
                    Standing::Chapter => self.numbering.section(level),
                    Standing::Inside(_) => None,
                };
                let section = view::Section {
                    level,
                    number,
                    title: block(&body),
                    label: self.composer.place_label(self.narrative.places.get(&start)),
                };
                self.composer
                    .number_place(section.label.as_ref(), section.number.as_ref());
                format!("section({}); ", expression(&section))
            }
            Kind::Quote => format!("quote(block: true, {}); ", block(&body).code()),
            // The body is a sequence of literals.
            Kind::Code => format!("code-block({}); ", block(&body).code()),
            Kind::Embed(start) => self.embed(start),
            Kind::List(None) => format!("list({body}); "),
            Kind::List(Some(start)) => format!("enum(start: {start}, {body}); "),
            Kind::Item => format!("{}, ", block(&body).code()),
            Kind::Emphasis => format!("emph({}); ", block(&body).code()),
            Kind::Strong => format!("strong({}); ", block(&body).code()),
            Kind::Strike => format!("strike({}); ", block(&body).code()),
            Kind::Link(Some(code), true) => format!("{code}; "),
            Kind::Link(Some(target), false) => {
                format!("link({target}, {}); ", block(&body).code())
            }
            Kind::Noted(address) => {
                let body = block(&body);
                format!(
                    "link({address}, {}); footnote(link({address})); ",
                    body.code()
                )
            }
            Kind::Link(None, _) => body,
            Kind::Image { start, text, alone } => self.image(start, &text, alone),
            Kind::Cell => format!("{}, ", block(&body).code()),
            Kind::Row => format!("({body}), "),
            Kind::Table(alignments, start) => {
                self.in_table = false;
                let alignments: Vec<&str> = alignments
                    .iter()
                    .map(|alignment| match alignment {
                        Alignment::None | Alignment::Left => "left",
                        Alignment::Center => "center",
                        Alignment::Right => "right",
                    })
                    .collect();
                let whole = body.len() <= WHOLE_TABLE;
                let head = self.captioned(start);
                format!(
                    "prose-table({}, {whole}, ({body}), {head}); ",
                    expression(&alignments)
                )
            }
        }
    }

    fn embed(&mut self, start: usize) -> String {
        let Some(embed) = self.narrative.embeds.get(&start) else {
            return String::new();
        };
        let label = self.composer.place_label(self.narrative.places.get(&start));
        let choice = self.narrative.choices.get(&start).cloned();
        let code = self.composer.embed(embed, choice, label, self.numbering);
        format!("{code}; ")
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::TableCell
    )
}

/// Adds code to the innermost element.
fn append(stack: &mut [Open], code: &str) {
    if let Some(open) = stack.last_mut() {
        open.code.push_str(code);
    }
}

/// Code as one expression of content.
fn block(code: &str) -> Content {
    if code.is_empty() {
        Content::empty()
    } else {
        Content::lowered(format!("{{{code}}}"))
    }
}
