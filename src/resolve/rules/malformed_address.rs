//! A web, mail or telephone address that cannot be one.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::markdown::AddressFault;
use crate::source::Span;

/// The rule `malformed-address` (TXT011).
pub static RULE: Rule = Rule::warning("TXT011", "malformed-address", Group::Text).example(
    "chapters/pendahuluan.md",
    "[situs kota](https://ambon,go,id)",
    "[situs kota](https://ambon.go.id)",
);

/// Characters of an address that is too long to be shown as a whole.
const SHOWN: usize = 60;

/// The address and what is wrong with it.
pub fn finding(span: Span, address: &str, fault: AddressFault) -> Finding {
    if fault == AddressFault::Length {
        let beginning: String = address.chars().take(SHOWN).collect();
        let message = message!("malformed-address.long", beginning = beginning);
        return Finding::new(&RULE, span, message).hint(message!("malformed-address.length"));
    }
    let hint = match fault {
        AddressFault::Form => message!("malformed-address.form"),
        AddressFault::Host => message!("malformed-address.host"),
        AddressFault::Mail => message!("malformed-address.mail"),
        AddressFault::Telephone => message!("malformed-address.telephone"),
        AddressFault::Length => message!("malformed-address.length"),
    };
    Finding::new(
        &RULE,
        span,
        message!("malformed-address", address = address),
    )
    .hint(hint)
}
