//! Typst could not set the book.

use crate::finding::{Group, Rule};

/// The rule.
pub static RULE: Rule = Rule::error("PDF001", "typesetting", Group::Output)
    .firm()
    .example(
        "#let cover(data) = [#salah]",
        "#let cover(data) = [#data.title]",
    );
