//! Merging line by line, as git does.

use gix_merge::blob::Resolution;
use gix_merge::blob::builtin_driver::text::{self, Conflict, ConflictStyle, Labels};

use super::{Marks, Merged, Versions};
use crate::diff::marks;

/// What stands between the marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// Both sides.
    #[default]
    Merge,
    /// Both sides and what was there before.
    Diff3,
    /// The same, with as few lines as can be.
    ZealousDiff3,
}

impl Style {
    /// By the word that git has for it, in `merge.conflictStyle`; `None` for another word.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "merge" => Some(Self::Merge),
            "diff3" => Some(Self::Diff3),
            "zdiff3" => Some(Self::ZealousDiff3),
            _ => None,
        }
    }
}

/// Merges lines.
pub fn merge(versions: Versions<&[u8]>, marks: &Marks) -> Merged {
    let labels = labels(marks);
    let [base, ours, theirs] = labels.each_ref().map(|label| Some(label.as_str().into()));
    let style = match marks.style {
        Style::Merge => ConflictStyle::Merge,
        Style::Diff3 => ConflictStyle::Diff3,
        Style::ZealousDiff3 => ConflictStyle::ZealousDiff3,
    };
    let conflict = Conflict::Keep {
        style,
        marker_size: marks.size,
    };
    let labels = Labels {
        ancestor: base,
        current: ours,
        other: theirs,
    };
    let (merged, resolution) = run(versions, labels, conflict);
    match resolution {
        Resolution::Complete | Resolution::CompleteWithAutoResolvedConflict => {
            Merged::Clean(merged)
        }
        Resolution::Conflict => Merged::Conflict(merged),
    }
}

/// Our text and theirs in one, with marks around whatever is not the same.
pub(crate) fn apart(ours: &str, theirs: &str, marks: &Marks) -> Merged {
    let [_, our_label, their_label] = labels(marks);
    let size = usize::from(marks.size.get());
    let text = marks::apart(ours, theirs, size, [&our_label, &their_label]);
    Merged::Conflict(text.into_bytes())
}

/// A text with its conflicts settled for our side, and for theirs.
pub fn settled(text: &str, marks: &Marks) -> [String; 2] {
    marks::settled(text, usize::from(marks.size.get()))
}

/// What the base, our side and theirs are called.
fn labels(marks: &Marks) -> [String; 3] {
    let label = |label: &str, given: &Option<String>| {
        let given = given.as_deref().filter(|given| !given.is_empty());
        given.unwrap_or(label).to_owned()
    };
    [
        label("base", &marks.labels.base),
        label("ours", &marks.labels.ours),
        label("theirs", &marks.labels.theirs),
    ]
}

fn run(versions: Versions<&[u8]>, labels: Labels<'_>, conflict: Conflict) -> (Vec<u8>, Resolution) {
    let mut merged = Vec::new();
    let resolution = gix_merge::blob::builtin_driver::text(
        &mut merged,
        &mut Default::default(),
        labels,
        versions.ours,
        versions.base,
        versions.theirs,
        text::Options {
            conflict,
            ..text::Options::default()
        },
    );
    (merged, resolution)
}
