//! What hosts of repositories are told: paths of the repository, fingerprints that tell
//! plans apart, and what they show of many findings.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use snapbox::{IntoData, assert_data_eq, str};

use crate::history::git;
use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// A plan with an error and a warning, in `kota/plan` below the root.
fn city() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "goal:layanan-publik", "goal:layanan-pubik");
    sandbox.edit("opd/diskominfo/opd.toml", "date = 2026-11-24\n", "");
    fs::create_dir(sandbox.root().join("kota")).unwrap();
    fs::rename(sandbox.plan(), sandbox.root().join("kota/plan")).unwrap();
    sandbox
}

/// What `check` prints in a directory, with variables of a host.
fn checked(directory: &Path, plan: &str, format: &str, variables: &[(&str, &Path)]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .args([
            "check",
            "--language",
            "en",
            "--plan",
            plan,
            "--format",
            format,
        ])
        .current_dir(directory)
        .env_remove("GITHUB_WORKSPACE")
        .env_remove("GITHUB_STEP_SUMMARY")
        .env_remove("CI_PROJECT_DIR")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{error}");
    String::from_utf8(output.stdout).unwrap()
}

/// The paths in a report.
fn paths(format: &str, report: &str) -> BTreeSet<String> {
    let json = || serde_json::from_str::<Value>(report).unwrap();
    let texts = |values: Vec<Value>| -> BTreeSet<String> {
        let texts = values
            .iter()
            .map(|value| value.as_str().unwrap().to_owned());
        texts.collect()
    };
    match format {
        "gitlab" => {
            let entries = json().as_array().unwrap().clone();
            texts(
                entries
                    .iter()
                    .map(|entry| entry["location"]["path"].clone())
                    .collect(),
            )
        }
        "sarif" => {
            let results = json()["runs"][0]["results"].as_array().unwrap().clone();
            let place = |result: &Value| {
                let place = &result["locations"][0]["physicalLocation"];
                place["artifactLocation"]["uri"].clone()
            };
            texts(results.iter().map(place).collect())
        }
        "junit" => {
            let document = roxmltree::Document::parse(report).unwrap();
            let cases = document
                .descendants()
                .filter(|node| node.has_tag_name("testcase"));
            cases
                .map(|case| case.attribute("classname").unwrap().to_owned())
                .collect()
        }
        _ => {
            let places = report.lines().filter_map(|line| {
                let line = line.strip_prefix("::")?.split_once(" file=")?.1;
                Some(line.split(',').next()?.to_owned())
            });
            places.collect()
        }
    }
}

const FORMATS: [&str; 4] = ["gitlab", "github", "sarif", "junit"];

#[test]
fn paths_are_those_of_the_repository_however_the_plan_is_named() {
    let sandbox = city();
    let root = sandbox.root();
    let absolute = root.join("kota/plan");
    let absolute = absolute.to_str().unwrap();
    let slash = format!("{absolute}/");
    let asked = [
        ("", "kota/plan"),
        ("", "kota/plan/"),
        ("", "./kota/plan"),
        ("", "kota//plan/."),
        ("", "kota/../kota/plan"),
        ("", absolute),
        ("", slash.as_str()),
        ("kota", "plan"),
        ("kota", "plan/"),
        ("kota", "./plan"),
        ("kota", absolute),
        ("kota/plan", "."),
        ("kota/plan/opd", ".."),
    ];
    let wanted = BTreeSet::from([
        "kota/plan/opd/diskominfo/opd.toml".to_owned(),
        format!("kota/plan/{PROGRAM}"),
    ]);
    let same = |variables: &[(&str, &Path)]| {
        for format in FORMATS {
            let first = checked(root, "kota/plan", format, variables);
            assert_eq!(paths(format, &first), wanted, "{first}");
            for (directory, plan) in asked {
                let report = checked(&root.join(directory), plan, format, variables);
                assert_eq!(report, first, "{plan} in {directory}");
            }
        }
    };
    // What the host says, whether it is git or not.
    for variable in ["CI_PROJECT_DIR", "GITHUB_WORKSPACE"] {
        same(&[(variable, root)]);
    }
    // The root of the work tree, also if the host means another repository.
    git(root, 1, &["init", "--quiet"]);
    same(&[]);
    let elsewhere = tempfile::tempdir().unwrap();
    same(&[("CI_PROJECT_DIR", elsewhere.path())]);
    // A host that names a directory above the repository knows it better.
    let report = checked(
        &root.join("kota"),
        "plan",
        "gitlab",
        &[("CI_PROJECT_DIR", &root.join("kota"))],
    );
    assert!(paths("gitlab", &report).contains(&format!("plan/{PROGRAM}")));
}

#[test]
fn paths_outside_of_a_repository_are_seen_from_the_current_directory() {
    let sandbox = city();
    let root = sandbox.root();
    fs::create_dir(root.join("lain")).unwrap();
    let absolute = root.join("kota/plan");
    for (directory, plan, prefix) in [
        ("", "kota/plan/", "kota/plan/"),
        ("", "./kota/plan", "kota/plan/"),
        ("kota", "plan", "plan/"),
        ("kota/plan", ".", ""),
        ("lain", "../kota/plan", "../kota/plan/"),
        ("lain", absolute.to_str().unwrap(), "../kota/plan/"),
        ("kota", absolute.to_str().unwrap(), "plan/"),
    ] {
        for format in FORMATS {
            let report = checked(&root.join(directory), plan, format, &[]);
            let wanted = BTreeSet::from([
                format!("{prefix}opd/diskominfo/opd.toml"),
                format!("{prefix}{PROGRAM}"),
            ]);
            assert_eq!(
                paths(format, &report),
                wanted,
                "{format}: {plan} in {directory}"
            );
        }
    }
}

