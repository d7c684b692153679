//! Amounts, decimals and counts.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::words::in_words;
use super::{Meant, Pattern, Remark, literal};
use crate::slice::slice;

/// What sort of number a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Whole rupiah.
    Money,
    /// Any number.
    Decimal,
    /// A whole number from 0.
    Count,
}

/// A number and how it was written.
#[derive(Debug, Clone, Default)]
struct Read {
    /// The values, the likeliest first.
    values: Vec<Decimal>,
    /// Whether digits were grouped.
    grouped: bool,
    remark: Option<Remark>,
    doubt: bool,
}

/// What may have been meant by a text in which there is a number.
pub(crate) fn number(text: &str, wanted: Wanted) -> Option<Meant> {
    if is_nothing(text) {
        let values = match wanted {
            Wanted::Money => vec!["0".to_owned()],
            Wanted::Decimal | Wanted::Count => Vec::new(),
        };
        return Some(Meant::perhaps(values).with(Remark::Nothing));
    }
    if FRACTION.is_match(text) && wanted != Wanted::Money {
        let values = quotient(text).filter(|_| wanted == Wanted::Decimal);
        let values = values.into_iter().flatten();
        let values = values.map(|value| written(value, false)).collect();
        return Some(Meant::perhaps(values).with(Remark::OneNumber));
    }
    if let Some(range) = range(text, wanted) {
        return Some(range);
    }
    let read = read(text, wanted)?;
    let mut values: Vec<String> = Vec::new();
    let mut remark = read.remark;
    let mut doubt = read.doubt;
    for value in fitting(&read.values, wanted, &mut remark) {
        let value = written(value, read.grouped);
        if !values.contains(&value) {
            values.push(value);
        }
    }
    if values.is_empty() {
        return None;
    }
    doubt |= values.len() > 1 || matches!(remark, Some(Remark::Whole));
    if values.len() > 1 && remark.is_none() {
        remark = Some(Remark::Separator);
    }
    Some(Meant {
        values,
        sure: !doubt,
        remark,
    })
}

/// What `3/4` may be: a part of one and in percent, or the other way round where it is out
/// of a hundred. `None` where that has too many digits.
fn quotient(text: &str) -> Option<Vec<Decimal>> {
    let (part, whole) = ["/", " dari ", " of ", " per "]
        .iter()
        .find_map(|sign| text.split_once(sign))?;
    let number = |text: &str| {
        digits(text.trim(), Wanted::Decimal)?
            .values
            .first()
            .copied()
    };
    let (part, whole) = (number(part)?, number(whole)?);
    let hundred = Decimal::ONE_HUNDRED;
    let value = part.checked_div(whole)?.normalize();
    let percent = value.checked_mul(hundred)?.normalize();
    if value.scale() > MOST_DIGITS {
        return None;
    }
    Some(match (part <= whole, whole == hundred) {
        (true, true) => vec![percent, value],
        (true, false) => vec![value, percent],
        (false, _) => vec![value],
    })
}

/// Most digits behind the point of a quotient that is offered.
const MOST_DIGITS: u32 = 4;

/// Those of some values that the key takes.
fn fitting(values: &[Decimal], wanted: Wanted, remark: &mut Option<Remark>) -> Vec<Decimal> {
    let (most, whole_only) = match wanted {
        Wanted::Money => (Decimal::from(i64::MAX), true),
        Wanted::Count => (Decimal::from(u32::MAX), true),
        Wanted::Decimal => (Decimal::MAX, false),
    };
    let good = |value: &Decimal| !whole_only || (!value.is_sign_negative() && *value <= most);
    let mut values: Vec<Decimal> = values.iter().copied().filter(good).collect();
    if !whole_only {
        return values;
    }
    if values.iter().any(|value| value.fract().is_zero()) {
        values.retain(|value| value.fract().is_zero());
        return values.into_iter().map(|value| value.trunc()).collect();
    }
    if wanted == Wanted::Count {
        return Vec::new();
    }
    values.retain(|value| *value >= Decimal::ONE);
    *remark = Some(Remark::Whole);
    let nearest = |value: Decimal| {
        let (below, above) = (value.floor(), value.ceil());
        if value - below < above - value {
            [below, above]
        } else {
            [above, below]
        }
    };
    values.into_iter().flat_map(nearest).collect()
}

