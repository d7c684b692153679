//! Vision, missions and goals.

use super::{Composer, Content, Drawing, Table, Target, table};
use crate::resolve::Goal;

pub(super) const DRAWING: Drawing = Drawing::Tables(rpjmd);

fn rpjmd(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::text(cx.words.get("book-mission"), 3),
        table::text(cx.words.get("book-goal"), 5),
    ];
    let mut rows = Vec::new();
    if let Some(rpjmd) = &cx.plan.rpjmd {
        let vision = cx.words.get("book-vision");
        let text = format!("{}. {vision}: {}", rpjmd.title.value, rpjmd.vision.value);
        rows.push(table::group(&cx.with_source(&text, rpjmd.source.as_ref())));
    }
    let goal = |id, entry: &Goal| {
        let text = cx.mark(&entry.entry.text, entry.entry.example.value);
        let text = cx
            .anchored(Target::Goal(id), &text)
            .then(cx.sourced("", entry.entry.source.as_ref()));
        text.at(cx.origin(Target::Goal(id)).into())
    };
    for (id, mission) in cx.plan.missions.iter() {
        let mut name = cx
            .anchored(Target::Mission(id), &mission.text)
            .then(cx.sourced("", mission.source.as_ref()));
        let mut goals: Vec<Content> = cx
            .plan
            .goals
            .iter()
            .filter(|(_, found)| found.mission == Some(id))
            .map(|(id, found)| goal(id, found))
            .collect();
        if goals.is_empty() {
            goals.push(Content::text("–"));
        }
        for cell in goals {
            let first = std::mem::replace(&mut name, Content::empty());
            rows.push(cx.row(mission.text.span, vec![first, cell]));
        }
    }
    let free = cx
        .plan
        .goals
        .iter()
        .filter(|(_, found)| found.mission.is_none());
    rows.extend(free.map(|(id, found)| table::plain(vec![Content::text("–"), goal(id, found)])));
    vec![table::bare(columns, rows)]
}
