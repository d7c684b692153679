//! The command line: what is printed where, and how each run ends.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use ambonplan::language::Language;
use snapbox::{assert_data_eq, str};

use crate::sandbox::{self, Run, Sandbox};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

#[test]
fn what_init_and_new_write_passes_check_and_builds() {
    for language in ["id", "en"] {
        let sandbox = Sandbox::empty();
        assert_eq!(sandbox.run(&["init", "--language", language]).status, 0);
        for arguments in [
            vec!["check"],
            vec!["new", "pillar", "living"],
            vec!["new", "opd", "bpbd"],
            vec![
                "new", "program", "siaga", "--opd", "bpbd", "--pillar", "living",
            ],
            vec!["new", "program", "kanal", "--opd", "diskominfo"],
        ] {
            let run = sandbox.run(&arguments);
            assert_eq!(run.status, 0, "{arguments:?}: {}", run.stderr);
            let run = sandbox.run(&["check", "--format", "short"]);
            // What is left to do is to sign, to write and to plan, not to mend.
            assert_eq!(run.status, 0, "{arguments:?}");
            for line in run.stdout.lines() {
                let codes = ["PEO001", "COV", "TXT050", "MON010", "IND001"];
                assert!(codes.iter().any(|code| line.contains(code)), "{line}");
            }
        }
        let program = sandbox.plan().join("opd/bpbd/programs/siaga.toml");
        let program = fs::read_to_string(program).unwrap();
        for invented in ["budget", "amount", "indicator", "targets", "supports"] {
            assert!(!program.contains(invented), "{program}");
        }
        assert_eq!(sandbox.run(&["check", "--release"]).status, 1);
        let book = sandbox.build(&[]);
        book.assert_has("LIV-01");
        book.assert_has("GOV-02");
        book.assert_has(match language {
            "en" => "Example City",
            _ => "Kota Contoh",
        });
    }
}

#[test]
fn templates_are_copied_to_be_changed_and_make_the_same_book() {
    let plain = Sandbox::empty();
    assert_eq!(plain.run(&["init"]).status, 0);
    let copied = Sandbox::empty();
    assert_eq!(copied.run(&["init", "--with-templates"]).status, 0);
    assert!(copied.plan().join("templates/theme.typ").exists());
    assert_eq!(copied.run(&["check"]).status, 0);
    assert_eq!(copied.build(&[]).bytes, plain.build(&[]).bytes);
    let words = "settings.words.at(\"label-\" + key)";
    let others = "if key == \"revision\" [Terbitan] else { settings.words.at(\"label-\" + key) }";
    copied.edit("templates/words.typ", words, others);
    copied.build(&[]).assert_has("Terbitan");
}

#[test]
fn a_dropped_number_is_never_handed_out_again() {
    let sandbox = Sandbox::new();
    sandbox.run(&["new", "program", "kanal", "--opd", "diskominfo"]);
    fs::remove_file(sandbox.plan().join("opd/diskominfo/programs/kanal.toml")).unwrap();
    sandbox.run(&["new", "program", "gerai", "--opd", "diskominfo"]);
    let text =
        fs::read_to_string(sandbox.plan().join("opd/diskominfo/programs/gerai.toml")).unwrap();
    assert!(text.contains("number = 3\n"), "{text}");
    let pillar = fs::read_to_string(sandbox.plan().join("pillars/governance/pillar.toml")).unwrap();
    assert!(pillar.contains("last-number = 3\n"), "{pillar}");
}

