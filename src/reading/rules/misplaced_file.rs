//! A file in another folder than the one in which it belongs.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `misplaced-file` (STR047).
pub static RULE: Rule = Rule::error("STR047", "misplaced-file", Group::Structure)
    .first()
    .fixed_level()
    .names(
        "opd/bpbd/opd.toml\nopd/bpbd/siaga.toml",
        "opd/bpbd/opd.toml\nopd/bpbd/programs/siaga.toml",
    );

/// The path of the file, and the one that it should have.
pub fn finding(span: Span, path: &str, to: &str) -> Finding {
    Finding::new(&RULE, span, message!("misplaced-file", path = path))
        .hint(message!("misplaced-file.hint", to = to))
}

/// The path of a folder, and that of the folder in which its files belong.
pub(crate) fn folder(span: Span, folder: &str, to: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("misplaced-file.folder", folder = folder),
    )
    .hint(message!("misplaced-file.folder-hint", to = to))
}

/// The path of a file that belongs to something of which nothing tells the id, and where
/// such files are.
pub(crate) fn homeless(span: Span, path: &str, to: &str) -> Finding {
    Finding::new(&RULE, span, message!("misplaced-file", path = path))
        .hint(message!("misplaced-file.homeless-hint", to = to))
}
