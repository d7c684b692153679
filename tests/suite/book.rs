//! The printed book: what stands in it, how it is built, that it is the same
//! every time.

use std::fs;
use std::process::Command;

use crate::sandbox::{Book, Sandbox};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

#[test]
fn the_book_has_its_parts_in_order() {
    let book = Sandbox::new().build(&[]);
    assert_eq!(
        book.outline(),
        [
            "Daftar Isi",
            "Daftar Singkatan",
            "BAB I Pendahuluan",
            "1.1 Latar belakang",
            "1.2 Arah pembangunan",
            "BAB II Smart Governance",
            "2.1 Dimensi dan arah kebijakan",
            "2.2 Program",
            "GOV-01 Layanan aduan warga",
            "BAB III Anggaran",
            "3.1 Anggaran menurut pilar",
            "3.2 Anggaran menurut perangkat daerah",
            "3.3 Anggaran menurut sumber dana",
            "BAB IV Evaluasi",
            "BAB V Profil Perangkat Daerah",
            "5.1 Dinas Komunikasi dan Informatika",
            "Lampiran I Matriks Rencana Aksi",
            "Lampiran II Daftar Perangkat Daerah",
        ]
    );
}

#[test]
fn numbers_and_dates_are_indonesian() {
    let book = Sandbox::new().build(&[]);
    for text in [
        "Rp325.000.000",
        "150.000.000",
        "75,5",
        "24 November 2026",
        "2026–2030",
    ] {
        book.assert_has(text);
    }
}

#[test]
fn an_english_book_has_english_words_and_numbers() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "plan.toml",
        "status = \"draft\"",
        "status = \"draft\"\nlanguage = \"en\"",
    );
    let book = sandbox.build(&[]);
    for text in [
        "CHAPTER II",
        "Rp325,000,000",
        "75.5",
        "CONTENTS",
        "Action Matrix",
    ] {
        book.assert_has(text);
    }
    assert!(!book.text().contains("Daftar Isi"));
}

#[test]
fn cards_are_reached_from_text_and_tables_and_lead_back() {
    let sandbox = Sandbox::new();
    let book = sandbox.build(&[]);
    // Landing places by page: a link that leads nowhere would not be written.
    let links = book.links();
    assert!(links.len() > 10, "{links:?}");
    let page_of = |text: &str| {
        let found = book.pages.iter().position(|page| page.contains(text));
        found.unwrap_or_else(|| panic!("no page has {text:?}"))
    };
    let chapter = page_of("Tulis di sini");
    let card = page_of("Satu pintu untuk setiap aduan");
    let profile = page_of("Menggerakkan layanan digital");
    let matrix = page_of("Jumlah seluruh program");
    for (from, to) in [
        (chapter, card),
        (card, profile),
        (profile, card),
        (matrix, card),
    ] {
        assert!(
            links.contains(&(from, to)),
            "no link from page {from} to {to}: {links:?}"
        );
    }
}

