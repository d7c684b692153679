//! Branches that git merges with the driver.

use std::fs;
use std::process::{Command, Output};

use crate::history::History;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";
const CHAPTER: &str = "chapters/pendahuluan.md";

/// A repository in which the driver is installed and committed.
fn installed() -> History {
    let history = History::new();
    let run = history.sandbox.run(&["diff", "--install-driver"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    history.commit("Install the driver");
    history
}

/// Runs git where it may fail.
fn try_git(history: &History, arguments: &[&str]) -> Output {
    Command::new("git")
        .args(["-c", "user.name=Tim", "-c", "user.email=tim@contoh.id"])
        .args(arguments)
        .current_dir(history.sandbox.root())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .unwrap()
}

/// Commits what each side does on a branch of its own and merges theirs into ours.
fn merge(history: &History, ours: impl Fn(), theirs: impl Fn(), options: &[&str]) -> Output {
    history.git(&["switch", "--quiet", "--force-create", "mereka", "main"]);
    theirs();
    history.commit("What they did");
    history.git(&["switch", "--quiet", "--force-create", "kita", "main"]);
    ours();
    history.commit("What we did");
    let mut arguments = options.to_vec();
    arguments.extend(["merge", "--quiet", "-m", "Merge", "mereka"]);
    try_git(history, &arguments)
}

fn text(history: &History, path: &str) -> String {
    fs::read_to_string(history.sandbox.plan().join(path)).unwrap()
}

/// Gives a programme what branches can meet in.
fn prepare(history: &History) {
    history.sandbox.edit(
        PROGRAM,
        "supports = [",
        "partners = [\"opd:diskominfo\"]\nsupports = [",
    );
    let id = "partners = [\"opd:diskominfo\"]";
    history
        .sandbox
        .edit(PROGRAM, id, "partners = [\"stakeholder:kampus\"]");
    let stakeholders = ["kampus", "media", "bank"].map(|id| {
        format!(
            "[[stakeholder]]\nid = \"{id}\"\nname = \"Mitra {id}\"\nelement = \"akademisi\"\n\n"
        )
    });
    history
        .sandbox
        .write("registry/stakeholders.toml", stakeholders.concat());
    history.commit("Begin with a partner");
}

/// What two people do to one programme on one day, of which git leaves all but the second
/// to be settled by hand.
#[test]
fn everyday_edits_of_one_entry_merge_and_pass_check() {
    let edit = |from: &'static str, to: &'static str| {
        move |history: &History| {
            history.sandbox.edit(PROGRAM, from, to);
        }
    };
    let append = |lines: &'static str| {
        move |history: &History| {
            let text = text(history, PROGRAM);
            history.sandbox.write(PROGRAM, format!("{text}{lines}"));
        }
    };
    let formatted = |history: &History| {
        let text = text(history, PROGRAM);
        let loose = text
            .replace(" = ", "=")
            .replace("[[", "[[ ")
            .replace("]]", " ]]");
        history.sandbox.write(PROGRAM, loose);
    };
    type Step = Box<dyn Fn(&History)>;
    let cases: [(&str, Step, Step, &[&str]); 5] = [
        (
            "targets of two years on one line",
            Box::new(edit("2026 = 60,", "2026 = 61,")),
            Box::new(edit("2027 = 75.5", "2027 = 76")),
            &["targets = { 2026 = 61, 2027 = 76 }"],
        ),
        (
            "two lines of the budget beside each other",
            Box::new(edit("150_000_000", "151_000_000")),
            Box::new(edit("175_000_000", "176_000_000")),
            &["amount = 151_000_000", "amount = 176_000_000"],
        ),
        (
            "a line of the budget at the end by each",
            Box::new(append(
                "\n[[budget]]\nyear = 2026\nsource = \"apbn\"\namount = 10_000_000\n",
            )),
            Box::new(append(
                "\n[[budget]]\nyear = 2027\nsource = \"apbn\"\namount = 20_000_000\n",
            )),
            &["amount = 10_000_000", "amount = 20_000_000"],
        ),
        (
            "a partner by each",
            Box::new(edit(
                "[\"stakeholder:kampus\"",
                "[\"stakeholder:kampus\", \"stakeholder:media\"",
            )),
            Box::new(edit(
                "[\"stakeholder:kampus\"",
                "[\"stakeholder:kampus\", \"stakeholder:bank\"",
            )),
            &["partners = [\"stakeholder:kampus\", \"stakeholder:media\", \"stakeholder:bank\"]"],
        ),
        (
            "one lays the file out anew, the other edits it",
            Box::new(formatted),
            Box::new(edit("150_000_000", "152_000_000")),
            &["amount=152_000_000", "title=\"Layanan aduan warga\""],
        ),
    ];
    let history = installed();
    prepare(&history);
    for (what, ours, theirs, expected) in &cases {
        for is_swapped in [false, true] {
            let (ours, theirs) = if is_swapped {
                (theirs, ours)
            } else {
                (ours, theirs)
            };
            let output = merge(&history, || ours(&history), || theirs(&history), &[]);
            let text = text(&history, PROGRAM);
            assert!(output.status.success(), "{what}: {text}");
            for expected in *expected {
                let is_there = text.contains(expected)
                    || (is_swapped
                        && text.contains("\"stakeholder:bank\", \"stakeholder:media\"]"));
                assert!(is_there, "{what}: {expected} in {text}");
            }
            let check = history.sandbox.run(&["check", "--format", "short"]);
            assert_eq!(check.status, 0, "{what}: {}", check.stdout);
        }
    }
}

#[test]
fn one_amount_with_two_values_is_left_to_be_decided() {
    let history = installed();
    prepare(&history);
    let amount = |amount: &'static str| {
        let history = &history;
        move || {
            history.sandbox.edit(PROGRAM, "150_000_000", amount);
        }
    };
    for (options, between) in [
        (&[][..], ""),
        (
            &["-c", "merge.conflictStyle=diff3"][..],
            "||||||| <base>\namount = 150_000_000\n",
        ),
    ] {
        let output = merge(
            &history,
            amount("910_000_000"),
            amount("920_000_000"),
            options,
        );
        assert_eq!(output.status.code(), Some(1));
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(told.contains("CONFLICT (content)"), "{told}");
        let text = text(&history, PROGRAM);
        let (before, rest) = text.split_once("<<<<<<< HEAD\n").unwrap();
        assert!(
            before.ends_with("year = 2026\nsource = \"apbd-kota\"\n"),
            "{before}"
        );
        let (conflict, after) = rest.split_once(">>>>>>> mereka\n").unwrap();
        let (ours, theirs) = conflict.split_once("=======\n").unwrap();
        let (ours, was) = ours.split_at("amount = 910_000_000\n".len());
        assert_eq!(
            (ours, theirs),
            ("amount = 910_000_000\n", "amount = 920_000_000\n")
        );
        // What git calls the base depends on how many there are.
        match between.split_once('\n') {
            None => assert_eq!(was, ""),
            Some((_, lines)) => {
                let (mark, was) = was.split_once('\n').unwrap();
                assert!(mark.starts_with("||||||| "), "{mark}");
                assert_eq!(was, lines);
            }
        }
        assert!(after.starts_with("\n[[budget]]\n"), "{after}");
        // Both commands say so, in the language of the reader.
        for (language, found, told) in [
            (
                "id",
                "konflik",
                "peringatan: `plan` belum selesai digabungkan: 1 berkas masih memuat konflik git, \
                 dan dari berkas itu hanya sisi kita yang dibandingkan, atau tidak sama sekali; \
                 `ambonplan check` menunjukkan tempatnya\n",
            ),
            (
                "en",
                "conflict",
                "warning: `plan` is not merged yet: 1 file holds conflicts of git, of which \
                 only our side is compared, or nothing; `ambonplan check` names the places\n",
            ),
        ] {
            let check = history.sandbox.run(&["check", "--language", language]);
            assert_eq!(check.status, 1);
            assert!(check.stdout.contains(found), "{}", check.stdout);
            let diff = history.sandbox.run(&["diff", "--language", language]);
            assert_eq!(diff.stderr, told);
        }
        // git shows the conflict by values, and nothing else of the file.
        let shown = history.git(&["diff"]);
        assert!(shown.contains("++<<<<<<< ours"), "{shown}");
        assert!(shown.lines().count() < 20, "{shown}");
        history.git(&["merge", "--abort"]);
    }
}

