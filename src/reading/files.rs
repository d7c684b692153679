//! Files become those of a tree, one after the other, wherever they come from.

use std::collections::BTreeMap;

use super::encoding;
use super::layout::{Cause, Meant, Slip, layout};
use super::limits::{MAX_FILE_BYTES, MAX_PLAN_BYTES};
use super::{Format, rules};
use crate::finding::{Finding, Findings};
use crate::language::Message;
use crate::source::{Folder, Role, SourceFile, SourceTree, Span, is_for_folder};

/// A plan that is being read, file by file in the order of their paths.
pub(super) struct Reading<'f> {
    tree: SourceTree,
    findings: &'f mut Findings,
    /// What files were meant to be that are not where they should be.
    meant: BTreeMap<String, Meant>,
    /// Number of bytes that may still be read.
    left: u64,
    /// Whether a file was too much.
    spent: bool,
}

impl<'f> Reading<'f> {
    /// Begins to read a plan that has these files; a tree may have files already.
    pub(super) fn new<'p>(
        tree: SourceTree,
        files: impl Iterator<Item = &'p str>,
        findings: &'f mut Findings,
    ) -> Self {
        Self {
            tree,
            findings,
            meant: layout(files),
            left: MAX_PLAN_BYTES,
            spent: false,
        }
    }

    /// The files that were read. What is to be done with their names is said.
    pub(super) fn finish(self) -> SourceTree {
        let mut said = Vec::new();
        for (path, meant) in &self.meant {
            if let Some((index, file)) = self.tree.find(path) {
                // Another name makes no text of a document of Word.
                let is_document = |slip: &&Slip| match slip {
                    Slip::Misnamed { cause, .. } => *cause == Cause::SecondEnding && !file.readable,
                    Slip::MisnamedFolder { .. }
                    | Slip::Misplaced { .. }
                    | Slip::MisplacedFolder { .. }
                    | Slip::Homeless { .. }
                    | Slip::Copy { .. }
                    | Slip::CopiedFolder { .. }
                    | Slip::Below { .. }
                    | Slip::Second { .. }
                    | Slip::SecondFile => false,
                };
                let slips = meant.slips.iter().filter(|slip| !is_document(slip));
                said.extend(slips.map(|slip| self.said(Span::file(index), file, slip)));
            }
        }
        self.findings.extend(said);
        self.tree
    }

    /// What is said of a name or place that was not meant.
    fn said(&self, span: Span, file: &SourceFile, slip: &Slip) -> Finding {
        use rules::{copied_file, misnamed_file, misnamed_folder, misplaced_file, nested_plan};
        let path = &file.path;
        let name = path.rsplit('/').next().unwrap_or(path);
        match slip {
            Slip::Misnamed { cause, to } => misnamed_file::finding(span, name, to, *cause),
            Slip::MisnamedFolder { cause, folder, to } => {
                misnamed_folder::finding(span, folder, to, *cause)
            }
            Slip::Misplaced { to } => misplaced_file::finding(span, path, to),
            Slip::MisplacedFolder { folder, to } => misplaced_file::folder(span, folder, to),
            Slip::Homeless { to } => misplaced_file::homeless(span, path, to),
            Slip::Copy { of } => {
                let other = self.tree.find(of).map(|(_, other)| other);
                let is_same = other.is_some_and(|other| other.says(&file.bytes));
                copied_file::finding(span, name, of, is_same)
            }
            Slip::CopiedFolder { folder, of } => copied_file::folder(span, folder, of),
            Slip::Below { folder } => nested_plan::below(span, folder),
            Slip::Second { folder } => nested_plan::second(span, folder),
            Slip::SecondFile => nested_plan::file(span, path),
        }
    }

    /// The part that a file plays; `None` if it is not to be read at all.
    fn role(&self, path: &str) -> Option<Role> {
        let Some(meant) = self.meant.get(path) else {
            return Some(Role::of(path));
        };
        match &meant.path {
            Some(path) => Some(Role::of(path)),
            None => meant.slips.first().map(|slip| match slip {
                // What it would have been is missing from all of them.
                Slip::Homeless { to } if to.starts_with("pillars") => Role::Folder(Folder::Pillars),
                Slip::Homeless { .. } => Role::Folder(Folder::Opds),
                Slip::Misnamed { .. }
                | Slip::MisnamedFolder { .. }
                | Slip::Misplaced { .. }
                | Slip::MisplacedFolder { .. }
                | Slip::Copy { .. }
                | Slip::CopiedFolder { .. }
                | Slip::Below { .. }
                | Slip::Second { .. }
                | Slip::SecondFile => Role::Unknown,
            }),
        }
    }

    /// Adds a file that stands for the place that it was meant to have.
    fn push(&mut self, file: SourceFile) -> Span {
        let path = file.path.clone();
        let index = self.tree.push(file);
        if let Some(place) = self.meant.get(&path).and_then(|meant| meant.path.as_ref()) {
            self.tree.stand_for(index, place);
        }
        Span::file(index)
    }

    /// Adds a file that cannot be read, with the text that can be shown of it.
    fn push_unreadable(&mut self, path: String, text: String) -> Option<Span> {
        let role = self.role(&path)?;
        let file = SourceFile::unreadable(path, text);
        Some(self.push(file.playing(role)))
    }

    /// Adds a file or folder that the system does not give out, and why.
    pub(super) fn unreadable(&mut self, path: String, why: Message) {
        if let Some(span) = self.push_unreadable(path, String::new()) {
            self.findings
                .push(rules::unreadable_file::finding(span, why));
        }
    }

    /// Adds a file that goes on behind the limit, whatever its size is said to be.
    pub(super) fn endless(&mut self, path: String) {
        if let Some(span) = self.push_unreadable(path, String::new()) {
            let limit = MAX_FILE_BYTES >> 20;
            self.findings
                .push(rules::file_too_large::endless(span, limit));
        }
    }

    /// Adds a symbolic link, which is not followed.
    pub(super) fn link(&mut self, path: String) {
        if let Some(span) = self.push_unreadable(path, String::new()) {
            self.findings.push(rules::symbolic_link::finding(span));
        }
    }

    /// Adds a folder, of which nothing is said unless it stands in the place of a file.
    pub(super) fn folder(&mut self, path: String) {
        // `assets/photos.toml/` is a folder like any other; elsewhere a folder
        // with the name of an entry hides the entry.
        let entry = path.ends_with(".toml") || path.ends_with(".md");
        if entry && !path.starts_with("assets/") {
            let index = self.tree.push(SourceFile::unreadable(path, String::new()));
            let span = Span::file(index);
            self.findings.push(rules::unreadable_file::folder(span));
        }
    }

    /// Whether a file is to be read at all. One that stands in the place of a folder, is
    /// too large or is too much is added as one that is not readable.
    pub(super) fn may_read(&mut self, path: &str, size: u64) -> bool {
        let folder = matches!(Role::of(path), Role::Folder(_));
        let fits = size <= self.left && !self.spent;
        if !folder && size <= MAX_FILE_BYTES && fits {
            return true;
        }
        let Some(span) = self.push_unreadable(path.to_owned(), String::new()) else {
            return false;
        };
        if folder {
            self.findings.push(rules::unreadable_file::no_folder(span));
        } else if size > MAX_FILE_BYTES {
            let (size, limit) = (size.div_ceil(1 << 20), MAX_FILE_BYTES >> 20);
            self.findings
                .push(rules::file_too_large::finding(span, size, limit));
        } else if !self.spent {
            // It is said once, and no more of the plan is read.
            self.spent = true;
            let limit = MAX_PLAN_BYTES >> 30;
            self.findings
                .push(rules::plan_too_large::bytes(span, limit));
        }
        false
    }

    /// Adds a file with its bytes.
    pub(super) fn bytes(&mut self, path: String, bytes: Vec<u8>) {
        self.left = self.left.saturating_sub(bytes.len() as u64);
        let Some(role) = self.role(&path) else {
            return;
        };
        if !role.is_text() {
            let is_known = self.meant.get(&path).is_some_and(|one| one.path.is_none());
            let orphan = role == Role::Unknown && !is_known;
            let for_folder = path.rsplit('/').next().is_some_and(is_for_folder);
            let name = path.clone();
            let span = self.push(SourceFile::bytes(path, role, bytes));
            if orphan {
                let finding = rules::orphan_file::finding(span, &name, for_folder);
                self.findings.push(finding);
            }
            return;
        }
        if let Some(format) = Format::of(&bytes) {
            // Nothing of it can be shown.
            let meant = self.meant.get(&path).and_then(|meant| meant.path.as_ref());
            let to = meant.filter(|to| **to != path).cloned();
            let file = SourceFile::unreadable(path, String::new());
            let span = self.push(file.playing(role));
            let finding = rules::foreign_format::finding(span, format, to.as_deref());
            self.findings.push(finding);
            return;
        }
        if let Some((text, encoding)) = encoding::decode(&bytes) {
            let at = text.find(|c: char| !c.is_ascii()).unwrap_or_default();
            let span = self.push(SourceFile::text(path, role, text));
            let span = Span::new(span.file, at..at);
            let finding = rules::foreign_encoding::finding(span, encoding);
            self.findings.push(finding);
            return;
        }
        let mut rest = bytes.as_slice();
        let mut marks = 0;
        while let Some(behind) = rest.strip_prefix(b"\xef\xbb\xbf") {
            rest = behind;
            marks += 1;
        }
        let bytes = match marks {
            0 => bytes,
            _ => rest.to_vec(),
        };
        match String::from_utf8(bytes) {
            Ok(text) => {
                let span = self.push(SourceFile::text(path, role, text));
                if marks > 1 {
                    self.findings.push(rules::syntax_error::second_mark(span));
                }
            }
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                // The text is kept for the excerpt; no later stage reads a file that
                // is half understood.
                let file = SourceFile::unreadable(path, text);
                let Span { file, .. } = self.push(file.playing(role));
                self.findings
                    .push(rules::invalid_utf8::finding(Span::new(file, at..at)));
            }
        }
    }
}

