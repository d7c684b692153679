//! Nothing that is printed leaves its page or stands over something else: it is broken,
//! made smaller, set on a page on its side, or has a finding at its line.

use ambonplan::check::Options;
use ambonplan::project;
use typst::layout::{Frame, FrameItem, Point};
use typst_layout::PagedDocument;

use crate::sandbox::{Sandbox, laid_out};

const CHAPTER: &str = "chapters/pendahuluan.md";

/// How far text may stand beside the text block, in points: punctuation hangs there.
const HANGING: f64 = 6.0;

/// Margins of an upright page and of one on its side, in points.
const MARGINS: (f64, f64) = (68.0, 45.0);

/// The pages of the book of a plan, and what typesetting finds, as `CODE path:line`.
fn set(sandbox: &Sandbox) -> (PagedDocument, Vec<String>) {
    let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
    let (pages, findings) = laid_out(&project);
    let found = findings.sorted(&project.tree).into_iter();
    let found = found.map(|finding| {
        let file = project.tree.get(finding.span.file).unwrap();
        let line = file.line_column(finding.span.start()).0;
        format!("{} {}:{line}", finding.rule.code, file.path)
    });
    (pages.unwrap(), found.collect())
}

/// A run of letters on a page: its left and right end, its line, its size and its text.
struct Run {
    page: usize,
    left: f64,
    right: f64,
    line: f64,
    size: f64,
    text: String,
}

