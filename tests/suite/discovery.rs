//! Which plan is meant where none is named.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::sandbox::Sandbox;

/// Runs the binary in a folder of a sandbox; the exit status and both outputs.
fn run(sandbox: &Sandbox, folder: &str, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .args(arguments)
        .current_dir(sandbox.root().join(folder))
        .env_remove("GITHUB_ACTIONS")
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let status = output.status.code().unwrap();
    (status, text(output.stdout), text(output.stderr))
}

#[test]
fn the_plan_is_found_from_every_folder_of_it() {
    let sandbox = Sandbox::new();
    sandbox.write("chapters/catatan.txt", "x");
    for (folder, prefix) in [
        ("", "plan/"),
        ("plan", "./"),
        ("plan/opd", "../"),
        ("plan/opd/diskominfo", "../../"),
        ("plan/opd/diskominfo/programs", "../../../"),
        ("plan/pillars/governance", "../../"),
    ] {
        let (status, out, err) = run(&sandbox, folder, &["check", "--format", "short"]);
        assert_eq!(status, 0, "{folder}: {err}");
        let place = format!("{prefix}chapters/catatan.txt:1:1: ");
        assert!(out.starts_with(&place), "{folder}: {out}");
        assert!(err.contains("1 pilar, 1 OPD, 1 program"), "{folder}: {err}");
    }
    // Paths go the shortest way from where the command runs, also in excerpts and to the
    // other end of a link.
    for (folder, own, other) in [
        (
            "plan/opd",
            "diskominfo/opd.toml:1:1",
            "../chapters/pendahuluan.md:6:",
        ),
        (
            "plan/opd/diskominfo",
            "opd.toml:1:1",
            "../../chapters/pendahuluan.md:6:",
        ),
        (
            "plan/opd/diskominfo/programs",
            "../opd.toml:1:1",
            "../../../chapters/pendahuluan.md:6:",
        ),
        (
            "plan/chapters",
            "../opd/diskominfo/opd.toml:1:1",
            "pendahuluan.md:6:",
        ),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit("opd/diskominfo/opd.toml", "name =", "nama =");
        sandbox.edit(
            "chapters/pendahuluan.md",
            "program:layanan-aduan",
            "program:layanan",
        );
        let (_, short, _) = run(&sandbox, folder, &["check", "--format", "short"]);
        let starts = |path: &str| short.lines().any(|line| line.starts_with(path));
        assert!(starts(own) && starts(other), "{folder}: {short}");
        let (_, human, _) = run(&sandbox, folder, &["check"]);
        assert!(human.contains(&format!("--> {own}")), "{folder}: {human}");
        let (_, json, _) = run(&sandbox, folder, &["check", "--format", "json"]);
        let (own, _) = own.split_once(':').unwrap();
        assert!(
            json.contains(&format!("\"file\": \"{own}\"")),
            "{folder}: {json}"
        );
    }
    // Other commands find the same one, and a file may be named instead of its folder.
    let (status, _, err) = run(&sandbox, "plan/opd/diskominfo", &["fmt", "--check"]);
    assert_eq!((status, err.as_str()), (0, ""));
    let (status, out, _) = run(&sandbox, "plan/opd", &["new", "opd", "dishub"]);
    assert_eq!((status, out.trim()), (0, "dishub/opd.toml"));
    let (status, ..) = run(&sandbox, "", &["check", "--plan", "plan/plan.toml"]);
    assert_eq!(status, 0);
}

#[test]
fn books_of_a_plan_around_lie_beside_it() {
    let sandbox = Sandbox::new();
    let (status, _, err) = run(
        &sandbox,
        "plan/opd/diskominfo",
        &["build", "--only", "opd:diskominfo"],
    );
    assert_eq!(status, 0, "{err}");
    assert!(sandbox.root().join("build/opd-diskominfo.pdf").is_file());
    assert!(!sandbox.plan().join("opd/diskominfo/build").exists());
}

