//! Which file systems tell of no changes that are made elsewhere.

use std::path::Path;

/// Where Linux says what is mounted.
const MOUNTS: &str = "/proc/self/mounts";

/// File systems of other machines, and of the one that a container or a virtual machine
/// runs on: whoever writes there writes beside this system.
const SILENT: &[&str] = &[
    "9p",
    "afs",
    "afpfs",
    "ceph",
    "cifs",
    "davfs",
    "drvfs",
    "fakeowner",
    "fuse",
    "fuseblk",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb2",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];

/// Whether a directory lies on such a file system, as far as that can be known.
pub fn is_silent(directory: &Path) -> bool {
    let (Ok(directory), Ok(mounts)) = (
        directory.canonicalize(),
        // A mount point may have any name.
        std::fs::read(MOUNTS),
    ) else {
        return false;
    };
    let mounts = String::from_utf8_lossy(&mounts);
    kind(&directory, &mounts).is_some_and(|kind| {
        let family = kind.split('.').next().unwrap_or(kind);
        SILENT.contains(&family)
    })
}

/// The kind of the file system that a directory lies on: the innermost mount above it,
/// of several at the same place the last.
fn kind<'m>(directory: &Path, mounts: &'m str) -> Option<&'m str> {
    let mounts = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let (at, kind) = (words.nth(1)?, words.next()?);
        let at = unescaped(at);
        let at = Path::new(&at);
        directory
            .starts_with(at)
            .then(|| (at.components().count(), kind))
    });
    let (_, kind) = mounts.max_by_key(|(depth, _)| *depth)?;
    Some(kind)
}

/// The name of a mount point, in which blanks are written as `\040`.
fn unescaped(name: &str) -> String {
    let escapes = [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\043", "#"),
        ("\\134", "\\"),
    ];
    let mut name = name.to_owned();
    for (escape, meant) in escapes {
        name = name.replace(escape, meant);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTED: &str = "\
overlay / overlay rw 0 0
C:\\134 /mnt/c 9p rw 0 0
//server/bersama /mnt/bersama\\040kota cifs rw 0 0
/dev/sdb1 /mnt/bersama\\040kota/lokal ext4 rw 0 0
host:/a /srv nfs4 rw 0 0
/dev/sda2 /srv ext4 rw 0 0
me@host: /home/me/jauh fuse.sshfs rw 0 0
";

    #[test]
    fn the_innermost_mount_counts() {
        let kind = |path: &str| kind(Path::new(path), MOUNTED);
        assert_eq!(kind("/home/me/plan"), Some("overlay"));
        assert_eq!(kind("/mnt/c/plan"), Some("9p"));
        assert_eq!(kind("/mnt/cadangan/plan"), Some("overlay"));
        assert_eq!(kind("/mnt/bersama kota/plan"), Some("cifs"));
        assert_eq!(kind("/mnt/bersama kota/lokal/plan"), Some("ext4"));
        assert_eq!(kind("/home/me/jauh"), Some("fuse.sshfs"));
        // Mounted over what was there.
        assert_eq!(kind("/srv/plan"), Some("ext4"));
    }
}
