//! Second pass: references become indexes.

use std::collections::BTreeMap;

use super::lookup::{Lookup, Missing, ResolveContext};
use super::{Id, Ids, Law, Opd, Partner, Pillar, Program, Proposal, Resolver, Support, ids_of};
use crate::model;
use crate::model::rules::invalid_value;
use crate::model::{InvalidKeys, Kind, Reference};
use crate::source::Spanned;

impl Resolver<'_> {
    /// Fills the references of everything that has been registered.
    pub(super) fn link_entries(&mut self) {
        for id in ids_of(&self.programs) {
            let links = references(&self.ids, &mut self.context, &self.programs[id].file);
            for partner in &links.partners {
                if let Partner::Opd(opd) = partner {
                    self.opds[*opd].partner_in.push(id);
                }
            }
            for &proposal in &links.answers {
                self.proposals[proposal].answered_by.push(id);
            }
            let program = &mut self.programs[id];
            program.file.invalid_keys = links.invalid_keys;
            program.also = links.also;
            program.partners = links.partners;
            program.supports = links.supports;
            program.answers = links.answers;
            program.depends_on = links.depends_on;
            program.districts = links.districts;
            program.laws = links.laws;
            for opd in links.spenders.values() {
                let spends_in = &mut self.opds[*opd].spends_in;
                if spends_in.last() != Some(&id) && !spends_in.contains(&id) {
                    spends_in.push(id);
                }
            }
            program.spenders = links.spenders;
            program.places = links.places;
        }
        let context = &mut self.context;
        for id in ids_of(&self.pillars) {
            let file = &mut self.pillars[id].file;
            let reference = file.person_in_charge.as_ref();
            let (invalid_keys, key) = (&mut file.invalid_keys, "person-in-charge");
            self.pillars[id].person_in_charge =
                find(&self.ids.opds, key, reference, context, invalid_keys);
        }
        for id in ids_of(&self.policies) {
            let reference = self.policies[id].entry.dimension.clone();
            let (invalid_keys, key) = (&mut InvalidKeys::default(), "dimension");
            let dimensions = &self.ids.dimensions;
            self.policies[id].dimension =
                find(dimensions, key, reference.as_ref(), context, invalid_keys);
        }
        for id in ids_of(&self.goals) {
            let entry = &mut self.goals[id].entry;
            let (invalid_keys, reference) = (&mut entry.invalid_keys, entry.mission.as_ref());
            let found = find(
                &self.ids.missions,
                "mission",
                reference,
                context,
                invalid_keys,
            );
            self.goals[id].mission = found;
        }
        for id in ids_of(&self.laws) {
            let entry = &mut self.laws[id].entry;
            let (invalid_keys, reference) = (&mut entry.invalid_keys, entry.by.as_ref());
            let found = find(&self.ids.laws, "by", reference, context, invalid_keys);
            self.laws[id].by = found;
        }
        for id in ids_of(&self.needs) {
            let reference = self.needs[id].entry.pillar.as_ref();
            let invalid_keys = &mut InvalidKeys::default();
            self.needs[id].pillar = find(
                &self.ids.pillars,
                "pillar",
                reference,
                context,
                invalid_keys,
            );
        }
        for id in ids_of(&self.members) {
            let entry = &mut self.members[id].entry;
            let (invalid_keys, opd) = (&mut entry.invalid_keys, entry.opd.as_ref());
            let opd = find(&self.ids.opds, "opd", opd, context, invalid_keys);
            let (stakeholders, reference) = (&self.ids.stakeholders, entry.stakeholder.as_ref());
            let stakeholder = find(
                stakeholders,
                "stakeholder",
                reference,
                context,
                invalid_keys,
            );
            self.members[id].opd = opd;
            self.members[id].stakeholder = stakeholder;
        }
        for id in ids_of(&self.proposals) {
            let reference = self.proposals[id].file.pillar.as_ref();
            let invalid_keys = &mut InvalidKeys::default();
            self.proposals[id].pillar = find(
                &self.ids.pillars,
                "pillar",
                reference,
                context,
                invalid_keys,
            );
        }
    }

    /// What a programme refers to, for a programme that has no place.
    pub(super) fn judge_references(&mut self, file: &mut model::ProgramFile) {
        file.invalid_keys = references(&self.ids, &mut self.context, file).invalid_keys;
    }
}

