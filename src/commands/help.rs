//! The help of commands and options in the language of the reader.
//!
//! English help stands where commands and options are defined. `locales/id/help.ftl` says
//! the same in Indonesian: `help-build` is about the command `build`, its attribute
//! `.only` about the option `--only`, `.format-json` about the value `json`. What several
//! commands have in common is told once, by `help-any`.

use ambonplan::language::{Catalogue, Language};
use clap::builder::{PossibleValue, StyledStr};
use clap::{Arg, Command, CommandFactory};

use super::Arguments;

/// The command line with its help in a language.
pub fn command(language: Language) -> Command {
    in_words(Arguments::command(), language)
}

/// The same without the commands that repeat the help of others, for those who list all
/// commands in another form.
pub fn without_repetition(language: Language) -> Command {
    in_words(Arguments::command().disable_help_subcommand(true), language)
}

fn in_words(mut command: Command, language: Language) -> Command {
    // Whatever clap adds by itself is there from now on.
    command.build();
    match language {
        Language::English => command,
        Language::Indonesian => Words(Catalogue::new(language)).command(command, ""),
    }
}

/// The option and the command that clap adds by itself.
pub const HELP: &str = "help";

/// What examples begin with.
const EXAMPLES: &str = "Examples:\n";

/// The help in another language than that of the code. What it lacks stays as it is; a
/// test sees to it that it lacks nothing.
struct Words(Catalogue);

impl Words {
    fn find(&self, key: &str) -> Option<String> {
        self.0.find(key)
    }

    /// A command and those below it; `path` is `-new-program`. That of `help` is the path
    /// of the command that it stands below.
    fn command(&self, command: Command, path: &str) -> Command {
        let is_help = command.get_name() == HELP;
        let key = if is_help {
            "help-help".to_owned()
        } else {
            format!("help{path}")
        };
        let mut command = command.mut_args(|arg| self.arg(arg, &key));
        if let Some(about) = self.find(&key) {
            command = command.about(about);
        }
        let examples = command.get_after_help().map(ToString::to_string);
        let after = self.find(&format!("{key}.after")).or_else(|| {
            let examples = examples?;
            let commands = examples.strip_prefix(EXAMPLES)?;
            Some(format!(
                "{}:\n{commands}",
                self.find("help-words.examples")?
            ))
        });
        if let Some(after) = after {
            command = command.after_help(after);
        }
        if let (Some(heading), Some(value)) = (
            self.find("help-words.commands"),
            self.find("help-words.command"),
        ) {
            command = command
                .subcommand_help_heading(heading)
                .subcommand_value_name(value);
        }
        command = command.mut_subcommands(|below| {
            let name = below.get_name();
            // What stands below `help` are the same commands again.
            let path = match name {
                HELP => path.to_owned(),
                name => format!("{path}-{name}"),
            };
            self.command(below, &path)
        });
        self.usage(command)
    }

    /// The line that says how a command is written.
    fn usage(&self, mut command: Command) -> Command {
        const HEADING: &str = "Usage:";
        let (Some(heading), Some(options)) = (
            self.find("help-words.usage"),
            self.find("help-words.any-options"),
        ) else {
            return command;
        };
        let style = *command.get_styles().get_usage();
        let usage = command.render_usage().ansi().to_string();
        let behind = usage.split_once(HEADING).map(|(_, behind)| behind);
        let Some((_, usage)) = behind.and_then(|behind| behind.split_once(' ')) else {
            return command;
        };
        let usage = usage.trim_end().replace("[OPTIONS]", &options);
        let template = format!(
            "{{before-help}}{{about-with-newline}}\n{style}{heading}:{style:#} \
             {{usage}}\n\n{{all-args}}{{after-help}}"
        );
        command
            .override_usage(StyledStr::from(usage))
            .help_template(StyledStr::from(template))
    }

