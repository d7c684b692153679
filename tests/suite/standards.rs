//! The PDF standards that a book follows.

use std::fs;

use crate::sandbox::Sandbox;

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

fn metadata(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let book = sandbox.build(arguments);
    String::from_utf8_lossy(&book.bytes).into_owned()
}

#[test]
fn another_standard_can_be_chosen() {
    let sandbox = Sandbox::new();
    let chosen = metadata(&sandbox, &["--pdf-standard", "a-3b"]);
    assert!(chosen.contains("<pdfaid:part>3</pdfaid:part>"));
    assert!(chosen.contains("<pdfaid:conformance>B</pdfaid:conformance>"));
    assert!(!chosen.contains("pdfuaid:part"));
    let both = metadata(&sandbox, &["--pdf-standard", "a-2u,ua-1"]);
    assert!(both.contains("<pdfaid:conformance>U</pdfaid:conformance>"));
    assert!(both.contains("<pdfuaid:part>1</pdfuaid:part>"));
    let old = metadata(&sandbox, &["--pdf-standard", "1.4"]);
    assert!(old.starts_with("%PDF-1.4") && !old.contains("pdfaid:part"));
}

#[test]
fn a_standard_that_was_chosen_is_kept_or_nothing_is_built() {
    let sandbox = Sandbox::new();
    sandbox.edit(PROGRAM, "summary = \"", "summary = \"🎵 ");
    let run = sandbox.run(&["build", "--pdf-standard", "a-2b"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("PDF/A-2b"), "{}", run.stderr);
    assert!(!fs::exists(sandbox.root().join("build/master-plan.pdf")).unwrap());
    // Where none was chosen, the book is worth more than the standard.
    let run = sandbox.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("PDF003"), "{}", run.stderr);
}

#[test]
fn standards_that_do_not_exist_or_do_not_go_together_are_bad_usage() {
    let sandbox = Sandbox::new();
    for (names, wanted) in [("a-9z", "ua-1"), ("a-2b,a-4", "at most one")] {
        let run = sandbox.run(&["build", "--pdf-standard", names]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains(wanted), "{}", run.stderr);
    }
}
