//! Files and folders under other names than those that were meant, in both languages.

use std::fs;

use ambonplan::finding::{Findings, Format, Written, render};
use ambonplan::language::{Catalogue, Language};
use ambonplan::{check, project, reading};

use crate::sandbox::{Sandbox, without_placeholders};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";
const OPD: &str = "opd/diskominfo/opd.toml";
const CHAPTER: &str = "chapters/pendahuluan.md";
const TEXT: &str = "pillars/governance/strategi.md";

/// Moves a file or folder of the plan.
fn rename(sandbox: &Sandbox, from: &str, to: &str) {
    // The way over another name also changes the case of one.
    let between = sandbox.root().join("between");
    fs::rename(sandbox.plan().join(from), &between).unwrap();
    let to = sandbox.plan().join(to);
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    fs::rename(between, to).unwrap();
}

/// Copies a file of the plan, with something more in it if it is to be another version.
fn copy(sandbox: &Sandbox, from: &str, to: &str, more: &str) {
    let text = fs::read_to_string(sandbox.plan().join(from)).unwrap();
    sandbox.write(to, text + more);
}

/// Everything that is said of the plan, a line for each finding, without the rule.
fn said(sandbox: &Sandbox, language: Language) -> Vec<String> {
    let project = project::load(&sandbox.plan(), &without_placeholders()).unwrap();
    let rules = check::rules();
    let text = render(
        &project.tree,
        &project.findings,
        &Written {
            format: Format::Short,
            catalogue: &Catalogue::new(language),
            prefix: "",
            here: "",
            repository: "",
            limit: None,
            all: true,
            rules: &rules,
        },
    );
    let line = |line: &str| {
        let (place, rest) = line.split_once(": ").unwrap();
        let (place, _) = place.split_once(":1:").unwrap_or((place, ""));
        let (_, words) = rest.split_once(": ").unwrap();
        let (words, _) = words.rsplit_once(" [").unwrap();
        format!("{place}: {words}")
    };
    text.lines().map(line).collect()
}

/// What is said of a changed plan, which is one thing, in Indonesian and English.
#[track_caller]
fn only(change: impl Fn(&Sandbox), indonesian: &str, english: &str) {
    let sandbox = Sandbox::new();
    change(&sandbox);
    assert_eq!(said(&sandbox, Language::Indonesian), [indonesian]);
    assert_eq!(said(&sandbox, Language::English), [english]);
}

#[test]
fn an_ending_that_windows_hides_is_the_first_thing_said() {
    for (path, name) in [
        (PROGRAM, "layanan-aduan.toml"),
        (OPD, "opd.toml"),
        ("plan.toml", "plan.toml"),
        (CHAPTER, "pendahuluan.md"),
        (TEXT, "strategi.md"),
        ("registry/rpjmd.toml", "rpjmd.toml"),
    ] {
        only(
            |sandbox| rename(sandbox, path, &format!("{path}.txt")),
            &format!(
                "{path}.txt: Windows menyembunyikan akhiran `.txt`: berkas ini bernama \
                 `{name}.txt`, bukan `{name}`; ganti namanya menjadi `{name}`; File Explorer \
                 menampilkan akhiran lewat Tampilan > Tampilkan > Ekstensi nama file"
            ),
            &format!(
                "{path}.txt: Windows hides the ending `.txt`: this file is called \
                 `{name}.txt`, not `{name}`; rename it to `{name}`; File Explorer shows endings \
                 with View > Show > File name extensions"
            ),
        );
    }
}

#[test]
fn capitals_in_the_name_of_a_file_are_named() {
    for (path, other, name) in [
        (OPD, "opd/diskominfo/Opd.toml", "opd.toml"),
        (OPD, "opd/diskominfo/OPD.TOML", "opd.toml"),
        ("plan.toml", "Plan.Toml", "plan.toml"),
        (CHAPTER, "chapters/PENDAHULUAN.MD", "pendahuluan.md"),
        (TEXT, "pillars/governance/strategi.MD", "strategi.md"),
        (
            PROGRAM,
            "opd/diskominfo/programs/Layanan-Aduan.TOML",
            "layanan-aduan.toml",
        ),
    ] {
        let was = other.rsplit('/').next().unwrap();
        only(
            |sandbox| rename(sandbox, path, other),
            &format!(
                "{other}: `{was}` memakai huruf besar; nama berkas ditulis dengan huruf kecil; \
                 ganti nama berkas menjadi `{name}`"
            ),
            &format!(
                "{other}: `{was}` has capitals; names of files are written in lower case; \
                 rename the file to `{name}`"
            ),
        );
    }
}

