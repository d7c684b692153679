//! An organisation code that does not follow the grammar.

use super::digits;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `malformed-opd-code` (COD005).
pub static RULE: Rule = Rule::warning("COD005", "malformed-opd-code", Group::Codes).example(
    "opd/diskominfo/opd.toml",
    "code = \"2.16.01\"",
    "code = \"2.16.0.00.0.00.01.0000\"",
);

/// Lengths of the parts of an organisation code (SKPD): up to three fields, the
/// number of the organisation, the number of the unit.
const PARTS: [usize; 8] = [1, 2, 1, 2, 1, 2, 2, 4];

/// Reads the codes of all OPD.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let Some(code) = &opd.file.code else { continue };
        let parts: Vec<&str> = code.value.split('.').collect();
        let good = parts.len() == PARTS.len()
            && parts
                .iter()
                .zip(PARTS)
                .all(|(part, length)| digits(part, length));
        if !good {
            cx.report(
                Finding::new(
                    &RULE,
                    code.span,
                    message!("malformed-opd-code", code = &code.value),
                )
                .hint(message!("malformed-opd-code.hint")),
            );
        }
    }
}
