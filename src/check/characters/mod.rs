//! Characters that the book cannot print as they are written, wherever they stand: in any
//! string of any TOML file, and in any text of Markdown.
//!
//! Hardly any file has one, so that each is looked through byte by byte before anybody
//! asks what of it is printed.

mod class;
mod coverage;
mod fold;
mod text;

use rayon::prelude::*;

use crate::source::{FileIndex, SourceFile, SourceTree, Span};
pub use fold::{Hidden, Kind, MOST_MARKS, Missing, Stray, White};

/// Characters of one kind in one text or file.
pub struct Odd {
    /// What they are.
    pub kind: Kind,
    /// The first of them, and where it stands.
    pub character: char,
    /// Where it stands.
    pub span: Span,
    /// How many there are.
    pub count: usize,
    /// What prints the same without them: what is replaced, and by what.
    pub fix: Option<(Span, String)>,
}

/// Every such character of the plan, in the order of the files.
pub fn odd(tree: &SourceTree) -> Vec<Odd> {
    let files: Vec<(FileIndex, &SourceFile)> = tree.iter().collect();
    let files = files.into_par_iter().filter(|(_, file)| {
        let printed = text::is_toml(&file.role) || file.role.is_narrative();
        printed && file.readable && class::may_be_odd(&file.text, !file.role.is_narrative())
    });
    files
        .flat_map_iter(|(index, file)| fold::fold(index, &file.text, &text::texts(file)))
        .collect()
}
