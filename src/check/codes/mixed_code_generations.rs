//! Codes of two generations in one plan.

use super::Code;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `mixed-code-generations` (COD004).
pub static RULE: Rule = Rule::warning("COD004", "mixed-code-generations", Group::Codes).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         code = \"2.16.03.2.02.0026\"\n\n\
         [[activity]]\n\
         title = \"Pelatihan\"\n\
         code = \"2.16.03.2.02.09\"",
    "code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         code = \"2.16.03.2.02.0026\"\n\n\
         [[activity]]\n\
         title = \"Pelatihan\"\n\
         code = \"2.16.03.2.02.0009\"",
);

/// Compares the length of the last part of all sub-activities with the longest
/// in the plan.
pub fn check(cx: &mut Checker<'_>) {
    let programs = cx.plan.programs.values();
    let codes = programs.flat_map(|program| program.file.activity_codes());
    let codes = codes.filter_map(|code| Some((code, Code::parse(code)?.generation()?)));
    let codes: Vec<_> = codes.collect();
    let Some(&(newer, newest)) = codes.iter().max_by_key(|(_, digits)| *digits) else {
        return;
    };
    for (code, digits) in codes {
        if digits < newest {
            cx.report(
                Finding::new(
                    &RULE,
                    code.span,
                    message!("mixed-code-generations", code = &code.value),
                )
                .related(newer.span, message!("mixed-code-generations.newer"))
                .hint(message!("mixed-code-generations.hint")),
            );
        }
    }
}
