//! A report of test results, which build servers show: one suite for each file,
//! one failed case for each finding.
//!
//! Form: the schema of JUnit reports that Jenkins reads.

use std::io;

use quick_xml::Writer as XmlWriter;
use quick_xml::events::{BytesText, Event};

use super::Writer;
use crate::finding::Finding;
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
        let count = findings.len().to_string();
        let files = findings.chunk_by(|one, two| one.span.file == two.span.file);
        xml.create_element("testsuites")
            .with_attribute(("name", "ambonplan check"))
            .with_attribute(("tests", cases.as_str()))
            .with_attribute(("failures", count.as_str()))
            .write_inner_content(|xml| {
                if findings.is_empty() {
                    return passed(xml);
                }
                for file in files {
                    self.suite(xml, file)?;
                }
                Ok(())
            })?;
        Ok(())
    }

    fn suite(&self, xml: &mut XmlWriter<&mut Vec<u8>>, findings: &[&Finding]) -> io::Result<()> {
        let Some(first) = findings.first() else {
            return Ok(());
        };
        let name = visible(&self.place(first.span).file);
        let count = findings.len().to_string();
        xml.create_element("testsuite")
            .with_attribute(("name", name.as_str()))
            .with_attribute(("tests", count.as_str()))
            .with_attribute(("failures", count.as_str()))
            .write_inner_content(|xml| {
                for finding in findings {
                    self.case(xml, finding)?;
                }
                Ok(())
            })?;
        Ok(())
    }

    fn case(&self, xml: &mut XmlWriter<&mut Vec<u8>>, finding: &Finding) -> io::Result<()> {
        let place = self.place(finding.span);
        let rule = format!("{} {}", finding.rule.code, finding.rule.name);
        let name = format!("{rule} {}:{}", place.line, place.column);
        let message = visible(&self.catalogue.text(&finding.message));
        let text = format!(
            "{}:{}:{}: {}",
            place.file,
            place.line,
            place.column,
            self.whole_text(finding)
        );
        xml.create_element("testcase")
            .with_attribute(("name", name.as_str()))
            .with_attribute(("classname", visible(&place.file).as_str()))
            .write_inner_content(|xml| {
                xml.create_element("failure")
                    .with_attribute(("type", finding.severity().word()))
                    .with_attribute(("message", message.as_str()))
                    .write_text_content(BytesText::new(&visible(&text)))?;
                Ok(())
            })?;
        Ok(())
    }
}

/// The case of a plan without a finding.
fn passed(xml: &mut XmlWriter<&mut Vec<u8>>) -> io::Result<()> {
    xml.create_element("testsuite")
        .with_attribute(("name", "plan"))
        .with_attribute(("tests", "1"))
        .with_attribute(("failures", "0"))
        .write_inner_content(|xml| {
            xml.create_element("testcase")
                .with_attribute(("name", "check"))
                .with_attribute(("classname", "plan"))
                .write_empty()?;
            Ok(())
        })?;
    Ok(())
}
