//! Files to entries, each by itself.

use rayon::prelude::*;
use toml::de::DeTable;

use super::conflict::{Within, conflicts};
use super::decode::{Decoded, decode_file, decode_text};
use super::entries::{Entries, Read};
use super::mend;
use super::scalar::Year;
use super::table::Entry;
use super::{Embed, FrontMatter, PartialPillar, PartialProgram, Untyped};
use crate::finding::Findings;
use crate::model::rules;
use crate::source::{FileIndex, Role, SourceFile, SourceTree, Span};

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
    fn read(&mut self, index: FileIndex, file: &SourceFile) -> Read {
        match file.role {
            Role::Plan => Read::Plan(self.decode(index, file).entry.map(Box::new)),
            Role::Pillar(_) => {
                let decoded = self.decode(index, file);
                Read::Pillar(match decoded.entry {
                    Some(entry) => Ok(entry),
                    None => Err(remains(index, file).map(|left| PartialPillar {
                        invalid_keys: decoded.invalid_keys,
                        ..left
                    })),
                })
            }
            Role::Opd(_) => Read::Opd(self.decode(index, file).entry),
            Role::Program { .. } => {
                let decoded = self.decode(index, file);
                Read::Program(match decoded.entry {
                    Some(entry) => Ok(entry),
                    None => Err(match remains::<PartialProgram>(index, file) {
                        Some(left) => left.with_gaps(decoded.invalid_keys),
                        None => PartialProgram::nothing(),
                    }),
                })
            }
            Role::Registry => Read::Registry(self.decode(index, file).entry),
            Role::Proposal(_) => Read::Proposal(self.decode(index, file).entry),
            Role::Evaluation(_) => Read::Evaluation(self.decode(index, file).entry),
            Role::Chapter(_)
            | Role::PillarNarrative(_)
            | Role::OpdNarrative(_)
            | Role::ProgramNarrative { .. } => {
                self.conflicts(index, file);
                Read::Nothing
            }
            Role::Asset | Role::Template | Role::Folder(_) | Role::Unknown => Read::Nothing,
        }
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
    let read: Vec<(Read, Reader)> = files
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
    for ((index, file), (read, reader)) in files.into_iter().zip(read) {
        if reader.broken || !file.readable {
            entries.unreadable.unjudged.insert(index);
        }
        if reader.broken || reader.partial || !file.readable {
            entries.unreadable.misread.insert(index);
        }
        findings.append(reader.findings);
        entries.untyped.extend(reader.untyped);
        entries.add(index, file, read);
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
