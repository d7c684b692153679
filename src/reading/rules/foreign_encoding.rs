//! Text in another encoding than UTF-8.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::reading::Encoding;
use crate::source::Span;

/// The rule `foreign-encoding` (STR052).
pub static RULE: Rule = Rule::error("STR052", "foreign-encoding", Group::Structure)
    .first()
    .fixed_level()
    .described("Café  (UTF-16)", "Café  (UTF-8)");

/// Where the encoding shows, and which it is.
pub fn finding(span: Span, encoding: Encoding) -> Finding {
    let message = match encoding {
        Encoding::Utf16 => message!("foreign-encoding.utf-16"),
        Encoding::Windows1252 => message!("foreign-encoding.windows-1252"),
    };
    Finding::new(&RULE, span, message).hint(message!("foreign-encoding.hint"))
}
