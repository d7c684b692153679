//! Paragraph diff of narrative.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::markdown::paragraph::{Form, Paragraph};

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
/// [mirror](inverted) of it.
pub fn compare(before: &[Paragraph], after: &[Paragraph]) -> Vec<Step> {
    // Which of several shortest ways the algorithm takes depends on the direction.
    if before <= after {
        steps(before, after)
    } else {
        inverted(steps(after, before))
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
pub(crate) fn inverted(steps: Vec<Step>) -> Vec<Step> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;
    use crate::markdown::paragraph::paragraphs;

    fn read(text: &str) -> Vec<Paragraph> {
        let placed = paragraphs(text, &markdown::read(text)).into_iter();
        placed.map(|(paragraph, _)| paragraph).collect()
    }

    /// What a text becomes: the new paragraphs, if the steps belong to it.
    fn apply(before: &[Paragraph], steps: &[Step]) -> Option<Vec<Paragraph>> {
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
        assert_eq!(compare(&after, &before), inverted(steps));
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
        assert_eq!(compare(&after, &before), inverted(steps));
    }
}
