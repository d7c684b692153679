//! A text as a tree of typed blocks.
//!
//! A place in it is a range of bytes of the text that it was read from. What resolving finds
//! out about a part is told of its [`NodeId`].

use std::ops::Range;

use super::attributes::attributes;
use super::definitions::IdleDefinition;
use super::event::DroppedHtml;
use super::front_matter::FrontMatter;
use super::walk::{Node, for_each_inline, walk};
use crate::slice::slice;

/// A text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// What it begins with.
    pub front: Option<FrontMatter>,
    /// What stands in nothing else.
    pub blocks: Vec<Block>,
    /// Definitions of labels that have no effect.
    pub(crate) idle: Vec<IdleDefinition>,
    /// Where elements stand too deep in each other for the first time; those are left out, and
    /// what they hold stands in what is around them. `None` if nowhere.
    pub(crate) too_deep: Option<usize>,
}

/// A part of a text that more can be known about than is written: a heading, a table, code, a
/// link or an image. They are in the order of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it was written.
    pub range: Range<usize>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph(Line),
    /// Words that stand in an item, or between blocks, without a paragraph of their own.
    Plain(Line),
    /// A heading.
    Heading(Heading),
    /// A quote or an alert.
    Quote(Option<Alert>, Vec<Block>),
    /// Code, or what asks for a table or figure.
    Code(Code),
    /// A list.
    List(List),
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Table),
    /// A footnote, where it is defined.
    Note(Note),
    /// A line across the page.
    Rule,
}

/// Words and what stands among them.
pub type Line = Vec<Inline>;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where it was written.
    pub range: Range<usize>,
}

/// What a piece of a line is.
#[derive(Debug, Clone, PartialEq)]
pub enum InlineKind {
    /// Text, as it is meant.
    Text(Box<str>),
    /// Code.
    Code(Box<str>),
    /// Mathematics, which is not set: as it was written, dollars included.
    Formula(Box<str>),
    /// Words that look or mean otherwise.
    Styled(Style, Line),
    /// Words that lead somewhere.
    Link(Box<Link>),
    /// An image.
    Image(Box<Image>),
    /// The end of a line, which is a space.
    SoftBreak,
    /// The end of a line that stays one.
    HardBreak,
    /// A reference to a footnote, by its name.
    NoteReference(Box<str>),
    /// The box of a task, and whether the task is done.
    Task(bool),
    /// HTML that the book does not show.
    Dropped(DroppedHtml),
    /// Behind mathematics in which a mark of Markdown begins or ends an element that goes
    /// beyond it: it is text and elements like any other.
    TornFormula,
    /// Behind a table whose rows leave out more cells than the parser adds. Its other rows are
    /// text.
    TornTable,
}

/// How words look, or what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Slanted.
    Emphasis,
    /// Bold.
    Strong,
    /// Struck out.
    Strike,
    /// Lowered.
    Subscript,
    /// Raised.
    Superscript,
    /// A key of a keyboard.
    Key,
}

/// What a quote calls attention to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// Something to know.
    Note,
    /// Something that helps.
    Tip,
    /// Something that counts.
    Important,
    /// Something that may go wrong.
    Warning,
    /// Something that does harm.
    Caution,
}

impl Alert {
    /// The word by which templates and messages know it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// Which part of the text it is.
    pub node: NodeId,
    /// 1 to 6.
    pub level: u8,
    /// The id that it was given.
    pub id: Option<Box<str>>,
    /// Words among its attributes that say nothing and are not printed.
    pub(crate) idle: Vec<Box<str>>,
    /// What it says.
    pub line: Line,
}

/// Code in lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// Which part of the text it is.
    pub node: NodeId,
    /// What stands behind the marks that it begins with; `None` for code that is set in.
    pub info: Option<Box<str>>,
    /// Its pieces, between which stand the marks of the quotes around it.
    pub pieces: Vec<Piece>,
}

/// A piece of code.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The code, as it is meant.
    pub text: Box<str>,
    /// Where it was written.
    pub range: Range<usize>,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The number of the first item; `None` for a list without numbers.
    pub start: Option<u64>,
    /// Its items.
    pub items: Vec<Item>,
}

