//! Rules that resolving entries and reading narrative reports, one file each.

use crate::finding::Rule;

pub(crate) mod accidental_heading;
pub(crate) mod broken_image;
pub(crate) mod broken_link;
pub(crate) mod broken_map;
pub(crate) mod broken_table;
pub(crate) mod chapter_without_title;
pub(crate) mod coarse_image;
pub(crate) mod divided_word;
pub(crate) mod duplicate_entry;
pub(crate) mod duplicate_id;
pub(crate) mod duplicate_number;
pub(crate) mod empty_caption;
pub(crate) mod empty_text;
pub(crate) mod foreign_dimension;
pub(crate) mod foreign_markup;
pub(crate) mod gone_program;
pub(crate) mod heading_without_space;
pub(crate) mod heavy_image;
pub(crate) mod html_in_text;
pub(crate) mod id_case;
pub(crate) mod idle_emphasis;
pub(crate) mod image_without_alternative_text;
pub(crate) mod incomplete_image;
pub(crate) mod indented_code;
pub(crate) mod invalid_expression;
pub(crate) mod invalid_id;
pub(crate) mod label_lines;
pub(crate) mod long_alternative_text;
pub(crate) mod lost_sign;
pub(crate) mod malformed_address;
pub(crate) mod mathematics;
pub(crate) mod misplaced_caption;
pub(crate) mod misplaced_front_matter;
pub(crate) mod missing_image;
pub(crate) mod mistyped_block;
pub(crate) mod nested_too_deep;
pub(crate) mod not_judged;
pub(crate) mod note_names;
pub(crate) mod numbered_caption;
pub(crate) mod open_code;
pub(crate) mod oversized_image;
pub(crate) mod page_remains;
pub(crate) mod pasted_list;
pub(crate) mod pasted_table;
pub(crate) mod press_colours;
pub(crate) mod ragged_table;
pub(crate) mod renumbered_item;
pub(crate) mod stale_last_number;
pub(crate) mod undefined_label;
pub(crate) mod undefined_value;
pub(crate) mod unknown_link;
pub(crate) mod unknown_reference;

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
    &broken_map::RULE,
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
    &undefined_value::RULE,
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
