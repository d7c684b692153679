//! In which language the tool speaks.

use std::ffi::OsString;
use std::path::PathBuf;

use ambonplan::language::Language;
use ambonplan::project;
use ambonplan::resolve::Plan;
use clap::ValueEnum;

use super::discovery::Place;

/// A language on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Choice {
    /// Indonesian
    Id,
    /// English
    En,
}

impl Choice {
    /// The language.
    fn language(self) -> Language {
        match self {
            Self::Id => Language::Indonesian,
            Self::En => Language::English,
        }
    }
}

/// What is known of the language before a plan is read.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// The one that was asked for.
    chosen: Option<Language>,
    /// The one that the plan directory names.
    plan: Option<Language>,
}

impl Asked {
    /// What arguments say that are not understood yet, so that even what is wrong with
    /// them is said in the language that they ask for.
    pub fn by(arguments: &[OsString]) -> Self {
        let chosen = value(arguments, "--language");
        let chosen = chosen.and_then(|word| Choice::from_str(&word.to_string_lossy(), false).ok());
        let plan = value(arguments, "--plan").map(PathBuf::from);
        Self {
            chosen: chosen.map(Choice::language),
            plan: project::language(&Place::of(plan.as_deref()).directory),
        }
    }

    /// The same, once the arguments are understood.
    pub fn understood(self, choice: Option<Choice>) -> Self {
        Self {
            chosen: choice.map(Choice::language),
            ..self
        }
    }

    /// The language as far as it is known without the plan.
    pub fn language(self) -> Language {
        let known = self.chosen.or(self.plan);
        known.unwrap_or_else(of_the_locale)
    }

    /// The language of a plan that is begun.
    pub fn language_of_new(self) -> Language {
        self.chosen.unwrap_or_else(of_the_locale)
    }
}

impl From<Language> for Asked {
    fn from(language: Language) -> Self {
        Self {
            chosen: Some(language),
            plan: None,
        }
    }
}

/// The value of an option, wherever it stands.
fn value(arguments: &[OsString], option: &str) -> Option<OsString> {
    let mut arguments = arguments.iter().skip(1);
    arguments
        .by_ref()
        .find_map(|argument| {
            let text = argument.to_str()?;
            match text.strip_prefix(option)? {
                "" => Some(None),
                rest => rest.strip_prefix('=').map(|value| Some(value.into())),
            }
        })?
        .or_else(|| arguments.next().cloned())
}

/// What was asked for, or else the language of the plan, or else that of the
/// locale. Whoever has neither reads Indonesian.
pub fn choose(asked: Asked, plan: Option<&Plan>) -> Language {
    match (asked.chosen, plan) {
        (Some(language), _) => language,
        (None, Some(plan)) => {
            let built_in = plan.file.language.value.built_in();
            built_in.unwrap_or_else(of_the_locale)
        }
        (None, None) => asked.language(),
    }
}

/// The language of whoever sits here; Indonesian if it is neither of the two.
fn of_the_locale() -> Language {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    // The first of these variables that is set decides, as POSIX has it.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    let others = set("LANGUAGE").unwrap_or_default();
    let named = locale.iter().map(String::as_str).chain(others.split(':'));
    let language = named.into_iter().find_map(of_a_locale);
    let system = || of_a_locale(&sys_locale::get_locale()?);
    language.or_else(system).unwrap_or(Language::Indonesian)
}

/// The language of a locale such as `en_US.UTF-8` or `id-ID`.
fn of_a_locale(locale: &str) -> Option<Language> {
    let word = locale.split(['_', '-', '.', '@']).next()?;
    Language::ALL
        .iter()
        .copied()
        .find(|language| language.word() == word.to_lowercase())
}
