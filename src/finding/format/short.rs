//! One line for each finding, as editors and `grep` like them.

use super::Writer;
use crate::finding::Finding;
use crate::language::visible;

impl Writer<'_> {
    /// `plan/plan.toml:4:1: error[STR009 unknown-key]: unknown key; did you mean …`
    pub fn short(&self, finding: &Finding) -> String {
        let line = format!(
            "{}{}: {}[{} {}]: {}",
            self.prefix,
            self.tree.place(finding.span),
            self.severity(finding),
            finding.rule.code,
            finding.rule.name,
            self.whole_text(finding)
        );
        visible(&line).replace('\n', "; ")
    }
}
