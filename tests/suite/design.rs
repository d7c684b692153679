//! How the book is designed: what stands where, found by what, in which type.

use std::collections::BTreeSet;
use std::path::Path;

use ambonplan::check::Options;
use ambonplan::project;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::geometry::{self, Geometry, Seen};
use crate::sandbox::{Book, Sandbox, copy, laid_out};

const OUTLINE: &str =
    "body = [\"chapter:pendahuluan\", \"pillars\", \"budget\", \"evaluation\", \"opd\"]";

/// A plan with these chapters before its pillars.
fn with_chapters(chapters: &[(&str, &str)]) -> Sandbox {
    let sandbox = Sandbox::new();
    let names = chapters
        .iter()
        .map(|(name, _)| format!("\"chapter:{name}\""));
    let names: Vec<String> = names.collect();
    let outline = OUTLINE.replace("\"chapter:pendahuluan\"", &names.join(", "));
    sandbox.edit("plan.toml", OUTLINE, &outline);
    for (name, text) in chapters {
        sandbox.write(&format!("chapters/{name}.md"), text);
    }
    sandbox
}

/// The first page behind the contents on which words stand.
fn page_with(book: &Book, words: &str) -> usize {
    let mut pages = book.pages.iter().enumerate().skip(2);
    let found = pages.find(|(_, text)| text.contains(words));
    found
        .unwrap_or_else(|| panic!("{words}: {:?}", book.pages))
        .0
}

/// The number that a page bears at its foot.
fn number(book: &Book, page: usize) -> String {
    let words = book.pages[page].split_whitespace();
    words.last().unwrap().to_owned()
}

#[test]
fn a_short_chapter_goes_on_where_the_one_before_it_ends() {
    let long = "Kalimat yang panjang ini mengisi halaman. ".repeat(100);
    let sandbox = with_chapters(&[
        ("pendahuluan", "# Pendahuluan\n\nAlinea pembuka.\n"),
        ("singkat", "# Bab yang singkat\n\nHanya satu alinea.\n"),
        ("panjang", &format!("# Bab yang panjang\n\n{long}\n")),
    ]);
    let book = sandbox.build(&[]);
    let first = page_with(&book, "Alinea pembuka");
    assert_eq!(page_with(&book, "Hanya satu alinea"), first);
    assert_eq!(page_with(&book, "Kalimat yang panjang"), first + 1);
    // Chapters keep their numbers, and each its place in the outline.
    for (number, title) in [("BAB II", "singkat"), ("BAB III", "panjang")] {
        let outline = book.outline();
        let found = |it: &String| it.contains(number) && it.contains(title);
        assert!(outline.iter().any(found), "{outline:?}");
    }
}

#[test]
fn a_running_head_names_the_chapter_to_which_the_top_of_a_page_belongs() {
    let short = format!("{}\n\n", "Alinea yang singkat. ".repeat(20)).repeat(5);
    let mut goes_over = false;
    for sentences in [165, 200, 235, 250] {
        let long = "Kalimat yang mengisi halaman. ".repeat(sentences);
        let sandbox = with_chapters(&[
            ("pendahuluan", &format!("# Pertama\n\n{long}\n")),
            ("singkat", &format!("# Kedua\n\n{short}\n")),
        ]);
        let book = sandbox.build(&[]);
        let opens = page_with(&book, "KEDUA");
        let page = &book.pages[opens];
        assert!(page.contains("BAB I · Pertama"), "{sentences}: {page}");
        let next = &book.pages[opens + 1];
        if next.contains("Alinea yang singkat") {
            goes_over = true;
            assert!(next.contains("BAB II · Kedua"), "{sentences}: {next}");
        }
    }
    assert!(goes_over);
}

#[test]
fn a_programme_is_found_by_its_page() {
    let sandbox = Sandbox::new();
    let book = sandbox.build(&[]);
    let card = page_with(&book, "Satu pintu untuk setiap aduan");
    let printed = number(&book, card);
    let contents = &book.pages[1];
    assert!(contents.contains("Layanan aduan warga"), "{contents}");
    assert!(contents.contains(&printed), "{contents}");
    let opening = &book.pages[page_with(&book, "SMART GOVERNANCE")];
    for told in [
        "52 → 75,5 persen",
        "Aduan yang dijawab dalam tiga hari",
        "2026–2027",
        &format!("GOV-01, hlm. {printed}"),
    ] {
        let told = letters(told);
        assert!(letters(opening).contains(&told), "{told}: {opening}");
    }
}

/// Text without white space, which stands differently around links.
fn letters(text: &str) -> String {
    let letters = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{ad}');
    letters.collect()
}

#[test]
fn what_a_programme_supports_is_told_by_number_and_page_where_the_book_has_it() {
    let sandbox = Sandbox::new();
    let card = |book: &Book| letters(&book.pages[page_with(book, "Satu pintu untuk setiap aduan")]);
    // No chapter has the goals, the policy directions stand in that of their pillar.
    sandbox.write("chapters/pendahuluan.md", "# Pendahuluan\n\nAlinea.\n");
    let book = sandbox.build(&[]);
    let policy = page_with(&book, "Arah kebijakan Smart Governance");
    let policy = format!("arahkebijakanA1,hlm.{}", number(&book, policy));
    let told = format!("Meningkatnyamutupelayananpublik;{policy}");
    assert!(card(&book).contains(&told), "{told}: {}", card(&book));
    let text = "# Pendahuluan\n\n```ambonplan\nshow = \"goals\"\n```\n";
    sandbox.write("chapters/pendahuluan.md", text);
    let book = sandbox.build(&[]);
    let told = format!("tujuanT1,hlm.1;{policy}");
    assert!(card(&book).contains(&told), "{told}: {}", card(&book));
}

