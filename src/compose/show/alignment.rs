//! Programmes against the goals of the RPJMD.

use super::{Composer, Content, Drawing, Id, Support, Table, table};
use crate::compose::view::Column;
use crate::resolve::Goal;

pub(super) const DRAWING: Drawing =
    Drawing::Explained(|it| Content::text(&it.goal_numbers()), |it| it.alignment());

/// Goals that stand beside each other on a page; more make another table.
const ACROSS: usize = 12;

impl Composer<'_> {
    /// A mark for every programme that supports a goal. Goals are numbered in
    /// the order of the registry, as the sentence before the tables says.
    fn alignment(&self) -> Vec<Table> {
        let goals: Vec<Id<Goal>> = self.plan.goals.iter().map(|(id, _)| id).collect();
        goals
            .chunks(ACROSS)
            .map(|some| self.aligned(some))
            .collect()
    }

    /// `T1 Meningkatnya mutu layanan; T2 …`
    fn goal_numbers(&self) -> String {
        let goals: Vec<String> = self
            .plan
            .goals
            .iter()
            .map(|(id, goal)| {
                let text = goal.entry.text.trim_end_matches('.');
                format!("{} {text}", self.goal_number(id))
            })
            .collect();
        format!("{}.", goals.join("; "))
    }

    fn aligned(&self, goals: &[Id<Goal>]) -> Table {
        let mut columns = vec![table::text(self.words.get("book-programme"), 1)];
        columns.extend(goals.iter().map(|goal| Column {
            title: self.goal_number(*goal).into(),
            align: "center",
            share: 0,
        }));
        let mut rows = Vec::new();
        for (_, pillar) in self.plan.pillars.iter() {
            let programs = self.chosen(&pillar.programs);
            if programs.is_empty() {
                continue;
            }
            rows.push(table::group(&pillar.file.name));
            for id in programs {
                let program = &self.plan.programs[id];
                let title = Content::text(&format!(" {}", program.file.title.value));
                let mut cells = vec![self.program_reference(id).then(title)];
                cells.extend(goals.iter().map(|goal| {
                    let serves = program.supports.contains(&Support::Goal(*goal));
                    Content::text(if serves { "•" } else { "" })
                }));
                rows.push(self.row(program.file.title.span, cells));
            }
        }
        table::dense(columns, rows)
    }
}
