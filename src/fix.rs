//! Files as they would be if findings were mended.

mod slight;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use toml::de::{DeTable, DeValue};

use crate::finding::{Findings, Fix};
use crate::markdown::{self, is_slight};
use crate::slice::slice;
use crate::source::{FileIndex, Role, SourceFile, SourceTree};

/// A file of the plan before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Path relative to the plan directory, separated by `/`.
    pub path: String,
    /// The text as it was read.
    pub before: String,
    /// The text with the fixes.
    pub after: String,
    /// Number of findings that are mended.
    pub count: usize,
}

/// Applies the fixes of findings to the texts of the tree, in the order of the
/// paths. Of fixes that overlap, the first is applied.
pub fn mend(tree: &SourceTree, findings: &Findings) -> Vec<Mended> {
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    let mut mended = Vec::new();
    for (index, fixes) in by_file(fixes) {
        let Some(file) = tree.get(index) else {
            continue;
        };
        let (after, count) = apply(&file.text, &fixes);
        mended.push(Mended {
            path: file.path.clone(),
            before: file.text.clone(),
            after,
            count,
        });
    }
    mended.sort_by(|one, two| one.path.cmp(&two.path));
    mended
}

/// Takes fixes back that would change what a file says: words that are no longer printed,
/// or elements of Markdown that nobody asked for. Files are read again only where that
/// does not show by itself.
pub(crate) fn keep_safe(tree: &SourceTree, findings: &mut Findings) {
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    let fixes = fixes.filter(|fix| !fix.respells);
    let harmful: BTreeSet<Place> = by_file(fixes)
        .into_par_iter()
        .filter_map(|(index, fixes)| Some((tree.get(index)?, fixes)))
        .flat_map_iter(|(file, fixes)| harmful(file, fixes))
        .collect();
    for finding in findings.iter_mut() {
        if let Some(fix) = &finding.fix
            && harmful.contains(&place(fix))
        {
            finding.fix = None;
        }
    }
}

/// Those of the fixes of a file that would change what it says.
fn harmful(file: &SourceFile, fixes: Vec<&Fix>) -> Vec<Place> {
    if fixes.iter().all(|fix| slight::is_evident(file, fix)) {
        return Vec::new();
    }
    let before = Said::of(file);
    let (others, plain): (Vec<&Fix>, Vec<&Fix>) =
        fixes.into_iter().partition(|fix| fix.restructures);
    let (mut kept, mut tried) = safe(file, &before, &plain, false);
    if !others.is_empty() {
        let (safe, _) = safe(file, &before, &others, true);
        kept.extend(effective(file, &before, safe));
        kept.sort_by_key(|fix| (fix.span.start(), fix.span.end()));
        tried = false;
    }
    // What does no harm by itself may do some together.
    if !tried && !keeps(file, &before, &kept, !others.is_empty()) {
        kept.clear();
    }
    let kept: BTreeSet<Place> = kept.into_iter().map(place).collect();
    let all = plain.into_iter().chain(others).map(place);
    all.filter(|fix| !kept.contains(fix)).collect()
}

/// What a fix replaces.
type Place = (FileIndex, usize, usize);

fn place(fix: &Fix) -> Place {
    (fix.span.file, fix.span.start(), fix.span.end())
}

/// Fixes by their file, each in the order of its text.
fn by_file<'f>(fixes: impl Iterator<Item = &'f Fix>) -> BTreeMap<FileIndex, Vec<&'f Fix>> {
    let mut files: BTreeMap<FileIndex, Vec<&Fix>> = BTreeMap::new();
    for fix in fixes {
        files.entry(fix.span.file).or_default().push(fix);
    }
    for fixes in files.values_mut() {
        fixes.sort_by_key(|fix| (fix.span.start(), fix.span.end()));
    }
    files
}

/// A text with fixes, which are in its order, and how many of them were applied.
fn apply(text: &str, fixes: &[&Fix]) -> (String, usize) {
    let mut after = String::new();
    let mut end = 0;
    let mut count = 0;
    for fix in fixes {
        // A span that is no range of the text cannot be replaced.
        let between = text.get(end..fix.span.start());
        let replaced = text.get(fix.span.range());
        if let (Some(between), Some(_)) = (between, replaced) {
            after.push_str(between);
            after.push_str(&fix.text);
            end = fix.span.end();
            count += 1;
        }
    }
    after.push_str(slice(text, end..));
    (after, count)
}

/// Bytes that are read again, at most, to find out which fixes of a file do harm.
const READ_AGAIN: usize = 64 * 1024 * 1024;

