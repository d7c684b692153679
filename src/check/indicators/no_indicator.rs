//! A programme whose success nobody can see.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `no-indicator` (IND001).
pub static RULE: Rule = Rule::warning("IND001", "no-indicator", Group::Indicators)
    .strict()
    .example(
        "opd/diskominfo/programs/kanal-bersama.toml",
        "title = \"Kanal bersama\"  # tanpa [[indicator]]",
        "title = \"Kanal bersama\"\n\n\
         [[indicator]]\n\
         name = \"Panggilan yang terjawab\"\n\
         unit = \"persen\"",
    );

/// Looks for an indicator of every programme.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    if program.file.is_cancelled() {
        return;
    }
    if program.file.all_indicators().next().is_none() && !program.file.has_unclear_indicator() {
        let title = &program.file.title;
        cx.report(
            Finding::new(
                &RULE,
                title.span,
                message!("no-indicator", title = &title.value),
            )
            .hint(message!("no-indicator.hint")),
        );
    }
}
