//! Braces at the end of a heading.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::event::{Event, Item};
use crate::slice::slice;

/// Whether the parser has taken braces for attributes of a heading that say nothing to
/// anybody, as in `## The role of {PPID}`.
pub(super) fn are_words(heading: &Tag<'_>) -> bool {
    let Tag::Heading {
        id, classes, attrs, ..
    } = heading
    else {
        return false;
    };
    id.is_none() && classes.is_empty() && attrs.iter().all(|(_, value)| value.is_none())
}

/// The words among the attributes of a heading that say nothing to anybody, where others
/// do: they are not printed.
pub(crate) fn idle_words<'h>(heading: &'h Tag<'_>) -> Vec<&'h str> {
    let Tag::Heading { attrs, .. } = heading else {
        return Vec::new();
    };
    if are_words(heading) {
        return Vec::new();
    }
    let idle = attrs.iter().filter(|(_, value)| value.is_none());
    idle.map(|(word, _)| &**word).collect()
}

/// What the parser has left out at the end of a heading, with the space before it; `items`
/// end with what it has kept. `None` if it has left nothing out.
pub(super) fn left_out(
    text: &str,
    heading: &Range<usize>,
    items: &[Item<'_>],
) -> Option<Range<usize>> {
    let (last, before) = items.last()?;
    let written = slice(text, heading.clone()).trim_end();
    let written = if written.starts_with('#') {
        written.lines().next()?.trim_end()
    } else {
        // A line of dashes stands below it.
        slice(written, ..written.rfind('\n')?).trim_end()
    };
    let open = written.trim_end_matches('#').trim_end();
    let inside = open.strip_suffix('}')?;
    let start = heading.start + inside.rfind('{')?;
    let end = heading.start + open.len();
    if matches!(last, Event::Start(Tag::Heading { .. })) {
        return Some(start..end);
    }
    (before.end <= start).then_some(before.end..end)
}
