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
    let (status, _, last) = check(&sandbox, "chapter:pendahuluan");
    assert_eq!(status, 1);
    assert!(
        last.starts_with("di luar `chapter:pendahuluan`: "),
        "{last}"
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

/// What is wrong elsewhere is counted; an error there still keeps the part from being
/// built.
#[test]
fn a_book_of_a_part_tells_of_the_part() {
    let sandbox = faulty();
    let part = "chapter:pendahuluan";
    let build = || sandbox.run(&[&["build", "--only", part][..], &ALLOWED].concat());
    let run = build();
    assert_eq!(run.status, 1);
    let place = "plan/chapters/pendahuluan.md:1:5";
    assert!(run.stderr.contains(place), "{}", run.stderr);
    assert!(!run.stderr.contains("plan/opd"), "{}", run.stderr);
    let last = format!(
        "tidak ada yang dibuat: 0 kesalahan, 1 peringatan\n{}\n",
        elsewhere(&sandbox, part, 0, 1)
    );
    assert!(run.stderr.ends_with(&last), "{}", run.stderr);
    sandbox.edit("opd/dishub/programs/angkutan.toml", "pubik", "publik");
    let run = build();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains(place), "{}", run.stderr);
    let last = format!("\n{}\n", elsewhere(&sandbox, part, 0, 1));
    assert!(run.stderr.ends_with(&last), "{}", run.stderr);
}