fn references(ids: &Ids, context: &mut ResolveContext<'_>, file: &model::ProgramFile) -> Links {
    let mut invalid_keys = file.invalid_keys.clone();
    let mut partners = Vec::new();
    for reference in &file.partners {
        let (id, span) = (&reference.id, reference.span);
        let found = match reference.kind {
            Kind::Opd => ids.opds.find(id, span, context).map(Partner::Opd),
            Kind::Stakeholder => {
                let found = ids.stakeholders.find(id, span, context);
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
                wrong_kind(reference, "`opd:`, `stakeholder:`", context);
                invalid_keys.add("partners");
                continue;
            }
        };
        keep(
            &mut partners,
            found,
            "partners",
            reference.kind,
            &mut invalid_keys,
        );
    }
    let mut supports = Vec::new();
    for reference in &file.supports {
        let (id, span) = (&reference.id, reference.span);
        let found = match reference.kind {
            Kind::Goal => ids.goals.find(id, span, context).map(Support::Goal),
            Kind::Priority => ids
                .priorities
                .find(id, span, context)
                .map(Support::Priority),
            Kind::Policy => ids.policies.find(id, span, context).map(Support::Policy),
            Kind::Need => ids.needs.find(id, span, context).map(Support::Need),
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
                wrong_kind(reference, kinds, context);
                invalid_keys.add("supports");
                continue;
            }
        };
        keep(
            &mut supports,
            found,
            "supports",
            reference.kind,
            &mut invalid_keys,
        );
    }
    let named = file.stated_lines().filter_map(|line| line.opd.as_ref());
    let spenders = find_named(&ids.opds, "budget", named, context, &mut invalid_keys);
    let named = file.levels().flat_map(|level| level.districts());
    let places = find_named(
        &ids.districts,
        "districts",
        named,
        context,
        &mut invalid_keys,
    );
    Links {
        partners,
        supports,
        spenders,
        places,
        also: find_all(&ids.pillars, "also", &file.also, context, &mut invalid_keys),
        answers: find_all(
            &ids.proposals,
            "answers",
            &file.answers,
            context,
            &mut invalid_keys,
        ),
        depends_on: find_all(
            &ids.programs,
            "depends-on",
            &file.depends_on,
            context,
            &mut invalid_keys,
        ),
        districts: find_all(
            &ids.districts,
            "districts",
            &file.districts,
            context,
            &mut invalid_keys,
        ),
        laws: find_all(&ids.laws, "laws", &file.laws, context, &mut invalid_keys),
        invalid_keys,
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
    spenders: BTreeMap<String, Id<Opd>>,
    places: BTreeMap<String, Id<model::DistrictEntry>>,
    invalid_keys: InvalidKeys,
}

/// The entry behind an optional key; one that is not found is a gap there.
fn find<T>(
    ids: &Lookup<T>,
    key: &'static str,
    reference: Option<&Spanned<String>>,
    context: &mut ResolveContext<'_>,
    invalid_keys: &mut InvalidKeys,
) -> Option<Id<T>> {
    let reference = reference?;
    match ids.find(reference, reference.span, context) {
        Ok(found) => Some(found),
        Err(missing) => {
            note(missing, key, ids.kind(), invalid_keys);
            None
        }
    }
}

fn find_all<T>(
    ids: &Lookup<T>,
    key: &'static str,
    references: &[Spanned<String>],
    context: &mut ResolveContext<'_>,
    invalid_keys: &mut InvalidKeys,
) -> Vec<Id<T>> {
    let mut all = Vec::new();
    for reference in references {
        let found = ids.find(reference, reference.span, context);
        keep(&mut all, found, key, ids.kind(), invalid_keys);
    }
    all
}

/// The entries behind ids that stand at several places, by their ids.
fn find_named<'r, T>(
    ids: &Lookup<T>,
    key: &'static str,
    references: impl Iterator<Item = &'r Spanned<String>>,
    context: &mut ResolveContext<'_>,
    invalid_keys: &mut InvalidKeys,
) -> BTreeMap<String, Id<T>> {
    let mut named = BTreeMap::new();
    for reference in references {
        match ids.find(reference, reference.span, context) {
            Ok(found) => {
                named.insert(reference.value.clone(), found);
            }
            Err(missing) => note(missing, key, ids.kind(), invalid_keys),
        }
    }
    named
}

/// Keeps what a reference leads to; one that stands twice counts once.
fn keep<T: PartialEq>(
    all: &mut Vec<T>,
    found: Result<T, Missing>,
    key: &'static str,
    kind: Kind,
    invalid_keys: &mut InvalidKeys,
) {
    match found {
        Ok(found) if all.contains(&found) => {}
        Ok(found) => all.push(found),
        Err(missing) => note(missing, key, kind, invalid_keys),
    }
}

fn note(missing: Missing, key: &'static str, kind: Kind, invalid_keys: &mut InvalidKeys) {
    match missing {
        Missing::Unread => invalid_keys.add_unread(key, kind),
        Missing::Unknown => invalid_keys.add_unknown(key, kind),
    }
}

fn wrong_kind(reference: &Reference, allowed: &str, context: &mut ResolveContext<'_>) {
    context.findings.push(invalid_value::kind(
        reference.span,
        reference.kind.name(),
        allowed,
    ));
}
