//! One line for each finding, as editors and `grep` like them: in the form of compilers,
//! whose words for the severity are the same in every language.

use super::Writer;
use crate::finding::Finding;
use crate::language::visible;

impl Writer<'_> {
    /// `plan/plan.toml:4:1: error: unknown key; did you mean … [STR009 unknown-key]`
    pub fn short(&self, finding: &Finding) -> String {
        let line = format!(
            "{}: {}: {} [{} {}]",
            self.path(&self.tree.place(finding.span)),
            finding.severity().word(),
            self.whole_text(finding),
            finding.rule.code,
            finding.rule.name,
        );
        visible(&line).replace('\n', "; ")
    }
}
