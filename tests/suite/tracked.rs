//! Books in which what changed is marked.

use std::fs;
use std::path::Path;

use ambonplan::check::Options;
use ambonplan::compose::{Earlier, Scope, compose_tracked};
use ambonplan::diff::report::{Audience, Named, Report, Shown};
use ambonplan::diff::{self, Settings};
use ambonplan::finding::Findings;
use ambonplan::project;
use ambonplan::typeset::{BUILT_IN, Fonts, lay_out};
use typst::layout::{Frame, FrameItem};
use typst::visualize::Geometry;

use crate::history::History;
use crate::sandbox::{Book, Sandbox, copy};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// Marks that can be read in the text of a page.
const READABLE: &str = "\
#let added(body) = { \"‹+\"; body; \"+›\" }
#let removed(body) = { \"‹-\"; body; \"-›\" }
#let changed(body) = body
#let removed-heading(body) = block(body)
#let removed-caption(body) = block(body)
#let removed-figure(body) = block(body)
#let marks(body) = body
#let on-color(body) = body
#let removed-stamp(body) = block(body)
#let change-note(body) = block(body)
#let change-pages(gone, own, marks) = []
";

/// The plan that `init` writes with one more programme, and the same in `lama/`.
fn unchanged() -> Sandbox {
    let sandbox = Sandbox::new();
    let program = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    let other = program
        .replace("Layanan aduan warga", "Parkir tertib")
        .replace("number = 1", "number = 2")
        .replace("Aduan yang dijawab", "Kendaraan yang parkir tertib")
        .replace("Pembukaan loket", "Penataan marka");
    sandbox.write("opd/diskominfo/programs/parkir-tertib.toml", other);
    sandbox.edit(
        "pillars/governance/pillar.toml",
        "last-number = 1",
        "last-number = 3",
    );
    copy(&sandbox.plan(), &sandbox.root().join("lama"));
    sandbox
}

/// The same with every kind of change in it.
fn changed() -> Sandbox {
    let sandbox = unchanged();
    sandbox.edit(PROGRAM, "amount = 150_000_000", "amount = 265_000_000");
    sandbox.edit(
        PROGRAM,
        "dijawab dalam hitungan hari",
        "dijawab dalam hitungan jam",
    );
    sandbox.edit(PROGRAM, "2027 = 75.5", "2027 = 70");
    sandbox.edit(
        "chapters/pendahuluan.md",
        "mengapa kota menyusun rencana ini",
        "alasan kota menyusun rencana ini bersama warga",
    );
    sandbox.edit(
        "chapters/pendahuluan.md",
        "## Arah",
        "Alinea yang baru.\n\n## Arah",
    );
    let gone = sandbox
        .plan()
        .join("opd/diskominfo/programs/parkir-tertib.toml");
    let text = fs::read_to_string(&gone).unwrap();
    fs::remove_file(gone).unwrap();
    let new = text
        .replace("Parkir tertib", "Lampu jalan")
        .replace("number = 2", "number = 3")
        .replace(
            "Kendaraan yang parkir tertib dalam tiga hari",
            "Lampu yang menyala",
        )
        .replace(
            "Catatan kanal aduan, dihitung tiap bulan.",
            "Pemeriksaan malam.",
        )
        .replace("Penataan marka dan kanal aduan", "Pemasangan lampu hemat")
        .replace("Kanal aduan tunggal", "Ruas jalan terang")
        .replace(
            "Satu pintu untuk setiap aduan",
            "Jalan yang terang sampai pagi",
        )
        .replace("dijawab dalam hitungan hari", "dirawat oleh warga")
        .replace("000_000", "000_001");
    sandbox.write("opd/diskominfo/programs/lampu-jalan.toml", new);
    sandbox
}

fn since(sandbox: &Sandbox) -> Book {
    sandbox.build(&["--changes-since", "lama"])
}

/// Text without anything between marks of what is gone.
fn kept(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        if rest.starts_with("‹-") {
            depth += 1;
        } else if rest.starts_with("-›") {
            depth -= 1;
        } else if depth == 0 && !rest.starts_with("‹+") && !rest.starts_with("+›") {
            kept.push(character);
        }
        let mark = ["‹-", "-›", "‹+", "+›"]
            .iter()
            .find(|mark| rest.starts_with(**mark));
        rest = &rest[mark.map_or(character.len_utf8(), |mark| mark.len())..];
    }
    kept.chars()
        // What stands between two values is not marked with them.
        .filter(|c| !c.is_whitespace() && !['\u{ad}', '→', '–', '·'].contains(c))
        .collect()
}

/// Templates without running heads, page numbers and lists of pages: those of a longer book
/// are other ones.
fn without_pages(sandbox: &Sandbox) {
    let (_, chapter) = BUILT_IN
        .iter()
        .find(|(path, _)| path.ends_with("/chapter.typ"))
        .unwrap();
    let chapter = chapter
        .replace("header: running-head(data),", "")
        .replace("footer: running-foot(data),", "footer: none,");
    let (before, _) = chapter.split_once("#let contents()").unwrap();
    let text = format!("{before}#let contents() = []\n#let caption-list(kind) = []\n");
    sandbox.write("templates/chapter.typ", text);
    let places = std::fs::read_to_string("templates/places.typ").unwrap();
    let (before, _) = places.split_once("#let page-of(").unwrap();
    let text = format!("{before}#let page-of(before, place) = []\n");
    sandbox.write("templates/places.typ", text);
}