#[test]
fn narrative_prints_all_of_its_markdown() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "assets/peta.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\"/></svg>",
    );
    sandbox.write(
        "chapters/pendahuluan.md",
        r#"# Judul bab

## Bagian satu

Kalimat dengan *tekanan*, **tebal**, ~~coret~~, `kode` dan [tautan](https://example.org).
Baris kedua.\
Baris ketiga[^satu] dan lagi[^satu].

[^satu]: Isi catatan kaki.

#### Judul yang melompat

- butir a
  - butir b
    1. nomor c
- butir d

3. mulai tiga
4. lalu empat

> Kutipan panjang.

```rust
let kode = "blok";
```

| Kiri | Kanan |
|:-----|------:|
| satu | 1.000 |

![Peta kota](assets/peta.svg)

Gambar ![kecil](assets/peta.svg) di dalam baris.

Lihat <program:layanan-aduan>, [program itu](program:layanan-aduan), <opd:diskominfo>,
<pillar:governance>, <goal:layanan-publik> dan <chapter:pendahuluan>.
"#,
    );
    let run = sandbox.run(&["build", "-o", "out.pdf"]);
    let warnings: Vec<&str> = run.stderr.matches("peringatan[").collect();
    assert_eq!(warnings.len(), 1, "{}", run.stderr);
    assert!(run.stderr.contains("TXT022"), "{}", run.stderr);
    let book = sandbox.build(&[]);
    for text in [
        "1.1 Bagian satu",
        "Kalimat dengan tekanan, tebal, coret, kode dan tautan. Baris kedua.",
        "Isi catatan kaki.",
        "Judul yang melompat",
        "butir a",
        "nomor c",
        "3. mulai tiga",
        "Kutipan panjang.",
        "let kode = \"blok\";",
        "1.000",
        "Lihat GOV-01 Layanan aduan warga, program itu, Dinas Komunikasi dan Informatika,",
        "Meningkatnya mutu pelayanan publik dan BAB I Judul bab.",
    ] {
        book.assert_has(text);
    }
    assert_eq!(book.text().matches("Isi catatan kaki.").count(), 1);
    // Two images and two charts of the budget.
    let document = lopdf::Document::load_mem(&book.bytes).unwrap();
    let is_figure = |object: &&lopdf::Object| {
        let kind = object.as_dict().and_then(|it| it.get(b"S")).ok();
        kind.is_some_and(|kind| kind.as_name().ok() == Some(b"Figure"))
    };
    assert_eq!(document.objects.values().filter(is_figure).count(), 4);
}

#[test]
fn text_is_never_code() {
    let hostile = r##"#import "@preview/x:1.0.0" #read("/etc/passwd") $x$ @ref <label> `raw` *a* _b_ \u{41} // c /* d */ = e "f" [g] {h} #"##;
    let sandbox = Sandbox::new();
    let literal = format!("'''{hostile}'''");
    sandbox.edit(PROGRAM, "\"Layanan aduan warga\"", &literal);
    sandbox.edit(PROGRAM, "\"Pembukaan loket dan kanal aduan\"", &literal);
    sandbox.edit(PROGRAM, "\"Aduan yang dijawab dalam tiga hari\"", &literal);
    sandbox.edit("plan.toml", "\"Kota Contohan\"", &literal);
    sandbox.edit(
        "pillars/governance/pillar.toml",
        "\"Tata kelola cerdas\"",
        &literal,
    );
    sandbox.edit("opd/diskominfo/opd.toml", "\"Diskominfo\"", &literal);
    sandbox.write(
        "chapters/pendahuluan.md",
        format!("# Judul\n\n```\n{hostile}\n```\n"),
    );
    let book = sandbox.build(&[]);
    let text: String = book.text().chars().filter(|c| !c.is_whitespace()).collect();
    let wanted: String = hostile.chars().filter(|c| !c.is_whitespace()).collect();
    let times = text.matches(&wanted).count();
    assert!(times >= 6, "found {times} times in:\n{}", book.text());
}

#[test]
fn only_builds_one_part_with_the_numbers_of_the_whole() {
    let sandbox = Sandbox::new();
    let whole = sandbox.build(&[]).pages.len();
    for (what, wanted, absent) in [
        ("pillar:governance", "GOV-01", "Menggerakkan layanan"),
        (
            "opd:diskominfo",
            "Menggerakkan layanan digital kota",
            "Tulis di sini",
        ),
        ("chapter:pendahuluan", "Tulis di sini", "Satu pintu"),
        (
            "program:layanan-aduan",
            "Satu pintu untuk setiap aduan",
            "Tulis di sini",
        ),
    ] {
        let book = sandbox.build(&["--only", what]);
        book.assert_has(wanted);
        assert!(!book.text().contains(absent), "{what} holds {absent:?}");
        assert!(book.pages.len() < whole, "{what}");
    }
    let book = sandbox.build(&["--only", "pillar:governance"]);
    assert_eq!(book.outline()[0], "BAB II Smart Governance");
}

