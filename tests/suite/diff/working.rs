//! Working trees: what git calls unchanged is unchanged, however it stands there.

use std::fs;
use std::path::Path;

use crate::history::{History, git};

const PICTURE: &str = "assets/peta.svg";
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<g/>\n</svg>\n";

/// A plan with a picture, to which these attributes and settings apply, checked out anew.
fn checked_out(attributes: &str, settings: &[(&str, &str)], picture: &[u8]) -> History {
    let history = History::new();
    for (key, value) in settings {
        history.git(&["config", key, value]);
    }
    fs::write(history.sandbox.root().join(".gitattributes"), attributes).unwrap();
    history.sandbox.write(PICTURE, picture);
    history.commit("Add a picture");
    fs::remove_dir_all(history.sandbox.plan()).unwrap();
    history.git(&["checkout", "--quiet", "--", "plan"]);
    history
}

/// Gives every file of the plan another time, as copying does.
fn age(history: &History) {
    let files = walkdir::WalkDir::new(history.sandbox.plan()).into_iter();
    for entry in files
        .map(Result::unwrap)
        .filter(|one| one.file_type().is_file())
    {
        let file = fs::File::options().append(true).open(entry.path()).unwrap();
        let day = std::time::Duration::from_secs(1_600_000_000);
        file.set_modified(std::time::UNIX_EPOCH + day).unwrap();
    }
}

/// How `diff` ends if anything changed, and what it says.
fn compared(history: &History) -> (i32, String) {
    let run = history
        .sandbox
        .run(&["diff", "--exit-code", "--language", "en"]);
    (run.status, run.stdout + &run.stderr)
}

fn assert_same(history: &History, what: &str) {
    assert_eq!(history.git(&["status", "--short"]), "", "{what}");
    let (status, text) = compared(history);
    assert_eq!(status, 0, "{what}: {text}");
    assert!(text.contains("Nothing changed."), "{what}: {text}");
}

fn assert_changed(history: &History, what: &str) {
    let (status, text) = compared(history);
    assert_eq!(status, 1, "{what}: {text}");
    assert!(text.contains("asset-changed"), "{what}: {text}");
}

fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

#[test]
fn forms_that_git_makes_are_no_changes() {
    let swap = "tr a-z n-za-m";
    let filter = [("filter.putar.clean", swap), ("filter.putar.smudge", swap)];
    let crlf = [("core.autocrlf", "true")];
    let encoded = utf16(SVG);
    for (what, attributes, settings, picture, is_by_itself) in [
        ("autocrlf", "", &crlf[..], SVG.as_bytes(), true),
        ("eol", "*.svg text eol=crlf\n", &[], SVG.as_bytes(), true),
        (
            "filter",
            "*.svg filter=putar\n",
            &filter,
            SVG.as_bytes(),
            false,
        ),
        (
            "encoding",
            "*.svg working-tree-encoding=UTF-16LE-BOM\n",
            &[],
            &encoded,
            true,
        ),
        (
            "ident",
            "*.svg ident\n",
            &[],
            b"<svg><!-- $Id$ --></svg>\n",
            false,
        ),
    ] {
        let history = checked_out(attributes, settings, picture);
        age(&history);
        if is_by_itself {
            // Nobody looked since.
            let (status, text) = compared(&history);
            assert_eq!(status, 0, "{what}: {text}");
        }
        assert_same(&history, what);
        let text = fs::read(history.sandbox.plan().join(PICTURE)).unwrap();
        history.sandbox.write(PICTURE, [&text[..], b"x\n"].concat());
        assert_changed(&history, what);
        history.sandbox.write(PICTURE, text);
        age(&history);
        assert_same(&history, what);
    }
}

#[test]
fn filters_of_a_repository_are_never_run() {
    let history = checked_out("*.svg filter=jebakan\n", &[], SVG.as_bytes());
    let trap = history.sandbox.root().join("jebakan");
    let command = format!("touch '{}'; cat", trap.display());
    for key in ["filter.jebakan.clean", "filter.jebakan.smudge"] {
        history.git(&["config", key, &command]);
    }
    history.sandbox.write(PICTURE, "<svg/>\n");
    for arguments in [
        &["diff"][..],
        &["diff", "--staged"],
        &["diff", "HEAD", "HEAD"],
    ] {
        assert_eq!(history.sandbox.run(arguments).status, 0);
    }
    assert!(!trap.exists());
}

