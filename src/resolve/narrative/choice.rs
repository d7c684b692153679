//! Which programmes a generated table or figure shows.

use super::place::Found;
use super::read::Reader;
use crate::language::message;
use crate::markdown::PlaceKind;
use crate::model::rules::invalid_value;
use crate::model::{
    DistrictEntry, Embed, EntryKind, EntryRef, FundingSource, Kind, Show, Status, Year,
};
use crate::resolve::rules;
use crate::resolve::{Dimension, Id, Opd, Pillar, Plan, Program, Target};
use crate::source::Spanned;

/// A filter with its ids settled.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Those of a pillar.
    pub pillar: Option<Id<Pillar>>,
    /// Those of a dimension.
    pub dimension: Option<Id<Dimension>>,
    /// Those that an OPD leads.
    pub opd: Option<Id<Opd>>,
    /// Those for a district.
    pub district: Option<Id<DistrictEntry>>,
    /// Those that run in these years, with the name of the phase.
    pub phase: Option<(String, Year, Year)>,
    /// Those that a source pays for.
    pub source: Option<FundingSource>,
    /// Those of a status.
    pub status: Option<Status>,
    /// Quick wins, or those that are none.
    pub quick_win: Option<bool>,
}

impl Choice {
    /// Whether a programme counts.
    pub fn takes(&self, plan: &Plan, id: Id<Program>) -> bool {
        let program = &plan.programs[id];
        let file = &program.file;
        let runs = |(_, first, last): &(String, Year, Year)| {
            file.start.value.year() <= last.0 && file.end.value.year() >= first.0
        };
        let paid = |source| file.budget.iter().any(|line| line.source.value == source);
        self.pillar.is_none_or(|pillar| program.pillar == pillar)
            && self.dimension.is_none_or(|it| program.dimension == it)
            && self.opd.is_none_or(|opd| program.opd == opd)
            && self
                .district
                .is_none_or(|it| program.districts.contains(&it))
            && self.phase.as_ref().is_none_or(runs)
            && self.source.is_none_or(paid)
            && self.status.is_none_or(|it| file.status.value == it)
            && self.quick_win.is_none_or(|it| file.quick_win.value == it)
    }
}

impl Reader<'_, '_, '_> {
    /// Settles the filter of a block; reports keys that choose nothing there.
    pub(super) fn choose(&mut self, embed: &Embed) -> Option<Choice> {
        let filter = &embed.filter;
        let keys = filter.keys();
        if keys.is_empty() {
            return None;
        }
        let show = embed.show.value;
        if !show.is_of_programs() {
            for (key, span) in keys {
                let message = message!("invalid-value.filter", key = key, show = show.word());
                let finding =
                    invalid_value::found(span, message).hint(message!("invalid-value.filter-hint"));
                self.judge.findings.push(finding);
            }
            return None;
        }
        let pillar = match self.entry(Kind::Pillar, &filter.pillar) {
            Some(Target::Pillar(id)) => Some(id),
            _ => None,
        };
        let dimension = match self.entry(Kind::Dimension, &filter.dimension) {
            Some(Target::Dimension(id)) => Some(id),
            _ => None,
        };
        let opd = match self.entry(Kind::Opd, &filter.opd) {
            Some(Target::Opd(id)) => Some(id),
            _ => None,
        };
        let district = match self.entry(Kind::District, &filter.district) {
            Some(Target::District(id)) => Some(id),
            _ => None,
        };
        Some(Choice {
            pillar,
            dimension,
            opd,
            district,
            phase: filter.phase.as_ref().and_then(|id| self.phase(id)),
            source: filter.source.as_ref().map(|it| it.value),
            status: filter.status.as_ref().map(|it| it.value),
            quick_win: filter.quick_win.as_ref().map(|it| it.value),
        })
    }

    fn entry(&mut self, kind: Kind, id: &Option<Spanned<String>>) -> Option<Target> {
        let id = id.as_ref()?;
        let target = (self.resolve)(kind, id, id.span, self.judge).ok()?;
        self.narrative.links.push((id.span, target));
        Some(target)
    }

    fn phase(&mut self, id: &Spanned<String>) -> Option<(String, Year, Year)> {
        // Without a plan.toml nobody knows the phases.
        let phases = self.phases?;
        if let Some(phase) = phases.iter().find(|phase| phase.id.value == id.value) {
            let name = phase.name.value.clone();
            let entry = EntryRef::new(EntryKind::Phase, id.value.as_str());
            self.judge.name(entry, id.span);
            return Some((name, phase.start.value, phase.end.value));
        }
        let known = phases.iter().map(|phase| phase.id.value.as_str()).collect();
        let kind = message!("kind-phase");
        let finding = rules::unknown_reference::found(id.span, kind, id, &known);
        self.judge.findings.push(finding);
        None
    }

    /// The place that a block makes, if it has an id.
    pub(super) fn place_of(&self, embed: &Embed, start: usize) -> Option<Found> {
        let id = embed.id.clone()?;
        let show = embed.show.value;
        if show == Show::Dateline {
            return None;
        }
        let kind = if show.is_figure() {
            PlaceKind::Figure
        } else {
            PlaceKind::Table
        };
        let caption = embed.caption.as_ref();
        Some(Found {
            kind,
            id: Some(id),
            title: caption.map_or_else(String::new, |caption| caption.value.clone()),
            span: self.span(start..start),
            is_title: false,
        })
    }
}