#[test]
fn without_marks_the_text_is_that_of_the_plain_book() {
    let sandbox = changed();
    without_pages(&sandbox);
    sandbox.write("templates/changes.typ", READABLE);
    let plain = sandbox.build(&[]);
    let tracked = since(&sandbox);
    let summary = |page: &String| page.contains("RINGKASAN PERUBAHAN");
    let begin = tracked.pages.iter().position(summary).unwrap();
    let end = tracked
        .pages
        .iter()
        .position(|page| page.starts_with("BAB I "))
        .unwrap();
    let annex = tracked
        .pages
        .iter()
        .position(|page| page.contains("YANG DIHAPUS"))
        .unwrap();
    assert!(begin < end && end < annex);
    let pages = tracked.pages[..begin]
        .iter()
        .chain(&tracked.pages[end..annex]);
    let text: String = pages.map(|page| kept(&format!("{page} "))).collect();
    assert_eq!(text, kept(&plain.text()));
}

#[test]
fn old_and_new_stand_beside_each_other_in_texts_and_tables() {
    let sandbox = changed();
    sandbox.write("templates/changes.typ", READABLE);
    let book = since(&sandbox);
    for text in [
        // Words.
        "dalam hitungan ‹-hari-› ‹+jam+›.",
        "sini ‹-mengapa-› ‹+alasan+› kota menyusun rencana ini ‹+bersama warga+› dulu. Rujukan",
        "‹+Alinea yang baru.+›",
        // Cells.
        "‹-150.000.000-› ‹+265.000.000+›",
        "‹-75,5-› ‹+70",
        // Rows of programmes that came and went.
        "‹-GOV-02-› ‹-Parkir tertib-›",
        "‹+GOV-03+› ‹+Lampu jalan+›",
    ] {
        book.assert_has(text);
    }
    // A programme that is gone has its card in the annex alone, without marks.
    let annex = book
        .pages
        .iter()
        .position(|page| page.contains("YANG DIHAPUS"))
        .unwrap();
    let card = |page: &String| page.contains("Penataan marka");
    assert!(card(&book.pages[annex]), "{}", book.pages[annex]);
    assert!(!book.pages[..annex].iter().any(card));
    // What follows from where things stand is no change.
    assert!(!book.text().contains("‹-Tabel"), "numbers are marked");
}

#[test]
fn a_chapter_sums_the_changes_up() {
    let book = since(&changed());
    let page = book
        .pages
        .iter()
        .find(|page| page.contains("RINGKASAN PERUBAHAN"));
    let page = page.unwrap();
    for text in [
        "Sebelum: revisi 0.1 tanggal 24 November 2026",
        "Sesudah: revisi 0.1 tanggal 24 November 2026 Buku ini menandai yang berubah di antara keduanya.",
        "Perlu keputusan (2)",
        "Anggaran seluruh rencana: Rp650.000.000 → Rp765.000.002",
    ] {
        assert!(page.contains(text), "{page}");
    }
    for text in [
        "garis nol adalah anggaran semula, Rp650.000.000, yang kini menjadi Rp765.000.002",
        "Perubahan anggaran menurut pilar",
    ] {
        book.assert_has(text);
    }
    book.assert_has("GOV-02 Parkir tertib: program dihapus");
    book.assert_has("GOV-01 Layanan aduan warga: target diturunkan");
    // 650 million before, 440.000.001 + 325.000.002 after.
    book.assert_has("Jumlah 650.000.000 765.000.002 +115.000.002");
    // Bookmarks lead to both added chapters, and take no text that is gone.
    let outline = book.outline();
    assert!(
        outline.contains(&"Ringkasan Perubahan".to_owned()),
        "{outline:?}"
    );
    assert!(
        outline.iter().any(|title| title.ends_with("Yang Dihapus")),
        "{outline:?}"
    );
}

#[test]
fn the_summary_names_the_pages_of_every_change() {
    let sandbox = changed();
    let policy = "[policy]\nevaluation-months = 18\n\n[[phase]]";
    sandbox.edit("plan.toml", "[[phase]]", policy);
    let book = since(&sandbox);
    let at = |wanted: &dyn Fn(&str) -> bool| {
        let found = book.pages.iter().rposition(|page| wanted(page));
        found.expect("the book has such a page")
    };
    let summary = at(&|page| page.contains("GOV-01 Layanan aduan warga: target diturunkan"));
    let annex = at(&|page| page.contains("YANG DIHAPUS"));
    let card = at(&|page| page.contains("Pembukaan loket dan kanal aduan"));
    let chapter = at(&|page| page.contains("Alinea yang baru."));
    // It may go on over a page.
    let links = book.links();
    for place in [annex, card, chapter] {
        let leads = [summary, summary + 1].map(|from| links.contains(&(from, place)));
        assert!(leads.contains(&true), "{summary} → {place}: {links:?}");
    }
    // What is gone as a whole is stamped.
    let gone: String = book.pages[annex].split_whitespace().collect();
    assert!(gone.contains("DIHAPUSGOV-02"), "{gone}");
    // What no page prints is told.
    let text = book.text();
    let (_, unmarked) = text.split_once("Yang tidak bertanda Kaki halaman").unwrap();
    let (unmarked, _) = unmarked.split_once("BAB I").unwrap();
    assert!(unmarked.contains("pengaturan berubah"), "{unmarked}");
    assert!(!unmarked.contains("GOV-01"), "{unmarked}");
}

/// The plan of Kota Teladan in `plan/` and in `lama/`.
fn teladan() -> Sandbox {
    let sandbox = Sandbox::empty();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/kota-teladan");
    copy(&shipped, &sandbox.plan());
    copy(&shipped, &sandbox.root().join("lama"));
    sandbox
}

/// What the summary says carries no mark.
fn unmarked(book: &Book) -> String {
    let page = book
        .pages
        .iter()
        .position(|page| page.contains("Yang tidak bertanda"));
    let text = book.pages[page.unwrap()..=page.unwrap() + 1].join(" ");
    let (_, text) = text.split_once("Yang tidak bertanda").unwrap();
    let end = text.find("BAB I ").unwrap_or(text.len());
    text[..end].to_owned()
}

