//! Plans of a size that no city has yet.

use crate::generator;
use crate::sandbox::Sandbox;

fn generated(programs: usize) -> Sandbox {
    let sandbox = Sandbox::empty();
    for (path, text) in generator::plan(programs) {
        sandbox.write(&path, text);
    }
    sandbox
}

#[test]
fn a_generated_plan_breaks_no_rule() {
    assert_eq!(generated(300).findings(), Vec::<String>::new());
    assert_eq!(generator::plan(60), generator::plan(60));
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
        let run = sandbox.run(&["check", "--format", format]);
        assert_eq!(run.status, 1, "{format}");
        assert!(run.stdout.contains("kunci-0`") && run.stdout.contains("kunci-9999`"));
    }
    let run = sandbox.run(&["check", "--format", "short"]);
    assert_eq!(run.stdout.lines().count(), 10_001);
}
