//! Rules that setting the book reports, one file each. Their levels are known before.

use crate::finding::Rule;

pub(crate) mod broken_word;
pub(crate) mod misplaced_text;
pub(crate) mod nonconforming_pdf;
pub(crate) mod note_apart;
pub(crate) mod typesetting;
pub(crate) mod typesetting_remark;

/// The rules of this module.
pub(crate) static RULES: &[&Rule] = &[
    &typesetting::RULE,
    &typesetting_remark::RULE,
    &nonconforming_pdf::RULE,
    &misplaced_text::RULE,
    &note_apart::RULE,
    &broken_word::RULE,
];
