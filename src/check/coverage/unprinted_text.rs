//! A text of an entry that no book has a place for.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::model::Show;
use crate::source::Span;

/// The rule `unprinted-text` (COV017).
pub static RULE: Rule = Rule::warning("COV017", "unprinted-text", Group::Coverage).example(
    "chapters/pendahuluan.md",
    "```ambonplan\nshow = \"dateline\"\ncaption = \"Ambon\"\n```",
    "```ambonplan\nshow = \"dateline\"\n```",
);

/// Looks for texts behind keys that are read and printed nowhere: titles of texts of entries,
/// which are called by their entries, keys of blocks that another block prints, and the
/// description of an emblem that is not there.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let chapters = plan.chapters.values().map(|chapter| &chapter.narrative);
    let pillars = plan.pillars.values().flat_map(|pillar| &pillar.narrative);
    let opds = plan.opds.values().flat_map(|opd| &opd.narrative);
    let programs = plan.programs.values();
    let programs = programs.flat_map(|program| &program.narrative);
    let of_entries: Vec<_> = pillars.chain(opds).chain(programs).collect();
    for narrative in &of_entries {
        if let Some(title) = &narrative.front.title {
            let hint = message!("unprinted-text.title-hint");
            unprinted(cx, title.span, "title", hint);
        }
    }
    for narrative in chapters.chain(of_entries) {
        for embed in narrative.embeds.values() {
            let is_dateline = embed.show.value == Show::Dateline;
            if let Some(caption) = embed.caption.as_ref().filter(|_| is_dateline) {
                let hint = message!("unprinted-text.caption-hint");
                unprinted(cx, caption.span, "caption", hint);
            }
            if let Some(by) = embed.by.as_ref().filter(|_| !is_dateline) {
                let hint = message!("unprinted-text.by-hint");
                unprinted(cx, by.span, "by", hint);
            }
        }
    }
    let file = &plan.file;
    if let Some(alt) = file.emblem_alt.as_ref().filter(|_| file.emblem.is_none())
        && !file.invalid_keys.contains("emblem")
    {
        let hint = message!("unprinted-text.emblem-hint");
        unprinted(cx, alt.span, "emblem-alt", hint);
    }
}

fn unprinted(cx: &mut Checker<'_>, span: Span, key: &str, hint: Message) {
    cx.report(Finding::new(&RULE, span, message!("unprinted-text", key = key)).hint(hint));
}
