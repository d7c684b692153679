//! The pages of a preview: what they hold, and what can be asked about them.

use std::path::Path;

use ambonplan::check::Options;
use ambonplan::compose::Selection;
use ambonplan::finding::Findings;
use ambonplan::preview::{Block, Layout, Part, Problem, Session, Snapshot};
use ambonplan::project;
use ambonplan::reading;
use ambonplan::source::SourceTree;
use ambonplan::typeset::Fonts;

fn read(plan: &Path) -> (SourceTree, Findings) {
    let mut findings = Findings::default();
    let tree = reading::read(plan, &mut findings).unwrap();
    (tree, findings)
}

/// A session in a copy of the example plan.
struct Desk {
    folder: tempfile::TempDir,
    session: Session,
}

impl Desk {
    fn new(part: Option<&str>) -> (Self, Snapshot) {
        let folder = tempfile::tempdir().unwrap();
        for (_, file) in read(Path::new("plan")).0.iter() {
            let path = folder.path().join(&file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            if file.role.is_text() {
                std::fs::write(path, &file.text).unwrap();
            } else {
                std::fs::write(path, &file.bytes).unwrap();
            }
        }
        let selection = Selection {
            volume: None,
            part: part.map(str::to_owned),
        };
        let session = Session::new(selection, Options::default(), Fonts::embedded);
        let mut desk = Self { folder, session };
        let edition = desk.look().unwrap();
        (desk, edition)
    }

    fn look(&mut self) -> Option<Snapshot> {
        let (tree, findings) = read(self.folder.path());
        self.session.update(tree, findings)
    }

    fn edit(&mut self, path: &str, from: &str, to: &str) -> Snapshot {
        let path = self.folder.path().join(path);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        std::fs::write(path, text.replacen(from, to, 1)).unwrap();
        self.look().unwrap()
    }
}

fn keys(edition: &Snapshot) -> Vec<String> {
    let layout = edition.layout.as_ref().unwrap();
    layout
        .sheets
        .iter()
        .map(|sheet| sheet.key.clone())
        .collect()
}

#[test]
fn an_edit_changes_the_pages_that_show_it() {
    let (mut desk, before) = Desk::new(None);
    assert_eq!(before.problem, None);
    let program = program(&before);
    let after = desk.edit(&program, "summary = \"", "summary = \"Sungguh-sungguh. ");
    let (old, new) = (keys(&before), keys(&after));
    assert_eq!(old.len(), new.len());
    let changed: Vec<usize> = (0..old.len()).filter(|&at| old[at] != new[at]).collect();
    assert!((1..=2).contains(&changed.len()), "{changed:?}");
    let spot = after.changed.unwrap();
    assert!(changed.contains(&spot.page), "{spot:?} {changed:?}");
    let found = after.layout.as_ref().unwrap().search("sungguh-sungguh.");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].page, spot.page);
    // Nothing has changed: nothing is to be seen.
    assert!(desk.look().is_none());
}

/// What a session knows of the book before an edit leaves no trace in the book after it,
/// even where pages come and go.
#[test]
fn a_session_shows_what_a_new_one_would() {
    let (mut desk, first) = Desk::new(None);
    let program = program(&first);
    let long = format!("summary = \"{} ", "Warga mendapat jawaban. ".repeat(120));
    let edits = [
        (program.as_str(), "summary = \"", long.as_str()),
        ("chapters/visi.md", "\n", "\n\nSatu kata lagi.\n\n"),
        (program.as_str(), &long, "summary = \""),
        (program.as_str(), "title = \"", "title = \"Baru: "),
    ];
    for (path, from, to) in edits {
        let edition = desk.edit(path, from, to);
        assert_eq!(edition.problem, None);
        let mut other = Session::new(Selection::default(), Options::default(), Fonts::embedded);
        let (tree, findings) = read(desk.folder.path());
        let anew = other.update(tree, findings).unwrap();
        assert_eq!(keys(&edition), keys(&anew), "{path}: {from}");
    }
}

/// Path of a programme of the plan.
fn program(edition: &Snapshot) -> String {
    let files = edition.project.tree.iter().map(|(_, file)| &file.path);
    let mut programs = files.filter(|path| path.contains("/programs/") && path.ends_with(".toml"));
    programs.nth(1).unwrap().clone()
}

