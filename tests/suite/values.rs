//! Values, keys and words as people with Excel and Word write them: what is said of each,
//! and that what is offered in its place is taken.

use std::fs;

use ambonplan::finding::{Finding, Hint};
use ambonplan::language::{Catalogue, Language};
use ambonplan::project::{self, Project};

use crate::sandbox::{Sandbox, without_placeholders};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";
const OPD: &str = "opd/diskominfo/opd.toml";
const PLAN: &str = "plan.toml";

/// A plan in which a line of a file reads otherwise.
fn written(path: &str, from: &str, to: &str) -> (Sandbox, Project) {
    let sandbox = Sandbox::new();
    let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}");
    sandbox.write(path, text.replacen(from, to, 1));
    let project = project::load(&sandbox.plan(), &without_placeholders()).unwrap();
    (sandbox, project)
}

/// The errors of a plan.
fn errors(project: &Project) -> Vec<&Finding> {
    let all = project.findings.sorted(&project.tree).into_iter();
    all.filter(|finding| finding.rule.code != "STR019")
        .collect()
}

/// What is said of a finding: the code, the message and the hint.
fn told(finding: &Finding, language: Language) -> String {
    let catalogue = Catalogue::new(language);
    let message = catalogue.text(&finding.message);
    let hint = finding.hint.as_ref().map(Hint::words);
    let hint = hint.map_or_else(String::new, |hint| catalogue.text(&hint));
    format!("{} {message}; {hint}", finding.rule.code)
}

