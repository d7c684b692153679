//! Why a command could not do what was asked of it, in the words of the reader.

use std::io;

use ambonplan::compose::UnknownPart;
use ambonplan::finding::Refusal;
use ambonplan::language::{Catalogue, Message, message};
use ambonplan::reading::{ReadError, RevisionError, reason};

/// What a command does, or why it could not.
pub type Result<T> = std::result::Result<T, Failure>;

/// Why a command could not do what was asked of it.
#[derive(Debug)]
pub struct Failure {
    /// What went wrong.
    message: Message,
    /// What led to it, the nearest first.
    causes: Vec<Message>,
    /// What to do.
    hint: Option<Message>,
}

impl Failure {
    /// The failure as it is printed, without a line break at its end.
    pub fn text(&self, catalogue: &Catalogue) -> String {
        let say = |message: &Message| catalogue.text(message);
        let mut text = format!("{}: {}", say(&message!("error")), say(&self.message));
        for cause in &self.causes {
            let cause = message!("failed-because", cause = cause.clone());
            text.push_str(&format!("\n  {}", say(&cause)));
        }
        if let Some(hint) = &self.hint {
            text.push_str(&format!("\n  {}: {}", say(&message!("hint")), say(hint)));
        }
        text
    }
}

impl From<Message> for Failure {
    fn from(message: Message) -> Self {
        Self {
            message,
            causes: Vec::new(),
            hint: None,
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self {
            hint: Some(refusal.hint),
            ..Self::from(refusal.message)
        }
    }
}

impl From<RevisionError> for Failure {
    fn from(error: RevisionError) -> Self {
        error.message().into()
    }
}

impl From<UnknownPart> for Failure {
    fn from(error: UnknownPart) -> Self {
        error.message().into()
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self {
            causes: vec![reason(&error.source)],
            ..Self::from(error.message())
        }
    }
}

/// Whatever is printed is written without further words: no more can be said of it.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self {
            causes: vec![reason(&error)],
            ..Self::from(message!("failed-printing"))
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        message!("failed-json", text = error.to_string()).into()
    }
}

/// What can lead to a failure.
pub trait Cause {
    /// In words, the nearest first.
    fn causes(self) -> Vec<Message>;
}

impl Cause for io::Error {
    fn causes(self) -> Vec<Message> {
        vec![reason(&self)]
    }
}

impl Cause for notify::Error {
    fn causes(self) -> Vec<Message> {
        match &self.kind {
            notify::ErrorKind::Io(error) => vec![reason(error)],
            notify::ErrorKind::Generic(_)
            | notify::ErrorKind::PathNotFound
            | notify::ErrorKind::WatchNotFound
            | notify::ErrorKind::InvalidConfig(_)
            | notify::ErrorKind::MaxFilesWatch => {
                vec![message!("system-other", text = self.to_string())]
            }
        }
    }
}

/// A queue was closed, of which nobody has more to tell.
impl Cause for tokio::sync::AcquireError {
    fn causes(self) -> Vec<Message> {
        Vec::new()
    }
}

impl Cause for Failure {
    fn causes(mut self) -> Vec<Message> {
        self.causes.insert(0, self.message);
        self.causes
    }
}

/// Says what went wrong where only what led to it is known.
pub trait Context<T> {
    /// The value, or a failure of these words.
    fn context(self, message: Message) -> Result<T>;

    /// The same; the words are made only if they are needed.
    fn with_context(self, message: impl FnOnce() -> Message) -> Result<T>;
}

impl<T, E: Cause> Context<T> for std::result::Result<T, E> {
    fn context(self, message: Message) -> Result<T> {
        self.with_context(|| message)
    }

    fn with_context(self, message: impl FnOnce() -> Message) -> Result<T> {
        self.map_err(|error| Failure {
            causes: error.causes(),
            ..Failure::from(message())
        })
    }
}

impl<T> Context<T> for Option<T> {
    fn context(self, message: Message) -> Result<T> {
        self.with_context(|| message)
    }

    fn with_context(self, message: impl FnOnce() -> Message) -> Result<T> {
        self.ok_or_else(|| message().into())
    }
}

/// `bail!("no-file", path = path)` ends a function with a failure of these words.
macro_rules! bail {
    ($($message:tt)*) => {
        return Err(ambonplan::language::message!($($message)*).into())
    };
}

pub(crate) use bail;
