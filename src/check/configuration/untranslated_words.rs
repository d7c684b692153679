//! A book in a language for which words are missing.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `untranslated-words` (CFG008).
pub static RULE: Rule = Rule::warning("CFG008", "untranslated-words", Group::Configuration)
    .strict()
    .example("plan.toml", "language = \"jv\"", "language = \"id\"");

/// A language in which so many messages are not said, of all that a book has.
pub fn finding(span: Span, language: &str, missing: &[&str], all: usize) -> Finding {
    let count = missing.len();
    let first = missing.iter().take(3).map(|name| format!("`{name}`"));
    let first = first.collect::<Vec<_>>().join(", ");
    let message = message!(
        "untranslated-words",
        language = language,
        count = count,
        all = all,
        first = first
    );
    Finding::new(&RULE, span, message).hint(message!("untranslated-words.hint"))
}
