//! The message catalogues.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use super::message::{Arg, Message};
use super::{BookLanguage, Format, Language};

/// The words of books in a language.
macro_rules! book {
    ($language:literal) => {
        include_str!(concat!("../../locales/", $language, "/book.ftl"))
    };
}

/// The files of a language, one for the words of books, one for each group of rules, one for the keys of
/// files, one for the blocks of narrative, one for the command line, and one for the rest; then those that no other
/// language has. The help of commands stands in English where they are defined.
macro_rules! sources {
    ($language:literal $(, $own:literal)*) => {
        &[
            $(include_str!(concat!("../../locales/", $language, "/", $own)),)*
            book!($language),
            include_str!(concat!("../../locales/", $language, "/words.ftl")),
            include_str!(concat!("../../locales/", $language, "/structure.ftl")),
            include_str!(concat!("../../locales/", $language, "/configuration.ftl")),
            include_str!(concat!("../../locales/", $language, "/coverage.ftl")),
            include_str!(concat!("../../locales/", $language, "/time.ftl")),
            include_str!(concat!("../../locales/", $language, "/indicators.ftl")),
            include_str!(concat!("../../locales/", $language, "/money.ftl")),
            include_str!(concat!("../../locales/", $language, "/codes.ftl")),
            include_str!(concat!("../../locales/", $language, "/people.ftl")),
            include_str!(concat!("../../locales/", $language, "/evaluation.ftl")),
            include_str!(concat!("../../locales/", $language, "/law.ftl")),
            include_str!(concat!("../../locales/", $language, "/text.ftl")),
            include_str!(concat!("../../locales/", $language, "/output.ftl")),
            include_str!(concat!("../../locales/", $language, "/diff.ftl")),
            include_str!(concat!("../../locales/", $language, "/preview.ftl")),
            include_str!(concat!("../../locales/", $language, "/reports.ftl")),
            include_str!(concat!("../../locales/", $language, "/keys.ftl")),
            include_str!(concat!("../../locales/", $language, "/blocks.ftl")),
            include_str!(concat!("../../locales/", $language, "/usage.ftl")),
        ]
    };
}

/// All messages of one language.
pub struct Catalogue {
    language: Language,
    /// The kind of government that messages may ask for.
    government: &'static str,
    keys: BTreeSet<String>,
    bundle: FluentBundle<FluentResource>,
    format: Format,
}

/// A large count as the language writes it.
fn counted(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value >= 1_000.0 => {
            Some(Format::new(language).number(number.value))
        }
        FluentValue::String(_)
        | FluentValue::Number(_)
        | FluentValue::Custom(_)
        | FluentValue::None
        | FluentValue::Error => None,
    }
}

fn indonesian<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    counted(value, Language::Indonesian)
}

fn english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    counted(value, Language::English)
}

impl Catalogue {
    /// The name by which messages ask for the kind of government.
    pub(crate) const GOVERNMENT: &str = "government";

    /// The kind of government where nothing says another: that of a city.
    pub(crate) const CUSTOMARY_GOVERNMENT: &str = "kota";

    /// The catalogue of a language.
    pub fn new(language: Language) -> Self {
        Self::made_of(language.into(), Self::sources(language))
    }

