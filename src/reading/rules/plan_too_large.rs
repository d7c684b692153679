//! A directory that is too large for a plan.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `plan-too-large` (STR039).
pub static RULE: Rule = Rule::error("STR039", "plan-too-large", Group::Structure)
    .fixed_level()
    .described("--plan /home", "--plan /home/perencanaan/plan");

/// With this file the plan passes the limit, in GiB. The file and those behind it are not
/// read.
pub fn bytes(span: Span, limit: u64) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("plan-too-large.bytes", limit = limit.to_string()),
    )
    .hint(message!("plan-too-large.hint"))
}

/// There are more files than so many. None is read.
pub fn files(span: Span, limit: usize) -> Finding {
    Finding::new(&RULE, span, message!("plan-too-large.files", limit = limit))
        .hint(message!("plan-too-large.hint"))
}
