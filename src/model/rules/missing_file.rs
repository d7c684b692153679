//! No `plan.toml`, no `pillar.toml`, no `opd.toml` where one is needed.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `missing-file` (STR006).
pub static RULE: Rule = Rule::error("STR006", "missing-file", Group::Structure)
    .first()
    .fixed_level()
    .names(
        "opd/bpbd/programs/siaga.toml",
        "opd/bpbd/opd.toml\nopd/bpbd/programs/siaga.toml",
    );

/// The plan itself is missing; `others` says whether there is anything else of one.
pub fn plan(span: Span, others: bool) -> Finding {
    Finding::new(&RULE, span, message!("missing-file.plan")).hint(if others {
        message!("missing-file.lost-hint")
    } else {
        message!("missing-file.plan-hint")
    })
}

/// A programme lies in a folder that is no OPD.
pub fn opd(span: Span, opd: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("missing-file", file = format!("opd/{opd}/opd.toml")),
    )
    .hint(message!("missing-file.opd-hint", opd = opd))
}

/// A text lies beside no entry.
pub(crate) fn beside_text(span: Span, file: String) -> Finding {
    Finding::new(&RULE, span, message!("missing-file", file = file))
        .hint(message!("missing-file.text-hint"))
}
