//! Citations of laws by kind, number and year, as texts write them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::issuer::Issuer;
use crate::check::literal_pattern;
use crate::model::LawKind;

/// The kind of a law, words that may name its issuer, number and year:
/// `UU 23/2014`, `Peraturan Presiden Nomor 95 Tahun 2018`, `Perda Kota Ambon No. 4
/// Tahun 2016`. Short forms of two letters are written in capitals.
static CITATION: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(concat!(
        r"(?i)\b(?P<kind>peraturan\s+pemerintah\s+pengganti\s+undang-undang|perppu|perpu",
        r"|undang-undang|(?-i:UU)|peraturan\s+pemerintah|(?-i:PP)|peraturan\s+presiden|perpres",
        r"|keputusan\s+presiden|keppres|instruksi\s+presiden|inpres",
        r"|peraturan\s+menteri|permen[a-z]*|keputusan\s+menteri|kepmen[a-z]*",
        r"|peraturan\s+daerah|perda|perwalikota|perwali|perwako|perwal|perbup|pergub|perkada",
        r"|peraturan\s+(?:wali\s*kota|bupati|gubernur|kepala\s+daerah)",
        r"|(?:(?:surat\s+)?keputusan|(?-i:SK))\s+(?:wali\s*kota|bupati|gubernur))\b",
        r"(?P<issuer>(?:[\s,/]+(?:[A-Za-zÀ-ɏ-]+\.?|\([A-Za-zÀ-ɏ\s]+\))){0,16}?)",
        r"\s+(?:(?:nomor|no\.?)\s*)?",
        r"(?:(?P<long>\d[\d./-]*[a-z]?)\s+(?:tahun|thn\.?|th\.?)\s*(?P<of>\d{4})",
        r"|(?P<short>\d[\d.-]*)\s*/\s*(?P<in>\d{4}))\b"
    ))
});

/// Words with which another law begins.
const OTHER_LAWS: &[&str] = &[
    "peraturan",
    "keputusan",
    "instruksi",
    "undang",
    "uu",
    "pp",
    "perppu",
    "perpres",
    "perda",
];

/// A citation of a law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Where it stands, from the kind to the year.
    pub range: Range<usize>,
    /// The kind.
    pub kind: LawKind,
    /// Who issued it, if that is said.
    pub(crate) issuer: Option<Issuer>,
    /// The number.
    pub number: String,
    /// The year.
    pub year: i16,
}

/// Every citation of a text.
pub fn read(text: &str) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut from = 0;
    while let Some(found) = CITATION.captures_at(text, from) {
        let (Some(whole), Some(kind)) = (found.get(0), found.name("kind")) else {
            break;
        };
        let words = found.name("issuer").map_or("", |issuer| issuer.as_str());
        let either = |one, other| found.name(one).or_else(|| found.name(other));
        let number = either("long", "short").map(|number| key_of(number.as_str()));
        let year = either("of", "in").and_then(|year| year.as_str().parse().ok());
        let issued = issuer(kind.as_str(), words);
        if let (Some(number), Some(year), Some((kind, issuer))) = (number, year, issued) {
            from = whole.end();
            readings.push(Reading {
                range: whole.range(),
                kind,
                issuer,
                number,
                year,
            });
        } else {
            // The words between are no issuer: another law may begin among them.
            from = kind.end();
        }
    }
    readings
}

/// A number as it is compared.
pub(crate) fn key_of(number: &str) -> String {
    let number = number.trim().trim_start_matches('0');
    number.to_lowercase()
}

