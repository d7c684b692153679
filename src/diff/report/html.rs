//! Changes as one page for a browser, which needs no other file.
//!
//! The page says everything without its script; with it, changes can be chosen by how
//! grave they are and by OPD.

use std::collections::{BTreeMap, BTreeSet};

use super::super::words::Words;
use super::super::{Amounts, Change, EntryRef, Severity};
use super::ReportWriter;
use super::lead::{LeadKind, LeadWeight};
use super::side::Audience;
use super::tables::Row;
use super::wording::Detail;
use crate::language::visible;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Text in which nothing is markup.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '&' => plain.push_str("&amp;"),
            '\u{22}' => plain.push_str("&quot;"),
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

/// A detail word by word. `None` if it is not told so.
fn html_detail(detail: &Detail) -> Option<String> {
    match detail {
        Detail::Paragraph(runs) => Some(words(runs)),
        Detail::Text { label, words: runs } => Some(format!("{}: {}", plain(label), words(runs))),
        Detail::Value { .. } | Detail::Sentence(_) => None,
    }
}

/// A section of the page: its id, its heading and what it holds.
struct Part {
    id: String,
    title: String,
    /// How many changes it holds, if it holds changes.
    count: Option<usize>,
    body: String,
}

impl ReportWriter<'_> {
    pub(super) fn html(&self) -> String {
        let title = plain(&self.title());
        let mut front = format!("<header>\n<h1>{title}</h1>\n");
        for side in self.compared() {
            front.push_str(&format!("<p class=\"side\">{}</p>\n", plain(&side)));
        }
        front.push_str(&format!("<p><strong>{}</strong></p>\n", self.counts()));
        for remark in self.remarks() {
            front.push_str(&format!("<p class=\"remark\">{}</p>\n", plain(&remark)));
        }
        front.push_str("</header>\n");
        let anchors = self.anchors();
        let lead = self.lead();
        if self.told().next().is_some() {
            for weight in &lead.weights {
                front.push_str(&html_weight(weight, &anchors));
            }
        }
        let signatures = self.signatures();
        if !signatures.is_empty() {
            let heading = self.signatures_title();
            let items = signatures.iter();
            let items: String = items
                .map(|one| format!("<li>{}</li>\n", plain(one)))
                .collect();
            front.push_str(&format!(
                "<section class=\"signatures\">\n<h2>{heading}</h2>\n<ul>\n{items}</ul>\n</section>\n"
            ));
        }
        let money = lead
            .money
            .map(|money| format!("<p class=\"money\">{}</p>\n", plain(&money)));
        front.extend(money);
        let parts = self.parts(&anchors);
        let contents = self.contents(&parts);
        let filter = self.filter();
        let mut body = String::new();
        for Part {
            id,
            title,
            count,
            body: inner,
        } in &parts
        {
            let title = plain(title);
            let count = count.map(|count| format!(" <small>({count})</small>"));
            body.push_str(&format!(
                "<details open class=\"part\" id=\"{id}\">\n<summary><h2>{title}{}</h2></summary>\n\
                 {inner}</details>\n",
                count.unwrap_or_default()
            ));
        }
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
             {front}{contents}{filter}{body}</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n",
            self.report.language.word(),
        )
    }

    /// What every change is called in the page, by fingerprint.
    fn anchors(&self) -> BTreeMap<String, String> {
        let all = self.open().chain(self.accepted());
        let all = all.enumerate();
        all.map(|(at, change)| {
            let number = at.saturating_add(1);
            (change.fingerprint.clone(), format!("c{number}"))
        })
        .collect()
    }

    fn parts(&self, anchors: &BTreeMap<String, String>) -> Vec<Part> {
        let mut parts = Vec::new();
        let sums = self.html_sums();
        if !sums.is_empty() {
            parts.push(Part {
                id: "money".into(),
                title: self.say("diff-budget", Vec::new()),
                count: None,
                body: sums,
            });
        }
        let mut changes = |title: String, changes: &[&Change]| {
            let told = changes.iter().map(|one| self.html_change(one, anchors));
            parts.push(Part {
                id: format!("s{}", parts.len()),
                title,
                count: Some(changes.len()),
                body: told.collect(),
            });
        };
        for section in self.sections() {
            changes(section.title, &section.changes);
        }
        let accepted = self.accepted();
        if !accepted.is_empty() {
            changes(self.say("diff-accepted", Vec::new()), &accepted);
        }
        parts
    }

    fn contents(&self, parts: &[Part]) -> String {
        if parts.len() < 2 {
            return String::new();
        }
        let items = parts.iter().map(|part| {
            let count = part.count.map(|count| format!(" ({count})"));
            format!(
                "<li><a href=\"#{}\">{}</a>{}</li>\n",
                part.id,
                plain(&part.title),
                count.unwrap_or_default()
            )
        });
        let items: String = items.collect();
        let heading = self.say("diff-contents", Vec::new());
        format!("<nav>\n<h2>{heading}</h2>\n<ul>\n{items}</ul>\n</nav>\n")
    }

    /// Boxes to choose changes with; they show where the script runs.
    fn filter(&self) -> String {
        let changes: Vec<&Change> = self.open().chain(self.accepted()).collect();
        if changes.len() < 2 {
            return String::new();
        }
        let heading = self.say("diff-choose", Vec::new());
        let mut boxes = String::new();
        for severity in [Severity::Breaking, Severity::Warning, Severity::Note] {
            if !changes.iter().any(|change| change.severity == severity) {
                continue;
            }
            boxes.push_str(&format!(
                "<label><input type=\"checkbox\" value=\"{}\" checked> {}</label>\n",
                severity.word(),
                self.severity(severity)
            ));
        }
        let opds: BTreeSet<(String, &EntryRef)> = changes
            .iter()
            .flat_map(|change| opds(change))
            .map(|key| (self.report.diff.name(key), key))
            .collect();
        if opds.len() > 1 {
            let all = self.say("diff-every-opd", Vec::new());
            let options = opds.iter().map(|(name, key)| {
                let (id, name) = (plain(&key.id), plain(name));
                format!("<option value=\"{id}\">{name}</option>\n")
            });
            let options: String = options.collect();
            let opd = self.say("diff-by-opd", Vec::new());
            boxes.push_str(&format!(
                "<label>{opd} <select>\n<option value=\"\">{all}</option>\n{options}</select></label>\n"
            ));
        }
        let none = self.say("diff-none-chosen", Vec::new());
        format!(
            "<form id=\"filter\" hidden>\n<fieldset>\n<legend>{heading}</legend>\n{boxes}</fieldset>\n\
             <p id=\"none\" hidden>{none}</p>\n</form>\n"
        )
    }

    fn html_sums(&self) -> String {
        let heads: String = self
            .heads()
            .iter()
            .map(|head| format!("<th scope=\"col\">{head}</th>"))
            .collect();
        let row = |name: &str, amounts: Amounts, class: &str| {
            let cells = self.columns(amounts);
            let cells: String = cells
                .iter()
                .map(|cell| format!("<td>{}</td>", plain(cell)))
                .collect();
            format!(
                "<tr{class}><th scope=\"row\">{}</th>{cells}</tr>\n",
                plain(name)
            )
        };
        let total = self.say("diff-total", Vec::new());
        let last = row(&total, self.report.diff.money.total, "");
        let mut body = String::new();
        for table in self.sums() {
            let lines = table.rows.iter().flat_map(Row::lines);
            let rows = lines.map(|line| {
                let class = if line.is_part { " class=\"moved\"" } else { "" };
                row(line.name, line.amounts, class)
            });
            let rows: String = rows.collect();
            body.push_str(&format!(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table>\n\
                 <thead><tr><th scope=\"col\">{0}</th>{heads}</tr></thead>\n\
                 <tbody>\n{rows}</tbody>\n<tfoot>\n{last}</tfoot>\n</table></div>\n",
                table.title
            ));
        }
        body
    }

    fn html_change(&self, change: &Change, anchors: &BTreeMap<String, String>) -> String {
        let opds: Vec<&str> = opds(change).map(|key| key.id.as_str()).collect();
        let id = anchors.get(&change.fingerprint).map_or("", String::as_str);
        let mut text = format!(
            "<article class=\"{}\" id=\"{id}\" data-opd=\"{}\">\n<h3><span>{}</span> {}: {}</h3>\n",
            change.severity.word(),
            plain(&opds.join(" ")),
            self.severity(change.severity),
            plain(&self.wording.entry(change)),
            plain(&self.wording.meaning(change)),
        );
        for detail in self.wording.details(change) {
            let line = html_detail(&detail);
            let line = line.unwrap_or_else(|| plain(&self.wording.detail(detail)));
            text.push_str(&format!("<p>{line}</p>\n"));
        }
        if let Some(line) = self.acceptance(change) {
            text.push_str(&format!("<p>{}</p>\n", plain(&line)));
        }
        if self.report.audience == Audience::Author {
            text.push_str(&format!(
                "<p class=\"place\"><code>{} {}</code> {} · {}</p>\n",
                change.kind.code(),
                change.kind.name(),
                plain(&self.places(change)),
                change.fingerprint,
            ));
        }
        text.push_str("</article>\n");
        text
    }
}

