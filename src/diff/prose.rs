//! Narrative, paragraph by paragraph.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::markdown::{Blocks, Event};
use crate::source::slice;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Text.
    Text,
    /// A heading of a level from 1.
    Heading(u8),
    /// An item of a list, with the depth of the list from 1.
    Item(u8),
    /// An item of a numbered list.
    Numbered(u8),
    /// A row of a table.
    Row,
    /// Code, or a block that asks for a table.
    Code,
    /// A line across the page.
    Rule,
}

/// A paragraph. Two are the same if they are of the same form and have the same words:
/// where lines break and how many spaces stand between words is no difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paragraph {
    /// What it is.
    pub form: Form,
    /// Its words as they were written, markup included, with one space between them;
    /// the lines of code as they are.
    pub text: String,
}

/// A paragraph with the bytes that it was read from.
pub type Placed = (Paragraph, Range<usize>);

/// The paragraphs of a text behind its front matter, in their order.
pub fn paragraphs(text: &str) -> Vec<Placed> {
    Reader {
        text,
        lists: Vec::new(),
        form: Form::Text,
        open: None,
        found: Vec::new(),
    }
    .read()
}

struct Reader<'t> {
    text: &'t str,
    /// Whether each list around is numbered.
    lists: Vec<bool>,
    /// The form of what comes next.
    form: Form,
    /// The bytes of the paragraph that is being read.
    open: Option<Range<usize>>,
    found: Vec<Placed>,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Placed> {
        let mut code: Option<String> = None;
        let mut blocks = Blocks::new(self.text);
        let mut items = Vec::new();
        while blocks.read(&mut items) {
            for (event, range) in items.drain(..) {
                match event {
                    Event::Start(Tag::CodeBlock(kind)) => {
                        self.close();
                        let info = match kind {
                            pulldown_cmark::CodeBlockKind::Fenced(info) => info.to_string(),
                            pulldown_cmark::CodeBlockKind::Indented => String::new(),
                        };
                        code = Some(format!("{info}\n"));
                    }
                    Event::End(TagEnd::CodeBlock) => {
                        let text = code.take().unwrap_or_default();
                        let form = Form::Code;
                        self.found.push((Paragraph { form, text }, range));
                    }
                    Event::Text(part) if code.is_some() => {
                        if let Some(code) = &mut code {
                            code.push_str(&part);
                        }
                    }
                    Event::Start(Tag::List(first)) => {
                        self.close();
                        self.lists.push(first.is_some());
                    }
                    Event::End(TagEnd::List(_)) => {
                        self.close();
                        self.lists.pop();
                        self.form = Form::Text;
                    }
                    Event::Start(Tag::Item) => {
                        self.close();
                        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
                        self.form = match self.lists.last() {
                            Some(true) => Form::Numbered(depth),
                            _ => Form::Item(depth),
                        };
                    }
                    Event::Start(Tag::Heading { level, .. }) => {
                        self.close();
                        self.form = Form::Heading(level as u8);
                        // Attributes of the heading stand in its line and nowhere else.
                        self.extend(&range);
                    }
                    Event::Start(Tag::TableHead | Tag::TableRow) => {
                        self.close();
                        self.form = Form::Row;
                        self.extend(&range);
                    }
                    Event::End(
                        TagEnd::Paragraph
                        | TagEnd::Heading(_)
                        | TagEnd::Item
                        | TagEnd::TableHead
                        | TagEnd::TableRow
                        | TagEnd::BlockQuote(_)
                        | TagEnd::FootnoteDefinition
                        | TagEnd::DefinitionListTitle
                        | TagEnd::DefinitionListDefinition,
                    ) => {
                        self.close();
                        self.form = Form::Text;
                    }
                    Event::Start(
                        Tag::Paragraph
                        | Tag::BlockQuote(_)
                        | Tag::Table(_)
                        | Tag::HtmlBlock
                        | Tag::DefinitionList
                        | Tag::DefinitionListTitle
                        | Tag::DefinitionListDefinition
                        | Tag::FootnoteDefinition(_),
                    ) => self.close(),
                    Event::Rule => {
                        self.close();
                        let form = Form::Rule;
                        let text = String::new();
                        self.found.push((Paragraph { form, text }, range));
                    }
                    Event::End(_) => {}
                    // Anything else stands in a line; an element of it spans what it holds.
                    Event::Start(_)
                    | Event::StartKey
                    | Event::EndKey
                    | Event::Text(_)
                    | Event::Code(_)
                    | Event::Formula(_)
                    | Event::TornFormula
                    | Event::TornTable
                    | Event::SoftBreak
                    | Event::HardBreak
                    | Event::FootnoteReference(_)
                    | Event::Task(_)
                    | Event::Html(_) => self.extend(&range),
                }
            }
        }
        self.close();
        self.found
    }

    fn extend(&mut self, range: &Range<usize>) {
        let open = self.open.get_or_insert_with(|| range.clone());
        open.start = open.start.min(range.start);
        open.end = open.end.max(range.end);
    }

    /// Ends the paragraph that is being read, if there is one.
    fn close(&mut self) {
        let Some(range) = self.open.take() else {
            return;
        };
        let written = slice(self.text, range.clone());
        let words: Vec<&str> = written.split_whitespace().collect();
        let mut text = words.join(" ");
        if self.form == Form::Row {
            // The width of columns is no difference either.
            text = cells(&text).join(" | ");
        }
        let form = self.form;
        self.found.push((Paragraph { form, text }, range));
    }
}

