//! How bad a finding is: the plan, the command line, drafts and releases, the
//! day of the verdict; and in which language it is told.

use std::process::Command;

use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// A plan whose only OPD has not signed, and whose programme has no risk but a
/// quick win that is too long.
fn plan() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit("opd/diskominfo/opd.toml", "\"signed\"", "\"pending\"");
    sandbox.edit(PROGRAM, "end = 2027-06-30", "end = 2027-12-31");
    sandbox
}

/// Findings as `error PEO001`, and how the run ended.
fn check(sandbox: &Sandbox, arguments: &[&str]) -> (Vec<String>, i32) {
    let mut all = vec!["check", "--language", "en", "--format", "short"];
    all.extend(arguments);
    let run = sandbox.run(&all);
    assert!(run.status < 2, "{}", run.stderr);
    let findings = run.stdout.lines().map(|line| {
        let (_, rest) = line.split_once(": ").unwrap();
        let (severity, rest) = rest.split_once(": ").unwrap();
        let (_, rule) = rest.rsplit_once('[').unwrap();
        format!("{severity} {}", &rule[..6])
    });
    (findings.collect(), run.status)
}

fn assert_found(sandbox: &Sandbox, arguments: &[&str], findings: &[&str]) {
    let status = i32::from(findings.iter().any(|finding| finding.starts_with("error")));
    let findings: Vec<String> = findings.iter().map(|one| (*one).to_owned()).collect();
    assert_eq!(
        check(sandbox, arguments),
        (findings, status),
        "{arguments:?}"
    );
}

#[test]
fn a_release_is_judged_more_strictly_than_a_draft() {
    let sandbox = plan();
    assert_found(&sandbox, &[], &["warning PEO001", "error TIM003"]);
    let strict = ["error PEO001", "error TIM003", "warning PEO008"];
    assert_found(&sandbox, &["--release"], &strict);
    sandbox.edit("plan.toml", "status = \"draft\"", "status = \"final\"");
    assert_found(&sandbox, &[], &strict);
}

#[test]
fn the_command_line_stands_above_the_plan_and_a_rule_above_its_group() {
    let sandbox = plan();
    for (arguments, findings) in [
        (
            &["--warn", "TIM003"][..],
            &["warning PEO001", "warning TIM003"][..],
        ),
        (
            &["--warn", "time", "--deny", "people"],
            &["error PEO001", "warning TIM003", "error PEO008"],
        ),
        (&["--allow", "TIM"], &["warning PEO001"]),
        (&["--allow", "all"], &[]),
        (&["--allow", "all", "--warn", "time"], &["warning TIM003"]),
        (&["--deny", "warnings"], &["error PEO001", "error TIM003"]),
        (
            &["--deny", "warnings", "--allow", "people"],
            &["error TIM003"],
        ),
        (
            &["--deny", "people", "--allow", "unsigned-commitment"],
            &["error TIM003", "error PEO008"],
        ),
    ] {
        assert_found(&sandbox, arguments, findings);
    }
    sandbox.edit(
        "plan.toml",
        "[[phase]]",
        "[rules]\nunsigned-commitment = \"deny\"\npeople = \"allow\"\ntime = \"warn\"\n\n[[phase]]",
    );
    assert_found(&sandbox, &[], &["error PEO001", "warning TIM003"]);
    assert_found(&sandbox, &["--allow", "people"], &["warning TIM003"]);
}

#[test]
fn what_a_release_demands_is_lowered_by_exceptions_only() {
    let sandbox = plan();
    sandbox.edit(
        "plan.toml",
        "[[phase]]",
        "[rules]\npeople = \"allow\"\ntime = \"allow\"\n\n[[phase]]",
    );
    assert_found(&sandbox, &[], &[]);
    assert_found(
        &sandbox,
        &["--release"],
        &["error PEO001", "warning PEO008"],
    );
    sandbox.edit(
        "plan.toml",
        "[[phase]]",
        "[[exception]]\nrule = \"unsigned-commitment\"\nentry = \"opd:diskominfo\"\nreason = \"Sedang berganti pejabat.\"\n\n\
         [[exception]]\nrule = \"PEO008\"\nentry = \"plan.toml\"\nreason = \"Dewan dibentuk bulan depan.\"\n\n[[phase]]",
    );
    assert_found(&sandbox, &["--release"], &[]);
    // What the draft is spared is no exception that no longer applies.
    assert_found(&sandbox, &[], &[]);
    sandbox.edit("opd/diskominfo/opd.toml", "\"pending\"", "\"signed\"");
    assert_found(&sandbox, &[], &["warning CFG003"]);
}

