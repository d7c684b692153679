//! Marks of Markdown in the text of an entry, which is printed as it is written.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::{Checker, literal_pattern};
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::slice::slice;

/// The rule `markup-in-entry` (TXT052).
pub static RULE: Rule = Rule::warning("TXT052", "markup-in-entry", Group::Text)
    .strict()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "summary = \"Layanan **112** gratis.\"",
        "summary = \"Layanan 112 gratis.\"",
    );

/// A kind of mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Marks around words, which stay.
    Around,
    /// A link with an address.
    Link,
    /// A reference to an entry, or an address between angles.
    Reference,
    /// A mark that is deleted: of a heading, an item, a quote.
    Begin,
    /// Items in a line.
    Items,
    /// A row of a table.
    Row,
    /// The mark of a note.
    Note,
    /// A tag of HTML.
    Tag,
    /// A character by its name.
    Entity,
}

/// A pattern whose group `mark` is what is found, `words` what stays of it.
type Form = (Kind, LazyLock<Regex>);

static FORMS: [Form; 13] = [
    (
        Kind::Link,
        LazyLock::new(|| {
            literal_pattern(r"(?P<mark>!?\[(?P<words>[^\[\]]+)\]\((?P<address>[^()\s]+)\))")
        }),
    ),
    (
        Kind::Note,
        LazyLock::new(|| literal_pattern(r"(?P<mark>\[\^[^\]\s]+\])")),
    ),
    (
        Kind::Around,
        LazyLock::new(|| literal_pattern(r"(?P<mark>\*\*(?P<words>[^\s*](?:[^*]*[^\s*])?)\*\*)")),
    ),
    (
        Kind::Around,
        LazyLock::new(|| {
            literal_pattern(
                r"(?:^|[\s(])(?P<mark>__(?P<words>[^\s_](?:[^_]*[^\s_])?)__)(?:$|[\s).,;:!?])",
            )
        }),
    ),
    (
        Kind::Around,
        LazyLock::new(|| {
            literal_pattern(
                r"(?:^|[\s(])(?P<mark>\*(?P<words>[^\s*](?:[^*\n]*[^\s*])?)\*)(?:$|[\s).,;:!?])",
            )
        }),
    ),
    (
        Kind::Around,
        LazyLock::new(|| {
            literal_pattern(
                r"(?:^|[\s(])(?P<mark>_(?P<words>[^\s_](?:[^_\n]*[^\s_])?)_)(?:$|[\s).,;:!?])",
            )
        }),
    ),
    (
        Kind::Around,
        LazyLock::new(|| {
            literal_pattern(r"(?P<mark>~~(?P<words>[^~\n]+)~~|`+(?P<code>[^`\n]+)`+)")
        }),
    ),
    (
        Kind::Reference,
        LazyLock::new(|| {
            literal_pattern(
                r"(?P<mark><(?P<words>(?:https?://|mailto:|tel:|[a-z]+:[a-z0-9])[^<>\s]*)>)",
            )
        }),
    ),
    (
        Kind::Tag,
        LazyLock::new(|| {
            literal_pattern(
                r"(?i)(?P<mark></?(?:b|i|u|s|em|strong|br|p|div|span|sub|sup|li|ul|ol|a|font|h[1-6])(?:\s[^<>]*)?/?>)",
            )
        }),
    ),
    (
        Kind::Entity,
        LazyLock::new(|| {
            literal_pattern(
                r"(?P<mark>&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|hellip|rsquo|lsquo|ldquo|rdquo|bull|copy|reg|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});)",
            )
        }),
    ),
    (
        Kind::Begin,
        LazyLock::new(|| literal_pattern(r"(?m)^\s*(?P<mark>#{1,6})\s+(?P<words>\S.*?)\s*$")),
    ),
    (
        Kind::Row,
        LazyLock::new(|| literal_pattern(r"(?m)^\s*(?P<mark>\|.*\|.*\|)\s*$")),
    ),
    (
        Kind::Items,
        LazyLock::new(|| literal_pattern(r"(?P<mark>[•●○▪■➢])[^•●○▪■➢\n]+[•●○▪■➢]")),
    ),
];

/// A mark with which a text of one line begins.
static BEGIN: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(r"^\s*(?P<mark>[•●○▪■➢]|[-*+>–](?:\s|$))\s*(?P<words>\S.*?)\s*$")
});

