//! A code of a field that is not the OPD's.

use super::{Code, is_field};
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule.
pub static RULE: Rule = Rule::warning("COD003", "foreign-field", Group::Codes).example(
    "# opd.toml: fields = [\"2.16\"]\ncode = \"1.02.02\"",
    "code = \"2.16.02\"",
);

/// Compares the field of every programme's code with the fields of its OPD. An
/// OPD that names no field is not judged.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        for field in &opd.file.fields {
            if !is_field(field) {
                cx.findings.push(
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
    for program in cx.plan.programs.values() {
        let opd = &cx.plan.opds[program.opd].file;
        let (Some(code), Some(first)) = (&program.file.code, opd.fields.first()) else {
            continue;
        };
        let Some(field) = Code::parse(code).map(|code| code.field()) else {
            continue;
        };
        if field == "X.XX" || opd.fields.iter().any(|own| own.value == field) {
            continue;
        }
        cx.findings.push(
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
