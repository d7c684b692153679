//! Which programme is which, when ids and numbers change.

use std::collections::{BTreeMap, BTreeSet};

use ambonplan::diff::{Content, Kind, Settings};
use proptest::prelude::*;

use super::meaning::{files_of, told};
use super::{Files, compare, load};
use crate::history::History;

/// The paths of the programmes of the shipped plan.
fn programs(files: &Files) -> Vec<String> {
    let paths = files.keys().filter(|path| path.contains("/programs/"));
    let paths = paths.filter(|path| path.ends_with(".toml"));
    paths.cloned().collect()
}

fn id(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap();
    name.trim_end_matches(".toml")
}

/// The value of a key of a programme, as it is written.
fn value<'t>(text: &'t str, key: &str) -> &'t str {
    let line = text.lines().find(|line| line.starts_with(key)).unwrap();
    line.split_once(" = ").unwrap().1
}

/// A programme that says nothing of what another says, in the same place and with the
/// same number.
fn unrelated(other: &str) -> String {
    let kept: String = ["number", "pillar", "dimension", "start", "end", "supports"]
        .iter()
        .map(|key| format!("{key} = {}\n", value(other, &format!("{key} "))))
        .collect();
    format!(
        "title = \"Patung ikan raksasa\"\n{kept}status = \"proposed\"\n\
         summary = \"Patung setinggi pohon berdiri di tepi teluk.\"\n\n\
         [[budget]]\nyear = 2027\nsource = \"apbn\"\namount = 77_123_000\n"
    )
}

#[test]
fn a_removal_cannot_hide_behind_its_number() {
    let base = files_of("plan");
    let all = programs(&base);
    for path in all.iter().step_by(7) {
        for opd in ["disnaker", path.split('/').nth(1).unwrap()] {
            let mut head = base.clone();
            let old = head.remove(path).unwrap();
            head.remove(&path.replace(".toml", ".md"));
            let text = unrelated(&old);
            head.insert(format!("opd/{opd}/programs/patung-ikan.toml"), text);
            let (before, after) = (load(&base), load(&head));
            let diff = compare(&before, &after);
            let old = id(path);
            for wanted in [
                format!("program-removed program:{old}"),
                "program-added program:patung-ikan".to_owned(),
                "number-reused program:patung-ikan".to_owned(),
            ] {
                assert!(told(&diff).contains(&wanted), "{path}: {:#?}", told(&diff));
            }
            assert!(diff.renames.is_empty(), "{:?}", diff.renames);
            let reused = diff
                .changes
                .iter()
                .find(|one| one.kind == Kind::NumberReused);
            let reused = reused.unwrap();
            let sides = [&reused.before, &reused.after].map(|side| side.clone().unwrap());
            assert_eq!(sides[0].number, sides[1].number);
            assert_eq!(sides[0].key.id, old);
        }
    }
}

#[test]
fn a_number_is_told_once_and_only_where_another_programme_took_it() {
    let base = files_of("plan");
    let all = programs(&base);
    let (one, two) = (&all[3], &all[11]);
    let numbered = |files: &mut Files, path: &str, number: &str| {
        let text = files.get_mut(path).unwrap();
        let old = format!("number = {}", value(text, "number"));
        *text = text.replacen(&old, &format!("number = {number}"), 1);
    };
    let found = |files: &Files| {
        let told = told(&compare(&load(&base), &load(files)));
        let told = told.into_iter();
        told.filter(|one| one.contains("number"))
            .collect::<Vec<_>>()
    };
    let mut head = base.clone();
    numbered(&mut head, one, "91");
    let changed = format!("number-changed program:{}", id(one));
    assert_eq!(found(&head), [changed.as_str()]);
    // Nobody has the number of what is gone.
    head.remove(two);
    assert_eq!(found(&head), [changed.as_str()]);
    // A programme that was there takes it.
    let mut head = base.clone();
    let gone = head.remove(one).unwrap();
    let same = programs(&base)
        .into_iter()
        .find(|path| path != one && value(&base[path], "pillar") == value(&gone, "pillar"));
    let same = same.unwrap();
    numbered(&mut head, &same, value(&gone, "number"));
    let key = format!("program:{}", id(&same));
    let wanted = [
        format!("number-changed {key}"),
        format!("number-reused {key}"),
    ];
    assert_eq!(found(&head), wanted);
}

