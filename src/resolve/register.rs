//! First pass: everything gets its place and its id.

use std::collections::BTreeMap;

use super::arena::Id;
use super::lookup::Lookup;
use super::{Dimension, Goal, Law, Member, Need, Opd, Pillar, Policy, Proposal, Resolver};
use crate::finding::{Findings, rules};
use crate::language::{Message, message};
use crate::model;
use crate::model::{Kind, Listed, RegistryFile, is_id};
use crate::source::{FileIndex, Span, Spanned};

impl Resolver<'_> {
    pub(super) fn pillars(&mut self, mut files: Vec<model::NamedPillar>) {
        files.sort_by_cached_key(|named| {
            let order = named.entry.as_ref().map(|file| file.order.value);
            (order.unwrap_or(u32::MAX), named.id.clone())
        });
        let ids = files.iter();
        let ids = ids.map(|named| (named.id.as_str(), Span::file(named.file)));
        self.ids.pillars.announce(ids);
        let (mut dimensions, mut policies) = (Vec::new(), Vec::new());
        for model::NamedPillar { id, file, entry } in files {
            let span = Span::file(file);
            let findings = &mut *self.judge.findings;
            if self.ids.pillars.is_twin(&id, span, findings) {
                // Programmes may work on what it says.
                self.judge.lost.id(Kind::Dimension, span);
                self.judge.lost.id(Kind::Policy, span);
                continue;
            }
            let entry = match entry {
                Ok(entry) => entry,
                Err(remains) => {
                    self.ids.pillars.insert(&id, span, None, findings);
                    self.lose_pillar(span, remains.as_ref());
                    if let Some(left) = remains {
                        dimensions.push(left.dimensions.unread(|entry| entry.id));
                        policies.push(left.policies.unread(|entry| entry.id));
                    }
                    continue;
                }
            };
            check_code(&entry.code, self.judge.findings);
            self.check_code_is_free(&entry.code);
            check_color(entry.color.as_ref(), self.judge.findings);
            let (lost, gaps) = (&mut self.judge.lost, &entry.gaps);
            lost.list(Kind::Dimension, "dimension", &entry.dimensions, gaps, span);
            lost.list(Kind::Policy, "policy", &entry.policies, gaps, span);
            let (mine, directions) = (entry.dimensions.clone(), entry.policies.clone());
            let pillar = self.pillars.push(Pillar {
                id: id.clone(),
                file: entry,
                person_in_charge: None,
                dimensions: Vec::new(),
                policies: Vec::new(),
                programs: Vec::new(),
                narrative: Vec::new(),
            });
            let findings = &mut *self.judge.findings;
            self.ids.pillars.insert(&id, span, Some(pillar), findings);
            dimensions.push(mine.map(|entry| (pillar, entry)));
            policies.push(directions.map(|entry| (pillar, entry)));
        }
        let (ids, findings) = (&mut self.ids, &mut *self.judge.findings);
        let place = |(pillar, entry)| {
            let dimension = self.dimensions.push(Dimension { pillar, entry });
            self.pillars[pillar].dimensions.push(dimension);
            dimension
        };
        let id = |(_, entry): &(Id<Pillar>, model::DimensionEntry)| entry.id.clone();
        register(&mut ids.dimensions, dimensions, id, findings, place);
        let place = |(pillar, entry)| {
            let policy = self.policies.push(Policy {
                pillar,
                dimension: None,
                entry,
            });
            self.pillars[pillar].policies.push(policy);
            policy
        };
        let id = |(_, entry): &(Id<Pillar>, model::PolicyEntry)| entry.id.clone();
        register(&mut ids.policies, policies, id, findings, place);
    }

    /// Notes that a pillar has no entry, and what is lost with it.
    fn lose_pillar(&mut self, span: Span, remains: Option<&model::PillarRemains>) {
        let lost = &mut self.judge.lost;
        lost.entry(Kind::Pillar.into(), span);
        match remains {
            Some(left) => {
                let gaps = &left.gaps;
                lost.entry(Kind::Dimension.into(), span);
                lost.list(Kind::Dimension, "dimension", &left.dimensions, gaps, span);
                lost.entry(Kind::Policy.into(), span);
                lost.list(Kind::Policy, "policy", &left.policies, gaps, span);
            }
            None => {
                lost.with_id(Kind::Dimension, span);
                lost.with_id(Kind::Policy, span);
            }
        }
    }

    /// Two pillars with one code would print two programmes as `GOV-01`.
    fn check_code_is_free(&mut self, code: &Spanned<String>) {
        let mut taken = self.pillars.values().map(|pillar| &pillar.file.code);
        if let Some(first) = taken.find(|other| other.value == code.value) {
            self.judge.findings.push(rules::duplicate_id::pillar_code(
                code.span, first.span, code,
            ));
        }
    }

    pub(super) fn opds(&mut self, mut files: Vec<model::Named<model::OpdFile>>) {
        files.sort_by_cached_key(|named| {
            let order = named.entry.as_ref().and_then(|file| file.order.as_ref());
            (
                order.map_or(u32::MAX, |order| order.value),
                named.id.clone(),
            )
        });
        let (ids, findings) = (&mut self.ids.opds, &mut *self.judge.findings);
        ids.announce(spans(&files));
        for model::Named { id, file, entry } in files {
            let span = Span::file(file);
            if ids.is_twin(&id, span, findings) {
                continue;
            }
            if entry.is_none() {
                self.judge.lost.entry(Kind::Opd.into(), span);
            }
            let index = entry.map(|file| {
                check_ceilings(&file.ceilings, findings);
                self.opds.push(Opd {
                    id: id.clone(),
                    file,
                    programs: Vec::new(),
                    partner_in: Vec::new(),
                    narrative: Vec::new(),
                })
            });
            ids.insert(&id, span, index, findings);
        }
    }

    pub(super) fn registry(&mut self, mut files: Vec<RegistryFile>) {
        let (ids, findings) = (&mut self.ids, &mut *self.judge.findings);
        for file in &mut files {
            once(&mut self.rpjmd, file.rpjmd.take(), "rpjmd", findings);
            once(&mut self.council, file.council.take(), "council", findings);
        }
        let missions = lists(&mut files, |file| &mut file.missions);
        let id = |entry: &model::MissionEntry| entry.id.clone();
        register(&mut ids.missions, missions, id, findings, |entry| {
            self.missions.push(entry)
        });
        let goals = lists(&mut files, |file| &mut file.goals);
        let id = |entry: &model::GoalEntry| entry.id.clone();
        register(&mut ids.goals, goals, id, findings, |entry| {
            self.goals.push(Goal {
                mission: None,
                entry,
            })
        });
        let priorities = lists(&mut files, |file| &mut file.priorities);
        let id = |entry: &model::PriorityEntry| entry.id.clone();
        register(&mut ids.priorities, priorities, id, findings, |entry| {
            self.priorities.push(entry)
        });
        check_priorities(self.priorities.values(), findings);
        let stakeholders = lists(&mut files, |file| &mut file.stakeholders);
        let id = |entry: &model::StakeholderEntry| entry.id.clone();
        register(&mut ids.stakeholders, stakeholders, id, findings, |entry| {
            self.stakeholders.push(entry)
        });
        let laws = lists(&mut files, |file| &mut file.laws);
        let id = |entry: &model::LawEntry| entry.id.clone();
        register(&mut ids.laws, laws, id, findings, |entry| {
            self.laws.push(Law { by: None, entry })
        });
        let districts = lists(&mut files, |file| &mut file.districts);
        let id = |entry: &model::DistrictEntry| entry.id.clone();
        register(&mut ids.districts, districts, id, findings, |entry| {
            self.districts.push(entry)
        });
        let needs = lists(&mut files, |file| &mut file.needs);
        let id = |entry: &model::NeedEntry| entry.id.clone();
        register(&mut ids.needs, needs, id, findings, |entry| {
            self.needs.push(Need {
                pillar: None,
                entry,
            })
        });
        let readiness = files.iter().flat_map(|file| &file.readiness);
        let readiness = readiness.map(|entry| &entry.id);
        check_ids(readiness, || message!("kind-readiness"), findings);
        let mut short: BTreeMap<String, Span> = BTreeMap::new();
        for file in files {
            for entry in file.members {
                self.members.push(Member {
                    opd: None,
                    stakeholder: None,
                    entry,
                });
            }
            for entry in file.readiness {
                self.readiness.push(entry);
            }
            for entry in file.abbreviations {
                let span = entry.short.span;
                let first = *short.entry(entry.short.value.clone()).or_insert(span);
                if first == span {
                    self.abbreviations.push(entry);
                } else {
                    findings.push(rules::duplicate_entry::abbreviation(
                        span,
                        first,
                        &entry.short,
                    ));
                }
            }
        }
    }

    pub(super) fn proposals(&mut self, files: Vec<model::Named<model::ProposalFile>>) {
        let (ids, findings) = (&mut self.ids.proposals, &mut *self.judge.findings);
        ids.announce(spans(&files));
        for model::Named { id, file, entry } in files {
            let span = Span::file(file);
            if ids.is_twin(&id, span, findings) {
                continue;
            }
            if entry.is_none() {
                self.judge.lost.entry(Kind::Proposal.into(), span);
            }
            let index = entry.map(|file| {
                self.proposals.push(Proposal {
                    id: id.clone(),
                    pillar: None,
                    answered_by: Vec::new(),
                    file,
                })
            });
            ids.insert(&id, span, index, findings);
        }
    }

    /// Registers the programmes without an index, so that the position of each
    /// can depend on its pillar and number.
    pub(super) fn program_ids(&mut self, files: &[model::NamedProgram]) {
        let (lookup, findings) = (&mut self.ids.programs, &mut *self.judge.findings);
        let ids = files.iter();
        let ids = ids.map(|named| (named.id.as_str(), Span::file(named.file)));
        lookup.announce(ids.clone());
        for (id, span) in ids {
            if !lookup.is_twin(id, span, findings) {
                lookup.insert(id, span, None, findings);
            }
        }
    }

    pub(super) fn chapter_ids(&mut self, files: &[(String, FileIndex)]) {
        let (lookup, findings) = (&mut self.ids.chapters, &mut *self.judge.findings);
        let ids = files.iter();
        let ids = ids.map(|(id, file)| (id.as_str(), Span::file(*file)));
        lookup.announce(ids.clone());
        for (id, span) in ids {
            if !lookup.is_twin(id, span, findings) {
                lookup.insert(id, span, None, findings);
            }
        }
    }
}

