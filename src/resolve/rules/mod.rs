//! Rules that resolving entries and reading narrative reports, one file each.

use crate::finding::Rule;

pub mod accidental_heading;
pub mod broken_image;
pub mod broken_link;
pub mod broken_table;
pub mod chapter_without_title;
pub mod coarse_image;
pub mod divided_word;
pub mod duplicate_entry;
pub mod duplicate_id;
pub mod duplicate_number;
pub mod empty_caption;
pub mod empty_text;
pub mod foreign_dimension;
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
pub mod invalid_expression;
pub mod invalid_id;
pub mod label_lines;
pub mod long_alternative_text;
pub mod lost_sign;
pub mod malformed_address;
pub mod mathematics;
pub mod misplaced_caption;
pub mod misplaced_front_matter;
pub mod missing_image;
pub mod mistyped_block;
pub mod nested_too_deep;
pub mod not_judged;
pub mod note_names;
pub mod numbered_caption;
pub mod open_code;
pub mod oversized_image;
pub mod page_remains;
pub mod pasted_list;
pub mod pasted_table;
pub mod press_colours;
pub mod ragged_table;
pub mod renumbered_item;
pub mod stale_last_number;
pub mod undefined_label;
pub mod unknown_link;
pub mod unknown_reference;

/// The rules of this module.
pub static ALL: &[&Rule] = &[
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
    &gone_program::RULE,
    &invalid_expression::RULE,
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
    &long_alternative_text::RULE,
];