/// A value as TOML writes it.
fn written(value: Decimal, grouped: bool) -> String {
    let text = value.to_string();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let mut written = String::from(sign);
    let long = whole.len() > 4 || (grouped && whole.len() > 3);
    for (at, digit) in whole.chars().enumerate() {
        if long && at > 0 && (whole.len() - at).is_multiple_of(3) {
            written.push('_');
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push('.');
        written.push_str(fraction);
    }
    written
}

/// Whether a text says that there is no value.
pub(crate) fn is_nothing(text: &str) -> bool {
    let text = text.to_lowercase();
    let plain: String = text
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == ' ')
        .collect();
    matches!(
        plain.trim(),
        "" | "na"
            | "n a"
            | "nihil"
            | "tidak ada"
            | "tdk ada"
            | "kosong"
            | "belum ada"
            | "belum diukur"
            | "belum tersedia"
            | "belum ditetapkan"
            | "tbd"
            | "tba"
            | "null"
            | "nil"
            | "none"
            | "x"
    ) && !text.is_empty()
}

static RANGE: Pattern = LazyLock::new(|| {
    literal(
        r"(?i)^(.*\d\S*)\s*(?:-|s\.?/?d\.?|sampai(?: dengan)?|hingga|to|atau|/)\s*(\D{0,4}\d.*)$",
    )
});

/// Two values of which one is to be written.
fn range(text: &str, wanted: Wanted) -> Option<Meant> {
    if wanted == Wanted::Money && text.ends_with("-") {
        return None;
    }
    let parts = RANGE.captures(text)?;
    let (one, two) = (parts.get(1)?.as_str(), parts.get(2)?.as_str());
    let (one, two) = (number(one, wanted)?, number(two, wanted)?);
    let values: Vec<String> = [one.values.first(), two.values.first()]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    Some(Meant::perhaps(values).with(Remark::OneOnly))
}

static BOUND: Pattern = LazyLock::new(|| {
    literal(
        r"(?i)^(?:[≥≤<>=~±≈]+|\+/-|kurang dari|lebih dari|minimal|maksimal|min\.?|maks\.?|max\.?|sekitar|kira-kira|kurang lebih|paling sedikit|paling banyak|di atas|di bawah|hampir|at least|up to|about)\s*",
    )
});
static CURRENCY: Pattern =
    LazyLock::new(|| literal(r"(?i)^(?:rp|idr)(?:[.:]+|\s+[.:]+(?:\s|$))?\s*"));
static RUPIAH: Pattern = LazyLock::new(|| literal(r"(?i)\s*(?:rupiah\.?|idr|rp\.?)\s*$"));
static DASHES: Pattern = LazyLock::new(|| literal(r"\s*[.,]\s*[-=]+$"));
static PERCENT: Pattern =
    LazyLock::new(|| literal(r"(?i)\s*(?:%|persen|prosen|per ?cent|pct)\s*\.?$"));
static PERMILLE: Pattern = LazyLock::new(|| literal(r"(?i)\s*(?:‰|permil|per ?mil|promil)\s*\.?$"));
static TERM: Pattern = LazyLock::new(|| {
    literal(r"(?i)^\s*(\+?[.,]?\d[\d.,_ ']*(?:e[+-]?\d{1,3})?)\s*([\p{L}]*)\.?\s*(.*)$")
});
static AMOUNT: Pattern = LazyLock::new(|| literal(r"(?i)(\d[\d.,_']*)[ ]*([\p{L}]*)"));
static FRACTION: Pattern =
    LazyLock::new(|| literal(r"(?i)^[\d.,]+\s*(?:[/x×*:]|dari|of|per)\s*[\d.,]+$"));
static LAST: Pattern = LazyLock::new(|| literal(r"^[\p{L}.\s_/#:-]*?(\d+)\.?$"));