#[test]
fn a_book_is_not_built_of_what_was_made_an_error() {
    let sandbox = Sandbox::new();
    sandbox.edit("opd/diskominfo/opd.toml", "\"signed\"", "\"pending\"");
    assert_eq!(sandbox.run(&["build", "-o", "a.pdf"]).status, 0);
    let run = sandbox.run(&["build", "-o", "b.pdf", "--release"]);
    assert_eq!(run.status, 1);
    assert!(!sandbox.root().join("b.pdf").exists());
}

#[test]
fn verdicts_about_time_are_given_as_of_a_day_and_never_as_of_today() {
    let sandbox = Sandbox::new();
    assert_found(&sandbox, &["--as-of", "2027-06-30"], &[]);
    assert_found(&sandbox, &["--as-of", "2027-07-01"], &["warning TIM006"]);
    let late = ["--as-of", "2028-12-02"];
    let found = ["warning EVA001", "warning EVA005", "warning TIM006"];
    let (mut findings, _) = check(&sandbox, &late);
    findings.sort();
    assert_eq!(findings, found);
    assert_eq!(sandbox.run(&["check", "--as-of", "besok"]).status, 2);
}

#[test]
fn an_unknown_rule_is_a_usage_error_with_a_proposal() {
    let run = Sandbox::new().run(&["check", "--deny", "quick-win-to-long"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("maksudnya `quick-win-too-long`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_level_of_what_cannot_be_understood_is_fixed() {
    for level in ["--allow", "--warn", "--deny"] {
        let run = Sandbox::new().run(&["check", level, "syntax-error"]);
        assert_eq!(run.status, 2);
        assert!(
            run.stderr.contains("tingkat aturan `syntax-error` tetap"),
            "{}",
            run.stderr
        );
    }
}

/// An exception says what is wrong with itself.
#[test]
fn an_exception_for_nothing_is_told_apart_from_one_that_no_longer_applies() {
    let message = |rule: &str, entry: &str| {
        let sandbox = Sandbox::new();
        let exception = format!(
            "[[exception]]\nrule = \"{rule}\"\nentry = \"{entry}\"\nreason = \"Uji.\"\n\n[[phase]]"
        );
        sandbox.edit("plan.toml", "[[phase]]", &exception);
        let run = sandbox.run(&["check", "--language", "en", "--format", "short"]);
        assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
        run.stdout
    };
    let group = message("text", "plan.toml");
    assert!(group.contains("`text` is a group"), "{group}");
    let rule = message("no-indicatr", "plan.toml");
    assert!(rule.contains("did you mean `no-indicator`?"), "{rule}");
    let entry = message("no-indicator", "program:layanan-adun");
    assert!(entry.contains("no entry `program:layanan-adun`"), "{entry}");
    assert!(
        entry.contains("did you mean `program:layanan-aduan`?"),
        "{entry}"
    );
    let file = message("no-indicator", "opd/diskominfo/opd.tml");
    assert!(
        file.contains("did you mean `opd/diskominfo/opd.toml`?"),
        "{file}"
    );
    let unused = message("no-indicator", "program:layanan-aduan");
    assert!(unused.contains("any more"), "{unused}");
}

/// What is found when the book is set can be accepted like everything else, and
/// `check`, which sets none, does not ask for the exception to go.
#[test]
fn remarks_about_the_book_can_be_accepted() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "Satu pintu", "Satu 🎵 pintu");
    let strict = ["build", "--deny", "nonconforming-pdf"];
    let run = sandbox.run(&strict);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("PDF003"), "{}", run.stderr);
    sandbox.edit(
        "plan.toml",
        "[[phase]]",
        "[[exception]]\nrule = \"nonconforming-pdf\"\nentry = \"program:layanan-aduan\"\nreason = \"Lambang musik.\"\n\n[[phase]]",
    );
    let run = sandbox.run(&strict);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("PDF003"), "{}", run.stderr);
    // The character itself is another matter.
    assert_found(&sandbox, &[], &["warning TXT033"]);
}

#[test]
fn rules_are_explained_by_name_and_by_code_in_either_language() {
    let sandbox = Sandbox::new();
    let by_name = sandbox.run(&["explain", "quick-win-too-long"]);
    assert_eq!(by_name.status, 0);
    assert!(
        by_name.stdout.contains("Mengapa ini buruk"),
        "{}",
        by_name.stdout
    );
    assert_eq!(sandbox.run(&["explain", "tim003"]).stdout, by_name.stdout);
    let english = sandbox.run(&["explain", "TIM003", "--language", "en"]);
    assert!(
        english.stdout.contains("Why this is bad"),
        "{}",
        english.stdout
    );
    let all = sandbox.run(&["explain", "--all"]).stdout;
    assert!(all.contains(&by_name.stdout));
    let group = sandbox.run(&["explain", "law"]).stdout;
    assert!(group.contains("LAW001") && group.contains("LAW004") && !group.contains("TXT"));
    let unknown = sandbox.run(&["explain", "quick-win"]);
    assert_eq!((unknown.status, unknown.stdout.as_str()), (2, ""));
    assert_eq!(sandbox.run(&["explain"]).status, 2);
}

