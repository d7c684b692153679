//! Straight quotation marks that cannot open anything.

use super::event::{Event, Item};
use super::inline::is_inline;
use crate::slice::slice;

/// Makes closing marks of opening ones that stand behind what they belong to: the parser
/// takes a mark without a partner for an opening one, also that of inches.
pub(crate) fn lower(text: &str, items: &mut [Item<'_>], begin: usize) {
    let mut wrong: Vec<Mark> = Vec::new();
    for at in begin..items.len() {
        let Some((event, range)) = items.get(at) else {
            break;
        };
        let parts = match event {
            Event::Text(mark) => {
                if &**mark == "“" && text.get(range.clone()) == Some("\"") {
                    let before = slice(text, ..range.start);
                    let after = slice(text, range.end..);
                    wrong.extend(Mark::of(at, before, after));
                }
                false
            }
            Event::Start(tag) => !is_inline(tag.to_end()),
            Event::End(end) => !is_inline(*end),
            Event::StartKey
            | Event::EndKey
            | Event::Code(_)
            | Event::Formula(_)
            | Event::TornFormula
            | Event::TornTable
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::FootnoteReference(_)
            | Event::Task(_)
            | Event::Html(_) => false,
        };
        if parts {
            close(items, &mut wrong);
        }
    }
    close(items, &mut wrong);
}

/// A mark that cannot open.
#[derive(Debug, Clone, Copy)]
struct Mark {
    item: usize,
    /// Whether it stands inside a word, and may open there if another one closes.
    inside: bool,
}

impl Mark {
    /// A mark between these texts, if it cannot open.
    fn of(item: usize, before: &str, after: &str) -> Option<Self> {
        let before = before.chars().next_back().filter(|c| !c.is_whitespace())?;
        let next = after.chars().next();
        let ends = next.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}|".contains(c));
        let within = before.is_alphanumeric();
        (within || (ends && !"([{".contains(before))).then_some(Self {
            item,
            inside: before.is_alphabetic() && next.is_some_and(char::is_alphanumeric),
        })
    }
}

fn close(items: &mut [Item<'_>], wrong: &mut Vec<Mark>) {
    let mut marks = wrong.drain(..).peekable();
    while let Some(mark) = marks.next() {
        let closing = match marks.next_if(|next| mark.inside && !next.inside) {
            Some(partner) => partner,
            None => mark,
        };
        if let Some((event, _)) = items.get_mut(closing.item) {
            *event = Event::Text("”".into());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::{BlockKind, plain, read};

    fn printed(text: &str) -> String {
        let tree = read(text);
        let lines = tree.blocks.iter().map(|block| {
            let BlockKind::Paragraph(line) = &block.kind else {
                panic!("{block:?}");
            };
            plain(line)
        });
        lines.collect()
    }

    #[test]
    fn a_mark_behind_a_word_or_number_closes() {
        for (text, expected) in [
            ("Layar 55\" dan 42\".", "Layar 55” dan 42”."),
            ("Sudut 5'10\" lebar", "Sudut 5’10” lebar"),
            ("kata\"nya\" lain", "kata“nya” lain"),
            ("\"kutipan\" dan 5\"", "“kutipan” dan 5”"),
            ("layar 32\"/80 cm", "layar 32”/80 cm"),
            ("**55**\" lebar", "55” lebar"),
            ("(\"a\") \"b", "(“a”) “b"),
            ("\"a 5\" b\"", "“a 5” b”"),
        ] {
            assert_eq!(printed(text), expected, "{text}");
        }
    }
}
