//! Sentences made of parts of sentences.

/// A part of a sentence as a sentence of its own.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars.clone()).collect()
}
