//! Words that state another number than the value that they refer to.

use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::stated_number::{Reading, Stated};
use crate::address::{Form, VALUE};
use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::{Format, message};
use crate::markdown::{InlineKind, Link, Node, plain, walk};
use crate::model::EntryKind;
use crate::resolve::{Amount, Found, Narrative, PlanValue};
use crate::slice::slice;
use crate::source::{SourceFile, Span};

/// The rule `contradicted-value` (TXT066).
pub static RULE: Rule = Rule::warning("TXT066", "contradicted-value", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "Rencana ini memuat [lima pilar](value:plan/pillars).",
        "Rencana ini memuat [satu pilar](value:plan/pillars).\n\
         Rencana ini memuat <value:plan/pillars> pilar.",
    );

/// Reads the numbers in the words of references to values. What measures something else, such
/// as a year or a number of days beside money, is left alone; if one number is right, so are the
/// words.
pub fn check(cx: &mut Checker<'_>) {
    let texts = prose::narratives(cx.plan).filter(|text| !text.values.is_empty());
    let texts: Vec<&Narrative> = texts.collect();
    if texts.is_empty() {
        return;
    }
    let format = Format::new(cx.plan.file.language.value);
    for narrative in texts {
        let Some(file) = cx.tree.get(narrative.file) else {
            continue;
        };
        let mut references = Vec::new();
        walk(&file.markdown().blocks, &mut |node: Node<'_>| {
            if let Node::Inline(inline) = node
                && let InlineKind::Link(link) = &inline.kind
                && !link.is_bare()
                && let Some(value) = narrative.values.get(&link.node)
            {
                let name = name_of_owner(cx, narrative, link);
                let finding = judge(cx, &format, file, (link, &name, value, &inline.range));
                references.extend(finding.map(|finding| (value, finding)));
            }
        });
        for (value, finding) in references {
            let span = Span::new(narrative.file, finding.0);
            report(cx, value, span, finding.1);
        }
    }
}

/// What a judged reference states wrongly, and where in its file.
type Wrong = (Range<usize>, String);

/// What the entry is called whose value is meant; empty if it is that of none.
fn name_of_owner(cx: &Checker<'_>, narrative: &Narrative, link: &Link) -> String {
    match narrative
        .targets
        .get(&link.node)
        .map(|&target| cx.plan.at(target))
    {
        Some(Found::Entry(entry)) => entry.name.to_owned(),
        Some(Found::Place(_)) | None => String::new(),
    }
}

fn judge(
    cx: &Checker<'_>,
    format: &Format,
    file: &SourceFile,
    (link, name, value, range): (&Link, &str, &PlanValue, &Range<usize>),
) -> Option<Wrong> {
    let mut words = plain(&link.line);
    // A name may hold a number: `Layanan 112`.
    if !name.is_empty() {
        words = words.replace(name, &" ".repeat(name.len()));
    }
    let unit = match &value.amount {
        Amount::Quantity(_, unit) => unit.as_str(),
        Amount::Money(_) | Amount::Count(_) | Amount::Year(_) | Amount::Date(_) => "",
    };
    let reading = Reading {
        mark: format.decimal_mark(),
        language: cx.plan.file.language.value.built_in(),
        unit,
    };
    let (before, after) = around(&file.text, range);
    let stated = reading.numbers(&before, &words, &after);
    let claims: Vec<(&Stated, bool)> = stated
        .iter()
        .filter_map(|stated| Some((stated, is_right(stated, value, format)?)))
        .collect();
    // All parts of a date have to be right.
    let is_date = matches!(value.amount, Amount::Date(_));
    if !is_date && claims.iter().any(|(_, is_right)| *is_right) {
        return None;
    }
    let (wrong, _) = claims.iter().find(|(_, is_right)| !is_right)?;
    let wrong = if is_date {
        words.trim()
    } else {
        slice(&words, wrong.range.clone())
    };
    let found = slice(&file.text, range.clone()).find(wrong);
    let place = match found {
        Some(at) => range.start + at..range.start + at + wrong.len(),
        None => range.clone(),
    };
    Some((place, wrong.to_owned()))
}

/// How much of a sentence on each side of a reference is read.
const AROUND: usize = 60;

