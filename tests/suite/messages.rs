//! The message catalogues and what is generated from them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ambonplan::language::{Catalogue, Language};
use ambonplan::model::shape::{FileKind, Shape, Table};
use ambonplan::{check, explain, manual};
use fluent_syntax::ast::PatternElement;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern};
use walkdir::WalkDir;

use crate::sandbox::Sandbox;

/// Every message and attribute with the variables that it needs.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for source in Catalogue::sources(language) {
        let resource = fluent_syntax::parser::parse(*source).unwrap();
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut add = |key: String, pattern: &Pattern<&str>| {
                let mut variables = BTreeSet::new();
                collect(pattern, &mut variables);
                assert!(
                    all.insert(key.clone(), variables).is_none(),
                    "{key} stands twice"
                );
            };
            if let Some(pattern) = &message.value {
                add(message.id.name.into(), pattern);
            }
            for attribute in &message.attributes {
                let key = format!("{}.{}", message.id.name, attribute.id.name);
                add(key, &attribute.value);
            }
        }
    }
    all
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => collect_inline(inline, variables),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, variables);
                    for variant in variants {
                        collect(&variant.value, variables);
                    }
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.into());
        }
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => {
            for inline in positional {
                collect_inline(inline, variables);
            }
        }
        _ => {}
    }
}

