//! Numbers in prose, and which of them are written in English style.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::literal_pattern;
use crate::slice::slice;

/// A longest run of digits, points and commas.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| literal_pattern(r"[0-9]+(?:[.,][0-9]+)*"));

/// Scales, behind which a comma stands before decimals: `Rp1,250 triliun`.
const SCALES: &[&str] = &[
    "ribu", "rb", "juta", "jt", "miliar", "milyar", "triliun", "M", "T",
];

/// Units behind which a point can stand for nothing but a decimal comma. Only a
/// number that is a measure has one.
const UNITS: &[&str] = &[
    "ribu",
    "juta",
    "miliar",
    "milyar",
    "triliun",
    "persen",
    "%",
    "‰",
    "°C",
    "°",
    "mm",
    "cm",
    "m",
    "km",
    "milimeter",
    "sentimeter",
    "meter",
    "kilometer",
    "mil",
    "m2",
    "m²",
    "km2",
    "km²",
    "m3",
    "m³",
    "ha",
    "hektare",
    "hektar",
    "mg",
    "g",
    "kg",
    "gram",
    "kilogram",
    "kuintal",
    "ton",
    "ml",
    "liter",
    "detik",
    "menit",
    "jam",
    "hari",
    "minggu",
    "bulan",
    "tahun",
    "kali",
    "poin",
    "derajat",
    "W",
    "kW",
    "MW",
    "GW",
    "kWh",
    "MWh",
    "GWh",
    "kVA",
    "MVA",
    "kHz",
    "MHz",
    "GHz",
    "KB",
    "MB",
    "GB",
    "TB",
    "kbps",
    "Mbps",
    "Gbps",
    "ppm",
];

/// Units of time, which also follow numbers of decrees and hours of the day.
const TIMES: &[&str] = &["jam", "hari", "minggu", "bulan", "tahun"];

/// Words before a number that is a label and no measure.
const LABELS: &[&str] = &[
    "nomor",
    "no",
    "versi",
    "v",
    "pasal",
    "ayat",
    "bab",
    "subbab",
    "bagian",
    "butir",
    "angka",
    "pukul",
    "jam",
    "tabel",
    "gambar",
    "grafik",
    "bagan",
    "lampiran",
    "halaman",
    "hal",
    "kode",
    "keputusan",
    "sk",
    "surat",
    "tanggal",
];

/// A number in English style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct English {
    /// The same number in Indonesian style.
    pub indonesian: String,
    /// Whether nothing else can be meant.
    pub(crate) certain: bool,
}

/// Every number of a text.
pub(crate) fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    NUMBER.find_iter(text).map(|number| number.range())
}

/// Judges a number by what stands before and behind it.
pub(crate) fn english(number: &str, before: &str, after: &str) -> Option<English> {
    let joined = |c: char| c.is_alphanumeric() || ".,/-_:#+".contains(c);
    let (before, after) = (
        before.trim_end_matches(['*', '~']),
        after.trim_start_matches(['*', '~']),
    );
    let rupiah = is_rupiah(before);
    if !rupiah && before.ends_with(joined) {
        return None;
    }
    // A code, a range, an address or the number of a letter goes on.
    let mut next = after.chars();
    if next.next().is_some_and(|c| "/-_:".contains(c)) && next.next().is_some_and(joined) {
        return None;
    }
    let certain = if number.contains(',') {
        grouped(number, rupiah, after)?
    } else if decimal(number, before, after) {
        true
    } else {
        return None;
    };
    let swapped = number.chars().map(|c| match c {
        ',' => '.',
        '.' => ',',
        other => other,
    });
    Some(English {
        indonesian: swapped.collect(),
        certain,
    })
}

