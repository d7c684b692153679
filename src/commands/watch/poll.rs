//! Polls for changes where the file system reports none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use walkdir::WalkDir;

use super::{Changed, is_of_plan};

/// What tells a file from the one that was there before, without reading it: on a slow
/// file system that would take longer than the time between two looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
}

/// Goes on looking for as long as it is kept.
pub struct Look {
    /// Gone with it, which is what ends the looking.
    _kept: Sender<()>,
}

impl Look {
    /// Looks at what is below `root` now, and again every so often; tells of what has
    /// changed.
    pub fn begin(root: &Path, every: Duration, sender: &Sender<Changed>) -> Self {
        let (kept, gone) = mpsc::channel();
        let (root, sender) = (root.to_path_buf(), sender.clone());
        let mut known = stamps(&root);
        thread::spawn(move || {
            while gone.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                let now = stamps(&root);
                let changed = differences(&known, &now);
                known = now;
                if !changed.is_empty() && sender.send(changed).is_err() {
                    return;
                }
            }
        });
        Self { _kept: kept }
    }
}

/// Files and folders that can be seen. What cannot be is not there.
fn stamps(root: &Path) -> BTreeMap<PathBuf, Stamp> {
    let entries = WalkDir::new(root)
        .into_iter()
        .filter_entry(|entry| is_of_plan(root, entry.path()));
    entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let known = entry.metadata().ok()?;
            // What happens in a folder changes what is in it, and says so there.
            let is_file = known.is_file();
            let stamp = Stamp {
                length: if is_file { known.len() } else { 0 },
                modified: if is_file { known.modified().ok() } else { None },
            };
            Some((entry.into_path(), stamp))
        })
        .collect()
}

/// What came, went or is another one.
fn differences(before: &BTreeMap<PathBuf, Stamp>, now: &BTreeMap<PathBuf, Stamp>) -> Vec<PathBuf> {
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    let other = now
        .iter()
        .filter(|(path, stamp)| before.get(*path) != Some(*stamp))
        .map(|(path, _)| path);
    gone.chain(other).cloned().collect()
}