#[test]
fn the_same_plan_gives_the_same_bytes_anywhere() {
    let first = Sandbox::new();
    let second = Sandbox::new();
    let build = |sandbox: &Sandbox, zone: &str, locale: &str, threads: &str| {
        let status = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
            .args(["--plan", "plan", "build", "-o", "out.pdf"])
            .current_dir(sandbox.root())
            .env("TZ", zone)
            .env("LC_ALL", locale)
            .env("RAYON_NUM_THREADS", threads)
            .status()
            .unwrap();
        assert!(status.success());
        fs::read(sandbox.root().join("out.pdf")).unwrap()
    };
    let one = build(&first, "Asia/Jayapura", "id_ID.UTF-8", "1");
    let two = build(&second, "America/Lima", "C", "4");
    assert!(one == two, "the two files differ");
}

#[test]
fn the_pdf_is_tagged_titled_and_dated_by_the_plan() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&["build", "-o", "out.pdf"]);
    assert!(!run.stderr.contains("PDF003"), "{}", run.stderr);
    let book = Book::open(&sandbox.root().join("out.pdf"));
    let catalog = book.document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"id");
    assert!(catalog.has(b"StructTreeRoot"));
    let text = String::from_utf8_lossy(&book.bytes);
    for wanted in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "2026-11-24",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
}

#[test]
fn sheets_to_be_signed_show_who_has_signed_and_who_has_not() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "plan.toml",
        "\"contents\"",
        "\"approval\", \"commitments\", \"contents\", \"list-of-tables\"",
    );
    sandbox.edit(
        "opd/diskominfo/opd.toml",
        "name = \"Sitti Rahma\"\n",
        "name = \"Sitti Rahma\"\nnip = \"199001012015011001\"\n",
    );
    sandbox.write(
        "opd/bpbd/opd.toml",
        "name = \"Badan Penanggulangan Bencana Daerah\"\nabbreviation = \"BPBD\"\nkind = \"badan\"\n",
    );
    let book = sandbox.build(&[]);
    let page = |title: &str| {
        let found = book.pages.iter().find(|page| page.contains(title));
        found.unwrap_or_else(|| panic!("no page has {title:?}"))
    };
    let approval = page("LEMBAR PENGESAHAN");
    assert!(approval.contains("Wali Kota"), "{approval}");
    let commitments = page("PERNYATAAN KOMITMEN");
    for text in [
        "Sitti Rahma",
        "NIP 19900101 201501 1 001",
        "Ditandatangani 24 November 2026",
        "Badan Penanggulangan Bencana Daerah",
        "Belum ditandatangani",
    ] {
        assert!(commitments.contains(text), "{text}: {commitments}");
    }
    // Every table with a caption, with the page on which it stands.
    let tables = page("DAFTAR TABEL");
    assert!(
        tables.contains("Tabel 1.1 Misi dan tujuan pembangunan daerah"),
        "{tables}"
    );
    let outline = book.outline();
    assert!(
        outline.contains(&"Pernyataan Komitmen".into()),
        "{outline:?}"
    );
}

