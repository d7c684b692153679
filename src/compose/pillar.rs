//! The chapter of a pillar.

use super::Composer;
use super::code::{Content, expression};
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
        let columns = [
            table::narrow("OPD"),
            table::narrow(self.words.pick("Tahun", "Years")),
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
        let caption = format!(
            "{} {}",
            self.words.pick("Program", "Programmes of"),
            pillar.file.name.value
        );
        self.numbered(made, &caption, numbering)
    }
}
