//! A code that does not follow the grammar.

use super::{Code, Level, tidy};
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;
use crate::source::Spanned;

/// The rule `malformed-code` (COD001).
pub static RULE: Rule = Rule::error("COD001", "malformed-code", Group::Codes).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "code = \"2.16.3\"",
    "code = \"2.16.03\"",
);

/// Reads the codes of programmes and activities.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    if let Some(code) = &file.code {
        judge(cx, code, |level| level == Level::Program);
    }
    for level in file.levels() {
        let Some(code) = level.code() else { continue };
        // Without sub activities beside it, what is called an activity may be one itself.
        let has_subs = !level.activity.subs.is_empty();
        judge(cx, code, |found| match found {
            Level::Program => false,
            Level::Activity => level.sub.is_none(),
            Level::SubActivity => level.sub.is_some() || !has_subs,
        });
    }
}

fn judge(cx: &mut Checker<'_>, code: &Spanned<String>, fits: impl Fn(Level) -> bool) {
    let level = |text: &str| Code::parse(text).map(|code| code.level());
    match level(code) {
        Some(found) if fits(found) => {}
        Some(_) => cx.report(
            Finding::new(
                &RULE,
                code.span,
                message!("malformed-code.level", code = &code.value),
            )
            .hint(message!("malformed-code.hint")),
        ),
        None => {
            let finding = Finding::new(
                &RULE,
                code.span,
                message!("malformed-code", code = &code.value),
            );
            let tidied = tidy(code).filter(|tidied| level(tidied).is_some_and(&fits));
            cx.report(match tidied {
                Some(tidied) => finding
                    .hint(message!("did-you-mean", name = &tidied))
                    .fix(code.span, format!("\"{tidied}\"")),
                None => finding.hint(message!("malformed-code.hint")),
            });
        }
    }
}
