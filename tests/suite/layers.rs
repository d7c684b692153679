//! The modules of the library stand in one order: each knows only those below it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;
use walkdir::WalkDir;

/// The modules, from the ground up. Those of one line do not know each other.
const LAYERS: &[&[&str]] = &[
    &["pattern", "cache", "slice", "words"],
    &["language"],
    &["markdown"],
    &["source"],
    &["address"],
    &["finding"],
    &["reading"],
    &["model"],
    &["value"],
    &["query"],
    &["resolve"],
    &["achievement", "manual", "records", "scaffold"],
    &["check"],
    &["fix", "fmt"],
    &["project"],
    &["diff"],
    &["compose", "list", "merge", "rename"],
    &["explain", "part", "schema"],
    &["typeset"],
    &["html"],
    &["pipeline"],
    &["preview"],
];

/// The modules that a file of the library names, outside of comments and tests.
fn named(text: &str) -> BTreeSet<String> {
    static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\bcrate::([a-z_]+)").unwrap());
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let names = lines.flat_map(|line| NAME.captures_iter(line));
    names.map(|found| found[1].to_owned()).collect()
}

#[test]
fn no_module_knows_one_above_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let layer = |module: &str| LAYERS.iter().position(|layer| layer.contains(&module));
    let mut back = BTreeSet::new();
    let mut known = BTreeSet::new();
    for entry in WalkDir::new(&source) {
        let path = entry.unwrap().into_path();
        let inside = path.strip_prefix(&source).unwrap();
        let module = inside.iter().next().map(|name| name.to_str().unwrap());
        let module = module.map_or("", |name| name.trim_end_matches(".rs"));
        let is_code = path.extension().is_some_and(|ending| ending == "rs");
        let is_test = path.file_name().is_some_and(|name| name == "tests.rs");
        if !is_code || is_test || ["lib", "main", "commands"].contains(&module) {
            continue;
        }
        let own = layer(module).unwrap_or_else(|| panic!("`{module}` has no layer"));
        known.insert(module.to_owned());
        for name in named(&fs::read_to_string(&path).unwrap()) {
            // Macros of the package have their place in a module, too.
            let Some(other) = layer(&name).filter(|_| name != module) else {
                continue;
            };
            if other >= own {
                back.insert((module.to_owned(), name));
            }
        }
    }
    assert_eq!(back, BTreeSet::new());
    let all: BTreeSet<String> = LAYERS
        .iter()
        .copied()
        .flatten()
        .map(|&name| name.to_owned())
        .collect();
    assert_eq!(known, all);
}

/// The sources of the library without their tests, with their paths.
fn sources() -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = WalkDir::new(&source).into_iter();
    let paths = entries.map(|entry| entry.unwrap().into_path());
    let code = paths.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    let read = code.map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let inside = path.strip_prefix(&source).unwrap().to_str().unwrap();
        (inside.replace('\\', "/"), text.to_owned())
    });
    read.collect()
}

/// Narrative is read once: whoever looks at it walks the tree that its file holds. Only what is
/// no file of a plan yet is read where it comes up.
#[test]
fn markdown_is_parsed_in_one_place() {
    let sources = sources();
    let named = |words: &str| -> BTreeSet<&str> {
        let found = sources.iter().filter(|(_, text)| text.contains(words));
        let paths = found.map(|(path, _)| path.as_str());
        paths
            .filter(|path| !path.starts_with("markdown/"))
            .collect()
    };
    assert_eq!(named("pulldown_cmark"), BTreeSet::new());
    let readers = BTreeSet::from(["fix.rs", "fmt/narrative.rs", "source/file.rs"]);
    assert_eq!(named("markdown::read("), readers);
}
