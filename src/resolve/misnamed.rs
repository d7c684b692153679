//! Misnamed entries: their ids are malformed, or their files and folders are to be renamed.
//! References by the id that an entry should have resolve to it all the same.

use std::collections::{BTreeMap, BTreeSet};

use super::Resolver;
use super::unknown::Meant;
use super::usages::Referent;
use crate::model::{EntryRef, Kind, indonesian, is_id, quoted};
use crate::reading::id_of_name;
use crate::reading::rules::{misnamed_file, misnamed_folder};
use crate::resolve::rules;
use crate::slice::slice;
use crate::source::{SourceTree, Span};

/// An entry whose id should be another.
#[derive(Debug)]
pub(crate) struct MisnamedEntry {
    /// The id that it has.
    pub id: String,
    /// Where the id was given.
    span: Span,
    /// What else it is called, in plain words.
    names: Vec<String>,
}

/// Ids by which references call entries whose ids are to be others.
pub type Renamed = BTreeMap<EntryRef, BTreeSet<String>>;

impl MisnamedEntry {
    /// The entry with this id, which was given at `span`.
    pub fn new(id: &str, span: Span) -> Self {
        Self {
            id: id.to_owned(),
            span,
            names: Vec::new(),
        }
    }

    /// Whether a reference to an id leads to it: the id has the words of its own, of the end
    /// of its own, or of one of its names.
    pub fn is_meant(&self, id: &str) -> bool {
        let wanted = indonesian::plain(id);
        let own = indonesian::plain(&self.id);
        let rest = own.strip_suffix(&wanted);
        let same = rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
        is_id(id) && (same || self.names.contains(&wanted))
    }
}

/// Whether the id of an entry that its file gives it is not the name that the file, or its
/// folder, has on disk.
pub(crate) fn is_misnamed(tree: &SourceTree, id: &str, span: Span) -> bool {
    let path = tree.get(span.file).map_or("", |file| &file.path);
    let mut names = path.split('/');
    span == Span::file(span.file)
        && !names.any(|name| name == id || name.rsplit_once('.').is_some_and(|(n, _)| n == id))
}

impl Resolver<'_> {
    /// Learns what the entries are called whose ids are to be others.
    pub(super) fn name_loose(&mut self) {
        for &kind in Kind::ALL {
            if self.ids.loose(kind).is_empty() {
                continue;
            }
            let names = self.names(kind);
            for loose in self.ids.loose(kind) {
                let own = names.iter().filter(|(id, _)| *id == loose.id);
                let own = own.flat_map(|(_, names)| names);
                loose.names.extend(own.map(|name| indonesian::plain(name)));
            }
        }
    }

    /// Says of each entry whose id is to be another what it is to be, and returns what those
    /// are to be that are malformed.
    pub(super) fn report_loose(&mut self) -> Meant {
        let mut all = Meant::new();
        for &kind in Kind::ALL {
            for loose in std::mem::take(self.ids.loose(kind)) {
                let entry = EntryRef::new(kind, &loose.id);
                let called = self.context.renamed.get(&entry);
                let mut called = called.into_iter().flatten();
                let only = match (called.next(), called.next()) {
                    (Some(only), None) => Some(only.clone()),
                    _ => None,
                };
                if is_id(&loose.id) {
                    only.iter().for_each(|id| self.rename(&loose, id));
                } else if let Some(id) = self.report_invalid(kind, &loose, only) {
                    all.insert(entry, id);
                }
            }
        }
        all
    }

    /// Names the file or folder of an entry as references call it.
    fn rename(&mut self, loose: &MisnamedEntry, id: &str) {
        let tree = self.context.tree;
        let path = |span: Span| tree.get(span.file).map_or("", |file| file.path.as_str());
        let own = path(loose.span);
        let beside = own.rsplit_once('/').map_or("", |(folder, _)| folder);
        for finding in self.context.findings.iter_mut() {
            if finding.span == loose.span {
                misnamed_file::rename(finding, &loose.id, id);
            }
            if path(finding.span).starts_with(beside) {
                misnamed_folder::rename(finding, &loose.id, id);
            }
        }
    }

    /// Reports an id that is malformed, and returns the one to write in its place: the one
    /// that references name, or the one that comes nearest to it.
    fn report_invalid(
        &mut self,
        kind: Kind,
        loose: &MisnamedEntry,
        called: Option<String>,
    ) -> Option<String> {
        let nearest = id_of_name(&loose.id);
        // References to what is written now are mended by the words that it has in common
        // with the other.
        let same = called.is_none() || called == nearest;
        let meant = called.or(nearest);
        let meant = meant.filter(|id| is_id(id) && !self.ids.contains(kind, id));
        // That it is empty has been said.
        if loose.id.trim().is_empty() {
            return meant;
        }
        let own = Referent::Entry(EntryRef::new(kind, &loose.id));
        let mut usages = self.context.usages.iter();
        let is_used = usages.any(|usage| usage.of == own && self.is_written(usage.span, &loose.id));
        let finding =
            rules::invalid_id::finding(loose.span, kind.name(), &loose.id, meant.as_deref());
        let in_file = loose.span != Span::file(loose.span.file);
        self.context.findings.push(match &meant {
            Some(id) if in_file && (same || !is_used) => finding.respell(loose.span, quoted(id)),
            Some(_) | None => finding,
        });
        meant
    }

    /// Whether this text stands at a place.
    fn is_written(&self, span: Span, text: &str) -> bool {
        let file = self.context.tree.get(span.file);
        file.is_some_and(|file| slice(&file.text, span.range()).contains(text))
    }
}
