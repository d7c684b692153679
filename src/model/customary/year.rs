//! Years, such as budgets name them.

use std::sync::LazyLock;

use super::date::serial;
use super::{Meant, Pattern, Remark, literal};
use crate::model::scalar::Year;

static YEAR: Pattern = LazyLock::new(|| literal(r"(?:^|[^\d])((?:19|20|21|22)\d\d)(?:[^\d]|$)"));
static NAMED: Pattern = LazyLock::new(|| {
    literal(
        r"(?i)^(?:(?:tahun anggaran|tahun|thn?\.?|t\.?a\.?|fy|year|apbd)\s*:?\s*)?(\d{4})(?:[.,]0+)?\s*(?:m|masehi)?\.?$",
    )
});
static PART: Pattern = LazyLock::new(|| {
    literal(r"(?i)\b(?:tw|triwulan|trw|q[1-4]?|kuartal|caturwulan|semester|smt|sem)\b")
});

/// What may have been meant by a text that names a year.
pub(crate) fn year(text: &str) -> Option<Meant> {
    if let Some(found) = NAMED.captures(text) {
        let year = Year::parse(&found[1])?;
        return Some(Meant::sure(year.to_string()));
    }
    let mut years: Vec<String> = Vec::new();
    let mut from = 0;
    while let Some(found) = YEAR.captures_at(text, from) {
        let year = found.get(1)?;
        from = year.end();
        if Year::parse(year.as_str()).is_some() && !years.iter().any(|one| one == year.as_str()) {
            years.push(year.as_str().to_owned());
        }
    }
    match years.len() {
        0 => {}
        1 if PART.is_match(text) => return Some(Meant::perhaps(years).with(Remark::PartOfYear)),
        1 => return Some(Meant::perhaps(years)),
        _ => {
            years.truncate(3);
            return Some(Meant::perhaps(years).with(Remark::OneOnly));
        }
    }
    if let Some(day) = serial(text) {
        let remark = Remark::Serial(text.to_owned());
        return Some(Meant::perhaps(vec![day.year().to_string()]).with(remark));
    }
    // 26 is 2026.
    let short = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| Meant::perhaps(vec![format!("20{text}")]))
}

#[cfg(test)]
mod tests {
    use super::year;

    #[test]
    fn years_as_budgets_name_them() {
        for (text, values, sure) in [
            ("2026", &["2026"][..], true),
            ("TA 2026", &["2026"], true),
            ("T.A. 2026", &["2026"], true),
            ("TA2026", &["2026"], true),
            ("Tahun Anggaran 2026", &["2026"], true),
            ("tahun 2026", &["2026"], true),
            ("2026.0", &["2026"], true),
            ("2026/2027", &["2026", "2027"], false),
            ("2026-2027", &["2026", "2027"], false),
            ("TW I 2026", &["2026"], false),
            ("Triwulan II 2026", &["2026"], false),
            ("2026-07-01", &["2026"], false),
            ("26", &["2026"], false),
            ("46204", &["2026"], false),
        ] {
            let meant = year(text).unwrap();
            assert_eq!(
                (&*meant.values, meant.sure),
                (&*values.map(), sure),
                "{text}"
            );
        }
        for text in ["", "x", "202", "3026", "20266666"] {
            assert_eq!(year(text), None, "{text}");
        }
    }

    trait Strings {
        fn map(&self) -> Vec<String>;
    }

    impl Strings for &[&str] {
        fn map(&self) -> Vec<String> {
            self.iter().map(|one| (*one).to_owned()).collect()
        }
    }
}