#[test]
fn blanks_and_underscores_are_named_with_the_id_that_is_meant() {
    for other in [
        "Layanan Aduan.toml",
        "layanan_aduan.toml",
        "layanan aduan .toml",
    ] {
        let path = format!("opd/diskominfo/programs/{other}");
        only(
            |sandbox| rename(sandbox, PROGRAM, &path),
            &format!(
                "{path}: `{other}` memuat spasi, garis bawah, atau huruf yang tidak boleh ada \
                 dalam id; hanya huruf kecil, angka, dan tanda hubung; ganti nama berkas menjadi \
                 `layanan-aduan.toml`"
            ),
            &format!(
                "{path}: `{other}` has blanks, underscores or letters that an id cannot have; \
                 only lower-case letters, digits and hyphens; rename the file to \
                 `layanan-aduan.toml`"
            ),
        );
    }
    only(
        |sandbox| {
            let opd = "name = \"Dinas Perhubungan\"\nabbreviation = \"Dishub\"\nkind = \"dinas\"\n";
            let head = "[head]\nposition = \"Kepala\"\nname = \"Budi\"\n";
            let signed = "[commitment]\nstatus = \"signed\"\ndate = 2026-11-24\n\
                          document = \"contoh\"\n";
            sandbox.write(
                "opd/Dinas_Perhubungan/opd.toml",
                format!("{opd}{head}{signed}"),
            );
            sandbox.edit(
                PROGRAM,
                "[[activity]]",
                "partners = [\"opd:dinas-perhubungan\"]\n[[activity]]",
            );
        },
        "opd/Dinas_Perhubungan/opd.toml: nama folder `opd/Dinas_Perhubungan` memuat spasi, garis \
         bawah, atau huruf yang tidak boleh ada dalam id; hanya huruf kecil, angka, dan tanda \
         hubung; ganti nama folder menjadi `dinas-perhubungan`",
        "opd/Dinas_Perhubungan/opd.toml: the name of the folder `opd/Dinas_Perhubungan` has \
         blanks, underscores or letters that an id cannot have; only lower-case letters, digits \
         and hyphens; rename the folder to `dinas-perhubungan`",
    );
}

#[test]
fn folders_by_another_word_are_known() {
    for (from, to) in [
        ("pillars", "pilar"),
        ("opd", "skpd"),
        ("opd", "dinas"),
        ("chapters", "bab"),
        ("registry", "registy"),
        ("evaluations", "evaluasi"),
        ("opd/diskominfo/programs", "opd/diskominfo/program"),
    ] {
        let sandbox = Sandbox::new();
        if from == "evaluations" {
            sandbox.write(
                "evaluations/2027-11-24.toml",
                "title = \"Evaluasi\"\nstatus = \"planned\"\n",
            );
        }
        let name = from.rsplit('/').next().unwrap();
        rename(&sandbox, from, to);
        let said = said(&sandbox, Language::Indonesian);
        let wanted = format!(
            ": folder `{to}` tidak dikenal; namanya `{name}`; ganti nama folder menjadi `{name}`"
        );
        assert!(said.len() == 1 && said[0].ends_with(&wanted), "{said:?}");
    }
    for (from, to) in [
        ("opd", "OPD"),
        ("pillars", "Pillars"),
        ("opd/diskominfo", "opd/Diskominfo"),
    ] {
        let sandbox = Sandbox::new();
        let name = from.rsplit('/').next().unwrap();
        rename(&sandbox, from, to);
        let said = said(&sandbox, Language::English);
        let wanted = format!(
            ": the folder `{to}` has capitals; names of folders are written in lower case; \
             rename the folder to `{name}`"
        );
        assert!(said.len() == 1 && said[0].ends_with(&wanted), "{said:?}");
    }
}

#[test]
fn what_lies_in_another_folder_is_to_be_moved() {
    for (from, to, path) in [
        (PROGRAM, "opd/diskominfo/layanan-aduan.toml", PROGRAM),
        (OPD, "opd/diskominfo.toml", OPD),
        (
            "pillars/governance/pillar.toml",
            "pillars/governance.toml",
            "pillars/governance/pillar.toml",
        ),
        ("registry/rpjmd.toml", "rpjmd.toml", "registry/rpjmd.toml"),
    ] {
        only(
            |sandbox| rename(sandbox, from, to),
            &format!("{to}: `{to}` salah tempat; pindahkan ke `{path}`"),
            &format!("{to}: `{to}` does not belong in this folder; move it to `{path}`"),
        );
    }
    for (from, to, folder, into) in [
        (
            PROGRAM,
            "opd/diskominfo/programs/2026/layanan-aduan.toml",
            "opd/diskominfo/programs/2026",
            "opd/diskominfo/programs",
        ),
        (
            PROGRAM,
            "opd/diskominfo/2026/layanan-aduan.toml",
            "opd/diskominfo/2026",
            "opd/diskominfo/programs",
        ),
        (
            CHAPTER,
            "chapters/bab-1/pendahuluan.md",
            "chapters/bab-1",
            "chapters",
        ),
    ] {
        only(
            |sandbox| rename(sandbox, from, to),
            &format!(
                "{to}: isi folder `{folder}` salah tempat; pindahkan isinya ke folder `{into}`"
            ),
            &format!(
                "{to}: the files in `{folder}` do not belong in this folder; move them to `{into}`"
            ),
        );
    }
    only(
        |sandbox| rename(sandbox, "opd/diskominfo", "opd/dinas/diskominfo"),
        "opd/dinas/diskominfo/opd.toml: isi folder `opd/dinas` salah tempat; pindahkan isinya ke \
         folder `opd`",
        "opd/dinas/diskominfo/opd.toml: the files in `opd/dinas` do not belong in this folder; \
         move them to `opd`",
    );
}

