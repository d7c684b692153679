//! What a plan says is printed as it was written, whatever it looks like, and nothing
//! beside the plan is read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use ambonplan::check::{Options, Selector};
use ambonplan::compose::{Book, VirtualFile};
use ambonplan::finding::{Findings, Level};
use ambonplan::markdown::{self, BlockKind, InlineKind, Node, Visitor};
use ambonplan::model::shape::{FileKind, Shape};
use ambonplan::project::{self, Project};
use ambonplan::source::{Role, SourceTree};
use ambonplan::typeset::{self, Fonts, Standards};
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use toml_edit::{DocumentMut, Item, TableLike, Value};
use typst::introspection::Tag as FrameTag;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;
use walkdir::WalkDir;

use crate::sandbox::{Sandbox, laid_out};

/// What means something to Typst, Markdown, TOML or a shell.
const CORPUS: &[&str] = &[
    "#import \"@preview/cetz:0.1.0\": *",
    "#include \"/main.typ\"",
    "#read(\"/etc/passwd\")",
    "#{panic()}",
    "#let x = 1",
    "#set page(width: 1pt)",
    "#show: it => none",
    "#sys.version",
    "#metadata(1)<a>",
    "#",
    "##",
    "$x^2$",
    "$",
    "`",
    "```typ #1```",
    "<label>",
    "<program:x>",
    "@ref",
    "\\u{41}",
    "\\",
    "\\\\",
    "\\n",
    "\"",
    "\\\"",
    "\"; panic(); \"",
    "'",
    "//",
    "https://a.b//c",
    "/*",
    "*/",
    "/*@0:0*/",
    "=",
    "== a",
    "+ a",
    "- a",
    "/ a: b",
    "---",
    "~",
    "...",
    "[",
    "]",
    "](x)",
    "![a](b)",
    "[^a]",
    "{",
    "}",
    "(",
    ")",
    ";",
    ",",
    "*",
    "**a**",
    "_",
    "__a__",
    "|",
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "&#65;",
    "+++",
    "'''",
    "\"\"\"",
    "$content",
    "none",
    "auto",
    "%2e%2e/",
    "{ $name }",
    "é",
    "𝕏",
    "🙂",
    "漢",
    "e\u{301}",
    "\u{a0}",
    "\u{200d}",
    "a",
    "Z9",
    " ",
];

/// One piece that means something, or one character. Left out are scripts that run from
/// right to left, since on the page their letters stand in another order; marks that
/// join a letter: where no font has both, the page says of either that it stands for the
/// two; and characters that nobody can see.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(CORPUS).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("order", |c| !runs_backwards(*c) && !joins_or_hides(*c)).prop_map(String::from),
    ]
}

fn runs_backwards(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff
            | 0x1e800..=0x1efff | 0x200e..=0x200f | 0x2028..=0x202e | 0x2066..=0x2069)
}

fn joins_or_hides(c: char) -> bool {
    static MARK: LazyLock<regex::Regex> =
        LazyLock::new(|| regex::Regex::new(r"[\p{M}\p{Default_Ignorable_Code_Point}]").unwrap());
    MARK.is_match(c.encode_utf8(&mut [0; 4]))
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..6).prop_map(|pieces| pieces.concat())
}

/// Texts that are set at once. A failure names the text, not the hundreds around it.
struct Batch(Vec<String>);

impl std::fmt::Debug for Batch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} texts", self.0.len())
    }
}

fn batch(size: usize) -> impl Strategy<Value = Batch> {
    prop::collection::vec(text(), size).prop_map(Batch)
}

/// How many books are set. Setting one is what takes time, so that each holds several
/// hundred texts.
fn cases() -> u32 {
    wanted().unwrap_or(8)
}

fn wanted() -> Option<u32> {
    std::env::var("SAFETY_CASES").ok()?.parse().ok()
}

