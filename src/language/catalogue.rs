//! The message catalogues.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::message::{Arg, Message};
use super::{Format, Language};

/// The files of a language, one for each group of rules, one for the keys of
/// files, one for the command line, and one for the rest; then those that no other
/// language has. The help of commands stands in English where they are defined.
macro_rules! sources {
    ($language:literal $(, $own:literal)*) => {
        &[
            $(include_str!(concat!("../../locales/", $language, "/", $own)),)*
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
            include_str!(concat!("../../locales/", $language, "/usage.ftl")),
        ]
    };
}

/// All messages of one language.
pub struct Catalogue {
    language: Language,
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
    /// The catalogue of a language.
    pub fn new(language: Language) -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "both words are identifiers of languages"
        )]
        let identifier: LanguageIdentifier = language.word().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![identifier]);
        // The marks would stand in terminals and files as garbage.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Indonesian => indonesian,
            Language::English => english,
        }));
        for source in Self::sources(language) {
            // A test reads every file; a line that is no message is left out.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    debug_assert!(errors.is_empty(), "{errors:?}");
                    resource
                }
            };
            bundle.add_resource_overriding(resource);
        }
        Self {
            language,
            bundle,
            format: Format::new(language),
        }
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
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(*name, self.value(value));
        }
        self.format(message.key, &args)
            .unwrap_or_else(|| message.key.to_owned())
    }

    /// A message without values, if there is one: `rule-name.why`.
    pub fn find(&self, key: &str) -> Option<String> {
        self.format(key, &FluentArgs::new())
    }

    /// All messages whose keys begin with `prefix`, by the rest of their keys. A number
    /// reads `{count}` in them, to be filled in by whoever shows them.
    pub fn words_of(&self, prefix: &str) -> BTreeMap<String, String> {
        let mut args = FluentArgs::new();
        args.set("count", "{count}");
        let lines = Self::sources(self.language)
            .iter()
            .flat_map(|source| source.lines());
        let keys = lines.filter_map(|line| line.strip_prefix(prefix)?.split_once(" = "));
        keys.filter_map(|(name, _)| {
            let text = self.format(&format!("{prefix}{name}"), &args)?;
            Some((name.to_owned(), text))
        })
        .collect()
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
