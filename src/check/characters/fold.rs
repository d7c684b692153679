//! Characters that stand where they should not, and those of one kind together: a page of
//! Chinese is one finding, and so are the tabs of a paragraph.

use std::ops::Range;

use super::class::Class;
use super::text::{Form, Letter, Text};
use super::{Odd, coverage};
use crate::source::{FileIndex, Span};

/// What is odd about a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is white space, but no space.
    White(White),
    /// It is nothing that could be printed.
    Stray(Stray),
    /// Nobody sees it.
    Hidden(Hidden),
    /// No font has it.
    Missing(Missing),
    /// It is one of more marks on a letter than can be set.
    Stack,
}

/// White space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum White {
    /// Printed as a space.
    Tab,
    /// Tabs in lines one below the other, as in a table that was pasted.
    Columns,
    /// Ends a line.
    Line,
}

/// What could not be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stray {
    /// A hyphen that Word writes as a control character.
    Hyphen,
    /// A place where Word may divide a word.
    OptionalHyphen,
    /// Another control character.
    Control,
    /// What stands where a character was lost.
    Replacement,
    /// A code point that is no character.
    Noncharacter,
    /// A character of which each font says by itself what it is.
    Private,
    /// A mark without a letter before it.
    LoneMark,
}

/// What nobody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// A character without a shape.
    Invisible,
    /// A character that turns the direction of text.
    Direction,
}

/// What no font has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A sign.
    Sign,
    /// A letter.
    Letter,
}

/// Most marks that a letter may have. Real ones have up to four or five; the time and
/// memory that typesetting takes grow with the square of their number.
pub(crate) const MOST_MARKS: usize = 32;

/// What is odd in the texts of a file, in the order of the file.
pub(crate) fn fold(file: FileIndex, written: &str, texts: &[Text]) -> Vec<Odd> {
    let mut folded = Folded {
        file,
        written,
        found: Vec::new(),
    };
    for text in texts {
        folded.text(text);
    }
    folded.found
}

struct Folded<'t> {
    file: FileIndex,
    written: &'t str,
    found: Vec<Odd>,
}

/// Characters of one kind in a text, by their places in it.
struct Group {
    kind: Kind,
    members: Vec<usize>,
}

impl Folded<'_> {
    fn text(&mut self, text: &Text) {
        let mut groups: Vec<Group> = Vec::new();
        for (at, kind) in kinds(text) {
            let same = |group: &&mut Group| {
                let first = group.members.first().and_then(|first| text.get(*first));
                let one_kind = matches!(
                    kind,
                    Kind::White(White::Tab)
                        | Kind::White(White::Line)
                        | Kind::Missing(Missing::Letter)
                        | Kind::Stack
                );
                let c = text.get(at).map(|letter| letter.c);
                group.kind == kind && (one_kind || first.map(|first| first.c) == c)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.members.push(at),
                None => groups.push(Group {
                    kind,
                    members: vec![at],
                }),
            }
        }
        for group in groups {
            self.add(text, group);
        }
    }

    /// Adds the characters of a text; to those of the file that are the same where
    /// nothing could be put in their place.
    fn add(&mut self, text: &Text, group: Group) {
        let Some(first) = group.members.first().and_then(|first| text.get(*first)) else {
            return;
        };
        let columns = group.kind == Kind::White(White::Tab) && is_table(text);
        let fix = if columns {
            None
        } else {
            self.mended(text, &group)
        };
        let kind = if columns {
            Kind::White(White::Columns)
        } else {
            group.kind
        };
        let count = group.members.len();
        let same = |odd: &&mut Odd| {
            let one = odd.character == first.c || kind == Kind::Missing(Missing::Letter);
            odd.kind == kind && odd.fix.is_none() && one
        };
        let by_file = !matches!(
            kind,
            Kind::White(White::Tab)
                | Kind::White(White::Columns)
                | Kind::White(White::Line)
                | Kind::Stack
        );
        let known = self.found.iter_mut().find(same);
        if let Some(known) = known.filter(|_| by_file && fix.is_none()) {
            known.count += count;
            return;
        }
        self.found.push(Odd {
            kind,
            character: first.c,
            span: Span::new(self.file, first.at.clone()),
            count,
            fix,
        });
    }

    /// What is written from the first to the last character of a group, with what can
    /// stand in their place; `None` if that is not known of all of them.
    fn mended(&self, text: &Text, group: &Group) -> Option<(Span, String)> {
        let letters = group.members.iter().map(|at| (*at, text.get(*at)));
        let mut range: Option<Range<usize>> = None;
        let mut mended = String::new();
        for (at, letter) in letters {
            let letter = letter?;
            if let Some(range) = &range {
                mended.push_str(self.written.get(range.end..letter.at.start)?);
            }
            mended.push_str(instead(text, at, letter, group.kind)?);
            let start = range.map_or(letter.at.start, |range| range.start);
            range = Some(start..letter.at.end);
        }
        Some((Span::new(self.file, range?), mended))
    }
}

