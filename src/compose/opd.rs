//! Profiles and list of the OPD.

use super::Composer;
use super::height;
use super::narrative::HeadingContext;
use super::table;
use super::tree::Content;
use super::tree::{BlockKind, Flow, Heading};
use super::view::{Fact, OpdProfile, Section};
use crate::language::message;
use crate::model::Rupiah;
use crate::resolve::{Id, Opd, Program, Target};

impl Composer<'_> {
    /// The opening of the profiles: all OPD at a glance.
    pub(super) fn opd_overview(&mut self) -> Flow {
        let plan = self.plan;
        let text = self.words.get("book-about-profiles");
        let columns = vec![
            table::text(self.words.get("book-agency"), 1),
            table::number(self.words.get("book-leads")),
            table::number(self.words.get("book-supports")),
            table::number(self.words.get("book-budget-in-rp")),
        ];
        let mut sum = Rupiah::default();
        let mut rows = Vec::new();
        for (id, opd) in plan.opds.iter() {
            let total: Rupiah = opd.programs.iter().map(|&id| self.program_total(id)).sum();
            sum = sum + total;
            rows.push(self.row(
                self.origin(Target::Opd(id)),
                vec![
                    self.link(Target::Opd(id)),
                    Content::text(&opd.programs.len().to_string()),
                    Content::text(&opd.partner_in.len().to_string()),
                    self.amount(total),
                ],
            ));
        }
        rows.push(table::total(vec![
            Content::text(self.words.get("book-total")),
            Content::text(&plan.programs.len().to_string()),
            Content::empty(),
            self.amount(sum),
        ]));
        let caption = self.words.get("book-agencies-and-programmes");
        let table = self.numbered(table::bare(columns, rows), caption);
        let mut blocks = Flow::default();
        blocks.paragraph(self.prose(text));
        blocks.push(table);
        blocks
    }

    /// The section of an OPD: profile, narrative, programmes.
    pub(super) fn opd_section(&mut self, id: Id<Opd>) -> Flow {
        let plan = self.plan;
        let opd = &plan.opds[id];
        let section = Section {
            level: 2,
            number: None,
            title: Content::text(&opd.file.name),
            label: Some(self.label(Target::Opd(id))),
        };
        let section = BlockKind::Heading(Heading {
            section,
            is_numbered: true,
        })
        .at(opd.file.name.span.into());
        let mut blocks = Flow::from(section);
        let facts = self.opd_facts(id);
        let profile = OpdProfile {
            summary: opd
                .file
                .summary
                .as_ref()
                .map(|text| self.prose(text).at(text.span.into())),
            facts_whole: height::facts(&facts),
            facts,
        };
        blocks.push(BlockKind::Profile(Box::new(profile)));
        if let Some(narrative) = self.narratives(&opd.narrative, HeadingContext::Inside(3)) {
            blocks.append(narrative);
        }
        if opd.programs.is_empty() {
            let none = self.words.get("book-leads-no-programme");
            blocks.paragraph(none.into());
        } else {
            blocks.push(self.led_programs(id));
        }
        blocks
    }

    fn opd_facts(&self, id: Id<Opd>) -> Vec<Fact> {
        let plan = self.plan;
        let opd = &plan.opds[id];
        let mut facts = Vec::new();
        let mut fact = |key, value: Content, wide| facts.push(Fact { key, value, wide });
        fact("abbreviation", Content::text(&opd.file.abbreviation), false);
        let fields: Vec<&str> = opd
            .file
            .fields
            .iter()
            .map(|one| one.value.as_str())
            .collect();
        let fields = (!fields.is_empty()).then(|| {
            self.words
                .say(&message!("book-fields", fields = fields.join(", ")))
        });
        let code = opd.file.code.as_ref().map(|code| code.value.clone());
        let codes: Vec<String> = code.into_iter().chain(fields).collect();
        if !codes.is_empty() {
            fact("opd-code", Content::text(&codes.join("; ")), false);
        }
        if let Some(head) = &opd.file.head {
            let mut text = head.position.value.clone();
            if let Some(name) = &head.name {
                text = format!("{} ({text})", name.value);
            }
            fact("head", Content::text(&text), true);
        }
        let mut commitment = self.commitment(id);
        let document = opd.file.commitment.as_ref();
        let document = document.and_then(|one| one.document.as_ref());
        if let Some(document) = document {
            commitment.push_str(&format!(" – {}", document.value));
        }
        fact("commitment", Content::text(&commitment), document.is_some());
        let total: Rupiah = opd.programs.iter().map(|&id| self.program_total(id)).sum();
        if !opd.programs.is_empty() {
            fact("total", Content::text(&self.format.money(total.0)), false);
        }
        if let Some(source) = &opd.file.source {
            fact("source", Content::text(source), true);
        }
        if !opd.partner_in.is_empty() {
            let items = opd.partner_in.iter().map(|&id| self.program_reference(id));
            fact("partner-in", Content::join(items, "; "), true);
        }
        facts
    }

    /// Whether and when the commitment was signed, as a part of a sentence.
    pub(super) fn commitment(&self, id: Id<Opd>) -> String {
        match self.plan.opds[id].file.attested() {
            None => self.words.get("book-not-yet-signed").into(),
            Some(date) => self.words.say(&message!("book-signed", date = date)),
        }
    }

    /// Number of a programme, jumping to its card.
    pub(super) fn program_reference(&self, id: Id<Program>) -> Content {
        self.link_as(Target::Program(id), &self.plan.program_number(id))
    }

    fn led_programs(&mut self, id: Id<Opd>) -> BlockKind {
        let plan = self.plan;
        let opd = &plan.opds[id];
        let columns = [
            table::text(self.words.get("book-pillar"), 2),
            table::narrow(self.words.get("book-status")),
        ];
        let made = self.program_list(&opd.programs, columns, |id| {
            let program = &plan.programs[id];
            [
                self.link(Target::Pillar(program.pillar)),
                Content::text(
                    self.words
                        .named("book-status", program.file.status.value.word()),
                ),
            ]
        });
        let caption = self.words.say(&message!(
            "book-programmes-of",
            owner = &opd.file.abbreviation.value
        ));
        self.numbered(made, &caption)
    }

    /// The list of all OPD. It gives each a place to jump to where the book
    /// has no profiles.
    pub(super) fn opd_list(&mut self, with_anchors: bool) -> BlockKind {
        let plan = self.plan;
        let columns = vec![
            table::number(self.words.get("book-number")),
            table::text(self.words.get("book-agency"), 6),
            table::text(self.words.get("book-abbreviation"), 2),
            table::text(self.words.get("book-commitment"), 3),
            table::text(self.words.get("book-programmes"), 4),
        ];
        let rows = plan
            .opds
            .iter()
            .enumerate()
            .map(|(at, (id, opd))| {
                let name = Content::text(&opd.file.name);
                let name = if with_anchors {
                    self.anchor(Target::Opd(id)).then(name)
                } else {
                    self.present.link(plan, Target::Opd(id), name)
                };
                let programs = opd.programs.iter().map(|&id| self.program_reference(id));
                self.row(
                    self.origin(Target::Opd(id)),
                    vec![
                        Content::text(&(at + 1).to_string()),
                        name,
                        Content::text(&opd.file.abbreviation),
                        Content::text(&self.commitment(id)),
                        Content::join(programs, ", "),
                    ],
                )
            })
            .collect();
        let caption = self.words.get("book-list-of-agencies");
        self.numbered(table::bare(columns, rows), caption)
    }
}
