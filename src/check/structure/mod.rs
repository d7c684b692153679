//! Rules about how entries hang together.

super::checks![
    dependency_cycle,
    dependency_order,
    unused_asset,
    missing_asset,
    unused_entry,
    repeated_pillar,
    unused_chapter,
];
