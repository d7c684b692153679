//! What GitHub Actions shows: annotations beside the files, the readable report in the log,
//! and a page for the summary of the job.
//!
//! Forms, escaping and limits: GitHub's documentation of workflow commands.

use std::collections::BTreeMap;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use super::{Style, Writer};
use crate::finding::{Finding, Severity};
use crate::language::{markdown, message, visible};

/// Most annotations of one severity that GitHub shows of a step.
const SHOWN: usize = 10;

/// Most bytes of the table in the summary of a step, which may have 1 MiB.
const TABLE: usize = 512 << 10;

impl Writer<'_> {
    /// The report as people read it, then the annotations that GitHub will show, and how
    /// many findings it will not show as such.
    pub fn github(&self, findings: &[&Finding]) -> String {
        if findings.is_empty() {
            return String::new();
        }
        let report = super::lines(findings, "\n\n", |finding| {
            self.human(finding, Style::Plain)
        });
        let mut text = unheeded(&report);
        let mut hidden = Vec::new();
        for severity in [Severity::Error, Severity::Warning] {
            let all = findings.iter();
            let all = all.filter(|finding| finding.severity() == severity).count();
            let shown = chosen(findings, severity);
            for finding in &shown {
                text.push_str(&self.annotation(finding));
            }
            let more = all - shown.len();
            if more > 0 {
                hidden.push(self.catalogue.text(&match severity {
                    Severity::Error => message!("count-errors", count = more),
                    Severity::Warning => message!("count-warnings", count = more),
                }));
            }
        }
        if !hidden.is_empty() {
            let hidden = message!("github-hidden", hidden = hidden.join(", "));
            let words = data(&self.catalogue.text(&hidden));
            text.push_str(&format!("::notice title=ambonplan::{words}\n"));
        }
        text
    }

    /// `::error file=plan/plan.toml,line=4,col=1,title=…::message`
    fn annotation(&self, finding: &Finding) -> String {
        let place = self.place(finding.span);
        let title = format!("{} {}", finding.rule.code, finding.rule.name);
        format!(
            "::{} file={},line={},col={},title={}::{}\n",
            finding.severity().word(),
            property(&visible(&place.file)),
            place.line,
            place.column,
            property(&title),
            data(&visible(&self.whole_text(finding)))
        )
    }

    /// The number of findings and a table of them, errors first, in Markdown.
    pub fn github_summary(&self, findings: &[&Finding]) -> String {
        let counts = [
            message!("count-errors", count = self.errors),
            message!("count-warnings", count = self.warnings),
        ];
        let counts = counts.map(|count| self.catalogue.text(&count)).join(", ");
        let mut text = format!("## ambonplan check\n\n**{counts}**\n");
        let mut table = String::new();
        let mut rows = 0_usize;
        let mut findings = findings.to_vec();
        findings.sort_by_key(|finding| finding.severity());
        for finding in findings {
            let place = self.place(finding.span);
            let row = format!(
                "| {} | {} {} | {}:{}:{} | {} |\n",
                self.severity(finding),
                finding.rule.code,
                finding.rule.name,
                markdown(&place.file),
                place.line,
                place.column,
                markdown(&self.whole_text(finding).replace('\n', "; ")),
            );
            if table.len() + row.len() > TABLE {
                break;
            }
            table.push_str(&row);
            rows += 1;
        }
        if rows > 0 {
            text.push_str(&format!("\n| | | | |\n|---|---|---|---|\n{table}"));
        }
        let hidden = (self.errors + self.warnings).saturating_sub(rows);
        if hidden > 0 {
            let more = self
                .catalogue
                .text(&message!("github-more", count = hidden));
            text.push_str(&format!("\n{more}\n"));
        }
        text
    }
}

/// The findings of a severity that are shown as annotations, in their order: one file with
/// many must not keep those of other files from being seen.
fn chosen<'f>(findings: &[&'f Finding], severity: Severity) -> Vec<&'f Finding> {
    let mut before = BTreeMap::new();
    let mut turns: Vec<(usize, usize, &Finding)> = Vec::new();
    for (at, finding) in findings.iter().enumerate() {
        if finding.severity() != severity {
            continue;
        }
        let turn = before.entry(finding.span.file).or_insert(0_usize);
        turns.push((*turn, at, finding));
        *turn += 1;
    }
    turns.sort_by_key(|(turn, at, _)| (*turn, *at));
    turns.truncate(SHOWN);
    turns.sort_by_key(|(_, at, _)| *at);
    turns.into_iter().map(|(_, _, finding)| finding).collect()
}

/// Text in which nothing is a command, whatever a plan says: until a word follows that is
/// made of the whole text and therefore does not stand in it.
fn unheeded(text: &str) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(text.as_bytes());
    let hash = hasher.finish128();
    let word = format!("{:016x}{:016x}", hash.h1, hash.h2);
    format!("::stop-commands::{word}\n{text}::{word}::\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_of_a_message_ends_the_command() {
        assert_eq!(data("a%\r\nb: c, d"), "a%25%0D%0Ab: c, d");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