/// Parts of files with what replaces them, what the summary calls the change, and its marks.
type Case = (
    &'static [(&'static str, &'static str, &'static str)],
    &'static str,
    &'static [&'static str],
);

#[test]
fn a_change_has_the_pages_of_its_marks_and_of_no_others() {
    const BUS: &str = "opd/dinas-gerak/programs/bus-tepat.toml";
    const CHAPTER: &str = "chapters/pendahuluan.md";
    // What is changed, what the summary calls it, and what stands on pages with its marks and
    // on none of the others.
    let cases: &[Case] = &[
        (
            &[(
                "registry/semua.toml",
                "lancar, dan rukun",
                "lancar, dan makmur",
            )],
            "visi berubah",
            &["‹+makmur+›"],
        ),
        (
            &[(
                "registry/semua.toml",
                "Menilai mutu data.",
                "Menilai semua data.",
            )],
            "isi berubah",
            &["‹+semua+›"],
        ),
        (
            &[(
                "plan.toml",
                "name = \"Menumbuhkan\"",
                "name = \"Memperluas\"",
            )],
            "Memperluas",
            &["‹+Memperluas+›"],
        ),
        (
            &[("opd/dinas-gerak/opd.toml", "Budi Contoh", "Sari Contoh")],
            "pejabat",
            &["‹+Sari+›"],
        ),
        (
            &[(BUS, "jam bus dan bus datang", "jam bus, dan bus tiba")],
            "Bus tepat waktu",
            &["‹+tiba+›"],
        ),
        (
            &[(BUS, "start = 2026-01-01", "start = 2026-07-01")],
            "Bus tepat waktu",
            &["1 ‹-Januari-› ‹+Juli+› 2026", "Peta jalan program"],
        ),
        (
            &[(
                CHAPTER,
                "show = \"priorities\"",
                "show = \"priorities\"\ncaption = \"Prioritas warga\"",
            )],
            "narasi berubah",
            &["‹+Prioritas warga+›"],
        ),
        // Goals whose lists of programmes are other ones, and the card that names the goals.
        (
            &[(BUS, "goal:gerak-lancar", "goal:air-cukup")],
            "tautan",
            &["‹+•+›", "‹-GERAK-01", "‹+GERAK-01", "‹+T1+›"],
        ),
        (
            &[(CHAPTER, "show = \"laws\"", "show = \"districts\"")],
            "narasi berubah",
            &["‹+Hilir+›", "‹-Landasan hukum-›"],
        ),
    ];
    for (edits, name, telling) in cases {
        let sandbox = teladan();
        // A list of goals with the numbers of the programmes that serve them.
        for plan in ["plan", "lama"] {
            let path = format!("../{plan}/{CHAPTER}");
            sandbox.edit(
                &path,
                "# Pendahuluan\n",
                "# Pendahuluan\n\n```ambonplan\nshow = \"goals\"\n```\n",
            );
        }
        for (path, from, to) in *edits {
            sandbox.edit(path, from, to);
        }
        let template = BUILT_IN
            .iter()
            .find(|(path, _)| path.ends_with("/changes.typ"))
            .unwrap();
        let (_, pages) = template.1.split_once("#let change-pages").unwrap();
        let (pages, _) = pages.split_once("// What is said below").unwrap();
        let readable = READABLE.replace("#let change-pages(gone, own, marks) = []\n", "");
        let readable = format!("{readable}#let change-pages{pages}");
        sandbox.write("templates/changes.typ", readable);
        let book = since(&sandbox);
        let case = format!("{edits:?}\n{}", book.text());
        assert!(!unmarked(&book).contains(name), "{case}");
        let summary = |page: &String| page.contains("RINGKASAN PERUBAHAN");
        let first = book.pages.iter().position(summary).unwrap();
        let begin = book
            .pages
            .iter()
            .position(|page| page.starts_with("BAB I "));
        let begin = begin.unwrap();
        let linked: Vec<usize> = book
            .links()
            .iter()
            .filter(|(from, to)| (first..begin).contains(from) && *to >= begin)
            .map(|(_, to)| *to)
            .collect();
        assert!(!linked.is_empty(), "{case}");
        let letters = |text: &str| -> String {
            text.chars()
                .filter(|c| !c.is_whitespace() && *c != '\u{ad}')
                .collect()
        };
        for text in *telling {
            let on = |page: &&usize| letters(&book.pages[**page]).contains(&letters(text));
            assert!(
                linked.iter().any(|page| on(&page)),
                "{text} {linked:?} {case}"
            );
        }
        for page in &linked {
            let mut any = telling.iter();
            let page = letters(&book.pages[*page]);
            assert!(
                any.any(|text| page.contains(&letters(text))),
                "{page} {case}"
            );
        }
    }
}

