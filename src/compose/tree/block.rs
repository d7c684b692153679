//! What stands for itself on a page.

use super::{Alert, Content, Definition, Drawing, Flow, List, NoteText, Picture, ProseTable};
use crate::compose::trace::Origin;
use crate::compose::view;

/// A block with the place that it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// Where it was written; `None` if that of what is around it tells.
    pub origin: Option<Origin>,
    /// What it is.
    pub kind: BlockKind,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Level, number, title and label.
    pub section: view::Section,
    /// Whether it has a number in a chapter that has one.
    pub is_numbered: bool,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// A line of text that is no paragraph.
    Plain(Content),
    /// A paragraph.
    Paragraph(Content),
    /// A heading.
    Heading(Heading),
    /// A quotation.
    Quote(Flow),
    /// Something to heed.
    Alert(Alert, Flow),
    /// Lines in the type of code.
    Code(String),
    /// A rule between paragraphs.
    Divider,
    /// A list.
    List(List),
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// A table of narrative.
    ProseTable(Box<ProseTable>),
    /// A picture.
    Picture(Picture),
    /// A note that nothing refers to, and what is printed before it.
    LooseNote(String, NoteText),
    /// A table that is made from data.
    Table(view::Table),
    /// A figure that is drawn from data.
    Drawing(Box<Drawing>),
    /// The card of a programme.
    Card(Box<view::ProgramCard>),
    /// The profile of an OPD.
    Profile(Box<view::OpdProfile>),
    /// What a pillar is for.
    Goal(Box<view::PillarGoal>),
    /// The plan on one page.
    AtAGlance(Box<view::AtAGlance>),
    /// What changes for residents by the programmes of a pillar.
    Promises(Box<view::PromiseList>),
    /// What is to be decided.
    Decision(Box<view::Decision>),
    /// Text and the places for signatures.
    Signatures(Box<view::SignatureSheet>),
    /// The end of a foreword.
    Dateline(view::Dateline),
    /// The title page.
    Cover(Box<view::Cover>),
    /// The table of contents.
    Contents,
    /// The list of all tables.
    ListOfTables,
    /// The list of all figures.
    ListOfFigures,
    /// A text that is still being written.
    Draft(Flow),
    /// Who wrote the text before it.
    Byline(String),
    /// A place that links lead to, by its label.
    Anchor(String),
    /// The part of the book at this path.
    Include(String),
}

impl BlockKind {
    /// This as a block that comes from there.
    pub fn at(self, origin: Origin) -> Block {
        Block {
            origin: Some(origin),
            kind: self,
        }
    }
}

impl From<BlockKind> for Block {
    fn from(kind: BlockKind) -> Self {
        Self { origin: None, kind }
    }
}
