//! Reports about one part of a plan.

use std::fs;

use crate::sandbox::Sandbox;

/// A plan with a fault in each of its parts.
fn faulty() -> Sandbox {
    let sandbox = Sandbox::new();
    let opd = fs::read_to_string(sandbox.plan().join("opd/diskominfo/opd.toml")).unwrap();
    let opd = opd.replace("Dinas Komunikasi dan Informatika", "Dinas Perhubungan");
    sandbox.write("opd/dishub/opd.toml", opd.replace("Diskominfo", "Dishub"));
    sandbox.write("opd/dishub/profil.md", "Dua  spasi.\n");
    let program = "opd/diskominfo/programs/layanan-aduan.toml";
    let text = fs::read_to_string(sandbox.plan().join(program)).unwrap();
    let other = text.replace("Layanan aduan warga", "Angkutan kota");
    let other = other.replace("number = 1\n", "number = 2\n");
    sandbox.write(
        "opd/dishub/programs/angkutan.toml",
        other.replace("goal:layanan-publik", "goal:layanan-pubik"),
    );
    sandbox.edit(
        "pillars/governance/pillar.toml",
        "last-number = 1\n",
        "last-number = 2\n",
    );
    sandbox.write("opd/diskominfo/profil.md", "Tiga   spasi.\n");
    sandbox.edit(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n",
        "Satu  spasi.\n\n# Pendahuluan\n",
    );
    sandbox
}

/// The rules and places of a short report.
fn places(report: &str) -> Vec<String> {
    let place = |line: &str| {
        let (place, rest) = line.split_once(": ").unwrap();
        let code = rest.rsplit_once('[').unwrap().1;
        format!("{} {place}", &code[..6])
    };
    report.lines().map(place).collect()
}

/// Judges the plan without its duplicates and placeholders.
const ALLOWED: [&str; 4] = ["--allow", "MON009", "--allow", "TXT050"];

fn check(sandbox: &Sandbox, part: &str) -> (i32, Vec<String>, String) {
    let arguments = ["check", "--format", "short", "--only", part];
    let run = sandbox.run(&[&arguments[..], &ALLOWED].concat());
    let last = run.stderr.lines().last().unwrap_or_default().to_owned();
    (run.status, places(&run.stdout), last)
}

/// What the last line says if so many findings of all are about the part.
fn elsewhere(sandbox: &Sandbox, part: &str, errors: usize, warnings: usize) -> String {
    let arguments = [&["check", "--format", "short"][..], &ALLOWED].concat();
    let all = sandbox.run(&arguments).stdout;
    let count = |severity: &str| all.matches(&format!(": {severity}: ")).count();
    let (errors, warnings) = (count("error") - errors, count("warning") - warnings);
    format!(
        "di luar `{part}`: {errors} kesalahan, {warnings} peringatan; `ambonplan check` \
         menampilkannya"
    )
}

#[test]
fn only_what_concerns_a_part_is_told() {
    let sandbox = faulty();
    let spaces = "TXT027 plan/opd/dishub/profil.md:1:4";
    let goal = "STR015 plan/opd/dishub/programs/angkutan.toml:11:13";
    let others = "TXT027 plan/opd/diskominfo/profil.md:1:5";
    let chapter = "TXT027 plan/chapters/pendahuluan.md:1:5";
    for (part, known, foreign) in [
        ("opd:dishub", &[spaces, goal][..], &[others, chapter][..]),
        ("program:angkutan", &[goal], &[spaces, others, chapter]),
        ("opd:diskominfo", &[others], &[spaces, goal, chapter]),
        ("chapter:pendahuluan", &[chapter], &[spaces, goal, others]),
        ("pillar:governance", &[], &[spaces, others, chapter]),
    ] {
        let (status, found, last) = check(&sandbox, part);
        let has = |one: &&&str| found.contains(&(**one).to_owned());
        assert_eq!(
            known.iter().filter(has).count(),
            known.len(),
            "{part}: {found:?}"
        );
        assert_eq!(foreign.iter().filter(has).count(), 0, "{part}: {found:?}");
        let errors = found.iter().filter(|one| one.starts_with("STR015")).count();
        assert_eq!(status, i32::from(errors > 0), "{part}");
        let wanted = elsewhere(&sandbox, part, errors, found.len() - errors);
        assert_eq!(last, wanted);
    }
}

