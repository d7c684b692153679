//! What takes back substance has a kind of its own, and its whole message.

use ambonplan::diff::{self, Diff, Kind, Settings, Severity, report};
use ambonplan::language::Language;
use snapbox::{assert_data_eq, str};

use super::{Files, compare, generated, load};

const PROGRAM: &str = "opd/opd-0/programs/program-0.toml";
const OPD: &str = "opd/opd-0/opd.toml";

fn replace(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = files.get_mut(path).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}: {text}");
    *text = text.replacen(from, to, 1);
}

/// A plan with an activity that has dates and an output with a figure.
fn plan() -> Files {
    let mut files = generated(36);
    replace(
        &mut files,
        PROGRAM,
        "code = \"2.16.03.2.01\"\noutput = \"Keluaran\"\n",
        "code = \"2.16.03.2.01\"\noutput = \"12 laporan\"\nstart = 2026-02-01\nend = 2026-06-30\n",
    );
    let registry = files.get_mut("registry/all.toml").unwrap();
    registry.push_str("\n[[mission]]\nid = \"misi-1\"\ntext = \"Kota yang melayani\"\n");
    files
}

/// What is told of the changes: how grave each is, whether it asks for a signature, and all
/// its words in both languages.
fn told(diff: &Diff) -> String {
    let mut text = String::new();
    let english = report::lines(diff.changes.iter(), Language::English);
    let indonesian = report::lines(diff.changes.iter(), Language::Indonesian);
    for ((change, english), indonesian) in diff.changes.iter().zip(english).zip(indonesian) {
        let sign = if change.kind.is_of_substance() {
            ", to be signed again"
        } else {
            ""
        };
        text.push_str(&format!(
            "{} {}{sign}\n  {english}\n  {indonesian}\n",
            change.severity.word(),
            change.kind.name(),
        ));
    }
    text
}

fn after(edit: impl FnOnce(&mut Files)) -> Diff {
    let base = plan();
    let mut head = base.clone();
    edit(&mut head);
    compare(&load(&base), &load(&head))
}