/// The values of a text, without regard to what the key takes.
fn read(text: &str, wanted: Wanted) -> Option<Read> {
    let mut found = Read::default();
    let mut text = text.to_owned();
    if let Some(bound) = BOUND.find(&text) {
        text = text.get(bound.end()..)?.to_owned();
        found.doubt = true;
        // An amount has no direction.
        found.remark = (wanted != Wanted::Money).then_some(Remark::Bound);
    }
    text = without_currency(&text).to_owned();
    let mut negative = false;
    let inner = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    if let Some(inner) = inner {
        text = inner.trim().to_owned();
        negative = true;
        found.doubt = true;
    }
    if let Some(rest) = text.strip_prefix('-') {
        text = rest.trim_start().to_owned();
        negative = true;
        found.doubt |= wanted != Wanted::Decimal;
    }
    for ending in [&*RUPIAH, &*DASHES, &*RUPIAH] {
        text = ending.replace(&text, "").into_owned();
    }
    text = without_currency(&text).to_owned();
    if let Some(permille) = PERMILLE.find(&text) {
        if wanted == Wanted::Money {
            return None;
        }
        text.truncate(permille.start());
        found.doubt = true;
        found.remark = found.remark.or(Some(Remark::Unit));
    }
    if let Some(percent) = PERCENT.find(&text) {
        if wanted == Wanted::Money {
            return None;
        }
        text.truncate(percent.start());
        found.remark = found.remark.or(Some(Remark::Percent));
    }
    match in_words(&text) {
        Some(number) => found.values = vec![Decimal::from(number)],
        None => terms(&text, wanted, &mut found)?,
    }
    if negative {
        if wanted == Wanted::Decimal {
            found
                .values
                .iter_mut()
                .for_each(|value| value.set_sign_negative(true));
        } else {
            found.remark = Some(Remark::Negative);
        }
    }
    (!found.values.is_empty()).then_some(found)
}

/// An amount without the sign of the currency before it.
fn without_currency(text: &str) -> &str {
    let sign = CURRENCY.find(text).map_or(0, |sign| sign.end());
    slice(text, sign..).trim_start()
}

/// Adds up `1 miliar 250 juta`. Whatever is left behind the last number leaves doubt.
fn terms(text: &str, wanted: Wanted, found: &mut Read) -> Option<()> {
    let mut rest = text.trim().to_owned();
    let mut total: Option<Vec<Decimal>> = None;
    let mut smallest = i64::MAX;
    while !rest.is_empty() {
        let Some(term) = TERM.captures(&rest) else {
            if total.is_some() {
                left_over(&rest, wanted, found);
                break;
            }
            // The last number of `No. 1` or `GOV-01`.
            if wanted != Wanted::Count {
                return None;
            }
            let last = LAST.captures(&rest)?.get(1)?.as_str().to_owned();
            found.values = digits(&last, wanted)?.values;
            found.doubt = true;
            return Some(());
        };
        let (number, word, behind) = (term.get(1)?, term.get(2)?, term.get(3)?);
        let read = digits(number.as_str().trim(), wanted)?;
        found.doubt |= read.doubt;
        if number.as_str().to_lowercase().contains('e') {
            found.doubt = true;
            found.remark = Some(Remark::Shortened);
        }
        let word = word.as_str().to_lowercase();
        let scales = scales(&word);
        let most = scales.iter().max().copied().unwrap_or(1);
        if total.is_some() && most >= smallest {
            // `150 juta, 200 juta` are two amounts.
            left_over(&rest, wanted, found);
            break;
        }
        found.grouped |= read.grouped;
        if scales.is_empty() {
            let counted = !word.is_empty() || !behind.as_str().is_empty();
            if total.is_some() {
                found.doubt = true;
            }
            if counted && wanted == Wanted::Money {
                let long = read.values.iter().any(|value| *value >= LONG);
                if !long || total.is_some() {
                    return None;
                }
                left_over(behind.as_str(), wanted, found);
            } else if counted {
                let start = behind.as_str().chars().next();
                let plain = !word.is_empty() || start.is_some_and(|c| c == '(' || c == '/');
                if !plain || total.is_some() {
                    return None;
                }
                found.doubt = true;
                found.remark = found.remark.take().or(Some(Remark::Unit));
            }
            total = Some(sums(total, read.values));
            break;
        }
        if scales.len() > 1 {
            found.doubt = true;
            found.remark = Some(Remark::Scale);
        }
        let values = scales
            .iter()
            .flat_map(|scale| {
                read.values
                    .iter()
                    .map(move |value| value.checked_mul(Decimal::from(*scale)))
            })
            .flatten()
            .map(|value| value.normalize())
            .collect();
        found.grouped = true;
        total = Some(sums(total, values));
        smallest = scales.iter().min().copied().unwrap_or(1);
        rest = behind.as_str().trim().to_owned();
    }
    found.values.splice(0..0, total?);
    Some(())
}

