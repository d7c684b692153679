//! A programme without a budget.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `no-budget` (MON010).
pub static RULE: Rule = Rule::warning("MON010", "no-budget", Group::Money)
    .strict()
    .example(
        "opd/diskominfo/programs/kanal-bersama.toml",
        "title = \"Kanal bersama\"  # tanpa [[budget]]",
        "title = \"Kanal bersama\"\n\n\
         [[budget]]\n\
         year = 2026\n\
         source = \"apbd-kota\"\n\
         amount = 750_000_000",
    );

/// Looks for a budget line of every programme.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    if program.file.is_cancelled() {
        return;
    }
    if program.file.lines().next().is_none() && !program.file.has_unclear_budget() {
        let title = &program.file.title;
        cx.report(
            Finding::new(
                &RULE,
                title.span,
                message!("no-budget", title = &title.value),
            )
            .hint(message!("no-budget.hint")),
        );
    }
}
