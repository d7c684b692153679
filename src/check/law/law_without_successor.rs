//! A law that was repealed or amended nobody knows by what.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{Kind, LawStatus};

/// The rule `law-without-successor` (LAW004).
pub static RULE: Rule = Rule::warning("LAW004", "law-without-successor", Group::Law).example(
    "registry/laws.toml",
    "[[law]]\nid = \"perpres-59-2017\"\nstatus = \"repealed\"",
    "[[law]]\n\
         id = \"perpres-59-2017\"\n\
         status = \"repealed\"\n\
         by = \"perpres-111-2022\"\n\n\
         [[law]]\n\
         id = \"perpres-111-2022\"",
);

/// Looks for the law that amended or repealed another.
pub fn check(cx: &mut Checker<'_>) {
    for law in cx.plan.laws.values() {
        let status = &law.entry.status;
        if status.value != LawStatus::InForce
            && law.entry.by.is_none()
            && !law.entry.invalid_keys.contains("by")
        {
            cx.report(
                Finding::new(
                    &RULE,
                    status.span,
                    message!(
                        "law-without-successor",
                        id = &law.entry.id.value,
                        status = status.value.word()
                    ),
                )
                .about(Kind::Law, &law.entry.id)
                .hint(message!("law-without-successor.hint")),
            );
        }
    }
}