#[test]
fn broken_plans_leave_the_last_pages() {
    let (mut desk, before) = Desk::new(None);
    let program = program(&before);
    let broken = desk.edit(&program, "title = ", "titel = ");
    assert!(matches!(broken.problem, Some(Problem::Errors(1..))));
    assert_eq!(keys(&before), keys(&broken));
    let mended = desk.edit(&program, "titel = ", "title = ");
    assert_eq!(mended.problem, None);
    assert_eq!(keys(&before), keys(&mended));
}

#[test]
fn mistakes_of_others_do_not_stop_an_agency() {
    let (mut desk, before) = Desk::new(Some("opd:diskominfo"));
    let files = before
        .project
        .tree
        .iter()
        .map(|(_, file)| file.path.clone());
    let other = files
        .filter(|path| path.ends_with("/opd.toml"))
        .find(|path| !path.contains("/diskominfo/"))
        .unwrap();
    let after = desk.edit(&other, "name = ", "nama = ");
    assert_eq!(after.problem, None);
    let (here, elsewhere): (Vec<_>, Vec<_>) = after
        .project
        .findings
        .iter()
        .partition(|finding| after.is_here(finding));
    assert!(!elsewhere.is_empty());
    let error = |finding: &&ambonplan::finding::Finding| {
        finding.severity() == ambonplan::finding::Severity::Error
    };
    assert!(!here.iter().any(error));
    let gone = {
        std::fs::remove_dir_all(desk.folder.path().join("opd/diskominfo")).unwrap();
        desk.look().unwrap()
    };
    assert!(
        matches!(gone.problem, Some(Problem::Part(_))),
        "{:?}",
        gone.problem
    );
    assert!(gone.layout.is_some());
}

