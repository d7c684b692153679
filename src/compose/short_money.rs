//! Amounts of money in words that are read at a glance.

use super::Composer;
use crate::language::message;
use crate::model::Rupiah;

/// Units of so many rupiah, the largest first.
const TRILLION: i128 = 1_000_000_000_000;
const BILLION: i128 = 1_000_000_000;
const MILLION: i128 = 1_000_000;

impl Composer<'_> {
    /// `Rp255,96 miliar`: with two decimal places at most, rounded half up. Less than a
    /// million has all of its digits.
    pub(super) fn short_money(&self, Rupiah(rupiah): Rupiah) -> String {
        let amount = |unit| self.format.number(hundredths(rupiah, unit));
        // What would round to a thousand of a unit is one of the next.
        match rupiah {
            999_995_000_000.. => self.words.say(&message!(
                "book-trillion-of-rupiah",
                amount = amount(TRILLION)
            )),
            999_995_000.. => self.words.say(&message!(
                "book-billion-of-rupiah",
                amount = amount(BILLION)
            )),
            MILLION.. => self.words.say(&message!(
                "book-million-of-rupiah",
                amount = amount(MILLION)
            )),
            _ => self.format.money(rupiah),
        }
    }
}

/// A number in units of so many, rounded half up to two decimal places, without zeros at its
/// end.
fn hundredths(number: i128, unit: i128) -> String {
    let all = number
        .saturating_mul(200)
        .saturating_add(unit)
        .checked_div(unit.saturating_mul(2))
        .unwrap_or_default();
    let (whole, part) = (all / 100, all % 100);
    match (part, part % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", part / 10),
        _ => format!("{whole}.{part:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_rounded_half_up_without_idle_zeros() {
        for (rupiah, unit, wanted) in [
            (255_960_000_000, BILLION, "255.96"),
            (29_585_000_000, BILLION, "29.59"),
            (29_584_999_999, BILLION, "29.58"),
            (25_900_000_000, BILLION, "25.9"),
            (25_004_000_000, BILLION, "25"),
            (1_050_000_000, BILLION, "1.05"),
            (485_000_000, MILLION, "485"),
        ] {
            assert_eq!(hundredths(rupiah, unit), wanted);
        }
    }
}
