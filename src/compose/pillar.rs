//! The chapter of a pillar.

use std::collections::BTreeSet;

use super::Composer;
use super::narrative::HeadingContext;
use super::table;
use super::tree::Content;
use super::tree::{BlockKind, Flow};
use super::view::{Glance, PillarGoal, Row, Table};
use crate::language::message;
use crate::model::{Rupiah, Year};
use crate::resolve::{Id, Opd, Pillar, Support, Target};

impl<'a> Composer<'a> {
    /// Everything below the opening of a pillar's chapter.
    pub(super) fn pillar_chapter(&mut self, id: Id<Pillar>) -> Flow {
        let plan = self.plan;
        let pillar = &plan.pillars[id];
        let goal = PillarGoal {
            goal: pillar.file.goal.as_ref().map(|goal| Content::text(goal)),
            person_in_charge: pillar.person_in_charge.map(|id| self.link(Target::Opd(id))),
            color: self.color(id),
            glance: self.glance(id),
            changes: self.foremost(id),
            road: self.pillar_road(id),
        };
        let goal = BlockKind::Goal(Box::new(goal)).at(pillar.file.name.span.into());
        let mut blocks = Flow::from(goal);
        if let Some(narrative) = self.narratives(&pillar.narrative, HeadingContext::Chapter) {
            blocks.append(narrative);
        }

        let title = self.words.get("book-dimensions-and-policy-directions");
        blocks.push(self.section(2, title, None));
        let tables = [
            self.dimension_table(id),
            self.policy_table(id),
            self.need_table(id),
        ];
        for (made, caption) in tables.into_iter().flatten() {
            blocks.push(self.numbered(made, &caption));
        }

        blocks.push(self.section(2, self.words.get("book-programmes"), None));
        if pillar.programs.is_empty() {
            let none = self.words.get("book-pillar-without-programmes");
            blocks.paragraph(none.into());
            return blocks;
        }
        blocks.push(self.program_table(id));
        for &program in &pillar.programs {
            blocks.push(self.program_card(program, 3));
        }
        blocks
    }

    /// How many programmes, agencies and quick wins a pillar has, and its budget.
    fn glance(&self, id: Id<Pillar>) -> Vec<Glance> {
        let plan = self.plan;
        let programs = &plan.pillars[id].programs;
        let opds: BTreeSet<Id<Opd>> = programs.iter().map(|id| plan.programs[*id].opd).collect();
        let quick = programs.iter().map(|id| &plan.programs[*id].file);
        let quick = quick.filter(|file| file.quick_win.value).count();
        let total: Rupiah = programs.iter().map(|id| self.program_total(*id)).sum();
        let mut glance = Vec::new();
        let mut add = |number: String, name: String| {
            glance.push(Glance {
                number: number.into(),
                name: name.into(),
            });
        };
        let words = self.words;
        add(
            self.format.number(programs.len()),
            words.say(&message!("book-glance-programmes", count = programs.len())),
        );
        add(
            self.format.number(opds.len()),
            words.say(&message!("book-glance-agencies", count = opds.len())),
        );
        add(
            self.format.number(quick),
            words.say(&message!("book-glance-quick-wins", count = quick)),
        );
        let budget = words.get("book-glance-budget");
        add(self.format.money(total.0), budget.to_owned());
        glance
    }

