//! What cannot be read on one side is never told as nothing.

use std::collections::BTreeSet;
use std::fs;

use ambonplan::diff::{Diff, Kind, Settings, Severity, Version, report};
use ambonplan::language::Language;
use proptest::prelude::*;
use serde_json::Value;

use super::{Files, compare, generated, load};
use crate::history::History;

const PROGRAM: &str = "opd/opd-0/programs/program-0.toml";
const OPD: &str = "opd/opd-0/opd.toml";
const PILLAR: &str = "pillars/pilar-0/pillar.toml";

/// Replaces the first line that begins with `start`.
fn line(files: &mut Files, path: &str, start: &str, with: &str) {
    let text = files.get_mut(path).unwrap();
    let mut done = false;
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            if line.starts_with(start) && !done {
                done = true;
                with.to_owned()
            } else {
                line.to_owned()
            }
        })
        .collect();
    assert!(done, "{path} has no line {start:?}:\n{text}");
    *text = lines.join("\n") + "\n";
}

/// Ways to break a file, with the entry that cannot be read then.
const BROKEN: &[(&str, &str, &str, &str)] = &[
    (PROGRAM, "summary", "", "program:program-0"),
    (PROGRAM, "start", "start = 2026-13-45", "program:program-0"),
    (
        PROGRAM,
        "start",
        "start = \"kapan-kapan\"",
        "program:program-0",
    ),
    (PROGRAM, "status", "status = \"entah\"", "program:program-0"),
    (
        PROGRAM,
        "pillar",
        "pillar = \"tidak-ada\"",
        "program:program-0",
    ),
    (
        PROGRAM,
        "dimension",
        "dimension = \"tidak-ada\"",
        "program:program-0",
    ),
    (PROGRAM, "number", "number = \"satu\"", "program:program-0"),
    (
        PROGRAM,
        "title",
        "title = \"tanpa akhir",
        "program:program-0",
    ),
    (
        PROGRAM,
        "amount",
        "amount = \"banyak\"",
        "program:program-0",
    ),
    (PROGRAM, "amount", "jumlah = 5", "program:program-0"),
    (PROGRAM, "amount", "", "program:program-0"),
    (
        PROGRAM,
        "targets",
        "targets = { 2026 = \"banyak\" }",
        "program:program-0",
    ),
    (
        PROGRAM,
        "targets",
        "targets = { dua = 5 }",
        "program:program-0",
    ),
    (PROGRAM, "unit", "", "program:program-0"),
    (PROGRAM, "quick-win", "quik-win = true", "program:program-0"),
    (
        PROGRAM,
        "summary",
        "<<<<<<< HEAD\nsummary = \"Satu.\"\n=======\nsummary = \"Dua.\"\n>>>>>>> cabang",
        "program:program-0",
    ),
    (OPD, "name", "", "opd:opd-0"),
    (OPD, "since", "since = \"kemarin\"", "opd:opd-0"),
    (PILLAR, "name", "", "pillar:pilar-0"),
    (
        "registry/all.toml",
        "title = \"Perihal 3\"",
        "",
        "law:uu-3-2014",
    ),
    (
        "registry/all.toml",
        "title = \"Perihal 3\"",
        "title = 3",
        "law:uu-3-2014",
    ),
    ("plan.toml", "paper", "paper = \"folio-besar\"", "plan"),
    (
        "opd/opd-0/programs/program-0.md",
        "",
        "<<<<<<< HEAD\nSatu.\n=======\nDua.\n>>>>>>> cabang\n",
        "program:program-0",
    ),
];

fn unclear(diff: &Diff) -> BTreeSet<(Kind, String)> {
    let changes = diff.changes.iter().filter(|one| one.kind.is_unclear());
    changes
        .map(|change| (change.kind, change.side().unwrap().key.to_string()))
        .collect()
}

