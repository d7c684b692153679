//! `ambonplan completions`

use std::io::Write;

use ambonplan::language::Language;
use clap::Command;
use clap_complete::Shell;

use super::failure::Result;
use super::{Outcome, help, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan completions bash > ~/.local/share/bash-completion/completions/ambonplan\n  \
    ambonplan completions zsh > ~/.zfunc/_ambonplan\n  \
    ambonplan completions fish > ~/.config/fish/completions/ambonplan.fish\n  \
    ambonplan completions powershell >> $PROFILE")]
pub struct Arguments {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script that lets a shell complete commands, options and their values.
pub fn run(language: Language, arguments: &Arguments) -> Result<Outcome> {
    let program = help::without_repetition(language);
    // What help does not name is not proposed either.
    let commands = program.get_subcommands().filter(|one| !one.is_hide_set());
    let mut shown = Command::new("ambonplan")
        .version(env!("CARGO_PKG_VERSION"))
        // All of them are among those of the program.
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(program.get_arguments().cloned())
        .subcommands(commands.cloned());
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut shown, "ambonplan", &mut script);
    output::out().write_all(&script)?;
    Ok(Outcome::Clean)
}
