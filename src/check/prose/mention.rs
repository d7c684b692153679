//! Which words stand somewhere in a plan.

use std::collections::BTreeSet;

/// Takes the words away that stand in a text as words.
pub(crate) fn take_mentioned(words: &mut BTreeSet<&str>, text: &str) {
    for token in text.split(|c: char| !c.is_alphanumeric()) {
        if !token.is_empty() {
            words.remove(token);
        }
    }
    // What is no word to the letter, such as `COVID-19`.
    words.retain(|word| {
        let whole = word.chars().all(char::is_alphanumeric);
        whole || !text.contains(*word)
    });
}
