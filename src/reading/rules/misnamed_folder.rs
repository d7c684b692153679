//! A folder whose name is not the one that was meant.

use crate::finding::{Finding, Group, Hint, Rule};
use crate::language::message;
use crate::reading::Cause;
use crate::source::Span;

/// The rule `misnamed-folder` (STR048).
pub static RULE: Rule = Rule::error("STR048", "misnamed-folder", Group::Structure)
    .first()
    .fixed_level()
    .names(
        "opd/Dinas Perhubungan/opd.toml",
        "opd/dinas-perhubungan/opd.toml",
    );

/// The path of the folder, the name that was meant, and what keeps them apart.
pub fn finding(span: Span, folder: &str, to: &str, cause: Cause) -> Finding {
    let message = match cause {
        Cause::Case => message!("misnamed-folder.case", folder = folder),
        Cause::CopyMark => message!("misnamed-folder.copy-mark", folder = folder),
        Cause::Characters => message!("misnamed-folder.characters", folder = folder),
        Cause::HiddenEnding
        | Cause::Ending
        | Cause::SecondEnding
        | Cause::NoEnding
        | Cause::Word => message!("misnamed-folder", folder = folder, to = to),
    };
    Finding::new(&RULE, span, message).hint(message!("misnamed-folder.hint", to = to))
}

/// Says that the folder is to have another name than the one that its own comes nearest to,
/// if it is the folder of this finding that was to be called `from`.
pub fn rename(finding: &mut Finding, from: &str, to: &str) {
    let hint = |to: &str| message!("misnamed-folder.hint", to = to);
    if finding.rule.code == RULE.code && finding.hint == Some(Hint::Words(hint(from))) {
        finding.hint = Some(Hint::Words(hint(to)));
    }
}
