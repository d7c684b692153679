//! The lock of a plan directory: one process at a time writes entries, so that what was
//! read is still true when the result is written.

use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::path::Path;

use ambonplan::language::{Catalogue, message};

use super::failure::{Context, Result};
use super::{language, output};

/// The right to write into a plan, for as long as it is kept.
pub struct Lock {
    /// `None` where the file system knows no locks.
    _held: Option<File>,
}

/// Waits until no other process writes entries of the plan, and says so if that takes
/// time. A plan that is not there is no error here.
pub fn hold(plan: &Path, asked: language::Asked) -> Result<Lock> {
    let failed = || message!("failed-locking", path = plan);
    let file = match open(plan) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Lock { _held: None }),
        Err(error) => return Err(error).with_context(failed),
    };
    let held = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => {
            let catalogue = Catalogue::new(language::choose(asked, None));
            let waiting = catalogue.text(&message!("waiting-for-plan"));
            writeln!(output::err(), "{waiting}")?;
            file.lock().with_context(failed)?;
            true
        }
        // Some network file systems have no locks.
        Err(TryLockError::Error(_)) => false,
    };
    Ok(Lock {
        _held: held.then_some(file),
    })
}

/// The directory itself can be locked: nothing is left behind.
#[cfg(unix)]
fn open(plan: &Path) -> io::Result<File> {
    File::open(plan)
}

/// A file outside the plan that stands for the directory.
#[cfg(not(unix))]
fn open(plan: &Path) -> io::Result<File> {
    use std::hash::Hasher;
    let path = plan.canonicalize()?;
    let mut hasher = siphasher::sip::SipHasher13::new();
    hasher.write(path.as_os_str().as_encoded_bytes());
    let name = format!("ambonplan-{:016x}.lock", hasher.finish());
    File::create(std::env::temp_dir().join(name))
}
