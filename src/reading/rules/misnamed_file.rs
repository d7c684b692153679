//! A file whose name is not the one that was meant.

use crate::finding::{Finding, Group, Hint, Rule};
use crate::language::message;
use crate::reading::Cause;
use crate::source::Span;

/// The rule `misnamed-file` (STR046).
pub static RULE: Rule = Rule::error("STR046", "misnamed-file", Group::Structure)
    .first()
    .fixed_level()
    .names("opd/bpbd/opd.toml.txt", "opd/bpbd/opd.toml");

/// The name, the one that was meant, and what keeps them apart.
pub fn finding(span: Span, name: &str, to: &str, cause: Cause) -> Finding {
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

/// Says that the file is to be called after another id than the one that its name comes
/// nearest to.
pub fn rename(finding: &mut Finding, from: &str, to: &str) {
    if finding.rule.code != RULE.code {
        return;
    }
    for ending in [".toml", ".md"] {
        let (from, to) = (format!("{from}{ending}"), format!("{to}{ending}"));
        let hints = |to: &str| {
            [
                message!("misnamed-file.hint", to = to),
                message!("misnamed-file.hidden-ending-hint", to = to),
                message!("misnamed-file.second-ending-hint", to = to),
            ]
        };
        for (old, new) in hints(&from).into_iter().zip(hints(&to)) {
            if finding.hint == Some(Hint::Words(old)) {
                finding.hint = Some(Hint::Words(new));
                return;
            }
        }
    }
}
