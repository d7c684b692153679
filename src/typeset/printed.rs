//! Source map of glyphs: from a letter on a page to a place in the sources.
//!
//! A letter knows the string of the code of its part that it comes from. What is printed
//! in that string is looked for in the plan: in the block of narrative that the code comes
//! from, or else in the entries.

use std::borrow::Borrow;
use std::ops::Range;

use typst::WorldExt;
use typst::layout::FrameItem;
use typst::syntax::Span as CodeSpan;
use typst_layout::Page;

use super::diagnostics;
use super::walk::walk;
use super::world::BookWorld;
use crate::compose::{BREAK, Book, Piece, decoded, end_of_literal, hangs_together};
use crate::language::{JOINER, SOFT_HYPHEN};
use crate::slice::slice;
use crate::source::{Role, SourceTree, Span};

/// Fewest characters of a text that is looked for in files that the code does not name.
const TELLING: usize = 4;

/// Keys whose strings templates print as they are.
const GIVEN: [&str; 6] = [
    "\"name\":",
    "\"title\":",
    "\"unit\":",
    "\"foot\":",
    "\"text\":",
    "\"city\":",
];

/// Most characters of what is taken for a word or a number.
const SHORT: usize = 30;

/// A character of a string that is printed.
#[derive(Debug)]
pub struct Printed {
    /// The file of code.
    pub path: String,
    /// Where the inside of the string begins there.
    start: usize,
    /// Its characters, each with its place in the string.
    characters: Vec<(usize, char)>,
    /// Which of them it is.
    at: usize,
    /// Whether the string is printed as it is, like code.
    verbatim: bool,
}

impl Printed {
    /// The character at an offset in the text that a piece of code prints; `None` if it
    /// does not come from a part of the book.
    pub fn find<B: Borrow<Book> + Send + Sync>(
        world: &BookWorld<B>,
        (span, offset): (CodeSpan, u16),
    ) -> Option<Self> {
        let id = span.id()?;
        let path = id.vpath().get_with_slash();
        let code = world.code(path)?;
        let range = world.range(span)?;
        let piece = code.get(range.clone())?;
        let verbatim = piece.starts_with(VERBATIM);
        let literal = if verbatim {
            range.start + VERBATIM.len()
        } else {
            range.start
        };
        Self::read(code, path, literal, usize::from(offset)).map(|printed| Self {
            verbatim,
            ..printed
        })
    }

    /// The characters with which a line may begin whose text a template was given as a
    /// string.
    pub(crate) fn given<B: Borrow<Book> + Send + Sync>(
        world: &BookWorld<B>,
        line: &str,
    ) -> Vec<Self> {
        let line = line.trim();
        if line.chars().count() < TELLING {
            return Vec::new();
        }
        let files = world.book().files.iter().map(|file| file.path.as_str());
        let mut found = Vec::new();
        for path in files.filter(|path| !path.starts_with("/main")) {
            let code = world.code(path).unwrap_or_default();
            for (at, key) in GIVEN.iter().flat_map(|key| code.match_indices(key)) {
                let Some(printed) = Self::read(code, path, at + key.len(), 0) else {
                    continue;
                };
                let whole = printed.shown(0..printed.characters.len());
                let before = whole.find(line).and_then(|at| whole.get(..at));
                let Some(before) = before.map(|before| before.chars().count()) else {
                    continue;
                };
                let shown = printed.characters.iter().enumerate();
                let mut shown = shown.filter(|(_, (_, character))| !is_mark(*character));
                if let Some((at, _)) = shown.nth(before) {
                    found.push(Self { at, ..printed });
                }
            }
        }
        found
    }

    fn read(code: &str, path: &str, literal: usize, offset: usize) -> Option<Self> {
        if !code.get(literal..)?.starts_with('"') {
            return None;
        }
        let inside = code.get(literal + 1..end_of_literal(code, literal).checked_sub(1)?)?;
        let characters: Vec<(usize, char)> = decoded(inside).collect();
        let mut bytes = 0;
        let at = characters.iter().position(|(_, character)| {
            bytes += character.len_utf8();
            bytes > offset
        });
        Some(Self {
            path: path.to_owned(),
            start: literal + 1,
            at: at.unwrap_or(characters.len().saturating_sub(1)),
            characters,
            verbatim: false,
        })
    }

    /// The word that the character is a part of, without marks of where it may be
    /// divided.
    pub fn word(&self) -> String {
        self.shown(self.word_range())
    }

