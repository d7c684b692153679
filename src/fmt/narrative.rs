//! The TOML inside Markdown files: the front matter and the fenced blocks `ambonplan`.
//! Every other byte of such a file stays.

use std::ops::Range;

use super::format;
use crate::markdown::{self, Piece};
use crate::model::shape::FileKind;
use crate::slice::slice;

/// A text whose TOML is in its canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrative {
    /// The text.
    pub text: String,
    /// Whether some of it is not TOML, and stayed as it is.
    pub broken: bool,
}

/// The canonical form of a Markdown file.
///
/// The lines of a block keep the indentation and the marks that the lists and quotes
/// around it ask for. Where they differ from line to line, the block stays as it is.
pub fn narrative(text: &str) -> Narrative {
    let mut formatted = Formatted {
        source: text,
        text: String::new(),
        copied: 0,
        broken: false,
    };
    let tree = markdown::read(text);
    if let Some(front) = &tree.front {
        formatted.broken = !front.closed;
        formatted.replace(FileKind::FrontMatter, front.toml.clone(), "");
    }
    for code in tree.embeds() {
        if let Some((lines, prefix)) = whole_lines(text, &code.pieces) {
            formatted.replace(FileKind::Embed, lines, prefix);
        }
    }
    formatted.finish()
}

struct Formatted<'t> {
    source: &'t str,
    text: String,
    /// Up to where the source has been taken over.
    copied: usize,
    broken: bool,
}

impl<'t> Formatted<'t> {
    /// Takes over what stands before some lines, and the lines in canonical form.
    fn replace(&mut self, kind: FileKind, lines: Range<usize>, prefix: &str) {
        let before = self.source.get(self.copied..lines.start);
        let (Some(before), Some(written)) = (before, self.source.get(lines.clone())) else {
            return;
        };
        let Some(mut toml) = format(kind, &without(prefix, written)) else {
            self.broken = true;
            return;
        };
        // The last line of a file may be without an end.
        if !written.ends_with('\n') {
            toml.truncate(toml.trim_end_matches(['\r', '\n']).len());
        }
        self.text.push_str(before);
        for line in toml.split_inclusive('\n') {
            self.text.push_str(if blank(line) {
                prefix.trim_end()
            } else {
                prefix
            });
            self.text.push_str(line);
        }
        self.copied = lines.end;
    }

    fn finish(mut self) -> Narrative {
        self.text.push_str(slice(self.source, self.copied..));
        Narrative {
            text: self.text,
            broken: self.broken,
        }
    }
}

/// The lines of a block, and what each of them begins with that belongs to the lists
/// and quotes around it; `None` if they begin otherwise.
fn whole_lines<'t>(text: &'t str, pieces: &[Piece]) -> Option<(Range<usize>, &'t str)> {
    let line_of = |at: usize| Some(text.get(..at)?.rfind('\n').map_or(0, |end| end + 1));
    // A blank line does not tell: it may be without the spaces that others begin with.
    let is_blank = |piece: &&Piece| text.get(piece.range.clone()).is_none_or(blank);
    let telling = pieces.iter().find(|piece| !is_blank(piece))?;
    let line = line_of(telling.range.start)?;
    let first = pieces.iter().find(|piece| piece.range.start >= line)?;
    let prefix = text.get(line..first.range.start)?;
    let lines = line_of(pieces.first()?.range.start)?..pieces.last()?.range.end;
    let mut written = text.get(lines.clone())?.lines();
    written
        .all(|line| line.starts_with(prefix) || line.trim_end() == prefix.trim_end())
        .then_some((lines, prefix))
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Lines without what each of them begins with.
fn without(prefix: &str, lines: &str) -> String {
    let lines = lines.split_inclusive('\n');
    lines
        .map(|line| match line.strip_prefix(prefix) {
            Some(rest) => rest,
            // A blank line, whose prefix ends in spaces that need not be there.
            None => line.strip_prefix(prefix.trim_end()).unwrap_or(line),
        })
        .collect()
}
