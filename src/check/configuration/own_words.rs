//! The rules about the words that a plan puts in place of those of the tool.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    broken_message, circular_message, dropped_value, repeated_message, unknown_message,
    unknown_value, untranslated_words,
};
use crate::finding::Findings;
use crate::language::{
    Asked, Catalogue, Language, OwnMessage, own_messages, place_in, swallowed, too_deep,
};
use crate::resolve::Plan;
use crate::source::{Role, SourceTree, Span};

/// Looks through the files in `words`, and whether they are all that the language needs.
pub fn check(plan: &Plan, tree: &SourceTree, findings: &mut Findings) {
    let language = &plan.file.language;
    let mut files = tree
        .iter()
        .filter(|(_, file)| file.role == Role::Words)
        .peekable();
    if files.peek().is_none() && language.value.built_in().is_some() {
        return;
    }
    let known = Known::new(language.value.base());
    let mut missing: BTreeSet<&str> = known.catalogue.keys().map(String::as_str).collect();
    let missing_of = missing.len();
    let mut own: BTreeMap<&str, Own<'_>> = BTreeMap::new();
    for (index, file) in files {
        if let Some(at) = too_deep(&file.text) {
            let span = Span::new(index, at..at + 1);
            findings.push(broken_message::too_deep(span));
            continue;
        }
        for line in swallowed(&file.text) {
            findings.push(broken_message::swallowed(Span::new(index, line)));
        }
        let (messages, errors) = own_messages(&file.text);
        for error in errors {
            findings.push(broken_message::finding(Span::new(index, error)));
        }
        for message in messages {
            let span = Span::new(index, message.at.clone());
            if !known.catalogue.contains_key(message.name) {
                let keys = known.catalogue.keys().map(String::as_str);
                findings.push(unknown_message::finding(span, message.name, keys));
                continue;
            }
            if !message.has_text {
                findings.push(broken_message::without_text(span));
                continue;
            }
            missing.remove(message.name);
            let place = |part: &str| Span::new(index, place_in(&file.text, part));
            let places = message.asks.iter().map(|asked| place(asked.name()));
            let own_message = Own {
                span,
                places: places.collect(),
                message,
            };
            let name = own_message.message.name;
            if let Some(first) = own.insert(name, own_message) {
                findings.push(repeated_message::finding(span, name, first.span));
            }
        }
    }
    let words = Words { known: &known, own };
    for one in words.own.values() {
        words.judge(one, findings);
    }
    if language.value.built_in().is_none() && !missing.is_empty() {
        let missing: Vec<&str> = missing.into_iter().collect();
        findings.push(untranslated_words::finding(
            language.span,
            language.value.code(),
            &missing,
            missing_of,
        ));
    }
}

/// A message of the plan.
struct Own<'a> {
    /// Where its name stands.
    span: Span,
    /// Where what it asks for stands.
    places: Vec<Span>,
    message: OwnMessage<'a>,
}

/// The words of the tool.
struct Known {
    /// What each message of the tool asks for in any language: values that it is given.
    catalogue: BTreeMap<String, BTreeSet<&'static str>>,
    /// What the messages of the tool say in the language of the book, or else in English.
    said: BTreeMap<&'static str, Vec<Asked<'static>>>,
}

/// The words of the tool, and those of the plan over them.
struct Words<'a> {
    known: &'a Known,
    own: BTreeMap<&'a str, Own<'a>>,
}

/// What a message needs, with all the messages that it asks for.
struct Needs<'a> {
    /// Values, by their names.
    values: BTreeSet<&'a str>,
    /// How many pieces are filled in.
    pieces: usize,
}

/// Most pieces that are filled in for one message; Fluent fills in no more than a hundred.
const MOST_PIECES: usize = 90;