/// The same findings in every format.
#[test]
fn every_format_is_narrowed() {
    let sandbox = faulty();
    for format in [
        "human", "short", "json", "github", "gitlab", "sarif", "junit",
    ] {
        let arguments = ["check", "--only", "opd:dishub", "--format", format];
        let run = sandbox.run(&arguments);
        assert_eq!(run.status, 1, "{format}");
        let others = ["opd/diskominfo/profil.md", "chapters/pendahuluan.md"];
        for other in others {
            assert!(!run.stdout.contains(other), "{format}: {}", run.stdout);
        }
        assert!(run.stdout.contains("opd/dishub/profil.md"), "{format}");
    }
}

#[test]
fn a_part_that_cannot_be_read_is_told_all_the_same() {
    let sandbox = faulty();
    sandbox.write("opd/dishub/opd.toml", "name = \n");
    let (status, found, _) = check(&sandbox, "opd:dishub");
    assert_eq!(status, 1);
    assert!(
        found.contains(&"STR007 plan/opd/dishub/opd.toml:1:8".to_owned()),
        "{found:?}"
    );
    // Nothing was judged: a part is not clean because the rest is broken.
    sandbox.write("plan.toml", "title = \n");
    let (status, found, _) = check(&sandbox, "chapter:pendahuluan");
    assert_eq!(status, 1);
    assert!(
        found.contains(&"STR007 plan/plan.toml:1:9".to_owned()),
        "{found:?}"
    );
    let run = sandbox.run(&["check", "--only", "opd:tidak-ada"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .starts_with("kesalahan: tidak ada OPD `tidak-ada`; "),
        "{}",
        run.stderr
    );
}

#[test]
fn a_fix_of_a_part_leaves_the_others() {
    let sandbox = faulty();
    sandbox.run(&["check", "--fix", "--only", "opd:dishub"]);
    let text = |path: &str| fs::read_to_string(sandbox.plan().join(path)).unwrap();
    assert_eq!(text("opd/dishub/profil.md"), "Dua spasi.\n");
    assert_eq!(text("opd/diskominfo/profil.md"), "Tiga   spasi.\n");
}

/// What is wrong elsewhere is counted; an error there keeps the part from being built, and
/// is shown.
#[test]
fn a_book_of_a_part_tells_of_the_part() {
    let sandbox = faulty();
    let part = "chapter:pendahuluan";
    let build = || sandbox.run(&[&["build", "--only", part][..], &ALLOWED].concat());
    let run = build();
    assert_eq!(run.status, 1);
    let place = "plan/chapters/pendahuluan.md:1:5";
    assert!(run.stderr.contains(place), "{}", run.stderr);
    let error = "plan/opd/dishub/programs/angkutan.toml:11:13";
    assert!(run.stderr.contains(error), "{}", run.stderr);
    assert!(!run.stderr.contains("profil.md"), "{}", run.stderr);
    let last = "tidak ada yang dibuat: 1 kesalahan, 1 peringatan\n1 kesalahan di luar \
                `chapter:pendahuluan`: bagian ini pun baru bisa dibuat setelah semua kesalahan \
                rencana diperbaiki\n";
    assert!(run.stderr.ends_with(last), "{}", run.stderr);
    sandbox.edit("opd/dishub/programs/angkutan.toml", "pubik", "publik");
    let run = build();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains(place), "{}", run.stderr);
    let last = format!("\n{}\n", elsewhere(&sandbox, part, 0, 1));
    assert!(run.stderr.ends_with(&last), "{}", run.stderr);
}

/// What keeps the plan from being understood is told of every part.
#[test]
fn an_unreadable_plan_concerns_every_part() {
    type Change<'c> = (&'c str, &'c dyn Fn(&Sandbox));
    let changes: [Change<'_>; 4] = [
        ("STR008 plan/plan.toml", &|sandbox| {
            let text = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
            let line = text
                .lines()
                .find(|line| line.starts_with("period"))
                .unwrap();
            sandbox.edit("plan.toml", line, "period = 3");
        }),
        ("STR007 plan/plan.toml", &|sandbox| {
            sandbox.write("plan.toml", "title = \n");
        }),
        ("STR032 plan/plan.toml", &|sandbox| {
            sandbox.write("plan.toml", b"PK\x03\x04");
        }),
        ("STR006 plan/plan.toml", &|sandbox| {
            fs::remove_file(sandbox.plan().join("plan.toml")).unwrap();
        }),
    ];
    for (wanted, change) in changes {
        let sandbox = faulty();
        change(&sandbox);
        for part in ["opd:dishub", "program:angkutan", "chapter:pendahuluan"] {
            let (status, found, _) = check(&sandbox, part);
            assert_eq!(status, 1, "{part}");
            let is_told = found.iter().any(|one| one.starts_with(wanted));
            assert!(is_told, "{part}: {wanted}: {found:?}");
        }
    }
}

