//! A reference to a value that the plan does not have.

use crate::address::{VALUE, ValueOwner};
use crate::finding::{Finding, Group, NameIndex, Rule, offer};
use crate::language::{Message, message};
use crate::model::{FundingSource, Year, indonesian};
use crate::source::Span;

/// The rule `undefined-value` (TXT065).
pub static RULE: Rule = Rule::error("TXT065", "undefined-value", Group::Text)
    .fixed_level()
    .example(
        "chapters/pendahuluan.md",
        "Rencana ini memerlukan <value:plan/bugdet>.",
        "Rencana ini memerlukan <value:plan/budget>.",
    );

/// What a reference names and the plan does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A value of an owner; none is named where the word is empty.
    Measure {
        /// The owner, as it is written.
        owner: String,
        /// What stands behind it.
        word: String,
        /// The values that it has.
        known: Vec<&'static str>,
    },
    /// Something stands behind a value.
    Surplus {
        /// The reference without that.
        value: String,
    },
    /// A year without money.
    Year {
        /// As it is written.
        word: String,
        /// Years with money.
        known: Vec<String>,
    },
    /// The money of a programme that has none.
    Budget,
    /// An indicator.
    Indicator {
        /// As it is written.
        name: String,
        /// What the indicators are called.
        known: Vec<String>,
    },
    /// One of several indicators.
    Ambiguous {
        /// As it is written.
        name: String,
        /// What the indicators are called.
        known: Vec<String>,
    },
    /// Which value of an indicator is meant.
    IndicatorValue {
        /// The reference up to the indicator.
        value: String,
        /// What stands behind it.
        word: String,
        /// A year that has a target.
        year: Option<Year>,
    },
    /// A baseline.
    Baseline {
        /// The indicator.
        span: Span,
    },
    /// The target of a year.
    Target {
        /// As it is written.
        word: String,
        /// The years that have one.
        known: Vec<String>,
        /// The indicator.
        span: Span,
    },
}

/// That a value is missing.
pub(crate) fn finding(span: Span, missing: Missing) -> Finding {
    let new = |message| Finding::new(&RULE, span, message);
    match missing {
        Missing::Measure { owner, word, known } => {
            let hint = message!(
                "undefined-value.hint",
                owner = &owner,
                known = known.join(", ")
            );
            if word.is_empty() {
                return new(message!("undefined-value", owner = owner)).hint(hint);
            }
            let finding = new(message!(
                "undefined-value.measure",
                owner = owner,
                word = &word
            ));
            match called(&word, &known) {
                Some(meant) => finding.hint(message!("did-you-mean", name = meant)),
                None => finding.suggest(&word, known.iter().copied(), hint),
            }
        }
        Missing::Surplus { value } => {
            new(message!("undefined-value.surplus", value = &value)).hint(offer::write(&value))
        }
        Missing::Year { word, known } => {
            let hint = message!("known", known = known.join(", "));
            new(message!("undefined-value.year", word = word)).hint(hint)
        }
        Missing::Budget => {
            new(message!("undefined-value.budget")).hint(message!("undefined-value.budget-hint"))
        }
        Missing::Indicator { name, known } => {
            let otherwise = if known.is_empty() {
                message!("undefined-value.no-indicators")
            } else {
                message!("known", known = known.join(", "))
            };
            let finding = if name.is_empty() {
                new(message!("undefined-value.which-indicator"))
            } else {
                new(message!("undefined-value.indicator", name = &name))
            };
            finding.suggest(&name, known.iter().map(String::as_str), otherwise)
        }
        Missing::Ambiguous { name, known } => {
            let hint = message!("known", known = known.join(", "));
            new(message!("undefined-value.ambiguous", name = name)).hint(hint)
        }
        Missing::IndicatorValue { value, word, year } => {
            let finding = if word.is_empty() {
                new(message!("undefined-value.which-value", value = &value))
            } else {
                new(message!("undefined-value.value", word = word))
            };
            let baseline = format!("{value}/baseline");
            let target = year.map(|year| format!("{value}/target/{year}"));
            let names = [Some(baseline), target].into_iter().flatten();
            let names: Vec<String> = names.collect();
            let names = offer::alternatives(names.iter().map(String::as_str));
            finding.hint(message!("undefined-value.write", names = names))
        }
        Missing::Baseline { span } => new(message!("undefined-value.baseline"))
            .related(span, message!("undefined-value.here"))
            .hint(message!("undefined-value.baseline-hint")),
        Missing::Target { word, known, span } => {
            let message = if word.is_empty() {
                message!("undefined-value.which-target")
            } else {
                message!("undefined-value.target", word = word)
            };
            new(message)
                .related(span, message!("undefined-value.here"))
                .hint(message!("known", known = known.join(", ")))
        }
    }
}

