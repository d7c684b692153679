//! Rules that reading the files of a plan reports, one file each.

use crate::finding::Rule;

pub(crate) mod copied_file;
pub mod file_too_large;
pub mod foreign_encoding;
pub mod foreign_format;
pub mod invalid_utf8;
pub(crate) mod misnamed_file;
pub(crate) mod misnamed_folder;
pub(crate) mod misplaced_file;
pub mod name_not_utf8;
pub(crate) mod nested_plan;
pub(crate) mod orphan_file;
pub mod plan_too_large;
pub mod symbolic_link;
pub mod syntax_error;
pub mod unreadable_file;

/// The rules of this module.
pub static ALL: &[&Rule] = &[
    &unreadable_file::RULE,
    &invalid_utf8::RULE,
    &file_too_large::RULE,
    &symbolic_link::RULE,
    &name_not_utf8::RULE,
    &plan_too_large::RULE,
    &orphan_file::RULE,
    &syntax_error::RULE,
    &foreign_format::RULE,
    &misnamed_file::RULE,
    &misplaced_file::RULE,
    &misnamed_folder::RULE,
    &copied_file::RULE,
    &nested_plan::RULE,
    &foreign_encoding::RULE,
];
