//! Broken plans that say themselves what is wrong with them.
//!
//! `tests/fixtures/<group>/<case>` is a folder whose files are laid over the plan
//! that `init` writes. Its programmes and its `plan.toml` say only what tells them from
//! the ones that tests begin with, unless their first line is `# whole`. A line that
//! ends in `#! CODE` (in Markdown `<!--! CODE -->`) expects a finding of that code on
//! that line, and `CODE*3` three of them. So are marked all findings in these files by
//! the rules of the group and by those whose level is fixed. What else is found, since
//! a case is no whole plan, stands in its `others.txt`, which
//! `SNAPSHOTS=overwrite cargo test` renews. A case whose name ends in `@release`
//! is judged as a plan that is to be signed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ambonplan::check::{self, Options};
use ambonplan::finding::Group;
use ambonplan::project::{self, Project};
use ambonplan::source::Role;
use walkdir::WalkDir;

use crate::excerpts::{Files, Filled, merged, template};
use crate::sandbox::{Sandbox, without_placeholders};

/// The folders of all cases.
pub fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut cases: Vec<PathBuf> = WalkDir::new(root)
        .min_depth(2)
        .max_depth(2)
        .into_iter()
        .map(|case| case.unwrap().into_path())
        .collect();
    cases.sort();
    cases
}