/// The cells of a row of a table as they were written. A bar behind a backslash belongs to its
/// cell, in code too.
pub fn cells(row: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut begin = 0;
    let mut is_escaped = false;
    for (at, letter) in row.char_indices() {
        if letter == '|' && !is_escaped {
            cells.push(slice(row, begin..at).trim());
            begin = at.saturating_add(1);
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    cells.push(slice(row, begin..).trim());
    // The bars around the row part nothing.
    if cells.len() > 1 && row.starts_with('|') {
        cells.remove(0);
    }
    if cells.len() > 1 && cells.last() == Some(&"") {
        cells.pop();
    }
    cells
}

/// What became of a paragraph, in the order of the text: of the new one, with what went
/// where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// So many paragraphs are as they were.
    Kept(usize),
    /// A paragraph is new.
    Added(Paragraph),
    /// A paragraph went.
    Removed(Paragraph),
    /// A paragraph has other words.
    Reworded {
        /// As it was.
        before: Paragraph,
        /// As it is.
        after: Paragraph,
    },
    /// A paragraph stood here and stands elsewhere now, as the `MovedHere` of the same
    /// number, maybe in other words.
    MovedAway(usize, Paragraph),
    /// A paragraph stood elsewhere.
    MovedHere(usize, Paragraph),
}

/// Share of words that two paragraphs must have in common to be one, reworded: two in
/// five.
const ALIKE: (usize, usize) = (2, 5);

/// The same of one that stands where one other stood, with nothing gone or new beside it: one
/// in four, as of [words](super::words).
const ALONE: (usize, usize) = (1, 4);

/// With so many paragraphs that went is one that came compared: a text that was written
/// anew is compared in linear time.
const NEAR: usize = 16;

/// What became of the paragraphs of a text. Comparing the other way round gives the
/// [mirror](mirrored) of it.
pub fn compare(before: &[Paragraph], after: &[Paragraph]) -> Vec<Step> {
    // Which of several shortest ways the algorithm takes depends on the direction.
    if before <= after {
        steps(before, after)
    } else {
        mirrored(steps(after, before))
    }
}

fn steps(before: &[Paragraph], after: &[Paragraph]) -> Vec<Step> {
    let mut steps = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, before, after) {
        match op {
            DiffOp::Equal { len, .. } => steps.push(Step::Kept(len)),
            DiffOp::Delete {
                old_index, old_len, ..
            } => {
                let gone = before.iter().skip(old_index).take(old_len);
                steps.extend(gone.cloned().map(Step::Removed));
            }
            DiffOp::Insert {
                new_index, new_len, ..
            } => {
                let new = after.iter().skip(new_index).take(new_len);
                steps.extend(new.cloned().map(Step::Added));
            }
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                let gone = before.iter().skip(old_index).take(old_len);
                let new = after.iter().skip(new_index).take(new_len);
                steps.extend(gone.cloned().map(Step::Removed));
                steps.extend(new.cloned().map(Step::Added));
            }
        }
    }
    moved_and_reworded(reword(moved(steps)))
}

