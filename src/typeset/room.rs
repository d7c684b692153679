//! Room for notes on the pages that refer to them.
//!
//! Typst moves a paragraph to the next page if its note has no room at the foot of this
//! one. A list and a quotation are each one block to it, of which it moves nothing: the
//! note alone goes to the next page. So do the notes of a note, and that of a heading stays
//! behind where the heading moves. Where that has happened, the item or the paragraph asks
//! for more room than there is left, and the book is laid out again.

use crate::compose::end_of_literal;

/// How much room is asked for, one after the other, in points: so much as two lines and a
/// note take, a longer text, most of a page's end.
pub(crate) const ROOM: [u16; 3] = [60, 120, 240];

/// What asks for it.
pub(crate) fn asked(room: u16) -> String {
    format!("needed({room}pt); ")
}

/// Something that is open in a piece of code.
struct Open<'c> {
    /// The name of the call, if it is one.
    call: Option<&'c str>,
    /// Where its inside begins.
    start: usize,
    /// Where the last statement in it begins.
    statement: usize,
}

/// Where to ask for room for the note that has a label: where the item of a list, the
/// paragraph of a quotation, the definition, or else the paragraph or heading begins in which
/// it is set; `None` if it stands in none, or in a table.
pub fn begin(code: &str, label: &str) -> Option<usize> {
    let note = code.match_indices(label).find_map(|(at, _)| {
        let before = code.get(..at)?.strip_suffix("note(")?;
        Some(before.len())
    })?;
    let open = open_at(code, note);
    if open.iter().any(|open| open.call == Some("prose-table")) {
        return None;
    }
    let call = |at: usize| open.get(at).and_then(|open| open.call);
    for at in (1..open.len()).rev() {
        let (Some(outer), Some(inner)) = (open.get(at - 1), open.get(at)) else {
            continue;
        };
        match (outer.call, inner.call) {
            (Some("list" | "enum"), None) => return Some(inner.start),
            (None, None) if at > 1 && call(at - 2) == Some("definitions") => {
                return Some(inner.start);
            }
            (Some("quote" | "alert"), None) => return Some(inner.statement),
            _ => {}
        }
    }
    let whole = open
        .iter()
        .position(|open| matches!(open.call, Some("par" | "section")))?;
    Some(open.get(whole.checked_sub(1)?)?.statement)
}

/// Everything that is open at a place, the outermost first.
fn open_at(code: &str, until: usize) -> Vec<Open<'_>> {
    let mut open: Vec<Open<'_>> = Vec::new();
    let bytes = code.as_bytes();
    let mut at = 0;
    while at < until {
        let Some(byte) = bytes.get(at) else { break };
        match byte {
            b'"' => {
                at = end_of_literal(code, at);
                continue;
            }
            b'(' | b'{' | b'[' => open.push(Open {
                call: (*byte == b'(').then(|| name_before(code, at)).flatten(),
                start: at + 1,
                statement: at + 1,
            }),
            b')' | b'}' | b']' => {
                open.pop();
            }
            b';' => {
                if let Some(inner) = open.last_mut() {
                    inner.statement = at + 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    open
}

/// The name of what is called with arguments that begin there.
fn name_before(code: &str, at: usize) -> Option<&str> {
    let before = code.get(..at)?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let name = before.trim_end_matches(is_part).len();
    code.get(name..at).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::begin;

    #[test]
    fn the_blocks_that_can_move_are_found() {
        for code in [
            "{[a];| par({[a]; note(\"n\", {[b]}); }); }",
            "{[a];| section((\"title\":{title-note({note(\"n\", {}); }); },)); }",
            "{list({|[a]; note(\"n\", {[b]}); }, {[c]}, ); }",
            "list({[a]}, {|par({\"a; }\"; note(\"n\", {}); }); }, );",
            "enum(start: 1, {[a]; list({|note(\"n\", {}); }, ); }, );",
            "quote(block: true, {par({[a]; });| par({note(\"n\", {}); }); });",
            "quote(block: true, {list({|note(\"n\", {}); }, ); });",
            "list({quote(block: true, {|par({note(\"n\", {}); }); }); }, );",
            "{list({[a]; footnote(label(\"n\")); }, );| par({note(\"n\", {}); }); }",
            "list({|[a]; unmarked({note(\"n\", {}); }); }, );",
            "definitions(({[a]}, {|note(\"n\", {}); }), );",
        ] {
            let found = begin(&code.replace('|', ""), "\"n\"");
            assert_eq!(found, code.find('|'), "{code}");
        }
        for code in [
            "{par({note(\"m\", {}); }); }",
            "{prose-table((), (({par({note(\"n\", {}); }); }, ), )); }",
            "{[a]; note(\"n\", {}); }",
        ] {
            assert_eq!(begin(code, "\"n\""), None, "{code}");
        }
    }
}
