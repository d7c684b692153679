//! The canonical form of TOML.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use ambonplan::fmt::{format, narrative};
use ambonplan::model::shape::FileKind;
use proptest::prelude::*;
use snapbox::{IntoData, assert_data_eq, str};
use toml::de::DeTable;
use walkdir::WalkDir;

use crate::sandbox::Sandbox;

#[test]
fn a_file_that_many_hands_wrote_becomes_canonical() {
    let text = "
# Berkas ini milik Dishub.

start = 2027-01-01 # mulai
# di atas judul
title = 'Informasi angkutan'


number=2
\"dimension\" = \"pelayanan-publik\"
summary = \"\"\"
Dua
baris\"\"\"
supports = [
  \"goal:layanan-publik\", # komentar di dalam
]
partners = [ \"opd:bpbd\" , ]
total = 250000000
aneh = 1
head.b = 1

# risiko
risk = [ { mitigation = \"b\", text = \"a\" }, {text=\"c\",mitigation=\"d\"} ]

[[indicator]]
targets = { 2028 = 55.50, 2027 = 40 }
name = \"Tepat waktu\"
baseline = {value=40,year=2026}
# sebelum anggaran
[[budget]] # anggaran
amount = 250_0000_00
year = 2027
source = \"apbd-kota\"

[[activity]]
title = \"Kata \\\"petik\\\" dan \\\\ miring\"
districts = [\"satu-kecamatan-yang-panjang\", \"dua-kecamatan-yang-panjang\", \"tiga-kecamatan\"]

# penutup
";
    assert_data_eq!(
        format(FileKind::Program, text).unwrap(),
        str![[r##"
# Berkas ini milik Dishub.

# di atas judul
title = "Informasi angkutan"

number = 2
dimension = "pelayanan-publik"
partners = ["opd:bpbd"]
start = 2027-01-01 # mulai
summary = """
Dua
baris"""
supports = [
    "goal:layanan-publik", # komentar di dalam
]
total = 250_000_000
aneh = 1
head.b = 1

[[activity]]
title = "Kata \"petik\" dan \\ miring"
districts = [
    "satu-kecamatan-yang-panjang",
    "dua-kecamatan-yang-panjang",
    "tiga-kecamatan",
]

# sebelum anggaran
[[budget]] # anggaran
year = 2027
source = "apbd-kota"
amount = 250_000_000

[[indicator]]
name = "Tepat waktu"
baseline = { year = 2026, value = 40 }
targets = { 2027 = 40, 2028 = 55.50 }

# risiko
[[risk]]
text = "a"
mitigation = "b"

[[risk]]
text = "c"
mitigation = "d"

# penutup

"##]]
        .raw()
    );
}

#[test]
fn tables_below_dotted_keys_stay() {
    let text =
        "council.name = \"Dewan\"\n\n[council.decree]\nnumber = \"1\"\ntitle = \"Keputusan\"\n";
    assert_data_eq!(
        format(FileKind::Registry, text).unwrap(),
        str![[r#"
council.name = "Dewan"

[council.decree]
title = "Keputusan"
number = "1"

"#]]
        .raw()
    );
}

/// Years in a table with a header, behind dotted keys and between braces: one
/// form, unless a comment stands between them.
#[test]
fn targets_have_one_form() {
    let targets = [
        "# naik\n[indicator.targets] # target\n2028 = 55.50\n2027 = 40\n",
        "# naik\ntargets = {2028=55.50,2027=40} # target\n",
    ];
    for written in targets {
        assert_data_eq!(
            format(
                FileKind::Program,
                &format!("[[indicator]]\nname = \"A\"\n\n{written}")
            )
            .unwrap()
            .replace("\n\n", "\n"),
            str![[r#"
[[indicator]]
name = "A"
# naik
targets = { 2027 = 40, 2028 = 55.50 } # target

"#]]
            .raw()
        );
    }
    let dotted = "[[indicator]]\ntargets.2028 = 2\ntargets.2027 = 1\nname = \"A\"\n";
    assert_data_eq!(
        format(FileKind::Program, dotted).unwrap(),
        str![[r#"
[[indicator]]
name = "A"
targets = { 2027 = 1, 2028 = 2 }

"#]]
        .raw()
    );
    let commented =
        "[[indicator]]\nname = \"A\"\n\n[indicator.targets]\n# akhir\n2028 = 2\n2027 = 1\n";
    assert_data_eq!(
        format(FileKind::Program, commented).unwrap(),
        str![[r#"
[[indicator]]
name = "A"

[indicator.targets]
2027 = 1
# akhir
2028 = 2

"#]]
        .raw()
    );
    // A table that had no header before.
    let alone = "[indicator.targets]\n2028 = 2\n";
    assert_data_eq!(
        format(FileKind::Program, alone).unwrap(),
        str![[r#"
[indicator]
targets = { 2028 = 2 }

"#]]
        .raw()
    );
}

#[test]
fn the_schema_of_an_editor_stays_on_the_first_line() {
    let text = "#:schema ../program.json\n# judul\nnumber = 1\ntitle = \"A\"\n";
    assert_data_eq!(
        format(FileKind::Program, text).unwrap(),
        str![[r#"
#:schema ../program.json
title = "A"
# judul
number = 1

"#]]
        .raw()
    );
}

/// Comments stay with the items of a list, and make it one item to a line.
#[test]
fn lists_with_comments_have_one_form() {
    for (written, canonical) in [
        ("[ # kosong\n]", "[ # kosong\n]"),
        (
            "[\n# kosong\n\n  # sama sekali\n]",
            "[\n    # kosong\n    # sama sekali\n]",
        ),
        (
            "[\"a\", # satu\n\"b\"]",
            "[\n    \"a\", # satu\n    \"b\",\n]",
        ),
        (
            "['a' # satu\n, # lagi\n\n\n  # dua\n'b' # akhir\n]",
            "[\n    \"a\", # satu\n    # lagi\n    # dua\n    \"b\", # akhir\n]",
        ),
        (
            "[ # buka\n\t# di atas\n\t\"a\",\n\t# bawah\n\t]",
            "[ # buka\n    # di atas\n    \"a\",\n    # bawah\n]",
        ),
        (
            "[{b=1,a=2}, # ya\n[1,2]]",
            "[\n    { b = 1, a = 2 }, # ya\n    [1, 2],\n]",
        ),
        // Somebody arranged it with care.
        ("[\n  [1, # satu\n  2]]", "[\n  [1, # satu\n  2]]"),
    ] {
        let text = format!("aneh = {written} # di belakang\n");
        let once = format(FileKind::Program, &text).unwrap();
        assert_eq!(once, format!("aneh = {canonical} # di belakang\n"));
        assert_same(FileKind::Program, &text, &once);
    }
}

#[test]
fn money_with_a_sign_is_grouped() {
    for (written, canonical) in [("+50000", "50_000"), ("-50_000_00", "-5_000_000")] {
        assert_eq!(
            format(FileKind::Program, &format!("total = {written}\n")).unwrap(),
            format!("total = {canonical}\n")
        );
    }
}

/// A comment right below the last key of a table, such as a key that is switched off,
/// stays in that table wherever the table goes.
#[test]
fn a_comment_that_ends_a_table_stays_in_it() {
    let text = "title = \"A\"
# quick-win = true

# tentang risiko
[[risk]] # pertama
text = \"a\"
# probability = \"high\"
  # impact = \"low\"

[[risk]]
# tanpa kunci

[[indicator]]
name = \"I\"

[indicator.targets]
2028 = 2
2027 = 1
# 2029 = 3

[[activity]]
title = \"K\"
# di atas anggaran
[[budget]]
year = 2027
# confirmed = true
";
    let once = format(FileKind::Program, text).unwrap();
    assert_data_eq!(
        &once,
        str![[r##"
title = "A"
# quick-win = true

[[activity]]
title = "K"

# di atas anggaran
[[budget]]
year = 2027
# confirmed = true

[[indicator]]
name = "I"

[indicator.targets]
2027 = 1
2028 = 2
# 2029 = 3

# tentang risiko
[[risk]] # pertama
text = "a"
# probability = "high"
# impact = "low"

[[risk]]
# tanpa kunci

"##]]
        .raw()
    );
    assert_same(FileKind::Program, text, &once);
    // The end of a file, and a comment about all of it.
    for (end, canonical) in [
        ("# a\n", "# a\n"),
        ("# a", "# a\n"),
        ("\n# a\n", "\n# a\n"),
        ("# a\n\n\n# b\n", "# a\n\n# b\n"),
    ] {
        for table in ["number = 1\n", "[[risk]]\ntext = \"a\"\n"] {
            assert_eq!(
                format(FileKind::Program, &format!("{table}{end}")).unwrap(),
                format!("{table}{canonical}")
            );
        }
    }
}

/// Most lines decide how lines end. Those of a text are a part of what it says.
#[test]
fn ends_of_lines_inside_of_texts_stay() {
    for (text, canonical) in [
        (
            "title=\"A\"\nnumber=1\r\nsummary=\"\"\"\na\nb\r\nc\"\"\"\n",
            "title = \"A\"\nnumber = 1\nsummary = \"\"\"\na\nb\r\nc\"\"\"\n",
        ),
        (
            "title=\"A\"\r\nnumber=1\r\nsummary='''a\nb'''\n",
            "title = \"A\"\r\nnumber = 1\r\nsummary = '''a\nb'''\r\n",
        ),
        (
            "partners=[ # ya\r\n  \"\"\"a\r\nb\"\"\",\n]\nnumber=1\n",
            "number = 1\npartners = [ # ya\n    \"\"\"a\r\nb\"\"\",\n]\n",
        ),
        ("title = '''a\r\nb'''", "title = '''a\r\nb'''\n"),
    ] {
        let once = format(FileKind::Program, text).unwrap();
        assert_eq!(once, canonical);
        assert_same(FileKind::Program, text, &once);
    }
}

/// Whoever wrote a character in code that nobody sees wanted it seen.
#[test]
fn unseen_characters_stay_in_code() {
    let unseen = [
        "a0", "ad", "61c", "180e", "2007", "200b", "200d", "200e", "2028", "2029", "202e", "202f",
        "205f", "2060", "2066", "3000", "feff", "e000", "fe0f", "115f",
    ];
    for code in unseen {
        for written in [format!("\\u{code:0>4}"), format!("\\U{code:0>8}")] {
            let text = format!("title = \"a{written}b\"\n\"k{written}\" = 1\n");
            assert_eq!(
                format(FileKind::Program, &text).as_deref(),
                Some(text.as_str())
            );
        }
        // As it is, it stays as it is.
        let character = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        let text = format!("title = \"a{character}b\"\n");
        assert_eq!(
            format(FileKind::Program, &text).as_deref(),
            Some(text.as_str())
        );
    }
    for (written, canonical) in [
        ("\"a\\u0020b\"", "\"a b\""),
        ("\"\\u00e9\"", "\"é\""),
        ("'a'", "\"a\""),
    ] {
        assert_eq!(
            format(FileKind::Program, &format!("title = {written}\n")).unwrap(),
            format!("title = {canonical}\n")
        );
    }
}

/// Dotted keys stand in the order of the inline table that says the same.
#[test]
fn dotted_keys_have_the_order_of_inline_tables() {
    let text = "[[indicator]]\nbaseline.source = \"c\"\nbaseline.value = 4\nname = \"I\"\n\
                baseline.year = 2026\n";
    assert_data_eq!(
        format(FileKind::Program, text).unwrap(),
        str![[r#"
[[indicator]]
name = "I"
baseline.year = 2026
baseline.value = 4
baseline.source = "c"

"#]]
        .raw()
    );
    // Keys that nobody knows stay as they were written.
    let unknown = "aneh.b = 1\nlain = 2\naneh.a = 3\n";
    assert_eq!(
        format(FileKind::Program, unknown).unwrap(),
        "aneh.b = 1\naneh.a = 3\nlain = 2\n"
    );
    let entry = "indicator = [{ name = \"I\", targets.2028 = 2, targets.2027 = 3.2, \
                 baseline.value = 1, baseline.year = 2026 }]\n";
    let once = format(FileKind::Program, entry).unwrap();
    assert_data_eq!(
        &once,
        str![[r#"
[[indicator]]
name = "I"
baseline.year = 2026
baseline.value = 1
targets = { 2027 = 3.2, 2028 = 2 }

"#]]
        .raw()
    );
    assert_same(FileKind::Program, entry, &once);
}

/// Every fixture and both plans: the same meaning, the same comments, and
/// nothing left to do.
#[test]
fn files_keep_what_they_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut formatted = 0;
    for folder in ["plan", "examples", "tests/fixtures", "src/scaffold"] {
        for entry in WalkDir::new(root.join(folder)) {
            let path = entry.unwrap().into_path();
            if path.extension().is_none_or(|ending| ending != "toml") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for kind in FileKind::ALL {
                if let Some(once) = format(*kind, &text) {
                    assert_same(*kind, &text, &once);
                    formatted += 1;
                }
            }
        }
    }
    assert!(formatted > 1000, "{formatted}");
}

#[test]
fn the_shipped_plans_are_canonical() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for plan in ["plan", "examples/kota-teladan"] {
        let plan = root.join(plan);
        let run = Sandbox::empty().run(&["--plan", plan.to_str().unwrap(), "fmt", "--check"]);
        assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    }
    let sandbox = Sandbox::new();
    let run = sandbox.run(&["fmt", "--check"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
}

/// Front matter and blocks become canonical; every other byte stays.
#[test]
fn toml_inside_markdown_becomes_canonical() {
    let text = "+++
# tentang teks
status = 'draft' # rancangan
authors = [ 'Tim' , ]
title='Bab'
+++

# Bab   dengan  spasi  

```toml
b   =   1
```

```ambonplan
# tabel
caption='Program'
show   =  \"programs\"
```

~~~~ ambonplan
id = 'a'


show = \"goals\"
~~~~

- Butir

  ````ambonplan

    caption = 'Dalam butir'
  # komentar
  show = 'laws'
  ````

> > ```ambonplan
> > id='kutipan'
> >
> > show='needs'
> > ```

1. ```ambonplan
\tcaption = 'A'
   show = 'phases'
   ```

<!--
```ambonplan
show='x'
```
-->

```ambonplan
```

Akhir
   ```ambonplan
   id='b'
   show='council'";
    let formatted = narrative(text);
    assert!(!formatted.broken);
    assert_data_eq!(
        &formatted.text,
        str![[r#"
+++
title = "Bab"
authors = ["Tim"]
# tentang teks
status = "draft" # rancangan
+++

# Bab   dengan  spasi  

```toml
b   =   1
```

```ambonplan
show = "programs"
# tabel
caption = "Program"
```

~~~~ ambonplan
show = "goals"
id = "a"
~~~~

- Butir

  ````ambonplan
  # komentar
  show = "laws"

  caption = "Dalam butir"
  ````

> > ```ambonplan
> > show = "needs"
> > id = "kutipan"
> > ```

1. ```ambonplan
	caption = 'A'
   show = 'phases'
   ```

<!--
```ambonplan
show='x'
```
-->

```ambonplan
```

Akhir
   ```ambonplan
   show = "council"
   id = "b"
"#]]
        .raw()
    );
    assert_eq!(narrative(&formatted.text), formatted);
    let windows = narrative(&text.replace('\n', "\r\n"));
    assert_eq!(windows.text, formatted.text.replace('\n', "\r\n"));
}

/// Narrative of both plans and of every fixture: nothing left to do, and the same to
/// read.
#[test]
fn formatted_narrative_stays_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut formatted = 0;
    for folder in ["plan", "examples", "tests/fixtures", "src/scaffold"] {
        for entry in WalkDir::new(root.join(folder)) {
            let path = entry.unwrap().into_path();
            if path.extension().is_none_or(|ending| ending != "md") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let once = narrative(&text);
            assert_eq!(narrative(&once.text), once, "{}", path.display());
            let lines = |text: &str| {
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                lines.retain(|line| !line.contains('='));
                lines
            };
            assert_eq!(lines(&text), lines(&once.text), "{}", path.display());
            formatted += 1;
        }
    }
    assert!(formatted > 30, "{formatted}");
}

/// What is not TOML stays, and does not keep the rest from its form.
#[test]
fn what_is_no_toml_inside_markdown_stays() {
    for (text, canonical) in [
        (
            "+++\ntitle = \n+++\n```ambonplan\nshow='laws'\n```\n",
            "+++\ntitle = \n+++\n```ambonplan\nshow = \"laws\"\n```\n",
        ),
        ("+++\ntitle='A'\n# Bab\n", "+++\ntitle='A'\n# Bab\n"),
        ("```ambonplan\nshow=\n```\n", "```ambonplan\nshow=\n```\n"),
    ] {
        let formatted = narrative(text);
        assert_eq!(formatted.text, canonical);
        assert!(formatted.broken, "{text}");
    }
}

#[test]
fn markdown_files_are_formatted_like_others() {
    let sandbox = Sandbox::new();
    let path = "chapters/pendahuluan.md";
    let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
    let written = format!(
        "\u{feff}+++\nstatus='draft'\nauthors=['Tim']\n+++\n{text}\n```ambonplan\nid='a'\nshow='laws'\n```\n"
    );
    sandbox.write(path, &written);
    let run = sandbox.run(&["fmt", "--check"]);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (1, "plan/chapters/pendahuluan.md\n")
    );
    let run = sandbox.run(&["fmt", "--diff", "plan/chapters/pendahuluan.md"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stdout.contains("-show='laws'\n+show = \"laws\"\n"),
        "{}",
        run.stdout
    );
    assert_eq!(
        fs::read_to_string(sandbox.plan().join(path)).unwrap(),
        written
    );
    assert_eq!(sandbox.run(&["fmt"]).status, 0);
    assert_eq!(
        fs::read_to_string(sandbox.plan().join(path)).unwrap(),
        format!(
            "\u{feff}+++\nauthors = [\"Tim\"]\nstatus = \"draft\"\n+++\n{text}\n```ambonplan\nshow = \"laws\"\nid = \"a\"\n```\n"
        )
    );
    assert_eq!(sandbox.run(&["fmt", "--check"]).status, 0);
    sandbox.write(path, format!("{text}\n```ambonplan\nshow=\n```\n"));
    let run = sandbox.run(&["fmt", "--check"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("STR007"), "{}", run.stderr);
}

#[test]
fn a_file_that_is_not_toml_is_reported_and_left_alone() {
    let sandbox = Sandbox::new();
    let broken = "title = \nnumber = 1\n";
    let path = "opd/diskominfo/programs/layanan-aduan.toml";
    sandbox.write(path, broken);
    sandbox.edit("opd/diskominfo/opd.toml", "kind = ", "kind   =   ");
    let run = sandbox.run(&["fmt", "--check"]);
    assert_eq!(run.status, 1);
    assert_eq!(run.stdout, "plan/opd/diskominfo/opd.toml\n");
    assert!(run.stderr.contains("STR007"), "{}", run.stderr);
    let run = sandbox.run(&["fmt", "plan/opd/diskominfo/opd.toml"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(
        fs::read_to_string(sandbox.plan().join(path)).unwrap(),
        broken
    );
    assert_eq!(sandbox.run(&["fmt", "plan/tiada.toml"]).status, 2);
}

/// Nothing is canonical that nobody could read.
#[test]
fn a_file_that_cannot_be_read_is_reported() {
    let sandbox = Sandbox::new();
    let path = "registry/rpjmd.toml";
    let text = fs::read(sandbox.plan().join(path)).unwrap();
    let check = |rule: &str| {
        for arguments in [
            ["fmt", "--check"].as_slice(),
            &["fmt"],
            &["fmt", "plan/registry/rpjmd.toml"],
        ] {
            let run = sandbox.run(arguments);
            assert_eq!(run.status, 1, "{rule}: {arguments:?}");
            assert!(
                run.stderr.contains(rule),
                "{rule}: {arguments:?}: {}",
                run.stderr
            );
        }
    };
    sandbox.write(path, b"a = \"\xc3\xa9\xff\"\n");
    check("STR002");
    let file = fs::File::create(sandbox.plan().join(path)).unwrap();
    file.set_len(17 << 20).unwrap();
    check("STR003");
    fs::remove_file(sandbox.plan().join(path)).unwrap();
    fs::create_dir(sandbox.plan().join(path)).unwrap();
    check("STR001");
    fs::remove_dir(sandbox.plan().join(path)).unwrap();
    #[cfg(unix)]
    {
        let outside = sandbox.root().join("rpjmd.toml");
        fs::write(&outside, &text).unwrap();
        std::os::unix::fs::symlink(&outside, sandbox.plan().join(path)).unwrap();
        check("STR004");
        fs::remove_file(sandbox.plan().join(path)).unwrap();
    }
    sandbox.write(path, text);
    assert_eq!(sandbox.run(&["fmt", "--check"]).status, 0);
    fs::remove_file(sandbox.plan().join("plan.toml")).unwrap();
    let run = sandbox.run(&["fmt", "--check"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("STR006"), "{}", run.stderr);
}

/// Runs `fmt` with bytes on standard input.
fn piped(sandbox: &Sandbox, arguments: &[&str], input: &[u8]) -> (i32, Vec<u8>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .args(["fmt", "--language", "en"])
        .args(arguments)
        .current_dir(sandbox.root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), output.stdout, error)
}

#[test]
fn standard_input_is_written_to_standard_output() {
    let sandbox = Sandbox::new();
    let path = "plan/opd/diskominfo/programs/layanan-aduan.toml";
    let absolute = sandbox.root().join(path);
    let written = fs::read_to_string(&absolute).unwrap();
    let program = "number=1\r\ntitle='A'\r\n";
    let canonical = "title = \"A\"\r\nnumber = 1\r\n";
    for name in [
        path,
        "./plan/../plan/opd/diskominfo/programs/layanan-aduan.toml",
        absolute.to_str().unwrap(),
        "plan/opd/baru/programs/belum-ada.toml",
        "opd/diskominfo/programs/layanan-aduan.toml",
    ] {
        let run = piped(
            &sandbox,
            &["--stdin-filename", name, "-"],
            program.as_bytes(),
        );
        assert_eq!(run, (0, canonical.into(), String::new()), "{name}");
    }
    // A byte order mark stays, and what is in its form.
    let marked = format!("\u{feff}{program}");
    let run = piped(
        &sandbox,
        &["-", "--stdin-filename", path],
        marked.as_bytes(),
    );
    assert_eq!(
        run,
        (0, format!("\u{feff}{canonical}").into(), String::new())
    );
    let run = piped(
        &sandbox,
        &["--stdin-filename", path, "-"],
        canonical.as_bytes(),
    );
    assert_eq!(run, (0, canonical.into(), String::new()));
    let run = piped(&sandbox, &["--stdin-filename", path], canonical.as_bytes());
    assert_eq!(run, (0, canonical.into(), String::new()));
    let text = "# Bab\n\n```ambonplan\nshow='laws'\n```\n";
    let chapter = ["--stdin-filename", "plan/chapters/bab.md", "-"];
    let run = piped(&sandbox, &chapter, text.as_bytes());
    let formatted = text.replace("show='laws'", "show = \"laws\"");
    assert_eq!(run, (0, formatted.into(), String::new()));
    // What the keys tell.
    for (text, formatted) in [
        (
            "amount=1\n[[budget]]\namount=5000\nyear=2026\n",
            "amount = 1\n\n[[budget]]\nyear = 2026\namount = 5_000\n",
        ),
        (
            "code='GOV'\nname='A'\ncolor='#000000'\n",
            "name = \"A\"\ncode = \"GOV\"\ncolor = \"#000000\"\n",
        ),
        (
            "[[law]]\nyear=2008\nid='a'\n",
            "[[law]]\nid = \"a\"\nyear = 2008\n",
        ),
    ] {
        let run = piped(&sandbox, &["-"], text.as_bytes());
        assert_eq!(run, (0, formatted.into(), String::new()));
    }
    // Nothing of it is written anywhere else.
    assert_eq!(fs::read_to_string(&absolute).unwrap(), written);
    assert!(!sandbox.plan().join("opd/baru").exists());
}

#[test]
fn standard_input_is_checked_and_compared() {
    let sandbox = Sandbox::new();
    let name = "plan/opd/diskominfo/opd.toml";
    let (text, canonical) = (b"kind='dinas'\n", b"kind = \"dinas\"\n");
    let run = piped(&sandbox, &["--check", "--stdin-filename", name, "-"], text);
    assert_eq!(run, (1, format!("{name}\n").into(), String::new()));
    let run = piped(
        &sandbox,
        &["--check", "--stdin-filename", name, "-"],
        canonical,
    );
    assert_eq!(run, (0, Vec::new(), String::new()));
    let run = piped(&sandbox, &["--diff", "--stdin-filename", name, "-"], text);
    let diff = format!("--- {name}\n+++ {name}\n@@ -1 +1 @@\n-kind='dinas'\n+kind = \"dinas\"\n");
    assert_eq!(run, (1, diff.into(), String::new()));
    // What cannot be read or understood is not written, and the place is told.
    for (bytes, rule, place) in [
        (&b"kind = \n"[..], "STR007", "opd.toml:1:8"),
        (b"kind = \"\xff\"\n", "STR052", "opd.toml:1:9"),
        (
            b"<<<<<<< a\nkind = 1\n=======\nkind = 2\n>>>>>>> b\n",
            "STR0",
            "opd.toml:1:1",
        ),
        (b"\xff\xfek\0=\0", "STR0", "opd.toml"),
    ] {
        let (status, out, error) = piped(&sandbox, &["--stdin-filename", name, "-"], bytes);
        assert_eq!((status, out), (1, Vec::new()), "{error}");
        assert!(error.contains(rule) && error.contains(place), "{error}");
    }
    for arguments in [
        &["--stdin-filename", "Cargo.toml", "-"][..],
        &["--stdin-filename", name, name],
        &["-", name],
        &["-"],
    ] {
        let (status, out, _) = piped(&sandbox, arguments, b"aneh = 1\n");
        assert_eq!((status, out), (2, Vec::new()), "{arguments:?}");
    }
}

/// Of standard input only its own mistakes are told, each once, and not what is missing
/// around it.
#[test]
fn mistakes_of_standard_input_are_told_once() {
    let sandbox = Sandbox::new();
    let program = "plan/opd/diskominfo/programs/layanan-aduan.toml";
    for (name, bytes, told) in [
        (
            Some("plan/plan.toml"),
            &b"\xff"[..],
            "STR052 plan/plan.toml:1:1",
        ),
        (Some(program), b"\xff", "STR052 PROGRAM:1:1"),
        (
            Some(program),
            b"number=1\ntitle = \"x",
            "STR007 PROGRAM:2:1",
        ),
        (
            Some("plan/pillars/governance/pillar.toml"),
            b"code = \n",
            "STR007 plan/pillars/governance/pillar.toml:1:8",
        ),
        (None, b"number=1\ntitle = \"x", "STR007 -:2:1"),
        (None, b"title = \"x", "STR007 -:1:1"),
        (None, b"name = \"A\"\ncode = GOV\n", "STR007 -:2:1"),
    ] {
        let arguments = match name {
            Some(name) => vec!["--stdin-filename", name, "-"],
            None => vec!["-"],
        };
        let (status, out, error) = piped(&sandbox, &arguments, bytes);
        assert_eq!((status, out), (1, Vec::new()), "{error}");
        let told = told.replace("PROGRAM", program);
        let (rule, place) = told.split_once(' ').unwrap();
        assert_eq!(error.matches("error[").count(), 1, "{error}");
        assert!(error.contains(&format!("error[{rule} ")), "{error}");
        assert!(error.contains(&format!("--> {place}\n")), "{error}");
    }
}

#[test]
fn folders_and_files_can_be_named() {
    let sandbox = Sandbox::new();
    let files = [
        "plan/opd/diskominfo/opd.toml",
        "plan/opd/diskominfo/programs/layanan-aduan.toml",
        "plan/pillars/governance/pillar.toml",
    ];
    for file in files {
        let path = file.strip_prefix("plan/").unwrap();
        let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
        sandbox.write(path, text.replace(" = ", "="));
    }
    for (named, changed) in [
        (&["plan/opd"][..], &files[..2]),
        (&["plan/opd/diskominfo/"], &files[..2]),
        (
            &["./plan/opd/diskominfo/programs", "plan/pillars"],
            &files[1..],
        ),
        (&["plan/opd/diskominfo/opd.toml"], &files[..1]),
        (&["plan"], &files),
        (&["."], &files),
    ] {
        let mut arguments = vec!["fmt", "--check"];
        arguments.extend(named);
        let run = sandbox.run(&arguments);
        let lines: Vec<&str> = run.stdout.lines().collect();
        assert_eq!((run.status, lines.as_slice()), (1, changed), "{named:?}");
    }
    assert_eq!(sandbox.run(&["fmt", "plan/opd"]).status, 0);
    let run = sandbox.run(&["fmt", "--check"]);
    assert_eq!((run.status, run.stdout.trim()), (1, files[2]));
    fs::create_dir(sandbox.root().join("kosong")).unwrap();
    for named in ["kosong", "plan/assets", "plan/tiada", "plan/.gitattributes"] {
        let run = sandbox.run(&["fmt", "--check", named]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains(&format!("`{named}`")), "{}", run.stderr);
    }
}

/// Conflict marks and encodings keep a file from its form, and that is said.
#[test]
fn what_keeps_a_file_from_its_form_is_said() {
    let sandbox = Sandbox::new();
    let path = "opd/diskominfo/opd.toml";
    let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
    let conflict = format!("<<<<<<< kita\n{text}=======\n{text}>>>>>>> mereka\n");
    let wide: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [conflict.as_bytes(), &wide] {
        sandbox.write(path, bytes);
        let run = sandbox.run(&["fmt", "--check"]);
        assert_eq!((run.status, run.stdout.as_str()), (1, ""));
        assert!(
            run.stderr.contains(&format!("plan/{path}:1:1")),
            "{}",
            run.stderr
        );
        assert_eq!(fs::read(sandbox.plan().join(path)).unwrap(), bytes);
    }
}

fn assert_same(kind: FileKind, before: &str, after: &str) {
    assert_eq!(
        format(kind, after).as_deref(),
        Some(after),
        "from:\n{before}"
    );
    let value = |text: &str| text.parse::<toml::Table>().unwrap();
    assert_eq!(value(before), value(after), "from:\n{before}\nto:\n{after}");
    assert_eq!(comments(before), comments(after), "{before}");
}

/// Comments of a text that has no `#` in its values, with their numbers.
fn comments(text: &str) -> BTreeMap<String, usize> {
    let mut comments = BTreeMap::new();
    for line in text.lines() {
        if let Some((_, comment)) = line.split_once('#')
            && !line.contains("\"#")
        {
            *comments.entry(comment.trim().to_owned()).or_default() += 1;
        }
    }
    comments
}

/// A key with its value, perhaps with comments and blank lines around it.
fn line(key: &'static str, value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let above = prop_oneof!["", "\n", "\n\n", "# di atas\n", "\n# satu\n\n# dua\n"];
    let equals = prop_oneof![Just("="), Just(" = "), Just("  =\t")];
    let behind = prop_oneof![Just(""), Just(" # di belakang"), Just("  ")];
    (above, equals, value, behind).prop_map(move |(above, equals, value, behind)| {
        format!("{above}{key}{equals}{value}{behind}\n")
    })
}

fn text() -> impl Strategy<Value = String> {
    let word = "[a-zé']{1,30}";
    prop_oneof![
        word.prop_map(|word| format!("\"{word}\"")),
        "[a-z\"\\\\]{0,9}".prop_map(|word| format!("'{word}'")),
        "[a-z]{0,9}\n[a-z]{0,9}".prop_map(|word| format!("\"\"\"{word}\"\"\"")),
        Just("\"a\\u00a0b\\u202ec\\U0000200bd\\u2028\"".to_owned()),
        Just("\"kutip \\\" miring \\\\ baris \\n \\u00e9\"".to_owned()),
    ]
}

fn list() -> impl Strategy<Value = String> {
    let item = "[a-z]{1,20}".prop_map(|word| format!("\"opd:{word}\""));
    let items = prop::collection::vec(item, 0..8);
    let between = prop_oneof![
        Just(","),
        Just(" , "),
        Just(",\n  "),
        Just(", # ya\n"),
        Just(" # ya\n , # lagi\n"),
        Just(",\n\n\t# di atas\n\n"),
        Just(", # ya\n  # di atas\n"),
    ];
    let begin = prop_oneof![Just(""), Just(" # buka\n"), Just("\n  # pertama\n\n")];
    let end = prop_oneof![
        Just(""),
        Just("\n"),
        Just(" # akhir\n"),
        Just("\n# akhir\n")
    ];
    (items, between, begin, end)
        .prop_map(|(items, between, begin, end)| format!("[{begin}{}{end}]", items.join(between)))
}

fn lines(all: Vec<BoxedStrategy<String>>) -> impl Strategy<Value = String> {
    let count = all.len();
    let shuffled = Just((0..count).collect::<Vec<usize>>()).prop_shuffle();
    (all, shuffled, 0..=count).prop_map(|(lines, order, take)| {
        order
            .into_iter()
            .take(take)
            .map(|at| lines[at].clone())
            .collect()
    })
}

fn entry() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        (0..i64::MAX).prop_map(|number| number.to_string()),
        Just("1_2_3".to_owned()),
        Just("0xff".to_owned()),
        Just("+7".to_owned()),
        Just("2.870".to_owned()),
    ];
    let inline = (0..2100i64, 0..9i64)
        .prop_map(|(year, value)| format!("{{value={value}.50,  year = {year}}}"));
    let dotted = (0..2100i64, 0..9i64).prop_map(|(year, value)| {
        format!("{{targets.{year} = {value}, baseline.value=1, baseline.year=2, targets.1 = 2}}")
    });
    let either = prop_oneof![inline.clone().boxed(), dotted.boxed()];
    let inlines =
        prop::collection::vec(either, 0..3).prop_map(|tables| format!("[{}]", tables.join(" , ")));
    let root = lines(vec![
        line("risk", inlines.clone()).boxed(),
        line("indicator", inlines.clone()).boxed(),
        line("baseline.year", number.clone()).boxed(),
        line("baseline.value", number.clone()).boxed(),
        line("title", text()).boxed(),
        line("number", number.clone()).boxed(),
        line("total", number.clone()).boxed(),
        line("partners", list()).boxed(),
        line("start", Just("2027-01-01".to_owned())).boxed(),
        line("quick-win", Just("true".to_owned())).boxed(),
        line("aneh", text()).boxed(),
        line("\"kunci aneh\"", number.clone()).boxed(),
        line("a.b", number.clone()).boxed(),
        line("a.'c d'", text()).boxed(),
    ]);
    let table = |name: &'static str| {
        let head = prop_oneof![Just(""), Just("\n# di atas tabel\n"), Just("\n\n\n")];
        let behind = prop_oneof![Just(""), Just(" # tabel")];
        let body = lines(vec![
            line("year", Just("2027".to_owned())).boxed(),
            line(
                "amount",
                (0..i64::MAX).prop_map(|amount| amount.to_string()),
            )
            .boxed(),
            line("name", text()).boxed(),
            line("baseline", inline.clone()).boxed(),
        ]);
        (head, behind, body, tail()).prop_map(move |(head, behind, body, tail)| {
            format!("{head}[[{name}]]{behind}\n{body}{tail}")
        })
    };
    let years = || {
        lines(vec![
            line("2029", number.clone()).boxed(),
            line("2027", number.clone()).boxed(),
            line("2028", number.clone()).boxed(),
        ])
    };
    // An entry whose tables have headers of their own, or dotted keys.
    let head = prop_oneof![
        Just(""),
        Just("\n# di atas target\n"),
        Just("\n# a\n\n# b\n")
    ];
    let behind = prop_oneof![Just(""), Just(" # target")];
    let target = (0..2usize, head, behind, years()).prop_map(|(dotted, head, behind, years)| {
        if dotted == 0 {
            return format!("{head}[indicator.targets]{behind}\n{years}");
        }
        let years = years.lines().map(|line| {
            if line.starts_with("20") {
                format!("targets.{line}\n")
            } else {
                format!("{line}\n")
            }
        });
        years.collect()
    });
    let indicator = (
        line("name", text()),
        target,
        line("year", Just("1".to_owned())),
    )
        .prop_map(|(name, target, year)| {
            format!("[[indicator]]\n{name}{target}\n[indicator.baseline]\n{year}")
        });
    let tables = prop::collection::vec(
        prop_oneof![
            table("budget").boxed(),
            table("indicator").boxed(),
            table("lain").boxed(),
            indicator.boxed()
        ],
        0..4,
    );
    // Tables that can stand once, in any order, some below dotted keys.
    let single = |name: &'static str| {
        (line("year", number.clone()), line("z.y", text()), tail())
            .prop_map(move |(year, text, tail)| format!("\n{name}\n{year}{text}{tail}"))
            .boxed()
    };
    let singles = lines(vec![
        single("[x]"),
        single("[x.y]"),
        single("[a.x]"),
        single("[[a.w]]"),
        single("[a.v.u]"),
        single("[indikator.target]"),
    ]);
    let header = prop_oneof![
        Just(""),
        Just("# berkas\n\n"),
        Just("\n# berkas\n"),
        Just("#:schema a.json\n"),
    ];
    let end = prop_oneof![Just(""), Just("\n# penutup\n"), Just("# a\n\n\n# b")];
    let all = (header, root, tail(), tables, singles, end);
    let text = all.prop_map(|(header, root, tail, tables, singles, end)| {
        // A list that is written as a value cannot go on as tables.
        let tables = if root.contains("indicator") {
            String::new()
        } else {
            tables.concat()
        };
        format!("{header}{root}{tail}{tables}{singles}{end}")
    });
    let windows = prop::collection::vec(any::<bool>(), 1..7);
    (text, windows, 0..3usize)
        .prop_map(|(text, windows, systems)| ends_of_lines(&text, &windows, systems))
}

/// Comments below the last key of a table.
fn tail() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just(""),
        Just("# mati = 1\n"),
        Just("# mati = 1\n\n"),
        Just("  # mati = 1\n# juga = 2\n\n\n"),
        Just("\n# mati = 1\n"),
    ]
}

/// The text with the ends of lines of one system, of the other or of both.
fn ends_of_lines(text: &str, windows: &[bool], systems: usize) -> String {
    let lines = text.split_inclusive('\n').zip(windows.iter().cycle());
    lines
        .map(|(line, windows)| match (systems, windows) {
            (0, _) | (1, false) => line.to_owned(),
            _ => line.replace('\n', "\r\n"),
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 400,
        ..ProptestConfig::default()
    })]

    #[test]
    fn formatting_keeps_meaning_and_comments_and_is_done_once(text in entry()) {
        // A dotted key may have come out twice.
        prop_assume!(DeTable::parse_recoverable(&text).1.is_empty());
        let once = format(FileKind::Program, &text);
        prop_assert!(once.is_some(), "not TOML:\n{text}");
        assert_same(FileKind::Program, &text, &once.unwrap_or_default());
    }
}
