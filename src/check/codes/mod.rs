//! Rules about nomenclature codes.
//!
//! The grammar follows the classification, codes and nomenclature of regional
//! planning and finance (Permendagri 90/2019 and its updates), as it is seen in
//! published budget documents: `2.16.03` is a programme of the field `2.16`,
//! `2.16.03.2.02` an activity of a city (the fourth part is one digit),
//! `2.16.03.2.02.0026` a sub-activity, which older documents write with two
//! digits.

mod code;
mod foreign_activity_code;
mod foreign_field;
mod government_level;
mod malformed_code;
mod malformed_opd_code;
mod mixed_code_generations;

pub(crate) use code::{ANY_FIELD, digits, is_field, tidy};
pub use code::{Code, Level};

super::checks![
    malformed_code per program,
    foreign_activity_code per program,
    foreign_field with programs,
    mixed_code_generations,
    malformed_opd_code,
    government_level per program,
];
