//! Findings: what is wrong with a plan, where, and what to do about it.

mod fold;
mod format;
mod nearest;
pub(crate) mod offer;
mod refusal;
mod rule;

pub use fold::{Total, is_folded, totals};
pub use format::{Format, Style, Written, render};
pub(crate) use format::{pretty, schema};
pub use nearest::NameIndex;
pub(crate) use nearest::{is_one_slip, only_nearest};
pub use refusal::Refusal;
pub use rule::{Excerpt, Group, Level, Order, Rule};

use crate::address::{EntryKind, EntryRef};
use crate::language::Message;
use crate::source::{SourceTree, Span};

/// How bad a finding is. An error keeps the book from being built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The plan contradicts itself or cannot be understood.
    Error,
    /// The book can be built, and somebody should look.
    Warning,
}

impl Severity {
    /// The severity as machines read it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Another place that belongs to a finding, with the words that explain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What is there.
    pub text: Message,
}

/// What to do about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// In words.
    Words(Message),
    /// To write one of the names that are most like a wrong one, or else what the words
    /// say. The names are looked for when somebody reads the finding.
    Nearest {
        /// What was written.
        wrong: String,
        /// What may have been meant.
        known: NameIndex,
        /// What to do if nothing is like it.
        otherwise: Message,
    },
}

impl Hint {
    /// The hint in words.
    pub fn words(&self) -> Message {
        match self {
            Self::Words(words) => words.clone(),
            Self::Nearest {
                wrong,
                known,
                otherwise,
            } => known.meant(wrong).unwrap_or_else(|| otherwise.clone()),
        }
    }
}

/// A change of the source that mends a finding and means the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
    /// Whether other elements come of it, such as a list of lines; its words stay.
    pub(crate) restructures: bool,
    /// Whether it writes as TOML what nobody could read before: there is nothing to
    /// compare it with.
    pub(crate) respells: bool,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// What becomes of it; that of a draft until the levels have been applied.
    pub level: Level,
    /// Where.
    pub span: Span,
    /// What is wrong, in one sentence without a full stop.
    pub message: Message,
    /// The other ends of the link.
    pub related: Vec<Related>,
    /// What to do.
    pub hint: Option<Hint>,
    /// The entry that it is about, where its file does not say so:
    /// `goal:layanan-publik`.
    pub subject: Option<EntryRef>,
    /// A change that mends it.
    pub fix: Option<Fix>,
}

impl Finding {
    /// A finding of `rule` at `span`.
    pub fn new(rule: &'static Rule, span: Span, message: Message) -> Self {
        Self {
            rule,
            level: rule.draft,
            span,
            message,
            related: Vec::new(),
            hint: None,
            subject: None,
            fix: None,
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(Hint::Words(hint));
        self
    }

    /// Proposes the nearest of the known names, or failing that `otherwise`.
    #[must_use]
    pub(crate) fn suggest<'a>(
        self,
        wrong: &str,
        known: impl IntoIterator<Item = &'a str>,
        otherwise: Message,
    ) -> Self {
        self.suggest_among(wrong, known.into_iter().collect(), otherwise)
    }

    /// The same for names that many findings share.
    #[must_use]
    pub(crate) fn suggest_among(
        mut self,
        wrong: &str,
        known: NameIndex,
        otherwise: Message,
    ) -> Self {
        self.hint = Some(Hint::Nearest {
            wrong: wrong.to_owned(),
            known,
            otherwise,
        });
        self
    }

    /// Adds the other end of the link.
    #[must_use]
    pub fn related(mut self, span: Span, text: Message) -> Self {
        self.related.push(Related { span, text });
        self
    }

    /// Names the entry that the finding is about.
    #[must_use]
    pub fn about(mut self, kind: impl Into<EntryKind>, id: &str) -> Self {
        self.subject = Some(EntryRef::new(kind, id));
        self
    }

    /// Adds a change that mends it.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            text: text.into(),
            restructures: false,
            respells: false,
        });
        self
    }

    /// Adds a change that writes a value as TOML, where nothing else can have been meant.
    #[must_use]
    pub(crate) fn respell(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            text: text.into(),
            restructures: false,
            respells: true,
        });
        self
    }

    /// Adds a change that makes other elements of the same words.
    #[must_use]
    pub(crate) fn restructure(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            text: text.into(),
            restructures: true,
            respells: false,
        });
        self
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self.level {
            Level::Deny => Severity::Error,
            Level::Warn | Level::Allow => Severity::Warning,
        }
    }
}

/// Collects findings.
#[derive(Debug, Clone, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds all of others.
    pub fn append(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Whether anything keeps the book from being built.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Number of findings of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|f| f.severity() == severity).count()
    }

    /// The findings in a stable order: by file, place and rule.
    pub fn sorted(&self, tree: &SourceTree) -> Vec<&Finding> {
        let mut all: Vec<&Finding> = self.0.iter().collect();
        all.sort_by_cached_key(|f| {
            let path = tree.get(f.span.file).map_or("", |file| &file.path);
            (path, f.span.start(), f.span.end(), f.rule.code, &f.message)
        });
        all
    }

    /// The findings in the order in which they were made.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// The findings, to be changed.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Finding> {
        self.0.iter_mut()
    }

    /// Keeps some of the findings.
    pub fn retain(&mut self, keep: impl FnMut(&Finding) -> bool) {
        self.0.retain(keep);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, iter: I) {
        self.0.extend(iter);
    }
}
