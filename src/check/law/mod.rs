//! Rules about laws.

mod citation;
mod issuer;
mod law_title;
mod law_without_successor;
mod reading;
mod repealed_law;
mod unregistered_law;
mod unverified_law;

pub use citation::Citation;
pub(crate) use citation::citations;

super::checks![
    repealed_law,
    unregistered_law,
    unverified_law,
    law_without_successor,
    law_title,
];
