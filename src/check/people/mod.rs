//! Rules about heads of OPD, their signatures, and the council.

mod council_without_decree;
mod future_signature;
mod malformed_nip;
mod missing_council;
mod missing_council_element;
mod nameless_signature;
mod nip;
mod shared_head;
mod stale_signature;
mod undated_signature;
mod unlinked_member;
mod unsigned_commitment;

super::checks![
    unsigned_commitment,
    stale_signature,
    malformed_nip,
    council_without_decree,
    missing_council_element,
    undated_signature,
    shared_head,
    missing_council,
    unlinked_member,
    nameless_signature,
    future_signature,
];
