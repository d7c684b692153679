//! What the sources may not do, where no lint says so.

use std::fs;
use std::path::Path;

use regex::Regex;
use walkdir::WalkDir;

/// A part of a text that is not there, a pattern that cannot be read: each is a mistake that
/// would show as a text or a rule that is missing, and nothing else.
#[test]
fn no_mistake_becomes_an_empty_value() {
    let forbidden = [
        (
            Regex::new(r"\.get\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*\.unwrap_or_default\(\)")
                .unwrap(),
            "`slice` takes a part of a text; of a list, `unwrap_or(&[])` says what is meant",
        ),
        (
            Regex::new(r"LazyLock<Option<Regex>>").unwrap(),
            "a literal pattern that cannot be read is no rule that finds nothing",
        ),
        (
            Regex::new(r"(?s)fs::read\w*\([^;]*?\)\s*\.unwrap_or_default\(\)").unwrap(),
            "a file that cannot be read is not empty",
        ),
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for entry in WalkDir::new(&root) {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (pattern, instead) in &forbidden {
            for place in pattern.find_iter(&text) {
                let line = text[..place.start()].lines().count();
                found.push(format!("{}:{line}: {instead}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
