//! A part of the changes, for who asks for no more.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::{Change, Diff, EntryRef, Severity};
use super::ReportWriter;
use crate::finding::NameIndex;
use crate::language::{Arg, Message, message};
use crate::model;

/// Which changes a report shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Those of this entry, and of what belongs to it; of all entries if there is none.
    pub only: Option<EntryRef>,
    /// Those that are at least as grave; all if there is none.
    pub severity: Option<Severity>,
}

impl Shown {
    /// The changes of the entry that was asked for, however grave they are: those that are
    /// not shown are counted. Sums of money are those of the whole plan, and are left out
    /// where an entry was asked for.
    pub fn of<'d>(&self, diff: &'d Diff) -> Cow<'d, Diff> {
        match &self.only {
            Some(key) => Cow::Owned(diff.about(key)),
            None => Cow::Borrowed(diff),
        }
    }

    /// Whether a change is grave enough to be shown.
    pub fn has(&self, change: &Change) -> bool {
        self.severity.is_none_or(|least| change.severity >= least)
    }

    /// How grave the gravest change is that is shown and not accepted. `None` if there is no
    /// such change.
    pub fn gravest(&self, diff: &Diff) -> Option<Severity> {
        let shown = diff.changes.iter().filter(|change| self.has(change));
        let open = shown.filter(|change| change.accepted.is_none());
        open.map(|change| change.severity).max()
    }

    /// That neither plan has the entry that was asked for, with what is most like it;
    /// nothing if one has it, or if none was asked for.
    pub fn unknown(&self, diff: &Diff) -> Option<Message> {
        let wanted = self.only.as_ref()?;
        if diff.entries().any(|key| key == wanted) {
            return None;
        }
        let word = wanted.kind.word();
        let kind = model::Kind::parse(word);
        let kind = kind.map_or_else(|| message!("said", text = word), model::Kind::name);
        let alike = diff.entries().filter(|key| key.kind == wanted.kind);
        // What there is but once has no id.
        let alike = alike.map(|key| key.id.as_str()).filter(|id| !id.is_empty());
        let alike: BTreeSet<&str> = alike.collect();
        let known: NameIndex = alike.into_iter().collect();
        let hint = known.suggest(&wanted.id, &kind);
        Some(message!(
            "unknown-part",
            kind = kind,
            id = &wanted.id,
            hint = hint
        ))
    }

    /// Whether everything is shown.
    pub(crate) fn is_everything(&self) -> bool {
        self.only.is_none() && self.severity.is_none_or(|one| one == Severity::Note)
    }
}

impl ReportWriter<'_> {
    /// What the report leaves out because it was not asked for.
    pub(super) fn left_out(&self) -> Vec<String> {
        let shown = &self.report.shown;
        let mut remarks = Vec::new();
        if let Some(key) = &shown.only {
            let name = self.report.diff.name(key);
            remarks.push(self.say("diff-only", vec![("entry", Arg::Text(name))]));
        }
        // An entry that was asked for has no sums.
        let key = match (shown.severity, &shown.only) {
            (Some(Severity::Breaking), None) => Some("diff-severity-shown.breaking"),
            (Some(Severity::Breaking), Some(_)) => Some("diff-severity-shown.breaking-of-part"),
            (Some(Severity::Warning), None) => Some("diff-severity-shown.warning"),
            (Some(Severity::Warning), Some(_)) => Some("diff-severity-shown.warning-of-part"),
            (Some(Severity::Note) | None, _) => None,
        };
        remarks.extend(key.map(|key| self.say(key, Vec::new())));
        remarks
    }
}
