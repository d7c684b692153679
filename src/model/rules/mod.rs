//! Rules that reading the entries of files reports, one file each.

use crate::finding::Rule;

pub(crate) mod invalid_value;
pub mod merge_conflict;
pub(crate) mod missing_field;
pub mod missing_file;
pub(crate) mod negative_amount;
pub mod syntax_error;
pub(crate) mod unknown_funding_source;
pub(crate) mod unknown_key;
pub(crate) mod wrong_type;

/// The rules of this module.
pub static ALL: &[&Rule] = &[
    &missing_file::RULE,
    &wrong_type::RULE,
    &unknown_key::RULE,
    &missing_field::RULE,
    &invalid_value::RULE,
    &negative_amount::RULE,
    &unknown_funding_source::RULE,
    &merge_conflict::RULE,
];
