//! Wording of suggestions.

use crate::language::{Message, message};

/// Names in backticks, the last behind “or”.
pub(crate) fn alternatives<'n>(names: impl IntoIterator<Item = &'n str>) -> Message {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        None => message!("said", text = ""),
        Some((only, [])) => message!("said", text = only),
        Some((last, others)) => message!("or", others = others.join(", "), last = last),
    }
}

/// Asks whether one of some names was meant.
pub fn meant<'n>(names: impl IntoIterator<Item = &'n str>) -> Message {
    message!("did-you-mean-one-of", names = alternatives(names))
}

/// Says what to write.
pub fn write(text: &str) -> Message {
    message!("write", text = text)
}
