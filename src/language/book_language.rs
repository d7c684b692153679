//! Languages of books.

use std::fmt;

use icu_locale_core::subtags;

use super::Language;

/// The language of a book: one that the tool speaks, or another one for which the plan brings
/// the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BookLanguage(subtags::Language);

impl BookLanguage {
    /// Codes of ISO 639 for the languages that the tool speaks, which it writes otherwise.
    pub(crate) const OTHER_CODES: [&str; 3] = ["in", "ind", "eng"];

    /// The language with a code of two or three small letters, as of ISO 639; `None` of
    /// anything else, and of another code for a language that the tool speaks.
    pub fn parse(code: &str) -> Option<Self> {
        let is_code = code.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_other = Self::OTHER_CODES.contains(&code);
        let language = code.parse().ok().filter(|_| is_code && !is_other);
        language.map(Self)
    }

    /// The same as a language of the tool; `None` if the tool does not speak it.
    pub fn built_in(self) -> Option<Language> {
        let mut all = Language::ALL.iter().copied();
        all.find(|language| language.word() == self.0.as_str())
    }

    /// The language of the tool in which words are said that the plan does not bring: its own
    /// or English.
    pub fn base(self) -> Language {
        self.built_in().unwrap_or(Language::English)
    }

    /// Its code.
    pub fn code(&self) -> &str {
        self.0.as_str()
    }
}

impl From<Language> for BookLanguage {
    fn from(language: Language) -> Self {
        Self(match language {
            Language::Indonesian => subtags::language!("id"),
            Language::English => subtags::language!("en"),
        })
    }
}

impl fmt::Display for BookLanguage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::{BookLanguage, Language};

    #[test]
    fn a_language_is_known_by_its_code() {
        let built_in = |code| BookLanguage::parse(code).map(BookLanguage::built_in);
        assert_eq!(built_in("id"), Some(Some(Language::Indonesian)));
        assert_eq!(built_in("en"), Some(Some(Language::English)));
        assert_eq!(built_in("jv"), Some(None));
        assert_eq!(built_in("bug"), Some(None));
        for code in [
            "",
            "x",
            "ind",
            "in",
            "eng",
            "ID",
            "indonesia",
            "id-ID",
            "1d",
        ] {
            assert_eq!(BookLanguage::parse(code), None, "{code}");
        }
    }
}
