//! What came or went, in a few words: what it says first, and what tells most of it.

use super::super::{Change, Edit, EntryKind, Path, Said, Value, Version};
use super::wording::{Detail, Wording, first_sentence, shortened};
use crate::language::Arg;
use crate::markdown::paragraph::Form;

/// Most characters of the first sentence of an entry.
const SENTENCE: usize = 240;

/// Most findings of an evaluation that are told; more are counted.
const FINDINGS: usize = 3;

/// Keys whose text says what an entry is, the most telling first.
const TELLING: &[&str] = &[
    "summary",
    "description",
    "text",
    "vision",
    "goal",
    "long",
    "reason",
    "gap",
    "title",
];

impl Wording<'_> {
    /// What an entry is about that only one of the plans has.
    pub fn about(&self, change: &Change, details: &mut Vec<Detail>) {
        let is_there = change.edits.iter().any(|edit| edit.after.is_some());
        let version = if is_there {
            Version::After
        } else {
            Version::Before
        };
        let said: Vec<&Said> = change
            .edits
            .iter()
            .filter_map(|edit| edit.after.as_ref().or(edit.before.as_ref()))
            .collect();
        let Some(side) = change.side() else {
            return;
        };
        if side.key.kind == EntryKind::Evaluation {
            self.evaluation(&said, version, details);
            return;
        }
        let keyed = TELLING.iter().find_map(|key| {
            let own = said.iter().find(|one| one.path == Path::of(key))?;
            let Value::Text(text) = &own.value else {
                return None;
            };
            let is_named = *text == side.name
                && !matches!(side.key.kind, EntryKind::Law | EntryKind::Abbreviation);
            (!is_named).then(|| text.clone())
        });
        let sentence = keyed.or_else(|| self.narrative(&said, version));
        details.extend(sentence.map(|text| Detail::Sentence(beginning(&text))));
    }

    /// The first words of a narrative behind its headings.
    pub fn narrative(&self, said: &[&Said], version: Version) -> Option<String> {
        let mut texts = said.iter().filter_map(|one| {
            let Value::Prose(paragraphs) = &one.value else {
                return None;
            };
            Some(paragraphs)
        });
        texts.find_map(|paragraphs| {
            let mut plain = paragraphs.iter().filter(|one| one.form == Form::Text);
            let first = plain.next().or(paragraphs.first())?;
            Some(self.printed(first, version)).filter(|words| !words.is_empty())
        })
    }

    /// Status, score, results and findings.
    fn evaluation(&self, said: &[&Said], version: Version, details: &mut Vec<Detail>) {
        for key in ["status", "score"] {
            let own = said.iter().find(|one| one.path == Path::of(key));
            let value = own.map(|one| self.said(one, version));
            details.extend(value.map(|value| one_sided(self.field(key), value, version)));
        }
        let realised = said.iter().filter(|one| is_item(one, "realised")).count();
        if realised > 0 {
            let count = vec![("count", Arg::Count(realised))];
            details.push(Detail::Sentence(self.say("diff-realised", count)));
        }
        let is_finding = |one: &&&Said| (one.path.field, one.path.key) == ("finding", "text");
        let texts = said.iter().filter(is_finding).filter_map(|one| {
            let Value::Text(text) = &one.value else {
                return None;
            };
            Some(text)
        });
        let texts: Vec<&String> = texts.collect();
        for text in texts.iter().take(FINDINGS) {
            let text = beginning(text);
            let finding = self.field("finding");
            details.push(Detail::Sentence(format!("{finding}: {text}")));
        }
        let more = texts.len().saturating_sub(FINDINGS);
        if more > 0 {
            let count = vec![("count", Arg::Count(more))];
            details.push(Detail::Sentence(self.say("diff-more-findings", count)));
        }
    }

    /// An item of a list that came or went, with what its keys say.
    pub fn item(&self, item: &Edit, beside: &[&Edit], details: &mut Vec<Detail>) {
        let Some(path) = item.path() else {
            return;
        };
        let version = match item.after {
            Some(_) => Version::After,
            None => Version::Before,
        };
        let said = beside.iter().filter_map(|edit| edit.said(version));
        let said: Vec<&Said> = said.collect();
        if path.field == "text" {
            let sentence = self.narrative(&said, version);
            details.extend(sentence.map(|text| Detail::Sentence(beginning(&text))));
            return;
        }
        let own = item.after.as_ref().or(item.before.as_ref());
        let mut text = own.map_or_else(String::new, |own| self.item_name(own));
        let mut said: Vec<(usize, String)> = said
            .into_iter()
            .filter_map(|one| self.key_of_item(one))
            .collect();
        // What tells most first; what is alike stays in its order.
        said.sort_by_key(|(order, _)| *order);
        let said: Vec<String> = said.into_iter().map(|(_, words)| words).collect();
        if !said.is_empty() && !text.is_empty() {
            text.push_str(&format!(" ({})", said.join("; ")));
        } else {
            text.push_str(&said.join("; "));
        }
        details.push(one_sided(self.field(path.field), text, version));
    }

    /// A key of an item in words and its place among the keys; `None` if it says no more
    /// than the customary.
    fn key_of_item(&self, said: &Said) -> Option<(usize, String)> {
        let key = said.path.key;
        let value = self.said(said, Version::After);
        let labelled = |order| Some((order, format!("{} {value}", self.field(key))));
        match (key, &said.value) {
            (_, Value::Flag(false) | Value::Present | Value::Prose(_)) => None,
            (_, Value::Flag(true)) => Some((8, self.field(key))),
            ("amount" | "unit" | "position", _) => Some((0, value)),
            ("kind" | "direction" | "status", _) => Some((1, value)),
            ("baseline-value", _) => labelled(2),
            ("baseline-year", _) => labelled(3),
            ("targets", _) => {
                let year = said.path.year.map(|year| year.to_string());
                let target = self.field(key);
                Some((4, format!("{target} {} {value}", year.unwrap_or_default())))
            }
            ("baseline-source", _) => labelled(9),
            _ => labelled(5),
        }
    }
}

fn is_item(said: &Said, field: &str) -> bool {
    said.path.field == field && said.path.key.is_empty()
}

fn one_sided(label: String, value: String, version: Version) -> Detail {
    let (before, after) = match version {
        Version::Before => (Some(value), None),
        Version::After => (None, Some(value)),
    };
    Detail::Value {
        label,
        before,
        after,
        change: None,
    }
}

/// The first sentence of a text, or as much of it as fits.
fn beginning(text: &str) -> String {
    shortened(first_sentence(text), SENTENCE)
}
