//! What is wrong with the arguments of a command, in the words of the reader.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt;
use std::io::Write;
use std::num::ParseIntError;
use std::path::Path;
use std::process::ExitCode;

use ambonplan::finding::NameIndex;
use ambonplan::language::{Catalogue, Language, Message, message};
use ambonplan::model::EntryRef;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Command, FromArgMatches};

use super::{Arguments, help, output};

/// How a command ends whose arguments are wrong.
const WRONG: u8 = 2;

/// Why a value of an option is refused.
#[derive(Debug)]
pub struct Refused(pub Message);

impl fmt::Display for Refused {
    /// Its key: the words are made in the language of the reader.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.key)
    }
}

impl std::error::Error for Refused {}

/// Understands arguments, of which the first is the name of the program. Prints help, or
/// what is wrong with them, in the language; how the process is to end is then the error.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "clap may learn of more mistakes, all of which are told"
)]
pub fn parse(given: Vec<OsString>, language: Language) -> Result<Arguments, ExitCode> {
    let mut command = help::command(language);
    let matches = command.try_get_matches_from_mut(&given);
    let parsed = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
    parsed.map_err(|error| {
        // If nobody reads it, the exit status is all that is left to say.
        let _ = match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            | ErrorKind::DisplayVersion => error.print(),
            _ => {
                let text = text(&error, &command, &given, &Catalogue::new(language));
                output::err().write_all(text.as_bytes())
            }
        };
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(WRONG))
    })
}

/// The error as it is printed.
fn text(error: &Error, command: &Command, given: &[OsString], catalogue: &Catalogue) -> String {
    let say = |message: &Message| catalogue.text(message);
    let mut text = format!("{}: {}\n", say(&message!("error")), say(&what(error)));
    let hints = hints(error, command, given);
    for hint in &hints {
        text.push_str(&format!("  {}: {}\n", say(&message!("hint")), say(hint)));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.trim_start_matches("Usage:").trim();
        text.push_str(&format!("\n{}: {usage}\n", say(&message!("usage"))));
    }
    text.push_str(&format!("\n{}\n", say(&message!("usage-more"))));
    text
}

/// What is wrong.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "clap may learn of more values, which are none of these"
)]
fn what(error: &Error) -> Message {
    let one = |kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.as_str()),
        ContextValue::Strings(texts) => texts.first().map(String::as_str),
        _ => None,
    };
    let argument = one(ContextKind::InvalidArg);
    let value = one(ContextKind::InvalidValue);
    let quoted = || {
        let said = error.kind().as_str().map(str::to_owned);
        message!(
            "usage-other",
            text = said.unwrap_or_else(|| error.to_string())
        )
    };
    match (error.kind(), argument, value) {
        (ErrorKind::InvalidSubcommand, ..) => match one(ContextKind::InvalidSubcommand) {
            Some(name) => message!("usage-unknown-command", name = name),
            None => quoted(),
        },
        (ErrorKind::UnknownArgument, Some(name), _) => {
            if name.starts_with('-') {
                message!("usage-unknown-option", name = name)
            } else {
                message!("usage-unexpected", name = name)
            }
        }
        (ErrorKind::InvalidValue, Some(argument), Some("") | None) => {
            message!("usage-no-value", argument = argument)
        }
        (ErrorKind::InvalidValue, Some(argument), Some(value)) => {
            message!("usage-invalid-value", argument = argument, value = value)
        }
        (ErrorKind::ValueValidation, Some(argument), Some(value)) => message!(
            "usage-refused-value",
            argument = argument,
            value = value,
            reason = refusal(error)
        ),
        (ErrorKind::MissingRequiredArgument, ..) => match error.get(ContextKind::InvalidArg) {
            Some(ContextValue::Strings(names)) => {
                let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                message!("usage-missing", names = names.join(", "))
            }
            _ => quoted(),
        },
        (ErrorKind::MissingSubcommand, ..) => message!("usage-missing-command"),
        (ErrorKind::ArgumentConflict, Some(argument), _) => {
            match error.get(ContextKind::PriorArg) {
                Some(ContextValue::String(other)) if other == argument => {
                    message!("usage-repeated", argument = argument)
                }
                Some(ContextValue::String(other)) => {
                    message!(
                        "usage-conflict",
                        argument = argument,
                        others = format!("`{other}`")
                    )
                }
                Some(ContextValue::Strings(others)) => {
                    let others: Vec<String> =
                        others.iter().map(|other| format!("`{other}`")).collect();
                    let others = others.join(", ");
                    message!("usage-conflict", argument = argument, others = others)
                }
                _ => message!("usage-repeated", argument = argument),
            }
        }
        (ErrorKind::NoEquals, Some(argument), _) => {
            message!("usage-no-equals", argument = argument)
        }
        (ErrorKind::TooManyValues, Some(argument), Some(value)) => {
            message!("usage-too-many", argument = argument, value = value)
        }
        (ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues, Some(argument), _) => {
            message!("usage-too-few", argument = argument)
        }
        (ErrorKind::InvalidUtf8, ..) => message!("usage-not-text"),
        _ => quoted(),
    }
}

