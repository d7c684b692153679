//! Values of a plan that narrative refers to: sums, counts, years, baselines and targets.

mod find;
mod settle;

use jiff::civil::Date;

use super::Id;
use super::plan::{Dimension, Opd, Pillar, Program, Target};
use crate::address::Form;
use crate::language::{Arg, Message, message};
use crate::markdown::NodeId;
use crate::model::{EntryKind, FundingSource, Quantity, Rupiah, Year};
use crate::source::Span;

pub(super) use find::source;
pub(super) use settle::settle;

/// A value of a plan, and what a reference calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanValue {
    /// Behind the scheme of the reference: `program:layanan-112/budget`.
    pub name: String,
    /// What it is.
    pub amount: Amount,
    /// The year that the reference names, of which it is the value.
    pub(crate) year: Option<Year>,
    /// Where the data say it; of a sum or a count, where that of which it is one begins.
    pub(crate) span: Span,
    /// The entries that are counted or added up, so that it is not known if one of them could
    /// not be read; `None` of what one entry says.
    pub(crate) made_of: Option<EntryKind>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// Money.
    Money(Rupiah),
    /// How many there are.
    Count(usize),
    /// The value of an indicator and its unit.
    Quantity(Quantity, String),
    /// A year.
    Year(Year),
    /// A day.
    Date(Date),
}

/// Whose value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner<'a> {
    Plan,
    Pillar(Id<Pillar>),
    Dimension(Id<Dimension>),
    Opd(Id<Opd>),
    /// By its id.
    Phase(&'a str),
    Source(FundingSource),
    Program(Id<Program>),
}

impl Owner<'_> {
    /// That of an entry that has values.
    fn of(target: Target) -> Option<Self> {
        match target {
            Target::Program(id) => Some(Self::Program(id)),
            Target::Opd(id) => Some(Self::Opd(id)),
            Target::Pillar(id) => Some(Self::Pillar(id)),
            Target::Dimension(id) => Some(Self::Dimension(id)),
            Target::Policy(_)
            | Target::Mission(_)
            | Target::Goal(_)
            | Target::Priority(_)
            | Target::Need(_)
            | Target::Law(_)
            | Target::District(_)
            | Target::Stakeholder(_)
            | Target::Proposal(_)
            | Target::Chapter(_)
            | Target::Place(_) => None,
        }
    }
}

/// A reference to a value that waits for the plan to be complete.
#[derive(Debug, Clone)]
pub struct PendingValue {
    /// Which part of the text it is.
    pub(super) node: NodeId,
    /// The link.
    pub(super) span: Span,
    /// What it says behind the scheme.
    pub(super) written: String,
    /// The entry whose value it is, if it is that of one.
    pub(super) target: Option<Target>,
}

/// How the digits of an amount in a scale are said.
type Say = fn(String) -> Message;

/// Scales of money in a text, the largest first, with the zeros that each stands for.
const SCALES: &[(Say, u32)] = &[
    (
        |digits| message!("book-value-trillion", number = Arg::Number(digits)),
        12,
    ),
    (
        |digits| message!("book-value-billion", number = Arg::Number(digits)),
        9,
    ),
    (
        |digits| message!("book-value-million", number = Arg::Number(digits)),
        6,
    ),
];

/// Decimal places of money in such a scale, at most.
const PLACES: u32 = 2;

impl PlanValue {
    /// What a reference to it prints. Money is rounded unless its full form is asked for.
    pub fn printed(&self, form: Option<Form>) -> Message {
        let number = |digits: String| message!("book-value-number", number = Arg::Number(digits));
        let plain = |text: String| message!("book-value-number", number = text);
        match (&self.amount, form) {
            (Amount::Money(rupiah), Some(Form::Full)) => {
                message!("book-value-money", money = Arg::Money(rupiah.0))
            }
            (Amount::Money(rupiah), Some(Form::Number)) => number(rupiah.0.to_string()),
            (Amount::Money(rupiah), Some(Form::Short | Form::Title) | None) => shortened(*rupiah),
            (Amount::Count(count), _) => number(count.to_string()),
            (Amount::Quantity(value, _), Some(Form::Number)) => number(value.0.to_string()),
            (
                Amount::Quantity(value, unit),
                Some(Form::Full | Form::Short | Form::Title) | None,
            ) => {
                let number = Arg::Number(value.0.to_string());
                if unit.starts_with(['%', '‰', '°']) {
                    message!("book-value-measured", number = number, unit = unit)
                } else {
                    message!("book-value-quantity", number = number, unit = unit)
                }
            }
            (Amount::Year(year), _) => plain(year.to_string()),
            (Amount::Date(date), Some(Form::Short | Form::Number)) => {
                plain(Year(date.year()).to_string())
            }
            (Amount::Date(date), Some(Form::Full | Form::Title) | None) => {
                message!("book-value-date", date = *date)
            }
        }
    }
}

/// Money in the largest scale of which it is one at least, rounded to a few places. What is
/// rounded up to a thousand of a scale is one of the next.
pub(crate) fn shortened(rupiah: Rupiah) -> Message {
    let power = |zeros: u32| 10_i128.pow(zeros);
    for (index, (say, zeros)) in SCALES.iter().enumerate() {
        let step_below = match SCALES.get(index.saturating_add(1)) {
            Some((_, below)) => power(below.saturating_sub(PLACES)),
            None => 1,
        };
        if rupiah.0.saturating_add(step_below / 2) < power(*zeros) {
            continue;
        }
        let step = power(zeros.saturating_sub(PLACES));
        // Half a step is rounded up.
        let steps = rupiah.0.saturating_add(step / 2) / step;
        let one = power(PLACES);
        let digits = format!("{}.{:02}", steps / one, steps % one);
        let digits = digits.trim_end_matches('0').trim_end_matches('.');
        return say(digits.to_owned());
    }
    message!("book-value-money", money = Arg::Money(rupiah.0))
}

#[cfg(test)]
mod tests {
    use super::{Rupiah, shortened};
    use crate::language::{Catalogue, Language};

    #[test]
    fn money_is_rounded_to_two_places_of_its_scale() {
        let indonesian = Catalogue::new(Language::Indonesian);
        for (rupiah, told) in [
            (0, "Rp0"),
            (999_499, "Rp999.499"),
            (999_999, "Rp999.999"),
            (1_000_000, "Rp1 juta"),
            (450_000_000, "Rp450 juta"),
            (994_999_999, "Rp995 juta"),
            (999_994_999, "Rp999,99 juta"),
            (999_995_000, "Rp1 miliar"),
            (1_250_000_000, "Rp1,25 miliar"),
            (1_254_999_999, "Rp1,25 miliar"),
            (1_255_000_000, "Rp1,26 miliar"),
            (10_000_000_000, "Rp10 miliar"),
            (255_960_000_000, "Rp255,96 miliar"),
            (999_990_000_000, "Rp999,99 miliar"),
            (999_994_999_999, "Rp999,99 miliar"),
            (999_995_000_000, "Rp1 triliun"),
            (1_200_000_000_000, "Rp1,2 triliun"),
            (1_234_567_000_000_000, "Rp1.234,57 triliun"),
        ] {
            let text = indonesian.text(&shortened(Rupiah(rupiah)));
            assert_eq!(text.replace('\u{a0}', " "), told, "{rupiah}");
        }
        let english = Catalogue::new(Language::English);
        let text = english.text(&shortened(Rupiah(255_960_000_000)));
        assert_eq!(text.replace('\u{a0}', " "), "Rp255.96 billion");
    }
}