#[test]
fn what_is_gone_has_the_pages_on_which_it_is_struck_out() {
    let sandbox = teladan();
    let opd = fs::read_to_string(sandbox.plan().join("opd/kecamatan-hilir/opd.toml")).unwrap();
    let opd = opd
        .replace("Kecamatan Hilir", "Dinas Pasar Rakyat")
        .replace("Kec. Hilir", "Dispasar")
        .replace("order = 5", "order = 6");
    sandbox.write("../lama/opd/dinas-pasar/opd.toml", opd);
    sandbox.write(
        "../lama/chapters/usulan.md",
        "# Usulan Warga\n\nIsi yang dihapus.\n",
    );
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let with = plan.replace(
        "    \"budget\",",
        "    \"chapter:usulan\",\n    \"budget\",",
    );
    sandbox.write("../lama/plan.toml", with);
    let registry = fs::read_to_string(sandbox.plan().join("registry/semua.toml")).unwrap();
    let with = registry.replace(
        "[[stakeholder]]\nid = \"pt-meter\"",
        "[[stakeholder]]\nid = \"koperasi\"\nname = \"Koperasi Nelayan\"\nelement = \"swasta\"\nrole = \"Menjual ikan.\"\n\n[[stakeholder]]\nid = \"pt-meter\"",
    );
    sandbox.write("../lama/registry/semua.toml", with);
    let book = since(&sandbox);
    let unmarked = unmarked(&book);
    for name in ["Dinas Pasar Rakyat", "Usulan Warga", "Koperasi Nelayan"] {
        assert!(book.text().contains(name), "{name}");
        assert!(!unmarked.contains(&format!("{name}:")), "{name} {unmarked}");
    }
}

#[test]
fn the_first_page_names_the_money_and_who_signs_again() {
    let sandbox = teladan();
    let long = "Panjang ".repeat(120);
    for program in ["bus-tepat", "trotoar-teduh", "sepeda-sekolah"] {
        let path = format!("opd/dinas-gerak/programs/{program}.toml");
        let text = fs::read_to_string(sandbox.plan().join(&path)).unwrap();
        let text = text.replacen("_000\n", "_001\n", 1);
        let title = text.find("title = \"").unwrap() + 9;
        sandbox.write(&path, format!("{}{long}{}", &text[..title], &text[title..]));
    }
    let book = since(&sandbox);
    let first = book
        .pages
        .iter()
        .find(|page| page.contains("RINGKASAN PERUBAHAN"));
    let first = first.unwrap();
    for text in [
        "Anggaran seluruh rencana",
        "Dinas Gerak dan Jalan",
        "Panjang…",
    ] {
        assert!(first.contains(text), "{first}");
    }
    assert!(
        first.find("Anggaran seluruh rencana") < first.find("Perlu keputusan"),
        "{first}"
    );
    // Nobody has to, if nothing changed that was signed.
    let sandbox = teladan();
    sandbox.edit("chapters/pendahuluan.md", "satu sungai", "sebuah sungai");
    since(&sandbox).assert_has("Tidak ada OPD yang harus menandatangani kembali.");
}

/// However many have to sign again, each is named on the first page.
#[test]
fn all_who_sign_again_are_named() {
    let sandbox = Sandbox::empty();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan");
    for side in ["plan", "lama"] {
        copy(&shipped, &sandbox.root().join(side));
    }
    let mut abbreviations = Vec::new();
    for folder in fs::read_dir(sandbox.plan().join("opd")).unwrap() {
        let folder = folder.unwrap().file_name().into_string().unwrap();
        let path = format!("opd/{folder}/opd.toml");
        let text = fs::read_to_string(sandbox.plan().join(&path)).unwrap();
        let signed = text
            .replace(
                "status = \"pending\"",
                "status = \"signed\"\ndate = 2026-03-02",
            )
            .replace("[head]\n", "[head]\nname = \"Contoh\"\n");
        for side in ["plan", "lama"] {
            sandbox.write(&format!("../{side}/{path}"), &signed);
        }
        let programs = sandbox.plan().join(format!("opd/{folder}/programs"));
        let Some(program) = fs::read_dir(programs)
            .ok()
            .and_then(|mut all| all.find_map(Result::ok))
        else {
            continue;
        };
        let name = program.file_name().into_string().unwrap();
        let name = format!("{}.toml", name.split('.').next().unwrap());
        let path = format!("opd/{folder}/programs/{name}");
        let program = fs::read_to_string(sandbox.plan().join(&path)).unwrap();
        sandbox.write(&path, program.replacen("amount = ", "amount = 1", 1));
        let line = text.lines().find(|line| line.starts_with("abbreviation"));
        abbreviations.push(line.unwrap().split('"').nth(1).unwrap().to_owned());
    }
    assert!(abbreviations.len() > 12, "{abbreviations:?}");
    let book = since(&sandbox);
    let first = book
        .pages
        .iter()
        .find(|page| page.contains("RINGKASAN PERUBAHAN"));
    let first = first.unwrap();
    for name in abbreviations {
        assert!(first.contains(&name), "{name} is not on\n{first}");
    }
}

#[test]
fn a_signature_is_not_that_of_who_came_to_the_office_later() {
    let sandbox = teladan();
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let plan = plan.replace(
        "\"at-a-glance\", \"contents\"",
        "\"at-a-glance\", \"contents\", \"commitments\"",
    );
    for side in ["plan", "lama"] {
        sandbox.write(&format!("../{side}/plan.toml"), &plan);
    }
    sandbox.edit("opd/dinas-gerak/opd.toml", "Budi Contoh", "Sari Contoh");
    sandbox.write("templates/changes.typ", READABLE);
    let book = since(&sandbox);
    let told = "oleh pejabat terdahulu; pejabat yang baru belum menandatangani";
    assert_eq!(book.letters().count(told), 1);
    // With a date of its own the signature is that of the new head.
    sandbox.edit("opd/dinas-gerak/opd.toml", "2026-08-03", "2026-09-25");
    assert_eq!(since(&sandbox).letters().count(told), 0);
}