/// Those of some fixes that keep what a file says, and whether it was tried with just these
/// together. All are tried together, and in halves where that fails.
fn safe<'f>(
    file: &SourceFile,
    before: &Said,
    fixes: &[&'f Fix],
    restructures: bool,
) -> (Vec<&'f Fix>, bool) {
    let mut kept = Vec::new();
    let mut pieces = 0;
    let mut left = READ_AGAIN / file.text.len().max(1);
    let mut waiting = vec![fixes];
    while let Some(some) = waiting.pop() {
        if some.is_empty() || left == 0 {
            continue;
        }
        left -= 1;
        if keeps(file, before, some, restructures) {
            kept.extend(some);
            pieces += 1;
        } else if some.len() > 1 {
            let (one, two) = some.split_at(some.len() / 2);
            waiting.push(two);
            waiting.push(one);
        }
    }
    (kept, pieces < 2)
}

/// Most fixes of a file that are looked at one by one.
const MOST: usize = 64;

/// Those of some fixes that change elements, as they are meant to. What changes nothing
/// would be found and mended again.
fn effective<'f>(file: &SourceFile, before: &Said, fixes: Vec<&'f Fix>) -> Vec<&'f Fix> {
    if fixes.len() > MOST {
        return fixes;
    }
    let changes = |fix: &&Fix| {
        let (after, _) = apply(&file.text, &[fix]);
        Said::by(file, &after).exact != before.exact
    };
    fixes.into_iter().filter(changes).collect()
}

/// Whether a file with fixes says what it said before.
fn keeps(file: &SourceFile, before: &Said, fixes: &[&Fix], restructures: bool) -> bool {
    let (after, _) = apply(&file.text, fixes);
    let after = Said::by(file, &after);
    let same = if restructures {
        before.letters == after.letters
    } else {
        before.exact == after.exact
    };
    // What is no TOML has no values yet.
    let mut pairs = before.values.iter().zip(&after.values);
    let values = before.values.len() == after.values.len()
        && pairs.all(|(before, after)| before.is_none() || before == after);
    same && values
}

/// What a file says.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    /// Words with their elements.
    exact: String,
    /// Words without them.
    letters: String,
    /// Values of TOML, under whatever keys; nothing for what is no TOML.
    values: Vec<Option<Vec<String>>>,
}

impl Said {
    /// What a file says as it is.
    fn of(file: &SourceFile) -> Self {
        if file.role.is_narrative() {
            Self::by_narrative(file, &file.text, file.markdown())
        } else {
            Self::by_toml(&file.text)
        }
    }

    /// What a file says with another text.
    fn by(file: &SourceFile, text: &str) -> Self {
        if file.role.is_narrative() {
            Self::by_narrative(file, text, &markdown::read(text))
        } else {
            Self::by_toml(text)
        }
    }

    fn by_toml(text: &str) -> Self {
        Self {
            exact: String::new(),
            letters: String::new(),
            values: vec![values(text)],
        }
    }

    fn by_narrative(file: &SourceFile, text: &str, tree: &markdown::Text) -> Self {
        // The title of a chapter is printed; other texts are named by their entry.
        let has_title = matches!(file.role, Role::Chapter(_));
        let words = markdown::words(text, tree, has_title);
        Self {
            exact: words.exact,
            letters: words.letters,
            values: words.toml.iter().map(|toml| values(toml)).collect(),
        }
    }
}

/// The values of a TOML text, without marks and white space in their order; `None` if it
/// has errors.
fn values(text: &str) -> Option<Vec<String>> {
    let table = DeTable::parse(text).ok()?;
    let mut found = Vec::new();
    of_table(table.get_ref(), &mut found);
    // A key that is spelt otherwise may stand elsewhere.
    found.sort();
    Some(found)
}

fn of_table(table: &DeTable<'_>, found: &mut Vec<String>) {
    for value in table.values() {
        of_value(value.get_ref(), found);
    }
}

fn of_value(value: &DeValue<'_>, found: &mut Vec<String>) {
    match value {
        DeValue::String(text) => found.push(text.chars().filter(|c| !is_slight(*c)).collect()),
        DeValue::Array(items) => {
            for item in items.iter() {
                of_value(item.get_ref(), found);
            }
        }
        DeValue::Table(table) => of_table(table, found),
        DeValue::Integer(number) => found.push(number.to_string()),
        DeValue::Float(number) => found.push(number.to_string()),
        DeValue::Boolean(truth) => found.push(truth.to_string()),
        DeValue::Datetime(time) => found.push(time.to_string()),
    }
}
