//! An activity whose code belongs to another programme.

use super::{Code, Level};
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `foreign-activity-code` (COD002).
pub static RULE: Rule = Rule::error("COD002", "foreign-activity-code", Group::Codes).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         code = \"2.16.02.2.01\"",
    "code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         code = \"2.16.03.2.01\"",
);

/// Compares the codes of activities with that of their programme. Codes that are
/// malformed, and one of another level than that of a programme, are reported as
/// such.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let Some(own) = &program.file.code else {
        return;
    };
    let Some(code) = Code::parse(own).filter(|code| code.level() == Level::Program) else {
        return;
    };
    for activity in program.file.activity_codes() {
        let foreign = Code::parse(activity).is_some_and(|other| !other.shares_program(&code));
        if foreign {
            cx.report(
                Finding::new(
                    &RULE,
                    activity.span,
                    message!(
                        "foreign-activity-code",
                        code = &activity.value,
                        program = &own.value
                    ),
                )
                .related(own.span, message!("foreign-activity-code.program"))
                .hint(message!("foreign-activity-code.hint")),
            );
        }
    }
}
