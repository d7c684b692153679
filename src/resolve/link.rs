//! Second pass: references become indexes.

use super::lookup::{Judge, Lookup, Missing};
use super::{Id, Ids, Law, Partner, Pillar, Program, Proposal, Resolver, Support, ids_of};
use crate::model;
use crate::model::rules::invalid_value;
use crate::model::{Gaps, Kind, Reference};
use crate::source::Spanned;

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
            program.file.gaps = links.gaps;
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
            let file = &mut self.pillars[id].file;
            let reference = file.person_in_charge.as_ref();
            let (gaps, key) = (&mut file.gaps, "person-in-charge");
            self.pillars[id].person_in_charge = find(&self.ids.opds, key, reference, judge, gaps);
        }
        for id in ids_of(&self.policies) {
            let reference = self.policies[id].entry.dimension.clone();
            let (gaps, key) = (&mut Gaps::default(), "dimension");
            let dimensions = &self.ids.dimensions;
            self.policies[id].dimension = find(dimensions, key, reference.as_ref(), judge, gaps);
        }
        for id in ids_of(&self.goals) {
            let entry = &mut self.goals[id].entry;
            let (gaps, reference) = (&mut entry.gaps, entry.mission.as_ref());
            let found = find(&self.ids.missions, "mission", reference, judge, gaps);
            self.goals[id].mission = found;
        }
        for id in ids_of(&self.laws) {
            let entry = &mut self.laws[id].entry;
            let (gaps, reference) = (&mut entry.gaps, entry.by.as_ref());
            let found = find(&self.ids.laws, "by", reference, judge, gaps);
            self.laws[id].by = found;
        }
        for id in ids_of(&self.needs) {
            let reference = self.needs[id].entry.pillar.as_ref();
            let gaps = &mut Gaps::default();
            self.needs[id].pillar = find(&self.ids.pillars, "pillar", reference, judge, gaps);
        }
        for id in ids_of(&self.members) {
            let entry = &mut self.members[id].entry;
            let (gaps, opd) = (&mut entry.gaps, entry.opd.as_ref());
            let opd = find(&self.ids.opds, "opd", opd, judge, gaps);
            let (stakeholders, reference) = (&self.ids.stakeholders, entry.stakeholder.as_ref());
            let stakeholder = find(stakeholders, "stakeholder", reference, judge, gaps);
            self.members[id].opd = opd;
            self.members[id].stakeholder = stakeholder;
        }
        for id in ids_of(&self.proposals) {
            let reference = self.proposals[id].file.pillar.as_ref();
            let gaps = &mut Gaps::default();
            self.proposals[id].pillar = find(&self.ids.pillars, "pillar", reference, judge, gaps);
        }
    }

    /// What a programme refers to, for a programme that has no place.
    pub(super) fn judge_references(&mut self, file: &mut model::ProgramFile) {
        file.gaps = references(&self.ids, &mut self.judge, file).gaps;
    }
}

fn references(ids: &Ids, judge: &mut Judge<'_>, file: &model::ProgramFile) -> Links {
    let mut gaps = file.gaps.clone();
    let mut partners = Vec::new();
    for reference in &file.partners {
        let (id, span) = (&reference.id, reference.span);
        let found = match reference.kind {
            Kind::Opd => ids.opds.find(id, span, judge).map(Partner::Opd),
            Kind::Stakeholder => {
                let found = ids.stakeholders.find(id, span, judge);
                found.map(Partner::Stakeholder)
            }
            Kind::Program
            | Kind::Pillar
            | Kind::Dimension
            | Kind::Policy
            | Kind::Mission
            | Kind::Goal
            | Kind::Priority
            | Kind::Need
            | Kind::Law
            | Kind::District
            | Kind::Proposal
            | Kind::Chapter => {
                wrong_kind(reference, "`opd:`, `stakeholder:`", judge);
                gaps.add("partners");
                continue;
            }
        };
        keep(&mut partners, found, "partners", reference.kind, &mut gaps);
    }
    let mut supports = Vec::new();
    for reference in &file.supports {
        let (id, span) = (&reference.id, reference.span);
        let found = match reference.kind {
            Kind::Goal => ids.goals.find(id, span, judge).map(Support::Goal),
            Kind::Priority => ids.priorities.find(id, span, judge).map(Support::Priority),
            Kind::Policy => ids.policies.find(id, span, judge).map(Support::Policy),
            Kind::Need => ids.needs.find(id, span, judge).map(Support::Need),
            Kind::Program
            | Kind::Opd
            | Kind::Pillar
            | Kind::Dimension
            | Kind::Mission
            | Kind::Law
            | Kind::District
            | Kind::Stakeholder
            | Kind::Proposal
            | Kind::Chapter => {
                let kinds = "`goal:`, `priority:`, `policy:`, `need:`";
                wrong_kind(reference, kinds, judge);
                gaps.add("supports");
                continue;
            }
        };
        keep(&mut supports, found, "supports", reference.kind, &mut gaps);
    }
    Links {
        partners,
        supports,
        also: find_all(&ids.pillars, "also", &file.also, judge, &mut gaps),
        answers: find_all(&ids.proposals, "answers", &file.answers, judge, &mut gaps),
        depends_on: find_all(
            &ids.programs,
            "depends-on",
            &file.depends_on,
            judge,
            &mut gaps,
        ),
        districts: find_all(
            &ids.districts,
            "districts",
            &file.districts,
            judge,
            &mut gaps,
        ),
        laws: find_all(&ids.laws, "laws", &file.laws, judge, &mut gaps),
        gaps,
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
    gaps: Gaps,
}

/// The entry behind an optional key; one that is not found is a gap there.
fn find<T>(
    ids: &Lookup<T>,
    key: &'static str,
    reference: Option<&Spanned<String>>,
    judge: &mut Judge<'_>,
    gaps: &mut Gaps,
) -> Option<Id<T>> {
    let reference = reference?;
    match ids.find(reference, reference.span, judge) {
        Ok(found) => Some(found),
        Err(missing) => {
            note(missing, key, ids.kind(), gaps);
            None
        }
    }
}

fn find_all<T>(
    ids: &Lookup<T>,
    key: &'static str,
    references: &[Spanned<String>],
    judge: &mut Judge<'_>,
    gaps: &mut Gaps,
) -> Vec<Id<T>> {
    let mut all = Vec::new();
    for reference in references {
        let found = ids.find(reference, reference.span, judge);
        keep(&mut all, found, key, ids.kind(), gaps);
    }
    all
}

/// Keeps what a reference leads to; one that stands twice counts once.
fn keep<T: PartialEq>(
    all: &mut Vec<T>,
    found: Result<T, Missing>,
    key: &'static str,
    kind: Kind,
    gaps: &mut Gaps,
) {
    match found {
        Ok(found) if all.contains(&found) => {}
        Ok(found) => all.push(found),
        Err(missing) => note(missing, key, kind, gaps),
    }
}

fn note(missing: Missing, key: &'static str, kind: Kind, gaps: &mut Gaps) {
    match missing {
        Missing::Unread => gaps.add_unread(key, kind),
        Missing::Unknown => gaps.add_unknown(key, kind),
    }
}

fn wrong_kind(reference: &Reference, allowed: &str, judge: &mut Judge<'_>) {
    judge.findings.push(invalid_value::kind(
        reference.span,
        reference.kind.name(),
        allowed,
    ));
}
