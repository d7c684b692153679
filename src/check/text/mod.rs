//! Rules about narrative.

mod english_number;
mod opd_name;
mod undefined_abbreviation;

super::checks![english_number, opd_name, undefined_abbreviation];
