//! What the opening of a pillar's chapter tells: what changes for whom, and when.

use super::Composer;
use super::tree::Content;
use super::view::{PillarSpan, Promise};
use crate::model::Year;
use crate::resolve::{Id, Pillar};

/// Changes that an opening has room for.
const CHANGES: usize = 3;

/// Programmes of which the time line has room on an opening; the figure of all of them shows
/// those of a larger pillar.
const SPANS: usize = 16;

impl Composer<'_> {
    /// What the programmes of a pillar change of which residents are told first, if that has
    /// numbers.
    pub(super) fn foremost(&self, id: Id<Pillar>) -> Vec<Promise> {
        let programs = self.promised_in(&self.plan.pillars[id]);
        let promises = programs.into_iter().map(|id| self.promise(id));
        let told = promises.filter(|one| {
            let change = one.change.as_ref();
            change.is_some_and(|change| change.from.is_some())
        });
        told.take(CHANGES).collect()
    }

    /// The programmes of a pillar on a time line; none if there are too many for one.
    pub(super) fn pillar_road(&self, id: Id<Pillar>) -> Vec<PillarSpan> {
        let programs = &self.plan.pillars[id].programs;
        if programs.len() > SPANS {
            return Vec::new();
        }
        let spans = programs.iter().map(|&id| {
            let file = &self.plan.programs[id].file;
            let (start, end) = (file.start.value, file.end.value);
            let span = self.span_of(id);
            PillarSpan {
                name: span.name,
                years: Content::text(&self.span(Year(start.year()), Year(end.year()))),
                start: span.start,
                width: span.width,
            }
        });
        spans.collect()
    }
}
