//! Pages of books, from files, as those read who see them on any screen, hear them, or let no
//! script run.

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
    ("the search finds a programme without a server", the_search),
    ("pages are read without scripts", without_scripts),
    ("a note leads to its text and back", notes),
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
    "list-of-tables.html",
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
    Sites {
        indonesian: folder.path().join("id"),
        english: folder.path().join("en"),
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