#[test]
fn what_cannot_be_read_is_a_grave_change_whichever_side_is_broken() {
    let mut plan = generated(36);
    if !plan["plan.toml"].contains("paper") {
        let text = plan.get_mut("plan.toml").unwrap();
        *text = format!("paper = \"a4\"\n{text}");
    }
    let good = load(&plan);
    for (path, start, with, entry) in BROKEN {
        let mut files = plan.clone();
        line(&mut files, path, start, with);
        let broken = load(&files);
        for (base, head, kind) in [
            (&good, &broken, Kind::EntryUnreadable),
            (&broken, &good, Kind::EntryReadable),
        ] {
            let diff = compare(base, head);
            let told = unclear(&diff);
            assert!(
                told.contains(&(kind, (*entry).to_owned())),
                "{path}, {with:?}: {told:?}"
            );
            assert!(told.iter().all(|(one, _)| *one == kind), "{told:?}");
            assert_eq!(diff.severity(), Some(Severity::Breaking));
            // Nothing else is made of it that is not so, and no sum moves.
            let total = diff.money.total;
            assert_eq!(total.before, total.after, "{path}, {with:?}");
            let grave = |kind: Kind| !kind.is_unclear() && kind.severity() == Severity::Breaking;
            let false_alarms: Vec<Kind> = diff
                .changes
                .iter()
                .map(|one| one.kind)
                .filter(|one| grave(*one))
                .collect();
            assert_eq!(false_alarms, [], "{path}, {with:?}");
            assert!(
                diff.unread
                    .iter()
                    .all(|one| (one.version == Version::After) == (kind == Kind::EntryUnreadable))
            );
            assert_eq!(diff.clone().inverted(&Settings::default()).changes, {
                compare(head, base).changes
            });
        }
        // Against itself it has no change, and yet not everything of it is known.
        let same = compare(&broken, &broken);
        assert!(same.is_empty(), "{path}, {with:?}: {:?}", same.changes);
        assert!(!same.unread.is_empty());
    }
}

#[test]
fn what_is_new_and_cannot_be_read_is_told_too() {
    let base = generated(18);
    for (path, text, entry) in [
        (
            "opd/opd-0/programs/baru.toml",
            "title = \"Baru\"\n",
            "program:baru",
        ),
        ("opd/baru/opd.toml", "name = 5\n", "opd:baru"),
        ("proposals/baru.toml", "title = 5\n", "proposal:baru"),
        ("evaluations/2027-01-31.toml", "", "evaluation:2027-01-31"),
        (
            "registry/baru.toml",
            "[[goal]]\nid = \"baru\"\n",
            "goal:baru",
        ),
        (
            "registry/baru.toml",
            "[[goal]]\ntext = \"Baru.\"\n",
            "plan:registry/baru.toml",
        ),
        ("registry/baru.toml", "[[goal\n", "plan:registry/baru.toml"),
    ] {
        let mut head = base.clone();
        head.insert(path.into(), text.into());
        let (base, head) = (load(&base), load(&head));
        let told = [(Kind::EntryUnreadable, entry.to_owned())];
        assert_eq!(unclear(&compare(&base, &head)), told.into(), "{path}");
        let told = [(Kind::EntryReadable, entry.to_owned())];
        assert_eq!(unclear(&compare(&head, &base)), told.into(), "{path}");
    }
}

#[test]
fn who_accepts_that_something_cannot_be_read_accepts_it_of_what_is_known() {
    let good = generated(18);
    let mut broken = good.clone();
    line(&mut broken, PROGRAM, "summary", "");
    let fingerprint = |base: &Files, head: &Files| {
        let diff = compare(&load(base), &load(head));
        diff.changes[0].fingerprint.clone()
    };
    let first = fingerprint(&broken, &good);
    assert_eq!(fingerprint(&broken, &good), first);
    let mut lowered = good.clone();
    line(&mut lowered, PROGRAM, "targets", "targets = { 2026 = 1 }");
    assert_ne!(fingerprint(&broken, &lowered), first);
    line(&mut broken, PROGRAM, "end", "end = 2029-12-31");
    assert_ne!(fingerprint(&broken, &good), first);
}

#[test]
fn the_whole_message_says_what_is_not_known() {
    let good = generated(18);
    let mut broken = good.clone();
    line(&mut broken, PROGRAM, "summary", "");
    let (good, broken) = (load(&good), load(&broken));
    let lines = |diff: &Diff, language| report::lines(diff.changes.iter(), language).join("\n");
    for (diff, english, indonesian) in [
        (
            compare(&good, &broken),
            "cannot be read, or not in full; what changed is not known",
            "tidak dapat dibaca, seluruhnya atau sebagian; perubahannya tidak diketahui",
        ),
        (
            compare(&broken, &good),
            "could not be read before, or not in full; what changed is not known",
            "sebelumnya tidak dapat dibaca, seluruhnya atau sebagian; perubahannya tidak diketahui",
        ),
    ] {
        let name = "PIA-01 Program layanan nomor 0: ";
        assert_eq!(lines(&diff, Language::English), format!("{name}{english}"));
        assert_eq!(
            lines(&diff, Language::Indonesian),
            format!("{name}{indonesian}")
        );
    }
}

const AT_HOME: &str = "opd/diskominfo/programs/layanan-aduan.toml";

