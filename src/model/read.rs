//! Files to entries, each by itself.

use rayon::prelude::*;
use toml::de::DeTable;

use super::conflict::{Within, conflicts};
use super::decode::{Decoded, decode_file, decode_text};
use super::entries::{Entries, Named, NamedPillar, NamedProgram};
use super::mend;
use super::scalar::Year;
use super::table::Entry;
use super::unreadable::Collection;
use super::{Embed, FrontMatter, PartialPillar, PartialProgram, Untyped};
use crate::finding::Findings;
use crate::model::rules;
use crate::source::{FileIndex, Role, SourceFile, SourceTree, Span};

/// What adds a file to the entries.
type Add = Box<dyn FnOnce(&mut Entries) + Send>;

/// A file that was read, and what is wrong with it.
#[derive(Default)]
struct Reader {
    findings: Findings,
    /// References that do not name their kind.
    untyped: Vec<Untyped>,
    /// The first year of the plan.
    first_year: i16,
    /// Whether it has syntax errors.
    broken: bool,
    /// Whether not all of it is understood.
    partial: bool,
}

impl Reader {
    /// Reads a file. Returns what adds it to the entries, once all files before it are there.
    fn read(&mut self, index: FileIndex, file: &SourceFile) -> Add {
        match file.role.clone() {
            Role::Plan => {
                let entry = self.decode(index, file).entry;
                Box::new(move |entries| entries.plan = entry)
            }
            Role::Pillar(id) => {
                let decoded = self.decode(index, file);
                let entry = match decoded.entry {
                    Some(entry) => Ok(entry),
                    None => Err(remains(index, file).map(|left| PartialPillar {
                        invalid_keys: decoded.invalid_keys,
                        ..left
                    })),
                };
                let file = index;
                let pillar = NamedPillar { id, file, entry };
                Box::new(move |entries| entries.pillars.push(pillar))
            }
            Role::Opd(id) => {
                let opd = self.named(id, index, file);
                Box::new(move |entries| entries.opds.push(opd))
            }
            Role::Program { opd, id } => {
                let decoded = self.decode(index, file);
                let entry = match decoded.entry {
                    Some(entry) => Ok(Box::new(entry)),
                    None => Err(match remains::<PartialProgram>(index, file) {
                        Some(left) => left.with_gaps(decoded.invalid_keys),
                        None => PartialProgram::nothing(),
                    }),
                };
                let program = NamedProgram {
                    opd,
                    id,
                    file: index,
                    entry,
                };
                Box::new(move |entries| entries.programs.push(program))
            }
            Role::Registry => {
                let entry = self.decode(index, file).entry;
                Box::new(move |entries| entries.add_registry(index, entry))
            }
            Role::Proposal(id) => {
                let proposal = self.named(id, index, file);
                Box::new(move |entries| entries.proposals.push(proposal))
            }
            Role::Evaluation(id) => {
                let evaluation = self.named(id, index, file);
                Box::new(move |entries| entries.evaluations.push(evaluation))
            }
            Role::Chapter(id) => self.text(index, file, move |entries| {
                entries.chapters.push((id, index));
            }),
            Role::PillarNarrative(id) => self.text(index, file, move |entries| {
                entries.pillar_narrative.entry(id).or_default().push(index);
            }),
            Role::OpdNarrative(id) => self.text(index, file, move |entries| {
                entries.opd_narrative.entry(id).or_default().push(index);
            }),
            Role::ProgramNarrative { opd, id } => self.text(index, file, move |entries| {
                entries.program_narrative.insert((opd, id), index);
            }),
            Role::Template | Role::Words => add_text(file.readable, index, |_| {}),
            Role::Folder(folder) => Box::new(move |entries| entries.lose_folder(folder, index)),
            Role::Asset | Role::Unknown => Box::new(|_| {}),
        }
    }

    /// An entry whose id is the name of its file or folder.
    fn named<T: Entry>(&mut self, id: String, index: FileIndex, file: &SourceFile) -> Named<T> {
        let entry = self.decode(index, file).entry;
        let file = index;
        Named { id, file, entry }
    }

