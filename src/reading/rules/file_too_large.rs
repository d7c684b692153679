//! A file above the size limit.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `file-too-large` (STR003).
pub static RULE: Rule = Rule::error("STR003", "file-too-large", Group::Structure)
    .fixed_level()
    .described("assets/peta.png  (48 MiB)", "assets/peta.png  (2 MiB)");

/// The size of the file and the limit, in MiB.
pub fn finding(span: Span, size: u64, limit: u64) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!(
            "file-too-large",
            size = size.to_string(),
            limit = limit.to_string()
        ),
    )
    .hint(message!("file-too-large.hint"))
}

/// A file that goes on behind the limit, in MiB, whatever its size is said to be.
pub(crate) fn endless(span: Span, limit: u64) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("file-too-large.endless", limit = limit.to_string()),
    )
    .hint(message!("file-too-large.hint"))
}
