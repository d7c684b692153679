//! A heading with a number of its own where the book numbers sections.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::{Checker, literal_pattern};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::{Narrative, Part};
use crate::slice::slice;

/// The rule `numbered-heading` (TXT056).
pub static RULE: Rule = Rule::warning("TXT056", "numbered-heading", Group::Text).example(
    "chapters/pendahuluan.md",
    "## 1.1 Latar Belakang\n## A. Tujuan",
    "## Latar Belakang\n## Tujuan",
);

/// Lowest level at which sections have numbers.
const LOWEST: usize = 3;

/// The number with which a heading begins: of a section, of a chapter, or a letter.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(
        r"(?x) ^ (?: (?P<number>
          \d{1,2} (?: \. \d{1,2} )+ [.)]? | \d{1,2} [.)] | [A-Z] [.)] | [IVX]{1,5} [.)]
        | (?i: bab | chapter ) \s+ (?: [IVXL]+ | \d{1,2} ) \b [.:]? ) \s+ ) \S",
    )
});

/// Looks at the titles and sections of numbered chapters. Texts of OPD and programmes, and
/// what stands before the first chapter, have no numbers.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let numbered = |part: Part| {
        let mut volumes = plan.volumes.iter();
        volumes.any(|volume| volume.body.contains(&part) || volume.annex.contains(&part))
    };
    for (id, chapter) in plan.chapters.iter() {
        if numbered(Part::Chapter(id)) {
            judge(cx, &chapter.narrative, 1);
        }
    }
    for (id, pillar) in plan.pillars.iter() {
        if numbered(Part::Pillar(id)) {
            for narrative in &pillar.narrative {
                judge(cx, narrative, 2);
            }
        }
    }
}

fn judge(cx: &mut Checker<'_>, narrative: &Narrative, highest: usize) {
    let numbered = narrative.front.is_numbered();
    for heading in narrative.sections() {
        let level = heading.level;
        if level < highest || level > LOWEST || (level > 1 && !numbered) {
            continue;
        }
        let text = heading.text.trim();
        let Some(number) = NUMBER.captures(text).and_then(|found| found.name("number")) else {
            continue;
        };
        let rest = slice(text, number.end()..).trim_start();
        let rest = format!("{} {rest}", "#".repeat(level));
        let number = number.as_str();
        cx.report(
            Finding::new(
                &RULE,
                heading.span,
                message!("numbered-heading", number = number),
            )
            .hint(message!("numbered-heading.hint", heading = rest)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::NUMBER;

    #[test]
    fn numbers_of_sections_are_told_from_words() {
        for (text, number) in [
            ("1.1 Latar belakang", "1.1"),
            ("1.1. Latar belakang", "1.1."),
            ("2.3.4 Arah", "2.3.4"),
            ("3. Penutup", "3."),
            ("A. Umum", "A."),
            ("IV. Strategi", "IV."),
            ("BAB I PENDAHULUAN", "BAB I"),
            ("Bab 2: Arah", "Bab 2:"),
        ] {
            let found = NUMBER.captures(text).unwrap();
            assert_eq!(&found["number"], number, "{text}");
        }
        for text in [
            "112 untuk semua",
            "2025 dalam angka",
            "1.200 warga",
            "5G untuk kota",
            "A",
            "Bab lain",
            "Babak baru",
            "10 tahun",
            "1.1",
        ] {
            assert!(!NUMBER.is_match(text), "{text}");
        }
    }
}
