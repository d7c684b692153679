//! A drawing of which the book shows a part.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::picture::Incomplete;
use crate::source::Span;

/// The rule `incomplete-image` (STR031).
pub static RULE: Rule = Rule::warning("STR031", "incomplete-image", Group::Structure).example(
    "assets/peta.svg",
    "<foreignObject><div>Dinas Kominfo</div></foreignObject>",
    "<text>Dinas Kominfo</text>",
);

/// The image, as its file and its path, and what of it is missing.
pub fn finding(span: Span, (file, path): (Span, &str), fault: &Incomplete) -> Finding {
    let (message, hint) = match fault {
        Incomplete::Elsewhere(link) => (
            message!("incomplete-image.elsewhere", path = path, link = link),
            message!("incomplete-image.elsewhere-hint"),
        ),
        Incomplete::Inside => (
            message!("incomplete-image.inside", path = path),
            message!("incomplete-image.inside-hint"),
        ),
        Incomplete::ForeignObject => (
            message!("incomplete-image.foreign-object", path = path),
            message!("incomplete-image.foreign-object-hint"),
        ),
    };
    Finding::new(&RULE, span, message)
        .related(file, message!("broken-image.related"))
        .hint(hint)
}
