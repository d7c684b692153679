//! How much of a plan is read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Files larger than this are refused: 16 MiB.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// So much is read of a plan, all files together: 1 GiB.
pub(crate) const MAX_PLAN_BYTES: u64 = 1024 * 1024 * 1024;

/// So many files and folders a plan may have.
pub(crate) const MAX_FILES: usize = 200_000;

/// The bytes of a file; nothing if there are more than `most`, whatever the file system
/// says of its size.
///
/// # Errors
///
/// If the file cannot be opened or read.
pub fn read_bounded(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}
