//! What a report of changes says first, to whom, and in which words.

use std::collections::BTreeSet;
use std::fs;

use ambonplan::diff::report::{Audience, Form, Named, Report, Shown};
use ambonplan::diff::{Diff, Severity, Signature};
use ambonplan::finding::Style;
use ambonplan::language::{Format, Language};
use ambonplan::model::{EntryKind, EntryRef};
use serde_json::Value;
use snapbox::{assert_data_eq, str};

use super::{Files, compare, generated, load};
use crate::history::History;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// A history in which something of each severity changed.
fn changed() -> History {
    let history = History::new();
    let sandbox = &history.sandbox;
    sandbox
        .edit(PROGRAM, "2027 = 75.5", "2027 = 70")
        .edit(PROGRAM, "amount = 175_000_000", "amount = 174_990_000")
        .edit(PROGRAM, "end = 2027-06-30", "end = 2027-09-30")
        .edit(PROGRAM, "dalam hitungan hari", "dalam tiga hari kerja");
    sandbox.write(
        "chapters/pembiayaan.md",
        "+++\ntitle = \"Strategi Pembiayaan\"\n+++\n\n\
         Rencana ini dibiayai bersama, mulai dari <program:layanan-aduan>. Kalimat kedua.\n",
    );
    history
}

fn run(history: &History, arguments: &[&str]) -> String {
    let mut all = vec!["diff"];
    all.extend(arguments);
    let run = history.sandbox.run(&all);
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.stdout
}

