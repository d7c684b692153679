//! Which plans `ambonplan diff` compares: revisions, directories, the index, and none.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::history::{History, git};
use crate::sandbox::{Run, Sandbox};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// Runs the program in a directory.
fn run(directory: &Path, arguments: &[&str]) -> Run {
    run_with(directory, arguments, &[])
}

fn run_with(directory: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .args(arguments)
        .current_dir(directory)
        .envs(variables.iter().copied())
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    Run::new(output)
}

/// The second commit takes a promise back.
fn lowered() -> History {
    let history = History::new();
    lower(&history);
    history.commit("Lower the target");
    history
}

fn lower(history: &History) {
    fs::remove_file(history.sandbox.plan().join(PROGRAM)).unwrap();
    history.sandbox.edit(
        "chapters/pendahuluan.md",
        "<program:layanan-aduan>",
        "aduan",
    );
}

/// What the report calls both plans, and what went wrong.
fn names(run: &Run) -> String {
    let names = run.stdout.lines().skip(1).take(2).map(|line| {
        let (_, names) = line.rsplit_once('(').unwrap_or_default();
        names.trim_end_matches(')').split(", ").next().unwrap()
    });
    let names: Vec<&str> = names.collect();
    format!("{}{}", names.join(" → "), run.stderr)
}

#[test]
fn tags_with_a_message_stand_for_their_commits_on_both_sides_of_a_range() {
    let history = History::new();
    history.git(&["tag", "--annotate", "--message", "a", "rilis"]);
    history.git(&["tag", "--annotate", "--message", "b", "ulang", "rilis"]);
    lower(&history);
    history.commit("Lower the target");
    history.git(&["tag", "--annotate", "--message", "c", "baru"]);
    for range in [
        "rilis...HEAD",
        "ulang...HEAD",
        "rilis...baru",
        "ulang...baru",
        "ulang..baru",
        "rilis...",
        "rilis..",
        "ulang~0...HEAD",
    ] {
        let run = history
            .sandbox
            .run(&["diff", range, "--fail-on", "breaking"]);
        assert_eq!(run.status, 1, "{range}: {}", run.stderr);
        assert!(run.stdout.contains("program-removed"), "{range}");
    }
    for range in ["HEAD...rilis", "HEAD...ulang", "...rilis"] {
        let run = history.sandbox.run(&["diff", range, "--exit-code"]);
        assert_eq!(run.status, 0, "{range}: {}{}", run.stdout, run.stderr);
    }
}

#[test]
fn one_commit_is_compared_with_its_parent() {
    let history = lowered();
    for (name, title) in [("HEAD^!", "HEAD^ → HEAD"), ("main^-", "main^ → main")] {
        let run = history.sandbox.run(&["diff", name, "--language", "en"]);
        assert!(names(&run).contains(title), "{name}: {}", names(&run));
        assert!(run.stdout.contains("program-removed"), "{name}");
    }
}

#[test]
fn names_that_mean_something_else_say_what_to_write() {
    let history = lowered();
    let file = format!("HEAD~1:plan/{PROGRAM}");
    let blob = history.git(&["rev-parse", &file]);
    let null = "0".repeat(40);
    for (name, told) in [
        (file.as_str(), "it is a file; name a revision"),
        (blob.trim(), "it is a file; name a revision"),
        ("^HEAD", "write one revision, `A..B` or `A...B`"),
        ("HEAD^@", "write one revision, `A..B` or `A...B`"),
        ("HEAD~1^!", "that commit has no such parent"),
        ("HEAD^-2", "that commit has no such parent"),
        ("lain...HEAD", "there is no revision or directory `lain`;"),
        (&null, "name the branch that the request goes to"),
        ("HEAD:docs", "revision `HEAD:docs` has no plan in `docs`"),
    ] {
        let run = history.sandbox.run(&["diff", name, "--language", "en"]);
        assert_eq!(run.status, 2, "{name}");
        assert!(run.stderr.contains(told), "{name}: {}", run.stderr);
    }
    let arguments = ["build", "--changes-since", "HEAD~1..HEAD"];
    for (language, told) in [
        ("en", "it is a range; name one revision, such as `HEAD~1`"),
        (
            "id",
            "itu sebuah rentang; tulis satu revisi, misalnya `HEAD~1`",
        ),
    ] {
        let run = history
            .sandbox
            .run(&[&arguments[..], &["--language", language]].concat());
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(told), "{}", run.stderr);
    }
}

