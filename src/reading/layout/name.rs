//! The name of a file, and what it was meant to be.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::copies;
use crate::finding::is_one_slip;

/// What keeps a name from being the one that was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// An ending that Windows hides: `opd.toml.txt`.
    HiddenEnding,
    /// What a copy is called, though the file is no copy: `opd (1).toml`.
    CopyMark,
    /// Another ending: `opd.tml`, `profil.markdown`.
    Ending,
    /// Another ending behind the right one: `opd.toml.docx`.
    SecondEnding,
    /// No ending at all: `opd`.
    NoEnding,
    /// Capitals: `Opd.TOML`.
    Case,
    /// Blanks, underscores and whatever else an id cannot have: `Layanan 112.toml`.
    Characters,
    /// Another word for the same: `pilar.toml`.
    Word,
}

/// The kinds of files that a plan is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// `.toml`
    Toml,
    /// `.md`
    Markdown,
    /// `.typ`
    Typst,
    /// Messages of Fluent.
    Fluent,
}

impl Ending {
    /// As it is written.
    pub fn text(self) -> &'static str {
        match self {
            Self::Toml => ".toml",
            Self::Markdown => ".md",
            Self::Typst => ".typ",
            Self::Fluent => ".ftl",
        }
    }
}

/// The name of a file of a plan, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Without the ending and blanks around it.
    pub stem: String,
    /// The ending that was meant.
    pub ending: Ending,
    /// What is wrong with the ending.
    pub cause: Option<Cause>,
}

/// The ending that a file with this one was meant to have.
fn ending(text: &str) -> Option<(Ending, Option<Cause>)> {
    let lower = text.to_lowercase();
    let case = (lower != text).then_some(Cause::Case);
    Some(match lower.as_str() {
        "toml" => (Ending::Toml, case),
        "md" => (Ending::Markdown, case),
        "typ" => (Ending::Typst, case),
        "ftl" => (Ending::Fluent, case),
        "markdown" | "mdown" | "mkd" | "mdwn" => (Ending::Markdown, Some(Cause::Ending)),
        other if other.len() > 2 && other != "tom" && is_one_slip(other, "toml") => {
            (Ending::Toml, Some(Cause::Ending))
        }
        _ => return None,
    })
}

/// Endings that Windows hides, of files that its programs write as plain text.
const HIDDEN: [&str; 2] = ["txt", "text"];

/// Endings that other programs add behind the right one.
const ADDED: [&str; 20] = [
    "cfg", "conf", "csv", "doc", "docm", "docx", "dotx", "htm", "html", "ini", "json", "log",
    "odt", "pages", "pdf", "rtf", "xls", "xlsx", "xml", "yaml",
];

/// Files that customarily have no ending and are no part of a plan, in lower case.
const UNENDED: [&str; 11] = [
    "authors",
    "changelog",
    "codeowners",
    "copying",
    "dockerfile",
    "justfile",
    "licence",
    "license",
    "makefile",
    "notice",
    "readme",
];

impl Name {
    /// `None` if the name is not that of a file in which a plan is written.
    pub fn of(name: &str) -> Option<Self> {
        // A full stop at the end is typed by mistake, and Windows drops it.
        let bare = name.trim().trim_end_matches('.').trim_end();
        let typed = (bare != name.trim()).then_some(Cause::Ending);
        let name = bare;
        if let Some((rest, last)) = name.rsplit_once('.') {
            let last = last.to_lowercase();
            let added = match (HIDDEN.contains(&&*last), ADDED.contains(&&*last)) {
                (true, _) => Some(Cause::HiddenEnding),
                (_, true) => Some(Cause::SecondEnding),
                _ => None,
            };
            if let Some(added) = added {
                let inner = Self::of(rest)?;
                // Of several the one is named that nobody hides.
                let cause = match inner.cause {
                    Some(Cause::SecondEnding) => Cause::SecondEnding,
                    _ => added,
                };
                return Some(Self {
                    cause: Some(cause),
                    ..inner
                });
            }
        }
        let (stem, last) = name.rsplit_once('.')?;
        if let Some((ending, cause)) = ending(last) {
            return Some(Self::cleared(stem, ending, cause.or(typed)));
        }
        // The mark of a copy behind the ending: `opd.toml - Salin`.
        let mark = last.find(|c: char| !c.is_ascii_alphanumeric())?;
        let (last, mark) = last.split_at_checked(mark)?;
        let (ending, _) = ending(last)?;
        let whole = format!("{stem}{mark}");
        (copies::without_marks(&whole) != whole)
            .then(|| Self::cleared(&whole, ending, Some(Cause::CopyMark)))
    }