/// A tree of one file, which need not be in a directory.
pub fn of_file(path: String, bytes: Vec<u8>, findings: &mut Findings) -> SourceTree {
    let mut reading = Reading::new(SourceTree::default(), std::iter::empty(), findings);
    reading.bytes(path, bytes);
    reading.finish()
}

/// A plan of which nothing is known but that it has too many files.
pub(super) fn too_many(findings: &mut Findings) -> SourceTree {
    let mut tree = SourceTree::default();
    let index = tree.push(SourceFile::unreadable("plan.toml".into(), String::new()));
    findings.push(rules::plan_too_large::files(
        Span::file(index),
        super::MAX_FILES,
    ));
    tree
}

/// Adds what the system does not even list, and why.
pub(super) fn add_unreadable(
    tree: &mut SourceTree,
    findings: &mut Findings,
    path: String,
    why: Message,
) {
    let index = tree.push(SourceFile::unreadable(path, String::new()));
    findings.push(rules::unreadable_file::finding(Span::file(index), why));
}

/// Adds a file or folder whose name is not text, by what can be shown of its path.
pub(super) fn add_nameless(tree: &mut SourceTree, findings: &mut Findings, shown: String) {
    let index = tree.push(SourceFile::nameless(shown));
    findings.push(rules::name_not_utf8::finding(Span::file(index)));
}