/// A plan in `plan` is also found from a folder beside it, but not from outside of the
/// repository.
#[test]
fn a_plan_beside_counts_within_a_repository() {
    let sandbox = Sandbox::new();
    fs::create_dir_all(sandbox.root().join("catatan/lama")).unwrap();
    let (status, _, err) = run(&sandbox, "catatan/lama", &["check"]);
    assert_eq!(status, 2, "{err}");
    fs::create_dir(sandbox.root().join(".git")).unwrap();
    let (status, _, err) = run(&sandbox, "catatan/lama", &["check"]);
    assert_eq!(status, 0, "{err}");
    assert!(err.contains("1 pilar, 1 OPD, 1 program"), "{err}");
}

/// The plan is not begun a second time because its file has another name.
#[test]
fn a_plan_whose_file_has_another_name_is_found() {
    for name in ["plan.toml.txt", "Plan.toml", "plan (1).toml"] {
        let sandbox = Sandbox::new();
        let plan = sandbox.plan();
        fs::rename(plan.join("plan.toml"), plan.join(name)).unwrap();
        for folder in ["", "plan", "plan/opd/diskominfo"] {
            let (status, out, err) = run(&sandbox, folder, &["check", "--format", "short"]);
            assert_eq!(status, 1, "{folder}: {err}");
            assert!(out.contains(&format!("{name}:1:1: ")), "{out}");
            assert!(out.contains("menjadi `plan.toml`"), "{out}");
            assert!(!out.contains("init"), "{out}");
            assert_eq!(out.lines().count(), 1, "{out}");
        }
    }
}

#[test]
fn without_a_plan_one_nearby_is_named() {
    let sandbox = Sandbox::new();
    fs::rename(sandbox.plan(), sandbox.root().join("rencana")).unwrap();
    let (status, _, err) = run(&sandbox, "", &["check"]);
    assert_eq!(status, 2);
    let line =
        "kesalahan: tidak ada rencana di sini; ada satu di `rencana`: tambahkan `--plan rencana`";
    assert_eq!(err.lines().next(), Some(line));
    fs::remove_dir_all(sandbox.root().join("rencana")).unwrap();
    let (status, _, err) = run(&sandbox, "", &["check"]);
    assert_eq!(status, 2);
    let line = "kesalahan: tidak ada rencana di sini; jalankan `ambonplan init`, atau sebutkan \
                foldernya dengan `--plan FOLDER`";
    assert_eq!(err.lines().next(), Some(line));
    assert!(!Path::new("plan/plan").exists());
}

/// A plan cannot hold another.
#[test]
fn no_plan_is_begun_inside_of_another() {
    let sandbox = Sandbox::new();
    let around = sandbox.plan().canonicalize().unwrap();
    let around = around.display();
    for (folder, arguments, path) in [
        ("plan/opd", vec!["init"], "plan"),
        ("plan/chapters", vec!["init"], "plan"),
        ("plan", vec!["init"], "plan"),
        ("plan", vec!["init", "opd/baru"], "opd/baru"),
        ("", vec!["init", "plan/opd/baru"], "plan/opd/baru"),
        ("", vec!["init", "plan/x/../y"], "plan/x/../y"),
        ("", vec!["--plan", "plan/baru", "init"], "plan/baru"),
    ] {
        for (language, line) in [
            (
                "id",
                format!(
                    "kesalahan: `{path}` berada di dalam rencana `{around}`, sedangkan rencana \
                     tidak bisa memuat rencana lain; pilih folder di luarnya\n"
                ),
            ),
            (
                "en",
                format!(
                    "error: `{path}` would be inside the plan `{around}`, and a plan cannot hold \
                     another; name a directory outside of it\n"
                ),
            ),
        ] {
            let all = [&arguments[..], &["--language", language]].concat();
            let (status, _, err) = run(&sandbox, folder, &all);
            assert_eq!((status, err), (2, line));
        }
    }
    assert!(!sandbox.plan().join("plan").exists());
    assert!(!sandbox.plan().join("opd/baru").exists());
    let (status, _, err) = run(&sandbox, "", &["init", "lain"]);
    assert_eq!(status, 0, "{err}");
}