#[test]
fn copies_are_compared_with_what_they_are_copies_of() {
    for (path, names) in [
        (
            PROGRAM,
            &[
                "layanan-aduan (1).toml",
                "layanan-aduan - Salin.toml",
                "layanan-aduan - Copy (2).toml",
                "Salinan layanan-aduan.toml",
                "Copy of layanan-aduan.toml",
                "layanan-aduan-LAPTOP-AB12.toml",
                "layanan-aduan-KomputerBudi.toml",
                "layanan-aduan (konflik Budi 2026-11-28).toml",
                "layanan-aduan (Budi's conflicted copy 2026-11-28).toml",
                "layanan-aduan_old.toml",
                "layanan-aduan_final_rev2.toml",
                "layanan-aduan lama.toml",
                "layanan-aduan.toml - Salin.txt",
            ][..],
        ),
        (
            OPD,
            &["opd (1).toml", "Opd - Copy.toml", "opd-DESKTOP-1A2B.toml"],
        ),
        (
            CHAPTER,
            &["pendahuluan (1).md", "Salinan dari pendahuluan.md"],
        ),
        (
            TEXT,
            &["strategi (1).md", "strategi_lama.md", "strategi - Salin.md"],
        ),
        (
            "registry/rpjmd.toml",
            &["rpjmd (1).toml", "rpjmd_backup.toml"],
        ),
        ("plan.toml", &["plan (1).toml", "plan - Copy.toml"]),
    ] {
        for name in names {
            let other = match path.rsplit_once('/') {
                Some((folder, _)) => format!("{folder}/{name}"),
                None => (*name).to_owned(),
            };
            only(
                |sandbox| copy(sandbox, path, &other, "\n"),
                &format!(
                    "{other}: `{name}` adalah salinan atau versi lain dari `{path}` dengan isi yang \
                     berbeda; yang dibaca hanya `{path}`; bandingkan keduanya, pindahkan yang benar \
                     ke `{path}`, lalu hapus berkas ini; jika ini memang hal lain, beri nama lain"
                ),
                &format!(
                    "{other}: `{name}` is a copy or another version of `{path}`, and says something \
                     else; only `{path}` is read; compare the two, take what is right over into \
                     `{path}`, and delete this file; if it is something else, give it another name"
                ),
            );
            only(
                |sandbox| copy(sandbox, path, &other, ""),
                &format!(
                    "{other}: `{name}` adalah salinan dari `{path}`, dan isinya sama; hapus salinan ini"
                ),
                &format!("{other}: `{name}` is a copy of `{path}` and says the same; delete it"),
            );
        }
    }
    only(
        |sandbox| {
            copy(sandbox, OPD, "opd/diskominfo - Salin/opd.toml", "");
            let program = "opd/diskominfo - Salin/programs/layanan-aduan.toml";
            copy(sandbox, PROGRAM, program, "");
        },
        "opd/diskominfo - Salin/opd.toml: folder `opd/diskominfo - Salin` adalah salinan atau versi \
         lain dari `opd/diskominfo`; yang dibaca hanya `opd/diskominfo`; bandingkan keduanya, \
         pindahkan yang benar ke `opd/diskominfo`, lalu hapus folder ini; jika ini memang hal lain, \
         beri nama lain",
        "opd/diskominfo - Salin/opd.toml: the folder `opd/diskominfo - Salin` is a copy or another \
         version of `opd/diskominfo`; only `opd/diskominfo` is read; compare the two, take what is \
         right over into `opd/diskominfo`, and delete this folder; if it is something else, give it \
         another name",
    );
    // Without the original it is only the name of a copy.
    only(
        |sandbox| rename(sandbox, OPD, "opd/diskominfo/opd (1).toml"),
        "opd/diskominfo/opd (1).toml: `opd (1).toml` adalah nama salinan, sedangkan berkas aslinya \
         tidak ada; ganti nama berkas menjadi `opd.toml`",
        "opd/diskominfo/opd (1).toml: `opd (1).toml` is the name of a copy, and the file that it \
         would be a copy of is not there; rename the file to `opd.toml`",
    );
}

