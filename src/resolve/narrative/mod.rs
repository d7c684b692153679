//! Narrative: its references, images and generated tables are settled here, so
//! that composing it cannot fail.

mod caption;
mod form;
mod heading;
mod image;
mod note;
mod place;
mod program_filter;
mod prose;
mod read;
mod value;

use std::collections::BTreeMap;
use std::ops::Range;

use super::Id;
use super::plan::{Place, Target};
use super::value::{PendingValue, PlanValue};
use crate::markdown::NodeId;
use crate::model::{Embed, FrontMatter, Show};
use crate::source::{FileIndex, Span};

pub use heading::Heading;
pub(crate) use image::{LONGEST_ALTERNATIVE, alternative, emblem, map_file, normalise};
pub(super) use place::{Destination, Found, Pending};
pub(crate) use program_filter::ProgramFilter;
pub(crate) use read::joined;
pub(super) use read::read;

/// What the tree of a Markdown file means in its plan. Every link is settled.
#[derive(Debug, Clone)]
pub struct Narrative {
    /// The file.
    pub file: FileIndex,
    /// What it says of its text.
    pub front: FrontMatter,
    /// What references lead to.
    pub(crate) targets: BTreeMap<NodeId, Target>,
    /// The values of the plan that references print.
    pub(crate) values: BTreeMap<NodeId, PlanValue>,
    /// Images.
    pub(crate) images: BTreeMap<NodeId, Image>,
    /// Generated tables.
    pub(crate) embeds: BTreeMap<NodeId, Embed>,
    /// What references lead to, with the places of the references, in the order of the text.
    pub links: Vec<(Span, Target)>,
    /// Headings, figures and tables.
    pub(crate) places: BTreeMap<NodeId, Id<Place>>,
    /// Which programmes generated tables and figures show, where not all.
    pub(crate) choices: BTreeMap<NodeId, ProgramFilter>,
    /// Headings, figures and tables, until they are registered.
    pub(super) found: Vec<Found>,
    /// References that wait for all texts to be read.
    pub(super) pending: Vec<Pending>,
    /// References to values, which wait for the plan to be complete.
    pub(super) pending_values: Vec<PendingValue>,
    /// Runs of text that are neither code nor a reference.
    pub prose: Vec<Range<usize>>,
    /// Links and images, from the first byte to the last.
    pub linked: Vec<Range<usize>>,
    /// The headings, in the order of the text.
    pub headings: Vec<Heading>,
    /// Text of the first heading of level 1.
    pub title: Option<String>,
}

/// An image of a text.
#[derive(Debug, Clone)]
pub struct Image {
    /// The path of the file in the plan.
    pub path: String,
    /// Where it is shown.
    pub span: Span,
    /// Whether its paragraph holds nothing else.
    pub alone: bool,
    /// Share of the width of the text that it takes where it stands alone, in per
    /// cent; `None` for its own size.
    pub share: Option<u8>,
    /// What it is called, without attributes, if it stands alone.
    pub caption: Option<String>,
}

impl Narrative {
    /// The headings that divide the text.
    pub(crate) fn sections(&self) -> impl Iterator<Item = &Heading> {
        self.headings.iter().filter(|heading| !heading.nested)
    }

    /// What its blocks show.
    pub(crate) fn shows(&self) -> impl Iterator<Item = Show> {
        self.embeds.values().map(|embed| embed.show.value)
    }

    /// A narrative that has not been read.
    pub(super) fn empty(file: FileIndex) -> Self {
        Self {
            file,
            front: FrontMatter::default(),
            targets: BTreeMap::new(),
            values: BTreeMap::new(),
            images: BTreeMap::new(),
            embeds: BTreeMap::new(),
            links: Vec::new(),
            places: BTreeMap::new(),
            choices: BTreeMap::new(),
            found: Vec::new(),
            pending: Vec::new(),
            pending_values: Vec::new(),
            prose: Vec::new(),
            linked: Vec::new(),
            headings: Vec::new(),
            title: None,
        }
    }
}
