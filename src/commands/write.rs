//! Files that are replaced as a whole or not at all, and what is no file.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use ambonplan::language::message;
use ambonplan::source::Role;
use tempfile::NamedTempFile;

use super::failure::{Context, Result, bail};
use super::{interrupt, output};

/// What the names of temporary files begin with; [`TEMPORARY_LETTERS`] more follow.
const TEMPORARY: &str = ".ambonplan-";

/// Number of letters and digits that tell temporary files apart.
const TEMPORARY_LETTERS: usize = 6;

/// How often a temporary file is made anew if another process takes it away.
const TURNS: usize = 8;

/// Most symbolic links, one leading to the next, that are followed.
const MOST_LINKS: usize = 40;

/// A byte order mark.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The temporary files of this process.
struct Temporary {
    /// Those that are there.
    files: BTreeSet<PathBuf>,
    /// Folders in which nothing is left of processes that are no more.
    swept: BTreeSet<PathBuf>,
}

static OURS: Mutex<Temporary> = Mutex::new(Temporary {
    files: BTreeSet::new(),
    swept: BTreeSet::new(),
});

fn ours() -> MutexGuard<'static, Temporary> {
    OURS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes what is being written. Nothing is written after that: the process is to end.
pub fn abandon() {
    let mut ours = ours();
    for file in std::mem::take(&mut ours.files) {
        // The process ends, whatever becomes of it; the next one sweeps.
        let _ = fs::remove_file(file);
    }
    std::mem::forget(ours);
}

/// Whether a name on the command line means standard output.
pub fn is_standard_output(path: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]
        .iter()
        .any(|name| path == Path::new(name))
}

/// Refuses to write a book or a report where a file of the plan in `directory` stands or
/// would be read from then on.
pub fn refuse_source(path: &Path, directory: &Path) -> Result<()> {
    let Some(inside) = inside(path, directory)? else {
        return Ok(());
    };
    let names: Vec<_> = inside.iter().map(OsStr::to_string_lossy).collect();
    if Role::of(&names.join("/")) != Role::Unknown {
        bail!("over-the-plan", path = path, plan = directory);
    }
    Ok(())
}

/// Refuses to write a folder of pages into the plan in `directory`.
pub fn refuse_inside(path: &Path, directory: &Path) -> Result<()> {
    if inside(path, directory)?.is_some() {
        bail!("html-in-the-plan", path = path, plan = directory);
    }
    Ok(())
}

/// Where in the plan in `directory` a path is; `None` if it is outside.
fn inside(path: &Path, directory: &Path) -> Result<Option<PathBuf>> {
    let Ok(directory) = directory.canonicalize() else {
        return Ok(None);
    };
    // What is to be made lies in a folder that is there.
    let path =
        std::path::absolute(path).with_context(|| message!("failed-finding", path = path))?;
    let file = path.ancestors().find_map(|above| {
        let found = above.canonicalize().ok()?;
        Some(found.join(path.strip_prefix(above).ok()?))
    });
    let inside = file
        .as_deref()
        .and_then(|file| file.strip_prefix(&directory).ok());
    Ok(inside.map(Path::to_path_buf))
}

/// Refuses to replace a file that is protected; tells what is known of it, if it is there.
pub fn refuse_protected(path: &Path, target: &Path) -> Result<Option<Metadata>> {
    let failed = || message!("failed-writing", path = path);
    let known = match fs::metadata(target) {
        Ok(known) => known,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).with_context(failed),
    };
    if known.permissions().readonly() {
        bail!("write-protected", path = path);
    }
    OpenOptions::new()
        .write(true)
        .open(target)
        .with_context(failed)?;
    Ok(Some(known))
}

/// Refuses to write into a folder, or the folder in which it is to be made, that is
/// protected. Leaves nothing behind.
pub fn refuse_protected_folder(folder: &Path) -> Result<()> {
    let mut all = folder.ancestors().map(folder_or_here);
    let Some(there) = all.find(|above| above.is_dir()) else {
        return Ok(());
    };
    let tried = tempfile::tempfile_in(there);
    tried.with_context(|| message!("failed-writing-into", path = there))?;
    Ok(())
}

/// Writes what was asked for by name: to standard output for `-`, through a device or a
/// pipe, and otherwise to a file, which is replaced as by [`atomically`].
pub fn output(path: &Path, bytes: &[u8]) -> Result<()> {
    all([(path, bytes)])
}

/// The same for several files: those that are replaced are all replaced or none is.
pub fn all<'a>(files: impl IntoIterator<Item = (&'a Path, &'a [u8])>) -> Result<()> {
    let mut drafts = Vec::new();
    let mut streams = Vec::new();
    for (path, bytes) in files {
        match Place::of(path)? {
            Place::File(file) => drafts.push(Draft::new(path, file, bytes)?),
            place @ (Place::StandardOutput | Place::Stream(_)) => streams.push((place, bytes)),
        }
    }
    for (place, bytes) in streams {
        place.send(bytes)?;
    }
    publish(drafts)
}

