//! Temporary plans, the binary, and what is in a PDF.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ambonplan::check::{self, Options};
use ambonplan::compose::Selection;
use ambonplan::finding::{Findings, Level};
use ambonplan::language::Language;
use ambonplan::pipeline::Pipeline;
use ambonplan::preview::Session;
use ambonplan::project::Project;
use ambonplan::typeset::Fonts;
use ambonplan::{reading, scaffold};
use jiff::civil::date;
use lopdf::{Document, Object};
use scraper::{Html, Selector};
use tempfile::TempDir;
use typst_layout::PagedDocument;
use walkdir::WalkDir;

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

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

    /// The plan that `init` writes, as of a fixed day, with other texts in place of the
    /// placeholders and signed.
    pub fn new() -> Self {
        let sandbox = Self::empty();
        for file in scaffold::plan(date(2026, 11, 24), Language::Indonesian) {
            sandbox.write(&file.path, filled_in(&file.text));
        }
        sandbox
    }

    /// The plan that `init` writes, as of the same day, as it is.
    pub fn begun(language: Language) -> Self {
        let sandbox = Self::empty();
        for file in scaffold::plan(date(2026, 11, 24), language) {
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
            .env_remove("GITHUB_STEP_SUMMARY")
            .env_remove("GITHUB_WORKSPACE")
            .env_remove("CI_PROJECT_DIR")
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

    /// Where some words, by their first occurrence, begin in a part of the book, from the
    /// left in points.
    pub fn lefts(&self, part: &str, words: &[&str]) -> Vec<f64> {
        let mut findings = Findings::default();
        let tree = reading::read(&self.plan(), &mut findings).unwrap();
        let selection = Selection {
            volume: None,
            part: Some(part.into()),
        };
        let mut session = Session::new(selection, Options::default(), Fonts::embedded);
        let layout = session.update(tree, findings).unwrap().layout.unwrap();
        let left = |words: &&str| layout.search(words)[0].areas[0].x;
        words.iter().map(left).collect()
    }

    /// What `check` says in English, a line for each finding.
    pub fn told(&self) -> Vec<String> {
        let run = self.run(&["check", "--language", "en", "--format", "short"]);
        run.stdout.lines().map(str::to_owned).collect()
    }

    /// Codes and places of all findings: `STR009 plan.toml:4:1`.
    pub fn findings(&self) -> Vec<String> {
        let project = ambonplan::project::load(&self.plan(), &without_placeholders()).unwrap();
        project
            .findings
            .sorted(&project.tree)
            .into_iter()
            .map(|finding| format!("{} {}", finding.rule.code, project.tree.place(finding.span)))
            .collect()
    }
}

/// The pages of the first volume of a plan, and what typesetting it reports.
pub fn laid_out(project: &Project) -> (Option<PagedDocument>, Findings) {
    laid_out_of(project, &Selection::default())
}

/// The pages of what is selected of a plan, and what typesetting it reports.
pub fn laid_out_of(project: &Project, selection: &Selection) -> (Option<PagedDocument>, Findings) {
    let plan = project.plan.as_ref().unwrap();
    let (volume, book) = selection.compose(plan, &project.tree).unwrap();
    let mut pipeline = Pipeline::new(Options::default(), Fonts::embedded);
    let mut findings = Findings::default();
    let typesetter = pipeline.typesetter(volume);
    let document = typesetter.lay_out(book, &project.tree, &mut findings);
    (document, findings)
}

/// Judges a plan without asking whether its texts are those of `init`: what tests write is
/// made of them.
pub fn without_placeholders() -> Options {
    let rule = check::Selector::parse("placeholder").unwrap();
    Options {
        levels: vec![(rule, Level::Allow)],
        ..Options::default()
    }
}

/// What somebody wrote in place of the placeholders of `init`.
pub fn filled_in(text: &str) -> String {
    let replaced = [
        ("Kota Contoh", "Kota Contohan"),
        ("Provinsi Contoh", "Provinsi Contohan"),
        ("Kota yang melayani", "Kota yang melayani warga"),
        ("dekat dengan warga", "dekat dengan warga kota"),
        (
            "kota menyusun rencana ini.",
            "kota menyusun rencana ini dulu.",
        ),
        (
            "buku mencetak judul dan nomornya",
            "buku mencetak judul serta nomornya",
        ),
        (
            "pilar ini penting bagi warga",
            "pilar itu penting bagi warga",
        ),
        ("angka contoh", "contoh"),
        (
            "position = \"Kepala Dinas Komunikasi dan Informatika\"\n",
            "position = \"Kepala Dinas Komunikasi dan Informatika\"\nname = \"Sitti Rahma\"\n",
        ),
        (
            "status = \"pending\"\n",
            "status = \"signed\"\ndate = 2026-11-24\ndocument = \"contoh\"\n",
        ),
    ];
    let mut text = text.to_owned();
    for (from, to) in replaced {
        text = text.replace(from, to);
    }
    text
}

/// How a run of the binary ended.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    pub fn new(output: Output) -> Self {
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
    pub document: Document,
}

impl Book {
    pub fn open(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let pages = pdf_extract::extract_text_from_mem_by_pages(&bytes).unwrap();
        Self {
            pages: pages.iter().map(|page| squeeze(page)).collect(),
            document: Document::load_mem(&bytes).unwrap(),
            bytes,
        }
    }

    /// The text of all pages.
    pub fn text(&self) -> String {
        self.pages.join(" ")
    }