/// The ids of files, each at the beginning of its file.
fn spans<T>(files: &[model::Named<T>]) -> impl Iterator<Item = (&str, Span)> + Clone {
    let files = files.iter();
    files.map(|named| (named.id.as_str(), Span::file(named.file)))
}

/// One list of every file.
fn lists<E>(
    files: &mut [RegistryFile],
    of: impl Fn(&mut RegistryFile) -> &mut Listed<E>,
) -> Vec<Listed<E>> {
    let files = files.iter_mut();
    files.map(|file| std::mem::take(of(file))).collect()
}

/// Gives the entries of lists their places and ids; entries that could not be
/// read get an id alone.
fn register<T, E>(
    lookup: &mut Lookup<T>,
    lists: Vec<Listed<E>>,
    id: impl Fn(&E) -> Spanned<String>,
    findings: &mut Findings,
    mut place: impl FnMut(E) -> Id<T>,
) {
    let mut all: Vec<(Spanned<String>, Option<E>)> = Vec::new();
    for list in lists {
        let entries = list.entries.into_iter();
        all.extend(entries.map(|entry| (id(&entry), Some(entry))));
        let unread = list.unread.into_iter().flatten();
        all.extend(unread.map(|id| (id, None)));
    }
    lookup.announce(all.iter().map(|(id, _)| (id.value.as_str(), id.span)));
    for (id, entry) in all {
        if !lookup.is_twin(&id, id.span, findings) {
            let index = entry.map(&mut place);
            lookup.insert(&id, id.span, index, findings);
        }
    }
}

