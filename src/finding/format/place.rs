//! Where a finding is, in the words of the formats.

use std::hash::Hasher;

use schemars::JsonSchema;
use serde::Serialize;
use siphasher::sip128::{Hasher128, SipHasher13};

use super::Writer;
use crate::finding::{Finding, Hint};
use crate::source::Span;

/// A range of text in a file.
#[derive(Serialize, JsonSchema)]
pub struct Place {
    /// Path of the file.
    pub file: String,
    /// First line, from 1.
    pub line: usize,
    /// First column, from 1, in characters.
    pub column: usize,
    /// Last line.
    pub(crate) end_line: usize,
    /// Column after the last.
    pub(crate) end_column: usize,
}

impl Writer<'_> {
    /// Where a span lies.
    pub fn place(&self, span: Span) -> Place {
        let Some(file) = self.tree.get(span.file) else {
            return Place {
                file: self.prefix.to_owned(),
                line: 1,
                column: 1,
                end_line: 1,
                end_column: 1,
            };
        };
        let (line, column) = file.line_column(span.start());
        let (end_line, end_column) = file.line_column(span.end());
        Place {
            file: self.path(&file.path),
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// The message of a finding, with the other ends of the link and the hint
    /// on lines of their own.
    pub fn whole_text(&self, finding: &Finding) -> String {
        let mut text = self.catalogue.text(&finding.message);
        for related in &finding.related {
            let place = self.path(&self.tree.place(related.span));
            let related = self.catalogue.text(&related.text);
            text.push_str(&format!("\n{place}: {related}"));
        }
        if let Some(hint) = finding.hint.as_ref().map(Hint::words) {
            text.push_str(&format!("\n{}", self.catalogue.text(&hint)));
        }
        text
    }

    /// Fingerprints of findings, in their order: the same rule about the same
    /// thing in the same file keeps its fingerprint when lines above it change
    /// or the language of the report does. Files are told apart by their paths in the
    /// repository, so that two plans in one have no fingerprint in common.
    pub fn fingerprints(&self, findings: &[&Finding]) -> Vec<String> {
        let mut seen = std::collections::BTreeMap::new();
        findings
            .iter()
            .map(|finding| {
                let path = self
                    .tree
                    .get(finding.span.file)
                    .map_or("", |file| &file.path);
                let (code, repository) = (finding.rule.code, self.repository);
                let text = format!("{code}\n{repository}{path}\n{:?}", finding.message);
                let count = seen.entry(text.clone()).or_insert(0u32);
                *count += 1;
                let mut hasher = SipHasher13::new();
                hasher.write(text.as_bytes());
                hasher.write_u32(*count);
                let hash = hasher.finish128();
                format!("{:016x}{:016x}", hash.h1, hash.h2)
            })
            .collect()
    }
}
