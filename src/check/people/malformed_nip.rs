//! A civil servant number (NIP) that cannot be one.

use super::nip;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule, offer};
use crate::language::message;
use crate::model::quoted;
use crate::source::Spanned;

/// The rule `malformed-nip` (PEO003).
pub static RULE: Rule = Rule::error("PEO003", "malformed-nip", Group::People).example(
    "opd/diskominfo/opd.toml",
    "[head]\nnip = \"19901301 201501 1 001\"",
    "[head]\nnip = \"199001012015011001\"",
);

/// Reads the numbers of all heads.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let written = opd.file.head.as_ref().and_then(|head| head.nip.as_ref());
        if let Some(written) = written
            && nip::digits(written).is_none()
        {
            cx.report(finding(written));
        }
    }
}

/// What is wrong with a number, and how to write it where that can be told.
fn finding(written: &Spanned<String>) -> Finding {
    let message = message!("malformed-nip", nip = &written.value);
    let finding = Finding::new(&RULE, written.span, message);
    let text = written.value.trim();
    // Excel marks a number that is text with an apostrophe before it.
    let apart = |c: char| {
        matches!(
            c,
            '\'' | '\u{2018}' | '\u{2019}' | '.' | '-' | ' ' | '\u{a0}'
        )
    };
    let plain: String = text.chars().filter(|c| !apart(*c)).collect();
    if let Some(digits) = nip::digits(plain.trim_start_matches("NIP").trim_start_matches(':')) {
        let value = quoted(&digits);
        return finding
            .hint(offer::write(&value))
            .respell(written.span, value);
    }
    let shortened =
        text.to_lowercase().contains("e+") && text.starts_with(|c: char| c.is_ascii_digit());
    finding.hint(if shortened {
        message!("malformed-nip.shortened-hint")
    } else {
        message!("malformed-nip.hint")
    })
}
