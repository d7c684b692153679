//! Rules about laws.

mod law_without_successor;
mod repealed_law;
mod unregistered_law;
mod unverified_law;

super::checks![
    repealed_law,
    unregistered_law,
    unverified_law,
    law_without_successor,
];
