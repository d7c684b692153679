//! The notes of a text, and what refers to them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::read::Reader;
use crate::resolve::rules;
use crate::source::Span;

/// Notes by their names in small letters.
#[derive(Default)]
pub(super) struct NoteNames {
    /// Those that are defined, as they were first written, and where.
    defined: BTreeMap<String, (String, Span)>,
    /// The note that is open.
    open: Option<String>,
    /// What the text outside of notes refers to.
    referred: BTreeSet<String>,
    /// What notes refer to: the note, and the one that it names.
    within: BTreeSet<(String, String)>,
}

impl NoteNames {
    /// Notes a reference to a note.
    pub fn refer(&mut self, name: &str) {
        let name = name.to_lowercase();
        match &self.open {
            Some(open) => self.within.insert((open.clone(), name)),
            None => self.referred.insert(name),
        };
    }

    /// Ends the note that is open.
    pub fn end(&mut self) {
        self.open = None;
    }

    /// The notes to which no way leads from the text, with their places.
    fn idle(&self) -> Vec<(String, Span)> {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&str> = self.referred.iter().map(String::as_str).collect();
        while let Some(name) = next.pop() {
            if reached.insert(name) {
                let begin = (name.to_owned(), String::new());
                let inside = self.within.range(begin..);
                let inside = inside.take_while(|(outer, _)| outer == name);
                next.extend(inside.map(|(_, inner)| inner.as_str()));
            }
        }
        let idle = self.defined.iter();
        let idle = idle.filter(|(name, _)| !reached.contains(name.as_str()));
        idle.map(|(_, note)| note.clone()).collect()
    }
}

impl Reader<'_, '_, '_> {
    /// Opens a note; reports one whose name another one has, in the same letters or in
    /// others.
    pub(super) fn define_note(&mut self, name: &str, range: Range<usize>) {
        let span = self.span(range.start..range.start + "[^]".len() + name.len());
        let folded = name.to_lowercase();
        self.notes.open = Some(folded.clone());
        let first = self.notes.defined.entry(folded);
        let (other, first) = first.or_insert_with(|| (name.to_owned(), span)).clone();
        if other != name {
            let finding = rules::note_names::finding(span, first, (name, &other));
            self.context.findings.push(finding);
        } else if first != span {
            let finding = rules::note_names::twice(span, first, name);
            self.context.findings.push(finding);
        }
    }

    /// Reports the notes that nothing in the text refers to.
    pub(super) fn report_idle_notes(&mut self) {
        for (name, span) in self.notes.idle() {
            let finding = rules::undefined_label::idle_note(span, &name);
            self.context.findings.push(finding);
        }
    }
}
