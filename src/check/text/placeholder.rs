//! A text that `init` or `new` wrote, to be replaced.

use std::ops::Range;

use rayon::prelude::*;
use toml::de::{DeTable, DeValue};

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::shape::FileKind;
use crate::resolve::{Narrative, Program};
use crate::scaffold;
use crate::source::{FileIndex, SourceFile, SourceTree, Span, Spanned};

/// The rule `placeholder` (TXT050).
pub static RULE: Rule = Rule::warning("TXT050", "placeholder", Group::Text)
    .strict()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "summary = \"Apa yang akan dirasakan warga.\"",
        "summary = \"Penumpang tahu kapan angkutan berikutnya datang.\"",
    );

/// Looks for the placeholders of the scaffold in every string of every entry and in all
/// narrative, and for entries that are called by their ids.
pub fn check(cx: &mut Checker<'_>) {
    let files: Vec<(FileIndex, &SourceFile)> = cx.tree.iter().collect();
    let entries: Vec<Finding> = files
        .into_par_iter()
        .filter(|(_, file)| FileKind::of(&file.role).is_some())
        .filter(|(_, file)| scaffold::has_placeholder(&file.text))
        .flat_map_iter(|(index, file)| of_entry(index, file))
        .collect();
    let narratives: Vec<&Narrative> = prose::narratives(cx.plan).collect();
    let texts: Vec<Finding> = narratives
        .into_par_iter()
        .flat_map_iter(|narrative| of_narrative(narrative, cx.tree))
        .collect();
    for finding in entries.into_iter().chain(texts) {
        cx.report(finding);
    }
    let plan = cx.plan;
    for pillar in plan.pillars.values() {
        called_by_id(cx, &pillar.id, &[&pillar.file.name]);
    }
    for opd in plan.opds.values() {
        called_by_id(cx, &opd.id, &[&opd.file.name, &opd.file.abbreviation]);
    }
}

/// Looks for a programme that is called by its id.
pub(super) fn check_program(cx: &mut Checker<'_>, program: &Program) {
    called_by_id(cx, &program.id, &[&program.file.title]);
}

/// Reports the names that are nothing but the id.
fn called_by_id(cx: &mut Checker<'_>, id: &str, names: &[&Spanned<String>]) {
    for name in names.iter().filter(|name| name.value == id) {
        let message = message!("placeholder.id", id = id);
        cx.report(Finding::new(&RULE, name.span, message).hint(message!("placeholder.id-hint")));
    }
}

/// The placeholders among the strings of a TOML file.
fn of_entry(index: FileIndex, file: &SourceFile) -> Vec<Finding> {
    let (table, _) = DeTable::parse_recoverable(&file.text);
    let mut strings = Vec::new();
    collect(table.get_ref(), &mut strings);
    let findings = strings.into_iter().filter_map(|(text, range)| {
        let placeholder = in_value(&text)?;
        Some(finding(Span::new(index, range), placeholder))
    });
    findings.collect()
}

/// Every string of a table, with its place.
fn collect(table: &DeTable<'_>, strings: &mut Vec<(String, Range<usize>)>) {
    let mut open: Vec<_> = table.iter().map(|(_, value)| value).rev().collect();
    while let Some(value) = open.pop() {
        match value.get_ref() {
            DeValue::String(text) => strings.push((text.to_string(), value.span())),
            DeValue::Array(items) => open.extend(items.iter().rev()),
            DeValue::Table(inner) => open.extend(inner.iter().map(|(_, value)| value).rev()),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }
}

/// The placeholders of a text: its own, and those of its front matter and of the captions
/// of its blocks. What stands in code is left alone. Of each paragraph the first is
/// reported.
fn of_narrative(narrative: &Narrative, tree: &SourceTree) -> Vec<Finding> {
    let text = match tree.get(narrative.file) {
        Some(file) => file.text.as_str(),
        None => return Vec::new(),
    };
    let captions = narrative.embeds.values();
    let captions = captions.filter_map(|embed| embed.caption.as_ref());
    let values = narrative.front.title.iter().chain(captions);
    let values = values.filter_map(|value| Some(finding(value.span, in_value(value)?)));
    let mut findings: Vec<Finding> = values.collect();
    if !scaffold::has_placeholder(text) {
        return findings;
    }
    let mut until = 0;
    for place in scaffold::pattern().find_iter(text) {
        let placeholder = known(place.as_str()).filter(|placeholder| !placeholder.is_whole);
        let is_prose = |range: &Range<usize>| range.contains(&place.start());
        let Some(placeholder) = placeholder.filter(|_| narrative.prose.iter().any(is_prose)) else {
            continue;
        };
        if place.start() >= until {
            let span = Span::new(narrative.file, place.range());
            findings.push(finding(span, &placeholder.text));
        }
        let end = place.end();
        let rest = text.get(end..).and_then(|rest| rest.find("\n\n"));
        until = rest.map_or(text.len(), |length| end.saturating_add(length));
    }
    findings
}

/// The placeholder that a value is, or that stands in it.
fn in_value(value: &str) -> Option<&'static str> {
    let mut places = scaffold::pattern().find_iter(value);
    places.find_map(|place| {
        let placeholder = known(place.as_str())?;
        let is_it = !placeholder.is_whole || place.as_str() == value.trim();
        is_it.then_some(placeholder.text.as_str())
    })
}

/// The placeholder that the pattern found.
fn known(text: &str) -> Option<&'static scaffold::Placeholder> {
    let mut all = scaffold::placeholders().iter();
    all.find(|placeholder| text.split_whitespace().eq(placeholder.text.split(' ')))
}

fn finding(span: Span, text: &str) -> Finding {
    Finding::new(&RULE, span, message!("placeholder", text = text))
        .hint(message!("placeholder.hint"))
}
