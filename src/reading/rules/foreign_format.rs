//! A file of another program in the place of a text.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::reading::Format;
use crate::source::Span;

/// The rule `foreign-format` (STR032).
pub static RULE: Rule = Rule::error("STR032", "foreign-format", Group::Structure)
    .first()
    .fixed_level()
    .example(
        "opd/diskominfo/profil.md",
        "{\\rtf1\\ansi Profil dinas.}",
        "Profil dinas.",
    );

/// What the file is, and the path that it was meant to have if it has another.
pub fn finding(span: Span, format: Format, to: Option<&str>) -> Finding {
    let what = match format {
        Format::Archive => message!("foreign-format.archive"),
        Format::OldOffice => message!("foreign-format.old-office"),
        Format::Rtf => message!("foreign-format.rtf"),
        Format::Pdf => message!("foreign-format.pdf"),
        Format::Html => message!("foreign-format.html"),
        Format::Xml => message!("foreign-format.xml"),
        Format::Image => message!("foreign-format.image"),
        Format::Binary => message!("foreign-format.binary"),
    };
    let hint = match format {
        Format::Image => message!("foreign-format.image-hint"),
        Format::Archive
        | Format::OldOffice
        | Format::Rtf
        | Format::Pdf
        | Format::Html
        | Format::Xml
        | Format::Binary => match to {
            Some(to) => message!("foreign-format.named-hint", to = to),
            None => message!("foreign-format.hint"),
        },
    };
    Finding::new(&RULE, span, message!("foreign-format", format = what)).hint(hint)
}
