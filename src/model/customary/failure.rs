//! What spreadsheets show in a cell without a value: `#REF!`, `########`; and formulas.

use std::sync::LazyLock;

use super::{Pattern, literal};

static FAILURE: Pattern = LazyLock::new(|| {
    literal(
        r"(?i)^#(?:REF!|VALUE!|DIV/0!|NUM!|NULL!|NAME\?|SPILL!|CALC!|FIELD!|N/A|GETTING_DATA|NILAI!|NAMA\?|ANGKA!|#{3,})",
    )
});
static FORMULA: Pattern = LazyLock::new(|| {
    literal(r"(?i)^[=+@]+(?:[A-Z][A-Z.]{1,14}\(.*\)|\(?\$?[A-Z]{1,3}\$?\d+\b.*)$")
});

/// What a text is that stands for no value, as it was written. `None` of any other text.
pub fn failure(text: &str) -> Option<&str> {
    let text = text.trim();
    let whole = FAILURE
        .find(text)
        .is_some_and(|found| found.end() == text.len());
    (whole || FORMULA.is_match(text)).then_some(text)
}

/// Whether a text begins with what such a cell shows.
pub(crate) fn begins_failure(text: &str) -> bool {
    FAILURE.is_match(text)
}
