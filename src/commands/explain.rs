//! `ambonplan explain`

use std::io::Write;

use ambonplan::check::{self, Selector};
use ambonplan::diff::Kind;
use ambonplan::explain;
use ambonplan::finding::Rule;
use ambonplan::language::{Catalogue, Language};
use anyhow::anyhow;

use super::{Outcome, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan explain quick-win-too-long\n  \
    ambonplan explain TIM003 --language en\n  \
    ambonplan explain money\n  \
    ambonplan explain target-lowered\n  \
    ambonplan explain --all > rules.md")]
pub struct Arguments {
    /// Name or code of a rule or of a kind of change, or name of a group
    #[arg(value_name = "RULE", required_unless_present = "all")]
    rules: Vec<String>,

    /// Explain every rule and every kind of change
    #[arg(long, conflicts_with = "rules")]
    all: bool,
}

/// Prints what rules do, as Markdown.
pub fn run(language: Language, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let catalogue = Catalogue::new(language);
    let text = if arguments.all {
        let rules = explain::all(&check::rules(), &catalogue);
        format!("{rules}\n{}", explain::changes(&catalogue))
    } else {
        let mut texts = Vec::new();
        for name in &arguments.rules {
            if let Some(kind) = Kind::parse(name) {
                texts.push(explain::change(kind, &catalogue));
                continue;
            }
            let rules: Vec<&Rule> = match Selector::parse(name) {
                Some(Selector::Rule(rule)) => vec![rule],
                Some(Selector::Group(group)) => {
                    let all = check::rules().into_iter();
                    all.filter(|rule| rule.group == group).collect()
                }
                _ => return Err(unknown(name)),
            };
            texts.extend(
                rules
                    .into_iter()
                    .map(|rule| explain::rule(rule, &catalogue)),
            );
        }
        texts.join("\n")
    };
    output::out().write_all(text.as_bytes())?;
    Ok(Outcome::Clean)
}

fn unknown(name: &str) -> anyhow::Error {
    match Selector::nearest(name) {
        Some(similar) => anyhow!("there is no rule `{name}`; did you mean `{similar}`?"),
        None => anyhow!("there is no rule `{name}`; `ambonplan explain --all` lists them"),
    }
}
