//! `ambonplan man`

use std::io::Write;
use std::path::PathBuf;

use ambonplan::finding::NameIndex;
use ambonplan::language::{Catalogue, Language, Message, message};
use clap::Command;
use clap_mangen::Man;

use super::failure::{Result, bail};
use super::{Outcome, help, output, usage, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan man build | man -l -\n  \
    ambonplan man --all ~/.local/share/man/man1")]
pub struct Arguments {
    /// The command that the page is about [default: the program]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,

    /// Write the pages of the program and of all commands into this directory
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    all: Option<PathBuf>,
}

/// Prints a page for `man`, or writes all of them.
pub fn run(language: Language, arguments: &Arguments) -> Result<Outcome> {
    let program = help::without_repetition(language);
    if let Some(directory) = &arguments.all {
        let mut pages = Vec::new();
        collect(&program, &mut pages);
        for page in pages {
            let path = directory.join(page.get_filename());
            write::atomically(&path, &rendered(&page, language)?)?;
            writeln!(output::out(), "{}", path.display())?;
        }
        return Ok(Outcome::Clean);
    }
    let wanted = match &arguments.command {
        None => &program,
        Some(name) => {
            let mut all = Vec::new();
            name_all(&program, "", &mut all);
            let wanted = name.strip_prefix("ambonplan-").unwrap_or(name);
            let find = |page: &&(String, &Command)| page.0 == wanted;
            match all.iter().find(find) {
                Some((_, command)) => *command,
                None => {
                    let known: NameIndex = all.iter().map(|(name, _)| name.as_str()).collect();
                    let hint = match known.nearest(name) {
                        Some(similar) => message!("did-you-mean", name = similar),
                        None => usage::one_of(&visible(&program).map(Command::get_name).collect()),
                    };
                    bail!("no-command", name = name, hint = hint);
                }
            }
        }
    };
    output::out().write_all(&rendered(&page(wanted), language)?)?;
    Ok(Outcome::Clean)
}

/// The commands below one, as their pages are called: `new-program`.
fn name_all<'c>(command: &'c Command, above: &str, all: &mut Vec<(String, &'c Command)>) {
    for below in visible(command) {
        let name = match above {
            "" => below.get_name().to_owned(),
            above => format!("{above}-{}", below.get_name()),
        };
        name_all(below, &name, all);
        all.push((name, below));
    }
}

/// The pages of a command and of those below it.
fn collect(command: &Command, pages: &mut Vec<Man>) {
    pages.push(page(command));
    for below in visible(command) {
        collect(below, pages);
    }
}

fn page(command: &Command) -> Man {
    Man::new(command.clone()).source(concat!("ambonplan ", env!("CARGO_PKG_VERSION")))
}

fn visible(command: &Command) -> impl Iterator<Item = &Command> {
    command
        .get_subcommands()
        .filter(|below| !below.is_hide_set() && below.get_name() != help::HELP)
}

/// A page as `man` reads it.
fn rendered(page: &Man, language: Language) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    page.render(&mut bytes)?;
    let catalogue = Catalogue::new(language);
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    Ok(lines
        .flat_map(|line| match heading(line) {
            Some(heading) => format!(".SH {}\n", catalogue.text(&heading)).into_bytes(),
            None => line.to_vec(),
        })
        .collect())
}

/// The heading of a line that has one in English in any language.
fn heading(line: &[u8]) -> Option<Message> {
    Some(match line {
        b".SH NAME\n" => message!("man-name"),
        b".SH SYNOPSIS\n" => message!("man-synopsis"),
        b".SH DESCRIPTION\n" => message!("man-description"),
        b".SH EXTRA\n" => message!("man-extra"),
        b".SH VERSION\n" => message!("man-version"),
        _ => return None,
    })
}
