//! What each rule says, to the letter, and what its documentation shows.
//!
//! `tests/findings/<group>/<rule>.txt` holds what people read of a rule: of the example in its
//! documentation, of the fixtures that expect it, and of plans that are made here, each finding
//! that says something in another way than those before it. Below the English report stand the
//! words in Indonesian and what its fix changes. `SNAPSHOTS=overwrite cargo test` renews them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ambonplan::check::{self, Options};
use ambonplan::compose::{Scope, compose};
use ambonplan::finding::{
    Excerpt, Finding, Findings, Format, Group, Hint, Level, Rule, Style, Written, render,
};
use ambonplan::language::{Arg, Catalogue, Language, Message};
use ambonplan::project::{self, Project};
use ambonplan::scaffold;
use ambonplan::source::SourceTree;
use ambonplan::typeset::{self, Fonts, Standards};
use jiff::civil::date;
use rayon::prelude::*;
use similar::{ChangeTag, TextDiff};
use snapbox::Data;

use crate::excerpts::{Files, put, template};
use crate::fixtures;
use crate::references::picture;
use crate::sandbox::{Sandbox, filled_in};

const CHAPTER: &str = "chapters/pendahuluan.md";

/// Rules whose documentation describes in words what breaks them: sizes and bytes of files,
/// links, and what only the printed book shows.
const DESCRIBED: &[&str] = &[
    "STR002", "STR003", "STR004", "STR028", "STR029", "STR030", "STR038", "STR039", "STR052",
    "TXT013", "TXT014", "PDF001", "PDF002", "PDF003", "PDF004", "PDF005", "PDF006", "PDF007",
];

/// Rules that no plan of a test breaks: a hundred thousand files, and a note that Typst sets on
/// another page. The tests of `source` and `typeset` see them.
const UNPINNED: &[&str] = &["STR039", "PDF006"];

/// The plan into which examples of a rule are put: that of `init` with a picture, the files
/// that they name and, where they are about laws, a law.
fn base(rule: &Rule) -> Files {
    let mut files: Files = scaffold::plan(date(2026, 11, 24), Language::Indonesian)
        .into_iter()
        .filter(|file| !file.path.starts_with("evaluations/"))
        .map(|file| (file.path, filled_in(&file.text)))
        .collect();
    let chapter = files.get_mut(CHAPTER).unwrap();
    chapter.push_str("\n![Peta kota](assets/peta.svg)\n");
    let drawing = "<rect width=\"90\" height=\"40\"/>";
    put(&mut files, "assets/peta.svg", drawing);
    for name in ["foto-lama.svg", "peta.docx", "komitmen-diskominfo.pdf"] {
        if [rule.bad_example, rule.good_example]
            .iter()
            .any(|text| text.contains(name))
        {
            put(&mut files, &format!("assets/{name}"), drawing);
        }
    }
    if rule.good_example.contains("kecamatan.geojson") {
        files.insert("assets/kecamatan.geojson".to_owned(), SHAPE.to_owned());
    }
    if rule.group == Group::Law {
        put(
            &mut files,
            "registry/laws.toml",
            "[[law]]\nid = \"uu-23-2014\"\nkind = \"uu\"\nnumber = \"23\"\nyear = 2014\n\
             title = \"Pemerintahan Daerah\"",
        );
    }
    files
}

/// The shape of a district.
const SHAPE: &str = "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \
    \"properties\": {\"nama\": \"Hulu\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": \
    [[[1, 2], [1.1, 2], [1.1, 2.1], [1, 2]]]}}]}";

/// A rule that says nothing of drafts is asked about a release.
fn options(rule: &Rule) -> Options {
    Options {
        release: rule.draft == Level::Allow,
        ..Options::default()
    }
}

/// A plan with an example of a rule; nothing if no text shows it.
fn with_example(rule: &Rule, example: &str) -> Option<Project> {
    let mut files = base(rule);
    let sandbox = Sandbox::empty();
    match rule.excerpt {
        Excerpt::File(path) => put(&mut files, path, example),
        Excerpt::Names => {
            for path in example.lines() {
                if let Some(folder) = path.strip_suffix('/') {
                    fs::create_dir_all(sandbox.plan().join(folder)).unwrap();
                } else {
                    let text = template(&files, path);
                    files.insert(path.to_owned(), text);
                }
            }
        }
        Excerpt::Described => return None,
    }
    for (path, text) in files {
        sandbox.write(&path, text);
    }
    Some(project::load(&sandbox.plan(), &options(rule)).unwrap())
}

fn breaks(project: &Project, rule: &Rule) -> bool {
    project
        .findings
        .iter()
        .any(|finding| finding.rule.code == rule.code)
}