#[cfg(test)]
mod tests {
    use super::Reading;
    use crate::finding::Findings;
    use crate::reading::MAX_FILE_BYTES;
    use crate::reading::rules;
    use crate::source::SourceTree;

    #[test]
    fn a_plan_that_is_too_large_is_told_once_and_read_no_further() {
        let mut findings = Findings::default();
        let mut reading = Reading::new(SourceTree::default(), std::iter::empty(), &mut findings);
        let mut may = |left: u64, path: &str, size: u64| {
            reading.left = left;
            let fits = reading.may_read(path, size);
            let told = reading.findings.iter().map(|it| it.rule.code);
            (fits, told.collect::<Vec<_>>())
        };
        let nothing: Vec<&str> = Vec::new();
        assert_eq!(may(10, "plan.toml", 10), (true, nothing.clone()));
        assert_eq!(may(4, "assets/a.png", 4), (true, nothing));
        let told = vec![rules::plan_too_large::RULE.code];
        assert_eq!(may(4, "assets/b.png", 5), (false, told.clone()));
        assert_eq!(may(4, "assets/c.png", 1), (false, told));
        let both = vec!["STR039", rules::file_too_large::RULE.code];
        let huge = may(4, "assets/d.png", MAX_FILE_BYTES + 1);
        assert_eq!(huge, (false, both));
    }
}
