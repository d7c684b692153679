//! Evaluations: schedule, results with their verdicts, and findings.

use super::{Composer, Content, Drawing, Table, Target, table};

pub(super) const DRAWING: Drawing = Drawing::Tables(|it| it.evaluations());

impl Composer<'_> {
    fn evaluations(&self) -> Vec<Table> {
        let columns = vec![
            table::narrow(self.words.get("book-date")),
            table::text(self.words.get("book-evaluation"), 4),
            table::text(self.words.get("book-scope"), 3),
            table::narrow(self.words.get("book-status")),
            table::number(self.words.get("book-score")),
        ];
        let rows = self.plan.evaluations.values().map(|evaluation| {
            let file = &evaluation.file;
            self.row(
                file.title.span,
                vec![
                    Content::text(&self.format.date(evaluation.date)),
                    self.sourced(
                        &self.mark(&file.title, file.example.value),
                        file.source.as_ref(),
                    ),
                    self.optional(file.scope.as_ref().map(|text| text.value.as_str())),
                    Content::text(
                        self.words
                            .named("book-evaluation-status", file.status.value.word()),
                    ),
                    self.quantity(file.score.as_ref().map(|score| score.value)),
                ],
            )
        });
        let mut tables = vec![table::bare(columns, rows.collect())];
        tables.extend(self.results());
        tables.extend(self.evaluation_findings());
        tables
    }

    fn evaluation_findings(&self) -> Option<Table> {
        let columns = vec![
            table::text(self.words.get("book-finding"), 4),
            table::text(self.words.get("book-follow-up"), 4),
            table::narrow(self.words.get("book-opd")),
            table::text(self.words.get("book-deadline"), 2),
            table::narrow(self.words.get("book-status")),
        ];
        let examples = self.all_examples(|file| !file.findings.is_empty());
        let mut rows = Vec::new();
        for evaluation in self.plan.evaluations.values() {
            let example = evaluation.file.example.value && !examples;
            for (finding, concern) in evaluation.file.findings.iter().zip(&evaluation.findings) {
                let mut text = Content::text(&self.mark(&finding.text, example));
                if let Some(id) = concern.program {
                    text = text
                        .then(Content::text(" "))
                        .then(self.program_reference(id));
                }
                let deadline = finding
                    .deadline
                    .as_ref()
                    .map(|date| self.format.date(date.value));
                rows.push(self.row(
                    finding.text.span,
                    vec![
                            text,
                            self.optional(
                                finding.follow_up.as_ref().map(|text| text.value.as_str()),
                            ),
                            concern.opd.map_or(Content::text("–"), |id| {
                                self.link_as(Target::Opd(id), &self.plan.opds[id].file.abbreviation)
                            }),
                            self.optional(deadline.as_deref()),
                            Content::text(
                                self.words
                                    .named("book-follow-up-status", finding.status.value.word()),
                            ),
                        ],
                ));
            }
        }
        let mut made = table::bare(columns, rows);
        let caption = self.words.get("book-findings-and-follow-up");
        made.caption = Some(Content::text(&self.mark(caption, examples)));
        (!made.rows.is_empty()).then_some(made)
    }
}
