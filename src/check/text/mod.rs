//! Rules about narrative and the texts of entries.

mod abbreviation;
mod agency_name;
mod bare_url;
mod bound;
mod clipped_word;
mod common_abbreviations;
mod contradicted_value;
mod draft_text;
mod duplicate_heading;
mod editor_mark;
mod empty_heading;
mod empty_section;
mod english_number;
mod failed_field;
mod invisible_character;
mod markup_in_entry;
mod misread_text;
pub(super) mod missing_glyph;
mod number;
mod numbered_heading;
mod opd_name;
mod placeholder;
mod registered_agencies;
mod reviewed_without_reviewer;
mod second_title;
mod skipped_heading_level;
mod stacked_marks;
mod stated_number;
pub(super) mod stray_character;
mod typing_slip;
mod undefined_abbreviation;
mod unprinted_heading;
mod white_space;

use super::characters::Odd;
use crate::finding::{Finding, Rule};
use crate::language::Message;

super::checks![
    english_number,
    opd_name,
    undefined_abbreviation,
    draft_text,
    reviewed_without_reviewer,
    skipped_heading_level,
    duplicate_heading,
    empty_section,
    bare_url,
    editor_mark,
    typing_slip,
    second_title,
    white_space,
    stray_character,
    invisible_character,
    missing_glyph,
    stacked_marks,
    empty_heading,
    unprinted_heading,
    placeholder with programs,
    markup_in_entry,
    failed_field,
    misread_text,
    numbered_heading,
    contradicted_value,
];

/// A finding about characters, where the first of them stands.
fn about(rule: &'static Rule, odd: &Odd, message: Message) -> Finding {
    let finding = Finding::new(rule, odd.span, message);
    match &odd.fix {
        Some((span, text)) => finding.fix(*span, text),
        None => finding,
    }
}

/// The number of a character as standards write it: `U+2028`.
pub(super) fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}
