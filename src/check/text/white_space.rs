//! White space that is neither a space nor the end of a line.

use crate::check::Checker;
use crate::check::characters::{Kind, White};
use crate::finding::{Group, Rule};
use crate::language::message;

/// The rule `white-space` (TXT030).
pub static RULE: Rule = Rule::warning("TXT030", "white-space", Group::Text).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "title = \"Layanan\\taduan warga\"",
    "title = \"Layanan aduan warga\"",
);

/// Looks at every text that is printed. Tabs in blocks of code are left alone.
pub fn check(cx: &mut Checker<'_>) {
    for odd in cx.odd_characters() {
        let Kind::White(white) = odd.kind else {
            continue;
        };
        let (message, hint) = match white {
            White::Tab => (
                message!("white-space.tab", count = odd.count),
                message!("white-space.tab-hint"),
            ),
            White::Columns => (
                message!("white-space.tab", count = odd.count),
                message!("white-space.columns-hint"),
            ),
            White::Line => (
                message!("white-space.line", code = super::code(odd.character)),
                message!("white-space.line-hint"),
            ),
        };
        cx.report(super::about(&RULE, odd, message).hint(hint));
    }
}
