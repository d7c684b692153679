//! Files that are replaced as a whole or not at all.

use std::fs::{self, Permissions};
use std::io::Write;
use std::path::Path;

use anyhow::Context;

/// Writes `bytes` beside `path` and renames the result, so that a reader sees
/// the old file or the new one and a failure leaves the old one in place.
pub fn atomically(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)
        .with_context(|| format!("failed to create the directory `{}`", folder.display()))?;
    if path.is_dir() {
        anyhow::bail!("`{}` is a directory; name a file", path.display());
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ambonplan-");
    if let Some(permissions) = ordinary_permissions() {
        builder.permissions(permissions);
    }
    let mut file = builder
        .tempfile_in(folder)
        .with_context(|| format!("failed to write into `{}`", folder.display()))?;
    // What is replaced keeps its permissions, whatever the mask says.
    let kept = fs::metadata(path).map(|metadata| metadata.permissions());
    file.write_all(bytes)
        .and_then(|()| match kept {
            Ok(kept) => file.as_file().set_permissions(kept),
            Err(_) => Ok(()),
        })
        .and_then(|()| file.as_file().sync_all())
        .with_context(|| format!("failed to write `{}`", path.display()))?;
    file.persist(path)
        .map_err(|error| error.error)
        .with_context(|| format!("failed to replace `{}`", path.display()))?;
    Ok(())
}

/// Replaces a file of text. A byte order mark that it has stays.
pub fn text(path: &Path, text: &str) -> anyhow::Result<()> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let marked = fs::read(path).is_ok_and(|bytes| bytes.starts_with(MARK));
    let mut bytes = if marked { MARK.to_vec() } else { Vec::new() };
    bytes.extend(text.as_bytes());
    atomically(path, &bytes)
}

/// Temporary files are private by default; a book is for everyone whom the
/// process' mask lets in.
#[cfg(unix)]
fn ordinary_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn ordinary_permissions() -> Option<Permissions> {
    None
}
