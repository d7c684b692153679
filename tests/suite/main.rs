//! What a user of ambonplan notices, tested through the library and the binary.

mod bad_input;
mod book;
mod cli;
mod fixtures;
mod sandbox;
mod shipped;