/// Names that are like those of copies and were chosen.
#[test]
fn names_that_somebody_chose_are_let_pass() {
    let sandbox = Sandbox::new();
    for name in [
        "strategi-lama.md",
        "strategi-UPTD.md",
        "strategi bagian dua.md",
        "Strategi (UPTD).md",
        "strategi 2.md",
    ] {
        sandbox.write(&format!("pillars/governance/{name}"), "Isi.\n");
    }
    assert_eq!(said(&sandbox, Language::Indonesian), [""; 0]);
}

#[test]
fn a_plan_in_a_folder_of_the_plan_directory_is_found() {
    for folder in ["plan", "rencana-main", "a/b"] {
        only(
            |sandbox| {
                let between = sandbox.root().join("between");
                fs::rename(sandbox.plan(), &between).unwrap();
                let inner = sandbox.plan().join(folder);
                fs::create_dir_all(inner.parent().unwrap()).unwrap();
                fs::rename(between, inner).unwrap();
            },
            &format!(
                "{folder}/plan.toml: rencana berada di folder `{folder}` di dalam folder rencana, \
                 seperti hasil membuka arsip ZIP; pindahkan semua isi `{folder}` satu folder ke atas, \
                 atau jalankan perintah di folder `{folder}` itu sendiri"
            ),
            &format!(
                "{folder}/plan.toml: the plan is in the folder `{folder}` of the plan directory, as \
                 it comes out of an archive; move everything in `{folder}` one folder up, or run the \
                 command in `{folder}` itself"
            ),
        );
    }
    only(
        |sandbox| {
            for path in ["plan.toml", OPD, PROGRAM] {
                copy(sandbox, path, &format!("lama/{path}"), "");
            }
        },
        "lama/plan.toml: folder `lama` memuat rencana lain yang tidak dibaca; pindahkan `lama` ke \
         luar folder rencana, atau hapus",
        "lama/plan.toml: the folder `lama` has another plan in it, which is not read; move `lama` \
         out of the plan directory, or delete it",
    );
}

#[test]
fn other_encodings_are_named_and_read() {
    let little = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let big = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<u8>>()
    };
    for path in [PROGRAM, OPD, "plan.toml", CHAPTER, TEXT] {
        let text = fs::read_to_string(Sandbox::new().plan().join(path)).unwrap();
        for bytes in [
            [b"\xff\xfe".as_slice(), &little(&text)].concat(),
            [b"\xfe\xff".as_slice(), &big(&text)].concat(),
            little(&text),
            big(&text),
        ] {
            only(
                |sandbox| {
                    sandbox.write(path, &bytes);
                },
                &format!(
                    "{path}: berkas tersimpan sebagai UTF-16, yang oleh Notepad lama disebut \
                     “Unicode”; di Notepad: File > Simpan Sebagai, pilih Pengodean UTF-8, lalu Simpan"
                ),
                &format!(
                    "{path}: the file is saved as UTF-16, which old versions of Notepad call \
                     “Unicode”; in Notepad: File > Save As, choose the encoding UTF-8, Save"
                ),
            );
        }
    }
    only(
        |sandbox| {
            sandbox.write(TEXT, b"Caf\xe9 \x93satu\x94.\n");
        },
        &format!(
            "{TEXT}: berkas tersimpan sebagai Windows-1252, yang oleh Notepad disebut “ANSI”; di \
             Notepad: File > Simpan Sebagai, pilih Pengodean UTF-8, lalu Simpan"
        ),
        &format!(
            "{TEXT}: the file is saved as Windows-1252, which Notepad calls “ANSI”; in Notepad: \
             File > Save As, choose the encoding UTF-8, Save"
        ),
    );
}

const LEFT_BEHIND: [&str; 18] = [
    "Thumbs.db",
    "assets/THUMBS.DB",
    "opd/diskominfo/desktop.ini",
    "opd/diskominfo/Desktop.ini",
    "chapters/.DS_Store",
    "opd/diskominfo/~$profil.docx",
    "opd/diskominfo/programs/layanan-aduan.toml.tmp",
    "chapters/pendahuluan.md~",
    "chapters/#pendahuluan.md#",
    "chapters/.#pendahuluan.md",
    "chapters/.pendahuluan.md.swp",
    "opd/diskominfo/opd.toml.bak",
    "opd/diskominfo/opd.toml.orig",
    "opd/diskominfo/4913",
    "__MACOSX/._plan.toml",
    "__MACOSX/opd/diskominfo/opd.toml",
    "assets/foto.jpg.crdownload",
    "opd/diskominfo/programs/~WRL0003.tmp",
];