/// Others each time where somebody asks for many, and else the same: what is tested
/// with a change is what changed.
fn seed() -> RngSeed {
    match wanted() {
        Some(_) => RngSeed::Random,
        None => RngSeed::Fixed(112),
    }
}

/// Texts that were written, each between marks of its own.
#[derive(Default)]
pub struct Written {
    texts: Vec<String>,
    next: usize,
    /// The texts between their marks, and where each was written.
    pub expected: Vec<(String, String)>,
}

impl Written {
    /// The next text, marked, for a place.
    fn next(&mut self, place: &str) -> String {
        let number = self.next;
        self.next += 1;
        let letters: String = [number / 676, number / 26 % 26, number % 26]
            .into_iter()
            .map(|letter| char::from(b'a' + u8::try_from(letter).unwrap()))
            .collect();
        let text = &self.texts[number % self.texts.len()];
        let marked = format!("Q{letters}Q{text}W{letters}W");
        self.expected.push((place.to_owned(), marked.clone()));
        marked
    }
}

/// Keys of text that say something else than words.
const CODED: &[&str] = &[
    "id", "code", "color", "nip", "emblem", "map", "front", "body", "annex", "fields", "units",
    "entry", "rule",
];

/// Texts that are not printed.
pub const UNPRINTED: &[&str] = &["exception reason", "commitment document", "title of a text"];

