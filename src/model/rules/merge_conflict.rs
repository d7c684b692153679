//! Marks that git left where two sides changed the same lines.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `merge-conflict` (STR033).
pub static RULE: Rule = Rule::error("STR033", "merge-conflict", Group::Structure)
    .first()
    .fixed_level()
    .example(
        "opd/diskominfo/profil.md",
        "<<<<<<< HEAD\nPunya kita.\n=======\nPunya mereka.\n>>>>>>> cabang",
        "Punya kita.",
    );

/// The first mark, and the last one if there are more.
pub fn finding(first: Span, last: Option<Span>) -> Finding {
    let finding = Finding::new(&RULE, first, message!("merge-conflict"))
        .hint(message!("merge-conflict.hint"));
    match last {
        Some(last) => finding.related(last, message!("merge-conflict.last")),
        None => finding,
    }
}