/// Writes `bytes` beside `path` and renames the result, so that a reader sees
/// the old file or the new one and a failure leaves the old one in place. A symbolic
/// link stays: what it leads to is replaced.
pub fn atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    match Place::of(path)? {
        Place::File(file) => publish(vec![Draft::new(path, file, bytes)?]),
        Place::StandardOutput | Place::Stream(_) => bail!("no-file", path = path),
    }
}

/// Writes a file of text in a plan. A byte order mark that it has stays.
pub fn text(path: &Path, text: &str) -> Result<()> {
    publish(vec![revised(path, text)?])
}

/// Writes files of a plan that are not there yet and replaces texts that are. Nothing
/// is written if a new one is there after all.
pub fn entries(new: &[(PathBuf, &str)], replaced: &[(PathBuf, &str)]) -> Result<()> {
    let mut drafts = Vec::new();
    for (path, text) in new {
        let mut draft = Draft::new(path, path.clone(), text.as_bytes())?;
        draft.is_new = true;
        drafts.push(draft);
    }
    for (path, text) in replaced {
        drafts.push(revised(path, text)?);
    }
    publish(drafts)
}

/// A text of a plan, to be replaced where it stands.
fn revised(path: &Path, text: &str) -> Result<Draft> {
    let failed = || message!("failed-reading", path = path);
    let mut bytes = Vec::new();
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => {
            let mut begin = File::open(path)
                .with_context(failed)?
                .take(MARK.len() as u64);
            begin.read_to_end(&mut bytes).with_context(failed)?;
        }
        // No link in a plan is followed.
        Ok(_) => bail!("no-file", path = path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(failed),
    }
    if bytes != MARK {
        bytes.clear();
    }
    bytes.extend(text.as_bytes());
    Draft::new(path, path.to_path_buf(), &bytes)
}

/// What stands behind a name.
enum Place {
    /// Standard output.
    StandardOutput,
    /// A device, a pipe or a file that is open somewhere, by its name. What is written
    /// goes through it.
    Stream(PathBuf),
    /// A file that is there or is to be made.
    File(PathBuf),
}

impl Place {
    fn of(path: &Path) -> Result<Self> {
        if is_standard_output(path) {
            return Ok(Self::StandardOutput);
        }
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => {
                bail!("is-a-directory", path = path);
            }
            Ok(found) if is_disk(&found) => {
                bail!("is-a-disk", path = path);
            }
            Ok(found) if !found.is_file() => return Ok(Self::Stream(path.to_path_buf())),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                return Err(error).with_context(|| message!("failed-finding", path = path));
            }
        }
        let mut file = path.to_path_buf();
        for _ in 0..MOST_LINKS {
            let Ok(next) = fs::read_link(&file) else {
                return Ok(Self::File(file));
            };
            // What a process has open has no name of its own.
            let folder = folder_of(&file).to_path_buf();
            if folder
                .canonicalize()
                .is_ok_and(|folder| folder.starts_with("/proc"))
            {
                return Ok(Self::Stream(path.to_path_buf()));
            }
            file = folder.join(next);
        }
        bail!("endless-links", path = path);
    }

    fn send(&self, bytes: &[u8]) -> Result<()> {
        match self {
            Self::StandardOutput => {
                if is_pdf(bytes) && io::stdout().is_terminal() {
                    bail!("pdf-on-terminal");
                }
                let mut out = output::out();
                out.write_all(bytes).and_then(|()| out.flush())?;
            }
            Self::Stream(path) | Self::File(path) => {
                let failed = || message!("failed-writing-into", path = path.as_path());
                let stream = OpenOptions::new().append(true).open(path);
                let mut stream = stream.with_context(failed)?;
                if is_pdf(bytes) && stream.is_terminal() {
                    bail!("pdf-on-terminal");
                }
                stream.write_all(bytes).with_context(failed)?;
            }
        }
        Ok(())
    }
}

fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF")
}

/// A file that is written and has not taken its place yet.
struct Draft {
    /// The file by the name that was asked for.
    name: PathBuf,
    /// What is replaced.
    target: PathBuf,
    /// Taken when it takes its place.
    file: Option<NamedTempFile>,
    /// Whether nothing may be there.
    is_new: bool,
    /// Whether what is there is written over, since nothing else keeps its owner.
    written_over: bool,
}