#[test]
fn every_message_stands_in_both_languages() {
    let indonesian = messages(Language::Indonesian);
    let english = messages(Language::English);
    // The help of commands stands in English where they are defined.
    let is_help = |key: &str| key.split(['-', '.']).next() == Some("help");
    let keys = |messages: &BTreeMap<String, _>| -> BTreeSet<String> {
        let keys = messages.keys().filter(|key| !is_help(key));
        keys.cloned().collect()
    };
    let missing: Vec<_> = keys(&indonesian)
        .symmetric_difference(&keys(&english))
        .cloned()
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// What is counted is one or several: the English of a message says both.
#[test]
fn no_english_message_counts_one_as_several() {
    const NOUNS: &[&str] = &[
        "agencies",
        "cells",
        "changes",
        "columns",
        "days",
        "errors",
        "files",
        "findings",
        "indicators",
        "lines",
        "months",
        "notes",
        "pages",
        "paragraphs",
        "pillars",
        "places",
        "programmes",
        "rows",
        "rules",
        "warnings",
        "years",
    ];
    let mut wrong = Vec::new();
    for source in Catalogue::sources(Language::English) {
        for entry in fluent_syntax::parser::parse(*source).unwrap().body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let patterns = message.attributes.iter().map(|attribute| &attribute.value);
            for pattern in patterns.chain(&message.value) {
                for (at, pair) in pattern.elements.windows(2).enumerate() {
                    let before = at.checked_sub(1).map(|at| &pattern.elements[at]);
                    // These are several by themselves.
                    if matches!(before, Some(PatternElement::TextElement { value })
                        if value.ends_with("these "))
                    {
                        continue;
                    }
                    // Limits of the program are never one.
                    let counts = matches!(&pair[0], PatternElement::Placeable {
                        expression: Expression::Inline(InlineExpression::VariableReference { id }),
                    } if id.name != "limit" && message.id.name != "preview-search-limit");
                    let PatternElement::TextElement { value } = &pair[1] else {
                        continue;
                    };
                    let word = value.strip_prefix(' ').unwrap_or_default();
                    let word = word.split(|c: char| !c.is_alphabetic()).next();
                    if counts && NOUNS.contains(&word.unwrap_or_default()) {
                        wrong.push(format!("{}: {value}", message.id.name));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_rule_is_described() {
    let all = messages(Language::English);
    for rule in check::rules() {
        for attribute in ["what", "why", "fix"] {
            let key = format!("{}.{attribute}", rule.name);
            assert!(all.contains_key(&key), "{key}");
        }
        assert!(rule.code.starts_with(rule.group.prefix()), "{}", rule.code);
        assert!(
            !rule.bad_example.is_empty() && !rule.good_example.is_empty(),
            "{}",
            rule.code
        );
    }
    assert!(check::rules().len() >= 60);
    let unique = |of: fn(&ambonplan::finding::Rule) -> &'static str| {
        let all: BTreeSet<_> = check::rules().into_iter().map(of).collect();
        assert_eq!(all.len(), check::rules().len());
    };
    unique(|rule| rule.code);
    unique(|rule| rule.name);
}

/// Every message that the sources name exists in both languages, and is given
/// what it needs and nothing else.
#[test]
fn every_message_that_is_used_exists_and_gets_its_values() {
    let indonesian = messages(Language::Indonesian);
    let english = messages(Language::English);
    let mut used = BTreeSet::new();
    for (key, given, file) in uses() {
        for (messages, language) in [(&indonesian, "id"), (&english, "en")] {
            let needed = messages.get(&key);
            let needed = needed.unwrap_or_else(|| panic!("{file}: no message {key} ({language})"));
            let lacking: Vec<_> = needed.difference(&given).collect();
            assert!(
                lacking.is_empty(),
                "{file}: {key} ({language}) lacks {lacking:?}"
            );
        }
        let wanted: BTreeSet<_> = indonesian[&key].union(&english[&key]).cloned().collect();
        let surplus: Vec<_> = given.difference(&wanted).collect();
        assert!(surplus.is_empty(), "{file}: {key} never says {surplus:?}");
        used.insert(key);
    }
    assert!(used.len() > 200, "{}", used.len());
    used.extend(named(&english));
    used.extend(words_of_the_page(&english));
    let rules: BTreeSet<&str> = check::rules().into_iter().map(|rule| rule.name).collect();
    let mut described = BTreeSet::new();
    for kind in ambonplan::model::shape::FileKind::ALL {
        described.insert(format!("key-{}", kind.word()));
        describe(&kind.table(), &mut described);
    }
    for kind in ambonplan::diff::Kind::ALL {
        let key = format!("change-{}", kind.name());
        for attribute in ["", ".what", ".why"] {
            let key = format!("{key}{attribute}");
            assert!(english.contains_key(&key), "{key}");
            described.insert(key);
        }
    }
    // Names of keys and words of values are looked for by what stands in a plan.
    let keys: BTreeSet<String> = changed_keys();
    described.extend(keys.iter().map(|key| format!("field-{key}")));
    described.extend(words().iter().map(|word| format!("word-{word}")));
    for key in &keys {
        described.extend(words().iter().map(|word| format!("word-{key}-{word}")));
    }
    let parts = ambonplan::resolve::OUTLINE_WORDS.iter();
    let listed = words().into_iter().chain(parts.copied());
    described.extend(listed.map(|word| format!("meaning-{word}")));
    let blocks = ambonplan::model::Show::ALL.iter();
    for key in blocks.map(|show| format!("block-{}", show.word())) {
        assert!(english.contains_key(&key), "{key}");
        described.insert(key);
    }
    // What came or went is named by its kind.
    let kinds = ambonplan::model::EntryKind::ALL.iter();
    for key in kinds.map(|kind| format!("entry-{}", kind.word())) {
        assert!(english.contains_key(&key), "{key}");
        described.insert(key);
    }
    let unused: Vec<&String> = english
        .keys()
        .filter(|key| !used.contains(*key))
        .filter(|key| {
            let (name, attribute) = key.split_once('.').unwrap_or((key, ""));
            // The value of a rule is its message, where it has but one.
            let help = ["what", "why", "fix", ""].contains(&attribute);
            !(rules.contains(name) && help)
        })
        // The words of books are another test's.
        .filter(|key| !described.contains(*key) && !key.starts_with("book-"))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

fn describe(table: &Table, described: &mut BTreeSet<String>) {
    for key in &table.keys {
        described.insert(format!("key-{}.{}", table.name, key.name));
        let mut shape = &key.shape;
        while let Shape::List(item) = shape {
            shape = item;
        }
        if let Shape::Table(table) = shape {
            describe(table, described);
        }
    }
}

/// The keys of a plan that a change can name.
fn changed_keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    // What is told of a path, and of no key of a file.
    for own in [
        "baseline-year",
        "baseline-value",
        "baseline-source",
        "narrative",
        "content",
    ] {
        keys.insert(own.to_owned());
    }
    for own in ["opd", "level"] {
        keys.insert(own.to_owned());
    }
    // Lists in items of lists have names of their own in the entry.
    for kind in ambonplan::model::shape::FileKind::ALL {
        let tables = kind.tables().into_iter();
        let inner = tables.flat_map(|(_, table)| table.keys);
        keys.extend(inner.filter_map(|key| Some(key.joined?.to_owned())));
    }
    for kind in ambonplan::model::shape::FileKind::ALL {
        let mut described = BTreeSet::new();
        describe(&kind.table(), &mut described);
        keys.extend(
            described
                .iter()
                .filter_map(|key| Some(key.split_once('.')?.1.to_owned())),
        );
    }
    keys
}

/// The words that values of a plan are chosen from.
fn words() -> BTreeSet<&'static str> {
    fn collect(shape: &Shape, words: &mut BTreeSet<&'static str>) {
        match shape {
            Shape::Word(own) | Shape::Code(own) => words.extend(own),
            Shape::List(inner) | Shape::ByYear(inner) | Shape::ByName(inner) => {
                collect(inner, words)
            }
            Shape::Table(table) => table.keys.iter().for_each(|key| collect(&key.shape, words)),
            _ => {}
        }
    }
    let mut words = BTreeSet::new();
    for kind in ambonplan::model::shape::FileKind::ALL {
        collect(&Shape::Table(kind.table()), &mut words);
    }
    words
}

/// Messages that a command or a page names by their key alone.
fn named(messages: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut named = BTreeSet::new();
    for entry in WalkDir::new(root).into_iter().map(Result::unwrap) {
        if entry.path().extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let literals = text.split('"').skip(1).step_by(2);
        named.extend(
            literals
                .filter(|text| messages.contains_key(*text))
                .map(str::to_owned),
        );
    }
    named
}

/// The messages that the page of the preview names, without the beginning that they all
/// have: in attributes of its document, and in texts of its scripts.
fn words_of_the_page(messages: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands/preview/page");
    let mut words = BTreeSet::new();
    for entry in fs::read_dir(page).map(Iterator::flatten).unwrap() {
        let text = fs::read_to_string(entry.path()).unwrap();
        let name = entry.file_name().into_string().unwrap();
        // Whatever is asked for by name must be there.
        for asked in [
            "data-word=\"",
            "data-word-label=\"",
            "data-word-placeholder=\"",
            "word(\"",
        ] {
            for behind in text.split(asked).skip(1) {
                let word = behind.split('"').next().unwrap();
                let key = format!("preview-{word}");
                assert!(messages.contains_key(&key), "{name}: no message {key}");
            }
        }
        let quoted = text.split('"').map(|text| format!("preview-{text}"));
        words.extend(quoted.filter(|key| messages.contains_key(key)));
    }
    words
}

/// `message!("key", name = value)` everywhere in the sources, also as a failure.
fn uses() -> Vec<(String, BTreeSet<String>, String)> {
    let mut uses = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in WalkDir::new(root).into_iter().map(Result::unwrap) {
        if entry.path().extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let calls = ["message!(", "bail!("].into_iter();
        for (at, call) in calls.flat_map(|call| text.match_indices(call)) {
            let body = arguments(&text[at + call.len()..]);
            let mut parts = body.into_iter();
            let key = parts.next().unwrap();
            let Some(key) = key
                .trim()
                .strip_prefix('"')
                .and_then(|key| key.strip_suffix('"'))
            else {
                continue;
            };
            let given = parts
                .filter_map(|part| Some(part.split_once('=')?.0.trim().to_owned()))
                .collect();
            uses.push((key.to_owned(), given, entry.path().display().to_string()));
        }
    }
    uses
}

/// The arguments of a call whose text begins behind its opening bracket.
fn arguments(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut depth, mut quoted) = (0, false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    parts
}

/// `SNAPSHOTS=overwrite cargo test` renews the pages.
#[test]
fn the_pages_about_the_rules_are_up_to_date() {
    let page = |language| explain::all(&check::rules(), &Catalogue::new(language));
    snapbox::assert_data_eq!(
        page(Language::English),
        snapbox::file!["../../docs/rules.md"].raw()
    );
    snapbox::assert_data_eq!(
        page(Language::Indonesian),
        snapbox::file!["../../docs/rules.id.md"].raw()
    );
    let changes = |language| explain::changes(&Catalogue::new(language));
    snapbox::assert_data_eq!(
        changes(Language::English),
        snapbox::file!["../../docs/changes.md"].raw()
    );
    snapbox::assert_data_eq!(
        changes(Language::Indonesian),
        snapbox::file!["../../docs/changes.id.md"].raw()
    );
}

/// The specification in both languages: the same sections in the same order, each kind of
/// file with its keys and its example.
#[test]
fn the_specification_is_up_to_date_in_both_languages() {
    let page = |language| manual::whole(&Catalogue::new(language));
    let (english, indonesian) = (page(Language::English), page(Language::Indonesian));
    snapbox::assert_data_eq!(
        english.clone(),
        snapbox::file!["../../docs/file-format.md"].raw()
    );
    snapbox::assert_data_eq!(
        indonesian.clone(),
        snapbox::file!["../../docs/file-format.id.md"].raw()
    );
    let count = |text: &str, what: &str| text.matches(what).count();
    for what in ["\n## ", "\n### ", "\n```", "\n|---|", "\n- ", "\n| "] {
        assert_eq!(count(&english, what), count(&indonesian, what), "{what:?}");
    }
    for (text, language) in [(&english, "en"), (&indonesian, "id")] {
        assert!(!text.contains("{keys "), "{language}");
        assert!(!text.contains("{example "), "{language}");
    }
    for kind in FileKind::ALL {
        for language in Language::ALL {
            let section = manual::section(*kind, &Catalogue::new(*language));
            assert!(section.starts_with("##"), "{section}");
            for key in kind.table().keys {
                let name = key.name;
                let stands = [
                    format!("`{name}`"),
                    format!("`[{name}]`"),
                    format!("`[[{name}]]`"),
                ];
                assert!(
                    stands.iter().any(|name| section.contains(name)),
                    "{name}: {section}"
                );
            }
        }
    }
}

/// Whoever has the program alone has no pages of documentation to be sent to.
#[test]
fn what_is_explained_leads_to_no_other_page() {
    for (text, plain) in [
        ("lihat [Narasi](#narasi).", "lihat Narasi."),
        ("[a](x.md#b), [c](y.md)", "a, c"),
        ("[t](https://x.id/a.md)", "[t](https://x.id/a.md)"),
        ("`![p](assets/p.svg)` [a](b.md)", "`![p](assets/p.svg)` a"),
        ("a](b", "a](b"),
    ] {
        assert_eq!(manual::without_pages(text), plain);
    }
    let sandbox = Sandbox::new();
    for language in ["id", "en"] {
        let run = sandbox.run(&["explain", "program", "evaluation", "--language", language]);
        let told = run.stdout;
        // A kind of file, and one that is a group of rules as well.
        for part in [
            "## `opd/<opd>/programs/<program>.toml`",
            "depends-on = [",
            "## `evaluations/<date>.toml`",
            "## EVA001",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
    }
}
