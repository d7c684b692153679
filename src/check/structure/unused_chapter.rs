//! A chapter that stands in no book.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Part;
use crate::source::Span;

/// The rule `unused-chapter` (STR026).
pub static RULE: Rule = Rule::warning("STR026", "unused-chapter", Group::Structure).example(
    "plan.toml",
    "[[volume]]\n\
         body = [\"chapter:pendahuluan\", \"pillars\"]\n\n\
         # chapters/sejarah.md",
    "[[volume]]\n\
         body = [\"chapter:pendahuluan\", \"chapter:sejarah\", \"pillars\"]\n\n\
         # chapters/sejarah.md",
);

/// Looks for every chapter in the outlines of all volumes.
pub fn check(cx: &mut Checker<'_>) {
    // What is not understood of an outline may be any chapter.
    let known = cx.plan.volumes.iter().all(|volume| volume.complete);
    if !known || cx.plan.file.invalid_keys.contains("volume") {
        return;
    }
    for (id, chapter) in cx.plan.chapters.iter() {
        let used = cx.plan.volumes.iter().any(|volume| {
            let mut parts = volume.front.iter().chain(&volume.body).chain(&volume.annex);
            parts.any(|part| *part == Part::Chapter(id))
        });
        if !used {
            cx.report(
                Finding::new(
                    &RULE,
                    Span::file(chapter.narrative.file),
                    message!("unused-chapter", id = &chapter.id),
                )
                .hint(message!("unused-chapter.hint", id = &chapter.id)),
            );
        }
    }
}
