//! How many programmes every OPD leads in every pillar.

use super::figure::share;
use super::{Composer, Drawing, Drawn, Id, Target, message};
use crate::compose::tree;
use crate::compose::view::{HeatCell, HeatMap, HeatRow};
use crate::resolve::{Opd, Pillar};

pub(super) const DRAWING: Drawing = Drawing::Figure(coverage);

fn coverage(cx: &Composer<'_>) -> Option<Drawn> {
    let plan = cx.plan;
    let count = |opd: &Opd, pillar: &Id<Pillar>| {
        let own = cx.chosen(&opd.programs).into_iter();
        own.filter(|id| plan.programs[*id].pillar == *pillar)
            .count()
    };
    let pillars: Vec<Id<Pillar>> = plan.pillars.iter().map(|(id, _)| id).collect();
    let leading: Vec<_> = plan
        .opds
        .iter()
        .filter(|(_, opd)| !cx.chosen(&opd.programs).is_empty())
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
            name: cx.link_as(Target::Opd(*id), &opd.file.abbreviation),
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
            let count = cx.chosen(&pillar.programs).len();
            format!("{} {count}", pillar.file.name.value)
        })
        .collect();
    let alt = cx.words.say(&message!(
        "book-alt-coverage",
        told = cx.some_of(&totals, ", ")
    ));
    let columns = cx.pillar_marks(|pillar| &pillar.file.code.value);
    Some(Drawn::new(alt, move |figure| {
        tree::Drawing::HeatMap(HeatMap {
            figure,
            columns,
            rows,
        })
    }))
}
