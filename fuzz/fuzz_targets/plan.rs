//! Any file in any place of a plan: it is read, judged, mended, put into canonical form
//! and made part of a book, and nothing of that stops.
//!
//! An input is a path in the first line and the text of the file behind it. The file
//! stands in the example plan, in place of the one that lies there if there is one.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use ambonplan::check::{self, Options};
use ambonplan::compose::{self, Scope};
use ambonplan::finding::{Findings, Format, Written, render};
use ambonplan::fmt;
use ambonplan::language::{Catalogue, Language};
use ambonplan::model::shape::FileKind;
use ambonplan::project::{self, Project};
use ambonplan::reading;
use ambonplan::source::{Role, SourceFile, SourceTree};
use libfuzzer_sys::fuzz_target;

static EXAMPLE: LazyLock<SourceTree> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/kota-teladan");
    reading::read(&root, &mut Findings::default()).expect("the example plan is there")
});

thread_local! {
    static CATALOGUE: Catalogue = Catalogue::new(Language::Indonesian);
}

/// The example with the file of an input.
fn plan(path: &str, text: &str) -> SourceTree {
    let mut tree = EXAMPLE.clone();
    let role = Role::of(path);
    if tree.find(path).is_some() {
        tree.replace(path, text.to_owned());
    } else if role.is_text() {
        tree.push(SourceFile::text(path.to_owned(), role, text.to_owned()));
    } else {
        tree.push(SourceFile::bytes(path.to_owned(), role, text.into()));
    }
    tree
}

/// Every finding stands in its file and can be written.
fn write(project: &Project) {
    for finding in project.findings.iter() {
        let file = project.tree.get(finding.span.file).expect("a file");
        // An image has no text in which anything could stand.
        let written = file.text.get(finding.span.range());
        assert!(written.is_some() || file.role == Role::Asset);
    }
    for format in [Format::Short, Format::Sarif] {
        CATALOGUE.with(|catalogue| {
            let written = Written {
                format,
                catalogue,
                prefix: "plan/",
                here: "",
                repository: "plan/",
                limit: None,
                all: false,
                rules: &check::rules(),
            };
            render(&project.tree, &project.findings, &written)
        });
    }
}

fuzz_target!(|input: &[u8]| {
    let input = String::from_utf8_lossy(input);
    let (path, text) = input.split_once('\n').unwrap_or((&input, ""));
    if let Some(kind) = FileKind::of(&Role::of(path)) {
        let once = fmt::format(kind, text);
        let twice = once.as_deref().and_then(|once| fmt::format(kind, once));
        assert_eq!(once, twice, "the canonical form is its own");
    }
    let options = Options::default();
    let project = project::judge(plan(path, text), Findings::default(), &options);
    write(&project);
    if project.findings.iter().any(|finding| finding.fix.is_some()) {
        project.mended(&options);
    }
    let Some(plan) = &project.plan else { return };
    for volume in &plan.volumes {
        compose::compose(plan, &project.tree, volume, Scope::Volume);
    }
});
