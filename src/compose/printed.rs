//! The printed strings in the code of a part.
//!
//! Typst forgets where a string stood in the code. In markup it does not: `[#"text"]` is
//! the same as `"text"`, and each letter of it on a page knows the string that it comes
//! from. So the strings that are printed are put into markup once a part is finished.
//!
//! A run of letters that offers no place to break may be longer than a line, and would
//! leave the page: it gets places to break, which are not seen and which
//! [`typeset`](crate::typeset) takes out of the finished pages again.

use super::code::{decoded, end_of_literal};
use crate::source::slice;

/// A place where a line may end, without being seen.
pub(crate) const BREAK: char = '\u{200b}';

/// Fewest characters of a run that gets places to break: no word is as long.
const LONG: usize = 40;

/// How many characters stand together at both ends of such a run at least.
const TOGETHER: usize = 4;

/// Beginnings of calls whose string is printed as it is.
const VERBATIM: &str = "raw(";

/// Beginning of a block of code, which a template takes for one string.
const CODE: &str = "code-block(";

/// The code with its printed strings in markup.
pub(crate) fn mark(code: &str) -> String {
    let bytes = code.as_bytes();
    let mut marked = String::with_capacity(code.len() + code.len() / 16);
    let mut copied = 0;
    // The last byte that is neither a blank nor in a comment.
    let mut last = b'\n';
    let mut in_code = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let behind = slice(code, at..);
        match byte {
            b'"' => {
                let end = end_of_literal(code, at);
                let inside = code.get(at + 1..end.saturating_sub(1)).unwrap_or("");
                let before = slice(code, copied..at);
                marked.push_str(before);
                copied = end;
                let rest = slice(code, end..).trim_start();
                let stands_alone =
                    matches!(last, b'{' | b';') && rest.starts_with([';', '}']) && !in_code;
                if stands_alone {
                    marked.push_str("[#\"");
                    push_breakable(&mut marked, inside);
                    marked.push_str("\"]");
                } else if in_code || before.ends_with(VERBATIM) {
                    marked.push('"');
                    push_breakable(&mut marked, inside);
                    marked.push('"');
                } else {
                    marked.push_str(slice(code, at..end));
                }
                last = byte;
                at = end;
            }
            b'/' if behind.starts_with("/*") => {
                at += behind.find("*/").map_or(behind.len(), |end| end + 2);
            }
            b'{' | b'}' => {
                in_code = code.get(..at).is_some_and(|before| before.ends_with(CODE));
                last = byte;
                at += 1;
            }
            _ => {
                if !byte.is_ascii_whitespace() {
                    last = byte;
                }
                at += 1;
            }
        }
    }
    marked.push_str(slice(code, copied..));
    marked
}

/// Adds the inside of a literal, with places to break in its long runs.
fn push_breakable(code: &mut String, inside: &str) {
    if !may_be_long(inside) {
        code.push_str(inside);
        return;
    }
    let characters: Vec<(usize, char)> = decoded(inside).collect();
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
            code.push_str(slice(inside, copied..offset));
            code.push(BREAK);
            copied = offset;
        }
    }
    code.push_str(slice(inside, copied..));
}

/// Whether the inside of a literal may hold a long run.
fn may_be_long(inside: &str) -> bool {
    let mut length = 0_usize;
    inside.bytes().any(|byte| {
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

    #[test]
    fn strings_that_are_printed_stand_in_markup() {
        let marked = |code: &str| mark(code);
        assert_eq!(
            marked(r#"par({/*@1:2*/"a"; emph({"b \"; c"; }); "d"; }); "#),
            r#"par({/*@1:2*/[#"a"]; emph({[#"b \"; c"]; }); [#"d"]; }); "#
        );
        let data = r#"#table(("title":{"a"},"number":"1","list":("x",),))"#;
        let with = r#"#table(("title":{[#"a"]},"number":"1","list":("x",),))"#;
        assert_eq!(marked(data), with);
        assert_eq!(
            marked(r#"link("b", {"c"}); raw("d"); "#),
            r#"link("b", {[#"c"]}); raw("d"); "#
        );
    }

    #[test]
    fn code_stays_a_string() {
        let code = r#"code-block({"a\u{a}"; "}b"; }); "#;
        assert_eq!(mark(code), code);
        let long = format!("code-block({{\"{}\"; }}); ", "x".repeat(LONG));
        assert_eq!(mark(&long).replace(BREAK, ""), long);
        assert!(mark(&long).contains(BREAK));
    }

    #[test]
    fn long_runs_may_be_broken_and_words_may_not() {
        let word = "x".repeat(LONG - 1);
        let code = format!("{{\"{word} {word}-{word}\"; }}");
        assert!(!mark(&code).contains(BREAK));
        let code = format!("{{\"a {word}x b\"; }}");
        let marked = mark(&code);
        assert_eq!(marked.matches(BREAK).count(), LONG + 1 - 2 * TOGETHER);
        assert_eq!(
            marked.replace(BREAK, ""),
            format!("{{[#\"a {word}x b\"]; }}")
        );
        // An escape is one character.
        let code = format!("raw(\"{}\"); ", "\\\"\\\\".repeat(LONG));
        let marked = mark(&code);
        assert!(marked.contains(BREAK));
        assert_eq!(marked.replace(BREAK, ""), code);
    }
}
