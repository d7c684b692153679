//! `ambonplan explain`

use std::io::Write;

use ambonplan::check::{self, Selector};
use ambonplan::diff::Kind;
use ambonplan::finding::{NameIndex, Rule};
use ambonplan::language::{Catalogue, Language, message};
use ambonplan::model::shape::FileKind;
use ambonplan::slice::slice;
use ambonplan::source::Role;
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
            let section = kind_of(name).map(|kind| manual::section(kind, &catalogue));
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

/// The kind of file with this name, or of a file with this name or path.
fn kind_of(name: &str) -> Option<FileKind> {
    let stem = name.strip_suffix(".toml").unwrap_or(name);
    let mut kinds = FileKind::ALL.iter().copied();
    kinds.find(|kind| kind.word() == stem).or_else(|| {
        // The path may begin above the plan.
        let name = name.replace('\\', "/");
        let starts = name.match_indices('/').map(|(at, _)| at + 1);
        let mut below = std::iter::once(0)
            .chain(starts)
            .map(|at| slice(&name, at..));
        below.find_map(|path| FileKind::of(&Role::of(path)))
    })
}

fn unknown(name: &str) -> Failure {
    let rules = check::rules();
    let kinds = FileKind::ALL.iter().map(|kind| kind.word());
    let others = Kind::ALL.iter().map(|kind| kind.name());
    let names = kinds.chain(others).chain(["format"]);
    let known: NameIndex = names.chain(Selector::names()).collect();
    let rule_codes = rules.iter().map(|rule| rule.code);
    let codes: NameIndex = rule_codes
        .chain(Kind::ALL.iter().map(|kind| kind.code()))
        .collect();
    let upper = name.to_uppercase();
    let whole = Selector::whole_code(name).filter(|code| codes.iter().any(|known| known == code));
    let is_code = upper.ends_with(|c: char| c.is_ascii_digit());
    let meant = match (whole, is_code) {
        (Some(code), _) => Some(message!("did-you-mean", name = code)),
        (None, true) => codes.meant(&upper),
        (None, false) => known.meant(name),
    };
    match meant {
        Some(meant) => message!("no-rule.similar", name = name, hint = meant),
        None => message!("no-rule", name = name),
    }
    .into()
}
