//! What was reached, with a verdict on each value.

use std::collections::BTreeMap;

use super::{Composer, Content, Id, Program, Table, table};
use crate::achievement::{Band, BandName, Scale};
use crate::compose::view::Column;
use crate::model::{EvaluationFile, Indicator, Quantity, Realised};

impl<'a> Composer<'a> {
    /// Whether any value was reached that there is something to say about.
    pub(super) fn has_results(&self) -> bool {
        let mut evaluations = self.plan.evaluations.values();
        evaluations.any(|evaluation| !evaluation.file.realised.is_empty())
    }

    /// Whether all evaluations that have what is asked for are examples.
    pub(super) fn all_examples(&self, has: impl Fn(&EvaluationFile) -> bool) -> bool {
        let mut files = self.plan.evaluations.values().map(|one| &one.file);
        files.all(|file| !has(file) || file.example.value)
    }

    /// What was reached last of each indicator of a programme, with its year and the verdict on
    /// it; by the numbers of the indicators where there are several. `None` if nothing is known.
    pub(in crate::compose) fn latest_results(&self, id: Id<Program>) -> Option<Content> {
        let scale = Scale::of(&self.plan.file);
        let indicators = &self.plan.programs[id].file.indicators;
        let many = indicators.len() > 1;
        let told = (1..).zip(indicators).filter_map(|(number, indicator)| {
            let values = self.realised(id, indicator);
            let value = values.max_by_key(|value| value.year.value)?;
            let (_, band) = judged(&scale, Some(indicator), value);
            let verdict = self.verdict(&scale, band);
            let said = format!(
                "{} {} ({}: {verdict})",
                self.format.number(value.value.value.0),
                indicator.unit.value,
                value.year.value
            );
            let said = if many {
                format!("{number}. {said}")
            } else {
                said
            };
            Some(Content::text(&said).at(value.indicator.span.into()))
        });
        self.joined(told)
    }

    /// What was reached beside the targets, with a verdict on each, and how many
    /// verdicts there are of each kind.
    pub(super) fn results(&self) -> Vec<Table> {
        if !self.has_results() {
            return Vec::new();
        }
        let scale = Scale::of(&self.plan.file);
        let columns: Vec<Column> = vec![
            table::narrow(self.words.get("book-number")),
            table::text(self.words.get("book-indicator"), 5),
            table::number(self.words.get("book-year")),
            table::number(self.words.get("book-target")),
            table::number(self.words.get("book-realised-value")),
            table::number(self.words.get("book-result-percent")),
            table::narrow(self.words.get("book-verdict")),
        ];
        let examples = self.all_examples(|file| !file.realised.is_empty());
        let unjudged = self.words.get("book-not-judged");
        let mut counts = vec![0_usize; scale.bands().len()];
        let mut others = 0_usize;
        let mut rows = Vec::new();
        for evaluation in self.plan.evaluations.values() {
            for (value, &id) in evaluation.file.realised.iter().zip(&evaluation.realised) {
                let mut indicators = self.plan.programs[id].file.all_indicators();
                let indicator =
                    indicators.find(|indicator| indicator.name.value == value.indicator.value);
                let name = match indicator {
                    Some(indicator) => {
                        format!("{} ({})", indicator.name.value, indicator.unit.value)
                    }
                    None => value.indicator.value.clone(),
                };
                let name = self.mark(&name, evaluation.file.example.value && !examples);
                let target = indicator.and_then(|one| target(one, value));
                let (percent, band) = judged(&scale, indicator, value);
                match band.and_then(|at| counts.get_mut(at)) {
                    Some(count) => *count = count.saturating_add(1),
                    None => others = others.saturating_add(1),
                }
                rows.push(self.row(
                    value.indicator.span,
                    vec![
                        self.program_reference(id),
                        Content::text(&name),
                        Content::text(&value.year.value.to_string()),
                        self.quantity(target),
                        self.quantity(Some(value.value.value)),
                        self.quantity(percent),
                        Content::text(self.verdict(&scale, band)),
                    ],
                ));
            }
        }
        let all = rows.len();
        let mut made = table::bare(columns, rows);
        let caption = self.words.get("book-results");
        made.caption = Some(Content::text(&self.mark(caption, examples)));
        let names = scale.bands().iter().map(|band| self.name_of_band(band));
        let mut summary: Vec<(&str, usize)> = names.zip(counts).collect();
        if others > 0 {
            summary.push((unjudged, others));
        }
        vec![made, self.summary_of_results(&summary, all)]
    }

    /// What evaluations say of an indicator of a programme, in their order.
    pub(super) fn realised(
        &self,
        id: Id<Program>,
        indicator: &Indicator,
    ) -> impl Iterator<Item = &'a Realised> {
        let by_program = self.realised.get_or_init(|| {
            let mut by_program: BTreeMap<_, Vec<&Realised>> = BTreeMap::new();
            for evaluation in self.plan.evaluations.values() {
                for (value, id) in evaluation.file.realised.iter().zip(&evaluation.realised) {
                    by_program.entry(*id).or_default().push(value);
                }
            }
            by_program
        });
        let own = by_program.get(&id).into_iter().flatten().copied();
        own.filter(|value| value.indicator.value == indicator.name.value)
    }

    /// What a result in a band is called; that nobody judged it outside of all.
    fn verdict<'b>(&self, scale: &'b Scale<'b>, band: Option<usize>) -> &'b str
    where
        'a: 'b,
    {
        let band = band.and_then(|at| scale.bands().get(at));
        band.map_or(self.words.get("book-not-judged"), |band| {
            self.name_of_band(band)
        })
    }

    fn summary_of_results(&self, counts: &[(&str, usize)], all: usize) -> Table {
        let columns = vec![
            table::text(self.words.get("book-verdict"), 1),
            table::number(self.words.get("book-number-of-results")),
        ];
        let count = |count: usize| Content::text(&count.to_string());
        let mut rows: Vec<_> = counts
            .iter()
            .map(|&(name, number)| table::plain(vec![Content::text(name), count(number)]))
            .collect();
        rows.push(table::total(vec![
            Content::text(self.words.get("book-total")),
            count(all),
        ]));
        let mut made = table::bare(columns, rows);
        made.caption = Some(Content::text(self.words.get("book-results-by-verdict")));
        made
    }

    /// What results in a band are called.
    pub(super) fn name_of_band<'b>(&self, band: &Band<'b>) -> &'b str
    where
        'a: 'b,
    {
        match band.name {
            BandName::Own(name) => name,
            BandName::Customary(word) => self.words.named("book-band", word),
        }
    }
}

/// The target of an indicator for the year of a value.
fn target(indicator: &Indicator, value: &Realised) -> Option<Quantity> {
    let target = indicator.targets.get(value.year.value);
    target.map(|target| target.value)
}

/// How much of its target a value is, in percent, and in which band of the scale that lies;
/// `None` where nothing says.
fn judged(
    scale: &Scale<'_>,
    indicator: Option<&Indicator>,
    value: &Realised,
) -> (Option<Quantity>, Option<usize>) {
    let percent = indicator.and_then(|indicator| {
        let target = target(indicator, value)?;
        scale.percent(indicator.direction.value, target, value.value.value)
    });
    (percent, percent.and_then(|percent| scale.band(percent)))
}