/// The least amount that is one without a word behind it.
const LONG: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// Notes the other amounts in what stands behind a number and belongs to none.
fn left_over(rest: &str, wanted: Wanted, found: &mut Read) {
    found.doubt = true;
    for part in AMOUNT.captures_iter(rest) {
        let scale = match scales(&part[2].to_lowercase()) {
            [scale, ..] => Decimal::from(*scale),
            [] => Decimal::ONE,
        };
        let read = digits(&part[1], wanted).into_iter();
        let values = read.filter_map(|read| read.values.first()?.checked_mul(scale));
        let values = values.map(|value| value.normalize());
        found.values.extend(values.filter(|value| *value >= LONG));
    }
    found.remark = found.remark.take().or(Some(Remark::OneNumber));
}

fn sums(total: Option<Vec<Decimal>>, values: Vec<Decimal>) -> Vec<Decimal> {
    match total {
        None => values,
        Some(total) => total
            .iter()
            .flat_map(|one| values.iter().map(move |two| one.checked_add(*two)))
            .flatten()
            .collect(),
    }
}

/// What a word behind a number multiplies it by: of `M` a thousand millions, as budgets
/// write it, before a million.
fn scales(word: &str) -> &'static [i64] {
    match word {
        "rb" | "ribu" | "rbu" | "k" | "thousand" => &[1_000],
        "jt" | "juta" | "jta" | "million" | "mio" | "mn" => &[1_000_000],
        "m" => &[1_000_000_000, 1_000_000],
        "miliar" | "milyar" | "miliyar" | "milliar" | "mlr" | "mlyr" | "mil" | "b" | "bn"
        | "billion" => &[1_000_000_000],
        "t" | "tr" | "triliun" | "trilyun" | "triliyun" | "trillion" => &[1_000_000_000_000],
        _ => &[],
    }
}

static SCIENTIFIC: Pattern = LazyLock::new(|| literal(r"(?i)^(\d+)(?:[.,](\d+))?e([+-]?\d{1,2})$"));

/// What digits with points and commas may say.
#[derive(Debug, Default)]
struct Digits {
    /// The values, the likeliest first.
    values: Vec<Decimal>,
    /// Whether they were grouped.
    grouped: bool,
    /// Whether something else may have been meant.
    doubt: bool,
}

impl Digits {
    fn new(values: Vec<Decimal>, grouped: bool) -> Self {
        Self {
            values,
            grouped,
            doubt: false,
        }
    }
}

