//! Two OPD of one name or abbreviation.

use crate::check::Checker;
use crate::check::name::{bare, case_variants};
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::resolve::Opd;
use crate::source::Spanned;

/// The rule `duplicate-opd` (STR035).
pub static RULE: Rule = Rule::warning("STR035", "duplicate-opd", Group::Structure)
    .strict()
    .example(
        "opd/diskominfo/opd.toml",
        "name = \"Dinas Komunikasi dan Informatika\"\n\n\
         # opd/kominfo/opd.toml\n\
         name = \"Dinas Komunikasi dan Informatika\"",
        "name = \"Dinas Komunikasi dan Informatika\"",
    );

/// Compares names, and the abbreviations of those whose names differ.
pub fn check(cx: &mut Checker<'_>) {
    let opds: Vec<&Opd> = cx.plan.opds.values().collect();
    let city = &cx.plan.file.city.value;
    let named = alike(&opds, |opd| office(&opd.file.name, city));
    for (first, second) in &named {
        let names = (&first.file.name, &second.file.name);
        let message = message!(
            "duplicate-opd",
            first = &first.id,
            second = &second.id,
            name = &names.1.value
        );
        report(cx, names, message, message!("duplicate-opd.hint"));
    }
    let mut others = opds;
    others.retain(|opd| named.iter().all(|(_, second)| second.id != opd.id));
    for (first, second) in alike(&others, |opd| bare(&opd.file.abbreviation)) {
        let names = (&first.file.abbreviation, &second.file.abbreviation);
        let message = message!(
            "duplicate-opd.abbreviation",
            first = &first.id,
            second = &second.id,
            name = &names.1.value
        );
        let hint = message!("duplicate-opd.abbreviation-hint");
        report(cx, names, message, hint);
    }
}

/// The OPD that are called as one before them, each behind the first of that name.
fn alike<'p>(
    opds: &[&'p Opd],
    name: impl Fn(&'p Opd) -> Option<String>,
) -> Vec<(&'p Opd, &'p Opd)> {
    let named = opds.iter().copied();
    case_variants(named.filter_map(|opd| Some((name(opd)?, opd))))
}

fn report(
    cx: &mut Checker<'_>,
    (first, second): (&Spanned<String>, &Spanned<String>),
    message: Message,
    hint: Message,
) {
    cx.report(
        Finding::new(&RULE, second.span, message)
            .related(first.span, message!("first-one"))
            .hint(hint),
    );
}

/// The name of an office as it is compared: without the words that join its fields, the city
/// at its end, case, blanks and punctuation; `None` if it has no letter.
fn office(name: &str, city: &str) -> Option<String> {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
        words
            .filter(|word| !["dan", "serta", "and"].contains(&word.as_str()))
            .collect()
    };
    let kinds = ["kota", "kabupaten", "kab", "pemerintah", "pemkot", "pemkab"];
    let is_kind = |word: &String| kinds.contains(&word.as_str());
    let own: Vec<String> = words(city).into_iter().skip_while(is_kind).collect();
    let mut name = words(name);
    if !own.is_empty() && name.len() > own.len() && name.ends_with(&own) {
        name.truncate(name.len() - own.len());
        while name.len() > 1 && name.last().is_some_and(is_kind) {
            name.pop();
        }
    }
    bare(&name.concat())
}

#[cfg(test)]
mod tests {
    use super::office;

    #[test]
    fn joining_words_and_the_city_tell_no_offices_apart() {
        let own = office("Dinas Komunikasi dan Informatika", "Kota Ambon");
        for name in [
            "DINAS KOMUNIKASI DAN INFORMATIKA",
            "Dinas Komunikasi & Informatika",
            "Dinas Komunikasi, Informatika",
            "Dinas Komunikasi dan Informatika Kota Ambon",
            "Dinas Komunikasi & Informatika Ambon",
            "Dinas Komunikasi dan Informatika Pemerintah Kota Ambon",
        ] {
            assert_eq!(office(name, "Kota Ambon"), own, "{name}");
        }
        for name in [
            "Dinas Komunikasi",
            "Dinas Komunikasi dan Informatika Kota Tual",
            "Kota Ambon",
        ] {
            assert_ne!(office(name, "Kota Ambon"), own, "{name}");
        }
        assert_eq!(office("–", "Kota Ambon"), None);
    }
}