#[test]
fn every_gate_holds_and_every_form_says_why() {
    let history = History::new();
    let sandbox = &history.sandbox;
    let path = sandbox.plan().join(AT_HOME);
    let good = fs::read_to_string(&path).unwrap();
    let damaged = [
        good.lines()
            .filter(|line| !line.starts_with("summary"))
            .collect::<Vec<_>>()
            .join("\n")
            .into_bytes(),
        [b"# \xc3\xa9 \xff\n".as_slice(), good.as_bytes()].concat(),
    ];
    for bytes in damaged {
        fs::write(&path, &bytes).unwrap();
        history.commit("Rusak");
        sandbox.write(AT_HOME, &good);
        for (sides, side, kind) in [
            (["HEAD~1", "HEAD"], "HEAD", "entry-unreadable"),
            (["HEAD", "plan"], "HEAD", "entry-readable"),
        ] {
            let run = |more: &[&str]| {
                let mut arguments = vec!["diff", sides[0], sides[1], "--language", "en"];
                arguments.extend(more);
                sandbox.run(&arguments)
            };
            for gate in [
                &["--fail-on", "breaking"][..],
                &["--fail-on", "note"],
                &["--exit-code"],
            ] {
                assert_eq!(run(gate).status, 1, "{gate:?}");
            }
            let unread = format!(
                "`program:layanan-aduan` cannot be read in {side}, or not in full; \
                 what changed in it is not known."
            );
            let sums = "The budget of a programme that cannot be read is left out of all sums \
                        on both sides: ";
            for format in ["human", "markdown", "html"] {
                let told = run(&["--format", format, "--audience", "author"]).stdout;
                let plain = told.replace('\\', "");
                assert!(!plain.contains("Nothing changed"), "{told}");
                assert!(
                    plain.contains("1 needs a decision, 0 to be looked at, 0 for"),
                    "{told}"
                );
                assert!(plain.contains(&unread), "{told}");
                assert!(plain.contains(sums), "{told}");
                assert!(plain.contains(kind), "{told}");
            }
            let json: Value = serde_json::from_str(&run(&["--format", "json"]).stdout).unwrap();
            assert_eq!(json["counts"]["breaking"], 1);
            assert_eq!(json["changes"][0]["kind"], kind);
            assert_eq!(json["changes"].as_array().unwrap().len(), 1);
            assert_eq!(json["unread"][0]["entry"], "program:layanan-aduan");
            assert_eq!(json["money"]["total"]["change"], "0");
            assert_eq!(json["money"]["left_out"][0]["of"], "program:layanan-aduan");
        }
        // Broken on both sides in the same way, nothing changed as far as anybody knows.
        fs::write(&path, &bytes).unwrap();
        let run = sandbox.run(&["diff", "--exit-code", "--language", "en"]);
        assert_eq!(run.status, 0, "{}", run.stdout);
        assert!(
            run.stdout
                .contains("\nNothing changed in what can be read.\n")
        );
        sandbox.write(AT_HOME, &good);
        history.commit("Baik");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_broken_entry_is_in_no_sum_and_never_nothing(
        program in 0..18_usize,
        amount in 1..900_usize,
        how in 0..6_usize,
        in_base in any::<bool>(),
    ) {
        let good = generated(18);
        let paths: Vec<&String> = good.keys().filter(|path| path.ends_with(&format!("/program-{program}.toml"))).collect();
        let path = paths[0].clone();
        let mut broken = good.clone();
        line(&mut broken, &path, "amount", &format!("amount = {amount}"));
        let (start, with) = [
            ("title", ""),
            ("end", "end = 5"),
            ("dimension", "dimension = \"?\""),
            ("source", "source = \"kas\""),
            ("[[budget]]", "[[budget]"),
            ("amount", "amont = 5"),
        ][how];
        line(&mut broken, &path, start, with);
        let (good, broken) = (load(&good), load(&broken));
        let (base, head) = if in_base { (&broken, &good) } else { (&good, &broken) };
        let diff = compare(base, head);
        prop_assert!(!diff.is_empty());
        prop_assert_eq!(diff.severity(), Some(Severity::Breaking));
        // All others are counted, and it is in no sum of either plan.
        let lines = good.plan.programs.values();
        let lines = lines.filter(|one| one.id != format!("program-{program}"));
        let all: i128 = lines.flat_map(|one| &one.file.budget).map(|line| line.amount.value.0).sum();
        let money = &diff.money;
        prop_assert_eq!((money.total.before.0, money.total.after.0), (all, all));
        fn sums<K>(map: &std::collections::BTreeMap<K, ambonplan::diff::Amounts>) -> (i128, i128) {
            let before = map.values().map(|one| one.before.0).sum();
            (before, map.values().map(|one| one.after.0).sum())
        }
        for sums in [sums(&money.pillars), sums(&money.opds), sums(&money.years), sums(&money.sources)] {
            prop_assert_eq!(sums, (all, all));
        }
        prop_assert!(money.programs.is_empty());
        prop_assert_eq!(money.left_out.len(), 1);
    }
}