#[test]
fn a_road_map_over_other_phases_marks_its_bars() {
    let sandbox = teladan();
    sandbox.edit(
        "plan.toml",
        "name = \"Menumbuhkan\"",
        "name = \"Memperluas\"",
    );
    sandbox.edit(
        "opd/dinas-gerak/programs/bus-tepat.toml",
        "start = 2026-01-01",
        "start = 2026-07-01",
    );
    sandbox.write("templates/changes.typ", READABLE);
    let book = since(&sandbox);
    let page = book
        .pages
        .iter()
        .find(|page| page.contains("Peta jalan program"));
    let letters = book.letters();
    assert!(
        letters.count("‹-Menumbuhkan-› ‹+Memperluas+›") > 0,
        "{page:?}"
    );
    assert_eq!(
        letters.count("‹-Menanam-›") + letters.count("‹+Menanam+›"),
        0
    );
    assert_eq!(letters.count("Gambar di atas berbeda"), 0, "{page:?}");
}

#[test]
fn figures_are_marked_piece_by_piece() {
    let sandbox = changed();
    sandbox.write("templates/changes.typ", READABLE);
    let figures = [
        "road-map",
        "coverage",
        "readiness-chart",
        "source-chart",
        "dependencies",
    ];
    let shown = figures.map(|show| format!("```ambonplan\nshow = \"{show}\"\n```\n"));
    for plan in ["plan", "lama"] {
        let text = format!("# Pendahuluan\n\nLihat gambar.\n\n{}", shown.join("\n"));
        sandbox.write(&format!("../{plan}/chapters/pendahuluan.md"), text);
    }
    let gone = sandbox
        .plan()
        .join("opd/diskominfo/programs/lampu-jalan.toml");
    fs::remove_file(gone).unwrap();
    let book = since(&sandbox);
    let letters = book.letters();
    for text in [
        // A cell, bars, the last value of a path, a path that is gone.
        "Diskominfo ‹-2-›1",
        "‹-GOV-02-› ‹-Parkir tertib-›",
        "52 ‹-75,5-› ‹+70+›",
        "‹-Rp650.000.000 · 100,0%-› ‹+Rp440.000.000 · 100,0%+›",
    ] {
        assert!(letters.count(text) > 0, "{text}\n{}", book.text());
    }
}

/// One path needs room for other years; those beside it move, and are what they were.
#[test]
fn a_path_is_marked_where_it_changed_and_not_where_it_moved() {
    let sandbox = teladan();
    sandbox.edit(
        "opd/dinas-gerak/programs/bus-tepat.toml",
        "baseline = { year = 2025",
        "baseline = { year = 2023",
    );
    let told = READABLE.replace(
        "changed(body) = body",
        "changed(body) = { \"‹!\"; body; \"!›\" }",
    );
    sandbox.write("templates/changes.typ", told);
    for plan in ["plan", "lama"] {
        let text = "# Pendahuluan\n\n```ambonplan\nshow = \"indicator-paths\"\n```\n";
        sandbox.write(&format!("../{plan}/chapters/ringkasan.md"), text);
    }
    let arguments = ["--changes-since", "lama", "--only", "chapter:ringkasan"];
    let book = sandbox.build(&arguments);
    let letters = book.letters();
    assert!(letters.count("‹!GERAK-01!›") > 0, "{}", book.text());
    assert_eq!(letters.count("‹!GERAK-02!›"), 0, "{}", book.text());
}

#[test]
fn a_source_whose_money_is_the_same_has_another_share() {
    let sandbox = teladan();
    sandbox.edit(
        "opd/dinas-gerak/programs/bus-tepat.toml",
        "source = \"apbd-kota\"\namount = 2_100_000_000",
        "source = \"apbd-kota\"\namount = 9_100_000_000",
    );
    sandbox.write("templates/changes.typ", READABLE);
    for plan in ["plan", "lama"] {
        let text = "# Pendahuluan\n\n```ambonplan\nshow = \"source-chart\"\n```\n";
        sandbox.write(&format!("../{plan}/chapters/ringkasan.md"), text);
    }
    let arguments = ["--changes-since", "lama", "--only", "chapter:ringkasan"];
    let book = sandbox.build(&arguments);
    let page = book
        .pages
        .iter()
        .find(|page| page.contains("APBD Provinsi"));
    let page: String = page.unwrap().split_whitespace().collect();
    let (_, province) = page.split_once("APBDProvinsi").unwrap();
    let text: String = province.chars().take(60).collect();
    assert!(text.starts_with("Rp") && text.contains("%-›‹+"), "{text}");
    // Rows that change places are compared with themselves.
    let path = "opd/dinas-gerak/programs/bus-tepat.toml";
    let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
    sandbox.write(path, text.replacen("apbd-provinsi", "dak-fisik", 2));
    let book = sandbox.build(&arguments);
    let letters = book.letters();
    for text in [
        "APBD Provinsi ‹-Rp3.625.000.000",
        "DAK Fisik ‹-Rp2.437.500.000",
    ] {
        assert!(letters.count(text) > 0, "{text} {}", book.text());
    }
}

#[test]
fn nothing_is_marked_where_nothing_changed() {
    let sandbox = unchanged();
    let plain = sandbox.build(&[]);
    let tracked = since(&sandbox);
    assert_eq!(tracked.pages.len(), plain.pages.len() + 1);
    tracked.assert_has("Tidak ada perubahan");
    assert!(!tracked.text().contains("YANG DIHAPUS"));
}

