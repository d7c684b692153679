//! The forms in which findings are written, as their readers take them.

use std::fs;
use std::path::Path;

use serde_json::Value;
use snapbox::{IntoData, assert_data_eq, str};

use crate::sandbox::{Run, Sandbox};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// A plan with an error that has another end, a warning with a fix, and names
/// that need escaping.
fn broken() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "end = 2027-06-30", "end = 2025-06-30");
    sandbox.edit(PROGRAM, "title = \"Layanan", "title = \"Layanan <& 'satu'>");
    sandbox.write(
        "chapters/dua kata.md",
        "# Bab \u{1b}[31m\n\nSebesar 12.5% dan 1,250,000,000.\n",
    );
    sandbox
}

fn written(sandbox: &Sandbox, format: &str) -> Run {
    sandbox.run(&["check", "--language", "en", "--format", format])
}

fn parsed(sandbox: &Sandbox, format: &str) -> Value {
    serde_json::from_str(&written(sandbox, format).stdout).unwrap()
}

fn assert_valid(schema: &Value, document: &Value) {
    let validator = jsonschema::validator_for(schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn sarif_follows_the_official_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/sarif-2.1.0.json");
    // The pattern for languages has a stray bracket, which strict readers of
    // regular expressions refuse; logs of this tool name no language.
    let text = fs::read_to_string(path).unwrap();
    let text = text.replace("{2}]?$", "{2}$");
    let schema: Value = serde_json::from_str(&text).unwrap();
    for sandbox in [broken(), Sandbox::new()] {
        assert_valid(&schema, &parsed(&sandbox, "sarif"));
    }
    let log = parsed(&broken(), "sarif");
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 4, "{results:?}");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        let rule = rules.iter().find(|rule| rule["id"] == result["ruleId"]);
        let help = rule.unwrap()["help"]["text"].as_str().unwrap();
        assert!(!help.is_empty());
    }
    let numbers: Vec<&Value> = results
        .iter()
        .filter(|result| result["ruleId"] == "TXT008")
        .collect();
    assert_eq!(numbers.len(), 2);
    let location = &numbers[0]["locations"][0]["physicalLocation"];
    assert_eq!(
        location["artifactLocation"]["uri"],
        "plan/chapters/dua%20kata.md"
    );
    let change = &numbers[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], "12,5");
    assert_eq!(change["deletedRegion"], location["region"]);
}

#[test]
fn json_follows_the_schema_that_the_tool_prints() {
    let sandbox = broken();
    let schema = sandbox.run(&["schema", "findings"]);
    let schema: Value = serde_json::from_str(&schema.stdout).unwrap();
    assert_valid(&schema, &parsed(&sandbox, "json"));
    assert_valid(&schema, &parsed(&Sandbox::new(), "json"));
    let document = parsed(&sandbox, "json");
    let findings = document["findings"].as_array().unwrap();
    let ended = findings.iter().find(|finding| finding["code"] == "TIM001");
    assert_eq!(ended.unwrap()["related"][0]["line"], 6);
}

#[test]
fn gitlab_takes_the_report() {
    let sandbox = broken();
    let report = parsed(&sandbox, "gitlab");
    let entries = report.as_array().unwrap();
    let mut fingerprints: Vec<&str> = Vec::new();
    for entry in entries {
        assert!(
            entry["description"]
                .as_str()
                .is_some_and(|text| !text.is_empty())
        );
        let severity = entry["severity"].as_str().unwrap();
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity));
        let path = entry["location"]["path"].as_str().unwrap();
        assert!(sandbox.root().join(path).exists(), "{path}");
        assert!(
            entry["location"]["lines"]["begin"]
                .as_u64()
                .is_some_and(|line| line > 0)
        );
        fingerprints.push(entry["fingerprint"].as_str().unwrap());
    }
    let count = fingerprints.len();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), count, "fingerprints collide");
    assert_eq!(parsed(&Sandbox::new(), "gitlab"), Value::Array(Vec::new()));
}

