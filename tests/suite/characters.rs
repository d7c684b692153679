//! Characters that are typed, pasted and lost: what is printed of them, and what is said.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ambonplan::check::Options;
use ambonplan::compose::{Book, VirtualFile};
use ambonplan::finding::Findings;
use ambonplan::project;
use ambonplan::source::SourceTree;
use ambonplan::typeset::{self, Fonts};
use jiff::civil::date;
use typst::layout::{Frame, FrameItem};
use typst::text::FontBook;
use unicode_general_category::{GeneralCategory, get_general_category};

use crate::safety;
use crate::sandbox::{Sandbox, laid_out};

/// Letters of the scripts whose marks a font may have.
const BASES: &[char] = &['x', 'ж', 'ω', 'א', 'ا', 'क', 'ა', 'ກ'];

/// The fonts in which text is set.
const SETTINGS: &[&str] = &[
    "font: \"Libertinus Serif\"",
    "font: \"Libertinus Serif\", weight: \"bold\"",
    "font: \"Libertinus Serif\", style: \"italic\"",
    "font: \"DejaVu Sans Mono\"",
];

/// The tables of what the fonts inside the binary have are what is printed: everything that
/// a font has is set, and looked for on the pages.
#[test]
fn the_tables_of_characters_are_what_is_printed() {
    let mut book = FontBook::new();
    for (_, info) in typst_kit::fonts::embedded() {
        book.push(info);
    }
    let fonts = (0..).map_while(|at| book.info(at));
    let known: BTreeSet<u32> = fonts.flat_map(|info| info.coverage.iter()).collect();
    let all = ('\u{21}'..=char::MAX).filter(|c| *c != char::REPLACEMENT_CHARACTER);
    let mut characters = Vec::new();
    let mut marks = Vec::new();
    for c in all {
        match get_general_category(c) {
            GeneralCategory::PrivateUse
            | GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::Unassigned => {}
            GeneralCategory::NonspacingMark
            | GeneralCategory::SpacingMark
            // Some are printed as a part of the letter that they make.
            | GeneralCategory::EnclosingMark
                if known.contains(&u32::from(c)) || ('\u{300}'..='\u{36f}').contains(&c) =>
            {
                marks.push(c);
            }
            GeneralCategory::NonspacingMark
            | GeneralCategory::SpacingMark
            | GeneralCategory::EnclosingMark => {}
            GeneralCategory::SpaceSeparator => characters.push(c),
            _ if known.contains(&u32::from(c)) => characters.push(c),
            _ => {}
        }
    }
    let on = |c: char, base: char| format!("{base}{c}");
    let alone = in_boxes(
        SETTINGS.iter().take(1),
        characters.iter().map(|c| c.to_string()),
    );
    characters.retain(|c| !alone.contains(&sorted(&c.to_string())));
    let on_bases = |c: char| BASES.iter().map(move |base| on(c, *base));
    let joined = in_boxes(SETTINGS, marks.iter().copied().flat_map(on_bases));
    marks.retain(|c| on_bases(*c).any(|text| !joined.contains(&sorted(&text))));
    characters.insert(0, ' ');
    compare("characters.txt", characters);
    compare("marks.txt", marks);
}

/// The letters of a text in an order that does not depend on the direction of the text.
fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters
}

/// Those of some texts that are printed as a box in one of the settings.
fn in_boxes<'s>(
    settings: impl IntoIterator<Item = &'s &'s str>,
    texts: impl Iterator<Item = String>,
) -> BTreeSet<Vec<char>> {
    let texts: Vec<String> = texts.collect();
    let mut boxes = BTreeSet::new();
    for setting in settings {
        let mut code = format!("#set text({setting}, size: 4pt)\n#{{\n");
        for text in &texts {
            // Each in a frame of its own.
            code.push_str(&format!("box({}); [ ]\n", quoted(text)));
        }
        code.push('}');
        let book = Book {
            main: "/main.typ".into(),
            files: vec![VirtualFile {
                path: "/main.typ".into(),
                code,
                ..VirtualFile::default()
            }],
            assets: BTreeMap::new(),
            identifier: "uji".into(),
            date: date(2026, 11, 24),
            programs: 0,
            tracked: false,
        };
        let (tree, mut findings) = (SourceTree::default(), Findings::default());
        let document = typeset::lay_out(&book, &tree, &Fonts::embedded(), &mut findings);
        for page in document.unwrap().pages() {
            gather_boxes(&page.frame, &mut boxes);
        }
    }
    boxes
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn gather_boxes(frame: &Frame, boxes: &mut BTreeSet<Vec<char>>) {
    let mut text = String::new();
    let mut is_box = false;
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => gather_boxes(&group.frame, boxes),
            FrameItem::Text(item) => {
                text.push_str(&item.text);
                is_box |= item.glyphs.iter().any(|glyph| glyph.id == 0);
            }
            _ => {}
        }
    }
    if is_box {
        boxes.insert(sorted(&text));
    }
}

