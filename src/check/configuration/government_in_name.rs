//! A region whose name says another kind of government than the plan.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{Government, PlanFile};

/// The rule `government-in-name` (CFG012).
pub static RULE: Rule = Rule::warning("CFG012", "government-in-name", Group::Configuration)
    .example(
        "plan.toml",
        "city = \"Kabupaten Contohan\"",
        "city = \"Kabupaten Contohan\"\ngovernment = \"kabupaten\"",
    );

/// Holds the first word of the name against the kind of government; `None` if they agree, or
/// the name has no such word.
pub fn finding(file: &PlanFile) -> Option<Finding> {
    if file.invalid_keys.contains("government") {
        return None;
    }
    let first = file.city.value.split_whitespace().next()?.to_lowercase();
    let mut governments = Government::ALL.iter();
    let named = governments.find(|government| government.word() == first)?;
    let said = file.government.value;
    let finding = Finding::new(
        &RULE,
        file.city.span,
        message!(
            "government-in-name",
            name = &file.city.value,
            government = said.word()
        ),
    );
    (*named != said)
        .then(|| finding.hint(message!("government-in-name.hint", named = named.word())))
}