#[test]
fn fingerprints_stay_when_other_lines_and_the_language_change() {
    let sandbox = broken();
    let fingerprints = |sandbox: &Sandbox, language: &str| -> Vec<String> {
        let run = sandbox.run(&["check", "--language", language, "--format", "gitlab"]);
        let report: Value = serde_json::from_str(&run.stdout).unwrap();
        let entries = report.as_array().unwrap();
        let all = entries.iter().map(|entry| entry["fingerprint"].to_string());
        all.collect()
    };
    let before = fingerprints(&sandbox, "en");
    sandbox.edit(
        "chapters/dua kata.md",
        "\n\nSebesar",
        "\n\nSatu alinea lagi.\n\nSebesar",
    );
    assert_eq!(fingerprints(&sandbox, "id"), before);
}

#[test]
fn build_servers_read_the_report_of_tests() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "goal:layanan-publik", "goal:layanan-pubik");
    sandbox.edit(PROGRAM, "title = \"Layanan", "title = \"Layanan <& 'satu'>");
    sandbox.write(
        "chapters/dua kata.md",
        "# Bab\n\nSebesar 12.5% dan \u{1b}.\n",
    );
    assert_data_eq!(
        written(&sandbox, "junit").stdout,
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ambonplan check" tests="5" failures="2" errors="0">
  <testsuite name="plan/chapters/dua kata.md" tests="4" failures="1" errors="0" skipped="3">
    <testcase name="STR026 unused-chapter 1:1" classname="plan/chapters/dua kata.md">
      <skipped type="warning" message="the chapter `dua-kata` stands in no volume">plan/chapters/dua kata.md:1:1: the chapter `dua-kata` stands in no volume
add &quot;chapter:dua-kata&quot; to a `[[volume]]` in plan.toml, or remove the chapter</skipped>
    </testcase>
    <testcase name="STR046 misnamed-file 1:1" classname="plan/chapters/dua kata.md">
      <failure type="error" message="`dua kata.md` has blanks, underscores or letters that an id cannot have; only lower-case letters, digits and hyphens">plan/chapters/dua kata.md:1:1: `dua kata.md` has blanks, underscores or letters that an id cannot have; only lower-case letters, digits and hyphens
rename the file to `dua-kata.md`</failure>
    </testcase>
    <testcase name="TXT008 english-number 3:9" classname="plan/chapters/dua kata.md">
      <skipped type="warning" message="“12.5” is written in English style">plan/chapters/dua kata.md:3:9: “12.5” is written in English style
in Indonesian it is “12,5”</skipped>
    </testcase>
    <testcase name="TXT031 stray-character 3:19" classname="plan/chapters/dua kata.md">
      <skipped type="warning" message="U+001B is a control character; it is printed as �">plan/chapters/dua kata.md:3:19: U+001B is a control character; it is printed as �
delete it, or write what should stand there</skipped>
    </testcase>
  </testsuite>
  <testsuite name="plan/opd/diskominfo/programs/layanan-aduan.toml" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="STR015 unknown-reference 11:13" classname="plan/opd/diskominfo/programs/layanan-aduan.toml">
      <failure type="error" message="there is no goal `layanan-pubik`">plan/opd/diskominfo/programs/layanan-aduan.toml:11:13: there is no goal `layanan-pubik`
did you mean `layanan-publik`?</failure>
    </testcase>
  </testsuite>
</testsuites>

"#]]
        .raw()
    );
    // A plan without a finding is a case that passed.
    assert_data_eq!(
        written(&Sandbox::new(), "junit").stdout,
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ambonplan check" tests="1" failures="0" errors="0">
  <testsuite name="plan" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="check" classname="plan"/>
  </testsuite>
</testsuites>

"#]]
        .raw()
    );
}

