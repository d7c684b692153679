//! Plans of a size that no city has yet.

use crate::generator;
use crate::sandbox::Sandbox;

fn generated(programs: usize) -> Sandbox {
    let sandbox = Sandbox::empty();
    generator::write(&sandbox.plan(), generator::plan(programs));
    sandbox
}

#[test]
fn a_generated_plan_breaks_no_rule() {
    assert_eq!(generated(300).findings(), Vec::<String>::new());
    assert_eq!(generator::plan(60), generator::plan(60));
}

/// Every mistake in a flawed plan has its finding, and only it.
#[test]
fn the_mistakes_of_a_flawed_plan_are_told() {
    let sandbox = Sandbox::empty();
    generator::write(&sandbox.plan(), generator::flawed(300));
    let mut codes: Vec<String> = sandbox
        .findings()
        .iter()
        .map(|finding| finding[..6].to_owned())
        .collect();
    codes.sort();
    let count = |code: &str| codes.iter().filter(|one| *one == code).count();
    let mistakes = ["MON001", "STR008", "STR009", "STR015"].map(count);
    assert_eq!(mistakes, [30; 4]);
    assert_eq!(count("TXT008"), 15);
    assert_eq!(codes.len(), 4 * 30 + 15, "{codes:?}");
}

/// One mistake in a thousand programmes is found among them, and ten thousand
/// mistakes are all told.
#[test]
fn every_finding_of_a_large_plan_is_told() {
    let sandbox = generated(1_000);
    let path = "opd/opd-7/programs/program-7.toml";
    sandbox.edit(path, "goal:tujuan-7", "goal:tujuan-77");
    let findings = sandbox.findings();
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].starts_with(&format!("STR015 {path}:")));

    let lines: String = (0..10_000)
        .map(|key| format!("kunci-{key} = 1\n"))
        .collect();
    let text = std::fs::read_to_string(sandbox.plan().join(path)).unwrap();
    sandbox.write(path, format!("{lines}{text}"));
    for format in [
        "human", "short", "json", "github", "gitlab", "sarif", "junit",
    ] {
        let run = sandbox.run(&["check", "--all", "--format", format]);
        assert_eq!(run.status, 1, "{format}");
        assert!(run.stdout.contains("kunci-0`") && run.stdout.contains("kunci-9999`"));
    }
    let run = sandbox.run(&["check", "--format", "short"]);
    assert_eq!(run.stdout.lines().count(), 10_001);
}

/// Each wrong reference gets its own proposal, and a knot of programmes that all
/// wait for each other one finding.
#[test]
fn what_is_wrong_in_every_programme_is_told_of_each_or_once() {
    let dependent = |on: &dyn Fn(usize) -> String| {
        let sandbox = Sandbox::empty();
        for (path, text) in generator::plan(300) {
            let number = path.split("/program-").nth(1);
            let number = number.and_then(|rest| rest.strip_suffix(".toml"));
            let text = match number.map(|number| number.parse::<usize>().unwrap()) {
                Some(number) => {
                    let lines = text.lines();
                    let lines = lines.filter(|line| !line.starts_with("depends-on"));
                    let text: Vec<&str> = lines.collect();
                    let text = text.join("\n");
                    text.replace("\nstatus", &format!("\n{}\nstatus", on(number)))
                }
                None => text,
            };
            sandbox.write(&path, text);
        }
        sandbox.run(&["check", "--language", "en", "--format", "short"])
    };
    let run = dependent(&|number| format!("depends-on = [\"progarm-{number}\"]"));
    assert_eq!(run.stdout.lines().count(), 300);
    for number in [0, 7, 299] {
        let proposal = format!("did you mean `program-{number}`?");
        assert!(run.stdout.contains(&proposal), "{proposal}");
    }
    let run = dependent(&|number| {
        format!(
            "depends-on = [\"program-{}\", \"program-0\"]",
            (number + 299) % 300
        )
    });
    let cycles: Vec<&str> = run
        .stdout
        .lines()
        .filter(|line| line.contains("STR020"))
        .collect();
    assert_eq!(cycles.len(), 2, "{cycles:?}");
    assert!(cycles[0].contains("program-0 → program-299 → program-0"));
    assert!(cycles[1].contains("`program-0` waits for itself"));
}
