//! First pass: the entries of the registry get their places and ids.

use std::collections::BTreeMap;

use super::ids::{check_ids, register};
use super::{Goal, Law, Member, Need, Resolver};
use crate::finding::Findings;
use crate::language::message;
use crate::model;
use crate::model::{Listed, RegistryFile};
use crate::resolve::rules;
use crate::source::{Span, Spanned};

impl Resolver<'_> {
    pub(super) fn registry(&mut self, mut files: Vec<RegistryFile>) {
        let (ids, findings) = (&mut self.ids, &mut *self.context.findings);
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
}

/// One list of every file.
fn lists<E>(
    files: &mut [RegistryFile],
    of: impl Fn(&mut RegistryFile) -> &mut Listed<E>,
) -> Vec<Listed<E>> {
    let files = files.iter_mut();
    files.map(|file| std::mem::take(of(file))).collect()
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
