//! What becomes of files: those that are written, and those that cannot be read.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";
const PILLAR: &str = "pillars/governance/pillar.toml";

fn ambonplan(sandbox: &Sandbox, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ambonplan"));
    command
        .args(arguments)
        .current_dir(sandbox.root())
        .env_remove("GITHUB_ACTIONS")
        .env("LC_ALL", "C");
    command
}

/// Names of the files of a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_hyphen_is_standard_output() {
    let sandbox = Sandbox::new();
    sandbox.build(&[]);
    let book = fs::read(sandbox.root().join("out.pdf")).unwrap();
    let printed = ambonplan(&sandbox, &["build", "-o", "-"]).output().unwrap();
    assert!(printed.status.success());
    assert_eq!(printed.stdout, book);
    let run = sandbox.run(&["build", "--deps", "-"]);
    assert!(
        run.stdout.starts_with("build/master-plan.pdf: \\\n  plan/"),
        "{}",
        run.stdout
    );
    // A book without a name has no rule, and one stream holds one book.
    for other in [&["--deps", "a.d"][..], &["--watch"]] {
        let all = [&["build", "-o", "-"], other].concat();
        assert_eq!(sandbox.run(&all).status, 2);
    }
    let report = sandbox.run(&["diff", "plan", "plan", "--format", "json", "-o", "-"]);
    assert!(report.stdout.starts_with('{'), "{}", report.stdout);
    for name in ["-", "a.d"] {
        assert!(!sandbox.root().join(name).exists(), "{name}");
    }
}

/// What is no file stays what it is.
#[test]
#[cfg(unix)]
fn pipes_and_links_are_written_through() {
    use std::os::unix::fs::{FileTypeExt, symlink};

    let sandbox = Sandbox::new();
    sandbox.build(&[]);
    let root = sandbox.root();
    let book = fs::read(root.join("out.pdf")).unwrap();
    let pipe = root.join("pipa");
    make_pipe(&pipe);
    for (arguments, wanted) in [
        (&["build", "-o", "pipa"][..], Some(&book)),
        (&["build", "-o", "out.pdf", "--deps", "pipa"], None),
        (&["diff", "plan", "plan", "-o", "pipa"], None),
    ] {
        let mut writer = ambonplan(&sandbox, arguments)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let read = fs::read(&pipe).unwrap();
        assert!(writer.wait().unwrap().success());
        assert!(!read.is_empty(), "{arguments:?}");
        assert!(wanted.is_none_or(|wanted| *wanted == read), "{arguments:?}");
        assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
    }
    // A link stays and leads to the new book, also where nothing was before.
    symlink("ada.pdf", root.join("satu.pdf")).unwrap();
    symlink("satu.pdf", root.join("dua.pdf")).unwrap();
    fs::write(root.join("ada.pdf"), "lama").unwrap();
    symlink("jauh/baru.pdf", root.join("tiga.pdf")).unwrap();
    for (link, target) in [
        ("satu.pdf", "ada.pdf"),
        ("dua.pdf", "ada.pdf"),
        ("tiga.pdf", "jauh/baru.pdf"),
    ] {
        let run = sandbox.run(&["build", "-o", link]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(fs::symlink_metadata(root.join(link)).unwrap().is_symlink());
        assert_eq!(fs::read(root.join(target)).unwrap(), book, "{link}");
        fs::write(root.join(target), "lama").unwrap();
    }
    symlink("b.pdf", root.join("a.pdf")).unwrap();
    symlink("a.pdf", root.join("b.pdf")).unwrap();
    for name in ["a.pdf", "plan"] {
        let run = sandbox.run(&["build", "-o", name]);
        assert_eq!(run.status, 2, "{name}: {}", run.stderr);
    }
}

#[cfg(unix)]
fn make_pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status();
    assert!(made.unwrap().success());
}