    /// Asserts that the text stands in the book, wherever its lines break.
    pub fn assert_has(&self, text: &str) {
        self.letters().assert_has(text);
    }

    /// What is printed, for many questions.
    pub fn letters(&self) -> Letters {
        Letters(letters(&self.text()))
    }

    /// The alternative texts of what is drawn.
    pub fn alternatives(&self) -> BTreeSet<String> {
        let objects = self.document.objects.values();
        objects
            .filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok())
            .filter_map(|text| lopdf::decode_text_string(text).ok())
            .collect()
    }

    /// Titles of the PDF outline, in order.
    pub fn outline(&self) -> Vec<String> {
        let toc = self.document.get_toc().unwrap();
        toc.toc.into_iter().map(|entry| entry.title).collect()
    }
}

impl Book {
    /// Internal links as pairs of pages, from 0. One that leads nowhere fails.
    pub fn links(&self) -> BTreeSet<(usize, usize)> {
        let document = &self.document;
        let pages: Vec<_> = document.get_pages().into_values().collect();
        let named = named_destinations(document);
        let mut links = BTreeSet::new();
        for (from, &page) in pages.iter().enumerate() {
            for annotation in document.get_page_annotations(page).unwrap() {
                let destination = match annotation.get(b"Dest") {
                    Ok(destination) => destination.clone(),
                    Err(_) => match annotation.get(b"A").and_then(Object::as_dict) {
                        Ok(action) if action.has(b"D") => action.get(b"D").unwrap().clone(),
                        _ => continue,
                    },
                };
                let destination = match destination {
                    Object::String(name, _) => {
                        named.get(&name).expect("a link leads nowhere").clone()
                    }
                    other => other,
                };
                let (_, destination) = document.dereference(&destination).unwrap();
                let target = destination.as_array().unwrap()[0].as_reference().unwrap();
                let to = pages.iter().position(|&page| page == target);
                links.insert((from, to.expect("a link leads to a page that is not there")));
            }
        }
        links
    }
}

/// Destinations that links refer to by name.
fn named_destinations(document: &Document) -> BTreeMap<Vec<u8>, Object> {
    let follow = |object: &Object| document.dereference(object).unwrap().1.clone();
    let mut found = BTreeMap::new();
    let names = document.catalog().unwrap().get(b"Names").map(follow);
    let Ok(names) = names.and_then(|names| names.as_dict().cloned()) else {
        return found;
    };
    let mut nodes = vec![follow(names.get(b"Dests").unwrap())];
    while let Some(node) = nodes.pop() {
        let node = node.as_dict().unwrap();
        if let Ok(kids) = node.get(b"Kids") {
            nodes.extend(follow(kids).as_array().unwrap().iter().map(follow));
        }
        if let Ok(pairs) = node.get(b"Names") {
            for pair in follow(pairs).as_array().unwrap().chunks(2) {
                let name = pair[0].as_str().unwrap().to_vec();
                let destination = match follow(&pair[1]) {
                    Object::Dictionary(wrapped) => follow(wrapped.get(b"D").unwrap()),
                    other => other,
                };
                found.insert(name, destination);
            }
        }
    }
    found
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The pages of a book in a temporary folder.
pub struct Site {
    /// Keeps the folder.
    _sandbox: Sandbox,
    /// The folder.
    pub root: PathBuf,
}

impl Site {
    /// The pages of the plan in a directory, built with further arguments.
    pub fn of(plan: &Path, arguments: &[&str]) -> Self {
        let sandbox = Sandbox::empty();
        let mut all = vec!["--plan", plan.to_str().unwrap(), "build"];
        all.extend(["--format", "html", "-o", "site"]);
        all.extend(arguments);
        let run = sandbox.run(&all);
        assert_eq!(run.status, 0, "{}", run.stderr);
        Self {
            root: sandbox.root().join("site"),
            _sandbox: sandbox,
        }
    }

    /// The pages, by their addresses.
    pub fn pages(&self) -> BTreeMap<String, Html> {
        let pages = files(&self.root).into_iter();
        let pages = pages.filter(|(name, _)| name.ends_with(".html"));
        pages
            .map(|(name, bytes)| (name, Html::parse_document(str::from_utf8(&bytes).unwrap())))
            .collect()
    }

    /// What stands on all pages, without what is around their text.
    pub fn letters(&self) -> Letters {
        let main = Selector::parse("main").unwrap();
        let pages = self.pages();
        let text = pages.values().flat_map(|page| page.select(&main));
        Letters(letters(
            &text.flat_map(|main| main.text()).collect::<String>(),
        ))
    }
}

/// All files in a folder, by their paths with `/` between names.
pub fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(root).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inside = entry.path().strip_prefix(root).unwrap();
            let names: Vec<_> = inside.iter().map(|name| name.to_str().unwrap()).collect();
            (names.join("/"), fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// All that a book prints, without white space.
pub struct Letters(String);

impl Letters {
    /// Asserts that the text stands in the book, wherever its lines break.
    pub fn assert_has(&self, text: &str) {
        assert!(self.0.contains(&letters(text)), "the book has no {text:?}");
    }

    /// How often the text stands there.
    pub fn count(&self, text: &str) -> usize {
        self.0.matches(&letters(text)).count()
    }
}

/// Text without white space and the hyphens at the ends of lines: extraction
/// guesses at spaces, print does not.
fn letters(text: &str) -> String {
    let printed = |c: &char| !c.is_whitespace() && *c != '\u{ad}';
    text.chars().filter(printed).collect()
}