#[test]
fn a_file_of_git_lfs_is_its_pointer() {
    let history = History::new();
    let photo = b"\x89PNG\r\n\x1a\n and what follows";
    let hash = "4c6b0cd6ab2dcd05ac6fe31b28e5e25d18a4a9bd7c0c4d7d3f3d3f0b7e0a3b1f";
    let pointer = |hash: &str| {
        let size = photo.len();
        format!("version https://git-lfs.github.com/spec/v1\noid sha256:{hash}\nsize {size}\n")
    };
    let own = sha256(photo);
    history.sandbox.write("assets/foto.png", pointer(&own));
    history.commit("Add a photo");
    history.sandbox.write("assets/foto.png", photo);
    let (status, text) = compared(&history);
    assert_eq!(status, 0, "{text}");
    // Another photo of the same length, and one that another pointer is for.
    history
        .sandbox
        .write("assets/foto.png", b"\x89PNG\r\n\x1a\n and what precede");
    assert_changed(&history, "another");
    history.sandbox.write("assets/foto.png", pointer(hash));
    history.commit("Another pointer");
    history.sandbox.write("assets/foto.png", photo);
    assert_changed(&history, "another pointer");
}

/// As `sha256sum` has it.
fn sha256(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a");
    fs::write(&file, bytes).unwrap();
    let output = std::process::Command::new("sha256sum")
        .arg(&file)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.split(' ').next().unwrap().to_owned()
}

#[test]
fn what_a_sparse_checkout_leaves_out_is_still_there() {
    let history = History::new();
    for set in [
        &["set", "plan/registry"][..],
        &["set", "--sparse-index", "plan/pillars"],
        &["set", "--no-cone", "/*", "!plan/opd"],
    ] {
        history.git(&[&["sparse-checkout"], set].concat());
        assert!(!history.sandbox.plan().join("opd").exists());
        assert_same(&history, &set.join(" "));
        let run = history.sandbox.run(&["diff", "--staged", "--exit-code"]);
        assert_eq!(run.status, 0, "{}", run.stdout);
    }
    // What is there and gone is gone.
    fs::remove_file(history.sandbox.plan().join("chapters/pendahuluan.md")).unwrap();
    let (status, text) = compared(&history);
    assert_eq!(status, 1);
    assert!(text.contains("entry-removed"), "{text}");
    assert!(!text.contains("program-removed"), "{text}");
}

#[test]
fn files_of_submodules_are_those_of_their_commit() {
    let photos = tempfile::tempdir().unwrap();
    let other = photos.path();
    git(other, 0, &["init", "--quiet"]);
    fs::write(other.join("a.png"), b"\x89PNG a").unwrap();
    git(other, 0, &["add", "--all"]);
    git(other, 0, &["commit", "--quiet", "--message", "a"]);
    let history = History::new();
    let url = other.to_str().unwrap();
    let add = ["submodule", "--quiet", "add", url, "plan/assets/foto"];
    history.git(&[&["-c", "protocol.file.allow=always"], &add[..]].concat());
    history.commit("Add photos");
    assert_same(&history, "submodule");
    let photo = "assets/foto/a.png";
    history.sandbox.write(photo, b"\x89PNG b");
    assert_changed(&history, "a changed file");
    let module = history.sandbox.plan().join("assets/foto");
    git(
        &module,
        0,
        &["commit", "--quiet", "--all", "--message", "b"],
    );
    assert_changed(&history, "another commit");
    history.commit("Take the new photos");
    assert_same(&history, "the new commit");
    let run = history
        .sandbox
        .run(&["diff", "HEAD~1..HEAD", "--language", "en"]);
    assert!(run.stdout.contains("asset-changed"), "{}", run.stdout);
    // One that is not checked out has no files on either side.
    let (_folder, clone) = history.clone_with(&[]);
    assert_nothing(&clone);
}

