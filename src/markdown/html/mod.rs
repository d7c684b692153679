//! HTML in a text: `<br>`, `<sub>`, `<sup>` and `<kbd>` mean what they mean in a
//! browser, comments are dropped, every other tag is left out, and the text between
//! tags stays.

use crate::source::slice;

mod block;
mod name;
mod token;

pub use block::HtmlBlock;
pub use name::{Meaning, is_void, is_words, meaning, separates_paragraphs};
pub use token::{Token, Tokens, attribute};

/// Most characters of dropped HTML that a finding shows.
const SHOWN: usize = 40;

/// How a piece of HTML begins, in one line.
pub fn beginning(html: &str) -> String {
    // A few words are enough; the piece may be megabytes long.
    let words: Vec<&str> = html.split_whitespace().take(SHOWN).collect();
    let line = words.join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", slice(&line, ..end).trim_end()),
        None => line,
    }
}
