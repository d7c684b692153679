//! A code of an activity of another level of government.

use super::Code;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Government;
use crate::resolve::Program;

/// The rule `government-level` (COD006).
pub static RULE: Rule = Rule::warning("COD006", "government-level", Group::Codes).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         code = \"2.16.03.1.02\"",
    "code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         code = \"2.16.03.2.02\"",
);

/// The digit of the activities of a government.
fn digit(government: Government) -> &'static str {
    match government {
        Government::Kota | Government::Kabupaten => "2",
        Government::Provinsi => "1",
    }
}

/// Reads the fourth part of the codes of activities. That `2` stands for cities and
/// regencies and `1` for provinces is seen in published budgets and not taken from the text
/// of the regulation: hence a warning, and no part of the grammar.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let own = digit(cx.plan.file.government.value);
    for code in program.file.activity_codes() {
        let level = Code::parse(code).and_then(|code| code.government());
        if let Some(level) = level.filter(|level| *level != own) {
            cx.report(
                Finding::new(
                    &RULE,
                    code.span,
                    message!(
                        "government-level",
                        code = &code.value,
                        level = level,
                        own = own
                    ),
                )
                .hint(message!("government-level.hint", own = own)),
            );
        }
    }
}
