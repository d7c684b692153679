//! What systems and people add to the name of a file when they make a copy of it.

use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::literal_pattern;

/// What only copies have in their names, with the name itself in between. Upper and lower
/// case are the same in all but the last two.
const MARKS: &[&str] = &[
    // Browsers, Windows, Google Drive: `x (1)`, `x - Copy (2)`, `x - Salin`
    r"(?i)^(?<name>.+?) ?\(\d+\)$",
    r"(?i)^(?<name>.+?) +[-–] +(?:copy|kopi|salin|salinan)$",
    r"(?i)^(?<name>.+?) (?:copy|copy \d+|salinan|salinan \d+)$",
    r"(?i)^(?:copy(?: \(\d+\))? of|salinan(?: \(\d+\))? dari|salinan|salin) +(?<name>.+)$",
    // Dropbox, Nextcloud, OneDrive: `x (konflik Budi 2026-11-28)`
    r"(?i)^(?<name>.+?) ?\([^()]*(?:conflict|konflik|bentrok|copy|salinan)[^()]*\)$",
    r"(?i)^(?<name>.+?)\.sync-conflict-[\w-]+$",
    // Tools that merge
    r"^(?<name>.+?)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$",
    // OneDrive: `x-LAPTOP-AB12`
    r"^(?<name>.+?)-(?:LAPTOP|DESKTOP|NOTEBOOK|WIN|PC)-[A-Z0-9-]+$",
];

/// What copies may have in their names, and other things as well: they tell of a copy only
/// beside a file of the name in between.
const VERSIONS: &[&str] = &[
    r"(?i)^(?<name>.+?)[ _.](?:old|lama|new|baru|final|fix|fixed|ok|asli|draft|draf|edit|edited|backup|bak|cadangan|copy|salin|salinan|tmp)$",
    r"(?i)^(?<name>.+?)[ _.](?:rev|revisi|v|ver|versi)[ _.]?\d*$",
    r"^(?<name>.+?)[ _]\d{6,8}$",
];

/// The same for names that are ids, which nobody spells so. OneDrive adds the name of the
/// computer.
const NO_IDS: &[&str] = &[
    r"^(?<name>.+?) ?\([^()]*\)$",
    r"^(?<name>.+)-[A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*$",
];

fn patterns(all: &[&'static str]) -> Vec<Regex> {
    all.iter().copied().map(literal_pattern).collect()
}

static CERTAIN: LazyLock<Vec<Regex>> = LazyLock::new(|| patterns(MARKS));
static VERSION: LazyLock<Vec<Regex>> = LazyLock::new(|| patterns(VERSIONS));
static NO_ID: LazyLock<Vec<Regex>> = LazyLock::new(|| patterns(NO_IDS));

fn inner<'n>(name: &'n str, patterns: &[Regex]) -> Option<&'n str> {
    // Most names are ids, and an id is that of no copy.
    if name
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    {
        return None;
    }
    patterns.iter().find_map(|pattern| {
        let found = pattern.captures(name)?.name("name")?;
        Some(found.as_str().trim())
    })
}

/// The name without what only copies have; the name itself if it has nothing of the kind.
pub(crate) fn without_marks(name: &str) -> &str {
    let mut name = name;
    while let Some(inner) = inner(name, &CERTAIN) {
        name = inner;
    }
    name
}

/// The names of which this may be a copy, the nearest first; `is_id` says whether it was
/// to be an id.
pub(crate) fn originals(name: &str, is_id: bool) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), move |name| {
        let found = inner(name, &CERTAIN).or_else(|| inner(name, &VERSION));
        found.or_else(|| is_id.then(|| inner(name, &NO_ID)).flatten())
    })
    .skip(1)
}

#[cfg(test)]
mod tests {
    use super::{originals, without_marks};

    #[test]
    fn marks_of_copies_are_taken_off() {
        for name in [
            "opd",
            "opd (1)",
            "opd(2)",
            "opd - Salin",
            "opd - Salinan (2)",
            "opd - Copy",
            "opd - Copy - Copy (3)",
            "opd copy",
            "opd copy 2",
            "Copy of opd",
            "Copy (2) of opd",
            "Salinan opd",
            "Salinan dari opd",
            "opd (konflik Budi 2026-11-28)",
            "opd (Budi's conflicted copy 2026-11-28)",
            "opd (salinan berkonflik dari BUDI-PC 2026-11-28)",
            "opd (Case Conflict 1)",
            "opd.sync-conflict-20261128-101010-ABCDEFG",
            "opd-LAPTOP-AB12",
            "opd-DESKTOP-1A2B3C4",
            "opd_LOCAL_1234",
            "Salinan opd (1)",
        ] {
            assert_eq!(without_marks(name), "opd", "{name}");
        }
        for name in [
            "layanan-112",
            "pasar-lama",
            "aplikasi-v2",
            "opd_final",
            "(1)",
        ] {
            assert_eq!(without_marks(name), name);
        }
    }

    #[test]
    fn other_versions_are_those_of_the_name_before() {
        let all = |name| originals(name, true).collect::<Vec<_>>();
        assert_eq!(all("profil_final_rev2"), ["profil_final", "profil"]);
        assert_eq!(all("profil lama"), ["profil"]);
        assert_eq!(all("profil_old (1)"), ["profil_old", "profil"]);
        assert_eq!(all("opd-PC-DINAS"), ["opd"]);
        assert_eq!(all("opd-KomputerBudi"), ["opd"]);
        assert_eq!(
            all("layanan-112-DINAS-PC"),
            ["layanan-112-DINAS", "layanan-112"]
        );
        assert_eq!(all("profil 20261128"), ["profil"]);
        assert_eq!(all("bab 2"), [""; 0]);
        assert_eq!(all("pasar-lama"), [""; 0]);
        assert_eq!(all("layanan-112"), [""; 0]);
        let free = |name| originals(name, false).collect::<Vec<_>>();
        assert_eq!(free("profil-UPTD"), [""; 0]);
        assert_eq!(free("profil (UPTD)"), [""; 0]);
        assert_eq!(free("profil (1)"), ["profil"]);
    }
}
