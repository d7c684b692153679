//! Districts without a shape, shapes without a district, and a map that is asked for and not there.

use std::collections::BTreeSet;

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{Kind, Show};
use crate::resolve::rules::broken_map::some_of;
use crate::source::Span;

/// The rule `incomplete-map` (STR058).
pub static RULE: Rule = Rule::warning("STR058", "incomplete-map", Group::Structure).example(
    "chapters/pendahuluan.md",
    "```ambonplan\nshow = \"map\"  # plan.toml tanpa `map`\n```",
    "```ambonplan\nshow = \"districts\"\n```",
);

/// Compares the districts of the plan with those of its map.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let Some(written) = &plan.file.map else {
        if !plan.file.invalid_keys.contains("map") {
            not_there(cx);
        }
        return;
    };
    let Some(map) = &plan.map else {
        return;
    };
    let file = cx.tree.find(&map.path).map(|(index, _)| Span::file(index));
    let finding = |message, hint| {
        let finding = Finding::new(&RULE, written.span, message).hint(hint);
        match file {
            Some(file) => finding.related(file, message!("broken-map.related")),
            None => finding,
        }
    };
    let drawn: BTreeSet<_> = map.areas.iter().map(|area| area.district).collect();
    let missing = plan.districts.iter().filter(|(id, _)| !drawn.contains(id));
    let missing: Vec<String> = missing.map(|(_, it)| it.name.value.clone()).collect();
    if !missing.is_empty() {
        cx.report(finding(
            message!(
                "incomplete-map",
                count = missing.len(),
                names = some_of(&missing)
            ),
            message!("incomplete-map.hint"),
        ));
    }
    if !map.strangers.is_empty() {
        let stranger = finding(
            message!(
                "incomplete-map.stranger",
                count = map.strangers.len(),
                names = some_of(&map.strangers)
            ),
            message!("incomplete-map.stranger-hint"),
        );
        cx.report_unless_uncertain(cx.unreadable(Kind::District), stranger);
    }
}

/// Reports each block that asks for a map where the plan names none.
fn not_there(cx: &mut Checker<'_>) {
    for narrative in prose::narratives(cx.plan) {
        for embed in narrative.embeds.values() {
            if embed.show.value == Show::Map {
                let message = message!("incomplete-map.none");
                let finding = Finding::new(&RULE, embed.show.span, message);
                cx.report(finding.hint(message!("incomplete-map.none-hint")));
            }
        }
    }
}