#[test]
fn what_programs_leave_behind_is_passed_over() {
    let sandbox = Sandbox::new();
    for path in LEFT_BEHIND {
        sandbox.write(path, "x");
    }
    assert_eq!(said(&sandbox, Language::Indonesian), [""; 0]);
    assert_eq!(
        sandbox
            .run(&["check", "--deny", "warnings", "--allow", "TXT050"])
            .status,
        0
    );
    assert_eq!(sandbox.run(&["fmt", "--check"]).stdout, "");
}

/// What git leaves out of a plan is no part of it, unless git has it.
#[test]
fn what_git_ignores_is_passed_over() {
    let git = |sandbox: &Sandbox, arguments: &[&str]| {
        let git = std::process::Command::new("git")
            .args(arguments)
            .current_dir(sandbox.root())
            .output()
            .unwrap();
        assert!(git.status.success(), "{git:?}");
    };
    let sandbox = Sandbox::new();
    git(&sandbox, &["init", "-q"]);
    let rules = "*.docx\ncatatan/\n/plan/opd/diskominfo/programs/coba.toml\n";
    fs::write(sandbox.root().join(".gitignore"), rules).unwrap();
    fs::write(sandbox.root().join(".git/info/exclude"), "*.xlsx\n").unwrap();
    sandbox.write("chapters/.gitignore", "*.txt\n!penting.txt\n");
    for path in [
        "opd/diskominfo/profil.docx",
        "catatan/a.md",
        "opd/diskominfo/programs/coba.toml",
        "renja.xlsx",
        "chapters/catatan.txt",
    ] {
        sandbox.write(path, "x");
    }
    assert_eq!(said(&sandbox, Language::Indonesian), [""; 0]);
    // A rule that takes something back, and a file of which git keeps track.
    sandbox.write("chapters/penting.txt", "x");
    sandbox.write("catatan/b.txt", "x");
    git(&sandbox, &["add", "-f", "plan/catatan/b.txt"]);
    let mut findings = Findings::default();
    let tree = reading::read(&sandbox.plan(), &mut findings).unwrap();
    let places: Vec<String> = findings.iter().map(|one| tree.place(one.span)).collect();
    assert_eq!(places, ["catatan/b.txt:1:1", "chapters/penting.txt:1:1"]);
    // Whoever names a plan that is ignored as a whole wants it.
    fs::remove_file(sandbox.plan().join("opd/diskominfo/programs/coba.toml")).unwrap();
    fs::write(sandbox.root().join(".gitignore"), "/plan/\n").unwrap();
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert!(
        run.stderr.contains("1 pilar, 1 OPD, 1 program"),
        "{}",
        run.stderr
    );
}

/// However deep another plan stands, one thing is said of it.
#[test]
fn a_plan_anywhere_in_a_plan_is_one_thing() {
    for folder in [
        "chapters/plan",
        "opd/baru",
        "opd/diskominfo/plan",
        "opd/diskominfo/programs/a/b/plan",
        "pillars/baru",
        "registry/plan",
        "assets/lama",
        "x/y/z/a/b/plan",
    ] {
        let whole = |sandbox: &Sandbox| {
            for file in
                ambonplan::scaffold::plan(jiff::civil::date(2026, 11, 24), Language::English)
            {
                let below = file.path.strip_prefix("plan/").unwrap_or(&file.path);
                sandbox.write(&format!("{folder}/{below}"), file.text);
            }
        };
        let sandbox = Sandbox::new();
        whole(&sandbox);
        let first = said(&sandbox, Language::English);
        let first = first[0].split_once(": ").unwrap().0.to_owned();
        only(
            whole,
            &format!(
                "{first}: folder `{folder}` memuat rencana lain yang tidak dibaca; pindahkan \
                 `{folder}` ke luar folder rencana, atau hapus"
            ),
            &format!(
                "{first}: the folder `{folder}` has another plan in it, which is not read; move \
                 `{folder}` out of the plan directory, or delete it"
            ),
        );
    }
}

/// Of a file without anything in it one thing is said, whatever is missing with it.
#[test]
fn an_empty_file_is_one_thing() {
    for (path, kind) in [
        (PROGRAM, "program"),
        (OPD, "opd"),
        ("pillars/governance/pillar.toml", "pillar"),
    ] {
        for text in ["", "\n\n", "# nanti diisi\n"] {
            let sandbox = Sandbox::new();
            sandbox.write(path, text);
            let told = said(&sandbox, Language::Indonesian);
            let errors: Vec<&String> = told.iter().filter(|one| one.starts_with(path)).collect();
            let begin = format!("{path}: berkas ini kosong; isi sedikitnya kunci `");
            let end = format!("`ambonplan explain {kind}` menjelaskan isinya, dengan contoh");
            assert!(
                errors[0].starts_with(&begin) && errors[0].ends_with(&end),
                "{told:?}"
            );
            let others = told.iter().filter(|one| !one.contains("tidak terbaca"));
            assert_eq!(others.count(), 1, "{told:?}");
        }
    }
}

