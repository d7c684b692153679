//! `[policy.achievement]`: how what was reached is told from what was to be reached.

use super::entry::entry;
use super::invalid_keys::InvalidKeys;
use super::keyword::keywords;
use super::scalar::Quantity;
use crate::source::{Span, Spanned};

keywords! {
    /// How far a value got that is meant to fall; `T` is the target, `R` the value.
    DownFormula {
        /// `(2T − R) / T`: as much too high counts as much as too low does elsewhere.
        Mirror = "mirror",
        /// `T / R`
        Inverse = "inverse",
    }
}

entry! {
    /// How results are worked out and what they are called.
    Achievement = "plan-achievement", invalid_keys {
        /// The formula for values that are meant to fall.
        down: DownFormula = or("down", DownFormula::Mirror);
        /// Digits behind the decimal mark to which percentages are rounded.
        decimals: u32 = or("decimals", Self::DECIMALS);
        /// Highest percentage that is told; without it, any.
        cap: Spanned<Quantity> = optional("cap");
        /// The bands; empty for the customary ones.
        bands: Band = list("bands");
    }
}

impl Achievement {
    /// Digits behind the decimal mark where the plan says nothing.
    pub(crate) const DECIMALS: u32 = 2;

    /// What holds where the plan says nothing.
    pub fn customary(span: Span) -> Self {
        Self {
            down: Spanned::new(DownFormula::Mirror, span),
            decimals: Spanned::new(Self::DECIMALS, span),
            cap: None,
            bands: Vec::new(),
            invalid_keys: InvalidKeys::default(),
        }
    }
}

entry! {
    /// A band of the scale: what results from a percentage on are called.
    Band = "plan-band" {
        /// The lowest percentage of the band.
        from: Spanned<Quantity> = required("from");
        /// What results in the band are called.
        name: Spanned<String> = required("name"): sentence key place;
        /// What follows from such a result.
        follow_up: Spanned<String> = optional("follow-up"): sentence;
    }
}
