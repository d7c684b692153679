//! First pass: every file gets its place and its id.

use std::collections::BTreeMap;

use super::arena::Id;
use super::ids::register;
use super::{Dimension, Opd, Pillar, Policy, Proposal, Resolver};
use crate::finding::Findings;
use crate::language::message;
use crate::model;
use crate::model::Kind;
use crate::model::rules::invalid_value;
use crate::resolve::rules;
use crate::source::{FileIndex, Span, Spanned};

impl Resolver<'_> {
    pub(super) fn pillars(&mut self, mut files: Vec<model::NamedPillar>) {
        files.sort_by_cached_key(|named| {
            let order = named.entry.as_ref().map(|file| file.order.value);
            (order.unwrap_or(u32::MAX), named.id.clone())
        });
        let ids = files.iter();
        let ids = ids.map(|named| (named.id.as_str(), Span::file(named.file)));
        self.ids.pillars.choose_spellings(ids);
        let (mut dimensions, mut policies) = (Vec::new(), Vec::new());
        for model::NamedPillar { id, file, entry } in files {
            let span = Span::file(file);
            let findings = &mut *self.context.findings;
            if self.ids.pillars.reject_case_variant(&id, span, findings) {
                // Programmes may work on what it says.
                self.context.unreadable.id(Kind::Dimension, span);
                self.context.unreadable.id(Kind::Policy, span);
                continue;
            }
            let entry = match entry {
                Ok(entry) => entry,
                Err(partial) => {
                    self.ids
                        .pillars
                        .insert_file(&id, span, None, &mut self.context);
                    self.lose_pillar(span, partial.as_ref());
                    if let Some(left) = partial {
                        dimensions.push(left.dimensions.unread(|entry| entry.id));
                        policies.push(left.policies.unread(|entry| entry.id));
                    }
                    continue;
                }
            };
            check_code(&entry.code, self.context.findings);
            self.check_code_is_free(&entry.code);
            check_color(entry.color.as_ref(), self.context.findings);
            let (lost, invalid_keys) = (&mut self.context.unreadable, &entry.invalid_keys);
            lost.list(
                Kind::Dimension,
                "dimension",
                &entry.dimensions,
                invalid_keys,
                span,
            );
            lost.list(Kind::Policy, "policy", &entry.policies, invalid_keys, span);
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
            let context = &mut self.context;
            self.ids
                .pillars
                .insert_file(&id, span, Some(pillar), context);
            dimensions.push(mine.map(|entry| (pillar, entry)));
            policies.push(directions.map(|entry| (pillar, entry)));
        }
        let (ids, findings) = (&mut self.ids, &mut *self.context.findings);
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
    fn lose_pillar(&mut self, span: Span, partial: Option<&model::PartialPillar>) {
        let lost = &mut self.context.unreadable;
        lost.entry(Kind::Pillar, span);
        match partial {
            Some(left) => {
                let invalid_keys = &left.invalid_keys;
                lost.entry(Kind::Dimension, span);
                lost.list(
                    Kind::Dimension,
                    "dimension",
                    &left.dimensions,
                    invalid_keys,
                    span,
                );
                lost.entry(Kind::Policy, span);
                lost.list(Kind::Policy, "policy", &left.policies, invalid_keys, span);
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
            self.context.findings.push(rules::duplicate_id::pillar_code(
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
        let (ids, context) = (&mut self.ids.opds, &mut self.context);
        ids.choose_spellings(spans(&files));
        for model::Named { id, file, entry } in files {
            let span = Span::file(file);
            if ids.reject_case_variant(&id, span, context.findings) {
                continue;
            }
            if entry.is_none() {
                context.unreadable.entry(Kind::Opd, span);
            }
            let index = entry.map(|file| {
                check_ceilings(&file.ceilings, context.findings);
                self.opds.push(Opd {
                    id: id.clone(),
                    file,
                    programs: Vec::new(),
                    partner_in: Vec::new(),
                    spends_in: Vec::new(),
                    narrative: Vec::new(),
                })
            });
            ids.insert_file(&id, span, index, context);
        }
    }

    pub(super) fn proposals(&mut self, files: Vec<model::Named<model::ProposalFile>>) {
        let (ids, context) = (&mut self.ids.proposals, &mut self.context);
        ids.choose_spellings(spans(&files));
        for model::Named { id, file, entry } in files {
            let span = Span::file(file);
            if ids.reject_case_variant(&id, span, context.findings) {
                continue;
            }
            if entry.is_none() {
                context.unreadable.entry(Kind::Proposal, span);
            }
            let index = entry.map(|file| {
                self.proposals.push(Proposal {
                    id: id.clone(),
                    pillar: None,
                    answered_by: Vec::new(),
                    file,
                })
            });
            ids.insert_file(&id, span, index, context);
        }
    }

    /// Registers the programmes without an index, so that the position of each
    /// can depend on its pillar and number.
    pub(super) fn program_ids(&mut self, files: &[model::NamedProgram]) {
        let (lookup, context) = (&mut self.ids.programs, &mut self.context);
        let ids = files.iter();
        let ids = ids.map(|named| (named.id.as_str(), Span::file(named.file)));
        lookup.choose_spellings(ids.clone());
        for (id, span) in ids {
            if !lookup.reject_case_variant(id, span, context.findings) {
                lookup.insert_file(id, span, None, context);
            }
        }
    }

    pub(super) fn chapter_ids(&mut self, files: &[(String, FileIndex)]) {
        let (lookup, context) = (&mut self.ids.chapters, &mut self.context);
        let ids = files.iter();
        let ids = ids.map(|(id, file)| (id.as_str(), Span::file(*file)));
        lookup.choose_spellings(ids.clone());
        for (id, span) in ids {
            if !lookup.reject_case_variant(id, span, context.findings) {
                lookup.insert_file(id, span, None, context);
            }
        }
    }
}

/// The ids of files, each at the beginning of its file.
fn spans<T>(files: &[model::Named<T>]) -> impl Iterator<Item = (&str, Span)> + Clone {
    let files = files.iter();
    files.map(|named| (named.id.as_str(), Span::file(named.file)))
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

fn check_code(code: &Spanned<String>, findings: &mut Findings) {
    let good = (2..=5).contains(&code.value.len())
        && code.value.bytes().all(|byte| byte.is_ascii_uppercase());
    if !good {
        findings.push(
            invalid_value::finding(
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
        let meant = model::color_meant(&color.value);
        findings.push(invalid_value::color(
            color.span,
            &color.value,
            meant.as_ref(),
        ));
    }
}
