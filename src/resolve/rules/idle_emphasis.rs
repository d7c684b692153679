//! Marks of bold text that are printed.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `idle-emphasis` (TXT057).
pub static RULE: Rule = Rule::warning("TXT057", "idle-emphasis", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "** penting ** dan **Catatan:**segera",
        "**penting** dan **Catatan:** segera",
    );

/// What was written, and what was meant; nothing where that is not known.
pub fn finding(span: Span, written: &str, meant: Option<&str>) -> Finding {
    let finding = Finding::new(&RULE, span, message!("idle-emphasis", written = written));
    match meant {
        Some(meant) => finding.hint(message!("idle-emphasis.hint", meant = meant)),
        None => finding.hint(message!("idle-emphasis.other-hint")),
    }
}
