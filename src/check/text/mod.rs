//! Rules about narrative and the texts of entries.

mod abbreviation;
mod common_abbreviations;
mod english_number;
mod number;
mod opd_name;
mod undefined_abbreviation;

super::checks![english_number, opd_name, undefined_abbreviation];
