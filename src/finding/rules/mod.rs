//! Rules that reading a plan and setting the book report by themselves, one
//! file each. The rules over the resolved plan are in [`check`](crate::check).

use super::Rule;

pub mod accidental_heading;
pub mod broken_image;
pub mod broken_link;
pub mod broken_table;
pub mod broken_word;
pub mod chapter_without_title;
pub mod coarse_image;
pub mod copied_file;
pub mod divided_word;
pub mod duplicate_entry;
pub mod duplicate_id;
pub mod duplicate_number;
pub mod empty_caption;
pub mod empty_text;
pub mod file_too_large;
pub mod foreign_dimension;
pub mod foreign_encoding;
pub mod foreign_format;
pub mod foreign_markup;
pub mod gone_program;
pub mod heading_without_space;
pub mod heavy_image;
pub mod html_in_text;
pub mod id_case;
pub mod idle_emphasis;
pub mod image_without_alternative_text;
pub mod incomplete_image;
pub mod indented_code;
pub mod invalid_id;
pub mod invalid_utf8;
pub mod invalid_value;
pub mod label_lines;
pub mod long_alternative_text;
pub mod lost_sign;
pub mod malformed_address;
pub mod mathematics;
pub mod merge_conflict;
pub mod misnamed_file;
pub mod misnamed_folder;
pub mod misplaced_caption;
pub mod misplaced_file;
pub mod misplaced_front_matter;
pub mod misplaced_text;
pub mod missing_field;
pub mod missing_file;
pub mod missing_image;
pub mod mistyped_block;
pub mod name_not_utf8;
pub mod negative_amount;
pub mod nested_plan;
pub mod nested_too_deep;
pub mod nonconforming_pdf;
pub mod not_judged;
pub mod note_apart;
pub mod note_names;
pub mod numbered_caption;
pub mod open_code;
pub mod orphan_file;
pub mod oversized_image;
pub mod page_remains;
pub mod pasted_list;
pub mod pasted_table;
pub mod plan_too_large;
pub mod press_colours;
pub mod ragged_table;
pub mod renumbered_item;
pub mod stale_last_number;
pub mod symbolic_link;
pub mod syntax_error;
pub mod typesetting;
pub mod typesetting_remark;
pub mod undefined_label;
pub mod unknown_funding_source;
pub mod unknown_key;
pub mod unknown_link;
pub mod unknown_reference;
pub mod unreadable_file;
pub mod wrong_type;

/// The rules of this module.
pub static ALL: &[&Rule] = &[
    &unreadable_file::RULE,
    &invalid_utf8::RULE,
    &file_too_large::RULE,
    &symbolic_link::RULE,
    &name_not_utf8::RULE,
    &plan_too_large::RULE,
    &orphan_file::RULE,
    &missing_file::RULE,
    &syntax_error::RULE,
    &wrong_type::RULE,
    &unknown_key::RULE,
    &missing_field::RULE,
    &invalid_value::RULE,
    &invalid_id::RULE,
    &duplicate_id::RULE,
    &id_case::RULE,
    &unknown_reference::RULE,
    &foreign_dimension::RULE,
    &duplicate_number::RULE,
    &duplicate_entry::RULE,
    &not_judged::RULE,
    &stale_last_number::RULE,
    &ragged_table::RULE,
    &negative_amount::RULE,
    &unknown_funding_source::RULE,
    &gone_program::RULE,
    &foreign_format::RULE,
    &merge_conflict::RULE,
    &misnamed_file::RULE,
    &misplaced_file::RULE,
    &misnamed_folder::RULE,
    &copied_file::RULE,
    &nested_plan::RULE,
    &foreign_encoding::RULE,
    &misplaced_front_matter::RULE,
    &unknown_link::RULE,
    &missing_image::RULE,
    &accidental_heading::RULE,
    &broken_image::RULE,
    &oversized_image::RULE,
    &press_colours::RULE,
    &incomplete_image::RULE,
    &html_in_text::RULE,
    &mathematics::RULE,
    &nested_too_deep::RULE,
    &chapter_without_title::RULE,
    &image_without_alternative_text::RULE,
    &malformed_address::RULE,
    &misplaced_caption::RULE,
    &coarse_image::RULE,
    &heavy_image::RULE,
    &note_names::RULE,
    &heading_without_space::RULE,
    &broken_table::RULE,
    &indented_code::RULE,
    &pasted_list::RULE,
    &pasted_table::RULE,
    &undefined_label::RULE,
    &broken_link::RULE,
    &foreign_markup::RULE,
    &open_code::RULE,
    &mistyped_block::RULE,
    &label_lines::RULE,
    &divided_word::RULE,
    &page_remains::RULE,
    &lost_sign::RULE,
    &renumbered_item::RULE,
    &idle_emphasis::RULE,
    &numbered_caption::RULE,
    &empty_caption::RULE,
    &empty_text::RULE,
    &typesetting::RULE,
    &typesetting_remark::RULE,
    &nonconforming_pdf::RULE,
    &misplaced_text::RULE,
    &note_apart::RULE,
    &broken_word::RULE,
    &long_alternative_text::RULE,
];