#[test]
fn figures_are_drawn_from_the_data_and_described_in_words() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "plan.toml",
        "\"contents\"",
        "\"contents\", \"list-of-figures\"",
    );
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\n```ambonplan\nshow = \"road-map\"\ncaption = \"Jalan kota\"\n```\n\n\
         ```ambonplan\nshow = \"budget-chart\"\n```\n\n\
         ```ambonplan\nshow = \"coverage\"\n```\n\n\
         ```ambonplan\nshow = \"readiness-chart\"\n```\n\n\
         ```ambonplan\nshow = \"source-chart\"\n```\n\n\
         ```ambonplan\nshow = \"indicator-paths\"\n```\n\n\
         ```ambonplan\nshow = \"dependencies\"\n```\n",
    );
    let second = std::fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    let second = second
        .replace("number = 1", "number = 2")
        .replace("Layanan aduan warga", "Papan aduan terbuka")
        .replace(
            "supports = [",
            "depends-on = [\"layanan-aduan\"]\nsupports = [",
        );
    sandbox.write("opd/diskominfo/programs/papan-aduan.toml", second);
    sandbox.write(
        "evaluations/2026-11-01.toml",
        "title = \"Evaluasi\"\nstatus = \"done\"\n\n[[realised]]\nprogram = \"layanan-aduan\"\n\
         indicator = \"Aduan yang dijawab dalam tiga hari\"\nyear = 2026\nvalue = 55\n",
    );
    sandbox.write(
        "registry/readiness.toml",
        "[[readiness]]\nid = \"data\"\nelement = \"struktur\"\naspect = \"Tata kelola data\"\n\
         current = 2.5\ntarget = 4\n",
    );
    let book = sandbox.build(&["--allow", "all"]);
    for text in [
        "Gambar 1.1. Jalan kota",
        "Gambar 1.2. Anggaran tiap tahun menurut pilar",
        "GOV-01 Layanan aduan warga",
        "juta rupiah",
        "Gambar 1.3. Program tiap perangkat daerah menurut pilar",
        "Gambar 1.4. Kesiapan kini dan yang dituju",
        "2,5 → 4",
        "Gambar 1.5. Anggaran seluruh tahun menurut sumber dana",
        "APBD Kota Rp650.000.000 · 100,0%",
        "Gambar 1.6. Jalur indikator utama tiap program",
        "nilai awal target realisasi",
        "GOV-02 Aduan yang dijawab dalam tiga hari (persen)",
        "Gambar 1.7. Ketergantungan antarprogram",
        "GOV-02 Papan aduan terbuka",
    ] {
        book.assert_has(text);
    }
    let list = book
        .pages
        .iter()
        .find(|page| page.contains("DAFTAR GAMBAR"))
        .unwrap();
    assert!(list.contains("Gambar 1.1 Jalan kota"), "{list}");
    let told = book.alternatives();
    for wanted in [
        "Waktu program tiap pilar, 2026–2030. Smart Governance: Layanan aduan warga 2026–2027; Papan aduan terbuka 2026–2027.",
        "Anggaran tiap tahun menurut pilar dalam juta rupiah. tahun 2026 sebesar 300,0, terdiri atas Smart Governance sebesar 300,0; tahun 2027 sebesar 350,0, terdiri atas Smart Governance sebesar 350,0; 2028 0,0; 2029 0,0; 2030 0,0.",
        "Peta warna jumlah program tiap perangkat daerah menurut pilar. Seluruhnya: Smart Governance 2, jumlah 2; Diskominfo: Smart Governance 2, jumlah 2.",
        "Kesiapan kini dan yang dituju, dari 0 sampai 5: Tata kelola data kini 2,5, yang dituju 4.",
        "Anggaran menurut sumber dana, 2026–2030, dalam juta rupiah: APBD Kota memberi 650,0 atau 100,0% dari semuanya.",
        "Jalur indikator dari nilai awal ke target terakhir: GOV-01 Aduan yang dijawab dalam tiga hari: dari 52 (2026) menuju 75,5 persen (2027), tercapai 55 (2026); GOV-02 Aduan yang dijawab dalam tiga hari: dari 52 (2026) menuju 75,5 persen (2027).",
        "Program yang menunggu program lain: Papan aduan terbuka menunggu Layanan aduan warga.",
    ] {
        assert!(told.iter().any(|text| text == wanted), "{wanted}: {told:?}");
    }
    // Nothing to draw is said, not drawn.
    fs::remove_file(
        sandbox
            .plan()
            .join("opd/diskominfo/programs/papan-aduan.toml"),
    )
    .unwrap();
    let text = std::fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    let text = text
        .replace("amount = 150_000_000", "amount = 0")
        .replace("amount = 175_000_000", "amount = 0");
    sandbox.write(PROGRAM, text);
    sandbox
        .build(&["--allow", "all"])
        .assert_has("Belum ada isian.");
}

