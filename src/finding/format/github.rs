//! Workflow commands of GitHub Actions, which become annotations on a merge
//! request.
//!
//! Form and escaping: GitHub's documentation of workflow commands.

use super::Writer;
use crate::finding::Finding;
use crate::language::visible;

impl Writer<'_> {
    /// `::error file=plan/plan.toml,line=4,col=1,title=…::message`
    pub fn github(&self, finding: &Finding) -> String {
        let place = self.place(finding.span);
        let title = format!("{} {}", finding.rule.code, finding.rule.name);
        format!(
            "::{} file={},line={},col={},title={}::{}",
            finding.severity().word(),
            property(&visible(&place.file)),
            place.line,
            place.column,
            property(&title),
            data(&visible(&self.whole_text(finding)))
        )
    }
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