#[test]
fn a_programme_that_was_rewritten_is_known_by_its_number() {
    let base = files_of("plan");
    for path in programs(&base).iter().step_by(5) {
        let mut head = base.clone();
        let text = head.remove(path).unwrap();
        // Everything that it says of itself but its activities and risks.
        let mut table = String::new();
        let lines = text.lines().map(|line| {
            if line.starts_with('[') {
                table = line.to_owned();
            }
            let is_own = matches!(table.as_str(), "" | "[[indicator]]" | "[[budget]]");
            match line.split_once(" = ") {
                Some((key @ ("title" | "summary" | "name"), _)) if is_own => {
                    format!("{key} = \"Kata lain sama sekali untuk {}\"", id(path))
                }
                Some(("amount", _)) => String::from("amount = 12_345_000"),
                _ => line.to_owned(),
            }
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        head.insert(path.replace(id(path), "nama-lain"), text + "\n");
        let diff = compare(&load(&base), &load(&head));
        let renamed: Vec<String> = diff
            .renames
            .iter()
            .map(|(before, after)| format!("{before} {after}"))
            .collect();
        let wanted = format!("program:{} program:nama-lain", id(path));
        assert_eq!(renamed, [wanted]);
    }
}

/// The plan in which each of some programmes stands under the id of the next.
fn turned(base: &Files, ring: &[String]) -> Files {
    let mut head = base.clone();
    for (path, next) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        for ending in [".toml", ".md"] {
            let (from, to) = (path.replace(".toml", ending), next.replace(".toml", ending));
            match base.get(&from) {
                Some(text) => head.insert(to, text.clone()),
                None => head.remove(&to),
            };
        }
    }
    head
}

fn choice(count: usize) -> impl Strategy<Value = Vec<usize>> {
    let all: Vec<usize> = (0..count).collect();
    prop::sample::subsequence(all, 2..6).prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ids_that_were_swapped_are_renames_and_nothing_else(chosen in choice(66)) {
        let base = files_of("plan");
        let all = programs(&base);
        let ring: Vec<String> = chosen.iter().map(|at| all[*at].clone()).collect();
        let head = turned(&base, &ring);
        let (before, after) = (load(&base), load(&head));
        let diff = compare(&before, &after);
        let found: BTreeMap<String, String> = diff
            .renames
            .iter()
            .map(|(before, after)| (before.id.clone(), after.id.clone()))
            .collect();
        let nexts = ring.iter().cycle().skip(1);
        let wanted: BTreeMap<String, String> = ring
            .iter()
            .zip(nexts)
            .map(|(path, next)| (id(path).to_owned(), id(next).to_owned()))
            .collect();
        prop_assert_eq!(found, wanted);
        let ids: BTreeSet<&str> = ring.iter().map(|path| id(path)).collect();
        for change in &diff.changes {
            let side = change.side().unwrap();
            let is_chosen = ids.contains(side.key.id.as_str());
            // References that stayed as they were lead to another programme now.
            let is_move = matches!(
                change.kind,
                Kind::Renamed
                    | Kind::ProgramChangedOpd
                    | Kind::LinkGained
                    | Kind::LinkLost
                    | Kind::NarrativeChanged
            );
            prop_assert!(!is_chosen || is_move, "{:?}", change.kind);
        }
        // Back again, it mirrors, and the changes make the first plan the second.
        let mut back = compare(&after, &before);
        back.signatures.clear();
        prop_assert!(diff.clone().inverted(&Settings::default()) == back);
        let content = |loaded: &super::Loaded| Content::of(&loaded.plan, &loaded.tree);
        prop_assert!(content(&before).apply(&diff) == Some(content(&after)));
    }

    #[test]
    fn ordinary_edits_rename_nothing(
        chosen in choice(66), steps in prop::collection::vec((0..6_usize, 0..5_usize), 1..8)
    ) {
        let base = files_of("plan");
        let all = programs(&base);
        let mut head = base.clone();
        for (what, at) in steps {
            let path = &all[chosen[at % chosen.len()]];
            let Some(text) = head.get(path).cloned() else { continue };
            let keyed = |key: &str, value: String| {
                let lines = text.lines().map(|line| if line.starts_with(&format!("{key} = ")) { format!("{key} = {value}") } else { line.to_owned() });
                lines.collect::<Vec<_>>().join("\n") + "\n"
            };
            let text = match what {
                0 => keyed("title", format!("\"Judul yang lain {at}\"")),
                1 => keyed("summary", format!("\"Ringkasan yang lain {at}.\"")),
                2 => keyed("number", format!("{}", 80 + at)),
                3 => keyed("amount", format!("{}_000_000", 100 + at)),
                4 => text.split("[[indicator]]").next().unwrap().to_owned(),
                // It is gone.
                _ => {
                    head.remove(path);
                    head.remove(&path.replace(".toml", ".md"));
                    continue;
                }
            };
            head.insert(path.clone(), text);
        }
        let diff = compare(&load(&base), &load(&head));
        prop_assert!(diff.renames.is_empty(), "{:?}", diff.renames);
    }
}

#[test]
fn opds_pillars_and_chapters_can_swap_their_names_too() {
    let base = files_of("plan");
    for (one, two) in [
        ("opd/bappeda/", "opd/diskominfo/"),
        ("pillars/governance/", "pillars/economy/"),
    ] {
        let head: Files = base
            .iter()
            .map(|(path, text)| {
                let path = match (path.strip_prefix(one), path.strip_prefix(two)) {
                    (Some(rest), _) => format!("{two}{rest}"),
                    (_, Some(rest)) => format!("{one}{rest}"),
                    _ => path.clone(),
                };
                (path, text.clone())
            })
            .collect();
        let diff = compare(&load(&base), &load(&head));
        let name = |folder: &str| {
            folder
                .trim_matches('/')
                .split('/')
                .nth(1)
                .unwrap()
                .to_owned()
        };
        let found: BTreeSet<String> = diff.renames.iter().map(|(key, _)| key.id.clone()).collect();
        assert_eq!(
            found,
            BTreeSet::from([name(one), name(two)]),
            "{:?}",
            diff.renames
        );
    }
}

/// The shipped programme is replaced by another one with its number.
fn replaced() -> History {
    const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";
    let history = History::new();
    let path = history.sandbox.plan().join(PROGRAM);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let kept: String = ["number", "pillar", "dimension", "start", "end"]
        .iter()
        .map(|key| format!("{key} = {}\n", value(&text, &format!("{key} "))))
        .collect();
    let text = format!(
        "title = \"Patung ikan raksasa\"\n{kept}status = \"proposed\"\n\
         summary = \"Patung berdiri di tepi teluk.\"\n"
    );
    history
        .sandbox
        .write("opd/diskominfo/programs/patung.toml", text);
    history
}

#[test]
fn every_format_names_both_programmes_of_a_number() {
    let history = replaced();
    for (language, wanted) in [
        (
            "id",
            "GOV-01 adalah nomor “Layanan aduan warga” (program:layanan-aduan), dan kini nomor \
             “Patung ikan raksasa” (program:patung)",
        ),
        (
            "en",
            "GOV-01 was the number of “Layanan aduan warga” (program:layanan-aduan), and is now \
             that of “Patung ikan raksasa” (program:patung)",
        ),
    ] {
        for format in ["human", "markdown", "html"] {
            let run = history.sandbox.run(&[
                "diff",
                "--language",
                language,
                "--format",
                format,
                "--audience",
                "author",
            ]);
            assert!(run.stdout.contains(wanted), "{format}: {}", run.stdout);
            // Who signs knows no ids.
            let run = history.sandbox.run(&[
                "diff",
                "--language",
                language,
                "--format",
                format,
                "--audience",
                "council",
            ]);
            let wanted = wanted
                .replace(" (program:layanan-aduan)", "")
                .replace(" (program:patung)", "");
            assert!(run.stdout.contains(&wanted), "{format}: {}", run.stdout);
        }
    }
    let run = history
        .sandbox
        .run(&["diff", "--format", "json", "--fail-on", "breaking"]);
    assert_eq!(run.status, 1);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let changes = document["changes"].as_array().unwrap();
    let reused = changes.iter().find(|one| one["code"] == "DIF080").unwrap();
    assert_eq!(reused["severity"], "breaking");
    let entries = ["before", "after"].map(|side| reused[side]["entry"].as_str().unwrap());
    assert_eq!(entries, ["program:layanan-aduan", "program:patung"]);
}
