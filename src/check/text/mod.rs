//! Rules about narrative.

super::checks![english_number, opd_name, undefined_abbreviation];
