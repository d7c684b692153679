//! What was reached, and the scale by which that is judged.

use crate::achievement::Scale;
use crate::compose::code::Content;
use crate::compose::view::{Column, Table};
use crate::compose::{Composer, table};
use crate::model::{DownFormula, EvaluationFile};

impl Composer<'_> {
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

    /// What was reached beside the targets, with a verdict on each, and how many
    /// verdicts there are of each kind.
    pub(super) fn results(&self) -> Vec<Table> {
        if !self.has_results() {
            return Vec::new();
        }
        let scale = Scale::of(&self.plan.file);
        let columns: Vec<Column> = vec![
            table::narrow("No."),
            table::text(self.words.pick("Indikator", "Indicator"), 5),
            table::number(self.words.pick("Tahun", "Year")),
            table::number("Target"),
            table::number(self.words.pick("Realisasi", "Realised")),
            table::number(self.words.pick("Capaian (%)", "Result (%)")),
            table::narrow(self.words.pick("Penilaian", "Verdict")),
        ];
        let examples = self.all_examples(|file| !file.realised.is_empty());
        let unjudged = self.words.pick("tidak dinilai", "not judged");
        let mut counts = vec![0_usize; scale.bands().len()];
        let mut others = 0_usize;
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
                let name = self.mark(&name, evaluation.file.example.value && !examples);
                let percent = indicator.zip(target).and_then(|(indicator, target)| {
                    scale.percent(indicator.direction.value, target, value.value.value)
                });
                let band = percent.and_then(|percent| scale.band(percent));
                match band.and_then(|at| counts.get_mut(at)) {
                    Some(count) => *count = count.saturating_add(1),
                    None => others = others.saturating_add(1),
                }
                let band = band.and_then(|at| scale.bands().get(at));
                rows.push(self.row(
                    value.indicator.span,
                    vec![
                        self.program_reference(id),
                        Content::text(&name),
                        Content::text(&value.year.value.to_string()),
                        self.quantity(target),
                        self.quantity(Some(value.value.value)),
                        self.quantity(percent),
                        Content::text(band.map_or(unjudged, |band| band.name)),
                    ],
                ));
            }
        }
        let all = rows.len();
        let mut made = table::bare(columns, rows);
        let caption = self.words.pick(
            "Realisasi dibandingkan dengan target",
            "Realised values against targets",
        );
        made.caption = Some(Content::text(&self.mark(caption, examples)));
        let names = scale.bands().iter().map(|band| band.name);
        let mut summary: Vec<(&str, usize)> = names.zip(counts).collect();
        if others > 0 {
            summary.push((unjudged, others));
        }
        vec![made, self.summary_of_results(&summary, all)]
    }

    fn summary_of_results(&self, counts: &[(&str, usize)], all: usize) -> Table {
        let columns = vec![
            table::text(self.words.pick("Penilaian", "Verdict"), 1),
            table::number(self.words.pick("Jumlah capaian", "Results")),
        ];
        let count = |count: usize| Content::text(&count.to_string());
        let mut rows: Vec<_> = counts
            .iter()
            .map(|&(name, number)| table::plain(vec![Content::text(name), count(number)]))
            .collect();
        rows.push(table::total(vec![
            Content::text(self.words.pick("Jumlah", "Total")),
            count(all),
        ]));
        let mut made = table::bare(columns, rows);
        made.caption = Some(Content::text(
            self.words
                .pick("Capaian menurut penilaian", "Results by verdict"),
        ));
        made
    }

    /// The bands of the scale, the highest first.
    pub(super) fn achievement_scale(&self) -> Table {
        let scale = Scale::of(&self.plan.file);
        let follows = scale.bands().iter().any(|band| band.follow_up.is_some());
        let mut columns = vec![
            table::text(
                self.words
                    .pick("Capaian terhadap target", "Result against the target"),
                3,
            ),
            table::text(self.words.pick("Penilaian", "Verdict"), 2),
        ];
        if follows {
            columns.push(table::text(
                self.words.pick("Tindak lanjut", "Follow-up"),
                3,
            ));
        }
        let rows = scale.bands().iter().enumerate().map(|(at, band)| {
            let mut cells = vec![
                Content::text(&self.range_of_band(&scale, at)),
                Content::text(band.name),
            ];
            if follows {
                cells.push(self.optional(band.follow_up));
            }
            table::plain(cells)
        });
        table::bare(columns, rows.collect())
    }

    /// `70 sampai kurang dari 90 persen`
    fn range_of_band(&self, scale: &Scale<'_>, at: usize) -> String {
        let number = |value: rust_decimal::Decimal| self.format.number(value);
        let from = scale.bands().get(at).map(|band| band.from);
        let from = from.filter(|from| !from.is_zero());
        let percent = self.words.pick("persen", "percent");
        match (from, scale.above(at)) {
            (Some(from), Some(above)) => {
                let to = self.words.pick("sampai kurang dari", "to less than");
                format!("{} {to} {} {percent}", number(from), number(above))
            }
            (Some(from), None) => {
                let or_more = self.words.pick("atau lebih", "or more");
                format!("{} {percent} {or_more}", number(from))
            }
            (None, Some(above)) => {
                let less = self.words.pick("kurang dari", "less than");
                format!("{less} {} {percent}", number(above))
            }
            (None, None) => self.words.pick("berapa pun", "any").into(),
        }
    }

    /// How results are worked out.
    pub(super) fn how_results_are_told(&self) -> String {
        let scale = Scale::of(&self.plan.file);
        let mut text = String::from(self.words.pick(
            "Capaian indikator yang diharapkan naik ialah realisasi dibagi target. ",
            "The result of an indicator that is meant to rise is the realised value divided by \
             the target. ",
        ));
        text.push_str(match scale.down() {
            DownFormula::Mirror => self.words.pick(
                "Capaian indikator yang diharapkan turun ialah dua kali target dikurangi \
                 realisasi, lalu dibagi target. ",
                "That of an indicator that is meant to fall is twice the target less the realised \
                 value, divided by the target. ",
            ),
            DownFormula::Inverse => self.words.pick(
                "Capaian indikator yang diharapkan turun ialah target dibagi realisasi. ",
                "That of an indicator that is meant to fall is the target divided by the realised \
                 value. ",
            ),
        });
        text.push_str(self.words.pick(
            "Capaian indikator yang dipertahankan berkurang menurut selisihnya dari target. ",
            "That of an indicator that is meant to stay falls with its distance from the target. ",
        ));
        text.push_str(&match scale.decimals() {
            0 => self
                .words
                .pick(
                    "Hasilnya dibulatkan ke persen bulat",
                    "It is rounded to whole percent",
                )
                .to_owned(),
            1 => self
                .words
                .pick(
                    "Hasilnya dibulatkan sampai satu angka di belakang koma",
                    "It is rounded to one decimal place",
                )
                .to_owned(),
            decimals => format!(
                "{} {decimals} {}",
                self.words
                    .pick("Hasilnya dibulatkan sampai", "It is rounded to"),
                self.words.pick("angka di belakang koma", "decimal places"),
            ),
        });
        if let Some(cap) = scale.cap() {
            text.push_str(&format!(
                " {} {} {}",
                self.words
                    .pick("dan paling tinggi dicatat", "and told as at most"),
                self.format.number(cap),
                self.words.pick("persen", "percent"),
            ));
        }
        text.push_str(self.words.pick(
            "; angka yang tercetak itulah yang dinilai.",
            "; what is printed is what is judged.",
        ));
        text
    }
}
