//! What a programme says on all of its levels: of itself, its activities and their sub activities.

use super::activity::{Activity, ActivityRef};
use super::program::{BudgetLine, Indicator, ProgramFile};
use super::scalar::{Rupiah, Year};
use crate::source::Spanned;

impl ProgramFile {
    /// Its activities, each with its sub activities behind it.
    pub fn levels(&self) -> impl Iterator<Item = ActivityRef<'_>> {
        self.activities.iter().flat_map(Activity::levels)
    }

    /// The codes of its activities and sub activities.
    pub(crate) fn activity_codes(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.levels().filter_map(|level| level.code().as_ref())
    }

    /// The indicators of the programme, and then those of its activities and sub activities.
    pub fn all_indicators(&self) -> impl Iterator<Item = &Indicator> {
        let below = self.levels().flat_map(ActivityRef::indicators);
        self.indicators.iter().chain(below)
    }

    /// The lists of budget lines of the programme and of all that is in it.
    pub(crate) fn budgets(&self) -> impl Iterator<Item = &[BudgetLine]> {
        let below = self.levels().map(|level| level.budget().as_slice());
        std::iter::once(self.budget.as_slice()).chain(below)
    }

    /// All budget lines, also those that add up others.
    pub(crate) fn stated_lines(&self) -> impl Iterator<Item = &BudgetLine> {
        self.budgets().flatten()
    }

    /// Whether one of its budgets says something which is not known.
    pub(crate) fn has_unclear_budget(&self) -> bool {
        let mut below = self.levels();
        self.invalid_keys.contains("budget")
            || below.any(|level| level.invalid_keys().contains("budget"))
    }

    /// Whether indicators of one of its levels say something which is not known.
    pub(crate) fn has_unclear_indicator(&self) -> bool {
        let mut below = self.levels();
        self.invalid_keys.contains("indicator")
            || below.any(|level| level.invalid_keys().contains("indicator"))
    }

    /// The budget lines that count, each rupiah once: in each year those of the lowest level
    /// that states money. Where a level states other sums than the levels in it, its own lines
    /// count, which are said to be the sum.
    pub fn lines(&self) -> impl Iterator<Item = &BudgetLine> {
        let mut below = self.levels();
        let is_split = below.any(|level| !level.budget().is_empty());
        let own = self.budget.iter().filter(move |_| !is_split);
        let counted = if is_split {
            let activities = self.activities.iter().flat_map(counted_of_activity);
            counted(&self.budget, activities.collect())
        } else {
            Vec::new()
        };
        own.chain(counted)
    }

    /// The sum of all budget lines that count.
    pub fn money(&self) -> Rupiah {
        self.lines().map(|line| line.amount.value).sum()
    }
}

impl Activity {
    /// The budget lines of it and of its sub activities that count.
    pub(crate) fn lines(&self) -> Vec<&BudgetLine> {
        counted_of_activity(self)
    }
}

fn counted_of_activity(activity: &Activity) -> Vec<&BudgetLine> {
    let subs = activity.subs.iter().flat_map(|sub| &sub.budget);
    counted(&activity.budget, subs.collect())
}

/// Of the lines of a level and those of the levels in it that count, those that count: in each
/// year the lines below where they add up to what the level states, or where it states nothing,
/// and else its own.
fn counted<'p>(own: &'p [BudgetLine], below: Vec<&'p BudgetLine>) -> Vec<&'p BudgetLine> {
    if own.is_empty() || below.is_empty() {
        return own.iter().chain(below).collect();
    }
    let stated = |year: Year| sum_of_year(own.iter(), year);
    let adds_up = |year: Year| {
        let split = sum_of_year(below.iter().copied(), year);
        split.is_some() && stated(year).is_none_or(|stated| Some(stated) == split)
    };
    let mut counted: Vec<&BudgetLine> = Vec::new();
    counted.extend(own.iter().filter(|line| !adds_up(line.year.value)));
    let kept = below.iter().copied();
    counted.extend(kept.filter(|line| adds_up(line.year.value)));
    counted
}

/// The money of a year; `None` where no line is of it.
pub(crate) fn sum_of_year<'p>(
    lines: impl Iterator<Item = &'p BudgetLine>,
    year: Year,
) -> Option<Rupiah> {
    let of_year = lines.filter(|line| line.year.value == year);
    of_year.map(|line| line.amount.value).reduce(|a, b| a + b)
}