#[test]
fn an_ending_that_another_program_added_is_named() {
    for (path, name) in [
        (PROGRAM, "layanan-aduan.toml"),
        (OPD, "opd.toml"),
        ("plan.toml", "plan.toml"),
        (CHAPTER, "pendahuluan.md"),
        (TEXT, "strategi.md"),
    ] {
        for added in [
            ".docx",
            ".DOCX",
            ".rtf",
            ".txt.docx",
            ".docx.txt",
            ".json",
            ".html",
        ] {
            only(
                |sandbox| rename(sandbox, path, &format!("{path}{added}")),
                &format!(
                    "{path}{added}: program lain menambahkan akhirannya sendiri di belakang akhiran \
                     yang benar: berkas ini bernama `{name}{added}`, bukan `{name}`; ganti namanya \
                     menjadi `{name}`; di program itu, simpan sebagai “Teks Biasa”"
                ),
                &format!(
                    "{path}{added}: another program wrote an ending of its own behind the right \
                     one: this file is called `{name}{added}`, not `{name}`; rename it to \
                     `{name}`; in the other program, save as “Plain text”"
                ),
            );
        }
    }
    // A document of Word does not become a text by another name.
    only(
        |sandbox| {
            fs::remove_file(sandbox.plan().join(TEXT)).unwrap();
            sandbox.write(&format!("{TEXT}.docx"), b"PK\x03\x04\x14\x00\x06\x00");
        },
        &format!(
            "{TEXT}.docx: berkas ini dokumen Word, Excel, atau LibreOffice (DOCX, XLSX, ODT) atau \
             arsip lain, bukan teks; buka dengan programnya, salin teksnya, lalu tempel ke berkas \
             kosong di penyunting teks biasa dan simpan sebagai `{TEXT}`; mengganti nama saja tidak \
             menjadikannya Markdown atau TOML"
        ),
        &format!(
            "{TEXT}.docx: this file is a document of Word, Excel or LibreOffice (DOCX, XLSX, ODT) \
             or another archive, and no text; open it with its program, copy the text, and paste \
             it into an empty file in an editor for plain text, saved as `{TEXT}`; another name \
             alone makes no Markdown or TOML of it"
        ),
    );
}

#[test]
fn a_file_without_an_ending_gets_the_one_of_its_place() {
    for (path, name) in [
        (PROGRAM, "layanan-aduan.toml"),
        (OPD, "opd.toml"),
        ("plan.toml", "plan.toml"),
        ("pillars/governance/pillar.toml", "pillar.toml"),
        ("registry/rpjmd.toml", "rpjmd.toml"),
        (CHAPTER, "pendahuluan.md"),
        (TEXT, "strategi.md"),
    ] {
        let (bare, _) = path.rsplit_once('.').unwrap();
        let (was, _) = name.rsplit_once('.').unwrap();
        only(
            |sandbox| rename(sandbox, path, bare),
            &format!(
                "{bare}: `{was}` tidak berakhiran; akhiran menunjukkan jenis berkas: `.toml` atau \
                 `.md`; ganti nama berkas menjadi `{name}`"
            ),
            &format!(
                "{bare}: `{was}` has no ending, which tells what a file is: `.toml` or `.md`; \
                 rename the file to `{name}`"
            ),
        );
    }
    for (path, other, name) in [
        (
            PROGRAM,
            "opd/diskominfo/programs/layanan-aduan,toml",
            "layanan-aduan.toml",
        ),
        (
            PROGRAM,
            "opd/diskominfo/programs/layanan-aduantoml",
            "layanan-aduan.toml",
        ),
        (
            PROGRAM,
            "opd/diskominfo/programs/layanan-aduan.toml.",
            "layanan-aduan.toml",
        ),
        (OPD, "opd/diskominfo/opd.txt", "opd.toml"),
        ("plan.toml", "plan.txt", "plan.toml"),
    ] {
        let was = other.rsplit('/').next().unwrap();
        only(
            |sandbox| rename(sandbox, path, other),
            &format!(
                "{other}: akhiran `{was}` bukan akhiran berkas rencana, yaitu `.toml` atau `.md`; \
                 ganti nama berkas menjadi `{name}`"
            ),
            &format!(
                "{other}: `{was}` has another ending than the files of a plan: `.toml`, `.md`; \
                 rename the file to `{name}`"
            ),
        );
    }
    // A name that somebody wrote in capitals with its ending is in lower case.
    only(
        |sandbox| rename(sandbox, TEXT, "pillars/governance/STRATEGI.MD"),
        "pillars/governance/STRATEGI.MD: `STRATEGI.MD` memakai huruf besar; nama berkas ditulis \
         dengan huruf kecil; ganti nama berkas menjadi `strategi.md`",
        "pillars/governance/STRATEGI.MD: `STRATEGI.MD` has capitals; names of files are written in \
         lower case; rename the file to `strategi.md`",
    );
    let sandbox = Sandbox::new();
    for name in ["LICENSE", "opd/diskominfo/Makefile", "assets/peta"] {
        sandbox.write(name, "x");
    }
    let said = said(&sandbox, Language::Indonesian);
    assert!(
        said.iter().all(|one| !one.contains("berakhiran")),
        "{said:?}"
    );
}

