//! Files and folders that an entry gives its name to.

use super::{Edit, refuse};
use crate::finding::Refusal;
use crate::language::message;
use crate::model::{EntryKind, EntryRef, Home};
use crate::source::{Role, SourceFile, SourceTree};

/// Files and folders that get another name, from and to, each a path from the plan directory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves(Vec<(String, String)>);

impl Moves {
    /// What is named after an entry; nothing for one whose id is a key.
    pub(super) fn of(tree: &SourceTree, entry: &EntryRef, id: &str) -> Result<Self, Refusal> {
        let old = entry.id.as_str();
        let folder = |parent: &str| vec![(format!("{parent}/{old}"), format!("{parent}/{id}"))];
        let moves = if entry.kind == EntryKind::Opd {
            folder("opd")
        } else if entry.kind == EntryKind::Pillar {
            folder("pillars")
        } else if entry.kind.home() == Home::Own {
            let files = tree
                .iter()
                .filter(|(_, file)| EntryRef::of_file(&file.role).as_ref() == Some(entry));
            let files = files.filter_map(|(_, file)| {
                let (folder, name) = file.path.rsplit_once('/')?;
                let ending = name.strip_prefix(old)?;
                Some((file.path.clone(), format!("{folder}/{id}{ending}")))
            });
            files.collect()
        } else {
            Vec::new()
        };
        for (_, to) in &moves {
            let mut files = tree.iter().map(|(_, file)| file.path.as_str());
            let is_there = |path: &str| {
                let rest = path.strip_prefix(to.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            if let Some(taken) = files.find(|path| is_there(path)) {
                return refuse(
                    message!("rename-over", path = taken),
                    message!("rename-over.hint"),
                );
            }
        }
        Ok(Self(moves))
    }

    /// Whether nothing is moved.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each move: from and to.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(from, to)| (from.as_str(), to.as_str()))
    }

    /// Where a file or folder is then.
    pub fn then(&self, path: &str) -> String {
        for (from, to) in self.iter() {
            match path.strip_prefix(from) {
                Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                    return format!("{to}{rest}");
                }
                _ => {}
            }
        }
        path.to_owned()
    }

    /// The files of a plan as they are then.
    pub(super) fn applied(&self, tree: &SourceTree, edits: &[Edit]) -> SourceTree {
        let mut files: Vec<SourceFile> = tree
            .iter()
            .map(|(_, file)| {
                let edited = edits.iter().find(|edit| edit.path == file.path);
                let path = self.then(&file.path);
                match edited {
                    Some(edit) => {
                        SourceFile::text(path.clone(), Role::of(&path), edit.after.clone())
                    }
                    None => file.clone().at(path),
                }
            })
            .collect();
        files.sort_by(|one, other| one.path.split('/').cmp(other.path.split('/')));
        let mut then = SourceTree::default();
        for file in files {
            then.push(file);
        }
        then
    }
}
