//! Chapters that are made from the data alone.

use super::Composer;
use super::tree::Flow;
use crate::resolve::Generated;

impl<'a> Composer<'a> {
    pub(super) fn generated_title(&self, part: Generated) -> &'a str {
        self.words.named("book-chapter", part.word())
    }

    /// The tables and figures of the chapter, each below a heading if there are
    /// several; those with nothing to show are left out.
    pub(super) fn generated(&mut self, part: Generated) -> Flow {
        let shows = part.shows().iter().copied();
        let shows: Vec<_> = shows.filter(|show| self.has_entries(*show)).collect();
        let mut blocks = Flow::default();
        for show in &shows {
            let caption = self.default_caption(*show);
            if shows.len() > 1 {
                blocks.push(self.section(2, caption, None));
            }
            blocks.append(self.show(*show, Some(caption), None));
        }
        blocks
    }
}
