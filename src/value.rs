//! Values of entries, so that they can be compared.

use std::cmp::Ordering;
use std::fmt;

use jiff::civil::Date;

use crate::markdown::paragraph::Paragraph;
use crate::model::visit::Datum;
use crate::model::{EntryRef, Quantity, Rupiah, Year};

/// A value, without its place. Equal values mean the same: `2.870` equals `2.87`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// That something is there which says nothing more.
    Present,
    /// Text.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Count(u32),
    /// Whole rupiah.
    Money(Rupiah),
    /// A decimal.
    Number(Quantity),
    /// A year.
    Year(Year),
    /// A day.
    Date(Date),
    /// One of some words, as it is written in TOML.
    Word(&'static str),
    /// A reference.
    Entry(EntryRef),
    /// Texts whose order means something.
    List(Vec<String>),
    /// Narrative, paragraph by paragraph.
    Prose(Vec<Paragraph>),
    /// The fingerprint of a file that is not text.
    Digest(String),
}

/// Plain text for fingerprints and machines, the same in every language. Narrative is
/// its paragraphs, one per line.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Present => Ok(()),
            Self::Text(text) | Self::Digest(text) => f.write_str(text),
            Self::Flag(flag) => flag.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Money(Rupiah(amount)) => amount.fmt(f),
            // Digits at the end that say nothing would change fingerprints.
            Self::Number(number) => number.0.normalize().fmt(f),
            Self::Year(year) => year.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Word(word) => f.write_str(word),
            Self::Entry(key) => key.fmt(f),
            Self::List(items) => f.write_str(&items.join(", ")),
            Self::Prose(paragraphs) => {
                for paragraph in paragraphs {
                    writeln!(f, "{}", paragraph.text)?;
                }
                Ok(())
            }
        }
    }
}

impl From<Datum> for Value {
    fn from(datum: Datum) -> Self {
        match datum {
            Datum::Flag(flag) => Self::Flag(flag),
            Datum::Count(count) => Self::Count(count),
            Datum::Money(amount) => Self::Money(amount),
            Datum::Number(number) => Self::Number(number),
            Datum::Year(year) => Self::Year(year),
            Datum::Date(date) => Self::Date(date),
            Datum::Word(word) => Self::Word(word),
            Datum::Language(language) => match language.built_in() {
                Some(built_in) => Self::Word(built_in.word()),
                None => Self::Text(language.to_string()),
            },
        }
    }
}

impl Value {
    /// A text, without regard to how its words are spaced.
    pub fn text(text: &str) -> Self {
        Self::Text(spaced(text))
    }

    /// In which order people put it and another value: numbers in texts by what they count.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => by_nature(one, other),
            (one, other) => one.cmp(other),
        }
    }
}

/// In which order people put two texts: `Perda 2` before `Perda 10`. Only the same text is
/// equal.
pub(crate) fn by_nature(one: &str, other: &str) -> Ordering {
    let order = natural(one).cmp(&natural(other));
    order.then_with(|| one.cmp(other))
}

/// A text by which numbers in it are put in order by what they count: 2 before 10.
pub(crate) fn natural(text: &str) -> Vec<(u64, String)> {
    let mut parts = vec![(0, String::new())];
    let mut digits = String::new();
    for letter in text.chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            parts.push((digits.parse().unwrap_or(u64::MAX), String::new()));
            digits.clear();
        }
        if let Some((_, last)) = parts.last_mut().filter(|_| letter != '\0') {
            last.extend(letter.to_lowercase());
        }
    }
    parts
}

/// A text with one space between its words: how many stand there is no difference, and
/// neither is where lines break. A blank line parts paragraphs.
fn spaced(text: &str) -> String {
    let words = text.split(' ');
    if words
        .clone()
        .all(|word| !word.is_empty() && !word.contains(char::is_whitespace))
    {
        return text.to_owned();
    }
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        let is_blank = line.trim().is_empty();
        match paragraphs.last_mut() {
            Some(last) if !is_blank => last.extend(line.split_whitespace()),
            Some(last) if last.is_empty() => {}
            _ => paragraphs.push(Vec::new()),
        }
    }
    paragraphs.retain(|words| !words.is_empty());
    let paragraphs: Vec<String> = paragraphs.iter().map(|words| words.join(" ")).collect();
    paragraphs.join("\n\n")
}
