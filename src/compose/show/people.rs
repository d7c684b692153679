//! Tables of who takes part and where: council, stakeholders, districts,
//! proposals.

use crate::compose::code::Content;
use crate::compose::view::{Row, Table};
use crate::compose::{Composer, table};
use crate::model::{Element, ProposalStatus, Show};
use crate::resolve::Target;

impl Composer<'_> {
    pub(super) fn council(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-institution"), 5),
            table::text(self.words.get("book-position"), 3),
            table::text(self.words.get("book-council-role"), 2),
        ];
        let mut rows: Vec<Row> = Vec::new();
        if let Some(council) = &self.plan.council {
            let mut text = council.name.value.clone();
            if let Some(decree) = &council.decree {
                text = format!("{text} — {}", self.decree(decree));
            }
            rows.push(table::group(&self.mark(&text, council.example.value)));
        }
        for &element in Element::ALL {
            let mut members = self
                .plan
                .members
                .values()
                .filter(|member| member.entry.element.value == element)
                .peekable();
            if members.peek().is_some() {
                rows.push(table::group(
                    self.words.named("book-element", element.word()),
                ));
            }
            rows.extend(members.map(|member| {
                let entry = &member.entry;
                let name = self.mark(&entry.institution, entry.example.value);
                let name = match member.opd {
                    Some(opd) => self.link_as(Target::Opd(opd), &name),
                    None => Content::text(&name),
                };
                self.row(
                    entry.institution.span,
                    vec![
                        name,
                        self.optional(entry.position.as_ref().map(|text| text.value.as_str())),
                        Content::text(
                            self.words
                                .named("book-council-role", entry.role.value.word()),
                        ),
                    ],
                )
            }));
        }
        table::bare(columns, rows)
    }

    pub(super) fn stakeholders(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-body"), 4),
            table::text(self.words.get("book-element"), 2),
            table::text(self.words.get("book-role"), 5),
        ];
        let rows = self.plan.stakeholders.iter().map(|(id, entry)| {
            let name = self.mark(&entry.name, entry.example.value);
            self.row(
                self.origin(Target::Stakeholder(id)),
                vec![
                    self.anchored(Show::Stakeholders, Target::Stakeholder(id), &name),
                    Content::text(self.words.named("book-element", entry.element.value.word())),
                    self.sourced(
                        entry.role.as_ref().map_or("–", |text| text.value.as_str()),
                        entry.source.as_ref(),
                    ),
                ],
            )
        });
        table::bare(columns, rows.collect())
    }

    pub(super) fn districts(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-district"), 2),
            table::text(self.words.get("book-programmes-in-district"), 6),
        ];
        let rows = self.plan.districts.iter().map(|(id, entry)| {
            let here = self.programs_where(|program| program.districts.contains(&id));
            self.row(
                self.origin(Target::District(id)),
                vec![
                    self.anchored(Show::Districts, Target::District(id), &entry.name)
                        .then(&self.sourced("", entry.source.as_ref())),
                    self.references(here),
                ],
            )
        });
        table::bare(columns, rows.collect())
    }

    pub(super) fn proposals(&self) -> Table {
        let mut columns = vec![
            table::text(self.words.get("book-proposal"), 4),
            table::text(self.words.get("book-proposed-by"), 2),
            table::text(self.words.get("book-what-became-of-it"), 4),
        ];
        let mut proposals = self.plan.proposals.values();
        let has_pillars = proposals.any(|proposal| proposal.pillar.is_some());
        if has_pillars {
            columns.insert(1, table::text(self.words.get("book-pillar"), 2));
        }
        let rows = self.plan.proposals.iter().map(|(id, proposal)| {
            let file = &proposal.file;
            let title = self.mark(&file.title, file.example.value);
            let name = self.anchored(Show::Proposals, Target::Proposal(id), &title);
            let summary = file.summary.as_ref();
            let summary = summary.map(|text| Content::text(&format!("\n{}", text.value)));
            let status = Content::text(
                self.words
                    .named("book-proposal-status", file.status.value.word()),
            );
            let outcome = match (file.status.value, &file.reason) {
                (ProposalStatus::Adopted, reason) => {
                    let programs = self.references(proposal.answered_by.iter().copied());
                    let adopted = status.then(&Content::text(": ")).then(&programs);
                    match reason {
                        Some(reason) => {
                            adopted.then(&Content::text(&format!("; {}", reason.value)))
                        }
                        None => adopted,
                    }
                }
                (_, Some(reason)) => status.then(&Content::text(&format!(": {}", reason.value))),
                (_, None) => status,
            };
            let mut by = vec![file.by.value.clone()];
            by.extend(
                file.workshop
                    .as_ref()
                    .map(|workshop| workshop.value.clone()),
            );
            by.extend(file.date.as_ref().map(|date| self.format.date(date.value)));
            let mut cells = vec![
                match summary {
                    Some(summary) => name.then(&summary),
                    None => name,
                },
                Content::text(&by.join("\n")),
                outcome,
            ];
            if has_pillars {
                let pillar = proposal.pillar;
                let pillar = pillar.map(|id| self.link(Target::Pillar(id)));
                cells.insert(1, pillar.unwrap_or_else(|| Content::text("–")));
            }
            self.row(self.origin(Target::Proposal(id)), cells)
        });
        table::bare(columns, rows.collect())
    }
}
