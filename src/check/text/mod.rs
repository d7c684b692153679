//! Rules about narrative and the texts of entries.

mod abbreviation;
mod agency_name;
mod clipped_word;
mod common_abbreviations;
mod english_number;
mod number;
mod opd_name;
mod registered_agencies;
mod undefined_abbreviation;

super::checks![english_number, opd_name, undefined_abbreviation];