#[test]
fn texts_merge_by_line_and_other_files_as_ever() {
    let history = installed();
    let base = text(&history, CHAPTER);
    history
        .sandbox
        .write(CHAPTER, format!("{base}\nSatu.\n\nDua.\n\nTiga.\n"));
    history.commit("Write three paragraphs");
    let edit = |from: &'static str, to: &'static str| {
        let history = &history;
        move || {
            history.sandbox.edit(CHAPTER, from, to);
        }
    };
    let output = merge(
        &history,
        edit("Satu.", "Satu kita."),
        edit("Tiga.", "Tiga mereka."),
        &[],
    );
    assert!(output.status.success());
    assert!(text(&history, CHAPTER).ends_with("\nSatu kita.\n\nDua.\n\nTiga mereka.\n"));
    let output = merge(
        &history,
        edit("Dua.", "Dua kita."),
        edit("Dua.", "Dua mereka."),
        &[],
    );
    assert_eq!(output.status.code(), Some(1));
    let conflict = "\n<<<<<<< HEAD\nDua kita.\n=======\nDua mereka.\n>>>>>>> mereka\n";
    let merged = text(&history, CHAPTER);
    assert!(merged.contains(conflict), "{merged}");
}

/// Two branches that merged each other have two bases, which git merges first.
#[test]
fn branches_that_merged_each_other_merge() {
    let history = installed();
    prepare(&history);
    history.git(&["switch", "--quiet", "--create", "kiri"]);
    history.sandbox.edit(PROGRAM, "2026 = 60,", "2026 = 61,");
    history.commit("Left");
    history.git(&["switch", "--quiet", "--create", "kanan", "main"]);
    history.sandbox.edit(PROGRAM, "2027 = 75.5", "2027 = 76");
    history.commit("Right");
    history.git(&["tag", "kanan-lama"]);
    history.git(&["merge", "--quiet", "-m", "Right takes left", "kiri"]);
    history.git(&["switch", "--quiet", "kiri"]);
    history.git(&["merge", "--quiet", "-m", "Left takes right", "kanan-lama"]);
    history.sandbox.edit(PROGRAM, "2026 = 61,", "2026 = 62,");
    history.commit("Left goes on");
    history.git(&["switch", "--quiet", "kanan"]);
    history.sandbox.edit(PROGRAM, "2027 = 76", "2027 = 77");
    history.commit("Right goes on");
    let output = try_git(&history, &["merge", "--quiet", "-m", "Both", "kiri"]);
    assert!(output.status.success());
    let merged = text(&history, PROGRAM);
    assert!(
        merged.contains("targets = { 2026 = 62, 2027 = 77 }"),
        "{merged}"
    );
}

