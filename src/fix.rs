//! Files as they would be if findings were mended.

use std::collections::BTreeMap;

use crate::finding::{Findings, Fix};
use crate::source::{FileIndex, SourceTree};

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
    let mut fixes: BTreeMap<FileIndex, Vec<&Fix>> = BTreeMap::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        fixes.entry(fix.span.file).or_default().push(fix);
    }
    let mut mended = Vec::new();
    for (index, mut fixes) in fixes {
        let Some(file) = tree.get(index) else {
            continue;
        };
        fixes.sort_by_key(|fix| (fix.span.start(), fix.span.end()));
        let mut after = String::new();
        let mut end = 0;
        let mut count = 0;
        for fix in fixes {
            // A span that is no range of the text cannot be replaced.
            let between = file.text.get(end..fix.span.start());
            let replaced = file.text.get(fix.span.range());
            if let (Some(between), Some(_)) = (between, replaced) {
                after.push_str(between);
                after.push_str(&fix.text);
                end = fix.span.end();
                count += 1;
            }
        }
        after.push_str(file.text.get(end..).unwrap_or_default());
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
