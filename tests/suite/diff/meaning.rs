//! What changes mean.

use std::fs;
use std::path::Path;

use ambonplan::diff::{Diff, Kind, Version};
use ambonplan::fmt;
use ambonplan::model::shape::FileKind;
use ambonplan::source::Role;
use toml_edit::DocumentMut;
use walkdir::WalkDir;

use super::{Files, compare, generated, load};

const PROGRAM: &str = "opd/opd-0/programs/program-0.toml";

/// The kinds of changes with the entry of each, after files were edited.
fn kinds(edit: impl FnOnce(&mut Files)) -> Vec<String> {
    let base = generated(36);
    let mut head = base.clone();
    edit(&mut head);
    told(&compare(&load(&base), &load(&head)))
}

/// The kinds of changes with the entry of each.
pub(super) fn told(diff: &Diff) -> Vec<String> {
    let told = diff.changes.iter().map(|change| {
        let key = &change.side().unwrap().key;
        format!("{} {key}", change.kind.name())
    });
    told.collect()
}

fn replace(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = files.get_mut(path).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}: {text}");
    *text = text.replacen(from, to, 1);
}

#[test]
fn every_edit_of_a_programme_has_its_meaning() {
    let second = "opd/opd-1/programs/program-1.toml";
    for (path, from, to, wanted) in [
        (
            PROGRAM,
            "amount = ",
            "amount = 2",
            "budget-raised program:program-0",
        ),
        (
            PROGRAM,
            "source = \"apbd-kota\"",
            "source = \"apbn\"",
            "budget-shifted program:program-0",
        ),
        (
            PROGRAM,
            "source = \"apbd-kota\"\n",
            "source = \"apbd-kota\"\nconfirmed = true\n",
            "budget-confirmed program:program-0",
        ),
        (
            PROGRAM,
            "direction = \"up\"",
            "direction = \"keep\"",
            "direction-changed program:program-0",
        ),
        (
            PROGRAM,
            "targets = { 2026 = ",
            "targets = { 2026 = 1",
            "target-raised program:program-0",
        ),
        (
            PROGRAM,
            ".5 }",
            ".5, 2027 = 90 }",
            "target-added program:program-0",
        ),
        (
            PROGRAM,
            "unit = \"persen\"",
            "unit = \"menit\"",
            "unit-changed program:program-0",
        ),
        (
            PROGRAM,
            "baseline = { year = 2025",
            "baseline = { year = 2024",
            "baseline-changed program:program-0",
        ),
        (
            PROGRAM,
            "name = \"Ukuran 0 program 0\"",
            "name = \"Ukuran 0 untuk program 0\"",
            "indicator-renamed program:program-0",
        ),
        (
            PROGRAM,
            "end = 2026-12-31",
            "end = 2027-01-31",
            "schedule-later program:program-0",
        ),
        (
            PROGRAM,
            "start = 2026-01-01",
            "start = 2025-12-31",
            "schedule-earlier program:program-0",
        ),
        (
            PROGRAM,
            "status = \"running\"",
            "status = \"postponed\"",
            "status-changed program:program-0",
        ),
        (
            PROGRAM,
            "quick-win = true",
            "quick-win = false",
            "quick-win-lost program:program-0",
        ),
        (
            PROGRAM,
            "number = 1",
            "number = 77",
            "number-changed program:program-0",
        ),
        (
            PROGRAM,
            "\"stakeholder:kampus\"",
            "\"stakeholder:kampus\", \"opd:opd-1\"",
            "link-gained program:program-0",
        ),
        (
            PROGRAM,
            "summary = \"Warga",
            "summary = \"Semua warga",
            "field-changed program:program-0",
        ),
        (
            "opd/opd-0/programs/program-0.md",
            "setiap hari",
            "tiap hari",
            "narrative-changed program:program-0",
        ),
        (
            second,
            "title = \"Program",
            "title = \"Kegiatan",
            "field-changed program:program-1",
        ),
        (
            "opd/opd-0/opd.toml",
            "status = \"signed\"",
            "status = \"pending\"",
            "commitment-withdrawn opd:opd-0",
        ),
        (
            "opd/opd-0/opd.toml",
            "since = 2025-01-01",
            "since = 2025-02-01",
            "head-changed opd:opd-0",
        ),
        (
            "plan.toml",
            "end = 2030",
            "end = 2031",
            "period-changed plan",
        ),
        (
            "registry/all.toml",
            "title = \"Perihal 3\"",
            "title = \"Tentang 3\"",
            "law-changed law:uu-3-2014",
        ),
    ] {
        let found = kinds(|files| replace(files, path, from, to));
        assert!(found.iter().any(|one| one == wanted), "{wanted}: {found:?}");
    }
    assert_eq!(
        kinds(|files| replace(files, PROGRAM, ".5 }", " }")),
        ["target-lowered program:program-0"]
    );
}

