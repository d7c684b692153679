//! The words of a book.

use std::collections::BTreeMap;

use crate::language::{BookLanguage, Catalogue, Message, too_deep};
use crate::resolve::Plan;
use crate::source::{Role, SourceTree};

/// The words of a book in its language: headings, labels, names of values, sentences.
pub(crate) struct Words {
    language: BookLanguage,
    catalogue: Catalogue,
    /// What needs no values.
    plain: BTreeMap<String, String>,
}

impl Words {
    /// The words of a plan's books.
    pub fn of(plan: &Plan, tree: &SourceTree) -> Self {
        let file = &plan.file;
        let own = tree.iter().filter(|(_, file)| file.role == Role::Words);
        // What is nested too deep has been reported, and is not read.
        let own = own.filter(|(_, file)| too_deep(&file.text).is_none());
        let own = own.map(|(_, file)| file.text.as_str());
        Self::new(file.language.value, file.government.value.word(), own)
    }

    fn new<'s>(
        language: BookLanguage,
        government: &'static str,
        own: impl IntoIterator<Item = &'s str>,
    ) -> Self {
        let catalogue = Catalogue::of_book(language, government, own);
        Self {
            language,
            plain: catalogue.plain(),
            catalogue,
        }
    }

    /// Their language.
    pub fn language(&self) -> BookLanguage {
        self.language
    }

    /// A word or sentence without values. One that is not in the catalogue reads as its key;
    /// a test sees to it that there is none.
    pub fn get<'w>(&'w self, key: &'static str) -> &'w str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The name of a value: that of the word `running` of `book-status` is the message
    /// `book-status-running`. A word without a name is its own.
    pub fn named<'w>(&'w self, group: &str, word: &'static str) -> &'w str {
        let key = format!("{group}-{word}");
        self.plain.get(&key).map_or(word, String::as_str)
    }

    /// What needs no values, by the names that templates know: without `book-`.
    pub fn by_name(&self) -> BTreeMap<String, String> {
        let plain = self.plain.iter();
        let plain = plain.filter_map(|(key, text)| Some((key.strip_prefix("book-")?, text)));
        plain
            .map(|(name, text)| (name.to_owned(), text.clone()))
            .collect()
    }

    /// A sentence with its values.
    pub fn say(&self, message: &Message) -> String {
        self.catalogue.text(message)
    }
}