#[test]
fn what_has_to_be_decided_stands_first_in_words_for_who_decides() {
    let history = changed();
    let told = run(&history, &["--language", "id", "--audience", "council"]);
    assert_data_eq!(
        told,
        str![[r#"
Perubahan rencana
  Sebelum: revisi 0.1 tanggal 24 November 2026, sebagaimana disimpan pada 2 Maret 2026
  Sesudah: revisi 0.1 tanggal 24 November 2026, naskah yang sedang disusun
1 perlu keputusan, 1 perlu diperhatikan, 3 sekadar diketahui

Perlu keputusan (1)
  Ini menarik kembali apa yang sudah disepakati.
  target diturunkan: Warga dijanjikan lebih sedikit.
    - GOV-01 Layanan aduan warga: target 2027 (Aduan yang dijawab dalam tiga hari): 75,5 → 70

Perlu diperhatikan (1)
  Ini mengubah isi rencana; lihat sebelum ditandatangani.
  jadwal mundur: Warga menunggu lebih lama.
    - GOV-01 Layanan aduan warga: selesai: 30 Juni 2027 → 30 September 2027

Sekadar diketahui (3)
  Ini untuk dibaca; tidak ada yang perlu diputuskan.
  - anggaran turun: GOV-01 Layanan aduan warga. Target yang sama dengan dana yang lebih kecil perlu dijelaskan.
  - bab baru: Strategi Pembiayaan. Buku memuat hal yang sebelumnya tidak ada.
  - isi berubah: GOV-01 Layanan aduan warga. Buku mencetak isi yang baru.

Harus ditandatangani kembali (1)
  Dinas Komunikasi dan Informatika: 3 perubahan pada programnya sejak ditandatangani

Anggaran seluruh rencana: Rp325.000.000 → Rp324.990.000 (−Rp10.000, <0,1%)

Anggaran dalam rupiah                   Sebelum      Sesudah  Selisih      %
Pilar
  Smart Governance                  325.000.000  324.990.000  −10.000  <0,1%
OPD
  Dinas Komunikasi dan Informatika  325.000.000  324.990.000  −10.000  <0,1%
Tahun
  2027                              175.000.000  174.990.000  −10.000  <0,1%
  tidak berubah (1)                 150.000.000  150.000.000        –
Sumber dana
  APBD Kota                         325.000.000  324.990.000  −10.000  <0,1%
Jumlah                              325.000.000  324.990.000  −10.000  <0,1%

Smart Governance · Dinas Komunikasi dan Informatika
  perlu keputusan GOV-01 Layanan aduan warga: target diturunkan
      target 2027 (Aduan yang dijawab dalam tiga hari): 75,5 → 70
  perlu diperhatikan GOV-01 Layanan aduan warga: jadwal mundur
      selesai: 30 Juni 2027 → 30 September 2027
  sekadar diketahui GOV-01 Layanan aduan warga: anggaran turun
      anggaran: Rp325.000.000 → Rp324.990.000 (−Rp10.000, <0,1%)
      jumlah (2027 APBD Kota): Rp175.000.000 → Rp174.990.000
  sekadar diketahui GOV-01 Layanan aduan warga: isi berubah
      ringkasan: Satu pintu untuk setiap aduan, dijawab dalam [-hitungan-] {+tiga+} hari {+kerja+}.

Bagian lain
  sekadar diketahui Strategi Pembiayaan: bab baru
      Rencana ini dibiayai bersama, mulai dari GOV-01 Layanan aduan warga.

"#]]
    );
    let told = run(&history, &["--language", "en"]);
    assert_data_eq!(
        told,
        str![[r#"
What changed in the plan
  Before: revision 0.1 of 24 November 2026 (HEAD, 6d74b6cdb4, 2 March 2026)
  After: revision 0.1 of 24 November 2026 (plan)
1 needs a decision, 1 to be looked at, 3 for information

Needs a decision (1) · breaking
  This takes back what was agreed to.
  target lowered: The public is promised less.
    - GOV-01 Layanan aduan warga: target 2027 (Aduan yang dijawab dalam tiga hari): 75.5 → 70

To be looked at (1) · warning
  This changes what the plan says; look at it before signing.
  schedule later: The public waits longer.
    - GOV-01 Layanan aduan warga: end: 30 June 2027 → 30 September 2027

For information (3) · note
  This is to be read; there is nothing to decide.
  - budget lowered: GOV-01 Layanan aduan warga. The same targets with less money need a reason.
  - new chapter: Strategi Pembiayaan. The book says something that it did not say before.
  - text changed: GOV-01 Layanan aduan warga. The book prints what is new.

To be signed again (1)
  Dinas Komunikasi dan Informatika: 3 changes of its programmes since it was signed

Budget of the whole plan: Rp325,000,000 → Rp324,990,000 (−Rp10,000, <0.1%)

Budget in rupiah                         Before        After   Change      %
Pillar
  Smart Governance                  325,000,000  324,990,000  −10,000  <0.1%
OPD
  Dinas Komunikasi dan Informatika  325,000,000  324,990,000  −10,000  <0.1%
Year
  2027                              175,000,000  174,990,000  −10,000  <0.1%
  unchanged (1)                     150,000,000  150,000,000        –
Source of funds
  city budget                       325,000,000  324,990,000  −10,000  <0.1%
Total                               325,000,000  324,990,000  −10,000  <0.1%

Smart Governance · Dinas Komunikasi dan Informatika
  needs a decision[DIF016 target-lowered] GOV-01 Layanan aduan warga: target lowered
      target 2027 (Aduan yang dijawab dalam tiga hari): 75.5 → 70
      --> plan/opd/diskominfo/programs/layanan-aduan.toml:33:31 (4e9ea9dcf5558b77)
  to be looked at[DIF026 schedule-later] GOV-01 Layanan aduan warga: schedule later
      end: 30 June 2027 → 30 September 2027
      --> plan/opd/diskominfo/programs/layanan-aduan.toml:7:7 (c6eb62f203d2551e)
  for information[DIF008 budget-lowered] GOV-01 Layanan aduan warga: budget lowered
      budget: Rp325,000,000 → Rp324,990,000 (−Rp10,000, <0.1%)
      amount (2027 city budget): Rp175,000,000 → Rp174,990,000
      --> plan/opd/diskominfo/programs/layanan-aduan.toml:25:10 (9751f50ebfd51bfe)
  for information[DIF053 field-changed] GOV-01 Layanan aduan warga: text changed
      summary: Satu pintu untuk setiap aduan, dijawab dalam [-hitungan-] {+tiga+} hari {+kerja+}.
      --> plan/opd/diskominfo/programs/layanan-aduan.toml:10:11 (687d07106ae5c3fa)

Other parts
  for information[DIF048 entry-added] Strategi Pembiayaan: new chapter
      Rencana ini dibiayai bersama, mulai dari GOV-01 Layanan aduan warga.
      --> plan/chapters/pembiayaan.md:1:1 (b05c82368328534c)

"#]]
    );
}

#[test]
fn a_comment_says_the_same_in_the_same_order() {
    let history = changed();
    let told = run(&history, &["--language", "id", "--format", "markdown"]);
    assert_data_eq!(
        told,
        str![[r#"
## Perubahan rencana

- Sebelum: revisi 0.1 tanggal 24 November 2026 (HEAD, 6d74b6cdb4, 2 Maret 2026)
- Sesudah: revisi 0.1 tanggal 24 November 2026 (plan)

**1 perlu keputusan, 1 perlu diperhatikan, 3 sekadar diketahui**

### 🛑 Perlu keputusan (1) · breaking

Ini menarik kembali apa yang sudah disepakati.

- **target diturunkan**: Warga dijanjikan lebih sedikit.
  - **GOV-01 Layanan aduan warga**: target 2027 (Aduan yang dijawab dalam tiga hari): 75,5 → 70

### ⚠️ Perlu diperhatikan (1) · warning

Ini mengubah isi rencana; lihat sebelum ditandatangani.

- **jadwal mundur**: Warga menunggu lebih lama.
  - **GOV-01 Layanan aduan warga**: selesai: 30 Juni 2027 → 30 September 2027

### ℹ️ Sekadar diketahui (3) · note

Ini untuk dibaca; tidak ada yang perlu diputuskan.

- anggaran turun: GOV-01 Layanan aduan warga. Target yang sama dengan dana yang lebih kecil perlu dijelaskan.
- bab baru: Strategi Pembiayaan. Buku memuat hal yang sebelumnya tidak ada.
- isi berubah: GOV-01 Layanan aduan warga. Buku mencetak isi yang baru.

### Harus ditandatangani kembali (1)

- Dinas Komunikasi dan Informatika: 3 perubahan pada programnya sejak ditandatangani

Anggaran seluruh rencana: Rp325.000.000 → Rp324.990.000 (−Rp10.000, &lt;0,1%)

<details><summary>Anggaran dalam rupiah</summary>

| Pilar | Sebelum | Sesudah | Selisih | % |
|---|--:|--:|--:|--:|
| Smart Governance | 325.000.000 | 324.990.000 | −10.000 | &lt;0,1% |
| Jumlah | 325.000.000 | 324.990.000 | −10.000 | &lt;0,1% |

| OPD | Sebelum | Sesudah | Selisih | % |
|---|--:|--:|--:|--:|
| Dinas Komunikasi dan Informatika | 325.000.000 | 324.990.000 | −10.000 | &lt;0,1% |
| Jumlah | 325.000.000 | 324.990.000 | −10.000 | &lt;0,1% |

| Tahun | Sebelum | Sesudah | Selisih | % |
|---|--:|--:|--:|--:|
| 2027 | 175.000.000 | 174.990.000 | −10.000 | &lt;0,1% |
| tidak berubah (1) | 150.000.000 | 150.000.000 | – |  |
| Jumlah | 325.000.000 | 324.990.000 | −10.000 | &lt;0,1% |

| Sumber dana | Sebelum | Sesudah | Selisih | % |
|---|--:|--:|--:|--:|
| APBD Kota | 325.000.000 | 324.990.000 | −10.000 | &lt;0,1% |
| Jumlah | 325.000.000 | 324.990.000 | −10.000 | &lt;0,1% |

</details>

### Smart Governance · Dinas Komunikasi dan Informatika

- 🛑 **GOV-01 Layanan aduan warga**: target diturunkan (`target-lowered`)
  - target 2027 (Aduan yang dijawab dalam tiga hari): 75,5 → 70
  - <sub>plan/opd/diskominfo/programs/layanan-aduan.toml:33:31 · 4e9ea9dcf5558b77</sub>
- ⚠️ **GOV-01 Layanan aduan warga**: jadwal mundur (`schedule-later`)
  - selesai: 30 Juni 2027 → 30 September 2027
  - <sub>plan/opd/diskominfo/programs/layanan-aduan.toml:7:7 · c6eb62f203d2551e</sub>
- ℹ️ **GOV-01 Layanan aduan warga**: anggaran turun (`budget-lowered`)
  - anggaran: Rp325.000.000 → Rp324.990.000 (−Rp10.000, &lt;0,1%)
  - jumlah (2027 APBD Kota): Rp175.000.000 → Rp174.990.000
  - <sub>plan/opd/diskominfo/programs/layanan-aduan.toml:25:10 · 9751f50ebfd51bfe</sub>
- ℹ️ **GOV-01 Layanan aduan warga**: isi berubah (`field-changed`)
  - ringkasan: Satu pintu untuk setiap aduan, dijawab dalam <del>hitungan</del> <ins>tiga</ins> hari <ins>kerja</ins>.
  - <sub>plan/opd/diskominfo/programs/layanan-aduan.toml:10:11 · 687d07106ae5c3fa</sub>

### Bagian lain

- ℹ️ **Strategi Pembiayaan**: bab baru (`entry-added`)
  - Rencana ini dibiayai bersama, mulai dari GOV-01 Layanan aduan warga.
  - <sub>plan/chapters/pembiayaan.md:1:1 · b05c82368328534c</sub>

"#]]
    );
}

/// What only the files and the program know is no word for who signs.
#[test]
fn nothing_of_files_is_told_to_who_signs() {
    let history = changed();
    history.sandbox.edit(
        "pillars/governance/pillar.toml",
        "last-number = 1",
        "last-number = 7",
    );
    let hash = history.git(&["rev-parse", "HEAD"]);
    let json: Value = serde_json::from_str(&run(&history, &["--format", "json"])).unwrap();
    let prints = json["changes"].as_array().unwrap().iter();
    let mut unwanted: Vec<String> = prints
        .map(|one| one["fingerprint"].as_str().unwrap().to_owned())
        .collect();
    unwanted.extend(["DIF0", ".toml", ".md:", "HEAD", "plan/", "`", "last-number"].map(Into::into));
    unwanted.extend(["target-lowered", "breaking)", "nomor terakhir"].map(Into::into));
    unwanted.push(hash[..10].into());
    for format in ["human", "markdown", "html"] {
        let told = run(
            &history,
            &[
                "--language",
                "id",
                "--format",
                format,
                "--audience",
                "council",
            ],
        );
        // Names of styles and values of boxes are not read.
        let told = match format {
            "html" => text_of(&told),
            _ => told,
        };
        for word in &unwanted {
            assert!(!told.contains(word.as_str()), "{format}: {word}: {told}");
        }
        assert!(told.contains("Perlu keputusan (1)"), "{told}");
        let told = run(&history, &["--format", format, "--audience", "author"]);
        for word in ["target-lowered", "plan/opd/diskominfo", "HEAD", &hash[..10]] {
            assert!(told.contains(word), "{format}: {word}: {told}");
        }
        assert!(told.contains("nomor terakhir"), "{format}: {told}");
    }
    // The customary reader of each format.
    assert!(!text_of(&run(&history, &["--format", "html"])).contains("DIF0"));
}

/// The words of a page without its styles and its script.
fn text_of(page: &str) -> String {
    let document = scraper::Html::parse_document(page);
    let main = scraper::Selector::parse("main").unwrap();
    let found = document.select(&main).next().unwrap();
    found.text().collect()
}

#[test]
fn both_sides_are_named_by_revision_date_and_commit() {
    let history = changed();
    history
        .sandbox
        .edit("plan.toml", "revision = \"0.1\"", "revision = \"0.2\"");
    history.commit("Change");
    history.git(&["tag", "--annotate", "--message", "x", "v2"]);
    let document = |arguments: &[&str]| -> Value {
        let mut all = vec!["--format", "json"];
        all.extend(arguments);
        serde_json::from_str(&run(&history, &all)).unwrap()
    };
    let json = document(&["HEAD~1..v2"]);
    for (side, name, revision, day) in [
        ("base", "HEAD~1", "0.1", "2026-03-02"),
        ("head", "v2", "0.2", "2026-03-03"),
    ] {
        let hash = history.git(&["rev-parse", &format!("{name}^{{commit}}")]);
        assert_eq!(json[side]["name"], name);
        assert_eq!(json[side]["revision"], revision);
        assert_eq!(json[side]["commit"]["hash"], hash.trim());
        assert_eq!(json[side]["commit"]["date"], day);
        assert!(json[side]["date"].is_string());
    }
    assert!(document(&["v2"])["head"]["commit"].is_null());
    let told = run(
        &history,
        &["HEAD~1..v2", "--audience", "council", "--language", "en"],
    );
    assert!(told.contains("Before: revision 0.1 of"), "{told}");
    assert!(
        told.contains(", as it was kept on 2 March 2026\n"),
        "{told}"
    );
    assert!(told.contains("After: revision 0.2 of"), "{told}");
}

/// A diff of many changes of which all are breaking.
fn broken(programs: usize) -> Diff {
    let base = generated(programs);
    let head: Files = base
        .iter()
        .map(|(path, text)| {
            let text = text
                .replace("unit = \"persen\"", "unit = \"orang\"")
                .replace("Warga memperoleh", "Setiap warga memperoleh")
                .replace(".5,", ".1,");
            (path.clone(), text)
        })
        .collect();
    compare(&load(&base), &load(&head))
}

fn markdown(diff: &Diff) -> String {
    let side = || Named {
        name: "plan".into(),
        prefix: "plan/".into(),
        ..Named::default()
    };
    let report = Report {
        diff,
        base: side(),
        head: side(),
        shown: Shown::default(),
        language: Language::Indonesian,
        audience: Audience::Author,
    };
    report.render(Form::Markdown)
}

/// What the hosts of merge requests take at most.
const GITHUB: usize = 65_536;

#[test]
fn nothing_breaking_is_left_out_of_a_comment_whatever_changed() {
    for programs in [20, 60, 400] {
        let mut diff = broken(programs);
        for opd in 0..700 {
            let name = format!("Dinas Kelautan, Perikanan, dan Ketahanan Pangan Wilayah {opd}");
            diff.signatures.push(Signature {
                opd: EntryRef::new(EntryKind::Opd, format!("dinas-{opd}")),
                name,
                changes: 3,
                head: None,
            });
        }
        let text = markdown(&diff);
        assert!(text.len() < GITHUB, "{programs}: {}", text.len());
        let grave = diff
            .changes
            .iter()
            .filter(|change| change.severity == Severity::Breaking);
        let numbers: BTreeSet<&str> = grave
            .filter_map(|change| change.side()?.number.as_deref())
            .collect();
        assert!(numbers.len() >= 18, "{}", numbers.len());
        for number in numbers {
            assert!(text.contains(number), "{programs}: {number}");
        }
        let count = diff.count(Severity::Breaking);
        let format = Format::new(Language::Indonesian);
        assert!(
            text.contains(&format!("Perlu keputusan ({})", format.number(count))),
            "{text}"
        );
        // What is left out is counted: of the lists, and of the details.
        assert!(text.contains("Harus ditandatangani kembali (7"), "{text}");
        assert!(text.contains(" lainnya\n"), "{text}");
        if programs > 20 {
            assert!(text.contains("Tidak dirinci di sini: "), "{text}");
        }
    }
}

/// The gravest have details before others have: notes are left out first.
#[test]
fn details_are_cut_from_the_least_grave() {
    let diff = broken(60);
    let text = markdown(&diff);
    let (front, details) = text.split_once("</details>").unwrap_or((&text, ""));
    assert!(!front.is_empty());
    let shown = |mark: &str| details.matches(&format!("\n- {mark} **")).count();
    let left = |severity| diff.count(severity);
    assert!(shown("🛑") > 0);
    if shown("🛑") < left(Severity::Breaking) {
        assert_eq!(shown("ℹ️"), 0, "{details}");
    }
}

#[test]
fn titles_of_folded_parts_are_text() {
    let history = History::new();
    let name = "Dinas #1: <b>Lingkungan_Hidup</b> [DLHP] @dewan";
    history.sandbox.edit(
        "opd/diskominfo/opd.toml",
        "name = \"Dinas Komunikasi dan Informatika\"",
        &format!("name = \"{name}\""),
    );
    let text = fs::read_to_string(history.sandbox.plan().join(PROGRAM)).unwrap();
    for number in 2..16 {
        let text = text
            .replace("number = 1", &format!("number = {number}"))
            .replace("Layanan aduan warga", &format!("Layanan {number}"));
        history
            .sandbox
            .write(&format!("opd/diskominfo/programs/p{number}.toml"), text);
    }
    let told = run(&history, &["--format", "markdown"]);
    let title = told
        .lines()
        .find_map(|line| {
            line.strip_prefix("<details><summary>Smart")?
                .split_once(" · ")
        })
        .unwrap()
        .1;
    assert_eq!(
        title,
        "Dinas #1: &lt;b&gt;Lingkungan_Hidup&lt;/b&gt; [DLHP] @&#8203;dewan (14)</summary>"
    );
}

#[test]
fn texts_of_toml_are_compared_word_by_word_in_every_format() {
    let history = History::new();
    history.sandbox.edit(
        PROGRAM,
        "dijawab dalam hitungan hari",
        "dijawab dalam tiga hari",
    );
    for (format, wanted) in [
        ("human", "dijawab dalam [-hitungan-] {+tiga+} hari."),
        (
            "markdown",
            "dijawab dalam <del>hitungan</del> <ins>tiga</ins> hari.",
        ),
        (
            "html",
            "dijawab dalam <del>hitungan</del> <ins>tiga</ins> hari.",
        ),
    ] {
        let told = run(&history, &["--format", format]);
        assert!(told.contains(wanted), "{format}: {told}");
    }
    // Short texts and names too; those without a word in common are told as they were and are.
    for (from, to, wanted) in [
        (
            "title = \"Layanan aduan warga\"",
            "title = \"Layanan aduan\"",
            "judul: Layanan aduan [-warga-]\n",
        ),
        (
            "Pembukaan loket dan kanal aduan",
            "Pembukaan kanal aduan",
            "kegiatan: Pembukaan [-loket dan-] kanal aduan\n",
        ),
        (
            "Aduan yang dijawab dalam tiga hari",
            "Aduan yang dijawab dalam dua hari",
            "indikator: Aduan yang dijawab dalam [-tiga-] {+dua+} hari\n",
        ),
        (
            "Kanal aduan tunggal",
            "Kanal aduan",
            "keluaran (Pembukaan loket dan kanal aduan): Kanal aduan [-tunggal-]\n",
        ),
        (
            "Kanal aduan tunggal",
            "Satu loket",
            "keluaran (Pembukaan loket dan kanal aduan): Kanal aduan tunggal → Satu loket\n",
        ),
    ] {
        let history = History::new();
        history.sandbox.edit(PROGRAM, from, to);
        let told = run(&history, &["--language", "id"]);
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}

/// What stands first marks words as the details do.
#[test]
fn what_stands_first_marks_words_as_the_details_do() {
    let history = History::new();
    history.sandbox.edit(
        "registry/rpjmd.toml",
        "vision = \"",
        "vision = \"Bersama menuju ",
    );
    for format in ["markdown", "html"] {
        let told = run(&history, &["--format", format, "--language", "id"]);
        assert_eq!(
            told.matches("<ins>Bersama menuju</ins>").count(),
            2,
            "{told}"
        );
        assert!(!told.contains("{+"), "{told}");
    }
}

/// Of several targets the one stands first that changed most.
#[test]
fn what_stands_first_of_several_targets_is_the_largest_change() {
    let history = History::new();
    let targets = "targets = { 2026 = 60, 2027 = 75.5 }";
    history.sandbox.edit(
        PROGRAM,
        targets,
        "targets = { 2026 = 60, 2027 = 75.5, 2028 = 80 }",
    );
    history.commit("Add a target");
    history.sandbox.edit(
        PROGRAM,
        "targets = { 2026 = 60, 2027 = 75.5, 2028 = 80 }",
        "targets = { 2026 = 59, 2027 = 75, 2028 = 20 }",
    );
    let told = run(&history, &["--language", "id"]);
    assert!(
        told.contains(
            "    - GOV-01 Layanan aduan warga: target 2028 (Aduan yang dijawab dalam tiga hari): 80 → 20; dan 2 lainnya\n"
        ),
        "{told}"
    );
}

/// A reference leads to something else, or a list asks for something else: that is said, and
/// not that all words are as they were.
#[test]
fn what_a_text_refers_to_and_asks_for_is_told() {
    let path = "chapters/pendahuluan.md";
    let tables = "Tabel: Modal usaha {#modal}\n\n| A | B |\n|---|---|\n| a | b |\n\n\
                  Tabel: Modal lain {#lain}\n\n| A | B |\n|---|---|\n| c | d |\n\n";
    for (before, after, wanted) in [
        (
            "Lihat <table:modal> untuk rincian.",
            "Lihat <table:lain> untuk rincian.",
            "Lihat tabel “Modal [-usaha”-] {+lain”+} untuk rincian.",
        ),
        (
            "```ambonplan\nshow = \"programs\"\ncaption = \"Semua program kota\"\n```",
            "```ambonplan\nshow = \"programs\"\ncaption = \"Semua program unggulan kota\"\n```",
            "¶ daftar program: Semua program {+unggulan+} kota",
        ),
        (
            "```ambonplan\nshow = \"programs\"\n```",
            "```ambonplan\nshow = \"programs\"\npillar = \"governance\"\n```",
            "¶ daftar program {+(pilar Smart Governance)+}",
        ),
        (
            "```ambonplan\nshow = \"laws\"\n```",
            "```ambonplan\nshow = \"laws\"\nid = \"hukum\"\n```",
            "isi yang diminta berubah: daftar peraturan",
        ),
        (
            "- [ ] Formulir sudah disusun bersama",
            "- [x] Formulir sudah disusun bersama",
            "[-☐-] {+☑+} Formulir sudah disusun bersama",
        ),
        (
            "| Kode | Arti |\n|---|---|\n| `x\\|y` | salah satu dari dua |",
            "| Kode | Arti |\n|---|---|\n| `x\\|y` | salah satu dari tiga |",
            "x|y · salah satu dari [-dua-] {+tiga+}",
        ),
        (
            "Tabel: Jadwal rapat koordinasi\n\n| A | B |\n|---|---|\n| e | f |",
            "Tabel: Jadwal rapat bersama\n\n| A | B |\n|---|---|\n| e | f |",
            "¶ Jadwal rapat [-koordinasi-] {+bersama+}",
        ),
        // One item in the place of another that has few words in common with it.
        (
            "- Rapat koordinasi tiap bulan",
            "- Rapat dinas kota sekali",
            "¶ Rapat [-koordinasi tiap bulan-] {+dinas kota sekali+}",
        ),
    ] {
        let history = History::new();
        let begin = fs::read_to_string(history.sandbox.plan().join(path)).unwrap();
        history
            .sandbox
            .write(path, format!("{begin}\n{tables}{before}\n"));
        history.commit("Write");
        history
            .sandbox
            .write(path, format!("{begin}\n{tables}{after}\n"));
        let told = run(&history, &["--language", "id", "--audience", "council"]);
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}

/// Names that only the files know are no names for who decides.
#[test]
fn things_are_called_as_the_book_calls_them() {
    let history = History::new();
    let sandbox = &history.sandbox;
    let picture = |color: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\
             <rect width=\"9\" height=\"9\" fill=\"{color}\"/></svg>"
        )
    };
    let law = |title: &str| {
        format!(
            "[[law]]\nid = \"kip\"\nkind = \"uu\"\nnumber = \"14\"\nyear = 2008\ntitle = \"{title}\"\n"
        )
    };
    let evaluation = |status: &str, value: &str| {
        format!(
            "title = \"Evaluasi triwulan\"\nstatus = \"done\"\nscore = 3.2\n\n[[realised]]\n\
             program = \"layanan-aduan\"\nindicator = \"Aduan yang dijawab dalam tiga hari\"\n\
             year = 2026\nvalue = {value}\n\n[[finding]]\nid = \"pesanan-daring\"\n\
             text = \"Pesanan daring belum diterima\"\nstatus = \"{status}\"\n"
        )
    };
    let council = |element: &str| {
        format!(
            "[council]\nname = \"Dewan Smart City\"\n\n[[member]]\ninstitution = \"Universitas Contoh\"\n\
             element = \"{element}\"\nrole = \"anggota\"\n"
        )
    };
    let chapter = fs::read_to_string(sandbox.plan().join("chapters/pendahuluan.md")).unwrap();
    sandbox.write("assets/peta.svg", picture("red"));
    sandbox.write("assets/lain.svg", picture("red"));
    sandbox.write(
        "chapters/pendahuluan.md",
        format!("{chapter}\n![Peta](assets/peta.svg \"Lima kecamatan {{#wilayah}}\")\n"),
    );
    sandbox.write("registry/laws.toml", law("Keterbukaan Informasi"));
    sandbox.write("registry/council.toml", council("swasta"));
    let long = |words: &str| format!("[[abbreviation]]\nshort = \"APBD\"\nlong = \"{words}\"\n");
    sandbox.write(
        "registry/abbreviations.toml",
        long("Anggaran Pendapatan dan Belanja Daerah"),
    );
    sandbox.write("evaluations/2026-12-01.toml", evaluation("open", "61"));
    history.commit("Add");
    sandbox.write("assets/peta.svg", picture("blue"));
    sandbox.write("assets/lain.svg", picture("blue"));
    sandbox.write("registry/laws.toml", law("Keterbukaan Informasi Publik"));
    sandbox.write("registry/council.toml", council("akademisi"));
    sandbox.write(
        "registry/abbreviations.toml",
        long("Anggaran Pendapatan serta Belanja Daerah"),
    );
    sandbox.write("evaluations/2026-12-01.toml", evaluation("closed", "62"));
    sandbox
        .edit(
            "pillars/governance/pillar.toml",
            "color = \"#1d5b8f\"",
            "color = \"#000099\"",
        )
        .edit(
            "pillars/governance/pillar.toml",
            "Menyatukan kanal layanan dan pengaduan.",
            "Menyatukan semua kanal layanan dan pengaduan.",
        );
    let told = run(&history, &["--language", "id", "--audience", "council"]);
    for wanted in [
        "sekadar diketahui Lima kecamatan: gambar atau dokumen berubah\n",
        "sekadar diketahui lain.svg: gambar atau dokumen berubah\n",
        "Undang-Undang Nomor 14 Tahun 2008: peraturan berubah\n      judul: Keterbukaan Informasi {+Publik+}\n",
        "status (Pesanan daring belum diterima): belum selesai → selesai\n",
        "nilai (GOV-01 Layanan aduan warga, Aduan yang dijawab dalam tiga hari, 2026): 61 → 62\n",
        "Smart Governance: isi berubah\n      warna berubah\n",
        "Menyatukan semua kanal layanan dan pengaduan: arah kebijakan berubah\n      \
         teks: Menyatukan {+semua+} kanal layanan dan pengaduan.\n",
        "unsur (Universitas Contoh): swasta → akademisi\n",
        "APBD: isi berubah\n      kepanjangan: Anggaran Pendapatan [-dan-] {+serta+} Belanja Daerah\n",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
    let told = run(&history, &["--language", "en", "--audience", "council"]);
    assert!(told.contains(": private sector → academics\n"), "{told}");
    let told = history
        .sandbox
        .run(&["diff", "--only", "council:x", "--language", "en"]);
    assert!(!told.stderr.contains("``"), "{}", told.stderr);
}

/// Pillars stand in the order of the plan, and programmes in that of their numbers.
#[test]
fn changes_stand_in_the_order_of_the_book() {
    let history = History::new();
    let sandbox = &history.sandbox;
    let pillar = fs::read_to_string(sandbox.plan().join("pillars/governance/pillar.toml")).unwrap();
    let program = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    for (id, code, order) in [("alam", "LIV", 3), ("usaha", "ECO", 2)] {
        let pillar = pillar
            .replace("Smart Governance", &format!("Smart {code}"))
            .replace("GOV", code)
            .replace("order = 1", &format!("order = {order}"))
            .replace("pelayanan-publik", &format!("dimensi-{id}"))
            .replace("layanan-terpadu", &format!("arah-{id}"));
        sandbox.write(&format!("pillars/{id}/pillar.toml"), pillar);
        for (name, number) in [("zaitun", 2), ("ubi", 10), ("anggur", 3)] {
            let program = program
                .replace("governance", id)
                .replace("pelayanan-publik", &format!("dimensi-{id}"))
                .replace("number = 1", &format!("number = {number}"));
            sandbox.write(
                &format!("opd/diskominfo/programs/{id}-{name}.toml"),
                program,
            );
        }
    }
    history.commit("Add");
    for id in ["alam", "usaha"] {
        for name in ["zaitun", "ubi", "anggur"] {
            let path = format!("opd/diskominfo/programs/{id}-{name}.toml");
            sandbox.edit(&path, "175_000_000", "175_000_001");
        }
    }
    let told = run(&history, &["--language", "id"]);
    let order: Vec<&str> = told
        .lines()
        .filter_map(|line| line.strip_prefix("  sekadar diketahui[DIF008 budget-lowered] "))
        .chain(
            told.lines()
                .filter_map(|line| line.strip_prefix("  sekadar diketahui[DIF007 budget-raised] ")),
        )
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(
        order,
        ["ECO-02", "ECO-03", "ECO-10", "LIV-02", "LIV-03", "LIV-10"],
        "{told}"
    );
    let at = |name: &str| told.find(&format!("\n  {name}  ")).unwrap();
    assert!(at("Smart ECO") < at("Smart LIV"), "{told}");
}

/// The names of what is breaking come before details of it, in few letters if need be.
#[test]
fn every_opd_that_takes_back_its_signature_is_named() {
    let opd = |number: usize, status: &str| {
        format!(
            "name = \"Dinas Kelautan, Perikanan, dan Ketahanan Pangan Wilayah Kepulauan {number}\"\n\
             abbreviation = \"DKPKP-{number}\"\nkind = \"dinas\"\nsummary = \"Melayani.\"\n\n\
             [head]\nposition = \"Kepala\"\nname = \"Nama {number}\"\n\n[commitment]\n{status}"
        )
    };
    let base = generated(20);
    let with = |status: &str| {
        let mut files = base.clone();
        for number in 0..700 {
            files.insert(format!("opd/dinas-{number}/opd.toml"), opd(number, status));
        }
        load(&files)
    };
    let diff = compare(
        &with("status = \"signed\"\ndate = 2026-03-02\n"),
        &with("status = \"pending\"\n"),
    );
    assert_eq!(diff.count(Severity::Breaking), 700);
    let text = markdown(&diff);
    assert!(text.chars().count() < GITHUB, "{}", text.len());
    let line = text
        .lines()
        .find(|line| line.contains("DKPKP-699"))
        .unwrap();
    let names: Vec<&str> = line.trim_start_matches("  - ").split("; ").collect();
    let wanted: Vec<String> = (0..700).map(|number| format!("DKPKP-{number}")).collect();
    assert_eq!(names, wanted);
}

#[test]
fn who_signs_and_the_money_stand_on_the_first_page_whatever_changed() {
    for programs in [6, 40] {
        let history = History::new();
        let sandbox = &history.sandbox;
        let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
        for number in 2..programs {
            let text = text
                .replace("number = 1", &format!("number = {number}"))
                .replace("Layanan aduan warga", &format!("Layanan {number}"));
            sandbox.write(&format!("opd/diskominfo/programs/p{number}.toml"), text);
        }
        history.commit("Add");
        let long = "Layanan yang sangat panjang namanya ".repeat(28);
        for number in 2..programs {
            sandbox
                .edit(
                    &format!("opd/diskominfo/programs/p{number}.toml"),
                    &format!("\"Layanan {number}\""),
                    &format!("\"{long}{number}\""),
                )
                .edit(
                    &format!("opd/diskominfo/programs/p{number}.toml"),
                    "2027 = 75.5",
                    "2027 = 70",
                )
                .edit(
                    &format!("opd/diskominfo/programs/p{number}.toml"),
                    "amount = 175_000_000",
                    "amount = 275_000_000",
                )
                .edit(
                    &format!("opd/diskominfo/programs/p{number}.toml"),
                    "hitungan hari",
                    "tiga hari",
                );
        }
        let told = sandbox.run(&["diff", "--format", "pdf", "-o", "perubahan.pdf"]);
        assert_eq!(told.status, 0, "{}", told.stderr);
        let book = crate::sandbox::Book::open(&sandbox.root().join("perubahan.pdf"));
        let first = &book.pages[0];
        let count = programs - 2;
        for wanted in [
            format!("Perlu keputusan ({count})"),
            "Sekadar diketahui (".to_owned(),
            "Harus ditandatangani kembali (1)".to_owned(),
            "Anggaran seluruh rencana:".to_owned(),
        ] {
            assert!(first.contains(&wanted), "{programs}: {wanted}: {first}");
        }
        for number in 2..programs {
            let number = format!("GOV-{number:02}");
            assert!(first.contains(&number), "{programs}: {number}: {first}");
        }
    }
}

/// Who writes the plan finds places, codes and fingerprints on paper too.
#[test]
fn pages_for_who_writes_the_plan_lead_to_the_files() {
    let history = changed();
    let sandbox = &history.sandbox;
    let arguments = [
        "diff",
        "--format",
        "pdf",
        "-o",
        "perubahan.pdf",
        "--audience",
        "author",
    ];
    let told = sandbox.run(&arguments);
    assert_eq!(told.status, 0, "{}", told.stderr);
    let book = crate::sandbox::Book::open(&sandbox.root().join("perubahan.pdf"));
    let text = book.text().split_whitespace().collect::<String>();
    for wanted in [
        "DIF016target-lowered",
        "plan/opd/diskominfo/programs/layanan-aduan.toml:33:31",
        "4e9ea9dcf5558b77",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
}

/// Names in remarks stand in code, which no mark leaves.
#[test]
fn remarks_of_a_comment_are_no_markup_either() {
    let history = changed();
    history.git(&["branch", "a_b_c"]);
    let told = run(
        &history,
        &[
            "a_b_c",
            "--policy-from",
            "base",
            "--format",
            "markdown",
            "--language",
            "id",
        ],
    );
    assert!(
        told.contains(
            "> Tingkat perubahan dan perubahan yang diterima ditentukan oleh `a_b_c`, rencana pertama;"
        ),
        "{told}"
    );
}

#[test]
fn narrative_is_told_as_the_book_prints_it() {
    let history = History::new();
    let path = "chapters/pendahuluan.md";
    let before = fs::read_to_string(history.sandbox.plan().join(path)).unwrap();
    let chapter = |program: &str| {
        format!(
            "{before}\n## Peta **kota** {{#peta}}\n\nLihat <program:layanan-aduan>, \
             [](program:layanan-aduan?form=number) dan {program} di <heading:peta>[^a].\n\n\
             ![alt](assets/peta.svg \"Lima kecamatan {{#wilayah width=70%}}\")\n\n\
             | Rapat | Hasil |\n|---|---|\n| Juli | {program} |\n\n\
             ```ambonplan\nshow = \"laws\"\n```\n\n[^a]: Catatan {program}.\n"
        )
    };
    history
        .sandbox
        .write(path, chapter("[aplikasi](https://a.id)"));
    let told = run(&history, &["--language", "id", "--audience", "council"]);
    for wanted in [
        "¶ {+Peta kota+}",
        "{+Lihat GOV-01 Layanan aduan warga, GOV-01 dan aplikasi di subbab “Peta kota”.+}",
        "{+[gambar: Lima kecamatan]+}",
        "{+Rapat · Hasil+}",
        "{+Juli · aplikasi+}",
        "{+daftar peraturan+}",
        "Catatan aplikasi.+}",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
    history.commit("Describe");
    history.sandbox.write(path, chapter("**aplikasi**"));
    let told = run(&history, &["--language", "id"]);
    assert!(
        told.contains("kata-katanya tetap; bentuk atau tautannya berubah: Juli · aplikasi"),
        "{told}"
    );
    for source in ["](", "<program:", "{#", "**"] {
        assert!(!told.contains(source), "{source}: {told}");
    }
}

#[test]
fn what_is_new_or_gone_says_what_it_is() {
    let history = changed();
    history.sandbox.write(
        "evaluations/2026-12-01.toml",
        "title = \"Evaluasi triwulan\"\nstatus = \"done\"\nscore = 3.2\n\n[[finding]]\nid = \"t1\"\n\
         text = \"Data belum terpadu. Rincian.\"\nstatus = \"open\"\n",
    );
    history.sandbox.edit(
        PROGRAM,
        "[[indicator]]",
        "[[budget]]\nyear = 2027\nsource = \"tjsl\"\namount = 5_000_000\n\n[[indicator]]\n\
         name = \"Warga puas\"\nunit = \"persen\"\nkind = \"outcome\"\ndirection = \"up\"\n\
         baseline = { year = 2026, value = 5, source = \"Survei\" }\ntargets = { 2027 = 9 }\n\
         measured-by = \"Survei.\"\n\n[[indicator]]",
    );
    let told = run(&history, &["--language", "id"]);
    for wanted in [
        "Strategi Pembiayaan: bab baru\n      Rencana ini dibiayai bersama, mulai dari GOV-01 \
         Layanan aduan warga.\n",
        "Evaluasi triwulan: evaluasi baru\n",
        "      nilai: – → 3,2\n      temuan: Data belum terpadu.\n",
        "indikator: – → Warga puas (persen; ",
        "nilai awal 5; tahun nilai awal 2026; target 2027 9; cara ukur Survei.; sumber nilai awal Survei)",
        "anggaran: – → 2027 TJSL (Rp5.000.000)",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
    history.commit("Add");
    fs::remove_file(history.sandbox.plan().join("chapters/pembiayaan.md")).unwrap();
    let told = run(&history, &["--language", "en"]);
    assert!(
        told.contains("Strategi Pembiayaan: chapter removed\n"),
        "{told}"
    );
}

#[test]
fn parts_of_a_book_are_told_by_their_titles() {
    let history = changed();
    history.sandbox.edit(
        "plan.toml",
        "\"chapter:pendahuluan\"",
        "\"chapter:pembiayaan\", \"chapter:pendahuluan\"",
    );
    let told = run(&history, &["--language", "id"]);
    assert!(
        told.contains("isi buku: – → Strategi Pembiayaan\n"),
        "{told}"
    );
    assert!(!told.contains("chapter:"), "{told}");
}

/// What came or went of a list, and that what stayed stands in another order.
#[test]
fn order_and_contents_of_a_book_are_both_told() {
    let list = "\"chapter:pendahuluan\", \"pillars\", \"budget\", \"evaluation\", \"opd\"";
    for (after, wanted) in [
        // Something moved, and something went.
        (
            "\"pillars\", \"chapter:pendahuluan\", \"budget\", \"opd\"",
            vec![
                "isi buku: evaluasi → –",
                "isi buku: urutannya berubah menjadi semua pilar; Pendahuluan; anggaran; bagian setiap OPD",
            ],
        ),
        // Something went alone, and something moved alone.
        (
            "\"chapter:pendahuluan\", \"pillars\", \"budget\", \"opd\"",
            vec!["isi buku: evaluasi → –"],
        ),
        (
            "\"chapter:pendahuluan\", \"budget\", \"pillars\", \"evaluation\", \"opd\"",
            vec![
                "isi buku: urutannya berubah menjadi Pendahuluan; anggaran; semua pilar; evaluasi; bagian setiap OPD",
            ],
        ),
    ] {
        let history = History::new();
        history.sandbox.edit("plan.toml", list, after);
        let told = run(&history, &["--language", "id"]);
        let lines: Vec<&str> = told
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("isi buku"))
            .collect();
        assert_eq!(lines, wanted, "{told}");
    }
}

/// Who signs for an OPD is bound, and nobody else.
#[test]
fn a_new_head_has_to_sign_for_an_opd_that_has_signed() {
    let path = "opd/diskominfo/opd.toml";
    let head = |name: &str, nip: &str, day: &str| {
        format!(
            "name = \"Dinas Komunikasi dan Informatika\"\nabbreviation = \"Diskominfo\"\n\
             kind = \"dinas\"\nsummary = \"Menggerakkan layanan digital kota.\"\n\n[head]\n\
             position = \"Kepala Dinas\"\n{name}{nip}\n[commitment]\nstatus = \"signed\"\ndate = {day}\n"
        )
    };
    let named = |name: &str| format!("name = \"{name}\"\n");
    let nip = "nip = \"19700101 199503 1 001\"\n";
    let other = "nip = \"19810202 200604 2 002\"\n";
    let again = "ditandatangani oleh Yohanis Contoh, sedangkan kepalanya kini Elisabeth Contoh";
    for (name, own, day, must_sign) in [
        ("Elisabeth Contoh", other, "2026-03-02", true),
        ("Elisabeth Contoh", "", "2026-03-02", true),
        // The same person, written otherwise.
        ("Yohanis Contoh, S.T.", nip, "2026-03-02", false),
        // Who is new has signed.
        ("Elisabeth Contoh", other, "2026-04-02", false),
    ] {
        let history = History::new();
        let first = head(&named("Yohanis Contoh"), nip, "2026-03-02");
        history.sandbox.write(path, first);
        history.commit("Sign");
        history.sandbox.write(path, head(&named(name), own, day));
        let told = run(&history, &["--language", "id"]);
        let (wanted, unwanted) = if must_sign {
            (again, "Tidak ada OPD yang harus menandatangani kembali.")
        } else {
            ("Tidak ada OPD yang harus menandatangani kembali.", again)
        };
        assert!(told.contains(wanted), "{name} {own} {day}: {told}");
        assert!(!told.contains(unwanted), "{name} {own} {day}: {told}");
        let json: Value = serde_json::from_str(&run(&history, &["--format", "json"])).unwrap();
        assert_eq!(
            json["signatures"][0]["head"]["after"] == name,
            must_sign,
            "{json}"
        );
        if must_sign {
            history.sandbox.edit(PROGRAM, "2027 = 75.5", "2027 = 70");
            let told = run(&history, &["--language", "id"]);
            assert!(
                told.contains(&format!(
                    "{again}; 1 perubahan pada programnya sejak ditandatangani"
                )),
                "{told}"
            );
        }
    }
    // Of a part nobody knows it.
    let history = changed();
    let told = run(
        &history,
        &["--language", "id", "--only", "chapter:pembiayaan"],
    );
    assert!(!told.contains("menandatangani kembali"), "{told}");
}

#[test]
fn money_of_a_programme_that_moved_is_shown_in_both_sums() {
    let history = History::new();
    let sandbox = &history.sandbox;
    sandbox.write(
        "opd/bappeda/opd.toml",
        "name = \"Badan Perencanaan\"\nabbreviation = \"Bappeda\"\nkind = \"badan\"\n",
    );
    history.commit("Add an OPD");
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    fs::remove_file(sandbox.plan().join(PROGRAM)).unwrap();
    sandbox.write("opd/bappeda/programs/layanan-aduan.toml", text);
    let told = run(&history, &["--language", "id"]);
    let line = "di antaranya program yang pindah: GOV-01 Layanan aduan warga";
    assert_eq!(told.matches(line).count(), 2, "{told}");
    // The pillar, the years and the sources are as they were.
    assert!(!told.contains("tidak berubah ("), "{told}");
    let json: Value = serde_json::from_str(&run(&history, &["--format", "json"])).unwrap();
    let opds = json["money"]["opds"].as_array().unwrap();
    for (opd, before, after) in [
        ("opd:bappeda", "0", "325000000"),
        ("opd:diskominfo", "325000000", "0"),
    ] {
        let row = opds.iter().find(|row| row["of"] == opd).unwrap();
        assert_eq!(row["moved"]["before"], before);
        assert_eq!(row["moved"]["after"], after);
        assert_eq!(row["moved"]["programs"][0], "program:layanan-aduan");
    }
    assert!(json["money"]["pillars"][0]["moved"].is_null());
}

#[test]
fn small_changes_have_no_wrong_sign_and_shifts_no_share() {
    let history = changed();
    let told = run(&history, &["--language", "en"]);
    assert!(told.contains("(−Rp10,000, <0.1%)"), "{told}");
    assert!(!told.contains("+0.0%"), "{told}");
    let history = History::new();
    history
        .sandbox
        .edit(PROGRAM, "150_000_000", "151_000_000")
        .edit(PROGRAM, "175_000_000", "174_000_000");
    let told = run(&history, &["--language", "en"]);
    assert!(told.contains("the budget stays Rp325,000,000"), "{told}");
    assert!(!told.contains("Rp0"), "{told}");
    assert!(
        told.contains("The budget of the whole plan stays Rp325,000,000."),
        "{told}"
    );
    // Tables of which no sum changed say nothing.
    assert!(
        !told.contains("\nPillar\n") && told.contains("\nYear\n"),
        "{told}"
    );
}

#[test]
fn one_entry_or_the_gravest_alone_can_be_asked_for() {
    let history = changed();
    let document = |arguments: &[&str]| -> Value {
        let mut all = vec!["--format", "json"];
        all.extend(arguments);
        serde_json::from_str(&run(&history, &all)).unwrap()
    };
    let entries = |json: &Value| -> BTreeSet<String> {
        let changes = json["changes"].as_array().unwrap().iter();
        changes
            .map(|one| one["after"]["entry"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = document(&[]);
    assert!(entries(&all).contains("chapter:pembiayaan"));
    for only in [
        "program:layanan-aduan",
        "opd:diskominfo",
        "pillar:governance",
    ] {
        let json = document(&["--only", only]);
        assert_eq!(
            entries(&json),
            BTreeSet::from(["program:layanan-aduan".into()])
        );
        assert_eq!(json["shown"]["only"], only);
        assert!(json["money"].is_null());
    }
    let json = document(&["--severity", "breaking"]);
    assert_eq!(json["changes"].as_array().unwrap().len(), 1);
    // What is not shown is counted all the same.
    assert_eq!(json["counts"], all["counts"]);
    assert_eq!(json["counts"]["note"], 3);
    assert!(!json["money"].is_null());
    let told = run(&history, &["--severity", "breaking", "--language", "id"]);
    for wanted in [
        "1 perlu keputusan, 1 perlu diperhatikan, 3 sekadar diketahui\n",
        "Hanya perubahan yang perlu keputusan yang ditampilkan; jumlah anggaran adalah jumlah seluruh rencana.\n",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
    assert!(!told.contains("jadwal mundur"), "{told}");
    let told = run(
        &history,
        &[
            "--severity",
            "breaking",
            "--only",
            "opd:diskominfo",
            "--language",
            "id",
        ],
    );
    assert!(
        told.contains(
            "Hanya perubahan pada Dinas Komunikasi dan Informatika yang ditampilkan, tanpa jumlah anggaran seluruh rencana.\n\
             Hanya perubahan yang perlu keputusan yang ditampilkan.\n"
        ),
        "{told}"
    );
    assert_eq!(document(&["--severity", "note"])["changes"], all["changes"]);
    let told = run(&history, &["--only", "opd:diskominfo", "--language", "en"]);
    assert!(
        told.contains(
            "Only changes of Dinas Komunikasi dan Informatika are shown, without the sums"
        ),
        "{told}"
    );
    assert!(!told.contains("Budget"), "{told}");
    let told = run(&history, &["--severity", "warning", "--language", "id"]);
    assert!(
        told.contains("jumlah anggaran adalah jumlah seluruh rencana."),
        "{told}"
    );
    assert!(told.contains("Anggaran seluruh rencana: "), "{told}");
}

/// What is judged is what is shown.
#[test]
fn the_exit_status_is_about_what_is_shown() {
    let history = changed();
    let status = |arguments: &[&str]| {
        let mut all = vec!["diff"];
        all.extend(arguments);
        history.sandbox.run(&all).status
    };
    assert_eq!(status(&["--fail-on", "breaking"]), 1);
    assert_eq!(
        status(&["--fail-on", "breaking", "--only", "opd:diskominfo"]),
        1
    );
    assert_eq!(
        status(&["--fail-on", "breaking", "--only", "chapter:pembiayaan"]),
        0
    );
    assert_eq!(status(&["--exit-code", "--only", "chapter:pembiayaan"]), 1);
    assert_eq!(
        status(&[
            "--exit-code",
            "--only",
            "chapter:pembiayaan",
            "--severity",
            "warning"
        ]),
        0
    );
}

#[test]
fn an_entry_that_neither_plan_has_is_an_error() {
    let history = changed();
    let failed = |only: &str, language: &str| {
        let run = history
            .sandbox
            .run(&["diff", "--only", only, "--language", language]);
        assert_eq!(run.status, 2, "{}", run.stdout);
        run.stderr
    };
    assert_eq!(
        failed("opd:diskominfoo", "en"),
        "error: there is no OPD `diskominfoo`; did you mean `diskominfo`?\n"
    );
    assert_eq!(
        failed("diskominfo", "id"),
        "kesalahan: `diskominfo` bukan entri; tulis opd:ID, pillar:ID, atau program:ID\n"
    );
    for only in ["indicator:layanan-aduan", "indicator:layanan-aduan/Waktu"] {
        assert_eq!(
            failed(only, "id"),
            format!(
                "kesalahan: `{only}` adalah bagian sebuah program; tulis `program:layanan-aduan`\n"
            )
        );
        assert_eq!(
            failed(only, "en"),
            format!("error: `{only}` is part of a programme; write `program:layanan-aduan`\n")
        );
    }
    // What is gone can be asked for too.
    fs::remove_file(history.sandbox.plan().join(PROGRAM)).unwrap();
    let told = run(
        &history,
        &["--only", "program:layanan-aduan", "--language", "en"],
    );
    assert!(told.contains("programme removed"), "{told}");
}

/// Every link of the page leads somewhere in it, and boxes stand for what there is.
#[test]
fn a_page_leads_to_each_change_and_can_be_filtered() {
    let history = changed();
    let page = run(&history, &["--format", "html", "--language", "id"]);
    let document = scraper::Html::parse_document(&page);
    let all = |css: &str| {
        let selector = scraper::Selector::parse(css).unwrap();
        let found = document.select(&selector);
        found.map(|one| one.value().clone()).collect::<Vec<_>>()
    };
    let ids: BTreeSet<String> = all("[id]")
        .iter()
        .filter_map(|one| one.attr("id").map(str::to_owned))
        .collect();
    let links = all("a[href]");
    assert!(links.len() >= 5, "{}", links.len());
    for link in links {
        let target = link.attr("href").unwrap().strip_prefix('#').unwrap();
        assert!(ids.contains(target), "{target}");
    }
    let severities: BTreeSet<String> = all("#filter input")
        .iter()
        .map(|one| one.attr("value").unwrap().to_owned())
        .collect();
    assert_eq!(
        severities,
        BTreeSet::from(["breaking", "warning", "note"].map(str::to_owned))
    );
    // Without the script nothing is hidden but the boxes.
    let hidden: Vec<_> = all("[hidden]");
    assert!(
        hidden
            .iter()
            .all(|one| ["filter", "none"].contains(&one.attr("id").unwrap()))
    );
    // Tables scroll by themselves.
    assert_eq!(all("table").len(), all(".wide > table").len());
    assert!(all("details[open] > summary > h2").len() >= 3);
}

#[test]
fn pages_say_first_what_has_to_be_decided() {
    let history = changed();
    let sandbox = &history.sandbox;
    let told = sandbox.run(&["diff", "--format", "pdf", "-o", "perubahan.pdf"]);
    assert_eq!(told.status, 0, "{}", told.stderr);
    let book = crate::sandbox::Book::open(&sandbox.root().join("perubahan.pdf"));
    let text = book.text();
    for wanted in [
        "Perlu keputusan (1)",
        "Warga dijanjikan lebih sedikit.",
        "Harus ditandatangani kembali",
        "Anggaran seluruh rencana:",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    for unwanted in ["DIF0", "HEAD", ".toml"] {
        assert!(!text.contains(unwanted), "{unwanted}: {text}");
    }
}

#[test]
fn no_change_is_a_sentence_with_one_full_stop() {
    let history = History::new();
    for form in [Form::Human(Style::Plain), Form::Markdown, Form::Html] {
        let diff = Diff::default();
        let report = Report {
            diff: &diff,
            base: Named::default(),
            head: Named::default(),
            shown: Shown::default(),
            language: Language::Indonesian,
            audience: Audience::Council,
        };
        let text = report.render(form);
        assert!(text.contains("Tidak ada perubahan."), "{text}");
        assert!(!text.contains("perubahan.."), "{text}");
    }
    let sandbox = &history.sandbox;
    let told = sandbox.run(&["diff", "--format", "pdf", "-o", "perubahan.pdf"]);
    assert_eq!(told.status, 0, "{}", told.stderr);
    let book = crate::sandbox::Book::open(&sandbox.root().join("perubahan.pdf"));
    assert!(!book.text().contains("perubahan.."), "{}", book.text());
}

#[test]
fn several_spaces_are_no_change_in_toml_as_in_narrative() {
    let history = History::new();
    history
        .sandbox
        .edit(
            PROGRAM,
            "dijawab dalam hitungan",
            "dijawab  dalam   hitungan",
        )
        .edit(PROGRAM, "Aduan yang dijawab", "Aduan  yang dijawab")
        .edit(PROGRAM, "Catatan kanal aduan,", "Catatan\tkanal aduan,");
    let told = run(&history, &["--exit-code", "--language", "en"]);
    assert!(told.contains("Nothing changed."), "{told}");
    // Directions are found for indicators whatever their spaces.
    history.sandbox.edit(PROGRAM, "2027 = 75.5", "2027 = 70");
    let told = run(&history, &["--language", "en"]);
    assert!(told.contains("target lowered"), "{told}");
    history
        .sandbox
        .edit(PROGRAM, "hitungan hari", "hitungan jam");
    let told = run(&history, &["--language", "en"]);
    assert!(told.contains("[-hari-] {+jam+}"), "{told}");
}
