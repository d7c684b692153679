//! A log of the Static Analysis Results Interchange Format 2.1.0 (OASIS), which
//! forges and editors read.

use serde_json::{Value, json};

use super::Writer;
use super::json::pretty;
use crate::finding::{Finding, Fix, Hint, Level, Rule};
use crate::source::Span;

/// Where the form is described.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

impl Writer<'_> {
    /// The log.
    pub fn sarif(&self, findings: &[&Finding]) -> String {
        let fingerprints = self.fingerprints(findings);
        let results: Vec<Value> = findings
            .iter()
            .zip(fingerprints)
            .map(|(finding, fingerprint)| self.result(finding, &fingerprint))
            .collect();
        let rules: Vec<Value> = self.rules.iter().map(|rule| self.describe(rule)).collect();
        pretty(&json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "ambonplan",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                }},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }],
        }))
    }

    fn describe(&self, rule: &Rule) -> Value {
        let help = |attribute| rule.help(attribute, self.catalogue);
        json!({
            "id": rule.code,
            "name": rule.name,
            "shortDescription": { "text": help("what") },
            "fullDescription": { "text": help("why") },
            "help": { "text": help("fix") },
            "defaultConfiguration": {
                "enabled": rule.draft != Level::Allow,
                "level": match rule.draft {
                    Level::Deny => "error",
                    Level::Warn => "warning",
                    Level::Allow => "none",
                },
            },
            "properties": { "tags": [rule.group.word()] },
        })
    }

    fn result(&self, finding: &Finding, fingerprint: &str) -> Value {
        let mut text = self.catalogue.text(&finding.message);
        if let Some(hint) = finding.hint.as_ref().map(Hint::words) {
            text.push_str(&format!("\n{}", self.catalogue.text(&hint)));
        }
        let related: Vec<Value> = finding
            .related
            .iter()
            .zip(1..)
            .map(|(related, id)| {
                let mut location = self.location(related.span);
                if let Value::Object(location) = &mut location {
                    location.insert("id".into(), json!(id));
                    let text = self.catalogue.text(&related.text);
                    location.insert("message".into(), json!({ "text": text }));
                }
                location
            })
            .collect();
        let mut result = json!({
            "ruleId": finding.rule.code,
            "level": finding.severity().word(),
            "message": { "text": text },
            "locations": [self.location(finding.span)],
            "relatedLocations": related,
            "partialFingerprints": { "ambonplan/v1": fingerprint },
        });
        if let (Value::Object(result), Some(fix)) = (&mut result, &finding.fix) {
            result.insert("fixes".into(), json!([self.change(fix)]));
        }
        result
    }

    fn location(&self, span: Span) -> Value {
        let place = self.place(span);
        json!({ "physicalLocation": {
            "artifactLocation": { "uri": uri(&place.file) },
            "region": self.region(span),
        }})
    }

    fn change(&self, fix: &Fix) -> Value {
        let place = self.place(fix.span);
        json!({ "artifactChanges": [{
            "artifactLocation": { "uri": uri(&place.file) },
            "replacements": [{
                "deletedRegion": self.region(fix.span),
                "insertedContent": { "text": fix.text },
            }],
        }]})
    }

    fn region(&self, span: Span) -> Value {
        let place = self.place(span);
        json!({
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        })
    }
}

/// A path as a relative reference: what is special in one is escaped.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_references() {
        assert_eq!(
            uri("plan/chapters/dua kata.md"),
            "plan/chapters/dua%20kata.md"
        );
        assert_eq!(uri("a:b#é"), "a%3Ab%23%C3%A9");
    }
}