/// A driver that cannot be run would leave our side as if it were the result.
#[test]
fn without_the_program_git_merges_by_itself() {
    let history = installed();
    let driver = history.git(&["config", "merge.ambonplan.driver"]);
    let program = env!("CARGO_BIN_EXE_ambonplan");
    assert!(driver.contains(program), "{driver}");
    let gone = driver.trim_end().replace(program, "/nowhere/ambonplan");
    history.git(&["config", "merge.ambonplan.driver", &gone]);
    let edit = |from: &'static str, to: &'static str| {
        let history = &history;
        move || {
            history.sandbox.edit(PROGRAM, from, to);
        }
    };
    let output = merge(
        &history,
        edit("Layanan aduan", "Layanan pengaduan"),
        edit("175_000_000", "176_000_000"),
        &[],
    );
    assert!(output.status.success(), "{output:?}");
    assert!(text(&history, PROGRAM).contains("176_000_000"));
    let output = merge(
        &history,
        edit("2026 = 60,", "2026 = 61,"),
        edit("2027 = 75.5", "2027 = 76"),
        &[],
    );
    assert_eq!(output.status.code(), Some(1));
    let merged = text(&history, PROGRAM);
    assert!(
        merged.contains("<<<<<<< HEAD\ntargets = { 2026 = 61,"),
        "{merged}"
    );
}

#[test]
fn files_that_cannot_be_read_are_no_conflict() {
    let history = History::new();
    for (language, expected) in [
        ("id", "kesalahan: `tak-ada.toml` tidak dapat dibaca"),
        ("en", "error: `tak-ada.toml` cannot be read"),
    ] {
        let file = format!("plan/{PROGRAM}");
        let run = history.sandbox.run(&[
            "merge",
            "tak-ada.toml",
            &file,
            &file,
            "--language",
            language,
        ]);
        assert_eq!(run.status, 129, "{}", run.stderr);
        assert!(run.stderr.contains(expected), "{}", run.stderr);
    }
}

#[test]
fn another_order_of_a_book_is_seen_and_another_order_of_entries_is_not() {
    let history = installed();
    let plan = text(&history, "plan.toml");
    let list = plan
        .lines()
        .position(|line| line.starts_with("body = "))
        .unwrap();
    let mut lines: Vec<&str> = plan.lines().collect();
    // The list stands on one line, or on one for each item.
    let swapped;
    if lines[list].ends_with('[') {
        lines.swap(list + 1, list + 2);
    } else {
        let inner = lines[list]
            .trim_start_matches("body = [")
            .trim_end_matches(']');
        let mut ids: Vec<&str> = inner.split(", ").collect();
        ids.reverse();
        swapped = format!("body = [{}]", ids.join(", "));
        lines[list] = &swapped;
    }
    history.sandbox.write("plan.toml", lines.join("\n") + "\n");
    let shown = history.git(&["diff", "--unified=0"]);
    assert!(shown.contains("\n+volume["), "{shown}");
    history.sandbox.write("plan.toml", plan);
    assert_eq!(history.git(&["diff"]), "");
}

#[test]
fn without_git_nothing_is_written() {
    let history = History::new();
    let output = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .args(["diff", "--install-driver", "--language", "en"])
        .current_dir(history.sandbox.root())
        .env("PATH", "/nowhere")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(error.starts_with("error: `git` cannot be run\n"), "{error}");
    assert!(!history.sandbox.plan().join(".gitattributes").exists());
}