/// What can be written in place of a character, so that the same is printed.
fn instead(text: &Text, at: usize, letter: &Letter, kind: Kind) -> Option<&'static str> {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    let after = text.get(at + 1..).unwrap_or(&[]);
    let is_blank = |letter: &Letter| matches!(letter.c, ' ' | '\t');
    // Another text would be searched for.
    if letter.form == Form::Expression {
        return None;
    }
    match kind {
        Kind::White(White::Tab) => {
            let ends = after
                .iter()
                .find(|letter| !is_blank(letter))
                .is_none_or(|letter| letter.c == '\n');
            let follows = before.is_none_or(|before| matches!(before.c, '\t' | '\n'));
            // Two spaces at the end of a line would end it in print.
            let nothing = follows || (ends && letter.form == Form::Prose);
            Some(if nothing { "" } else { " " })
        }
        Kind::White(White::Line) => match letter.form {
            Form::Escaped => Some("\\n"),
            Form::VerbatimLines => Some("\n"),
            Form::Prose => {
                let inside = before.is_some_and(|before| before.c != '\n')
                    && after.first().is_some_and(|after| after.c != '\n');
                Some(if inside { "<br>" } else { "" })
            }
            Form::Verbatim | Form::CodeBlock | Form::Plain | Form::Expression => None,
        },
        Kind::Stray(Stray::Hyphen) => Some("\u{2011}"),
        Kind::Stray(Stray::OptionalHyphen) | Kind::Hidden(Hidden::Invisible) => Some(""),
        // What runs from right to left may have been turned by them, and what they turn
        // by force always is.
        Kind::Hidden(Hidden::Direction) if matches!(letter.c, '\u{202d}' | '\u{202e}') => None,
        Kind::Hidden(Hidden::Direction) if !runs_backwards(text) => Some(""),
        Kind::White(White::Columns)
        | Kind::Stray(Stray::Control)
        | Kind::Stray(Stray::Replacement)
        | Kind::Stray(Stray::Noncharacter)
        | Kind::Stray(Stray::Private)
        | Kind::Stray(Stray::LoneMark)
        | Kind::Hidden(Hidden::Direction)
        | Kind::Missing(Missing::Sign)
        | Kind::Missing(Missing::Letter)
        | Kind::Stack => None,
    }
}

/// Whether two lines, one below the other, have tabs inside.
fn is_table(text: &Text) -> bool {
    let mut above = false;
    let mut is_inside = false;
    let mut tab = false;
    for letter in text {
        match letter.c {
            '\t' => tab = true,
            '\n' => {
                if is_inside && above {
                    return true;
                }
                // Nothing stands below the end of a cell or a paragraph.
                above = is_inside && !letter.at.is_empty();
                (is_inside, tab) = (false, false);
            }
            ' ' => {}
            _ => is_inside |= tab,
        }
    }
    is_inside && above
}

