//! `ambonplan diff`, as its users see it.

use std::fs;

use saphyr::{LoadableYamlNode, Yaml};
use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::history::{History, files};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// A history in which the money, a target and the words of a programme changed.
fn changed() -> History {
    let history = History::new();
    let sandbox = &history.sandbox;
    let text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    let amount = text
        .lines()
        .find(|line| line.starts_with("amount"))
        .unwrap();
    sandbox.edit(PROGRAM, amount, "amount = 900_000_000");
    sandbox.edit(
        "chapters/pendahuluan.md",
        "mengapa kota",
        "mengapa dan untuk siapa kota",
    );
    history
}

#[test]
fn changes_are_told_with_sums_first() {
    let history = changed();
    let run = history.sandbox.run(&["diff", "--language", "id"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_data_eq!(
        run.stdout,
        str![[r#"
Perubahan rencana
  Sebelum: revisi 0.1 tanggal 24 November 2026 (HEAD, 6d74b6cdb4, 2 Maret 2026)
  Sesudah: revisi 0.1 tanggal 24 November 2026 (plan)
0 perlu keputusan, 1 perlu diperhatikan, 1 sekadar diketahui

Perlu keputusan (0) · breaking
  Tidak ada yang perlu diputuskan.

Perlu diperhatikan (1) · warning
  Ini mengubah isi rencana; lihat sebelum ditandatangani.
  anggaran naik: Kenaikan harus tersedia dananya.
    - GOV-01 Layanan aduan warga: anggaran: Rp325.000.000 → Rp1.075.000.000 (+Rp750.000.000, +230,8%)

Sekadar diketahui (1) · note
  Ini untuk dibaca; tidak ada yang perlu diputuskan.
  - narasi berubah: Pendahuluan. Narasi menjelaskan yang dijanjikan.

Harus ditandatangani kembali (1)
  Dinas Komunikasi dan Informatika: 1 perubahan pada programnya sejak ditandatangani

Anggaran seluruh rencana: Rp325.000.000 → Rp1.075.000.000 (+Rp750.000.000, +230,8%)

Anggaran dalam rupiah                   Sebelum        Sesudah       Selisih        %
Pilar
  Smart Governance                  325.000.000  1.075.000.000  +750.000.000  +230,8%
OPD
  Dinas Komunikasi dan Informatika  325.000.000  1.075.000.000  +750.000.000  +230,8%
Tahun
  2026                              150.000.000    900.000.000  +750.000.000  +500,0%
  tidak berubah (1)                 175.000.000    175.000.000             –
Sumber dana
  APBD Kota                         325.000.000  1.075.000.000  +750.000.000  +230,8%
Jumlah                              325.000.000  1.075.000.000  +750.000.000  +230,8%

Smart Governance · Dinas Komunikasi dan Informatika
  perlu diperhatikan[DIF007 budget-raised] GOV-01 Layanan aduan warga: anggaran naik
      anggaran: Rp325.000.000 → Rp1.075.000.000 (+Rp750.000.000, +230,8%)
      jumlah (2026 APBD Kota): Rp150.000.000 → Rp900.000.000
      --> plan/opd/diskominfo/programs/layanan-aduan.toml:20:10 (84fda3bbfdc1568e)

Bagian lain
  sekadar diketahui[DIF054 narrative-changed] Pendahuluan: narasi berubah
      ¶ Tulis di sini mengapa {+dan untuk siapa+} kota menyusun rencana ini dulu. Rujukan …
      --> plan/chapters/pendahuluan.md:5:1 (41f38ea54c08c495)

"#]]
    );
    let run = history
        .sandbox
        .run(&["diff", "--language", "en", "--format", "markdown"]);
    assert_data_eq!(
        run.stdout,
        str![[r#"
## What changed in the plan

- Before: revision 0.1 of 24 November 2026 (HEAD, 6d74b6cdb4, 2 March 2026)
- After: revision 0.1 of 24 November 2026 (plan)

**0 need a decision, 1 to be looked at, 1 for information**

### 🛑 Needs a decision (0) · breaking

There is nothing to decide.

### ⚠️ To be looked at (1) · warning

This changes what the plan says; look at it before signing.

- **budget raised**: The money must be there.
  - **GOV-01 Layanan aduan warga**: budget: Rp325,000,000 → Rp1,075,000,000 (+Rp750,000,000, +230.8%)

### ℹ️ For information (1) · note

This is to be read; there is nothing to decide.

- narrative changed: Pendahuluan. Narrative explains what is promised.

### To be signed again (1)

- Dinas Komunikasi dan Informatika: 1 change of its programmes since it was signed

Budget of the whole plan: Rp325,000,000 → Rp1,075,000,000 (+Rp750,000,000, +230.8%)

<details><summary>Budget in rupiah</summary>

| Pillar | Before | After | Change | % |
|---|--:|--:|--:|--:|
| Smart Governance | 325,000,000 | 1,075,000,000 | +750,000,000 | +230.8% |
| Total | 325,000,000 | 1,075,000,000 | +750,000,000 | +230.8% |

| OPD | Before | After | Change | % |
|---|--:|--:|--:|--:|
| Dinas Komunikasi dan Informatika | 325,000,000 | 1,075,000,000 | +750,000,000 | +230.8% |
| Total | 325,000,000 | 1,075,000,000 | +750,000,000 | +230.8% |

| Year | Before | After | Change | % |
|---|--:|--:|--:|--:|
| 2026 | 150,000,000 | 900,000,000 | +750,000,000 | +500.0% |
| unchanged (1) | 175,000,000 | 175,000,000 | – |  |
| Total | 325,000,000 | 1,075,000,000 | +750,000,000 | +230.8% |

| Source of funds | Before | After | Change | % |
|---|--:|--:|--:|--:|
| city budget | 325,000,000 | 1,075,000,000 | +750,000,000 | +230.8% |
| Total | 325,000,000 | 1,075,000,000 | +750,000,000 | +230.8% |

</details>

### Smart Governance · Dinas Komunikasi dan Informatika

- ⚠️ **GOV-01 Layanan aduan warga**: budget raised (`budget-raised`)
  - budget: Rp325,000,000 → Rp1,075,000,000 (+Rp750,000,000, +230.8%)
  - amount (2026 city budget): Rp150,000,000 → Rp900,000,000
  - <sub>plan/opd/diskominfo/programs/layanan-aduan.toml:20:10 · 84fda3bbfdc1568e</sub>

### Other parts

- ℹ️ **Pendahuluan**: narrative changed (`narrative-changed`)
  - Tulis di sini mengapa <ins>dan untuk siapa</ins> kota menyusun rencana ini dulu. Rujukan …
  - <sub>plan/chapters/pendahuluan.md:5:1 · 41f38ea54c08c495</sub>

"#]]
    );
}

#[test]
fn the_exit_status_is_what_was_asked_for() {
    let history = changed();
    let status = |arguments: &[&str]| history.sandbox.run(arguments).status;
    assert_eq!(status(&["diff"]), 0);
    assert_eq!(status(&["diff", "--exit-code"]), 1);
    assert_eq!(status(&["diff", "--fail-on", "breaking"]), 0);
    assert_eq!(status(&["diff", "--fail-on", "warning"]), 1);
    assert_eq!(status(&["diff", "HEAD", "HEAD", "--exit-code"]), 0);
    assert_eq!(status(&["diff", "tidak-ada"]), 2);
    history.sandbox.edit(
        "plan.toml",
        "[[volume]]",
        "[changes]\nbudget-raised = \"breaking\"\n\n[[volume]]",
    );
    assert_eq!(status(&["diff", "--fail-on", "breaking"]), 1);
    history
        .sandbox
        .edit("plan.toml", "budget-raised", "budget-risen");
    let run = history
        .sandbox
        .run(&["check", "--format", "short", "--language", "en"]);
    assert!(run.stdout.contains("CFG004"), "{}", run.stdout);
    assert!(
        run.stdout.contains("did you mean `budget-raised`"),
        "{}",
        run.stdout
    );
}

#[test]
fn what_is_accepted_is_told_and_stays_accepted() {
    let history = changed();
    let changes = |history: &History| -> Vec<Value> {
        let run = history.sandbox.run(&["diff", "--format", "json"]);
        let document: Value = serde_json::from_str(&run.stdout).unwrap();
        document["changes"].as_array().unwrap().clone()
    };
    let found = changes(&history);
    let mut accepted = String::new();
    for change in &found {
        let fingerprint = change["fingerprint"].as_str().unwrap();
        accepted.push_str(&format!(
            "[[accepted]]\nchange = \"{fingerprint}\"\nreason = \"Disepakati Dewan.\"\n\
             by = \"Ketua Dewan\"\ndate = 2026-11-20\n\n"
        ));
    }
    history
        .sandbox
        .edit("plan.toml", "[[volume]]", &format!("{accepted}[[volume]]"));
    let run = history
        .sandbox
        .run(&["diff", "--exit-code", "--language", "id"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert!(
        run.stdout
            .contains("diterima oleh Ketua Dewan pada 20 November 2026: Disepakati Dewan.")
    );
    // Something else changes, and lines move.
    history
        .sandbox
        .edit(PROGRAM, "summary = \"", "summary = \"Kini ");
    history.sandbox.edit(PROGRAM, "title", "# catatan\n\ntitle");
    let left: Vec<Value> = changes(&history)
        .into_iter()
        .filter(|one| one["accepted"].is_null())
        .collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(left[0]["kind"], "field-changed");
    // Accepting is for one change, and not for the next.
    history.sandbox.edit(PROGRAM, "900_000_000", "901_000_000");
    let left = changes(&history)
        .into_iter()
        .filter(|one| one["accepted"].is_null());
    assert_eq!(left.count(), 2);
    // What is accepted and is no change any more is told.
    let run = history.sandbox.run(&["diff", "--language", "en"]);
    let unused = "is accepted in plan.toml, and no change is known by it";
    assert_eq!(run.stdout.matches(unused).count(), 1, "{}", run.stdout);
}

#[test]
fn the_json_follows_its_schema() {
    let history = changed();
    fs::remove_file(history.sandbox.plan().join(PROGRAM)).unwrap();
    let schema = history.sandbox.run(&["schema", "changes"]);
    let schema: Value = serde_json::from_str(&schema.stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for arguments in [vec!["diff"], vec!["diff", "HEAD", "HEAD"]] {
        let mut arguments = arguments;
        arguments.extend(["--format", "json"]);
        let document = history.sandbox.run(&arguments).stdout;
        let document: Value = serde_json::from_str(&document).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&document)
            .map(|one| one.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new());
        assert_eq!(document["version"], 1);
    }
}

#[test]
fn directories_and_ranges_are_compared_and_nothing_is_written() {
    let history = changed();
    let sandbox = &history.sandbox;
    history.commit("Change");
    history.git(&["worktree", "add", "--quiet", "lama", "HEAD~1"]);
    let before = files(sandbox.root());
    let json = |arguments: &[&str]| -> Value {
        let mut all = vec!["diff", "--format", "json"];
        all.extend(arguments);
        let run = sandbox.run(&all);
        assert_eq!(run.status, 0, "{}", run.stderr);
        // Paths are those of each side.
        let text = run.stdout.replace("\"lama/plan/", "\"plan/");
        serde_json::from_str(&text).unwrap()
    };
    let by_range = json(&["HEAD~1..HEAD"]);
    assert!(by_range["changes"].as_array().unwrap().len() >= 2);
    for arguments in [
        vec!["HEAD~1"],
        vec!["HEAD~1", "HEAD"],
        vec!["lama/plan"],
        vec!["lama/plan", "plan"],
        vec!["lama/plan", "HEAD"],
        vec!["HEAD~1..."],
    ] {
        assert_eq!(
            json(&arguments)["changes"],
            by_range["changes"],
            "{arguments:?}"
        );
    }
    assert_eq!(json(&[])["changes"], Value::Array(Vec::new()));
    assert_eq!(files(sandbox.root()), before);
}

#[test]
fn a_plan_with_errors_is_compared_as_far_as_it_goes() {
    let history = changed();
    history.sandbox.edit(PROGRAM, "status = ", "status = 5 #");
    let run = history.sandbox.run(&["diff", "--language", "en"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("The plan of `plan` has an error"),
        "{}",
        run.stdout
    );
    let told = "`program:layanan-aduan` cannot be read in plan, or not in full; \
                what changed in it is not known.";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    history.sandbox.write("plan.toml", "city = 5\n");
    let run = history.sandbox.run(&["diff"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .contains("`plan.toml` dari `plan` tidak dapat dibaca"),
        "{}",
        run.stderr
    );
}

#[test]
fn text_of_a_plan_controls_no_terminal_and_no_comment() {
    let history = History::new();
    history.sandbox.edit(
        PROGRAM,
        "title = \"",
        "title = \"\\u001b[31m<script>@dewan ",
    );
    let run = history.sandbox.run(&["diff"]);
    assert!(!run.stdout.contains('\u{1b}'));
    let run = history.sandbox.run(&["diff", "--format", "markdown"]);
    assert!(!run.stdout.contains("<script>"), "{}", run.stdout);
    assert!(!run.stdout.contains("@dewan"), "{}", run.stdout);
}

#[test]
fn a_comment_fits_whatever_changed() {
    let history = History::new();
    let sandbox = &history.sandbox;
    for (path, text) in crate::generator::plan(900) {
        if !path.starts_with("plan.toml") {
            sandbox.write(&path, text);
        }
    }
    let run = sandbox.run(&["diff", "--format", "markdown", "--language", "en"]);
    assert!(run.stdout.len() < 65_000, "{}", run.stdout.len());
    assert!(
        run.stdout
            .contains("Without details here: 0 that need a decision")
    );
}

#[test]
fn kinds_of_changes_are_explained() {
    let history = History::new();
    for name in ["target-lowered", "DIF016", "dif016"] {
        let run = history.sandbox.run(&["explain", name, "--language", "en"]);
        assert!(
            run.stdout
                .starts_with("## DIF016 `target-lowered`: target lowered"),
            "{}",
            run.stdout
        );
    }
}

#[test]
fn the_page_needs_no_other_file_and_holds_everything() {
    let history = changed();
    let html = |history: &History, arguments: &[&str]| {
        let mut all = vec!["diff", "--format", "html"];
        all.extend(arguments);
        let run = history.sandbox.run(&all);
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stdout
    };
    let page = html(&history, &["--language", "id"]);
    let document = scraper::Html::parse_document(&page);
    let select = |css: &str| {
        let selector = scraper::Selector::parse(css).unwrap();
        let found = document.select(&selector);
        found
            .map(|one| one.text().collect::<String>())
            .collect::<Vec<_>>()
    };
    assert_eq!(select("html[lang=id]").len(), 1);
    assert_eq!(select("article").len(), 2);
    assert_eq!(select("article.warning h3").len(), 1);
    // That of OPD, of pillars, of years and of sources.
    assert_eq!(select("table").len(), 4);
    // Every table ends with the same sum.
    let sums: std::collections::BTreeSet<String> = select("tfoot").into_iter().collect();
    assert_eq!(sums.len(), 1, "{sums:?}");
    assert_eq!(select("ins"), ["dan untuk siapa"]);
    for other in ["src=", "href=\"h", "<script ", "@import", "url(", "fetch("] {
        assert!(!page.contains(other), "{other}");
    }
    history.sandbox.edit(
        PROGRAM,
        "title = \"",
        "title = \"<script>alert(1)</script>\\u0007",
    );
    let page = html(&history, &[]);
    assert!(
        !page.contains("<script>alert") && !page.contains('\u{7}'),
        "{page}"
    );
    assert_eq!(html(&history, &[]), page);
}

#[test]
fn git_shows_values_once_the_driver_is_installed() {
    let history = changed();
    // git can run it wherever it is, for PATH does not lead there.
    let program = env!("CARGO_BIN_EXE_ambonplan");
    let printed = history.sandbox.run(&["diff", "--install-driver", "print"]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    assert_eq!(
        printed.stdout,
        format!(
            "# plan/.gitattributes\n*.toml diff=ambonplan\n*.toml merge=ambonplan\n\
             *.md merge=ambonplan\n\n# di dalam repositori\n\
             git config diff.ambonplan.textconv \"'{program}' textconv\"\n\
             git config diff.ambonplan.cachetextconv \"true\"\n\
             git config merge.ambonplan.name \"ambonplan\"\n\
             git config merge.ambonplan.driver \"if command -v '{program}' >/dev/null; \
             then '{program}' merge %O %A %B -L %L -S %S -X %X -Y %Y -P %P; \
             else git merge-file --marker-size %L -L %X -L %S -L %Y %A %O %B; fi\"\n\
             git config merge.ambonplan.recursive \"ambonplan\"\n"
        )
    );
    let attributes = history.sandbox.plan().join(".gitattributes");
    assert!(!attributes.exists());
    for _ in 0..2 {
        let run = history.sandbox.run(&["diff", "--install-driver"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
    assert_eq!(
        fs::read_to_string(attributes).unwrap(),
        "*.toml diff=ambonplan\n*.toml merge=ambonplan\n*.md merge=ambonplan\n"
    );
    let setting = history.git(&["config", "diff.ambonplan.textconv"]);
    assert_eq!(setting, format!("'{program}' textconv\n"));
    // Order and layout are no change.
    let text = fs::read_to_string(history.sandbox.plan().join(PROGRAM)).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    history.sandbox.write(
        PROGRAM,
        format!(
            "# catatan\n{}",
            rest.replacen("\n\n", &format!("\n{first}\n\n"), 1)
        ),
    );
    let shown = history.git(&["diff", "--unified=0", "--", "plan/opd"]);
    let lines: Vec<&str> = shown
        .lines()
        .filter(|line| {
            line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---")
        })
        .collect();
    assert_eq!(
        lines,
        [
            "-budget[2026 apbd-kota].amount = 150000000",
            "+budget[2026 apbd-kota].amount = 900000000",
            "+number # catatan",
        ]
    );
}

#[test]
fn attributes_that_are_there_stay_whatever_they_hold() {
    let history = changed();
    let install = || history.sandbox.run(&["diff", "--install-driver"]);
    let path = history.sandbox.plan().join(".gitattributes");
    let lines = b"*.toml diff=ambonplan\n*.toml merge=ambonplan\n*.md merge=ambonplan\n";
    for (before, after) in [
        (
            &b"# r\xe9sum\xe9\n*.png binary\n"[..],
            [&b"# r\xe9sum\xe9\n*.png binary\n"[..], lines].concat(),
        ),
        (
            b"\xef\xbb\xbf*.md text",
            [&b"\xef\xbb\xbf*.md text\n"[..], lines].concat(),
        ),
        (b"\xff\xfe\0", [&b"\xff\xfe\0\n"[..], lines].concat()),
        // What an earlier version wrote is not written again, and lines end as they did.
        (
            b"*.toml diff=ambonplan\r\n",
            b"*.toml diff=ambonplan\r\n*.toml merge=ambonplan\r\n*.md merge=ambonplan\r\n".to_vec(),
        ),
    ] {
        fs::write(&path, before).unwrap();
        for _ in 0..2 {
            let run = install();
            assert_eq!(run.status, 0, "{}", run.stderr);
            assert_eq!(fs::read(&path).unwrap(), after);
        }
    }
    // What cannot be read is not taken for empty.
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    fs::write(path.join("a"), "a").unwrap();
    let run = install();
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains(".gitattributes"), "{}", run.stderr);
    assert!(path.join("a").exists());
}

/// Whatever stands in a plan, in a terminal, a comment, a page or a report.
#[test]
fn no_form_passes_on_what_controls_a_reader() {
    let history = History::new();
    let evil = "Layanan \\u001b[31m\\u202e\\u0085\\u2066\\u007f aduan";
    history
        .sandbox
        .edit(PROGRAM, "Layanan aduan warga", evil)
        .edit(
            PROGRAM,
            "status = \"running\"",
            "status = \"berjalan \\u001b\\u202e\"",
        );
    let mut outputs = Vec::new();
    for format in ["human", "markdown", "html"] {
        outputs.push(history.sandbox.run(&["diff", "--format", format]));
    }
    for format in ["human", "short", "github", "junit"] {
        outputs.push(history.sandbox.run(&["check", "--format", format]));
    }
    history.commit("Change \u{1b}[31m the title");
    outputs.push(history.sandbox.run(&["log", "program:layanan-aduan"]));
    for run in outputs {
        assert!(run.stdout.len() > 20, "{}", run.stderr);
        for text in [&run.stdout, &run.stderr] {
            let control = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{2066}".contains(c);
            assert!(!text.contains(control), "{text:?}");
        }
    }
}

#[test]
fn hooks_run_commands_that_there_are() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let hooks = fs::read_to_string(root.join(".pre-commit-hooks.yaml")).unwrap();
    let history = History::new();
    let entries: Vec<&str> = hooks
        .lines()
        .filter_map(|line| line.trim().strip_prefix("entry: ambonplan "))
        .collect();
    assert_eq!(entries.len(), 3);
    for entry in &entries {
        let arguments: Vec<&str> = entry.split(' ').collect();
        let run = history.sandbox.run(&arguments);
        assert_eq!(run.status, 0, "{entry}: {}", run.stderr);
    }
    fs::remove_file(history.sandbox.plan().join(PROGRAM)).unwrap();
    history.git(&["add", "--all"]);
    let statuses: Vec<i32> = entries
        .iter()
        .map(|entry| {
            history
                .sandbox
                .run(&entry.split(' ').collect::<Vec<_>>())
                .status
        })
        .collect();
    // Without the programme a reference leads nowhere, and a promise is taken back.
    assert_eq!(statuses, [1, 0, 1]);
}

/// What pre-commit hands to hooks: nothing of a file that was deleted.
#[test]
fn hooks_see_markdown_and_deletions() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join(".pre-commit-hooks.yaml")).unwrap();
    let documents = Yaml::load_from_str(&text).unwrap();
    let hooks = documents[0].as_vec().unwrap();
    for hook in hooks {
        let value = |key: &str| hook.as_mapping_get(key);
        assert_eq!(value("pass_filenames").and_then(Yaml::as_bool), Some(false));
        if value("always_run").and_then(Yaml::as_bool) == Some(true) {
            continue;
        }
        assert_eq!(value("id").and_then(Yaml::as_str), Some("ambonplan-fmt"));
        let files = value("files").and_then(Yaml::as_str).unwrap();
        let files = regex::Regex::new(files).unwrap();
        for file in [
            "plan/plan.toml",
            "plan/opd/a/b.md",
            "plan/chapters/dua kata.md",
        ] {
            assert!(files.is_match(file), "{file}");
        }
        for file in ["plan/assets/a.svg", "docs/a.md", "Cargo.toml"] {
            assert!(!files.is_match(file), "{file}");
        }
    }
    assert_eq!(hooks.len(), 3);
}
