//! Names that systems, editors, office programs and browsers leave behind, and that
//! nobody gave: nothing is said of what has one.

/// Names that are left behind, in lower case.
const NAMES: &[&str] = &[
    // Windows
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    "$recycle.bin",
    "system volume information",
    // macOS: archives and icons of folders
    "__macosx",
    "icon\r",
    // Vim tries whether it may write
    "4913",
    // Network storage
    "@eadir",
    "lost+found",
];

/// How such names begin: those that are hidden, and files that Office holds open.
const BEGINNINGS: &[&str] = &[".", "~$"];

/// How they end, in lower case.
const ENDINGS: &[&str] = &[
    // Backups and swap files of editors, what a merge or a patch left over
    "~",
    ".bak",
    ".orig",
    ".rej",
    ".save",
    ".swp",
    ".swo",
    ".swn",
    // Unfinished files of all kinds, downloads among them
    ".tmp",
    ".temp",
    ".part",
    ".partial",
    ".crdownload",
    ".download",
    // What Word saves by itself
    ".asd",
    ".wbk",
];

/// Whether a file or folder of this name is no part of a plan, wherever it stands.
pub fn is_passed_over(name: &str) -> bool {
    let name = name.to_lowercase();
    // Locks and saved copies of Emacs: `#profil.md#`.
    let is_framed = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    is_framed
        || NAMES.contains(&name.as_str())
        || BEGINNINGS.iter().any(|begin| name.starts_with(begin))
        || ENDINGS.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::is_passed_over;

    #[test]
    fn what_programs_leave_behind_is_no_part_of_a_plan() {
        for name in [
            "Thumbs.db",
            "THUMBS.DB",
            "Desktop.ini",
            ".DS_Store",
            "._profil.md",
            ".git",
            ".#profil.md",
            ".profil.md.swp",
            ".~lock.renja.xlsx#",
            "~$profil.docx",
            "~WRL0001.tmp",
            "__MACOSX",
            "profil.md~",
            "#profil.md#",
            "opd.toml.orig",
            "opd.toml.BAK",
            "Unconfirmed 12345.crdownload",
            "4913",
        ] {
            assert!(is_passed_over(name), "{name}");
        }
        for name in [
            "profil.md",
            "bak.md",
            "tmp",
            "4913.toml",
            "#1.md",
            "#",
            "thumbs.md",
            "orig.toml",
        ] {
            assert!(!is_passed_over(name), "{name}");
        }
    }
}