/// An item of a list, or one meaning of a term.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Where it was written.
    pub range: Range<usize>,
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Cell,
    /// What it means.
    pub meanings: Vec<Item>,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Which part of the text it is.
    pub node: NodeId,
    /// The paragraph right above it that says what it is called.
    pub caption: Option<Caption>,
    /// How the text of each column stands.
    pub alignments: Vec<Alignment>,
    /// Its rows. The first is the head.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Where it was written.
    pub range: Range<usize>,
}

/// A cell of a table, or a term.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it says.
    pub line: Line,
    /// Where it was written.
    pub range: Range<usize>,
}

/// How the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// The caption of a table: `Tabel: Warga menurut umur {#umur}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Caption {
    /// The whole paragraph.
    pub line: Line,
    /// Where the paragraph was written.
    pub range: Range<usize>,
    /// The word that it begins with, its colon included.
    pub(crate) word: &'static str,
    /// What of the paragraph prints: all but that word and its attributes.
    pub shown: Line,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Its name.
    pub name: Box<str>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A link.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Which part of the text it is.
    pub node: NodeId,
    /// How it is written.
    pub form: LinkForm,
    /// Where it leads.
    pub destination: Box<str>,
    /// Its title, which no book shows.
    pub title: Box<str>,
    /// The words between its brackets.
    pub line: Line,
}

/// How a link is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkForm {
    /// Words in brackets.
    Words,
    /// The destination alone, between angles.
    Bare,
    /// A mail address alone, between angles.
    Mail,
}

/// An image.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Which part of the text it is.
    pub node: NodeId,
    /// Its address.
    pub destination: Box<str>,
    /// Its title: the caption of a figure, and attributes.
    pub title: Box<str>,
    /// What stands between its brackets, for those who do not see it.
    pub line: Line,
}

impl Text {
    /// The code in the text that asks for tables and figures, wherever it stands.
    pub fn embeds(&self) -> Vec<&Code> {
        let mut embeds = Vec::new();
        walk(&self.blocks, &mut |node| {
            if let Node::Block(block) = node
                && let BlockKind::Code(code) = &block.kind
                && code.is_embed()
            {
                embeds.push(code);
            }
        });
        embeds
    }

    /// Whether it has footnotes.
    pub fn has_notes(&self) -> bool {
        let mut has_notes = false;
        walk(&self.blocks, &mut |node: Node<'_>| {
            let Node::Block(block) = node else { return };
            has_notes |= matches!(block.kind, BlockKind::Note(_));
        });
        has_notes
    }
}

impl Inline {
    /// The words that it is by itself; `None` if it holds others, or is no words.
    pub fn words(&self) -> Option<&str> {
        match &self.kind {
            InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Formula(text) => {
                Some(text)
            }
            InlineKind::Styled(..)
            | InlineKind::Link(_)
            | InlineKind::Image(_)
            | InlineKind::SoftBreak
            | InlineKind::HardBreak
            | InlineKind::NoteReference(_)
            | InlineKind::Task(_)
            | InlineKind::Dropped(_)
            | InlineKind::TornFormula
            | InlineKind::TornTable => None,
        }
    }

    /// Whether a line ends there.
    pub fn is_break(&self) -> bool {
        matches!(self.kind, InlineKind::SoftBreak | InlineKind::HardBreak)
    }
}

impl Block {
    /// Whether it asks for a table or a figure.
    pub fn is_embed(&self) -> bool {
        matches!(&self.kind, BlockKind::Code(code) if code.is_embed())
    }

    /// Whether it is a table without a caption.
    pub(crate) fn is_uncaptioned_table(&self) -> bool {
        matches!(&self.kind, BlockKind::Table(table) if table.caption.is_none())
    }

