//! Which programmes a generated table or figure shows.

use std::collections::BTreeSet;
use std::ops::Range;

use super::place::Found;
use super::read::Reader;
use crate::language::message;
use crate::markdown::NodeId;
use crate::model::rules::invalid_value;
use crate::model::{
    DistrictEntry, Embed, EntryKind, EntryRef, FundingSource, Kind, Status, Writing, Year,
};
use crate::query::{Expression, Subject};
use crate::resolve::rules;
use crate::resolve::{Dimension, Id, Opd, Pillar, Plan, Program, Target};
use crate::slice::slice;
use crate::source::{Span, Spanned};

/// A filter of programmes whose ids are resolved.
#[derive(Debug, Clone, Default)]
pub(crate) struct ProgramFilter {
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
    /// Those for which it holds.
    pub filter: Option<Expression>,
}

impl ProgramFilter {
    /// Whether a programme is among those that the keys choose, whatever the expression says.
    pub fn may_take(&self, plan: &Plan, id: Id<Program>) -> bool {
        let program = &plan.programs[id];
        let file = &program.file;
        let runs = |(_, first, last): &(String, Year, Year)| {
            file.start.value.year() <= last.0 && file.end.value.year() >= first.0
        };
        let paid = |source| file.lines().any(|line| line.source.value == source);
        self.pillar.is_none_or(|pillar| program.pillar == pillar)
            && self.dimension.is_none_or(|it| program.dimension == it)
            && self.opd.is_none_or(|opd| program.opd == opd)
            && self
                .district
                .is_none_or(|it| program.all_districts().any(|id| id == it))
            && self.phase.as_ref().is_none_or(runs)
            && self.source.is_none_or(paid)
            && self.status.is_none_or(|it| file.status.value == it)
            && self.quick_win.is_none_or(|it| file.quick_win.value == it)
    }
}

