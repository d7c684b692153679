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
//! 6. [`typeset`] lays the book out and exports it; [`html`] writes it as pages of a web site.
//!
//! [`project`] runs the first four, [`pipeline`] all of them. Below the stages stand [`source`],
//! the files and the places in them, and [`address`], what entries are called.
//!
//! [`part`] tells what belongs to one OPD or chapter; [`diff`] says what changed between two
//! plans; [`list`](mod@list) tells its entries in rows; [`rename`](mod@rename) gives an entry another id;
//! `achievement` holds what was reached against the targets; [`scaffold`] writes new plans and
//! entries; [`preview`] keeps a book on the screen while its plan is edited.
//!
//! Every stage reports all that it finds as [`finding`]s. The library never
//! prints, never exits, and reads neither the clock nor the environment.
//!
//! # Checking a directory
//!
//! ```
//! use std::path::Path;
//!
//! use ambonplan::language::{Catalogue, Language};
//! use ambonplan::{Options, Severity};
//!
//! let project = ambonplan::load(Path::new("examples/kota-teladan"), &Options::default())?;
//! let catalogue = Catalogue::new(Language::English);
//! for finding in project.findings.sorted(&project.tree) {
//!     let place = project.tree.place(finding.span);
//!     eprintln!("{place}: {}", catalogue.text(&finding.message));
//! }
//! assert_eq!(project.findings.count(Severity::Error), 0);
//! # Ok::<(), ambonplan::reading::ReadError>(())
//! ```
//!
//! # Comparing two directories
//!
//! ```
//! use ambonplan::diff::{self, Kind};
//! use ambonplan::Options;
//!
//! # let folder = tempfile::tempdir()?;
//! # let (first, second) = (folder.path().join("first"), folder.path().join("second"));
//! # let date = jiff::civil::date(2026, 11, 24);
//! # for file in ambonplan::scaffold::plan(date, ambonplan::language::Language::English) {
//! #     for root in [&first, &second] {
//! #         let path = root.join(&file.path);
//! #         std::fs::create_dir_all(path.parent().ok_or("no folder")?)?;
//! #         let amount = if root == &first { "150_000_000" } else { "100_000_000" };
//! #         std::fs::write(path, file.text.replace("150_000_000", amount))?;
//! #     }
//! # }
//! let (before, after) = (
//!     ambonplan::load(&first, &Options::default())?,
//!     ambonplan::load(&second, &Options::default())?,
//! );
//! let (Some(old), Some(new)) = (&before.plan, &after.plan) else {
//!     return Err("a plan without plan.toml".into());
//! };
//! let settings = diff::Settings::of(&old.file);
//! let diff = diff::compare((old, &before.tree), (new, &after.tree), &settings);
//! assert!(diff.changes.iter().any(|change| change.kind == Kind::BudgetLowered));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Building a PDF
//!
//! ```
//! # #[cfg(feature = "typeset")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use ambonplan::compose::compose;
//! use ambonplan::{Findings, Fonts, Options, Pipeline, Scope, Standards};
//!
//! # let folder = tempfile::tempdir()?;
//! # let root = folder.path().join("plan");
//! # let date = jiff::civil::date(2026, 11, 24);
//! # for file in ambonplan::scaffold::plan(date, ambonplan::language::Language::English) {
//! #     let path = root.join(&file.path);
//! #     std::fs::create_dir_all(path.parent().ok_or("no folder")?)?;
//! #     std::fs::write(path, &file.text)?;
//! # }
//! # let output = folder.path().join("book.pdf");
//! let mut pipeline = Pipeline::new(Options::default(), Fonts::embedded);
//! let mut project = pipeline.load(&root)?;
//! let plan = project.plan.as_ref().ok_or("no plan.toml")?;
//! let volume = plan.volumes.first().ok_or("no volume")?;
//! let book = compose(plan, &project.tree, volume, Scope::Volume);
//! let mut reported = Findings::default();
//! let pdf = pipeline
//!     .typesetter(volume)
//!     .typeset(book, &project.tree, &Standards::default(), &mut reported);
//! let refused = pipeline.report((plan, &project.tree), &mut project.findings, reported);
//! assert!(!refused);
//! std::fs::write(output, pdf.ok_or("no book")?.bytes)?;
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "typeset"))]
//! # fn main() {}
//! ```
//!
//! # Features
//!
//! `revisions` reads plans from the history of git, `typeset` makes books, `html` writes them as
//! pages of a web site, `preview` shows them while they are written, and `cli`, which is on by
//! default, is the command `ambonplan` with all of these. Without any (`default-features = false`) the library reads, judges and
//! compares plans in directories.

#![forbid(unsafe_code)]
#![cfg_attr(
    not(feature = "cli"),
    allow(
        dead_code,
        unused_imports,
        reason = "some of what stages share is used by typesetting and the command alone"
    )
)]

mod achievement;
pub mod address;
#[cfg(feature = "revisions")]
mod cache;
pub mod check;
pub mod compose;
pub mod diff;
pub mod explain;
pub mod finding;
pub mod fix;
pub mod fmt;
#[cfg(feature = "html")]
pub mod html;
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
mod query;
pub mod reading;
mod records;
pub mod rename;
pub mod resolve;
pub mod scaffold;
pub mod schema;
pub mod slice;
pub mod source;
#[cfg(feature = "typeset")]
pub mod typeset;
mod value;
mod words;

pub use address::{EntryKind, EntryRef};
pub use check::Options;
pub use compose::{Book, Scope};
pub use diff::Diff;
pub use finding::{Finding, Findings, Severity};
#[cfg(feature = "typeset")]
pub use pipeline::Pipeline;
pub use project::{Project, load};
pub use resolve::Plan;
pub use source::{SourceTree, Span};
#[cfg(feature = "typeset")]
pub use typeset::{Fonts, Pdf, Standards};
