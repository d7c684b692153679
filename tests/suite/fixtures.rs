//! Broken plans that say themselves what is wrong with them.
//!
//! A fixture is a folder whose files are laid over the plan that `init` writes.
//! A line that ends in `#! CODE` (in Markdown `<!--! CODE -->`) expects a
//! finding of that code on that line; there may be no others.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::sandbox::Sandbox;

#[test]
fn every_fixture_has_exactly_the_findings_that_it_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut cases: Vec<_> = fs::read_dir(&root)
        .unwrap()
        .map(|case| case.unwrap().path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 10, "fixtures are missing");
    let mut failures = Vec::new();
    for case in cases {
        let (expected, actual) = judge(&case);
        if expected != actual {
            let name = case.file_name().unwrap().to_string_lossy().into_owned();
            let missing: Vec<_> = expected.difference(&actual).collect();
            let surplus: Vec<_> = actual.difference(&expected).collect();
            failures.push(format!(
                "{name}\n  missing: {missing:?}\n  surplus: {surplus:?}"
            ));
        }
        assert!(!expected.is_empty(), "{case:?} expects nothing");
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Findings as `CODE path:line`: those that the files name, and those found.
fn judge(case: &Path) -> (BTreeSet<String>, BTreeSet<String>) {
    let sandbox = Sandbox::new();
    let mut expected = BTreeSet::new();
    for entry in WalkDir::new(case).into_iter().map(Result::unwrap) {
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(case).unwrap();
        let path = path.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(entry.path()).unwrap();
        for (line, number) in text.lines().zip(1..) {
            let Some((_, codes)) = line.split_once("#! ").or(line.split_once("<!--! ")) else {
                continue;
            };
            for code in codes.trim_end_matches("-->").split(',') {
                expected.insert(format!("{} {path}:{number}", code.trim()));
            }
        }
        sandbox.write(&path, text);
    }
    let actual = sandbox
        .findings()
        .into_iter()
        .map(|finding| finding.rsplit_once(':').unwrap().0.to_owned())
        .collect();
    (expected, actual)
}

/// Every example of the specification is read without a complaint about its
/// form: the keys that it shows are the keys that there are.
#[test]
fn the_examples_of_the_file_format_are_well_formed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/file-format.md")).unwrap();
    let mut examples = 0;
    for section in text.split("\n## ").skip(1) {
        let title = section.lines().next().unwrap();
        let path = title
            .trim_matches('`')
            .replace("<pillar>", "governance")
            .replace("<opd>", "diskominfo")
            .replace("<program>", "layanan-aduan")
            .replace("<proposal>", "usulan")
            .replace("<date>", "2027-11-01")
            .replace('*', "contoh");
        let blocks: Vec<&str> = section
            .split("```toml\n")
            .skip(1)
            .filter_map(|block| block.split("\n```").next())
            .collect();
        if blocks.is_empty() || !path.ends_with(".toml") {
            continue;
        }
        examples += 1;
        let sandbox = Sandbox::new();
        if path.starts_with("registry/") {
            fs::remove_file(sandbox.plan().join("registry/rpjmd.toml")).unwrap();
        }
        sandbox.write(&path, blocks.join("\n"));
        let complaints: Vec<String> = sandbox
            .findings()
            .into_iter()
            .filter(|finding| finding.contains(&path) && finding.starts_with("FMT00"))
            .filter(|finding| !finding.starts_with("FMT007"))
            .collect();
        assert_eq!(complaints, Vec::<String>::new(), "{title}");
    }
    assert_eq!(examples, 7);
}
