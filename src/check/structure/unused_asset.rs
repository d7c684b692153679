//! An image that nothing shows.

use std::collections::BTreeSet;

use crate::check::{Checker, doubt, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{Collection, Kind};
use crate::resolve::narrative::normalise;
use crate::resolve::picture;
use crate::source::{Role, Span};

/// The rule.
pub static RULE: Rule = Rule::warning("STR022", "unused-asset", Group::Structure).example(
    "assets/foto-lama.jpg",
    "![Pasar Mardika](assets/foto-lama.jpg)",
);

/// Compares the files of `assets/` with what is shown: images of narrative, the
/// emblem, documents of commitment, what is shown inside of these, and what a template
/// names.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let mut used: BTreeSet<&str> = plan.emblem.iter().map(String::as_str).collect();
    for narrative in prose::narratives(plan) {
        used.extend(narrative.images.values().map(|image| image.path.as_str()));
    }
    let documents: Vec<String> = plan
        .opds
        .values()
        .filter_map(|opd| opd.file.commitment.as_ref()?.document.as_ref())
        .filter_map(|document| normalise("", document))
        .collect();
    used.extend(documents.iter().map(String::as_str));
    // What a picture shows inside itself is shown with it.
    let shown = used
        .iter()
        .filter_map(|path| Some((*path, cx.tree.find(path)?.1)));
    let linked: Vec<String> = shown
        .flat_map(|(path, file)| picture::links(path, &file.bytes))
        .collect();
    used.extend(linked.iter().map(String::as_str));
    let templates: Vec<&str> = cx
        .tree
        .iter()
        .filter(|(_, file)| file.role == Role::Template)
        .map(|(_, file)| file.text.as_str())
        .collect();
    let commitments = plan.opds.values();
    let commitments = commitments.filter_map(|opd| opd.file.commitment.as_ref());
    let document = doubt::gap(commitments.map(|commitment| &commitment.gaps), "document")
        .or(doubt::gap(
            plan.opds.values().map(|opd| &opd.file.gaps),
            "commitment",
        ))
        .or(doubt::gap([&plan.file.gaps], "emblem"));
    let lost = cx.lost(Collection::Texts).or(cx.lost(Kind::Opd));
    let doubt = lost.or(document);
    for (index, file) in cx.tree.iter() {
        let shown = used.contains(file.path.as_str())
            || templates.iter().any(|text| text.contains(&file.path));
        if file.role == Role::Asset && !shown {
            cx.report_unless(
                doubt,
                Finding::new(
                    &RULE,
                    Span::file(index),
                    message!("unused-asset", path = &file.path),
                )
                .hint(message!("unused-asset.hint")),
            );
        }
    }
}
