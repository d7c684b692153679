//! A goal of the RPJMD that no programme serves.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;
use crate::resolve::Support;

/// The rule `goal-without-program` (COV004).
pub static RULE: Rule = Rule::warning("COV004", "goal-without-program", Group::Coverage).example(
    "registry/tujuan.toml",
    "[[goal]]\n\
         id = \"ekonomi-kreatif\"  # tidak didukung\n\
         text = \"Bertumbuhnya ekonomi kreatif\"",
    "[[goal]]\n\
         id = \"ekonomi-kreatif\"\n\
         text = \"Bertumbuhnya ekonomi kreatif\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         supports = [\"goal:layanan-publik\", \"goal:ekonomi-kreatif\"]",
);

/// Looks for a programme that supports every goal.
pub fn check(cx: &mut Checker<'_>) {
    let references = cx.possible_references("supports", Kind::Goal);
    let served = cx.supported(|support| match support {
        Support::Goal(id) => Some(id),
        Support::Priority(_) | Support::Policy(_) | Support::Need(_) => None,
    });
    for (id, goal) in cx.plan.goals.iter() {
        if !served.contains(&id) {
            let entry = &goal.entry.id;
            cx.report_unless_uncertain(
                references.on(entry),
                Finding::new(
                    &RULE,
                    entry.span,
                    message!("goal-without-program", id = &entry.value),
                )
                .about(Kind::Goal, entry)
                .hint(message!("goal-without-program.hint", id = &entry.value)),
            );
        }
    }
}
