//! Second pass: references become indexes.

use super::lookup::{Judge, Lookup};
use super::{
    Concern, Evaluation, Id, Ids, Law, Partner, Pillar, Program, Proposal, Resolver, Support,
    ids_of,
};
use crate::finding::rules;
use crate::model;
use crate::model::{Kind, Reference};
use crate::source::{Span, Spanned};
use jiff::civil::Date;

impl Resolver<'_> {
    /// Fills the references of everything that has been registered.
    pub(super) fn link_entries(&mut self) {
        for id in ids_of(&self.programs) {
            let links = references(&self.ids, &mut self.judge, &self.programs[id].file);
            for partner in &links.partners {
                if let Partner::Opd(opd) = partner {
                    self.opds[*opd].partner_in.push(id);
                }
            }
            for &proposal in &links.answers {
                self.proposals[proposal].answered_by.push(id);
            }
            let program = &mut self.programs[id];
            program.also = links.also;
            program.partners = links.partners;
            program.supports = links.supports;
            program.answers = links.answers;
            program.depends_on = links.depends_on;
            program.districts = links.districts;
            program.laws = links.laws;
        }
        let judge = &mut self.judge;
        for id in ids_of(&self.pillars) {
            let reference = self.pillars[id].file.person_in_charge.clone();
            self.pillars[id].person_in_charge = find(&self.ids.opds, reference.as_ref(), judge);
        }
        for id in ids_of(&self.policies) {
            let reference = self.policies[id].entry.dimension.clone();
            self.policies[id].dimension = find(&self.ids.dimensions, reference.as_ref(), judge);
        }
        for id in ids_of(&self.goals) {
            let reference = self.goals[id].entry.mission.clone();
            self.goals[id].mission = find(&self.ids.missions, reference.as_ref(), judge);
        }
        for id in ids_of(&self.laws) {
            let reference = self.laws[id].entry.by.clone();
            self.laws[id].by = find(&self.ids.laws, reference.as_ref(), judge);
        }
        for id in ids_of(&self.needs) {
            let reference = self.needs[id].entry.pillar.clone();
            self.needs[id].pillar = find(&self.ids.pillars, reference.as_ref(), judge);
        }
        for id in ids_of(&self.members) {
            let entry = self.members[id].entry.clone();
            self.members[id].opd = find(&self.ids.opds, entry.opd.as_ref(), judge);
            self.members[id].stakeholder =
                find(&self.ids.stakeholders, entry.stakeholder.as_ref(), judge);
        }
        for id in ids_of(&self.proposals) {
            let reference = self.proposals[id].file.pillar.clone();
            self.proposals[id].pillar = find(&self.ids.pillars, reference.as_ref(), judge);
        }
    }

    /// What a programme refers to, for a programme that has no place.
    pub(super) fn judge_references(&mut self, file: &model::ProgramFile) {
        references(&self.ids, &mut self.judge, file);
    }

    pub(super) fn evaluations(&mut self, files: Vec<model::Named<model::EvaluationFile>>) {
        for model::Named { id, file, entry } in files {
            let date = id
                .parse::<Date>()
                .ok()
                .filter(|date| date.to_string() == id);
            let Some(date) = date else {
                self.judge
                    .findings
                    .push(rules::invalid_id::date(Span::file(file), &id));
                continue;
            };
            let Some(mut entry) = entry else { continue };
            let judge = &mut self.judge;
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
                let opd = find(&self.ids.opds, finding.opd.as_ref(), judge);
                findings.push(Concern { program, opd });
            }
            self.evaluations.push(Evaluation {
                date,
                file: entry,
                realised,
                findings,
            });
        }
    }
}

fn references(ids: &Ids, judge: &mut Judge<'_>, file: &model::ProgramFile) -> Links {
    Links {
        also: find_all(&ids.pillars, &file.also, judge),
        partners: unique(file.partners.iter().filter_map(|reference| {
            let (id, span) = (&reference.id, reference.span);
            match reference.kind {
                Kind::Opd => ids.opds.find(id, span, judge).map(Partner::Opd),
                Kind::Stakeholder => ids
                    .stakeholders
                    .find(id, span, judge)
                    .map(Partner::Stakeholder),
                _ => {
                    wrong_kind(reference, "`opd:`, `stakeholder:`", judge);
                    None
                }
            }
        })),
        supports: unique(file.supports.iter().filter_map(|reference| {
            let (id, span) = (&reference.id, reference.span);
            match reference.kind {
                Kind::Goal => ids.goals.find(id, span, judge).map(Support::Goal),
                Kind::Priority => ids.priorities.find(id, span, judge).map(Support::Priority),
                Kind::Policy => ids.policies.find(id, span, judge).map(Support::Policy),
                Kind::Need => ids.needs.find(id, span, judge).map(Support::Need),
                _ => {
                    let kinds = "`goal:`, `priority:`, `policy:`, `need:`";
                    wrong_kind(reference, kinds, judge);
                    None
                }
            }
        })),
        answers: find_all(&ids.proposals, &file.answers, judge),
        depends_on: find_all(&ids.programs, &file.depends_on, judge),
        districts: find_all(&ids.districts, &file.districts, judge),
        laws: find_all(&ids.laws, &file.laws, judge),
    }
}

struct Links {
    also: Vec<Id<Pillar>>,
    partners: Vec<Partner>,
    supports: Vec<Support>,
    answers: Vec<Id<Proposal>>,
    depends_on: Vec<Id<Program>>,
    districts: Vec<Id<model::DistrictEntry>>,
    laws: Vec<Id<Law>>,
}

fn find<T>(
    ids: &Lookup<T>,
    reference: Option<&Spanned<String>>,
    judge: &mut Judge<'_>,
) -> Option<Id<T>> {
    let reference = reference?;
    ids.find(reference, reference.span, judge)
}

/// A programme that an evaluation was about. It may have left the plan since.
fn find_past(
    ids: &Lookup<Program>,
    reference: &Spanned<String>,
    judge: &mut Judge<'_>,
) -> Option<Id<Program>> {
    if !ids.contains(reference) {
        judge.findings.push(rules::gone_program::found(
            reference.span,
            reference,
            ids.names(),
        ));
    }
    ids.get(reference)
}

fn find_all<T>(
    ids: &Lookup<T>,
    references: &[Spanned<String>],
    judge: &mut Judge<'_>,
) -> Vec<Id<T>> {
    unique(
        references
            .iter()
            .filter_map(|reference| ids.find(reference, reference.span, judge)),
    )
}

/// A reference that stands twice counts once.
fn unique<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut all = Vec::new();
    for item in items {
        if !all.contains(&item) {
            all.push(item);
        }
    }
    all
}

fn wrong_kind(reference: &Reference, allowed: &str, judge: &mut Judge<'_>) {
    judge.findings.push(rules::invalid_value::kind(
        reference.span,
        reference.kind.name(),
        allowed,
    ));
}
