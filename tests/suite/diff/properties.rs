//! What holds for the changes between any two plans.

use std::collections::{BTreeMap, BTreeSet};

use ambonplan::diff::{Amounts, Content, Diff, Home, Settings};
use ambonplan::model::EntryRef;
use ambonplan::model::{FundingSource, Rupiah, Year};
use proptest::prelude::*;

use super::{Files, Loaded, compare, generated, load};

/// An edit as people make them: what, at which programme, and a number that decides the
/// rest.
type Step = (usize, usize, usize);

/// Edits every line of a programme that begins with `start`.
fn line(files: &mut Files, path: &str, start: &str, to: impl Fn(&str) -> String) {
    if let Some(text) = files.get_mut(path) {
        let lines: Vec<String> = text
            .lines()
            .map(|line| {
                if line.starts_with(start) {
                    to(line)
                } else {
                    line.to_owned()
                }
            })
            .collect();
        *text = lines.join("\n") + "\n";
    }
}

/// The tables of a text: what stands before the first, and each of the others.
fn tables(text: &str) -> Vec<String> {
    let mut tables = vec![String::new()];
    for line in text.lines() {
        if line.starts_with("[[") {
            tables.push(String::new());
        }
        let last = tables.last_mut().unwrap();
        last.push_str(line);
        last.push('\n');
    }
    tables
}

/// Paths of programmes that are there.
fn programs(files: &Files) -> Vec<String> {
    let paths = files.keys().filter(|path| path.contains("/programs/"));
    paths
        .filter(|path| path.ends_with(".toml"))
        .cloned()
        .collect()
}

fn take(files: &mut Files, step: Step) {
    let (what, at, salt) = step;
    let all = programs(files);
    let Some(path) = all.get(at % all.len().max(1)).cloned() else {
        return;
    };
    let beside = path.replace(".toml", ".md");
    let text = files[&path].clone();
    let id = path
        .rsplit('/')
        .next()
        .unwrap()
        .trim_end_matches(".toml")
        .to_owned();
    match what {
        0 => {
            files.remove(&path);
            files.remove(&beside);
        }
        1 => {
            let copy = text.replace(&format!("nomor {id}"), "lain");
            let new = path.replace(&id, &format!("baru-{salt}"));
            files.insert(
                new,
                copy.replace("Program layanan", &format!("Kegiatan {salt}")),
            );
        }
        // To another OPD.
        2 => {
            let opds: BTreeSet<&str> = all
                .iter()
                .map(|path| path.split('/').nth(1).unwrap())
                .collect();
            let opd = opds.iter().nth(salt % opds.len()).unwrap().to_string();
            for one in [&path, &beside] {
                if let Some(text) = files.remove(one) {
                    let name = one.rsplit('/').next().unwrap();
                    files.insert(format!("opd/{opd}/programs/{name}"), text);
                }
            }
        }
        // Another id, wherever it is named.
        3 => {
            let new = format!("{id}-{salt}");
            for one in [&path, &beside] {
                if let Some(text) = files.remove(one) {
                    files.insert(one.replace(&id, &new), text);
                }
            }
            for text in files.values_mut() {
                *text = text
                    .replace(&format!("\"{id}\""), &format!("\"{new}\""))
                    .replace(&format!("program:{id}>"), &format!("program:{new}>"));
            }
        }
        4 => line(files, &path, "amount", |_| {
            format!("amount = {}", salt * 1_000_000)
        }),
        5 => line(files, &path, "source", |line| match salt % 2 {
            0 => "source = \"apbn\"".into(),
            _ => line.to_owned(),
        }),
        6 => line(files, &path, "targets", |line| {
            line.replace(".5", &format!("{salt}.25"))
        }),
        7 => line(files, &path, "direction", |_| "direction = \"down\"".into()),
        8 => line(files, &path, "status", |_| "status = \"cancelled\"".into()),
        9 => line(files, &path, "end =", |_| "end = 2029-11-30".into()),
        10 => line(files, &path, "supports", |_| {
            "supports = [\"goal:tujuan-0\"]".into()
        }),
        11 => line(files, &path, "districts", |_| {
            "districts = [\"kecamatan-1\", \"kecamatan-2\"]".into()
        }),
        12 => line(files, &path, "name = \"Ukuran 0", |line| {
            line.replace("Ukuran 0", "Capaian")
        }),
        // Tables in another order, one of them twice or missing.
        13 => {
            let mut tables = tables(&text);
            let count = tables.len();
            if count > 1 {
                tables[1..].rotate_left(salt % (count - 1));
                match salt % 3 {
                    0 => drop(tables.remove(1 + salt % (count - 1))),
                    1 => tables.push(tables[1 + salt % (count - 1)].clone()),
                    _ => {}
                }
            }
            files.insert(path, tables.concat());
        }
        14 => {
            let text = files
                .entry(beside)
                .or_insert_with(|| "## Mengapa\n\nKarena.\n".into());
            let mut paragraphs: Vec<&str> = text.split("\n\n").collect();
            let count = paragraphs.len();
            paragraphs.rotate_left(salt % count);
            let extra = format!("Alinea {salt} yang baru.\n");
            paragraphs.insert(salt % count, &extra);
            *text = paragraphs.join("\n\n");
        }
        15 => line(files, &path, "summary", |_| {
            format!("summary = \"Ringkasan {salt}.\"")
        }),
        16 => {
            files.remove(&beside);
        }
        17 => line(files, "opd/opd-0/opd.toml", "name", |_| {
            format!("name = \"Dinas {salt}\"")
        }),
        18 => {
            let ceiling = format!(
                "\n[[ceiling]]\nyear = 2026\namount = {}\n",
                salt * 10_000_000
            );
            let opd = files.get_mut("opd/opd-0/opd.toml").unwrap();
            if !opd.contains("ceiling") {
                opd.push_str(&ceiling);
            }
        }
        19 => line(
            files,
            "registry/all.toml",
            "title = \"Perihal 1\"",
            |line| line.replace("Perihal 1", "Lain"),
        ),
        // Two programmes swap their ids, or one takes the id of another that is gone.
        20 => {
            let other = all[salt % all.len()].clone();
            let texts = (files.get(&path).cloned(), files.get(&other).cloned());
            if let (Some(one), Some(two)) = texts {
                files.insert(path.clone(), two);
                files.insert(other, one);
                if salt % 3 == 0 {
                    files.remove(&path);
                }
            }
        }
        // The number of a programme that is gone comes back.
        21 => {
            let other = &all[salt % all.len()];
            let number = text.lines().find(|line| line.starts_with("number"));
            let number = number.unwrap_or("number = 9").to_owned();
            if *other != path {
                files.remove(&path);
                files.remove(&beside);
                line(files, other, "number", |_| number.clone());
            }
        }
        _ => line(files, &path, "number", |_| {
            format!("number = {}", 500 + salt)
        }),
    }
}

