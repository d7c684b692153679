//! All findings as one JSON document.

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use super::Writer;
use super::place::Place;
use crate::finding::Finding;
use crate::language::Message;

/// Version of the document; it rises when a field changes its meaning or goes.
pub(crate) const VERSION: u32 = 1;

/// Findings of `ambonplan check`.
#[derive(Serialize, JsonSchema)]
struct Document {
    /// Version of this format; it rises when a field changes its meaning or goes.
    version: u32,
    /// Number of errors, whether they are listed or not.
    errors: usize,
    /// Number of warnings, whether they are listed or not.
    warnings: usize,
    /// The findings, by file, place and rule.
    findings: Vec<Entry>,
}

/// One thing that is wrong.
#[derive(Serialize, JsonSchema)]
struct Entry {
    /// Stable code of the rule.
    code: String,
    /// Stable name of the rule.
    rule: String,
    /// Group of the rule.
    group: String,
    /// `error` or `warning`.
    severity: Severity,
    #[serde(flatten)]
    place: Place,
    /// What is wrong.
    message: String,
    /// What to do.
    hint: Option<String>,
    /// The other ends of the link.
    related: Vec<Related>,
    /// A change of the source that mends the finding and means the same.
    fix: Option<Fix>,
    /// The same for the same finding while other lines change.
    fingerprint: String,
}

/// How bad a finding is.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Error,
    Warning,
}

/// Another place that belongs to a finding.
#[derive(Serialize, JsonSchema)]
struct Related {
    #[serde(flatten)]
    place: Place,
    /// What is there.
    message: String,
}

/// A change of the source.
#[derive(Serialize, JsonSchema)]
struct Fix {
    #[serde(flatten)]
    place: Place,
    /// What stands there afterwards.
    text: String,
}

/// The JSON Schema of the document.
pub fn schema() -> Schema {
    schema_for!(Document)
}

impl Writer<'_> {
    /// The document.
    pub fn json(&self, findings: &[&Finding]) -> String {
        let fingerprints = self.fingerprints(findings);
        let entries = findings.iter().zip(fingerprints);
        pretty(&Document {
            version: VERSION,
            errors: self.errors,
            warnings: self.warnings,
            findings: entries
                .map(|(finding, fingerprint)| self.entry(finding, fingerprint))
                .collect(),
        })
    }

    fn entry(&self, finding: &Finding, fingerprint: String) -> Entry {
        let text = |message: &Message| self.catalogue.text(message);
        Entry {
            code: finding.rule.code.into(),
            rule: finding.rule.name.into(),
            group: finding.rule.group.word().into(),
            severity: match finding.severity() {
                crate::finding::Severity::Error => Severity::Error,
                crate::finding::Severity::Warning => Severity::Warning,
            },
            place: self.place(finding.span),
            message: text(&finding.message),
            hint: finding.hint.as_ref().map(|hint| text(&hint.words())),
            related: finding
                .related
                .iter()
                .map(|related| Related {
                    place: self.place(related.span),
                    message: text(&related.text),
                })
                .collect(),
            fix: finding.fix.as_ref().map(|fix| Fix {
                place: self.place(fix.span),
                text: fix.text.clone(),
            }),
            fingerprint,
        }
    }
}

/// A document with a line break at its end. Structures of text and numbers
/// always serialise; if one did not, whoever reads the document would meet the reason.
pub(crate) fn pretty(document: &impl Serialize) -> String {
    let written = serde_json::to_string_pretty(document);
    let mut text = written.unwrap_or_else(|error| error.to_string());
    text.push('\n');
    text
}
