//! Waits for changes in a plan directory.
//!
//! Editors write a file in several steps, rename one over another, or write many at once
//! when a branch is checked out: a change counts when it is quiet again. Changes that come
//! while a book is being set are kept until it is asked for the next one.

mod mounts;
mod poll;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use ambonplan::language::message;
use ambonplan::reading::is_passed_over;
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

use self::poll::Look;

use super::failure::{Context, Result};

/// How long it must be quiet.
const QUIET: Duration = Duration::from_millis(60);

/// How long to wait for quiet at most: whoever writes all the time still sees pages.
const PATIENCE: Duration = Duration::from_millis(600);

/// How long to wait for an empty file to be filled: it may be meant to be empty.
const PATIENCE_EMPTY: Duration = Duration::from_secs(2);

/// How often to look whether the directory itself is still the one that is watched.
const ROUND: Duration = Duration::from_secs(1);

/// How often to look for changes where the system cannot tell of them.
const POLL: Duration = Duration::from_millis(700);

/// How often to look on a file system that tells of none: it is often a slow one.
const POLL_FAR: Duration = Duration::from_secs(2);

/// What is known of a directory that tells it from another one at the same place.
#[derive(Debug, PartialEq, Eq)]
struct Identity(u64, u64);

/// How changes become known.
enum Means {
    /// The system tells of them. Kept for as long as it is to tell.
    Told { _watcher: Box<dyn Watcher + Send> },
    /// They are looked for.
    Looked { _look: Look },
}

/// Files that have changed.
type Changed = Vec<PathBuf>;

/// A directory that is watched.
pub struct Watch {
    root: PathBuf,
    /// How often to look for changes instead of being told.
    poll: Option<Duration>,
    known: Option<Identity>,
    means: Option<Means>,
    sender: Sender<Changed>,
    changes: Receiver<Changed>,
}

impl Watch {
    /// Begins to watch. Changes are looked for as often as `poll` says; if it says
    /// nothing, the system tells of them where it can.
    pub fn new(root: &Path, poll: Option<Duration>) -> Result<Self> {
        let (sender, changes) = mpsc::channel();
        let far = || mounts::is_silent(root).then_some(POLL_FAR);
        let mut watch = Self {
            root: root.to_path_buf(),
            poll: poll.or_else(far),
            known: None,
            means: None,
            sender,
            changes,
        };
        watch.begin()?;
        Ok(watch)
    }

    /// How often changes are looked for; `None` where the system tells of them.
    pub fn interval(&self) -> Option<Duration> {
        self.poll
    }

    /// Waits until something has changed and it is quiet again.
    pub fn wait(&mut self) {
        let mut changed = BTreeSet::new();
        loop {
            match self.changes.recv_timeout(ROUND) {
                Ok(paths) => {
                    changed.extend(paths);
                    break;
                }
                // The directory holds its own sender, so that there always is one.
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    if self.renew() {
                        break;
                    }
                }
            }
        }
        let begin = Instant::now();
        loop {
            let heard = self.changes.recv_timeout(QUIET);
            let quiet = heard.is_err();
            changed.extend(heard.into_iter().flatten());
            // Whoever saves a file may empty it first.
            let unfinished = changed.iter().any(|path| is_empty(path));
            let patience = if unfinished {
                PATIENCE_EMPTY
            } else if quiet {
                break;
            } else {
                PATIENCE
            };
            if begin.elapsed() >= patience {
                break;
            }
        }
        self.renew();
    }

    /// Watches the directory that is now at the place, if it is another one. Returns
    /// whether it was.
    fn renew(&mut self) -> bool {
        let now = identity(&self.root);
        if now == self.known {
            return false;
        }
        if now.is_some() && self.begin().is_err() {
            // It is tried again in a moment.
            return false;
        }
        self.known = now;
        true
    }

    fn begin(&mut self) -> Result<()> {
        let root = fs::canonicalize(&self.root)
            .with_context(|| message!("failed-finding", path = self.root.as_path()))?;
        // Before watching begins, so that a directory that is replaced meanwhile is seen.
        let known = identity(&self.root);
        let looked = |every| Means::Looked {
            _look: Look::begin(&root, every, &self.sender),
        };
        let means = match self.poll {
            Some(every) => looked(every),
            // There may be more directories than the system can tell of.
            None => told(&root, &self.sender).unwrap_or_else(|_| looked(POLL)),
        };
        self.means = Some(means);
        self.known = known;
        Ok(())
    }
}

/// The system tells of changes.
fn told(root: &Path, sender: &Sender<Changed>) -> notify::Result<Means> {
    let mut watcher = RecommendedWatcher::new(hand_on(root, sender), Config::default())?;
    watcher.watch(root, RecursiveMode::Recursive)?;
    Ok(Means::Told {
        _watcher: Box::new(watcher),
    })
}

