//! References within texts, and figures and tables of one's own.

use std::fs;

use crate::sandbox::Sandbox;

const TEXT: &str = "chapters/pendahuluan.md";

/// A picture of `width` pixels.
pub fn picture(width: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(width, 40)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

fn with_text(text: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("assets/peta.png", picture(1200));
    sandbox.write(TEXT, format!("# Pendahuluan\n\n{text}\n"));
    sandbox
}

#[test]
fn figures_tables_and_headings_are_referred_to_by_number() {
    let sandbox = with_text(
        "## Arah\n\n\
         Ke <figure:peta>, <table:layanan>, <table:dimensi>, <heading:akhir>, \
         <figure:peta?form=full>, [](table:layanan?form=title), <heading:akhir?form=number>.\n\n\
         ![Peta](assets/peta.png \"Peta kota {#peta}\")\n\n\
         Tabel: Jumlah *layanan* {#layanan}\n\n\
         | Layanan | Jumlah |\n|---|---|\n| Aduan | 12 |\n\n\
         ```ambonplan\nshow = \"dimensions\"\nid = \"dimensi\"\n```\n\n\
         Tabel: Dengan id {#lain}\n\n| Ya |\n|---|\n| Tidak |\n\n\
         ## Penutup\n\n### Akhir {#akhir}\n\nSelesai.",
    );
    assert!(sandbox.findings().is_empty(), "{:?}", sandbox.findings());
    let book = sandbox.build(&[]);
    book.assert_has(
        "Ke Gambar 1.1, Tabel 1.1, Tabel 1.2, Subbab 1.2.1 Akhir, Gambar 1.1 (Peta kota), \
         Jumlah layanan, 1.2.1.",
    );
    book.assert_has("Gambar 1.1. Peta kota");
    book.assert_has("Tabel 1.1. Jumlah layanan");
    book.assert_has("Tabel 1.3. Dengan id Ya");
    assert!(!book.text().contains('{'), "{}", book.text());
}

#[test]
fn numbers_are_known_before_their_chapter_is_set() {
    let sandbox = with_text(
        "## Arah\n\nKe <heading:rinci> dan [strategi](../pillars/governance/strategi.md).",
    );
    sandbox.write(
        "pillars/governance/strategi.md",
        "# Strategi\n\n## Rincian {#rinci}\n\nIsi.\n",
    );
    let book = sandbox.build(&[]);
    book.assert_has("Ke Subbab 2.1 Rincian dan strategi");
    let plan = sandbox.build(&["--only", "chapter:pendahuluan"]);
    plan.assert_has("Ke “Rincian” dan strategi");
}

#[test]
fn a_place_of_another_volume_is_named_with_its_volume() {
    let sandbox = with_text("## Arah\n\nKe <heading:rinci>.");
    sandbox.write(
        "pillars/governance/strategi.md",
        "# Strategi\n\n## Rincian {#rinci}\n\nIsi.\n",
    );
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let end = plan.find("[[volume]]").unwrap();
    sandbox.write(
        "plan.toml",
        format!(
            "{}[[volume]]\nid = \"satu\"\ntitle = \"Buku Satu\"\nbody = [\"chapter:pendahuluan\"]\n\
             [[volume]]\nid = \"dua\"\ntitle = \"Buku Dua\"\nbody = [\"pillars\", \"opd\"]\n",
            &plan[..end]
        ),
    );
    let book = sandbox.build(&["--volume", "satu"]);
    book.assert_has("Ke “Rincian” (lihat Buku Dua).");
}

#[test]
fn every_reference_within_texts_can_be_clicked() {
    let plain = with_text("## Arah\n\nKe mana?\n\n## Akhir {#akhir}\n\nSelesai.");
    let linked = with_text(
        "## Arah\n\n<heading:akhir> [di sini](#akhir) [pilar](../pillars/governance/pillar.toml)\
         \n\n## Akhir {#akhir}\n\nSelesai.",
    );
    let before = plain.build(&[]).links().len();
    assert!(linked.build(&[]).links().len() > before);
}

#[test]
fn a_table_of_nothing_can_be_referred_to() {
    let sandbox = with_text(
        "Ke <table:hukum> dan <figure:urutan>.\n\n\
         ```ambonplan\nshow = \"laws\"\nid = \"hukum\"\n```\n\n\
         ```ambonplan\nshow = \"dependencies\"\nid = \"urutan\"\n```",
    );
    let book = sandbox.build(&[]);
    book.assert_has(
        "Ke Tabel “Landasan hukum” dan Gambar “Ketergantungan antarprogram”. \
         Belum ada isian. Belum ada isian.",
    );
}

#[test]
fn a_choice_of_nothing_can_be_referred_to() {
    let sandbox = with_text(
        "Ke <table:batal>, <table:besar> dan <figure:peta>.\n\n\
         ```ambonplan\nshow = \"budget-by-pillar\"\nid = \"batal\"\nstatus = \"cancelled\"\n```\n\n\
         ```ambonplan\nshow = \"programs\"\nid = \"besar\"\nwhere = \"total > 1e15\"\ncaption = \"Yang besar\"\n```\n\n\
         ```ambonplan\nshow = \"road-map\"\nid = \"peta\"\nwhere = \"total > 1e15\"\n```",
    );
    let book = sandbox.build(&[]);
    book.assert_has("dibatalkan”, Tabel “Yang besar” dan Gambar “");
    book.assert_has("terpilih”.");
}

#[test]
fn a_choice_of_nothing_says_what_was_chosen() {
    let sandbox = with_text(
        "```ambonplan\nshow = \"budget-by-pillar\"\nstatus = \"cancelled\"\n```\n\n\
         ```ambonplan\nshow = \"programs\"\nwhere = \"total > 1e15\"\ncaption = \"Yang besar\"\n```",
    );
    let book = sandbox.build(&[]);
    book.assert_has("dibatalkan: tidak ada program yang sesuai.");
    book.assert_has("Yang besar: tidak ada program yang sesuai.");
}

#[test]
fn references_in_cells_are_short() {
    let book =
        with_text("| Siapa | Apa |\n|---|---|\n| <opd:diskominfo> | <program:layanan-aduan> |")
            .build(&["--only", "chapter:pendahuluan"]);
    book.assert_has("Siapa Apa Diskominfo GOV-01");
}

#[test]
fn addresses_stand_in_footnotes_where_the_plan_wants_them() {
    let sandbox = with_text("Lihat [situs kota](https://ambon.go.id) dan <https://contoh.go.id>.");
    let only = ["--only", "chapter:pendahuluan"];
    assert!(!sandbox.build(&only).text().contains("ambon.go.id"));
    sandbox.edit(
        "plan.toml",
        "[[phase]]",
        "[policy]\nlinks = \"footnote\"\n\n[[phase]]",
    );
    let text = sandbox.build(&only).text();
    assert!(text.contains("ambon.go.id"), "{text}");
    assert_eq!(text.matches("contoh.go.id").count(), 1, "{text}");
}

#[test]
fn heavy_pictures_are_reported() {
    let sandbox = with_text("![Peta](assets/peta.png)");
    let mut heavy = picture(1200);
    heavy.resize(10_000_001, 0);
    sandbox.write("assets/peta.png", heavy);
    let findings = sandbox.findings();
    assert!(
        findings.iter().any(|finding| finding.contains("TXT014")),
        "{findings:?}"
    );
}

/// A second programme, of another pillar and agency.
fn with_two(text: &str) -> Sandbox {
    let sandbox = with_text(text);
    let read = |path: &str| fs::read_to_string(sandbox.plan().join(path)).unwrap();
    let pillar = read("pillars/governance/pillar.toml");
    let pillar = pillar
        .replace("\"GOV\"", "\"ECO\"")
        .replace("Smart Governance", "Smart Economy")
        .replace("pelayanan-publik", "ekonomi")
        .replace("layanan-terpadu", "pasar");
    sandbox.write("pillars/economy/pillar.toml", pillar);
    let opd = read("opd/diskominfo/opd.toml");
    let opd = opd
        .replace("Dinas Komunikasi dan Informatika", "Dinas Perdagangan")
        .replace("Diskominfo", "Disdag");
    sandbox.write("opd/disdag/opd.toml", opd);
    let program = read("opd/diskominfo/programs/layanan-aduan.toml");
    let program = program
        .replace("\"governance\"", "\"economy\"")
        .replace("pelayanan-publik", "ekonomi")
        .replace("layanan-terpadu", "pasar")
        .replace("quick-win = true", "quick-win = false")
        .replace("Layanan aduan warga", "Pasar daring");
    sandbox.write("opd/disdag/programs/pasar.toml", program);
    sandbox
}

#[test]
fn a_table_shows_the_programmes_that_its_block_asks_for() {
    let block = |keys: &str| format!("```ambonplan\nshow = \"programs\"\n{keys}\n```");
    let only = ["--only", "chapter:pendahuluan"];
    let text = |keys: &str| {
        let sandbox = with_two(&block(keys));
        sandbox.build(&only).text()
    };
    let all = text("");
    assert!(all.contains("GOV-01") && all.contains("ECO-01"), "{all}");
    for (keys, caption) in [
        ("opd = \"disdag\"", "Program: Disdag"),
        ("pillar = \"economy\"", "Program: Smart Economy"),
        ("dimension = \"ekonomi\"", "Program: "),
        ("quick-win = false", "Program: bukan quick win"),
        (
            "where = \"pillar = economy and not quick-win\"",
            "Program: terpilih",
        ),
        (
            "opd = \"disdag\"\nwhere = \"total > 1e6 and start >= 2026\"",
            "Program: Disdag, terpilih",
        ),
        (
            "where = 'title contains \"PASAR\" or id = pasar'\ncaption = \"Yang daring\"",
            "Yang daring",
        ),
    ] {
        let some = text(keys);
        assert!(some.contains("ECO-01"), "{keys}: {some}");
        assert!(!some.contains("GOV-01"), "{keys}: {some}");
        assert!(some.contains(caption), "{keys}: {some}");
    }
}

#[test]
fn sums_are_those_of_what_is_shown() {
    let show = |keys: &str| {
        let sandbox = with_two(&format!(
            "```ambonplan\nshow = \"budget-by-pillar\"\n{keys}\n```"
        ));
        sandbox
            .build(&["--only", "chapter:pendahuluan"])
            .text()
            .matches("325.000.000")
            .count()
    };
    // Both pillars have the same programme; with two there is a total as well.
    assert_eq!(show("opd = \"disdag\""), 1);
    assert_eq!(show(""), 2);
}

/// A finding points into the expression, however its string is written.
#[test]
fn what_is_wrong_in_an_expression_is_shown_in_its_place() {
    for (line, code, place, help) in [
        (
            r#"where = "pilar = governance""#,
            "invalid-expression",
            (3, 10),
            "did you mean `pillar`?",
        ),
        (
            r#"where = "title = \"a\" dan quick-win""#,
            "invalid-expression",
            (3, 24),
            "",
        ),
        (r#"where = "pillar =""#, "invalid-expression", (3, 18), ""),
        (
            r#"where = "status = runing""#,
            "invalid-expression",
            (3, 19),
            "did you mean `running`?",
        ),
        (
            r#"where = "quick-win or status <= running""#,
            "invalid-expression",
            (3, 30),
            "compare them by `=` or `!=`; several are joined by `or`",
        ),
        (
            r#"where = "total > 1,000,000""#,
            "invalid-expression",
            (3, 18),
            "write `1_000_000`",
        ),
        (
            r#"where = "pillar = 'governanc'""#,
            "unknown-reference",
            (3, 20),
            "did you mean `governance`?",
        ),
        (
            r#"where = "supports = policy:layanan""#,
            "unknown-reference",
            (3, 21),
            "did you mean `layanan-terpadu`?",
        ),
        (
            r#"where = "supports = layanan-terpad""#,
            "unknown-reference",
            (3, 21),
            "did you mean `layanan-terpadu`?",
        ),
        (
            r#"where = "partners = diskomifo""#,
            "unknown-reference",
            (3, 21),
            "did you mean `diskominfo`?",
        ),
        (
            r#"where = "supports = gaol:layanan-publik""#,
            "unknown-reference",
            (3, 21),
            "did you mean `goal:layanan-publik`?",
        ),
        (
            r#"where = "total > 1.000.000""#,
            "invalid-expression",
            (3, 18),
            "write `1_000_000`",
        ),
        (
            r#"where = "title contains layanan publik""#,
            "invalid-expression",
            (3, 33),
            "did you mean `'layanan publik'`?",
        ),
        (
            "where = 5",
            "wrong-type",
            (3, 9),
            "write text here, such as `\"quick-win\"`",
        ),
    ] {
        let sandbox = Sandbox::new();
        let block = format!("```ambonplan\nshow = \"programs\"\n{line}\n```\n");
        sandbox.write(
            "chapters/pilihan.md",
            format!("# Pilihan\n\nIsi.\n\n{block}"),
        );
        let run = sandbox.run(&["check", "--format", "json", "--language", "en"]);
        let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let findings = document["findings"].as_array().unwrap().iter();
        let mut found = findings.filter(|found| found["rule"] == code);
        let one = found.next().unwrap_or_else(|| panic!("{line}: {document}"));
        let (row, column) = place;
        assert_eq!(one["line"], row + 4, "{line}: {one}");
        assert_eq!(one["column"], column, "{line}: {one}");
        if !help.is_empty() {
            assert_eq!(one["hint"], help, "{line}: {one}");
        }
    }
}

/// What is searched for is not printed: no glyph is missed there, and nothing is put in the
/// place of a tab; what nobody sees is told.
#[test]
fn an_expression_is_not_judged_as_what_is_printed() {
    for (line, codes) in [
        ("where = \"title contains ﷺ\"", &[] as &[&str]),
        ("where = \"\"\"\n\tquick-win\n\tor\ttotal > 1\"\"\"", &[]),
        ("where = \"title contains 'layan\u{200b}an'\"", &["TXT032"]),
        ("caption = \"ﷺ\\ta\"", &["TXT030", "TXT033"]),
    ] {
        let sandbox = Sandbox::new();
        let text = format!("# Pilihan\n\nIsi.\n\n```ambonplan\nshow = \"programs\"\n{line}\n```\n");
        sandbox.write("chapters/pilihan.md", &text);
        let run = sandbox.run(&["check", "--format", "json", "--language", "en"]);
        let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let findings = document["findings"].as_array().unwrap().iter();
        let found = findings.filter_map(|found| found["code"].as_str());
        let mut found: Vec<&str> = found.filter(|code| code.starts_with("TXT03")).collect();
        found.sort_unstable();
        assert_eq!(found, codes, "{line}: {document}");
        if line.starts_with("where") {
            sandbox.run(&["check", "--fix"]);
            let after = std::fs::read_to_string(sandbox.plan().join("chapters/pilihan.md"));
            assert_eq!(after.unwrap(), text);
        }
    }
}