/// Compares a table with characters, or makes it of them.
fn compare(name: &str, characters: Vec<char>) {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for c in characters.into_iter().map(u32::from) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == c => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    let words: Vec<String> = ranges
        .iter()
        .map(|(first, last)| {
            if first == last {
                format!("{first:x}")
            } else {
                format!("{first:x}-{last:x}")
            }
        })
        .collect();
    let table: String = words
        .chunks(12)
        .map(|line| format!("{}\n", line.join(" ")))
        .collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/check/characters")
        .join(name);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        fs::write(&path, &table).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap() == table,
        "{name} is not what the fonts have; SNAPSHOTS=overwrite renews it"
    );
}

/// Every text of every kind of entry, and every element of Markdown: a tab between two
/// words is found where it stands, and printed as a space.
#[test]
fn a_tab_anywhere_is_found_and_printed_as_a_space() {
    let (sandbox, written) = safety::plan(vec!["\tx".into()], &[]);
    let judged = project::load(&sandbox.plan(), &Options::default()).unwrap();
    let found = |path: &str| {
        let findings = judged.findings.iter().filter(|finding| {
            let place = judged.tree.place(finding.span);
            finding.rule.code == "TXT030" && place.starts_with(&format!("{path}:"))
        });
        findings.count()
    };
    let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, _) in &written.expected {
        let (path, _) = place.split_once(' ').unwrap();
        *expected.entry(path).or_default() += 1;
    }
    assert!(expected.len() > 30, "{}", expected.len());
    for (path, count) in expected {
        // Some elements of Markdown share a block.
        let least = if path.ends_with(".md") { 14 } else { count };
        assert!(found(path) >= least, "{path}: {} of {count}", found(path));
    }
    let (document, findings) = laid_out(&safety::load(&sandbox));
    let said: Vec<_> = findings.iter().map(|finding| &finding.message).collect();
    let mut words = String::new();
    for page in document.unwrap_or_else(|| panic!("{said:?}")).pages() {
        gather_text(&page.frame, &mut words);
    }
    assert!(!words.contains('\t'));
    let joined: Vec<&String> = written
        .expected
        .iter()
        .filter(|(place, _)| !safety::UNPRINTED.iter().any(|key| place.ends_with(key)))
        .map(|(_, text)| text)
        .filter(|text| {
            let letters = |with: &str| words.contains(&text.replace("\t", with));
            let capitals = |with: &str| words.contains(&text.replace("\t", with).to_uppercase());
            letters("") || capitals("") || !(letters(" ") || capitals(" ") || letters("\n"))
        })
        .collect();
    // An alternative text stands on no page.
    assert!(joined.len() <= 30, "{joined:?}");
}

/// The text of a frame; a line break between pieces.
fn gather_text(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => gather_text(&group.frame, text),
            FrameItem::Text(item) => text.push_str(&item.text.replace("\u{ad}", "")),
            _ => {}
        }
    }
}

/// What is written in a chapter, and what of it is found: the code of the rule, the line
/// and the column.
fn found(text: &str) -> Vec<String> {
    let sandbox = Sandbox::new();
    sandbox.write("chapters/pendahuluan.md", text);
    let rules = ["TXT030", "TXT031", "TXT032", "TXT033", "TXT034"];
    let mut findings = sandbox.findings();
    findings.retain(|finding| {
        rules.iter().any(|rule| finding.starts_with(rule)) && finding.contains("pendahuluan.md")
    });
    let short = |finding: &String| finding.replace("chapters/pendahuluan.md:", "");
    findings.iter().map(short).collect()
}

