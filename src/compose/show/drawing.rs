//! How a block is made.

use super::{Composer, Content, Drawn, Table};
use crate::compose::tree::Block;

/// How a block is made.
pub(super) enum Drawing {
    /// Of tables, each with a number.
    Tables(fn(&Composer<'_>) -> Vec<Table>),
    /// Of a paragraph, and tables below it.
    Explained(
        fn(&Composer<'_>) -> Content,
        fn(&Composer<'_>) -> Vec<Table>,
    ),
    /// As a figure, or `None` if there is nothing to draw.
    Figure(fn(&Composer<'_>) -> Option<Drawn>),
    /// Of lines without a number; a name may stand below them.
    Lines(fn(&Composer<'_>, Option<&str>) -> Block),
}