    fn cleared(stem: &str, kind: Ending, cause: Option<Cause>) -> Self {
        let (mut stem, mut cause) = (stem.trim(), cause);
        // An ending that was typed although it was there: `opd.toml.toml`.
        while let Some((rest, last)) = stem.rsplit_once('.')
            && ending(last).is_some_and(|(other, _)| other == kind)
        {
            stem = rest.trim();
            cause = cause.or(Some(Cause::Ending));
        }
        Self {
            stem: stem.to_owned(),
            ending: kind,
            cause,
        }
    }

    /// The same for a file that was left without an ending, in a place where files have
    /// this one; `None` if the name has an ending or is that of a file that never has one.
    pub(crate) fn without_ending(name: &str, ending: Ending) -> Option<Self> {
        let name = name.trim();
        let lower = name.to_lowercase();
        if name.contains('.') || UNENDED.contains(&lower.as_str()) {
            return None;
        }
        // The full stop was mistyped or left out: `opd,toml`, `opdtoml`.
        let letters = ending.text().trim_start_matches('.');
        let glued = lower.strip_suffix(letters).filter(|stem| {
            let mark = stem.ends_with(|c: char| !c.is_alphanumeric());
            mark || (ending == Ending::Toml && !stem.is_empty())
        });
        let stem = glued.and_then(|stem| name.get(..stem.len()));
        let stem = stem.map(|stem| stem.trim_end_matches(|c: char| !c.is_alphanumeric()));
        let cause = match stem {
            Some(_) => Cause::Ending,
            None => Cause::NoEnding,
        };
        let stem = stem.unwrap_or(name);
        id(stem).is_some().then(|| Self {
            stem: stem.to_owned(),
            ending,
            cause: Some(cause),
        })
    }

    /// The name as a file of this stem would have it.
    pub(crate) fn with_stem(&self, stem: &str) -> String {
        format!("{stem}{}", self.ending.text())
    }
}

/// The id that comes nearest to a name; `None` if no letter or digit of it can stand in
/// an id.
pub(crate) fn id(name: &str) -> Option<String> {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    // Most names are ids.
    let mut parts = name.split('-');
    if parts.all(|part| !part.is_empty() && part.bytes().all(is_plain)) {
        return Some(name.to_owned());
    }
    let mut id = String::new();
    let letters = name.nfkd().filter(|c| !is_combining_mark(*c));
    for letter in letters.flat_map(char::to_lowercase) {
        match letter {
            letter if letter.is_ascii_alphanumeric() => id.push(letter),
            // As in `Jum'at`.
            '\'' | '’' => {}
            '&' if id.ends_with('-') => id.push_str("dan-"),
            _ if id.is_empty() || id.ends_with('-') => {}
            _ => id.push('-'),
        }
    }
    let id = id.trim_end_matches('-');
    (!id.is_empty()).then(|| id.to_owned())
}

