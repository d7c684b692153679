//! Evaluations, which are about programmes that may have left the plan.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::ids::check_ids;
use super::lookup::{Judge, Lookup};
use super::{Concern, Evaluation, Id, Program, Resolver};
use crate::language::message;
use crate::model;
use crate::model::{EntryKind, EntryRef, Kind};
use crate::resolve::rules;
use crate::source::{Span, Spanned};

impl Resolver<'_> {
    pub(super) fn evaluations(&mut self, files: Vec<model::Named<model::EvaluationFile>>) {
        let judge = &mut self.judge;
        let findings = files.iter().filter_map(|named| named.entry.as_ref());
        let findings = findings.flat_map(|entry| &entry.findings);
        let ids = findings.map(|finding| &finding.id);
        check_ids(ids, || message!("kind-finding"), judge.findings);
        for model::Named { id, file, entry } in files {
            let span = Span::file(file);
            let date = id
                .parse::<Date>()
                .ok()
                .filter(|date| date.to_string() == id);
            if date.is_none() {
                judge.findings.push(rules::invalid_id::date(span, &id));
            }
            let (Some(date), Some(mut entry)) = (date, entry) else {
                judge.lost.entry(EntryKind::Evaluation, span);
                continue;
            };
            check_realised(&entry.realised, judge);
            let mut realised = Vec::new();
            // Values of programmes that do not exist are dropped with their
            // reference, so that both lists stay in step.
            entry.realised.retain(|value| {
                let found = find_past(&self.ids.programs, &value.program, judge);
                realised.extend(found);
                found.is_some()
            });
            let mut findings = Vec::new();
            for finding in &entry.findings {
                let program = finding.program.as_ref();
                let program =
                    program.and_then(|program| find_past(&self.ids.programs, program, judge));
                let opd = finding.opd.as_ref();
                let opd = opd.and_then(|opd| self.ids.opds.find(opd, opd.span, judge).ok());
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
fn check_realised(realised: &[model::Realised], judge: &mut Judge<'_>) {
    let mut seen = BTreeMap::new();
    for value in realised {
        let (name, year) = (value.indicator.value.as_str(), value.year.value);
        let key = (value.program.value.as_str(), name, year);
        let first = *seen.entry(key).or_insert(value.year.span);
        if first != value.year.span {
            judge.findings.push(rules::duplicate_entry::realised(
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
    judge: &mut Judge<'_>,
) -> Option<Id<Program>> {
    let called = ids.meant(reference).map(str::to_owned);
    if let Some(meant) = called.filter(|_| !ids.contains(reference)) {
        judge.rename(EntryRef::new(Kind::Program, &meant), reference);
        return ids.get(&meant);
    }
    if !ids.contains(reference) && !judge.may_be_lost(Kind::Program) {
        judge.findings.push(rules::gone_program::found(
            reference.span,
            reference,
            ids.names(),
        ));
    }
    if ids.span(reference).is_some() {
        judge.name(
            EntryRef::new(Kind::Program, reference.value.as_str()),
            reference.span,
        );
    }
    ids.get(reference)
}