#[test]
fn every_kind_says_what_was_taken_back() {
    let activity = "\n[[activity]]\ntitle = \"Kegiatan 1 program 0\"\ncode = \"2.16.03.2.02\"\n\
                    output = \"Keluaran\"\n";
    let edits: &[(&str, &str, &str)] = &[
        (PROGRAM, activity, ""),
        (
            PROGRAM,
            activity,
            &format!("{activity}\n[[activity]]\ntitle = \"Pesta rakyat\"\n"),
        ),
        (PROGRAM, "end = 2026-06-30", "end = 2026-09-30"),
        (PROGRAM, "start = 2026-02-01", "start = 2026-01-15"),
        (PROGRAM, "start = 2026-02-01\nend = 2026-06-30\n", ""),
        (
            PROGRAM,
            "Kegiatan 0 program 0",
            "Kegiatan perdana program 0",
        ),
        (PROGRAM, "2.16.03.2.01", "2.16.03.2.09"),
        (PROGRAM, "12 laporan", "24 laporan"),
        (PROGRAM, "12 laporan", "6 laporan"),
        (PROGRAM, "12 laporan", "12 bulan"),
        (PROGRAM, "output = \"12 laporan\"\n", ""),
        (PROGRAM, "Pencatatan bulanan.", "Perkiraan tahunan."),
        (PROGRAM, "measured-by = \"Pencatatan bulanan.\"\n", ""),
        (PROGRAM, "kind = \"outcome\"", "kind = \"impact\""),
        (PROGRAM, "kind = \"outcome\"", "kind = \"output\""),
        (PROGRAM, "dimensi-0-0", "dimensi-0-1"),
        (
            "registry/all.toml",
            "vision = \"Visi\"",
            "vision = \"Kota lain\"",
        ),
        (
            "registry/all.toml",
            "Kota yang melayani",
            "Kota yang tertib",
        ),
        (
            "registry/all.toml",
            "Meningkatnya mutu layanan ke-3\"",
            "Terjaganya mutu layanan\"",
        ),
        (
            "pillars/pilar-0/pillar.toml",
            "goal = \"Sasaran\"",
            "goal = \"Lainnya\"",
        ),
        (OPD, "date = 2026-01-15", "date = 2026-05-15"),
    ];
    let mut text = String::new();
    for (path, from, to) in edits {
        text.push_str(&told(&after(|files| replace(files, path, from, to))));
    }
    let evaluation = "evaluations/2026-05-01.toml";
    text.push_str(&told(&after(|files| drop(files.remove(evaluation)))));
    text.push_str(&told(&after(|files| {
        let text = files.remove(evaluation).unwrap();
        files.insert("evaluations/2026-11-01.toml".into(), text);
    })));
    text.push_str(&told(&after(|files| {
        let text = "title = \"Kunjungan\"\nstatus = \"planned\"\nscope = \"Semua\"\n";
        files.insert("evaluations/2029-05-01.toml".into(), text.into());
    })));
    assert_data_eq!(
        text,
        str![[r#"
breaking activity-removed, to be signed again
  PIA-01 Program layanan nomor 0: activity removed (activity: Kegiatan 1 program 0 (code 2.16.03.2.02; output Keluaran) → –)
  PIA-01 Program layanan nomor 0: kegiatan dihapus (kegiatan: Kegiatan 1 program 0 (kode 2.16.03.2.02; keluaran Keluaran) → –)
note activity-added, to be signed again
  PIA-01 Program layanan nomor 0: new activity (activity: – → Pesta rakyat)
  PIA-01 Program layanan nomor 0: kegiatan baru (kegiatan: – → Pesta rakyat)
warning activity-later, to be signed again
  PIA-01 Program layanan nomor 0: activity later (end (Kegiatan 0 program 0): 30 June 2026 → 30 September 2026)
  PIA-01 Program layanan nomor 0: kegiatan mundur (selesai (Kegiatan 0 program 0): 30 Juni 2026 → 30 September 2026)
note activity-earlier, to be signed again
  PIA-01 Program layanan nomor 0: activity earlier (start (Kegiatan 0 program 0): 1 February 2026 → 15 January 2026)
  PIA-01 Program layanan nomor 0: kegiatan maju (mulai (Kegiatan 0 program 0): 1 Februari 2026 → 15 Januari 2026)
note activity-changed
  PIA-01 Program layanan nomor 0: activity changed (end (Kegiatan 0 program 0): 30 June 2026 → –)
  PIA-01 Program layanan nomor 0: kegiatan berubah (selesai (Kegiatan 0 program 0): 30 Juni 2026 → –)
warning output-changed, to be signed again
  PIA-01 Program layanan nomor 0: output of an activity changed (activity: Kegiatan [-0-] {+perdana+} program 0)
  PIA-01 Program layanan nomor 0: keluaran kegiatan berubah (kegiatan: Kegiatan [-0-] {+perdana+} program 0)
note activity-changed
  PIA-01 Program layanan nomor 0: activity changed (code (Kegiatan 0 program 0): 2.16.03.2.01 → 2.16.03.2.09)
  PIA-01 Program layanan nomor 0: kegiatan berubah (kode (Kegiatan 0 program 0): 2.16.03.2.01 → 2.16.03.2.09)
warning output-raised, to be signed again
  PIA-01 Program layanan nomor 0: output of an activity raised (output (Kegiatan 0 program 0): [-12-] {+24+} laporan)
  PIA-01 Program layanan nomor 0: keluaran kegiatan dinaikkan (keluaran (Kegiatan 0 program 0): [-12-] {+24+} laporan)
breaking output-lowered, to be signed again
  PIA-01 Program layanan nomor 0: output of an activity lowered (output (Kegiatan 0 program 0): [-12-] {+6+} laporan)
  PIA-01 Program layanan nomor 0: keluaran kegiatan diturunkan (keluaran (Kegiatan 0 program 0): [-12-] {+6+} laporan)
warning output-changed, to be signed again
  PIA-01 Program layanan nomor 0: output of an activity changed (output (Kegiatan 0 program 0): 12 [-laporan-] {+bulan+})
  PIA-01 Program layanan nomor 0: keluaran kegiatan berubah (keluaran (Kegiatan 0 program 0): 12 [-laporan-] {+bulan+})
breaking output-lowered, to be signed again
  PIA-01 Program layanan nomor 0: output of an activity lowered (output (Kegiatan 0 program 0): 12 laporan → –)
  PIA-01 Program layanan nomor 0: keluaran kegiatan diturunkan (keluaran (Kegiatan 0 program 0): 12 laporan → –)
warning measurement-changed, to be signed again
  PIA-01 Program layanan nomor 0: measured in another way (measured by (Ukuran 0 program 0): Pencatatan bulanan. → Perkiraan tahunan.)
  PIA-01 Program layanan nomor 0: cara pengukuran berubah (cara ukur (Ukuran 0 program 0): Pencatatan bulanan. → Perkiraan tahunan.)
warning measurement-changed, to be signed again
  PIA-01 Program layanan nomor 0: measured in another way (measured by (Ukuran 0 program 0): Pencatatan bulanan. → –)
  PIA-01 Program layanan nomor 0: cara pengukuran berubah (cara ukur (Ukuran 0 program 0): Pencatatan bulanan. → –)
note indicator-kind-raised, to be signed again
  PIA-01 Program layanan nomor 0: indicator tells more of the effect (kind (Ukuran 0 program 0): outcome → impact)
  PIA-01 Program layanan nomor 0: indikator lebih dekat ke dampak (jenis (Ukuran 0 program 0): hasil → dampak)
warning indicator-kind-lowered, to be signed again
  PIA-01 Program layanan nomor 0: indicator tells less of the effect (kind (Ukuran 0 program 0): outcome → output)
  PIA-01 Program layanan nomor 0: indikator lebih jauh dari dampak (jenis (Ukuran 0 program 0): hasil → keluaran)
warning dimension-changed, to be signed again
  PIA-01 Program layanan nomor 0: another dimension (dimension: dimension:dimensi-0-0 → dimension:dimensi-0-1)
  PIA-01 Program layanan nomor 0: dimensi program berubah (dimensi: dimension:dimensi-0-0 → dimension:dimensi-0-1)
warning vision-changed
  RPJMD: vision changed (vision: Visi → Kota lain)
  RPJMD: visi berubah (visi: Visi → Kota lain)
warning mission-changed
  Kota yang tertib: mission changed (text: Kota yang [-melayani-] {+tertib+})
  Kota yang tertib: misi berubah (teks: Kota yang [-melayani-] {+tertib+})
warning goal-changed
  Terjaganya mutu layanan: goal changed (text: [-Meningkatnya-] {+Terjaganya+} mutu layanan [-ke-3-])
  Terjaganya mutu layanan: tujuan berubah (teks: [-Meningkatnya-] {+Terjaganya+} mutu layanan [-ke-3-])
warning goal-changed
  Pilar 0: goal changed (goal: Sasaran → Lainnya)
  Pilar 0: tujuan berubah (sasaran: Sasaran → Lainnya)
note commitment-renewed
  Dinas Urusan Bababa: commitment signed again (date: 15 January 2026 → 15 May 2026)
  Dinas Urusan Bababa: komitmen ditandatangani kembali (tanggal: 15 Januari 2026 → 15 Mei 2026)
breaking evaluation-removed
  Evaluasi pertama: evaluation removed (status: done → –)
  Evaluasi pertama: evaluasi dihapus (status: selesai → –)
warning evaluation-moved
  Evaluasi pertama: evaluation on another date (100% alike)
  Evaluasi pertama: tanggal evaluasi berubah (isinya 100% sama)
note evaluation-added
  Kunjungan: new evaluation (status: – → planned)
  Kunjungan: evaluasi baru (status: – → dijadwalkan)

"#]]
    );
}

#[test]
fn an_output_is_less_in_either_direction_of_time() {
    for (before, after, kind) in [
        (
            "Jawaban dalam 30 hari",
            "Jawaban dalam 300 hari",
            Kind::OutputLowered,
        ),
        (
            "Jawaban dalam 30 hari",
            "Jawaban dalam 3 hari",
            Kind::OutputRaised,
        ),
        ("1.200 rumah", "900 rumah", Kind::OutputLowered),
        ("Satu laporan", "Dua laporan", Kind::OutputRaised),
        (
            "Jawaban dalam 30 (tiga puluh) hari",
            "Jawaban dalam 45 (empat puluh lima) hari",
            Kind::OutputLowered,
        ),
    ] {
        let mut base = plan();
        replace(&mut base, PROGRAM, "12 laporan", before);
        let mut head = base.clone();
        replace(&mut head, PROGRAM, before, after);
        let diff = compare(&load(&base), &load(&head));
        let kinds: Vec<Kind> = diff.changes.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [kind], "{before} → {after}");
        assert_eq!(diff.signatures.len(), 1);
    }
}

#[test]
fn a_number_in_a_title_is_part_of_the_promise() {
    let outcome = "name = \"Ukuran 0 program 0\"";
    for (from, to, wanted) in [
        (
            "Kegiatan 0 program 0",
            "Kegiatan 5 program 0",
            Kind::OutputRaised,
        ),
        (
            "Kegiatan 0 program 0",
            "Kegiatan 0 program",
            Kind::OutputChanged,
        ),
        (
            "Kegiatan 0 program 0",
            "Kegiatan 0 program ke-0",
            Kind::ActivityChanged,
        ),
        (
            outcome,
            "name = \"Ukuran 0 untuk program 0\"",
            Kind::IndicatorRenamed,
        ),
        (
            outcome,
            "name = \"Ukuran tiga program 0\"",
            Kind::MeasurementChanged,
        ),
    ] {
        let diff = after(|files| replace(files, PROGRAM, from, to));
        let kinds: Vec<Kind> = diff.changes.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [wanted], "{to}: {}", told(&diff));
    }
}

