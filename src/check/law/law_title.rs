//! A law that is cited with the title of another.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `law-title` (LAW005).
pub static RULE: Rule = Rule::warning("LAW005", "law-title", Group::Law).example(
    "chapters/pendahuluan.md",
    "… Undang-Undang Nomor 23 Tahun 2014 tentang Keuangan Negara …",
    "… Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah …",
);

/// Words that join others in a title.
const JOINING: &[&str] = &[
    "dan", "atas", "atau", "di", "ke", "dari", "dalam", "pada", "untuk", "bagi", "dengan", "serta",
    "tentang", "oleh", "sebagai",
];

/// How many words of a title are compared.
const COMPARED: usize = 4;

/// Compares the first words of the title that a text gives with that of the
/// registry. A title that begins alike, or half of whose words are the same, may
/// be shortened or misspelt; one that begins with capitals is an
/// abbreviation.
pub fn check(cx: &mut Checker<'_>) {
    for citation in cx.citations() {
        let Some(cited) = &citation.title else {
            continue;
        };
        let laws = citation.laws.iter().map(|id| &cx.plan.laws[*id].entry);
        if laws.clone().any(|law| may_be(cited, &law.title)) {
            continue;
        }
        let Some(law) = laws.clone().next() else {
            continue;
        };
        let (id, title) = (&law.id.value, &law.title);
        cx.report(
            Finding::new(&RULE, citation.span, message!("law-title", id = id))
                .related(title.span, message!("law-title.registry"))
                .hint(message!("law-title.hint", id = id, title = &title.value)),
        );
    }
}

/// Whether a title that is cited may be that of the registry.
fn may_be(cited: &str, registered: &str) -> bool {
    let cited = significant(cited);
    let registered = significant(registered);
    let (Some(first), Some(own)) = (cited.first(), registered.first()) else {
        return true;
    };
    let abbreviation = first.chars().take(2).filter(|c| c.is_uppercase()).count() == 2;
    if abbreviation || first.to_lowercase() == own.to_lowercase() {
        return true;
    }
    let own: BTreeSet<String> = registered.iter().map(|word| word.to_lowercase()).collect();
    let compared: Vec<&&str> = cited.iter().take(COMPARED).collect();
    let common = compared
        .iter()
        .filter(|word| own.contains(&word.to_lowercase()));
    common.count() * 2 >= compared.len()
}

/// The words of a title that say what it is about. A title in capitals ends
/// where the sentence goes on in small letters.
fn significant(title: &str) -> Vec<&str> {
    let words = title.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let joins = |word: &&str| JOINING.contains(&word.to_lowercase().as_str());
    let capital = |word: &&str| !word.starts_with(char::is_lowercase);
    let titled = words.iter().find(|word| !joins(word)).is_some_and(capital);
    let title = words
        .into_iter()
        .take_while(|word| !titled || capital(word) || joins(word));
    title.filter(|word| !joins(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::may_be;

    #[test]
    fn only_a_title_of_something_else_is_another() {
        for (cited, registered) in [
            ("Pemerintahan Daerah", "Pemerintahan Daerah"),
            ("pemerintahan daerah yang berlaku", "Pemerintahan Daerah"),
            (
                "Pemerintahan Daerah menyatakan bahwa",
                "Pemerintahan Daerah",
            ),
            ("Perlindungan Data Pribadi", "Pelindungan Data Pribadi"),
            ("SPBE", "Sistem Pemerintahan Berbasis Elektronik"),
            (
                "Perangkat Daerah Kota Ambon",
                "Pembentukan dan Susunan Perangkat Daerah Kota Ambon",
            ),
            (
                "Nomenklatur Perencanaan",
                "Klasifikasi, Kodefikasi, dan Nomenklatur Perencanaan Pembangunan",
            ),
            (
                "Perubahan Kedua Atas",
                "Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014",
            ),
        ] {
            assert!(may_be(cited, registered), "{cited}");
        }
        for (cited, registered) in [
            ("Pemerintah Kota Ambon", "Pemerintahan Daerah"),
            ("Pemerintah Kota Ambon menyatakan", "Pemerintahan Daerah"),
            ("Keuangan Negara", "Pemerintahan Daerah"),
            ("keuangan negara dan daerah", "Keterbukaan Informasi Publik"),
        ] {
            assert!(!may_be(cited, registered), "{cited}");
        }
    }
}