/// The kind of a law and its issuer; `None` if the words behind the kind do not
/// belong to it.
fn issuer(kind: &str, words: &str) -> Option<(LawKind, Option<Issuer>)> {
    let kind = kind.split_whitespace().collect::<Vec<_>>().join(" ");
    let kind = kind.to_lowercase();
    let words = words.trim_matches(|c: char| c.is_whitespace() || ",/".contains(c));
    let national = |law| is_national(words).then_some((law, None));
    let kind = kind.as_str();
    match kind {
        "undang-undang" | "uu" => return national(LawKind::Uu),
        "perppu" | "perpu" => return national(LawKind::Perppu),
        "peraturan pemerintah" | "pp" => return national(LawKind::Pp),
        "peraturan presiden" | "perpres" => return national(LawKind::Perpres),
        "keputusan presiden" | "keppres" => return national(LawKind::Keppres),
        "instruksi presiden" | "inpres" => return national(LawKind::Inpres),
        _ if kind.starts_with("peraturan pemerintah") => return national(LawKind::Perppu),
        _ => {}
    }
    let name = outside_brackets(words).collect::<Vec<_>>().join(" ");
    let ministry = |law| {
        let short = kind.strip_prefix("permen").or(kind.strip_prefix("kepmen"));
        match short.filter(|short| !short.is_empty()) {
            Some(short) => is_national(words).then(|| (law, Issuer::ministry(short))),
            None => is_name(words, false).then(|| (law, Issuer::ministry(&name))),
        }
    };
    if kind == "peraturan menteri" || kind.starts_with("permen") {
        return ministry(LawKind::Permen);
    }
    if kind == "keputusan menteri" || kind.starts_with("kepmen") {
        return ministry(LawKind::Kepmen);
    }
    let law = match kind {
        "peraturan daerah" | "perda" => LawKind::Perda,
        _ if kind.contains("keputusan") || kind.starts_with("sk ") => LawKind::Sk,
        _ => LawKind::Perkada,
    };
    let head = match kind {
        _ if kind.contains("bupati") || kind == "perbup" => "bupati",
        _ if kind.contains("gubernur") || kind == "pergub" => "gubernur",
        _ if kind.contains("wal") || kind == "perwako" => "walikota",
        _ => "",
    };
    is_name(words, true).then(|| (law, Issuer::region(&format!("{head} {name}"))))
}

/// Whether words say no more than that the law is one of the republic.
fn is_national(words: &str) -> bool {
    let mut words = outside_brackets(words);
    words.all(|word| ["ri", "republik", "indonesia"].contains(&word.to_lowercase().as_str()))
}

/// Whether words are a name: of a ministry, or of a region, which may begin with
/// its level in small letters.
fn is_name(words: &str, region: bool) -> bool {
    let mut first = true;
    outside_brackets(words).all(|word| {
        let lower = word.to_lowercase();
        let level = region && first && ["provinsi", "kota", "kabupaten"].contains(&lower.as_str());
        first = false;
        let joins = !region && lower == "dan";
        let capital = word.starts_with(char::is_uppercase);
        let other = lower.split('-').next().unwrap_or_default();
        (capital || level || joins) && !OTHER_LAWS.contains(&other)
    })
}