#[test]
fn a_programme_alone_begins_below_its_opening() {
    for program in ["layanan-112", "aduan-tuntas"] {
        let sandbox = Sandbox::empty();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy(&root.join("plan"), &sandbox.plan());
        let book = sandbox.build(&["--only", &format!("program:{program}")]);
        assert!(book.pages[0].contains("Pelaksana"), "{}", book.pages[0]);
    }
}

#[test]
fn a_card_says_what_was_reached_last() {
    let sandbox = Sandbox::new();
    let realised = "\n[[realised]]\nprogram = \"layanan-aduan\"\nindicator = \"Aduan yang dijawab dalam tiga hari\"\nyear = 2026\nvalue = 57\n";
    let evaluation = "title = \"Evaluasi\"\nstatus = \"done\"\nscope = \"Seluruh pilar\"\n";
    sandbox.write(
        "evaluations/2026-11-01.toml",
        format!("{evaluation}{realised}"),
    );
    let book = sandbox.build(&[]);
    let card = &book.pages[page_with(&book, "Satu pintu untuk setiap aduan")];
    assert!(letters(card).contains("Capaian57persen(2026:"), "{card}");
}

/// The sizes of type on the pages behind the cover, in tenths of a point, but for those of
/// marks above the line.
fn sizes(document: &PagedDocument) -> BTreeSet<u32> {
    fn walk(frame: &Frame, sizes: &mut BTreeSet<u32>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, sizes),
                FrameItem::Text(text) => {
                    let letters = text.text.chars().filter(|c| c.is_alphabetic()).count();
                    if letters > 3 {
                        sizes.insert((text.size.to_pt() * 10.0).round() as u32);
                    }
                }
                _ => {}
            }
        }
    }
    let mut sizes_of_all = BTreeSet::new();
    for page in document.pages().iter().skip(1) {
        walk(&page.frame, &mut sizes_of_all);
    }
    sizes_of_all
}

#[test]
fn a_book_has_five_sizes_of_type_and_none_below_eight_and_a_half_points() {
    for plan in ["plan", "examples/kota-teladan"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(plan);
        let project = project::load(&root, &Options::default()).unwrap();
        let document = laid_out(&project).0.unwrap();
        let mut found = sizes(&document);
        // Code is as high as the text around it where it is a little smaller.
        // Few tables have room for their words in smaller type only.
        found.retain(|size| ![63, 69, 73, 85, 105, 130, 170, 250].contains(size));
        assert!(found.is_empty(), "{plan}: {found:?}");
    }
}

/// Where the text of each page begins, from the left in points, but for the cover.
fn left_edges(geometry: &Geometry) -> Vec<f64> {
    let edge = |page: usize| {
        let own = geometry
            .placed
            .iter()
            .filter(|it| it.page == page && !it.running);
        let text = own.filter(|it| matches!(it.seen, Seen::Text(_)));
        text.map(|it| it.rect.left).fold(f64::MAX, f64::min)
    };
    (1..geometry.pages()).map(edge).collect()
}

#[test]
fn mirrored_margins_are_wider_where_pages_are_bound() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "plan.toml",
        "status = \"draft\"",
        "margins = \"mirrored\"\nstatus = \"draft\"",
    );
    let (geometry, findings) = geometry::with_findings(&sandbox);
    assert!(findings.is_empty());
    let edges = left_edges(&geometry);
    // Pages 2 and 3 of the file: on the left and on the right.
    let millimetres = |points: f64| points / 72.0 * 25.4;
    assert!((millimetres(edges[0]) - 20.0).abs() < 0.5, "{edges:?}");
    assert!((millimetres(edges[1]) - 28.0).abs() < 0.5, "{edges:?}");
    // Page 1 lies on the right, behind an empty one.
    let book = sandbox.build(&[]);
    let first = book
        .pages
        .iter()
        .position(|page| page.starts_with("BAB I "));
    assert_eq!(first, Some(4), "{:?}", book.pages);
    assert_eq!(book.pages[3].trim(), "");
}

#[test]
fn a_book_that_is_cut_says_where() {
    let sandbox = Sandbox::new();
    let bleed = |millimetres: u32| format!("bleed = {millimetres}\nstatus = \"draft\"");
    sandbox.edit("plan.toml", "status = \"draft\"", &bleed(3));
    let book = sandbox.build(&[]);
    for &page in book.document.get_pages().values() {
        let page = book.document.get_dictionary(page).unwrap();
        assert!(page.has(b"TrimBox"), "{page:?}");
    }
    sandbox.edit("plan.toml", "bleed = 3", "bleed = 30");
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("plan.toml"), "{}", run.stdout);
    assert!(run.stdout.contains("20 mm"), "{}", run.stdout);
}

#[test]
fn a_look_is_chosen_and_an_unknown_one_has_a_proposal() {
    let sandbox = Sandbox::new();
    let customary = sandbox.build(&[]).bytes;
    let theme = |name: &str| format!("theme = \"{name}\"\nstatus = \"draft\"");
    sandbox.edit("plan.toml", "status = \"draft\"", &theme("rempah"));
    let warm = sandbox.build(&[]);
    assert_ne!(customary, warm.bytes);
    // Below the opening of a pillar, which is on white, the chapter goes on at once.
    let opening = &warm.pages[page_with(&warm, "SMART GOVERNANCE")];
    assert!(opening.contains("Dimensi"), "{opening}");
    sandbox.edit("plan.toml", "\"rempah\"", "\"rempa\"");
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("rempah"), "{}", run.stdout);
}