#[test]
fn bars_stand_beside_what_changed_and_nowhere_else() {
    let sandbox = changed();
    let load = |name: &str| project::load(&sandbox.root().join(name), &Options::default()).unwrap();
    let (before, after) = (load("lama"), load("plan"));
    let (first, second) = (before.plan.as_ref().unwrap(), after.plan.as_ref().unwrap());
    let diff = diff::compare(
        (first, &before.tree),
        (second, &after.tree),
        &Settings::default(),
    );
    let named = |name: &str| Named {
        name: name.into(),
        ..Default::default()
    };
    let report = Report {
        diff: &diff,
        base: named("lama"),
        head: named("plan"),
        shown: Shown::default(),
        language: second.file.language.value.base(),
        audience: Audience::Council,
    };
    let earlier = Earlier {
        plan: first,
        tree: &before.tree,
        report: &report,
    };
    let volume = &second.volumes[0];
    let book = compose_tracked(&earlier, second, &after.tree, volume, Scope::Volume);
    let mut findings = Findings::default();
    let document = lay_out(&book, &after.tree, &Fonts::embedded(), &mut findings).unwrap();
    assert!(findings.is_empty());
    let (mut with, mut without, mut columns) = (0, 0, 0);
    for page in document.pages() {
        let mut lines = Vec::new();
        lines_of(&page.frame, 0.0, &mut lines);
        let bars: Vec<(f64, f64, f64)> = page
            .frame
            .items()
            .filter_map(|(at, item)| match item {
                FrameItem::Shape(shape, _) => match shape.geometry {
                    Geometry::Rect(size) if size.x.to_pt() < 2.0 => {
                        Some((at.x.to_pt(), at.y.to_pt(), (at.y + size.y).to_pt()))
                    }
                    _ => None,
                },
                _ => None,
            })
            .collect();
        let between = |left: f64, right: f64, y: f64| {
            let mut bars = bars.iter().filter(|(x, ..)| (left..right).contains(x));
            bars.any(|(_, from, to)| (*from..=*to).contains(&y))
        };
        let beside = |y: f64| between(0.0, 60.0, y);
        let has_card = lines
            .iter()
            .any(|(_, text)| text.contains("Pembukaan loket"));
        for (y, text) in lines {
            if text.contains("alasan") || text.contains("265.000.000") {
                assert!(beside(y), "{text}");
                with += 1;
            } else if text.contains("Misi dan tujuan pembangunan daerah") {
                assert!(!beside(y), "{text}");
                without += 1;
            } else if text.contains("Rp440.000.000") && has_card {
                // In the second column of the facts, and beside nothing in the first.
                assert!(between(250.0, 400.0, y) && !beside(y), "{text}");
                columns += 1;
            }
        }
    }
    assert!(
        with >= 3 && without >= 1 && columns == 1,
        "{with} {without} {columns}"
    );
}

/// Pieces of text with how far from the top of the page they stand.
fn lines_of(frame: &Frame, top: f64, lines: &mut Vec<(f64, String)>) {
    for (at, item) in frame.items() {
        let y = top + at.y.to_pt();
        match item {
            FrameItem::Text(text) => lines.push((y, text.text.to_string())),
            FrameItem::Group(group) => lines_of(&group.frame, y, lines),
            _ => {}
        }
    }
}

#[test]
fn a_part_of_the_book_is_compared_with_the_same_part() {
    let sandbox = changed();
    sandbox.write("templates/changes.typ", READABLE);
    let arguments = [
        "--changes-since",
        "lama",
        "--only",
        "opd:diskominfo",
        "--deps",
        "buku.d",
    ];
    let book = sandbox.build(&arguments);
    let rule = fs::read_to_string(sandbox.root().join("buku.d")).unwrap();
    assert!(
        rule.contains("lama/plan.toml") && rule.contains("plan/plan.toml"),
        "{rule}"
    );
    book.assert_has("‹-150-› ‹+265+›");
    book.assert_has("Penataan marka");
    assert!(
        !book.text().contains("Alinea yang baru."),
        "another part is shown"
    );
}

/// What a chapter says in the book that marks changes, and in the plain one, once it said
/// something else.
fn chapter(before: &str, after: &str) -> (String, String) {
    let sandbox = Sandbox::new();
    without_pages(&sandbox);
    sandbox.write("templates/changes.typ", READABLE);
    let image = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"90\"/>";
    sandbox.write("assets/peta.svg", image);
    let text = |text: &str| format!("# Pendahuluan\n\n{text}\n\nAlinea yang sama.\n");
    sandbox.write("chapters/pendahuluan.md", text(before));
    copy(&sandbox.plan(), &sandbox.root().join("lama"));
    sandbox.write("chapters/pendahuluan.md", text(after));
    let only = ["--only", "chapter:pendahuluan"];
    let plain = sandbox.build(&only);
    let tracked = sandbox.build(&["--changes-since", "lama", only[0], only[1]]);
    let summary = tracked
        .pages
        .iter()
        .position(|page| page.starts_with("BAB I "));
    let pages = tracked.pages[summary.unwrap()..].join(" ");
    (pages, plain.text())
}

