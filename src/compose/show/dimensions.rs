//! Pillars and dimensions with the number of programmes.

use super::{Composer, Content, Drawing, Table, Target, table};

pub(super) const DRAWING: Drawing = Drawing::Tables(dimensions);

fn dimensions(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::text(cx.words.get("book-pillar-and-dimension"), 4),
        table::text(cx.words.get("book-policy-direction"), 6),
        table::number(cx.words.get("book-programmes")),
    ];
    let mut rows = Vec::new();
    for pillar in cx.plan.pillars.values() {
        rows.push(table::group(&pillar.file.name));
        for &dimension in &pillar.dimensions {
            let policies = pillar
                .policies
                .iter()
                .map(|&id| &cx.plan.policies[id])
                .filter(|policy| policy.dimension == Some(dimension))
                .map(|policy| Content::text(&policy.entry.text));
            let count = pillar
                .programs
                .iter()
                .filter(|&&id| cx.plan.programs[id].dimension == dimension)
                .count();
            rows.push(cx.row(
                cx.origin(Target::Dimension(dimension)),
                vec![
                    cx.link(Target::Dimension(dimension)),
                    Content::join(policies, " "),
                    Content::text(&count.to_string()),
                ],
            ));
        }
    }
    vec![table::bare(columns, rows)]
}