/// The file of another plan, alone, among those of this one or deep below it.
#[test]
fn another_plan_file_is_named_wherever_it_stands() {
    for folder in [
        "chapters",
        "opd",
        "opd/diskominfo",
        "opd/diskominfo/programs",
        "pillars",
        "pillars/governance",
        "registry",
        "assets",
    ] {
        let path = format!("{folder}/plan.toml");
        only(
            |sandbox| copy(sandbox, "plan.toml", &path, ""),
            &format!(
                "{path}: `{path}` adalah berkas rencana lain yang tidak dibaca; rencana hanya punya \
                 satu `plan.toml`, di folder teratas; pindahkan berkas itu bersama semua yang \
                 menyertainya ke luar folder rencana, atau hapus; jika ini sebuah entri, beri nama \
                 lain"
            ),
            &format!(
                "{path}: `{path}` is the file of another plan, which is not read; a plan has one \
                 `plan.toml`, at its top; move it out of the plan directory with everything that \
                 belongs to it, or delete it; if it is an entry, call it something else"
            ),
        );
    }
    for folder in [
        "lama",
        "a/b/c/d/e",
        "opd/baru",
        "opd/diskominfo/lama",
        "opd/diskominfo/programs/a/b/c",
        "assets/2025/lama",
    ] {
        let path = format!("{folder}/plan.toml");
        only(
            |sandbox| copy(sandbox, "plan.toml", &path, ""),
            &format!(
                "{path}: folder `{folder}` memuat rencana lain yang tidak dibaca; pindahkan \
                 `{folder}` ke luar folder rencana, atau hapus"
            ),
            &format!(
                "{path}: the folder `{folder}` has another plan in it, which is not read; move \
                 `{folder}` out of the plan directory, or delete it"
            ),
        );
    }
}

/// A picture that is proposed as the one that was meant is not said to be unused.
#[test]
fn a_proposed_picture_is_one_thing() {
    let picture = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"300\"/>";
    for (file, shown, hint) in [
        (
            "peta-kota",
            "assets/peta-kta.svg",
            "maksudnya `assets/peta-kota.svg`?",
        ),
        (
            "peta-kota",
            "peta-kota.svg",
            "maksudnya `assets/peta-kota.svg`?",
        ),
        (
            "peta-kota",
            "C:/foto/peta-kota.svg",
            "maksudnya `assets/peta-kota.svg`?",
        ),
        (
            "Peta Kota",
            "assets/Peta Kota.svg",
            "tulis di antara kurung sudut: `<assets/Peta Kota.svg>`, atau ganti nama berkasnya",
        ),
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(&format!("assets/{file}.svg"), picture);
        let text = fs::read_to_string(sandbox.plan().join(CHAPTER)).unwrap();
        sandbox.write(
            CHAPTER,
            format!("{text}\n![Peta kota]({shown} \"Peta kota\")\n"),
        );
        let said = said(&sandbox, Language::Indonesian);
        assert!(said.len() == 1 && said[0].ends_with(hint), "{said:?}");
        // One that nobody can have meant is.
        sandbox.write("assets/struktur-organisasi-2024.svg", picture);
        let all = self::said(&sandbox, Language::Indonesian);
        let unused = "assets/struktur-organisasi-2024.svg: `assets/struktur-organisasi-2024.svg` \
                      tidak ditampilkan di mana pun; tampilkan, atau hapus";
        assert!(
            all.len() == 2 && all.iter().any(|one| one == unused),
            "{all:?}"
        );
    }
}

/// A file with districts, one of which has this id, and a programme that refers to it.
fn with_district(sandbox: &Sandbox, id: &str, references: &str) {
    let district = format!("[[district]]\nid = {id}\nname = \"Air Hulu\"\nsource = \"peta\"\n");
    sandbox.write("registry/districts.toml", district);
    sandbox.edit(
        PROGRAM,
        "[[activity]]",
        &format!("districts = {references}\n[[activity]]"),
    );
}

