//! The files of a plan directory, folder by folder.

use std::collections::BTreeMap;

use super::words;

/// A folder and everything below it.
#[derive(Debug, Clone, Default)]
pub(super) struct Folder {
    /// Its files: the path of each by its name.
    pub(super) files: BTreeMap<String, String>,
    /// Its folders by their names.
    pub(super) folders: BTreeMap<String, Folder>,
}

/// What is of another plan than the one that it stands in.
pub(super) enum Other {
    /// The folder with this path.
    Folder(String),
    /// Only the file with this path.
    File(String),
}

/// How deep a plan is looked for below the plan directory.
const DEPTH: usize = 3;

impl Folder {
    /// Adds a file; `rest` is its path below this folder.
    pub(super) fn add(&mut self, rest: &str, path: &str) {
        match rest.split_once('/') {
            Some((folder, rest)) => {
                let folder = self.folders.entry(folder.to_owned()).or_default();
                folder.add(rest, path);
            }
            None => {
                self.files.insert(rest.to_owned(), path.to_owned());
            }
        }
    }

    /// The paths of all files below it.
    pub(super) fn paths(&self) -> Vec<&str> {
        let own = self.files.values().map(String::as_str);
        let below = self.folders.values().flat_map(Folder::paths);
        own.chain(below).collect()
    }

    /// The file at which something is said of the folder.
    pub(super) fn first(&self) -> Option<&str> {
        let own = self.files.values().next().map(String::as_str);
        own.or_else(|| self.folders.values().find_map(Folder::first))
    }

    /// The name of the file that is, or was meant to be, the entry of this name, such as
    /// `opd`. `own` is the name of the folder itself, after which people call it, too.
    pub(super) fn entry(&self, entry: &str, own: Option<&str>) -> Option<&str> {
        let names = || self.files.keys().map(String::as_str);
        let exact = format!("{entry}.toml");
        names()
            .find(|name| *name == exact)
            .or_else(|| {
                let all = names().filter(|name| words::is_entry(name, entry));
                all.min_by_key(|name| (name.chars().count(), *name))
            })
            .or_else(|| names().find(|name| words::is_entry_by_other_word(name, entry, own)))
    }

    /// Whether it has the entry of this name.
    pub(super) fn has(&self, entry: &str) -> bool {
        self.entry(entry, None).is_some()
    }

    /// The paths of the folders in which a plan begins, this one and those below it.
    pub(super) fn plans(&self, path: &str, found: &mut Vec<String>) {
        let depth = path.split('/').count();
        // Beside a file of this name stands nothing of a plan in a folder of pictures.
        if self.files.contains_key("plan.toml") || (self.has("plan") && !self.folders.is_empty()) {
            found.push(path.to_owned());
        }
        if depth <= DEPTH {
            for (name, folder) in &self.folders {
                if !(path.is_empty() && super::is_of_plan(name)) {
                    folder.plans(&super::join(path, name), found);
                }
            }
        }
    }

    /// What is of other plans among the files of this one, whose folder this is. `path` is
    /// that of a folder below it.
    pub(super) fn others(&self, path: &str, found: &mut Vec<Other>) {
        for (name, folder) in &self.folders {
            let path = super::join(path, name);
            if !folder.files.contains_key("plan.toml") {
                folder.others(&path, found);
                continue;
            }
            let mut names = folder.folders.keys();
            let is_whole = names.any(|name| super::is_of_plan(name));
            if !is_whole && folder.is_place(&path) {
                found.push(Other::File(super::join(&path, "plan.toml")));
                folder.others(&path, found);
            } else {
                found.push(Other::Folder(path))
            }
        }
    }

    /// Whether the folder with this path below a plan is one of its places.
    fn is_place(&self, path: &str) -> bool {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [folder] => super::is_of_plan(folder),
            ["opd", _] => self.has("opd"),
            ["pillars", _] => self.has("pillar"),
            ["opd", _, "programs"] => true,
            _ => false,
        }
    }

    /// Takes the folder of a path out.
    pub(super) fn take(&mut self, path: &str) -> Option<Self> {
        match path.split_once('/') {
            Some((name, rest)) => self.folders.get_mut(name)?.take(rest),
            None => self.folders.remove(path),
        }
    }

    /// Takes the file of a path out and returns its whole path.
    pub(super) fn take_file(&mut self, path: &str) -> Option<String> {
        match path.split_once('/') {
            Some((name, rest)) => self.folders.get_mut(name)?.take_file(rest),
            None => self.files.remove(path),
        }
    }
}