#[test]
fn two_plans_of_a_repository_have_no_fingerprint_in_common() {
    let sandbox = city();
    let root = sandbox.root();
    git(root, 1, &["init", "--quiet"]);
    let fingerprints = |directory: &str, plan: &str, format: &str| -> BTreeSet<String> {
        let report = checked(&root.join(directory), plan, format, &[]);
        let report: Value = serde_json::from_str(&report).unwrap();
        let entries = report.as_array().or_else(|| report["findings"].as_array());
        let entries = entries.unwrap().iter();
        entries
            .map(|entry| entry["fingerprint"].to_string())
            .collect()
    };
    let first = fingerprints("", "kota/plan", "gitlab");
    assert_eq!(first.len(), 2);
    for (directory, plan) in [("", "kota/plan/"), ("kota", "./plan"), ("kota/plan", ".")] {
        for format in ["gitlab", "json"] {
            assert_eq!(
                fingerprints(directory, plan, format),
                first,
                "{plan} in {directory}"
            );
        }
    }
    fs::rename(root.join("kota"), root.join("desa")).unwrap();
    assert!(fingerprints("", "desa/plan", "gitlab").is_disjoint(&first));
}

/// A plan with more errors in one file than GitHub shows, one in another, and many
/// warnings.
fn crowded() -> Sandbox {
    let sandbox = Sandbox::new();
    let keys: String = (0..20).map(|key| format!("kunci-{key:02} = 1\n")).collect();
    let path = sandbox.plan().join("opd/diskominfo/opd.toml");
    let text = fs::read_to_string(path).unwrap();
    sandbox.write("opd/diskominfo/opd.toml", format!("{keys}{text}"));
    sandbox.edit(PROGRAM, "goal:layanan-publik", "goal:layanan-pubik");
    let slips = "Sebesar 12.5% saja.\n\n".repeat(13);
    sandbox.write("chapters/pendahuluan.md", format!("# Bab\n\n{slips}"));
    sandbox
}

#[test]
fn what_github_does_not_show_is_said_and_stands_in_the_log() {
    let sandbox = crowded();
    let report = checked(sandbox.root(), "plan", "github", &[]);
    let (readable, commands) = report.rsplit_once("::\n::error").unwrap();
    let commands = format!("::error{commands}");
    let shown = |word: &str| {
        let lines = commands.lines();
        lines
            .filter(|line| line.starts_with(&format!("::{word} ")))
            .count()
    };
    assert_eq!(
        (shown("error"), shown("warning"), shown("notice")),
        (10, 10, 1)
    );
    // One file does not keep others from being seen.
    assert!(paths("github", &commands).contains(&format!("plan/{PROGRAM}")));
    for excerpt in [
        "1 | kunci-00 = 1",
        "20 | kunci-19 = 1",
        "27 | Sebesar 12.5% saja.",
    ] {
        assert!(readable.contains(excerpt), "{readable}");
    }
    assert_data_eq!(
        commands.lines().last().unwrap(),
        str![
            "::notice title=ambonplan::not shown beside the files: 11 errors, 3 warnings. GitHub shows ten errors and ten warnings of a step there; the log of the step has all"
        ]
    );
}

/// Between the two lines GitHub heeds no command, whatever a plan says.
#[test]
fn nothing_in_the_readable_report_is_a_command() {
    let sandbox = city();
    fs::rename(sandbox.root().join("kota/plan"), sandbox.plan()).unwrap();
    sandbox.edit(
        PROGRAM,
        "goal:layanan-pubik",
        "goal:x\\n::set-env name=A::b\\n##[error]",
    );
    let report = checked(sandbox.root(), "plan", "github", &[]);
    let first = report.lines().next().unwrap();
    let word = first.strip_prefix("::stop-commands::").unwrap();
    assert!(
        word.len() == 32 && report.matches(word).count() == 2,
        "{report}"
    );
    let (_, commands) = report.split_once(&format!("\n::{word}::\n")).unwrap();
    for line in commands.lines() {
        let is_known = ["::error file=", "::warning file="];
        assert!(
            is_known.iter().any(|begin| line.starts_with(begin)),
            "{line}"
        );
    }
}

#[test]
fn the_summary_of_a_job_has_the_findings() {
    let sandbox = city();
    fs::rename(sandbox.root().join("kota/plan"), sandbox.plan()).unwrap();
    sandbox.edit(PROGRAM, "goal:layanan-pubik", "goal:a|<b>");
    let page = sandbox.root().join("summary.md");
    fs::write(&page, "# Langkah lain\n").unwrap();
    checked(
        sandbox.root(),
        "plan",
        "github",
        &[("GITHUB_STEP_SUMMARY", &page)],
    );
    assert_data_eq!(
        fs::read_to_string(&page).unwrap(),
        str![[r#"
# Langkah lain
## ambonplan check

**1 error, 1 warning**

| | | | |
|---|---|---|---|
| error | STR015 unknown-reference | plan/opd/diskominfo/programs/layanan-aduan.toml:11:13 | there is no goal \`a\|&lt;b\>\`; known: layanan-publik |
| warning | PEO006 undated-signature | plan/opd/diskominfo/opd.toml:11:10 | nobody knows when the head of Diskominfo signed; add \`date\` to \`\[commitment\]\` |

"#]]
        .raw()
    );
    // Only for GitHub.
    checked(
        sandbox.root(),
        "plan",
        "gitlab",
        &[("GITHUB_STEP_SUMMARY", &page)],
    );
    let text = fs::read_to_string(&page).unwrap();
    assert_eq!(text.matches("## ambonplan check").count(), 1);
}