/// What the schema of the Jenkins plugin xUnit asks of a suite, and what readers ask that
/// show one case of a name.
#[test]
fn every_suite_counts_its_cases_and_names_them_apart() {
    let empty = Sandbox::new();
    empty.write("opd/diskominfo/programs/kosong.toml", "");
    empty.write("opd/diskominfo/programs/lain.toml", "");
    for (sandbox, failed) in [(empty, true), (broken(), true), (Sandbox::new(), false)] {
        let report = written(&sandbox, "junit").stdout;
        assert!(!report.contains('\u{1b}'), "{report}");
        let document = roxmltree::Document::parse(&report).unwrap();
        let count = |node: roxmltree::Node, name: &str| -> usize {
            let all = node.descendants();
            all.filter(|one| one.has_tag_name(name)).count()
        };
        let stated = |node: roxmltree::Node, name: &str| -> usize {
            node.attribute(name).unwrap().parse().unwrap()
        };
        let root = document.root_element();
        let (mut cases, mut failures) = (0, 0);
        let mut names = std::collections::BTreeSet::new();
        for suite in root.children().filter(roxmltree::Node::is_element) {
            assert_eq!(suite.tag_name().name(), "testsuite");
            assert_eq!(stated(suite, "tests"), count(suite, "testcase"));
            assert_eq!(stated(suite, "failures"), count(suite, "failure"));
            assert_eq!(stated(suite, "skipped"), count(suite, "skipped"));
            assert_eq!(stated(suite, "errors"), 0);
            assert!(names.insert((suite.attribute("name"), None)));
            cases += stated(suite, "tests");
            failures += stated(suite, "failures");
            for case in suite.children().filter(roxmltree::Node::is_element) {
                let name = (case.attribute("classname"), case.attribute("name"));
                assert!(names.insert(name), "{name:?} in {report}");
            }
        }
        assert_eq!(
            (stated(root, "tests"), stated(root, "failures")),
            (cases, failures)
        );
        assert_eq!(stated(root, "errors"), 0);
        assert_eq!(failures > 0, failed);
        let run = written(&sandbox, "json").stdout;
        let json: Value = serde_json::from_str(&run).unwrap();
        assert_eq!(json["errors"], failures);
    }
}

/// A place is one of the file, however much of its line is shown.
#[test]
fn a_place_in_a_long_line_is_the_same_in_every_form() {
    let sandbox = Sandbox::new();
    let words = "kata ".repeat(80);
    sandbox.write(
        "chapters/pendahuluan.md",
        format!("# Bab\n\n{words} 12.5% dan 13.5%.\n"),
    );
    for column in [402, 412] {
        let place = format!("plan/chapters/pendahuluan.md:3:{column}");
        for format in ["human", "short"] {
            let run = written(&sandbox, format);
            assert!(
                run.stdout.contains(&place),
                "{format}: {place}\n{}",
                run.stdout
            );
        }
    }
}

/// Nothing that a plan says moves the cursor of a terminal or ends a command.
#[test]
fn control_characters_are_shown_and_not_obeyed() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        PROGRAM,
        "summary = ",
        "\"sala\\u001b[31mh\\u202e\\u0007\" = 1\nsummary = ",
    );
    #[cfg(unix)]
    sandbox.write("chapters/a\u{1b}[31mb.md", "# Bab\n");
    for format in [
        "human", "short", "github", "json", "junit", "gitlab", "sarif",
    ] {
        let run = written(&sandbox, format);
        let control = |c: char| c.is_control() && c != '\n';
        assert!(!run.stdout.contains(control), "{format}: {:?}", run.stdout);
        assert!(run.stdout.contains("sala"), "{format}: {:?}", run.stdout);
    }
    let short = written(&sandbox, "short").stdout;
    assert!(short.contains("sala␛[31mh\u{fffd}␇"), "{short}");
}

