//! Definitions of labels that nothing of the book comes from.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, RefDefs, Tag, TagEnd};

use crate::slice::slice;

/// A definition such as `[label]: address` that has no effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdleDefinition {
    /// Its line, without the white space around it.
    pub range: Range<usize>,
    /// The label.
    pub label: String,
    /// The definition of the same label before it; `None` where the label is defined once
    /// and nothing refers to it.
    pub first: Option<Range<usize>>,
}

/// Looks for definitions without effect while a text is parsed.
pub(crate) struct Definitions<'t> {
    /// The text behind its front matter.
    narrative: &'t str,
    /// Where that begins in the file.
    start: usize,
    /// Lines that may be definitions and that nothing else was read from.
    candidates: BTreeSet<usize>,
    /// Where the definitions begin that something refers to.
    used: BTreeSet<usize>,
    /// Whether there may be any definition.
    has_any: bool,
}

impl<'t> Definitions<'t> {
    /// Those of a text behind its front matter, which begins at `start` of the file.
    pub fn new(narrative: &'t str, start: usize) -> Self {
        let has_any = narrative.contains("]:");
        let candidates = if has_any {
            candidates(narrative)
        } else {
            BTreeSet::new()
        };
        Self {
            narrative,
            start,
            candidates,
            used: BTreeSet::new(),
            has_any,
        }
    }

    /// Takes an event of the parser, with bytes of the narrative.
    pub fn take(&mut self, event: &Event<'_>, range: &Range<usize>, defined: &RefDefs<'_>) {
        if !self.has_any {
            return;
        }
        if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) =
            event
            && is_labelled(*link_type)
            && let Some(definition) = defined.get(id)
        {
            self.used.insert(definition.span.start);
        }
        if !holds_blocks(event) {
            while let Some(read) = self.candidates.range(range.clone()).next().copied() {
                self.candidates.remove(&read);
            }
        }
    }

    /// The definitions that have no effect, in the order of the text, once all of it is parsed.
    /// One that leads to `#` is how Markdown writes comments.
    pub fn idle(&self, defined: &RefDefs<'_>) -> Vec<IdleDefinition> {
        if !self.has_any {
            return Vec::new();
        }
        let mut idle: Vec<IdleDefinition> = defined
            .iter()
            .filter(|(_, definition)| {
                definition.dest.as_ref() != "#" && !self.used.contains(&definition.span.start)
            })
            .map(|(label, definition)| IdleDefinition {
                range: self.line(definition.span.start),
                label: label.to_owned(),
                first: None,
            })
            .collect();
        for &at in &self.candidates {
            let label = label(slice(self.narrative, at..)).unwrap_or_default();
            let Some(first) = defined.get(&label) else {
                continue;
            };
            if first.dest.as_ref() != "#" && !first.span.contains(&at) {
                idle.push(IdleDefinition {
                    range: self.line(at),
                    first: Some(self.line(first.span.start)),
                    label,
                });
            }
        }
        idle.sort_by_key(|definition| definition.range.start);
        idle
    }

    /// The bytes of the file that a line of the narrative takes.
    fn line(&self, at: usize) -> Range<usize> {
        let line = slice(self.narrative, at..).lines().next();
        let line = line.unwrap_or_default();
        self.start + at..self.start + at + line.trim_end().len()
    }
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
    use crate::markdown::read;

    #[test]
    fn definitions_without_effect_are_found() {
        let idle = |text: &str| -> Vec<(String, String, bool)> {
            read(text)
                .idle
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
