//! The texts that new files begin with, and what in them is a placeholder.
//!
//! They stand in files beside this one, in both languages. What whoever begins a plan
//! has to replace stands there between `«` and `»`, which are taken out when a file is
//! written. The rule about placeholders asks here what they are: there is no other list.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use crate::language::Language;
use crate::model::Government;

/// The templates of one language.
pub struct Templates {
    /// The files of a new plan with their paths; that of the evaluation begins with its
    /// year, `{next}`.
    pub plan: [(&'static str, &'static str); 8],
    /// `pillar.toml`
    pub pillar: &'static str,
    /// `opd.toml`
    pub opd: &'static str,
    /// A programme.
    pub program: &'static str,
}

static INDONESIAN: Templates = Templates {
    plan: [
        ("plan.toml", include_str!("id/plan.toml")),
        ("chapters/pendahuluan.md", include_str!("id/pendahuluan.md")),
        (
            "pillars/governance/pillar.toml",
            include_str!("id/governance.toml"),
        ),
        (
            "pillars/governance/strategi.md",
            include_str!("id/strategi.md"),
        ),
        (
            "opd/diskominfo/opd.toml",
            include_str!("id/diskominfo.toml"),
        ),
        (
            "opd/diskominfo/programs/layanan-aduan.toml",
            include_str!("id/layanan-aduan.toml"),
        ),
        ("registry/rpjmd.toml", include_str!("id/rpjmd.toml")),
        (
            "evaluations/{next}-12-01.toml",
            include_str!("id/evaluasi.toml"),
        ),
    ],
    pillar: include_str!("id/new-pillar.toml"),
    opd: include_str!("id/new-opd.toml"),
    program: include_str!("id/new-program.toml"),
};

static ENGLISH: Templates = Templates {
    plan: [
        ("plan.toml", include_str!("en/plan.toml")),
        (
            "chapters/introduction.md",
            include_str!("en/introduction.md"),
        ),
        (
            "pillars/governance/pillar.toml",
            include_str!("en/governance.toml"),
        ),
        (
            "pillars/governance/strategy.md",
            include_str!("en/strategy.md"),
        ),
        (
            "opd/diskominfo/opd.toml",
            include_str!("en/diskominfo.toml"),
        ),
        (
            "opd/diskominfo/programs/complaints.toml",
            include_str!("en/complaints.toml"),
        ),
        ("registry/rpjmd.toml", include_str!("en/rpjmd.toml")),
        (
            "evaluations/{next}-12-01.toml",
            include_str!("en/evaluation.toml"),
        ),
    ],
    pillar: include_str!("en/new-pillar.toml"),
    opd: include_str!("en/new-opd.toml"),
    program: include_str!("en/new-program.toml"),
};

impl Templates {
    /// The templates of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Indonesian => &INDONESIAN,
            Language::English => &ENGLISH,
        }
    }

    fn texts(&self) -> impl Iterator<Item = &'static str> {
        let plan = self.plan.iter().map(|(_, text)| *text);
        plan.chain([self.pillar, self.opd, self.program])
    }
}

/// A template for the plan of a government: they are written for that of a city.
pub(crate) fn governed(template: &str, government: Government) -> Cow<'_, str> {
    let [title, name, english_title, english] = match government {
        Government::Kota => return Cow::Borrowed(template),
        Government::Kabupaten => ["Kabupaten", "kabupaten", "Regency", "regency"],
        Government::Provinsi => ["Provinsi", "provinsi", "Province", "province"],
    };
    let key = format!("\ngovernment = \"{}\"\nprovince =", government.word());
    let replaced = [
        ("Kota", title),
        ("kota", name),
        ("City", english_title),
        // The key `city` begins a line.
        (" city", &format!(" {english}")),
        ("\nprovince =", &key),
    ];
    let mut text = template.to_owned();
    for (from, to) in replaced {
        text = text.replace(from, to);
    }
    Cow::Owned(text)
}

/// A template with values in place of `{name}`, and without the marks of placeholders.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = template.replace([BEGIN, END], "");
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

const BEGIN: char = '«';
const END: char = '»';

/// Stands for the id of the entry that is made.
const ID: &str = "{id}";

/// A text that is to be replaced by whoever begins a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// The text, with single spaces.
    pub text: String,
    /// Whether it is a placeholder as the whole of a value only: there are sentences in
    /// which it might stand.
    pub is_whole: bool,
}

