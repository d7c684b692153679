//! A file that has no place in the layout.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("STR005", "orphan-file", Group::Structure)
    .example("chapters/catatan.txt", "chapters/catatan.md");

/// The file; `for_folder` says whether it tells about its folder.
pub fn found(span: Span, for_folder: bool) -> Finding {
    let (message, hint) = match for_folder {
        true => (
            message!("orphan-file.for-folder"),
            message!("orphan-file.for-folder-hint"),
        ),
        false => (message!("orphan-file"), message!("orphan-file.hint")),
    };
    Finding::new(&RULE, span, message).hint(hint)
}
