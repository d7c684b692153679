//! A web, mail or telephone address that cannot be one.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::markdown::AddressFault;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("TXT011", "malformed-address", Group::Text).example(
    "[situs kota](https://ambon,go,id)",
    "[situs kota](https://ambon.go.id)",
);

/// The address and what is wrong with it.
pub fn found(span: Span, address: &str, fault: AddressFault) -> Finding {
    let hint = match fault {
        AddressFault::Form => message!("malformed-address.form"),
        AddressFault::Host => message!("malformed-address.host"),
        AddressFault::Mail => message!("malformed-address.mail"),
        AddressFault::Telephone => message!("malformed-address.telephone"),
    };
    Finding::new(
        &RULE,
        span,
        message!("malformed-address", address = address),
    )
    .hint(hint)
}
