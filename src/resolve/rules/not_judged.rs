//! What depends on something that could not be read is not judged.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `not-judged` (STR019).
pub static RULE: Rule = Rule::warning("STR019", "not-judged", Group::Structure)
    .last()
    .example(
        "registry/tujuan.toml",
        "[[goal]]\n\
         text = \"Meningkatnya kesehatan warga\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         supports = [\"goal:kota-sehat\"]",
        "[[goal]]\n\
         id = \"kota-sehat\"\n\
         text = \"Meningkatnya kesehatan warga\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         supports = [\"goal:kota-sehat\"]",
    );

/// What could not be read, and how many references may lead there.
pub fn references(span: Span, count: usize) -> Finding {
    Finding::new(&RULE, span, message!("not-judged", count = count))
        .hint(message!("not-judged.hint"))
}

/// An entry that could not be read, and how many programmes have no place without
/// it.
pub(crate) fn programs(span: Span, count: usize) -> Finding {
    Finding::new(&RULE, span, message!("not-judged.programs", count = count))
        .hint(message!("not-judged.hint"))
}

/// What could not be read, and the rules that would have to know it.
pub fn rules(span: Span, names: &[&str]) -> Finding {
    let message = message!(
        "not-judged.rules",
        count = names.len(),
        rules = names.join(", ")
    );
    Finding::new(&RULE, span, message).hint(message!("not-judged.hint"))
}

/// The plan itself, without which nothing can be compared with anything.
pub fn everything(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("not-judged.everything")).hint(message!("not-judged.hint"))
}