#[test]
fn new_refuses_what_exists_and_what_is_malformed() {
    let sandbox = Sandbox::new();
    let program = |id, opd| vec!["new", "program", id, "--opd", opd];
    let in_pillar = |pillar| [program("a", "diskominfo"), vec!["--pillar", pillar]].concat();
    for (arguments, indonesian, english) in [
        (
            vec!["new", "opd", "diskominfo"],
            "kesalahan: OPD `diskominfo` sudah ada\n  saran: pilih id lain\n",
            "error: the OPD `diskominfo` exists already\n  help: choose another id\n",
        ),
        (
            vec!["new", "pillar", "governance"],
            "kesalahan: pilar `governance` sudah ada\n  saran: pilih id lain\n",
            "error: the pillar `governance` exists already\n  help: choose another id\n",
        ),
        (
            vec!["new", "opd", "Dinas Baru"],
            "kesalahan: `Dinas Baru` tidak dapat menjadi id\n  saran: pakai huruf kecil, angka, dan \
             tanda hubung tunggal: `dinas-baru`\n",
            "error: `Dinas Baru` cannot be an id\n  help: use lower-case letters, digits and single \
             hyphens: `dinas-baru`\n",
        ),
        (
            program("Layanan_112 (baru)", "diskominfo"),
            "kesalahan: `Layanan_112 (baru)` tidak dapat menjadi id\n  saran: pakai huruf kecil, \
             angka, dan tanda hubung tunggal: `layanan-112-baru`\n",
            "error: `Layanan_112 (baru)` cannot be an id\n  help: use lower-case letters, digits and \
             single hyphens: `layanan-112-baru`\n",
        ),
        (
            vec!["new", "pillar", "é"],
            "kesalahan: `é` tidak dapat menjadi id\n  saran: pakai huruf kecil, angka, dan \
             tanda hubung tunggal: `layanan-112`\n",
            "error: `é` cannot be an id\n  help: use lower-case letters, digits and single \
             hyphens: `layanan-112`\n",
        ),
        (
            program("a", "bpbd"),
            "kesalahan: tidak ada OPD `bpbd`\n  saran: yang ada: diskominfo; `ambonplan new opd \
             bpbd` membuatnya\n",
            "error: there is no OPD `bpbd`\n  help: known: diskominfo; `ambonplan new opd bpbd` \
             makes it\n",
        ),
        (
            program("a", "diskominfoo"),
            "kesalahan: tidak ada OPD `diskominfoo`\n  saran: maksudnya `diskominfo`?; `ambonplan \
             new opd diskominfoo` membuatnya\n",
            "error: there is no OPD `diskominfoo`\n  help: did you mean `diskominfo`?; `ambonplan \
             new opd diskominfoo` makes it\n",
        ),
        (
            program("layanan-aduan", "diskominfo"),
            "kesalahan: program `layanan-aduan` sudah ada, di `opd/diskominfo`\n  saran: pilih id \
             lain; setiap id hanya boleh dipakai sekali dalam seluruh rencana\n",
            "error: the programme `layanan-aduan` exists already, in `opd/diskominfo`\n  help: \
             choose another id; ids are unique in the whole plan\n",
        ),
        (
            in_pillar("ekonomi"),
            "kesalahan: tidak ada pilar `ekonomi`\n  saran: yang ada: governance; `ambonplan new \
             pillar ekonomi` membuatnya\n",
            "error: there is no pillar `ekonomi`\n  help: known: governance; `ambonplan new pillar \
             ekonomi` makes it\n",
        ),
        (
            vec!["init"],
            "kesalahan: `plan` tidak kosong; pilih folder baru\n",
            "error: `plan` is not empty; name a new directory\n",
        ),
    ] {
        for (language, wanted) in [("id", indonesian), ("en", english)] {
            let all = [&arguments[..], &["--language", language]].concat();
            let run = sandbox.run(&all);
            let told = (run.status, run.stdout.as_str(), run.stderr.as_str());
            assert_eq!(told, (2, "", wanted), "{all:?}");
        }
    }
}