#[test]
fn the_examples_of_every_rule_break_and_keep_it() {
    let wrong: Vec<String> = check::rules()
        .into_par_iter()
        .filter_map(|rule| {
            let (wrong, right) = (
                with_example(rule, rule.bad_example)?,
                with_example(rule, rule.good_example)?,
            );
            let what = match (breaks(&wrong, rule), breaks(&right, rule)) {
                (true, false) => return None,
                (false, false) => "the wrong one keeps it",
                (true, true) => "the right one breaks it",
                (false, true) => "the wrong one keeps it, and the right one breaks it",
            };
            let told = |project: &Project| {
                let all = project.findings.sorted(&project.tree).into_iter();
                let all = all.map(|it| format!("{} {}", it.rule.code, project.tree.place(it.span)));
                all.collect::<Vec<String>>()
            };
            Some(format!(
                "{} {}: {what}: {:?} / {:?}",
                rule.code,
                rule.name,
                told(&wrong),
                told(&right)
            ))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let described = check::rules().into_iter();
    let described = described.filter(|rule| rule.excerpt == Excerpt::Described);
    let described: Vec<&str> = described.map(|rule| rule.code).collect();
    assert_eq!(described, DESCRIBED);
}

/// What is told of the rules, by code: each way of saying it, with what is written of it.
#[derive(Default)]
struct Told(BTreeMap<&'static str, Vec<(String, String)>>);

impl Told {
    /// Adds the findings of a plan that somebody asks for, under a heading.
    fn add(
        &mut self,
        heading: &str,
        tree: &SourceTree,
        findings: &Findings,
        asked: impl Fn(&Finding) -> bool,
    ) {
        for finding in findings.sorted(tree) {
            if asked(finding) {
                let way = way(finding);
                let told = self.0.entry(finding.rule.code).or_default();
                if !told.iter().any(|(known, _)| *known == way) {
                    told.push((way, format!("== {heading}\n\n{}", written(finding, tree))));
                }
            }
        }
    }
}

/// The messages of a finding without their values, and whether it has a fix.
fn way(finding: &Finding) -> String {
    fn keys(message: &Message, all: &mut String) {
        all.push_str(message.key);
        all.push(' ');
        for (_, arg) in &message.args {
            if let Arg::Message(message) = arg {
                keys(message, all);
            }
        }
    }
    let mut all = format!("{} ", finding.fix.is_some());
    let hint = finding.hint.as_ref().map(Hint::words);
    let related: BTreeSet<_> = finding.related.iter().map(|it| &it.text).collect();
    for message in [&finding.message].into_iter().chain(related).chain(&hint) {
        keys(message, &mut all);
    }
    all
}

/// The report in English, its words in Indonesian, and what the fix changes.
fn written(finding: &Finding, tree: &SourceTree) -> String {
    let (english, indonesian) = (
        Catalogue::new(Language::English),
        Catalogue::new(Language::Indonesian),
    );
    let mut one = Findings::default();
    one.push(finding.clone());
    let options = Written {
        format: Format::Human(Style::Plain),
        catalogue: &english,
        prefix: "plan/",
        here: "",
        repository: "plan/",
        limit: None,
        all: true,
        rules: &[],
    };
    let mut text = render(tree, &one, &options);
    let hint = finding.hint.as_ref().map(Hint::words);
    let related = finding.related.iter().map(|it| ("- ", &it.text));
    let message = [("", &finding.message)].into_iter();
    for (mark, message) in message
        .chain(related)
        .chain(hint.iter().map(|it| ("= ", it)))
    {
        text.push_str(&format!("{mark}{}\n", indonesian.text(message)));
    }
    if let Some(fix) = &finding.fix {
        let before = &tree.get(fix.span.file).unwrap().text;
        let mut after = before.clone();
        after.replace_range(fix.span.range(), &fix.text);
        text.push('\n');
        for change in TextDiff::from_lines(before, &after).iter_all_changes() {
            let mark = match change.tag() {
                ChangeTag::Equal => continue,
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            text.push_str(&format!(
                "{mark} {}\n",
                change.value().trim_end_matches('\n')
            ));
        }
    }
    // What an editor would not show stands as its number.
    let visible = |c: char| match c {
        '\n' => "\n".to_owned(),
        c if c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}') =>
        {
            format!("<U+{:04X}>", u32::from(c))
        }
        c => c.to_string(),
    };
    text.chars().map(visible).collect()
}

#[test]
fn every_rule_says_what_it_is_known_to_say() {
    let mut told = Told::default();
    let rules = check::rules();
    let examples: Vec<_> = rules
        .par_iter()
        .filter_map(|rule| Some((rule, with_example(rule, rule.bad_example)?)))
        .collect();
    for (rule, project) in &examples {
        told.add("wrong", &project.tree, &project.findings, |it| {
            it.rule.code == rule.code
        });
    }
    let cases = fixtures::cases();
    let cases: Vec<_> = cases
        .par_iter()
        .map(|case| (case, fixtures::load(case)))
        .collect();
    for (case, (project, marked)) in &cases {
        let name = case.file_name().unwrap().to_string_lossy();
        let heading = format!("{}/{name}", fixtures::group(case).word());
        told.add(&heading, &project.tree, &project.findings, |finding| {
            let place = project.tree.place(finding.span);
            let (place, _) = place.rsplit_once(':').unwrap();
            marked.has(&format!("{} {place}", finding.rule.code))
        });
    }
    for (heading, sandbox) in [("bytes", bytes()), ("sizes", sizes())] {
        let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
        let asked = |finding: &Finding| DESCRIBED.contains(&finding.rule.code);
        told.add(heading, &project.tree, &project.findings, asked);
    }
    for (heading, sandbox) in [("templates", broken_template()), ("book", crowded_book())] {
        let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
        let plan = project.plan.as_ref().unwrap();
        let book = compose(plan, &project.tree, &plan.volumes[0], Scope::Volume);
        let mut findings = Findings::default();
        let _ = typeset::typeset(
            &book,
            &project.tree,
            &Fonts::embedded(),
            &Standards::default(),
            &mut findings,
        );
        told.add(heading, &project.tree, &findings, |_| true);
    }

    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let mut known = BTreeSet::new();
    let mut unpinned = Vec::new();
    for rule in rules {
        let Some(told) = told.0.get(rule.code) else {
            unpinned.push(rule.code);
            continue;
        };
        let path = root
            .join(rule.group.word())
            .join(format!("{}.txt", rule.name));
        let texts: Vec<&str> = told.iter().map(|(_, text)| text.as_str()).collect();
        let expected = Data::read_from(&path, None).raw();
        snapbox::assert_data_eq!(texts.join("\n"), expected);
        known.insert(path);
    }
    assert_eq!(unpinned, UNPINNED);
    for entry in walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            assert!(known.contains(entry.path()), "no rule: {:?}", entry.path());
        }
    }
}

/// Files that are no text, have no readable name or are links.
fn bytes() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(CHAPTER, b"# Pendahuluan\n\nCaf\xe9 kota.\n");
    let utf16: Vec<u8> = "\u{feff}title = \"Kanal\"\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    sandbox.write("registry/kanal.toml", utf16);
    sandbox.write("registry/cp1252.toml", b"# Caf\xe9\n");
    sandbox.write("opd/diskominfo/profil.md", b"\xc3\xa9b\xffc\n");
    #[cfg(unix)]
    {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        fs::create_dir_all(sandbox.plan().join("assets")).unwrap();
        std::os::unix::fs::symlink("../plan.toml", sandbox.plan().join("assets/peta.svg")).unwrap();
        let name = OsStr::from_bytes(b"assets/B\xe9soa.png");
        fs::write(sandbox.plan().join(name), picture(40)).unwrap();
    }
    sandbox
}