/// The plan's language, else the locale's; what was asked for stands above both.
#[test]
fn findings_are_told_in_the_language_of_whoever_reads_them() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "number = 1", "nomor = 1");
    let told = |arguments: &[&str], locale: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
            .args(["check", "--format", "short"])
            .args(arguments)
            .current_dir(sandbox.root())
            .env_remove("GITHUB_ACTIONS")
            .env("LC_ALL", locale)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let (indonesian, english) = ("kunci `nomor` tidak dikenal", "unknown key `nomor`");
    assert!(told(&[], "en_US.UTF-8").contains(indonesian));
    assert!(told(&["--language", "en"], "id_ID.UTF-8").contains(english));
    sandbox.edit(
        "plan.toml",
        "status = \"draft\"",
        "language = \"en\"\nstatus = \"draft\"",
    );
    assert!(told(&[], "id_ID.UTF-8").contains(english));
    // A plan that cannot be read has no language.
    sandbox.write("plan.toml", "city = ");
    assert!(told(&[], "en_GB.UTF-8").contains(english));
    assert!(told(&[], "C").contains(indonesian));
}

#[test]
fn fixes_are_shown_first_and_then_written_once() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "summary = ", "sumary = ");
    let text = "# Pendahuluan\r\n\r\nBiayanya Rp1,250,000,000 untuk 12.5% warga.\r\n";
    sandbox.write("chapters/pendahuluan.md", format!("\u{feff}{text}"));
    let diff = sandbox.run(&["check", "--diff"]);
    assert_eq!(diff.status, 1);
    assert!(diff.stdout.contains("-sumary = ") && diff.stdout.contains("+summary = "));
    let read = |path: &str| std::fs::read_to_string(sandbox.plan().join(path)).unwrap();
    assert!(
        read(PROGRAM).contains("sumary = "),
        "--diff has changed a file"
    );

    let run = sandbox.run(&["check", "--fix"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.contains("3 temuan diperbaiki"), "{}", run.stderr);
    assert!(read(PROGRAM).contains("\nsummary = "));
    let fixed = text
        .replace("1,250,000,000", "1.250.000.000")
        .replace("12.5", "12,5");
    assert_eq!(read("chapters/pendahuluan.md"), format!("\u{feff}{fixed}"));
    assert_eq!(sandbox.run(&["check", "--diff"]).status, 0);
}

/// Every kind of entry that a finding can be about has exceptions, and one that is not there
/// is told from one about which nothing is found.
#[test]
fn an_exception_can_name_an_entry_of_every_kind() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "registry/more.toml",
        "[[abbreviation]]\nshort = \"QZX\"\nlong = \"Kuku\"\n\n\
         [[readiness]]\nid = \"aturan\"\nelement = \"struktur\"\naspect = \"Aturan\"\n\
         current = 1\ntarget = 2\n",
    );
    assert_found(&sandbox, &[], &["warning STR024"]);
    let plan = std::fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let except = |rule: &str, entry: &str| {
        let exception = format!(
            "\n[[exception]]\nrule = \"{rule}\"\nentry = \"{entry}\"\nreason = \"Begitu.\"\n"
        );
        sandbox.write("plan.toml", format!("{plan}{exception}"));
        sandbox
            .run(&["check", "--language", "en", "--format", "short"])
            .stdout
    };
    assert_eq!(except("unused-entry", "abbreviation:QZX"), "");
    for (entry, missing) in [
        ("abbreviation:QZX", "abbreviation:QZY"),
        ("readiness:aturan", "readiness:tidak-ada"),
        ("phase:pertama", "phase:kedua"),
        ("volume:master-plan", "volume:buku"),
        ("evaluation:2027-12-01", "evaluation:2027-12-02"),
        ("program:layanan-aduan", "program:layanan"),
        ("goal:layanan-publik", "goal:layanan"),
        ("plan.toml", "rencana.toml"),
    ] {
        let there = except("flat-target", entry);
        assert!(there.contains("any more"), "{there}");
        let gone = except("flat-target", missing);
        assert!(gone.contains("there is no entry"), "{gone}");
    }
}
