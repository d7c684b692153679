//! The PDF standards that a book follows.

use std::collections::BTreeSet;
use std::fs;

use lopdf::{Dictionary, Document, Object};

use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

fn metadata(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let book = sandbox.build(arguments);
    String::from_utf8_lossy(&book.bytes).into_owned()
}

#[test]
fn another_standard_can_be_chosen() {
    let sandbox = Sandbox::new();
    let chosen = metadata(&sandbox, &["--pdf-standard", "a-3b"]);
    assert!(chosen.contains("<pdfaid:part>3</pdfaid:part>"));
    assert!(chosen.contains("<pdfaid:conformance>B</pdfaid:conformance>"));
    assert!(!chosen.contains("pdfuaid:part"));
    let both = metadata(&sandbox, &["--pdf-standard", "a-2u,ua-1"]);
    assert!(both.contains("<pdfaid:conformance>U</pdfaid:conformance>"));
    assert!(both.contains("<pdfuaid:part>1</pdfuaid:part>"));
    let old = metadata(&sandbox, &["--pdf-standard", "1.4"]);
    assert!(old.starts_with("%PDF-1.4") && !old.contains("pdfaid:part"));
}

/// Objects that are no streams stand in compressed ones, where the version of the file has such.
#[test]
fn objects_stand_in_streams() {
    let sandbox = Sandbox::new();
    let apart = |arguments: &[&str]| {
        let text = metadata(&sandbox, arguments);
        let ends = text.split("endobj").filter(|before| {
            let before = before.trim_end();
            before.contains(" 0 obj") && !before.ends_with("endstream")
        });
        ends.count()
    };
    assert_eq!(apart(&[]), 0);
    assert_eq!(apart(&["--pdf-standard", "1.5"]), 0);
    assert!(apart(&["--pdf-standard", "1.4"]) > 100);
}

#[test]
fn a_standard_that_was_chosen_is_kept_or_nothing_is_built() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "summary = \"", "summary = \"🎵 ");
    let run = sandbox.run(&["build", "--pdf-standard", "a-2b"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("PDF/A-2b"), "{}", run.stderr);
    assert!(!fs::exists(sandbox.root().join("build/master-plan.pdf")).unwrap());
    // Where none was chosen, the book is worth more than the standard.
    let run = sandbox.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("TXT033"), "{}", run.stderr);
}

/// What `check` says of a character or a picture is not said again of the book, unless it
/// is why there is no book. Where nobody says it, the places of a file are told together.
#[test]
fn what_keeps_a_book_from_conforming_is_told_once() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        PROGRAM,
        "summary = \"",
        "summary = \"🎵 dan 🎵 dan \\U0001F3B5 \u{f0b7} ",
    );
    sandbox.write("assets/a.svg", DRAWING);
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\n![Alur](assets/a.svg)\n\nSelesai ✅, 名前 ✅.\n",
    );
    let told = |arguments: &[&str], code: &str| -> Vec<String> {
        let run = sandbox.run(&[&["build"], arguments].concat());
        let lines = run.stderr.lines().zip(run.stderr.lines().skip(1));
        lines
            .filter(|(head, _)| head.contains(code))
            .map(|(_, place)| place.trim().trim_start_matches("--> ").to_owned())
            .collect()
    };
    assert_eq!(told(&[], "PDF003"), Vec::<String>::new());
    assert_eq!(told(&[], "STR040").len(), 1);
    assert_eq!(told(&["--deny", "nonconforming-pdf"], "PDF003").len(), 2);
    let silent = ["missing-glyph", "stray-character", "picture-letters"];
    let silent: Vec<&str> = silent.iter().flat_map(|rule| ["--allow", *rule]).collect();
    let found = told(&silent, "PDF003");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].starts_with("plan/chapters/pendahuluan.md:3:"),
        "{found:?}"
    );
    assert!(
        found[1].starts_with(&format!("plan/{PROGRAM}:")),
        "{found:?}"
    );
}

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\">\
    <text x=\"5\" y=\"20\">Selesai ✅</text></svg>";

#[test]
fn standards_that_do_not_exist_or_do_not_go_together_are_bad_usage() {
    let sandbox = Sandbox::new();
    for (names, wanted) in [("a-9z", "ua-1"), ("a-2b,a-4", "sekaligus: a-2b, a-4")] {
        let run = sandbox.run(&["build", "--pdf-standard", names]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains(wanted), "{}", run.stderr);
    }
}

/// An element of the structure tree: its kind, its dictionary, how deep it is.
type Element<'a> = (String, &'a Dictionary, usize);

/// Every element of the structure tree, in reading order.
fn structure(document: &Document) -> Vec<Element<'_>> {
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let root = document.dereference(root).unwrap().1.as_dict().unwrap();
    let mut found = Vec::new();
    visit(document, root, 0, &mut found);
    found
}

fn visit<'a>(
    document: &'a Document,
    element: &'a Dictionary,
    depth: usize,
    found: &mut Vec<Element<'a>>,
) {
    if let Ok(kind) = element.get(b"S").and_then(Object::as_name) {
        let kind = String::from_utf8_lossy(kind).into_owned();
        found.push((kind, element, depth));
    }
    let Ok(kids) = element.get(b"K") else { return };
    let kids = document.dereference(kids).unwrap().1;
    let kids = match kids {
        Object::Array(kids) => kids.iter().collect(),
        kid => vec![kid],
    };
    for kid in kids {
        // Numbers are pieces of the page; dictionaries without a kind refer to them.
        if let Ok(kid) = document.dereference(kid).unwrap().1.as_dict() {
            visit(document, kid, depth + 1, found);
        }
    }
}

