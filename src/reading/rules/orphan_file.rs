//! A file that has no place in the layout.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `orphan-file` (STR005).
pub static RULE: Rule = Rule::warning("STR005", "orphan-file", Group::Structure)
    .names("chapters/catatan.txt", "chapters/catatan.md");

/// Endings of pictures, which belong in `assets`.
const PICTURES: [&str; 6] = ["png", "jpg", "jpeg", "svg", "gif", "webp"];

/// Endings of documents, of which a text can be made.
const DOCUMENTS: [&str; 6] = ["doc", "docx", "odt", "rtf", "txt", "pdf"];

/// Endings of tables, of which values can be copied.
const TABLES: [&str; 4] = ["xls", "xlsx", "ods", "csv"];

/// The path of the file; `for_folder` says whether it tells about its folder.
pub fn finding(span: Span, path: &str, for_folder: bool) -> Finding {
    if for_folder {
        return Finding::new(&RULE, span, message!("orphan-file.for-folder"))
            .hint(message!("orphan-file.for-folder-hint"));
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let is = |endings: &[&str]| {
        let ending = ending.as_deref();
        ending.is_some_and(|ending| endings.contains(&ending))
    };
    let hint = if is(&PICTURES) {
        message!("orphan-file.picture-hint", name = name)
    } else if is(&DOCUMENTS) {
        message!("orphan-file.document-hint")
    } else if is(&TABLES) {
        message!("orphan-file.table-hint")
    } else {
        message!("orphan-file.hint")
    };
    Finding::new(&RULE, span, message!("orphan-file")).hint(hint)
}