    /// An option or an argument of the command with this key.
    fn arg(&self, arg: Arg, key: &str) -> Arg {
        let id = arg.get_id().to_string();
        let say = |name: &str| {
            let own = self.find(&format!("{key}.{name}"));
            own.or_else(|| self.find(&format!("help-any.{name}")))
        };
        let heading = match arg.get_help_heading() {
            Some(known) => self.find(&format!("help-headings.{}", slug(known))),
            None if arg.is_positional() => self.find("help-words.arguments"),
            None => self.find("help-words.options"),
        };
        let names = arg.get_value_names().unwrap_or_default();
        let names: Option<Vec<String>> = names
            .iter()
            .map(|name| self.find(&format!("help-values.{}", slug(name))))
            .collect();
        let mut arg = arg;
        if let Some(heading) = heading {
            arg = arg.help_heading(heading);
        }
        if let Some(names) = names.filter(|names| !names.is_empty()) {
            arg = arg.value_names(names);
        }
        let Some(mut help) = say(&id.replace('_', "-")) else {
            return arg;
        };
        if id == HELP && arg.get_long_help().is_some() {
            let more = |name: &str| Some(format!("{help} {}", say(name)?));
            return match (more("help-more"), more("help-less")) {
                (Some(short), Some(long)) => arg.help(short).long_help(long),
                _ => arg.help(help),
            };
        }
        let defaults = arg.get_default_values().iter();
        let defaults: Vec<_> = defaults.map(|value| value.to_string_lossy()).collect();
        if !arg.is_hide_default_value_set()
            && arg.get_action().takes_values()
            && !defaults.is_empty()
            && let Some(word) = self.find("help-words.default")
        {
            help = format!("{help} [{word}: {}]", defaults.join(" "));
            arg = arg.hide_default_value(true);
        }
        let values = shown_values(&arg);
        let word = self.find("help-words.possible-values");
        let (false, Some(word)) = (values.is_empty(), word) else {
            return arg.help(help);
        };
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        let width = names
            .iter()
            .map(|name| name.len())
            .max()
            .unwrap_or_default();
        let lines: Vec<String> = values
            .iter()
            .filter_map(|value| {
                let name = value.get_name();
                let words = say(&format!("{}-{name}", id.replace('_', "-")))?;
                Some(format!(
                    "- {:width$} {words}",
                    format!("{name}:"),
                    width = width + 1
                ))
            })
            .collect();
        let short = format!("{help} [{word}: {}]", names.join(", "));
        if !lines.is_empty() {
            let capital = self.find("help-words.values").unwrap_or(word);
            arg = arg.long_help(format!("{help}\n\n{capital}:\n{}", lines.join("\n")));
        }
        arg.help(short).hide_possible_values(true)
    }
}

/// The values that help lists for an argument.
fn shown_values(arg: &Arg) -> Vec<PossibleValue> {
    if arg.is_hide_possible_values_set() || !arg.get_action().takes_values() {
        return Vec::new();
    }
    let values = arg.get_possible_values().into_iter();
    values.filter(|value| !value.is_hide_set()).collect()
}

