//! `ambonplan log`, over histories as they come about.

use std::fs;

use crate::history::History;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";
const MOVED: &str = "opd/bpbd/programs/aduan-warga.toml";

/// What `log` prints, without days and commits.
fn told(history: &History, arguments: &[&str]) -> Vec<String> {
    let mut all = vec!["log", "--language", "en"];
    all.extend(arguments);
    let run = history.sandbox.run(&all);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let lines = run.stdout.lines();
    lines
        .map(|line| line.splitn(3, ' ').nth(2).unwrap().to_owned())
        .collect()
}

/// Edits the programme under the path that it has at the time.
fn edit(history: &History, path: &str, from: &str, to: &str) {
    history.sandbox.edit(path, from, to);
}

/// A programme that moves to another OPD under another id, after its money changed.
fn moved() -> History {
    let history = History::new();
    edit(
        &history,
        PROGRAM,
        "amount = 150_000_000",
        "amount = 250_000_000",
    );
    history.commit("Naikkan anggaran");
    let opd = history.sandbox.plan().join("opd/diskominfo/opd.toml");
    let opd = fs::read_to_string(opd).unwrap();
    history.sandbox.write(
        "opd/bpbd/opd.toml",
        opd.replace("Komunikasi dan Informatika", "Bencana"),
    );
    history.commit("Tambah OPD");
    let text = fs::read_to_string(history.sandbox.plan().join(PROGRAM)).unwrap();
    history.sandbox.write(MOVED, text);
    fs::remove_file(history.sandbox.plan().join(PROGRAM)).unwrap();
    let chapter = "chapters/pendahuluan.md";
    edit(
        &history,
        chapter,
        "program:layanan-aduan",
        "program:aduan-warga",
    );
    history.commit("Pindahkan program");
    history
}

#[test]
fn moves_and_other_ids_are_followed() {
    let history = moved();
    edit(
        &history,
        MOVED,
        "Aduan yang dijawab dalam tiga hari",
        "Aduan yang dijawab tiga hari",
    );
    history.commit("Perbaiki nama indikator");
    edit(&history, MOVED, "status = \"running\"", "status = \"done\"");
    history.commit("Selesai");
    // What is about something else is not told.
    edit(&history, "plan.toml", "revision = \"", "revision = \"1.");
    history.commit("Terbitan");
    let wanted = [
        "Tim Penyusun: GOV-01 Layanan aduan warga: status changed (status: running → done)",
        "Tim Penyusun: GOV-01 Layanan aduan warga: indicator renamed (indicator: Aduan yang \
         dijawab dalam tiga hari → Aduan yang dijawab tiga hari)",
        "Tim Penyusun: GOV-01 Layanan aduan warga: programme moved to another OPD (OPD: \
         opd:diskominfo → opd:bpbd)",
        "Tim Penyusun: GOV-01 Layanan aduan warga: id changed (the same number, GOV-01; 100% alike)",
        "Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp325,000,000 → \
         Rp425,000,000 (+Rp100,000,000, +30.8%))",
        "Tim Penyusun: GOV-01 Layanan aduan warga: new programme (budget: Rp0 → Rp325,000,000 \
         (+Rp325,000,000))",
    ];
    let found = told(&history, &["program:aduan-warga"]);
    assert_eq!(found.len(), wanted.len(), "{found:#?}");
    for (found, wanted) in found.iter().zip(wanted) {
        assert!(
            found.contains(wanted.split(" (").next().unwrap()),
            "{found} / {wanted}"
        );
    }
    assert_eq!(found[0], wanted[0]);
    assert_eq!(found[4], wanted[4]);
    assert_eq!(
        told(&history, &["program:aduan-warga", "--max-count", "2"]),
        found[..2]
    );
    let own = told(
        &history,
        &["indicator:aduan-warga/Aduan yang dijawab tiga hari"],
    );
    let kinds: Vec<bool> = own
        .iter()
        .map(|line| line.contains("indicator renamed"))
        .collect();
    assert_eq!(kinds, [true, false], "{own:#?}");
    // The OPD it came from knows that it left.
    let opd = told(&history, &["opd:diskominfo"]);
    assert!(
        opd.iter().any(|line| line.contains("moved to another OPD")),
        "{opd:#?}"
    );
    assert!(
        !opd.iter().any(|line| line.contains("status changed")),
        "{opd:#?}"
    );
}

#[test]
fn a_programme_that_is_gone_has_a_history() {
    let history = moved();
    fs::remove_file(history.sandbox.plan().join(MOVED)).unwrap();
    edit(
        &history,
        "chapters/pendahuluan.md",
        "<program:aduan-warga>",
        "aduan",
    );
    history.commit("Hapus");
    let found = told(&history, &["program:aduan-warga"]);
    assert!(found[0].contains("programme removed"), "{found:#?}");
    assert!(
        found.iter().any(|line| line.contains("budget raised")),
        "{found:#?}"
    );
}