#[test]
fn before_the_first_commit_and_the_first_plan_everything_is_new() {
    let sandbox = Sandbox::new();
    let root = sandbox.root();
    git(root, 0, &["init", "--quiet", "--initial-branch", "utama"]);
    git(root, 0, &["add", "--all"]);
    let new = |arguments: &[&str], told: &str| {
        let mut all = vec!["diff", "--fail-on", "breaking"];
        all.extend(arguments);
        let run = sandbox.run(&all);
        assert_eq!(run.status, 0, "{arguments:?}: {}", run.stderr);
        assert!(run.stdout.contains(told), "{arguments:?}: {}", run.stdout);
        assert!(run.stdout.contains("325.000.000") || run.stdout.contains("325,000,000"));
    };
    let told = "belum mempunyai rencana: semuanya baru.";
    new(&[], told);
    new(&["--staged"], told);
    new(&["--format", "markdown"], told);
    new(
        &["--language", "en"],
        "`HEAD` has no plan yet: everything is new.",
    );
    new(
        &["utama"],
        "`utama` belum mempunyai rencana: semuanya baru.",
    );
    // A commit without a plan, and one with a folder of its name.
    fs::write(root.join("README"), "a\n").unwrap();
    let commit = |files: &[&str]| {
        let mut all = vec!["commit", "--quiet", "--message", "a"];
        all.extend(files);
        git(root, 0, &all);
    };
    git(root, 0, &["add", "README"]);
    commit(&["--only", "README"]);
    new(&[], told);
    new(&["--staged"], told);
    commit(&[]);
    new(
        &["HEAD~1..HEAD"],
        "`HEAD~1` belum mempunyai rencana: semuanya baru.",
    );
    new(&["HEAD~1", "HEAD"], "`HEAD~1` belum mempunyai rencana");
    let run = sandbox.run(&["diff", "HEAD~1", "--format", "json", "--exit-code"]);
    assert_eq!(run.status, 1);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    let changes = document["changes"].as_array().unwrap();
    assert!(changes.iter().all(|one| one["before"].is_null()));
    assert_eq!(document["money"]["total"]["before"], "0");
    // The second plan has to be there.
    let run = sandbox.run(&["diff", "HEAD", "HEAD~1", "--language", "en"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.stderr,
        "error: revision `HEAD~1` has no plan in `plan`\n"
    );
    // There is nothing to mark in the book.
    let arguments = [
        "build",
        "--changes-since",
        "HEAD~1",
        "--only",
        "program:layanan-aduan",
    ];
    let run = sandbox.run(&arguments);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let told = "`HEAD~1` belum mempunyai rencana: semuanya baru, dan tidak ada yang ditandai\n";
    assert!(run.stderr.starts_with(told), "{}", run.stderr);
    assert!(run.stderr.contains("-changes.pdf"), "{}", run.stderr);
}

#[test]
fn a_name_that_nobody_has_is_no_new_plan() {
    let history = History::new();
    for arguments in [["diff", "tidak-ada"], ["diff", "tidak-ada...HEAD"]] {
        let run = history.sandbox.run(&arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
    }
}

#[test]
fn a_plan_that_moved_is_compared_with_what_it_was() {
    let history = History::new();
    history.git(&["branch", "lama"]);
    lower(&history);
    fs::create_dir(history.sandbox.root().join("dok")).unwrap();
    fs::rename(
        history.sandbox.plan(),
        history.sandbox.root().join("dok/rencana"),
    )
    .unwrap();
    history.commit("Move and lower");
    let program = format!("--> plan/{PROGRAM}:1:1");
    for (arguments, title) in [
        (&["lama"][..], "lama:plan → dok/rencana"),
        (&["lama:plan"], "lama:plan → dok/rencana"),
        (&["lama:plan/", "HEAD"], "lama:plan/ → HEAD"),
        (&["lama", "--base-plan", "plan"], "lama → dok/rencana"),
        (&["lama", "--staged"], "lama:plan → index"),
        (&["lama..HEAD"], "lama:plan → HEAD"),
        (
            &["lama:plan..HEAD:dok/rencana"],
            "lama:plan → HEAD:dok/rencana",
        ),
        (&["lama:plan...HEAD"], "→ HEAD"),
    ] {
        let mut all = vec!["diff", "--plan", "dok/rencana", "--language", "en"];
        all.extend(["--fail-on", "breaking"]);
        all.extend(arguments);
        let run = history.sandbox.run(&all);
        let found = names(&run);
        assert!(found.contains(title), "{arguments:?}: {found}");
        assert_eq!(run.status, 1, "{arguments:?}");
        assert!(run.stdout.contains("program-removed"), "{arguments:?}");
        assert!(run.stdout.contains(&program), "{}", run.stdout);
    }
    let fail = |arguments: &[&str]| {
        let mut all = vec!["diff", "--plan", "dok/rencana", "--language", "en"];
        all.extend(arguments);
        let run = history.sandbox.run(&all);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.stdout);
        run.stderr
    };
    assert_eq!(
        fail(&["lama", "--base-plan", "rencana"]),
        "error: revision `lama` has no plan in `rencana`\n"
    );
    assert_eq!(
        fail(&["dok/rencana", "--base-plan", "plan"]),
        "error: `--base-plan` says where a revision has the plan, and `dok/rencana` is a \
         directory: leave one of them out\n"
    );
    // A second plan beside one that stays is new, and of two that are gone one is meant.
    let copy = |name: &str| {
        let root = history.sandbox.root();
        crate::sandbox::copy(&root.join("dok/rencana"), &root.join(name));
    };
    copy("kedua");
    let run = history
        .sandbox
        .run(&["diff", "--plan", "kedua", "--language", "en"]);
    let said = "`HEAD` has no plan yet: everything is new.\n`HEAD` has a plan in `dok/rencana`, \
                which is still there. To compare with it, write `HEAD:dok/rencana`.\n";
    assert!(run.stdout.contains(said), "{}", run.stdout);
    let run = history.sandbox.run(&[
        "diff",
        "HEAD:dok/rencana",
        "--plan",
        "kedua",
        "--language",
        "en",
    ]);
    assert!(run.stdout.contains("Nothing changed."), "{}", run.stdout);
    // Those who sign are told of no folder.
    let run = history.sandbox.run(&[
        "diff",
        "--plan",
        "kedua",
        "--audience",
        "council",
        "--language",
        "en",
    ]);
    assert!(!run.stdout.contains("dok/rencana"), "{}", run.stdout);
    history.commit("Add another");
    copy("ketiga");
    for gone in ["dok", "kedua"] {
        fs::remove_dir_all(history.sandbox.root().join(gone)).unwrap();
    }
    let run = history
        .sandbox
        .run(&["diff", "--plan", "ketiga", "--language", "en"]);
    assert_eq!(
        run.stderr,
        "error: revision `HEAD` has no plan in `ketiga`, and had several that are gone now: \
         dok/rencana, kedua; say with `--base-plan` which of them it was\n"
    );
}

#[test]
fn the_history_of_an_entry_goes_on_where_the_plan_was() {
    let history = History::new();
    history
        .sandbox
        .edit(PROGRAM, "status = \"running\"", "status = \"done\"");
    history.commit("Done");
    let root = history.sandbox.root();
    fs::create_dir(root.join("dok")).unwrap();
    fs::rename(history.sandbox.plan(), root.join("dok/rencana")).unwrap();
    history.commit("Move");
    let run = history.sandbox.run(&[
        "log",
        "program:layanan-aduan",
        "--plan",
        "dok/rencana",
        "--language",
        "en",
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert!(lines[0].contains("status changed"), "{lines:#?}");
    assert!(lines[1].contains("new programme"), "{lines:#?}");
}

#[test]
fn what_is_staged_is_compared_and_nothing_else() {
    let history = History::new();
    let sandbox = &history.sandbox;
    let status = |arguments: &[&str]| {
        let mut all = vec!["diff", "--fail-on", "breaking", "--language", "en"];
        all.extend(arguments);
        sandbox.run(&all).status
    };
    lower(&history);
    assert_eq!([status(&[]), status(&["--staged"])], [1, 0]);
    history.git(&["add", "--all"]);
    assert_eq!([status(&[]), status(&["--staged"])], [1, 1]);
    history.git(&["checkout", "--quiet", "HEAD", "--", "plan"]);
    history.git(&["rm", "--quiet", "--cached", &format!("plan/{PROGRAM}")]);
    assert_eq!([status(&[]), status(&["--staged"])], [0, 1]);
    assert_eq!(status(&["--cached", "main"]), 1);
    for more in [
        ["--staged", "main..HEAD"].as_slice(),
        &["--staged", "main", "HEAD"],
    ] {
        assert_eq!(status(more), 2, "{more:?}");
    }
    // The name of a file that is to be added is no content.
    history.git(&["reset", "--quiet"]);
    sandbox.write("opd/diskominfo/programs/baru.toml", "");
    history.git(&["add", "--intent-to-add", "plan"]);
    let run = sandbox.run(&["diff", "--staged", "--exit-code", "--language", "en"]);
    assert_eq!((run.status, names(&run).as_str()), (0, "HEAD → index"));
    assert!(run.stdout.contains("Nothing changed."), "{}", run.stdout);
}

#[test]
fn conflicts_have_no_staged_plan() {
    let history = History::new();
    let edit = |to: &str| history.sandbox.edit(PROGRAM, "status = \"running\"", to);
    history.git(&["checkout", "--quiet", "-b", "cabang"]);
    edit("status = \"done\"");
    history.commit("a");
    history.git(&["checkout", "--quiet", "main"]);
    edit("status = \"planned\"");
    history.commit("b");
    let merged = Command::new("git")
        .args(["merge", "--quiet", "cabang"])
        .current_dir(history.sandbox.root())
        .output()
        .unwrap();
    assert!(!merged.status.success());
    let run = history
        .sandbox
        .run(&["diff", "--staged", "--language", "en"]);
    let file = format!("plan/{PROGRAM}");
    assert_eq!(run.status, 2);
    assert_eq!(
        run.stderr,
        format!("error: `{file}` is in conflict; settle it and run `git add {file}`\n")
    );
}

/// `git commit -a` and `git commit FILE` make an index of their own for the time of a hook.
#[test]
fn a_hook_sees_what_is_committed() {
    let history = History::new();
    let hook = history.sandbox.root().join(".git/hooks/pre-commit");
    let program = env!("CARGO_BIN_EXE_ambonplan");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(
        &hook,
        format!("#!/bin/sh\nexec '{program}' diff --staged --fail-on breaking >/dev/null\n"),
    )
    .unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    }
    lower(&history);
    let commits = |arguments: &[&str]| {
        let output = Command::new("git")
            .args([
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@contoh.id",
                "commit",
            ])
            .args(["--quiet", "--message", "a"])
            .args(arguments)
            .current_dir(history.sandbox.root())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .unwrap();
        output.status.success()
    };
    assert!(!commits(&["--all"]));
    assert!(!commits(&["--", "plan/opd"]));
    assert!(commits(&["--", "plan/chapters"]));
}

#[test]
fn paths_are_those_of_each_side() {
    let sandbox = Sandbox::new();
    for name in ["lama", "baru"] {
        crate::sandbox::copy(&sandbox.plan(), &sandbox.root().join(name).join("plan"));
    }
    let changed = sandbox.root().join("baru/plan").join(PROGRAM);
    let text = fs::read_to_string(&changed).unwrap();
    let text = text.replace("status = \"running\"", "status = \"done\"");
    fs::write(&changed, format!("# catatan\n{text}")).unwrap();
    fs::remove_dir_all(sandbox.plan()).unwrap();
    let line = text
        .lines()
        .position(|line| line.starts_with("status"))
        .unwrap()
        + 1;
    let next = line + 1;
    let places = format!("--> lama/plan/{PROGRAM}:{line}:10 → baru/plan/{PROGRAM}:{next}:10");
    for arguments in [
        &["diff", "lama/plan", "baru/plan"][..],
        &["diff", "lama/plan", "baru/plan", "--plan", "baru/plan"],
        &["diff", "lama/plan", "--plan", "baru/plan"],
        &["diff", "lama/plan/", "./baru/plan"],
    ] {
        let run = sandbox.run(arguments);
        let shown = run.stdout.replace("./baru", "baru");
        assert!(shown.contains(&places), "{arguments:?}: {}", run.stdout);
    }
    let run = sandbox.run(&["diff", "lama/plan", "baru/plan", "--format", "json"]);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    let change = &document["changes"][0];
    assert_eq!(change["before"]["file"], format!("lama/plan/{PROGRAM}"));
    assert_eq!(change["after"]["file"], format!("baru/plan/{PROGRAM}"));
}

#[test]
fn directories_that_hold_no_plan_are_told_from_revisions() {
    let history = History::new();
    let root = history.sandbox.root();
    history.git(&["branch", "kembar"]);
    history.git(&["branch", "kosong"]);
    fs::create_dir(root.join("kosong")).unwrap();
    fs::create_dir(root.join("hampa")).unwrap();
    fs::create_dir(root.join("salinan")).unwrap();
    crate::sandbox::copy(&history.sandbox.plan(), &root.join("kembar"));
    crate::sandbox::copy(&history.sandbox.plan(), &root.join("salinan/plan"));
    for (arguments, status, told) in [
        (
            &["diff", "salinan", "plan"][..],
            2,
            "error: `salinan` has no `plan.toml`; there is a plan in `salinan/plan`: write that\n",
        ),
        (
            &["diff", "hampa"],
            2,
            "error: `hampa` has no `plan.toml`, and no revision has this name; name the \
             directory of a plan, or a revision\n",
        ),
        (&["diff", "kosong"], 0, ""),
        (
            &["diff", "kembar"],
            0,
            "`kembar` is the name of a revision, and of a directory with a plan too; the \
             revision is compared. Write `./kembar` for the directory.\n",
        ),
        (&["diff", "./kembar"], 0, ""),
        (&["diff", "refs/heads/kembar"], 0, ""),
    ] {
        let run = history
            .sandbox
            .run(&[arguments, &["--language", "en"]].concat());
        assert_eq!(
            (run.status, run.stderr.as_str()),
            (status, told),
            "{arguments:?}"
        );
    }
}

#[test]
fn other_formats_of_repositories_are_read_or_refused_in_words() {
    for (format, reads) in [
        ("--object-format=sha256", true),
        ("--ref-format=reftable", false),
    ] {
        let sandbox = Sandbox::new();
        let root = sandbox.root();
        git(
            root,
            0,
            &["init", "--quiet", format, "--initial-branch", "main"],
        );
        git(root, 0, &["add", "--all"]);
        git(root, 0, &["commit", "--quiet", "--message", "a"]);
        let hash = git(root, 0, &["rev-parse", "HEAD"]);
        git(root, 0, &["gc", "--quiet"]);
        sandbox.edit(PROGRAM, "status = \"running\"", "status = \"done\"");
        git(root, 0, &["add", "--all"]);
        for arguments in [
            &["diff", "HEAD"][..],
            &["diff", "--staged"],
            &["log", "program:layanan-aduan"],
        ] {
            let run = sandbox.run(&[arguments, &["--language", "en"]].concat());
            if reads {
                assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{arguments:?}");
                continue;
            }
            assert_eq!(run.status, 2, "{arguments:?}");
            assert_eq!(
                run.stderr,
                "error: this repository keeps its branches and tags in the reftable format, \
                 which is not read yet: name commits by their full hashes, or run `git refs \
                 migrate --ref-format=files` once\n"
            );
        }
        let run = sandbox.run(&["diff", hash.trim(), "--exit-code"]);
        assert_eq!((run.status, run.stderr.as_str()), (1, ""), "{format}");
    }
}

#[test]
fn what_is_damaged_is_not_to_be_fetched() {
    let damage = |file: &Path, bytes: &[u8]| {
        let mut permissions = fs::metadata(file).unwrap().permissions();
        #[allow(clippy::permissions_set_readonly_false)]
        permissions.set_readonly(false);
        fs::set_permissions(file, permissions).unwrap();
        fs::write(file, bytes).unwrap();
    };
    let fail = |history: &History| {
        let run = history.sandbox.run(&["diff", "--language", "en"]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(" are damaged here: "), "{}", run.stderr);
        assert!(
            run.stderr.contains("`git fsck` lists which"),
            "{}",
            run.stderr
        );
        assert!(!run.stderr.contains("git fetch"), "{}", run.stderr);
    };
    // An object of its own.
    let history = History::new();
    let blob = history.git(&["rev-parse", &format!("HEAD:plan/{PROGRAM}")]);
    let (folder, name) = blob.trim().split_at(2);
    let object = history
        .sandbox
        .root()
        .join(".git/objects")
        .join(folder)
        .join(name);
    for bytes in [&b""[..], b"nothing that git wrote"] {
        damage(&object, bytes);
        fail(&history);
    }
    // A pack that is cut, and one that is gone.
    let history = History::new();
    history.git(&["gc", "--quiet"]);
    let packs = fs::read_dir(history.sandbox.root().join(".git/objects/pack")).unwrap();
    let mut packs = packs.map(|entry| entry.unwrap().path());
    let pack = packs.find(|file| file.extension().is_some_and(|end| end == "pack"));
    let pack = pack.unwrap();
    let whole = fs::read(&pack).unwrap();
    damage(&pack, &whole[..whole.len() / 8]);
    fail(&history);
    fs::remove_file(&pack).unwrap();
    fail(&history);
}

#[test]
fn attributes_are_not_written_where_git_is_not_installed() {
    let history = History::new();
    let arguments = ["diff", "--install-driver", "--language", "en"];
    let run = run_with(history.sandbox.root(), &arguments, &[("PATH", "")]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.starts_with("error: `git` cannot be run"),
        "{}",
        run.stderr
    );
    assert!(!history.sandbox.plan().join(".gitattributes").exists());
}

#[test]
fn what_a_clone_lacks_is_asked_for_as_the_clone_can() {
    let history = lowered();
    history.git(&["config", "uploadpack.allowFilter", "true"]);
    let (_folder, partial) = history.clone_with(&["--filter", "blob:none"]);
    let told = run(&partial, &["diff", "HEAD~1", "--language", "en"]);
    assert_eq!(told.status, 2);
    assert!(
        told.stderr.contains("`git diff --stat HEAD~1` fetches"),
        "{}",
        told.stderr
    );
    git(&partial, 0, &["diff", "--stat", "HEAD~1"]);
    let told = run(&partial, &["diff", "HEAD~1", "--fail-on", "breaking"]);
    assert_eq!((told.status, told.stderr.as_str()), (1, ""));
}

#[test]
fn authors_are_named_as_git_names_them() {
    let history = History::new();
    history
        .sandbox
        .edit(PROGRAM, "status = \"running\"", "status = \"done\"");
    history.git(&["add", "--all"]);
    // Written in ISO 8859-1, as the commit says.
    let tree = history.git(&["write-tree"]);
    let parent = history.git(&["rev-parse", "HEAD"]);
    let mut commit =
        format!("tree {}\nparent {}\nauthor ", tree.trim(), parent.trim()).into_bytes();
    commit.extend(b"\xc8ve <eve@contoh.id> 1772500000 +0900\ncommitter A <a@contoh.id> ");
    commit.extend(b"1772500000 +0900\nencoding ISO-8859-1\n\nS\xe9lesai\n");
    let file = history.sandbox.root().join("commit");
    fs::write(&file, commit).unwrap();
    let hash = history.git(&["hash-object", "-t", "commit", "-w", "commit"]);
    fs::remove_file(file).unwrap();
    history.git(&["reset", "--quiet", "--hard", hash.trim()]);
    let author = |history: &History| {
        let run = history
            .sandbox
            .run(&["log", "program:layanan-aduan", "--language", "en"]);
        let line = run.stdout.lines().next().unwrap().to_owned();
        line.splitn(3, ' ')
            .nth(2)
            .unwrap()
            .split(':')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(author(&history), "Ève");
    let names = history.sandbox.root().join(".mailmap");
    fs::write(&names, "Ève Lestari <lestari@contoh.id> <eve@contoh.id>\n").unwrap();
    assert_eq!(author(&history), "Ève Lestari");
}
