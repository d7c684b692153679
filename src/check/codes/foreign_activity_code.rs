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
    for level in program.file.levels() {
        let Some((sub, own)) = level.sub.zip(level.activity.code.as_ref()) else {
            continue;
        };
        if let Some(code) = sub.code.as_ref().filter(|code| is_foreign(code, own)) {
            let message = message!(
                "foreign-activity-code.sub",
                code = &code.value,
                activity = &own.value
            );
            cx.report(
                Finding::new(&RULE, code.span, message)
                    .related(own.span, message!("foreign-activity-code.activity"))
                    .hint(message!("foreign-activity-code.sub-hint")),
            );
        }
    }
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

/// Whether the code of a sub activity belongs to another activity than the one with `own`.
fn is_foreign(code: &str, own: &str) -> bool {
    let [Some(sub), Some(activity)] = [code, own].map(Code::parse) else {
        return false;
    };
    let are_judged = sub.level() == Level::SubActivity && activity.level() == Level::Activity;
    are_judged && !sub.is_in(&activity)
}
