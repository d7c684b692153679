//! In which language the tool speaks, whatever it says.

use std::fs;
use std::path::Path;
use std::process::Command;

use ambonplan::language::Language;
use walkdir::WalkDir;

use crate::sandbox::{Run, Sandbox};

/// Runs the binary with these variables and no others that name a language.
fn run_in(sandbox: &Sandbox, locale: &[(&str, &str)], arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ambonplan"));
    command.args(arguments).current_dir(sandbox.root());
    for name in [
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "LANGUAGE",
        "GITHUB_ACTIONS",
    ] {
        command.env_remove(name);
    }
    command.envs(locale.iter().copied());
    Run::new(command.output().unwrap())
}

/// The first line that is said of a command that is not known.
fn said(sandbox: &Sandbox, locale: &[(&str, &str)], arguments: &[&str]) -> String {
    let run = run_in(sandbox, locale, arguments);
    assert_eq!(run.status, 2, "{arguments:?}");
    assert_eq!(run.stdout, "", "{arguments:?}");
    run.stderr.lines().next().unwrap().to_owned()
}

const INDONESIAN: &str = "kesalahan: tidak ada perintah `bulid`";
const ENGLISH: &str = "error: there is no command `bulid`";

#[test]
fn without_a_plan_the_locale_decides() {
    let empty = Sandbox::empty();
    for (locale, wanted) in [
        (vec![], INDONESIAN),
        (vec![("LANG", "C")], INDONESIAN),
        (vec![("LANG", "id_ID.UTF-8")], INDONESIAN),
        (vec![("LANG", "en_US.UTF-8")], ENGLISH),
        (vec![("LANG", "en")], ENGLISH),
        (vec![("LANG", "jv_ID.UTF-8")], INDONESIAN),
        (
            vec![("LC_ALL", "id_ID.UTF-8"), ("LANG", "en_US.UTF-8")],
            INDONESIAN,
        ),
        (vec![("LC_MESSAGES", "en_GB"), ("LANG", "id_ID")], ENGLISH),
        // A variable that is empty counts as one that is not set.
        (vec![("LC_ALL", ""), ("LANG", "en_US.UTF-8")], ENGLISH),
        (vec![("LANG", "C"), ("LANGUAGE", "fr:en:id")], ENGLISH),
        (vec![("LANG", "id_ID"), ("LANGUAGE", "en")], INDONESIAN),
        // The beginning of a word is no word.
        (vec![("LANG", "english")], INDONESIAN),
    ] {
        assert_eq!(said(&empty, &locale, &["bulid"]), wanted, "{locale:?}");
    }
}

#[test]
fn the_plan_counts_for_more_than_the_locale_and_the_option_for_most() {
    let english = [("LC_ALL", "en_US.UTF-8")];
    let sandbox = Sandbox::begun(Language::Indonesian);
    assert_eq!(said(&sandbox, &english, &["bulid"]), INDONESIAN);
    // However it is written, and wherever it stands.
    for arguments in [
        vec!["--language", "en", "bulid"],
        vec!["--language=en", "bulid"],
        vec!["bulid", "--language", "en"],
        vec!["bulid", "--language=en"],
    ] {
        assert_eq!(said(&sandbox, &[], &arguments), ENGLISH, "{arguments:?}");
    }
    // What is broken elsewhere in plan.toml does not hide its language.
    let sandbox = Sandbox::begun(Language::English);
    assert_eq!(said(&sandbox, &[], &["bulid"]), ENGLISH);
    sandbox.edit("plan.toml", "period =", "period = {{");
    assert_eq!(said(&sandbox, &[], &["bulid"]), ENGLISH);
    // Below the plan, and where the option names its file.
    let mut below = Command::new(env!("CARGO_BIN_EXE_ambonplan"));
    let below = below.arg("bulid").env("LC_ALL", "C");
    let run = Run::new(
        below
            .current_dir(sandbox.plan().join("opd"))
            .output()
            .unwrap(),
    );
    assert!(run.stderr.starts_with(ENGLISH), "{}", run.stderr);
    let file = ["--plan", "plan/plan.toml", "bulid"];
    assert_eq!(said(&sandbox, &[], &file), ENGLISH);
    // Another plan, named by the option.
    let elsewhere = ["--plan", "kosong", "bulid"];
    assert_eq!(said(&sandbox, &[], &elsewhere), INDONESIAN);
    fs::create_dir(sandbox.root().join("kosong")).unwrap();
    fs::write(sandbox.root().join("kosong/plan.toml"), "language = \"en\"").unwrap();
    assert_eq!(said(&sandbox, &[], &elsewhere), ENGLISH);
}

