//! Pages of books, from files, as those read who see them on any screen, hear them, or let no
//! script run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use fantoccini::key::Key;
use tempfile::TempDir;

use crate::tab::Tab;

/// A test of pages in a tab.
type TabTest = fn(&Tab);

pub const TESTS: &[(&str, TabTest)] = &[
    ("pages keep the rules of WCAG 2.2 AA", rules_of_wcag),
    ("no page is wider than the screen", no_page_is_too_wide),
    ("no long word breaks a page", long_words),
    (
        "no column of a table is missing in print",
        print_is_complete,
    ),
    ("what has the focus is not hidden", focus_is_seen),
    ("the search finds a programme without a server", the_search),
    (
        "the search finds what is written otherwise",
        written_otherwise,
    ),
    ("the search closes when it is left", the_search_closes),
    ("pages are read without scripts", without_scripts),
    ("a note leads to its text and back", notes),
    ("tasks below a task are set in", tasks_in_tasks),
];

/// The rules of axe that are those of WCAG 2.2 AA.
const AXE: &str = include_str!("axe.min.js");

/// Pages of the plan of Ambon: the first, one with tables and figures, a wide table, a pillar,
/// a programme, an OPD, a district, lists.
const PAGES: &[&str] = &[
    "index.html",
    "chapter-peta-jalan.html",
    "chapter-analisis.html",
    "action-matrix.html",
    "budget.html",
    "commitments.html",
    "contents.html",
    "at-a-glance.html",
    "entries.html",
    "pillar-governance.html",
    "program/layanan-112.html",
    "opd/diskominfo.html",
    "district/sirimau.html",
];

/// Pages of an English plan.
const ENGLISH: &[&str] = &["index.html", "pillar-governance.html", "entries.html"];

struct Sites {
    _folder: TempDir,
    indonesian: PathBuf,
    english: PathBuf,
    /// A plan in whose titles a word is longer than a line.
    long: PathBuf,
}

static SITES: LazyLock<Sites> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ambonplan"));
        let done = command
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{said}");
    };
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan");
    let plan = plan.to_str().unwrap();
    run(&["--plan", plan, "build", "--format", "html", "-o", "id"]);
    run(&["init", "plan", "--language", "en"]);
    run(&["build", "--format", "html", "-o", "en"]);
    let word = "Pertanggungjawaban".repeat(6) + "Publik";
    run(&["init", "long", "--language", "en"]);
    for (file, before) in [
        ("plan.toml", "Smart City Master Plan"),
        ("chapters/introduction.md", "Introduction"),
        ("pillars/governance/pillar.toml", "Smart Governance"),
        (
            "opd/diskominfo/opd.toml",
            "Dinas Komunikasi dan Informatika",
        ),
        (
            "opd/diskominfo/programs/complaints.toml",
            "Complaints of the public",
        ),
    ] {
        let file = folder.path().join("long").join(file);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(before), "{text}");
        fs::write(&file, text.replacen(before, &word, 1)).unwrap();
    }
    let chapter = folder.path().join("long/chapters/introduction.md");
    let text = fs::read_to_string(&chapter).unwrap();
    let more = format!(
        "\n## {word}\n\n| {word} | Note |\n|---|---|\n| {word} | {word} |\n\n\
         - [ ] Outer\n  - [x] Inner\n    - [ ] Innermost\n\n\
         Text[^long].\n\n[^long]: First.\n\n    Last.\n"
    );
    fs::write(&chapter, text + &more).unwrap();
    run(&["--plan", "long", "build", "--format", "html", "-o", "word"]);
    Sites {
        indonesian: folder.path().join("id"),
        english: folder.path().join("en"),
        long: folder.path().join("word"),
        _folder: folder,
    }
});

/// Opens every page on every screen.
fn on_every_page(tab: &Tab, look: impl Fn(&str)) {
    let sites = [(&SITES.indonesian, PAGES), (&SITES.english, ENGLISH)];
    for (width, height) in [(1280, 900), (360, 740)] {
        tab.screen(width, height);
        for (root, pages) in sites {
            for page in pages {
                open(tab, root, page);
                look(&format!("{page} at {width}"));
            }
        }
    }
}

fn open(tab: &Tab, root: &Path, page: &str) {
    tab.open(&format!("file://{}/{page}", root.display()));
}

fn rules_of_wcag(tab: &Tab) {
    for scheme in ["light", "dark"] {
        tab.scheme(scheme);
        on_every_page(tab, |page| {
            tab.run("for (const one of document.querySelectorAll('details')) one.open = true;");
            tab.run(AXE);
            let broken = tab.promised(
                "axe.run(document, { preload: false, runOnly: { type: 'tag',
                    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } })
                    .then(found => found.violations.map(one => one.id + ': '
                        + one.nodes.slice(0, 3).map(node => node.html.slice(0, 120) + ' '
                            + node.failureSummary).join(' | ')))",
            );
            assert_eq!(broken, serde_json::json!([]), "{page}, {scheme}");
        });
    }
}

