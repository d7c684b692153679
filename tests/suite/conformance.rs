//! The examples of the CommonMark specification, set and compared.
//!
//! pulldown-cmark is published with the examples of the specification that it
//! implements. Each becomes a chapter of one plan, which is set in one go; the text
//! of its page is compared with the text that a browser shows of the HTML that the
//! specification asks for. White space is not compared: what ends a line in print
//! ends it nowhere else. Differences that are meant stand in `tests/conformance.txt`
//! with their reasons; `SNAPSHOTS=overwrite cargo test` adds and removes lines.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use ambonplan::check::Options;
use ambonplan::project;
use scraper::{ElementRef, Html, Node, node::Element};
use typst::layout::{Frame, FrameItem};

use crate::sandbox::{Sandbox, laid_out};

/// Pages of one chapter each, as wide as any line of the examples, and nothing on
/// them but its text.
const CHAPTER_TEMPLATE: &str = "
#let chapter(data, body) = {
  set page(width: 100cm, height: auto, header: none, footer: none)
  set list(marker: [])
  [#data.title;]
  body
}
#let section(data) = heading(level: data.level, data.title)
#let contents() = none
#let caption-list(kind) = none
";

struct Example {
    markdown: String,
    html: String,
}

/// The examples, as the tests of pulldown-cmark hold them.
fn examples() -> Vec<Example> {
    // Packages for other machines need not be there.
    let compiler = Command::new("rustc").arg("-vV").output().unwrap();
    let compiler = String::from_utf8(compiler.stdout).unwrap();
    let mut lines = compiler.lines();
    let host = lines.find_map(|line| line.strip_prefix("host: ")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline"])
        .args(["--filter-platform", host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let parser = packages.iter().find(|one| one["name"] == "pulldown-cmark");
    let manifest = parser.unwrap()["manifest_path"].as_str().unwrap();
    let tests = Path::new(manifest).with_file_name("tests/suite/spec.rs");
    let tests = fs::read_to_string(tests).unwrap();
    let mut texts = tests.split("r##\"").skip(1).map(|rest| {
        let (text, _) = rest.split_once("\"##").unwrap();
        text.to_owned()
    });
    let mut examples = Vec::new();
    while let (Some(markdown), Some(html)) = (texts.next(), texts.next()) {
        examples.push(Example { markdown, html });
    }
    examples
}

/// What a browser shows of HTML.
fn shown(html: &str) -> String {
    let document = Html::parse_document(html);
    let is_hidden = |element: &Element| matches!(element.name(), "script" | "style" | "title");
    let mut text = String::new();
    for node in document.tree.root().descendants() {
        match node.value() {
            Node::Text(piece) => {
                let parents = node.ancestors().filter_map(|one| one.value().as_element());
                if !parents.into_iter().any(is_hidden) {
                    text.push_str(piece);
                }
            }
            Node::Element(element) if element.name() == "img" => {
                text.push_str(element.attr("alt").unwrap_or_default());
            }
            Node::Element(element) if element.name() == "li" => {
                text.extend(
                    ElementRef::wrap(node)
                        .and_then(number)
                        .map(|number| format!("{number}.")),
                );
            }
            _ => {}
        }
    }
    letters(&text)
}

/// The number that a browser puts before an item of a list.
fn number(item: ElementRef<'_>) -> Option<usize> {
    let list = item.parent()?.value().as_element()?;
    let first = list.attr("start").map_or(1, |start| start.parse().unwrap());
    let others = item.prev_siblings().filter(|one| one.value().is_element());
    (list.name() == "ol").then(|| first + others.count())
}

/// The text of a page.
fn printed(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => printed(&group.frame, text),
            FrameItem::Text(item) => text.push_str(&item.text),
            _ => {}
        }
    }
}

/// Text without white space and typographic punctuation.
fn letters(text: &str) -> String {
    let mut plain = String::new();
    for character in text.chars() {
        match character {
            '“' | '”' => plain.push('"'),
            '‘' | '’' => plain.push('\''),
            '–' => plain.push_str("--"),
            '—' => plain.push_str("---"),
            '…' => plain.push_str("..."),
            '\u{ad}' => {}
            c if c.is_whitespace() => {}
            c => plain.push(c),
        }
    }
    plain
}

/// Both texts of each example: the one asked for, and the one printed.
fn compared() -> Vec<(String, String)> {
    let examples = examples();
    let sandbox = Sandbox::new();
    let mut body = Vec::new();
    for (at, example) in examples.iter().enumerate() {
        let name = format!("c{:04}", at + 1);
        let text = format!("# ⟦{name}⟧\n\n{}", example.markdown);
        sandbox.write(&format!("chapters/{name}.md"), text);
        body.push(format!("\"chapter:{name}\""));
    }
    sandbox.write("templates/chapter.typ", CHAPTER_TEMPLATE);
    let outline = format!("body = [{}]", body.join(", "));
    sandbox.edit(
        "plan.toml",
        "body = [\"chapter:pendahuluan\", \"pillars\", \"budget\", \"evaluation\", \"opd\"]",
        &outline,
    );
    sandbox.edit("plan.toml", "annex = [\"action-matrix\", \"opd-list\"]", "");
    let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
    let (document, findings) = laid_out(&project);
    let messages: Vec<_> = findings.iter().map(|one| &one.message).collect();
    let document = document.unwrap_or_else(|| panic!("{messages:?}"));
    let mut all = String::new();
    for page in document.pages() {
        printed(&page.frame, &mut all);
    }
    let mut pages: BTreeMap<&str, &str> = BTreeMap::new();
    for part in all.split('⟦').skip(1) {
        let (name, text) = part.split_once('⟧').unwrap();
        pages.insert(name, text);
    }
    let with_pages = examples.iter().enumerate().map(|(at, example)| {
        let page = pages.get(format!("c{:04}", at + 1).as_str());
        (shown(&example.html), letters(page.unwrap()))
    });
    with_pages.collect()
}

#[test]
fn the_examples_of_commonmark_are_printed_as_browsers_show_them() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance.txt");
    let known = fs::read_to_string(&list).unwrap_or_default();
    let known: BTreeMap<usize, &str> = known
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .map(|(number, reason)| (number.parse().unwrap(), reason))
        .collect();
    let compared = compared();
    assert!(compared.len() > 600, "{} examples", compared.len());
    let mut differences = BTreeMap::new();
    for (at, (asked, found)) in compared.iter().enumerate() {
        if asked != found {
            differences.insert(at + 1, format!("{asked:?} is printed as {found:?}"));
        }
    }
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        let mut text = String::from(
            "# Examples of CommonMark that are meant to be printed otherwise, and why.\n",
        );
        for (number, difference) in &differences {
            let reason = known.get(number).copied().unwrap_or(difference);
            text.push_str(&format!("{number} {reason}\n"));
        }
        fs::write(&list, text).unwrap();
        return;
    }
    let new = differences
        .iter()
        .filter(|(number, _)| !known.contains_key(number));
    let gone: Vec<&usize> = known
        .keys()
        .filter(|one| !differences.contains_key(one))
        .collect();
    let new: Vec<_> = new.collect();
    assert!(
        new.is_empty(),
        "examples that are printed otherwise: {new:#?}"
    );
    assert!(gone.is_empty(), "examples that no longer differ: {gone:?}");
}
