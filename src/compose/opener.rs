//! What the opening of a pillar's chapter tells: what changes for whom, and when.

use super::Composer;
use super::tree::Content;
use super::view::{PillarChange, PillarSpan};
use crate::model::Year;
use crate::resolve::{Id, Pillar, Program, Target};

/// Changes that an opening has room for.
const CHANGES: usize = 3;

/// Programmes of which the time line has room on an opening; the figure of all of them shows
/// those of a larger pillar.
const SPANS: usize = 16;

impl Composer<'_> {
    /// What the foremost programmes of a pillar change: quick wins before others, each by its
    /// main indicator, if that has a baseline and a target.
    pub(super) fn foremost(&self, id: Id<Pillar>) -> Vec<PillarChange> {
        let programs = &self.plan.pillars[id].programs;
        let is_quick = |id: &&Id<Program>| self.plan.programs[**id].file.quick_win.value;
        let quick = programs.iter().filter(is_quick);
        let others = programs.iter().filter(|id| !is_quick(id));
        let changes = quick.chain(others).filter_map(|id| self.change(*id));
        changes.take(CHANGES).collect()
    }

    fn change(&self, id: Id<Program>) -> Option<PillarChange> {
        let indicator = self.main_indicator(id)?;
        let baseline = indicator.baseline.as_ref()?;
        let (last, target) = indicator.targets.iter().last()?;
        Some(PillarChange {
            from: Content::text(&self.format.number(baseline.value.value.0)),
            to: Content::text(&self.format.number(target.value.0)),
            unit: Content::text(&indicator.unit),
            name: Content::text(&indicator.name).at(indicator.name.span.into()),
            years: Content::text(&self.span(baseline.year.value, last)),
            program: self
                .program_reference(id)
                .then(self.page(Target::Program(id))),
        })
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
