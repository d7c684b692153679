//! Narrative: its references, images and generated tables are settled here, so
//! that composing it cannot fail.

mod image;
mod prose;
mod read;

use std::collections::BTreeMap;
use std::ops::Range;

use super::plan::Target;
use crate::model::Embed;
use crate::source::{FileIndex, Span};

pub use image::{emblem, normalise};
pub use read::read;

/// A Markdown file with every link settled. Maps are keyed by the byte at which
/// the element begins.
#[derive(Debug, Clone)]
pub struct Narrative {
    /// The file.
    pub file: FileIndex,
    /// References to entries.
    pub targets: BTreeMap<usize, Target>,
    /// Images: the path of the file in the plan.
    pub images: BTreeMap<usize, String>,
    /// Generated tables.
    pub embeds: BTreeMap<usize, Embed>,
    /// References to entries with their places, in the order of the text.
    pub links: Vec<(Span, Target)>,
    /// Runs of text that are neither code nor a reference.
    pub prose: Vec<Range<usize>>,
    /// Text of the first heading of level 1.
    pub title: Option<String>,
}

impl Narrative {
    /// A narrative that has not been read.
    pub(super) fn empty(file: FileIndex) -> Self {
        Self {
            file,
            targets: BTreeMap::new(),
            images: BTreeMap::new(),
            embeds: BTreeMap::new(),
            links: Vec::new(),
            prose: Vec::new(),
            title: None,
        }
    }
}
