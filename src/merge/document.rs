//! Merging files of TOML.

use similar::{ChangeTag, TextDiff};
use toml_edit::DocumentMut;

use super::meaning::Meaning;
use super::tree::{Merger, Prefer};
use super::{Marks, Merged, Versions, comments, lines};

/// Merges files of TOML by what they say; `None` if one of them is not TOML, or cannot be
/// merged without losing something.
///
/// Where lines can be merged as git does, and say then what should be said, that is the
/// result: it keeps everything where both sides have it.
pub fn merge(texts: Versions<&str>, marks: &Marks) -> Option<Merged> {
    let ended = texts.map(|text| {
        if text.is_empty() || text.ends_with('\n') {
            text.to_owned()
        } else {
            format!("{text}\n")
        }
    });
    let parsed = |text: &String| text.parse::<DocumentMut>().ok();
    let documents = Versions {
        base: parsed(&ended.base)?,
        ours: parsed(&ended.ours)?,
        theirs: parsed(&ended.theirs)?,
    };
    let versions = Versions {
        base: ended.base.as_str(),
        ours: ended.ours.as_str(),
        theirs: ended.theirs.as_str(),
    };
    let mut sides = [Side::Ours, Side::Theirs];
    let keys = versions.base.lines().filter(|line| line.contains('='));
    let (by_us, by_them) = (
        changed(versions.base, versions.ours),
        changed(versions.base, versions.theirs),
    );
    // A file that one side laid out anew stays so.
    if by_them > by_us && by_them.saturating_mul(2) > keys.count() {
        sides.reverse();
    }
    let by_lines = lines::merge(texts.map(str::as_bytes), marks);
    let mut attempts = sides.map(|side| Attempt::new(&documents, side, marks));
    let [first, _] = &attempts;
    if !first.in_conflict
        && !first.in_texts
        && let Merged::Clean(bytes) = &by_lines
        && says(bytes, &first.said.ours)
    {
        return Some(by_lines);
    }
    let at = attempts
        .iter()
        .position(|attempt| attempt.is_faithful(versions));
    let attempt = at.and_then(|at| attempts.get_mut(at));
    let Some(attempt) = attempt else {
        return safe(by_lines, texts, marks);
    };
    if !attempt.in_conflict && !attempt.in_texts {
        let mut text = std::mem::take(&mut attempt.texts.ours);
        if !texts.map(|text| text.ends_with('\n')).settled() && text.ends_with('\n') {
            text.pop();
        }
        return Some(Merged::Clean(text.into_bytes()));
    }
    Some(attempt.marked(marks))
}

/// What lines give, unless that is no TOML any more: then both sides as they are, with
/// marks around all that is not the same.
fn safe(by_lines: Merged, texts: Versions<&str>, marks: &Marks) -> Option<Merged> {
    match by_lines {
        Merged::Clean(bytes) if !is_toml(&bytes) => {
            Some(lines::apart(texts.ours, texts.theirs, marks))
        }
        other @ (Merged::Clean(_) | Merged::Conflict(_) | Merged::NoText) => Some(other),
    }
}

/// Whose file the other side is merged into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Ours,
    Theirs,
}

/// What comes of merging one side into the file of the other.
struct Attempt {
    /// The file with every conflict settled for each version; all the same where there is
    /// none.
    texts: Versions<String>,
    /// What each of them should say.
    said: Versions<Meaning>,
    in_conflict: bool,
    in_texts: bool,
}

impl Attempt {
    fn new(documents: &Versions<DocumentMut>, side: Side, marks: &Marks) -> Self {
        let (own, other) = match side {
            Side::Ours => (&documents.ours, &documents.theirs),
            Side::Theirs => (&documents.theirs, &documents.ours),
        };
        let (mut in_conflict, mut in_texts) = (false, false);
        let mut settled = |prefer| {
            let mut merger = Merger {
                prefer,
                marks,
                in_conflict: false,
                in_texts: false,
            };
            let mut merged = own.clone();
            merger.documents(&documents.base, &mut merged, other);
            in_conflict |= merger.in_conflict;
            in_texts |= merger.in_texts;
            (merged.to_string(), Meaning::of_table(merged.as_table()))
        };
        let base = settled(Prefer::Base);
        let (ours, theirs) = match side {
            Side::Ours => (settled(Prefer::Own), settled(Prefer::Other)),
            Side::Theirs => (settled(Prefer::Other), settled(Prefer::Own)),
        };
        Self {
            texts: Versions {
                base: base.0,
                ours: ours.0,
                theirs: theirs.0,
            },
            said: Versions {
                base: base.1,
                ours: ours.1,
                theirs: theirs.1,
            },
            in_conflict,
            in_texts,
        }
    }

    /// The file with marks around what is in conflict.
    fn marked(&self, marks: &Marks) -> Merged {
        let sides = Versions {
            base: self.texts.base.as_bytes(),
            ours: self.texts.ours.as_bytes(),
            theirs: self.texts.theirs.as_bytes(),
        };
        let marked = lines::merge(sides, marks);
        let is_told_apart = match &marked {
            // Texts of several lines may have merged.
            Merged::Clean(bytes) => !self.in_conflict && is_toml(bytes),
            Merged::Conflict(bytes) => {
                let text = String::from_utf8_lossy(bytes);
                let [ours, theirs] = lines::settled(&text, marks);
                let (ours, theirs) = (ours.as_bytes(), theirs.as_bytes());
                if self.in_texts {
                    is_toml(ours) && is_toml(theirs)
                } else {
                    says(ours, &self.said.ours) && says(theirs, &self.said.theirs)
                }
            }
            Merged::NoText => false,
        };
        if is_told_apart {
            marked
        } else {
            lines::apart(&self.texts.ours, &self.texts.theirs, marks)
        }
    }

    /// Whether the texts say what they should, and no comment is lost.
    fn is_faithful(&self, versions: Versions<&str>) -> bool {
        let is_said = |text: &String, meaning| says(text.as_bytes(), meaning);
        let merged: Vec<&str> = if self.in_conflict || self.in_texts {
            vec![&self.texts.ours, &self.texts.theirs]
        } else {
            vec![&self.texts.ours]
        };
        is_said(&self.texts.base, &self.said.base)
            && is_said(&self.texts.ours, &self.said.ours)
            && is_said(&self.texts.theirs, &self.said.theirs)
            && comments::are_kept(versions, &merged)
    }
}

fn is_toml(text: &[u8]) -> bool {
    let text = std::str::from_utf8(text).ok();
    text.is_some_and(|text| text.parse::<DocumentMut>().is_ok())
}

/// Whether a text says something.
fn says(text: &[u8], meaning: &Meaning) -> bool {
    let text = std::str::from_utf8(text).ok();
    let document = text.and_then(|text| text.parse::<DocumentMut>().ok());
    document.is_some_and(|document| Meaning::of_table(document.as_table()) == *meaning)
}

/// How many lines with a key of a text stand no longer in another.
fn changed(before: &str, after: &str) -> usize {
    let diff = TextDiff::from_lines(before, after);
    let gone = diff
        .iter_all_changes()
        .filter(|change| change.tag() == ChangeTag::Delete);
    gone.filter(|change| change.value().contains('=')).count()
}
