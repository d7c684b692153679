//! A name of an OPD that differs from the registry.

use super::agency_name::names;
use super::registered_agencies::Registered;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;
use crate::resolve::{Id, Opd};
use crate::slice::slice;
use crate::source::Span;

/// The rule `opd-name` (TXT009).
pub static RULE: Rule = Rule::warning("TXT009", "opd-name", Group::Text).example(
    "chapters/pendahuluan.md",
    "… oleh Dinas Infokom dan Persandian …",
    "… oleh Dinas Komunikasi dan Informatika …\n… oleh <opd:diskominfo> …",
);

/// Reads what looks like the name of an agency in prose, and the institutions of
/// council members that name an OPD. A name of which half of the words, or what
/// they are short for, are those of an official one and that is not that one
/// differs from it. Agencies of other governments have their own names.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let registered = Registered::new(plan);
    for member in plan.members.values() {
        let Some(opd) = member.opd else { continue };
        let (official, written) = (&plan.opds[opd].file.name, &member.entry.institution);
        if !registered.begins_with(written, official) {
            report(cx, opd, written.span, written);
        }
    }
    // What is the name of no OPD may be that of one that could not be read.
    if cx.is_incomplete(Kind::Opd) {
        return;
    }
    for piece in cx.prose().iter().filter(|piece| piece.marks.names) {
        for name in names(piece.text) {
            let end = name.last().map_or(0, |word| word.range.end);
            let after = slice(piece.text, end..);
            let Some(meant) = registered.mistaken(&name, after) else {
                continue;
            };
            let name = name.get(..meant.length).unwrap_or(&[]);
            let (Some(first), Some(last)) = (name.first(), name.last()) else {
                continue;
            };
            let range = first.range.start..last.range.end;
            let written = slice(piece.text, range.clone());
            report(cx, meant.opd, piece.span(range), written);
        }
    }
}

fn report(cx: &mut Checker<'_>, opd: Id<Opd>, span: Span, written: &str) {
    let written: Vec<&str> = written.split_whitespace().collect();
    let official = &cx.plan.opds[opd].file.name;
    cx.report(
        Finding::new(&RULE, span, message!("opd-name", name = written.join(" ")))
            .related(official.span, message!("opd-name.official"))
            .hint(message!("opd-name.hint", name = &official.value)),
    );
}
