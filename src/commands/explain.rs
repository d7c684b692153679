//! `ambonplan explain`

use std::io::Write;

use ambonplan::check::{self, Selector};
use ambonplan::diff::Kind;
use ambonplan::finding::Rule;
use ambonplan::language::{Catalogue, Language, message};
use ambonplan::model::shape::FileKind;
use ambonplan::{explain, manual};

use super::failure::{Failure, Result};
use super::{Outcome, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan explain quick-win-too-long\n  \
    ambonplan explain TIM003 --language en\n  \
    ambonplan explain money\n  \
    ambonplan explain target-lowered\n  \
    ambonplan explain program --language id\n  \
    ambonplan explain format > format.md\n  \
    ambonplan explain --all > rules.md")]
pub struct Arguments {
    /// Name or code of a rule or of a kind of change, name of a group, kind of file
    /// (`program`, `opd`, …), or `format` for all files
    #[arg(value_name = "RULE", required_unless_present = "all")]
    rules: Vec<String>,

    /// Explain every rule and every kind of change
    #[arg(long, conflicts_with = "rules")]
    all: bool,
}

/// Prints what rules do, as Markdown.
pub fn run(language: Language, arguments: &Arguments) -> Result<Outcome> {
    let catalogue = Catalogue::new(language);
    let text = if arguments.all {
        let rules = explain::all(&check::rules(), &catalogue);
        format!("{rules}\n{}", explain::changes(&catalogue))
    } else {
        let mut texts = Vec::new();
        for name in &arguments.rules {
            let found = texts.len();
            if name == "format" {
                texts.push(manual::without_pages(&manual::whole(&catalogue)));
            }
            // `evaluation` is a kind of file and a group of rules.
            let kind = FileKind::ALL.iter().find(|kind| kind.word() == name);
            let section = kind.map(|kind| manual::section(*kind, &catalogue));
            texts.extend(section.map(|text| manual::without_pages(&text)));
            let change = Kind::parse(name);
            texts.extend(change.map(|kind| explain::change(kind, &catalogue)));
            let rules: Vec<&Rule> = match Selector::parse(name) {
                Some(Selector::Rule(rule)) => vec![rule],
                Some(Selector::Group(group)) => {
                    let all = check::rules().into_iter();
                    all.filter(|rule| rule.group == group).collect()
                }
                Some(Selector::All) => check::rules(),
                Some(Selector::Warnings) | None => Vec::new(),
            };
            let rules = rules.into_iter();
            texts.extend(rules.map(|rule| explain::rule(rule, &catalogue)));
            if texts.len() == found {
                return Err(unknown(name));
            }
        }
        texts.join("\n")
    };
    output::out().write_all(text.as_bytes())?;
    Ok(Outcome::Clean)
}

fn unknown(name: &str) -> Failure {
    match Selector::nearest(name) {
        Some(similar) => message!("no-rule.similar", name = name, similar = similar),
        None => message!("no-rule", name = name),
    }
    .into()
}
