//! Findings of a laid out book that repeat findings about its plan.

use super::output::nonconforming_pdf;
use super::structure::picture_letters;
use super::text::{missing_glyph, stray_character};
use crate::finding::{Finding, Findings, Rule, Severity};
use crate::resolve::rules::press_colours;
use crate::source::SourceTree;

/// The rules that say of the texts of a file what keeps a book from being PDF/A and PDF/UA.
static OF_TEXTS: [&Rule; 3] = [
    &missing_glyph::RULE,
    &stray_character::RULE,
    &picture_letters::RULE,
];

/// Leaves warnings out of those about the book that `findings` say of the same texts and
/// pictures of the plan. Errors stay: they are why there is no book.
pub(crate) fn leave_out_told(findings: &Findings, tree: &SourceTree, later: &mut Findings) {
    later.retain(|finding| {
        finding.rule != &nonconforming_pdf::RULE
            || finding.severity() == Severity::Error
            || !findings.iter().any(|told| tells(told, finding, tree))
    });
}

/// Whether one finding says what another one does. Of characters, each of the two tells
/// where the first one of a file stands.
fn tells(told: &Finding, finding: &Finding, tree: &SourceTree) -> bool {
    let Some(file) = tree.get(finding.span.file) else {
        return false;
    };
    let line = |finding: &Finding| file.line_column(finding.span.start()).0;
    let is_photograph = told.rule == &press_colours::RULE;
    told.span.file == finding.span.file
        && (OF_TEXTS.contains(&told.rule) || (is_photograph && line(told) == line(finding)))
}
