//! A code of a field that is not the OPD's.

use super::{ANY_FIELD, Code, Level, is_field};
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::ProgramFile;
use crate::resolve::Program;
use crate::source::Spanned;

/// The rule `foreign-field` (COD003).
pub static RULE: Rule = Rule::warning("COD003", "foreign-field", Group::Codes).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "code = \"1.02.02\"\n\n# opd/diskominfo/opd.toml\nfields = [\"2.16\"]",
    "code = \"2.16.02\"\n\n# opd/diskominfo/opd.toml\nfields = [\"2.16\"]",
);

/// Compares the field of every code with the fields of the OPD. An OPD that
/// names no field is not judged.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        for field in &opd.file.fields {
            if !is_field(field) {
                cx.report(
                    Finding::new(
                        &RULE,
                        field.span,
                        message!("foreign-field.malformed", field = &field.value),
                    )
                    .hint(message!("foreign-field.malformed-hint")),
                );
            }
        }
    }
}

/// Judges the codes of a programme by the fields of its OPD.
pub(super) fn check_program(cx: &mut Checker<'_>, program: &Program) {
    let opd = &cx.plan.opds[program.opd].file;
    let Some(first) = opd.fields.first() else {
        return;
    };
    for code in judged(&program.file) {
        let Some(field) = Code::parse(code).map(|code| code.field()) else {
            continue;
        };
        if field == ANY_FIELD || opd.fields.iter().any(|own| own.value == field) {
            continue;
        }
        cx.report(
            Finding::new(
                &RULE,
                code.span,
                message!(
                    "foreign-field",
                    field = field,
                    opd = &opd.abbreviation.value
                ),
            )
            .related(first.span, message!("foreign-field.fields"))
            .hint(message!("foreign-field.hint")),
        );
    }
}

/// The code of the programme, and those of its activities where it settles no
/// field for them: where it does, an activity of another field is one of another
/// programme, which is reported as such.
fn judged(file: &ProgramFile) -> Vec<&Spanned<String>> {
    let own = file.code.as_ref();
    let level = |code: &&Spanned<String>| {
        Code::parse(code).is_some_and(|code| code.level() == Level::Program)
    };
    let own = own.filter(level);
    let settled = own
        .and_then(|code| Code::parse(code))
        .is_some_and(|code| code.field() != ANY_FIELD);
    let activities = file.activity_codes().filter(|_| !settled);
    own.into_iter().chain(activities).collect()
}