/// A book of a part needs the whole plan: what stops it is shown, wherever it is.
#[test]
fn errors_elsewhere_that_stop_a_book_are_shown() {
    for (language, nothing, elsewhere) in [
        (
            "id",
            "tidak ada yang dibuat: 1 kesalahan, 0 peringatan",
            "1 kesalahan di luar `opd:diskominfo`: bagian ini pun baru bisa dibuat setelah semua \
             kesalahan rencana diperbaiki",
        ),
        (
            "en",
            "nothing was built: 1 error, 0 warnings",
            "1 error outside `opd:diskominfo`: a book of this part, too, is built only of a plan \
             without errors",
        ),
    ] {
        let sandbox = faulty();
        sandbox.write("opd/diskominfo/profil.md", "Rapi.\n");
        let all = [
            &["build", "--only", "opd:diskominfo", "--language", language][..],
            &ALLOWED,
        ];
        let run = sandbox.run(&all.concat());
        assert_eq!(run.status, 1);
        assert!(
            run.stderr
                .contains("opd/dishub/programs/angkutan.toml:11:13"),
            "{}",
            run.stderr
        );
        // Warnings elsewhere stop nothing.
        assert!(!run.stderr.contains("profil.md"), "{}", run.stderr);
        let lines: Vec<&str> = run.stderr.lines().collect();
        assert_eq!(lines[lines.len() - 2..], [nothing, elsewhere]);
    }
}

#[test]
fn copies_belong_to_what_they_are_copies_of() {
    let program = "opd/dishub/programs/angkutan.toml";
    let opd = "opd/dishub/opd.toml";
    for (part, from, to) in [
        ("opd:dishub", opd, "opd/dishub (1)/opd.toml"),
        ("opd:dishub", opd, "opd/Salinan dishub/opd.toml"),
        ("opd:dishub", opd, "opd/dishub - Copy/opd.toml"),
        ("opd:dishub", opd, "opd/dishub/opd (2).toml"),
        (
            "opd:dishub",
            program,
            "opd/dishub/programs/angkutan (1).toml",
        ),
        (
            "program:angkutan",
            program,
            "opd/dishub/programs/angkutan (1).toml",
        ),
        (
            "program:angkutan",
            program,
            "opd/dishub/programs/Salinan angkutan.toml",
        ),
        (
            "program:angkutan",
            program,
            "opd/dishub/programs/angkutan.toml.txt",
        ),
        (
            "chapter:pendahuluan",
            "chapters/pendahuluan.md",
            "chapters/pendahuluan - Salin.md",
        ),
        (
            "pillar:governance",
            "pillars/governance/pillar.toml",
            "pillars/governance (1)/pillar.toml",
        ),
    ] {
        let sandbox = faulty();
        let text = fs::read_to_string(sandbox.plan().join(from)).unwrap();
        sandbox.write(to, text);
        let wanted = format!("STR049 plan/{to}:1:1");
        for (asked, is_told) in [(part, true), ("opd:diskominfo", false)] {
            let (_, found, _) = check(&sandbox, asked);
            assert_eq!(
                found.contains(&wanted),
                is_told,
                "{asked}: {wanted}: {found:?}"
            );
        }
    }
}

/// An OPD is its folder, also when the file that tells its name is gone.
#[test]
fn a_part_without_its_own_file_is_its_folder() {
    let sandbox = faulty();
    fs::remove_file(sandbox.plan().join("opd/dishub/opd.toml")).unwrap();
    let (status, found, _) = check(&sandbox, "opd:dishub");
    assert_eq!(status, 1);
    let missing = "STR006 plan/opd/dishub/";
    assert!(
        found.iter().any(|one| one.starts_with(missing)),
        "{found:?}"
    );
    let run = sandbox.run(&["build", "--only", "opd:dishub"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    fs::remove_file(sandbox.plan().join("pillars/governance/pillar.toml")).unwrap();
    let (status, found, _) = check(&sandbox, "pillar:governance");
    assert_eq!(status, 1);
    assert!(!found.is_empty());
}