/// Every placeholder of both languages, the longest first, but for ids in place of names.
pub fn placeholders() -> &'static [Placeholder] {
    static ALL: LazyLock<Vec<Placeholder>> = LazyLock::new(|| {
        let mut all: Vec<Placeholder> = Vec::new();
        let templates = Language::ALL.iter().map(|one| Templates::of(*one));
        let texts = templates.flat_map(Templates::texts);
        let texts = texts.flat_map(|text| {
            let governments = Government::ALL.iter();
            governments.map(move |government| governed(text, *government))
        });
        let texts: Vec<Cow<'_, str>> = texts.collect();
        for placeholder in texts.iter().flat_map(|text| marked(text)) {
            match all.iter_mut().find(|known| known.text == placeholder.text) {
                Some(known) => known.is_whole &= placeholder.is_whole,
                None => all.push(placeholder),
            }
        }
        all.sort_by_key(|placeholder| std::cmp::Reverse(placeholder.text.len()));
        all
    });
    &ALL
}

/// The placeholders of a template.
fn marked(template: &str) -> impl Iterator<Item = Placeholder> {
    let parts = template.split(BEGIN).zip(template.split(BEGIN).skip(1));
    let parts = parts.filter_map(|(before, from)| {
        let (text, after) = from.split_once(END)?;
        let words: Vec<&str> = text.split_whitespace().collect();
        Some(Placeholder {
            text: words.join(" "),
            is_whole: before.ends_with('"') && after.starts_with('"'),
        })
    });
    parts.filter(|placeholder| placeholder.text != ID)
}

/// What finds each of the [`placeholders`] in a text, however its lines break.
pub(crate) fn pattern() -> &'static Regex {
    static PATTERN: LazyLock<Regex> = LazyLock::new(|| pattern_of(|_| true));
    &PATTERN
}

/// Whether a text has one of the [`placeholders`], which hardly any has. Words of a few
/// letters are looked for by themselves: without them, those with which the others begin are
/// looked for in many bytes at a time.
pub(crate) fn has_placeholder(text: &str) -> bool {
    static PATTERNS: LazyLock<[Regex; 2]> = LazyLock::new(|| {
        [true, false].map(|is_short| pattern_of(|first| (first.len() < 3) == is_short))
    });
    PATTERNS.iter().any(|pattern| pattern.is_match(text))
}

/// What finds those placeholders whose first word is wanted.
fn pattern_of(is_wanted: impl Fn(&str) -> bool) -> Regex {
    let placeholders = placeholders()
        .iter()
        .map(|placeholder| placeholder.text.as_str());
    let placeholders = placeholders.filter(|text| text.split(' ').next().is_some_and(&is_wanted));
    let patterns = placeholders.map(|text| {
        let words = text.split(' ').map(regex::escape);
        let words = words.collect::<Vec<_>>().join(r"\s+");
        // After a full stop there is no boundary between words.
        if text.ends_with(char::is_alphanumeric) {
            format!(r"\b{words}\b")
        } else {
            format!(r"\b{words}")
        }
    });
    let pattern = patterns.collect::<Vec<_>>().join("|");
    #[expect(
        clippy::expect_used,
        reason = "made of escaped words; a test compiles it"
    )]
    Regex::new(&pattern).expect("a pattern of escaped words")
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, fill, has_placeholder, pattern, placeholders};
    use crate::language::Language;
    use crate::scaffold::template::{Placeholder, Templates};

    #[test]
    fn a_placeholder_is_what_is_marked_in_a_template() {
        let find = |text: &str| {
            let mut all = placeholders().iter();
            all.find(|placeholder| placeholder.text == text)
        };
        assert!(find("Kegiatan pertama").unwrap().is_whole);
        assert!(!find("Kota Contoh").unwrap().is_whole);
        let sentence = "Tulis di sini mengapa pilar ini penting bagi warga, apa yang sudah \
                        ada, dan apa yang diubah oleh programnya.";
        assert!(!find(sentence).unwrap().is_whole);
        assert!(find("{id}").is_none());
        assert!(pattern().is_match("Tulis di  sini mengapa\nkota menyusun rencana ini."));
        assert!(!pattern().is_match("Kota Contohan"));
        for Placeholder { text, .. } in placeholders() {
            assert!(has_placeholder(text), "{text}");
        }
        assert!(!has_placeholder("Kota Contohan"));
    }

    #[test]
    fn both_languages_have_the_same_placeholders() {
        let count = |language| -> Vec<usize> {
            let texts = Templates::of(language).texts();
            texts.map(|text| text.matches(BEGIN).count()).collect()
        };
        assert_eq!(count(Language::Indonesian), count(Language::English));
        for text in Templates::of(Language::Indonesian).texts() {
            assert_eq!(text.matches(BEGIN).count(), text.matches(END).count());
            assert!(!fill(text, &[]).contains([BEGIN, END]));
        }
    }
}
