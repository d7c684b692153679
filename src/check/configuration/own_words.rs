//! The rules about the words that a plan puts in place of those of the tool.

use std::collections::BTreeSet;

use super::{broken_message, unknown_message, unknown_value, untranslated_words};
use crate::finding::Findings;
use crate::language::{Asked, Catalogue, Language, OwnMessage, own_messages};
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
    let known = Known::new();
    let mut missing: BTreeSet<&str> = known.catalogue.keys().collect();
    for (index, file) in files {
        let (messages, errors) = own_messages(&file.text);
        for error in errors {
            findings.push(broken_message::finding(Span::new(index, error)));
        }
        for message in messages {
            let span = Span::new(index, message.at.clone());
            if !known.catalogue.knows(message.name) {
                let keys = known.catalogue.keys();
                findings.push(unknown_message::finding(span, message.name, keys));
                continue;
            }
            missing.remove(message.name);
            let values = known.values(message.name);
            for asked in message.asks {
                let is_known = match asked {
                    Asked::Value(name) => values.contains(name),
                    Asked::Message(name) => known.catalogue.knows(name),
                    Asked::Foreign(_) => false,
                };
                if !is_known {
                    findings.push(unknown_value::finding(span, asked, &values));
                }
            }
        }
    }
    if language.value.built_in().is_none() && !missing.is_empty() {
        let missing: Vec<&str> = missing.into_iter().collect();
        let all = known.catalogue.keys().count();
        findings.push(untranslated_words::finding(
            language.span,
            language.value.code(),
            &missing,
            all,
        ));
    }
}

/// The words of the tool.
struct Known {
    catalogue: Catalogue,
    messages: Vec<OwnMessage<'static>>,
}

impl Known {
    fn new() -> Self {
        let languages = Language::ALL.iter();
        let books = languages.flat_map(|language| Catalogue::book(*language));
        Self {
            catalogue: Catalogue::of_book(
                Language::Indonesian.into(),
                Catalogue::CUSTOMARY_GOVERNMENT,
                [],
            ),
            messages: books.flat_map(|source| own_messages(source).0).collect(),
        }
    }

    /// The values that a message can ask for: those that it asks for in any language, and the
    /// kind of government.
    fn values(&self, name: &str) -> BTreeSet<&'static str> {
        let same = self.messages.iter().filter(|message| message.name == name);
        let asked = same.flat_map(|message| &message.asks);
        let values = asked.filter_map(|asked| match asked {
            Asked::Value(name) => Some(*name),
            Asked::Message(_) | Asked::Foreign(_) => None,
        });
        values.chain([Catalogue::GOVERNMENT]).collect()
    }
}
