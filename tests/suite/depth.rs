//! Narrative that is nested as no person nests it.

use std::time::{Duration, Instant};

use crate::sandbox::Sandbox;

const DEEP: usize = 10_000;

/// Far more than any of these needs, and far less than a time that grows with the
/// square of the depth, or of the number of pieces.
const LONGEST: Duration = Duration::from_secs(20);

/// The findings of a chapter with this text, by their codes.
fn codes(narrative: &str) -> Vec<String> {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        format!("# Pendahuluan\n\n{narrative}\n"),
    );
    let begin = Instant::now();
    let findings = sandbox.findings();
    assert!(begin.elapsed() < LONGEST, "{:?}", begin.elapsed());
    let of_chapter = findings
        .into_iter()
        .filter(|finding| finding.contains("pendahuluan.md"));
    of_chapter.map(|finding| finding[..6].to_owned()).collect()
}

#[test]
fn what_is_nested_too_deep_is_reported_once() {
    let around = |open: &str, close: &str| {
        let (open, close) = (open.repeat(DEEP), close.repeat(DEEP));
        format!("{open}b{close}")
    };
    for text in [
        around("> ", ""),
        around("- ", ""),
        around("1. ", ""),
        around("> - ", ""),
        around("*a ", " c*"),
        around("**a ", " c**"),
        around("~~a ", " c~~"),
        format!("a {}", around("<sub>", "</sub>")),
        format!("a {}", around("<kbd>", "</kbd>")),
        format!("<div>\n{}\n</div>", around("<sup>", "</sup>")),
    ] {
        let mut codes = codes(&text);
        codes.retain(|code| code != "TXT004");
        assert_eq!(codes, ["TXT005"], "{}", &text[..40]);
    }
}

#[test]
fn much_of_anything_is_read_in_time() {
    let notes: String = (0..DEEP)
        .map(|at| format!("[^{at}]: a[^{}]\n\n", at + 1))
        .collect();
    for text in [
        "[".repeat(DEEP),
        format!("{}a{}", "[".repeat(DEEP), "](https://a.id)".repeat(DEEP)),
        format!("a {}{}", "<u>".repeat(DEEP), "</b>".repeat(DEEP)),
        format!("a {}{}", "<sub>".repeat(DEEP), "</sup>".repeat(DEEP)),
        format!("<div>\n{}", "<a ".repeat(DEEP)),
        format!("<div>\n{}", "<!--".repeat(DEEP)),
        format!("<div>\n{}", "<template>".repeat(DEEP)),
        format!("<div>\n{}", "&".repeat(DEEP)),
        "$a ".repeat(DEEP),
        "$$\n".repeat(DEEP),
        format!("{notes}a[^0]"),
    ] {
        let codes = codes(&text);
        assert!(
            !codes.iter().any(|code| code == "TXT005"),
            "{}",
            &text[..40]
        );
    }
}

#[test]
fn as_many_levels_are_set_as_are_promised() {
    let lists = |levels: usize, mark: &str, indent: &str| -> String {
        let lines =
            (0..levels).map(|level| format!("{}{mark} butir {level}\n", indent.repeat(level)));
        lines.collect()
    };
    let sound = [
        lists(24, "-", "  "),
        lists(24, "1.", "   "),
        format!("{}teks", "> ".repeat(24)),
        format!("{}teks", "> - ".repeat(12)),
        format!("{}*teks **tebal***", "- ".repeat(22)),
        format!("{}teks", "> > [!NOTE]\n> > > "),
    ];
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        format!("# Pendahuluan\n\n{}\n", sound.join("\n\nAntara.\n\n")),
    );
    let book = sandbox.build(&[]);
    assert_eq!(book.letters().count("butir 23"), 2);
    for text in [
        lists(25, "-", "  "),
        format!("{}teks", "> ".repeat(25)),
        format!("{}> teks", "> - ".repeat(12)),
    ] {
        assert_eq!(codes(&text), ["TXT005"], "{text}");
    }
}