#[test]
fn a_programme_without_money_is_a_kind_of_its_own() {
    let lines = |files: &mut Files, amount: &str| {
        let text = files.get_mut(PROGRAM).unwrap();
        let mut kept = String::new();
        for line in text.lines() {
            let line = if line.starts_with("amount = ") {
                amount
            } else {
                line
            };
            kept.push_str(line);
            kept.push('\n');
        }
        *text = kept;
    };
    let dropped = |files: &mut Files| {
        let mut document: toml_edit::DocumentMut = files[PROGRAM].parse().unwrap();
        document.remove("budget").unwrap();
        files.insert(PROGRAM.into(), document.to_string());
    };
    let mut none = plan();
    dropped(&mut none);
    let mut zero = plan();
    lines(&mut zero, "amount = 0");
    let some = plan();
    let mut text = String::new();
    for (before, after) in [
        (&some, &none),
        (&some, &zero),
        (&zero, &some),
        (&none, &some),
    ] {
        text.push_str(&told(&compare(&load(before), &load(after))));
    }
    assert_eq!(told(&compare(&load(&none), &load(&none))), "");
    assert_data_eq!(
        text,
        str![[r#"
breaking budget-removed, to be signed again
  PIA-01 Program layanan nomor 0: all money of a programme removed (budget: Rp277,000,000 → Rp0 (−Rp277,000,000, −100.0%))
  PIA-01 Program layanan nomor 0: seluruh anggaran program dihapus (anggaran: Rp277.000.000 → Rp0 (−Rp277.000.000, −100,0%))
breaking budget-removed, to be signed again
  PIA-01 Program layanan nomor 0: all money of a programme removed (budget: Rp277,000,000 → Rp0 (−Rp277,000,000, −100.0%))
  PIA-01 Program layanan nomor 0: seluruh anggaran program dihapus (anggaran: Rp277.000.000 → Rp0 (−Rp277.000.000, −100,0%))
warning budget-added, to be signed again
  PIA-01 Program layanan nomor 0: money for a programme that had none (budget: Rp0 → Rp277,000,000 (+Rp277,000,000))
  PIA-01 Program layanan nomor 0: program yang tanpa anggaran kini dianggarkan (anggaran: Rp0 → Rp277.000.000 (+Rp277.000.000))
warning budget-added, to be signed again
  PIA-01 Program layanan nomor 0: money for a programme that had none (budget: Rp0 → Rp277,000,000 (+Rp277,000,000))
  PIA-01 Program layanan nomor 0: program yang tanpa anggaran kini dianggarkan (anggaran: Rp0 → Rp277.000.000 (+Rp277.000.000))

"#]]
    );
    let (before, after) = (load(&some), load(&none));
    let judge = |settings: &Settings| {
        let diff = diff::compare(
            (&before.plan, &before.tree),
            (&after.plan, &after.tree),
            settings,
        );
        diff.severity()
    };
    assert_eq!(judge(&Settings::default()), Some(Severity::Breaking));
    // A plan may decide that this is milder.
    let mut policy = none.clone();
    let text = policy.get_mut("plan.toml").unwrap();
    text.push_str("\n[changes]\nbudget-removed = \"note\"\n");
    let mild = Settings::of(&load(&policy).plan.file);
    assert_eq!(judge(&mild), Some(Severity::Note));
}

#[test]
fn what_a_book_prints_no_more_is_told_by_what_is_left_of_it() {
    let volume = |id: &str, front: &str, body: &str, annex: &str| {
        format!(
            "\n[[volume]]\nid = \"{id}\"\ntitle = \"Buku {id}\"\nfront = [{front}]\n\
             body = [{body}]\nannex = [{annex}]\n"
        )
    };
    let with = |volumes: &[String]| {
        let mut files = plan();
        files.insert(
            "chapters/satu.md".into(),
            "# Satu\n\nIsi bab satu.\n".into(),
        );
        files.insert("chapters/dua.md".into(), "# Dua\n\nIsi bab dua.\n".into());
        let text = files.get_mut("plan.toml").unwrap();
        let start = text.find("[[volume]]").unwrap_or(text.len());
        text.truncate(start);
        text.extend(volumes.iter().map(String::as_str));
        load(&files)
    };
    let (front, body) = (
        "\"cover\", \"contents\"",
        "\"chapter:satu\", \"chapter:dua\"",
    );
    let whole = volume("a", front, body, "\"index\"");
    let other = volume("b", front, "\"budget\"", "");
    let both = volume("b", front, "\"budget\", \"chapter:dua\"", "");
    let mut text = String::new();
    for (before, after) in [
        (
            [&whole, &other],
            [
                &volume("a", front, "\"chapter:dua\", \"chapter:satu\"", "\"index\""),
                &other,
            ],
        ),
        (
            [&whole, &other],
            [&volume("a", front, "\"chapter:satu\"", "\"index\""), &other],
        ),
        // It moves to another book, or back.
        (
            [&whole, &other],
            [&volume("a", front, "\"chapter:satu\"", "\"index\""), &both],
        ),
        (
            [&whole, &other],
            [
                &volume("a", front, "\"chapter:satu\", \"quick-wins\"", "\"index\""),
                &other,
            ],
        ),
        (
            [&whole, &other],
            [&volume("a", front, "", "\"index\""), &other],
        ),
        ([&whole, &other], [&volume("a", "", "", ""), &other]),
    ] {
        let (before, after) = (before.map(String::clone), after.map(String::clone));
        let (before, after) = (with(&before), with(&after));
        for diff in [compare(&before, &after), compare(&after, &before)] {
            for change in &diff.changes {
                let severity = change.severity.word();
                text.push_str(&format!("{severity} {}, ", change.kind.name()));
            }
        }
        text.push('\n');
    }
    let (all, fewer) = (with(&[whole.clone(), other]), with(&[whole]));
    let diff = compare(&all, &fewer);
    text.push_str(&told(&diff));
    // A chapter with another id is still the same part.
    let (mut before, mut after) = (plan(), plan());
    for (files, id) in [(&mut before, "dua"), (&mut after, "tiga")] {
        let chapter = "# Dua\n\nIsi bab dua tentang layanan warga.\n";
        files.insert(format!("chapters/{id}.md"), chapter.into());
        let outline = volume("a", front, &format!("\"chapter:{id}\""), "");
        files.get_mut("plan.toml").unwrap().push_str(&outline);
    }
    let diff = compare(&load(&before), &load(&after));
    let kinds: Vec<Kind> = diff.changes.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Kind::Renamed], "{}", told(&diff));
    assert_data_eq!(
        text,
        str![[r#"
note outline-changed, note outline-changed, 
warning parts-removed, note parts-added, 
note outline-changed, note outline-changed, note outline-changed, note outline-changed, 
warning parts-replaced, warning parts-replaced, 
breaking outline-emptied, note outline-filled, 
breaking outline-emptied, note outline-filled, 
breaking volume-removed
  Buku b: book removed
  Buku b: buku dihapus

"#]]
    );
}

#[test]
fn who_signs_again_is_not_asked_to() {
    let diff = after(|files| {
        replace(files, PROGRAM, "12 laporan", "6 laporan");
        replace(files, OPD, "date = 2026-01-15", "date = 2026-05-15");
    });
    let kinds: Vec<Kind> = diff.changes.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Kind::CommitmentRenewed, Kind::OutputLowered]);
    assert_eq!(diff.signatures, []);
    // Signed for the first time, and no more, are kinds of their own.
    let withdrawn = after(|files| {
        replace(
            files,
            OPD,
            "status = \"signed\"\ndate = 2026-01-15",
            "status = \"pending\"",
        );
    });
    let kinds: Vec<Kind> = withdrawn.changes.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Kind::CommitmentWithdrawn]);
}