impl Draft {
    fn new(name: &Path, target: PathBuf, bytes: &[u8]) -> Result<Self> {
        interrupt::tidy_up()?;
        let folder = folder_of(&target);
        fs::create_dir_all(folder).with_context(|| message!("failed-directory", path = folder))?;
        let failed = || message!("failed-writing", path = name);
        let known = refuse_protected(name, &target)?;
        let file =
            temporary(folder).with_context(|| message!("failed-writing-into", path = folder))?;
        let mut draft = Self {
            name: name.to_path_buf(),
            target,
            file: None,
            is_new: false,
            written_over: false,
        };
        let file = draft.file.insert(file);
        file.write_all(bytes).with_context(failed)?;
        if let Some(known) = known {
            // What is replaced keeps its owner, and its permissions, whatever the mask
            // says.
            draft.written_over = !keeps_owner(file.as_file(), &known);
            let kept = file.as_file().set_permissions(known.permissions());
            kept.with_context(failed)?;
        }
        file.as_file().sync_all().with_context(failed)?;
        Ok(draft)
    }

    /// Takes its place. The temporary files are held, so that it is whole or gone if the
    /// process ends meanwhile.
    fn publish(&mut self, ours: &mut Temporary) -> Result<()> {
        let Some(file) = self.file.take() else {
            return Ok(());
        };
        let temporary = file.path().to_path_buf();
        ours.files.remove(&temporary);
        let name = self.name.as_path();
        if self.written_over {
            let written = fs::read(&temporary).and_then(|bytes| {
                let mut there = OpenOptions::new().write(true).open(&self.target)?;
                there.set_len(0)?;
                there.write_all(&bytes)?;
                there.sync_all()
            });
            written.with_context(|| message!("failed-writing", path = name))?;
        } else {
            let placed = if self.is_new {
                file.persist_noclobber(&self.target)
            } else {
                file.persist(&self.target)
            };
            match placed.map_err(|error| error.error) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    bail!("exists-already", path = name);
                }
                placed => placed.with_context(|| message!("failed-replacing", path = name))?,
            };
        }
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            let path = file.path().to_path_buf();
            drop(file);
            ours().files.remove(&path);
        }
    }
}

fn publish(mut drafts: Vec<Draft>) -> Result<()> {
    let mut ours = ours();
    let published = drafts
        .iter_mut()
        .try_for_each(|draft| draft.publish(&mut ours));
    drop(ours);
    published
}

/// An empty temporary file, known to [`abandon`] and locked for as long as it is open.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY).rand_bytes(TEMPORARY_LETTERS);
    if let Some(permissions) = ordinary_permissions() {
        builder.permissions(permissions);
    }
    let mut ours = ours();
    if !ours.swept.contains(folder) {
        sweep(folder, &ours.files);
        ours.swept.insert(folder.to_path_buf());
    }
    let mut turn = 0;
    loop {
        let file = builder.tempfile_in(folder)?;
        turn += 1;
        // Not every file system has locks. Without them nobody sweeps either.
        let locked = file.as_file().lock().is_ok();
        if !locked || file.path().try_exists().unwrap_or(true) || turn == TURNS {
            ours.files.insert(file.path().to_path_buf());
            return Ok(file);
        }
        // Another process took it for one of a process that is no more.
    }
}

/// Removes temporary files of processes that are no more. Those that live hold a lock.
fn sweep(folder: &Path, ours: &BTreeSet<PathBuf>) {
    // What cannot be listed or removed stays: it is in nobody's way.
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || !is_temporary(&entry.file_name()) || ours.contains(&path) {
            continue;
        }
        let file = OpenOptions::new().write(true).open(&path);
        if file.is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(&path);
        }
    }
}

/// Whether a file has a name that only [`temporary`] gives.
fn is_temporary(name: &OsStr) -> bool {
    let letters = name.to_str().and_then(|name| name.strip_prefix(TEMPORARY));
    letters.is_some_and(|letters| {
        letters.len() == TEMPORARY_LETTERS && letters.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

/// The folder that a file stands in.
fn folder_of(path: &Path) -> &Path {
    folder_or_here(path.parent().unwrap_or_else(|| Path::new("")))
}

/// The folder, or the current one if it has no name.
fn folder_or_here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    }
}

/// Gives a file the owner and the group of another one; tells whether it has them.
#[cfg(unix)]
fn keeps_owner(file: &File, other: &Metadata) -> bool {
    use std::os::unix::fs::{MetadataExt, fchown};
    let same = file
        .metadata()
        .is_ok_and(|own| (own.uid(), own.gid()) == (other.uid(), other.gid()));
    same || fchown(file, Some(other.uid()), Some(other.gid())).is_ok()
}

#[cfg(not(unix))]
fn keeps_owner(_: &File, _: &Metadata) -> bool {
    true
}

#[cfg(unix)]
fn is_disk(metadata: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    metadata.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_disk(_: &Metadata) -> bool {
    false
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
