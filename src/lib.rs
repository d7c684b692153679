//! A master plan compiler: a directory of TOML programme entries and Markdown
//! narrative becomes one typeset smart city master plan.
//!
//! The stages run in one direction, each a module:
//!
//! 1. [`reading`] reads the files,
//! 2. [`model`] turns them into typed entries that know where they were written,
//! 3. [`resolve`] turns ids into indexes, so that no later stage can meet a
//!    reference to nothing,
//! 4. [`check`] applies the rules to the resolved plan,
//! 5. [`compose`] settles numbers, totals, order and wording,
//! 6. [`typeset`] lays the book out and exports it.
//!
//! [`project`] runs the first four, [`pipeline`] all of them. Below the stages stand [`source`],
//! the files and the places in them, and [`address`], what entries are called.
//!
//! [`part`] tells what belongs to one OPD or chapter; [`diff`] says what changed between two
//! plans; [`list`](mod@list) tells its entries in rows; [`rename`](mod@rename) gives an entry another id;
//! [`achievement`] holds what was reached against the targets; [`scaffold`] writes new plans and
//! entries; [`preview`] keeps a book on the screen while its plan is edited.
//!
//! Every stage reports all that it finds as [`finding`]s. The library never
//! prints, never exits, and reads neither the clock nor the environment.

#![forbid(unsafe_code)]

pub mod achievement;
pub mod address;
pub mod check;
pub mod compose;
pub mod diff;
pub mod explain;
pub mod finding;
pub mod fix;
pub mod fmt;
pub mod language;
pub mod list;
pub mod manual;
pub mod markdown;
#[cfg(feature = "revisions")]
pub mod merge;
pub mod model;
pub mod part;
mod pattern;
#[cfg(feature = "typeset")]
pub mod pipeline;
#[cfg(feature = "preview")]
pub mod preview;
pub mod project;
pub mod query;
pub mod reading;
#[cfg(feature = "revisions")]
mod recent;
pub(crate) mod records;
pub mod rename;
pub mod resolve;
pub mod scaffold;
pub mod schema;
pub mod source;
#[cfg(feature = "typeset")]
pub mod typeset;
pub mod value;
mod words;