    fn name_of(&self, id: Id<Pillar>) -> &'a str {
        &self.plan.pillars[id].file.name.value
    }

    fn policy_table(&self, id: Id<Pillar>) -> Option<(Table, String)> {
        let plan = self.plan;
        let policies = &plan.pillars[id].policies;
        if policies.is_empty() {
            return None;
        }
        let columns = vec![
            table::narrow(self.words.get("book-number")),
            table::text(self.words.get("book-policy-direction"), 6),
            table::text(self.words.get("book-dimension"), 3),
            table::text(self.words.get("book-programmes"), 4),
        ];
        let rows = policies.iter().map(|&id| {
            let policy = &plan.policies[id];
            let dimension = policy.dimension;
            let dimension = dimension.map(|id| plan.dimensions[id].entry.name.value.as_str());
            self.row(
                self.origin(Target::Policy(id)),
                vec![
                    Content::text(&self.policy_number(id)),
                    self.anchor(Target::Policy(id))
                        .then(Content::text(&policy.entry.text)),
                    self.optional(dimension),
                    self.references(self.supporting(Support::Policy(id))),
                ],
            )
        });
        let caption = self.words.say(&message!(
            "book-policy-directions-of",
            pillar = self.name_of(id)
        ));
        Some((table::bare(columns, rows.collect()), caption))
    }

    fn need_table(&self, id: Id<Pillar>) -> Option<(Table, String)> {
        // A book that has all needs in one table does not repeat them.
        let needs = self.plan.needs.iter();
        let rows: Vec<Row> = needs
            .filter(|(need, _)| !self.is_present(Target::Need(*need)))
            .filter(|(_, need)| need.pillar == Some(id))
            .map(|(id, need)| {
                let text = self.mark(&need.entry.text, need.entry.example.value);
                self.row(
                    self.origin(Target::Need(id)),
                    vec![
                        Content::text(&self.need_number(id)),
                        self.link_as(Target::Need(id), &text),
                        self.references(self.supporting(Support::Need(id))),
                    ],
                )
            })
            .collect();
        if rows.is_empty() {
            return None;
        }
        let columns = vec![
            table::narrow(self.words.get("book-number")),
            table::text(self.words.get("book-institutional-need"), 6),
            table::text(self.words.get("book-met-by"), 4),
        ];
        let caption = self.words.say(&message!(
            "book-institutional-needs-of",
            pillar = self.name_of(id)
        ));
        Some((table::bare(columns, rows), caption))
    }

    fn dimension_table(&self, id: Id<Pillar>) -> Option<(Table, String)> {
        let plan = self.plan;
        let pillar = &plan.pillars[id];
        if pillar.dimensions.is_empty() {
            return None;
        }
        let columns = vec![
            table::text(self.words.get("book-dimension"), 3),
            table::text(self.words.get("book-scope"), 7),
            table::number(self.words.get("book-programmes")),
        ];
        let rows = pillar
            .dimensions
            .iter()
            .map(|&id| {
                let entry = &plan.dimensions[id].entry;
                let count = pillar
                    .programs
                    .iter()
                    .filter(|&&program| plan.programs[program].dimension == id)
                    .count();
                self.row(
                    self.origin(Target::Dimension(id)),
                    vec![
                        self.anchor(Target::Dimension(id))
                            .then(Content::text(&entry.name)),
                        self.optional(entry.description.as_ref().map(|text| text.value.as_str())),
                        Content::text(&count.to_string()),
                    ],
                )
            })
            .collect();
        let caption = self
            .words
            .say(&message!("book-dimensions-of", pillar = self.name_of(id)));
        Some((table::bare(columns, rows), caption))
    }

    fn program_table(&mut self, id: Id<Pillar>) -> BlockKind {
        let plan = self.plan;
        let pillar = &plan.pillars[id];
        let columns = [
            table::narrow(self.words.get("book-opd")),
            table::narrow(self.words.get("book-years")),
        ];
        let made = self.program_list(&pillar.programs, columns, |id| {
            let program = &plan.programs[id];
            let opd = program.opd;
            let (start, end) = (program.file.start.value, program.file.end.value);
            [
                self.link_as(Target::Opd(opd), &plan.opds[opd].file.abbreviation),
                Content::text(&self.span(Year(start.year()), Year(end.year()))),
            ]
        });
        let caption = self
            .words
            .say(&message!("book-programmes-of", owner = self.name_of(id)));
        self.numbered(made, &caption)
    }
}
