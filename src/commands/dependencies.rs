//! What a book was made of, for `make` and other tools that build on demand.

use std::path::{Path, PathBuf};

use ambonplan::source::SourceTree;

use super::failure::{Result, bail};
use super::write::is_standard_output;

/// A rule of a makefile: every book depends on every file of the plans, each with its
/// directory. A name that no makefile can hold is an error.
pub fn rule<'a>(
    books: impl Iterator<Item = &'a Path>,
    plans: &[(&Path, &SourceTree)],
) -> Result<Vec<u8>> {
    let mut rule = Vec::new();
    for (at, book) in books.enumerate() {
        if is_standard_output(book) {
            bail!("deps-without-name");
        }
        if at > 0 {
            rule.push(b' ');
        }
        rule.extend(escaped(book, Side::Target)?);
    }
    rule.push(b':');
    let mut files: Vec<PathBuf> = plans
        .iter()
        .flat_map(|(directory, tree)| tree.iter().map(|(_, file)| directory.join(&file.path)))
        .collect();
    // A first name with `=` in it would make a variable of the rule.
    let is_assignment = |path: &PathBuf| path.as_os_str().as_encoded_bytes().contains(&b'=');
    files.sort_by_key(is_assignment);
    if let Some(first) = files.first().filter(|path| is_assignment(path)) {
        return refuse(first);
    }
    for file in files {
        rule.extend(b" \\\n  ");
        rule.extend(escaped(&file, Side::Prerequisite)?);
    }
    rule.push(b'\n');
    Ok(rule)
}

/// On which side of the colon a name stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Target,
    Prerequisite,
}

/// A path as GNU make reads it on this side of a rule.
fn escaped(path: &Path, side: Side) -> Result<Vec<u8>> {
    let name = path.as_os_str().as_encoded_bytes();
    let has = |bytes: &[u8]| name.iter().any(|byte| bytes.contains(byte));
    let ends = |bytes: &[u8]| name.last().is_some_and(|byte| bytes.contains(byte));
    // A backslash before a pattern is one too many for either make or the pattern.
    let pattern = has(b"*?[");
    let unspeakable = has(b"\n\r")
        || ends(b" \t\\)")
        || name.starts_with(b"~")
        || (pattern && has(b"\\"))
        || (side == Side::Target && (has(b"=\t") || ends(b"&") || (pattern && has(b"%"))));
    if unspeakable {
        return refuse(path);
    }
    let mut text = Vec::new();
    let mut backslashes = 0;
    for &byte in name {
        let more = match byte {
            b'\\' => {
                backslashes += 1;
                text.push(byte);
                continue;
            }
            // Looked for twice; each time half of the backslashes go.
            b';' => 3 * backslashes + 3,
            b' ' | b'\t' | b'#' | b':' | b'=' | b'*' | b'?' | b'[' => backslashes + 1,
            b'%' if side == Side::Target => backslashes + 1,
            b'|' if side == Side::Prerequisite => backslashes + 1,
            _ => 0,
        };
        text.extend(std::iter::repeat_n(b'\\', more));
        if byte == b'$' {
            text.push(byte);
        }
        text.push(byte);
        backslashes = 0;
    }
    Ok(text)
}

fn refuse<T>(path: &Path) -> Result<T> {
    bail!("deps-name", name = format!("{path:?}"))
}
