//! A number in English style in Indonesian prose.

use super::number::{english, numbers};
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Language, message};
use crate::slice::slice;

/// The rule `english-number` (TXT008).
pub static RULE: Rule = Rule::warning("TXT008", "english-number", Group::Text).example(
    "chapters/pendahuluan.md",
    "Rp1,250,000 dan 12.5%",
    "Rp1.250.000 dan 12,5%",
);

/// Looks for such numbers in the prose of a plan that is Indonesian. What may be
/// a list is not mended.
pub fn check(cx: &mut Checker<'_>) {
    if cx.plan.file.language.value.built_in() != Some(Language::Indonesian) {
        return;
    }
    for piece in cx.prose().iter().filter(|piece| piece.marks.number) {
        for range in numbers(piece.text) {
            let number = slice(piece.text, range.clone());
            let verdict = english(number, piece.before(&range), piece.after(&range));
            let Some(verdict) = verdict else { continue };
            let span = piece.span(range.clone());
            let finding =
                Finding::new(&RULE, span, message!("english-number", number = number)).hint(
                    message!("english-number.hint", number = &verdict.indonesian),
                );
            let replaceable = piece.replaceable(range).filter(|_| verdict.certain);
            cx.report(match replaceable {
                Some(span) => finding.fix(span, verdict.indonesian),
                None => finding,
            });
        }
    }
}
