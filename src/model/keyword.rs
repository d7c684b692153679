//! Values chosen from a fixed list of words.

/// Declares an enum whose variants are written as words in TOML, with a
/// [`FromToml`](super::decode::FromToml) that proposes the nearest word.
macro_rules! keywords {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word as it is written in TOML.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::model::decode::FromToml for $name {
            fn from_toml(
                value: &$crate::model::decode::Value<'_>,
                cx: &mut $crate::model::decode::Context<'_>,
            ) -> Option<Self> {
                $crate::model::keyword::pick(value, cx, Self::ALL, Self::word)
            }
        }
    };
}

pub(crate) use keywords;

use super::decode::{Context, FromToml, Value};
use crate::finding::{Finding, rules};
use crate::source::Spanned;

/// Reads one of `all` by its word.
pub fn pick<T: Copy>(
    value: &Value<'_>,
    cx: &mut Context<'_>,
    all: &[T],
    word: fn(T) -> &'static str,
) -> Option<T> {
    let text = Spanned::<String>::from_toml(value, cx)?;
    let found = all.iter().copied().find(|&item| word(item) == text.value);
    if found.is_none() {
        let words: Vec<&str> = all.iter().map(|&item| word(item)).collect();
        cx.report(
            Finding::new(
                rules::INVALID_VALUE,
                text.span,
                format!("`{}` is not allowed here", text.value),
            )
            .suggest(
                &text.value,
                words.iter().copied(),
                format!("write one of: {}", words.join(", ")),
            ),
        );
    }
    found
}