#[test]
fn every_fixture_has_exactly_the_findings_that_it_names() {
    let overwrite = std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite");
    let mut failures = Vec::new();
    let mut shown = BTreeSet::new();
    for case in cases() {
        let judged = judge(&case);
        let Judged { marked, found, own } = &judged;
        assert!(!marked.is_empty(), "{case:?} expects nothing");
        let mut others = found.without(marked);
        let mut surplus = others.clone();
        surplus.0.retain(|finding, _| own.contains(finding));
        others.0.retain(|finding, _| !own.contains(finding));
        let missing = marked.without(found);
        if !surplus.is_empty() || !missing.is_empty() {
            failures.push(format!(
                "{}\n  missing: {missing:?}\n  surplus: {surplus:?}",
                case.display()
            ));
        }
        let file = case.join(OTHERS);
        if overwrite {
            let _ = fs::remove_file(&file);
            if !others.is_empty() {
                fs::write(&file, others.lines()).unwrap();
            }
        }
        let known = fs::read_to_string(&file).unwrap_or_default();
        let known: Findings = known.lines().map(str::to_owned).collect();
        if known != others {
            let (missing, surplus) = (known.without(&others), others.without(&known));
            failures.push(format!(
                "{}/{OTHERS}\n  missing: {missing:?}\n  surplus: {surplus:?}",
                case.display()
            ));
        }
        shown.extend(marked.0.keys().map(|finding| finding[..6].to_owned()));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    // What only a file system, a large file or a typesetter can break is tested
    // elsewhere.
    let elsewhere = [
        "STR001", "STR002", "STR003", "STR004", "STR028", "STR038", "STR039", "STR052", "TXT014",
        "TXT049", "TXT059", "TXT060", "PDF001", "PDF002", "PDF003", "PDF004", "PDF005", "PDF006",
        "PDF007",
    ];
    let unshown: Vec<&str> = check::rules()
        .into_iter()
        .map(|rule| rule.code)
        .filter(|code| !shown.contains(*code) && !elsewhere.contains(code))
        .collect();
    assert!(unshown.is_empty(), "rules without a fixture: {unshown:?}");
}

/// The file of a case that lists what else is found.
const OTHERS: &str = "others.txt";

/// Findings as `CODE path:line`, with their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings(BTreeMap<String, usize>);

impl Findings {
    /// Whether there is such a one.
    pub fn has(&self, finding: &str) -> bool {
        self.0.contains_key(finding)
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn without(&self, others: &Self) -> Self {
        let rest = self.0.iter().filter_map(|(finding, count)| {
            let taken = others.0.get(finding).copied().unwrap_or_default();
            let left = count.saturating_sub(taken);
            (left > 0).then(|| (finding.clone(), left))
        });
        Self(rest.collect())
    }

    fn lines(&self) -> String {
        let lines = self.0.iter();
        lines
            .map(|(finding, count)| format!("{finding}\n").repeat(*count))
            .collect()
    }
}

impl FromIterator<String> for Findings {
    fn from_iter<I: IntoIterator<Item = String>>(findings: I) -> Self {
        let mut all = Self::default();
        for finding in findings {
            *all.0.entry(finding).or_default() += 1;
        }
        all
    }
}

/// How a case was judged.
struct Judged {
    /// What its files name.
    marked: Findings,
    /// Everything that was found.
    found: Findings,
    /// What of it is about the case, and has to be marked.
    own: BTreeSet<String>,
}

/// The group of rules that a case is about.
pub fn group(case: &Path) -> Group {
    let group = case.parent().unwrap().file_name().unwrap();
    *Group::ALL.iter().find(|one| one.word() == group).unwrap()
}

/// The plan of a case, judged, and what its files name.
pub fn load(case: &Path) -> (Project, Findings) {
    let sandbox = Sandbox::new();
    let marked = lay(case, &sandbox);
    // Only cases of their own are about the placeholders that other cases are made of.
    let options = Options {
        release: case.to_string_lossy().ends_with("@release"),
        ..if case
            .file_name()
            .unwrap()
            .to_string_lossy()
            .contains("placeholder")
        {
            Options::default()
        } else {
            without_placeholders()
        }
    };
    (project::load(&sandbox.plan(), &options).unwrap(), marked)
}

fn judge(case: &Path) -> Judged {
    let (project, marked) = load(case);
    let group = group(case);
    let mut own = BTreeSet::new();
    let found = project.findings.iter().map(|finding| {
        let place = project.tree.place(finding.span);
        let (place, _) = place.rsplit_once(':').unwrap();
        let line = format!("{} {place}", finding.rule.code);
        let (path, _) = place.rsplit_once(':').unwrap();
        let about = finding.rule.group == group || finding.rule.fixed_level;
        if about && case.join(path).exists() {
            own.insert(line.clone());
        }
        line
    });
    let found = found.collect();
    Judged { marked, found, own }
}

/// Lays the files of a case over a plan; returns the findings that they name.
fn lay(case: &Path, sandbox: &Sandbox) -> Findings {
    // Cases add programmes; which number was the last is no business of theirs.
    let pillar = "pillars/governance/pillar.toml";
    sandbox.edit(pillar, "last-number = 1\n", "last-number = 9\n");
    let mut marked = Vec::new();
    for entry in WalkDir::new(case).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(case).unwrap();
        let path = path.to_string_lossy().replace('\\', "/");
        if !entry.file_type().is_file() || path == OTHERS {
            continue;
        }
        let bytes = fs::read(entry.path()).unwrap();
        let Ok(text) = String::from_utf8(bytes.clone()) else {
            sandbox.write(&path, bytes);
            continue;
        };
        let text = whole(&path, text);
        for (line, number) in text.lines().zip(1..) {
            let Some((_, codes)) = line.split_once("#! ").or(line.split_once("<!--! ")) else {
                continue;
            };
            for code in codes.split("-->").next().unwrap().split(',') {
                let code = code.trim();
                let (code, count) = code.split_once('*').unwrap_or((code, "1"));
                let finding = format!("{code} {path}:{number}");
                marked.extend(vec![finding; count.parse().unwrap()]);
            }
        }
        sandbox.write(&path, text);
    }
    marked.into_iter().collect()
}

/// The whole text of a file of a case.
fn whole(path: &str, text: String) -> String {
    if let Some(text) = text.strip_prefix("# whole\n") {
        return text.to_owned();
    }
    match Role::of(path) {
        Role::Plan | Role::Program { .. } => {
            let known = template(&Files::new(), path);
            merged(&known, &text, Filled::Nothing)
        }
        _ => text,
    }
}

/// Of every fixture: fixing mends what it says, and a second time nothing.
#[test]
fn a_fix_mends_its_finding_and_nothing_is_left_to_fix() {
    let mut fixed = BTreeSet::new();
    for case in cases() {
        let sandbox = Sandbox::new();
        lay(&case, &sandbox);
        let options = Options::default();
        let load = || project::load(&sandbox.plan(), &options).unwrap();
        let before = load();
        for file in before.mended(&options) {
            assert_ne!(file.before, file.after);
            sandbox.write(&file.path, &file.after);
        }
        let after = load();
        assert_eq!(after.mended(&options), [], "{case:?}");
        let count = |project: &project::Project, code: &str| {
            let findings = project.findings.iter();
            findings.filter(|finding| finding.rule.code == code).count()
        };
        for finding in before
            .findings
            .iter()
            .filter(|finding| finding.fix.is_some())
        {
            let code = finding.rule.code;
            assert!(
                count(&after, code) < count(&before, code),
                "{case:?} {code}"
            );
            fixed.insert(code);
        }
    }
    assert_eq!(
        fixed,
        BTreeSet::from([
            "COD001", "STR008", "STR009", "STR011", "STR012", "STR015", "TXT008", "TXT025",
            "TXT027", "TXT030", "TXT031", "TXT032", "TXT035", "TXT036", "TXT038", "TXT039",
            "TXT041", "TXT042", "TXT048", "TXT053", "TXT057",
        ])
    );
}

/// Every example of the specification is read without a complaint about its
/// form: the keys that it shows are the keys that there are.
#[test]
fn the_examples_of_the_file_format_are_well_formed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/file-format.md")).unwrap();
    let mut examples = 0;
    for section in text.split("\n## ").skip(1) {
        let title = section.lines().next().unwrap();
        let path = title
            .trim_matches('`')
            .replace("<pillar>", "governance")
            .replace("<opd>", "diskominfo")
            .replace("<program>", "layanan-aduan")
            .replace("<proposal>", "usulan")
            .replace("<date>", "2027-11-01")
            .replace('*', "contoh");
        let blocks: Vec<&str> = section
            .split("```toml\n")
            .skip(1)
            .filter_map(|block| block.split("\n```").next())
            .collect();
        if blocks.is_empty() || !path.ends_with(".toml") {
            continue;
        }
        examples += 1;
        let sandbox = Sandbox::new();
        if path.starts_with("registry/") {
            fs::remove_file(sandbox.plan().join("registry/rpjmd.toml")).unwrap();
        }
        sandbox.write(&path, blocks.join("\n"));
        let complaints: Vec<String> = sandbox
            .findings()
            .into_iter()
            .filter(|finding| finding.contains(&path))
            .filter(|finding| {
                ["STR007", "STR008", "STR009", "STR010", "STR011"].contains(&&finding[..6])
            })
            .collect();
        assert_eq!(complaints, Vec::<String>::new(), "{title}");
    }
    assert_eq!(examples, 7);
}
