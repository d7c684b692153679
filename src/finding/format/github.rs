//! Workflow commands of GitHub Actions, which become annotations on a merge
//! request.
//!
//! Form and escaping: GitHub's documentation of workflow commands.

use crate::finding::{Finding, Severity};
use crate::source::SourceTree;

/// `::error file=plan/plan.toml,line=4,col=1,title=…::message`
pub fn render(tree: &SourceTree, finding: &Finding, prefix: &str) -> String {
    let command = match finding.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let (file, line, column) = match tree.get(finding.span.file) {
        Some(file) => {
            let (line, column) = file.line_column(finding.span.start);
            (format!("{prefix}{}", file.path), line, column)
        }
        None => (prefix.to_owned(), 1, 1),
    };
    let mut message = finding.message.clone();
    for related in &finding.related {
        let place = tree.place(related.span);
        message.push_str(&format!("\n{prefix}{place}: {}", related.text));
    }
    if let Some(hint) = &finding.hint {
        message.push_str(&format!("\n{hint}"));
    }
    let title = format!("{} {}", finding.rule.code, finding.rule.name);
    format!(
        "::{command} file={},line={line},col={column},title={}::{}",
        property(&file),
        property(&title),
        data(&message)
    )
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
