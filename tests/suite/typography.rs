//! How text is set: what readers and searches of the PDF meet.

use crate::sandbox::Sandbox;

#[test]
fn words_are_divided_in_print_and_whole_in_the_text() {
    let sandbox = Sandbox::new();
    let sentence = "Penyelenggaraan pemerintahan bersama-sama mengutamakan kesejahteraan \
                    masyarakat melalui pertanggungjawaban berkelanjutan. ";
    sandbox.write(
        "chapters/pendahuluan.md",
        format!("# Pendahuluan\n\n{}\n", sentence.repeat(6)),
    );
    let book = sandbox.build(&["--only", "chapter:pendahuluan"]);
    let text = book.text();
    let divided = text.matches('\u{ad}').count();
    assert!(divided > 0, "no word is divided: {text}");
    // Extraction puts a space where a line ends.
    assert_eq!(text.matches("\u{ad} ").count(), divided, "{text}");
    let whole = text.replace(" \u{ad} ", "");
    for word in ["bersama-sama", "pertanggungjawaban", "kesejahteraan"] {
        assert_eq!(whole.matches(word).count(), 6, "{word}: {whole}");
    }
}

#[test]
fn headings_and_tables_are_not_divided() {
    let sandbox = Sandbox::new();
    let long = "Penyelenggaraan pertanggungjawaban kesejahteraan masyarakat berkelanjutan dan \
                penyelenggaraan pemerintahan";
    sandbox.write(
        "chapters/pendahuluan.md",
        format!("# Pendahuluan\n\n## {long}\n\nIsi.\n"),
    );
    let book = sandbox.build(&["--only", "chapter:pendahuluan"]);
    assert!(!book.text().contains('\u{ad}'), "{}", book.text());
    assert!(book.outline().iter().any(|title| title.ends_with(long)));
}
