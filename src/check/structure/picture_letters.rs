//! Characters in the text of a drawing that no font has.

use std::collections::BTreeMap;

use crate::check::characters::unprinted;
use crate::check::text::{code, missing_glyph};
use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::picture;
use crate::source::Span;

/// The rule `picture-letters` (STR040).
pub static RULE: Rule = Rule::warning("STR040", "picture-letters", Group::Structure).example(
    "assets/peta.svg",
    "<text>Selesai ✅</text>",
    "<text>Selesai ✓</text>",
);

/// Looks at every drawing where it is shown.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let mut shown: Vec<(Span, &str)> = Vec::new();
    if let (Some(path), Some(written)) = (&plan.emblem, &plan.file.emblem) {
        shown.push((written.span, path));
    }
    for narrative in prose::narratives(plan) {
        let images = narrative.images.values();
        shown.extend(images.map(|image| (image.span, image.path.as_str())));
    }
    let mut known: BTreeMap<&str, Vec<char>> = BTreeMap::new();
    for (span, path) in shown {
        let Some((index, file)) = cx.tree.find(path) else {
            continue;
        };
        let letters = known
            .entry(path)
            .or_insert_with(|| unprinted(&picture::letters(path, &file.bytes)).collect());
        let Some(&first) = letters.first() else {
            continue;
        };
        let message = message!(
            "picture-letters",
            path = path,
            character = first.to_string(),
            code = code(first),
            count = letters.len()
        );
        let hint = match missing_glyph::near(first) {
            Some(near) => message!("picture-letters.near-hint", near = near.to_string()),
            None => message!("picture-letters.hint"),
        };
        cx.report(
            Finding::new(&RULE, span, message)
                .related(Span::file(index), message!("broken-image.related"))
                .hint(hint),
        );
    }
}
