//! `ambonplan log`, over histories as they come about.

use std::fs;

use snapbox::{assert_data_eq, str};

use crate::history::{History, git};

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
         Dinas Komunikasi dan Informatika → Dinas Bencana)",
        "Tim Penyusun: GOV-01 Layanan aduan warga: id changed (the same number, GOV-01; 100% alike)",
        "Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp325,000,000 → \
         Rp425,000,000 (+Rp100,000,000, +30.8%))",
        "Tim Penyusun: GOV-01 Layanan aduan warga: new programme (budget: – → Rp325,000,000)",
    ];
    let found = told(&history, &["program:aduan-warga"]);
    assert_eq!(found.len(), wanted.len(), "{found:#?}");
    for (found, wanted) in found.iter().zip(wanted) {
        assert!(
            found.contains(wanted.split(" (").next().unwrap()),
            "{found} / {wanted}"
        );
    }
    for at in [0, 2, 4] {
        assert_eq!(found[at], wanted[at]);
    }
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
    let cut = "the history ends here, since this clone is shallow; `git fetch --unshallow` \
               fetches all of it\n";
    assert!(text.ends_with(cut), "{text}");
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

/// What is told in a language, with days and authors, without hashes.
fn lines(history: &History, arguments: &[&str], language: &str) -> String {
    let mut all = vec!["log", "--language", language];
    all.extend(arguments);
    let run = history.sandbox.run(&all);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let lines = run.stdout.lines().map(|line| {
        let (day, rest) = line.split_once(' ').unwrap();
        let (_, rest) = rest.split_once(' ').unwrap();
        format!("{day} {rest}\n")
    });
    lines.collect()
}

const CLEAN: &str = "amount = 150_000_000";

/// A history in which the budget is raised, something cannot be read for a time, and the
/// budget is raised again with what mends it.
fn broken(breaks: impl Fn(&History), mends: impl Fn(&History)) -> History {
    let history = History::new();
    edit(&history, PROGRAM, CLEAN, "amount = 200_000_000");
    history.commit("Naikkan");
    breaks(&history);
    history.commit("Rusak");
    // What has nothing to do with it changes nothing.
    edit(&history, "chapters/pendahuluan.md", "mengapa", "sebab");
    history.commit("Kata");
    mends(&history);
    edit(
        &history,
        PROGRAM,
        "amount = 200_000_000",
        "amount = 250_000_000",
    );
    history.commit("Perbaiki dan naikkan");
    history
}

