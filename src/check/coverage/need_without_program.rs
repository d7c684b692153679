//! An institutional need that no programme meets.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;
use crate::resolve::Support;

/// The rule `need-without-program` (COV015).
pub static RULE: Rule = Rule::warning("COV015", "need-without-program", Group::Coverage).example(
    "registry/needs.toml",
    "[[need]]\n\
         id = \"operator-terlatih\"  # tidak dijawab\n\
         text = \"Operator yang terlatih\"",
    "[[need]]\n\
         id = \"operator-terlatih\"\n\
         text = \"Operator yang terlatih\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         supports = [\"need:operator-terlatih\"]",
);

/// Looks for a programme that meets every need.
pub fn check(cx: &mut Checker<'_>) {
    let references = cx.possible_references("supports", Kind::Need);
    let served = cx.supported(|support| match support {
        Support::Need(id) => Some(id),
        Support::Goal(_) | Support::Priority(_) | Support::Policy(_) => None,
    });
    for (id, need) in cx.plan.needs.iter() {
        if !served.contains(&id) {
            let entry = &need.entry.id;
            cx.report_unless_uncertain(
                references.on(entry),
                Finding::new(
                    &RULE,
                    entry.span,
                    message!("need-without-program", id = &entry.value),
                )
                .about(Kind::Need, entry)
                .hint(message!("need-without-program.hint", id = &entry.value)),
            );
        }
    }
}