/// Gives every text of an entry another.
fn rewrite(
    table: &mut dyn TableLike,
    shape: &Shape,
    ids: &BTreeSet<String>,
    path: &str,
    written: &mut Written,
) {
    let Shape::Table(shape) = shape else { return };
    for key in &shape.keys {
        let Some(item) = table
            .get_mut(key.name)
            .filter(|_| !CODED.contains(&key.name))
        else {
            continue;
        };
        let path = format!("{path} {}", key.name);
        let mut fresh = |old: &str| (!ids.contains(old)).then(|| Value::from(written.next(&path)));
        match &key.shape {
            Shape::Text => {
                if let Some(value) = item.as_str().and_then(&mut fresh) {
                    *item = Item::Value(value);
                }
            }
            Shape::List(inner) if **inner == Shape::Text => {
                for value in item.as_array_mut().unwrap().iter_mut() {
                    if let Some(other) = value.as_str().and_then(&mut fresh) {
                        *value = other;
                    }
                }
            }
            Shape::Table(_) => {
                rewrite(
                    item.as_table_like_mut().unwrap(),
                    &key.shape,
                    ids,
                    &path,
                    written,
                );
            }
            Shape::List(inner) => {
                if let Some(tables) = item.as_array_of_tables_mut() {
                    for table in tables.iter_mut() {
                        rewrite(table, inner, ids, &path, written);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Markdown that means a text to the letter.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A TOML string.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Narrative with a text in every place that one can have.
fn narrative(path: &str, written: &mut Written) -> String {
    let mut next = |place: &str| written.next(&format!("{path} {place}"));
    let title = if path.starts_with("chapters/") {
        "title of a chapter"
    } else {
        "title of a text"
    };
    let front = format!(
        "+++\ntitle = {}\nauthors = [{}, {}]\nstatus = \"draft\"\n+++\n",
        quoted(&next(title)),
        quoted(&next("author")),
        quoted(&next("author")),
    );
    let mut text = |place: &str| escaped(&next(place));
    let mut narrative = format!(
        "{front}\n## {}\n\n{} *{}* **{}** ~~{}~~ [{}](https://a.id)\n\n- {}\n\n1. {}\n\n\
         > {}\n\n| {} | b |\n|:--|--:|\n| {} | c |\n\n![{}](assets/peta.svg)\n\nd[^n] {}\n\n[^n]: {}\n",
        text("heading"),
        text("paragraph"),
        text("emphasis"),
        text("strong"),
        text("strike"),
        text("link"),
        text("list"),
        text("enum"),
        text("quote"),
        text("head of table"),
        text("table"),
        text("alternative text"),
        text("paragraph"),
        text("note"),
    );
    narrative.push_str(&format!(
        "\n~~~~~~~~\n{}\n~~~~~~~~\n\n```ambonplan\nshow = \"rpjmd\"\ncaption = {}\n```\n\n\
         ```ambonplan\nshow = \"dateline\"\nby = {}\n```\n",
        next("code"),
        quoted(&next("caption")),
        quoted(&next("by")),
    ));
    narrative
}

/// The example plan with other texts in every place, and a chapter of Markdown that
/// nobody escaped.
pub fn plan(texts: Vec<String>, raw: &[String]) -> (Sandbox, Written) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/kota-teladan");
    let mut written = Written {
        texts,
        ..Written::default()
    };
    let files: Vec<(String, Vec<u8>)> = WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap();
            let path = path.to_string_lossy().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect();
    let mut ids = BTreeSet::new();
    for (path, bytes) in &files {
        ids.extend(path.split(['/', '.']).map(str::to_owned));
        for line in String::from_utf8_lossy(bytes).lines() {
            let id = line
                .strip_prefix("id = \"")
                .and_then(|rest| rest.strip_suffix('"'));
            ids.extend(id.map(str::to_owned));
        }
    }
    let sandbox = Sandbox::empty();
    for (path, bytes) in files {
        let role = Role::of(&path);
        let Some(kind) = FileKind::of(&role) else {
            let bytes = if path.ends_with(".md") {
                narrative(&path, &mut written).into_bytes()
            } else {
                bytes
            };
            sandbox.write(&path, bytes);
            continue;
        };
        let text = String::from_utf8(bytes).unwrap();
        let text = text.replace("status = \"final\"", "status = \"draft\"");
        let mut document: DocumentMut = text.parse().unwrap();
        // A plan without outlines makes a book of everything.
        document.remove("volume");
        let shape = Shape::Table(kind.table());
        rewrite(document.as_table_mut(), &shape, &ids, &path, &mut written);
        sandbox.write(&path, document.to_string());
    }
    // One page for each chapter, as wide as any line, so that no text is divided.
    let theme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/theme.typ"))
            .unwrap();
    let theme = theme
        .replace(
            "width: 215mm, height: 330mm",
            "width: 6000mm, height: 20000mm",
        )
        .replace(
            "width: 210mm, height: 297mm",
            "width: 6000mm, height: 20000mm",
        );
    sandbox.write("templates/theme.typ", theme);
    sandbox.write("chapters/zz.md", format!("# Zz\n\n{}\n", raw.join("\n\n")));
    (sandbox, written)
}

/// Loads a plan in which only what cannot be understood is a finding.
pub fn load(sandbox: &Sandbox) -> Project {
    let options = Options {
        levels: vec![(Selector::All, Level::Allow)],
        ..Options::default()
    };
    project::load(&sandbox.plan(), &options).unwrap()
}

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

/// What a book prints and what it says to those who cannot see it.
struct Printed {
    text: String,
    alternatives: BTreeSet<String>,
}

impl Printed {
    fn of(document: &PagedDocument) -> Self {
        let mut printed = Self {
            text: String::new(),
            alternatives: BTreeSet::new(),
        };
        for page in document.pages() {
            printed.gather(&page.frame);
            printed.text.push('\n');
        }
        printed.text = letters(&printed.text);
        printed
    }

    fn gather(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.gather(&group.frame),
                FrameItem::Text(item) => self.text.push_str(&item.text),
                FrameItem::Tag(FrameTag::Start(content, _)) => {
                    if let Ok(typst::foundations::Value::Str(text)) = content.get_by_name("alt") {
                        self.alternatives.insert(letters(&text));
                    }
                }
                _ => {}
            }
        }
    }

    fn has(&self, text: &str) -> bool {
        let text = letters(text);
        // Titles and the cover are set in capitals.
        self.text.contains(&text)
            || self.text.contains(&text.to_uppercase())
            || self.alternatives.contains(&text)
    }
}

/// Text without white space, which layout turns into distance, and without the marks
/// of divisions.
fn letters(text: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && *c != '\u{ad}';
    text.chars().filter(kept).collect()
}

/// What Markdown that nobody escaped prints, but for notes and images.
#[derive(Default)]
struct PrintedText {
    printed: Vec<String>,
    /// How many notes and images are open.
    skipped: usize,
}

impl PrintedText {
    fn of(text: &str) -> Vec<String> {
        let mut printed = Self::default();
        markdown::walk(&markdown::read(text).blocks, &mut printed);
        printed.printed
    }

    fn say(&mut self, text: &str) {
        if self.skipped == 0 {
            self.printed.push(text.to_owned());
        }
    }
}

fn is_skipped(node: Node<'_>) -> bool {
    match node {
        Node::Block(block) => matches!(block.kind, BlockKind::Note(_)),
        Node::Inline(inline) => matches!(inline.kind, InlineKind::Image(_)),
        _ => false,
    }
}

impl<'t> Visitor<'t> for PrintedText {
    fn enter(&mut self, node: Node<'t>) {
        self.skipped += usize::from(is_skipped(node));
        match node {
            Node::Piece(piece) => self.say(&piece.text),
            Node::Inline(inline) => match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Formula(text) => {
                    self.say(text);
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn leave(&mut self, node: Node<'t>) {
        self.skipped -= usize::from(is_skipped(node));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 0,
        rng_seed: seed(),
        ..ProptestConfig::with_cases(cases())
    })]

    /// Whatever stands in a text, in whichever place, is printed as it was written.
    #[test]
    fn what_is_written_is_printed_to_the_letter(
        Batch(texts) in batch(400),
        Batch(raw) in batch(40),
    ) {
        let (sandbox, written) = plan(texts, &raw);
        let project = load(&sandbox);
        prop_assert!(written.expected.len() > 300, "{}", written.expected.len());
        let own: Vec<String> = project
            .findings
            .iter()
            .map(|finding| format!("{} {}", finding.rule.code, project.tree.place(finding.span)))
            .filter(|finding| !finding.contains("chapters/zz.md"))
            .collect();
        prop_assert_eq!(own, Vec::<String>::new());
        let (document, findings) = laid_out(&project);
        let said: Vec<_> = findings.iter().map(|finding| &finding.message).collect();
        prop_assert!(document.is_some(), "{said:?}");
        let printed = Printed::of(&document.unwrap());
        let lost: Vec<&(String, String)> = written
            .expected
            .iter()
            .filter(|(place, text)| {
                !UNPRINTED.iter().any(|key| place.ends_with(key)) && !printed.has(text)
            })
            .collect();
        prop_assert!(lost.is_empty(), "{lost:#?}");
        for text in PrintedText::of(&format!("# Zz\n\n{}\n", raw.join("\n\n"))) {
            prop_assert!(printed.has(&text), "{text:?} of {raw:?}");
        }
    }
}

/// Typst sees nothing but the book, however it is asked.
#[test]
fn nothing_beside_the_book_is_read() {
    for code in [
        "#read(\"/etc/passwd\")",
        "#read(\"../../../../../../etc/passwd\")",
        "#read(\"/../etc/passwd\")",
        "#read(\"file:///etc/passwd\")",
        "#read(\"/parts/..\")",
        "#image(\"/etc/passwd\")",
        "#image(\"https://example.org/a.png\")",
        "#include \"/etc/passwd\"",
        "#include \"lain.typ\"",
        "#import \"@preview/cetz:0.3.4\": *",
        "#import \"@local/a:0.1.0\": *",
        "#json(\"/proc/self/environ\")",
        "#plugin(\"/a.wasm\")",
        "#bibliography(\"/etc/hosts\")",
        "#set raw(syntaxes: \"/etc/hosts\")\n`a`",
    ] {
        let book = Book {
            main: "/main.typ".into(),
            files: vec![VirtualFile {
                path: "/main.typ".into(),
                code: code.into(),
                ..VirtualFile::default()
            }],
            assets: BTreeMap::new(),
            identifier: "uji".into(),
            date: date(2026, 11, 24),
            programs: 0,
            tracked: false,
        };
        let mut findings = Findings::default();
        let tree = SourceTree::default();
        let pdf = typeset::typeset(&book, &tree, &FONTS, &Standards::Customary, &mut findings);
        assert!(pdf.is_none() && findings.has_errors(), "{code}");
    }
}

/// A path leads to a file of the plan or to nothing.
#[test]
fn no_path_leaves_the_plan() {
    let secret = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    for path in [
        "../rahasia.svg",
        "assets/../../rahasia.svg",
        "../../rahasia.svg",
        "%2e%2e/rahasia.svg",
        "%2e%2e%2frahasia.svg",
        "assets/%2e%2e/%2e%2e/rahasia.svg",
        "..\\rahasia.svg",
        "assets\\..\\..\\rahasia.svg",
        "file:../rahasia.svg",
        "file:///etc/rahasia.svg",
        "/etc/rahasia.svg",
        "//host/rahasia.svg",
        "C:\\rahasia.svg",
        "~/rahasia.svg",
        "https://example.org/rahasia.svg",
        "assets/tautan.svg",
        "assets/folder/rahasia.svg",
        "assets",
        "assets/",
        ".",
        "plan.toml",
    ] {
        let sandbox = Sandbox::new();
        fs::write(sandbox.root().join("rahasia.svg"), secret).unwrap();
        sandbox.write("assets/ada.svg", secret);
        #[cfg(unix)]
        for (to, link) in [("rahasia.svg", "tautan.svg"), ("", "folder")] {
            let link = sandbox.plan().join("assets").join(link);
            std::os::unix::fs::symlink(sandbox.root().join(to), link).unwrap();
        }
        sandbox.write(
            "chapters/pendahuluan.md",
            format!(
                "# Judul\n\n![a](assets/ada.svg)\n\n![gambar](<{}>)\n",
                path.replace('\\', "\\\\")
            ),
        );
        sandbox.edit(
            "plan.toml",
            "revision",
            &format!("emblem = {}\nrevision", quoted(path)),
        );
        let findings = sandbox.findings();
        if path == "assets/tautan.svg" {
            // It leads nowhere, which is said where it stands.
            assert!(
                findings.contains(&"STR004 assets/tautan.svg:1:1".into()),
                "{findings:?}"
            );
            continue;
        }
        let at = |place: &str| {
            let found = |finding: &&String| finding.starts_with("TXT00") && finding.contains(place);
            findings.iter().filter(found).count()
        };
        assert_eq!(at("chapters/pendahuluan.md:5:1"), 1, "{path}: {findings:?}");
        assert_eq!(at("plan.toml"), 1, "{path}: {findings:?}");
    }
}

/// An image that names other files shows none of them.
#[test]
fn an_image_reads_no_other_file() {
    let sandbox = Sandbox::new();
    let pixel = sandbox.root().join("rahasia.svg");
    fs::write(
        &pixel,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>",
    )
    .unwrap();
    for href in [
        "../../rahasia.svg",
        "/etc/passwd",
        "file:///etc/passwd",
        &pixel.to_string_lossy(),
    ] {
        sandbox.write(
            "assets/luar.svg",
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
                 width=\"9\" height=\"9\"><image href=\"{href}\" xlink:href=\"{href}\" width=\"9\" height=\"9\"/></svg>"
            ),
        );
        sandbox.write(
            "chapters/pendahuluan.md",
            "# Judul\n\n![a](assets/luar.svg)\n",
        );
        let (_, findings) = laid_out(&load(&sandbox));
        // Typst looks for it in the book, where it is not.
        assert!(!findings.is_empty(), "{href}");
    }
}

/// Templates are code of the plan, and see as little.
#[test]
fn a_template_reads_nothing_beside_the_book() {
    for code in [
        "#read(\"/etc/passwd\")",
        "#read(\"../../../etc/passwd\")",
        "#import \"@preview/cetz:0.3.4\": *",
    ] {
        let sandbox = Sandbox::new();
        let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/theme.typ");
        let theme = fs::read_to_string(theme).unwrap();
        sandbox.write("templates/theme.typ", format!("{code}\n{theme}"));
        let project = load(&sandbox);
        let (document, findings) = laid_out(&project);
        assert!(document.is_none());
        let finding = findings.iter().next().unwrap();
        let place = project.tree.place(finding.span);
        assert!(place.starts_with("templates/theme.typ:1:"), "{place}");
    }
}

/// Names of files that no plan should have are named, and images with odd names are
/// shown.
#[test]
fn odd_names_of_files_are_located() {
    let names = [
        "#import",
        "a\"b",
        "a'b",
        "`a`",
        "$a$",
        "a b",
        "a\\b",
        "<a>",
        "@a",
        "%2e%2e",
        "a#b",
        "a?b",
        "é",
        "🙂",
        "a\nb",
        "a\tb",
        "\u{202e}a",
        "*",
        "[a](b)",
        "-a",
        "--a",
        "a;b",
        "a&b",
        "a\u{7f}b",
    ];
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    for name in names.into_iter().chain([&*"a".repeat(200)]) {
        let sandbox = Sandbox::new();
        let odd: [(String, &str); 7] = [
            (format!("chapters/{name}.md"), "# Judul\n\nIsi.\n"),
            (format!("pillars/{name}/pillar.toml"), "name = \"A\"\n"),
            (format!("opd/{name}/opd.toml"), "name = \"A\"\n"),
            (
                format!("opd/diskominfo/programs/{name}.toml"),
                "title = \"A\"\n",
            ),
            (format!("proposals/{name}.toml"), "title = \"A\"\n"),
            (format!("evaluations/{name}.toml"), "title = \"A\"\n"),
            (format!("{name}.md"), "Isi.\n"),
        ];
        for (path, text) in &odd {
            sandbox.write(path, text);
        }
        let image = format!("assets/{name}.svg");
        sandbox.write(&image, svg);
        let reference = escaped(&image.replace('\n', "&#10;"));
        let reference = reference.replace("\\&\\#10\\;", "&#10;");
        sandbox.write(
            "chapters/pendahuluan.md",
            format!("# Judul\n\n![a](<{reference}>)\n"),
        );
        let options = Options::default();
        let project = project::load(&sandbox.plan(), &options).unwrap();
        let places: BTreeSet<&str> = project
            .findings
            .iter()
            .filter_map(|finding| project.tree.get(finding.span.file))
            .map(|file| file.path.as_str())
            .collect();
        for (path, _) in &odd {
            let fine = name.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(
                fine || places.contains(path.as_str()),
                "{path:?} {places:?}"
            );
        }
        let shown = project
            .findings
            .iter()
            .all(|finding| !["TXT002", "TXT003"].contains(&finding.rule.code));
        assert!(shown, "{name:?}");
        let run = sandbox.run(&["check"]);
        assert!(run.status <= 1, "{name:?}\n{}", run.stderr);
    }
}

/// Names that are no text are refused, and shown as far as they go.
#[cfg(unix)]
#[test]
fn names_that_are_no_text_are_located() {
    use std::os::unix::ffi::OsStrExt;
    let sandbox = Sandbox::new();
    for folder in ["chapters", "assets", "opd", "registry"] {
        let name = std::ffi::OsStr::from_bytes(b"a\xff.md");
        let path = sandbox.plan().join(folder).join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "# Judul\n\nIsi.\n").unwrap();
    }
    let findings = sandbox.findings();
    for folder in ["chapters", "assets", "opd", "registry"] {
        let wanted = format!("STR038 {folder}/a\\xFF.md:1:1");
        assert!(findings.contains(&wanted), "{folder}: {findings:?}");
    }
}
