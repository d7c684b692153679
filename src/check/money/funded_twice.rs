//! One activity in two programmes that both have money.

use std::collections::BTreeMap;

use crate::check::Checker;
use crate::check::codes::{Code, Level};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::{Id, Program};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("MON009", "funded-twice", Group::Money).example(
    "# dua program, masing-masing dengan\n[[activity]]\ncode = \"2.16.03.2.02.0026\"",
    "# kegiatan itu berada di satu program saja",
);

/// Compares the codes of sub-activities and the titles of activities within
/// every OPD. A code of a higher level may stand for several activities.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let mut seen: BTreeMap<String, (Id<Program>, Span)> = BTreeMap::new();
        for &id in &opd.programs {
            let file = &cx.plan.programs[id].file;
            if file.budget.is_empty() {
                continue;
            }
            for activity in &file.activities {
                let code = activity.code.as_ref().filter(|code| {
                    Code::parse(code).is_some_and(|code| code.level() == Level::SubActivity)
                });
                let (name, span) = match code {
                    Some(code) => (code.value.clone(), code.span),
                    None => (activity.title.to_lowercase(), activity.title.span),
                };
                let (first, other) = *seen.entry(name).or_insert((id, span));
                if first != id {
                    let number = cx.plan.program_number(first);
                    cx.findings.push(
                        Finding::new(
                            &RULE,
                            span,
                            message!(
                                "funded-twice",
                                title = &activity.title.value,
                                number = number
                            ),
                        )
                        .related(other, message!("first-one"))
                        .hint(message!("funded-twice.hint")),
                    );
                }
            }
        }
    }
}
