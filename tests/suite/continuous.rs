//! The workflows that are ready to copy: what they say is well formed, and their commands
//! run as written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use saphyr::{LoadableYamlNode, Yaml};

use crate::history::{History, git};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples/ci")
        .join(name)
}

/// A merge request: a clone in which `HEAD` is a commit after `main` of its origin.
struct Request {
    _history: History,
    _folder: tempfile::TempDir,
    clone: PathBuf,
    base: String,
}

impl Request {
    fn new() -> Self {
        let history = History::new();
        let (folder, clone) = history.clone_with(&[]);
        git(&clone, 1, &["checkout", "--quiet", "-b", "cabang"]);
        let program = clone.join("plan/opd/diskominfo/programs/layanan-aduan.toml");
        let text = fs::read_to_string(&program).unwrap();
        fs::write(&program, text.replace("150_000_000", "160_000_000")).unwrap();
        git(
            &clone,
            1,
            &["commit", "--quiet", "--all", "--message", "Naikkan"],
        );
        let base = git(&clone, 1, &["rev-parse", "origin/main"])
            .trim()
            .to_owned();
        Self {
            _history: history,
            _folder: folder,
            clone,
            base,
        }
    }

    /// Runs a command of a workflow with the variables that its host sets.
    fn run(&self, command: &str) {
        let program = Path::new(env!("CARGO_BIN_EXE_ambonplan"));
        let path = std::env::var("PATH").unwrap();
        let path = format!("{}:{path}", program.parent().unwrap().display());
        let output = Command::new("sh")
            .args(["-euc", command])
            .current_dir(&self.clone)
            .env("PATH", path)
            .env("GITHUB_BASE_REF", "main")
            .env("CI_MERGE_REQUEST_DIFF_BASE_SHA", &self.base)
            .output()
            .unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}: {error}");
    }

    fn assert_has(&self, file: &str, text: &str) {
        let bytes = fs::read(self.clone.join(file)).unwrap();
        let found = String::from_utf8_lossy(&bytes).into_owned();
        assert!(found.contains(text), "{file}: {found}");
    }
}

fn parsed(text: &str) -> Yaml<'_> {
    let mut documents = Yaml::load_from_str(text).unwrap();
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

fn keys<'y>(yaml: &'y Yaml<'_>) -> Vec<&'y str> {
    let mapping = yaml.as_mapping().unwrap();
    mapping.keys().map(|key| key.as_str().unwrap()).collect()
}

fn item<'y, 't>(yaml: &'y Yaml<'t>, key: &str) -> &'y Yaml<'t> {
    yaml.as_mapping_get(key)
        .unwrap_or_else(|| panic!("no {key}"))
}

#[test]
fn the_workflow_for_github_is_well_formed_and_runs() {
    let text = fs::read_to_string(example("github.yml")).unwrap();
    let workflow = parsed(&text);
    assert_eq!(
        keys(&workflow),
        ["name", "on", "permissions", "concurrency", "env", "jobs"]
    );
    let job = item(item(&workflow, "jobs"), "plan");
    assert_eq!(keys(job), ["runs-on", "permissions", "steps"]);
    let request = Request::new();
    let mut ran = 0;
    for step in item(job, "steps").as_vec().unwrap() {
        let keys = keys(step);
        let known = ["name", "id", "if", "uses", "with", "env", "run"];
        assert!(keys.iter().all(|key| known.contains(key)), "{keys:?}");
        assert!(keys.contains(&"name"));
        assert_ne!(keys.contains(&"uses"), keys.contains(&"run"), "{keys:?}");
        if let Some(action) = step.as_mapping_get("uses") {
            let (_, version) = action.as_str().unwrap().split_once('@').unwrap();
            assert!(version.starts_with('v'), "{version}");
        }
        let command = step.as_mapping_get("run").and_then(Yaml::as_str);
        if let Some(command) = command.filter(|command| command.starts_with("ambonplan")) {
            // What is in an expression is put into the text before a shell sees it.
            assert!(!command.contains("${{"), "{command}");
            request.run(command);
            ran += 1;
        }
    }
    assert_eq!(ran, 4);
    request.assert_has("changes.md", "`budget-raised`");
    request.assert_has("build/master-plan.pdf", "%PDF");
}

#[test]
fn the_pipeline_for_gitlab_is_well_formed_and_runs() {
    let text = fs::read_to_string(example("gitlab-ci.yml")).unwrap();
    let pipeline = parsed(&text);
    assert_eq!(
        keys(&pipeline),
        ["workflow", "default", "variables", "check", "build", "diff"]
    );
    let request = Request::new();
    let mut ran = 0;
    for name in ["check", "build", "diff"] {
        let job = item(&pipeline, name);
        let known = ["rules", "script", "cache", "artifacts"];
        assert!(
            keys(job).iter().all(|key| known.contains(key)),
            "{:?}",
            keys(job)
        );
        for command in item(job, "script").as_vec().unwrap() {
            // A colon followed by a space would make a mapping of a command.
            let command = command.as_str().unwrap();
            if command.starts_with("ambonplan") {
                request.run(command);
                ran += 1;
            }
        }
    }
    assert_eq!(ran, 4);
    request.assert_has("findings.json", "[");
    request.assert_has("changes.md", "`budget-raised`");
    request.assert_has("build/master-plan.pdf", "%PDF");
}

#[test]
fn the_image_is_built_with_the_compiler_that_the_program_needs() {
    let image = fs::read_to_string(example("Containerfile")).unwrap();
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest = fs::read_to_string(manifest).unwrap();
    let needed = manifest
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "));
    let needed = needed.unwrap().trim_matches('"');
    assert!(image.contains(&format!("library/rust:{needed}-slim AS build")));
    assert!(image.contains("COPY --from=build /opt/ambonplan/bin/ambonplan"));
}
