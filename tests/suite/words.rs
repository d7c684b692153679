//! The words of a book: of the government, in the plan's own words, in another language.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;
use walkdir::WalkDir;

use crate::sandbox::{Book, Sandbox, copy};

/// The invented city as the plan of another government: each text that says `from` says `to`.
fn example(government: &str, replaced: &[(&str, &str)]) -> Sandbox {
    let sandbox = Sandbox::empty();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/kota-teladan");
    copy(&root, &sandbox.plan());
    for entry in WalkDir::new(sandbox.plan()) {
        let path = entry.unwrap().into_path();
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let mut said = text.clone();
        for (from, to) in replaced {
            said = said.replace(from, to);
        }
        fs::write(path, said).unwrap();
    }
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let line = format!("government = \"{government}\"\n{plan}");
    sandbox.write("plan.toml", line);
    sandbox
}

fn words(book: &Book) -> Vec<String> {
    let text = book.text().to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.map(str::to_owned).collect()
}

#[test]
fn the_book_of_a_regency_has_no_word_of_a_city() {
    // What the plan itself says of a city goes, but for the source of funds.
    let indonesian = [
        ("apbd-kota", "apbd-ko-ta"),
        ("Wali Kota", "Bupati"),
        ("wali kota", "bupati"),
        ("Kota", "Kabupaten"),
        ("kota", "kabupaten"),
        ("apbd-ko-ta", "apbd-kota"),
    ];
    let sandbox = example("kabupaten", &indonesian);
    let book = sandbox.build(&[]);
    let words = words(&book);
    for word in ["kota", "perkotaan", "walikota"] {
        assert!(!words.contains(&word.to_owned()), "{word}");
    }
    book.assert_has("APBD Kabupaten");
    book.assert_has("Seluruh kabupaten");
    book.assert_has("perannya dalam kabupaten cerdas");
    // In English only the tool speaks of it: what the plan says is Indonesian.
    sandbox.edit("plan.toml", "language = \"id\"", "language = \"en\"");
    let book = sandbox.build(&[]);
    let words = self::words(&book);
    for word in ["city", "cities", "mayor"] {
        assert!(!words.contains(&word.to_owned()), "{word}");
    }
    book.assert_has("Regency budget");
    book.assert_has("its role in the smart regency");
}

/// The plan that `init` writes, of a government.
fn governed(government: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    sandbox.write(
        "plan.toml",
        format!("government = \"{government}\"\n{plan}"),
    );
    sandbox
}

#[test]
fn the_head_of_a_region_signs_by_office_where_no_council_is_named() {
    for (government, office, region) in [
        ("kota", "Wali Kota", "Seluruh kota"),
        ("kabupaten", "Bupati", "Seluruh kabupaten"),
        ("provinsi", "Gubernur", "Seluruh provinsi"),
    ] {
        let sandbox = governed(government);
        sandbox.edit("plan.toml", "[\"cover\", ", "[\"cover\", \"approval\", ");
        let book = sandbox.build(&[]);
        book.assert_has(office);
        book.assert_has(region);
    }
}

#[test]
fn the_own_budget_of_a_government_counts_towards_ceilings() {
    let over = |government: &str, source: &str| {
        let sandbox = governed(government);
        let program = "opd/diskominfo/programs/layanan-aduan.toml";
        sandbox.edit(program, "apbd-kota", source);
        let opd = sandbox.plan().join("opd/diskominfo/opd.toml");
        let text = fs::read_to_string(&opd).unwrap();
        let ceilings =
            "\n[[ceiling]]\nyear = 2027\namount = 1\n\n[[ceiling]]\nyear = 2028\namount = 1\n";
        fs::write(opd, format!("{text}{ceilings}")).unwrap();
        sandbox
            .findings()
            .iter()
            .any(|one| one.starts_with("MON004 "))
    };
    assert!(over("kota", "apbd-kota"));
    assert!(over("kabupaten", "apbd-kabupaten"));
    assert!(over("provinsi", "apbd-provinsi"));
    assert!(!over("kota", "apbd-provinsi"));
    assert!(!over("provinsi", "apbd-kota"));
}

