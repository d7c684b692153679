//! What a file is besides what it says: ends of lines, marks, bytes.

use std::num::NonZeroU8;

use ambonplan::merge::{Form, Marks, Merged, Style, Versions, merge};

use super::{clean, conflict, marks, merged};

const BASE: &str = "title = \"A\"\ntargets = { 2026 = 1, 2028 = 3 }\n";
const OURS: &str = "title = \"A\"\ntargets = { 2026 = 10, 2028 = 3 }\n";
const THEIRS: &str = "title = \"A\"\ntargets = { 2026 = 1, 2028 = 30 }\n";
const BOTH: &str = "title = \"A\"\ntargets = { 2026 = 10, 2028 = 30 }\n";

fn windows(text: &str) -> String {
    text.replace('\n', "\r\n")
}

#[test]
fn ends_of_lines_are_those_of_the_side_that_changed_them() {
    assert_eq!(clean(BASE, OURS, THEIRS), BOTH);
    let [base, ours, theirs, both] = [BASE, OURS, THEIRS, BOTH].map(windows);
    assert_eq!(clean(&base, &ours, &theirs), both);
    // One side saved the file on Windows, whichever it is.
    assert_eq!(clean(BASE, &ours, THEIRS), both);
    assert_eq!(clean(BASE, OURS, &theirs), both);
    assert_eq!(clean(&base, OURS, &theirs), BOTH);
    // Where they are mixed, lines keep theirs.
    let mixed = OURS.replacen('\n', "\r\n", 1);
    let base_mixed = BASE.replacen('\n', "\r\n", 1);
    let theirs_mixed = THEIRS.replacen('\n', "\r\n", 1);
    let result = clean(&base_mixed, &mixed, &theirs_mixed);
    assert!(result.starts_with("title = \"A\"\r\n"), "{result:?}");
    // Marks end as other lines do.
    let text = conflict(&base, &ours, &windows(&OURS.replace("10", "11")));
    assert_eq!(
        text.matches('\n').count(),
        text.matches("\r\n").count(),
        "{text:?}"
    );
    // Texts of several lines too.
    let told = |summary: &str, title: &str| {
        windows(&format!(
            "title = \"{title}\"\nsummary = \"\"\"\n{summary}\nAkhir.\"\"\"\n"
        ))
    };
    assert_eq!(
        clean(&told("Satu.", "A"), &told("Dua.", "A"), &told("Satu.", "B")),
        told("Dua.", "B")
    );
}

#[test]
fn marks_at_the_beginning_and_breaks_at_the_end_are_kept() {
    let mark = |text: &str| format!("\u{feff}{text}");
    assert_eq!(clean(&mark(BASE), &mark(OURS), &mark(THEIRS)), mark(BOTH));
    assert_eq!(clean(BASE, &mark(OURS), THEIRS), mark(BOTH));
    assert_eq!(clean(&mark(BASE), &mark(OURS), THEIRS), BOTH);
    let open = |text: &str| text.trim_end().to_owned();
    assert_eq!(clean(&open(BASE), &open(OURS), &open(THEIRS)), open(BOTH));
    assert_eq!(clean(BASE, OURS, &open(THEIRS)), open(BOTH));
    assert_eq!(clean(&open(BASE), OURS, &open(THEIRS)), BOTH);
}

#[test]
fn what_is_no_toml_is_merged_by_line() {
    let broken = "title = \"A\nnumber = 1\n\nstatus = \"x\"\n";
    let (text, in_conflict) = merged(
        Form::Toml,
        broken,
        &broken.replace("= 1", "= 2"),
        &broken.replace("\"x\"", "\"y\""),
    );
    assert_eq!(
        (text.as_str(), in_conflict),
        ("title = \"A\nnumber = 2\n\nstatus = \"y\"\n", false)
    );
    // Only one of them is broken.
    let (text, in_conflict) = merged(Form::Toml, BASE, &OURS.replace('}', ""), THEIRS);
    assert!(in_conflict);
    assert!(text.contains("2026 = 10, 2028 = 3 \n=======\n"), "{text}");
}

#[test]
fn lines_that_merge_into_something_broken_do_not_pass_for_merged() {
    // Each side adds the same key, at another place.
    let text = conflict(
        "a = 1\nb = 2\nc = 3\nd = 4\n",
        "a = 1\nz = 8\nb = 2\nc = 3\nd = 4\n",
        "a = 1\nb = 2\nc = 3\nz = 9\nd = 4\n",
    );
    assert!(
        text.contains("<<<<<<< kita\nz = 8\n=======\nz = 9\n>>>>>>> mereka\n"),
        "{text}"
    );
    // The same value is none.
    let text = clean(
        "a = 1\nb = 2\nc = 3\nd = 4\n",
        "a = 1\nz = 8\nb = 2\nc = 3\nd = 4\n",
        "a = 1\nb = 2\nc = 3\nz = 8\nd = 4\n",
    );
    assert_eq!(text, "a = 1\nz = 8\nb = 2\nc = 3\nd = 4\n");
}

#[test]
fn other_encodings_keep_their_bytes() {
    let versions = Versions {
        base: &b"# r\xe9sum\xe9\na = 1\n\n\nb = 2\n"[..],
        ours: &b"# r\xe9sum\xe9\na = 9\n\n\nb = 2\n"[..],
        theirs: &b"# r\xe9sum\xe9\na = 1\n\n\nb = 8\n"[..],
    };
    let whole = b"# r\xe9sum\xe9\na = 9\n\n\nb = 8\n".to_vec();
    let marks = marks(Style::Merge);
    assert_eq!(merge(Form::Toml, versions, &marks), Merged::Clean(whole));
    // What is no text is nothing to be marked.
    let versions = Versions {
        base: &b"\xff\xfea\0"[..],
        ours: &b"\xff\xfeb\0"[..],
        theirs: &b"\xff\xfec\0"[..],
    };
    assert_eq!(merge(Form::Toml, versions, &marks), Merged::NoText);
}

#[test]
fn marks_are_as_git_wants_them() {
    let [base, ours, theirs] = ["a = 1\n", "a = 2\n", "a = 3\n"].map(str::as_bytes);
    let versions = Versions { base, ours, theirs };
    let plain = marks(Style::Diff3);
    let text = |marks: &Marks| match merge(Form::Toml, versions, marks) {
        Merged::Conflict(bytes) => String::from_utf8(bytes).unwrap(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        text(&plain),
        "<<<<<<< kita\na = 2\n||||||| asal\na = 1\n=======\na = 3\n>>>>>>> mereka\n"
    );
    let long = Marks {
        size: NonZeroU8::new(9).unwrap(),
        style: Style::Merge,
        labels: Versions {
            base: None,
            ours: None,
            theirs: Some("a/b c".to_owned()),
        },
    };
    assert_eq!(
        text(&long),
        "<<<<<<<<< ours\na = 2\n=========\na = 3\n>>>>>>>>> a/b c\n"
    );
}
