//! Typst set the book and has a remark.

use crate::finding::{Group, Rule};

/// The rule `typesetting-remark` (PDF002).
pub static RULE: Rule = Rule::warning("PDF002", "typesetting-remark", Group::Output).described(
    "#set text(font: \"Arial\")",
    "#set text(font: \"Libertinus Serif\")",
);
