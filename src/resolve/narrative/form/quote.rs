//! Quotes that were meant for a comparison: `> 75% is very good`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Forms;
use crate::pattern::literal_pattern;
use crate::resolve::rules;
use crate::slice::slice;

/// A line of a quote that compares: what is behind its sign is a number, and none of an
/// item. A year alone begins a sentence, and so does a date.
static COMPARISON: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(
        r"^>[ \t]*(?:=[ \t]*\S|(?:Rp|IDR|USD|US\$|\$|€)?[ \t]?(?P<number>[-–]?\d[\d.,]*)(?P<after>.*)$)",
    )
});

/// Months in Indonesian and English, in small letters, by which a number is a date.
const MONTHS: [&str; 21] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "december",
];

/// Looks at a quote.
pub(super) fn look(forms: &mut Forms<'_>, range: &Range<usize>) {
    let written = slice(forms.text, range.clone()).trim_end();
    let mut lines = written.lines().map(str::trim);
    let first = lines.next().unwrap_or_default();
    let others = lines.filter(|line| line.starts_with('>'));
    let count = others.clone().count();
    if !compares(first) || !others.clone().all(compares) {
        return;
    }
    let span = forms.span(range.start..range.start + first.len());
    let finding = rules::lost_sign::comparison(span, first);
    // A line of its own may be a quote all the same.
    let certain = count == 0 && (forms.is_in_item() || first.starts_with(">="));
    forms.findings.push(if certain {
        let mark = forms.span(range.start..range.start);
        finding.restructure(mark, "\\")
    } else {
        finding
    });
}

fn compares(line: &str) -> bool {
    let Some(found) = COMPARISON.captures(line) else {
        return false;
    };
    let (Some(number), Some(after)) = (found.name("number"), found.name("after")) else {
        return true;
    };
    let (number, after) = (number.as_str(), after.as_str());
    let word = after.split_whitespace().next().unwrap_or_default();
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let is_item = (number.ends_with('.') && after.starts_with([' ', '\t']) && number.len() < 4)
        || after.starts_with(')');
    let is_year = number.len() == 4
        && ["19", "20"].iter().any(|begin| number.starts_with(begin))
        && !after.trim_start().starts_with('%');
    !is_item && !is_year && !MONTHS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::compares;

    #[test]
    fn numbers_are_compared_and_dates_and_items_are_not() {
        for line in [
            "> 75% sangat baik",
            "> 75",
            ">75",
            "> 50 persen warga puas",
            ">= 75 persen",
            "> = 75",
            "> Rp 5 miliar",
            "> Rp5.000.000",
            "> 0,8",
            "> 1.5",
            "> 2.000 jiwa",
            "> 2025%",
        ] {
            assert!(compares(line), "{line}");
        }
        for line in [
            "> Warga puas",
            "> 17 Agustus 1945 adalah hari",
            "> 2025 adalah tahun awal",
            "> 1. Satu",
            "> 1) Satu",
            "> - Satu",
            ">",
            "> *75*",
            "> 5 May 2025 was",
        ] {
            assert!(!compares(line), "{line}");
        }
    }
}
