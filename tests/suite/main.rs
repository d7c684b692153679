//! What a user of ambonplan notices, tested through the library and the binary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::wildcard_enum_match_arm,
    clippy::disallowed_methods,
    reason = "a test names what it looks for, and fails where that is not there"
)]

#[path = "../generator/mod.rs"]
mod generator;

mod activities;
mod agreement;
mod bad_input;
mod blocks;
mod book;
mod cascades;
mod characters;
mod charts;
mod cli;
mod conformance;
mod continuous;
mod depth;
mod design;
mod dialect;
mod diff;
mod discovery;
mod every_text;
mod excerpts;
mod files;
mod fixes;
mod fixtures;
mod folding;
mod format;
mod formats;
mod front_matter;
mod geometry;
mod heights;
mod history;
mod hosts;
mod keys;
mod languages;
mod layers;
mod levels;
mod listing;
mod looks;
mod maps;
mod merging;
mod messages;
mod names;
mod nothing_lost;
mod overflow;
mod pages;
mod parts;
mod pasted;
mod pictures;
mod pinned;
mod placeholders;
mod prose;
mod references;
mod rename;
mod revisions;
mod safety;
mod sandbox;
mod scale;
mod shells;
mod shipped;
mod sources;
mod standards;
mod statements;
mod stress;
mod summaries;
mod tables;
mod templates;
mod tracked;
mod typography;
mod value_references;
mod values;
mod volumes;
mod watching;
mod web;
mod words;