#[test]
fn a_plan_says_the_words_of_its_book_in_its_own() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "words/buku.ftl",
        "# Kata kami\n\
         book-chapter = Bagian { $number }\n\
         book-region = negeri\n\
         book-label-status = Keadaan\n\
         book-programmes-of = Yang dipimpin { $owner }\n\
         book-fund-apbd-kota = Kas { book-region }\n",
    );
    assert_eq!(sandbox.told(), [""; 0]);
    let book = sandbox.build(&[]);
    for text in [
        "Bagian I",
        "Seluruh negeri",
        "Keadaan",
        "Yang dipimpin Diskominfo",
        "Kas negeri",
    ] {
        book.assert_has(text);
    }
    assert!(!book.text().contains("BAB"));
}

#[test]
fn what_is_wrong_with_own_words_is_found_where_it_stands() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "words/buku.ftl",
        "book-chapter: Bagian\n\
         book-regoin = negeri\n\
         book-government-of = Pemerintah { $kota } { book-regoin } { UPPER($city) }\n",
    );
    let told = sandbox.told();
    let places: Vec<_> = told
        .iter()
        .map(|line| line.split(": ").next().unwrap())
        .collect();
    let file = "plan/words/buku.ftl";
    assert_eq!(
        places,
        [
            format!("{file}:1:13"),
            format!("{file}:2:1"),
            format!("{file}:3:36"),
            format!("{file}:3:45"),
            format!("{file}:3:61"),
        ],
        "{told:#?}"
    );
    assert!(told[1].contains("`book-region`"), "{told:#?}");
    assert!(told[2].contains("{ $kota }"), "{told:#?}");
}

/// The English words of a book, each with a mark.
fn marked() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let english = fs::read_to_string(root.join("locales/en/book.ftl")).unwrap();
    let lines = english.lines().map(|line| match line.split_once(" = ") {
        Some((name, text)) if !text.ends_with("->") => {
            format!("{name} = {text}ø\n")
        }
        _ => format!("{line}\n"),
    });
    lines.collect()
}

#[test]
fn a_third_language_is_a_folder_of_files() {
    let sandbox = Sandbox::new();
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    sandbox.write("plan.toml", format!("language = \"tet\"\n{plan}"));
    // Nothing of it is there yet.
    let told = sandbox.told();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("plan/plan.toml:1:12"), "{told:#?}");
    assert!(told[0].contains("`tet`"), "{told:#?}");
    sandbox.build(&[]).assert_has("Chapter I");
    sandbox.write("words/tetun.ftl", marked());
    assert_eq!(sandbox.told(), [""; 0]);
    let book = sandbox.build(&[]);
    for text in [
        "Chapter Iø",
        "CONTENTSØ",
        "whole cityø",
        "Total budgetø",
        "Statusø",
    ] {
        book.assert_has(text);
    }
    let lang = book.document.catalog().unwrap().get(b"Lang").unwrap();
    assert_eq!(lang.as_str().unwrap(), b"tet");
}

#[test]
fn another_code_of_a_language_that_is_spoken_is_asked_about() {
    let sandbox = Sandbox::new();
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    for (written, meant) in [("indonesia", "id"), ("ind", "id"), ("eng", "en")] {
        sandbox.write("plan.toml", format!("language = \"{written}\"\n{plan}"));
        let told = sandbox.told().join("\n");
        assert!(told.contains("plan.toml:1:12"), "{told}");
        assert!(
            told.contains(&format!("`\"{meant}\"`")) || told.contains(&format!("`{meant}`")),
            "{told}"
        );
    }
}

