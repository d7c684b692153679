//! The activities of a programme on its card, with their sub activities.

use super::Composer;
use super::table;
use super::tree::Content;
use super::view::{Row, Table};
use crate::model::{ActivityRef, Indicator, Rupiah, Year};
use crate::resolve::{Program, Target};

impl Composer<'_> {
    /// The activities of a programme, each with its sub activities below it, numbered where there
    /// are such, and with the money of each where it is said. `None` if there are none.
    pub(super) fn activities(&self, program: &Program) -> Option<Table> {
        let file = &program.file;
        if file.activities.is_empty() {
            return None;
        }
        let has_subs = file.levels().any(|level| level.sub.is_some());
        let has_money = file.levels().any(|level| !level.budget().is_empty());
        let title = if has_subs {
            self.words.get("book-activity-and-sub")
        } else {
            self.words.get("book-activity")
        };
        let mut columns = vec![
            table::text(title, 5),
            table::text(self.words.get("book-output"), 5),
            table::narrow(self.words.get("book-time")),
        ];
        if has_money {
            columns.push(table::number(self.words.get("book-budget-in-rp")));
        }
        let mut rows: Vec<Row> = Vec::new();
        for (number, activity) in (1..).zip(&file.activities) {
            for (at, level) in activity.levels().enumerate() {
                let number = match (has_subs, at) {
                    (false, _) => String::new(),
                    (true, 0) => format!("{number}. "),
                    (true, sub) => format!("{number}.{sub} "),
                };
                let mut cells = vec![
                    self.named_level(&number, level),
                    self.level_details(program, level),
                    Content::text(&years_of(level)),
                ];
                if has_money {
                    cells.push(self.level_money(level));
                }
                rows.push(self.row(level.title().span, cells));
            }
        }
        Some(table::bare(columns, rows))
    }

    /// The name of an activity behind its number, with its code; that of one with sub activities
    /// stands out.
    pub(super) fn named_level(&self, number: &str, level: ActivityRef<'_>) -> Content {
        let mut name = format!("{number}{}", level.title().value);
        if let Some(code) = level.code() {
            name.push_str(&format!(" ({})", code.value));
        }
        let name = Content::text(&name);
        if level.sub.is_none() && !level.activity.subs.is_empty() {
            name.strong()
        } else {
            name
        }
    }

    /// What an activity produces, where, for whom, who answers for it, and its indicators, a line
    /// each; a dash for nothing.
    fn level_details(&self, program: &Program, level: ActivityRef<'_>) -> Content {
        let mut lines: Vec<Content> = Vec::new();
        lines.extend(level.output().iter().map(|text| Content::text(text)));
        lines.extend(self.level_place(program, level));
        let group = (self.words.get("book-target-group"), level.target_group());
        let charge = self.words.get("book-person-in-charge-of-activity");
        for (word, text) in [group, (charge, level.person_in_charge())] {
            let text = text.as_ref().map(|text| format!("{word}: {}", text.value));
            lines.extend(text.map(|text| Content::text(&text)));
        }
        let indicators = level.indicators().iter();
        lines.extend(indicators.map(|one| self.indicator_in_line(one)));
        if lines.is_empty() {
            return self.optional(None);
        }
        Content::lines(lines)
    }

    /// The districts of an activity; `None` where it names none.
    pub(super) fn level_place(&self, program: &Program, level: ActivityRef<'_>) -> Option<Content> {
        let districts = level.districts().iter();
        let found = districts.filter_map(|id| program.places.get(&id.value));
        let links: Vec<Content> = found.map(|id| self.link(Target::District(*id))).collect();
        if links.is_empty() {
            return None;
        }
        let word = self.words.get("book-location");
        Some(Content::text(&format!("{word}: ")).then(Content::join(links, ", ")))
    }

    /// `Jumlah laporan (dokumen) – Awal 2025: 1; 2026: 2; 2027: 3. Catatan bulanan`
    fn indicator_in_line(&self, indicator: &Indicator) -> Content {
        let value = |label: String, value| {
            Content::text(&format!("{label}: ")).then(self.quantity(Some(value)))
        };
        let baseline = indicator.baseline.iter().map(|baseline| {
            let word = self.words.get("book-baseline");
            let year = baseline.year.value;
            let found = value(format!("{word} {year}"), baseline.value.value);
            match &baseline.source {
                Some(source) => found.then(Content::text(&format!(" ({})", source.value))),
                None => found,
            }
        });
        let targets = indicator.targets.iter();
        let targets = targets.map(|(year, target)| value(year.to_string(), target.value));
        let values = Content::join(baseline.chain(targets), "; ");
        let name = format!("{} ({}) – ", indicator.name.value, indicator.unit.value);
        let line = Content::text(&name).then(values);
        let line = match &indicator.measured_by {
            Some(how) => line.then(Content::text(&format!(". {}", how.value))),
            None => line,
        };
        line.at(indicator.name.span.into())
    }

    /// All money of an activity or a sub activity; a dash where none is said.
    fn level_money(&self, level: ActivityRef<'_>) -> Content {
        let amounts: Vec<Rupiah> = match level.sub {
            Some(sub) => sub.budget.iter().map(|line| line.amount.value).collect(),
            None => {
                let lines = level.activity.lines().into_iter();
                lines.map(|line| line.amount.value).collect()
            }
        };
        if amounts.is_empty() {
            return self.quantity(None);
        }
        self.amount(amounts.into_iter().sum())
    }
}

/// `2026–2027`; empty where no day is said.
fn years_of(level: ActivityRef<'_>) -> String {
    let days = [level.start(), level.end()].into_iter().flatten();
    let mut years: Vec<String> = days
        .map(|date| Year(date.value.year()).to_string())
        .collect();
    years.dedup();
    years.join("–")
}