/// Recognises paragraphs that went in one place and came in another.
fn moved(steps: Vec<Step>) -> Vec<Step> {
    let mut gone: BTreeMap<&Paragraph, Vec<usize>> = BTreeMap::new();
    for (at, step) in steps.iter().enumerate() {
        if let Step::Removed(paragraph) = step {
            gone.entry(paragraph).or_default().push(at);
        }
    }
    for places in gone.values_mut() {
        places.reverse();
    }
    let mut pairs: BTreeMap<usize, usize> = BTreeMap::new();
    let mut count = 0;
    for (at, step) in steps.iter().enumerate() {
        if let Step::Added(paragraph) = step
            && let Some(from) = gone.get_mut(paragraph).and_then(Vec::pop)
        {
            pairs.insert(from, count);
            pairs.insert(at, count);
            count += 1;
        }
    }
    let named =
        steps
            .into_iter()
            .enumerate()
            .map(|(at, step)| match (pairs.get(&at).copied(), step) {
                (Some(number), Step::Removed(paragraph)) => Step::MovedAway(number, paragraph),
                (Some(number), Step::Added(paragraph)) => Step::MovedHere(number, paragraph),
                (_, step) => step,
            });
    named.collect()
}

/// Joins what went and what came in the same place and is alike.
fn reword(steps: Vec<Step>) -> Vec<Step> {
    let mut joined = Vec::new();
    let mut gone: Vec<Paragraph> = Vec::new();
    let mut steps = steps.into_iter().peekable();
    let mut came = 0_usize;
    while let Some(step) = steps.next() {
        came = match step {
            Step::Added(_) => came.saturating_add(1),
            Step::Kept(_)
            | Step::Removed(_)
            | Step::Reworded { .. }
            | Step::MovedAway(..)
            | Step::MovedHere(..) => 0,
        };
        match step {
            Step::Removed(paragraph) => gone.push(paragraph),
            Step::Added(after) => {
                // One in the place of one: little else can be meant.
                let is_alone = gone.len() == 1
                    && came == 1
                    && !matches!(steps.peek(), Some(Step::Added(_) | Step::Removed(_)));
                let mut near = gone.iter().take(NEAR);
                let at = near.position(|before| {
                    is_alike(before, &after)
                        || is_alone && before.form == after.form && shares(before, &after, ALONE)
                });
                match at {
                    Some(at) => {
                        let mut first = gone.drain(..=at).collect::<Vec<_>>();
                        let before = first.pop();
                        joined.extend(first.into_iter().map(Step::Removed));
                        joined.extend(before.map(|before| Step::Reworded { before, after }));
                    }
                    None => joined.push(Step::Added(after)),
                }
            }
            other @ (Step::Kept(_)
            | Step::Reworded { .. }
            | Step::MovedAway(..)
            | Step::MovedHere(..)) => {
                joined.extend(gone.drain(..).map(Step::Removed));
                joined.push(other);
            }
        }
    }
    joined.extend(gone.into_iter().map(Step::Removed));
    joined
}

/// Share of words that two paragraphs must have in common to be one in another place: more
/// than in the same place, where nothing else can be meant.
const MOVED: (usize, usize) = (3, 5);

