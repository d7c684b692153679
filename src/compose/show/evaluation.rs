//! Tables of evaluations: schedule, realised values, findings.

use crate::compose::code::Content;
use crate::compose::view::{Column, Table};
use crate::compose::{Composer, table};
use crate::model::{Direction, Quantity};
use crate::resolve::Target;

impl Composer<'_> {
    pub(super) fn evaluations(&self) -> Vec<Table> {
        let columns = vec![
            table::narrow(self.words.pick("Tanggal", "Date")),
            table::text(self.words.pick("Evaluasi", "Evaluation"), 4),
            table::text(self.words.pick("Cakupan", "Scope"), 3),
            table::narrow("Status"),
            table::number(self.words.pick("Nilai", "Score")),
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
                    Content::text(self.words.evaluation(file.status.value)),
                    self.quantity(file.score.as_ref().map(|score| score.value)),
                ],
            )
        });
        let mut tables = vec![table::bare(columns, rows.collect())];
        tables.extend(self.realised());
        tables.extend(self.evaluation_findings());
        tables
    }

    /// What was reached, beside the targets.
    fn realised(&self) -> Option<Table> {
        let columns: Vec<Column> = vec![
            table::narrow("No."),
            table::text(self.words.pick("Indikator", "Indicator"), 5),
            table::number(self.words.pick("Tahun", "Year")),
            table::number("Target"),
            table::number(self.words.pick("Realisasi", "Realised")),
            table::narrow(self.words.pick("Capaian", "Result")),
        ];
        let mut rows = Vec::new();
        for evaluation in self.plan.evaluations.values() {
            for (value, &id) in evaluation.file.realised.iter().zip(&evaluation.realised) {
                let indicators = &self.plan.programs[id].file.indicators;
                let indicator = indicators
                    .iter()
                    .find(|indicator| indicator.name.value == value.indicator.value);
                let target = indicator
                    .and_then(|indicator| indicator.targets.get(value.year.value))
                    .map(|target| target.value);
                let name = match indicator {
                    Some(indicator) => {
                        format!("{} ({})", indicator.name.value, indicator.unit.value)
                    }
                    None => value.indicator.value.clone(),
                };
                let reached = indicator.zip(target).and_then(|(indicator, target)| {
                    self.reached(indicator.direction.value, target, value.value.value)
                });
                rows.push(self.row(
                    value.indicator.span,
                    vec![
                        self.program_reference(id),
                        Content::text(&name),
                        Content::text(&value.year.value.to_string()),
                        self.quantity(target),
                        self.quantity(Some(value.value.value)),
                        self.optional(reached),
                    ],
                ));
            }
        }
        let mut made = table::bare(columns, rows);
        made.caption = Some(Content::text(self.words.pick(
            "Realisasi dibandingkan dengan target",
            "Realised values against targets",
        )));
        (!made.rows.is_empty()).then_some(made)
    }

    /// Whether a value keeps what the target promised. Of one that is to stay where
    /// it is, only the same value can be said to.
    fn reached(
        &self,
        direction: Direction,
        target: Quantity,
        value: Quantity,
    ) -> Option<&'static str> {
        let reached = match direction {
            Direction::Up => value >= target,
            Direction::Down => value <= target,
            Direction::Keep if value == target => true,
            Direction::Keep => return None,
        };
        Some(match reached {
            true => self.words.pick("tercapai", "reached"),
            false => self.words.pick("belum tercapai", "not reached"),
        })
    }

    fn evaluation_findings(&self) -> Option<Table> {
        let columns = vec![
            table::text(self.words.pick("Temuan", "Finding"), 4),
            table::text(self.words.pick("Tindak lanjut", "Follow-up"), 4),
            table::narrow("OPD"),
            table::text(self.words.pick("Tenggat", "Deadline"), 2),
            table::narrow("Status"),
        ];
        let mut rows = Vec::new();
        for evaluation in self.plan.evaluations.values() {
            for (finding, concern) in evaluation.file.findings.iter().zip(&evaluation.findings) {
                let mut text = Content::text(&finding.text);
                if let Some(id) = concern.program {
                    text = text
                        .then(&Content::text(" "))
                        .then(&self.program_reference(id));
                }
                let deadline = finding
                    .deadline
                    .as_ref()
                    .map(|date| self.format.date(date.value));
                rows.push(self.row(
                    finding.text.span,
                    vec![
                        text,
                        self.optional(finding.follow_up.as_ref().map(|text| text.value.as_str())),
                        concern.opd.map_or(Content::text("–"), |id| {
                            self.link_as(Target::Opd(id), &self.plan.opds[id].file.abbreviation)
                        }),
                        self.optional(deadline.as_deref()),
                        Content::text(self.words.follow_up(finding.status.value)),
                    ],
                ));
            }
        }
        let mut made = table::bare(columns, rows);
        made.caption = Some(Content::text(
            self.words
                .pick("Temuan dan tindak lanjutnya", "Findings and follow-up"),
        ));
        (!made.rows.is_empty()).then_some(made)
    }
}