#[test]
fn findings_show_both_ends_and_a_way_out() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "goal:layanan-publik", "goal:layanan-pubik");
    sandbox.write(
        "pillars/living/pillar.toml",
        "name = \"Smart Living\"\ncode = \"LIV\"\norder = 2\n\n\
         [[dimension]]\nid = \"pelayanan-publik\"\nname = \"Lagi\"\n",
    );
    let run = sandbox.run(&["check", "--language", "en"]);
    assert_eq!(run.status, 1);
    assert_data_eq!(
        run.stdout,
        str![[r#"
error[STR015 unknown-reference]: there is no goal `layanan-pubik`
  --> plan/opd/diskominfo/programs/layanan-aduan.toml:11:13
   |
11 | supports = ["goal:layanan-pubik", "policy:layanan-terpadu"]
   |             ^^^^^^^^^^^^^^^^^^^^
   |
   = help: did you mean `layanan-publik`?

error[STR013 duplicate-id]: the dimension `pelayanan-publik` exists already
  --> plan/pillars/living/pillar.toml:6:6
   |
 6 | id = "pelayanan-publik"
   |      ^^^^^^^^^^^^^^^^^^
   |
  ::: plan/pillars/governance/pillar.toml:11:6
   |
11 | id = "pelayanan-publik"
   |      ------------------ the first one is here
   |
   = help: choose another id; ids are unique per kind in the whole plan

warning[COV001 pillar-without-program]: no programme carries out the pillar “Smart Living”
 --> plan/pillars/living/pillar.toml:1:8
  |
1 | name = "Smart Living"
  |        ^^^^^^^^^^^^^^
  |
  = help: add one with `ambonplan new program ID --opd OPD --pillar living`

warning[COV007 pillar-without-narrative]: the pillar “Smart Living” has no text
 --> plan/pillars/living/pillar.toml:1:8
  |
1 | name = "Smart Living"
  |        ^^^^^^^^^^^^^^
  |
  = help: write one in `pillars/living/`, for example `strategi.md`

warning[COV008 pillar-without-person-in-charge]: nobody answers for the pillar “Smart Living”
 --> plan/pillars/living/pillar.toml:1:8
  |
1 | name = "Smart Living"
  |        ^^^^^^^^^^^^^^
  |
  = help: add `person-in-charge = "…"` with the id of an OPD


"#]]
    );
    assert_data_eq!(
        run.stderr,
        str![[r#"
Structure: 2 errors
Coverage: 3 warnings
2 pillars, 1 OPD, 1 programme: 2 errors, 3 warnings

"#]]
    );
}

#[test]
fn a_failing_build_leaves_the_last_pdf_untouched() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["build"]).status, 0);
    let path = sandbox.root().join("build/master-plan.pdf");
    let before = fs::read(&path).unwrap();
    sandbox.edit(PROGRAM, "number = 1", "number = \"satu\"");
    let run = sandbox.run(&["build"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(
        run.stderr
            .contains("tidak ada yang dibuat: 1 kesalahan, 1 peringatan"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    let left: Vec<_> = fs::read_dir(sandbox.root().join("build"))
        .unwrap()
        .collect();
    // The book, and what is remembered of it.
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_template_of_the_plan_stands_in_front_of_the_built_in_one() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "templates/cover.typ",
        "#let cover(data) = page[SAMPUL SENDIRI UNTUK #upper(data.city)]\n",
    );
    sandbox
        .build(&[])
        .assert_has("SAMPUL SENDIRI UNTUK KOTA CONTOH");
    sandbox.write("templates/cover.typ", "#let cover(data) = [\n  #salah\n]\n");
    let run = sandbox.run(&["build"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("plan/templates/cover.typ:2:4"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_book_of_which_nothing_has_changed_is_not_set_again() {
    let sandbox = Sandbox::new();
    let path = sandbox.root().join("build/master-plan.pdf");
    let build = || {
        let run = sandbox.run(&["build"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stderr.contains("tidak berubah")
    };
    assert!(!build());
    let first = fs::read(&path).unwrap();
    let written = fs::metadata(&path).unwrap().modified().unwrap();
    assert!(build());
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), written);
    assert_eq!(fs::read(&path).unwrap(), first);

    // Whatever changes, the book is set again.
    sandbox.edit(PROGRAM, "Satu pintu", "Dua pintu");
    assert!(!build());
    assert_ne!(fs::read(&path).unwrap(), first);
    assert!(build());
    sandbox.write(
        "templates/words.typ",
        include_str!("../../templates/words.typ"),
    );
    assert!(!build());
    sandbox.write(
        "assets/gambar.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    );
    assert!(!build());
    fs::write(&path, "rusak").unwrap();
    assert!(!build());
    fs::remove_file(&path).unwrap();
    assert!(!build());
    assert!(build());
    assert!(
        !sandbox
            .run(&["build", "--only", "opd:diskominfo"])
            .stderr
            .contains("tidak berubah")
    );
    // A book with remarks tells them every time, and is not set again for that.
    remark(&sandbox);
    let told = |run: &Run| run.stderr.matches("PDF002").count();
    let run = sandbox.run(&["build"]);
    assert_eq!((run.status, told(&run)), (0, 1), "{}", run.stderr);
    assert!(!run.stderr.contains("tidak berubah"), "{}", run.stderr);
    for language in ["id", "en"] {
        let run = sandbox.run(&["build", "--language", language]);
        assert_eq!((run.status, told(&run)), (0, 1), "{}", run.stderr);
        let same = run.stderr.contains("tidak berubah") || run.stderr.contains("unchanged");
        assert!(same, "{}", run.stderr);
    }
}

/// Makes Typst say something of every book that is set.
fn remark(sandbox: &Sandbox) {
    let words = include_str!("../../templates/words.typ");
    let remark = "#let unused = text(font: \"tiada\")[x]";
    sandbox.write("templates/words.typ", format!("{words}\n{remark}\n"));
}

/// What is found when a book is set binds like everything else: nothing is built, and the
/// last books stay.
#[test]
fn a_book_with_errors_in_it_is_not_kept() {
    let sandbox = Sandbox::new();
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    let volume = "[[volume]]\nid = \"dua\"\ntitle = \"Dua\"\nbody = [\"budget\"]\n";
    let plan = format!("{plan}\n{volume}");
    sandbox.write("plan.toml", &plan);
    let kept = ["master-plan", "dua"].map(|id| sandbox.root().join(format!("build/{id}.pdf")));
    let books = || kept.clone().map(|path| fs::read(path).unwrap());
    let run = sandbox.run(&["build", "--all-volumes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let first = books();
    remark(&sandbox);
    for arguments in [
        &["--deny", "warnings"][..],
        &["--deny", "warnings"],
        &["--deny", "output"],
        &["--deny", "PDF002", "--all-volumes"],
        &[
            "--deny",
            "typesetting-remark",
            "-o",
            "build/master-plan.pdf",
        ],
        &["--deny", "output", "--only", "opd:diskominfo"],
        &["--deny", "output", "--changes-since", "plan"],
    ] {
        let mut all = vec!["build", "--language", "en", "--timings"];
        all.extend(arguments);
        let run = sandbox.run(&all);
        assert_eq!(run.status, 1, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains("error[PDF002"), "{}", run.stderr);
        assert!(run.stderr.contains("nothing was built: "), "{}", run.stderr);
        assert_eq!(books(), first, "{arguments:?}");
    }
    assert!(!sandbox.root().join("build/opd-diskominfo.pdf").exists());
    // The plan says it.
    sandbox.write(
        "plan.toml",
        format!("{plan}\n[rules]\ntypesetting-remark = \"deny\"\n"),
    );
    for _ in 0..2 {
        let run = sandbox.run(&["build"]);
        assert_eq!(run.status, 1, "{}", run.stderr);
        assert_eq!(books(), first);
    }
    // Nobody minds it any more: what was set before is set again, to be kept.
    sandbox.edit(PROGRAM, "Satu pintu", "Dua pintu");
    assert_eq!(sandbox.run(&["build", "--all-volumes"]).status, 1);
    let lenient = ["build", "--all-volumes", "--warn", "typesetting-remark"];
    let run = sandbox.run(&lenient);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(books() != first);
    let run = sandbox.run(&lenient);
    let same = run.stderr.matches("tidak berubah").count();
    assert_eq!(same, 2, "{}", run.stderr);
    // The books are there, and are still refused.
    assert_eq!(sandbox.run(&["build", "--all-volumes"]).status, 1);
}

#[test]
fn the_closing_line_counts_pages_and_programmes() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&["build"]);
    assert_eq!(run.stdout, "");
    // Between them stands how long it took.
    let (before, after) = ("11 halaman, 1 program, ", " s: build/master-plan.pdf\n");
    assert!(
        run.stderr.starts_with(before) && run.stderr.ends_with(after),
        "{}",
        run.stderr
    );
}

#[test]
fn parts_that_are_not_there_end_with_2_and_are_said_in_both_languages() {
    let sandbox = Sandbox::new();
    for (arguments, indonesian, english) in [
        (
            ["--only", "diskominfo"],
            "bagian ditulis dengan jenis dan id, misalnya `opd:diskominfo`, bukan `diskominfo`",
            "a part is a kind and an id, such as `opd:diskominfo`, not `diskominfo`",
        ),
        (
            ["--only", "opd:bpbd"],
            "tidak ada OPD `bpbd`; yang ada: diskominfo",
            "there is no OPD `bpbd`; known: diskominfo",
        ),
        (
            ["--only", "program:layanan-adua"],
            "tidak ada program `layanan-adua`; maksudnya `layanan-aduan`?",
            "there is no programme `layanan-adua`; did you mean `layanan-aduan`?",
        ),
        (
            ["--only", "buku:bpbd"],
            "bagian adalah chapter, pillar, opd, atau program, misalnya `opd:diskominfo`, bukan \
             `buku`",
            "a part is a chapter, pillar, opd or program, such as `opd:diskominfo`, not a `buku`",
        ),
        (
            ["--only", "pilar:layanan"],
            "jenis `pilar` ditulis dengan kata lain di sini: tulis `pillar:layanan`",
            "the kind `pilar` has another word here: write `pillar:layanan`",
        ),
        (
            ["--only", "dinas:bpbd"],
            "jenis `dinas` ditulis dengan kata lain di sini: tulis `opd:bpbd`",
            "the kind `dinas` has another word here: write `opd:bpbd`",
        ),
        (
            ["--volume", "buku-9"],
            "tidak ada buku `buku-9`; yang ada: master-plan",
            "there is no volume `buku-9`; known: master-plan",
        ),
        (
            ["-o", "plan"],
            "`plan` adalah folder; tulis nama berkas",
            "`plan` is a directory; name a file",
        ),
    ] {
        for (language, error, wanted) in [("id", "kesalahan", indonesian), ("en", "error", english)]
        {
            let all = [&["build"], &arguments[..], &["--language", language]].concat();
            let run = sandbox.run(&all);
            let told = (run.status, run.stderr.as_str());
            assert_eq!(
                told,
                (2, format!("{error}: {wanted}\n").as_str()),
                "{all:?}"
            );
        }
    }
}

/// What is wrong with arguments, in both languages, down to the last line.
#[test]
fn a_folder_that_is_no_plan_leads_to_the_one_that_is() {
    let sandbox = Sandbox::new();
    for (arguments, indonesian, english) in [
        (
            vec!["check", "--plan", "plan/opd/diskominfo"],
            "`plan/opd/diskominfo` adalah folder di dalam rencana `plan`: tulis `--plan plan`; \
             `--only` dengan jenis dan id, misalnya `--only opd:diskominfo`, menampilkan sebagian \
             saja",
            "`plan/opd/diskominfo` is a folder inside the plan `plan`: write `--plan plan`; \
             `--only` with a kind and an id, such as `--only opd:diskominfo`, shows a part of it",
        ),
        (
            vec!["build", "--plan", "plan/chapters"],
            "`plan/chapters` adalah folder di dalam rencana `plan`: tulis `--plan plan`; \
             `--only` dengan jenis dan id, misalnya `--only opd:diskominfo`, menampilkan sebagian \
             saja",
            "`plan/chapters` is a folder inside the plan `plan`: write `--plan plan`; \
             `--only` with a kind and an id, such as `--only opd:diskominfo`, shows a part of it",
        ),
        (
            vec!["check", "--plan", "rencana"],
            "tidak ada folder `rencana`; ada rencana di `plan`: tulis `--plan plan`",
            "there is no folder `rencana`; there is a plan in `plan`: write `--plan plan`",
        ),
        (
            vec!["check", "plan"],
            "`plan` berlebih: perintah ini tidak menerimanya\n  saran: maksudnya `--plan plan`?",
            "`plan` is one argument too many\n  help: did you mean `--plan plan`?",
        ),
    ] {
        for (language, wanted) in [("id", indonesian), ("en", english)] {
            let all = [&arguments[..], &["--language", language]].concat();
            let run = sandbox.run(&all);
            let word = if language == "id" {
                "kesalahan"
            } else {
                "error"
            };
            let wanted = format!("{word}: {wanted}\n");
            assert!(run.stderr.starts_with(&wanted), "{all:?}: {}", run.stderr);
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{all:?}");
        }
    }
}

#[test]
fn the_last_line_counts_what_cannot_be_read_and_the_hint_names_the_part() {
    let sandbox = Sandbox::new();
    sandbox.edit("opd/diskominfo/opd.toml", "name = ", "nama = ");
    let run = sandbox.run(&["check", "--only", "opd:diskominfo", "--language", "id"]);
    assert!(
        run.stderr
            .contains("2 dapat diperbaiki dengan `ambonplan check --only opd:diskominfo --fix`\n"),
        "{}",
        run.stderr
    );
    let sandbox = Sandbox::new();
    sandbox.write("opd/diskominfo/programs/layanan-aduan.toml", "title = \n");
    for (language, counts) in [
        ("id", "0 program (1 tidak terbaca): "),
        ("en", "0 programmes (1 unreadable): "),
    ] {
        let run = sandbox.run(&["check", "--language", language]);
        let last = run.stderr.lines().last().unwrap();
        assert!(last.contains(counts), "{last}");
    }
}

#[test]
fn usage_errors_are_said_in_both_languages() {
    let sandbox = Sandbox::empty();
    let more = [
        "Untuk melihat semua perintah dan opsi, tulis `--help` di belakang perintah.",
        "For all commands and options, write `--help` behind the command.",
    ];
    for (arguments, [indonesian, english]) in [
        (
            vec!["bulid"],
            [
                "tidak ada perintah `bulid`\n  saran: maksudnya `build`?\n\nPemakaian: ambonplan \
                 [OPSI] <PERINTAH>\n",
                "there is no command `bulid`\n  help: did you mean `build`?\n\nUsage: ambonplan \
                 [OPTIONS] <COMMAND>\n",
            ],
        ),
        (
            vec!["chek"],
            [
                "tidak ada perintah `chek`\n  saran: maksudnya `check`?\n\nPemakaian: ambonplan \
                 [OPSI] <PERINTAH>\n",
                "there is no command `chek`\n  help: did you mean `check`?\n\nUsage: ambonplan \
                 [OPTIONS] <COMMAND>\n",
            ],
        ),
        (
            vec!["new", "progam"],
            [
                "tidak ada perintah `progam`\n  saran: maksudnya `program`?\n\nPemakaian: ambonplan \
                 new [OPSI] <PERINTAH>\n",
                "there is no command `progam`\n  help: did you mean `program`?\n\nUsage: ambonplan \
                 new [OPTIONS] <COMMAND>\n",
            ],
        ),
        (
            vec!["fmt", "--chek"],
            [
                "tidak ada opsi `--chek`\n  saran: maksudnya `--check`?\n\nPemakaian: ambonplan fmt \
                 [OPSI] [BERKAS]...\n",
                "there is no option `--chek`\n  help: did you mean `--check`?\n\nUsage: ambonplan \
                 fmt --check [FILE]...\n",
            ],
        ),
        (
            vec!["new", "program", "a"],
            [
                "belum ditulis: `--opd <ID>`\n\nPemakaian: ambonplan new program [OPSI] --opd <ID> \
                 <ID>\n",
                "not given: `--opd <ID>`\n\nUsage: ambonplan new program --opd <ID> --language \
                 <LANGUAGE> <ID>\n",
            ],
        ),
        (
            vec!["diff", "--fail-on", "besar"],
            [
                "`besar` bukan nilai untuk `--fail-on <TINGKAT>`\n  saran: tulis salah satu: \
                 breaking, warning, note\n",
                "`besar` is no value of `--fail-on <SEVERITY>`\n  help: write one of: breaking, \
                 warning, note\n",
            ],
        ),
        (
            vec!["diff", "--fail-on"],
            [
                "`--fail-on <TINGKAT>` memerlukan nilai, tetapi nilainya tidak ditulis\n  saran: \
                 tulis salah satu: breaking, warning, note\n",
                "`--fail-on <SEVERITY>` needs a value, and none is given\n  help: write one of: \
                 breaking, warning, note\n",
            ],
        ),
        (
            vec!["log", "opd:a", "--max-count", "banyak"],
            [
                "`banyak` bukan nilai untuk `--max-count <N>`: tulis bilangan bulat, misalnya 20\n",
                "`banyak` is no value of `--max-count <N>`: write a whole number, such as 20\n",
            ],
        ),
        (
            vec!["preview", "--port", "70000"],
            [
                "`70000` bukan nilai untuk `--port <PORT>`: tulis bilangan bulat dari 0 sampai \
                 65535\n",
                "`70000` is no value of `--port <PORT>`: write a whole number from 0 to 65535\n",
            ],
        ),
        (
            vec!["build", "--as-of", "31-12-2026"],
            [
                "`31-12-2026` bukan nilai untuk `--as-of <TANGGAL>`: tulis tahun, bulan, dan hari; \
                 mungkin maksudnya `2026-12-31`\n",
                "`31-12-2026` is no value of `--as-of <DATE>`: write year, month and day; this may \
                 be `2026-12-31`\n",
            ],
        ),
        (
            vec!["check", "--as-of", "2 Maret 2026"],
            [
                "`2 Maret 2026` bukan nilai untuk `--as-of <TANGGAL>`: tulis tahun, bulan, dan hari; \
                 mungkin maksudnya `2026-03-02`\n",
                "`2 Maret 2026` is no value of `--as-of <DATE>`: write year, month and day; this may \
                 be `2026-03-02`\n",
            ],
        ),
        (
            vec!["check", "--as-of", "kemarin"],
            [
                "`kemarin` bukan nilai untuk `--as-of <TANGGAL>`: tulis tahun, bulan, dan hari, \
                 misalnya 2027-01-31\n",
                "`kemarin` is no value of `--as-of <DATE>`: write year, month and day, such as \
                 2027-01-31\n",
            ],
        ),
        (
            vec!["check", "--allow", "TXT50"],
            [
                "`TXT50` bukan nilai untuk `--allow <ATURAN>`: tidak ada aturan atau kelompok \
                 dengan nama itu; maksudnya `TXT050`?\n",
                "`TXT50` is no value of `--allow <RULE>`: there is no such rule or group; did you \
                 mean `TXT050`?\n",
            ],
        ),
        (
            vec!["check", "-fix"],
            [
                "tidak ada opsi `-f`\n  saran: maksudnya `--fix`?\n\nPemakaian: ambonplan check \
                 [OPSI]\n",
                "there is no option `-f`\n  help: did you mean `--fix`?\n\nUsage: ambonplan check \
                 [OPTIONS]\n",
            ],
        ),
        (
            vec!["check", "opd:diskominfo"],
            [
                "`opd:diskominfo` berlebih: perintah ini tidak menerimanya\n  saran: maksudnya \
                 `--only opd:diskominfo`?\n\nPemakaian: ambonplan check [OPSI]\n",
                "`opd:diskominfo` is one argument too many\n  help: did you mean `--only \
                 opd:diskominfo`?\n\nUsage: ambonplan check [OPTIONS]\n",
            ],
        ),
        (
            vec!["preview", "--editor", "code"],
            [
                "`code` bukan nilai untuk `--editor <PERINTAH>`: `{file}` harus ada di tempat nama \
                 berkas: `code -g {file}:{line}`\n",
                "`code` is no value of `--editor <COMMAND>`: `{file}` must stand where the file \
                 belongs: `code -g {file}:{line}`\n",
            ],
        ),
        (
            vec!["explain", "--all", "money"],
            [
                "`--all` tidak dapat dipakai bersama `[ATURAN]...`\n\nPemakaian: ambonplan explain \
                 [OPSI] [ATURAN]...\n",
                "`--all` cannot be used together with `[RULE]...`\n\nUsage: ambonplan explain --all \
                 --language <LANGUAGE> [RULE]...\n",
            ],
        ),
        (
            vec!["schema", "--all", "a", "--all", "b"],
            [
                "`--all <FOLDER>` ditulis lebih dari sekali\n\nPemakaian: ambonplan schema [OPSI] \
                 [JENIS]\n",
                "`--all <DIR>` is given more than once\n\nUsage: ambonplan schema [OPTIONS] [KIND]\n",
            ],
        ),
    ] {
        for (at, language) in ["id", "en"].into_iter().enumerate() {
            let error = ["kesalahan", "error"][at];
            let wanted = format!("{error}: {}\n{}\n", [indonesian, english][at], more[at]);
            let all = [&arguments[..], &["--language", language]].concat();
            let run = sandbox.run(&all);
            let told = (run.status, run.stdout.as_str(), run.stderr.as_str());
            assert_eq!(told, (2, "", wanted.as_str()), "{all:?}");
        }
    }
}

#[test]
fn help_names_every_command_with_examples() {
    for (language, wanted) in [
        (
            "id",
            [
                "--plan <FOLDER>",
                "Contoh:",
                "Status keluar:",
                "Membuat PDF",
            ],
        ),
        (
            "en",
            ["--plan <DIR>", "Examples:", "Exit status:", "Build the PDF"],
        ),
    ] {
        let run = Sandbox::empty().run(&["--help", "--language", language]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        for wanted in ["build", "check", "init", "new"].iter().chain(&wanted) {
            assert!(run.stdout.contains(wanted), "{wanted}: {}", run.stdout);
        }
    }
}

#[test]
fn a_closed_pipe_changes_nothing_about_the_end() {
    let sandbox = Sandbox::new();
    // More findings than a pipe holds, so that writing meets the closed end.
    let mut text = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    for number in 0..3000 {
        text.insert_str(0, &format!("salah-{number} = 1\n"));
    }
    sandbox.write(PROGRAM, text);
    let mut child = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .arg("check")
        .current_dir(sandbox.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stderr = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut stderr)
        .unwrap();
    let status = child.wait().unwrap();
    // The plan has errors, whoever reads them.
    assert_eq!(status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("3.000"), "{stderr}");
    assert!(!stderr.contains("panicked"), "{stderr}");
}

#[test]
fn the_tour_of_the_readme_goes_as_it_says() {
    for (file, language) in [("README.md", "en"), ("README.id.md", "id")] {
        let readme = page(file);
        let block = |start: &str| {
            let (_, rest) = readme.split_once(start).unwrap();
            rest.split_once("\n```").unwrap().0.to_owned()
        };
        let sandbox = Sandbox::begun(Language::Indonesian);
        let commands = block("```sh\nambonplan new opd");
        for line in format!("ambonplan new opd{commands}").lines() {
            let arguments: Vec<&str> = line.split_whitespace().skip(1).collect();
            assert_eq!(sandbox.run(&arguments).status, 0, "{line}");
        }
        let entry = block("```toml\n");
        sandbox.write(
            "opd/dishub/programs/info-angkutan.toml",
            format!("{entry}\n"),
        );
        let command = format!("check --language {language} --allow placeholder");
        let run = sandbox.run(&command.split(' ').collect::<Vec<_>>());
        let printed = block(&format!("```console\n$ ambonplan {command}\n"));
        let tidy = |text: &str| -> Vec<String> {
            let lines = text.lines().map(|line| line.trim().to_owned());
            lines.filter(|line| !line.is_empty()).collect()
        };
        assert_eq!(
            tidy(&format!("{}{}", run.stdout, run.stderr)),
            tidy(&printed)
        );
    }
}

/// What stands in both is the same, so that neither falls behind.
#[test]
fn both_readmes_say_the_same_commands_and_pictures() {
    let commands = |file: &str| -> Vec<String> {
        let text = page(file);
        let mut blocks = text.split("```sh\n").skip(1);
        let mut commands = Vec::new();
        for block in blocks.by_ref() {
            let block = block.split("```").next().unwrap();
            let lines = block.lines().map(|line| line.split('#').next().unwrap());
            commands.extend(lines.map(|line| line.trim().to_owned()));
        }
        let names = text.lines().filter_map(|line| {
            let name = line.strip_prefix("| `ambonplan ")?;
            Some(name.split([' ', '`']).next().unwrap().to_owned())
        });
        commands.extend(names);
        let pictures = text.split("](").filter_map(|rest| rest.split_once(".png)"));
        commands.extend(pictures.map(|(picture, _)| picture.to_owned()));
        commands
    };
    let english = commands("README.md");
    assert!(english.len() > 20, "{english:?}");
    assert_eq!(english, commands("README.id.md"));
}

/// Every command that the guides tell is one that runs.
#[test]
fn the_commands_of_the_guides_run() {
    let sandbox = Sandbox::empty();
    let copy = |to: &str| sandbox::copy(&sandbox.plan(), &sandbox.root().join(to));
    let mut told = 0;
    for guide in ["docs/panduan-penyusun.md", "docs/panduan-opd.md"] {
        let text = page(guide);
        let blocks = text.split("```sh\n").skip(1);
        let blocks = blocks.map(|block| block.split("```").next().unwrap());
        for line in blocks.flat_map(str::lines) {
            let arguments: Vec<&str> = line.split_whitespace().skip(1).collect();
            // The page of the preview is there until somebody ends it; its tests look at it.
            if arguments[0] == "preview" {
                continue;
            }
            if arguments == ["diff", "lama", "baru"] {
                copy("lama");
                sandbox.write("pillars/governance/strategi.md", "Teks baru.\n");
                copy("baru");
            }
            let run = sandbox.run(&arguments);
            // A plan that is begun has findings; the command itself is right.
            assert_ne!(run.status, 2, "{line}: {}", run.stderr);
            told += 1;
        }
    }
    assert!(told > 12, "{told}");
}

/// A page of the documentation.
fn page(file: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(file)).unwrap()
}

#[test]
fn findings_come_in_the_form_that_is_asked_for() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "goal:layanan-publik", "goal:layanan-pubik");
    let short = sandbox.run(&["check", "--language", "en", "--format", "short"]);
    assert_data_eq!(
        short.stdout,
        str![[r#"
plan/opd/diskominfo/programs/layanan-aduan.toml:11:13: error: there is no goal `layanan-pubik`; did you mean `layanan-publik`? [STR015 unknown-reference]

"#]]
    );
    let github = sandbox.run(&["check", "--language", "en", "--format", "github"]);
    assert_data_eq!(
        github.stdout,
        str![[r#"
::stop-commands::[..]
error[STR015 unknown-reference]: there is no goal `layanan-pubik`
  --> plan/opd/diskominfo/programs/layanan-aduan.toml:11:13
   |
11 | supports = ["goal:layanan-pubik"[..]
   |             ^^^^^^^^^^^^^^^^^^^^
   |
   = help: did you mean `layanan-publik`?

::[..]::
::error file=plan/opd/diskominfo/programs/layanan-aduan.toml,line=11,col=13,title=STR015 unknown-reference::there is no goal `layanan-pubik`%0Adid you mean `layanan-publik`?

"#]]
    );
    let json = sandbox.run(&["check", "--format", "json"]);
    assert_eq!(json.status, 1);
    let document: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(document["version"], 1);
    assert_eq!(document["errors"], 1);
    let finding = &document["findings"][0];
    assert_eq!(finding["code"], "STR015");
    assert_eq!(
        finding["file"],
        "plan/opd/diskominfo/programs/layanan-aduan.toml"
    );
    assert_eq!(
        (&finding["line"], &finding["end_column"]),
        (&11.into(), &33.into())
    );
}

#[test]
fn inside_github_actions_findings_become_annotations() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "goal:layanan-publik", "goal:layanan-pubik");
    let output = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .arg("check")
        .current_dir(sandbox.root())
        .env("GITHUB_ACTIONS", "true")
        .env_remove("GITHUB_STEP_SUMMARY")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("\n::error file=plan/opd/diskominfo/programs/"),
        "{text}"
    );
    assert!(text.contains("11 | supports = "), "{text}");
}

#[test]
fn a_build_tells_what_it_is_made_of_and_where_its_time_goes() {
    let sandbox = Sandbox::new();
    sandbox.write("assets/dua kata.svg", "<svg/>");
    let run = sandbox.run(&["build", "--deps", "buku.d", "--timings"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let rule = fs::read_to_string(sandbox.root().join("buku.d")).unwrap();
    let (book, files) = rule.split_once(':').unwrap();
    assert_eq!(book, "build/master-plan.pdf");
    for file in ["plan/plan.toml", "plan/assets/dua\\ kata.svg"] {
        assert!(files.contains(&format!("  {file}")), "{rule}");
    }
    for stage in [
        "membaca dan memeriksa rencana",
        "merangkai buku",
        "menyusun halaman",
        "menulis berkas",
    ] {
        assert!(
            run.stderr.contains(&format!(" s  {stage}\n")),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn explain_proposes_what_it_knows() {
    let sandbox = Sandbox::empty();
    for (name, similar) in [
        ("TXT50", Some("TXT050")),
        ("txt-50", Some("TXT050")),
        ("MON9", Some("MON009")),
        ("DIF1", Some("DIF001")),
        ("progam", Some("program")),
        ("quick-win-to-long", Some("quick-win-too-long")),
        ("target-lowred", Some("target-lowered")),
        ("formt", Some("format")),
        ("zzzzzzzz", None),
    ] {
        let run = sandbox.run(&["explain", name]);
        let wanted = match similar {
            Some(similar) => format!("tidak ada aturan `{name}`; maksudnya `{similar}`?"),
            None => {
                format!("tidak ada aturan `{name}`; daftarnya ada di `ambonplan explain --all`")
            }
        };
        assert_eq!(run.stderr, format!("kesalahan: {wanted}\n"));
    }
    // Of several the nearest three.
    let run = sandbox.run(&["explain", "missing-file-name"]);
    let (_, meant) = run.stderr.split_once("maksudnya ").unwrap();
    assert_eq!(meant.matches('`').count(), 6, "{meant}");
    assert!(meant.contains("`missing-file`"), "{meant}");
    for (name, kind) in [
        ("opd.toml", "opd"),
        ("plan.toml", "plan"),
        ("plan/opd/dishub/opd.toml", "opd"),
        ("opd\\dishub\\programs\\bus.toml", "program"),
        ("registry/laws.toml", "registry"),
    ] {
        let run = sandbox.run(&["explain", name]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{name}");
        let section = run.stdout;
        let wanted = sandbox.run(&["explain", kind]).stdout;
        assert!(wanted.starts_with(&section), "{name}: {section}");
    }
}

/// Editors of TOML find what they need beside a new plan, and what is there stays.
#[test]
fn a_new_plan_comes_with_settings_for_editors() {
    let documented = include_str!("../../docs/editors.md");
    for (arguments, folder) in [
        (&["init"][..], "plan/"),
        (&["init", "--language", "en"], "plan/"),
        (&["init", "rencana kota"], "rencana kota/"),
        (&["init", "./kota/rencana"], "kota/rencana/"),
    ] {
        let sandbox = Sandbox::empty();
        assert_eq!(sandbox.run(arguments).status, 0);
        let text = fs::read_to_string(sandbox.root().join(".taplo.toml")).unwrap();
        let plain = text.replace(&format!("\"{folder}"), "\"plan/");
        assert!(
            documented.contains(&format!("```toml\n{plain}```")),
            "{text}"
        );
    }
    let sandbox = Sandbox::empty();
    let run = sandbox.run(&["init", "--language", "en"]);
    assert_eq!(
        run.stderr,
        "8 files in `plan`; `ambonplan build --plan plan` makes the book\n\
         `.taplo.toml` tells editors of TOML how a plan is written; \
         `ambonplan schema --all .schemas` adds the keys\n"
    );
    // What is there is kept, and who wants none gets none.
    for name in [".taplo.toml", "taplo.toml"] {
        let sandbox = Sandbox::empty();
        fs::write(sandbox.root().join(name), "own").unwrap();
        assert_eq!(sandbox.run(&["init"]).status, 0);
        let text = fs::read_to_string(sandbox.root().join(name)).unwrap();
        assert_eq!(text, "own");
        let both = [".taplo.toml", "taplo.toml"];
        let there = both.iter().filter(|one| sandbox.root().join(one).exists());
        assert_eq!(there.count(), 1);
    }
    let sandbox = Sandbox::empty();
    assert_eq!(sandbox.run(&["init", "--no-taplo"]).status, 0);
    assert!(!sandbox.root().join(".taplo.toml").exists());
    // A plan elsewhere leaves the folder alone in which the command runs, and its own.
    let (sandbox, other) = (Sandbox::empty(), Sandbox::empty());
    let elsewhere = other.root().join("plan");
    let run = sandbox.run(&["init", elsewhere.to_str().unwrap()]);
    assert_eq!(run.status, 0);
    for folder in [sandbox.root(), other.root()] {
        assert!(!folder.join(".taplo.toml").exists());
    }
}