#[test]
fn characters_are_found_where_they_first_stand_and_told_once() {
    for (text, expected) in [
        ("# A\n\nKata\tsatu.\n", vec!["TXT030 3:5"]),
        ("# A\tB\n\nIsi.\n", vec!["TXT030 1:4"]),
        ("# A\n\n> - **a\tb**\n", vec!["TXT030 3:8"]),
        (
            "# A\n\n| a | b |\n|---|---|\n| c\td | e |\n",
            vec!["TXT030 5:4"],
        ),
        (
            "# A\n\nIsi[^1].\n\n[^1]: Kata\tsatu.\n",
            vec!["TXT030 5:11"],
        ),
        ("# A\n\n[a\tb](https://a.id)\n", vec!["TXT030 3:3"]),
        ("# A\n\n\ta\tb\n\n```\nc\td\n```\n", vec![]),
        ("# A\n\n-\ta\n\t- b\n", vec![]),
        ("# A\n\na&#x9;b\n", vec!["TXT030 3:2"]),
        ("# A\n\na\rb\n", vec![]),
        ("# A\r\n\r\na\r\nb\r\n", vec![]),
        ("# A\n\n<div>\na\tb\n</div>\n", vec!["TXT030 4:2"]),
        // A page of Chinese, and a list of signs.
        (
            &*format!("# A\n\n{}\n\n- ✅ a\n- ✅ b\n", "漢字".repeat(500)),
            vec!["TXT033 3:1", "TXT033 5:3"],
        ),
        (
            "# A\n\n👨‍👩‍👧 🇮🇩 ❤️\n",
            vec![
                "TXT033 3:1",
                "TXT033 3:3",
                "TXT033 3:5",
                "TXT033 3:7",
                "TXT033 3:8",
            ],
        ),
        ("# A\n\na \u{f0b7} b\n\u{f0b7}\n", vec!["TXT031 3:3"]),
        // The rule about pasted lists says what these are.
        ("# A\n\n\u{f0b7} a\n\u{f0b7} b\n", vec![]),
        ("# A\n\n`\u{7}`\n", vec!["TXT031 3:2"]),
        ("# A\n\na\u{301}\u{323} x\u{301}\n", vec![]),
    ] {
        assert_eq!(found(text), expected, "{text:?}");
    }
}

/// Marks upon marks are an error wherever they stand, so that nobody sets them.
#[test]
fn thousands_of_marks_are_refused_before_anything_is_set() {
    let marks = "\u{301}".repeat(20_000);
    for (path, from) in [
        ("plan.toml", "Masterplan Kota Cerdas Kota Contoh"),
        (
            "opd/diskominfo/programs/layanan-aduan.toml",
            "Layanan aduan warga",
        ),
        ("chapters/pendahuluan.md", "# Pendahuluan"),
    ] {
        let sandbox = Sandbox::new();
        let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        let from = if text.contains(from) {
            from
        } else {
            text.lines().next().unwrap()
        };
        let to = if from.contains('"') {
            from.replacen('"', &format!("\"Z{marks}"), 1)
        } else {
            format!("{from} Z{marks}")
        };
        sandbox.write(path, text.replacen(from, &to, 1));
        let run = sandbox.run(&["build", "-o", "out.pdf"]);
        assert_eq!(run.status, 1, "{path}");
        assert!(
            run.stderr.contains("TXT034") || run.stdout.contains("TXT034"),
            "{path}"
        );
        assert!(!sandbox.root().join("out.pdf").exists());
    }
}