impl Reader<'_, '_, '_> {
    /// What a block chooses, and nothing if it is not to; reports keys that choose nothing
    /// there. `written` is the TOML of the block with its place in the file.
    pub(super) fn choose(
        &mut self,
        embed: &Embed,
        written: (&str, usize),
    ) -> Option<ProgramFilter> {
        let keys = embed.choosing();
        if keys.is_empty() {
            return None;
        }
        let show = embed.show.value;
        if !show.block().is_of_programs() {
            for (key, span) in keys {
                let message = message!("invalid-value.filter", key = key, show = show.word());
                let finding = invalid_value::finding(span, message)
                    .hint(message!("invalid-value.filter-hint"));
                self.context.findings.push(finding);
            }
            return None;
        }
        let pillar = match self.entry(Kind::Pillar, &embed.pillar) {
            Some(Target::Pillar(id)) => Some(id),
            _ => None,
        };
        let dimension = match self.entry(Kind::Dimension, &embed.dimension) {
            Some(Target::Dimension(id)) => Some(id),
            _ => None,
        };
        let opd = match self.entry(Kind::Opd, &embed.opd) {
            Some(Target::Opd(id)) => Some(id),
            _ => None,
        };
        let district = match self.entry(Kind::District, &embed.district) {
            Some(Target::District(id)) => Some(id),
            _ => None,
        };
        Some(ProgramFilter {
            pillar,
            dimension,
            opd,
            district,
            phase: embed.phase.as_ref().and_then(|id| self.phase(id)),
            source: embed.source.as_ref().map(|it| it.value),
            status: embed.status.as_ref().map(|it| it.value),
            quick_win: embed.quick_win.as_ref().map(|it| it.value),
            filter: embed
                .filter
                .as_ref()
                .and_then(|text| self.expression(text, written)),
        })
    }

    /// Reads the expression of a block and follows the references in it.
    fn expression(
        &mut self,
        text: &Spanned<String>,
        (toml, offset): (&str, usize),
    ) -> Option<Expression> {
        let literal =
            text.span.start().checked_sub(offset)?..text.span.end().checked_sub(offset)?;
        let writing = Writing::of(slice(toml, literal), &text.value);
        let place = |range: Range<usize>| {
            let found = writing.as_ref().and_then(|writing| writing.around(range));
            let start = text.span.start();
            match found {
                Some(found) => self.span(start + found.start..start + found.end),
                None => text.span,
            }
        };
        let subject = Subject::of(EntryKind::Program)?;
        let expression = match subject.parse(&text.value) {
            Ok(expression) => expression,
            Err(error) => {
                let span = place(error.range);
                let finding = rules::invalid_expression::finding(span, error.message, error.hint);
                self.context.findings.push(finding);
                return None;
            }
        };
        let equations = subject.equations(&expression).into_iter();
        let placed: Vec<_> = equations
            .map(|(_, column, literal)| (column, literal.text(), place(literal.range())))
            .collect();
        for (column, text, span) in placed {
            self.follow(&column.name, &column.refers, (text, span));
        }
        Some(expression)
    }

    /// Follows a reference in an expression to an entry of one of the kinds that a column
    /// refers to, if it is one.
    fn follow(&mut self, column: &str, kinds: &[EntryKind], (text, span): (&str, Span)) {
        let address = EntryRef::parse(text).filter(|entry| !entry.id.is_empty());
        let (kinds, id) = match &address {
            Some(entry) => (std::slice::from_ref(&entry.kind), entry.id.as_str()),
            None => (kinds, text),
        };
        let kinds: Vec<Kind> = kinds.iter().filter_map(|kind| kind.reference()).collect();
        let mut found: Vec<Kind> = kinds.clone();
        if kinds.len() > 1 {
            found.retain(|kind| self.ids.contains(*kind, id));
            if found.is_empty() && !kinds.iter().any(|kind| self.context.may_be_lost(*kind)) {
                let is_typed = text.contains(':');
                let known = kinds.iter().flat_map(|kind| {
                    let ids = self.ids.names(*kind).iter();
                    ids.map(move |id| {
                        if is_typed {
                            format!("{}:{id}", kind.word())
                        } else {
                            id.to_owned()
                        }
                    })
                });
                let known: BTreeSet<String> = known.collect();
                let known = known.iter().map(String::as_str).collect();
                let finding = rules::unknown_reference::of_column(span, column, text, &known);
                self.context.findings.push(finding);
            }
        }
        for kind in found {
            if let Ok(target) = self.ids.target(kind, id, span, self.context) {
                self.narrative.links.push((span, target));
            }
        }
    }

    fn entry(&mut self, kind: Kind, id: &Option<Spanned<String>>) -> Option<Target> {
        let id = id.as_ref()?;
        let target = self.ids.target(kind, id, id.span, self.context).ok()?;
        self.narrative.links.push((id.span, target));
        Some(target)
    }

    pub(super) fn phase(&mut self, id: &Spanned<String>) -> Option<(String, Year, Year)> {
        // Without a plan.toml nobody knows the phases.
        let phases = self.phases?;
        if let Some(phase) = phases.iter().find(|phase| phase.id.value == id.value) {
            let name = phase.name.value.clone();
            let entry = EntryRef::new(EntryKind::Phase, id.value.as_str());
            self.context.name(entry, id.span);
            return Some((name, phase.start.value, phase.end.value));
        }
        let known = phases.iter().map(|phase| phase.id.value.as_str()).collect();
        let kind = message!("kind-phase");
        let finding = rules::unknown_reference::finding(id.span, kind, id, &known);
        self.context.findings.push(finding);
        None
    }

    /// The place that a block makes, if it has an id.
    pub(super) fn place_of(&self, embed: &Embed, node: NodeId, start: usize) -> Option<Found> {
        let id = embed.id.clone()?;
        let kind = embed.show.value.block().kind?;
        let caption = embed.caption.as_ref();
        Some(Found {
            node,
            kind,
            id: Some(id),
            title: caption.map_or_else(String::new, |caption| caption.value.clone()),
            span: self.span(start..start),
            is_title: false,
        })
    }
}
