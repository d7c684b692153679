//! Definitions of labels that nothing of the book comes from.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::{OPTIONS, front_matter};
use crate::source::slice;

/// A definition such as `[label]: address` that has no effect.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct IdleDefinition {
    /// Its line, without the white space around it.
    pub range: Range<usize>,
    /// The label.
    pub label: String,
    /// The definition of the same label before it; `None` where the label is defined once
    /// and nothing refers to it.
    pub first: Option<Range<usize>>,
}

/// The definitions of a text that have no effect, in its order. One that leads to `#` is
/// how Markdown writes comments.
pub(crate) fn idle_definitions(text: &str) -> Vec<IdleDefinition> {
    let start = front_matter(text).map_or(0, |front| front.end);
    let narrative = slice(text, start..);
    if !narrative.contains("]:") {
        return Vec::new();
    }
    let mut candidates = candidates(narrative);
    let mut used = BTreeSet::new();
    let mut parser = Parser::new_ext(narrative, OPTIONS).into_offset_iter();
    while let Some((event, range)) = parser.next() {
        if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) =
            &event
            && is_labelled(*link_type)
            && let Some(definition) = parser.reference_definitions().get(id)
        {
            used.insert(definition.span.start);
        }
        if !holds_blocks(&event) {
            while let Some(read) = candidates.range(range.clone()).next().copied() {
                candidates.remove(&read);
            }
        }
    }
    let line = |at: usize| {
        let line = slice(narrative, at..).lines().next().unwrap_or_default();
        start + at..start + at + line.trim_end().len()
    };
    let definitions = parser.reference_definitions();
    let mut idle: Vec<IdleDefinition> = definitions
        .iter()
        .filter(|(_, definition)| {
            definition.dest.as_ref() != "#" && !used.contains(&definition.span.start)
        })
        .map(|(label, definition)| IdleDefinition {
            range: line(definition.span.start),
            label: label.to_owned(),
            first: None,
        })
        .collect();
    for at in candidates {
        let label = label(slice(narrative, at..)).unwrap_or_default();
        let Some(first) = definitions.get(&label) else {
            continue;
        };
        if first.dest.as_ref() != "#" && !first.span.contains(&at) {
            idle.push(IdleDefinition {
                range: line(at),
                first: Some(line(first.span.start)),
                label,
            });
        }
    }
    idle.sort_by_key(|definition| definition.range.start);
    idle
}

/// Whether a link has its address from a definition.
fn is_labelled(link_type: LinkType) -> bool {
    matches!(
        link_type,
        LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
    )
}

/// Whether an event begins or ends a block that holds other blocks, between which
/// definitions may stand.
fn holds_blocks(event: &Event<'_>) -> bool {
    let end = if let Event::Start(tag) = event {
        tag.to_end()
    } else if let Event::End(end) = event {
        *end
    } else {
        return false;
    };
    matches!(
        end,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition
    )
}

/// Where lines begin that may be definitions, behind the marks of quotes and lists.
fn candidates(text: &str) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_mark = |c: char| c.is_whitespace() || c.is_ascii_digit() || ">-*+.):".contains(c);
        let rest = line.trim_start_matches(is_mark);
        if label(rest).is_some() {
            found.insert(at + line.len() - rest.len());
        }
        at += line.len();
    }
    found
}

/// The label that a line defines, with single spaces.
fn label(line: &str) -> Option<String> {
    let inside = line
        .strip_prefix('[')
        .filter(|rest| !rest.starts_with('^'))?;
    let line = inside.lines().next()?;
    let (label, _) = line.split_once("]:")?;
    Some(label.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::idle_definitions;

    #[test]
    fn definitions_without_effect_are_found() {
        let idle = |text: &str| -> Vec<(String, String, bool)> {
            idle_definitions(text)
                .into_iter()
                .map(|idle| {
                    (
                        text[idle.range].to_owned(),
                        idle.label,
                        idle.first.is_some(),
                    )
                })
                .collect()
        };
        let one = |line: &str, label: &str, twice| (line.to_owned(), label.to_owned(), twice);
        for (text, line, label, twice) in [
            ("[Sumber]: BPS\n", "[Sumber]: BPS", "Sumber", false),
            (
                "Isi.\n\n[Catatan]: <angka sementara> \n",
                "[Catatan]: <angka sementara>",
                "Catatan",
                false,
            ),
            ("> [a]: b\n> Isi.\n", "[a]: b", "a", false),
            ("- Isi\n\n  [a]: b\n", "[a]: b", "a", false),
            ("[a]\n\n[a]: b\n[A]: c\n", "[A]: c", "A", true),
            (
                "[a  b][]\n\n> [a b]: b\n\n[a\tb]: c\nIsi.\n",
                "[a\tb]: c",
                "a b",
                true,
            ),
            ("![p][a]\n\n[a]: b\n\n- [a]: c\n", "[a]: c", "a", true),
        ] {
            assert_eq!(idle(text), [one(line, label, twice)], "{text}");
        }
        for text in [
            "[a]\n\n[a]: b\n",
            "[x][A] dan ![y][Ä b]\n\n[a]: b\n[ä  B]: c\n",
            "[//]: # (komentar)\n[//]: # (lagi)\n",
            "[a]\n\n[a]: b\n\n<!--\n[a]: c\n-->\n\n```\n[a]: d\n```\n\n    [a]: e\n",
            "Isi [a]\n[a]: b\n\n[a]: c\n",
            "- [a]\n- Isi\n  [a]: b\n\n[a]: c\n",
            "| a |\n|---|\n| [a]: b |\n",
            "[^1]: Catatan.\n",
            "\\[a]: b\n",
        ] {
            assert_eq!(idle(text), [], "{text}");
        }
        let text = "+++\n+++\n[1]: BPS-2025\n[2]: Bappeda-2024\nIsi.\n";
        let both = [
            one("[1]: BPS-2025", "1", false),
            one("[2]: Bappeda-2024", "2", false),
        ];
        assert_eq!(idle(text), both);
    }
}
