//! What `--fix` mends, and what it leaves alone.

use std::collections::BTreeMap;
use std::fs;

use ambonplan::check::Options;
use ambonplan::project;
use proptest::prelude::*;

use crate::sandbox::Sandbox;

const PLAN: &str = "plan.toml";
const OPD: &str = "opd/diskominfo/opd.toml";
const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";
const RPJMD: &str = "registry/rpjmd.toml";

fn read(sandbox: &Sandbox, path: &str) -> String {
    fs::read_to_string(sandbox.plan().join(path)).unwrap()
}

/// Mends a plan in which a part of a file is replaced; the file as it was, and as
/// it is then.
fn mend(path: &str, from: &str, to: &str) -> (String, String) {
    let sandbox = Sandbox::new();
    sandbox.edit(path, from, to);
    let before = read(&sandbox, path);
    sandbox.run(&["check", "--fix"]);
    (before, read(&sandbox, path))
}

/// A slip in a word of some length, another case or hyphen, and a value that the
/// key takes: nothing else can have been meant.
#[test]
fn keys_are_mended_where_only_one_can_be_meant() {
    for (path, from, to, mended) in [
        (PROGRAM, "summary =", "sumary =", "summary ="),
        (PROGRAM, "quick-win =", "quick_win =", "quick-win ="),
        (PROGRAM, "quick-win =", "Quick-Win =", "quick-win ="),
        (PROGRAM, "quick-win =", "quickwin =", "quick-win ="),
        (PROGRAM, "unit =", "nuit =", "unit ="),
        (PROGRAM, "supports =", "support =", "supports ="),
        (PROGRAM, "targets =", "target =", "targets ="),
        (PROGRAM, "baseline =", "basline =", "baseline ="),
        (PLAN, "period =", "perid =", "period ="),
    ] {
        let (before, after) = mend(path, from, to);
        assert_eq!(after, before.replacen(to, mended, 1), "{to}");
    }
}

#[test]
fn keys_are_left_alone_where_another_may_be_meant() {
    let head = "position = ";
    let commitment = "document = \"contoh\"\n";
    for (path, from, to) in [
        (OPD, head, "nik = \"7371\"\nposition = "),
        (OPD, commitment, "data = 2026-01-15\n"),
        (RPJMD, "id = \"layanan-publik\"", "is = \"layanan-publik\""),
        (PROGRAM, "supports =", "law = \"uu-23-2014\"\nsupports ="),
        (
            PROGRAM,
            "amount = 150_000_000",
            "amount = 150_000_000\nunconfirmed = true",
        ),
        (PROGRAM, "supports =", "suport =  5\nsupports ="),
        // The right word, and a value that it does not take.
        (PROGRAM, "summary =", "summery = 5\nsummary ="),
        (
            PROGRAM,
            "baseline = {",
            "basline = { tahun = 2025 }\nbaseline = {",
        ),
        (
            PROGRAM,
            "targets = {",
            "target = { awal = 60 }\n# targets = {",
        ),
        // A table may be written in several places.
        (PROGRAM, "[[activity]]", "[[activty]]"),
        (PROGRAM, "targets = {", "target.2026 = 60\n# targets = {"),
    ] {
        let (before, after) = mend(path, from, to);
        assert_eq!(after, before, "{to}");
    }
    let sandbox = Sandbox::new();
    sandbox.write(
        "registry/laws.toml",
        "[[law]]\nid = \"uu-23-2014\"\nkind = \"uu\"\nnumber = \"23\"\nyear = 2014\ntitle = \"Pemerintahan Daerah\"\nverified = true\n",
    );
    let before = read(&sandbox, "registry/laws.toml");
    sandbox.run(&["check", "--fix"]);
    assert_eq!(read(&sandbox, "registry/laws.toml"), before);
}

/// A code is mended only to one of the level that its place asks for.
#[test]
fn codes_are_mended_and_never_made_up() {
    let activity = "title = \"Pembukaan loket dan kanal aduan\"";
    for (from, code, mended) in [
        ("number = 1", "2-16-03", Some("2.16.03")),
        ("number = 1", " 2.16.03. ", Some("2.16.03")),
        ("number = 1", "2-16-03-2-02", None),
        ("number = 1", "2.16.02-2.16.03", None),
        (activity, "2-16-03-2-02", Some("2.16.03.2.02")),
        (activity, "2.16.03.2.02-03", None),
        (activity, "2.16.03, 2.16.04", None),
    ] {
        let (before, after) = mend(PROGRAM, from, &format!("{from}\ncode = \"{code}\""));
        let wanted = before.replace(code, mended.unwrap_or(code));
        assert_eq!(after, wanted, "{code}");
    }
}

