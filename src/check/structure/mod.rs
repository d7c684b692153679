//! Rules about how entries hang together.

mod cycles;
mod dependency_cycle;
mod dependency_order;
mod duplicate_name;
mod duplicate_opd;
mod duplicate_program;
mod empty_selection;
mod incomplete_map;
mod missing_asset;
pub(super) mod picture_letters;
mod repeated_pillar;
mod unused_asset;
mod unused_chapter;
mod unused_entry;

pub(super) use empty_selection::leave_unresolved;
pub(super) use unused_asset::leave_proposed;

super::checks![
    dependency_cycle,
    dependency_order,
    unused_asset,
    missing_asset,
    picture_letters,
    unused_entry,
    repeated_pillar per program,
    unused_chapter,
    duplicate_opd,
    duplicate_program,
    duplicate_name with programs,
    empty_selection,
    incomplete_map,
];
