//! Real histories of git, always the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::sandbox::Sandbox;

/// A repository with the plan of a sandbox in `plan/`.
pub struct History {
    pub sandbox: Sandbox,
    /// How many commits were made: each is a day younger than the one before.
    commits: std::cell::Cell<usize>,
}

impl History {
    /// The plan that `init` writes, committed on `main`.
    pub fn new() -> Self {
        let history = Self {
            sandbox: Sandbox::new(),
            commits: 0.into(),
        };
        history.git(&["init", "--quiet", "--initial-branch", "main"]);
        history.commit("Begin the plan");
        history
    }

    /// Runs git in the repository.
    pub fn git(&self, arguments: &[&str]) -> String {
        git(self.sandbox.root(), self.commits.get(), arguments)
    }

    /// Commits everything.
    pub fn commit(&self, message: &str) -> &Self {
        self.commits.set(self.commits.get() + 1);
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", message]);
        self
    }

    /// A clone in a directory of its own, made with other arguments of `git clone`.
    pub fn clone_with(&self, arguments: &[&str]) -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("file://{}", self.sandbox.root().display());
        let mut all = vec!["clone", "--quiet"];
        all.extend(arguments);
        all.extend([url.as_str(), "clone"]);
        git(folder.path(), 0, &all);
        let path = folder.path().join("clone");
        (folder, path)
    }
}

/// Runs git with a fixed author, a fixed day and nobody's own settings.
pub fn git(directory: &Path, day: usize, arguments: &[&str]) -> String {
    let date = format!("2026-03-{:02}T09:00:00+09:00", day + 1);
    let output = Command::new("git")
        .args(arguments)
        .current_dir(directory)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_AUTHOR_NAME", "Tim Penyusun")
        .env("GIT_AUTHOR_EMAIL", "tim@contoh.id")
        .env("GIT_COMMITTER_NAME", "Tim Penyusun")
        .env("GIT_COMMITTER_EMAIL", "tim@contoh.id")
        .env("GIT_AUTHOR_DATE", &date)
        .env("GIT_COMMITTER_DATE", &date)
        .env("GIT_ALLOW_PROTOCOL", "file")
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// All files below a directory with what they hold.
pub fn files(directory: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(directory).sort_by_file_name();
    let entries = entries.into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let bytes = fs::read(entry.path()).unwrap();
            (entry.into_path(), bytes)
        })
        .collect()
}