impl Known {
    fn new(base: Language) -> Self {
        let mut catalogue: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
        let mut said = BTreeMap::new();
        for language in Language::ALL {
            let sources = Catalogue::book(*language).iter();
            for message in sources.flat_map(|source| own_messages(source).0) {
                let values = catalogue.entry(message.name.to_owned()).or_default();
                values.insert(Catalogue::GOVERNMENT);
                values.extend(message.asks.iter().filter_map(|asked| match asked {
                    Asked::Value(name) => Some(*name),
                    Asked::Message(_) | Asked::Foreign(_) => None,
                }));
                if *language == base {
                    said.insert(message.name, message.asks);
                }
            }
        }
        Self { catalogue, said }
    }
}

impl<'a> Words<'a> {
    /// What a message asks for in this book.
    fn asks(&self, name: &str) -> &[Asked<'a>] {
        match self.own.get(name) {
            Some(one) => &one.message.asks,
            None => self.known.said.get(name).map_or(&[], Vec::as_slice),
        }
    }

    fn judge(&self, one: &Own<'_>, findings: &mut Findings) {
        let name = one.message.name;
        let none = BTreeSet::new();
        let given = self.known.catalogue.get(name).unwrap_or(&none);
        let mut sound = true;
        for (asked, span) in one.message.asks.iter().zip(&one.places) {
            let is_known = match asked {
                Asked::Value(name) => given.contains(name),
                Asked::Message(name) => self.known.catalogue.contains_key(*name),
                Asked::Foreign(_) => false,
            };
            if !is_known {
                findings.push(unknown_value::finding(*span, *asked, given));
                sound = false;
            }
        }
        if !sound {
            return;
        }
        match self.needs(name, &mut Vec::new()) {
            None => findings.push(circular_message::finding(one.span, name)),
            Some(needs) if needs.pieces > MOST_PIECES => {
                findings.push(circular_message::too_many(one.span, name));
            }
            Some(_) => self.judge_messages(one, given, findings),
        }
        let asks = &one.message.asks;
        let said = self.known.said.get(name).into_iter().flatten();
        let dropped = said.filter_map(|asked| match asked {
            Asked::Value(Catalogue::GOVERNMENT) | Asked::Message(_) | Asked::Foreign(_) => None,
            Asked::Value(value) => (!asks.contains(asked)).then_some(*value),
        });
        if let Some(value) = dropped.min() {
            findings.push(dropped_value::finding(one.span, value));
        }
    }

    /// Whether a message is given what those need that it asks for.
    fn judge_messages(
        &self,
        one: &Own<'_>,
        given: &BTreeSet<&'static str>,
        findings: &mut Findings,
    ) {
        for (asked, span) in one.message.asks.iter().zip(&one.places) {
            let Asked::Message(other) = asked else {
                continue;
            };
            let needs = self.needs(other, &mut Vec::new());
            let values = needs.into_iter().flat_map(|needs| needs.values);
            for value in values.filter(|value| !given.contains(value)) {
                findings.push(unknown_value::through(*span, other, value));
            }
        }
    }

    /// What a message needs; `None` if it asks for itself, by whatever way.
    fn needs<'k>(&'k self, name: &'k str, above: &mut Vec<&'k str>) -> Option<Needs<'k>> {
        if above.contains(&name) {
            return None;
        }
        let mut all = Needs {
            values: BTreeSet::new(),
            pieces: 0,
        };
        above.push(name);
        for asked in self.asks(name) {
            all.pieces = all.pieces.saturating_add(1);
            match asked {
                Asked::Value(value) => {
                    all.values.insert(value);
                }
                Asked::Message(other) => {
                    let needs = self.needs(other, above)?;
                    all.values.extend(needs.values);
                    all.pieces = all.pieces.saturating_add(needs.pieces);
                    // More would take as long as they are many.
                    if all.pieces > MOST_PIECES {
                        break;
                    }
                }
                Asked::Foreign(_) => {}
            }
        }
        above.pop();
        Some(all)
    }
}