#[test]
fn what_changed_where_nothing_can_be_read_is_told_later() {
    const OPD: &str = "opd/diskominfo/opd.toml";
    const PILLAR: &str = "pillars/governance/pillar.toml";
    let summary = |history: &History, from: &str, to: &str| edit(history, PROGRAM, from, to);
    let history = broken(
        |history| summary(history, "summary = ", "ringkas = "),
        |history| summary(history, "ringkas = ", "summary = "),
    );
    assert_data_eq!(
        lines(&history, &["program:layanan-aduan"], "en"),
        str![[r#"
2026-03-06 Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp375,000,000 → Rp425,000,000 (+Rp50,000,000, +13.3%))
2026-03-04 Tim Penyusun: `program:layanan-aduan` cannot be read, or not in full; what changed is told at the next revision in which it can
2026-03-03 Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp325,000,000 → Rp375,000,000 (+Rp50,000,000, +15.4%))
2026-03-02 Tim Penyusun: GOV-01 Layanan aduan warga: new programme (budget: – → Rp325,000,000)

"#]]
    );
    assert_data_eq!(
        lines(&history, &["program:layanan-aduan"], "id"),
        str![[r#"
2026-03-06 Tim Penyusun: GOV-01 Layanan aduan warga: anggaran naik (anggaran: Rp375.000.000 → Rp425.000.000 (+Rp50.000.000, +13,3%))
2026-03-04 Tim Penyusun: `program:layanan-aduan` tidak dapat dibaca, seluruhnya atau sebagian; yang berubah ditampilkan pada revisi berikutnya yang dapat dibaca
2026-03-03 Tim Penyusun: GOV-01 Layanan aduan warga: anggaran naik (anggaran: Rp325.000.000 → Rp375.000.000 (+Rp50.000.000, +15,4%))
2026-03-02 Tim Penyusun: GOV-01 Layanan aduan warga: program baru (anggaran: – → Rp325.000.000)

"#]]
    );
    // The OPD tells it of its programme.
    assert_data_eq!(
        lines(&history, &["opd:diskominfo"], "en"),
        str![[r#"
2026-03-06 Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp375,000,000 → Rp425,000,000 (+Rp50,000,000, +13.3%))
2026-03-04 Tim Penyusun: `program:layanan-aduan` cannot be read, or not in full; what changed is told at the next revision in which it can
2026-03-03 Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp325,000,000 → Rp375,000,000 (+Rp50,000,000, +15.4%))
2026-03-02 Tim Penyusun: Dinas Komunikasi dan Informatika: new OPD (Menggerakkan layanan digital kota.)
2026-03-02 Tim Penyusun: GOV-01 Layanan aduan warga: new programme (budget: – → Rp325,000,000)

"#]]
    );
    let root = |from: &'static str, to: &'static str| {
        move |history: &History| edit(history, "plan.toml", from, to)
    };
    let history = broken(root("city = ", "city = = "), root("city = = ", "city = "));
    assert_data_eq!(
        lines(&history, &["program:layanan-aduan"], "en"),
        str![[r#"
2026-03-06 Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp375,000,000 → Rp425,000,000 (+Rp50,000,000, +13.3%))
2026-03-04 Tim Penyusun: `plan.toml` cannot be read; what changed is told at the next revision in which it can
2026-03-03 Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp325,000,000 → Rp375,000,000 (+Rp50,000,000, +15.4%))
2026-03-02 Tim Penyusun: GOV-01 Layanan aduan warga: new programme (budget: – → Rp325,000,000)

"#]]
    );
    assert_data_eq!(
        lines(&history, &["program:layanan-aduan"], "id"),
        str![[r#"
2026-03-06 Tim Penyusun: GOV-01 Layanan aduan warga: anggaran naik (anggaran: Rp375.000.000 → Rp425.000.000 (+Rp50.000.000, +13,3%))
2026-03-04 Tim Penyusun: `plan.toml` tidak dapat dibaca; yang berubah ditampilkan pada revisi berikutnya yang dapat dibaca
2026-03-03 Tim Penyusun: GOV-01 Layanan aduan warga: anggaran naik (anggaran: Rp325.000.000 → Rp375.000.000 (+Rp50.000.000, +15,4%))
2026-03-02 Tim Penyusun: GOV-01 Layanan aduan warga: program baru (anggaran: – → Rp325.000.000)

"#]]
    );
    let count = |found: &str, what: &str| found.lines().filter(|line| line.contains(what)).count();
    let pairs: [(&str, &str, &str); 6] = [
        // One value of it.
        (PROGRAM, "175_000_000", "\"banyak\""),
        (PROGRAM, "start = 2026-07-01", "start = 2026-07-41"),
        (PROGRAM, "status = \"running\"", "status = \"entah\""),
        (
            PROGRAM,
            "dimension = \"pelayanan-publik\"",
            "dimension = \"entah\"",
        ),
        (PILLAR, "code = ", "code = = "),
        (OPD, "name = ", "name = = "),
    ];
    for (path, clean, broke) in pairs {
        let history = broken(
            |history| edit(history, path, clean, broke),
            |history| edit(history, path, broke, clean),
        );
        let found = lines(&history, &["program:layanan-aduan"], "en");
        assert_eq!(count(&found, "budget raised"), 2, "{path} {broke}: {found}");
        assert_eq!(count(&found, "new programme"), 1, "{path} {broke}: {found}");
    }
}

#[test]
fn a_plan_that_is_away_for_a_time_is_no_new_plan() {
    let history = History::new();
    edit(&history, PROGRAM, CLEAN, "amount = 200_000_000");
    history.commit("Naikkan");
    history.git(&["mv", "plan", "simpan"]);
    history.commit("Simpan");
    history.git(&["mv", "simpan", "plan"]);
    edit(
        &history,
        PROGRAM,
        "amount = 200_000_000",
        "amount = 250_000_000",
    );
    history.commit("Kembalikan dan naikkan");
    assert_data_eq!(
        lines(&history, &["program:layanan-aduan"], "en"),
        str![[r#"
2026-03-05 Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp375,000,000 → Rp425,000,000 (+Rp50,000,000, +13.3%))
2026-03-03 Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp325,000,000 → Rp375,000,000 (+Rp50,000,000, +15.4%))
2026-03-02 Tim Penyusun: GOV-01 Layanan aduan warga: new programme (budget: – → Rp325,000,000)

"#]]
    );
    // That it is deleted is told, and what was before.
    history.git(&["rm", "--quiet", "-r", "plan"]);
    history.commit("Hapus");
    assert_data_eq!(
        lines(
            &history,
            &["program:layanan-aduan", "--max-count", "1"],
            "id"
        ),
        str![[r#"
2026-03-06 Tim Penyusun: rencana dihapus
2026-03-05 Tim Penyusun: GOV-01 Layanan aduan warga: anggaran naik (anggaran: Rp375.000.000 → Rp425.000.000 (+Rp50.000.000, +13,3%))

"#]]
    );
}

/// Merges a branch, and leaves the commit to the test if it changes something.
fn merge(history: &History, branch: &str, commit: bool) {
    let mut arguments = vec!["merge", "--quiet", "--no-ff"];
    arguments.extend(if commit {
        ["--message", "Gabung"].as_slice()
    } else {
        ["--no-commit"].as_slice()
    });
    arguments.push(branch);
    history.git(&arguments);
}

/// Two branches that both change the plan.
fn branches(one: impl Fn(&History), two: impl Fn(&History)) -> History {
    let history = History::new();
    let text = fs::read_to_string(history.sandbox.plan().join(PROGRAM)).unwrap();
    let text = text
        .replace("number = 1", "number = 2")
        .replace("aduan warga", "izin");
    let second = "opd/diskominfo/programs/layanan-izin.toml";
    history.sandbox.write(second, text);
    history.commit("Tambah program");
    history.git(&["checkout", "--quiet", "-b", "satu"]);
    one(&history);
    history.commit("Satu");
    history.git(&["checkout", "--quiet", "-b", "dua", "main"]);
    two(&history);
    history.commit("Dua");
    history.git(&["checkout", "--quiet", "main"]);
    merge(&history, "satu", true);
    history
}

fn remove(history: &History, path: &str) {
    fs::remove_file(history.sandbox.plan().join(path)).unwrap();
}

#[test]
fn merges_tell_only_what_they_did_themselves() {
    const IZIN: &str = "opd/diskominfo/programs/layanan-izin.toml";
    // Both branches take something away.
    let history = branches(
        |history| remove(history, PROGRAM),
        |history| remove(history, IZIN),
    );
    merge(&history, "dua", true);
    let found = lines(&history, &["opd:diskominfo", "--max-count", "2"], "en");
    assert_eq!(found.matches("programme removed").count(), 2, "{found}");
    let all = lines(&history, &["opd:diskominfo"], "en");
    assert_eq!(all.matches("programme removed").count(), 2, "{all}");

    let history = branches(
        |history| edit(history, PROGRAM, "\"goal:layanan-publik\", ", ""),
        |history| edit(history, IZIN, "number = 2", "number = 3"),
    );
    merge(&history, "dua", true);
    for subject in ["program:layanan-aduan", "opd:diskominfo"] {
        let found = lines(&history, &[subject], "en");
        assert_eq!(found.matches("link lost").count(), 1, "{found}");
    }

    // Two paragraphs of one text.
    let chapter = "chapters/pendahuluan.md";
    let history = branches(
        |history| edit(history, chapter, "Tulis di sini", "Tulislah di sini"),
        |history| edit(history, chapter, "# Pendahuluan", "# Pembukaan"),
    );
    merge(&history, "dua", true);
    let found = lines(&history, &["chapter:pendahuluan"], "en");
    assert_eq!(found.lines().count(), 3, "{found}");

    // What the merge itself made of two targets.
    let history = branches(
        |history| edit(history, PROGRAM, "2026 = 60", "2026 = 61"),
        |history| edit(history, PROGRAM, "number = 1", "number = 7"),
    );
    merge(&history, "dua", false);
    edit(&history, PROGRAM, "2026 = 61", "2026 = 58");
    history.commit("Gabung dan turunkan");
    let found = lines(&history, &["program:layanan-aduan"], "en");
    let first = found.lines().next().unwrap();
    assert!(first.contains("target lowered"), "{found}");
    assert_eq!(found.matches("target").count(), 4, "{found}");
    assert_eq!(found.matches("number changed").count(), 1, "{found}");
}

#[test]
fn a_submodule_is_named_whose_history_is_not_told() {
    let other = tempfile::tempdir().unwrap();
    git(other.path(), 0, &["init", "--quiet"]);
    let history = History::new();
    crate::sandbox::copy(&history.sandbox.plan().join("opd/diskominfo"), other.path());
    git(other.path(), 0, &["add", "--all"]);
    git(other.path(), 0, &["commit", "--quiet", "--message", "a"]);
    fs::remove_dir_all(history.sandbox.plan().join("opd/diskominfo")).unwrap();
    history.commit("Keluarkan OPD");
    let url = other.path().to_str().unwrap();
    let add = ["submodule", "--quiet", "add", url, "plan/opd/diskominfo"];
    history.git(&[&["-c", "protocol.file.allow=always"], &add[..]].concat());
    history.commit("Ambil OPD dari repositori lain");
    let told = |language: &str| {
        let arguments = [
            "log",
            "opd:diskominfo",
            "--max-count",
            "1",
            "--language",
            language,
        ];
        history.sandbox.run(&arguments).stderr
    };
    assert_eq!(
        told("en"),
        "what changed in the submodule `plan/opd/diskominfo` is not told: it has a history of its \
         own, which `git -C plan/opd/diskominfo log` shows\n"
    );
    assert_eq!(
        told("id"),
        "perubahan di submodul `plan/opd/diskominfo` tidak ditampilkan: riwayatnya tersendiri, \
         dan dapat dilihat dengan `git -C plan/opd/diskominfo log`\n"
    );
}

#[test]
fn a_branch_that_was_discarded_is_not_told() {
    let history = branches(
        |history| edit(history, PROGRAM, "quick-win = true", "quick-win = false"),
        |history| edit(history, PROGRAM, "2027 = 75.5", "2027 = 5"),
    );
    history.git(&[
        "merge", "--quiet", "--no-ff", "-s", "ours", "-m", "Buang", "dua",
    ]);
    let found = lines(&history, &["program:layanan-aduan"], "en");
    assert!(!found.contains("target lowered"), "{found}");
    assert_eq!(found.matches("no longer a quick win").count(), 1, "{found}");
    assert_eq!(found.lines().count(), 2, "{found}");
}

#[test]
fn conflicts_that_were_committed_are_mended_without_telling_twice() {
    let history = branches(
        |history| edit(history, PROGRAM, "2026 = 60", "2026 = 61"),
        |history| edit(history, PROGRAM, "2027 = 75.5", "2027 = 80"),
    );
    let path = history.sandbox.plan().join(PROGRAM);
    let clean = fs::read_to_string(&path).unwrap();
    history.git(&["merge", "--quiet", "--no-commit", "-s", "ours", "dua"]);
    let conflict = clean.replace(
        "targets = ",
        "<<<<<<< HEAD\ntargets = {}\n=======\ntargets = {}\n>>>>>>> dua\n#",
    );
    history.sandbox.write(PROGRAM, conflict);
    history.commit("Gabung dengan konflik");
    history
        .sandbox
        .write(PROGRAM, clean.replace("2027 = 75.5", "2027 = 80"));
    history.commit("Selesaikan konflik");
    let found = lines(&history, &["program:layanan-aduan"], "en");
    assert_eq!(found.matches("target raised").count(), 2, "{found}");
    assert_eq!(found.matches("cannot be read").count(), 1, "{found}");
}

#[test]
fn an_old_name_leads_to_the_history_of_what_it_became() {
    let history = moved();
    // Once more.
    let last = "opd/bpbd/programs/aduan.toml";
    let text = fs::read_to_string(history.sandbox.plan().join(MOVED)).unwrap();
    history.sandbox.write(last, text);
    remove(&history, MOVED);
    edit(
        &history,
        "chapters/pendahuluan.md",
        "program:aduan-warga",
        "program:aduan",
    );
    history.commit("Ganti id");
    let name = "Aduan yang dijawab dalam tiga hari";
    edit(&history, last, name, "Aduan yang dijawab");
    history.commit("Ganti nama indikator");
    let whole = lines(&history, &["program:aduan"], "en");
    assert_data_eq!(
        whole.as_str(),
        str![[r#"
2026-03-07 Tim Penyusun: GOV-01 Layanan aduan warga: measured in another way (indicator: Aduan yang dijawab [-dalam tiga hari-])
2026-03-06 Tim Penyusun: GOV-01 Layanan aduan warga: id changed (the same number, GOV-01; 100% alike; id: aduan-warga → aduan)
2026-03-05 Tim Penyusun: GOV-01 Layanan aduan warga: programme moved to another OPD (OPD: Dinas Komunikasi dan Informatika → Dinas Bencana)
2026-03-05 Tim Penyusun: GOV-01 Layanan aduan warga: id changed (the same number, GOV-01; 96% alike; id: layanan-aduan → aduan-warga)
2026-03-03 Tim Penyusun: GOV-01 Layanan aduan warga: budget raised (budget: Rp325,000,000 → Rp425,000,000 (+Rp100,000,000, +30.8%))
2026-03-02 Tim Penyusun: GOV-01 Layanan aduan warga: new programme (budget: – → Rp325,000,000)

"#]]
    );
    for (language, words) in [
        ("en", "is `program:aduan` now"),
        ("id", "kini bernama `program:aduan`"),
    ] {
        for old in ["program:layanan-aduan", "program:aduan-warga"] {
            let run = history.sandbox.run(&["log", old, "--language", language]);
            assert_eq!(run.stderr, format!("`{old}` {words}\n"));
            assert_eq!(lines(&history, &[old], "en"), whole);
        }
    }
    let own = lines(&history, &["indicator:aduan/Aduan yang dijawab"], "en");
    let old = format!("indicator:layanan-aduan/{name}");
    assert_eq!(lines(&history, &[&old], "en"), own);
    assert_eq!(own.lines().count(), 2, "{own}");
}

#[test]
fn days_ranges_and_counts_narrow_what_is_told() {
    let history = History::new();
    for (from, to) in [
        ("150", "160"),
        ("160", "170"),
        ("170", "180"),
        ("180", "190"),
    ] {
        let amount = |number: &str| format!("amount = {number}_000_000");
        edit(&history, PROGRAM, &amount(from), &amount(to));
        history.commit(to);
        history.git(&["tag", &format!("v{to}")]);
    }
    let days = |arguments: &[&str]| -> Vec<String> {
        let mut all = vec!["program:layanan-aduan"];
        all.extend(arguments);
        let found = lines(&history, &all, "en");
        let days = found.lines().map(|line| line[8..10].to_owned());
        days.collect()
    };
    assert_eq!(days(&[]), ["06", "05", "04", "03", "02"]);
    for (arguments, wanted) in [
        (vec!["--max-count", "2"], vec!["06", "05"]),
        (vec!["--max-count", "0"], vec![]),
        (vec!["--since", "2026-03-05"], vec!["06", "05"]),
        (vec!["--until", "2026-03-03"], vec!["03", "02"]),
        (
            vec!["--since=2026-03-03", "--until=2026-03-04"],
            vec!["04", "03"],
        ),
        (vec!["--since", "2026-03-05 10:00:00 +0900"], vec!["06"]),
        (vec!["--until", "2026-03-02T09:00:00+09:00"], vec!["02"]),
        (
            vec!["--since", "2026-03-03", "--max-count", "1"],
            vec!["06"],
        ),
        (vec!["v160..v180"], vec!["05", "04"]),
        (vec!["v170.."], vec!["06", "05"]),
        (vec!["v170"], vec!["04", "03", "02"]),
        (vec!["--from", "v160..v170"], vec!["04"]),
        (vec!["v180..v160"], vec![]),
    ] {
        assert_eq!(days(&arguments), wanted, "{arguments:?}");
    }
    for (language, wanted) in [
        (
            "id",
            "kesalahan: `kemarin dulu` pada `--since` bukan tanggal; tulis seperti 2026-01-31\n",
        ),
        (
            "en",
            "error: `kemarin dulu` of `--since` is no date; write it as 2026-01-31\n",
        ),
    ] {
        let run = history.sandbox.run(&[
            "log",
            "program:layanan-aduan",
            "--since",
            "kemarin dulu",
            "--language",
            language,
        ]);
        assert_eq!((run.status, run.stderr.as_str()), (2, wanted));
    }
}

#[test]
fn a_history_is_written_for_forges_and_machines() {
    let history = broken(
        |history| edit(history, PROGRAM, "summary = ", "ringkas = "),
        |history| edit(history, PROGRAM, "ringkas = ", "summary = "),
    );
    for (language, wanted) in [
        (
            "en",
            str![[r#"
## History of program:layanan-aduan

### 6 March 2026 · Tim Penyusun

Perbaiki dan naikkan · `[..]`

- GOV-01 Layanan aduan warga: budget raised (budget: Rp375,000,000 → Rp425,000,000 (+Rp50,000,000, +13.3%))

### 4 March 2026 · Tim Penyusun

Rusak · `[..]`

- /`program:layanan-aduan/` cannot be read, or not in full; what changed is told at the next revision in which it can

### 3 March 2026 · Tim Penyusun

Naikkan · `[..]`

- GOV-01 Layanan aduan warga: budget raised (budget: Rp325,000,000 → Rp375,000,000 (+Rp50,000,000, +15.4%))

### 2 March 2026 · Tim Penyusun

Begin the plan · `[..]`

- GOV-01 Layanan aduan warga: new programme (budget: – → Rp325,000,000)

"#]],
        ),
        (
            "id",
            str![[r#"
## Riwayat program:layanan-aduan

### 6 Maret 2026 · Tim Penyusun

Perbaiki dan naikkan · `[..]`

- GOV-01 Layanan aduan warga: anggaran naik (anggaran: Rp375.000.000 → Rp425.000.000 (+Rp50.000.000, +13,3%))

### 4 Maret 2026 · Tim Penyusun

Rusak · `[..]`

- /`program:layanan-aduan/` tidak dapat dibaca, seluruhnya atau sebagian; yang berubah ditampilkan pada revisi berikutnya yang dapat dibaca

### 3 Maret 2026 · Tim Penyusun

Naikkan · `[..]`

- GOV-01 Layanan aduan warga: anggaran naik (anggaran: Rp325.000.000 → Rp375.000.000 (+Rp50.000.000, +15,4%))

### 2 Maret 2026 · Tim Penyusun

Begin the plan · `[..]`

- GOV-01 Layanan aduan warga: program baru (anggaran: – → Rp325.000.000)

"#]],
        ),
    ] {
        let run = history.sandbox.run(&[
            "log",
            "program:layanan-aduan",
            "--format",
            "markdown",
            "--language",
            language,
        ]);
        assert_data_eq!(run.stdout, wanted);
    }
    let run = history.sandbox.run(&[
        "log",
        "program:layanan-aduan",
        "--format",
        "json",
        "--language",
        "en",
    ]);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let schema = history.sandbox.run(&["schema", "log"]).stdout;
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    jsonschema::validate(&schema, &document).unwrap();
    assert_eq!(document["asked"], "program:layanan-aduan");
    assert_eq!(document["subject"], "program:layanan-aduan");
    let revisions = document["revisions"].as_array().unwrap();
    let kinds: Vec<Vec<&str>> = revisions
        .iter()
        .map(|one| {
            let all = one["changes"].as_array().unwrap().iter();
            let all = all.chain(one["remarks"].as_array().unwrap());
            all.map(|one| one["kind"].as_str().unwrap()).collect()
        })
        .collect();
    let wanted = [
        vec!["budget-raised"],
        vec!["entry-unread"],
        vec!["budget-raised"],
        vec!["program-added"],
    ];
    assert_eq!(kinds, wanted);
    assert_eq!(revisions[0]["date"], "2026-03-06T09:00:00+09:00");
    assert_eq!(revisions[0]["subject"], "Perbaiki dan naikkan");
    assert_eq!(
        revisions[0]["changes"][0]["after"]["file"],
        format!("plan/{PROGRAM}")
    );
}

#[test]
fn an_author_is_named_in_the_encoding_of_the_commit() {
    let history = History::new();
    edit(&history, PROGRAM, CLEAN, "amount = 200_000_000");
    history.git(&["config", "i18n.commitEncoding", "ISO-8859-1"]);
    history.git(&["add", "--all"]);
    history.git(&[
        "commit",
        "--quiet",
        "--author",
        "\u{c9}va <eva@contoh.id>",
        "--message",
        "Naik",
    ]);
    // Git writes the bytes that it was given, which are UTF-8, and says that they are of
    // that encoding; it shows them so itself.
    let commit = history.git(&["cat-file", "commit", "HEAD"]);
    assert!(commit.contains("encoding ISO-8859-1"), "{commit}");
    let found = lines(
        &history,
        &["program:layanan-aduan", "--max-count", "1"],
        "en",
    );
    assert!(found.contains("Ã‰va: "), "{found}");
}

/// The old and the new values of a target, the first change first.
fn chain(history: &History) -> Vec<(String, String)> {
    let run = history
        .sandbox
        .run(&["log", "program:layanan-aduan", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let revisions = document["revisions"].as_array().unwrap().iter().rev();
    let changes = revisions.flat_map(|one| one["changes"].as_array().unwrap());
    let values = changes.flat_map(|one| one["values"].as_array().unwrap());
    let own = values.filter(|one| one["path"].as_str().unwrap().ends_with("targets.2026"));
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    own.map(|one| (text(&one["before"]), text(&one["after"])))
        .collect()
}

#[test]
fn whatever_breaks_in_between_each_value_leads_to_the_next() {
    const BREAKS: [(&str, &str, &str); 4] = [
        (PROGRAM, "summary = ", "ringkas = "),
        ("plan.toml", "city = ", "city = = "),
        ("pillars/governance/pillar.toml", "code = ", "code = = "),
        (PROGRAM, "175_000_000", "\"banyak\""),
    ];
    for seed in 0..6_usize {
        let history = History::new();
        let (mut target, mut broken, mut away) = (60, [false; 4], false);
        for step in 0..14_usize {
            let chosen = (seed * 7 + step * step * 3 + step * (seed + 2)) % 9;
            let last = step > 11;
            if away && (last || chosen == 8) {
                history.git(&["mv", "simpan", "plan"]);
                away = false;
            } else if chosen == 8 {
                history.git(&["mv", "plan", "simpan"]);
                away = true;
            }
            if !away {
                for (at, (path, clean, broke)) in BREAKS.iter().enumerate() {
                    let turns = chosen == at || (last && broken[at]);
                    match (turns, broken[at]) {
                        (true, true) => edit(&history, path, broke, clean),
                        (true, false) if !last => edit(&history, path, clean, broke),
                        _ => continue,
                    }
                    broken[at] = !broken[at];
                }
                if chosen > 2 {
                    let new = target + 1 + chosen;
                    let said = |target: usize| format!("2026 = {target},");
                    edit(&history, PROGRAM, &said(target), &said(new));
                    target = new;
                }
            }
            history.commit(&format!("Langkah {step}"));
        }
        let chain = chain(&history);
        let (first, rest) = chain.split_first().unwrap();
        assert_eq!(
            first,
            &(String::new(), "60".to_owned()),
            "{seed}: {chain:?}"
        );
        let mut known = "60";
        for (before, after) in rest {
            assert_eq!(before, known, "{seed}: {chain:?}");
            known = after;
        }
        assert_eq!(known, target.to_string(), "{seed}: {chain:?}");
    }
}

#[test]
fn what_stands_beside_an_entry_that_cannot_be_read_is_told_as_ever() {
    const REGISTRY: &str = "registry/uji.toml";
    let history = History::new();
    let text = "[[law]]\nid = \"uu-9-2020\"\nkind = \"uu\"\nnumber = \"9\"\nyear = 2020\n\
                title = \"Satu\"\n\n[[law]]\nid = \"uu-8-2020\"\nkind = \"uu\"\nnumber = \"8\"\n\
                year = 2020\ntitle = \"Dua\"\n";
    history.sandbox.write(REGISTRY, text);
    history.commit("Hukum");
    history
        .sandbox
        .write(REGISTRY, text.replacen("\"uu\"", "\"entah\"", 1));
    history.commit("Rusak");
    let mended = text.replace("Satu", "Tiga").replace("Dua", "Empat");
    history.sandbox.write(REGISTRY, mended);
    history.commit("Perbaiki");
    let told = |subject: &str| {
        let found = lines(&history, &[subject], "en");
        let days = found.lines().map(|line| line[8..10].to_owned());
        days.collect::<Vec<_>>()
    };
    assert_eq!(told("law:uu-9-2020"), ["05", "04", "03"]);
    assert_eq!(told("law:uu-8-2020"), ["05", "03"]);
}
