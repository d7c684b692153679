//! The remarks in examples, which stand in Indonesian beside the rules, in English.

use crate::language::Language;

/// Remarks in Indonesian and in English. Names and paths are the same in both.
const REMARKS: &[(&str, &str)] = &[
    (
        "97 persen dana berasal dari apbd-kota",
        "97 percent of the money comes from apbd-kota",
    ),
    ("GOV-07 sudah ada", "GOV-07 is taken"),
    (
        "[[member]] hanya dengan element = \"opd\"",
        "[[member]] with element = \"opd\" only",
    ),
    (
        "baris anggaran 2026, 2027, dan 2028",
        "budget lines for 2026, 2027 and 2028",
    ),
    (
        "baris anggaran hanya 2026 dan 2028",
        "budget lines for 2026 and 2028 only",
    ),
    ("berakhir 2026-12-31", "ends 2026-12-31"),
    (
        "chapters/sejarah.md, yang tidak disebut di volume mana pun",
        "chapters/sejarah.md, which no volume names",
    ),
    ("dibatalkan", "cancelled"),
    (
        "dicabut oleh perpres-111-2022",
        "repealed by perpres-111-2022",
    ),
    ("dua opd.toml dengan", "two opd.toml with"),
    (
        "dua program dengan anggaran 2026, masing-masing dengan",
        "two programmes with a budget for 2026, each with",
    ),
    (
        "evaluasi 2026-12-15 tanpa realisasinya",
        "the evaluation of 2026-12-15 has no result of it",
    ),
    (
        "evaluasi terakhir 2024-06-30, tanggal rencana 2026-11-24",
        "last evaluation 2024-06-30, date of the plan 2026-11-24",
    ),
    (
        "evaluations/ tanpa evaluasi yang akan datang",
        "evaluations/ without one to come",
    ),
    (
        "evaluations/2026-06-30.toml, tanggal rencana 2026-11-24",
        "evaluations/2026-06-30.toml, date of the plan 2026-11-24",
    ),
    (
        "evaluations/2027-06-30.toml, tanggal rencana 2026-11-24",
        "evaluations/2027-06-30.toml, date of the plan 2026-11-24",
    ),
    (
        "hanya opd/diskominfo/opd.toml",
        "only opd/diskominfo/opd.toml",
    ),
    (
        "hanya opd/diskominfo/programs/aduan.toml",
        "only opd/diskominfo/programs/aduan.toml",
    ),
    (
        "kegiatan itu berada di satu program saja",
        "the activity is in one programme only",
    ),
    ("keduanya", "both"),
    (
        "opd/dispusip/ tanpa programs/",
        "opd/dispusip/ without programs/",
    ),
    ("pada suatu program", "in a programme"),
    ("pengecualian dihapus", "the exception is gone"),
    ("periode 2025–2029", "period 2025–2029"),
    (
        "pillars/branding/pillar.toml tanpa satu program pun",
        "pillars/branding/pillar.toml without a programme",
    ),
    (
        "programnya: 700 juta + 300 juta",
        "its programmes: 700 million + 300 million",
    ),
    (
        "programnya: 700 juta + 400 juta",
        "its programmes: 700 million + 400 million",
    ),
    ("registry/ tanpa [council]", "registry/ without [council]"),
    (
        "registry/council.toml tidak tercetak",
        "registry/council.toml is not printed",
    ),
    ("status usulan: adopted", "status of the proposal: adopted"),
    (
        "status usulan: declined",
        "status of the proposal: declined",
    ),
    ("sudah punya program", "has programmes now"),
    ("tahun lain: 175_000_000", "other years: 175_000_000"),
    ("tanggal rencana 2026-11-24", "date of the plan 2026-11-24"),
    ("tanpa [[budget]]", "without [[budget]]"),
    ("tanpa [[indicator]]", "without [[indicator]]"),
    ("tanpa mitra", "without a partner"),
    ("tanpa program", "without programmes"),
    ("tidak ada", "is not there"),
    ("tidak ada program pada 2029", "no programme in 2029"),
    ("tidak didukung", "is not supported"),
    ("tidak dijawab", "not answered"),
    ("tidak disebut di mana pun", "named nowhere"),
];

/// An example in TOML with its remarks in a language.
pub fn in_language(example: &str, language: Language) -> String {
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
    use crate::finding::Group;

    /// What is no name, path or line of a file has words, which are translated; and nothing
    /// is translated that no example says.
    #[test]
    fn remarks_of_all_examples_are_known() {
        let rules = check::rules();
        let examples = rules.iter().filter(|rule| rule.group != Group::Text);
        let said: BTreeSet<&str> = examples
            .flat_map(|rule| [rule.wrong, rule.right])
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
