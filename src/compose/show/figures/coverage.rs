//! How many programmes every OPD leads in every pillar.

use super::{Drawn, share};
use crate::compose::Composer;
use crate::compose::code::expression;
use crate::compose::view::{HeatCell, HeatMap, HeatRow};
use crate::language::message;
use crate::resolve::{Id, Opd, Pillar, Target};

impl Composer<'_> {
    pub(super) fn coverage(&self) -> Option<Drawn> {
        let plan = self.plan;
        let count = |opd: &Opd, pillar: &Id<Pillar>| {
            let own = self.chosen(&opd.programs).into_iter();
            own.filter(|id| plan.programs[*id].pillar == *pillar)
                .count()
        };
        let pillars: Vec<Id<Pillar>> = plan.pillars.iter().map(|(id, _)| id).collect();
        let leading: Vec<_> = plan
            .opds
            .iter()
            .filter(|(_, opd)| !self.chosen(&opd.programs).is_empty())
            .collect();
        let cells = leading
            .iter()
            .flat_map(|(_, opd)| pillars.iter().map(|pillar| count(opd, pillar)));
        let most = i128::try_from(cells.max()?).ok().filter(|most| *most > 0)?;
        let cell = |count: usize| HeatCell {
            text: match count {
                0 => "–".into(),
                count => count.to_string(),
            },
            share: share(count as i128, most),
            was: None,
        };
        let rows: Vec<HeatRow> = leading
            .iter()
            .map(|(id, opd)| HeatRow {
                name: self.link_as(Target::Opd(*id), &opd.file.abbreviation),
                cells: pillars
                    .iter()
                    .map(|pillar| cell(count(opd, pillar)))
                    .collect(),
            })
            .collect();
        let totals: Vec<String> = plan
            .pillars
            .values()
            .map(|pillar| {
                let count = self.chosen(&pillar.programs).len();
                format!("{} {count}", pillar.file.name.value)
            })
            .collect();
        let alt = self.words.say(&message!(
            "book-alt-coverage",
            told = self.some_of(&totals, ", ")
        ));
        let columns = self.pillar_marks(|pillar| &pillar.file.code.value);
        Some(Drawn::new(alt, move |figure| {
            let figure = HeatMap {
                figure,
                columns,
                rows,
            };
            format!("heat-map({})", expression(&figure))
        }))
    }
}