/// What stands before and behind a reference in its paragraph, without marks.
fn around(text: &str, range: &Range<usize>) -> (String, String) {
    let plain = |text: &str| text.replace(['*', '_', '[', ']', '|', '\n'], " ");
    let before = slice(text, ..range.start);
    let mut begin = before.len().saturating_sub(AROUND);
    while !before.is_char_boundary(begin) {
        begin += 1;
    }
    let before = slice(before, begin..);
    let before = before.rsplit("\n\n").next().unwrap_or(before);
    let before = before.rsplit('|').next().unwrap_or(before);
    let after = slice(text, range.end..);
    let mut end = after.len().min(AROUND);
    while !after.is_char_boundary(end) {
        end -= 1;
    }
    let after = slice(after, ..end);
    let after = after.split("\n\n").next().unwrap_or(after);
    // A cell, a note or another link begins.
    let after = after.split(['|', '[', '<']).next().unwrap_or(after);
    (plain(before), plain(after))
}

/// Whether a number is the value, if it means to be.
fn is_right(stated: &Stated, value: &PlanValue, format: &Format) -> Option<bool> {
    let true_of = |value: Decimal| Some(stated.is_true_of(value));
    match &value.amount {
        Amount::Money(rupiah) => {
            let is_amount = stated.is_money || stated.is_scaled || stated.value() >= LARGE;
            let rupiah = Decimal::try_from_i128_with_scale(rupiah.0, 0).ok()?;
            is_amount.then(|| true_of(rupiah)).flatten()
        }
        Amount::Count(count) => {
            let is_other = stated.is_money || is_percent(&stated.unit) || is_time(&stated.unit);
            let count = Decimal::from(*count);
            let is_other = is_other || (stated.is_year && !YEARS.contains(&count));
            (!is_other).then(|| true_of(count)).flatten()
        }
        Amount::Quantity(quantity, unit) => {
            let own = unit.to_lowercase();
            let is_other = (stated.is_money && !own.contains("rupiah") && !own.contains("rp"))
                || (is_percent(&stated.unit) && !is_percent(&own))
                || (is_time(&stated.unit) && !own.contains(&stated.unit))
                || (stated.is_year && !YEARS.contains(&quantity.0));
            (!is_other).then(|| true_of(quantity.0)).flatten()
        }
        Amount::Year(year) => stated.is_year.then(|| true_of(year.0.into())).flatten(),
        Amount::Date(date) => {
            if stated.is_year {
                return true_of(date.year().into());
            }
            let month = month(&stated.unit, *date, format)?;
            Some(month == date.month() && stated.is_true_of(date.day().into()))
        }
    }
}

/// The least amount that is one without a sign or a scale.
const LARGE: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Values that a year could be.
const YEARS: std::ops::RangeInclusive<Decimal> =
    Decimal::from_parts(1_900, 0, 0, false, 0)..=Decimal::from_parts(2_200, 0, 0, false, 0);

fn is_percent(unit: &str) -> bool {
    matches!(unit, "%" | "persen" | "percent")
}

/// Whether a word is a span of time.
fn is_time(word: &str) -> bool {
    const TIMES: &[&str] = &[
        "detik", "menit", "jam", "hari", "minggu", "pekan", "bulan", "triwulan", "semester",
        "tahun", "second", "minute", "hour", "day", "week", "month", "quarter", "year",
    ];
    TIMES.contains(&word.trim_end_matches('s'))
}

/// The month that a word names in the language of the plan.
fn month(word: &str, date: Date, format: &Format) -> Option<i8> {
    (1..=12).find(|month| {
        let first = Date::new(date.year(), *month, 1).ok();
        let told = first.map(|first| format.date(first).to_lowercase());
        let told = told.unwrap_or_default();
        told.split(' ').any(|one| !word.is_empty() && one == word)
    })
}

fn report(cx: &mut Checker<'_>, value: &PlanValue, span: Span, wrong: String) {
    if let Some(kind) = value.made_of {
        // That part of the data is not understood has been said.
        let mut programs = cx.plan.programs.values();
        let is_unclear = kind == EntryKind::Program
            && programs.any(|program| program.file.invalid_keys.is_partial());
        if is_unclear || cx.is_incomplete(kind) {
            return;
        }
    }
    let place = if value.made_of.is_some() {
        message!("contradicted-value.owner")
    } else {
        message!("contradicted-value.data")
    };
    let right = value.printed(Some(Form::Full));
    let reference = format!("<{VALUE}:{}>", value.name);
    cx.report(
        Finding::new(&RULE, span, message!("contradicted-value", stated = wrong))
            .related(value.span, place)
            .hint(message!(
                "contradicted-value.hint",
                right = right,
                reference = reference
            )),
    );
}
