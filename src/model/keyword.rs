//! Values chosen from a fixed list of words.

/// Declares an enum whose variants are written as words in TOML, with a
/// [`FromToml`](super::decode::FromToml) that proposes the nearest word. What is
/// no such word breaks the rule `invalid-value`, or the one named after `or`.
macro_rules! keywords {
    ($(#[$doc:meta])* $name:ident { $($body:tt)* }) => {
        $crate::model::keyword::keywords! {
            $(#[$doc])*
            $name or $crate::model::rules::invalid_value::unknown_word { $($body)* }
        }
    };
    ($(#[$doc:meta])* $name:ident or $unknown:path { $($body:tt)* }) => {
        $crate::words::words! { $(#[$doc])* $name { $($body)* } }
        $crate::model::keyword::written_as_word!($name, $unknown);
    };
}

/// Reads an enum that has `ALL` and `word` by its word.
macro_rules! written_as_word {
    ($name:ident, $unknown:path) => {
        impl From<$name> for $crate::model::visit::Datum {
            fn from(word: $name) -> Self {
                Self::Word(word.word())
            }
        }

        impl $crate::model::visit::Visited for $crate::source::Spanned<$name> {
            fn visited<'e>(
                &'e self,
                key: &'static $crate::model::visit::Key,
                visitor: &mut dyn $crate::model::visit::Visitor<'e>,
            ) {
                visitor.value(key, self.value.into(), self.span);
            }
        }

        impl $crate::model::decode::FromToml for $name {
            fn from_toml(
                value: &$crate::model::decode::Value<'_>,
                cx: &mut $crate::model::decode::Context<'_>,
            ) -> Option<Self> {
                $crate::model::keyword::pick(value, cx, Self::ALL, Self::word, $unknown)
            }

            fn shape() -> $crate::model::shape::Shape {
                let words = Self::ALL.iter().map(|one| one.word());
                $crate::model::shape::Shape::Word(words.collect())
            }
        }
    };
}

pub(crate) use {keywords, written_as_word};

use super::decode::{Context, FromToml, Value};
use super::shape::Shape;
use crate::finding::Finding;
use crate::source::{Span, Spanned};

/// Reads one of `all` by its word; `unknown` says what is wrong with another.
pub(crate) fn pick<T: Copy>(
    value: &Value<'_>,
    cx: &mut Context<'_>,
    all: &[T],
    word: fn(T) -> &'static str,
    unknown: fn(Span, &str, &[&str]) -> Finding,
) -> Option<T> {
    let Some(written) = value.get_ref().as_str() else {
        cx.wrong_type(
            value,
            &Shape::Word(all.iter().map(|&item| word(item)).collect()),
        );
        return None;
    };
    let known = |written: &str| all.iter().copied().find(|&item| word(item) == written);
    // Most words are written as they are, and nothing else can be wrong with them.
    if let found @ Some(_) = known(written) {
        return found;
    }
    let text = Spanned::<String>::from_toml(value, cx)?;
    let found = known(&text.value);
    if found.is_none() {
        let words: Vec<&str> = all.iter().map(|&item| word(item)).collect();
        cx.report(unknown(text.span, &text.value, &words));
    }
    found
}
