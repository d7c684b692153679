//! The JSON document that the page receives after each change.

use ambonplan::finding::{Finding, Hint};
use ambonplan::language::{Arg, Catalogue, Message};
use ambonplan::preview::{Layout, Problem, Snapshot, Spot};
use ambonplan::source::Span;
use serde::Serialize;

/// An edition.
#[derive(Debug, Serialize)]
struct Update<'a> {
    number: u64,
    title: &'a str,
    shown: &'a str,
    state: &'static str,
    problem: Option<String>,
    editor: bool,
    pages: Vec<Page<'a>>,
    outline: Vec<Entry<'a>>,
    findings: Vec<FindingJson<'a>>,
    changed: Option<Place>,
}

#[derive(Debug, Serialize)]
struct Page<'a> {
    key: &'a str,
    width: f64,
    height: f64,
    label: &'a str,
}

#[derive(Debug, Serialize)]
struct Entry<'a> {
    level: usize,
    number: Option<&'a str>,
    title: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Debug, Serialize)]
struct FindingJson<'a> {
    severity: &'static str,
    code: &'a str,
    name: &'a str,
    message: String,
    hint: Option<String>,
    #[serde(flatten)]
    source: Source,
    here: bool,
    others: Vec<Other>,
}

#[derive(Debug, Serialize)]
struct Other {
    message: String,
    #[serde(flatten)]
    source: Source,
}

/// A place on the pages.
#[derive(Debug, Serialize)]
pub struct Place {
    page: usize,
    y: f64,
}

impl From<Spot> for Place {
    fn from(spot: Spot) -> Self {
        Self {
            page: spot.page,
            y: hundredths(spot.y),
        }
    }
}

/// A place in the files of the plan.
#[derive(Debug, Serialize)]
struct Source {
    file: Option<String>,
    line: usize,
    column: usize,
}

/// The JSON of an edition, of a part that was asked for by this name.
pub fn edition(edition: &Snapshot, shown: &str, editor: bool, catalogue: &Catalogue) -> String {
    let layout = edition.layout.as_deref();
    let tree = &edition.project.tree;
    let source = |span: Span| match tree.get(span.file) {
        Some(file) => {
            let (line, column) = file.line_column(span.start());
            Source {
                file: Some(file.path.clone()),
                line,
                column,
            }
        }
        None => Source {
            file: None,
            line: 1,
            column: 1,
        },
    };
    let told = |finding: &Finding| FindingJson {
        severity: finding.severity().word(),
        code: finding.rule.code,
        name: finding.rule.name,
        message: catalogue.text(&finding.message),
        hint: finding
            .hint
            .as_ref()
            .map(Hint::words)
            .map(|hint| catalogue.text(&hint)),
        source: source(finding.span),
        here: edition.is_here(finding),
        others: finding
            .related
            .iter()
            .map(|related| Other {
                message: catalogue.text(&related.text),
                source: source(related.span),
            })
            .filter(|other| other.source.file.is_some())
            .collect(),
    };
    let update = Update {
        number: edition.number,
        title: &edition.title,
        shown,
        state: match (layout, &edition.problem) {
            (Some(_), None) => "current",
            (Some(_), Some(_)) => "stale",
            (None, _) => "waiting",
        },
        problem: edition
            .problem
            .as_ref()
            .map(|problem| say(problem, catalogue)),
        editor,
        pages: layout.map(pages).unwrap_or_default(),
        outline: layout.map(outline).unwrap_or_default(),
        findings: edition
            .project
            .findings
            .sorted(tree)
            .into_iter()
            .map(told)
            .collect(),
        changed: edition.changed.map(Place::from),
    };
    json(&update)
}

fn pages(layout: &Layout) -> Vec<Page<'_>> {
    let sheets = layout.sheets.iter();
    sheets
        .map(|sheet| Page {
            key: &sheet.key,
            width: hundredths(sheet.width),
            height: hundredths(sheet.height),
            label: &sheet.label,
        })
        .collect()
}

fn outline(layout: &Layout) -> Vec<Entry<'_>> {
    let headings = layout.outline.iter();
    headings
        .map(|heading| Entry {
            level: heading.level,
            number: heading.number.as_deref(),
            title: &heading.title,
            place: heading.spot.into(),
        })
        .collect()
}

/// Why the pages are out of date.
pub fn say(problem: &Problem, catalogue: &Catalogue) -> String {
    let message = match problem {
        Problem::Missing => Message::new("stale-missing", Vec::new()),
        Problem::Directory(why) => {
            Message::new("stale-directory", vec![("why", Arg::Message(why.clone()))])
        }
        Problem::Unreadable => Message::new("plan-unreadable", Vec::new()),
        Problem::Errors(count) => Message::new("stale-errors", vec![("count", Arg::Count(*count))]),
        Problem::Part(_) => Message::new("stale-gone", Vec::new()),
    };
    catalogue.text(&message)
}

/// A length of which no more is told than is seen.
pub fn hundredths(points: f64) -> f64 {
    (points * 100.0).round() / 100.0
}

/// A document as JSON. Structures of text and numbers always serialise; if one did not,
/// whoever reads it would meet the reason.
pub fn json(document: &impl Serialize) -> String {
    serde_json::to_string(document).unwrap_or_else(|error| error.to_string())
}