fn no_page_is_too_wide(tab: &Tab) {
    on_every_page(tab, |page| {
        let room = tab.get("innerWidth - document.documentElement.scrollWidth");
        assert!(room.as_f64().unwrap() >= 0.0, "{page}: {room}");
        // What is wider scrolls by itself, and nothing is cut off.
        let cut = tab.get(
            "[...document.querySelectorAll('main *')].filter(one => {
                const box = one.getBoundingClientRect();
                return box.right > innerWidth + 1 && !one.closest('.scroll, pre');
            }).map(one => one.outerHTML.slice(0, 80))",
        );
        assert_eq!(cut, serde_json::json!([]), "{page}");
    });
}

fn long_words(tab: &Tab) {
    for (width, height) in [(1280, 900), (800, 900), (360, 740)] {
        tab.screen(width, height);
        for page in [
            "index.html",
            "chapter-introduction.html",
            "pillar-governance.html",
            "opd-list.html",
            "entries.html",
            "program/complaints.html",
            "opd/diskominfo.html",
        ] {
            open(tab, &SITES.long, page);
            let cut = tab.get(
                "[...document.querySelectorAll('body *')].filter(one => {
                    const box = one.getBoundingClientRect();
                    return box.right > innerWidth + 1 && !one.closest('.scroll, .skip');
                }).map(one => one.outerHTML.slice(0, 80))",
            );
            assert_eq!(cut, serde_json::json!([]), "{page} at {width}");
            let room = tab.get("innerWidth - document.documentElement.scrollWidth");
            assert!(room.as_f64().unwrap() >= 0.0, "{page} at {width}: {room}");
        }
    }
}

fn print_is_complete(tab: &Tab) {
    for (page, rows) in [("action-matrix.html", 66), ("budget.html", 20)] {
        open(tab, &SITES.indonesian, page);
        // The words of the last two columns of all rows: a cell of several lines is not printed
        // in one go. Letters that are printed apart are one word.
        let ends = tab.get(
            "[...document.querySelectorAll('.dense tbody tr:not(.group)')].flatMap(row =>
                [...row.cells].slice(-2).flatMap(cell => cell.innerText.split(/\\s+/)))",
        );
        let ends = ends.as_array().unwrap();
        assert!(ends.len() > rows, "{page}: {ends:?}");
        let printed = pdf_extract::extract_text_from_mem(&tab.print()).unwrap();
        let printed: String = printed.split_whitespace().collect();
        let printed = printed.replace('ﬃ', "ffi").replace('ﬁ', "fi");
        for end in ends {
            let end = end.as_str().unwrap();
            assert!(printed.contains(end), "{page}: no {end} in {printed}");
        }
    }
}

fn focus_is_seen(tab: &Tab) {
    for (page, width) in [
        ("action-matrix.html", 1280),
        ("action-matrix.html", 360),
        ("chapter-peta-jalan.html", 1280),
    ] {
        tab.screen(width, 740);
        open(tab, &SITES.indonesian, page);
        for row in [9, 7, 5] {
            // A link comes to stand at the upper edge, below the head; the one behind it has the
            // focus.
            tab.run(&format!(
                "const links = [...document.querySelectorAll('tbody a')];
                const rows = document.querySelectorAll('tbody tr:has(a)');
                window.one = rows[Math.min({row}, rows.length - 1)].querySelector('a');
                links[links.indexOf(one) + 1].focus();
                const box = one.closest('.wide');
                const top = () => one.getBoundingClientRect().top - 4;
                if (box) box.scrollTop += top() - box.getBoundingClientRect().top;
                else scrollBy(0, top());"
            ));
            let covered = "(one => {
                const head = one.closest('table').tHead.rows[0].cells[0].getBoundingClientRect();
                return one.getBoundingClientRect().top < head.bottom - 1;
            })(one)";
            assert_eq!(tab.get(covered), true, "{page} at {width}");
            tab.type_keys(&(Key::Shift + &Key::Tab.to_string()));
            tab.until("document.activeElement === one");
            assert_eq!(tab.get(covered), false, "{page} at {width}");
        }
    }
}

/// What is found first, and what is marked, once somebody has typed.
fn found(tab: &Tab, words: &str) -> (String, Vec<String>) {
    tab.run("document.querySelector('#query').value = ''");
    tab.click("#query");
    tab.type_keys(words);
    tab.wait("#found li a");
    let marks = tab.get("[...document.querySelectorAll('#found mark')].map(one => one.innerText)");
    let marks = marks.as_array().unwrap().iter();
    let marks = marks
        .map(|mark| mark.as_str().unwrap().to_owned())
        .collect();
    (tab.text("#found li a"), marks)
}