/// Words without what stands in brackets: `Peraturan Pemerintah (PP)`.
fn outside_brackets(words: &str) -> impl Iterator<Item = &str> {
    let outside = words.split(['(', ')']).step_by(2);
    let words =
        outside.flat_map(|part| part.split(|c: char| c.is_whitespace() || ",/".contains(c)));
    words
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::check::law::issuer::Issuer;
    use crate::model::LawKind;

    fn all(text: &str) -> Vec<(LawKind, String, i16)> {
        let readings = read(text).into_iter();
        readings
            .map(|one| (one.kind, one.number, one.year))
            .collect()
    }

    #[test]
    fn laws_are_cited_in_many_ways() {
        use LawKind::{
            Inpres, Kepmen, Keppres, Perda, Perkada, Permen, Perppu, Perpres, Pp, Sk, Uu,
        };
        for (text, kind, number, year) in [
            ("UU 23/2014", Uu, "23", 2014),
            ("UU Nomor 23 Th. 2014", Uu, "23", 2014),
            ("UU No 23 thn 2014", Uu, "23", 2014),
            ("UU RI No. 23 Tahun 2014", Uu, "23", 2014),
            (
                "Undang-Undang Republik Indonesia Nomor 23 Tahun 2014",
                Uu,
                "23",
                2014,
            ),
            ("Undang-Undang (UU) Nomor 23 Tahun 2014", Uu, "23", 2014),
            (
                "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
                Perppu,
                "2",
                2022,
            ),
            ("Perppu 2/2022", Perppu, "2", 2022),
            (
                "undang-undang dan Peraturan Pemerintah Nomor 18 Tahun 2016",
                Pp,
                "18",
                2016,
            ),
            ("PP Nomor 08 Tahun 2016", Pp, "8", 2016),
            ("Perpres 59/2017", Perpres, "59", 2017),
            (
                "peraturan presiden nomor 95 tahun 2018",
                Perpres,
                "95",
                2018,
            ),
            ("Keppres 3/2020", Keppres, "3", 2020),
            ("Instruksi Presiden Nomor 3 Tahun 2003", Inpres, "3", 2003),
            ("Inpres No. 3 Tahun 2003", Inpres, "3", 2003),
            ("Permendagri 86/2017", Permen, "86", 2017),
            ("Permen PANRB Nomor 59 Tahun 2020", Permen, "59", 2020),
            (
                "Peraturan Menteri Agraria dan Tata Ruang/Kepala Badan Pertanahan Nasional Nomor 1 Tahun 2018",
                Permen,
                "1",
                2018,
            ),
            (
                "Keputusan Menteri Dalam Negeri Nomor 900.1.15.5-1317 Tahun 2023",
                Kepmen,
                "900.1.15.5-1317",
                2023,
            ),
            ("Kepmendagri 050-5889/2021", Kepmen, "050-5889", 2021),
            ("Perda Kota Ambon No. 4 Tahun 2016", Perda, "4", 2016),
            ("Perda kota Ambon 4/2016", Perda, "4", 2016),
            ("Peraturan Daerah Nomor 4 Tahun 2016", Perda, "4", 2016),
            (
                "Peraturan Wali Kota Ambon Nomor 12 Tahun 2020",
                Perkada,
                "12",
                2020,
            ),
            (
                "Peraturan Walikota Nomor 12 Tahun 2020",
                Perkada,
                "12",
                2020,
            ),
            ("Perwali 12/2020", Perkada, "12", 2020),
            (
                "Peraturan Gubernur Maluku Nomor 5 Tahun 2021",
                Perkada,
                "5",
                2021,
            ),
            (
                "Keputusan Wali Kota Ambon Nomor 188.45/123 Tahun 2024",
                Sk,
                "188.45/123",
                2024,
            ),
            ("SK Wali Kota Ambon No. 6945/2025", Sk, "6945", 2025),
        ] {
            let number = number.trim_start_matches('0').to_owned();
            assert_eq!(all(text), [(kind, number, year)], "{text}");
        }
    }

    #[test]
    fn other_words_are_no_citations() {
        for text in [
            "Perda tersebut dibahas pada rapat 12/2024",
            "Peraturan Menteri tersebut terbit pada nomor 12 tahun 2024",
            "Undang-Undang Dasar Tahun 1945",
            "pp 12/2024",
            "halaman 23/2014",
            "UU tersebut berlaku sejak 2014",
            "Keputusan rapat Nomor 3 Tahun 2024",
            "UUD 1945",
        ] {
            assert_eq!(all(text), [], "{text}");
        }
    }

    #[test]
    fn the_issuer_is_read_where_it_is_named() {
        for (text, issuer) in [
            (
                "Permenkes Nomor 86 Tahun 2017",
                Issuer::ministry("Kesehatan"),
            ),
            (
                "Peraturan Menteri Dalam Negeri (Permendagri) Nomor 86 Tahun 2017",
                Issuer::ministry("dagri"),
            ),
            ("Peraturan Menteri Nomor 86 Tahun 2017", None),
            (
                "Perda Provinsi Maluku Nomor 4 Tahun 2016",
                Issuer::region("Provinsi Maluku"),
            ),
            ("Pergub Maluku 4/2016", Issuer::region("Gubernur Maluku")),
            ("Perda Nomor 4 Tahun 2016", None),
            ("UU 23/2014", None),
        ] {
            let found: Vec<Option<Issuer>> = read(text).into_iter().map(|one| one.issuer).collect();
            assert_eq!(found, [issuer], "{text}");
        }
    }
}
