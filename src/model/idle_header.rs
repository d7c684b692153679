//! Headers above all keys of a file, such as `[program]`: the file itself is that table.

use std::ops::Range;

use super::indonesian;
use super::misspelt;
use super::recover::header;
use super::shape::Table;
use crate::slice::slice;

/// A header that is not needed, or the beginning of one.
#[derive(Debug, PartialEq, Eq)]
pub struct Idle {
    /// The header in its line.
    pub header: Range<usize>,
    /// What is taken out: the line, or the beginning of the name.
    pub out: Range<usize>,
    /// What is left of the header, if it names a table of the file.
    pub rest: Option<String>,
}

/// The headers of a text that stand for the file, whose keys are given; the first above all
/// keys, the others before the names of tables.
pub fn find(text: &str, root: &Table) -> Vec<Idle> {
    let mut found: Vec<Idle> = Vec::new();
    let mut name = String::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let begin = range.start + line.len() - line.trim_start().len();
        let written = begin..begin + content.len();
        match header(line) {
            None if found.is_empty() => return found,
            None => {}
            Some(header) if found.is_empty() => {
                if !stands_for_file(&header, slice(text, range.end..), root) {
                    return found;
                }
                name = header;
                found.push(Idle {
                    header: written,
                    out: range,
                    rest: None,
                });
            }
            Some(header) => {
                let prefix = format!("{name}.");
                let place = content
                    .find(&prefix)
                    .filter(|_| header.starts_with(&prefix));
                if let Some(place) = place {
                    let out = begin + place..begin + place + prefix.len();
                    let rest = content.replacen(&prefix, "", 1);
                    found.push(Idle {
                        header: written,
                        out,
                        rest: Some(rest),
                    });
                }
            }
        }
    }
    found
}

/// Whether a header above all keys stands for the file: it has the name of what the file
/// describes, or what stands below it are keys of the file.
fn stands_for_file(header: &str, below: &str, root: &Table) -> bool {
    if header.contains('.') || root.shape(header).is_some() {
        return false;
    }
    let (mut own, mut others) = (0, 0);
    for line in below.lines() {
        let content = line.trim();
        if content.starts_with('[') {
            break;
        }
        let Some((key, _)) = content
            .split_once('=')
            .filter(|_| !content.starts_with('#'))
        else {
            continue;
        };
        let key = key.trim();
        let keys = root.keys.iter().map(|key| key.name);
        if root.shape(key).is_some() || !indonesian::keys(key, keys).is_empty() {
            own += 1
        } else {
            others += 1
        }
    }
    let called = header.to_lowercase();
    let named = called == root.name || called.trim_end_matches('s') == root.name;
    // A table of the file by another name is none that is not needed.
    let keys = root.keys.iter().map(|key| key.name);
    let other =
        misspelt::meant(header, root).is_some() || !indonesian::keys(header, keys).is_empty();
    match own + others {
        _ if other && !named => false,
        0 => named,
        _ => own > others,
    }
}
