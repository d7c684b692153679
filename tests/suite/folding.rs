//! Reports for people about plans in which much is wrong.

use ambonplan::language::{Catalogue, Language, message};

use crate::sandbox::Sandbox;

/// A plan with so many chapters of two blanks each, an error, and what is not judged
/// because of it.
fn careless(chapters: usize) -> Sandbox {
    let sandbox = Sandbox::new();
    for number in 0..chapters {
        let text = "Dua  spasi.\n\nLagi  dua  spasi.\n";
        sandbox.write(&format!("pillars/governance/bab-{number:02}.md"), text);
    }
    sandbox.write("registry/laws.toml", "[[law]]\nid =\n");
    sandbox
}

#[test]
fn errors_come_first_and_what_is_not_judged_last() {
    let sandbox = careless(3);
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 1);
    let at = |code: &str| run.stdout.find(code).unwrap();
    let last = |code: &str| run.stdout.rfind(code).unwrap();
    assert!(last("[STR007") < at("[TXT027"), "{}", run.stdout);
    assert!(last("[TXT027") < at("[STR019"), "{}", run.stdout);
}

#[test]
fn many_findings_of_a_rule_are_told_once_with_their_number() {
    let sandbox = careless(12);
    let run = sandbox.run(&["check"]);
    assert_eq!(run.stdout.matches("[TXT027").count(), 3, "{}", run.stdout);
    let more = "\n\n… dan 33 lagi: TXT027 typing-slip di 11 berkas\n\n";
    assert!(run.stdout.contains(more), "{}", run.stdout);
    let (_, totals) = run.stderr.split_once("STR007").unwrap();
    assert!(
        totals.contains("\nTXT027 typing-slip   36 peringatan di 12 berkas\n"),
        "{totals}"
    );
    let hint = "\ntemuan yang berulang diringkas; `ambonplan check --all` menampilkan semuanya\n";
    assert!(totals.contains(hint), "{totals}");
    let run = sandbox.run(&["check", "--language", "en"]);
    let more = "\n\n… and 33 more: TXT027 typing-slip in 11 files\n\n";
    assert!(run.stdout.contains(more), "{}", run.stdout);
    // Everybody who asks for all gets all, and so does every machine.
    let all = sandbox.run(&["check", "--all"]);
    assert_eq!(all.stdout.matches("[TXT027").count(), 36);
    assert!(!all.stdout.contains("… dan"));
    for format in ["short", "json", "github", "gitlab", "sarif", "junit"] {
        let run = sandbox.run(&["check", "--format", format]);
        assert!(
            run.stdout.matches("dari satu spasi").count() >= 36,
            "{format}"
        );
    }
    // The same plan reads the same every time.
    assert_eq!(
        sandbox.run(&["check", "--language", "en"]).stdout,
        run.stdout
    );
}

/// Of the same errors more are told, since each is to be mended; a single one more is not
/// worth a line that says so.
#[test]
fn errors_and_a_last_one_are_told() {
    let sandbox = Sandbox::new();
    let links = |count: usize| "Lihat <program:tidak-ada>.\n\n".repeat(count);
    for (count, shown, more) in [
        (9, 9, None),
        (11, 11, None),
        (
            12,
            10,
            Some("… dan 2 lagi: STR015 unknown-reference di 1 berkas"),
        ),
    ] {
        sandbox.write("pillars/governance/tautan.md", links(count));
        let run = sandbox.run(&["check"]);
        let found = run.stdout.matches("STR015 unknown-reference]").count();
        assert_eq!(found, shown, "{}", run.stdout);
        assert_eq!(run.stdout.contains('…'), more.is_some(), "{}", run.stdout);
        assert!(
            more.is_none_or(|more| run.stdout.contains(more)),
            "{}",
            run.stdout
        );
    }
}

/// Rules with as many findings stand in the order of their codes, in every run.
#[test]
fn totals_that_are_equal_stand_in_the_order_of_codes() {
    let sandbox = Sandbox::new();
    for number in 0..11 {
        let text = "Dua  spasi.\n\nLihat <program:tidak-ada>.\n\n![Peta](assets/tidak-ada.png)\n";
        sandbox.write(&format!("pillars/governance/bab-{number:02}.md"), text);
    }
    let totals = || {
        let run = sandbox.run(&["check"]);
        let lines = run.stderr.lines().map(str::to_owned);
        let lines = lines.filter(|line| line.contains("  11 "));
        lines.collect::<Vec<String>>()
    };
    let first = totals();
    let codes: Vec<&str> = first.iter().map(|line| &line[..6]).collect();
    assert_eq!(codes[..3], ["STR015", "TXT002", "TXT027"], "{first:?}");
    for _ in 0..3 {
        assert_eq!(totals(), first);
    }
}

/// The other end of a link in a file of which nothing can be shown is named in a remark,
/// with its label in the language of the report.
#[test]
fn remarks_have_their_label_in_both_languages() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/peta.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    );
    let chapter = "chapters/pendahuluan.md";
    let text = std::fs::read_to_string(sandbox.plan().join(chapter)).unwrap();
    let image = "![Peta](chapters/peta.svg \"Peta\")";
    sandbox.write(chapter, format!("{text}\n{image}\n"));
    for (language, label) in [("id", "catatan"), ("en", "note")] {
        let run = sandbox.run(&["check", "--language", language]);
        let remark = format!("= {label}: ");
        assert!(run.stdout.contains(&remark), "{}", run.stdout);
        let help = match language {
            "id" => "= saran: ",
            _ => "= help: ",
        };
        assert!(run.stdout.contains(help), "{}", run.stdout);
    }
}

/// Counts have the separators of the reader's language, wherever they stand.
#[test]
fn large_counts_are_written_as_the_reader_writes_them() {
    for (language, count, wanted) in [
        (Language::Indonesian, 1_526, "1.526 peringatan"),
        (Language::English, 1_526, "1,526 warnings"),
        (Language::Indonesian, 999, "999 peringatan"),
        (Language::English, 1, "1 warning"),
    ] {
        let message = message!("count-warnings", count = count);
        assert_eq!(Catalogue::new(language).text(&message), wanted);
    }
}
