//! Folders of pages that were written before and are written again.
//!
//! In such a folder stands a hidden file with the name of the book and the names of all that
//! was written there. What is in it and not in the book any more is removed; whatever else
//! there is stays. Everything is looked at before anything is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Component, Path, PathBuf};

use ambonplan::language::{Message, message};
use walkdir::WalkDir;

use super::failure::{Context, Result, bail};
use super::write;

/// The file with the names of all files.
const MANIFEST: &str = ".ambonplan";

/// What its line begins with that names the book.
const BOOK: &str = "# ";

/// A file that is written even if it says the same, so that its time tells when the book was
/// built.
const DATED: &str = "index.html";

/// Most bytes of a name, on all file systems that are in use.
const LONGEST: usize = 255;

/// What is to change in a folder.
pub struct Update {
    /// Files that are written.
    written: Vec<(PathBuf, Vec<u8>)>,
    /// Files that are removed.
    removed: Vec<PathBuf>,
    /// The folder.
    folder: PathBuf,
    /// The names of all files of the book, with its own.
    list: Vec<u8>,
}

impl Update {
    /// What is to change in a folder so that it holds these files of a book. A folder with
    /// files of somebody else or with another book is an error, and so is whatever cannot be
    /// replaced.
    pub fn of(folder: &Path, book: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<Self> {
        let known = Known::of(folder)?;
        if let Some(other) = known.book.filter(|known| known != book) {
            bail!(
                "html-another-book",
                path = folder,
                known = other,
                book = book
            );
        }
        let known = known.names;
        let mut written = Vec::new();
        for (name, bytes) in files {
            if name.split('/').any(|part| part.len() > LONGEST) {
                bail!("html-long-name", name = name, most = LONGEST);
            }
            let path = folder.join(name);
            let is_there = refuse_obstacle(folder, name)?;
            let is_ours = known.contains(name);
            if !is_ours && is_there {
                bail!("html-foreign-file", path = path.as_path());
            }
            // What is the same keeps its time.
            let is_same = is_ours && name != DATED && has(&path, bytes);
            if !is_same {
                written.push((path, bytes.clone()));
            }
        }
        refuse_obstacle(folder, MANIFEST)?;
        let gone = known.iter().filter(|name| !files.contains_key(*name));
        let gone: Vec<&String> = gone.collect();
        let list = |all: &mut dyn Iterator<Item = &String>| {
            let mut text = format!("{BOOK}{book}\n");
            for name in all {
                text.push_str(name);
                text.push('\n');
            }
            text.into_bytes()
        };
        // Until they are removed, the old ones are ours, too.
        let all = list(&mut files.keys().chain(gone.iter().copied()));
        written.insert(0, (folder.join(MANIFEST), all));
        let removed = gone.into_iter().filter(|name| is_file(folder, name));
        let update = Self {
            written,
            removed: removed.map(|name| folder.join(name)).collect(),
            list: list(&mut files.keys()),
            folder: folder.to_path_buf(),
        };
        update.refuse_protected()?;
        Ok(update)
    }

    /// Refuses to change what is protected.
    fn refuse_protected(&self) -> Result<()> {
        let written = self.written.iter().map(|(path, _)| path);
        for path in written.clone() {
            write::refuse_protected(path, path)?;
        }
        let changed = written
            .chain(&self.removed)
            .filter_map(|path| path.parent());
        for folder in changed.collect::<BTreeSet<_>>() {
            write::refuse_protected_folder(folder)?;
        }
        Ok(())
    }

    /// How many pages are removed, if any are.
    pub fn removed_pages(&self) -> Option<Message> {
        let pages = self.removed.iter();
        let pages = pages.filter(|path| path.extension().is_some_and(|ending| ending == "html"));
        let count = pages.count();
        (count > 0).then(|| message!("html-removed", count = count, path = self.folder.as_path()))
    }

    /// Changes the folder, file by file: a reader sees the old one or the new one.
    pub fn write(&self) -> Result<()> {
        for (at, (path, bytes)) in self.written.iter().enumerate() {
            let written = write::atomically(path, bytes);
            // Pages follow behind the list of them.
            if at > 1 {
                written.with_context(|| self.half_written())?;
            } else {
                written?;
            }
        }
        if self.list == self.written.first().map_or(&[][..], |(_, list)| list) {
            return Ok(());
        }
        self.remove().with_context(|| self.half_written())
    }

    fn half_written(&self) -> Message {
        message!("html-half-written", path = self.folder.as_path())
    }

    /// Removes what is no longer in the book, from the list as well.
    fn remove(&self) -> Result<()> {
        for path in &self.removed {
            match fs::remove_file(path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                removed => {
                    removed.with_context(|| message!("failed-removing", path = path.as_path()))?;
                }
            }
            // A folder that holds something else stays.
            for above in path.ancestors().skip(1) {
                if above == self.folder || fs::remove_dir(above).is_err() {
                    break;
                }
            }
        }
        write::atomically(&self.folder.join(MANIFEST), &self.list)
    }
}

/// What is known of a folder.
#[derive(Debug, Default)]
struct Known {
    /// The name of the book in it.
    book: Option<String>,
    /// The names of the files that were written into it.
    names: BTreeSet<String>,
}

impl Known {
    fn of(folder: &Path) -> Result<Self> {
        match fs::metadata(folder) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => bail!("html-no-folder", path = folder),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // A link that leads nowhere.
                if fs::symlink_metadata(folder).is_ok() {
                    bail!("html-no-folder", path = folder);
                }
                return Ok(Self::default());
            }
            Err(error) => {
                return Err(error).with_context(|| message!("failed-finding", path = folder));
            }
        }
        let manifest = folder.join(MANIFEST);
        match fs::read_to_string(&manifest) {
            Ok(list) => {
                let mut lines = list.lines().peekable();
                let book = lines.next_if(|line| line.starts_with(BOOK));
                Ok(Self {
                    book: book.map(|line| line.trim_start_matches(BOOK).to_owned()),
                    names: lines
                        .filter(|name| is_inside(name))
                        .map(str::to_owned)
                        .collect(),
                })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => match foreign(folder)? {
                Some(name) => bail!("html-foreign-folder", path = folder, name = name),
                None => Ok(Self::default()),
            },
            Err(error) => {
                Err(error).with_context(|| message!("failed-reading", path = manifest.as_path()))
            }
        }
    }
}

