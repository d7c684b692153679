//! The caption of an image that stands in a line of text, or one above no table.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `misplaced-caption` (TXT012).
pub static RULE: Rule = Rule::warning("TXT012", "misplaced-caption", Group::Text).example(
    "chapters/pendahuluan.md",
    "Lihat ![Peta](assets/peta.svg \"Peta kota\") di atas.",
    "![Peta](assets/peta.svg \"Peta kota\")",
);

/// The image and its caption.
pub fn finding(span: Span, caption: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("misplaced-caption", caption = caption),
    )
    .hint(message!("misplaced-caption.hint"))
}

/// A caption of a table above something else; `word` is what it begins with.
pub(crate) fn of_table(span: Span, word: &str) -> Finding {
    let escaped = word.replace(':', "\\:");
    Finding::new(
        &RULE,
        span,
        message!("misplaced-caption.table", word = word),
    )
    .hint(message!("misplaced-caption.table-hint", other = escaped))
}

/// A caption above a block, which has its own.
pub(crate) fn of_block(span: Span, word: &str, caption: &str) -> Finding {
    let caption = caption.replace('"', "'");
    Finding::new(
        &RULE,
        span,
        message!("misplaced-caption.block", word = word),
    )
    .hint(message!("misplaced-caption.block-hint", caption = caption))
}

/// A caption right above a table that is written in another way.
pub(crate) fn written_otherwise(span: Span, right: &str) -> Finding {
    Finding::new(&RULE, span, message!("misplaced-caption.written"))
        .hint(message!("misplaced-caption.written-hint", right = right))
}
