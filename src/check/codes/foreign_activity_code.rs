//! An activity whose code belongs to another programme.

use super::Code;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule.
pub static RULE: Rule = Rule::error("COD002", "foreign-activity-code", Group::Codes).example(
    "code = \"2.16.03\"\n\n[[activity]]\ncode = \"2.16.02.2.01\"",
    "code = \"2.16.03\"\n\n[[activity]]\ncode = \"2.16.03.2.01\"",
);

/// Compares the codes of activities with that of their programme.
pub fn check(cx: &mut Checker<'_>) {
    for program in cx.plan.programs.values() {
        let Some(own) = &program.file.code else {
            continue;
        };
        // A malformed code is reported as such.
        if Code::parse(own).is_none() {
            continue;
        }
        for code in program.file.activity_codes() {
            let foreign = Code::parse(code).is_some_and(|code| code.program() != own.value);
            if foreign {
                cx.report(
                    Finding::new(
                        &RULE,
                        code.span,
                        message!(
                            "foreign-activity-code",
                            code = &code.value,
                            program = &own.value
                        ),
                    )
                    .related(own.span, message!("foreign-activity-code.program"))
                    .hint(message!("foreign-activity-code.hint")),
                );
            }
        }
    }
}
