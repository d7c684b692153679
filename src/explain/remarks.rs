//! The remarks in examples, which stand in Indonesian beside the rules, in English.

use crate::language::Language;

/// Remarks in Indonesian and in English. Names and paths are the same in both.
const REMARKS: &[(&str, &str)] = &[
    ("30 kolom", "30 columns"),
    ("4 kolom", "4 columns"),
    ("dalam juta rupiah", "in millions of rupiah"),
    ("GOV-01 sudah ada", "GOV-01 is taken"),
    ("pengecualian dihapus", "the exception is gone"),
    ("sudah punya quick win", "has a quick win now"),
    ("tanpa [[budget]]", "without [[budget]]"),
    ("tanpa [[indicator]]", "without [[indicator]]"),
    ("tanpa [council]", "without [council]"),
    ("tanpa \"opd\"", "without \"opd\""),
    ("tanpa mitra", "without a partner"),
    ("tanpa program", "without programmes"),
    ("tidak ada program sejak 2029", "no programme from 2029 on"),
    ("tidak ada yang berikutnya", "none is to come"),
    ("tidak ada", "is not there"),
    ("tidak didukung", "is not supported"),
    ("tidak dijawab", "not answered"),
    ("tidak disebut di mana pun", "named nowhere"),
];

/// An example in TOML with its remarks in a language.
pub(crate) fn in_language(example: &str, language: Language) -> String {
    match language {
        Language::Indonesian => example.to_owned(),
        Language::English => {
            let lines = example.split('\n').map(in_english);
            lines.collect::<Vec<String>>().join("\n")
        }
    }
}

/// What stands before the remark of a line, and the remark.
fn divided(line: &str) -> Option<(&str, &str)> {
    let at = if line.starts_with("# ") {
        0
    } else {
        line.find(" # ")? + 1
    };
    line.split_at_checked(at + 2)
}

fn in_english(line: &str) -> String {
    let known = divided(line).and_then(|(before, remark)| {
        let mut remarks = REMARKS.iter();
        let (_, english) = remarks.find(|(indonesian, _)| *indonesian == remark)?;
        Some(format!("{before}{english}"))
    });
    known.unwrap_or_else(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{REMARKS, divided};
    use crate::check;
    use crate::finding::Excerpt;

    /// What is no name, path or line of a file has words, which are translated; and nothing
    /// is translated that no example says.
    #[test]
    fn remarks_of_all_examples_are_known() {
        let rules = check::rules();
        let examples = rules
            .iter()
            .filter(|rule| !matches!(rule.excerpt, Excerpt::File(path) if path.ends_with(".md")));
        let said: BTreeSet<&str> = examples
            .flat_map(|rule| [rule.bad_example, rule.good_example])
            .flat_map(|example| example.lines())
            .filter_map(|line| Some(divided(line)?.1))
            .collect();
        let known: BTreeSet<&str> = REMARKS.iter().map(|(remark, _)| *remark).collect();
        let is_code = |remark: &str| {
            let (file, _) = remark.split_once(": ").unwrap_or((remark, ""));
            !file.contains(' ')
        };
        let unknown: Vec<_> = said
            .difference(&known)
            .filter(|one| !is_code(one))
            .collect();
        assert!(unknown.is_empty(), "without English: {unknown:#?}");
        let stale: Vec<_> = known.difference(&said).collect();
        assert!(stale.is_empty(), "no example says: {stale:#?}");
    }
}
