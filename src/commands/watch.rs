//! Waits for changes in a plan directory.
//!
//! Editors write a file in several steps, rename one over another, or write many at once
//! when a branch is checked out: a change counts when it is quiet again. Changes that come
//! while a book is being set are kept until it is asked for the next one.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use ambonplan::source::is_passed_over;
use anyhow::Context;
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// How long it must be quiet.
const QUIET: Duration = Duration::from_millis(60);

/// How long to wait for quiet at most: whoever writes all the time still sees pages.
const PATIENCE: Duration = Duration::from_millis(600);

/// How often to look whether the directory itself is still the one that is watched.
const ROUND: Duration = Duration::from_secs(1);

/// How often to look for changes where the system does not tell of them.
const POLL: Duration = Duration::from_millis(700);

/// What is known of a directory that tells it from another one at the same place.
#[derive(Debug, PartialEq, Eq)]
struct Identity(u64, u64);

/// A directory that is watched.
pub struct Watch {
    root: PathBuf,
    known: Option<Identity>,
    /// Kept for as long as it is to watch.
    watcher: Option<Box<dyn Watcher + Send>>,
    sender: Sender<()>,
    changes: Receiver<()>,
}

impl Watch {
    /// Begins to watch.
    pub fn new(root: &Path) -> anyhow::Result<Self> {
        let (sender, changes) = mpsc::channel();
        let mut watch = Self {
            root: root.to_path_buf(),
            known: None,
            watcher: None,
            sender,
            changes,
        };
        watch.begin()?;
        Ok(watch)
    }

    /// Waits until something has changed and it is quiet again.
    pub fn wait(&mut self) {
        loop {
            match self.changes.recv_timeout(ROUND) {
                Ok(()) => break,
                // The directory holds its own sender, so that there always is one.
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    if self.renew() {
                        break;
                    }
                }
            }
        }
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE && self.changes.recv_timeout(QUIET).is_ok() {}
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

    fn begin(&mut self) -> anyhow::Result<()> {
        let root = fs::canonicalize(&self.root)
            .with_context(|| format!("failed to find `{}`", self.root.display()))?;
        // Before watching begins, so that a directory that is replaced meanwhile is seen.
        let known = identity(&self.root);
        let watcher = native(&root, &self.sender).or_else(|_| polling(&root, &self.sender));
        let watcher =
            watcher.with_context(|| format!("failed to watch `{}`", self.root.display()))?;
        self.watcher = Some(watcher);
        self.known = known;
        Ok(())
    }
}

/// A watcher that the system tells of changes.
fn native(root: &Path, sender: &Sender<()>) -> notify::Result<Box<dyn Watcher + Send>> {
    let mut watcher = RecommendedWatcher::new(hand_on(root, sender), Config::default())?;
    watcher.watch(root, RecursiveMode::Recursive)?;
    Ok(Box::new(watcher))
}

/// A watcher that looks for changes by itself, for systems that do not tell, or tell of
/// fewer directories than a plan has.
fn polling(root: &Path, sender: &Sender<()>) -> notify::Result<Box<dyn Watcher + Send>> {
    let config = Config::default()
        .with_poll_interval(POLL)
        .with_compare_contents(true);
    let mut watcher = PollWatcher::new(hand_on(root, sender), config)?;
    watcher.watch(root, RecursiveMode::Recursive)?;
    Ok(Box::new(watcher))
}

fn hand_on(root: &Path, sender: &Sender<()>) -> impl FnMut(notify::Result<Event>) + use<> {
    let (root, sender) = (root.to_path_buf(), sender.clone());
    move |event| {
        // What could not be told may have been a change.
        let matters = event.is_err() || event.is_ok_and(|event| matters(&root, &event));
        if matters {
            // Nobody waits any more: the command is about to end.
            let _ = sender.send(());
        }
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
            let _ = sender.send(());
        });
        let begin = Instant::now();
        watch.wait();
        begin.elapsed() < Duration::from_secs(15)
    }

    #[test]
    fn every_kind_of_saving_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("plan");
        fs::create_dir_all(root.join("opd")).unwrap();
        let file = root.join("opd/a.md");
        fs::write(&file, "a").unwrap();
        let mut watch = Watch::new(&root).unwrap();
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
    fn reading_and_hidden_files_are_no_change() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.md"), "a").unwrap();
        let watch = Watch::new(folder.path()).unwrap();
        fs::read(folder.path().join("a.md")).unwrap();
        fs::write(folder.path().join(".a.md.swp"), "a").unwrap();
        // The system tells of events in their order: what comes first would be here.
        std::thread::sleep(QUIET * 5);
        assert!(watch.changes.try_recv().is_err());
    }
}
