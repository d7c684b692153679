//! White space that is neither a space nor the end of a line.

use crate::check::Checker;
use crate::check::characters::Kind;
use crate::finding::{Group, Rule};
use crate::language::message;

/// The rule.
pub static RULE: Rule = Rule::warning("TXT030", "white-space", Group::Text).example(
    "title = \"Layanan\\taduan warga\"",
    "title = \"Layanan aduan warga\"",
);

/// Looks at every text that is printed. Tabs in blocks of code are left alone.
pub fn check(cx: &mut Checker<'_>) {
    for odd in cx.odd_characters() {
        let (message, hint) = match odd.kind {
            Kind::Tab => (
                message!("white-space.tab", count = odd.count),
                message!("white-space.tab-hint"),
            ),
            Kind::Columns => (
                message!("white-space.tab", count = odd.count),
                message!("white-space.columns-hint"),
            ),
            Kind::Line => (
                message!("white-space.line", code = super::code(odd.character)),
                message!("white-space.line-hint"),
            ),
            _ => continue,
        };
        cx.report(super::about(&RULE, odd, message).hint(hint));
    }
}
