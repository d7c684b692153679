//! A budget line without money.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `zero-amount` (MON005).
pub static RULE: Rule = Rule::warning("MON005", "zero-amount", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[budget]]\nyear = 2027\nsource = \"apbd-kota\"\namount = 0",
    "[[budget]]\nyear = 2027\nsource = \"apbd-kota\"\namount = 250_000_000",
);

/// Looks for lines of zero rupiah.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    for line in program.file.stated_lines() {
        if line.amount.value.0 == 0 {
            cx.report(
                Finding::new(
                    &RULE,
                    line.amount.span,
                    message!("zero-amount", year = line.year.value.to_string()),
                )
                .hint(message!("zero-amount.hint")),
            );
        }
    }
}