fn written_otherwise(tab: &Tab) {
    open(tab, &SITES.indonesian, "index.html");
    for (typed, first, marked) in [
        ("2025-2029", "", "2025\u{2013}2029"),
        ("\"satu data\"", "GOV-03 Satu Data Ambon", "Satu Data"),
        (
            "\u{201c}satu data\u{201d}",
            "GOV-03 Satu Data Ambon",
            "Satu Data",
        ),
        ("satu data", "GOV-03 Satu Data Ambon", "Satu"),
        ("7085000000", "GOV-01", "7.085.000.000"),
        ("Rp7.085.000.000", "GOV-01", "Rp7.085.000.000"),
        ("GOV01", "GOV-01", "GOV-01"),
        ("teluk-ambon", "Teluk Ambon", "Teluk Ambon"),
        ("kota, cerdas", "", "Cerdas"),
        ("po\u{301}s siaga", "", "pos"),
        ("si\u{fb01}kasi", "", "sifikasi"),
        ("BAB V", "BAB V ", "BAB"),
        ("daru'rat", "GOV-01", "darurat"),
        ("daru\u{2019}rat", "GOV-01", "darurat"),
    ] {
        let (title, marks) = found(tab, typed);
        assert!(title.starts_with(first), "{typed}: {title}");
        assert!(
            marks.iter().any(|mark| mark == marked),
            "{typed}: {marks:?}"
        );
    }
}

fn the_search_closes(tab: &Tab) {
    open(tab, &SITES.indonesian, "index.html");
    // Whoever goes on by keys sees the page again.
    found(tab, "darurat");
    tab.run("document.querySelector('#found li:last-child a').focus()");
    tab.type_keys(&Key::Tab.to_string());
    tab.wait_gone("#found");
    assert_eq!(
        tab.get("document.activeElement.closest('#search') === null"),
        true
    );
    // Escape closes it wherever the focus is.
    found(tab, "darurat");
    tab.run("document.activeElement.blur()");
    tab.escape();
    tab.wait_gone("#found");
    // What is not shown is not opened.
    for typed in ["", "d"] {
        found(tab, "darurat");
        tab.run("document.querySelector('#query').select()");
        tab.type_keys(&(Key::Backspace + typed));
        tab.wait_gone("#found");
        tab.type_keys(&Key::Enter.to_string());
        assert_eq!(tab.get("location.pathname.endsWith('/index.html')"), true);
        assert_eq!(
            tab.get("document.querySelector('#found a')"),
            serde_json::Value::Null
        );
    }
    found(tab, "darurat");
    tab.escape();
    tab.type_keys(&Key::Enter.to_string());
    assert_eq!(tab.get("location.pathname.endsWith('/index.html')"), true);
}

fn the_search(tab: &Tab) {
    open(tab, &SITES.indonesian, "opd/diskominfo.html");
    tab.click("#query");
    tab.type_keys("panggilan darurat");
    tab.wait("#found li a");
    assert!(tab.text("#found [role=status]").starts_with("Hasil: "));
    tab.until("document.querySelector('#found li a').innerText.includes('112')");
    tab.until("document.querySelectorAll('#found mark').length >= 2");
    tab.click("#found li a");
    tab.until("document.querySelector('h1')?.innerText.includes('Layanan panggilan darurat 112')");
    tab.until("location.pathname.endsWith('/program/layanan-112.html')");
    tab.click("#query");
    tab.type_keys("tidakadakata");
    tab.until("document.querySelector('#found [role=status]').innerText === 'Tidak ditemukan.'");
    tab.escape();
    tab.wait_gone("#found");
    // By keys alone, to a section of a page.
    tab.run("query.value = ''");
    tab.type_keys("dari loket ke jalan");
    tab.wait("#found li a");
    tab.type_keys(&Key::Tab.to_string());
    tab.type_keys(&Key::Enter.to_string());
    tab.until("location.hash !== '' && location.pathname.endsWith('/pillar-governance.html')");
}

fn without_scripts(tab: &Tab) {
    tab.forbid_scripts();
    open(tab, &SITES.indonesian, "index.html");
    assert_eq!(tab.get("document.querySelector('#search').hidden"), true);
    tab.click("main a[href='pillar-governance.html']");
    tab.until("document.querySelector('h1').innerText.includes('Smart Governance')");
    tab.click(".teaser a[href='program/layanan-112.html']");
    tab.until("document.querySelector('h1').innerText.includes('Layanan panggilan darurat 112')");
    assert!(tab.text("main").contains("Rp7.085.000.000"));
    tab.click(".turn .next");
    tab.until("document.querySelector('h1').innerText.includes('Pusat komando kota')");
    assert_eq!(tab.get("document.querySelector('#search').hidden"), true);
}

fn notes(tab: &Tab) {
    open(tab, &SITES.indonesian, "program/layanan-112.html");
    tab.click(".mark a");
    tab.until(
        "document.querySelector(':target')?.closest('.notes') !== null && location.hash !== ''",
    );
    tab.click(":target .back");
    tab.until("document.querySelector(':target')?.matches('.mark a') === true");
}

fn tasks_in_tasks(tab: &Tab) {
    open(tab, &SITES.long, "chapter-introduction.html");
    let left = |depth: usize| {
        let list = vec![".tasks"; depth].join(" ");
        tab.number(&format!(
            "document.querySelector('{list} .task').getBoundingClientRect().left"
        ))
    };
    assert!(left(1) + 10.0 < left(2) && left(2) + 10.0 < left(3));
    // The way back from a note stands behind its last words.
    tab.until(
        "(back => back.getBoundingClientRect().top
            < back.previousElementSibling.getBoundingClientRect().bottom)(
            document.querySelector('.notes li > p + .back'))",
    );
}
