//! `ambonplan explain`

use std::io::{self, Write};

use ambonplan::check;
use ambonplan::explain;
use ambonplan::language::{Catalogue, Language};
use anyhow::anyhow;

use super::Outcome;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan explain quick-win-too-long\n  \
    ambonplan explain TIM003 --language en\n  \
    ambonplan explain --all > rules.md")]
pub struct Arguments {
    /// Name or code of a rule
    #[arg(value_name = "RULE", required_unless_present = "all")]
    rules: Vec<String>,

    /// Explain every rule
    #[arg(long, conflicts_with = "rules")]
    all: bool,
}

/// Prints what rules do, as Markdown.
pub fn run(language: Language, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let catalogue = Catalogue::new(language);
    let text = if arguments.all {
        explain::all(&check::rules(), &catalogue)
    } else {
        let mut texts = Vec::new();
        for name in &arguments.rules {
            let rule = check::rule(name).ok_or_else(|| unknown(name))?;
            texts.push(explain::rule(rule, &catalogue));
        }
        texts.join("\n")
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Clean)
}

fn unknown(name: &str) -> anyhow::Error {
    match check::Selector::nearest(name) {
        Some(similar) => anyhow!("there is no rule `{name}`; did you mean `{similar}`?"),
        None => anyhow!("there is no rule `{name}`; `ambonplan explain --all` lists them"),
    }
}