#[test]
fn the_book_can_be_read_aloud() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\n## Satu\n\nIsi[^1].\n\n#### Tiga tingkat lebih dalam\n\n- butir\n\n\
         | Kiri | Kanan |\n|---|---|\n| a | b |\n\n[^1]: Catatan.\n\n\
         ```ambonplan\nshow = \"road-map\"\n```\n",
    );
    let book = sandbox.build(&[]);
    let document = &book.document;
    let catalog = document.catalog().unwrap();
    let follow = |object: &Object| document.dereference(object).unwrap().1.clone();
    let marked = follow(catalog.get(b"MarkInfo").unwrap());
    let marked = marked.as_dict().unwrap().get(b"Marked").unwrap();
    assert!(marked.as_bool().unwrap());
    let shown = follow(catalog.get(b"ViewerPreferences").unwrap());
    let shown = shown.as_dict().unwrap().get(b"DisplayDocTitle").unwrap();
    assert!(shown.as_bool().unwrap());

    let elements = structure(document);
    let count = |wanted: &str| elements.iter().filter(|(kind, ..)| kind == wanted).count();
    // Everything drawn is described.
    let figures = elements.iter().filter(|(kind, ..)| kind == "Figure");
    let mut described = 0;
    for (_, figure, _) in figures {
        let alt = figure.get(b"Alt").expect("a figure without words");
        assert!(!lopdf::decode_text_string(alt).unwrap().trim().is_empty());
        described += 1;
    }
    assert!(described >= 3, "{described} figures");
    // No level of headings is left out.
    let levels: Vec<usize> = elements
        .iter()
        .filter_map(|(kind, ..)| kind.strip_prefix('H')?.parse().ok())
        .collect();
    assert_eq!(levels.first(), Some(&1));
    for (before, level) in levels.iter().zip(levels.iter().skip(1)) {
        assert!(*level <= before + 1, "{levels:?}");
    }
    // Tables have heads; lists, notes, links and the contents are what they are.
    assert!(count("Table") >= 5 && count("TH") > 2 * count("Table"));
    // A row of data and a fact have a head of their own, and each value names it.
    let is_of_row = |head: &Dictionary| {
        let Ok(attributes) = head.get(b"A") else {
            return false;
        };
        let attributes = match follow(attributes) {
            Object::Array(all) => all,
            one => vec![one],
        };
        attributes.iter().any(|it| {
            let it = follow(it);
            let scope = it.as_dict().and_then(|it| it.get(b"Scope"));
            scope.and_then(Object::as_name).is_ok_and(|it| it == b"Row")
        })
    };
    let heads = elements.iter().filter(|(kind, ..)| kind == "TH");
    let heads = heads.filter(|(_, head, _)| is_of_row(head)).count();
    assert!(heads > 10, "{heads} heads of rows");
    for kind in ["P", "L", "LI", "Note", "Link", "TOC", "TOCI", "Caption"] {
        assert!(count(kind) > 0, "no {kind}");
    }
}

#[test]
fn a_page_is_read_in_the_order_in_which_it_is_seen() {
    let book = Sandbox::new().build(&[]);
    let text = book.text();
    let mut from = 0;
    for part in [
        "BAB II SMART GOVERNANCE",
        "SASARAN",
        "2.1 Dimensi dan arah kebijakan",
        "Tabel 2.1. Dimensi Smart Governance",
        "2.2 Program",
        "GOV-01 Layanan aduan warga",
        "Pelaksana Dinas Komunikasi dan Informatika",
        "Kegiatan Keluaran Waktu",
        "Indikator dan sumber dana Satuan Awal",
        "juta rupiah",
        "BAB III ANGGARAN",
    ] {
        let at = text[from..].find(part);
        from += at.unwrap_or_else(|| panic!("{part:?} is not behind {:?}", &text[..from]));
    }
}

/// A PDF has ASCII for addresses; readers see them as they are written.
#[test]
fn addresses_are_ascii_for_viewers_and_printed_as_written() {
    let sandbox = Sandbox::new();
    let policy = "[policy]\nlinks = \"footnote\"\n\n[[phase]]";
    sandbox.edit("plan.toml", "[[phase]]", policy);
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Bab\n\nDi <https://ambon.go.id/café>, [warung](https://ambon.go.id/warung?q=é) dan \
         [kantor](https://kafé.id/) atau [surat](mailto:a@ambon.go.id?subject=é).\n\n\
         | [nasi](https://ambon.go.id/sajian/é) | b |\n|---|---|\n| c | d |\n",
    );
    let book = sandbox.build(&[]);
    let document = &book.document;
    let mut addresses = BTreeSet::new();
    for page in document.get_pages().into_values() {
        for annotation in document.get_page_annotations(page).unwrap() {
            let action = annotation.get(b"A").and_then(Object::as_dict);
            let Ok(address) = action.and_then(|action| action.get(b"URI")) else {
                continue;
            };
            let address = address.as_str().unwrap();
            addresses.insert(String::from_utf8(address.to_vec()).unwrap());
        }
    }
    let wanted = [
        "https://ambon.go.id/caf%C3%A9",
        "https://ambon.go.id/warung?q=%C3%A9",
        "https://xn--kaf-dma.id/",
        "mailto:a@ambon.go.id?subject=%C3%A9",
        "https://ambon.go.id/sajian/%C3%A9",
    ];
    assert_eq!(addresses, wanted.map(str::to_owned).into());
    for address in ["café", "warung?q=é", "subject=é", "sajian/é"] {
        book.assert_has(address);
    }
}