/// Replaces a part of a file, and expects one finding with these words.
fn assert_told(language: Language, cases: &[(&str, &str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (path, from, to, words) in cases {
        let (_sandbox, project) = written(path, from, to);
        let told: Vec<String> = errors(&project)
            .iter()
            .map(|finding| told(finding, language))
            .collect();
        if told != [*words] {
            wrong.push(format!("{to}\n  {}\n  {words}", told.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_mistaken_value_is_explained_in_indonesian() {
    let amount = "amount = 150_000_000";
    let start = "start = 2026-07-01";
    let year = "year = 2026\nsource";
    let target = "targets = { 2026 = 60,";
    let title = "title = \"Layanan aduan warga\"";
    assert_told(
        Language::Indonesian,
        &[
            (
                PROGRAM,
                amount,
                "amount = 1.250.000.000,00",
                "STR007 ini bukan TOML yang sah: `1.250.000.000,00` bukan jumlah dalam rupiah bulat; tulis `amount = 1_250_000_000`",
            ),
            (
                PROGRAM,
                amount,
                "amount = \"Rp 1.250.000,-\"",
                "STR008 yang diharapkan jumlah dalam rupiah bulat, yang ditemukan teks; tulis tanpa tanda petik dan tanpa pemisah selain `_`: `1_250_000`",
            ),
            (
                PROGRAM,
                amount,
                "amount = 150.000",
                "STR008 yang diharapkan jumlah dalam rupiah bulat, yang ditemukan bilangan desimal; maksudnya `150_000` atau `150`? (titik atau koma di sini dapat berarti ribuan atau desimal)",
            ),
            (
                PROGRAM,
                amount,
                "amount = 1.25E+09",
                "STR008 yang diharapkan jumlah dalam rupiah bulat, yang ditemukan bilangan desimal; maksudnya `1_250_000_000`? (Excel menyingkat bilangan panjang; periksa angka aslinya)",
            ),
            (
                PROGRAM,
                amount,
                "amount = banyak",
                "STR007 ini bukan TOML yang sah: `banyak` bukan jumlah dalam rupiah bulat; tulis seperti `amount = 150_000_000`",
            ),
            (
                PROGRAM,
                amount,
                "amount = \"banyak\"",
                "STR008 yang diharapkan jumlah dalam rupiah bulat, yang ditemukan teks; tulis jumlah dalam rupiah bulat di sini, misalnya `150_000_000`",
            ),
            (
                PROGRAM,
                start,
                "start = \"1/9/2026\"",
                "STR008 yang diharapkan tanggal, yang ditemukan teks; maksudnya `2026-09-01` atau `2026-01-09`? (hari lebih dahulu 1 September 2026, bulan lebih dahulu 9 Januari 2026)",
            ),
            (
                PROGRAM,
                start,
                "start = \"1 September 2026\"",
                "STR008 yang diharapkan tanggal, yang ditemukan teks; tulis tanpa tanda petik: `2026-09-01`",
            ),
            (
                PROGRAM,
                start,
                "start = 46204",
                "STR008 yang diharapkan tanggal, yang ditemukan bilangan bulat; maksudnya `2026-07-01`? (46204 adalah nomor tanggal Excel)",
            ),
            (
                PROGRAM,
                year,
                "year = \"TA 2026\"\nsource",
                "STR008 yang diharapkan tahun, yang ditemukan teks; tulis tanpa tanda petik: `2026`",
            ),
            (
                PROGRAM,
                year,
                "year = 2026/2027\nsource",
                "STR007 ini bukan TOML yang sah: `2026/2027` bukan tahun; maksudnya `year = 2026` atau `year = 2027`? (di sini hanya satu yang dapat ditulis)",
            ),
            (
                PROGRAM,
                target,
                "targets = { 2026 = 60,5,",
                "STR007 ini bukan TOML yang sah: `60,5` bukan bilangan; tulis `targets = { 2026 = 60.5, 2027 = 75.5 }`",
            ),
            (
                PROGRAM,
                target,
                "targets = { 2026 = \"60%\",",
                "STR008 yang diharapkan bilangan, yang ditemukan teks; tulis `60` (tanpa tanda persen: itu bagian dari satuan)",
            ),
            (
                PROGRAM,
                target,
                "targets = { \"TA 2026\" = 60,",
                "STR011 `TA 2026` bukan tahun; tulis `2026`",
            ),
            (
                PROGRAM,
                title,
                "title = “Layanan aduan”",
                "STR007 ini bukan TOML yang sah: `“` bukan tanda petik TOML; Word dan aplikasi lain menggantinya sendiri; tulis `title = \"Layanan aduan\"`",
            ),
            (
                PROGRAM,
                title,
                "title = \"Layanan \"aduan\" warga\"",
                "STR007 ini bukan TOML yang sah: di dalam teks ada tanda petik yang sama dengan yang mengapitnya; tulis `title = 'Layanan \"aduan\" warga'`",
            ),
            (
                PROGRAM,
                title,
                "title: \"Layanan\"",
                "STR007 ini bukan TOML yang sah: kunci dan nilai dipisahkan `=`, bukan `:`; tulis `title = \"Layanan\"`",
            ),
            (
                PROGRAM,
                title,
                "judul = \"Layanan\"",
                "STR009 kunci `judul` tidak dikenal; maksudnya `title`?",
            ),
            (
                PROGRAM,
                title,
                "// catatan\ntitle = \"Layanan\"",
                "STR007 ini bukan TOML yang sah: catatan diawali `#`, bukan `//`; tulis `# catatan`",
            ),
            (
                PROGRAM,
                title,
                "title = \"A\"\ntitle = \"Layanan\"",
                "STR007 ini bukan TOML yang sah: kunci ini sudah ada; hapus salah satu `title`",
            ),
            (
                PROGRAM,
                "status = \"running\"",
                "status = \"berjalan\"",
                "STR011 `berjalan` tidak diperbolehkan di sini; tulis `\"running\"`",
            ),
            (
                PROGRAM,
                "quick-win = true",
                "quick-win = \"ya\"",
                "STR008 yang diharapkan `true` atau `false`, yang ditemukan teks; tulis tanpa tanda petik: `true`",
            ),
            (
                PROGRAM,
                "source = \"apbd-kota\"",
                "source = \"DAU\"",
                "MON003 tidak ada sumber dana `DAU`; tulis `\"dau\"`",
            ),
            (
                PROGRAM,
                "number = 1",
                "number = \"01\"",
                "STR008 yang diharapkan bilangan bulat, yang ditemukan teks; tulis tanpa tanda petik dan tanpa pemisah selain `_`: `1`",
            ),
            (
                PROGRAM,
                "[[indicator]]",
                "[indicator]",
                "STR008 yang diharapkan daftar tabel, yang ditemukan tabel; tulis namanya di dalam kurung siku ganda: `[[indicator]]`",
            ),
            (
                PROGRAM,
                "[[activity]]",
                "[[kegiatan]]",
                "STR009 kunci `kegiatan` tidak dikenal; maksudnya `[[activity]]`?",
            ),
            (
                PLAN,
                "period = { start = 2026, end = 2030 }",
                "period = \"2026-2030\"",
                "STR008 yang diharapkan tabel, yang ditemukan teks; tulis `{ start = 2026, end = 2030 }`",
            ),
            (
                OPD,
                "name = \"Sitti Rahma\"",
                "name = \"Sitti Rahma\"\nnip = 199001012015012001",
                "STR008 yang diharapkan teks, yang ditemukan bilangan bulat; tulis `\"199001012015012001\"`",
            ),
        ],
    );
}

#[test]
fn each_mistaken_value_is_explained_in_english() {
    let amount = "amount = 150_000_000";
    assert_told(
        Language::English,
        &[
            (
                PROGRAM,
                amount,
                "amount = 1,250,000,000.00",
                "STR007 this is not valid TOML: `1,250,000,000.00` is not an amount in whole rupiah; write `amount = 1_250_000_000`",
            ),
            (
                PROGRAM,
                amount,
                "amount = \"150 juta\"",
                "STR008 expected an amount in whole rupiah, found text; write it without quotation marks and separators other than `_`: `150_000_000`",
            ),
            (
                PROGRAM,
                amount,
                "amount = 150.000",
                "STR008 expected an amount in whole rupiah, found a decimal number; did you mean `150_000` or `150`? (a point or comma here can separate thousands or decimals)",
            ),
            (
                PROGRAM,
                "start = 2026-07-01",
                "start = 1-9-2026",
                "STR007 this is not valid TOML: `1-9-2026` is not a date; did you mean `start = 2026-09-01` or `start = 2026-01-09`? (with the day first 1 September 2026, with the month first 9 January 2026)",
            ),
            (
                PROGRAM,
                "end = 2027-06-30",
                "end = \"Juni 2027\"",
                "STR008 expected a date, found text; did you mean `2027-06-30`? (the day is not named)",
            ),
            (
                PROGRAM,
                "title = \"Layanan aduan warga\"",
                "title = Layanan aduan",
                "STR007 this is not valid TOML: text stands between quotation marks; write `title = \"Layanan aduan\"`",
            ),
            (
                PROGRAM,
                "title = \"Layanan aduan warga\"",
                "judul = \"Layanan\"",
                "STR009 unknown key `judul`; did you mean `title`?",
            ),
            (
                PROGRAM,
                "source = \"apbd-kota\"",
                "source = \"Dana Desa\"",
                "MON003 there is no funding source `Dana Desa`; write `\"dana-desa\"`",
            ),
        ],
    );
}

/// A key of the programme that stands below one of its tables.
#[test]
fn a_key_below_the_wrong_table_is_to_be_moved() {
    let summary = "summary = \"Satu pintu untuk setiap aduan, dijawab dalam hitungan hari.\"\n";
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, summary, "");
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    sandbox.write(PROGRAM, format!("{text}{summary}"));
    let project = project::load(&sandbox.plan(), &without_placeholders()).unwrap();
    let found = errors(&project);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        told(found[0], Language::Indonesian),
        "STR009 di sini kunci `summary` menjadi bagian `indicator`; pindahkan barisnya ke atas tabel pertama dalam berkas ini"
    );
    let first = found[0].related.first().unwrap();
    assert_eq!(&text[first.span.range()], "[[activity]]");
}

#[test]
fn a_key_of_another_table_is_named_with_it() {
    assert_told(
        Language::Indonesian,
        &[
            (
                PROGRAM,
                "number = 1",
                "number = 1\namount = 5",
                "STR009 kunci `amount` tidak dikenal; tulis `amount` di bawah `[[budget]]`",
            ),
            (
                OPD,
                "abbreviation =",
                "nip = \"199001012015012001\"\nabbreviation =",
                "STR009 kunci `nip` tidak dikenal; tulis `nip` di bawah `[head]`",
            ),
        ],
    );
}

/// A key by another name, with a value that is none either, is one mistake.
#[test]
fn a_key_and_its_value_are_mended_together() {
    assert_told(
        Language::Indonesian,
        &[
            (
                PROGRAM,
                "amount = 150_000_000",
                "jumlah = \"Rp 150.000.000\"",
                "STR009 kunci `jumlah` tidak dikenal; tulis `amount = 150_000_000`",
            ),
            (
                PROGRAM,
                "direction = \"up\"",
                "arah = \"naik\"",
                "STR009 kunci `arah` tidak dikenal; tulis `direction = \"up\"`",
            ),
            (
                PLAN,
                "period = { start = 2026, end = 2030 }",
                "periode = \"2026-2030\"",
                "STR009 kunci `periode` tidak dikenal; tulis `period = { start = 2026, end = 2030 }`",
            ),
            (
                PROGRAM,
                "amount = 150_000_000",
                "anggaran: Rp 150.000.000",
                "STR007 ini bukan TOML yang sah: `Rp 150.000.000` bukan jumlah dalam rupiah bulat; tulis `amount = 150_000_000`",
            ),
        ],
    );
}

/// What only follows from one mistake is not told.
#[test]
fn one_mistake_is_told_once() {
    for (path, from, to) in [
        (PROGRAM, "[[budget]]", "budget:"),
        (PROGRAM, "[[budget]]", "[budget"),
        (OPD, "[head]", "head:"),
        (OPD, "[head]", "[[head]]"),
        (OPD, "[head]", "[kepala]"),
        (PROGRAM, "unit =", "satuan ="),
        (PROGRAM, "title =", "Nama Program ="),
        (
            PROGRAM,
            "targets = { 2026 = 60, 2027 = 75.5 }",
            "targets = [60, 75.5]",
        ),
    ] {
        let (_sandbox, project) = written(path, from, to);
        let told: Vec<String> = errors(&project)
            .iter()
            .map(|finding| told(finding, Language::English))
            .collect();
        assert_eq!(told.len(), 1, "{to}: {told:?}");
    }
}

/// What is offered, as it stands between backticks, without the key before it.
fn offered(finding: &Finding) -> Vec<String> {
    let words = finding.hint.as_ref().map(Hint::words);
    let words = words.map(|words| Catalogue::new(Language::English).text(&words));
    let words = words.unwrap_or_default();
    // What else is said stands in brackets.
    let hint = words
        .rsplit_once("? (")
        .map_or(words.as_str(), |(hint, _)| hint);
    let parts = hint.split('`').skip(1).step_by(2);
    parts
        .filter(|part| *part != "_")
        .map(str::to_owned)
        .collect()
}

/// Whatever is offered in place of a value, alone or with its key, is taken there.
#[test]
fn whatever_is_offered_is_taken() {
    let amounts = [
        "1.250.000.000,00",
        "1,250,000,000.00",
        "Rp 1.250.000.000,-",
        "Rp1.250.000",
        "IDR 5.000.000",
        "1,25 miliar",
        "150 juta",
        "150rb",
        "150 M",
        "1.25E+09",
        "(150.000)",
        "150.000",
        "150,000",
        "150.000.000,50",
        "0150000",
        "150 000 000",
        "dua ratus juta",
        "1.250 juta",
    ];
    let numbers = [
        "60,5",
        "60%",
        "60 %",
        "60,5 persen",
        "1.970",
        "2,870",
        "3 dokumen",
        "60-70",
        "<60",
        "≥ 60",
        "52 (2025)",
        "1.250,75",
    ];
    let dates = [
        "1/9/2026",
        "1 September 2026",
        "Sept 2026",
        "01-09-2026",
        "46204",
        "2026-07-01T08:00:00",
        "2026/07/01",
        "TW I 2027",
        "Senin, 7 September 2026",
        "31 Juni 2027",
        "2026",
        "1-Sep-26",
    ];
    let years = [
        "TA 2026",
        "2026/2027",
        "TW I 2026",
        "tahun 2026",
        "46204",
        "26",
        "2026-07-01",
    ];
    let truths = ["ya", "Tidak", "TRUE", "1", "0", "Yes"];
    let texts = [
        "“Layanan”",
        "„Layanan“",
        "«Layanan»",
        "‘Layanan’",
        "\"Layanan \"aduan\" warga\"",
        "\"Layanan",
        "Layanan aduan",
        "\"C:\\data\"",
        "7",
        "2.16",
        "2026-07-01",
        "[\"Layanan\"]",
        "\"Jum'at \"a\"\"",
    ];
    let lists = [
        "\"goal:layanan-publik\"",
        "goal:layanan-publik",
        "[goal:layanan-publik]",
        "[“goal:layanan-publik”]",
        "\"goal:layanan-publik\", \"policy:layanan-terpadu\"",
        "[\"goal:layanan-publik\" \"policy:layanan-terpadu\"]",
        "[\"tujuan:layanan-publik\"]",
    ];
    let tables = [
        "{ 2026: 60, 2027: 75 }",
        "{ 2026 = 60,5, 2027 = 75,5 }",
        "{ 2026 = 60; 2027 = 75 }",
        "\"2026: 60, 2027: 75\"",
        "{ \"TA 2026\" = 60, 2027 = 75 }",
        "{ 2026 = 60%, 2027 = 75% }",
    ];
    let words = ["berjalan", "Running", "\"berjalan\"", "“Berjalan”"];
    let kinds: [(&str, &str, &str, &[&str]); 9] = [
        ("amount", "amount = 150_000_000", "amount = ", &amounts),
        ("value", "value = 52", "value = ", &numbers),
        ("start", "start = 2026-07-01", "start = ", &dates),
        ("year", "year = 2026\n", "year = ", &years),
        ("quick-win", "quick-win = true", "quick-win = ", &truths),
        (
            "title",
            "title = \"Layanan aduan warga\"",
            "title = ",
            &texts,
        ),
        (
            "supports",
            "supports = [\"goal:layanan-publik\", \"policy:layanan-terpadu\"]",
            "supports = ",
            &lists,
        ),
        (
            "targets",
            "targets = { 2026 = 60, 2027 = 75.5 }",
            "targets = ",
            &tables,
        ),
        ("status", "status = \"running\"", "status = ", &words),
    ];
    let mut tried = 0;
    let mut wrong = Vec::new();
    for (key, from, begin, values) in kinds {
        let end = if from.ends_with('\n') { "\n" } else { "" };
        for value in values {
            let quoted = format!("'{value}'");
            let forms: &[&str] =
                if value.contains('\'') || ["title", "supports", "targets"].contains(&key) {
                    &[value]
                } else {
                    &[value, &quoted]
                };
            for form in forms {
                let (sandbox, project) = written(PROGRAM, from, &format!("{begin}{form}{end}"));
                let found = errors(&project);
                let broken = ["STR007", "STR008", "STR011", "MON002"];
                let broken: Vec<&&Finding> = found
                    .iter()
                    .filter(|one| broken.contains(&one.rule.code))
                    .collect();
                let [finding] = broken.as_slice() else {
                    // A date or a number that TOML takes as it is.
                    if !broken.is_empty() {
                        wrong.push(format!("{key} = {form}: {} findings", broken.len()));
                    }
                    continue;
                };
                let offers = offered(finding);
                if offers.is_empty() {
                    wrong.push(format!(
                        "{key} = {form}: {}",
                        told(finding, Language::English)
                    ));
                }
                for offer in offers {
                    tried += 1;
                    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
                    let range = finding.span.range();
                    let mended = format!("{}{offer}{}", &text[..range.start], &text[range.end..]);
                    sandbox.write(PROGRAM, mended);
                    let again = project::load(&sandbox.plan(), &without_placeholders()).unwrap();
                    let left: Vec<String> = errors(&again)
                        .iter()
                        .filter(|one| one.rule.code.starts_with("STR0"))
                        .map(|one| told(one, Language::English))
                        .collect();
                    if !left.is_empty() {
                        wrong.push(format!("{key} = {form}: {offer}: {left:?}"));
                    }
                    sandbox.write(PROGRAM, text);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 150, "{tried}");
}

/// What can be read in one way only is mended, and nothing else.
#[test]
fn only_what_has_one_reading_is_mended() {
    let mended = |from: &str, to: &str| {
        let (sandbox, _) = written(PROGRAM, from, to);
        sandbox.run(&["check", "--fix", "--allow", "placeholder"]);
        let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
        let begin = from.split('=').next().unwrap();
        let line = text.lines().find(|line| line.starts_with(begin));
        line.unwrap_or_default().to_owned()
    };
    let amount = "amount = 150_000_000";
    let title = "title = \"Layanan aduan warga\"";
    for (from, to, line) in [
        (amount, "amount = \"150000000\"", "amount = 150_000_000"),
        (
            amount,
            "amount = 1.250.000.000,00 # pagu",
            "amount = 1_250_000_000 # pagu",
        ),
        (amount, "jumlah = 150_000_000", "amount = 150_000_000"),
        (title, "title = “Layanan”", "title = \"Layanan\""),
        (title, "judul = \"Layanan\"", "title = \"Layanan\""),
        (title, "title: Layanan", "title = \"Layanan\""),
        (
            "status = \"running\"",
            "status = \"berjalan\"",
            "status = \"running\"",
        ),
        (
            "start = 2026-07-01",
            "start = \"1 Juli 2026\"",
            "start = 2026-07-01",
        ),
    ] {
        assert_eq!(mended(from, to), line, "{to}");
    }
    for (from, to) in [
        (amount, "amount = 150.000"),
        (amount, "amount = \"150.000\""),
        (amount, "amount = 1.25E+09"),
        (amount, "amount = \"150 M\""),
        ("start = 2026-07-01", "start = \"1/9/2026\""),
        ("start = 2026-07-01", "start = 46204"),
        ("source = \"apbd-kota\"", "source = \"Dana Kelurahan\""),
    ] {
        assert_eq!(mended(from, to), to);
    }
}

/// An id that does not exist is answered with those that are like it.
#[test]
fn the_nearest_ids_are_named() {
    let sandbox = Sandbox::new();
    for (arguments, words) in [
        (
            &["build", "--only", "program:layanan"][..],
            "there is no programme `layanan`; did you mean `layanan-aduan`?",
        ),
        (
            &["build", "--only", "opd:diskomnfo"],
            "there is no OPD `diskomnfo`; did you mean `diskominfo`?",
        ),
        (
            &["new", "program", "x", "--opd", "diskomnfo"],
            "did you mean `diskominfo`?",
        ),
        (
            &[
                "new",
                "program",
                "x",
                "--opd",
                "diskominfo",
                "--pillar",
                "govrnance",
            ],
            "there is no pillar `govrnance`",
        ),
    ] {
        let run = sandbox.run(&[arguments, &["--language", "en"]].concat());
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains(words), "{}", run.stderr);
    }
}

/// What was meant is said with the values that were written, once.
#[test]
fn each_mistaken_table_word_and_reference_is_one_finding() {
    let title = "title = \"Layanan aduan warga\"";
    let targets = "targets = { 2026 = 60, 2027 = 75.5 }";
    let status = "status = \"running\"";
    assert_told(
        Language::Indonesian,
        &[
            (
                PROGRAM,
                title,
                "[program]\ntitle = \"Layanan aduan warga\"",
                "STR009 `[program]` tidak diperlukan: kunci berkas ini ditulis langsung, tanpa nama tabel; hapus baris ini",
            ),
            (
                PROGRAM,
                title,
                "name = \"Layanan aduan warga\"",
                "STR009 kunci `name` tidak dikenal; maksudnya `title`?",
            ),
            (
                PROGRAM,
                targets,
                "targets = { 2026 = 1,200, 2027 = 1,500 }",
                "STR007 ini bukan TOML yang sah: `1,200` bukan bilangan; maksudnya `targets = { 2026 = 1.200, 2027 = 1.500 }` atau `targets = { 2026 = 1_200, 2027 = 1_500 }`? (titik atau koma di sini dapat berarti ribuan atau desimal)",
            ),
            (
                PROGRAM,
                targets,
                "targets = [60, 75.5]",
                "STR008 yang diharapkan tabel, yang ditemukan daftar; maksudnya `{ 2026 = 60, 2027 = 75.5 }`? (ganti tahunnya dengan tahun yang dimaksud)",
            ),
            (
                PROGRAM,
                targets,
                "targets:\n  2026: 60\n  2027: 75.5",
                "STR007 ini bukan TOML yang sah: tabel dalam satu baris diapit `{` dan `}`, isinya dipisahkan koma; tulis `targets = { 2026 = 60, 2027 = 75.5 }`",
            ),
            (
                PROGRAM,
                targets,
                "2026 = 60\n2027 = 75.5",
                "STR009 kunci `2026` tidak dikenal; tulis `targets = { 2026 = 60, 2027 = 75.5 }`",
            ),
            (
                PROGRAM,
                status,
                "status = \"jalan\"",
                "STR011 `jalan` tidak diperbolehkan di sini; tulis `\"running\"`",
            ),
            (
                PROGRAM,
                status,
                "status = \"xyz\"",
                "STR011 `xyz` tidak diperbolehkan di sini; tulis salah satu: proposed (usulan), approved (disetujui), running (berjalan), done (selesai), postponed (ditunda), cancelled (dibatalkan)",
            ),
            (
                PROGRAM,
                "pillar = \"governance\"",
                "pillar = \"Smart Governance\"",
                "STR015 tidak ada pilar `Smart Governance`; tulis `governance`: yang ditulis di sini id pilar, bukan namanya",
            ),
            (
                PROGRAM,
                "\"goal:layanan-publik\"",
                "\"layanan-publik\"",
                "STR011 `layanan-publik` tidak menyebut jenis yang dirujuk; tulis `\"goal:layanan-publik\"`",
            ),
            (
                PLAN,
                "front = [\"cover\",",
                "front = [\"sampul\",",
                "STR015 buku tidak punya bagian `sampul`; tulis `\"cover\"`",
            ),
            (
                PROGRAM,
                "start = 2026-07-01\nend = 2027-06-30",
                "start = 2027-06-30\nend = 2026-07-01",
                "TIM001 berakhir pada 1 Juli 2026, sebelum mulai pada 30 Juni 2027; tukar keduanya, atau perbaiki tahunnya",
            ),
        ],
    );
}

/// What a backslash, a comment, a mark or a sign too many made of a value.
#[test]
fn nothing_that_was_written_is_lost_or_changed() {
    let title = "title = \"Layanan aduan warga\"";
    let targets = "targets = { 2026 = 60, 2027 = 75.5 }";
    let supports = "supports = [\"goal:layanan-publik\", \"policy:layanan-terpadu\"]";
    let color = "color = \"#1d5b8f\"";
    let pillar = "pillars/governance/pillar.toml";
    let path = |escape: &str, meant: &str| {
        format!(
            "STR011 this looks like a path of Windows, but between double quotation marks `{escape}` is no backslash with a letter: it stands for another sign; did you mean `{meant}`?"
        )
    };
    let comment = |meant: &str| {
        format!(
            "STR007 this is not valid TOML: everything behind `#` is a comment, the closing bracket as well; did you mean {meant}?"
        )
    };
    let text = |written: &str| {
        format!("STR007 this is not valid TOML: `{written}` is not text; write `title = \"Aduan\"`")
    };
    let cases: Vec<(&str, &str, &str, String)> = vec![
        (PROGRAM, title, r#"title = "C:\temp\new""#, path("\\t", r"'C:\temp\new'")),
        (PROGRAM, title, r#"title = "D:\notulen""#, path("\\n", r"'D:\notulen'")),
        (
            PROGRAM,
            title,
            r#"title = "C:\rapat\foto Jum'at""#,
            path("\\r", r#""C:\\rapat\\foto Jum'at""#),
        ),
        (
            PROGRAM,
            targets,
            "targets = { 2026 = 60 # dari 52, 2027 = 75 }",
            comment("`targets = { 2026 = 60, 2027 = 75 } # dari 52` or `targets = { 2026 = 60 } # dari 52, 2027 = 75`"),
        ),
        (
            PROGRAM,
            targets,
            "targets = { 2026 = 60,5 # dari 52 }",
            comment("`targets = { 2026 = 60.5 } # dari 52`"),
        ),
        (
            PROGRAM,
            targets,
            "targets = { 2026 = #60, 2027 = 75 }",
            comment("`targets = { 2026 = 60, 2027 = 75 }`"),
        ),
        (
            PROGRAM,
            supports,
            "supports = [\"goal:layanan-publik\" # utama, \"policy:layanan-terpadu\"]",
            comment("`supports = [\"goal:layanan-publik\", \"policy:layanan-terpadu\"] # utama` or `supports = [\"goal:layanan-publik\"] # utama, \"policy:layanan-terpadu\"`"),
        ),
        (PROGRAM, title, "title = '''Aduan''", text("'''Aduan''")),
        (PROGRAM, title, "title = ''Aduan'''", text("''Aduan'''")),
        (PROGRAM, title, "title = \"\"\"Aduan\"\"", text("\"\"\"Aduan\"\"")),
        (
            pillar,
            color,
            "color = 1f5f8b",
            "STR007 this is not valid TOML: text stands between quotation marks; write `color = \"#1f5f8b\"`".to_owned(),
        ),
        (
            pillar,
            color,
            "color = \"1F5F8B\"",
            "STR011 `1F5F8B` is not a colour; write `\"#1F5F8B\"`".to_owned(),
        ),
        (
            pillar,
            color,
            "color = 123456",
            "STR008 expected text, found a whole number; write `\"#123456\"`".to_owned(),
        ),
        (
            pillar,
            color,
            "color = \"#fff\"",
            "STR011 `#fff` is not a colour; write `\"#ffffff\"`".to_owned(),
        ),
        (
            pillar,
            color,
            "color = \"rgb(29, 91, 143)\"",
            "STR011 `rgb(29, 91, 143)` is not a colour; write `\"#1d5b8f\"`".to_owned(),
        ),
        (
            pillar,
            color,
            "color = \"biru\"",
            "STR011 `biru` is not a colour; write red, green and blue as `#1d5b8f`".to_owned(),
        ),
        (
            PROGRAM,
            title,
            "---\ntitle = \"Layanan\"",
            "STR007 this is not valid TOML: a line that only divides others has no place in TOML; delete this line".to_owned(),
        ),
    ];
    let cases: Vec<(&str, &str, &str, &str)> = cases
        .iter()
        .map(|(path, from, to, words)| (*path, *from, *to, words.as_str()))
        .collect();
    assert_told(Language::English, &cases);
    // A path and a comment are left to the writer.
    for (from, to) in [
        (title, r#"title = "C:\temp\new""#),
        (title, r#"title = "C:\rapat\bahan""#),
        (targets, "targets = { 2026 = 60 # dari 52, 2027 = 75 }"),
        (title, "title = \"Layanan\" number = 3"),
        ("[[budget]]", "[[budget]] year = 2026"),
    ] {
        let (sandbox, _) = written(PROGRAM, from, to);
        sandbox.run(&["check", "--fix", "--allow", "placeholder"]);
        let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
        assert!(text.contains(to), "{text}");
    }
}

/// What stands in a line beside its key and its value.
#[test]
fn what_stands_beside_a_key_or_a_header_is_explained() {
    let title = "title = \"Layanan aduan warga\"";
    let amount = "amount = 150_000_000";
    let behind = "STR007 this is not valid TOML: behind the name of a table in brackets nothing else stands but a comment; ";
    let invisible = |code: &str| {
        format!(
            "STR007 this is not valid TOML: an invisible character ({code}) stands in this line; write `amount = 5`"
        )
    };
    let cases: Vec<(&str, &str, &str, String)> = vec![
        (PROGRAM, "[[budget]]", "[[budget]] tahun 2026", format!("{behind}did you mean `[[budget]] # tahun 2026`?")),
        (PROGRAM, "[[budget]]", "[[budget]];", format!("{behind}write `[[budget]]`")),
        (
            PROGRAM,
            "[[budget]]\nyear = 2026",
            "[[budget]] year = 2026",
            format!("{behind}write `[[budget]] ⏎ year = 2026`"),
        ),
        (OPD, "[head]", "[head] Budi", format!("{behind}did you mean `[head] # Budi`?")),
        (
            PROGRAM,
            "[[budget]]",
            "- [[budget]]",
            "STR007 this is not valid TOML: the name of a table stands in brackets, in two on each side if there may be several; write `[[budget]]`".to_owned(),
        ),
        (
            PROGRAM,
            "[[budget]]",
            "budget:",
            "STR007 this is not valid TOML: the name of a table stands in brackets, in two on each side if there may be several; write `[[budget]]`".to_owned(),
        ),
        (
            PROGRAM,
            amount,
            "jumlah (Rp) = 5",
            "STR007 this is not valid TOML: `jumlah` cannot be a key; write `amount = 5`".to_owned(),
        ),
        (
            PROGRAM,
            amount,
            "jumlah (juta rupiah) = 150",
            "STR007 this is not valid TOML: `150 juta` is not an amount in whole rupiah; did you mean `amount = 150_000_000`?".to_owned(),
        ),
        (
            PROGRAM,
            amount,
            "amount ＝ 5",
            "STR007 this is not valid TOML: `=` separates a key from its value, not `＝`; write `amount = 5`".to_owned(),
        ),
        (
            PROGRAM,
            amount,
            "amount = ５",
            "STR007 this is not valid TOML: `５` is not an amount in whole rupiah; write `amount = 5`".to_owned(),
        ),
        (PROGRAM, amount, "amount\u{200b} = 5", invisible("U+200B")),
        (PROGRAM, amount, "amount\u{a0}=\u{a0}5", invisible("U+00A0")),
        (PROGRAM, amount, "amount = 5\u{2028}", invisible("U+2028")),
        (PROGRAM, amount, "\u{feff}amount = 5", invisible("U+FEFF")),
        (
            PROGRAM,
            title,
            "title = \"Layanan\" (revisi)",
            "STR007 this is not valid TOML: text stands between quotation marks; did you mean `title = \"Layanan (revisi)\"` or `title = '\"Layanan\" (revisi)'`?".to_owned(),
        ),
        (
            PROGRAM,
            "title = \"Layanan aduan warga\"\nnumber = 1",
            "title = \"Layanan\" number = 1",
            "STR007 this is not valid TOML: each line holds one key and its value; write `title = \"Layanan\" ⏎ number = 1`".to_owned(),
        ),
        (
            PROGRAM,
            "year = 2026\nsource = \"apbd-kota\"\namount = 150_000_000",
            "2026 = 150_000_000\nsource = \"apbd-kota\"",
            "STR009 unknown key `2026`; write `year = 2026`, and below it `amount = 150_000_000`".to_owned(),
        ),
    ];
    let cases: Vec<(&str, &str, &str, &str)> = cases
        .iter()
        .map(|(path, from, to, words)| (*path, *from, *to, words.as_str()))
        .collect();
    assert_told(Language::English, &cases);
}

/// What Excel shows without a value, ratios, days with a place, and what says that there
/// is nothing.
#[test]
fn values_from_letters_and_cells_are_explained() {
    let amount = "amount = 150_000_000";
    let start = "start = 2026-07-01";
    let program = fs::read_to_string(Sandbox::new().plan().join(PROGRAM)).unwrap();
    let mut lines = program.lines();
    let baseline = lines.find(|line| line.starts_with("baseline")).unwrap();
    let supports = "supports = [\"goal:layanan-publik\", \"policy:layanan-terpadu\"]";
    let excel = "comes from Excel and is no value: write the value itself";
    let partners = |value: &str| format!("{supports}\npartners = {value}");
    let nothing = "if there is no value yet, leave it out";
    let cases: Vec<(&str, &str, String, String)> = vec![
        (PROGRAM, amount, "amount = \"#REF!\"".into(), format!("STR008 expected an amount in whole rupiah, found text; `#REF!` {excel}")),
        (PROGRAM, amount, "amount = #N/A".into(), format!("STR007 this is not valid TOML: `#N/A` is not an amount in whole rupiah; `#N/A` {excel}")),
        (PROGRAM, amount, "amount = \"########\"".into(), format!("STR008 expected an amount in whole rupiah, found text; `########` {excel}")),
        (PROGRAM, amount, "amount = \"=SUM(A1:A3)\"".into(), format!("STR008 expected an amount in whole rupiah, found text; `=SUM(A1:A3)` {excel}")),
        (PROGRAM, start, "start = \"#REF!\"".into(), format!("STR008 expected a date, found text; `#REF!` {excel}")),
        (
            PROGRAM,
            start,
            "start = \"Ambon, Senin 7 September 2026\"".into(),
            "STR008 expected a date, found text; write it without quotation marks: `2026-09-07`".into(),
        ),
        (
            PROGRAM,
            start,
            "start = \"Kota Ambon, 7 September 2026\"".into(),
            "STR008 expected a date, found text; write it without quotation marks: `2026-09-07`".into(),
        ),
        (
            PROGRAM,
            baseline,
            "baseline = { year = 2026, value = \"33,5‰\" }".into(),
            "STR008 expected a number, found text; did you mean `33.5`? (the number alone, without the unit)".into(),
        ),
        (
            PROGRAM,
            baseline,
            "baseline = { year = 2026, value = \"2 dari 5\" }".into(),
            "STR008 expected a number, found text; did you mean `0.4` or `40`? (one number is wanted here)".into(),
        ),
        (
            PROGRAM,
            baseline,
            "baseline = \"1/3 (2025)\"".into(),
            "STR008 expected a table, found text; one number is wanted here".into(),
        ),
        (PROGRAM, supports, partners("\"-\""), format!("STR008 expected a list, found text; {nothing}")),
        (PROGRAM, supports, partners("[\"-\"]"), format!("STR011 `-` does not say what kind of thing it refers to; {nothing}")),
        (
            PROGRAM,
            supports,
            partners("\"Bappeda\""),
            "STR008 expected a list, found text; write a list here, such as `[\"opd:…\"]`".into(),
        ),
        (
            PROGRAM,
            "\"goal:layanan-publik\"",
            "\"goal: layanan-publik\"".into(),
            "STR015 there is no goal ` layanan-publik`; write `\"goal:layanan-publik\"`".into(),
        ),
    ];
    let cases: Vec<(&str, &str, &str, &str)> = cases
        .iter()
        .map(|(path, from, to, words)| (*path, *from, to.as_str(), words.as_str()))
        .collect();
    assert_told(Language::English, &cases);
}

/// A file of another form is one mistake.
#[test]
fn a_whole_file_of_another_form_is_told_once() {
    let text = fs::read_to_string(Sandbox::new().plan().join(PROGRAM)).unwrap();
    for (file, words) in [
        (
            format!("```toml\n{text}```\n"),
            "STR007 this is not valid TOML: the whole file stands in a block of code of Markdown; delete the lines with ```",
        ),
        (
            "{\n  \"title\": \"Layanan\",\n  \"number\": 1\n}\n".to_owned(),
            "STR007 this is not valid TOML: the file is JSON; write each key on a line of its own, without braces and commas: `title = \"Layanan\"` in place of `\"title\": \"Layanan\"`",
        ),
        (
            "title;number;pillar\nLayanan;1;governance\n".to_owned(),
            "STR007 this is not valid TOML: the file is a table in lines, such as CSV of Excel; write each row into a file of its own, each cell on a line with its key: `title = \"Layanan\"`",
        ),
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(PROGRAM, &file);
        let project = project::load(&sandbox.plan(), &without_placeholders()).unwrap();
        let found = errors(&project);
        let of_syntax = found
            .iter()
            .filter(|finding| finding.rule.code.starts_with("STR0"));
        let told: Vec<String> = of_syntax
            .map(|finding| told(finding, Language::English))
            .collect();
        assert_eq!(told, [words], "{file}");
    }
    let sandbox = Sandbox::new();
    sandbox.write(PROGRAM, format!("```toml\n{text}```\n"));
    sandbox.run(&["check", "--fix", "--allow", "placeholder"]);
    let after = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    assert_eq!(after.trim_end(), text.trim_end());
}

/// A header that names a table of the file by another name is not taken out, and a number
/// in place of an id is not made one.
#[test]
fn what_may_be_another_table_or_id_is_left_alone() {
    let registry = "registry/rpjmd.toml";
    let text = fs::read_to_string(Sandbox::new().plan().join(registry)).unwrap();
    let mission = text.lines().find(|line| line.starts_with("mission = "));
    let numbered = text.replacen(mission.unwrap(), "misi = 1", 1);
    for (path, text) in [
        (OPD, "[kepala]\nname = \"Budi\"\n"),
        (OPD, "[haed]\nname = \"Budi\"\n"),
        (registry, &numbered),
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(path, text);
        sandbox.run(&["check", "--fix", "--allow", "placeholder"]);
        let after = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        assert_eq!(after, text);
    }
}

#[test]
fn a_sentence_in_place_of_a_list_is_offered_as_both_readings() {
    assert_told(
        Language::Indonesian,
        &[
            (
                OPD,
                "kind = ",
                "fields = \"Komunikasi, Statistik dan Persandian\"\nkind = ",
                "STR008 yang diharapkan daftar, yang ditemukan teks; maksudnya \
                 `[\"Komunikasi\", \"Statistik\", \"Persandian\"]` atau \
                 `[\"Komunikasi\", \"Statistik dan Persandian\"]`?",
            ),
            (
                PROGRAM,
                "supports = [",
                "districts = \"Kecamatan Hulu & Hilir\"\nsupports = [",
                "STR008 yang diharapkan daftar, yang ditemukan teks; maksudnya \
                 `[\"Kecamatan Hulu\", \"Hilir\"]` atau `[\"Kecamatan Hulu & Hilir\"]`?",
            ),
        ],
    );
}

/// Two programmes pasted into one file are one mistake, wherever the first one ends.
#[test]
fn a_second_entry_in_a_file_is_one_finding() {
    let sandbox = Sandbox::new();
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    let project = |text: &str| {
        sandbox.write(PROGRAM, text);
        project::load(&sandbox.plan(), &without_placeholders()).unwrap()
    };
    let keys = text.split("[[activity]]").next().unwrap();
    for second in [text.as_str(), keys] {
        let second = second.replace("Pembukaan", "Penutupan");
        let project = project(&format!("{text}\n{second}"));
        let told: Vec<String> = errors(&project)
            .iter()
            .map(|finding| told(finding, Language::Indonesian))
            .collect();
        assert_eq!(
            told,
            [
                "STR009 di sini, dengan `title`, tampaknya mulai entri kedua, sedangkan setiap berkas \
              memuat satu entri; pindahkan semua mulai baris ini ke berkas sendiri"
            ]
        );
    }
}

/// A file of YAML is mended line by line: each line is a mistake of its own, and no text of
/// one runs into the next.
#[test]
fn a_file_of_yaml_becomes_toml() {
    let sandbox = Sandbox::new();
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    let keys = text.split("\n[[").next().unwrap();
    let project = |text: &str| {
        sandbox.write(PROGRAM, text);
        project::load(&sandbox.plan(), &without_placeholders()).unwrap()
    };
    let yaml = text.replace(keys, &keys.replace(" = ", ": "));
    let project = project(&yaml);
    let found = errors(&project);
    assert_eq!(found.len(), keys.lines().count());
    assert_eq!(
        told(found[0], Language::Indonesian),
        "STR007 ini bukan TOML yang sah: kunci dan nilai dipisahkan `=`, bukan `:`; tulis \
         `title = \"Layanan aduan warga\"`"
    );
    let mended = project.mended(&without_placeholders());
    assert_eq!(mended.len(), 1);
    assert_eq!(mended[0].after, text);
}

/// What stands below a header or behind a key with dots is no value that could be written
/// otherwise: nothing is made of the header, of the key, or of a table.
#[test]
fn nothing_is_made_of_a_key_or_a_header() {
    const CHAPTER: &str = "chapters/pendahuluan.md";
    let text = "write text here, such as `\"…\"`";
    let expression = "write text here, such as `\"quick-win\"`";
    let list = "write a list here, such as `[\"…\"]`";
    let mut wrong = Vec::new();
    for (path, key, line, hint) in [
        (PROGRAM, "title", "title.x = \"a\"", text),
        (PROGRAM, "title", "title = { a = 1 }", text),
        (PROGRAM, "title", "title = [{ a = 1 }]", text),
        (PROGRAM, "title", "title = [[\"a\"]]", text),
        (PROGRAM, "summary", "summary.text = \"abc\"", text),
        (PROGRAM, "summary", "[summary]\nx = \"a\"", text),
        (PROGRAM, "pillar", "[pillar]\nx = \"a\"", text),
        (PROGRAM, "also", "also.x = \"a\"", list),
        (PROGRAM, "also", "also = { a = 1 }", list),
        (PROGRAM, "also", "[also]\nx = \"a\"", list),
        (OPD, "name", "[name]\nx = \"a\"", text),
        (OPD, "name", "[[name]]\nx = \"a\"", text),
        (PLAN, "title", "[title]\nx = \"a\"", text),
        (CHAPTER, "caption", "caption = { a = 1 }", text),
        (CHAPTER, "caption", "where.x = 5", expression),
    ] {
        let sandbox = Sandbox::new();
        let kept = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        let is_other = |line: &&str| !line.starts_with(&format!("{key} = "));
        let kept: Vec<&str> = kept.lines().filter(is_other).collect();
        let kept = kept.join("\n");
        let before = match path {
            CHAPTER => kept.replace("show = \"rpjmd\"", &format!("show = \"programs\"\n{line}")),
            _ if line.starts_with('[') => format!("{kept}\n\n{line}\n"),
            _ => format!("{line}\n{kept}"),
        };
        sandbox.write(path, &before);
        let project = project::load(&sandbox.plan(), &without_placeholders()).unwrap();
        let all = errors(&project).into_iter();
        let told: Vec<String> = all.map(|one| told(one, Language::English)).collect();
        let is_so = |told: &&String| told.starts_with("STR008") && told.ends_with(hint);
        if told.iter().filter(is_so).count() != 1 {
            wrong.push(format!("{line}\n  {}", told.join("\n  ")));
        }
        sandbox.run(&["check", "--fix", "--allow", "placeholder"]);
        let after = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        if after != before {
            wrong.push(format!("{line} becomes\n{after}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