    /// The words of a book, and nothing else: those of the language, and before them those of
    /// the plan, for a government such as `kota`.
    pub(crate) fn of_book<'s>(
        language: BookLanguage,
        government: &'static str,
        own: impl IntoIterator<Item = &'s str>,
    ) -> Self {
        let mut catalogue = Self::made_of(language, Self::book(language.base()));
        catalogue.government = government;
        for source in own {
            catalogue.add(source);
        }
        catalogue
    }

    /// The files with the words of books in a language.
    pub fn book(language: Language) -> &'static [&'static str] {
        match language {
            Language::Indonesian => &[book!("id")],
            Language::English => &[book!("en")],
        }
    }

    /// The same for a kind of government, such as `kabupaten`.
    #[must_use]
    pub(crate) fn for_government(mut self, government: &'static str) -> Self {
        self.government = government;
        self
    }

    fn made_of(language: BookLanguage, sources: &'static [&'static str]) -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "a code of a language is an identifier of one"
        )]
        let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![identifier]);
        // The marks would stand in terminals and files as garbage.
        bundle.set_use_isolating(false);
        bundle.set_formatter(match language.built_in() {
            Some(Language::Indonesian) => Some(indonesian),
            Some(Language::English) => Some(english),
            None => None,
        });
        let mut catalogue = Self {
            language: language.base(),
            government: Self::CUSTOMARY_GOVERNMENT,
            keys: BTreeSet::new(),
            bundle,
            format: Format::new(language),
        };
        for source in sources {
            catalogue.add(source);
        }
        catalogue
    }

    /// Adds the messages of a file, over those of the same names. A line that is no message is
    /// left out: of the files here a test reads every one, those of plans are checked.
    fn add(&mut self, source: &str) {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
        self.keys
            .extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                Entry::Term(_)
                | Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => None,
            }));
        self.bundle.add_resource_overriding(resource);
    }

    /// Its language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The files that a catalogue is made of.
    pub fn sources(language: Language) -> &'static [&'static str] {
        match language {
            Language::Indonesian => sources!("id", "help.ftl"),
            Language::English => sources!("en"),
        }
    }

    /// The message as text. One that is not in the catalogue reads as its key;
    /// a test sees to it that there is none.
    pub fn text(&self, message: &Message) -> String {
        let mut args = self.args();
        for (name, value) in &message.args {
            args.set(*name, self.value(value));
        }
        self.format(message.key, &args)
            .unwrap_or_else(|| message.key.to_owned())
    }

    /// What every message may ask for.
    fn args(&self) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        args.set(Self::GOVERNMENT, self.government);
        args
    }

    /// A message without values, if there is one: `rule-name.why`.
    pub fn find(&self, key: &str) -> Option<String> {
        self.format(key, &self.args())
    }

    /// All messages whose keys begin with `prefix`, by the rest of their keys. A number
    /// reads `{count}` in them, to be filled in by whoever shows them.
    pub fn words_of(&self, prefix: &str) -> BTreeMap<String, String> {
        let mut args = self.args();
        args.set("count", "{count}");
        let keys = self.keys.iter();
        let named = keys.filter_map(|key| Some((key.strip_prefix(prefix)?, key)));
        named
            .filter_map(|(name, key)| Some((name.to_owned(), self.format(key, &args)?)))
            .collect()
    }

    /// All messages that need no values, by their keys.
    pub(crate) fn plain(&self) -> BTreeMap<String, String> {
        let args = self.args();
        let plain = self.keys.iter().filter_map(|key| {
            let pattern = self.bundle.get_message(key)?.value()?;
            let mut errors = Vec::new();
            let text = self
                .bundle
                .format_pattern(pattern, Some(&args), &mut errors);
            errors.is_empty().then(|| (key.clone(), text.into_owned()))
        });
        plain.collect()
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        // A message that asks for a value which its code does not give prints the name of
        // the value; the tests that build the messages of all rules see to it.
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        debug_assert!(errors.is_empty(), "`{key}`: {errors:?}");
        Some(text.into_owned())
    }

    /// A word of a plan with what it means, if that is another word.
    fn with_meaning(&self, word: &str) -> String {
        let found = self.find(&format!("meaning-{word}"));
        match found.or_else(|| self.find(&format!("word-{word}"))) {
            Some(meaning) if meaning.to_lowercase() != word.replace('-', " ") => {
                format!("{word} ({meaning})")
            }
            _ => word.to_owned(),
        }
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => text.clone().into(),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Money(amount) => self.format.money(*amount).into(),
            Arg::Number(digits) => self.format.number(digits).into(),
            Arg::Date(date) => self.format.date(*date).into(),
            Arg::Message(message) => self.text(message).into(),
            Arg::Words(words) => {
                let words: Vec<String> = words.iter().map(|word| self.with_meaning(word)).collect();
                words.join(", ").into()
            }
        }
    }
}