#[test]
fn all_words_are_written_out_as_comments() {
    for language in ["id", "en"] {
        let sandbox = Sandbox::empty();
        let arguments = ["init", "--with-words", "--language", language];
        assert_eq!(sandbox.run(&arguments).status, 0);
        let folder = sandbox.plan().join("words");
        let file = fs::read_dir(folder).unwrap().next().unwrap().unwrap();
        let text = fs::read_to_string(file.path()).unwrap();
        assert!(
            text.lines()
                .all(|line| line.is_empty() || line.starts_with('#'))
        );
        assert!(text.contains("# book-region = "));
        assert_eq!(sandbox.run(&["check"]).status, 0);
        // Every message without its mark is the words of the tool.
        let said: Vec<&str> = text
            .lines()
            .map(|line| line.strip_prefix("# ").unwrap_or(line))
            .collect();
        fs::write(file.path(), said[1..].join("\n")).unwrap();
        let run = sandbox.run(&["check", "--format", "short"]);
        assert!(!run.stdout.contains("CFG0"), "{}", run.stdout);
    }
}

/// The keys that follow `before` in the files of a folder.
fn keys_after(folder: &str, before: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pattern = Regex::new(&format!(r#"{before}\(\s*"([a-z0-9-]+)""#)).unwrap();
    let files = WalkDir::new(root.join(folder)).into_iter();
    let files = files.map(|file| file.unwrap().into_path());
    let texts = files.filter_map(|path| fs::read_to_string(path).ok());
    texts
        .flat_map(|text| {
            let found = pattern.captures_iter(&text);
            found.map(|found| found[1].to_owned()).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn every_word_that_is_asked_for_is_there_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let english = fs::read_to_string(root.join("locales/en/book.ftl")).unwrap();
    let there: BTreeSet<String> = english
        .lines()
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .filter(|key| key.starts_with("book-"))
        .collect();
    let mut asked = keys_after("src/compose", r"\.get");
    asked.extend(keys_after("src/compose", r"message!"));
    asked.retain(|key| key.starts_with("book-"));
    let labels = keys_after("templates", r"\bword");
    asked.extend(labels.iter().map(|label| format!("book-label-{label}")));
    // Wherever a key stands, it is that of a message or of a group of them.
    let groups = keys_after("src/compose", r"\.named");
    let literal = Regex::new("\"(book-[a-z-]+)\"").unwrap();
    let compose = WalkDir::new(root.join("src/compose"));
    for file in compose
        .into_iter()
        .chain(WalkDir::new(root.join("src/html")))
        .chain(WalkDir::new(root.join("src/resolve/value")))
    {
        let Ok(text) = fs::read_to_string(file.unwrap().path()) else {
            continue;
        };
        let keys = literal
            .captures_iter(&text)
            .map(|found| found[1].to_owned());
        asked.extend(keys.filter(|key| !groups.contains(key)));
    }
    let missing: Vec<_> = asked.difference(&there).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let own = |key: &String| {
        let inside = format!("{{ {key} }}");
        asked.contains(key) || english.contains(&inside)
    };
    let of_group = |key: &String| {
        let mut groups = groups.iter();
        groups.any(|group| {
            key.strip_prefix(group.as_str())
                .is_some_and(|rest| rest.starts_with('-'))
        })
    };
    // Labels of facts come with the facts, and what carries no mark with its kind.
    let by_name = |key: &str| key.starts_with("book-label-") || key.starts_with("book-unmarked-");
    let idle: Vec<_> = there
        .iter()
        .filter(|key| !own(key) && !of_group(key) && !by_name(key))
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn a_plan_is_begun_for_a_regency_or_a_province() {
    for (government, language, title, fund) in [
        (
            "kabupaten",
            "id",
            "Rencana Induk Kabupaten Cerdas",
            "APBD Kabupaten",
        ),
        (
            "provinsi",
            "en",
            "Smart Province Master Plan",
            "Provincial budget",
        ),
    ] {
        let sandbox = Sandbox::empty();
        let arguments = ["init", "--government", government, "--language", language];
        assert_eq!(sandbox.run(&arguments).status, 0);
        assert_eq!(sandbox.run(&["check"]).status, 0);
        let book = sandbox.build(&[]);
        book.assert_has(fund);
        assert!(
            book.text().to_lowercase().contains(&title.to_lowercase()),
            "{title}"
        );
    }
    let run = Sandbox::empty().run(&["init", "--government", "desa"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("kabupaten"), "{}", run.stderr);
}

/// Codes and places of what is found in a file of words.
fn of_words(text: &str) -> Vec<String> {
    let sandbox = Sandbox::new();
    sandbox.write("words/buku.ftl", text);
    let found = sandbox.findings();
    // Whatever is found, nothing is built that is not meant, and nothing breaks.
    let run = sandbox.run(&["build", "-o", "out.pdf"]);
    let errors = found.iter().any(|one| !one.starts_with("CFG011"));
    assert_eq!(run.status, i32::from(errors), "{text}: {}", run.stderr);
    found
}

#[test]
fn a_message_of_which_no_text_can_be_made_is_found() {
    let deep = |braces: usize| format!("book-opd = {}\n", "{ ".repeat(braces));
    let closed = format!("book-opd = {}\"x\"{}\n", "{ ".repeat(40), " }".repeat(40));
    let many = "book-region = { book-district-name } { book-district-name } { book-district-name }\n\
                book-district-name = { book-opd } { book-opd } { book-opd } { book-opd }\n\
                book-opd = { book-pillar } { book-pillar } { book-pillar } { book-pillar }\n\
                book-pillar = { book-total } { book-total } { book-total } { book-total }\n";
    for (text, found) in [
        ("book-opd = { book-opd }\n", "CFG009 words/buku.ftl:1:1"),
        (
            "book-chapter = { $number } { book-chapter }\n",
            "CFG009 words/buku.ftl:1:1",
        ),
        (
            "book-region = { book-smart-region }\n",
            "CFG009 words/buku.ftl:1:1",
        ),
        (many, "CFG009 words/buku.ftl:1:1"),
        (
            "book-whole-region = { book-signed }\n",
            "CFG007 words/buku.ftl:1:23",
        ),
        (
            "book-opd =\n    .attr = Dinas\n",
            "CFG005 words/buku.ftl:1:1",
        ),
        (
            "book-opd = { book-region.attr }\n",
            "CFG007 words/buku.ftl:1:26",
        ),
        ("book-opd = A\nbook-opd = B\n", "CFG010 words/buku.ftl:2:1"),
        ("book-chapter = Bagian\n", "CFG011 words/buku.ftl:1:1"),
        (&deep(100_000), "CFG005 words/buku.ftl:1:76"),
        (&closed, "CFG005 words/buku.ftl:1:76"),
        (
            "book-pillar = Sokoguru\n book-opd = Dinas\n",
            "CFG005 words/buku.ftl:2:2",
        ),
    ] {
        let all = of_words(text);
        assert!(all.contains(&found.to_owned()), "{found}: {all:?}");
    }
}

#[test]
fn the_name_of_a_region_is_held_against_its_government() {
    for (city, government, is_found) in [
        ("Kabupaten Contohan", None, true),
        ("Kabupaten Contohan", Some("kabupaten"), false),
        ("Kota Contohan", Some("kabupaten"), true),
        ("Ambon", Some("provinsi"), false),
        ("Kabupaten Contohan", Some("kab"), false),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit("plan.toml", "\"Kota Contohan\"", &format!("\"{city}\""));
        if let Some(government) = government {
            let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
            let line = format!("government = \"{government}\"\n{plan}");
            sandbox.write("plan.toml", line);
        }
        let found = sandbox.findings();
        let found = found.iter().any(|one| one.starts_with("CFG012"));
        assert_eq!(found, is_found, "{city} {government:?}");
    }
}

#[test]
fn a_region_that_is_a_province_is_named_once_on_the_cover() {
    let sandbox = governed("provinsi");
    sandbox.edit("plan.toml", "\"Kota Contohan\"", "\"Provinsi Contohan\"");
    let book = sandbox.build(&[]);
    let cover = book.pages[0].to_uppercase();
    assert!(cover.contains("PROVINSI CONTOHAN RENCANA"), "{cover}");
}