/// Each paragraph, card and row leads to where it was written.
#[test]
fn what_stands_on_a_page_leads_to_its_source() {
    let (_desk, edition) = Desk::new(None);
    let layout = edition.layout.as_ref().unwrap();
    let mut seen = 0;
    for (_, file) in layout.tree.iter() {
        for (line, text) in (1..).zip(file.text.lines()) {
            // Texts that stand once in the book, and are long enough not to be divided
            // into something else.
            let words = match file.path.as_str() {
                path if path.ends_with(".md") => text,
                _ => match text.split_once("summary = \"") {
                    Some(("", rest)) => rest,
                    _ => continue,
                },
            };
            let plain = |c: char| c.is_alphabetic() || " ,-".contains(c);
            let words: String = words.chars().take_while(|c| plain(*c)).take(40).collect();
            if words.len() < 30 || words.starts_with([' ', '-']) {
                continue;
            }
            let hits = layout.search(&words);
            let [hit] = hits.as_slice() else { continue };
            let area = hit.areas[0];
            let (x, y) = (area.x + area.width / 2.0, area.y + area.height / 2.0);
            let (span, _) = layout.origin(hit.page, x, y).unwrap();
            let origin = layout.tree.get(span.file).unwrap();
            assert_eq!(origin.path, file.path, "{words}");
            // A paragraph of Markdown begins some lines above.
            let found = origin.line_column(span.start()).0;
            assert!(
                found <= line && line - found < 12,
                "{found} for {line}: {words}"
            );
            let offset = file.text.find(text).unwrap();
            let spot = layout.find(&file.path, offset).unwrap();
            assert!(spot.page <= hit.page, "{words}");
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen}");
}

/// Each text on a page leads to its own place, whatever stands around it.
#[test]
fn each_text_leads_to_its_own_place() {
    let (mut desk, _) = Desk::new(Some("pillar:governance"));
    let text = "\n\n## Jalan baru\n\nKalimat pertama dari sebuah alinea yang panjang, supaya ia \
                berlanjut di baris kedua, tempat berdirinya kata penentu.[^asal]\n\n\
                [^asal]: Catatan tentang asalnya.\n\n\
                - Butir satu.\n- Butir dua.\n\n\
                | Kolom satu | Kolom dua |\n|---|---|\n| Sel pertama | Sel kedua |\n\
                | Sel ketiga | Sel keempat |\n";
    let path = desk.folder.path().join("pillars/governance/narasi.md");
    let before = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{before}{text}")).unwrap();
    let edition = desk.look().unwrap();
    assert_eq!(edition.problem, None);
    let layout = edition.layout.as_ref().unwrap();
    // The file and the line that words lead to; `beside` is how far to the left of them.
    let origin = |words: &str, at: usize, beside: f64| {
        let hits = layout.search(words);
        let area = hits[at].areas[0];
        let (x, y) = (area.x + 2.0 - beside, area.y + area.height / 2.0);
        let (span, spot) = layout.origin(hits[at].page, x, y).unwrap();
        let file = layout.tree.get(span.file).unwrap();
        let line = file.line_column(span.start()).0;
        let line = file.text.lines().nth(line - 1).unwrap();
        (file.path.clone(), line.to_owned(), spot)
    };
    let written = |words: &str| {
        let (path, line, _) = origin(words, 0, 0.0);
        assert_eq!(path, "pillars/governance/narasi.md", "{words}");
        line
    };
    assert_eq!(written("Jalan baru"), "## Jalan baru");
    // The second line of a paragraph is of the whole.
    assert!(written("kata penentu").starts_with("Kalimat pertama"));
    let begins = origin("kata penentu", 0, 0.0).2;
    let first = &layout.search("Kalimat pertama")[0];
    assert!(begins.page == first.page && (begins.y - first.areas[0].y).abs() < 1.0);
    assert!(written("Catatan tentang").starts_with("[^asal]"));
    assert_eq!(written("Butir satu"), "- Butir satu.");
    assert_eq!(written("Butir dua"), "- Butir dua.");
    assert_eq!(written("Sel kedua"), "| Sel pertama | Sel kedua |");
    assert_eq!(written("Sel ketiga"), "| Sel ketiga | Sel keempat |");
    // The mark of an item is of the item.
    let (_, line, _) = origin("Butir dua", 0, 12.0);
    assert_eq!(line, "- Butir dua.");
    // The sum under a table is of what the table is of, not of the last row.
    let (path, line, _) = origin("Jumlah", 0, 0.0);
    assert_eq!(path, "pillars/governance/pillar.toml");
    assert!(line.starts_with("name = "), "{line}");
    // In the card of a programme the rows are of themselves, and the rest of the whole.
    let title = |at| origin("Pelaksana", at, 0.0);
    let hits = layout.search("Pelaksana").len();
    let cards = (0..hits)
        .map(title)
        .filter(|(path, line, _)| path.contains("/programs/") && line.starts_with("title = "));
    assert!(cards.count() > 3);
}

/// What is made from the whole plan leads nowhere, and the title of a chapter to what is
/// below it.
#[test]
fn what_is_made_leads_nowhere() {
    let (_desk, edition) = Desk::new(None);
    let layout = edition.layout.as_ref().unwrap();
    let origin = |words: &str| {
        let hit = &layout.search(words)[0];
        let area = hit.areas[0];
        let (x, y) = (area.x + area.width / 2.0, area.y + area.height / 2.0);
        let (span, _) = layout.origin(hit.page, x, y)?;
        Some(layout.tree.get(span.file).unwrap().path.clone())
    };
    assert_eq!(origin("Daftar Isi"), None);
    assert_eq!(origin("Daftar Singkatan"), None);
    let foreword = origin("Kata Pengantar").unwrap();
    assert_eq!(foreword, "chapters/kata-pengantar.md");
}

/// The words of a paragraph, a cell or a heading.
fn words(block: &Block) -> String {
    let mut text = String::new();
    for (at, line) in block.lines.iter().enumerate() {
        if at > 0 && !line.goes_on {
            text.push(' ');
        }
        for (at, run) in line.runs.iter().enumerate() {
            if at > 0 && !run.goes_on {
                text.push(' ');
            }
            text.push_str(&run.text);
        }
    }
    text
}

/// All that is read in a book: a line for each paragraph or cell, a picture in brackets.
fn read_out(layout: &Layout) -> Vec<String> {
    let pages = layout.sheets.iter().map(|sheet| layout.text(&sheet.key));
    let parts = pages.flat_map(Option::unwrap);
    parts
        .map(|part| match part {
            Part::Picture(picture) => format!("[{}]", picture.alt),
            Part::Block(block) => words(&block),
        })
        .collect()
}

/// What stands on the pages can be read in the words of the files, whole and in order.
#[test]
fn the_text_of_pages_is_that_of_the_plan() {
    let (mut desk, _) = Desk::new(Some("chapter:visi"));
    let paragraph = "Ketidakseimbangan pertanggungjawaban di kota-kota kepulauan \
                     berkesinambungan: pelayanan-pelayanan kesehatan dan/atau pendidikan yang \
                     diselenggarakan pada 2025–2029 oleh perangkat-perangkat daerah \
                     mempertimbangkan keterjangkauan, ketersediaan – dan keberlanjutan – bagi \
                     masyarakat-masyarakat pesisir.";
    let paragraphs = [paragraph; 3].join(" ");
    let path = desk.folder.path().join("chapters/visi.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let added = format!(
        "{text}\n\n## Satu judul\n\n{paragraphs}\n\nSebuah **kata tebal** di sini.\n\n\
         | Kolom satu | Kolom dua |\n|---|---|\n| Sel pertama | Sel kedua |\n"
    );
    std::fs::write(&path, added).unwrap();
    let edition = desk.look().unwrap();
    assert_eq!(edition.problem, None);
    let layout = edition.layout.as_ref().unwrap();
    let read = read_out(layout);
    let at = |wanted: &str| {
        let at = read.iter().position(|text| text.trim() == wanted);
        at.unwrap_or_else(|| panic!("{wanted}\n{read:#?}"))
    };
    let order = [
        "Sebuah kata tebal di sini.",
        "Kolom satu",
        "Kolom dua",
        "Sel pertama",
        "Sel kedua",
    ]
    .map(at);
    assert!(order.is_sorted(), "{order:?}");
    // One of the three may go on from page to page.
    let whole: usize = read
        .iter()
        .map(|text| text.matches(paragraph).count())
        .sum();
    assert!(whole >= 2, "{read:#?}");
    assert!(!read.concat().contains('\u{ad}'));
    // The own search finds the same words, wherever lines are divided.
    let words: Vec<&str> = paragraph.split(' ').collect();
    for words in words.windows(3) {
        let words = words.join(" ");
        assert!(!layout.search(&words).is_empty(), "{words}");
    }
}

/// Headings are headings, pictures have words, and the head and foot of pages are not
/// read over and over.
#[test]
fn what_is_read_has_a_form() {
    let (_desk, edition) = Desk::new(None);
    let layout = edition.layout.as_ref().unwrap();
    let pages = layout
        .sheets
        .iter()
        .map(|sheet| layout.text(&sheet.key).unwrap());
    let pages: Vec<Vec<Part>> = pages.collect();
    let mut headings: Vec<(usize, String)> = Vec::new();
    for part in pages.iter().flatten() {
        let Part::Block(block) = part else { continue };
        let Some(level) = block.level else { continue };
        let words = words(block).to_lowercase();
        match headings.last_mut() {
            Some((_, heading)) if block.same_heading => *heading = format!("{heading} {words}"),
            _ => headings.push((level, words)),
        }
    }
    for heading in &layout.outline {
        let number = heading.number.iter().map(String::as_str);
        let mut wanted = number.chain([heading.title.as_str()]);
        let found = headings.iter().find(|(level, text)| {
            *level == heading.level
                && wanted
                    .clone()
                    .all(|words| text.contains(&words.to_lowercase()))
        });
        assert!(found.is_some(), "{:?} {headings:#?}", wanted.next());
    }
    let pictures = pages.iter().flatten().filter_map(|part| match part {
        Part::Picture(picture) => Some(picture),
        Part::Block(_) => None,
    });
    assert!(pictures.clone().count() > 3);
    assert!(pictures.clone().all(|picture| !picture.alt.is_empty()));
    for (sheet, parts) in layout.sheets.iter().zip(&pages) {
        for part in parts {
            let Part::Block(block) = part else { continue };
            assert!((0.0..sheet.width).contains(&block.x), "{block:?}");
            assert!((0.0..sheet.height).contains(&block.y), "{block:?}");
            assert!(block.leading > 0.0 && block.size > 0.0, "{block:?}");
            for line in &block.lines {
                let reach: f64 = line.runs.iter().map(|run| run.gap + run.width).sum();
                assert!(
                    block.turn != 0.0 || block.x + reach < sheet.width + 1.0,
                    "{block:?}"
                );
            }
        }
    }
    // What stands at the head of every page.
    let title = &edition.title;
    let read = read_out(layout);
    let again = read.iter().filter(|text| text.contains(title)).count();
    assert!(again < layout.sheets.len() / 4, "{again}");
}

#[test]
fn parts_are_found_by_their_names() {
    let (_desk, edition) = Desk::new(None);
    let layout = edition.layout.as_ref().unwrap();
    for (part, title) in [
        ("chapter:visi", "Visi"),
        ("pillar:governance", "Smart Governance"),
        ("opd:diskominfo", "Komunikasi"),
        ("program:layanan-112", "112"),
    ] {
        let spot = layout.part(part).unwrap_or_else(|| panic!("{part}"));
        let near = layout.outline.iter().any(|heading| {
            heading.title.contains(title)
                && heading.spot.page == spot.page
                && (heading.spot.y - spot.y).abs() < 200.0
        });
        assert!(near, "{part} {spot:?} {:#?}", layout.outline);
    }
    for part in [
        "program:tiada",
        "kota:ambon",
        "program",
        "",
        "opd:layanan-112",
    ] {
        assert_eq!(layout.part(part), None, "{part}");
    }
}

/// A phrase is found wherever it stands, also from the end of a page to the next, between
/// which stand a foot, a head and a note.
#[test]
fn a_phrase_is_found_over_the_end_of_a_page() {
    let (mut desk, _) = Desk::new(Some("chapter:visi"));
    let words: Vec<String> = (0..1400).map(|number| format!("kata{number:04}")).collect();
    let notes: Vec<String> = (0..1400)
        .map(|number| match number % 200 {
            0 => format!("kata{number:04}[^n{number}]"),
            _ => format!("kata{number:04}"),
        })
        .collect();
    let said = (0..1400)
        .step_by(200)
        .map(|n| format!("[^n{n}]: Catatan {n}.\n\n"));
    let said: String = said.collect();
    for (text, phrases) in [
        (format!("\n\n{}\n\n", words.join(" ")), words.windows(3)),
        (
            format!("\n\n{}\n\n{said}", notes.join(" ")),
            words[1..199].windows(2),
        ),
    ] {
        let edition = desk.edit("chapters/visi.md", "\n", &text);
        let layout = edition.layout.as_ref().unwrap();
        assert!(layout.sheets.len() > 3);
        let mut last = 0;
        for phrase in phrases {
            let phrase = phrase.join(" ");
            let hits = layout.search(&phrase);
            assert_eq!(hits.len(), 1, "{phrase}");
            assert!(
                hits[0].page >= last && !hits[0].areas.is_empty(),
                "{phrase}"
            );
            assert_eq!(hits[0].found, phrase);
            last = hits[0].page;
        }
        desk.edit("chapters/visi.md", &text, "\n");
    }
}

/// The volume that is shown begins on its first page; another one is not here.
#[test]
fn a_volume_is_a_place_of_its_own() {
    let (desk, edition) = Desk::new(None);
    let layout = edition.layout.as_ref().unwrap();
    let project = project::load(desk.folder.path(), &Options::default()).unwrap();
    let volumes = &project.plan.as_ref().unwrap().volumes;
    let spot = layout.part(&format!("volume:{}", volumes[0].id)).unwrap();
    assert_eq!((spot.page, spot.y), (0, 0.0));
    assert!(layout.part("volume:tidak-ada").is_none());
    let (_desk, edition) = Desk::new(Some("chapter:visi"));
    let layout = edition.layout.as_ref().unwrap();
    assert!(layout.part(&format!("volume:{}", volumes[0].id)).is_none());
}
