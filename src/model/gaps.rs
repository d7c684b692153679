//! What of an entry was written and is not known.

use crate::address::Kind;

/// Keys of an entry that somebody wrote and that the plan knows nothing of, or
/// not all. Each has been reported; no rule may take it for absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Whether any key may be among them.
    everywhere: bool,
    gaps: Vec<Gap>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Gap {
    key: &'static str,
    /// What was referred to, if that is known.
    kind: Option<Kind>,
    /// Whether a reference leads to an entry that exists and could not be read.
    exists: bool,
}

impl Gaps {
    /// Those of an entry of which nothing is known.
    pub fn everywhere() -> Self {
        Self {
            everywhere: true,
            gaps: Vec::new(),
        }
    }

    /// Adds a key whose value is not understood, or only in part.
    pub fn add(&mut self, key: &'static str) {
        self.push(Gap {
            key,
            kind: None,
            exists: false,
        });
    }

    /// Adds a key with a reference that leads to nothing.
    pub fn add_unknown(&mut self, key: &'static str, kind: Kind) {
        self.push(Gap {
            key,
            kind: Some(kind),
            exists: false,
        });
    }

    /// Adds a key with a reference to an entry that could not be read.
    pub fn add_unread(&mut self, key: &'static str, kind: Kind) {
        self.push(Gap {
            key,
            kind: Some(kind),
            exists: true,
        });
    }

    fn push(&mut self, gap: Gap) {
        if !self.gaps.contains(&gap) {
            self.gaps.push(gap);
        }
    }

    /// Whether a key says something that is not understood. What only leads to
    /// nothing is.
    pub fn is_partial(&self) -> bool {
        self.everywhere || self.gaps.iter().any(|gap| gap.kind.is_none())
    }

    /// Whether not all that stands behind a key is known.
    pub fn at(&self, key: &str) -> bool {
        self.everywhere || self.gaps.iter().any(|gap| gap.key == key)
    }

    /// Whether any entry of a kind may be meant behind a key.
    pub fn may_mean(&self, key: &str, kind: Kind) -> bool {
        let mut gaps = self.gaps.iter();
        let open = |gap: &Gap| !gap.exists && gap.kind.is_none_or(|meant| meant == kind);
        self.everywhere || gaps.any(|gap| gap.key == key && open(gap))
    }
}
