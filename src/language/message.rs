//! Messages: a key and arguments, rendered later in a language.

use std::path::Path;

use jiff::civil::Date;

/// A message of the catalogues with what is to be filled in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// Identifier of the message, `unknown-key`, or of one of its attributes,
    /// `unknown-key.hint`.
    pub key: &'static str,
    /// Values by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message; the macro `message!` is shorter.
    pub fn new(key: &'static str, args: Vec<(&'static str, Arg)>) -> Self {
        Self { key, args }
    }
}

/// A value in a message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Text as it is.
    Text(String),
    /// A number that decides between singular and plural.
    Count(usize),
    /// Whole rupiah.
    Money(i128),
    /// A decimal, with the digits as they were written.
    Number(String),
    /// A day.
    Date(Date),
    /// Another message.
    Message(Message),
    /// Words of a plan, each with what it means to the reader.
    Words(Vec<String>),
}

/// Words of a plan as a value of a message.
#[derive(Debug, Clone, Copy)]
pub struct Words<'w>(pub &'w [&'w str]);

impl From<Words<'_>> for Arg {
    fn from(words: Words<'_>) -> Self {
        Self::Words(words.0.iter().map(|word| (*word).to_owned()).collect())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&Path> for Arg {
    fn from(path: &Path) -> Self {
        Self::Text(path.display().to_string())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

/// `message!("unknown-key", key = name)`
#[macro_export]
macro_rules! message {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::language::Message::new(
            $key,
            vec![$((stringify!($name), $crate::language::Arg::from($value))),*],
        )
    };
}

pub use message;
