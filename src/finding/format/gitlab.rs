//! A code quality report, which GitLab shows beside a merge request.
//!
//! Form: GitLab's documentation of Code Quality reports.

use serde::Serialize;

use super::Writer;
use super::json::pretty;
use crate::finding::{Finding, Severity};

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

impl Writer<'_> {
    /// The report.
    pub fn gitlab(&self, findings: &[&Finding]) -> String {
        let entries: Vec<Entry> = findings
            .iter()
            .zip(self.fingerprints(findings))
            .map(|(finding, fingerprint)| {
                let place = self.place(finding.span);
                Entry {
                    description: self.whole_text(finding),
                    check_name: format!("{} {}", finding.rule.code, finding.rule.name),
                    fingerprint,
                    severity: match finding.severity() {
                        Severity::Error => "major",
                        Severity::Warning => "minor",
                    },
                    location: Location {
                        path: place.file,
                        lines: Lines {
                            begin: place.line,
                            end: place.end_line,
                        },
                    },
                }
            })
            .collect();
        pretty(&entries)
    }
}