/// The day that a name tells, as evaluations are named; `None` if it tells none, or
/// perhaps another.
pub(crate) fn day(name: &str) -> Option<String> {
    let parts: Vec<&str> = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let whole = match parts.as_slice() {
        [whole] if whole.len() == 8 => *whole,
        _ => "",
    };
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (*year, *month, *day),
        [day, month, year] if year.len() == 4 => (*year, *month, *day),
        [_] => (whole.get(..4)?, whole.get(4..6)?, whole.get(6..)?),
        _ => return None,
    };
    let date = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Some(date.ok()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Cause, Ending, Name, day, id};

    #[test]
    fn endings_are_those_that_were_meant() {
        use Cause::{Case, CopyMark, HiddenEnding, SecondEnding};
        for (name, stem, ending, cause) in [
            ("opd.toml", "opd", Ending::Toml, None),
            ("opd.toml.txt", "opd", Ending::Toml, Some(HiddenEnding)),
            ("opd.TOML.TXT", "opd", Ending::Toml, Some(HiddenEnding)),
            ("Opd.TOML", "Opd", Ending::Toml, Some(Case)),
            ("PROFIL.MD", "PROFIL", Ending::Markdown, Some(Case)),
            (
                "profil.md.txt",
                "profil",
                Ending::Markdown,
                Some(HiddenEnding),
            ),
            (
                "profil.markdown",
                "profil",
                Ending::Markdown,
                Some(Cause::Ending),
            ),
            ("opd.tml", "opd", Ending::Toml, Some(Cause::Ending)),
            ("opd.toml.toml", "opd", Ending::Toml, Some(Cause::Ending)),
            (
                "opd.toml - Salin",
                "opd - Salin",
                Ending::Toml,
                Some(CopyMark),
            ),
            ("opd.toml (1)", "opd (1)", Ending::Toml, Some(CopyMark)),
            (" opd.toml ", "opd", Ending::Toml, None),
            ("opd.toml.", "opd", Ending::Toml, Some(Cause::Ending)),
            ("opd.toml.txt.txt", "opd", Ending::Toml, Some(HiddenEnding)),
            ("opd.toml.docx", "opd", Ending::Toml, Some(SecondEnding)),
            ("opd.TOML.DOCX", "opd", Ending::Toml, Some(SecondEnding)),
            ("opd.toml.docx.txt", "opd", Ending::Toml, Some(SecondEnding)),
            ("opd.toml.txt.rtf", "opd", Ending::Toml, Some(SecondEnding)),
            (
                "profil.md.html",
                "profil",
                Ending::Markdown,
                Some(SecondEnding),
            ),
            ("theme.TYP", "theme", Ending::Typst, Some(Case)),
        ] {
            let wanted = Name {
                stem: stem.into(),
                ending,
                cause,
            };
            assert_eq!(Name::of(name), Some(wanted), "{name}");
        }
        for name in [
            "catatan.txt",
            "peta.png",
            "opd",
            "a.toml b.c",
            "renja.xlsx",
            "renja.docx.txt",
            ".",
            "",
        ] {
            assert_eq!(Name::of(name), None, "{name}");
        }
    }

    #[test]
    fn names_without_an_ending_get_the_one_of_their_place() {
        use Cause::{Ending as Other, NoEnding};
        for (name, stem, cause) in [
            ("layanan-aduan", "layanan-aduan", NoEnding),
            ("Layanan Aduan", "Layanan Aduan", NoEnding),
            ("layanan-aduan,toml", "layanan-aduan", Other),
            ("layanan-aduan-toml", "layanan-aduan", Other),
            ("layanan-aduan TOML", "layanan-aduan", Other),
            ("layanan-aduantoml", "layanan-aduan", Other),
        ] {
            let wanted = Name {
                stem: stem.into(),
                ending: Ending::Toml,
                cause: Some(cause),
            };
            let name = Name::without_ending(name, Ending::Toml);
            assert_eq!(name, Some(wanted), "{stem}");
        }
        for name in ["LICENSE", "Makefile", "readme", "catatan.txt", "??", ""] {
            assert_eq!(Name::without_ending(name, Ending::Markdown), None, "{name}");
        }
    }

    #[test]
    fn ids_keep_the_letters_of_a_name() {
        for (name, wanted) in [
            ("Dinas Perhubungan", Some("dinas-perhubungan")),
            ("dinas_perhubungan", Some("dinas-perhubungan")),
            (" DISHUB ", Some("dishub")),
            ("Café (baru)", Some("cafe-baru")),
            ("Koperasi & UMKM", Some("koperasi-dan-umkm")),
            ("layanan--112-", Some("layanan-112")),
            ("???", None),
        ] {
            assert_eq!(id(name).as_deref(), wanted, "{name}");
        }
    }

    #[test]
    fn days_are_told_from_their_digits() {
        for (name, wanted) in [
            ("2027-11-01", Some("2027-11-01")),
            ("2027_11_1", Some("2027-11-01")),
            ("1-11-2027", Some("2027-11-01")),
            ("evaluasi 20271101", Some("2027-11-01")),
            ("evaluasi-2027", None),
            ("2027-13-01", None),
        ] {
            assert_eq!(day(name).as_deref(), wanted, "{name}");
        }
    }
}
