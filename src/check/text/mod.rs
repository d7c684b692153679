//! Rules about narrative and the texts of entries.

mod abbreviation;
mod agency_name;
mod bare_url;
mod clipped_word;
mod common_abbreviations;
mod draft_text;
mod duplicate_heading;
mod editor_mark;
mod empty_section;
mod english_number;
mod number;
mod opd_name;
mod registered_agencies;
mod reviewed_without_reviewer;
mod second_title;
mod skipped_heading_level;
mod typing_slip;
mod undefined_abbreviation;

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
];
