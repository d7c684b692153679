//! A report of test results, which build servers show: one suite for each file, one case
//! for each finding. An error is a case that failed; a warning, which does not fail the
//! command either, is one that was skipped.
//!
//! Form: the schema `junit-10.xsd` of the Jenkins plugin xUnit.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer as XmlWriter;
use quick_xml::events::{BytesText, Event};

use super::Writer;
use crate::finding::{Finding, Severity};
use crate::language::visible;

impl Writer<'_> {
    /// The report.
    pub fn junit(&self, findings: &[&Finding]) -> String {
        let mut bytes = Vec::new();
        // Writing into memory does not fail.
        let written = self.suites(&mut bytes, findings);
        debug_assert!(written.is_ok());
        bytes.push(b'\n');
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn suites(&self, bytes: &mut Vec<u8>, findings: &[&Finding]) -> io::Result<()> {
        let mut xml = XmlWriter::new_with_indent(bytes, b' ', 2);
        xml.write_event(Event::Decl(quick_xml::events::BytesDecl::new(
            "1.0",
            Some("UTF-8"),
            None,
        )))?;
        // A report without a case reads as one that did not run.
        let cases = findings.len().max(1).to_string();
        let failures = count(findings, Severity::Error);
        let mut files: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
        for finding in findings {
            let file = visible(&self.place(finding.span).file);
            files.entry(file).or_default().push(finding);
        }
        xml.create_element("testsuites")
            .with_attribute(("name", "ambonplan check"))
            .with_attribute(("tests", cases.as_str()))
            .with_attribute(("failures", failures.as_str()))
            .with_attribute(("errors", "0"))
            .write_inner_content(|xml| {
                if findings.is_empty() {
                    return passed(xml);
                }
                for (file, findings) in &files {
                    self.suite(xml, file, findings)?;
                }
                Ok(())
            })?;
        Ok(())
    }

    fn suite(
        &self,
        xml: &mut XmlWriter<&mut Vec<u8>>,
        file: &str,
        findings: &[&Finding],
    ) -> io::Result<()> {
        let cases = findings.len().to_string();
        // Readers tell cases apart by their names: those that are equal are numbered.
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        xml.create_element("testsuite")
            .with_attribute(("name", file))
            .with_attribute(("tests", cases.as_str()))
            .with_attribute(("failures", count(findings, Severity::Error).as_str()))
            .with_attribute(("errors", "0"))
            .with_attribute(("skipped", count(findings, Severity::Warning).as_str()))
            .write_inner_content(|xml| {
                for finding in findings {
                    let place = self.place(finding.span);
                    let (rule, line, column) = (finding.rule, place.line, place.column);
                    let name = format!("{} {} {line}:{column}", rule.code, rule.name);
                    let number = known.entry(name.clone()).or_default();
                    *number += 1;
                    let name = match number {
                        1 => name,
                        number => format!("{name} ({number})"),
                    };
                    self.case(xml, file, &name, finding)?;
                }
                Ok(())
            })?;
        Ok(())
    }

    fn case(
        &self,
        xml: &mut XmlWriter<&mut Vec<u8>>,
        file: &str,
        name: &str,
        finding: &Finding,
    ) -> io::Result<()> {
        let place = self.place(finding.span);
        let message = visible(&self.catalogue.text(&finding.message));
        let text = format!(
            "{file}:{}:{}: {}",
            place.line,
            place.column,
            visible(&self.whole_text(finding))
        );
        let severity = finding.severity();
        let outcome = match severity {
            Severity::Error => "failure",
            Severity::Warning => "skipped",
        };
        xml.create_element("testcase")
            .with_attribute(("name", name))
            .with_attribute(("classname", file))
            .write_inner_content(|xml| {
                xml.create_element(outcome)
                    .with_attribute(("type", severity.word()))
                    .with_attribute(("message", message.as_str()))
                    .write_text_content(BytesText::new(&text))?;
                Ok(())
            })?;
        Ok(())
    }
}

/// The number of findings of a severity.
fn count(findings: &[&Finding], severity: Severity) -> String {
    let same = findings
        .iter()
        .filter(|finding| finding.severity() == severity);
    same.count().to_string()
}

/// The case of a plan without a finding.
fn passed(xml: &mut XmlWriter<&mut Vec<u8>>) -> io::Result<()> {
    xml.create_element("testsuite")
        .with_attribute(("name", "plan"))
        .with_attribute(("tests", "1"))
        .with_attribute(("failures", "0"))
        .with_attribute(("errors", "0"))
        .with_attribute(("skipped", "0"))
        .write_inner_content(|xml| {
            xml.create_element("testcase")
                .with_attribute(("name", "check"))
                .with_attribute(("classname", "plan"))
                .write_empty()?;
            Ok(())
        })?;
    Ok(())
}
