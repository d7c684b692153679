//! Plans in the history of git.

use std::fs;
use std::path::Path;

use ambonplan::finding::Findings;
use ambonplan::language::{Catalogue, Language};
use ambonplan::reading::{self, Repository, RevisionError};
use ambonplan::source::SourceTree;

use crate::history::{History, files, git};

/// What is said of an error to English readers.
fn said(error: &RevisionError) -> String {
    Catalogue::new(Language::English).text(&error.message())
}

fn read(directory: &Path, plan: &str, name: &str) -> Result<SourceTree, RevisionError> {
    let repository = Repository::around(Path::new(plan), directory)?;
    let revision = repository.revision(name)?;
    repository.read(&revision, &mut Findings::default())
}

/// What the chapter says, by which revisions are told apart.
fn chapter(directory: &Path, plan: &str, name: &str) -> String {
    let tree = read(directory, plan, name).unwrap();
    let (_, file) = tree.find("chapters/pendahuluan.md").unwrap();
    file.text.lines().last().unwrap().to_owned()
}

/// Three commits, whose chapters end with `satu`, `dua` and `tiga`; the second is `v1`.
fn three() -> History {
    let history = History::new();
    for (word, tag) in [("satu", None), ("dua", Some("v1")), ("tiga", None)] {
        let text = format!("# Pendahuluan\n\n{word}\n");
        history.sandbox.write("chapters/pendahuluan.md", text);
        history.commit(word);
        if let Some(tag) = tag {
            history.git(&["tag", "--annotate", tag, "--message", "Terbitan"]);
        }
    }
    history
}

