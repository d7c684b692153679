//! In which language the tool speaks.

use ambonplan::language::Language;
use ambonplan::resolve::Plan;
use clap::ValueEnum;

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
    pub fn language(self) -> Language {
        match self {
            Self::Id => Language::Indonesian,
            Self::En => Language::English,
        }
    }
}

impl From<Language> for Choice {
    fn from(language: Language) -> Self {
        match language {
            Language::Indonesian => Self::Id,
            Language::English => Self::En,
        }
    }
}

/// What was asked for, or else the language of the plan, or else that of the
/// locale. Whoever has neither reads Indonesian.
pub fn choose(asked: Option<Choice>, plan: Option<&Plan>) -> Language {
    match asked {
        Some(choice) => choice.language(),
        None => match plan {
            Some(plan) => plan.file.language.value,
            None => of_the_locale(),
        },
    }
}

/// The first of these variables that is set decides, as POSIX has it.
fn of_the_locale() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match set {
        Some(locale) if locale.starts_with("en") => Language::English,
        _ => Language::Indonesian,
    }
}
