use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;

use super::visible::text_of;
use super::*;
use crate::check::Options;
use crate::compose::typst::Argument;
use crate::compose::wording::Words;
use crate::diff::{self, Settings};
use crate::project::{self, Project};

#[path = "../../../tests/generator/mod.rs"]
#[allow(dead_code, reason = "plans with mistakes are not compared")]
mod generator;

const SHIPPED: [&str; 2] = ["plan", "examples/kota-teladan"];

fn shipped(directory: &str) -> Project {
    project::load(Path::new(directory), &Options::default()).unwrap()
}

/// The parts of the first volume, and the numbers of its places.
fn parts(project: &Project) -> (BTreeMap<String, Vec<Statement>>, BTreeMap<String, String>) {
    let plan = project.plan.as_ref().unwrap();
    let words = Words::of(plan, &project.tree);
    let volume = &plan.volumes[0];
    let mut composer = Composer::new(plan, &project.tree, volume, Scope::Volume, &words);
    let parts = composer.parts().into_iter().map(CodePart::from);
    let parts = parts.map(|part| (named(&part.path).to_owned(), part.statements));
    (parts.collect(), composer.numbers)
}

/// A piece without its marks and without what is gone; `None` if all of it is.
fn accepted(node: &Node) -> Option<Node> {
    Some(match node {
        Node::Removed(_) => return None,
        Node::Marked(_, inner) | Node::WithSource(_, inner) => return accepted(inner),
        Node::Array(items) => Node::Array(items.iter().filter_map(accepted).collect()),
        Node::Block(_) => {
            let mut joined: Vec<Node> = Vec::new();
            for statement in node.clone().statements() {
                let Some(statement) = accepted(&statement) else {
                    continue;
                };
                for statement in statement.statements() {
                    match (joined.last_mut(), statement) {
                        (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
                        (_, Node::Text(text)) if text.is_empty() => {}
                        (_, statement) => joined.push(statement),
                    }
                }
            }
            match (joined.len(), joined.pop()) {
                (1, Some(alone)) => alone,
                (_, last) => {
                    joined.extend(last);
                    Node::Block(joined)
                }
            }
        }
        // Longer tables may break.
        Node::Dict(fields) => Node::Dict(
            fields
                .iter()
                .filter(|(key, _)| {
                    !matches!(
                        key.as_ref(),
                        "whole"
                            | "by-height"
                            | "solid"
                            | "facts-whole"
                            | "was"
                            | "changed"
                            | "gone"
                            | "mark"
                            | "room"
                    )
                })
                .map(|(key, value)| (key.clone(), accepted(value).unwrap_or_else(Node::none)))
                .collect(),
        ),
        Node::Call(function, arguments) => Node::Call(
            *function,
            arguments
                .iter()
                .filter(|argument| !matches!(argument.name, Some("whole" | "by-height")))
                .filter_map(|argument| {
                    Some(Argument {
                        name: argument.name,
                        value: accepted(&argument.value)?,
                    })
                })
                .collect(),
        ),
        Node::Atom(code) if code == "[]" => Node::empty(),
        Node::Text(_) | Node::Atom(_) | Node::Number(_) | Node::Trace(_) => node.clone(),
    })
}

/// The lines of a part without marks.
fn plain(part: &[Statement]) -> Vec<Node> {
    let mut content = Vec::new();
    let mut lines = Vec::new();
    for line in part {
        match line {
            Statement::Show(_, data) => lines.extend(accepted(data)),
            Statement::Content(node) => content.push(node.clone()),
            Statement::Include(path) => lines.push(Node::Text(path.clone())),
        }
    }
    lines.extend(accepted(&Node::Block(content)));
    lines
}

fn words(nodes: &[Node]) -> BTreeMap<String, usize> {
    let mut text = String::new();
    for node in nodes.iter().cloned().flat_map(visible::block_runs) {
        // In what is drawn no word is marked.
        if !matches!(node.bare(), Node::Call(function, _) if function.figure().is_some()) {
            text.push_str(&text_of(&node));
            text.push(' ');
        }
    }
    let mut words = BTreeMap::new();
    // Numbers of places that wait are code.
    let visible = text.split('\u{1}').step_by(2);
    for word in visible.flat_map(|part| part.split(|c: char| !c.is_alphanumeric())) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

fn content(part: &[Statement]) -> Vec<Node> {
    part.iter()
        .filter_map(|line| match line {
            Statement::Show(_, node) | Statement::Content(node) => Some(node.clone()),
            Statement::Include(_) => None,
        })
        .collect()
}

/// A piece without all that is marked.
fn unmarked(node: &Node) -> Node {
    match node {
        Node::Marked(..) | Node::Removed(_) => Node::Block(vec![Node::Text(" ".into())]),
        Node::WithSource(_, inner) => unmarked(inner),
        Node::Array(items) => Node::Array(items.iter().map(unmarked).collect()),
        Node::Block(items) => Node::Block(items.iter().map(unmarked).collect()),
        Node::Dict(fields) => {
            let fields = fields.iter();
            Node::Dict(
                fields
                    .map(|(key, value)| (key.clone(), unmarked(value)))
                    .collect(),
            )
        }
        Node::Call(function, arguments) => {
            let arguments = arguments.iter().map(|argument| Argument {
                name: argument.name,
                value: unmarked(&argument.value),
            });
            Node::Call(*function, arguments.collect())
        }
        Node::Text(_) | Node::Atom(_) | Node::Number(_) | Node::Trace(_) => node.clone(),
    }
}

/// Shows where two parts begin to differ, if they do.
fn assert_same(name: &str, left: &[Node], right: &[Node]) {
    let code = |nodes: &[Node]| format!("{nodes:?}").chars().collect::<Vec<char>>();
    let (left, right) = (code(left), code(right));
    let same = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let near = |code: &[char]| {
        code.iter()
            .skip(same.saturating_sub(150))
            .take(300)
            .collect::<String>()
    };
    assert!(
        left == right,
        "{name}\nmerged: {}\nsecond: {}",
        near(&left),
        near(&right)
    );
}

/// Merges the parts of two plans and compares what is left without marks with the second,
/// and all of it with the words of the first.
fn assert_merges(first: &Project, second: &Project) -> usize {
    let (old, numbers) = parts(first);
    let (new, _) = parts(second);
    let marking = Marking {
        numbers: &numbers,
        images: &BTreeSet::new(),
        note: "catatan",
        other_figure: "gambar lain",
        other_signer: "pejabat lain",
        silent: RefCell::default(),
    };
    let before = Before {
        cards: old
            .values()
            .flat_map(|part| cards(part))
            .map(|(label, card)| (label.to_owned(), card.clone()))
            .collect(),
        parts: old.clone(),
        numbers: numbers.clone(),
    };
    let known: Vec<Node> = old.values().flat_map(|part| content(part)).collect();
    let known = words(&known);
    let kept = new.values().flat_map(|part| cards(part));
    let kept = kept.map(|(label, _)| label.to_owned()).collect();
    let mut marks = 0;
    for (name, part) in &new {
        let Some(earlier) = old.get(name) else {
            continue;
        };
        let mut annex = Annex::default();
        let merged = merged(&marking, &before, earlier, part, &kept, &mut annex);
        assert_same(name, &plain(&merged), &plain(part));
        let left: Vec<Node> = content(&merged).iter().map(unmarked).collect();
        for word in words(&left).into_keys() {
            let counts = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
            assert!(
                counts || known.contains_key(&word),
                "{name}: {word} is new and has no mark"
            );
        }
        let mut all = content(&merged);
        all.extend(annex.pieces().cloned());
        let all = words(&all);
        for word in words(&content(earlier)).into_keys() {
            // Which row of a table it is, is no property of what the row is about.
            let counts = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
            assert!(counts || all.contains_key(&word), "{name}: {word} is lost");
        }
        let code = format!("{merged:?}");
        marks += code.matches("Marked(").count();
    }
    marks
}

#[test]
fn without_marks_the_second_book_is_left_and_nothing_of_the_first_is_lost() {
    let [one, other] = SHIPPED.map(shipped);
    assert!(assert_merges(&one, &other) > 100);
    assert!(assert_merges(&other, &one) > 100);
    assert_eq!(assert_merges(&one, &one), 0);
}

/// A generated plan in which some texts, amounts and programmes are other ones.
fn edited(programs: usize, edits: &[(usize, usize)]) -> Project {
    let mut tree = SourceTree::default();
    let mut files: BTreeMap<String, String> = generator::plan(programs).into_iter().collect();
    for (at, salt) in edits {
        let path = files.keys().nth(at % files.len()).unwrap().clone();
        let text = &files[&path];
        let new = match salt % 5 {
            0 => text.replace("amount = 1", "amount = 2"),
            1 => text.replace(" yang ", &format!(" yang ke-{salt} ")),
            2 => text.replace("\n\n", &format!("\n\nAlinea {salt} ini baru.\n\n")),
            3 if path.contains("/programs/") => String::new(),
            _ => text.replace("Program layanan", &format!("Kegiatan {salt}")),
        };
        if new.is_empty() {
            files.remove(&path);
            files.remove(&path.replace(".toml", ".md"));
        } else if !path.ends_with(".svg") && path != "plan.toml" {
            files.insert(path, new);
        }
    }
    for (path, text) in files {
        let role = Role::of(&path);
        tree.push(if role.is_text() {
            crate::source::SourceFile::text(path, role, text)
        } else {
            crate::source::SourceFile::bytes(path, role, text.into_bytes())
        });
    }
    project::understand(tree, crate::finding::Findings::default())
}

fn edits() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..200_usize, 0..100_usize), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_two_plans_merge(
        first in (18..30_usize, edits()),
        second in (18..30_usize, edits()),
    ) {
        let (first, second) = (edited(first.0, &first.1), edited(second.0, &second.1));
        assert_merges(&first, &second);
    }
}

