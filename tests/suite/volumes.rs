//! What stands in which book.

use std::fs;

use crate::sandbox::Sandbox;

/// The plan that `init` writes, without narrative and outlines, and with an entry of
/// every kind.
fn without_outlines() -> Sandbox {
    let sandbox = Sandbox::new();
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let end = plan.find("[[volume]]").unwrap();
    sandbox.write("plan.toml", &plan[..end]);
    fs::remove_dir_all(sandbox.plan().join("chapters")).unwrap();
    sandbox.write(
        "registry/lain.toml",
        r#"[council]
name = "Dewan Contoh"

[[member]]
institution = "Lembaga Contoh"
element = "akademisi"
role = "anggota"

[[law]]
id = "uu-1-2020"
kind = "uu"
number = "1"
year = 2020
title = "Contoh"

[[need]]
id = "orang"
text = "Orang yang terlatih"

[[readiness]]
id = "data"
element = "struktur"
aspect = "Tata kelola data"
current = 2
target = 4
"#,
    );
    sandbox.write(
        "proposals/satu-pintu.toml",
        "title = \"Satu pintu aduan\"\nby = \"Warga\"\nstatus = \"open\"\n",
    );
    sandbox
}

#[test]
fn a_plan_without_outlines_makes_a_book_of_everything() {
    let book = without_outlines().build(&[]);
    let chapters: Vec<String> = book
        .outline()
        .into_iter()
        .filter(|title| title.starts_with("BAB ") || title.starts_with("Lampiran "))
        .collect();
    assert_eq!(
        chapters,
        [
            "BAB I Landasan Hukum",
            "BAB II Kesiapan Daerah",
            "BAB III Visi, Misi, dan Tujuan",
            "BAB IV Strategi",
            "BAB V Smart Governance",
            "BAB VI Program Percepatan (Quick Win)",
            "BAB VII Peta Jalan",
            "BAB VIII Kelembagaan",
            "BAB IX Usulan dan Tindak Lanjut",
            "BAB X Evaluasi",
            "BAB XI Anggaran",
            "BAB XII Profil Perangkat Daerah",
            "Lampiran I Matriks Rencana Aksi",
            "Lampiran II Daftar Perangkat Daerah",
        ]
    );
    for text in [
        "Lembaga Contoh",
        "Undang-Undang Nomor 1 Tahun 2020",
        "Orang yang terlatih",
        "Tata kelola data",
        "Satu pintu aduan",
    ] {
        book.assert_has(text);
    }
}

#[test]
fn what_a_narrative_shows_has_no_chapter_of_its_own() {
    let sandbox = without_outlines();
    sandbox.write(
        "chapters/hukum.md",
        "# Hukum\n\n```ambonplan\nshow = \"laws\"\n```\n",
    );
    let outline = sandbox.build(&[]).outline();
    assert!(outline.contains(&"BAB I Hukum".into()), "{outline:?}");
    assert!(
        !outline
            .iter()
            .any(|title| title.ends_with("Landasan Hukum"))
    );
}

#[test]
fn every_part_can_stand_in_every_volume() {
    let sandbox = without_outlines();
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    sandbox.write(
        "plan.toml",
        format!(
            "{plan}\n[[volume]]\nid = \"tipis\"\ntitle = \"Buku Tipis\"\n\
             front = [\"cover\", \"quick-wins\"]\nbody = [\"evaluation\", \"governance\"]\n\
             annex = [\"proposals\", \"readiness\"]\n\n\
             [[volume]]\nid = \"lengkap\"\ntitle = \"Buku Lengkap\"\nbody = [\"pillars\"]\n"
        ),
    );
    let book = sandbox.build(&[]);
    assert_eq!(
        book.outline()
            .into_iter()
            .filter(|title| !title.contains('.'))
            .collect::<Vec<_>>(),
        [
            "Program Percepatan (Quick Win)",
            "BAB I Evaluasi",
            "BAB II Kelembagaan",
            "Lampiran I Usulan dan Tindak Lanjut",
            "Lampiran II Kesiapan Daerah",
        ]
    );
}

#[test]
fn a_foreword_ends_with_place_date_and_writer() {
    let sandbox = Sandbox::new();
    sandbox.edit("plan.toml", "date = ", "place = \"Teladan\"\ndate = ");
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pengantar\n\nSelamat membaca.\n\n\
         ```ambonplan\nshow = \"dateline\"\nby = \"Wali Kota\"\n```\n",
    );
    let book = sandbox.build(&["--only", "chapter:pendahuluan"]);
    book.assert_has("Selamat membaca. Teladan, 24 November 2026 Wali Kota");
}

#[test]
fn a_cover_has_a_place_for_the_emblem_while_it_is_a_draft() {
    let sandbox = Sandbox::new();
    let cover = |sandbox: &Sandbox| sandbox.build(&["--allow", "all"]).pages[0].clone();
    let draft = cover(&sandbox);
    assert!(
        draft.contains("Lambang kota") && draft.contains("RANCANGAN"),
        "{draft}"
    );
    sandbox.edit("plan.toml", "status = \"draft\"", "status = \"final\"");
    let last = cover(&sandbox);
    assert!(
        !last.contains("Lambang kota") && !last.contains("RANCANGAN"),
        "{last}"
    );
}