    /// The word, if it is one that a reader knows as such: no code, and no long run.
    pub(crate) fn short_word(&self) -> Option<String> {
        let word = self.word();
        (!self.verbatim && word.chars().count() <= SHORT).then_some(word)
    }

    fn word_range(&self) -> Range<usize> {
        let is_gap = |(_, c): &(usize, char)| c.is_whitespace();
        let before = self.characters.get(..self.at).unwrap_or(&[]);
        let start = before.iter().rposition(is_gap).map_or(0, |gap| gap + 1);
        let behind = self.characters.get(self.at..).unwrap_or(&[]);
        let end = behind.iter().position(is_gap).unwrap_or(behind.len());
        start..self.at + end
    }

    fn shown(&self, range: Range<usize>) -> String {
        let characters = self.characters.get(range).unwrap_or(&[]);
        let shown = characters.iter().map(|(_, character)| *character);
        shown.filter(|c| !is_mark(*c)).collect()
    }

    /// Places to break between all letters of the word, or of code, each with the byte of
    /// the file of code before which it is to stand; those that it has are left out.
    pub(crate) fn breaks(&self) -> Vec<(usize, char)> {
        let range = if self.verbatim {
            0..self.characters.len()
        } else {
            self.word_range()
        };
        let word = self.characters.get(range).unwrap_or(&[]);
        // A hyphen shows that a word goes on.
        let is_letter = |(_, c): &(usize, char)| c.is_alphabetic() || *c == SOFT_HYPHEN;
        let is_word = !self.verbatim && word.iter().all(is_letter);
        let mut breaks = Vec::new();
        for (count, pair) in word.windows(2).enumerate() {
            let [(_, one), (at, two)] = pair else {
                continue;
            };
            if !hangs_together(*one, *two) || is_mark(*one) || is_mark(*two) {
                continue;
            }
            let inside = count > 0 && count + 3 < word.len();
            if !is_word {
                breaks.push((self.start + at, BREAK));
            } else if inside {
                breaks.push((self.start + at, SOFT_HYPHEN));
            }
        }
        breaks
    }

    /// Where it was written; `None` if the book does not say.
    pub fn place<B: Borrow<Book> + Send + Sync>(
        &self,
        world: &BookWorld<B>,
        tree: &SourceTree,
    ) -> Option<Span> {
        let code = world.code(&self.path)?;
        let sources = world.sources(&self.path)?;
        let piece = sources.find(self.start);
        let named = piece.and_then(|piece| {
            let (index, file) = tree
                .iter()
                .find(|(index, _)| index.number() == piece.file)?;
            Some((index, file, piece.offset))
        });
        let word = self.word();
        let range = self.word_range();
        if let Some((index, file, offset)) = named
            && file.role.is_narrative()
        {
            let end = piece.and_then(|piece| sources.end_of(piece));
            let end = end.unwrap_or(file.text.len());
            let block = file.text.get(offset..end).unwrap_or("");
            let before = self.before(code, piece, range.start);
            let count = before.matches(word.as_str()).count();
            if let Some(at) = nth(block, &word, count) {
                return Some(Span::new(index, offset + at..offset + at + word.len()));
            }
            // It may be written otherwise than it is printed, by an escape or as quotation
            // marks; a letter of it stands there all the same.
            if let Some((_, character)) = self.characters.get(self.at) {
                let character = character.to_string();
                let count = self
                    .before(code, piece, self.at)
                    .matches(&character)
                    .count();
                if let Some(at) = nth(block, &character, count) {
                    return Some(Span::new(index, offset + at..offset + at + character.len()));
                }
            }
        }
        let whole = self.shown(0..self.characters.len());
        let inside = self.shown(0..range.start).len();
        let here = named.filter(|(_, file, _)| !file.role.is_narrative());
        let here = here.map(|(index, file, _)| (index, file));
        let others = tree
            .iter()
            .filter(|(other, _)| here.is_none_or(|(index, _)| index != *other));
        let found = here.into_iter().chain(others).find_map(|(index, file)| {
            let is_here = here.is_some_and(|(here, _)| here == index);
            if !is_written(&file.role) || (!is_here && whole.chars().count() < TELLING) {
                return None;
            }
            // What stands behind the place that the code names comes first.
            let from = named.filter(|_| is_here).map_or(0, |(_, _, offset)| offset);
            let behind = slice(&file.text, from..).find(&whole);
            let at = behind
                .map(|at| at + from)
                .or_else(|| file.text.find(&whole))?;
            Some(Span::new(index, at + inside..at + inside + word.len()))
        });
        found.or_else(|| {
            let (index, file, offset) = named?;
            let line = slice(&file.text, offset..);
            let end = line.find('\n').unwrap_or(line.len());
            Some(Span::new(index, offset..offset + end))
        })
    }

