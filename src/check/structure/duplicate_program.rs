//! One programme in two entries.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::check::name::{bare, case_variants};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::OpdKind;
use crate::resolve::{Id, Program};

/// The rule `duplicate-program` (STR036).
pub static RULE: Rule = Rule::warning("STR036", "duplicate-program", Group::Structure).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "title = \"Layanan aduan\"\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         title = \"Layanan aduan\"",
    "title = \"Layanan aduan\"",
);

/// Compares programmes that are not cancelled: by title within an OPD, two of one name being
/// one, and by title and code in the whole plan. Programmes for the running of the office
/// (`.01`) belong to every OPD, and every kecamatan has the same ones.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let entry = |id: Id<Program>| {
        let program = &plan.programs[id];
        (program, &plan.opds[program.opd])
    };
    let titles = cx
        .active()
        .filter_map(|(id, program)| Some((bare(&program.file.title)?, id)));
    let titles: Vec<(String, Id<Program>)> = titles.collect();
    // Hardly any two programmes have one title.
    let mut sorted: Vec<&str> = titles.iter().map(|(title, _)| title.as_str()).collect();
    sorted.sort_unstable();
    if sorted.is_sorted_by(|one, other| one < other) {
        return;
    }
    let by_opd = titles.iter().map(|(title, id)| {
        let (_, opd) = entry(*id);
        let name = bare(&opd.file.name).unwrap_or_else(|| opd.id.clone());
        ((title, name), *id)
    });
    // Of a programme whose id stands twice, that is said already.
    let is_another = |(first, id): &(Id<Program>, Id<Program>)| {
        plan.programs[*first].id != plan.programs[*id].id
    };
    let by_opd: Vec<_> = case_variants(by_opd)
        .into_iter()
        .filter(is_another)
        .collect();
    let known: BTreeSet<Id<Program>> = by_opd.iter().map(|(_, id)| *id).collect();
    let others = titles.iter().filter(|(_, id)| !known.contains(id));
    let by_code = others.filter_map(|(title, id)| {
        let (program, opd) = entry(*id);
        let code = program.file.code.as_ref()?;
        let shared = opd.file.kind.value == OpdKind::Kecamatan || code.ends_with(".01");
        (!shared).then_some(((title, code.as_str()), *id))
    });
    let by_code: Vec<_> = case_variants(by_code)
        .into_iter()
        .filter(is_another)
        .collect();
    for (first, id) in by_opd.iter().chain(&by_code) {
        let (program, (first_program, _)) = (&plan.programs[*id], entry(*first));
        let number = plan.program_number(*first);
        let title = &program.file.title;
        let (message, hint) = if known.contains(id) {
            (
                message!("duplicate-program", title = &title.value, number = number),
                message!("duplicate-program.hint"),
            )
        } else {
            (
                message!(
                    "duplicate-program.code",
                    title = &title.value,
                    number = number
                ),
                message!("duplicate-program.code-hint"),
            )
        };
        cx.report(
            Finding::new(&RULE, title.span, message)
                .related(first_program.file.title.span, message!("first-one"))
                .hint(hint),
        );
    }
}