#[test]
fn spaces_and_line_breaks_in_a_text_are_no_change() {
    for (from, to) in [
        ("Warga memperoleh layanan", "Warga  memperoleh   layanan"),
        (
            "summary = \"Warga memperoleh layanan nomor 0 dengan lebih cepat, lebih dekat, dan lebih jelas daripada sebelumnya.\"",
            "summary = \"\"\"\nWarga memperoleh layanan nomor 0\ndengan lebih cepat, lebih dekat, dan\nlebih jelas daripada sebelumnya.\n\"\"\"",
        ),
        ("title = \"Program layanan", "title = \" Program  layanan"),
        ("Kegiatan 1 program 0", "Kegiatan  1 program 0"),
    ] {
        let diff = after(|files| replace(files, PROGRAM, from, to));
        assert!(diff.is_empty(), "{to}: {}", told(&diff));
    }
    let diff = after(|files| replace(files, PROGRAM, "summary = \"Warga", "summary = \"War ga"));
    assert!(!diff.is_empty());
}

#[test]
fn a_reference_that_follows_an_id_is_no_change() {
    let rename = |files: &mut Files| {
        for ending in ["toml", "md"] {
            if let Some(text) = files.remove(&format!("opd/opd-0/programs/program-0.{ending}")) {
                files.insert(format!("opd/opd-0/programs/layanan.{ending}"), text);
            }
        }
        for text in files.values_mut() {
            *text = text
                .replace("\"program-0\"", "\"layanan\"")
                .replace("program:program-0>", "program:layanan>")
                .replace("program:program-0?", "program:layanan?")
                .replace("program:program-0)", "program:layanan)");
        }
    };
    let mut base = plan();
    let chapter = base
        .keys()
        .find(|path| path.starts_with("chapters/"))
        .unwrap()
        .clone();
    base.get_mut(&chapter).unwrap().push_str(
        "\nLihat [program itu](program:program-0) dan <program:program-0?form=number>.\n",
    );
    replace(
        &mut base,
        PROGRAM,
        "summary = \"Warga",
        "summary = \"Lihat <program:program-0>. Warga",
    );
    let mut head = base.clone();
    rename(&mut head);
    assert_ne!(base[&chapter], head[&chapter]);
    let diff = compare(&load(&base), &load(&head));
    let kinds: Vec<Kind> = diff.changes.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Kind::Renamed], "{}", told(&diff));
    // Another reference is one, and so are other words.
    for (from, to) in [
        ("(program:layanan)", "(program:program-1)"),
        ("Lihat [", "Baca ["),
    ] {
        let mut head = head.clone();
        replace(&mut head, &chapter, from, to);
        let diff = compare(&load(&base), &load(&head));
        assert!(
            diff.changes
                .iter()
                .any(|one| one.kind == Kind::NarrativeChanged),
            "{to}"
        );
    }
}

#[test]
fn a_link_that_is_gone_points_at_its_list() {
    let diff = after(|files| replace(files, PROGRAM, "\"opd:opd-", "\"opd:opd-0\", \"opd:opd-"));
    let back = after(|files| replace(files, PROGRAM, ", \"stakeholder:kampus\"", ""));
    let line = plan()[PROGRAM]
        .lines()
        .position(|line| line.starts_with("partners"));
    for (diff, kind) in [(diff, Kind::LinkGained), (back, Kind::LinkLost)] {
        let change = diff.changes.iter().find(|one| one.kind == kind).unwrap();
        for side in [&change.before, &change.after] {
            let place = &side.as_ref().unwrap().place;
            assert_eq!(Some(place.line), line.map(|at| at + 1), "{}", kind.name());
        }
    }
}
