//! Rules about heads of OPD, their signatures, and the council.

super::checks![
    unsigned_commitment,
    stale_signature,
    malformed_nip,
    council_without_decree,
    missing_council_element,
    undated_signature,
    shared_head,
    missing_council,
];
