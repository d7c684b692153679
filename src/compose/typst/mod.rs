//! Writes a book as files of Typst code, which call templates and hold nothing but their
//! arguments.

mod data;
mod files;
pub(crate) mod function;
mod literal;
mod lower;
mod node;
mod rooms;
mod run;
mod source_map;
mod write;

pub(crate) use data::Data;
pub(crate) use files::{CodePart, MAIN, opening, statements, write};
pub(crate) use function::Function;
pub(crate) use literal::{decoded, end_of_literal};
pub(crate) use lower::part;
pub(crate) use node::{Argument, Field, Node, Statement, named};
pub use rooms::NoteRooms;
pub(crate) use run::{BREAK, hangs_together};
pub use source_map::SourceMap;
pub(crate) use source_map::{CodeOrigin, Piece};
