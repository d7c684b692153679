//! Text nested too deeply to be set.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `nested-too-deep` (TXT005).
pub static RULE: Rule = Rule::error("TXT005", "nested-too-deep", Group::Text)
    .fixed_level()
    .example(
        "chapters/pendahuluan.md",
        "> > > > > > > > > > > > > > > > > > > > > > > > > Kutipan",
        "> Kutipan",
    );

/// Where it becomes too deep, and the deepest level that is set.
pub fn finding(span: Span, limit: usize) -> Finding {
    Finding::new(&RULE, span, message!("nested-too-deep", limit = limit))
        .hint(message!("nested-too-deep.hint"))
}
