//! A secondary pillar that is the main pillar.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `repeated-pillar` (STR025).
pub static RULE: Rule = Rule::warning("STR025", "repeated-pillar", Group::Structure).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "pillar = \"governance\"\nalso = [\"governance\"]",
    "pillar = \"governance\"\n\
         also = [\"living\"]\n\n\
         # pillars/living/pillar.toml\n\
         name = \"Smart Living\"",
);

/// Compares the secondary pillars of a programme with the main one.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let pillar = &program.file.pillar;
    for also in &program.file.also {
        if also.value == pillar.value {
            cx.report(
                Finding::new(
                    &RULE,
                    also.span,
                    message!("repeated-pillar", id = &also.value),
                )
                .related(pillar.span, message!("repeated-pillar.main"))
                .hint(message!("repeated-pillar.hint")),
            );
        }
    }
}