/// A heading or the name of a value as a part of a key.
fn slug(text: &str) -> String {
    let letters = text.chars();
    letters
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// What the help of a command needs, each as the keys of which one is enough, with
    /// what it is about.
    fn needed(command: &Command, path: &str, shown: &str) -> Vec<(Vec<String>, String)> {
        let key = format!("help{path}");
        let mut needed = vec![(vec![key.clone()], format!("`{shown}`"))];
        let after = command.get_after_help().map(ToString::to_string);
        if let Some(after) = after {
            let examples = after.strip_prefix(EXAMPLES);
            // Two blanks divide a command from what is said of it.
            let is_plain = examples.is_some_and(|examples| {
                let mut lines = examples.lines();
                lines.all(|line| line.starts_with("  ambonplan ") && !line.trim().contains("  "))
            });
            if !is_plain {
                needed.push((
                    vec![format!("{key}.after")],
                    format!("the end of `{shown}`"),
                ));
            }
        }
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str().replace('_', "-");
            let about = format!("`{}` of `{shown}`", arg.get_long().unwrap_or(&id));
            let both = |name: &str| vec![format!("{key}.{name}"), format!("help-any.{name}")];
            needed.push((both(&id), about.clone()));
            if let Some(heading) = arg.get_help_heading() {
                needed.push((
                    vec![format!("help-headings.{}", slug(heading))],
                    about.clone(),
                ));
            }
            if !arg.get_action().takes_values() {
                continue;
            }
            for name in arg.get_value_names().unwrap_or_default() {
                let words = format!("`{name}`, the value of {about}");
                needed.push((vec![format!("help-values.{}", slug(name))], words));
            }
            for value in shown_values(&arg.clone()) {
                if value.get_help().is_some() {
                    let name = value.get_name();
                    let words = format!("the value `{name}` of {about}");
                    needed.push((both(&format!("{id}-{name}")), words));
                }
            }
        }
        for below in command.get_subcommands() {
            let name = below.get_name();
            let shown = format!("{shown} {name}");
            if name == HELP {
                // Below it stand the same commands again.
                let about = format!("`{shown}`");
                needed.push((vec!["help-help".into()], about));
                continue;
            }
            needed.extend(self::needed(below, &format!("{path}-{name}"), &shown));
        }
        needed
    }

    fn english() -> Command {
        command(Language::English)
    }

    #[test]
    fn every_command_option_and_value_has_indonesian_help() {
        let catalogue = Catalogue::new(Language::Indonesian);
        let lacking: Vec<String> = needed(&english(), "", "ambonplan")
            .into_iter()
            .filter(|(keys, _)| keys.iter().all(|key| catalogue.find(key).is_none()))
            .map(|(keys, about)| format!("{about} has no Indonesian help: write `{}`", keys[0]))
            .collect();
        assert!(
            lacking.is_empty(),
            "in locales/id/help.ftl:\n{}",
            lacking.join("\n")
        );
    }

    /// The English help of a command and of all below it, by the keys of the Indonesian.
    fn told(command: &Command, path: &str, all: &mut BTreeMap<String, BTreeSet<String>>) {
        let catalogue = Catalogue::new(Language::Indonesian);
        let key = format!("help{path}");
        let mut tell = |name: Option<&str>, text: Option<&StyledStr>| {
            let own = name.map_or_else(|| key.clone(), |name| format!("{key}.{name}"));
            let key = match (catalogue.find(&own), name) {
                (None, Some(name)) => format!("help-any.{name}"),
                _ => own,
            };
            if let Some(text) = text.filter(|_| catalogue.find(&key).is_some()) {
                all.entry(key).or_default().insert(text.to_string());
            }
        };
        tell(None, command.get_long_about().or(command.get_about()));
        tell(Some("after"), command.get_after_help());
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str().replace('_', "-");
            tell(Some(&id), arg.get_long_help().or(arg.get_help()));
            for value in shown_values(&arg.clone()) {
                let name = format!("{id}-{}", value.get_name());
                tell(Some(&name), value.get_help());
            }
        }
        for below in command.get_subcommands() {
            let name = below.get_name();
            if name != HELP {
                told(below, &format!("{path}-{name}"), all);
            }
        }
    }

    /// Both languages of the help stand in a file, as they were when somebody last compared
    /// them. `SNAPSHOTS=overwrite` renews it, except where only the English has changed: if
    /// the Indonesian says the same already, take the entry out of the file first.
    #[test]
    fn help_that_changes_in_english_changes_in_indonesian() {
        let catalogue = Catalogue::new(Language::Indonesian);
        let mut all = BTreeMap::new();
        told(&english(), "", &mut all);
        let of = |english: &str, indonesian: &str| -> String {
            let lines = |name: &str, text: &str| -> String {
                let lines = text.lines();
                lines
                    .map(|line| format!("  {name} {line}").trim_end().to_owned() + "\n")
                    .collect()
            };
            lines("en", english) + &lines("id", indonesian)
        };
        let recorded = include_str!("../../locales/id/help.compared.txt");
        let recorded: BTreeMap<&str, &str> = recorded
            .split("\n\n")
            .filter_map(|entry| entry.trim_start().split_once('\n'))
            .collect();
        let (mut compared, mut stale) = (String::new(), Vec::new());
        for (key, texts) in &all {
            let english: Vec<&str> = texts.iter().map(String::as_str).collect();
            let english = english.join("\n");
            let indonesian = catalogue.find(key).unwrap();
            let (now_english, now_indonesian) = (of(&english, ""), of("", &indonesian));
            if let Some(was) = recorded.get(key.as_str()) {
                let was = format!("{was}\n");
                let at = was.find("  id").unwrap_or(was.len());
                let (was_english, was_indonesian) = was.split_at(at);
                let same = was_indonesian.trim() == now_indonesian.trim();
                if was_english != now_english && same {
                    stale.push(format!("{key}\n{now_english}"));
                }
            }
            compared += &format!("{key}\n{now_english}{now_indonesian}\n");
        }
        assert!(
            stale.is_empty(),
            "the English help has changed; say it in locales/id/help.ftl, too:\n{}",
            stale.join("\n")
        );
        let file =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/id/help.compared.txt");
        let file = snapbox::Data::read_from(&file, None).raw();
        let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
        assert.eq(compared, file);
    }

    #[test]
    fn no_indonesian_help_is_about_what_is_gone() {
        let needed = needed(&english(), "", "ambonplan");
        let keys: BTreeSet<&str> = needed
            .iter()
            .flat_map(|(keys, _)| keys.iter().map(String::as_str))
            .collect();
        let file = include_str!("../../locales/id/help.ftl");
        let mut message = "";
        let mut stale = Vec::new();
        for line in file.lines() {
            let attribute = line.strip_prefix("    .");
            let Some((name, value)) = attribute.unwrap_or(line).split_once(" =") else {
                continue;
            };
            let is_key = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            let key = match attribute {
                Some(_) => format!("{message}.{name}"),
                None if line.starts_with(HELP) && is_key => {
                    message = name;
                    name.to_owned()
                }
                None => continue,
            };
            let is_group = attribute.is_none() && value.is_empty();
            let is_own = ["help-words.", "help-any.help-", "help-help."];
            if !is_group && !is_own.iter().any(|own| key.starts_with(own)) {
                stale.push(key);
            }
        }
        stale.retain(|key| !keys.contains(key.as_str()));
        assert!(stale.is_empty(), "no command has: {stale:?}");
    }

    /// The help of a command and of all below it, in both forms.
    fn pages(command: &mut Command, pages: &mut Vec<String>) {
        pages.push(command.render_help().to_string());
        pages.push(command.render_long_help().to_string());
        for below in command.get_subcommands_mut() {
            self::pages(below, pages);
        }
    }

    #[test]
    fn no_line_of_indonesian_help_is_english() {
        let mut in_both = [Vec::new(), Vec::new()];
        for (language, all) in [Language::English, Language::Indonesian]
            .iter()
            .zip(&mut in_both)
        {
            pages(&mut command(*language), all);
        }
        let [english, indonesian] = in_both;
        assert_eq!(english.len(), indonesian.len());
        let lines = |pages: &[String]| -> BTreeSet<String> {
            let lines = pages.iter().flat_map(|page| page.lines());
            lines.map(|line| line.trim().to_owned()).collect()
        };
        let (english, indonesian) = (lines(&english), lines(&indonesian));
        let common: Vec<&String> = english
            .intersection(&indonesian)
            .filter(|line| line.contains(' '))
            // Commands in examples, and names of options and values without words.
            .filter(|line| !line.starts_with("ambonplan ") && !line.starts_with('-'))
            .collect();
        assert!(common.is_empty(), "{common:#?}");
    }
}
