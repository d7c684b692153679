//! The same indicator twice in one programme.

use std::collections::BTreeMap;

use crate::check::Checker;
use crate::check::name::key;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Indicator;
use crate::resolve::Program;

/// The rule `duplicate-indicator` (IND010).
pub static RULE: Rule = Rule::error("IND010", "duplicate-indicator", Group::Indicators).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[indicator]]\n\
         name = \"Waktu tanggap\"\n\n\
         [[indicator]]\n\
         name = \"Waktu tanggap\"",
    "[[indicator]]\n\
         name = \"Waktu tanggap\"\n\n\
         [[indicator]]\n\
         name = \"Panggilan yang terjawab\"",
);

/// Compares the names of the indicators of every programme. Evaluations refer
/// to an indicator by its name.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    check_level(cx, &program.file.indicators);
    for level in program.file.levels() {
        check_level(cx, level.indicators());
    }
}

fn check_level(cx: &mut Checker<'_>, indicators: &[Indicator]) {
    // Most programmes have one indicator, which is like no other.
    if indicators.len() < 2 {
        return;
    }
    let mut seen = BTreeMap::new();
    for indicator in indicators {
        let name = &indicator.name;
        if let Some(first) = seen.insert(key(name), name.span) {
            cx.report(
                Finding::new(
                    &RULE,
                    name.span,
                    message!("duplicate-indicator", name = &name.value),
                )
                .related(first, message!("first-one"))
                .hint(message!("duplicate-indicator.hint")),
            );
        }
    }
}