#[test]
fn init_begins_a_plan_in_the_language_of_whoever_begins_it() {
    for (locale, arguments, wanted) in [
        (vec![], vec!["init", "a b"], "id"),
        (vec![("LANG", "C.UTF-8")], vec!["init", "a b"], "id"),
        (vec![("LC_ALL", "id_ID.UTF-8")], vec!["init", "a b"], "id"),
        (vec![("LC_ALL", "en_US.UTF-8")], vec!["init", "a b"], "en"),
        (
            vec![("LC_ALL", "en_US.UTF-8")],
            vec!["init", "a b", "--language", "id"],
            "id",
        ),
        (vec![], vec!["--language=en", "init", "a b"], "en"),
    ] {
        let sandbox = Sandbox::empty();
        let run = run_in(&sandbox, &locale, &arguments);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_eq!(run.stdout, "");
        let told = match wanted {
            "id" => {
                "8 berkas di `a b`; jalankan `ambonplan build --plan \"a b\"` untuk membuat \
                 bukunya\n`.taplo.toml` memberi tahu penyunting TOML cara menulis rencana; \
                 `ambonplan schema --all .schemas` menambahkan kunci-kuncinya\n"
            }
            _ => {
                "8 files in `a b`; `ambonplan build --plan \"a b\"` makes the book\n\
                 `.taplo.toml` tells editors of TOML how a plan is written; \
                 `ambonplan schema --all .schemas` adds the keys\n"
            }
        };
        assert_eq!(run.stderr, told, "{locale:?} {arguments:?}");
        let plan = fs::read_to_string(sandbox.root().join("a b/plan.toml")).unwrap();
        let named = plan.contains("language = \"en\"");
        assert_eq!(named, wanted == "en", "{plan}");
        // Whoever has another locale, or none, adds entries in the language of the plan.
        let entry = [
            "new",
            "program",
            "aduan",
            "--opd",
            "diskominfo",
            "--plan",
            "a b",
        ];
        assert_eq!(run_in(&sandbox, &[("LANG", "C")], &entry).status, 0);
        let path = "a b/opd/diskominfo/programs/aduan.toml";
        let entry = fs::read_to_string(sandbox.root().join(path)).unwrap();
        let placeholder = match wanted {
            "id" => "Kegiatan pertama",
            _ => "First activity",
        };
        assert!(entry.contains(placeholder), "{entry}");
    }
}

/// A plan of one OPD, one pillar and one programme is no plan of several.
#[test]
fn an_english_book_counts_one_as_one_and_numbers_its_annexes_in_english() {
    let sandbox = Sandbox::begun(Language::English);
    sandbox.edit("plan.toml", "\"cover\", ", "\"cover\", \"commitments\", ");
    let letters = sandbox.build(&[]).letters();
    for wanted in [
        "The budget of 1 programme in 1 pillar comes to Rp325,000,000 during 2026–2030.",
        "I, the head of the agency of Example City, am committed to carrying out the programmes \
         for which I answer in the plan Smart City Master Plan.",
        "I provide correct data,",
        "Table A1.1. Action matrix",
        "Table A2.1. City agencies",
    ] {
        letters.assert_has(wanted);
    }
    for wrong in [
        "1 programmes",
        "1 pillars",
        "1 agencies",
        "1 quick wins",
        "Table L",
        "Kami",
    ] {
        assert_eq!(letters.count(wrong), 0, "{wrong}");
    }
}

