//! The scale by which results are judged, and how they are worked out.

use super::{Composer, Content, Drawing, Table, message, table};
use crate::achievement::Scale;
use crate::model::DownFormula;

pub(super) const DRAWING: Drawing = Drawing::Explained(
    |it| it.prose(&it.how_results_are_told()),
    |it| vec![it.achievement_scale()],
);

impl Composer<'_> {
    /// The bands of the scale, the highest first.
    fn achievement_scale(&self) -> Table {
        let scale = Scale::of(&self.plan.file);
        let follows = scale.bands().iter().any(|band| band.follow_up.is_some());
        let mut columns = vec![
            table::text(self.words.get("book-result-against-target"), 3),
            table::text(self.words.get("book-verdict"), 2),
        ];
        if follows {
            columns.push(table::text(self.words.get("book-follow-up"), 3));
        }
        let rows = scale.bands().iter().enumerate().map(|(at, band)| {
            let mut cells = vec![
                Content::text(&self.range_of_band(&scale, at)),
                Content::text(self.name_of_band(band)),
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
        match (from, scale.above(at)) {
            (Some(from), Some(above)) => self.words.say(&message!(
                "book-band-between",
                from = number(from),
                above = number(above),
            )),
            (Some(from), None) => self
                .words
                .say(&message!("book-band-from", from = number(from))),
            (None, Some(above)) => self
                .words
                .say(&message!("book-band-below", above = number(above))),
            (None, None) => self.words.get("book-band-any").to_owned(),
        }
    }

    /// How results are worked out.
    fn how_results_are_told(&self) -> String {
        let scale = Scale::of(&self.plan.file);
        let words = self.words;
        let down = match scale.down() {
            DownFormula::Mirror => words.get("book-results-down-mirror"),
            DownFormula::Inverse => words.get("book-results-down-inverse"),
        };
        let rounding = words.say(&message!(
            "book-results-rounding",
            decimals = scale.decimals() as usize,
        ));
        let judged = words.say(&match scale.cap() {
            None => message!("book-results-judged", rounding = rounding),
            Some(cap) => message!(
                "book-results-judged-capped",
                rounding = rounding,
                cap = self.format.number(cap),
            ),
        });
        let (up, keep) = (words.get("book-results-up"), words.get("book-results-keep"));
        format!("{up} {down} {keep} {judged}")
    }
}