#[test]
fn every_schema_is_written_at_once() {
    let sandbox = Sandbox::empty();
    let run = sandbox.run(&["schema", "--all", "skema"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("skema/program.json"), "{}", run.stdout);
    let findings = fs::read_to_string(sandbox.root().join("skema/findings.json")).unwrap();
    assert_eq!(findings, sandbox.run(&["schema", "findings"]).stdout);
}

/// Both ends of a contradiction are shown.
#[test]
fn verdicts_show_what_they_rest_on() {
    let related = |sandbox: &Sandbox, code: &str| -> Vec<(String, u64)> {
        let document = parsed(sandbox, "json");
        let findings = document["findings"].as_array().unwrap();
        let found = findings.iter().find(|finding| finding["code"] == code);
        let related = found.unwrap()["related"].as_array().unwrap();
        let place = |one: &Value| {
            let file = one["file"].as_str().unwrap();
            (file.to_owned(), one["line"].as_u64().unwrap())
        };
        related.iter().map(place).collect()
    };
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "supports =", "total = 5\nsupports =");
    assert_eq!(
        related(&sandbox, "MON001"),
        [(format!("plan/{PROGRAM}"), 26)]
    );
    let sandbox = Sandbox::new();
    let plan = "plan/plan.toml".to_owned();
    sandbox.edit("plan.toml", "date = 2026-11-24", "date = 2028-03-01");
    // What is customary stands nowhere.
    assert_eq!(related(&sandbox, "EVA001"), []);
    let policy = "[policy]\nevaluation-months = 12\n\n[[phase]]";
    sandbox.edit("plan.toml", "[[phase]]", policy);
    assert_eq!(related(&sandbox, "EVA001"), [(plan.clone(), 11)]);
    sandbox.edit("plan.toml", "date = 2028-03-01", "date = 2026-11-24");
    assert_eq!(related(&sandbox, "EVA004"), [(plan, 4)]);
}

#[test]
fn as_many_findings_are_written_as_asked_for() {
    let run = broken().run(&[
        "check",
        "--language",
        "en",
        "--format",
        "short",
        "--max-findings",
        "1",
    ]);
    assert_eq!((run.status, run.stdout.lines().count()), (1, 1));
    assert!(
        run.stderr.contains("more; `--max-findings`"),
        "{}",
        run.stderr
    );
}

/// Every file of both plans in this repository follows its schema, and every
/// key is described in both languages.
#[test]
fn the_shipped_plans_follow_the_schemas() {
    use ambonplan::model::shape::FileKind;
    use ambonplan::source::Role;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut validated = 0;
    for kind in FileKind::ALL {
        let schema = serde_json::to_value(ambonplan::schema::schema(*kind)).unwrap();
        assert!(!schema.to_string().contains("oneOf"));
        assert_described(&schema, kind.word());
        for plan in ["plan", "examples/kota-teladan"] {
            for entry in walkdir::WalkDir::new(root.join(plan)) {
                let path = entry.unwrap().into_path();
                let relative = path.strip_prefix(root.join(plan)).unwrap();
                let relative = relative.to_string_lossy().replace('\\', "/");
                if FileKind::of(&Role::of(&relative)) != Some(*kind) {
                    continue;
                }
                let text = fs::read_to_string(&path).unwrap();
                let document = json(toml::from_str(&text).unwrap());
                assert_valid(&schema, &document);
                validated += 1;
            }
        }
    }
    assert!(validated > 130, "{validated}");
    // A schema that takes anything would pass as well.
    let schema = serde_json::to_value(ambonplan::schema::schema(FileKind::Pillar)).unwrap();
    let wrong = serde_json::json!({ "name": "A", "code": "A", "order": "1", "kode": "A" });
    let errors = jsonschema::validator_for(&schema).unwrap();
    assert_eq!(errors.iter_errors(&wrong).count(), 3);
}

/// TOML as the editors' validators see it: dates are text.
pub fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => table
            .into_iter()
            .map(|(key, value)| (key, json(value)))
            .collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

fn assert_described(schema: &Value, place: &str) {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        if let Some(items) = schema.get("items") {
            assert_described(items, place);
        }
        return;
    };
    for (key, property) in properties {
        let text = property["description"].as_str().unwrap_or_default();
        assert_eq!(text.split("\n\n").count(), 2, "{place}.{key}: {text}");
        assert_described(property, &format!("{place}.{key}"));
    }
}
