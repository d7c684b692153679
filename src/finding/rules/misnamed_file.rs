//! A file whose name is not the one that was meant.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::{Cause, Span};

/// The rule.
pub static RULE: Rule = Rule::error("STR046", "misnamed-file", Group::Structure)
    .firm()
    .example("opd/bpbd/opd.toml.txt", "opd/bpbd/opd.toml");

/// The name, the one that was meant, and what keeps them apart.
pub fn found(span: Span, name: &str, to: &str, cause: Cause) -> Finding {
    let message = match cause {
        Cause::HiddenEnding => message!("misnamed-file.hidden-ending", name = name, to = to),
        Cause::CopyMark => message!("misnamed-file.copy-mark", name = name),
        Cause::Ending => message!("misnamed-file.ending", name = name),
        Cause::SecondEnding => {
            message!("misnamed-file.second-ending", name = name, to = to)
        }
        Cause::NoEnding => message!("misnamed-file.no-ending", name = name),
        Cause::Case => message!("misnamed-file.case", name = name),
        Cause::Characters => message!("misnamed-file.characters", name = name),
        Cause::Word => message!("misnamed-file", name = name, to = to),
    };
    let hint = match cause {
        Cause::HiddenEnding => message!("misnamed-file.hidden-ending-hint", to = to),
        Cause::SecondEnding => message!("misnamed-file.second-ending-hint", to = to),
        Cause::CopyMark
        | Cause::Ending
        | Cause::NoEnding
        | Cause::Case
        | Cause::Characters
        | Cause::Word => message!("misnamed-file.hint", to = to),
    };
    Finding::new(&RULE, span, message).hint(hint)
}
