//! A file or folder that the file system does not give out, or that is not what
//! its place asks for.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `unreadable-file` (STR001).
pub static RULE: Rule = Rule::error("STR001", "unreadable-file", Group::Structure)
    .first()
    .fixed_level()
    .names("opd/bpbd/opd.toml/", "opd/bpbd/opd.toml");

/// The system refuses to read the file.
pub fn finding(span: Span, why: Message) -> Finding {
    Finding::new(&RULE, span, message!("unreadable-file", why = why))
        .hint(message!("unreadable-file.hint"))
}

/// A folder has the name of an entry.
pub(crate) fn folder(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("unreadable-file.folder"))
        .hint(message!("unreadable-file.folder-hint"))
}

/// Something else stands where the layout has a folder.
pub(crate) fn no_folder(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("unreadable-file.no-folder"))
        .hint(message!("unreadable-file.no-folder-hint"))
}