#[test]
fn a_revision_is_read_like_its_directory() {
    let history = History::new();
    let plan = history.sandbox.plan();
    fs::create_dir_all(plan.join("assets/foto.toml")).unwrap();
    history
        .sandbox
        .write("assets/foto.toml/a.png", b"\x89PNG\xff");
    history.sandbox.write("assets/b.svg", "<svg/>");
    history.sandbox.write(".rahasia/c.toml", "x = 1\n");
    history.sandbox.write("registry/.d.toml", "x = 1\n");
    history
        .sandbox
        .write("registry/latin.toml", b"a = \"\xe9\"\n");
    history
        .sandbox
        .write("chapters/bom.md", b"\xef\xbb\xbf# Judul\n");
    history.sandbox.write("catatan.txt", "lain\n");
    history.sandbox.write("registry/map.toml/e.toml", "x = 1\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink("plan.toml", plan.join("registry/tautan.toml")).unwrap();
    history.commit("Add everything");
    let mut found = [Findings::default(), Findings::default()];
    let from_directory = reading::read(&plan, &mut found[0]).unwrap();
    let repository = Repository::around(Path::new("plan"), history.sandbox.root()).unwrap();
    let head = repository.revision("HEAD").unwrap();
    let from_store = repository.read(&head, &mut found[1]).unwrap();
    assert!(from_store.is_same(&from_directory));
    let [first, second] = found;
    let told = |findings: Findings| {
        let findings = findings.sorted(&from_directory).into_iter();
        findings
            .map(|one| format!("{} {}", one.rule.name, from_directory.place(one.span)))
            .collect::<Vec<_>>()
    };
    let first = told(first);
    assert!(first.len() >= 4, "{first:?}");
    assert_eq!(first, told(second));
}

#[test]
fn every_way_to_name_a_revision_is_understood_and_nothing_is_written() {
    let history = three();
    let root = history.sandbox.root();
    history.git(&["branch", "cabang", "v1"]);
    history.git(&["pack-refs", "--all"]);
    history.git(&["gc", "--quiet"]);
    let before = files(root);
    let hash = history.git(&["rev-parse", "HEAD~2"]);
    for (name, wanted) in [
        ("HEAD", "tiga"),
        ("main", "tiga"),
        ("@", "tiga"),
        ("HEAD~1", "dua"),
        ("HEAD^", "dua"),
        ("v1", "dua"),
        ("cabang", "dua"),
        ("v1~1", "satu"),
        ("refs/heads/main", "tiga"),
        (hash.trim(), "satu"),
        (&hash[..9], "satu"),
    ] {
        assert_eq!(chapter(root, "plan", name), wanted, "{name}");
    }
    let repository = Repository::around(Path::new("plan"), root).unwrap();
    for (range, wanted) in [
        ("v1..main", ["dua", "tiga"]),
        ("v1..", ["dua", "tiga"]),
        ("HEAD~2..v1", ["satu", "dua"]),
    ] {
        let (first, second) = repository.revisions(range).unwrap();
        let names = [first.name, second.unwrap().name];
        let told = names.each_ref().map(|name| chapter(root, "plan", name));
        assert_eq!(told, wanted, "{range}");
    }
    assert_eq!(files(root), before);
}

#[test]
fn three_dots_begin_where_two_branches_parted() {
    let history = three();
    history.git(&["checkout", "--quiet", "-b", "cabang", "v1"]);
    history
        .sandbox
        .write("chapters/pendahuluan.md", "# Pendahuluan\n\nempat\n");
    history.commit("empat");
    let root = history.sandbox.root();
    let repository = Repository::around(Path::new("plan"), root).unwrap();
    let (first, second) = repository.revisions("main...cabang").unwrap();
    assert_eq!(chapter(root, "plan", &first.name), "dua");
    assert_eq!(chapter(root, "plan", &second.unwrap().name), "empat");
}

#[test]
fn worktrees_bare_repositories_and_plans_at_other_places_work() {
    let history = three();
    let beside = tempfile::tempdir().unwrap();
    let tree = beside.path().join("pohon");
    history.git(&["worktree", "add", "--quiet", tree.to_str().unwrap(), "v1"]);
    assert_eq!(chapter(&tree, "plan", "HEAD"), "dua");
    assert_eq!(chapter(&tree, "plan", "main"), "tiga");

    let (_folder, bare) = history.clone_with(&["--bare"]);
    assert_eq!(chapter(&bare, "plan", "main~1"), "dua");

    // From below, with an absolute path, and with a directory that is gone.
    let root = history.sandbox.root();
    assert_eq!(chapter(&history.sandbox.plan(), ".", "HEAD"), "tiga");
    assert_eq!(
        chapter(&history.sandbox.plan().join("chapters"), "..", "HEAD"),
        "tiga"
    );
    let absolute = history.sandbox.plan();
    assert_eq!(
        chapter(Path::new("/"), absolute.to_str().unwrap(), "HEAD"),
        "tiga"
    );
    fs::remove_dir_all(history.sandbox.plan()).unwrap();
    assert_eq!(chapter(root, "plan", "HEAD"), "tiga");

    // A plan that is the whole repository.
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("chapters")).unwrap();
    fs::write(folder.path().join("chapters/pendahuluan.md"), "lima\n").unwrap();
    git(folder.path(), 0, &["init", "--quiet"]);
    git(folder.path(), 0, &["add", "--all"]);
    git(folder.path(), 0, &["commit", "--quiet", "--message", "a"]);
    assert_eq!(chapter(folder.path(), ".", "HEAD"), "lima");
}

