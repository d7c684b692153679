//! Findings: what is wrong with a plan, where, and what to do about it.

mod format;
pub mod rules;

pub use format::{Format, Style, render};
pub use rules::Rule;

use crate::source::{SourceTree, Span};

/// How bad a finding is. An error keeps the book from being built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The plan contradicts itself or cannot be understood.
    Error,
    /// The book can be built, and somebody should look.
    Warning,
}

/// Another place that belongs to a finding, with the words that explain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What is there.
    pub text: String,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that was broken.
    pub rule: Rule,
    /// Where.
    pub span: Span,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The other ends of the link.
    pub related: Vec<Related>,
    /// What to do.
    pub hint: Option<String>,
}

impl Finding {
    /// A finding of `rule` at `span`.
    pub fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            span,
            message: message.into(),
            related: Vec::new(),
            hint: None,
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Proposes the nearest of the known names, or failing that `otherwise`.
    #[must_use]
    pub fn suggest<'a>(
        self,
        wrong: &str,
        known: impl IntoIterator<Item = &'a str>,
        otherwise: impl Into<String>,
    ) -> Self {
        match nearest(wrong, known) {
            Some(name) => self.hint(format!("did you mean `{name}`?")),
            None => self.hint(otherwise),
        }
    }

    /// Adds the other end of the link.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Related {
            span,
            text: text.into(),
        });
        self
    }

    /// Severity of the rule.
    pub fn severity(&self) -> Severity {
        self.rule.severity
    }
}

/// The name in `known` that is most like `wrong`, if one is like it at all.
///
/// Likeness is the Damerau–Levenshtein distance; a third of the longer name may
/// differ, and at least one character always may.
fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = wrong.to_lowercase();
    known
        .into_iter()
        .filter_map(|name| {
            let distance = strsim::damerau_levenshtein(&lower, &name.to_lowercase());
            let limit = (wrong.chars().count().max(name.chars().count()) / 3).max(1);
            (distance <= limit).then_some((distance, name))
        })
        .min()
        .map(|(_, name)| name)
}

/// Collects findings.
#[derive(Debug, Clone, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
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
        all.sort_by_key(|f| {
            let path = tree.get(f.span.file).map_or("", |file| &file.path);
            (path, f.span.start, f.span.end, f.rule.code, &f.message)
        });
        all
    }

    /// The findings in the order in which they were made.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
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

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_finds_its_name_and_a_stranger_does_not() {
        let known = ["diskominfo", "dishub", "bpbd"];
        assert_eq!(nearest("diskomifno", known), Some("diskominfo"));
        assert_eq!(nearest("DISHUB", known), Some("dishub"));
        assert_eq!(nearest("perpustakaan", known), None);
    }
}