/// What `--fix` writes prints the same words, in both kinds of strings and in Markdown.
#[test]
fn what_is_mended_prints_the_same_words() {
    let sandbox = Sandbox::new();
    let program = "opd/diskominfo/programs/layanan-aduan.toml";
    sandbox.edit(
        program,
        "title = \"Layanan aduan warga\"",
        "title = \"Layanan\taduan\\twarga\u{2028}ko\u{200b}ta e\\u001Ektp pela\\u001fyanan\"",
    );
    let chapter = "# Pendahuluan\n\nKata\t\tsatu\u{b}dua\t\ntiga \t\nempat\u{2028}\n\n\
                   | a | b |\n|---|---|\n| c\u{2029}d | e\tf |\n\nUnit\tNilai\nBadan\t12\n";
    sandbox.write("chapters/pendahuluan.md", chapter);
    let before = sandbox.build(&[]).text();
    let run = sandbox.run(&["check", "--fix"]);
    assert!(run.status <= 1, "{}", run.stderr);
    let after = sandbox.build(&[]).text();
    // An end of a line is no character of the text of a PDF.
    let letters = |text: &str| {
        let letters = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{ad}');
        letters.collect::<String>()
    };
    assert_eq!(letters(&before), letters(&after));
    for text in [&before, &after] {
        assert!(text.contains("Kata satu"), "{text}");
        assert!(text.contains("Layanan aduan warga"), "{text}");
    }
    let text = fs::read_to_string(sandbox.plan().join(program)).unwrap();
    let title = "title = \"Layanan aduan warga\\nkota e\u{2011}ktp pelayanan\"";
    assert!(text.contains(title), "{text}");
    let text = fs::read_to_string(sandbox.plan().join("chapters/pendahuluan.md")).unwrap();
    assert!(text.contains("Kata satu<br>dua"), "{text}");
    // A table that was pasted becomes one.
    assert!(
        text.contains("| Unit | Nilai |\n|---|---|\n| Badan | 12 |"),
        "{text}"
    );
}

/// A control character that TOML does not allow is named where it stands, and mended
/// where it means something.
#[test]
fn control_characters_that_are_no_toml_are_named() {
    let program = "opd/diskominfo/programs/layanan-aduan.toml";
    for (title, code, mended) in [
        ("\"Layanan\u{b}aduan\"", "U+000B", "\"Layanan\\naduan\""),
        (
            "\"Layanan e\u{1e}ktp\"",
            "U+001E",
            "\"Layanan e\u{2011}ktp\"",
        ),
        ("'Layanan pela\u{1f}yanan'", "U+001F", "'Layanan pelayanan'"),
        ("'''Layanan\u{c}aduan'''", "U+000C", "'''Layanan\naduan'''"),
        (
            "\"\"\"Layanan\u{c}aduan\"\"\"",
            "U+000C",
            "\"\"\"Layanan\\naduan\"\"\"",
        ),
        ("\"A\" # a\u{7}b", "U+0007", "\"A\" # a b"),
        ("\"Layanan\u{7}aduan\"", "U+0007", "\"Layanan\u{7}aduan\""),
        ("'Layanan\u{b}aduan'", "U+000B", "'Layanan\u{b}aduan'"),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit(program, "\"Layanan aduan warga\"", title);
        let told = sandbox.told();
        let named = |line: &String| line.contains("STR007") && line.contains(code);
        assert!(told.iter().any(named), "{title:?}: {told:?}");
        sandbox.run(&["check", "--fix"]);
        let text = fs::read_to_string(sandbox.plan().join(program)).unwrap();
        assert!(
            text.contains(&format!("title = {mended}")),
            "{title:?}: {text}"
        );
    }
}

/// The title of the window and the head of a page have one line, however many the title
/// of the plan has.
#[test]
fn a_title_of_two_lines_is_one_where_there_is_room_for_one() {
    let sandbox = Sandbox::new();
    let title = "Rencana Induk Kota Cerdas";
    sandbox.edit(
        "plan.toml",
        &format!("\"{title}\""),
        "\"Rencana\u{2028}Induk\tKota\\r\\nCerdas\"",
    );
    sandbox.build(&[]);
    let document = lopdf::Document::load(sandbox.root().join("out.pdf")).unwrap();
    let metadata = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok());
    let metadata: Vec<String> = metadata
        .map(|stream| String::from_utf8_lossy(&stream.content).into_owned())
        .filter(|text| text.contains("<dc:title>"))
        .collect();
    assert!(
        metadata.iter().any(|text| text.contains(title)),
        "{metadata:?}"
    );
}
