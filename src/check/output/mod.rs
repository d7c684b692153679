//! Rules that setting the book reports, one file each. Their levels are known before.

use crate::finding::Rule;

pub mod broken_word;
pub mod misplaced_text;
pub mod nonconforming_pdf;
pub mod note_apart;
pub mod typesetting;
pub mod typesetting_remark;

/// The rules of this module.
pub static RULES: &[&Rule] = &[
    &typesetting::RULE,
    &typesetting_remark::RULE,
    &nonconforming_pdf::RULE,
    &misplaced_text::RULE,
    &note_apart::RULE,
    &broken_word::RULE,
];
