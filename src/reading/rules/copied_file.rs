//! A copy of a file or folder, or what was left over when two people wrote the same one.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `copied-file` (STR049).
pub static RULE: Rule = Rule::error("STR049", "copied-file", Group::Structure)
    .first()
    .fixed_level()
    .names(
        "opd/bpbd/opd.toml\nopd/bpbd/opd (1).toml",
        "opd/bpbd/opd.toml",
    );

/// The name of the copy, the path of what it is a copy of, and whether both say the same.
pub fn finding(span: Span, name: &str, of: &str, is_same: bool) -> Finding {
    let (message, hint) = if is_same {
        (
            message!("copied-file.same", name = name, of = of),
            message!("copied-file.same-hint"),
        )
    } else {
        (
            message!("copied-file", name = name, of = of),
            message!("copied-file.hint", of = of),
        )
    };
    Finding::new(&RULE, span, message).hint(hint)
}

/// The paths of a folder and of the one that it is a copy of.
pub(crate) fn folder(span: Span, folder: &str, of: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("copied-file.folder", folder = folder, of = of),
    )
    .hint(message!("copied-file.folder-hint", of = of))
}
