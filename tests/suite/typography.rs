//! How text is set: what readers and searches of the PDF meet.

use crate::geometry::{self, Geometry, Seen};
use crate::sandbox::Sandbox;

const CHAPTER: &str = "chapters/pendahuluan.md";

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

/// The lines of the text of all pages.
fn lines(geometry: &Geometry) -> Vec<String> {
    let mut lines: Vec<(usize, f64, String)> = Vec::new();
    for it in geometry.placed.iter().filter(|it| !it.running) {
        let Seen::Text(words) = &it.seen else {
            continue;
        };
        match lines.last_mut() {
            Some((page, foot, line))
                if *page == it.page && (*foot - it.rect.bottom).abs() < 1.0 =>
            {
                line.push_str(words);
            }
            _ => lines.push((it.page, it.rect.bottom, words.clone())),
        }
    }
    lines.into_iter().map(|(_, _, line)| line).collect()
}

/// Words that are divided wherever they do not fit.
const LONG: &str = "penyelenggaraan pemerintahan berkelanjutan pertanggungjawaban kesejahteraan \
                    masyarakat menyelesaikan perubahannya";

#[test]
fn a_paragraph_does_not_end_with_a_part_of_a_word() {
    let sandbox = Sandbox::new();
    let mut text = String::from("# Pendahuluan\n\n");
    let words: Vec<&str> = LONG.split_whitespace().collect();
    // Every length of a last line.
    for length in 0..120 {
        let count = 20 + length % 30;
        let all = (0..count).map(|at| words[(at * 7 + length) % words.len()]);
        let all = all.collect::<Vec<_>>().join(" ");
        let end = words[length % words.len()];
        text.push_str(&format!(
            "{all} {} *{end}*.\n\n",
            "i".repeat(length % 11 + 1)
        ));
    }
    sandbox.write(CHAPTER, text);
    let geometry = geometry::of_plan(&sandbox);
    let mut ends = 0;
    for line in lines(&geometry) {
        let Some(line) = line.strip_suffix('.') else {
            continue;
        };
        let last = line.trim_start().rsplit(' ').next().unwrap();
        if words.iter().any(|word| word.ends_with(last)) {
            ends += 1;
            assert!(words.contains(&last), "{line:?}");
        }
    }
    assert!(ends > 100, "{ends}");
}

#[test]
fn numbers_stay_on_the_line_of_their_words() {
    let sandbox = Sandbox::new();
    let mut text = String::from("# Pendahuluan\n\n");
    for length in 0..60 {
        let all = [
            "Pasal 5",
            "2025–2029",
            "Rp 10 miliar",
            "hlm. 12",
            "Rp255,96 miliar",
        ];
        let all = all.map(|it| format!("{}{it} ", "kata ".repeat(length % 7)));
        text.push_str(&format!(
            "{} {}.\n\n",
            "m".repeat(length),
            all.concat().repeat(3)
        ));
    }
    sandbox.write(CHAPTER, text);
    let geometry = geometry::of_plan(&sandbox);
    let lines = lines(&geometry);
    assert!(lines.len() > 200, "{}", lines.len());
    for line in lines.iter().filter(|line| line.contains("kata")) {
        assert!(!line.contains('\u{2060}'), "{line:?}");
        let word = line.trim_end().rsplit(' ').next().unwrap();
        let is_held = ["Pasal", "2025–", "Rp", "hlm.", "10", "Rp255,96"].contains(&word);
        assert!(!is_held, "{line:?}");
    }
    // What is copied is what was written.
    let text = sandbox.build(&["--only", "chapter:pendahuluan"]).text();
    for words in ["Pasal 5", "2025–2029", "Rp 10 miliar", "hlm. 12"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn text_that_is_looked_at_is_not_divided() {
    let sandbox = Sandbox::new();
    let shown = format!("AWAL {} AKHIR", [LONG; 6].join(" "));
    sandbox.edit(
        "pillars/governance/pillar.toml",
        "goal = \"",
        &format!("goal = \"{shown} "),
    );
    sandbox.edit(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "summary = \"",
        &format!("summary = \"{shown} "),
    );
    sandbox.write(
        "pillars/governance/arah.md",
        format!(
            "## {shown}\n\n{LONG} {LONG}\n\nTabel: {shown}\n\n| {shown} | {shown} |\n|---|---|\n| a | b |\n"
        ),
    );
    let text = sandbox.build(&["--only", "pillar:governance"]).text();
    let pieces: Vec<&str> = text.split("AWAL").skip(1).collect();
    assert!(pieces.len() >= 6, "{}", pieces.len());
    for piece in pieces {
        let piece = piece.split("AKHIR").next().unwrap();
        assert!(!piece.contains('\u{ad}'), "{piece}");
    }
}