/// A number of programmes, and what was done to them.
type History = (usize, Vec<Step>);

fn histories() -> impl Strategy<Value = History> {
    let steps = prop::collection::vec((0..23_usize, 0..40_usize, 0..50_usize), 0..12);
    (18..40_usize, steps)
}

fn plan((programs, steps): &History) -> Loaded {
    let mut files = generated(*programs);
    for step in steps {
        take(&mut files, *step);
    }
    load(&files)
}

fn content(loaded: &Loaded) -> Content {
    Content::of(&loaded.plan, &loaded.tree)
}

/// What the programmes add up to by one of their keys.
fn sums<K: Ord>(diff: &Diff, key: impl Fn(&Home, Year, FundingSource) -> K) -> BTreeMap<K, i128> {
    let mut sums = BTreeMap::new();
    for program in &diff.money.programs {
        for ((home, year, source), amounts) in &program.cells {
            *sums.entry(key(home, *year, *source)).or_default() += amounts.change();
        }
    }
    sums.retain(|_, sum| *sum != 0);
    sums
}

fn changes<K: Ord + Clone>(sums: &BTreeMap<K, Amounts>) -> BTreeMap<K, i128> {
    let changes = sums
        .iter()
        .map(|(key, amounts)| (key.clone(), amounts.change()));
    changes.filter(|(_, change)| *change != 0).collect()
}

fn total<K>(sums: &BTreeMap<K, Amounts>) -> (i128, i128) {
    let before: Rupiah = sums.values().map(|amounts| amounts.before).sum();
    let after: Rupiah = sums.values().map(|amounts| amounts.after).sum();
    (before.0, after.0)
}

fn budget(loaded: &Loaded) -> i128 {
    let programs = loaded.plan.programs.values();
    let lines = programs.flat_map(|program| &program.file.budget);
    lines.map(|line| line.amount.value.0).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_changes_make_the_first_plan_the_second(base in histories(), head in histories()) {
        let (base, head) = (plan(&base), plan(&head));
        let diff = compare(&base, &head);
        prop_assert!(diff.unread.is_empty());
        let changed = content(&base).apply(&diff);
        let wanted = content(&head).settled(&diff.renames);
        prop_assert!(changed == Some(wanted), "{:?}", diff.renames);

        // Swapping the sides mirrors the report.
        let mut back = compare(&head, &base);
        back.signatures.clear();
        let mirror = diff.clone().inverted(&Settings::default());
        for (one, other) in mirror.changes.iter().zip(&back.changes) {
            prop_assert_eq!(one, other);
        }
        prop_assert!(mirror == back);

        // A plan against itself is empty.
        prop_assert_eq!(compare(&base, &base).changes, Vec::new());

        // Sums reconcile exactly, whatever they are taken by.
        let money = &diff.money;
        let all = (budget(&base), budget(&head));
        prop_assert_eq!((money.total.before.0, money.total.after.0), all);
        prop_assert_eq!(total(&money.pillars), all);
        prop_assert_eq!(total(&money.opds), all);
        prop_assert_eq!(total(&money.years), all);
        prop_assert_eq!(total(&money.sources), all);
        prop_assert_eq!(sums(&diff, |home, _, _| home.pillar.clone()), changes(&money.pillars));
        prop_assert_eq!(sums(&diff, |home, _, _| home.opd.clone()), changes(&money.opds));
        prop_assert_eq!(sums(&diff, |_, year, _| year), changes(&money.years));
        prop_assert_eq!(sums(&diff, |_, _, source| source), changes(&money.sources));

        // What is accepted is known by its fingerprint alone.
        let fingerprints: BTreeSet<&str> =
            diff.changes.iter().map(|change| change.fingerprint.as_str()).collect();
        prop_assert_eq!(fingerprints.len(), diff.changes.len());
    }
}

#[test]
fn changes_that_belong_to_another_plan_are_not_applied() {
    let base = generated(18);
    let mut head = base.clone();
    let path = programs(&base)[3].clone();
    take(&mut head, (4, 3, 7));
    let diff = compare(&load(&base), &load(&head));
    assert!(!diff.is_empty());
    let mut other = base.clone();
    other.remove(&path);
    assert_eq!(content(&load(&other)).apply(&diff), None);
    let key = EntryRef::parse("program:tidak-ada").unwrap();
    assert!(!content(&load(&base)).0.contains_key(&key));
}
