//! Which rows are meant: a kind of entry or a list of its items, its columns, and expressions
//! over them.
//!
//! What there is follows from the shapes of the files; no plan is read here.

mod expression;
mod subject;

pub use expression::{Comparison, Expression, ExpressionError};
pub use subject::{Column, Subject};