#[test]
fn a_malformed_id_is_the_only_mistake() {
    for (id, written, reference) in [
        ("Kec. Hulu", "\"Kec. Hulu\"", "kec-hulu"),
        ("Kec. Hulu", "'Kec. Hulu'", "hulu"),
        ("air_hulu", "\"air_hulu\"", "air-hulu"),
        ("AIR-HULU", "\"AIR-HULU\"", "air-hulu"),
        ("hulu ", "\"hulu \"", "hulu"),
        ("Ukur 7", "\"Ukur 7\"", "air-hulu"),
    ] {
        let change = |sandbox: &Sandbox| {
            with_district(sandbox, written, &format!("[\"{reference}\"]"));
        };
        only(
            change,
            &format!(
                "registry/districts.toml:2:6: `{id}` tidak dapat menjadi id kecamatan; tulis \
                 `{reference}`: id hanya memuat huruf kecil, angka, dan satu tanda hubung di \
                 antaranya"
            ),
            &format!(
                "registry/districts.toml:2:6: no district can have the id `{id}`; write \
                 `{reference}`: an id has lower-case letters, digits and single hyphens only"
            ),
        );
        let sandbox = Sandbox::new();
        change(&sandbox);
        let before = fs::read_to_string(sandbox.plan().join("registry/districts.toml")).unwrap();
        sandbox.run(&["check", "--fix"]);
        let after = fs::read_to_string(sandbox.plan().join("registry/districts.toml")).unwrap();
        assert_eq!(after, before.replace(written, &format!("\"{reference}\"")));
        assert_eq!(said(&sandbox, Language::English), [""; 0]);
    }
}

#[test]
fn a_malformed_id_is_mended_where_it_is_given_and_where_it_is_used() {
    let sandbox = Sandbox::new();
    with_district(&sandbox, "\"Kec. Hulu\"", "[\"Kec. Hulu\"]");
    assert_eq!(
        said(&sandbox, Language::English),
        [
            "registry/districts.toml:2:6: no district can have the id `Kec. Hulu`; write `kec-hulu`: \
          an id has lower-case letters, digits and single hyphens only"
        ]
    );
    sandbox.run(&["check", "--fix"]);
    assert_eq!(said(&sandbox, Language::English), [""; 0]);
    let program = fs::read_to_string(sandbox.plan().join(PROGRAM)).unwrap();
    assert!(program.contains("districts = [\"kec-hulu\"]"), "{program}");
}

#[test]
fn no_id_is_proposed_that_is_malformed() {
    for id in ["\"\"", "\"???\"", "\"Air Hulu\""] {
        let sandbox = Sandbox::new();
        with_district(&sandbox, id, "[\"air-hilir\", \"Air Hulu\"]");
        let said = said(&sandbox, Language::English).join("\n");
        for wrong in [
            "write `Air Hulu`",
            "write ``",
            "`???`:",
            "are: ,",
            "mean `Air Hulu`",
        ] {
            assert!(!said.contains(wrong), "{wrong}: {said}");
        }
    }
}

#[test]
fn a_file_is_to_be_named_as_references_name_it() {
    let refer = |sandbox: &Sandbox| {
        sandbox.edit(
            CHAPTER,
            "\n\n",
            "\n\n<opd:diskominfo> <program:layanan-aduan>\n\n",
        );
    };
    for (from, folder, to) in [
        ("opd/diskominfo", "opd/01. Diskominfo", "diskominfo"),
        ("opd/diskominfo", "opd/OPD Diskominfo", "diskominfo"),
        ("pillars/governance", "pillars/1_Governance", "governance"),
        (
            "pillars/governance",
            "pillars/Smart Governance",
            "governance",
        ),
    ] {
        let sandbox = Sandbox::new();
        refer(&sandbox);
        rename(&sandbox, from, folder);
        let said = said(&sandbox, Language::English);
        let [one] = said.as_slice() else {
            panic!("{folder}: {said:#?}");
        };
        let hint = format!(
            "the name of the folder `{folder}` has blanks, underscores or letters that an id \
             cannot have; only lower-case letters, digits and hyphens; rename the folder to `{to}`"
        );
        assert!(one.ends_with(&hint), "{one}, not {hint}");
    }
    for (from, name, to) in [
        (CHAPTER, "chapters/BAB I. Pendahuluan.md", "pendahuluan.md"),
        (CHAPTER, "chapters/01_PENDAHULUAN.md", "pendahuluan.md"),
        (
            PROGRAM,
            "opd/diskominfo/programs/1. Layanan Aduan.toml",
            "layanan-aduan.toml",
        ),
    ] {
        let was = name.rsplit('/').next().unwrap();
        let change = |sandbox: &Sandbox| {
            refer(sandbox);
            sandbox.write(
                &PROGRAM.replace(".toml", ".md"),
                "Loket dibuka setiap hari kerja.\n",
            );
            rename(sandbox, from, name);
        };
        only(
            change,
            &format!(
                "{name}: `{was}` memuat spasi, garis bawah, atau huruf yang tidak boleh ada dalam \
                 id; hanya huruf kecil, angka, dan tanda hubung; ganti nama berkas menjadi `{to}`"
            ),
            &format!(
                "{name}: `{was}` has blanks, underscores or letters that an id cannot have; only \
                 lower-case letters, digits and hyphens; rename the file to `{to}`"
            ),
        );
    }
}
