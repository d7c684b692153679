//! A character that nobody sees and that changes what is read.

use crate::check::Checker;
use crate::check::characters::{Hidden, Kind};
use crate::finding::{Group, Rule};
use crate::language::message;

/// The rule `invisible-character` (TXT032).
pub static RULE: Rule = Rule::warning("TXT032", "invisible-character", Group::Text).example(
    "opd/diskominfo/opd.toml",
    "name = \"Dinas Kese\\u200Bhatan\"",
    "name = \"Dinas Kesehatan\"",
);

/// Looks at every text that is printed. What a script needs to be written, and soft
/// hyphens inside words, are left alone.
pub fn check(cx: &mut Checker<'_>) {
    for odd in cx.odd_characters() {
        let Kind::Hidden(hidden) = odd.kind else {
            continue;
        };
        let code = super::code(odd.character);
        let (message, hint) = match hidden {
            Hidden::Invisible => (
                message!("invisible-character.found", code = code, count = odd.count),
                message!("invisible-character.hint"),
            ),
            Hidden::Direction => (
                message!(
                    "invisible-character.direction",
                    code = code,
                    count = odd.count
                ),
                message!("invisible-character.direction-hint"),
            ),
        };
        cx.report(super::about(&RULE, odd, message).hint(hint));
    }
}