/// A text of which a heading is gone: its words do not run into those behind it.
#[test]
fn a_heading_that_is_gone_stands_for_itself() {
    assert_merges(&edited(18, &[]), &edited(20, &[(27, 38)]));
}

#[test]
fn a_book_beside_itself_is_the_book() {
    let project = shipped("examples/kota-teladan");
    let plan = project.plan.as_ref().unwrap();
    let sides = (plan, &project.tree);
    let diff = diff::compare(sides, sides, &Settings::default());
    let side = crate::diff::report::Named {
        name: "v1".into(),
        ..Default::default()
    };
    let report = Report {
        diff: &diff,
        base: side.clone(),
        head: side,
        shown: crate::diff::report::Shown::default(),
        language: plan.file.language.value.base(),
        audience: crate::diff::report::Audience::Council,
    };
    let earlier = Earlier {
        plan,
        tree: &project.tree,
        report: &report,
    };
    let volume = &plan.volumes[0];
    let book = compose_tracked(&earlier, plan, &project.tree, volume, Scope::Volume);
    let ordinary = crate::compose::compose(plan, &project.tree, volume, Scope::Volume);
    let names: Vec<&str> = book.files.iter().map(|file| file.path.as_str()).collect();
    let more: Vec<&&str> = names
        .iter()
        .filter(|name| !ordinary.files.iter().any(|file| file.path == **name))
        .collect();
    assert_eq!(more, [&"/parts/98-changes.typ"]);
}
