//! Temporary plans, the binary, and what is in a PDF.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ambonplan::check::Options;
use ambonplan::scaffold;
use jiff::civil::date;
use tempfile::TempDir;

/// A temporary directory with a plan in `plan/`.
pub struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    /// An empty directory.
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// The plan that `init` writes, as of a fixed day.
    pub fn new() -> Self {
        let sandbox = Self::empty();
        for file in scaffold::plan(date(2026, 11, 24)) {
            sandbox.write(&file.path, file.text);
        }
        sandbox
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn plan(&self) -> PathBuf {
        self.root().join("plan")
    }

    /// Writes a file of the plan.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.plan().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Replaces a part of a file of the plan, which must be there.
    pub fn edit(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = fs::read_to_string(self.plan().join(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, text.replace(from, to))
    }

    /// Runs the binary in the directory that holds the plan.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
            .args(arguments)
            .current_dir(self.root())
            .env_remove("GITHUB_ACTIONS")
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        Run::new(output)
    }

    /// Builds the plan and returns the PDF.
    pub fn build(&self, arguments: &[&str]) -> Book {
        let mut all = vec!["build", "-o", "out.pdf"];
        all.extend(arguments);
        let run = self.run(&all);
        assert_eq!(run.status, 0, "{}", run.stderr);
        Book::open(&self.root().join("out.pdf"))
    }

    /// Codes and places of all findings: `STR009 plan.toml:4:1`.
    pub fn findings(&self) -> Vec<String> {
        let project = ambonplan::project::load(&self.plan(), &Options::default()).unwrap();
        project
            .findings
            .sorted(&project.tree)
            .into_iter()
            .map(|finding| format!("{} {}", finding.rule.code, project.tree.place(finding.span)))
            .collect()
    }
}

/// How a run of the binary ended.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    fn new(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A PDF, opened.
pub struct Book {
    pub bytes: Vec<u8>,
    /// Text of each page, with runs of white space as one space.
    pub pages: Vec<String>,
    pub document: lopdf::Document,
}

impl Book {
    pub fn open(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let pages = pdf_extract::extract_text_from_mem_by_pages(&bytes).unwrap();
        Self {
            pages: pages.iter().map(|page| squeeze(page)).collect(),
            document: lopdf::Document::load_mem(&bytes).unwrap(),
            bytes,
        }
    }

    /// The text of all pages.
    pub fn text(&self) -> String {
        self.pages.join(" ")
    }

    /// Asserts that the text stands in the book, wherever its lines break.
    pub fn assert_has(&self, text: &str) {
        let wanted = letters(text);
        assert!(
            letters(&self.text()).contains(&wanted),
            "the book has no {text:?}"
        );
    }

    /// Titles of the PDF outline, in order.
    pub fn outline(&self) -> Vec<String> {
        let toc = self.document.get_toc().unwrap();
        toc.toc.into_iter().map(|entry| entry.title).collect()
    }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text without white space and the hyphens at the ends of lines: extraction
/// guesses at spaces, print does not.
fn letters(text: &str) -> String {
    let printed = |c: &char| !c.is_whitespace() && *c != '\u{ad}';
    text.chars().filter(printed).collect()
}
