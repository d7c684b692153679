//! Keys of an entry that were written and whose values are not understood.

use crate::address::Kind;

/// Keys of an entry that somebody wrote and that the plan knows nothing of, or
/// not all. Each has been reported; no rule may take it for absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InvalidKeys {
    /// Whether any key may be among them.
    everywhere: bool,
    keys: Vec<InvalidKey>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct InvalidKey {
    key: &'static str,
    /// What was referred to, if that is known.
    kind: Option<Kind>,
    /// Whether a reference leads to an entry that exists and could not be read.
    exists: bool,
}

impl InvalidKeys {
    /// Those of an entry of which nothing is known.
    pub(crate) fn everywhere() -> Self {
        Self {
            everywhere: true,
            keys: Vec::new(),
        }
    }

    /// Adds a key whose value is not understood, or only in part.
    pub fn add(&mut self, key: &'static str) {
        self.push(InvalidKey {
            key,
            kind: None,
            exists: false,
        });
    }

    /// Adds a key with a reference that leads to nothing.
    pub(crate) fn add_unknown(&mut self, key: &'static str, kind: Kind) {
        self.push(InvalidKey {
            key,
            kind: Some(kind),
            exists: false,
        });
    }

    /// Adds a key with a reference to an entry that could not be read.
    pub(crate) fn add_unread(&mut self, key: &'static str, kind: Kind) {
        self.push(InvalidKey {
            key,
            kind: Some(kind),
            exists: true,
        });
    }

    fn push(&mut self, invalid: InvalidKey) {
        if !self.keys.contains(&invalid) {
            self.keys.push(invalid);
        }
    }

    /// Whether a key says something that is not understood. What only leads to
    /// nothing is.
    pub(crate) fn is_partial(&self) -> bool {
        self.everywhere || self.keys.iter().any(|invalid| invalid.kind.is_none())
    }

    /// Whether not all that stands behind a key is known.
    pub fn contains(&self, key: &str) -> bool {
        self.everywhere || self.keys.iter().any(|invalid| invalid.key == key)
    }

    /// Whether any entry of a kind may be meant behind a key.
    pub(crate) fn may_mean(&self, key: &str, kind: Kind) -> bool {
        let mut keys = self.keys.iter();
        let open = |invalid: &InvalidKey| {
            !invalid.exists && invalid.kind.is_none_or(|meant| meant == kind)
        };
        self.everywhere || keys.any(|invalid| invalid.key == key && open(invalid))
    }
}
