//! How the lines of a file end, which is merged apart from what they say.

use similar::{ChangeTag, TextDiff};

use super::Versions;

/// The mark that some editors put at the beginning of a text.
const MARK: char = '\u{feff}';

/// How the lines of a text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// With a line feed.
    Unix,
    /// With a carriage return before it.
    Windows,
    /// Some so, some so.
    Mixed,
}

/// How the merged file is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    has_mark: bool,
    ends: Ends,
    /// Whose lines have the ends that are kept where they are mixed.
    mixed_in_ours: bool,
}

impl Layout {
    /// That of the side that changed it.
    pub fn of(texts: Versions<&str>) -> Self {
        let ends = texts.map(ends);
        Self {
            has_mark: texts.map(|text| text.starts_with(MARK)).settled(),
            ends: ends.settled(),
            mixed_in_ours: ends.ours == Ends::Mixed,
        }
    }

    /// A merged text with its marks and ends of lines.
    pub(crate) fn restore(self, bytes: &[u8], texts: Versions<&str>) -> Vec<u8> {
        // What was put together from texts is one.
        let merged = String::from_utf8_lossy(bytes);
        let mut text = if self.has_mark {
            MARK.to_string()
        } else {
            String::new()
        };
        match self.ends {
            Ends::Unix => text.push_str(&merged),
            Ends::Windows => text.push_str(&merged.replace('\n', "\r\n")),
            Ends::Mixed => {
                let source = if self.mixed_in_ours {
                    texts.ours
                } else {
                    texts.theirs
                };
                mixed(&merged, source, &mut text);
            }
        }
        text.into_bytes()
    }
}

/// Adds a text line by line, each with the end that it has in `source`.
fn mixed(merged: &str, source: &str, text: &mut String) {
    let source = source.strip_prefix(MARK).unwrap_or(source);
    let ended: Vec<&str> = source.split_inclusive('\n').collect();
    let windows = ended.iter().filter(|line| line.ends_with("\r\n")).count();
    let is_mostly_windows = windows.saturating_mul(2) > ended.len();
    let was = source.replace("\r\n", "\n");
    let diff = TextDiff::from_lines(was.as_str(), merged);
    for change in diff.iter_all_changes() {
        if change.tag() == ChangeTag::Delete {
            continue;
        }
        let kept = change.old_index().and_then(|at| ended.get(at));
        let is_windows = kept.map_or(is_mostly_windows, |line| line.ends_with("\r\n"));
        let line = change.value();
        match line.strip_suffix('\n') {
            Some(content) if is_windows => {
                text.push_str(content);
                text.push_str("\r\n");
            }
            _ => text.push_str(line),
        }
    }
}

/// A text without what its layout says.
pub(crate) fn plain(text: &str) -> String {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    text.replace("\r\n", "\n")
}

fn ends(text: &str) -> Ends {
    let all = text.matches('\n').count();
    match text.matches("\r\n").count() {
        0 => Ends::Unix,
        windows if windows == all => Ends::Windows,
        _ => Ends::Mixed,
    }
}