#[test]
fn a_target_is_lowered_by_the_direction_of_its_indicator() {
    let mut base = generated(36);
    replace(
        &mut base,
        PROGRAM,
        "direction = \"up\"",
        "direction = \"down\"",
    );
    let mut head = base.clone();
    replace(
        &mut head,
        PROGRAM,
        "targets = { 2026 = ",
        "targets = { 2026 = 1",
    );
    let diff = compare(&load(&base), &load(&head));
    assert_eq!(told(&diff), ["target-lowered program:program-0"]);
    let change = &diff.changes[0];
    let (before, after) = (
        change.before.as_ref().unwrap(),
        change.after.as_ref().unwrap(),
    );
    assert_eq!(before.place.file, PROGRAM);
    assert_eq!([before.place.version, after.place.version], Version::BOTH);
    assert_eq!(
        (before.place.line, before.place.column),
        (after.place.line, after.place.column)
    );
    let text = &base[PROGRAM];
    let line = text.lines().nth(before.place.line - 1).unwrap();
    let value = line
        .chars()
        .skip(before.place.column - 1)
        .take(4)
        .collect::<String>();
    let told = change.edits[0].before.as_ref().unwrap().value.to_string();
    assert_eq!(value, told);
}

#[test]
fn programmes_come_go_move_and_get_other_ids() {
    let to = |from: &str, to: &str| {
        let (from, to) = (from.to_owned(), to.to_owned());
        kinds(move |files| {
            let text = files.remove(&from).unwrap();
            files.insert(to, text);
        })
    };
    let quiet = "opd/opd-1/programs/program-13.toml";
    assert_eq!(
        to(quiet, "opd/opd-0/programs/program-13.toml"),
        ["program-changed-opd program:program-13"]
    );
    assert_eq!(
        to(quiet, "opd/opd-1/programs/lain.toml"),
        ["renamed program:lain"]
    );
    assert_eq!(
        to(quiet, "opd/opd-0/programs/lain.toml"),
        ["program-changed-opd program:lain", "renamed program:lain"]
    );
    assert_eq!(
        kinds(|files| drop(files.remove(quiet))),
        ["program-removed program:program-13"]
    );
    // A number is never used again: who has it and says something else is another one.
    let found = kinds(|files| {
        let text = files.remove(quiet).unwrap();
        let number = text
            .lines()
            .find(|line| line.starts_with("number"))
            .unwrap();
        let text = format!(
            "title = \"Sesuatu\"\n{number}\npillar = \"pilar-1\"\ndimension = \"dimensi-1-2\"\n\
             status = \"proposed\"\nstart = 2027-01-01\nend = 2027-12-31\nsummary = \"Ringkas.\"\n"
        );
        files.insert("opd/opd-1/programs/lain.toml".into(), text);
    });
    let wanted = [
        "program-added program:lain",
        "number-reused program:lain",
        "program-removed program:program-13",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn an_id_that_changed_is_no_change_where_it_is_named() {
    let found = kinds(|files| {
        let text = files.remove("opd/opd-0/opd.toml").unwrap();
        files.insert("opd/dinas-nol/opd.toml".into(), text);
        let paths: Vec<String> = files.keys().cloned().collect();
        for path in paths {
            if let Some(rest) = path.strip_prefix("opd/opd-0/") {
                let text = files.remove(&path).unwrap();
                files.insert(format!("opd/dinas-nol/{rest}"), text);
            }
        }
        for text in files.values_mut() {
            *text = text
                .replace("opd:opd-0\"", "opd:dinas-nol\"")
                .replace("\"opd-0\"", "\"dinas-nol\"");
        }
    });
    assert_eq!(found, ["renamed opd:dinas-nol"]);
}

#[test]
fn an_id_that_changed_is_no_change_in_blocks_of_narrative() {
    let chapter = "chapters/pendahuluan.md";
    let block = |id: &str| {
        format!(
            "\n```ambonplan\nshow = \"programs\"\nopd = \"{id}\"\n```\n\n```ambonplan\n\
             show = \"programs\"\nwhere = 'opd = {id} or opd != \"opd:{id}\"'\n```\n"
        )
    };
    let mut base = generated(36);
    base.get_mut(chapter).unwrap().push_str(&block("opd-0"));
    let mut head = generated(36);
    head.get_mut(chapter).unwrap().push_str(&block("dinas-nol"));
    for path in base.keys() {
        if let Some(rest) = path.strip_prefix("opd/opd-0/") {
            let text = head.remove(path).unwrap();
            head.insert(format!("opd/dinas-nol/{rest}"), text);
        }
    }
    for text in head.values_mut() {
        *text = text
            .replace("opd:opd-0\"", "opd:dinas-nol\"")
            .replace("\"opd-0\"", "\"dinas-nol\"");
    }
    let diff = compare(&load(&base), &load(&head));
    let found: Vec<Kind> = diff.changes.iter().map(|change| change.kind).collect();
    assert_eq!(found, [Kind::Renamed]);
}

#[test]
fn what_follows_is_told_too() {
    let mut base = generated(36);
    let opd = base.get_mut("opd/opd-0/opd.toml").unwrap();
    opd.push_str("\n[[ceiling]]\nyear = 2026\namount = 90_000_000_000\n");
    let mut head = base.clone();
    replace(&mut head, PROGRAM, "amount = ", "amount = 999");
    let diff = compare(&load(&base), &load(&head));
    assert_eq!(
        told(&diff),
        ["over-ceiling opd:opd-0", "budget-raised program:program-0"]
    );
    assert_eq!(diff.signatures.len(), 1);
    assert_eq!(diff.signatures[0].opd.to_string(), "opd:opd-0");
    // Signed again, it is not stale.
    replace(
        &mut head,
        "opd/opd-0/opd.toml",
        "date = 2026-01-15",
        "date = 2026-05-15",
    );
    assert_eq!(compare(&load(&base), &load(&head)).signatures, []);

    let found = kinds(|files| {
        for (path, text) in files
            .iter_mut()
            .filter(|(path, _)| path.contains("/programs/"))
        {
            assert!(!path.is_empty());
            *text = text.replace("goal:tujuan-7\"", "goal:tujuan-8\"");
        }
    });
    assert!(
        found.contains(&"coverage-lost goal:tujuan-7".to_owned()),
        "{found:?}"
    );
}

#[test]
fn an_entry_that_cannot_be_read_is_neither_new_nor_gone() {
    let base = generated(36);
    let mut head = base.clone();
    replace(&mut head, PROGRAM, "status = \"running\"", "status = 5");
    let diff = compare(&load(&base), &load(&head));
    assert_eq!(diff.unread.len(), 1);
    assert_eq!(diff.unread[0].version, Version::After);
    assert_eq!(diff.unread[0].key.to_string(), "program:program-0");
    let kinds: Vec<Kind> = diff.changes.iter().map(|change| change.kind).collect();
    assert!(!kinds.contains(&Kind::ProgramRemoved), "{kinds:?}");
}

/// The files of a directory that are text.
pub fn files_of(directory: &str) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(directory);
    let files = WalkDir::new(&root).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap();
            let text = fs::read_to_string(entry.path()).ok()?;
            Some((path.to_str().unwrap().replace('\\', "/"), text))
        })
        .collect()
}

#[test]
fn order_layout_and_comments_are_no_change() {
    for directory in ["plan", "examples/kota-teladan"] {
        let base = files_of(directory);
        let mut head = base.clone();
        for (path, text) in &mut head {
            if path.ends_with(".toml") {
                let mut document: DocumentMut = text.parse().unwrap();
                for (_, item) in document.iter_mut() {
                    if let Some(tables) = item.as_array_of_tables_mut() {
                        let turned: Vec<_> = tables.iter().cloned().collect();
                        tables.clear();
                        for mut table in turned.into_iter().rev() {
                            // It would be written where it stood.
                            table.set_position(None);
                            tables.push(table);
                        }
                    }
                }
                *text = format!("# Catatan\n{document}");
                if let Some(kind) = FileKind::of(&Role::of(path)) {
                    *text = fmt::format(kind, text).unwrap_or_else(|| text.clone());
                }
            } else if path.ends_with(".md") && !text.contains('|') && !text.contains("```") {
                *text = text.replace("\n\n", "\n\n\n");
            }
        }
        assert_ne!(base, head);
        let diff = compare(&load(&base), &load(&head));
        assert_eq!(told(&diff), Vec::<String>::new(), "{directory}");
    }
}