fn runs(pages: &PagedDocument) -> Vec<Run> {
    fn walk(frame: &Frame, at: Point, page: usize, found: &mut Vec<Run>) {
        for (place, item) in frame.items() {
            let here = at + *place;
            match item {
                FrameItem::Group(group) if group.transform.is_identity() => {
                    walk(&group.frame, here, page, found);
                }
                FrameItem::Text(text) if !text.text.trim().is_empty() => found.push(Run {
                    page,
                    left: here.x.to_pt(),
                    right: (here.x + text.width()).to_pt(),
                    line: here.y.to_pt(),
                    size: text.size.to_pt(),
                    text: text.text.to_string(),
                }),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    for (page, frame) in pages.pages().iter().map(|page| &page.frame).enumerate() {
        walk(frame, Point::zero(), page, &mut found);
    }
    found
}

/// Asserts that every run stands between the margins of its page, and over no other.
fn assert_in_place(pages: &PagedDocument) {
    let runs = runs(pages);
    for run in runs.iter().filter(|run| run.page > 0) {
        let size = pages.pages()[run.page].frame.size();
        let margin = if size.x > size.y {
            MARGINS.1
        } else {
            MARGINS.0
        };
        assert!(
            run.left >= margin - HANGING && run.right <= size.x.to_pt() - margin + HANGING,
            "page {}: {:?} from {} to {}",
            run.page + 1,
            run.text,
            run.left,
            run.right
        );
        assert!(run.line < size.y.to_pt() && run.line > run.size / 2.0);
    }
    for (at, one) in runs.iter().enumerate() {
        for two in runs.iter().skip(at + 1).filter(|two| two.page == one.page) {
            let deep = (one.line - two.line).abs() < one.size.min(two.size) / 4.0;
            let wide = one.right.min(two.right) - one.left.max(two.left);
            assert!(
                !deep || wide < 1.5,
                "page {}: {:?} over {:?}",
                one.page + 1,
                one.text,
                two.text
            );
        }
    }
}

/// The letters of all pages, without those that only show where a line ends.
fn letters(pages: &PagedDocument) -> String {
    let runs = runs(pages).into_iter();
    runs.flat_map(|run| run.text.chars().collect::<Vec<char>>())
        .filter(|c| !c.is_whitespace() && *c != '\u{ad}')
        .collect()
}

/// A row of a table with these cells.
fn row(cells: impl IntoIterator<Item = String>) -> String {
    format!(
        "| {} |\n",
        cells.into_iter().collect::<Vec<_>>().join(" | ")
    )
}

fn table(columns: usize, cell: impl Fn(usize) -> String) -> String {
    let head = row((1..=columns).map(|at| format!("Kolom {at}")));
    let rule = format!("|{}\n", "---|".repeat(columns));
    format!("{head}{rule}{}", row((1..=columns).map(cell)))
}

#[test]
fn whatever_is_long_stays_in_its_place_and_whole() {
    let sandbox = Sandbox::new();
    let word = |first: &str, length: usize| -> String {
        let letters = "abcdefghijklmnopqrstuvwxyz".chars().cycle().take(length);
        format!("{first}{}", letters.collect::<String>())
    };
    let address = format!(
        "https://contoh.example.org/{}?x={}",
        word("halaman", 90),
        word("Z", 120)
    );
    let long = [
        word("Paragraf", 150),
        word("Butir", 130),
        word("Sel", 110),
        word("Kepala", 90),
        word("Judul", 120),
        word("Keterangan", 130),
        word("kode_sebaris_", 140),
        word("kode_di_sel_", 59),
        word("baris_kode_", 160),
        word("Catatan", 150),
        word("Kutipan", 140),
        word("Istilah", 120),
        "9".repeat(130),
        word("Gambar", 120),
    ];
    let [
        paragraph,
        item,
        cell,
        head,
        heading,
        caption,
        code,
        in_cell,
        line,
        note,
        quote,
        term,
        number,
        picture,
    ] = &long;
    let words = "Mempertanggungjawabkan Ketidakseimbangan Kewarganegaraan Penyelenggaraan \
                 Pertanggungjawaban Keberlanjutan Pemberdayaan Perekonomian Kependudukan \
                 Kepemerintahan Kebersihan Kesejahteraan Keanekaragaman Pengejawantahan";
    let words: Vec<&str> = words.split_whitespace().collect();
    let wide = table(14, |at| words[at - 1].to_owned());
    let amounts = table(14, |at| format!("1.250.000.00{at}"));
    let mixed = table(9, |at| match at {
        1 => "1".to_owned(),
        2 => "Kota".to_owned(),
        at => format!("{} {}", words[at], words[at + 1]),
    });
    let spaced = "kata\u{a0}".repeat(60);
    sandbox.write(
        CHAPTER,
        format!(
            "# Pendahuluan\n\n## {heading}\n\nKata {paragraph} selesai[^a]. `{code}` begitu, \
             <{address}>, [tautan {address}]({address}).\n\n{number}\n\n{spaced}\n\n\
             - Butir {item}\n  - 1. {item}\n\n> {quote}\n\n{term}\n: Artinya {term}.\n\n\
             ```\n{line}\n    satu baris kode dengan spasi {line} {line}\n```\n\n\
             Tabel: {caption}\n\n| {head} | B |\n|---|---|\n| {cell} | x |\n\n\
             | No | Kueri | Ket |\n|---|---|---|\n| 1 | `{in_cell}` | x |\n| 2 | a | pengaduan yang panjang sekali \
             keterangannya di sini supaya lebar |\n\n{wide}\n{amounts}\n{mixed}\n\
             ![Peta](assets/peta.svg \"{picture}\")\n\n\
             [^a]: Isi {note}.\n"
        ),
    );
    sandbox.write(
        "assets/peta.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='40'><rect width='90' height='40'/></svg>",
    );
    // Texts of entries: titles, summaries, names, units.
    let program = "opd/diskominfo/programs/layanan-aduan.toml";
    let text = std::fs::read_to_string(sandbox.plan().join(program)).unwrap();
    let texts = ["title", "summary", "name", "unit", "output"];
    let text: String = text
        .lines()
        .map(|line| match line.split_once(" = \"") {
            Some((key, rest)) if texts.contains(&key.trim()) => {
                format!(
                    "{key} = \"{} {rest}\n",
                    word(&key.trim().to_uppercase(), 90)
                )
            }
            _ => format!("{line}\n"),
        })
        .collect();
    sandbox.write(program, text);
    sandbox.edit(
        "opd/diskominfo/opd.toml",
        "name = \"Dinas",
        &format!("name = \"{} Dinas", word("OPD", 80)),
    );
    sandbox.edit(
        "plan.toml",
        "title = \"",
        &format!("title = \"{} ", word("RENCANA", 80)),
    );

    let (pages, found) = set(&sandbox);
    assert_eq!(found, Vec::<String>::new());
    assert_in_place(&pages);
    let letters = letters(&pages);
    assert!(!letters.contains('\u{200b}'));
    for text in long.iter().chain([&address]) {
        assert!(letters.contains(text.as_str()), "{text}");
    }
    // Words are divided, never letter by letter, and one of the tables has a page of its own.
    for word in words {
        assert!(letters.contains(word), "{word}");
    }
    let turned = pages
        .pages()
        .iter()
        .filter(|page| page.frame.width() > page.frame.height());
    assert!(turned.count() > 1);
}

#[test]
fn what_finds_no_room_has_a_finding_at_its_line() {
    let sandbox = Sandbox::new();
    let amounts = table(44, |at| format!("1.250.000.0{at:02}"));
    // What may not turn its page stands in a list.
    let listed = table(20, |at| format!("9.250.000.0{at:02}")).replace('\n', "\n  ");
    sandbox.write(
        CHAPTER,
        format!("# Pendahuluan\n\nSatu.\n\n{amounts}\nDua.\n\n- Butir\n\n  {listed}\n"),
    );
    let (_, found) = set(&sandbox);
    let codes = |line: usize| {
        let end = format!(" {CHAPTER}:{line}");
        found
            .iter()
            .any(|finding| finding.starts_with("PDF00") && finding.ends_with(&end))
    };
    // Each table is told of once, where the first of its words is broken.
    assert!(codes(7), "{found:?}");
    assert!(codes(15), "{found:?}");
    let broken = found.iter().filter(|it| it.starts_with("PDF007"));
    assert_eq!(broken.count(), 2, "{found:?}");
    assert!(
        found.iter().all(|finding| finding.contains(CHAPTER)),
        "{found:?}"
    );
    for (language, words) in [("id", "halaman"), ("en", "page")] {
        let run = sandbox.run(&["build", "--language", language]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(
            run.stderr.contains("chapters/pendahuluan.md:7:"),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains(words), "{}", run.stderr);
    }
}

#[test]
fn characters_and_photographs_that_break_the_standards_are_named_where_they_stand() {
    let sandbox = Sandbox::new();
    sandbox.write("assets/foto.jpg", include_bytes!("../pictures/cmyk.jpg"));
    sandbox.write(
        CHAPTER,
        "# Pendahuluan\n\n## Judul 𓀀 sini\n\nAda 𓀀 di sini,\ndan **𓀁** di `𓀂`; sekali lagi 𓀀.[^a]\n\n\
         - Butir 𓀃\n\n| a | b |\n|---|---|\n| x | 𓀄 |\n\n![Foto](assets/foto.jpg \"Foto 𓀅 kota\")\n\n\
         [^a]: Catatan 𓀆.\n",
    );
    sandbox.edit("plan.toml", "title = \"", "title = \"Kota 𓀇 ");
    for (language, count) in [("id", "di 9 tempat"), ("en", "in 9 places")] {
        let run = sandbox.run(&[
            "build",
            "--language",
            language,
            "--allow",
            "missing-glyph",
            "--allow",
            "press-colours",
        ]);
        // The letters of each file, and the photograph.
        assert_eq!(run.stderr.matches("PDF003").count(), 3, "{}", run.stderr);
        for (file, line, column) in [(CHAPTER, 3, 10), (CHAPTER, 14, 1), ("plan.toml", 3, 15)] {
            let place = format!("{file}:{line}:{column}\n");
            assert!(run.stderr.contains(&place), "{place}{}", run.stderr);
        }
        assert!(run.stderr.contains(count), "{}", run.stderr);
        assert!(!run.stderr.contains("plan.toml:1:1"), "{}", run.stderr);
        assert!(!run.stderr.contains("try using"), "{}", run.stderr);
    }
    // What is said already is not said again.
    let run = sandbox.run(&["build"]);
    assert!(!run.stderr.contains("PDF003"), "{}", run.stderr);
}

#[test]
fn notes_of_headings_and_captions_stay_where_they_are() {
    let sandbox = Sandbox::new();
    sandbox.write("assets/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='40'><rect width='90' height='40'/></svg>");
    sandbox.edit(
        "plan.toml",
        "\"contents\"",
        "\"contents\", \"list-of-tables\", \"list-of-figures\"",
    );
    sandbox.write(
        CHAPTER,
        "# Pendahuluan[^a]\n\n## Latar belakang[^b]\n\nIsi.\n\nTabel: Misi[^c]\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n\
         ![Peta](assets/a.svg \"Peta kota[^d]\")\n\n## Lain [tautan](https://ambon.go.id)\n\n\
         [^a]: Catatan bab.\n[^b]: Catatan subbab dengan catatan[^E].\n[^c]: Catatan tabel.\n[^d]: Catatan gambar.\n\
         [^e]: Catatan dalam.\n",
    );
    let book = sandbox.build(&[]);
    let letters = book.letters();
    for note in ["bab.", "subbab dengan", "tabel.", "gambar.", "dalam."] {
        assert_eq!(letters.count(&format!("Catatan {note}")), 1, "{note}");
    }
    let outline = book.outline();
    assert!(
        outline.iter().any(|title| title == "1.1 Latar belakang"),
        "{outline:?}"
    );
    assert!(
        outline.iter().all(|title| !title.contains("Catatan")),
        "{outline:?}"
    );
    // Notes are numbered from the first on the page that they stand on.
    for mark in ["PENDAHULUAN1", "Latar belakang2", "Misi4", "Peta kota5"] {
        book.assert_has(mark);
    }
}

/// What holds a mark moves to the next page where its note would stand there: items,
/// quotations, definitions, and what has a note with a note.
#[test]
fn notes_stand_on_the_page_of_their_marks() {
    let words = "Kota menata layanan agar warga mudah dan cepat terlayani setiap hari. ";
    let note = "Isi catatan luar yang cukup panjang agar tidak muat lagi. ".repeat(6);
    for mark in [
        "{}[^p].",
        "- {}[^p].",
        "> {}[^p].",
        "- Satu\n- {}[^p].\n- Tiga",
        "1. Satu\n\n   - {}[^p].\n\n   Lalu.",
        "> - {}[^p].",
        "Istilah\n: {}[^p].",
        "> [!NOTE]\n> {}[^p].",
    ] {
        for repeated in 62..68 {
            let sandbox = Sandbox::new();
            let text = mark.replace("{}", &format!("Akhir {}", words.repeat(2)));
            sandbox.write(
                CHAPTER,
                format!(
                    "# Pendahuluan\n\n{}\n\n{text}\n\n[^p]: {note}dan[^q].\n\n[^q]: Catatan terdalam.\n",
                    words.repeat(repeated)
                ),
            );
            let (pages, found) = set(&sandbox);
            assert!(found.is_empty(), "{mark} {repeated} {found:?}");
            let letters = letters(&pages);
            assert_eq!(letters.matches("Catatanterdalam.").count(), 1, "{mark}");
        }
    }
}

/// A note inside the note of an item, where the list goes on behind the end of a page, keeps
/// neither the book from being PDF/A and PDF/UA nor itself from its mark.
#[test]
fn lists_with_notes_in_notes_are_read_aloud_wherever_they_break() {
    for item in [
        "- Satu\n- Butir[^c]\n- Tiga",
        "- Butir[^c]\n\n  Lagi.\n\n- Dua",
        "## Judul[^c]\n\nIsi.",
    ] {
        for lines in 26..33 {
            let sandbox = Sandbox::new();
            let before: String = (0..lines).map(|at| format!("Baris {at}.\n\n")).collect();
            sandbox.write(
                CHAPTER,
                format!("# Pendahuluan\n\n{before}{item}\n\n[^c]: Luar[^d].\n\n[^d]: Dalam.\n"),
            );
            let run = sandbox.run(&["build", "--only", "chapter:pendahuluan"]);
            assert_eq!(run.status, 0, "{}", run.stderr);
            assert!(
                !run.stderr.contains("PDF0"),
                "{item} {lines} {}",
                run.stderr
            );
        }
    }
}

/// Type may change, and the mark of a note begin, inside of a number.
#[test]
fn numbers_of_which_a_part_is_emphasised_are_in_their_place() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\nTeks 2*3*4, *2*3, tahun **2**5, `2`6, 2019[^a] dan *1*0.\n\n\
         | Tahun |\n|---|\n| 2019[^a] |\n\n[^a]: Catatan.\n",
    );
    let run = sandbox.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("PDF0"), "{}", run.stderr);
}

/// A card with footnotes goes on over pages, and no line is set over another one.
#[test]
fn notes_of_a_card_stay_with_their_lines() {
    let sentence = "Kalimat panjang tentang layanan yang dirasakan warga setiap hari di kota ini.";
    for count in [8, 10, 14, 22] {
        let sandbox = Sandbox::new();
        let paragraphs = (1..=count).map(|at| {
            let words = [sentence; 9].join(" ");
            format!("Paragraf {at}. {words}[^n{at}]\n\n")
        });
        let notes = (1..=count).map(|at| format!("[^n{at}]: Catatan kartu {at}.\n"));
        let text: String = paragraphs.chain(notes).collect();
        sandbox.write("opd/diskominfo/programs/layanan-aduan.md", text);
        crate::geometry::with_findings(&sandbox).0.assert_clean();
    }
}
