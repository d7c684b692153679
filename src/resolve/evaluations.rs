//! Evaluations, which are about programmes that may have left the plan.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::ids::check_ids;
use super::lookup::{Lookup, ResolveContext};
use super::{Concern, Evaluation, Id, Program, Resolver};
use crate::language::message;
use crate::model;
use crate::model::{EntryKind, EntryRef, Kind};
use crate::resolve::rules;
use crate::source::{Span, Spanned};

impl Resolver<'_> {
    pub(super) fn evaluations(&mut self, files: Vec<model::Named<model::EvaluationFile>>) {
        let context = &mut self.context;
        let findings = files.iter().filter_map(|named| named.entry.as_ref());
        let findings = findings.flat_map(|entry| &entry.findings);
        let ids = findings.map(|finding| &finding.id);
        check_ids(ids, || message!("kind-finding"), context.findings);
        for model::Named { id, file, entry } in files {
            let span = Span::file(file);
            let date = id
                .parse::<Date>()
                .ok()
                .filter(|date| date.to_string() == id);
            if date.is_none() {
                context.findings.push(rules::invalid_id::date(span, &id));
            }
            let (Some(date), Some(mut entry)) = (date, entry) else {
                context.unreadable.entry(EntryKind::Evaluation, span);
                continue;
            };
            check_realised(&entry.realised, context);
            let mut realised = Vec::new();
            // Values of programmes that do not exist are dropped with their
            // reference, so that both lists stay in step.
            entry.realised.retain(|value| {
                let found = find_past(&self.ids.programs, &value.program, context);
                realised.extend(found);
                found.is_some()
            });
            let mut findings = Vec::new();
            for finding in &entry.findings {
                let program = finding.program.as_ref();
                let program =
                    program.and_then(|program| find_past(&self.ids.programs, program, context));
                let opd = finding.opd.as_ref();
                let opd = opd.and_then(|opd| self.ids.opds.find(opd, opd.span, context).ok());
                findings.push(Concern { program, opd });
            }
            self.evaluations.push(Evaluation {
                id,
                date,
                file: entry,
                realised,
                findings,
            });
        }
    }
}

/// An indicator has one value a year.
fn check_realised(realised: &[model::Realised], context: &mut ResolveContext<'_>) {
    let mut seen = BTreeMap::new();
    for value in realised {
        let (name, year) = (value.indicator.value.as_str(), value.year.value);
        let key = (value.program.value.as_str(), name, year);
        let first = *seen.entry(key).or_insert(value.year.span);
        if first != value.year.span {
            context.findings.push(rules::duplicate_entry::realised(
                value.year.span,
                first,
                name,
                &year.to_string(),
            ));
        }
    }
}

/// A programme that an evaluation was about. It may have left the plan since.
fn find_past(
    ids: &Lookup<Program>,
    reference: &Spanned<String>,
    context: &mut ResolveContext<'_>,
) -> Option<Id<Program>> {
    let called = ids.meant(reference).map(str::to_owned);
    if let Some(meant) = called.filter(|_| !ids.contains(reference)) {
        context.rename(EntryRef::new(Kind::Program, &meant), reference);
        return ids.get(&meant);
    }
    if !ids.contains(reference) && !context.may_be_lost(Kind::Program) {
        context.findings.push(rules::gone_program::finding(
            reference.span,
            reference,
            ids.names(),
        ));
    }
    if ids.span(reference).is_some() {
        context.name(
            EntryRef::new(Kind::Program, reference.value.as_str()),
            reference.span,
        );
    }
    ids.get(reference)
}
