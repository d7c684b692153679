//! How many programmes every OPD leads in every pillar.

use super::figure::share;
use super::{Composer, Drawing, Drawn, Id, Target, message};
use crate::compose::tree;
use crate::compose::view::{HeatCell, HeatMap, HeatRow, HeatStep};
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
    let counts: Vec<(Id<Opd>, Vec<usize>)> = leading
        .into_iter()
        .map(|(id, opd)| {
            (
                id,
                pillars.iter().map(|pillar| count(opd, pillar)).collect(),
            )
        })
        .collect();
    let most = counts.iter().flat_map(|(_, row)| row).copied().max()?;
    if most == 0 {
        return None;
    }
    // Few programmes are never as dark as many.
    let shade = |count: usize| share(count as i128, most.max(DARKEST) as i128);
    let rows: Vec<HeatRow> = counts
        .iter()
        .map(|(id, row)| HeatRow {
            name: cx.link_as(Target::Opd(*id), &plan.opds[*id].file.abbreviation),
            cells: row
                .iter()
                .map(|count| cell(*count, shade(*count)))
                .collect(),
            total: cell(row.iter().sum(), 0),
        })
        .collect();
    let sums: Vec<usize> = (0..pillars.len())
        .map(|at| counts.iter().filter_map(|(_, row)| row.get(at)).sum())
        .collect();
    let totals = HeatRow {
        name: cx.words.get("book-total").into(),
        cells: sums.iter().map(|count| cell(*count, 0)).collect(),
        total: cell(sums.iter().sum(), 0),
    };
    let steps = steps(most)
        .into_iter()
        .map(|count| HeatStep {
            text: count.to_string(),
            share: shade(count),
        })
        .collect();

    let in_words = |name: &str, row: &[usize]| {
        let names = plan.pillars.values().map(|pillar| &pillar.file.name.value);
        let cells = names.zip(row).filter(|(_, count)| **count > 0);
        let cells: Vec<String> = cells
            .map(|(name, count)| format!("{name} {count}"))
            .collect();
        cx.words.say(&message!(
            "book-alt-row",
            name = name,
            cells = cells.join(", "),
            total = row.iter().sum::<usize>().to_string()
        ))
    };
    let told = counts
        .iter()
        .map(|(id, row)| in_words(&plan.opds[*id].file.abbreviation.value, row));
    let mut told: Vec<String> = told.collect();
    // First what all say together: who listens may not hear all rows.
    told.insert(0, in_words(cx.words.get("book-in-all"), &sums));
    let alt = cx.words.say(&message!(
        "book-alt-coverage",
        told = cx.some_of(&told, "; ")
    ));
    let columns = cx.pillar_marks(|pillar| &pillar.file.code.value);
    let total = cx.words.get("book-total").to_owned();
    Some(Drawn::new(alt, move |figure| {
        tree::Drawing::HeatMap(HeatMap {
            figure,
            columns,
            total,
            rows,
            totals,
            steps,
        })
    }))
}

/// So many programmes have the darkest shade, unless others are more.
const DARKEST: usize = 5;

/// Most shades that are explained.
const STEPS: usize = 5;

/// Numbers of programmes whose shades are explained, from one to the most.
fn steps(most: usize) -> Vec<usize> {
    let last = STEPS.min(most).saturating_sub(1);
    let step = |at: usize| 1 + (at * (most - 1)).checked_div(last).unwrap_or(0);
    (0..=last).map(step).collect()
}

fn cell(count: usize, share: u32) -> HeatCell {
    HeatCell {
        text: match count {
            0 => String::new(),
            count => count.to_string(),
        },
        share,
        was: None,
    }
}
