//! The two languages in which the tool speaks: words, numbers and dates.
//!
//! Findings and the help of rules are [`Message`]s until somebody reads them; a
//! [`Catalogue`] turns them into text. The catalogues are the files of
//! `locales/`.

mod affixes;
mod book_language;
mod book_messages;
mod capitalised;
mod catalogue;
mod characters;
mod format;
mod hyphenation;
mod joins;
mod letters;
mod markdown;
mod message;
mod roots;
mod visible;

pub use book_language::BookLanguage;
pub(crate) use book_messages::{
    Asked, OwnMessage, messages as own_messages, place as place_in, swallowed, too_deep,
};
pub(crate) use capitalised::capitalised;
pub use catalogue::Catalogue;
pub(crate) use characters::{as_meant, as_meant_in_code, is_private_use, meant};
pub use format::Format;
pub(crate) use hyphenation::{SOFT_HYPHEN, for_each_division, hyphenate};
pub(crate) use joins::{JOINER, for_each_join};
pub(crate) use markdown::markdown;
pub use message::{Arg, Message, Words, message};
pub(crate) use visible::visible;

/// A language of the book, of findings and of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Indonesian.
    Indonesian,
    /// English.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: &[Self] = &[Self::Indonesian, Self::English];

    /// The language as it is written in TOML and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }
}