/// What stands on the way to a file of the folder, one name behind the other.
fn way<'n>(folder: &Path, name: &'n str) -> impl Iterator<Item = (PathBuf, bool)> + use<'n> {
    let mut path = folder.to_path_buf();
    let mut parts = Path::new(name).components().peekable();
    std::iter::from_fn(move || {
        path.push(parts.next()?);
        Some((path.clone(), parts.peek().is_none()))
    })
}

/// Whether a file of the folder is there. What is neither a file in its place nor a folder
/// around it is an error; no link is followed.
fn refuse_obstacle(folder: &Path, name: &str) -> Result<bool> {
    for (path, is_last) in way(folder, name) {
        let path = path.as_path();
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => {
                return Err(error).with_context(|| message!("failed-finding", path = path));
            }
            Ok(found) if found.is_symlink() => bail!("html-link", path = path),
            Ok(found) if is_last && found.is_file() => {}
            Ok(found) if !is_last && found.is_dir() => {}
            Ok(_) => bail!("html-foreign-file", path = path),
        }
    }
    Ok(true)
}

/// Whether a name of the list is that of a file which is there, whatever became of the folder.
fn is_file(folder: &Path, name: &str) -> bool {
    let is = |path: &Path, what: fn(&Metadata) -> bool| {
        fs::symlink_metadata(path).is_ok_and(|found| what(&found))
    };
    way(folder, name).all(|(path, is_last)| {
        let what = if is_last {
            Metadata::is_file
        } else {
            Metadata::is_dir
        };
        is(&path, what)
    })
}

/// Whether a name stays in the folder, whoever wrote the list.
fn is_inside(name: &str) -> bool {
    let mut parts = Path::new(name).components().peekable();
    parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
}

/// A file in a folder of which nothing is known. Hidden ones are no pages: temporary files of
/// a process that was killed, and what git or a server keeps there.
fn foreign(folder: &Path) -> Result<Option<String>> {
    let is_hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| !is_hidden(entry)) {
        let entry = entry.map_err(io::Error::from);
        let entry = entry.with_context(|| message!("failed-finding", path = folder))?;
        if !entry.file_type().is_dir() {
            let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            return Ok(Some(inside.display().to_string()));
        }
    }
    Ok(None)
}

/// Whether a file holds these bytes.
fn has(path: &Path, bytes: &[u8]) -> bool {
    let is_file = fs::symlink_metadata(path).is_ok_and(|found| {
        found.is_file() && usize::try_from(found.len()).is_ok_and(|length| length == bytes.len())
    });
    is_file && fs::read(path).is_ok_and(|there| there == bytes)
}
