//! A reference to something that does not exist.

use crate::finding::{Finding, Group, NameIndex, Rule, offer};
use crate::language::{Message, Words, message};
use crate::model::quoted;
use crate::source::Span;

/// The rule `unknown-reference` (STR015).
pub static RULE: Rule = Rule::error("STR015", "unknown-reference", Group::Structure)
    .fixed_level()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "supports = [\"goal:layanan-pubik\"]",
        "supports = [\"goal:layanan-publik\"]",
    );

/// The id, and those that there are.
pub fn finding(span: Span, kind: Message, id: &str, known: &NameIndex) -> Finding {
    let otherwise = known.listed(&kind);
    Finding::new(
        &RULE,
        span,
        message!("unknown-reference", kind = kind, id = id),
    )
    .suggest_among(id, known.clone(), otherwise)
}

/// An id that is none of the entries of several kinds to which a column refers.
pub(crate) fn of_column(span: Span, column: &str, id: &str, known: &NameIndex) -> Finding {
    let message = message!("unknown-reference.of-column", id = id, column = column);
    let otherwise = known.listed(&message!("kind-entry"));
    Finding::new(&RULE, span, message).suggest_among(id, known.clone(), otherwise)
}

/// What to write in place of the name of an entry.
pub(crate) fn named(kind: Message, id: &str) -> Message {
    message!("unknown-reference.named", kind = kind, id = id)
}

/// The entry that is called nearly so.
pub(crate) fn like(id: &str, name: &str) -> Message {
    message!("unknown-reference.like", id = id, name = name)
}

/// Several entries that are called so.
pub fn one_of(ids: &[&str]) -> Message {
    offer::meant(ids.iter().copied())
}

/// A part that no book has, and those that may have been meant.
pub fn part(span: Span, word: &str, meant: &[String], known: &[&str]) -> Finding {
    let finding = Finding::new(&RULE, span, message!("unknown-reference.part", word = word));
    match meant {
        [] => finding.suggest(
            word,
            known.iter().copied(),
            message!("known", known = Words(known)),
        ),
        [only] => {
            let value = quoted(only);
            finding.hint(offer::write(&value)).respell(span, value)
        }
        several => finding.hint(offer::meant(several.iter().map(String::as_str))),
    }
}
