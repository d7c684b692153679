//! `[policy.achievement]`: how what was reached is told from what was to be reached.

use super::decode::Context;
use super::gaps::Gaps;
use super::keyword::keywords;
use super::scalar::Quantity;
use super::table::{Entry, Table};
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

/// How results are worked out and what they are called.
#[derive(Debug, Clone)]
pub struct Achievement {
    /// The formula for values that are meant to fall.
    pub down: Spanned<DownFormula>,
    /// Digits behind the decimal mark to which percentages are rounded.
    pub decimals: Spanned<u32>,
    /// Highest percentage that is told; without it, any.
    pub cap: Option<Spanned<Quantity>>,
    /// The bands; empty for the customary ones.
    pub bands: Vec<Band>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Achievement {
    /// Digits behind the decimal mark where the plan says nothing.
    pub const DECIMALS: u32 = 2;

    /// What holds where the plan says nothing.
    pub fn customary(span: Span) -> Self {
        Self {
            down: Spanned::new(DownFormula::Mirror, span),
            decimals: Spanned::new(Self::DECIMALS, span),
            cap: None,
            bands: Vec::new(),
            gaps: Gaps::default(),
        }
    }
}

impl Entry for Achievement {
    const NAME: &'static str = "plan-achievement";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        Some(Self {
            down: table.or("down", DownFormula::Mirror, cx),
            decimals: table.or("decimals", Self::DECIMALS, cx),
            cap: table.optional("cap", cx),
            bands: table.list("bands", cx),
            gaps: table.gaps(),
        })
    }
}

/// A band of the scale: what results from a percentage on are called.
#[derive(Debug, Clone)]
pub struct Band {
    /// The lowest percentage of the band.
    pub from: Spanned<Quantity>,
    /// What results in the band are called.
    pub name: Spanned<String>,
    /// What follows from such a result.
    pub follow_up: Option<Spanned<String>>,
}

impl Entry for Band {
    const NAME: &'static str = "plan-band";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let from = table.required("from", cx);
        let name = table.required("name", cx);
        let follow_up = table.optional("follow-up", cx);
        Some(Self {
            from: from?,
            name: name?,
            follow_up,
        })
    }
}