#[test]
fn what_is_not_here_says_what_fetches_it() {
    let history = three();
    let root = history.sandbox.root();
    let fail = |directory: &Path, name: &str| match read(directory, "plan", name) {
        Ok(_) => panic!("{name} was read"),
        Err(error) => said(&error),
    };
    assert_eq!(
        fail(root, "tidak-ada"),
        "there is no revision or directory `tidak-ada`; if it is elsewhere, \
         `git fetch origin tidak-ada` fetches it"
    );
    // What git says of a name that means something else is no invitation to fetch.
    for (name, why) in [
        ("HEAD~99", "only 3 commits come before it"),
        ("HEAD^9", "it has only 1 parent"),
        ("HEAD~3^", "it is the first and has no parent"),
        ("HEAD@{kemarin}", "written as `2026-11-24` or `yesterday`"),
        ("HEAD^{blob}", "it is a file or a folder"),
        ("HEAD:tidak-ada", "has no plan in `tidak-ada`"),
        (":/tidak ada", "no commit has “tidak ada” in its message"),
        ("HEAD^{", "a closing brace `}` is missing"),
        ("dua kata", "no branch or tag can have this name"),
        ("HEAD@{upstream}", "the branch follows no other one"),
        ("v1..HEAD", "range"),
        ("^HEAD", "write one revision"),
    ] {
        let told = fail(root, name);
        assert!(told.contains(why) && !told.contains("git fetch"), "{told}");
    }
    // Of a range the side is named that is not there, and what can be fetched of it.
    for name in ["v1..tidak-ada", "tidak-ada..v1", "v1...tidak-ada"] {
        assert_eq!(fail(root, name), fail(root, "tidak-ada"), "{name}");
    }
    assert_eq!(
        fail(root, "tidak-ada~2"),
        "there is no revision or directory `tidak-ada~2`; if `tidak-ada` is elsewhere, \
         `git fetch origin tidak-ada` fetches it"
    );
    assert_eq!(
        fail(root, "0123456789ab"),
        "there is no revision or directory `0123456789ab`; if it is elsewhere, `git fetch` \
         fetches what is new there"
    );
    let (_folder, clone) = history.clone_with(&[]);
    history.git(&["branch", "cabang"]);
    git(&clone, 0, &["fetch", "--quiet"]);
    assert_eq!(
        fail(&clone, "cabang"),
        "there is no revision or directory `cabang`; did you mean `origin/cabang`?"
    );
    let (_folder, shallow) = history.clone_with(&["--depth", "2"]);
    assert_eq!(chapter(&shallow, "plan", "HEAD~1"), "dua");
    let told = fail(&shallow, "HEAD~2");
    assert!(told.contains("`git fetch --unshallow`"), "{told}");
    git(&shallow, 0, &["fetch", "--quiet", "--unshallow"]);
    assert_eq!(chapter(&shallow, "plan", "HEAD~2"), "satu");

    // A clone that fetches files only when git asks for them.
    history.git(&["config", "uploadpack.allowFilter", "true"]);
    let (_folder, partial) = history.clone_with(&["--filter", "blob:none"]);
    assert_eq!(chapter(&partial, "plan", "HEAD"), "tiga");
    let told = fail(&partial, "HEAD~1");
    assert!(told.contains("`git fetch --refetch --no-filter`"), "{told}");
    git(
        &partial,
        0,
        &["fetch", "--quiet", "--refetch", "--no-filter"],
    );
    assert_eq!(chapter(&partial, "plan", "HEAD~1"), "dua");

    assert_eq!(
        fail(Path::new("/"), "HEAD"),
        "`plan` is in no git repository"
    );
    let error = read(root, "lain", "HEAD").unwrap_err();
    assert_eq!(said(&error), "revision `HEAD` has no plan in `lain`");
}

#[test]
fn a_history_tells_its_commits_latest_first() {
    let history = three();
    let root = history.sandbox.root();
    let repository = Repository::around(Path::new("plan"), root).unwrap();
    let head = repository.revision("HEAD").unwrap();
    let commits = repository.history(&head).unwrap();
    let subjects: Vec<&str> = commits.iter().map(|one| one.subject.as_str()).collect();
    assert_eq!(subjects, ["tiga", "dua", "satu", "Begin the plan"]);
    assert_eq!(commits[0].author, "Tim Penyusun");
    assert_eq!(commits[0].offset, 9 * 3600);
    assert_eq!(commits[0].parents, [commits[1].id.clone()]);
    let (_folder, shallow) = history.clone_with(&["--depth", "2"]);
    let repository = Repository::around(Path::new("plan"), &shallow).unwrap();
    let head = repository.revision("HEAD").unwrap();
    assert_eq!(repository.history(&head).unwrap().len(), 2);
}