/// Files and tables that are too large.
fn sizes() -> Sandbox {
    let sandbox = Sandbox::new();
    let mut heavy = picture(1200);
    heavy.resize(10_000_001, 0);
    sandbox.write("assets/peta.png", heavy);
    let mut large = picture(40);
    large[16..24].copy_from_slice(&[0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20]);
    sandbox.write("assets/luas.png", large);
    let endless = fs::File::create(sandbox.plan().join("registry/besar.toml")).unwrap();
    endless
        .set_len(ambonplan::reading::MAX_FILE_BYTES + 1)
        .unwrap();
    let (head, rule) = ("|a".repeat(600), "|-".repeat(600));
    let rows = "| baris |\n".repeat(440);
    let long = "panjang ".repeat(5_000);
    sandbox.write(
        CHAPTER,
        format!(
            "# Pendahuluan\n\n![Peta](assets/peta.png)\n\n![Luas](assets/luas.png)\n\n\
             ![{long}](assets/peta.png)\n\n{head}|\n{rule}|\n{rows}"
        ),
    );
    sandbox
}

fn broken_template() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("templates/theme.typ", "#let theme = 1 + \"a\"\n");
    sandbox
}

/// A book with a remark of Typst, characters that PDF/UA refuses, and what finds no room.
fn crowded_book() -> Sandbox {
    let sandbox = Sandbox::new();
    let words = include_str!("../../templates/words.typ");
    let remark = "#let unused = text(font: \"tiada\")[x]";
    sandbox.write("templates/words.typ", format!("{words}\n{remark}\n"));
    // Tables are not divided: one that is higher than a page leaves it.
    sandbox.write(
        "templates/kept.typ",
        "#let kept-by-height(make, room: 0pt) = block(breakable: false, make(false))\n\
         #let kept(make, whole: false, by-height: true, room: 0pt) = kept-by-height(make)\n",
    );
    let rows = "| Loket | Jumlah |\n|---|---|\n".to_owned() + &"| Hulu | 12 |\n".repeat(80);
    let columns = |cell: &str| format!("|{}\n", format!(" {cell} |").repeat(44));
    let table = [columns("a"), columns("---"), columns("1.250.000.000")].concat();
    sandbox.write(
        CHAPTER,
        format!(
            "# Pendahuluan\n\nAda 𓀀 di sini.\n\n{rows}\n- Butir\n\n  {}\n",
            table.replace('\n', "\n  ")
        ),
    );
    sandbox
}