fn hand_on(root: &Path, sender: &Sender<Changed>) -> impl FnMut(notify::Result<Event>) + use<> {
    let (root, sender) = (root.to_path_buf(), sender.clone());
    move |event| {
        let changed = match event {
            Ok(event) if !matters(&root, &event) => return,
            Ok(event) => event.paths,
            // What could not be told may have been a change.
            Err(error) => error.paths,
        };
        // Nobody waits any more: the command is about to end.
        let _ = sender.send(changed);
    }
}

/// Whether an event can change what a plan says. Reading it does not, and what editors
/// leave behind is none of its files.
fn matters(root: &Path, event: &Event) -> bool {
    if let EventKind::Access(access) = event.kind
        && access != AccessKind::Close(AccessMode::Write)
    {
        return false;
    }
    event.need_rescan()
        || event.paths.is_empty()
        || event.paths.iter().any(|path| is_of_plan(root, path))
}

/// Whether a file is one of the plan, or says which of them are.
fn is_of_plan(root: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.ends_with(".gitignore")
        || !below.components().any(
            |part| matches!(part, Component::Normal(name) if is_passed_over(&name.to_string_lossy())),
        )
}

fn is_empty(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|known| known.is_file() && known.len() == 0)
}

#[cfg(unix)]
fn identity(root: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(root).ok()?;
    Some(Identity(metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(root: &Path) -> Option<Identity> {
    let created = fs::metadata(root).ok()?.created().ok()?;
    let since = created.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(Identity(since.as_secs(), u64::from(since.subsec_nanos())))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    /// Whether a change is told of soon.
    fn notices(watch: &mut Watch, change: impl FnOnce()) -> bool {
        while watch.changes.try_recv().is_ok() {}
        change();
        let sender = watch.sender.clone();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(20));
            let _ = sender.send(Vec::new());
        });
        let begin = Instant::now();
        watch.wait();
        begin.elapsed() < Duration::from_secs(15)
    }

    #[test]
    fn every_kind_of_saving_is_noticed() {
        every_kind_of_saving(None);
    }

    #[test]
    fn every_kind_of_saving_is_found() {
        every_kind_of_saving(Some(Duration::from_millis(20)));
    }

    fn every_kind_of_saving(poll: Option<Duration>) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("plan");
        fs::create_dir_all(root.join("opd")).unwrap();
        let file = root.join("opd/a.md");
        fs::write(&file, "a").unwrap();
        let mut watch = Watch::new(&root, poll).unwrap();
        assert!(notices(&mut watch, || fs::write(&file, "b").unwrap()));
        assert!(notices(&mut watch, || {
            let beside = root.join("opd/.a.md.swp");
            fs::write(&beside, "c").unwrap();
            fs::rename(&beside, &file).unwrap();
        }));
        assert!(notices(&mut watch, || {
            fs::create_dir_all(root.join("opd/x/programs")).unwrap();
        }));
        // Folders that were made later are watched too.
        let deep = root.join("opd/x/programs/p.toml");
        assert!(notices(&mut watch, || fs::write(&deep, "d").unwrap()));
        assert!(notices(&mut watch, || {
            fs::remove_dir_all(root.join("opd/x")).unwrap();
        }));
        // The directory goes, and another one comes in its place.
        let old = folder.path().join("old");
        assert!(notices(&mut watch, || fs::rename(&root, &old).unwrap()));
        assert!(notices(&mut watch, || {
            fs::create_dir_all(root.join("opd")).unwrap();
            fs::write(&file, "e").unwrap();
        }));
        assert!(notices(&mut watch, || fs::write(&file, "f").unwrap()));
    }

    #[test]
    fn a_file_that_is_emptied_to_be_saved_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "a").unwrap();
        for poll in [None, Some(Duration::from_millis(20))] {
            let mut watch = Watch::new(folder.path(), poll).unwrap();
            fs::write(&file, "").unwrap();
            let filled = {
                let file = file.clone();
                std::thread::spawn(move || {
                    std::thread::sleep(3 * QUIET);
                    fs::write(file, "b").unwrap();
                })
            };
            watch.wait();
            assert_eq!(fs::read_to_string(&file).unwrap(), "b", "{poll:?}");
            filled.join().unwrap();
        }
        // One that stays empty is shown so.
        let mut watch = Watch::new(folder.path(), None).unwrap();
        fs::write(&file, "").unwrap();
        watch.wait();
    }

    #[test]
    fn reading_and_hidden_files_are_no_change() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.md"), "a").unwrap();
        let watch = Watch::new(folder.path(), None).unwrap();
        fs::read(folder.path().join("a.md")).unwrap();
        fs::write(folder.path().join(".a.md.swp"), "a").unwrap();
        // The system tells of events in their order: what comes first would be here.
        std::thread::sleep(QUIET * 5);
        assert!(watch.changes.try_recv().is_err());
    }
}
