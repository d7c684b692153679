//! Changes as one page for a browser, which needs no other file and runs nothing.

use super::super::words::Words;
use super::super::{Amounts, Change};
use super::Teller;
use super::wording::Detail;
use crate::language::visible;

const STYLE: &str = include_str!("page.css");

/// Text in which nothing is markup.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '&' => plain.push_str("&amp;"),
            '"' => plain.push_str("&quot;"),
            other => plain.push(other),
        }
    }
    plain
}

fn words(runs: &[Words]) -> String {
    let runs = runs.iter().map(|run| match run {
        Words::Kept(text) => plain(text),
        Words::Removed(text) => format!("<del>{}</del>", plain(text)),
        Words::Added(text) => format!("<ins>{}</ins>", plain(text)),
    });
    runs.collect()
}

impl Teller<'_> {
    pub(super) fn html(&self) -> String {
        let title = plain(&self.title());
        let mut body = format!(
            "<h1>{title}</h1>\n<p><strong>{}</strong></p>\n",
            self.counts()
        );
        for remark in self.remarks() {
            body.push_str(&format!("<p class=\"remark\">{}</p>\n", plain(&remark)));
        }
        self.html_sums(&mut body);
        let signatures = self.signatures();
        if !signatures.is_empty() {
            let heading = self.say("diff-signatures", Vec::new());
            let items = signatures
                .iter()
                .map(|one| format!("<li>{}</li>\n", plain(one)));
            let items: String = items.collect();
            body.push_str(&format!("<h2>{heading}</h2>\n<ul>\n{items}</ul>\n"));
        }
        for section in self.sections() {
            self.html_section(&section.title, &section.changes, &mut body);
        }
        let accepted = self.accepted();
        if !accepted.is_empty() {
            let heading = self.say("diff-accepted", Vec::new());
            self.html_section(&heading, &accepted, &mut body);
        }
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
             {body}</main>\n</body>\n</html>\n",
            self.report.language.word(),
        )
    }

    fn html_sums(&self, body: &mut String) {
        let sums = self.sums();
        if sums.is_empty() {
            return;
        }
        let heads: String = self
            .heads()
            .iter()
            .map(|head| format!("<th scope=\"col\">{head}</th>"))
            .collect();
        let row = |name: &str, amounts: Amounts| {
            let cells = self.columns(amounts);
            let cells: String = cells
                .iter()
                .map(|cell| format!("<td>{cell}</td>"))
                .collect();
            format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", plain(name))
        };
        let caption = self.say("diff-budget", Vec::new());
        body.push_str(&format!("<h2>{caption}</h2>\n"));
        let total = self.say("diff-total", Vec::new());
        let last = row(&total, self.report.diff.money.total);
        for table in sums {
            let rows: String = table
                .rows
                .iter()
                .map(|(name, sum)| row(name, *sum))
                .collect();
            body.push_str(&format!(
                "<table>\n<thead><tr><th scope=\"col\">{}</th>{heads}</tr></thead>\n\
                 <tbody>\n{rows}</tbody>\n<tfoot>\n{last}</tfoot>\n</table>\n",
                table.title
            ));
        }
    }

    fn html_section(&self, title: &str, changes: &[&Change], body: &mut String) {
        body.push_str(&format!("<section>\n<h2>{}</h2>\n", plain(title)));
        for change in changes {
            body.push_str(&format!(
                "<article class=\"{}\" id=\"{}\">\n<h3><span>{}</span> {}: {}</h3>\n",
                change.severity.word(),
                change.fingerprint,
                self.severity(change.severity),
                plain(&self.wording.entry(change)),
                self.wording.kind(change.kind),
            ));
            for detail in self.wording.details(change) {
                let line = if let Detail::Paragraph(runs) = detail {
                    words(&runs)
                } else {
                    plain(&self.wording.detail(detail))
                };
                body.push_str(&format!("<p>{line}</p>\n"));
            }
            if let Some(line) = self.acceptance(change) {
                body.push_str(&format!("<p>{}</p>\n", plain(&line)));
            }
            body.push_str(&format!(
                "<p class=\"place\"><code>{} {}</code> {} · {}</p>\n</article>\n",
                change.kind.code(),
                change.kind.name(),
                plain(&self.places(change)),
                change.fingerprint,
            ));
        }
        body.push_str("</section>\n");
    }
}
