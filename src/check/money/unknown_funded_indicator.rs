//! A budget line that pays for an indicator that there is not.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{BudgetLine, Indicator};
use crate::resolve::Program;

/// The rule `unknown-funded-indicator` (MON015).
pub static RULE: Rule = Rule::error("MON015", "unknown-funded-indicator", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[budget]]\n\
         year = 2026\n\
         source = \"apbd-kota\"\n\
         amount = 150_000_000\n\
         indicator = \"Aduan selesai\"\n\n\
         [[indicator]]\n\
         name = \"Aduan yang selesai tepat waktu\"",
    "[[budget]]\n\
         year = 2026\n\
         source = \"apbd-kota\"\n\
         amount = 150_000_000\n\
         indicator = \"Aduan yang selesai tepat waktu\"\n\n\
         [[indicator]]\n\
         name = \"Aduan yang selesai tepat waktu\"",
);

/// Looks for the indicators that budget lines name among those of the same level and those of the
/// programme.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    if file.has_unclear_indicator() {
        return;
    }
    check_level(cx, program, &file.budget, &[]);
    for level in file.levels() {
        check_level(cx, program, level.budget(), level.indicators());
    }
}

fn check_level(cx: &mut Checker<'_>, program: &Program, lines: &[BudgetLine], own: &[Indicator]) {
    let known = || {
        let all = own.iter().chain(&program.file.indicators);
        all.map(|one| one.name.value.as_str())
    };
    for name in lines.iter().filter_map(|line| line.indicator.as_ref()) {
        if known().any(|one| one == name.value) {
            continue;
        }
        let message = message!("unknown-funded-indicator", name = &name.value);
        let all = known().collect::<Vec<_>>().join("; ");
        cx.report(
            Finding::new(&RULE, name.span, message)
                .related(
                    program.file.title.span,
                    message!("unknown-funded-indicator.program"),
                )
                .suggest(name, known(), message!("known", known = all)),
        );
    }
}