#[test]
fn programmes_are_found_by_title_code_and_source() {
    let sandbox = Sandbox::new();
    sandbox.edit("plan.toml", "\"opd-list\"", "\"opd-list\", \"index\"");
    sandbox.edit(
        PROGRAM,
        "quick-win = true",
        "quick-win = true\ncode = \"2.16.03\"",
    );
    let book = sandbox.build(&[]);
    let page = book.pages.last().unwrap();
    for text in [
        "INDEKS PROGRAM",
        "Layanan aduan warga GOV-01 , hlm. 3 Diskominfo",
        "2.16.03 GOV-01",
        "APBD Kota GOV-01",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
}

/// Amounts with more digits than a column of a year has room for stand in rupiah, in a table of
/// their own.
#[test]
fn no_digit_of_an_amount_is_lost_on_a_card() {
    let sandbox = Sandbox::new();
    let book = sandbox.build(&[]);
    book.assert_has("APBD Kota juta rupiah 150 175");
    sandbox.edit(PROGRAM, "amount = 150_000_000", "amount = 1_234_567_891");
    let book = sandbox.build(&[]);
    book.assert_has("Anggaran (rupiah) 2026");
    book.assert_has("APBD Kota 1.234.567.891 175.000.000");
    assert!(
        !book.text().contains("APBD Kota juta rupiah"),
        "{}",
        book.text()
    );
}

/// What is confirmed stands below all of a source, and is in no sum once more.
#[test]
fn a_card_says_how_much_of_the_budget_is_confirmed() {
    let sandbox = Sandbox::new();
    let before = sandbox.build(&[]);
    assert!(!before.text().contains("dipastikan"));
    sandbox.edit(
        PROGRAM,
        "amount = 150_000_000",
        "amount = 150_000_000\nconfirmed = true",
    );
    let book = sandbox.build(&[]);
    book.assert_has("di antaranya dipastikan juta rupiah 150");
    sandbox.edit(
        PROGRAM,
        "amount = 175_000_000",
        "amount = 175_000_000\nconfirmed = true",
    );
    let book = sandbox.build(&[]);
    book.assert_has("APBD Kota (dipastikan)");
    assert!(!book.text().contains("di antaranya"));
    book.assert_has("325.000.000");
}

#[test]
fn proposals_say_their_pillar_and_their_date_where_they_have_one() {
    let sandbox = Sandbox::new();
    let proposal = "title = \"Loket malam\"\nby = \"Forum warga\"\nstatus = \"open\"\n";
    sandbox.write("proposals/loket.toml", proposal);
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\n```ambonplan\nshow = \"proposals\"\n```\n",
    );
    let plain = sandbox.build(&[]);
    plain.assert_has("Usulan Pengusul Tindak lanjut");
    sandbox.write(
        "proposals/loket.toml",
        format!("{proposal}date = 2026-03-09\npillar = \"governance\"\n"),
    );
    let book = sandbox.build(&[]);
    book.assert_has("Usulan Pilar Pengusul Tindak lanjut");
    book.assert_has("9 Maret 2026");
}

#[test]
fn programmes_are_held_against_the_goals() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "registry/goals.toml",
        "[[goal]]\nid = \"lain\"\ntext = \"Tujuan yang belum didukung\"\n",
    );
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\n```ambonplan\nshow = \"alignment\"\n```\n",
    );
    let book = sandbox.build(&[]);
    book.assert_has("T1 Tujuan yang belum didukung; T2 Meningkatnya mutu pelayanan publik.");
    book.assert_has("GOV-01 Layanan aduan warga •");
}
