//! Proposals and what became of each.

use super::{Composer, Content, Drawing, Table, Target, table};
use crate::model::ProposalStatus;

pub(super) const DRAWING: Drawing = Drawing::Tables(proposals);

fn proposals(cx: &Composer<'_>) -> Vec<Table> {
    let mut columns = vec![
        table::text(cx.words.get("book-proposal"), 4),
        table::text(cx.words.get("book-proposed-by"), 2),
        table::text(cx.words.get("book-what-became-of-it"), 4),
    ];
    let mut proposals = cx.plan.proposals.values();
    let has_pillars = proposals.any(|proposal| proposal.pillar.is_some());
    if has_pillars {
        columns.insert(1, table::text(cx.words.get("book-pillar"), 2));
    }
    let rows = cx.plan.proposals.iter().map(|(id, proposal)| {
        let file = &proposal.file;
        let title = cx.mark(&file.title, file.example.value);
        let name = cx.anchored(Target::Proposal(id), &title);
        let summary = file.summary.as_ref();
        let summary = summary.map(|text| Content::text(&format!("\n{}", text.value)));
        let status = Content::text(
            cx.words
                .named("book-proposal-status", file.status.value.word()),
        );
        let outcome = match (file.status.value, &file.reason) {
            (ProposalStatus::Adopted, reason) => {
                let programs = cx.references(proposal.answered_by.iter().copied());
                let adopted = status.then(Content::text(": ")).then(programs);
                match reason {
                    Some(reason) => adopted.then(Content::text(&format!("; {}", reason.value))),
                    None => adopted,
                }
            }
            (_, Some(reason)) => status.then(Content::text(&format!(": {}", reason.value))),
            (_, None) => status,
        };
        let mut by = vec![file.by.value.clone()];
        by.extend(
            file.workshop
                .as_ref()
                .map(|workshop| workshop.value.clone()),
        );
        by.extend(file.date.as_ref().map(|date| cx.format.date(date.value)));
        let mut cells = vec![
            match summary {
                Some(summary) => name.then(summary),
                None => name,
            },
            Content::text(&by.join("\n")),
            outcome,
        ];
        if has_pillars {
            let pillar = proposal.pillar;
            let pillar = pillar.map(|id| cx.link(Target::Pillar(id)));
            cells.insert(1, pillar.unwrap_or_else(|| Content::text("–")));
        }
        cx.row(cx.origin(Target::Proposal(id)), cells)
    });
    vec![table::bare(columns, rows.collect())]
}
