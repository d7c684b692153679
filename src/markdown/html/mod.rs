//! HTML in a text: `<br>`, `<sub>`, `<sup>` and `<kbd>` mean what they mean in a
//! browser, comments are dropped, every other tag is left out, and the text between
//! tags stays.

use crate::slice::slice;

mod block;
mod name;
mod token;

pub(crate) use block::HtmlBlock;
pub use name::{Meaning, meaning};
pub(crate) use name::{is_void, is_words, separates_paragraphs};
pub(crate) use token::{Token, Tokens, attribute};

/// Most characters of dropped HTML that a finding shows.
const SHOWN: usize = 40;

/// How a piece of HTML begins, in one line.
pub(crate) fn beginning(html: &str) -> String {
    // A few words are enough; the piece may be megabytes long.
    let words: Vec<&str> = html.split_whitespace().take(SHOWN).collect();
    let line = words.join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", slice(&line, ..end).trim_end()),
        None => line,
    }
}