/// The OPD of a change, in both plans.
fn opds(change: &Change) -> impl Iterator<Item = &EntryRef> {
    let sides = change.before.iter().chain(&change.after);
    let opds: BTreeSet<&EntryRef> = sides.filter_map(|side| side.opd.as_ref()).collect();
    opds.into_iter()
}

/// Changes that are equally grave, each leading to where it is told.
fn html_weight(weight: &LeadWeight, anchors: &BTreeMap<String, String>) -> String {
    let word = weight.severity.word();
    let kinds: String = weight
        .kinds
        .iter()
        .map(|kind| html_kind(kind, anchors))
        .collect();
    let kinds = if kinds.is_empty() {
        String::new()
    } else {
        format!("<ul>\n{kinds}</ul>\n")
    };
    format!(
        "<section class=\"weight {word}\">\n<h2>{}</h2>\n<p>{}</p>\n{kinds}</section>\n",
        plain(&weight.title),
        plain(&weight.meaning)
    )
}

fn html_kind(kind: &LeadKind, anchors: &BTreeMap<String, String>) -> String {
    let count = match kind.count {
        1 => String::new(),
        count => format!(" ({count})"),
    };
    let name = plain(&kind.name);
    if kind.entries.is_empty() {
        return format!("<li>{}</li>\n", plain(&kind.brief()));
    }
    let mut text = format!(
        "<li><strong>{name}</strong>{count}: {}\n<ul>\n",
        plain(&kind.meaning)
    );
    for entry in &kind.entries {
        let anchor = anchors.get(&entry.fingerprint);
        let anchor = anchor.map_or("", String::as_str);
        let gist = match (&entry.words, &entry.gist) {
            (Some(words), _) => html_detail(words),
            (None, Some(gist)) => Some(plain(gist)),
            (None, None) => None,
        };
        let gist = gist.map(|gist| format!(": {gist}")).unwrap_or_default();
        let entry = plain(&entry.entry);
        text.push_str(&format!(
            "<li><a href=\"#{anchor}\">{entry}</a>{gist}</li>\n"
        ));
    }
    text.extend(kind.more.iter().map(|more| format!("<li>{more}</li>\n")));
    text.push_str("</ul></li>\n");
    text
}