/// Looks at every text of the entries, names included. One finding of a kind is enough for
/// a text.
pub fn check(cx: &mut Checker<'_>) {
    let signs = |text: &str| {
        let sign = |c: char| "*_`~[<&#|>•●○▪■➢".contains(c);
        text.contains(sign) || text.trim_start().starts_with(['-', '+', '–'])
    };
    let pieces = cx.prose().iter().chain(cx.named());
    let pieces = pieces.filter(|piece| piece.marks.markup && signs(piece.text));
    for piece in pieces {
        let mut seen: Vec<Kind> = Vec::new();
        let begin = BEGIN
            .captures(piece.text)
            .filter(|_| !piece.text.contains('\n'));
        let begin = begin.map(|found| (Kind::Begin, found));
        let found = FORMS
            .iter()
            .filter_map(|(kind, form)| Some((*kind, form.captures(piece.text)?)));
        for (kind, found) in found.chain(begin) {
            let Some(mark) = found.name("mark").filter(|_| !seen.contains(&kind)) else {
                continue;
            };
            let part = |name: &str| found.name(name).map(|part| part.as_str());
            let words = part("words").or_else(|| part("code")).unwrap_or_default();
            let hint = hint(kind, mark.as_str(), words, part("address"));
            let written = mark.as_str().trim_end();
            let after = slice(piece.text, mark.end()..);
            if kind == Kind::Around && !is_meant(words, after) {
                continue;
            }
            seen.push(kind);
            let span = piece.span(mark.start()..mark.start() + written.len());
            cx.report(
                Finding::new(&RULE, span, message!("markup-in-entry", mark = written)).hint(hint),
            );
        }
    }
}

/// Whether marks around words make them bold, and are no lines to write on (`__/__/2026`) or
/// part of the name of a file (`__init__.py`).
fn is_meant(words: &str, after: &str) -> bool {
    let ending = after.strip_prefix('.');
    let goes_on = ending.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
    words.contains(char::is_alphanumeric) && !goes_on
}

fn hint(kind: Kind, mark: &str, words: &str, address: Option<&str>) -> Message {
    match kind {
        Kind::Around | Kind::Begin => message!("markup-in-entry.hint", words = words),
        Kind::Link => message!(
            "markup-in-entry.link-hint",
            words = words,
            address = address.unwrap_or_default()
        ),
        Kind::Reference => message!("markup-in-entry.reference-hint", words = words),
        Kind::Items => message!("markup-in-entry.items-hint"),
        Kind::Row => message!("markup-in-entry.row-hint"),
        Kind::Note => message!("markup-in-entry.note-hint"),
        Kind::Tag => message!("markup-in-entry.tag-hint"),
        Kind::Entity => match character(mark) {
            Some(c) => message!("markup-in-entry.entity-hint", character = c),
            None => message!("markup-in-entry.tag-hint"),
        },
    }
}

/// The character that a name in HTML stands for; `None` for one that is not known.
fn character(entity: &str) -> Option<String> {
    let name = entity.strip_prefix('&')?.strip_suffix(';')?;
    let named = match name {
        "nbsp" => " ",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "ndash" => "–",
        "mdash" => "—",
        "hellip" => "…",
        "rsquo" => "’",
        "lsquo" => "‘",
        "ldquo" => "“",
        "rdquo" => "”",
        "bull" => "•",
        "copy" => "©",
        "reg" => "®",
        _ => "",
    };
    if !named.is_empty() {
        return Some(named.to_owned());
    }
    let number = name.strip_prefix('#')?;
    let number = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    let c = char::from_u32(number.ok()?)?;
    (!c.is_control()).then(|| c.to_string())
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, FORMS, character};

    fn marks(text: &str) -> Vec<String> {
        let found = FORMS.iter().filter_map(|(_, form)| form.captures(text));
        let all = found.chain(BEGIN.captures(text).filter(|_| !text.contains('\n')));
        all.map(|found| found["mark"].trim_end().to_owned())
            .collect()
    }

    #[test]
    fn marks_of_markdown_are_told_from_text() {
        for (text, mark) in [
            ("Layanan **112** gratis", "**112**"),
            ("Layanan *cepat* kota", "*cepat*"),
            ("Layanan _cepat_.", "_cepat_"),
            ("Lihat [situs](https://a.id)", "[situs](https://a.id)"),
            ("Lihat <https://a.id>", "<https://a.id>"),
            ("Lihat <opd:diskominfo>", "<opd:diskominfo>"),
            ("Catatan[^1]", "[^1]"),
            ("# Judul", "#"),
            ("• satu", "•"),
            ("- satu", "-"),
            ("Unsur: • satu • dua", "•"),
            ("| a | b |", "| a | b |"),
            ("satu<br>dua", "<br>"),
            ("Koperasi &amp; UMKM", "&amp;"),
            ("pakai `kode`", "`kode`"),
        ] {
            assert_eq!(marks(text), [mark], "{text}");
        }
        for text in [
            "nama_berkas_ini dan a_b",
            "2 * 3 * 4 dan 5*2",
            "nilai < 5 dan > 3",
            "Rp5.000,- per hari",
            "R&D dan A & B",
            "pukul 08.00 [sore]",
            "• satu\n• dua",
            "- satu\n- dua",
            "C# dan #ambon",
            "a | b",
            "~10 orang",
            "-5 persen",
        ] {
            assert_eq!(marks(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn names_of_characters_are_read() {
        assert_eq!(character("&amp;").as_deref(), Some("&"));
        assert_eq!(character("&#8211;").as_deref(), Some("–"));
        assert_eq!(character("&#x2013;").as_deref(), Some("–"));
        assert_eq!(character("&#0;"), None);
    }
}
