//! A heading of level 1 that the book leaves out although it says something.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Narrative;

/// The rule `unprinted-heading` (TXT045).
pub static RULE: Rule = Rule::warning("TXT045", "unprinted-heading", Group::Text)
    .strict()
    .example(
        "opd/diskominfo/profil.md",
        "# Layanan unggulan\n\nDinas ini melayani warga.",
        "## Layanan unggulan\n\nDinas ini melayani warga.",
    );

/// Looks for titles of the texts of pillars, OPD and programmes. The entry names them,
/// so that a title is left out; one that repeats the name of the entry or of the file
/// loses nothing.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    for pillar in plan.pillars.values() {
        judge(cx, &pillar.narrative, &[&pillar.file.name]);
    }
    for opd in plan.opds.values() {
        judge(
            cx,
            &opd.narrative,
            &[&opd.file.name, &opd.file.abbreviation],
        );
    }
    for program in plan.programs.values() {
        judge(cx, &program.narrative, &[&program.file.title]);
    }
}

fn judge(cx: &mut Checker<'_>, texts: &[Narrative], names: &[&str]) {
    for narrative in texts {
        let headings = narrative.headings.iter();
        let mut titles = headings.filter(|heading| heading.level == 1 && !heading.blank);
        let Some(title) = titles.next() else { continue };
        let path = cx.tree.get(narrative.file).map_or("", |file| &file.path);
        let file = path.rsplit('/').next().unwrap_or_default();
        let file = file.strip_suffix(".md").unwrap_or(file);
        let front = narrative.front.title.as_ref();
        let mut known = BTreeSet::new();
        for name in names.iter().copied().chain([file]) {
            known.extend(words(name));
        }
        known.extend(front.into_iter().flat_map(|title| words(title)));
        if words(&title.text).all(|word| known.contains(&word)) {
            continue;
        }
        let text = title.text.trim();
        let span = title.span;
        cx.report(
            Finding::new(&RULE, span, message!("unprinted-heading", text = text))
                .hint(message!("unprinted-heading.hint", text = text)),
        );
    }
}

/// The words of a name, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}