#[test]
fn merges_count_with_what_none_of_their_parents_says() {
    let history = History::new();
    history.git(&["checkout", "--quiet", "-b", "cabang"]);
    edit(
        &history,
        PROGRAM,
        "amount = 150_000_000",
        "amount = 250_000_000",
    );
    history.commit("Naikkan anggaran");
    history.git(&["checkout", "--quiet", "main"]);
    edit(
        &history,
        PROGRAM,
        "status = \"running\"",
        "status = \"done\"",
    );
    history.commit("Selesai");
    history.git(&[
        "merge",
        "--quiet",
        "--no-ff",
        "--message",
        "Gabung",
        "cabang",
    ]);
    let kinds = |found: Vec<String>| -> Vec<bool> {
        found
            .iter()
            .map(|line| line.contains("budget raised"))
            .collect()
    };
    let found = told(&history, &["program:layanan-aduan"]);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert_eq!(kinds(found).into_iter().filter(|raised| *raised).count(), 1);

    // What the merge itself changed is told.
    history.git(&["checkout", "--quiet", "-b", "lain", "HEAD~1"]);
    edit(&history, PROGRAM, "quick-win = true", "quick-win = false");
    history.commit("Bukan quick win");
    history.git(&["checkout", "--quiet", "main"]);
    history.git(&["merge", "--quiet", "--no-ff", "--no-commit", "lain"]);
    edit(&history, PROGRAM, "number = 1", "number = 9");
    history.commit("Gabung dan ubah nomor");
    let found = told(&history, &["program:layanan-aduan"]);
    assert!(found[0].contains("number changed"), "{found:#?}");
    let lost = found
        .iter()
        .filter(|line| line.contains("no longer a quick win"));
    assert_eq!(lost.count(), 1, "{found:#?}");
}

#[test]
fn a_branch_that_was_rebased_tells_the_same() {
    let history = History::new();
    history.git(&["checkout", "--quiet", "-b", "cabang"]);
    edit(
        &history,
        PROGRAM,
        "amount = 150_000_000",
        "amount = 250_000_000",
    );
    history.commit("Naikkan anggaran");
    edit(
        &history,
        PROGRAM,
        "status = \"running\"",
        "status = \"done\"",
    );
    history.commit("Selesai");
    history.git(&["checkout", "--quiet", "main"]);
    edit(&history, "chapters/pendahuluan.md", "mengapa", "sebab");
    history.commit("Ubah kata");
    history.git(&["checkout", "--quiet", "cabang"]);
    let before = told(&history, &["program:layanan-aduan"]);
    let changes = |range: &str| -> Vec<String> {
        let run = history.sandbox.run(&["diff", range, "--format", "json"]);
        let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let changes = document["changes"].as_array().unwrap().iter();
        changes
            .map(|one| one["fingerprint"].as_str().unwrap().to_owned())
            .collect()
    };
    let fingerprints = changes("main...cabang");
    assert_eq!(fingerprints.len(), 2);
    history.git(&["rebase", "--quiet", "main"]);
    assert_eq!(told(&history, &["program:layanan-aduan"]), before);
    // What was accepted before stays accepted.
    assert_eq!(changes("main..cabang"), fingerprints);
}

#[test]
fn a_shallow_history_is_told_as_far_as_it_goes() {
    let history = moved();
    let (_folder, clone) = history.clone_with(&["--depth", "2"]);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .args(["log", "program:aduan-warga", "--language", "en"])
        .current_dir(&clone)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("moved to another OPD"), "{text}");
    assert!(!text.contains("budget raised"), "{text}");
    assert!(text.starts_with("2026-03-05 "), "{text}");
}

#[test]
fn an_entry_that_is_not_there_is_an_error_with_the_nearest() {
    let history = moved();
    for (subject, indonesian, english) in [
        (
            "program:aduan-wara",
            "tidak ada program `aduan-wara`; maksudnya `aduan-warga`?",
            "there is no programme `aduan-wara`; did you mean `aduan-warga`?",
        ),
        (
            "opd:dinkes",
            "tidak ada OPD `dinkes`; yang ada: bpbd, diskominfo",
            "there is no OPD `dinkes`; known: bpbd, diskominfo",
        ),
        (
            "pillar:governence",
            "tidak ada pilar `governence`; maksudnya `governance`?",
            "there is no pillar `governence`; did you mean `governance`?",
        ),
        (
            "indicator:aduan-warga/Waktu",
            "tidak ada indikator `Waktu`; yang ada: Aduan yang dijawab dalam tiga hari",
            "there is no indicator `Waktu`; known: Aduan yang dijawab dalam tiga hari",
        ),
        (
            "indicator:aduan/Waktu",
            "tidak ada program `aduan`; maksudnya `aduan-warga`?",
            "there is no programme `aduan`; did you mean `aduan-warga`?",
        ),
    ] {
        for (language, error, wanted) in [("id", "kesalahan", indonesian), ("en", "error", english)]
        {
            let run = history
                .sandbox
                .run(&["log", subject, "--language", language]);
            let told = (run.status, run.stdout.as_str(), run.stderr.as_str());
            assert_eq!(told, (2, "", format!("{error}: {wanted}\n").as_str()));
        }
    }
}