#[test]
#[cfg(unix)]
fn permissions_stay_and_protected_files_too() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = Sandbox::new();
    let path = sandbox.plan().join(PROGRAM);
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    let text = fs::read_to_string(&path).unwrap().replace(" = ", "  =  ");
    for wanted in [0o640, 0o600, 0o664] {
        fs::write(&path, &text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(wanted)).unwrap();
        assert_eq!(sandbox.run(&["fmt"]).status, 0);
        assert_ne!(fs::read_to_string(&path).unwrap(), text);
        assert_eq!(mode(), wanted);
    }
    fs::write(&path, &text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let run = sandbox.run(&["fmt"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(
        run.stderr.contains("dilindungi, tidak dapat ditulisi"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_eq!(mode(), 0o444);
}

/// A file that is replaced stays that of its owner. Only the administrator can give a file
/// away; whoever else runs this test sees that their own stays theirs.
#[test]
#[cfg(unix)]
fn owners_and_groups_stay() {
    use std::os::unix::fs::{MetadataExt, chown};

    let sandbox = Sandbox::new();
    let program = sandbox.plan().join(PROGRAM);
    let book = sandbox.root().join("buku.pdf");
    fs::write(&book, "lama").unwrap();
    let owner = |path: &Path| {
        let known = fs::metadata(path).unwrap();
        (known.uid(), known.gid())
    };
    let text = fs::read_to_string(&program)
        .unwrap()
        .replace(" = ", "  =  ");
    fs::write(&program, &text).unwrap();
    for path in [&program, &book] {
        let own = owner(path);
        let other = chown(path, Some(1234), Some(5678)).is_ok();
        let wanted = if other { (1234, 5678) } else { own };
        assert_eq!(owner(path), wanted);
    }
    let before = (owner(&program), owner(&book));
    assert_eq!(sandbox.run(&["fmt"]).status, 0);
    assert_eq!(sandbox.run(&["build", "-o", "buku.pdf"]).status, 0);
    assert_ne!(fs::read_to_string(&program).unwrap(), text);
    assert_ne!(fs::read(&book).unwrap(), b"lama");
    assert_eq!((owner(&program), owner(&book)), before);
}

/// What a process that was killed left behind goes; what one that lives is writing, and
/// what only looks like it, stays.
#[test]
fn temporary_files_of_processes_that_are_gone_are_removed() {
    let sandbox = Sandbox::new();
    let folder = sandbox.root().join("build");
    fs::create_dir(&folder).unwrap();
    for name in ["aB3xYz", "living", "catatan", "a.tom"] {
        fs::write(folder.join(format!(".ambonplan-{name}")), "x").unwrap();
    }
    let living = fs::File::options()
        .write(true)
        .open(folder.join(".ambonplan-living"))
        .unwrap();
    living.lock().unwrap();
    assert_eq!(sandbox.run(&["build"]).status, 0);
    let kept = [
        ".ambonplan-a.tom",
        ".ambonplan-catatan",
        ".ambonplan-living",
        ".master-plan.pdf.made",
        "master-plan.pdf",
    ];
    assert_eq!(names(&folder), kept);
}

/// Whoever interrupts a build finds the last book and nothing else.
#[test]
#[cfg(unix)]
fn an_interrupted_build_leaves_nothing_behind() {
    let sandbox = Sandbox::new();
    let root = sandbox.root();
    let folder = root.join("buku");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("out.pdf"), "lama").unwrap();
    // The book takes its place when its rule is written, which nobody reads here.
    make_pipe(&root.join("pipa"));
    for (signal, status) in [("-INT", 130), ("-TERM", 143)] {
        let arguments = ["build", "-o", "buku/out.pdf", "--deps", "pipa"];
        let mut process = ambonplan(&sandbox, &arguments)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while names(&folder).len() < 2 {
            assert!(process.try_wait().unwrap().is_none(), "the build ended");
            std::thread::yield_now();
        }
        let id = process.id().to_string();
        let kill = Command::new("kill").args([signal, &id]).status();
        assert!(kill.unwrap().success());
        assert_eq!(process.wait().unwrap().code(), Some(status));
        assert_eq!(names(&folder), ["out.pdf"]);
        assert_eq!(fs::read(folder.join("out.pdf")).unwrap(), b"lama");
    }
}

/// `make` reads the names that there are, and runs nothing.
#[test]
#[cfg(target_os = "linux")]
fn rules_hold_every_name_as_make_reads_it() {
    let sandbox = Sandbox::new();
    let names = [
        ("a b.svg", "a\\ b.svg"),
        ("a\tb.svg", "a\\\tb.svg"),
        ("a#b.svg", "a\\#b.svg"),
        ("a$(b).svg", "a$$(b).svg"),
        ("a:b.svg", "a\\:b.svg"),
        (
            "x;touch${IFS}PWNED;.svg",
            "x\\\\\\;touch$${IFS}PWNED\\\\\\;.svg",
        ),
        ("a\\;b.svg", "a\\\\\\\\\\\\\\;b.svg"),
        ("a%b.svg", "a%b.svg"),
        ("a\\b.svg", "a\\b.svg"),
        ("a\\ b.svg", "a\\\\\\ b.svg"),
        ("a*[b]?.svg", "a\\*\\[b]\\?.svg"),
        ("a|b.svg", "a\\|b.svg"),
        ("a=b.svg", "a\\=b.svg"),
        ("a'\"`&!~b.svg", "a'\"`&!~b.svg"),
    ];
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    for (name, _) in names {
        sandbox.write(&format!("assets/{name}"), picture);
    }
    let run = sandbox.run(&["build", "--deps", "-"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for (name, written) in names {
        let line = format!("  plan/assets/{written}");
        let there = run
            .stdout
            .lines()
            .any(|one| one.trim_end_matches(" \\") == line);
        assert!(there, "{name}: {}", run.stdout);
    }
    // On the left side of the colon other characters count.
    for (name, written) in [("a%b.pdf", "a\\%b.pdf"), ("a| b.pdf", "a|\\ b.pdf")] {
        let run = sandbox.run(&["build", "-o", name, "--deps", "-"]);
        let rule = format!("{written}: \\\n");
        assert!(run.stdout.starts_with(&rule), "{name}: {}", run.stdout);
    }
    for name in ["a=b.pdf", "a&"] {
        assert_eq!(sandbox.run(&["build", "-o", name, "--deps", "-"]).status, 2);
    }
    // What no makefile can hold is refused, and nothing is written.
    for name in ["a\nb.svg", "a\rb.svg", "a ", "a\\", "a)", "a\\*b.svg"] {
        let path = format!("assets/{name}");
        sandbox.write(&path, picture);
        let run = sandbox.run(&["build", "-o", "tidak.pdf", "--deps", "-"]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name:?}");
        assert!(run.stderr.contains("dalam makefile"), "{}", run.stderr);
        fs::remove_file(sandbox.plan().join(path)).unwrap();
    }
    assert!(!sandbox.root().join("tidak.pdf").exists());
}

/// A name that is no text is one finding, wherever it stands, and nothing is made of it.
#[test]
#[cfg(target_os = "linux")]
fn names_that_are_not_utf8_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let program = fs::read(Sandbox::new().plan().join(PROGRAM)).unwrap();
    let cases: [(&[u8], &str); 9] = [
        (
            b"opd/diskominfo/programs/a\xff.toml",
            "opd/diskominfo/programs/a\\xFF.toml",
        ),
        (
            b"opd/diskominfo/programs/a\xff.md",
            "opd/diskominfo/programs/a\\xFF.md",
        ),
        (b"opd/d\xe9s/opd.toml", "opd/d\\xE9s"),
        (b"opd/diskominfo/\xe9.md", "opd/diskominfo/\\xE9.md"),
        (b"chapters/b\xe9.md", "chapters/b\\xE9.md"),
        (b"pillars/p\xe9/pillar.toml", "pillars/p\\xE9"),
        (b"registry/\xc3.toml", "registry/\\xC3.toml"),
        (b"templates/\xff.typ", "templates/\\xFF.typ"),
        (b"assets/foto\x80.png", "assets/foto\\x80.png"),
    ];
    for (name, shown) in cases {
        let sandbox = Sandbox::new();
        let path = sandbox.plan().join(OsStr::from_bytes(name));
        let folder = path.parent().unwrap();
        fs::create_dir_all(folder).unwrap();
        fs::write(&path, &program).unwrap();
        let found = sandbox.findings();
        let wanted = format!("STR038 {shown}:1:1");
        assert!(found.contains(&wanted), "{found:?}");
        // Rules that cannot be applied are named, and nothing else is said.
        let mut others = found.iter().filter(|one| **one != wanted);
        assert!(others.all(|one| one.starts_with("STR019")), "{found:?}");
        let before = names(folder);
        for arguments in [
            &["fmt"][..],
            &["fmt", "--check"],
            &["check", "--fix"],
            &["build"],
        ] {
            let run = sandbox.run(arguments);
            assert_eq!(run.status, 1, "{shown} {arguments:?}");
        }
        assert_eq!(names(folder), before);
        assert_eq!(fs::read(&path).unwrap(), program);
    }
}

/// The limit of a file is what it says, to the byte.
#[test]
fn a_file_has_as_many_bytes_as_it_may_have() {
    let sandbox = Sandbox::new();
    sandbox.write("assets/besar.bin", "");
    let path = sandbox.plan().join("assets/besar.bin");
    for (length, refused) in [(16 << 20, false), ((16 << 20) + 1, true)] {
        fs::File::create(&path).unwrap().set_len(length).unwrap();
        let found = sandbox.findings();
        let found = found.iter().any(|one| one.starts_with("STR003"));
        assert_eq!(found, refused, "{length}");
    }
    let run = sandbox.run(&["check", "--language", "en"]);
    let said = run.stdout.contains("17 MiB; at most 16 MiB");
    assert!(said, "{}", run.stdout);
}

#[test]
fn the_directory_may_end_in_a_separator() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "goal:layanan-publik", "goal:layanan-pubik");
    let plain = sandbox.run(&["check"]).stdout;
    for plan in ["plan/", "plan//", "plan/."] {
        assert_eq!(sandbox.run(&["--plan", plan, "check"]).stdout, plain);
    }
    for format in ["short", "json", "github", "gitlab", "sarif", "junit"] {
        let run = sandbox.run(&["--plan", "plan/", "check", "--format", format]);
        assert!(!run.stdout.contains("plan//"), "{format}: {}", run.stdout);
    }
    let lain = sandbox.root().join("lain");
    fs::create_dir(&lain).unwrap();
    fs::copy(sandbox.plan().join("plan.toml"), lain.join("plan.toml")).unwrap();
    let run = sandbox.run(&["--plan", "plan/", "diff", "lain", "--format", "json"]);
    assert!(run.stdout.contains("\"plan/"), "{}", run.stdout);
    assert!(!run.stdout.contains("plan//"), "{}", run.stdout);
}

#[test]
fn a_pillar_has_999_numbers_and_gives_none_out_twice() {
    let sandbox = Sandbox::new();
    let pillar = fs::read_to_string(sandbox.plan().join(PILLAR)).unwrap();
    let noted = || fs::read_to_string(sandbox.plan().join(PILLAR)).unwrap();
    let programs = sandbox.plan().join("opd/diskominfo/programs");
    let new = |id: &str| sandbox.run(&["new", "program", id, "--opd", "diskominfo"]);
    // The byte order mark stays.
    let last = pillar.replace("last-number = 1\n", "last-number = 998\n");
    sandbox.write(PILLAR, format!("\u{feff}{last}"));
    let run = new("terakhir");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let last = last.replace("998", "999");
    assert_eq!(noted(), format!("\u{feff}{last}"));
    let run = new("terlalu-banyak");
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(
        run.stderr.contains("nomor terakhirnya, 999"),
        "{}",
        run.stderr
    );
    assert!(!programs.join("terlalu-banyak.toml").exists());
    fs::remove_file(programs.join("terakhir.toml")).unwrap();
    // Eight at once.
    sandbox.write(PILLAR, &pillar);
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let start = |arguments: &[&str]| {
        ambonplan(&sandbox, arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    for mut process in ids.map(|id| start(&["new", "program", id, "--opd", "diskominfo"])) {
        assert!(process.wait().unwrap().success());
    }
    let number = |id: &&str| {
        let text = fs::read_to_string(programs.join(format!("{id}.toml"))).unwrap();
        let program: toml::Table = text.parse().unwrap();
        program["number"].as_integer().unwrap()
    };
    let mut numbers: Vec<i64> = ids.iter().map(number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (2..=9).collect::<Vec<i64>>());
    assert!(noted().contains("last-number = 9\n"), "{}", noted());
    // One id, eight times: one has it.
    let won = [(); 8].map(|()| start(&["new", "opd", "satu"]));
    let won = won.map(|mut process| process.wait().unwrap().success());
    assert_eq!(won.iter().filter(|won| **won).count(), 1);
}

/// Either end of a line is the same text.
#[test]
fn ends_of_lines_are_no_change() {
    let sandbox = Sandbox::new();
    for (path, key) in [
        ("plan.toml", "subtitle = \"\"\"\nSatu\nDua\"\"\"\n"),
        (PROGRAM, "background = \"\"\"\nSatu\nDua\n\"\"\"\n"),
    ] {
        let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        sandbox.write(path, format!("{key}{text}"));
    }
    for (copy, end) in [("windows", "\r\n"), ("unix", "\n")] {
        for entry in walkdir::WalkDir::new(sandbox.plan()) {
            let entry = entry.unwrap();
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(sandbox.plan()).unwrap();
                let path = sandbox.root().join(copy).join(path);
                let text = fs::read_to_string(entry.path()).unwrap();
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text.replace('\n', end)).unwrap();
            }
        }
    }
    for (first, second) in [("unix", "windows"), ("windows", "unix")] {
        let run = sandbox.run(&["diff", first, second, "--exit-code"]);
        assert_eq!(run.status, 0, "{}", run.stdout);
    }
}

#[test]
fn timings_need_no_reader() {
    let sandbox = Sandbox::new();
    let mut process = ambonplan(&sandbox, &["build", "--timings", "-o", "out.pdf"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(process.stderr.take());
    assert!(process.wait().unwrap().success());
    let mut book = Vec::new();
    let file = fs::File::open(sandbox.root().join("out.pdf")).unwrap();
    file.take(4).read_to_end(&mut book).unwrap();
    assert_eq!(book, b"%PDF");
}

/// One byte order mark says that a file is UTF-8; a second one is a mistake.
#[test]
fn a_second_byte_order_mark_is_found() {
    let sandbox = Sandbox::new();
    for path in [PROGRAM, "plan.toml", "chapters/pendahuluan.md"] {
        let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        sandbox.write(path, format!("\u{feff}{text}"));
        assert_eq!(sandbox.findings(), Vec::<String>::new(), "{path}");
        sandbox.write(path, format!("\u{feff}\u{feff}{text}"));
        assert_eq!(sandbox.findings(), [format!("STR007 {path}:1:1")]);
        sandbox.write(path, text);
    }
}

#[test]
fn a_share_is_at_most_the_whole() {
    let sandbox = Sandbox::new();
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    for key in ["single-source-percent", "budget-change-percent"] {
        for (percent, count) in [(100, 0), (101, 1), (4_000_000_000_u32, 1)] {
            sandbox.write(
                "plan.toml",
                format!("{plan}\n[policy]\n{key} = {percent}\n"),
            );
            let found = sandbox.findings();
            let found = found
                .iter()
                .filter(|one| one.starts_with("STR011 plan.toml"));
            assert_eq!(found.count(), count, "{key} = {percent}");
        }
    }
}

/// A slip of the finger would replace a source by a book.
#[test]
fn no_file_of_the_plan_is_replaced_by_a_book_or_a_report() {
    let sandbox = Sandbox::new();
    for arguments in [
        ["build", "-o", "plan/opd/diskominfo/opd.toml"],
        ["build", "-o", "plan/../plan/plan.toml"],
        ["build", "-o", "plan/chapters/baru.md"],
        ["build", "--deps", "plan/registry/rpjmd.toml"],
        ["build", "-o", "plan/assets/buku.pdf"],
    ] {
        let read = |path: &str| fs::read(sandbox.root().join(path)).ok();
        let before = read(arguments[2]);
        let run = sandbox.run(&arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.stderr);
        assert!(
            run.stderr.contains("adalah berkas rencana"),
            "{}",
            run.stderr
        );
        assert_eq!(read(arguments[2]), before, "{arguments:?}");
    }
}
