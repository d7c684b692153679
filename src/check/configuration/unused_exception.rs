//! An exception that no longer applies.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Exception;

/// The rule.
pub static RULE: Rule = Rule::warning("CFG003", "unused-exception", Group::Configuration).example(
    "[[exception]]\nrule = \"district-without-program\"\nentry = \"district:sirimau\"  # sudah punya program\nreason = \"Menunggu Musrenbang.\"",
    "# pengecualian dihapus",
);

/// The exception.
pub fn found(exception: &Exception) -> Finding {
    Finding::new(
        &RULE,
        exception.entry.span,
        message!(
            "unused-exception",
            rule = &exception.rule.value,
            entry = &exception.entry.value
        ),
    )
    .related(exception.rule.span, message!("unused-exception.rule"))
    .hint(message!("unused-exception.hint"))
}