/// Whether commas separate thousands, and whether that is certain: `110,112,119`
/// may be a list, `1,250` may have three decimals.
fn grouped(number: &str, rupiah: bool, after: &str) -> Option<bool> {
    let (whole, decimals) = match number.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (number, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let groups: Vec<&str> = groups.collect();
    let even = groups.iter().all(|group| group.len() == 3);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if groups.is_empty()
        || !even
        || first.len() > 3
        || first.starts_with('0')
        || !decimals.is_none_or(digits)
    {
        return None;
    }
    if decimals.is_some() {
        return Some(true);
    }
    match (rupiah, groups.len()) {
        (true, 1) => (!SCALES.contains(&word(after))).then_some(true),
        (true, _) => Some(true),
        (false, 1) => None,
        // No item of a list begins with a zero that others do not begin with.
        (false, _) => groups
            .iter()
            .any(|group| group.starts_with('0'))
            .then_some(false),
    }
}

/// Whether a point stands before decimals: before a unit, and not before the three
/// digits of a thousand.
fn decimal(number: &str, before: &str, after: &str) -> bool {
    let Some((whole, decimals)) = number.split_once('.') else {
        return false;
    };
    if decimals.contains('.') || decimals.len() == 3 || (whole.len() > 1 && whole.starts_with('0'))
    {
        return false;
    }
    let unit = word(after);
    if !UNITS.contains(&unit) {
        return false;
    }
    let clock = unit == "jam" && decimals.len() == 2 && decimals < "60";
    let year = TIMES.contains(&unit) && {
        let rest = after.trim_start().strip_prefix(unit).unwrap_or_default();
        rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
    };
    !clock && !year && !is_label(before)
}

/// The word or sign with which a text begins, on the same line or the next.
fn word(text: &str) -> &str {
    let trimmed = text.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\t', '\r']);
    let trimmed = trimmed
        .strip_prefix('\n')
        .unwrap_or(trimmed)
        .trim_start_matches(' ');
    let sign = trimmed.chars().take_while(|c| "%‰°".contains(*c));
    let sign: usize = sign.map(char::len_utf8).sum();
    let rest = slice(trimmed, sign..);
    let letters = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    // A sign needs no space behind it: `12.5%dari`.
    let end = match trimmed.get(..sign) {
        Some("%" | "‰") => sign,
        _ => sign + letters,
    };
    slice(trimmed, ..end)
}

/// Whether an amount in rupiah follows.
fn is_rupiah(before: &str) -> bool {
    let before = before.strip_suffix([' ', '\u{a0}']).unwrap_or(before);
    let before = before.strip_suffix('.').unwrap_or(before);
    let before = before.strip_suffix("Rp");
    before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

fn is_label(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches('.');
    let start = before
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + before.get(at..).map_or(1, first_length));
    let word = slice(before, start..).to_lowercase();
    LABELS.contains(&word.as_str())
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::{english, numbers};

    /// The numbers of a text that are in English style, mended where nothing else
    /// can be meant and with a question mark otherwise.
    fn found(text: &str) -> Vec<String> {
        let verdicts = numbers(text).filter_map(|range| {
            let (before, after) = (&text[..range.start], &text[range.end..]);
            english(&text[range], before, after)
        });
        verdicts
            .map(|verdict| {
                if verdict.certain {
                    verdict.indonesian
                } else {
                    "?".into()
                }
            })
            .collect()
    }

    #[test]
    fn numbers_in_english_style_are_seen() {
        for (text, expected) in [
            ("Rp1,250,000", "1.250.000"),
            ("Rp 12,500 saja", "12.500"),
            ("Rp. 1,250,000.50", "1.250.000,50"),
            ("Rp1,250.50", "1.250,50"),
            ("Rp1,250,000 juta", "1.250.000"),
            ("Rp2.5 miliar", "2,5"),
            ("1,234.56 ton", "1.234,56"),
            ("12.5%", "12,5"),
            ("13.25 %", "13,25"),
            ("12.5 kg", "12,5"),
            ("36.5 °C", "36,5"),
            ("36.5°C", "36,5"),
            ("4.5 tahun", "4,5"),
            ("359.45 km2", "359,45"),
            ("359.45 km² luasnya", "359,45"),
            ("12.5km", "12,5"),
            ("0.5 persen", "0,5"),
            ("3.1416 meter", "3,1416"),
            ("2.75 jam", "2,75"),
            ("**12.5**%", "12,5"),
            ("12.5\npersen", "12,5"),
            ("antara 12.5–13.5%", "13,5"),
            ("12.5%/tahun", "12,5"),
            ("1,250,000 orang", "?"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "Rp1,250 triliun",
            "Rp 2,125 miliar",
            "Rp2,875 juta",
            "Rp1,250 M",
            "Rp1.250,50",
            "Rp1.250.000.000",
            "Rp12,5 juta",
            "1,250 persen",
            "1,250 orang",
            "110,112,119",
            "RT 001,002,003",
            "Pasal 112,113,114",
            "Rp001,002,003",
            "1.234 km",
            "versi 1.2 GB",
            "v1.2 GB",
            "10.0.1.5 m",
            "12.05.2026",
            "pukul 08.00 jam kerja",
            "pukul 10.30 menit",
            "sampai 10.30 jam kerja",
            "Nomor 12.3 Tahun 2020",
            "Nomor 12.3 tahun 2020",
            "No. 12.3 tahun",
            "Keputusan 188.45 tahun 2024",
            "188.45 tahun 2024",
            "188.45/123",
            "telepon 0911.345 hari",
            "2.16.03 km",
            "tabel 3.2 meter",
            "## 1.2 Tahun pertama",
            "A12.5 km",
            "indeks 2.87",
            "2025-12.5 km",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