    /// Looks for conflicts in a text, which is added as `add` does.
    fn text(
        &mut self,
        index: FileIndex,
        file: &SourceFile,
        add: impl FnOnce(&mut Entries) + Send + 'static,
    ) -> Add {
        self.conflicts(index, file);
        add_text(file.readable && !self.broken, index, add)
    }

    /// Looks for conflicts in a text. Nobody knows what it is to say before they are
    /// resolved.
    fn conflicts(&mut self, index: FileIndex, file: &SourceFile) {
        for conflict in conflicts(&file.text, Within::Markdown) {
            let last = conflict.last.map(|last| Span::new(index, last));
            let first = Span::new(index, conflict.first);
            self.findings
                .push(rules::merge_conflict::finding(first, last));
            self.broken = true;
        }
    }

    fn decode<T: Entry>(&mut self, index: FileIndex, file: &SourceFile) -> Decoded<T> {
        if !file.readable {
            return Decoded::nothing();
        }
        let decoded = decode_file(index, file, self.first_year, &mut self.findings);
        self.broken = decoded.broken;
        self.untyped.extend_from_slice(&decoded.untyped);
        self.partial = decoded.partial;
        decoded
    }
}

/// A text is added as `add` does, and noted as lost where it cannot be read.
fn add_text(
    is_readable: bool,
    index: FileIndex,
    add: impl FnOnce(&mut Entries) + Send + 'static,
) -> Add {
    Box::new(move |entries| {
        add(entries);
        if !is_readable {
            let span = Span::file(index);
            entries.unreadable.entry(Collection::Texts, span);
        }
    })
}

/// What is left of an entry that could not be read. Its faults have been reported.
fn remains<T: Entry>(index: FileIndex, file: &SourceFile) -> Option<T> {
    if !file.readable {
        return None;
    }
    decode_file(index, file, mend::FIRST_YEAR, &mut Findings::default()).entry
}

/// Reads every entry of the tree.
pub fn read(tree: &SourceTree, findings: &mut Findings) -> Entries {
    let files: Vec<(FileIndex, &SourceFile)> = tree.iter().collect();
    let first_year = first_year(tree).unwrap_or(mend::FIRST_YEAR);
    // Files are read side by side and joined in their order.
    let read: Vec<(Add, Reader)> = files
        .par_iter()
        .map(|(index, file)| {
            let mut reader = Reader {
                first_year,
                ..Reader::default()
            };
            (reader.read(*index, file), reader)
        })
        .collect();
    let mut entries = Entries::default();
    for ((index, file), (add, reader)) in files.into_iter().zip(read) {
        if reader.broken || !file.readable {
            entries.unreadable.unjudged.insert(index);
        }
        if reader.broken || reader.partial || !file.readable {
            entries.unreadable.misread.insert(index);
        }
        findings.append(reader.findings);
        entries.untyped.extend(reader.untyped);
        add(&mut entries);
    }
    if tree.find("plan.toml").is_none() {
        let others = tree.iter().any(|(_, file)| file.role != Role::Unknown);
        let plan = Span::file(FileIndex::MISSING_PLAN);
        findings.push(rules::missing_file::plan(plan, others));
    }
    entries
}

/// The first year of the plan, if `plan.toml` says it.
fn first_year(tree: &SourceTree) -> Option<i16> {
    let (_, file) = tree.find("plan.toml")?;
    let (root, _) = DeTable::parse_recoverable(&file.text);
    let period = root.get_ref().get("period")?.get_ref().as_table()?;
    let start = period.get("start")?.get_ref().as_integer()?;
    Year::parse(start.as_str()).map(|year| year.0)
}

/// Reads TOML that stands inside another file, beginning at `offset`.
pub(crate) fn read_embed(
    file: FileIndex,
    text: &str,
    offset: usize,
    findings: &mut Findings,
) -> Option<Embed> {
    decode_text(file, text, offset, mend::FIRST_YEAR, findings).entry
}

/// Reads the TOML at the beginning of a text, beginning at `offset`.
pub(crate) fn read_front_matter(
    file: FileIndex,
    text: &str,
    offset: usize,
    findings: &mut Findings,
) -> FrontMatter {
    let decoded = decode_text(file, text, offset, mend::FIRST_YEAR, findings);
    decoded.entry.unwrap_or_default()
}
