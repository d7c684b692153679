//! More marks on a letter than can be set.

use crate::check::Checker;
use crate::check::characters::{Kind, MOST_MARKS};
use crate::finding::{Group, Rule};
use crate::language::message;

/// The rule `stacked-marks` (TXT034).
pub static RULE: Rule = Rule::error("TXT034", "stacked-marks", Group::Text)
    .fixed_level()
    .example(
        "chapters/pendahuluan.md",
        "Z\u{35b}\u{340}\u{348}\u{35a}\u{35b}\u{340}\u{348}\u{35a}\u{35b}\u{340}\u{348}\u{35a}\u{35b}\u{340}\u{348}\u{35a}\u{35b}\u{340}\u{348}\u{35a}\u{35b}\u{340}\u{348}\u{35a}\u{35b}\u{340}\u{348}\u{35a}\u{35b}\u{340}\u{348}\u{35a}\u{35b}\u{340}\u{348}\u{35a}algo",
        "Zalgo",
    );

/// Looks at every text that is printed.
pub fn check(cx: &mut Checker<'_>) {
    for odd in cx.odd_characters() {
        if odd.kind == Kind::Stack {
            let message = message!("stacked-marks", limit = MOST_MARKS);
            let finding = super::about(&RULE, odd, message);
            cx.report(finding.hint(message!("stacked-marks.hint")));
        }
    }
}
