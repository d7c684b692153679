//! The chapter of a pillar.

use super::Composer;
use super::code::{Content, expression};
use super::labels::program_number;
use super::narrative::Standing;
use super::numbering::Numbering;
use super::table;
use super::view::PillarGoal;
use crate::model::Year;
use crate::resolve::{Id, Pillar, Target};

impl Composer<'_> {
    /// Everything below the opening of a pillar's chapter.
    pub(super) fn pillar_chapter(&mut self, id: Id<Pillar>, numbering: &mut Numbering) -> String {
        let plan = self.plan;
        let pillar = &plan.pillars[id];
        let mut code = String::new();
        if let Some(narrative) = self.narratives(&pillar.narrative, numbering, Standing::Chapter) {
            code.push_str(&format!("#{}\n", narrative.code()));
        }

        let title = self.words.pick(
            "Sasaran, dimensi, dan arah kebijakan",
            "Goal, dimensions and policy directions",
        );
        code.push_str(&self.section(2, title, None, numbering));
        let goal = PillarGoal {
            goal: pillar.file.goal.as_ref().map(|goal| Content::text(goal)),
            person_in_charge: pillar.person_in_charge.map(|id| self.link(Target::Opd(id))),
            color: self.color(id),
            policies: pillar
                .policies
                .iter()
                .map(|&id| {
                    let entry = &plan.policies[id].entry;
                    self.anchor(Target::Policy(id))
                        .then(&Content::text(&entry.text))
                })
                .collect(),
        };
        code.push_str(&format!("#pillar-goal({})\n", expression(&goal)));
        if !pillar.dimensions.is_empty() {
            code.push_str(&self.dimension_table(id, numbering));
        }

        code.push_str(&self.section(2, self.words.pick("Program", "Programmes"), None, numbering));
        if pillar.programs.is_empty() {
            let none = self.words.pick(
                "Pilar ini belum memiliki program.",
                "This pillar has no programmes yet.",
            );
            code.push_str(&format!("#par({})\n", Content::text(none).code()));
            return code;
        }
        code.push_str(&self.program_table(id, numbering));
        for &program in &pillar.programs {
            code.push_str(&self.program_card(program, 3, numbering));
        }
        code
    }

    fn dimension_table(&mut self, id: Id<Pillar>, numbering: &mut Numbering) -> String {
        let plan = self.plan;
        let pillar = &plan.pillars[id];
        let columns = vec![
            table::text(self.words.pick("Dimensi", "Dimension"), 3),
            table::text(self.words.pick("Cakupan", "Scope"), 7),
            table::number(self.words.pick("Program", "Programmes")),
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
                table::plain(vec![
                    self.anchor(Target::Dimension(id))
                        .then(&Content::text(&entry.name)),
                    self.optional(entry.description.as_ref().map(|text| text.value.as_str())),
                    Content::text(&count.to_string()),
                ])
            })
            .collect();
        let caption = format!(
            "{} {}",
            self.words.pick("Dimensi", "Dimensions of"),
            pillar.file.name.value
        );
        self.numbered(table::bare(columns, rows), &caption, numbering)
    }

    fn program_table(&mut self, id: Id<Pillar>, numbering: &mut Numbering) -> String {
        let plan = self.plan;
        let pillar = &plan.pillars[id];
        let columns = vec![
            table::narrow("No."),
            table::text(self.words.pick("Program", "Programme"), 1),
            table::narrow("OPD"),
            table::narrow(self.words.pick("Tahun", "Years")),
            table::number(self.words.pick("Anggaran (Rp)", "Budget (Rp)")),
        ];
        let mut sum = crate::model::Rupiah::default();
        let mut rows = Vec::new();
        for &program in &pillar.programs {
            let file = &plan.programs[program].file;
            let total = self.program_total(program);
            sum = sum + total;
            let opd = plan.programs[program].opd;
            let mut years = vec![
                Year(file.start.value.year()).to_string(),
                Year(file.end.value.year()).to_string(),
            ];
            years.dedup();
            rows.push(table::plain(vec![
                self.link_as(Target::Program(program), &program_number(plan, program)),
                self.link_as(Target::Program(program), &file.title),
                self.link_as(Target::Opd(opd), &plan.opds[opd].file.abbreviation),
                Content::text(&years.join("–")),
                self.amount(total),
            ]));
        }
        rows.push(table::total(vec![
            Content::empty(),
            Content::text(self.words.pick("Jumlah", "Total")),
            Content::empty(),
            Content::empty(),
            self.amount(sum),
        ]));
        let caption = format!(
            "{} {}",
            self.words.pick("Program", "Programmes of"),
            pillar.file.name.value
        );
        self.numbered(table::bare(columns, rows), &caption, numbering)
    }
}