/// Why a value is refused.
fn refusal(error: &Error) -> Message {
    let Some(source) = error.source() else {
        return message!("usage-refused");
    };
    if let Some(Refused(reason)) = source.downcast_ref() {
        return reason.clone();
    }
    if source.is::<ParseIntError>() {
        return message!("usage-number");
    }
    let said = source.to_string();
    // "70000 is not in 0..=65535"
    let range = said.split_once(" is not in ");
    match range.and_then(|(_, range)| range.split_once("..=")) {
        Some((least, most)) => message!("usage-range", least = least, most = most),
        None => message!("usage-other", text = said),
    }
}

/// What may have been meant. Commands that help does not name are not proposed either.
fn hints(error: &Error, command: &Command, given: &[OsString]) -> Vec<Message> {
    let names = |kind| -> Vec<String> {
        match error.get(kind) {
            Some(ContextValue::String(name)) => vec![name.clone()],
            Some(ContextValue::Strings(names)) => names.clone(),
            _ => Vec::new(),
        }
    };
    if let (ErrorKind::InvalidSubcommand, [wrong]) = (
        error.kind(),
        names(ContextKind::InvalidSubcommand).as_slice(),
    ) {
        let known = commands_of(error, command);
        return vec![match known.nearest(wrong) {
            Some(name) => message!("did-you-mean", name = name),
            None => one_of(&known),
        }];
    }
    if let (ErrorKind::UnknownArgument, [wrong]) =
        (error.kind(), names(ContextKind::InvalidArg).as_slice())
        && let Some(meant) = meant(wrong, error, command, given)
    {
        return vec![message!("did-you-mean", name = meant)];
    }
    // The last one is the most like what was written.
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let suggested = suggested.into_iter().find_map(|kind| names(kind).pop());
    if let Some(name) = suggested {
        return vec![message!("did-you-mean", name = name)];
    }
    let known = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let mut known: Vec<String> = known.into_iter().flat_map(names).collect();
    known.retain(|name| {
        let found = command.find_subcommand(name);
        !found.is_some_and(Command::is_hide_set)
    });
    if known.is_empty() {
        Vec::new()
    } else {
        vec![message!("one-of", known = known.join(", "))]
    }
}

/// The option that was meant by an argument that is none: by one that stands where an
/// option with it should, and by `-fix`, which is read as three short options.
fn meant(wrong: &str, error: &Error, command: &Command, given: &[OsString]) -> Option<String> {
    let asked = about(error, command)?;
    let has = |option: &str| {
        let mut options = asked.get_arguments().chain(command.get_arguments());
        options.any(|one| one.get_long() == Some(option) && !one.is_hide_set())
    };
    if wrong.starts_with('-') {
        let mut given = given.iter().filter_map(|one| one.to_str());
        return given.find_map(|whole| {
            let rest = whole
                .strip_prefix('-')
                .filter(|_| whole.starts_with(wrong))?;
            let (name, _) = rest.split_once('=').unwrap_or((rest, ""));
            has(name).then(|| format!("--{name}"))
        });
    }
    let is_plan = Path::new(wrong).join("plan.toml").is_file();
    if is_plan && has("plan") {
        return Some(format!("--plan {wrong}"));
    }
    let is_entry = wrong.contains(':') && EntryRef::parse(wrong).is_some();
    (is_entry && has("only")).then(|| format!("--only {wrong}"))
}

/// The command that an error is about.
fn about<'c>(error: &Error, command: &'c Command) -> Option<&'c Command> {
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string(),
        _ => String::new(),
    };
    command.get_subcommands().find(|below| {
        let mut words = usage.split_whitespace();
        words.any(|word| word == below.get_name())
    })
}

/// The commands of which the error says that one is none: those of the program, or those
/// below the command that it is about.
fn commands_of(error: &Error, command: &Command) -> NameIndex {
    let below = about(error, command).filter(|below| below.has_subcommands());
    let all = below.unwrap_or(command).get_subcommands();
    let shown = all.filter(|below| !below.is_hide_set());
    shown.map(Command::get_name).collect()
}

/// What can be written.
pub fn one_of(known: &NameIndex) -> Message {
    let known: Vec<&str> = known.iter().collect();
    message!("one-of", known = known.join(", "))
}