    /// What is printed between the beginning of the piece and a character of the string.
    fn before(&self, code: &str, piece: Option<Piece>, until: usize) -> String {
        let mut at = piece.map_or(self.start, |piece| piece.at);
        let mut text = String::new();
        while at + 1 < self.start {
            let Some(quote) = code.get(at..self.start - 1).and_then(|code| code.find('"')) else {
                break;
            };
            let begin = at + quote;
            let end = end_of_literal(code, begin);
            let inside = code.get(begin + 1..end.saturating_sub(1)).unwrap_or("");
            let is_printed = code
                .get(..begin)
                .is_some_and(|before| before.ends_with("[#"))
                || code
                    .get(..begin)
                    .is_some_and(|before| before.ends_with(VERBATIM));
            if is_printed {
                let shown = decoded(inside).map(|(_, character)| character);
                text.extend(shown.filter(|c| !is_mark(*c)));
                text.push('\n');
            }
            at = end;
        }
        text.push_str(&self.shown(0..until));
        text
    }
}

/// What stands before a string that is printed as it is.
const VERBATIM: &str = "raw(";

/// Where a piece of a line on a page was written; `None` if neither the code that it comes
/// from nor its words tell.
pub(crate) fn place<B: Borrow<Book> + Send + Sync>(
    world: &BookWorld<B>,
    tree: &SourceTree,
    source: (CodeSpan, u16),
    line: &str,
) -> Option<Span> {
    let given = || Printed::given(world, line).into_iter().next();
    let printed = Printed::find(world, source).or_else(given);
    let printed = printed.and_then(|printed| printed.place(world, tree));
    printed
        .or_else(|| find_text(tree, line))
        .or_else(|| diagnostics::place(world, tree, source.0.into()))
}

/// The part of a place where some letters stand; all of it if they do not.
pub(crate) fn inside(tree: &SourceTree, span: Span, letters: &str) -> Span {
    let file = tree.get(span.file);
    let text = file.and_then(|file| file.text.get(span.range()));
    match text.and_then(|text| text.find(letters)) {
        Some(at) => Span::new(
            span.file,
            span.start() + at..span.start() + at + letters.len(),
        ),
        None => span,
    }
}

/// Where the first text of a page was written of which that is known.
pub(crate) fn place_on<B: Borrow<Book> + Send + Sync>(
    page: &Page,
    world: &BookWorld<B>,
    tree: &SourceTree,
) -> Option<Span> {
    let mut found = None;
    walk(&page.frame, &mut |_, item| {
        if let FrameItem::Text(text) = item
            && found.is_none()
            && let Some(glyph) = text.glyphs.first()
            && let Some(printed) = Printed::find(world, glyph.span)
        {
            found = printed.place(world, tree);
        }
    });
    found
}

/// Where some letters stand first in the files of a plan.
pub(crate) fn find_letters(tree: &SourceTree, letters: &str) -> Option<Span> {
    let mut files = tree.iter().filter(|(_, file)| is_written(&file.role));
    files.find_map(|(index, file)| {
        let at = file.text.find(letters)?;
        Some(Span::new(index, at..at + letters.len()))
    })
}

/// Where a text stands in the files of a plan, for what a template has put on a page.
fn find_text(tree: &SourceTree, text: &str) -> Option<Span> {
    let text: String = text.chars().filter(|c| !is_mark(*c)).collect();
    let text = text.trim();
    if text.chars().count() < TELLING {
        return None;
    }
    find_letters(tree, text)
}

/// Whether texts of a plan stand in a file.
fn is_written(role: &Role) -> bool {
    role.is_text() && !matches!(role, Role::Template)
}

fn is_mark(character: char) -> bool {
    matches!(character, SOFT_HYPHEN | BREAK | JOINER)
}

/// Where a text has a word for so many times more than once, or for the first time.
fn nth(text: &str, word: &str, count: usize) -> Option<usize> {
    if word.is_empty() {
        return None;
    }
    let mut found = text.match_indices(word).map(|(at, _)| at);
    found.clone().nth(count).or_else(|| found.next())
}