/// What one fix brings to light, another mends in the same run.
#[test]
fn nothing_is_left_for_a_second_run() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "title = \"Layanan", "titel = \"Layanan");
    sandbox.edit(PROGRAM, "number = 1", "number = 1\ncode = \"2-16-03\"");
    let diff = sandbox.run(&["check", "--diff"]);
    for line in ["+title = \"Layanan", "+code = \"2.16.03\""] {
        assert!(diff.stdout.contains(line), "{}", diff.stdout);
    }
    let run = sandbox.run(&["check", "--fix"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert!(run.stderr.contains("2 temuan diperbaiki"), "{}", run.stderr);
    let run = sandbox.run(&["check", "--diff"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
}

#[test]
fn a_difference_is_shown_with_the_usual_summary() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "chapters/pendahuluan.md",
        "# Pendahuluan",
        "# Pendahuluan\n\nSebesar 12.5%.",
    );
    let run = sandbox.run(&["check", "--diff", "--language", "en"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("0 errors, 1 warning"), "{}", run.stderr);
    // There is nothing to mend in a plan with an error, and still an error.
    let sandbox = Sandbox::new();
    sandbox.edit(PLAN, "city = ", "city = [");
    let run = sandbox.run(&["check", "--diff", "--language", "en"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("1 error"), "{}", run.stderr);
    let run = sandbox.run(&["check", "--diff", "--format", "json"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("--format"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn files_that_are_replaced_keep_their_permissions() {
    use std::os::unix::fs::PermissionsExt;
    for (arguments, mode) in [
        (["check", "--fix"].as_slice(), 0o600),
        (&["check", "--fix"], 0o664),
        (&["fmt"], 0o640),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit(PROGRAM, "summary = ", "sumary  =  ");
        let path = sandbox.plan().join(PROGRAM);
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let before = fs::read(&path).unwrap();
        sandbox.run(arguments);
        assert_ne!(fs::read(&path).unwrap(), before);
        let kept = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(kept, mode, "{arguments:?}");
    }
}

/// Keys and values of a table, with their paths; codes but for what stands between
/// their digits.
fn leaves(value: &toml::Value, path: &str, all: &mut BTreeMap<String, String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                leaves(value, &format!("{path}.{key}"), all);
            }
        }
        toml::Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                leaves(value, &format!("{path}[{at}]"), all);
            }
        }
        toml::Value::String(text) if path.ends_with("code") => {
            let plain = text.chars().filter(char::is_ascii_alphanumeric);
            all.insert(path.into(), plain.collect());
        }
        other => {
            all.insert(path.into(), other.to_string());
        }
    }
}

/// A key with one or two letters changed, left out, added or swapped.
fn misspelt(key: &'static str) -> impl Strategy<Value = String> {
    let slip = (0..5usize, 0..key.len(), "[a-z_-]");
    prop::collection::vec(slip, 0..3).prop_map(move |slips| {
        let mut letters: Vec<char> = key.chars().collect();
        for (kind, at, letter) in slips {
            let at = at.min(letters.len().saturating_sub(1));
            let letter = letter.chars().next().unwrap();
            match kind {
                0 if letters.len() > 1 => {
                    letters.remove(at);
                }
                1 => letters.insert(at, letter),
                2 if at + 1 < letters.len() => letters.swap(at, at + 1),
                3 => letters[at] = letters[at].to_ascii_uppercase(),
                _ => letters[at] = letter,
            }
        }
        letters.into_iter().collect()
    })
}

fn entry() -> impl Strategy<Value = String> {
    let keys = [
        "title",
        "number",
        "code",
        "status",
        "start",
        "end",
        "quick-win",
        "source",
        "summary",
        "districts",
        "laws",
        "total",
        "also",
    ];
    let values = prop_oneof![
        Just("\"2-16-03\"".to_owned()),
        Just("\"2.16.03, 2.16.04\"".to_owned()),
        Just("\"running\"".to_owned()),
        Just("7".to_owned()),
        Just("2026-01-01".to_owned()),
        Just("true".to_owned()),
        Just("[\"sirimau\"]".to_owned()),
        Just("{ 2026 = 60 }".to_owned()),
    ];
    let lines: Vec<_> = keys
        .into_iter()
        .map(|key| (misspelt(key), values.clone()))
        .collect();
    lines.prop_map(|lines| {
        let mut seen = std::collections::BTreeSet::new();
        lines
            .into_iter()
            .filter(|(key, _)| !key.is_empty() && seen.insert(key.clone()))
            .map(|(key, value)| format!("{key} = {value}\n"))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 64,
        ..ProptestConfig::default()
    })]

    /// Whatever is mended, the entry says the same under keys that are at most
    /// spelt otherwise, and there is nothing left to mend.
    #[test]
    fn a_fix_keeps_what_an_entry_says(text in entry()) {
        let sandbox = Sandbox::new();
        sandbox.write(PROGRAM, &text);
        let load = || project::load(&sandbox.plan(), &Options::default()).unwrap();
        let mended = load().mended(&Options::default());
        let after = match mended.as_slice() {
            [] => text.clone(),
            [one] => one.after.clone(),
            _ => panic!("{mended:?}"),
        };
        sandbox.write(PROGRAM, &after);
        prop_assert_eq!(load().mended(&Options::default()), []);

        let said = |text: &str| {
            let mut all = BTreeMap::new();
            leaves(&text.parse::<toml::Table>().unwrap().into(), "", &mut all);
            all
        };
        let (before, after) = (said(&text), said(&after));
        // A value may be written in another way that says the same, and alone in a list.
        let plain = |all: BTreeMap<String, String>| -> BTreeMap<String, String> {
            let letters = |value: &str| value.chars().filter(char::is_ascii_alphanumeric).collect();
            let all = all.into_iter();
            all.map(|(key, value)| (key.replace("[0]", ""), letters(&value))).collect()
        };
        let (before, after) = (plain(before), plain(after));
        prop_assert_eq!(before.len(), after.len());
        // What stood under a key that there is stands there still.
        let lost: Vec<_> = before.iter().filter(|(key, _)| !after.contains_key(*key)).collect();
        let new: Vec<_> = after.iter().filter(|(key, _)| !before.contains_key(*key)).collect();
        for (key, value) in &before {
            prop_assert!(after.get(key).is_none_or(|other| other == value), "{}", key);
        }
        prop_assert_eq!(lost.len(), new.len());
        let values = |all: &[(&String, &String)]| {
            let mut values: Vec<String> = all
                .iter()
                .map(|(_, value)| value.chars().filter(char::is_ascii_alphanumeric).collect())
                .collect();
            values.sort();
            values
        };
        prop_assert_eq!(values(&lost), values(&new));
    }
}

/// One header of several in single brackets is left alone: the others would be no TOML beside it.
#[test]
fn headers_that_repeat_are_mended_together_or_not_at_all() {
    let sandbox = Sandbox::new();
    let path = "opd/diskominfo/programs/layanan-aduan.toml";
    sandbox.edit(path, "[[budget]]", "[budget]");
    let before = fs::read(sandbox.plan().join(path)).unwrap();
    sandbox.run(&["check", "--fix"]);
    assert_eq!(fs::read(sandbox.plan().join(path)).unwrap(), before);
    let told = sandbox.told();
    let of_file = told.iter().filter(|line| line.contains(path));
    assert!(
        of_file.clone().any(|line| line.contains("`[[budget]]`")),
        "{told:?}"
    );
}

/// Marks inside of bold text may end it: which of them is not for a program to say.
#[test]
fn marks_inside_of_bold_text_are_left_alone() {
    let sandbox = Sandbox::new();
    let path = "chapters/pendahuluan.md";
    let text = "# Pendahuluan\n\nIni **tebal ** dan ** tebal** juga, lalu ** penting ** itu.\n";
    sandbox.write(path, text);
    sandbox.run(&["check", "--fix"]);
    let after = fs::read_to_string(sandbox.plan().join(path)).unwrap();
    assert_eq!(after, text.replace("** penting **", "**penting**"));
}
