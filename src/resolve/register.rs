//! First pass: everything gets its place and its id.

use super::{Dimension, Goal, Law, Member, Need, Opd, Pillar, Policy, Proposal, Resolver};
use crate::finding::{Findings, rules};
use crate::language::message;
use crate::model;
use crate::source::{FileIndex, Span, Spanned};

impl Resolver<'_> {
    pub(super) fn pillars(&mut self, mut files: Vec<model::Named<model::PillarFile>>) {
        files.sort_by_cached_key(|named| {
            let order = named
                .entry
                .as_ref()
                .map_or(u32::MAX, |file| file.order.value);
            (order, named.id.clone())
        });
        for model::Named { id, file, entry } in files {
            let Some(entry) = entry else {
                self.ids
                    .pillars
                    .insert(&id, Span::file(file), None, self.judge.findings);
                continue;
            };
            check_code(&entry.code, self.judge.findings);
            self.check_code_is_free(&entry.code);
            check_color(entry.color.as_ref(), self.judge.findings);
            let (dimensions, policies) = (entry.dimensions.clone(), entry.policies.clone());
            let span = entry.span;
            let pillar = self.pillars.push(Pillar {
                id: id.clone(),
                file: entry,
                person_in_charge: None,
                dimensions: Vec::new(),
                policies: Vec::new(),
                programs: Vec::new(),
                narrative: Vec::new(),
            });
            self.ids
                .pillars
                .insert(&id, span, Some(pillar), self.judge.findings);
            for entry in dimensions {
                let name = entry.id.clone();
                let dimension = self.dimensions.push(Dimension { pillar, entry });
                self.ids
                    .dimensions
                    .insert(&name, name.span, Some(dimension), self.judge.findings);
                self.pillars[pillar].dimensions.push(dimension);
            }
            for entry in policies {
                let name = entry.id.clone();
                let policy = self.policies.push(Policy {
                    pillar,
                    dimension: None,
                    entry,
                });
                self.ids
                    .policies
                    .insert(&name, name.span, Some(policy), self.judge.findings);
                self.pillars[pillar].policies.push(policy);
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
        for model::Named { id, file, entry } in files {
            let index = entry.map(|file| {
                self.opds.push(Opd {
                    id: id.clone(),
                    file,
                    programs: Vec::new(),
                    partner_in: Vec::new(),
                    narrative: Vec::new(),
                })
            });
            self.ids
                .opds
                .insert(&id, Span::file(file), index, self.judge.findings);
        }
    }

    pub(super) fn registry(&mut self, files: Vec<model::RegistryFile>) {
        let findings = &mut *self.judge.findings;
        for file in files {
            once(&mut self.rpjmd, file.rpjmd, "rpjmd", findings);
            once(&mut self.council, file.council, "council", findings);
            for entry in file.missions {
                let id = entry.id.clone();
                let index = self.missions.push(entry);
                self.ids
                    .missions
                    .insert(&id, id.span, Some(index), findings);
            }
            for entry in file.goals {
                let id = entry.id.clone();
                let index = self.goals.push(Goal {
                    mission: None,
                    entry,
                });
                self.ids.goals.insert(&id, id.span, Some(index), findings);
            }
            for entry in file.priorities {
                let id = entry.id.clone();
                let index = self.priorities.push(entry);
                self.ids
                    .priorities
                    .insert(&id, id.span, Some(index), findings);
            }
            for entry in file.members {
                self.members.push(Member {
                    opd: None,
                    stakeholder: None,
                    entry,
                });
            }
            for entry in file.stakeholders {
                let id = entry.id.clone();
                let index = self.stakeholders.push(entry);
                self.ids
                    .stakeholders
                    .insert(&id, id.span, Some(index), findings);
            }
            for entry in file.laws {
                let id = entry.id.clone();
                let index = self.laws.push(Law { by: None, entry });
                self.ids.laws.insert(&id, id.span, Some(index), findings);
            }
            for entry in file.districts {
                let id = entry.id.clone();
                let index = self.districts.push(entry);
                self.ids
                    .districts
                    .insert(&id, id.span, Some(index), findings);
            }
            for entry in file.needs {
                let id = entry.id.clone();
                let index = self.needs.push(Need {
                    pillar: None,
                    entry,
                });
                self.ids.needs.insert(&id, id.span, Some(index), findings);
            }
            for entry in file.readiness {
                self.readiness.push(entry);
            }
            for entry in file.abbreviations {
                let first = self
                    .abbreviations
                    .values()
                    .find(|known| known.short.value == entry.short.value);
                if let Some(first) = first {
                    findings.push(rules::duplicate_entry::abbreviation(
                        entry.short.span,
                        first.short.span,
                        &entry.short,
                    ));
                    continue;
                }
                self.abbreviations.push(entry);
            }
        }
    }

    pub(super) fn proposals(&mut self, files: Vec<model::Named<model::ProposalFile>>) {
        for model::Named { id, file, entry } in files {
            let index = entry.map(|file| {
                self.proposals.push(Proposal {
                    id: id.clone(),
                    pillar: None,
                    answered_by: Vec::new(),
                    file,
                })
            });
            self.ids
                .proposals
                .insert(&id, Span::file(file), index, self.judge.findings);
        }
    }

    /// Registers the programmes without an index, so that the position of each
    /// can depend on its pillar and number.
    pub(super) fn program_ids(&mut self, files: &[model::NamedProgram]) {
        for model::NamedProgram { program, .. } in files {
            let span = Span::file(program.file);
            self.ids
                .programs
                .insert(&program.id, span, None, self.judge.findings);
        }
    }

    pub(super) fn chapter_ids(&mut self, files: &[(String, FileIndex)]) {
        for (id, file) in files {
            self.ids
                .chapters
                .insert(id, Span::file(*file), None, self.judge.findings);
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
