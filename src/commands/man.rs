//! `ambonplan man`

use std::io::Write;
use std::path::PathBuf;

use ambonplan::finding::Names;
use ambonplan::language::{Language, message};
use clap::Command;
use clap_mangen::Man;

use super::failure::{Result, bail};
use super::{Outcome, help, output, write};

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
    let mut program = help::command(language).disable_help_subcommand(true);
    program.build();
    if let Some(directory) = &arguments.all {
        let mut pages = Vec::new();
        collect(&program, &mut pages);
        for page in pages {
            let path = directory.join(page.get_filename());
            write::atomically(&path, &rendered(&page)?)?;
            writeln!(output::out(), "{}", path.display())?;
        }
        return Ok(Outcome::Clean);
    }
    let wanted = match &arguments.command {
        None => &program,
        Some(name) => match visible(&program).find(|command| command.get_name() == name) {
            Some(command) => command,
            None => {
                let known: Names = visible(&program).map(Command::get_name).collect();
                let hint = known.suggest(name, &message!("kind-command"));
                bail!("no-command", name = name, hint = hint);
            }
        },
    };
    output::out().write_all(&rendered(&page(wanted))?)?;
    Ok(Outcome::Clean)
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
        .filter(|below| !below.is_hide_set())
}

fn rendered(page: &Man) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    page.render(&mut bytes)?;
    Ok(bytes)
}
