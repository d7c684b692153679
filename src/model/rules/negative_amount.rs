//! An amount below zero.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `negative-amount` (MON002).
pub static RULE: Rule = Rule::error("MON002", "negative-amount", Group::Money)
    .fixed_level()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "[[budget]]\namount = -150_000_000",
        "[[budget]]\namount = 150_000_000",
    );

/// The amount.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("negative-amount")).hint(message!("negative-amount.hint"))
}
