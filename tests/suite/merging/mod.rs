//! Three versions of a file become one.

mod git;
mod properties;
mod texts;
mod values;

use std::num::NonZeroU8;

use ambonplan::merge::{Form, Marks, Merged, Style, Versions, merge};

/// Marks as git writes them.
pub fn marks(style: Style) -> Marks {
    let label = |name: &str| Some(name.to_owned());
    Marks {
        size: NonZeroU8::new(7).unwrap(),
        style,
        labels: Versions {
            base: label("asal"),
            ours: label("kita"),
            theirs: label("mereka"),
        },
    }
}

/// What becomes of three texts, and whether something is left to decide.
pub fn merged(form: Form, base: &str, ours: &str, theirs: &str) -> (String, bool) {
    let versions = Versions {
        base: base.as_bytes(),
        ours: ours.as_bytes(),
        theirs: theirs.as_bytes(),
    };
    match merge(form, versions, &marks(Style::Merge)) {
        Merged::Clean(bytes) => (String::from_utf8(bytes).unwrap(), false),
        Merged::Conflict(bytes) => (String::from_utf8(bytes).unwrap(), true),
        Merged::NoText => panic!("{ours:?} is a text"),
    }
}

/// The same of TOML that has to merge.
#[track_caller]
pub fn clean(base: &str, ours: &str, theirs: &str) -> String {
    let (text, in_conflict) = merged(Form::Toml, base, ours, theirs);
    assert!(!in_conflict, "{text}");
    text
}

/// The same of TOML that cannot merge.
#[track_caller]
pub fn conflict(base: &str, ours: &str, theirs: &str) -> String {
    let (text, in_conflict) = merged(Form::Toml, base, ours, theirs);
    assert!(in_conflict, "{text}");
    text
}

/// A text with its conflicts settled for one side.
pub fn settled(text: &str, for_ours: bool) -> String {
    let mut kept = String::new();
    // Whether the line belongs to our side, to theirs or to both.
    let mut side = None;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            side = Some(true);
        } else if line.starts_with("=======") && side == Some(true) {
            side = Some(false);
        } else if line.starts_with(">>>>>>> ") && side == Some(false) {
            side = None;
        } else if side.is_none_or(|ours| ours == for_ours) {
            kept.push_str(line);
        }
    }
    kept
}