/// A word for an owner that nothing is called by. `entry` is the reference that is meant if the
/// word is the id of an entry.
pub(crate) fn owner(span: Span, word: &str, entry: Option<&str>) -> Finding {
    let finding = Finding::new(&RULE, span, message!("undefined-value.owner", word = word));
    let known: Vec<&str> = ValueOwner::ALL.iter().map(|owner| owner.word()).collect();
    if let Some(entry) = entry {
        return finding.hint(offer::write(entry));
    }
    match called(word, &known) {
        Some(meant) => finding.hint(message!("did-you-mean", name = meant)),
        None => {
            let otherwise = message!("undefined-value.owner-hint", known = known.join(", "));
            finding.suggest(word, known, otherwise)
        }
    }
}

/// A reference to a value without its scheme.
pub(crate) fn scheme(span: Span, written: &str) -> Finding {
    Finding::new(&RULE, span, message!("undefined-value.scheme"))
        .hint(offer::write(&format!("{VALUE}:{written}")))
}

/// An owner of which there are several, without an id.
pub(crate) fn without_id(span: Span, owner: ValueOwner, known: &NameIndex) -> Finding {
    let word = owner.word();
    let hint = known.listed(&kind(owner));
    Finding::new(
        &RULE,
        span,
        message!("undefined-value.without-id", owner = word),
    )
    .hint(hint)
}

/// An id of the plan, which has none.
pub(crate) fn plan_with_id(span: Span, id: &str) -> Finding {
    Finding::new(&RULE, span, message!("undefined-value.plan-id", id = id))
        .hint(offer::write("value:plan/…"))
}

/// A source of money that there is not.
pub(crate) fn source(span: Span, word: &str) -> Finding {
    let known: Vec<&str> = FundingSource::ALL.iter().map(|one| one.word()).collect();
    let finding = Finding::new(&RULE, span, message!("undefined-value.source", word = word));
    match called(word, &known) {
        Some(meant) => finding.hint(message!("did-you-mean", name = meant)),
        None => {
            let otherwise = message!("known", known = known.join(", "));
            finding.suggest(word, known, otherwise)
        }
    }
}

/// What an owner is called.
fn kind(owner: ValueOwner) -> Message {
    match owner {
        ValueOwner::Plan => message!("kind-entry"),
        ValueOwner::Pillar => message!("kind-pillar"),
        ValueOwner::Dimension => message!("kind-dimension"),
        ValueOwner::Opd => message!("kind-opd"),
        ValueOwner::Phase => message!("kind-phase"),
        ValueOwner::Source => message!("kind-source"),
        ValueOwner::Program => message!("kind-program"),
    }
}

/// The word that is meant by another for it, or by its singular.
fn called<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    let is_meant = |one: &&&str| {
        let singular = one.strip_suffix('s').unwrap_or(one);
        let names = [**one, singular];
        word == singular
            || !indonesian::words(word, &names).is_empty()
            || !indonesian::keys(word, names).is_empty()
    };
    let mut meant = known.iter().filter(is_meant);
    match (meant.next(), meant.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ValueOwner, called};

    #[test]
    fn values_are_called_by_other_words() {
        let owners: Vec<&str> = ValueOwner::ALL.iter().map(|owner| owner.word()).collect();
        let of_plan: Vec<&str> = ValueOwner::Plan
            .measures()
            .iter()
            .map(|measure| measure.word())
            .collect();
        for (known, word, meant) in [
            (&owners, "pilar", Some("pillar")),
            (&owners, "fase", Some("phase")),
            (&owners, "rencana", None),
            (&of_plan, "anggaran", Some("budget")),
            (&of_plan, "program", Some("programs")),
            (&of_plan, "quick-win", Some("quick-wins")),
            (&of_plan, "kecamatan", Some("districts")),
            (&of_plan, "bugdet", None),
        ] {
            assert_eq!(called(word, known), meant, "{word}");
        }
    }
}