/// What is odd in a text, by place.
fn kinds(text: &Text) -> Vec<(usize, Kind)> {
    let mut found = Vec::new();
    let mut marks = 0;
    // Whether what came last has no shape of its own in any font.
    let mut unprinted = false;
    let unpaired = unpaired(text);
    for (at, letter) in text.iter().enumerate() {
        let class = Class::of(letter.c);
        marks = if class.is_stacked() { marks + 1 } else { 0 };
        if marks > MOST_MARKS && letter.form != Form::Expression {
            found.push((at, Kind::Stack));
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        let before = before.map_or('\n', |letter| letter.c);
        let after = text.get(at + 1).map_or('\n', |letter| letter.c);
        let kind = match class {
            Class::Usual => None,
            Class::Tab => (letter.form != Form::CodeBlock).then_some(Kind::White(White::Tab)),
            // An end of a line that is written as a character reference is meant.
            Class::Line if letter.c == '\r' && after == '\n' => None,
            Class::Line => Some(Kind::White(White::Line)),
            Class::Hyphen => Some(Kind::Stray(Stray::Hyphen)),
            Class::OptionalHyphen => Some(Kind::Stray(Stray::OptionalHyphen)),
            Class::Control => Some(Kind::Stray(Stray::Control)),
            Class::Replacement => Some(Kind::Stray(Stray::Replacement)),
            Class::Noncharacter => Some(Kind::Stray(Stray::Noncharacter)),
            Class::Private => Some(Kind::Stray(Stray::Private)),
            Class::Mark if unprinted => None,
            Class::Mark if !coverage::has_mark(letter.c) => Some(Kind::Missing(Missing::Letter)),
            Class::Mark => before
                .is_whitespace()
                .then_some(Kind::Stray(Stray::LoneMark)),
            Class::SoftHyphen => {
                let divides = before.is_alphabetic() && after.is_alphabetic();
                (!divides).then_some(Kind::Hidden(Hidden::Invisible))
            }
            // Behind a mark, as in a long path, it lets a line end where it may.
            Class::Break => {
                let divides = before.is_ascii_punctuation() && !after.is_whitespace();
                (!divides && !wants_joiners(before)).then_some(Kind::Hidden(Hidden::Invisible))
            }
            Class::Joiner if unprinted || wants_joiners(before) => None,
            Class::Selector if unprinted || !before.is_alphanumeric() => None,
            Class::Joiner | Class::Selector | Class::Invisible => {
                Some(Kind::Hidden(Hidden::Invisible))
            }
            Class::Direction => unpaired
                .contains(&at)
                .then_some(Kind::Hidden(Hidden::Direction)),
            Class::Unprinted if letter.c.is_alphanumeric() => Some(Kind::Missing(Missing::Letter)),
            Class::Unprinted => Some(Kind::Missing(Missing::Sign)),
        };
        let joins = matches!(class, Class::Mark | Class::Joiner | Class::Selector);
        unprinted = class == Class::Unprinted || (joins && unprinted);
        let is_told =
            |kind: &Kind| letter.form != Form::Expression || matches!(kind, Kind::Hidden(_));
        found.extend(kind.filter(is_told).map(|kind| (at, kind)));
    }
    found
}

/// Whether a letter is of a script in which joiners and places without a width are a part
/// of how words are written: Arabic, those of India and of Southeast Asia, Mongolian.
fn wants_joiners(c: char) -> bool {
    matches!(u32::from(c), 0x600..=0x10ff | 0x1780..=0x18af | 0x1950..=0x1aaf | 0x1b00..=0x1bff | 0xa900..=0xabff)
}

/// Whether something in a text runs from right to left.
fn runs_backwards(text: &Text) -> bool {
    text.iter().any(|letter| {
        matches!(u32::from(letter.c), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff)
    })
}

/// The characters that turn the direction of text and have no end or no beginning, or
/// nothing to turn.
fn unpaired(text: &Text) -> Vec<usize> {
    let mut odd = Vec::new();
    let mut open: Vec<(usize, bool)> = Vec::new();
    let backwards = runs_backwards(text);
    for (at, letter) in text.iter().enumerate() {
        match letter.c {
            // Nothing stays open beyond a paragraph.
            '\n' if letter.at.is_empty() => odd.extend(open.drain(..).map(|(at, _)| at)),
            '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{61c}'
                if !backwards =>
            {
                odd.push(at);
            }
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push((at, false)),
            '\u{2066}'..='\u{2068}' => open.push((at, true)),
            '\u{202c}' | '\u{2069}' => {
                let isolate = letter.c == '\u{2069}';
                match open.last() {
                    Some((_, opened)) if *opened == isolate => {
                        open.pop();
                    }
                    _ => odd.push(at),
                }
            }
            _ => {}
        }
    }
    odd.extend(open.into_iter().map(|(at, _)| at));
    odd
}