/// Words that a paragraph must have for that: short ones are alike by chance.
const TELLING: usize = 6;

/// Most pairs of paragraphs that are compared for that.
const PAIRS: usize = 4_096;

/// Recognises paragraphs that went in one place and came in another, in other words.
fn moved_and_reworded(mut steps: Vec<Step>) -> Vec<Step> {
    let telling = |paragraph: &Paragraph| {
        paragraph.form != Form::Code && paragraph.text.split(' ').count() >= TELLING
    };
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    let mut number = 0;
    for (at, step) in steps.iter().enumerate() {
        match step {
            Step::Removed(paragraph) if telling(paragraph) => gone.push((at, paragraph.clone())),
            Step::Added(paragraph) if telling(paragraph) => new.push((at, paragraph.clone())),
            Step::MovedHere(..) => number += 1,
            Step::Kept(_)
            | Step::Added(_)
            | Step::Removed(_)
            | Step::Reworded { .. }
            | Step::MovedAway(..) => {}
        }
    }
    if gone.len().saturating_mul(new.len()) > PAIRS {
        return steps;
    }
    for (at, after) in new {
        let found = gone
            .iter()
            .position(|(_, before)| before.form == after.form && shares(before, &after, MOVED));
        let Some(found) = found else { continue };
        let (from, before) = gone.remove(found);
        if let Some(step) = steps.get_mut(from) {
            *step = Step::MovedAway(number, before);
        }
        if let Some(step) = steps.get_mut(at) {
            *step = Step::MovedHere(number, after);
        }
        number += 1;
    }
    steps
}

fn is_alike(before: &Paragraph, after: &Paragraph) -> bool {
    if before.form == Form::Code && after.form == Form::Code {
        return true;
    }
    shares(before, after, ALIKE)
}

/// Whether two paragraphs have a share of their words in common.
fn shares(before: &Paragraph, after: &Paragraph, share: (usize, usize)) -> bool {
    let words = |paragraph: &Paragraph| -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for word in paragraph.text.split(' ') {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
        counts
    };
    let (old, new) = (words(before), words(after));
    let shared: usize = old
        .iter()
        .map(|(word, count)| new.get(word).copied().unwrap_or(0).min(*count))
        .sum();
    let most = old.values().sum::<usize>().max(new.values().sum());
    shared.saturating_mul(share.1) >= most.saturating_mul(share.0)
}

/// The same steps seen from the other side.
pub fn mirrored(steps: Vec<Step>) -> Vec<Step> {
    let turned = steps.into_iter().map(|step| match step {
        Step::Kept(count) => Step::Kept(count),
        Step::Added(paragraph) => Step::Removed(paragraph),
        Step::Removed(paragraph) => Step::Added(paragraph),
        Step::Reworded { before, after } => Step::Reworded {
            before: after,
            after: before,
        },
        Step::MovedAway(number, paragraph) => Step::MovedHere(number, paragraph),
        Step::MovedHere(number, paragraph) => Step::MovedAway(number, paragraph),
    });
    turned.collect()
}