/// Judges ids that nothing refers to.
pub(super) fn check_ids<'a>(
    ids: impl Iterator<Item = &'a Spanned<String>> + Clone,
    kind: impl Fn() -> Message,
    findings: &mut Findings,
) {
    let mut seen: BTreeMap<String, &Spanned<String>> = BTreeMap::new();
    // A well-formed id counts before another that differs in case only.
    let (good, bad): (Vec<_>, Vec<_>) = ids.partition(|id| is_id(id));
    for id in good.into_iter().chain(bad) {
        match seen.get(&id.to_lowercase()) {
            Some(first) if first.value == id.value => {
                findings.push(rules::duplicate_id::found(id.span, first.span, kind(), id));
            }
            Some(first) => {
                let finding = rules::id_case::found(id.span, first.span, kind(), id, first);
                findings.push(finding);
            }
            None => {
                if !is_id(id) {
                    findings.push(rules::invalid_id::found(id.span, kind(), id));
                }
                seen.insert(id.to_lowercase(), id);
            }
        }
    }
}

/// Two ceilings for one year would both be the ceiling.
fn check_ceilings(ceilings: &[model::Ceiling], findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for ceiling in ceilings {
        let span = ceiling.year.span;
        let first = *seen.entry(ceiling.year.value).or_insert(span);
        if first != span {
            let year = ceiling.year.value.to_string();
            findings.push(rules::duplicate_entry::ceiling(span, first, &year));
        }
    }
}

/// The RPJMD numbers its priority programmes, each once.
fn check_priorities<'a>(
    priorities: impl Iterator<Item = &'a model::PriorityEntry>,
    findings: &mut Findings,
) {
    let mut seen = BTreeMap::new();
    for priority in priorities {
        let span = priority.number.span;
        let first = *seen.entry(priority.number.value).or_insert(span);
        if first != span {
            let number = priority.number.value.to_string();
            findings.push(rules::duplicate_entry::priority(span, first, &number));
        }
    }
}

/// Keeps the first of tables that may stand once.
fn once<T>(
    slot: &mut Option<Spanned<T>>,
    found: Option<Spanned<T>>,
    name: &str,
    findings: &mut Findings,
) {
    match (&slot, found) {
        (Some(first), Some(second)) => {
            findings.push(rules::duplicate_entry::table(second.span, first.span, name))
        }
        (None, Some(found)) => *slot = Some(found),
        (_, None) => {}
    }
}

fn check_code(code: &Spanned<String>, findings: &mut Findings) {
    let good = (2..=5).contains(&code.value.len())
        && code.value.bytes().all(|byte| byte.is_ascii_uppercase());
    if !good {
        findings.push(
            rules::invalid_value::found(
                code.span,
                message!("invalid-value.prefix", code = &code.value),
            )
            .hint(message!("invalid-value.prefix-hint")),
        );
    }
}

fn check_color(color: Option<&Spanned<String>>, findings: &mut Findings) {
    let Some(color) = color else { return };
    let good = color
        .value
        .strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if !good {
        findings.push(
            rules::invalid_value::found(
                color.span,
                message!("invalid-value.color", color = &color.value),
            )
            .hint(message!("invalid-value.color-hint")),
        );
    }
}