#[test]
fn every_element_of_narrative_is_marked_where_it_changed() {
    let note = "Kata[^c] lain.\n\n[^c]: Catatan lama.";
    let table = "| A | B |\n|---|---|\n| satu | dua |";
    let figure = "Lihat <#peta>.\n\n![Peta kota](../assets/peta.svg \"Peta kota {#peta}\")";
    let cases = [
        // Old text, new text, what is marked, what is not.
        (
            "Mulai besok, ya?",
            "Mulai lusa, ya.",
            "Mulai‹-besok-›‹+lusa+›,ya‹-?-›‹+.+›",
            "ya‹-ya",
        ),
        (
            "Istilah\n: Arti satu.",
            "Istilah\n: Sama sekali lain kata.",
            "‹-Arti satu.-›",
            "‹-Istilah",
        ),
        (
            "1. awal panjang\n2. tengah panjang\n3. akhir panjang",
            "1. awal panjang\n2. akhir panjang",
            "‹-tengah panjang-›",
            "‹-akhir",
        ),
        (
            "1. awal panjang\n2. akhir panjang",
            "1. akhir panjang",
            "‹-awal panjang-›",
            "‹-akhir",
        ),
        ("- satu\n- dua", "- satu\n- tiga", "‹+tiga+›", "‹-satu"),
        ("- satu", "- satu\n- dua\n  - anak", "‹+anak+›", "‹+satu"),
        (note, "Kata lain.", "‹-[catatan: Catatan lama.]-›", "‹-Kata"),
        (
            note,
            &note.replace("lama", "baru"),
            "Catatan ‹-lama-› ‹+baru+›.",
            "‹-Kata",
        ),
        (
            "> [!NOTE]\n> Isi.",
            "> [!WARNING]\n> Isi.",
            "‹-Catatan-›",
            "‹-Alinea",
        ),
        (
            "Situs <https://example.org>.",
            "Situs <https://example.com>.",
            "‹-https://example.org-›",
            "‹-Situs",
        ),
        ("Kode `satu`.", "Kode `dua`.", "‹+dua+›", "‹-Kode"),
        ("Kata ~~satu~~ dua.", "Kata dua.", "‹-satu-›", "‹-dua"),
        (
            table,
            &table.replace("dua", "tiga"),
            "‹-dua-› ‹+tiga+›",
            "‹-satu",
        ),
        (
            table,
            &format!("{table}\n| empat | lima |"),
            "‹+empat+› ‹+lima+›",
            "‹+satu",
        ),
        (
            &format!("{table}\n| empat | lima |"),
            table,
            "‹-empat-› ‹-lima-›",
            "‹-satu",
        ),
        (
            &format!("Tabel: Judul lama {{#t}}\n\n{table}"),
            table,
            "‹-Judul lama-›",
            "‹-satu",
        ),
        (
            table,
            &format!("Tabel: Judul baru {{#t}}\n\n{table}"),
            "‹+Judul baru+›",
            "‹+satu",
        ),
        (
            "| A[^t] | B |\n|---|---|\n| satu | dua |\n\n[^t]: Catatan kepala.",
            table,
            "‹-[catatan: Catatan kepala.]-›",
            "‹-satu",
        ),
        (
            figure,
            &figure.replace("\"Peta kota", "\"Peta dua kota"),
            "Peta ‹+dua+› kota",
            "‹-Gambar",
        ),
        (figure, "Lihat peta.", "‹-Peta kota-›", "‹-Alinea"),
        (
            "## Bab satu\n\nIsi.",
            "## Bab nol\n\nLain.\n\n## Bab satu\n\nIsi.",
            "‹+Bab nol+›",
            "‹+Bab satu",
        ),
        (
            "```ambonplan\nshow = \"rpjmd\"\ncaption = \"Misi\"\n```",
            "Lain.",
            "‹-Misi-›",
            "‹-Alinea",
        ),
    ];
    for (before, after, marked, unmarked) in cases {
        let (tracked, plain) = chapter(before, after);
        let case = format!("{before}\n→\n{after}\n→\n{tracked}");
        // Signs of bullets stay where an item is gone.
        let words = |text: &str| kept(text).replace(['•', '–'], "");
        assert_eq!(words(&tracked), words(&plain), "{case}");
        let letters = |text: &str| -> String {
            text.chars()
                .filter(|c| !c.is_whitespace() && *c != '\u{ad}')
                .collect()
        };
        assert!(letters(&tracked).contains(&letters(marked)), "{case}");
        assert!(!letters(&tracked).contains(&letters(unmarked)), "{case}");
    }
}

#[test]
fn a_text_that_is_no_draft_any_more_says_what_it_said() {
    let sandbox = unchanged();
    let text = "Kalimat pertama.\n\nKalimat kedua.\n";
    let draft = format!("+++\nstatus = \"draft\"\n+++\n{text}");
    for path in [
        "opd/diskominfo/profil.md",
        "pillars/governance/strategi.md",
        "opd/diskominfo/programs/layanan-aduan.md",
    ] {
        sandbox.write(&format!("../lama/{path}"), &draft);
        sandbox.write(path, text.replace("kedua", "terakhir"));
    }
    sandbox.write("templates/changes.typ", READABLE);
    let there = since(&sandbox);
    // And the other way round.
    let arguments = [
        "build",
        "--plan",
        "lama",
        "--changes-since",
        "plan",
        "-o",
        "out.pdf",
    ];
    copy(
        &sandbox.plan().join("templates"),
        &sandbox.root().join("lama/templates"),
    );
    assert_eq!(sandbox.run(&arguments).status, 0);
    let back = Book::open(&sandbox.root().join("out.pdf"));
    for (book, old, new) in [(there, "kedua", "terakhir"), (back, "terakhir", "kedua")] {
        let letters = book.letters();
        // In the book three times, and in the summary.
        assert!(letters.count(&format!("‹-{old}-› ‹+{new}+›")) >= 3);
        assert_eq!(letters.count("‹-Kalimat") + letters.count("‹+Kalimat"), 0);
    }
}

#[test]
fn a_programme_that_moved_is_gone_from_no_part() {
    let sandbox = unchanged();
    let opd = fs::read_to_string(sandbox.plan().join("opd/diskominfo/opd.toml")).unwrap();
    sandbox.write(
        "opd/bpbd/opd.toml",
        opd.replace("Komunikasi dan Informatika", "Bencana"),
    );
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    fs::remove_file(sandbox.plan().join(PROGRAM)).unwrap();
    sandbox.write("opd/bpbd/programs/layanan-aduan.toml", text);
    sandbox.write("templates/changes.typ", READABLE);
    let book = sandbox.build(&["--changes-since", "lama", "--only", "opd:diskominfo"]);
    assert!(!book.text().contains("YANG DIHAPUS"), "it is elsewhere");
    let book = sandbox.build(&["--changes-since", "lama", "--only", "opd:bpbd"]);
    let card = book.text().matches("‹+Satu pintu").count();
    assert_eq!(card, 0, "it is not new");
}