/// What a text becomes: the new paragraphs, if the steps belong to it.
pub fn apply(before: &[Paragraph], steps: &[Step]) -> Option<Vec<Paragraph>> {
    let mut after = Vec::new();
    let mut rest = before.iter();
    for step in steps {
        match step {
            Step::Kept(count) => {
                for _ in 0..*count {
                    after.push(rest.next()?.clone());
                }
            }
            Step::Added(paragraph) | Step::MovedHere(_, paragraph) => {
                after.push(paragraph.clone());
            }
            Step::Removed(paragraph) | Step::MovedAway(_, paragraph) => {
                rest.next().filter(|old| *old == paragraph)?;
            }
            Step::Reworded { before, after: new } => {
                rest.next().filter(|old| *old == before)?;
                after.push(new.clone());
            }
        }
    }
    rest.next().is_none().then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Paragraph> {
        let placed = paragraphs(text).into_iter();
        placed.map(|(paragraph, _)| paragraph).collect()
    }

    #[test]
    fn paragraphs_are_what_is_printed_and_not_how_it_is_written() {
        let text = "+++\ntitle = \"A\"\n+++\n# Judul {#a}\n\nSatu *dua*\ntiga.\n\n- a\n  - b c\n- d\n\n\
                    1. e\n\n> kutipan\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```ambonplan\nshow = \"laws\"\n```\n";
        let found = read(text);
        let told: Vec<(Form, &str)> = found.iter().map(|p| (p.form, p.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (Form::Heading(1), "# Judul {#a}"),
                (Form::Text, "Satu *dua* tiga."),
                (Form::Item(1), "a"),
                (Form::Item(2), "b c"),
                (Form::Item(1), "d"),
                (Form::Numbered(1), "e"),
                (Form::Text, "kutipan"),
                (Form::Row, "x | y"),
                (Form::Row, "1 | 2"),
                (Form::Code, "ambonplan\nshow = \"laws\"\n"),
            ]
        );
        let other = "# Judul   {#a}\n\nSatu\n*dua* tiga.\n\n* a\n    * b  c\n* d\n\n\
                     1) e\n\n> kutipan\n\n|x|y|\n|:--|---|\n|1|2|\n\n~~~ambonplan\nshow = \"laws\"\n~~~\n";
        assert_eq!(found, read(other));
    }

    #[test]
    fn paragraphs_are_moved_reworded_added_and_removed() {
        let before = read("A a a.\n\nB b b b.\n\nC c c.\n\nD d d.\n\nE e e.\n");
        let after = read("B b x b.\n\nC c c.\n\nD d d.\n\nA a a.\n\nF f f.\n");
        let steps = compare(&before, &after);
        let has = |wanted: fn(&Step) -> bool| steps.iter().filter(|step| wanted(step)).count();
        assert_eq!(
            has(|step| matches!(step, Step::MovedHere(..))),
            1,
            "{steps:?}"
        );
        assert_eq!(has(|step| matches!(step, Step::MovedAway(..))), 1);
        assert_eq!(has(|step| matches!(step, Step::Reworded { .. })), 1);
        assert_eq!(has(|step| matches!(step, Step::Added(_))), 1);
        assert_eq!(has(|step| matches!(step, Step::Removed(_))), 1);
        assert_eq!(apply(&before, &steps).as_deref(), Some(&after[..]));
        assert_eq!(compare(&after, &before), mirrored(steps));
    }

    #[test]
    fn a_paragraph_is_recognised_in_another_place_and_in_other_words() {
        let moved = "Warga menelepon satu nomor dan dijawab siang malam.";
        let before = read(&format!("Awal.\n\n{moved}\n\nTengah.\n\nAkhir.\n"));
        let reworded = moved.replace("siang malam", "kapan pun");
        let after = read(&format!("Awal.\n\nTengah.\n\nAkhir.\n\n{reworded}\n"));
        let steps = compare(&before, &after);
        let text = |step: &Step| match step {
            Step::MovedAway(0, paragraph) => Some(format!("- {}", paragraph.text)),
            Step::MovedHere(0, paragraph) => Some(format!("+ {}", paragraph.text)),
            Step::Kept(_) => None,
            Step::Added(_)
            | Step::Removed(_)
            | Step::Reworded { .. }
            | Step::MovedAway(..)
            | Step::MovedHere(..) => panic!("{step:?}"),
        };
        let told: Vec<String> = steps.iter().filter_map(text).collect();
        assert_eq!(told, [format!("- {moved}"), format!("+ {reworded}")]);
        assert_eq!(apply(&before, &steps).as_deref(), Some(&after[..]));
        assert_eq!(compare(&after, &before), mirrored(steps));
    }
}