    /// The image that stands alone in a paragraph; `None` if the block is anything else.
    pub fn lone_image(&self) -> Option<(&Image, &Range<usize>)> {
        let BlockKind::Paragraph(line) = &self.kind else {
            return None;
        };
        let [only] = line.as_slice() else { return None };
        let InlineKind::Image(image) = &only.kind else {
            return None;
        };
        Some((image, &only.range))
    }
}

impl Item {
    /// Whether it begins with the box of a task.
    pub fn has_box(&self) -> bool {
        let first = self.blocks.first().and_then(|block| match &block.kind {
            BlockKind::Paragraph(line) | BlockKind::Plain(line) => line.first(),
            BlockKind::Heading(_)
            | BlockKind::Quote(..)
            | BlockKind::Code(_)
            | BlockKind::List(_)
            | BlockKind::Definitions(_)
            | BlockKind::Table(_)
            | BlockKind::Note(_)
            | BlockKind::Rule => None,
        });
        first.is_some_and(|inline| matches!(inline.kind, InlineKind::Task(_)))
    }
}

impl Heading {
    /// Whether it says nothing at all.
    pub fn is_blank(&self) -> bool {
        let mut is_blank = true;
        for_each_inline(&self.line, |inline| {
            is_blank &= match inline.words() {
                Some(words) => words.trim().is_empty(),
                None => !matches!(
                    inline.kind,
                    InlineKind::Image(_) | InlineKind::NoteReference(_)
                ),
            };
        });
        is_blank
    }
}

impl Code {
    /// Whether it asks for a table or a figure.
    pub fn is_embed(&self) -> bool {
        self.info.as_deref().map(str::trim) == Some("ambonplan")
    }

    /// All of it.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| &*piece.text).collect()
    }
}

impl Link {
    /// Whether it prints where it leads, having no words of its own.
    pub fn is_bare(&self) -> bool {
        self.form != LinkForm::Words || self.line.is_empty()
    }
}

impl Caption {
    /// With these a paragraph right above a table is its caption.
    pub(crate) const WORDS: [&str; 2] = ["Tabel:", "Table:"];

    /// A paragraph as a caption, with what is written there; what it says, if it is none.
    pub(super) fn of(line: Line, range: Range<usize>, written: &str) -> Result<Self, Line> {
        let mut words = Self::WORDS.into_iter();
        let Some(word) = words.find(|word| written.starts_with(word)) else {
            return Err(line);
        };
        let (body, attributes) = attributes(written);
        let after = slice(written, word.len()..);
        let blank = after.len() - after.trim_start().len();
        // Behind the word alone, what is left out are the attributes.
        let shown = word.len() + blank;
        let begin = range.start + shown;
        let end = match attributes {
            Some(_) => range.start + body.len().max(shown),
            None => range.end,
        };
        Ok(Self {
            shown: within(&line, &(begin..end)),
            line,
            range,
            word,
        })
    }
}

/// What of a line was written within some bytes. What has been changed on its way from the
/// file, such as an escape, is never left out in part.
fn within(line: &[Inline], bytes: &Range<usize>) -> Line {
    let inside = line
        .iter()
        .filter(|one| one.range.start < bytes.end && one.range.end > bytes.start);
    let cut = inside.map(|inline| {
        let mut cut = inline.clone();
        let start = inline.range.start.max(bytes.start);
        let end = inline.range.end.min(bytes.end);
        match &mut cut.kind {
            InlineKind::Text(text) if text.len() == inline.range.len() => {
                let kept = start - inline.range.start..end - inline.range.start;
                *text = slice(text, kept).into();
                cut.range = start..end;
            }
            InlineKind::Styled(_, line) => *line = within(line, bytes),
            InlineKind::Link(link) => link.line = within(&link.line, bytes),
            InlineKind::Text(_)
            | InlineKind::Code(_)
            | InlineKind::Formula(_)
            | InlineKind::Image(_)
            | InlineKind::SoftBreak
            | InlineKind::HardBreak
            | InlineKind::NoteReference(_)
            | InlineKind::Task(_)
            | InlineKind::Dropped(_)
            | InlineKind::TornFormula
            | InlineKind::TornTable => {}
        }
        cut
    });
    cut.collect()
}
