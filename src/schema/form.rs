//! Forms that `check` asks of a value beside its type, as far as a schema can say them:
//! ids, codes, colours, and ranges of numbers. What only the rest of the plan tells, such
//! as whether something with an id is there, no schema can say.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use crate::check::rules;
use crate::diff;
use crate::finding::Group;
use crate::resolve::{OUTLINE_WORDS, PROGRAM_NUMBERS};

/// An id, without the anchors.
pub(crate) const ID: &str = "[a-z0-9]+(-[a-z0-9]+)*";

/// A field of government affairs, as in the first two parts of a nomenclature code.
const FIELD: &str =
    r"(X\.XX|1\.0[1-6]|2\.(0[7-9]|1[0-9]|2[0-4])|3\.(2[5-9]|3[0-2])|[4-8]\.(0[1-9]|[1-9][0-9]))";

/// The number of a civil servant, whose digits may have spaces between them.
static NIP: LazyLock<String> = LazyLock::new(|| {
    let month = "(0 *[1-9]|1 *[0-2]) *";
    let day = "(0 *[1-9]|[12] *[0-9]|3 *[01]) *";
    let digits = |count: usize| "[0-9] *".repeat(count);
    let (year, sequence) = (digits(4), digits(3));
    format!("^ *{year}{month}{day}{year}{month}[12] *{sequence}$")
});

/// The code of a rule, a group or a kind of change, in upper or lower case.
const SHORT: &str = "^[A-Za-z]{3}([0-9]{3})?$";

/// What is asked of a key of a table beside the type of its value; of each item where the
/// value is a list. Empty for most keys.
pub(crate) fn of_key(table: &str, key: &str) -> Map<String, Value> {
    let form = match (table, key) {
        (_, "id") => matching(ID),
        ("program", "pillar" | "dimension" | "also" | "answers" | "depends-on") => matching(ID),
        ("program", "districts" | "laws") => matching(ID),
        ("pillar", "person-in-charge") | ("pillar-policy", "dimension") => matching(ID),
        ("goal", "mission") | ("law", "by") => matching(ID),
        ("need" | "proposal", "pillar") | ("member", "opd" | "stakeholder") => matching(ID),
        ("evaluation-finding", "opd") => matching(ID),
        ("embed", "pillar" | "dimension" | "opd" | "district" | "phase") => matching(ID),
        ("program", "partners") => reference(&["opd", "stakeholder"]),
        ("program", "supports") => reference(&["goal", "priority", "policy", "need"]),
        ("plan-volume", "front" | "body" | "annex") => {
            let words = OUTLINE_WORDS.join("|");
            matching(&format!("({words}|(chapter|pillar):{ID})"))
        }
        ("program", "number") => range(*PROGRAM_NUMBERS.start(), *PROGRAM_NUMBERS.end()),
        ("program", "code") => matching(&format!(r"{FIELD}\.[0-9]{{2}}")),
        ("program-activity", "code") => matching(&format!(
            r"{FIELD}\.[0-9]{{2}}\.[0-9]\.[0-9]{{2}}(\.([0-9]{{2}}|[0-9]{{4}}))?"
        )),
        ("program-sub", "code") => matching(&format!(
            r"{FIELD}\.[0-9]{{2}}\.[0-9]\.[0-9]{{2}}\.([0-9]{{2}}|[0-9]{{4}})"
        )),
        ("pillar", "code") => matching("[A-Z]{2,5}"),
        ("pillar", "color") => matching("#[0-9A-Fa-f]{6}"),
        ("opd-head", "nip") => json!({ "pattern": *NIP }),
        ("plan-policy", "single-source-percent" | "budget-change-percent") => range(0, 100),
        ("readiness", "current" | "target") => range(0, 5),
        ("plan-exception", "rule") => named(adjustable()),
        _ => return Map::new(),
    };
    object(form)
}

/// What is asked of the names in a table whose keys are names.
pub(crate) fn of_names(table: &str) -> Map<String, Value> {
    let form = match table {
        "plan-rules" => {
            let groups = Group::ALL.iter().map(|group| group.word());
            let several = ["all", "warnings"].into_iter().chain(groups);
            named(several.chain(adjustable()))
        }
        "plan-changes" => named(diff::Kind::ALL.iter().map(|kind| kind.name())),
        _ => return Map::new(),
    };
    object(json!({ "propertyNames": form }))
}

/// The rules whose level is not fixed.
fn adjustable() -> impl Iterator<Item = &'static str> {
    let rules = rules().into_iter().filter(|rule| !rule.fixed_level);
    rules.map(|rule| rule.name)
}

fn matching(pattern: &str) -> Value {
    json!({ "pattern": format!("^{pattern}$") })
}

fn reference(kinds: &[&str]) -> Value {
    matching(&format!("({}):{ID}", kinds.join("|")))
}

fn range(first: u32, last: u32) -> Value {
    json!({ "minimum": first, "maximum": last })
}

/// One of some names, or a code.
fn named(names: impl Iterator<Item = &'static str>) -> Value {
    let names: Vec<&str> = names.collect();
    json!({ "anyOf": [{ "enum": names }, { "pattern": SHORT }] })
}

fn object(form: Value) -> Map<String, Value> {
    match form {
        Value::Object(form) => form,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Map::new()
        }
    }
}
