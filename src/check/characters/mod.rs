//! Characters that the book cannot print as they are written, wherever they stand: in any
//! string of any TOML file, and in any text of Markdown.
//!
//! Hardly any file has one, so that each is looked through byte by byte before anybody
//! asks what of it is printed.

mod class;
mod coverage;
mod fold;
mod text;

use std::collections::BTreeSet;

use rayon::prelude::*;

use class::Class;

use crate::finding::Findings;
use crate::model::shape::FileKind;
use crate::resolve::rules::{pasted_list, pasted_table};
use crate::source::{FileIndex, SourceFile, SourceTree, Span};
pub(crate) use fold::MOST_MARKS;
pub use fold::{Hidden, Kind, Missing, Stray, White};

/// Characters of one kind in one text or file.
pub(crate) struct Odd {
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

/// Every such character of the plan, in the order of the files, but for the tabs and the
/// bullets of lists and tables that were pasted, which `findings` name as what they are.
pub(crate) fn odd(tree: &SourceTree, findings: &Findings) -> Vec<Odd> {
    let pasted: BTreeSet<(FileIndex, usize)> = findings
        .iter()
        .filter(|finding| [&pasted_list::RULE, &pasted_table::RULE].contains(&finding.rule))
        .map(|finding| (finding.span.file, line(tree, finding.span)))
        .collect();
    let is_told = |odd: &Odd| {
        let of_layout = matches!(
            odd.kind,
            Kind::White(White::Tab | White::Columns) | Kind::Stray(Stray::Private)
        );
        of_layout && pasted.contains(&(odd.span.file, line(tree, odd.span)))
    };
    let files: Vec<(FileIndex, &SourceFile)> = tree.iter().collect();
    let files = files.into_par_iter().filter(|(_, file)| {
        let printed = FileKind::of(&file.role).is_some() || file.role.is_narrative();
        printed && file.readable && class::may_be_odd(&file.text, !file.role.is_narrative())
    });
    files
        .flat_map_iter(|(index, file)| fold::fold(index, &file.text, &text::texts(file)))
        .filter(|odd| !is_told(odd))
        .collect()
}

/// Those of some characters that no font has, or that have no meaning of their own.
pub(crate) fn unprinted(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| match Class::of(*c) {
        Class::Unprinted | Class::Private | Class::Noncharacter => true,
        Class::Mark => !coverage::has_mark(*c),
        Class::Usual
        | Class::Tab
        | Class::Line
        | Class::Hyphen
        | Class::OptionalHyphen
        | Class::Control
        | Class::Replacement
        | Class::SoftHyphen
        | Class::Break
        | Class::Joiner
        | Class::Selector
        | Class::Invisible
        | Class::Direction => false,
    })
}

/// Where the line begins in which something stands.
fn line(tree: &SourceTree, span: Span) -> usize {
    let before = tree
        .get(span.file)
        .and_then(|file| file.text.get(..span.start()));
    before.map_or(0, |before| before.rfind('\n').map_or(0, |end| end + 1))
}
