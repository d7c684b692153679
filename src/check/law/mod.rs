//! Rules about laws.

super::checks![
    repealed_law,
    unregistered_law,
    unverified_law,
    law_without_successor,
];