/// Reads digits with points and commas. `None` if they are no number.
fn digits(text: &str, wanted: Wanted) -> Option<Digits> {
    let text = text.strip_prefix('+').unwrap_or(text);
    if let Some(parts) = SCIENTIFIC.captures(text) {
        let fraction = parts.get(2).map_or("0", |part| part.as_str());
        let plain = format!("{}.{fraction}e{}", &parts[1], &parts[3]);
        let value = Decimal::from_scientific(&plain).ok()?.normalize();
        return Some(Digits::new(vec![value], true));
    }
    // A decimal without a zero before it.
    if let Some(fraction) = text.strip_prefix(['.', ',']) {
        let plain = fraction.bytes().all(|byte| byte.is_ascii_digit());
        let value = decimal("", Some(fraction)).filter(|_| plain)?;
        return Some(Digits::new(vec![value], false));
    }
    let full = text.trim_end_matches([' ', '_', '\'']);
    let text = full.trim_end_matches(['.', ',', ' ', '_', '\'']);
    // Behind `5.` digits may be missing; `1.` counts.
    if text.len() < full.len() && wanted != Wanted::Count {
        let read = digits(text, wanted)?;
        return Some(Digits {
            doubt: true,
            ..read
        });
    }
    let mut separators: Vec<char> = Vec::new();
    let mut groups: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii_digit()) {
        if !matches!(c, '.' | ',' | ' ' | '_' | '\'') {
            return None;
        }
        separators.push(if matches!(c, '.' | ',') { c } else { ' ' });
        groups.push(text.get(start..at)?);
        start = at + c.len_utf8();
    }
    groups.push(text.get(start..)?);
    if groups.iter().any(|group| group.is_empty()) {
        return None;
    }
    let grouped = |groups: &[&str]| {
        let (first, rest) = groups.split_first()?;
        let good = (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
        good.then(|| groups.concat())
    };
    let whole = |digits: &str| decimal(digits, None);
    let Some((last, others)) = separators.split_last() else {
        return Some(Digits::new(vec![whole(text)?], false));
    };
    let same = separators.iter().all(|separator| separator == last);
    let fractional = |groups: &[&str], grouped: &str| {
        let fraction = groups.last()?;
        decimal(grouped, Some(fraction))
    };
    if !same {
        // Point and comma: the last separates the decimals.
        let (_, wholes) = groups.split_last()?;
        let one = others.first()?;
        if *last == ' ' || others.iter().any(|other| other != one) {
            return None;
        }
        let value = fractional(&groups, &grouped(wholes)?)?;
        // Three digits behind the last may be thousands, with a slip before them.
        let thousands = grouped(&groups).and_then(|digits| whole(&digits));
        return Some(Digits {
            doubt: thousands.is_some(),
            values: [Some(value), thousands].into_iter().flatten().collect(),
            grouped: true,
        });
    }
    if !others.is_empty() {
        return Some(Digits::new(vec![whole(&grouped(&groups)?)?], true));
    }
    let [before, behind] = groups.as_slice() else {
        return None;
    };
    let thousands = grouped(&groups).filter(|_| !before.starts_with('0'));
    let thousands = thousands.and_then(|digits| whole(&digits));
    let parts = match last {
        ' ' => None,
        _ => decimal(before, Some(behind)),
    };
    let grouped = thousands.is_some();
    let both = match (last, wanted) {
        (',', Wanted::Decimal) => [parts, thousands],
        _ => [thousands, parts],
    };
    let values: Vec<Decimal> = both.into_iter().flatten().collect();
    (!values.is_empty()).then(|| Digits::new(values, grouped))
}

