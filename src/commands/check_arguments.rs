//! Arguments that say how a plan is judged, of every command that judges one.

use ambonplan::check::{Options, Selector};
use ambonplan::finding::Level;
use ambonplan::language::message;
use ambonplan::model::Meant;
use ambonplan::model::customary::meant;
use ambonplan::model::shape::Shape;
use jiff::civil::Date;

use super::usage::Refused;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "How the plan is judged")]
pub struct CheckArguments {
    /// Make a rule, a group, or all `warnings` errors
    #[arg(long, value_name = "RULE", value_parser = selector)]
    deny: Vec<Selector>,

    /// Make a rule or a group warnings
    #[arg(long, value_name = "RULE", value_parser = selector)]
    warn: Vec<Selector>,

    /// Do not report a rule or a group
    #[arg(long, value_name = "RULE", value_parser = selector)]
    allow: Vec<Selector>,

    /// Judge the plan as one that is to be signed and printed
    #[arg(long)]
    release: bool,

    /// Judge the plan as of this day instead of its own date
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
}

impl CheckArguments {
    /// The arguments as the library takes them.
    pub fn options(&self) -> Options {
        let levels = [
            (&self.allow, Level::Allow),
            (&self.warn, Level::Warn),
            (&self.deny, Level::Deny),
        ];
        Options {
            release: self.release,
            as_of: self.as_of,
            levels: levels
                .into_iter()
                .flat_map(|(selectors, level)| selectors.iter().map(move |one| (*one, level)))
                .collect(),
        }
    }
}

fn day(text: &str) -> Result<Date, Refused> {
    // What the parser says of it would tell of steps that nobody sees.
    match text.parse() {
        Ok(day) => Ok(day),
        Err(_) => Err(Refused(match meant(text, &Shape::Date, "date") {
            Some(Meant { values, .. }) if !values.is_empty() => {
                let values: Vec<String> = values.iter().map(|day| format!("`{day}`")).collect();
                message!("refused-day.meant", values = values.join(", "))
            }
            _ => message!("refused-day"),
        })),
    }
}

fn selector(text: &str) -> Result<Selector, Refused> {
    match Selector::parse(text) {
        Some(Selector::Rule(rule)) if rule.fixed_level => {
            Err(Refused(message!("refused-level", rule = rule.name)))
        }
        Some(selector) => Ok(selector),
        None => Err(Refused(match Selector::nearest(text) {
            Some(name) => message!("refused-rule.similar", similar = name),
            None => message!("refused-rule"),
        })),
    }
}
