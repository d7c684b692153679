//! Where the lines of a printed text may end and may not.
//!
//! A run of letters that offers no place to break may be longer than a line, and would leave
//! the page: it gets places to break. What belongs together is held together. The marks for
//! both are not seen, and [`typeset`](crate::typeset) takes them out of the finished pages
//! again.

use super::literal::push_escaped;
use crate::language::{JOINER, for_each_join};
use crate::slice::slice;

/// A place where a line may end, without being seen.
pub(crate) const BREAK: char = '\u{200b}';

/// Fewest characters of a run that gets places to break: no word is as long.
const LONG: usize = 40;

/// How many characters stand together at both ends of such a run at least.
const TOGETHER: usize = 4;

/// Adds the inside of a literal, with places to break in the long runs of its text, and
/// numbers held together with what they count.
pub(crate) fn push_printed(code: &mut String, text: &str) {
    let mut copied = 0;
    for_each_join(text, |at| {
        push_breakable(code, slice(text, copied..at));
        code.push(JOINER);
        copied = at;
    });
    push_breakable(code, slice(text, copied..));
}

/// Adds the inside of a literal, with places to break in the long runs of its text.
pub(crate) fn push_breakable(code: &mut String, text: &str) {
    if !may_be_long(text) {
        push_escaped(code, text);
        return;
    }
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut copied = 0;
    for run in characters.chunk_by(|(_, one), (_, two)| hangs_together(*one, *two)) {
        if run.len() < LONG {
            continue;
        }
        // Words that blanks hold together are not broken themselves.
        let is_blank = |at: usize| matches!(run.get(at), Some((_, '\u{a0}')));
        let has_blanks = (0..run.len()).any(is_blank);
        for at in TOGETHER..run.len() + 1 - TOGETHER {
            let Some(&(offset, _)) = run.get(at) else {
                continue;
            };
            if has_blanks && !is_blank(at - 1) {
                continue;
            }
            push_escaped(code, slice(text, copied..offset));
            code.push(BREAK);
            copied = offset;
        }
    }
    push_escaped(code, slice(text, copied..));
}

/// Whether a text may hold a long run.
fn may_be_long(text: &str) -> bool {
    let mut length = 0_usize;
    text.bytes().any(|byte| {
        length = match byte {
            b' ' | b'-' => 0,
            _ => length + 1,
        };
        length >= LONG
    })
}

/// Whether a line cannot end between two characters, but may be broken there if need be.
/// What is written in joined letters, or without spaces, is left to Typst.
pub(crate) fn hangs_together(one: char, two: char) -> bool {
    let plain = |c: char| c > ' ' && c < '\u{300}' && !c.is_control();
    plain(one) && plain(two) && !matches!(one, '-' | '\u{ad}') && two != '\u{ad}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breakable(text: &str) -> String {
        let mut code = String::new();
        push_breakable(&mut code, text);
        code
    }

    #[test]
    fn long_runs_may_be_broken_and_words_may_not() {
        let word = "x".repeat(LONG - 1);
        assert!(!breakable(&format!("{word} {word}-{word}")).contains(BREAK));
        let text = format!("a {word}x b");
        let code = breakable(&text);
        assert_eq!(code.matches(BREAK).count(), LONG + 1 - 2 * TOGETHER);
        assert_eq!(code.replace(BREAK, ""), text);
        // An escape is one character.
        let code = breakable(&"\"\\".repeat(LONG));
        assert!(code.contains(BREAK));
        assert_eq!(code.replace(BREAK, ""), "\\\"\\\\".repeat(LONG));
    }
}