#[test]
fn entries_in_a_submodule_that_is_not_checked_out_are_asked_for() {
    let entries = tempfile::tempdir().unwrap();
    let other = entries.path();
    git(other, 0, &["init", "--quiet"]);
    fs::write(other.join("opd.toml"), "name = \"Dinas\"\n").unwrap();
    git(other, 0, &["add", "--all"]);
    git(other, 0, &["commit", "--quiet", "--message", "a"]);
    let history = History::new();
    let url = other.to_str().unwrap();
    let add = ["submodule", "--quiet", "add", url, "plan/opd/damkar"];
    history.git(&[&["-c", "protocol.file.allow=always"], &add[..]].concat());
    history.commit("Take an OPD from elsewhere");
    let (_folder, clone) = history.clone_with(&[]);
    for arguments in [&["diff"][..], &["diff", "HEAD~1..HEAD"]] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_ambonplan"))
            .args(arguments)
            .args(["--fail-on", "breaking", "--language", "en"])
            .current_dir(&clone)
            .output()
            .unwrap();
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(
            text.contains(
                "has the submodule `plan/opd/damkar` in the plan, which is not checked out; \
                 `git submodule update --init plan/opd/damkar` fetches it"
            ),
            "{text}"
        );
    }
}

#[test]
#[cfg(unix)]
fn a_plan_behind_a_link_is_the_one_that_moved() {
    let history = History::new();
    let root = history.sandbox.root().to_path_buf();
    fs::rename(root.join("plan"), root.join("rencana")).unwrap();
    std::os::unix::fs::symlink("rencana", root.join("plan")).unwrap();
    let run = history.sandbox.run(&["diff", "--language", "en"]);
    assert!(run.stdout.contains("Nothing changed."), "{}", run.stdout);
}

#[test]
fn a_directory_does_not_take_the_place_of_a_revision() {
    let history = History::new();
    let root = history.sandbox.root().to_path_buf();
    let hash = history.git(&["rev-parse", "HEAD"]);
    history
        .sandbox
        .write("chapters/baru.md", b"# Bab baru\n\nIsi.\n");
    for name in ["HEAD", hash.trim(), "HEAD:plan", "HEAD~0"] {
        let folder = root.join(name);
        crate::sandbox::copy(&history.sandbox.plan(), &folder);
        for arguments in [&["diff", "--exit-code"][..], &["diff", name, "--exit-code"]] {
            let run = history.sandbox.run(arguments);
            assert_eq!(run.status, 1, "{name}: {arguments:?}\n{}", run.stdout);
        }
        fs::remove_dir_all(folder).unwrap();
    }
}

fn assert_nothing(directory: &Path) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .args(["diff", "--exit-code", "--language", "en"])
        .current_dir(directory)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
}

#[test]
fn files_that_are_assumed_to_be_unchanged_are() {
    let history = checked_out("", &[], SVG.as_bytes());
    let path = format!("plan/{PICTURE}");
    let program = "plan/opd/diskominfo/programs/layanan-aduan.toml";
    for (set, unset) in [
        ("--assume-unchanged", "--no-assume-unchanged"),
        ("--skip-worktree", "--no-skip-worktree"),
    ] {
        history.git(&["update-index", set, &path, program]);
        history.sandbox.write(PICTURE, "<svg/>\n");
        assert_same(&history, set);
        let text = "opd/diskominfo/programs/layanan-aduan.toml";
        history.sandbox.edit(text, "number = 1\n", "number = 7\n");
        assert_same(&history, set);
        history.git(&["update-index", unset, &path, program]);
        assert_changed(&history, unset);
        history.sandbox.edit(text, "number = 7\n", "number = 1\n");
        history.sandbox.write(PICTURE, SVG);
    }
    // In a sparse checkout the mark says that a file is not here.
    history.git(&["config", "core.sparseCheckout", "true"]);
    history.git(&["update-index", "--skip-worktree", &path]);
    history.sandbox.write(PICTURE, "<svg/>\n");
    assert_changed(&history, "sparse");
}