/// What Typst says of templates that a plan has of its own is quoted as what Typst says.
#[test]
fn what_typst_says_is_quoted_as_such() {
    let sandbox = Sandbox::begun(Language::Indonesian);
    sandbox.write("templates/theme.typ", "#let theme = 1 + \"a\"\n");
    for (language, wanted) in [
        (
            "id",
            "plan/templates/theme.typ:1:14: kesalahan[PDF001 typesetting]: Typst menyatakan: cannot \
             add integer and string",
        ),
        (
            "en",
            "plan/templates/theme.typ:1:14: error[PDF001 typesetting]: Typst says: cannot add \
             integer and string",
        ),
    ] {
        let run = sandbox.run(&["build", "--language", language]);
        assert_eq!(run.status, 1);
        let (place, said) = wanted.split_once(": ").unwrap();
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert!(
            run.stderr.contains(&format!("--> {place}\n")),
            "{}",
            run.stderr
        );
    }
}

/// Strings of the commands that no reader takes for words of a language.
const NO_WORDS: &[&str] = &[
    "default-src 'none'",
    "script-src 'self'",
    "text/",
    "# {place} git config",
    "git config",
    " is not in ",
    "--",
    "if command -v ",
    // The words of a patch of git.
    "rename from ",
];

/// What a command prints stands in the catalogues: no string of its sources holds words.
#[test]
fn no_command_has_words_of_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let commands = WalkDir::new(root.join("commands")).into_iter();
    let files = commands.map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    let mut found = Vec::new();
    for path in files.chain([root.join("main.rs")]) {
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for literal in literals(text) {
            let literal = literal.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_exempt = NO_WORDS
                .iter()
                .any(|known| literal.starts_with(known.trim()));
            if is_sentence(&literal) && !is_exempt {
                found.push(format!("{}: {literal:?}", path.display()));
            }
        }
    }
    assert!(
        found.is_empty(),
        "write these into locales/en/usage.ftl and locales/id/usage.ftl, and say them with \
         `message!`, or `bail!` for a failure:\n{}",
        found.join("\n")
    );
}

/// Whether two words follow each other.
fn is_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let is_word = |word: &str| {
        let word = word.trim_end_matches([',', ';', ':', '.', '?']);
        word.len() > 1 && word.chars().all(char::is_alphabetic)
    };
    words
        .windows(2)
        .any(|pair| pair.iter().all(|word| is_word(word)))
}

/// The strings of a source, without those of comments and of attributes.
fn literals(source: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut rest = source;
    // How many brackets of an attribute are open.
    let mut attribute = 0;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, behind)| behind);
            continue;
        }
        if attribute == 0 && rest.starts_with("#[") {
            attribute = 1;
            rest = &rest[2..];
            continue;
        }
        if rest.starts_with("'\"'") || rest.starts_with("b'\"'") {
            rest = rest.split_once("\"'").unwrap().1;
            continue;
        }
        if c == '"' {
            let mut literal = String::new();
            let mut letters = rest[1..].char_indices();
            let mut end = rest.len();
            while let Some((at, letter)) = letters.next() {
                match letter {
                    // A line break divides words; what else is escaped does not.
                    '\\' => match letters.next() {
                        Some((_, 'n' | '\n')) => literal.push(' '),
                        _ => literal.push('\\'),
                    },
                    '"' => {
                        end = at + 2;
                        break;
                    }
                    _ => literal.push(letter),
                }
            }
            if attribute == 0 {
                literals.push(literal);
            }
            rest = &rest[end..];
            continue;
        }
        if attribute > 0 {
            attribute += match c {
                '[' => 1,
                ']' => -1,
                _ => 0,
            };
        }
        rest = &rest[c.len_utf8()..];
    }
    literals
}