#[test]
fn the_cover_names_the_pillars_of_the_second_plan() {
    let sandbox = unchanged();
    let pillar = fs::read_to_string(sandbox.plan().join("pillars/governance/pillar.toml")).unwrap();
    let other = pillar
        .replace("Smart Governance", "Smart Living")
        .replace("\"GOV\"", "\"LIV\"");
    let other = other
        .split("\n[[")
        .next()
        .unwrap()
        .replace("order = 1", "order = 2");
    sandbox.write("../lama/pillars/living/pillar.toml", other);
    let book = since(&sandbox);
    assert!(!book.pages[0].contains("Smart Living"), "{}", book.pages[0]);
}

/// Two plans that have nothing in common, with every element of narrative in them.
#[test]
fn marks_keep_a_book_within_its_standards() {
    let sandbox = Sandbox::empty();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&shipped.join("plan"), &sandbox.plan());
    copy(
        &shipped.join("examples/kota-teladan"),
        &sandbox.root().join("lain"),
    );
    for (plan, earlier) in [("plan", "lain"), ("lain", "plan")] {
        let arguments = [
            "build",
            "--plan",
            plan,
            "--changes-since",
            earlier,
            "-o",
            "out.pdf",
        ];
        let run = sandbox.run(&arguments);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(!run.stderr.contains("PDF0"), "{}", run.stderr);
        let book = Book::open(&sandbox.root().join("out.pdf"));
        // Every link leads somewhere, and contents name no card that is gone.
        assert!(!book.links().is_empty());
        let contents = book
            .pages
            .iter()
            .filter(|page| page.matches(" . . . ").count() > 5);
        assert!(contents.count() <= 8, "the contents of {plan} are long");
    }
}

#[test]
fn a_programme_under_another_id_is_the_same_programme() {
    let sandbox = unchanged();
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    fs::remove_file(sandbox.plan().join(PROGRAM)).unwrap();
    sandbox.write("opd/diskominfo/programs/aduan-warga.toml", text);
    sandbox.edit(
        "chapters/pendahuluan.md",
        "program:layanan-aduan",
        "program:aduan-warga",
    );
    sandbox.write("templates/changes.typ", READABLE);
    let book = since(&sandbox);
    assert!(
        !book.text().contains("YANG DIHAPUS"),
        "its card is in the annex"
    );
    let body = book
        .pages
        .iter()
        .position(|page| page.starts_with("BAB I "))
        .unwrap();
    let text = book.pages[body..].join(" ");
    assert!(!text.contains('‹'), "{text}");
}

#[test]
fn revisions_of_git_are_marked_without_touching_anything() {
    let history = History::new();
    history.sandbox.edit(PROGRAM, "150_000_000", "265_000_000");
    let run = history.sandbox.run(&["build", "--changes-since", "HEAD"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let path = history.sandbox.root().join("build/master-plan-changes.pdf");
    let book = Book::open(&path);
    book.assert_has(
        "Sebelum: revisi 0.1 tanggal 24 November 2026, sebagaimana disimpan pada 2 Maret 2026 Sesudah: revisi 0.1 tanggal 24 November 2026, naskah yang sedang disusun",
    );
    // The same input gives the same bytes, and the plain book stays where it is.
    let again = history
        .sandbox
        .run(&["build", "--changes-since", "HEAD", "-o", "lagi.pdf"]);
    assert_eq!(again.status, 0, "{}", again.stderr);
    assert_eq!(
        fs::read(history.sandbox.root().join("lagi.pdf")).unwrap(),
        book.bytes
    );
    assert!(
        !history
            .sandbox
            .root()
            .join("build/master-plan.pdf")
            .exists()
    );
    // Nothing has to be set twice, until the revision is another one.
    let run = history.sandbox.run(&["build", "--changes-since", "HEAD"]);
    assert!(run.stderr.contains("tidak berubah"), "{}", run.stderr);
    history.commit("Naikkan anggaran");
    let run = history.sandbox.run(&["build", "--changes-since", "HEAD"]);
    assert!(!run.stderr.contains("tidak berubah"), "{}", run.stderr);
    // What is committed is no draft.
    let run = history
        .sandbox
        .run(&["build", "--changes-since", "HEAD~1", "-o", "bersih.pdf"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    Book::open(&history.sandbox.root().join("bersih.pdf")).assert_has(
        "Sesudah: revisi 0.1 tanggal 24 November 2026, sebagaimana disimpan pada 3 Maret 2026",
    );
    let run = history
        .sandbox
        .run(&["build", "--changes-since", "tidak-ada"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .contains("tidak ada revisi atau folder `tidak-ada`"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_report_of_changes_can_be_printed() {
    let sandbox = changed();
    let run = sandbox.run(&["diff", "lama", "--format", "pdf", "-o", "perubahan.pdf"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.stdout, "");
    let book = Book::open(&sandbox.root().join("perubahan.pdf"));
    book.assert_has("GOV-02 Parkir tertib: program dihapus");
    book.assert_has("Perubahan anggaran menurut pilar");
    assert!(!book.text().contains("BAB I"), "the whole book is printed");
    // The exit status is that of the other forms.
    let run = sandbox.run(&[
        "diff",
        "lama",
        "--format",
        "pdf",
        "-o",
        "p.pdf",
        "--fail-on",
        "breaking",
    ]);
    assert_eq!(run.status, 1);
    let run = sandbox.run(&["diff", "lama", "--format", "markdown", "-o", "p.md"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        fs::read_to_string(sandbox.root().join("p.md"))
            .unwrap()
            .contains("Parkir tertib")
    );
}