/// A decimal of plain digits, with the digits of its fraction as they are.
fn decimal(whole: &str, fraction: Option<&str>) -> Option<Decimal> {
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let text = match fraction {
        Some(fraction) => format!("{whole}.{fraction}"),
        None => whole.to_owned(),
    };
    // More digits than a decimal has room for are no number of a plan.
    let few = text.len() <= 28;
    few.then(|| Decimal::from_str_exact(&text).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Wanted, number};
    use crate::model::customary::{Remark, tidy};

    fn told(text: &str, wanted: Wanted) -> String {
        match number(&tidy(text), wanted) {
            None => "?".to_owned(),
            Some(meant) => {
                let mark = if meant.sure { "" } else { " ?" };
                format!("{}{mark}", meant.values.join(" "))
            }
        }
    }

    fn assert_told(wanted: Wanted, cases: &[(&str, &str)]) {
        let wrong: Vec<String> = cases
            .iter()
            .filter(|(text, right)| told(text, wanted) != *right)
            .map(|(text, right)| format!("{text:?}: {} instead of {right}", told(text, wanted)))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn amounts_as_letters_and_tables_write_them() {
        assert_told(
            Wanted::Money,
            &[
                ("150000000", "150_000_000"),
                ("0150000", "150_000"),
                ("1.250.000.000,00", "1_250_000_000"),
                ("1,250,000,000.00", "1_250_000_000"),
                ("1 250 000 000", "1_250_000_000"),
                ("1'250'000", "1_250_000"),
                ("1.250.000.000", "1_250_000_000"),
                ("1250000000,00", "1_250_000_000"),
                ("1250000000.0", "1_250_000_000"),
                ("Rp 1.250.000.000,00", "1_250_000_000"),
                ("Rp1.250.000,-", "1_250_000"),
                ("Rp. 1.250.000,-", "1_250_000"),
                ("Rp. 1.250.000,--", "1_250_000"),
                ("RP 1.250.000", "1_250_000"),
                ("rp1250000", "1_250_000"),
                ("IDR 150.000.000,-", "150_000_000"),
                ("IDR150,000,000.00", "150_000_000"),
                ("150.000.000 rupiah", "150_000_000"),
                ("150.000.000,00 IDR", "150_000_000"),
                ("1,25 miliar", "1_250_000_000"),
                ("1.25 miliar", "1_250_000_000"),
                ("Rp 1,25 milyar", "1_250_000_000"),
                ("150 juta", "150_000_000"),
                ("150 juta rupiah", "150_000_000"),
                ("150jt", "150_000_000"),
                ("150rb", "150_000"),
                ("150 ribu", "150_000"),
                ("150k", "150_000"),
                ("2 T", "2_000_000_000_000"),
                ("1 miliar 250 juta", "1_250_000_000"),
                ("seratus lima puluh juta rupiah", "150_000_000"),
                ("dua miliar", "2_000_000_000"),
                ("150 M", "150_000_000_000 150_000_000 ?"),
                ("1.250 juta", "1_250_000_000 1_250_000 ?"),
                ("Rp 150 juta x 12 bulan", "150_000_000 ?"),
                ("150 juta x 3", "150_000_000 ?"),
                ("150 jt/bulan", "150_000_000 ?"),
                ("50 juta + 100 juta", "50_000_000 100_000_000 ?"),
                ("150 juta - 50 juta", "150_000_000 50_000_000 ?"),
                ("150 juta atau 200 juta", "150_000_000 200_000_000 ?"),
                ("150 juta; 200 juta", "150_000_000 200_000_000 ?"),
                ("150 juta, 200 juta", "150_000_000 200_000_000 ?"),
                ("150 juta 200 juta", "150_000_000 200_000_000 ?"),
                (
                    "150 juta (2026), 200 juta (2027)",
                    "150_000_000 200_000_000 ?",
                ),
                ("150 juta per OPD", "150_000_000 ?"),
                ("150 juta per 3 OPD", "150_000_000 ?"),
                ("Rp150 jt?", "150_000_000 ?"),
                ("Rp 2 miliar x 12", "2_000_000_000 ?"),
                ("500 ribu/orang", "500_000 ?"),
                ("250 rb per hari", "250_000 ?"),
                ("1 miliar 500", "1_000_000_500 ?"),
                ("150.000.000 per OPD", "150_000_000 ?"),
                ("150.000.000 x 12", "150_000_000 ?"),
                ("100.000.000 + 50.000.000", "100_000_000 50_000_000 ?"),
                ("seratus juta dua ratus juta", "?"),
                ("seratus dua ratus juta", "?"),
                ("seratus lima puluh juta per tahun", "?"),
                ("150 juta rupiah.", "150_000_000"),
                ("maks 150 juta", "150_000_000 ?"),
                ("± 150.000.000", "150_000_000 ?"),
                (".5", "?"),
                (".5 miliar", "500_000_000"),
                ("1.250,000", "1_250 1_250_000 ?"),
                ("1,250.000", "1_250 1_250_000 ?"),
                ("1.250,375", "1_250_375 ?"),
                ("150.000.000.", "150_000_000 ?"),
                ("1e400", "?"),
                ("1.25E+09", "1_250_000_000 ?"),
                ("1,25E+09", "1_250_000_000 ?"),
                ("150.000", "150_000 150 ?"),
                ("150,000", "150_000 150 ?"),
                ("150.250", "150_250"),
                ("150.000.000,50", "150_000_001 150_000_000 ?"),
                ("150000000.25", "150_000_000 150_000_001 ?"),
                ("(150.000.000)", "150_000_000 ?"),
                ("(Rp150.000.000)", "150_000_000 ?"),
                ("-150.000.000", "150_000_000 ?"),
                ("-Rp150.000.000", "150_000_000 ?"),
                ("-", "0 ?"),
                ("100-200 juta", "100 200_000_000 ?"),
                ("60%", "?"),
                ("banyak", "?"),
                ("1.50.000", "?"),
                ("1,2,3", "?"),
                ("99999999999999999999", "?"),
                ("", "?"),
            ],
        );
    }

    #[test]
    fn decimals_as_tables_write_them() {
        assert_told(
            Wanted::Decimal,
            &[
                ("60,5", "60.5"),
                ("60.5", "60.5"),
                ("0,125", "0.125"),
                ("60%", "60"),
                ("60 %", "60"),
                ("60,5 persen", "60.5"),
                ("7", "7"),
                (".75", "0.75"),
                (",75", "0.75"),
                (".755", "0.755"),
                ("-.5", "-0.5"),
                ("+.5", "0.5"),
                (".75%", "0.75"),
                ("5.", "5 ?"),
                ("5,", "5 ?"),
                (".5.5", "?"),
                ("1.250,000", "1_250.000 1_250_000 ?"),
                ("1/2", "0.5 50 ?"),
                ("75/100", "75 0.75 ?"),
                ("2 x 75", " ?"),
                ("2 × 75", " ?"),
                ("2*75", " ?"),
                ("75%-80%", "75 80 ?"),
                ("1e400", "?"),
                ("2,870", "2.870 2_870 ?"),
                ("1.970", "1_970 1.970 ?"),
                ("1.970,50", "1_970.50"),
                ("1,970.50", "1_970.50"),
                ("1.250.000", "1_250_000"),
                ("-2,02", "-2.02"),
                ("(2,02)", "-2.02 ?"),
                ("3 dokumen", "3 ?"),
                ("52 (2025)", "52 ?"),
                ("100 orang/bulan", "100 ?"),
                ("60-70", "60 70 ?"),
                ("60 s.d. 70", "60 70 ?"),
                ("<60", "60 ?"),
                ("≥ 60", "60 ?"),
                ("minimal 3", "3 ?"),
                ("n/a", " ?"),
                ("N/A", " ?"),
                ("belum diukur", " ?"),
                ("BB", "?"),
                ("1,25 juta", "1_250_000"),
            ],
        );
    }

    #[test]
    fn counts_are_whole() {
        assert_told(
            Wanted::Count,
            &[
                ("01", "1"),
                ("12 bulan", "12 ?"),
                ("GOV-01", "1 ?"),
                ("No. 7", "7 ?"),
                ("1.", "1"),
                (".1", "?"),
                ("12,0", "12"),
                ("12.5", "?"),
                ("50%", "50"),
                ("sepuluh", "10"),
                ("-3", "3 ?"),
            ],
        );
    }

    #[test]
    fn what_is_doubtful_is_said() {
        for (text, wanted, remark) in [
            ("60%", Wanted::Decimal, Remark::Percent),
            ("1.25E+09", Wanted::Money, Remark::Shortened),
            ("150.000", Wanted::Money, Remark::Separator),
            ("150 M", Wanted::Money, Remark::Scale),
            ("150,5", Wanted::Money, Remark::Whole),
            ("(150)", Wanted::Money, Remark::Negative),
            ("3 unit", Wanted::Decimal, Remark::Unit),
        ] {
            assert_eq!(number(text, wanted).unwrap().remark, Some(remark), "{text}");
        }
    }
}
