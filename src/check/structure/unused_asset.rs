//! An image that nothing shows.

use std::collections::BTreeSet;

use crate::check::{Checker, prose, uncertainty};
use crate::finding::{Finding, Findings, Group, Hint, Rule};
use crate::language::{Arg, message};
use crate::model::{Collection, Kind};
use crate::resolve::narrative::normalise;
use crate::resolve::{Plan, picture};
use crate::source::{Role, SourceTree, Span};

/// The rule `unused-asset` (STR022).
pub static RULE: Rule = Rule::warning("STR022", "unused-asset", Group::Structure).example(
    "chapters/pendahuluan.md",
    "Lihat foto-lama.svg.",
    "![Pasar Mardika](assets/foto-lama.svg)",
);

/// Compares the files of `assets/` with what is shown: images of narrative, the
/// emblem, the map, documents of commitment, what is shown inside of these, and what a template
/// names.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let mut used: BTreeSet<&str> = plan.emblem.iter().map(String::as_str).collect();
    used.extend(plan.map.iter().map(|map| map.path.as_str()));
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
    // One that cannot be drawn has its own finding.
    let map = plan.file.map.as_ref().and_then(|map| normalise("", map));
    used.extend(map.as_deref());
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
    let document = uncertainty::uncertain_key(
        commitments.map(|commitment| &commitment.invalid_keys),
        "document",
    )
    .or(uncertainty::uncertain_key(
        plan.opds.values().map(|opd| &opd.file.invalid_keys),
        "commitment",
    ))
    .or(uncertainty::uncertain_key(
        [&plan.file.invalid_keys],
        "emblem",
    ))
    .or(uncertainty::uncertain_key([&plan.file.invalid_keys], "map"));
    let lost = cx
        .unreadable(Collection::Texts)
        .or(cx.unreadable(Kind::Opd));
    let doubt = lost.or(document);
    for (index, file) in cx.tree.iter() {
        let shown = used.contains(file.path.as_str())
            || templates.iter().any(|text| text.contains(&file.path));
        if file.role == Role::Asset && !shown {
            cx.report_unless_uncertain(
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

/// Takes away what follows from another finding: an image that is proposed there as the one
/// that was meant is shown once that is mended.
pub(in crate::check) fn leave_proposed(plan: &Plan, tree: &SourceTree, findings: &mut Findings) {
    let is_unused = |finding: &Finding| finding.rule.code == RULE.code;
    if !findings.iter().any(is_unused) {
        return;
    }
    let others = findings.iter().filter(|finding| !is_unused(finding));
    let (mut wrong, mut named) = (BTreeSet::new(), BTreeSet::new());
    for hint in others.filter_map(|finding| finding.hint.as_ref()) {
        match hint {
            Hint::Nearest {
                wrong: address,
                known,
                ..
            } if known == plan.assets(tree) => {
                wrong.insert(address.as_str());
            }
            Hint::Nearest { .. } => {}
            Hint::Words(words) => {
                named.extend(words.args.iter().filter_map(|(_, arg)| match arg {
                    Arg::Text(text) => Some(text.as_str()),
                    Arg::Count(_)
                    | Arg::Money(_)
                    | Arg::Number(_)
                    | Arg::Date(_)
                    | Arg::Message(_)
                    | Arg::Words(_) => None,
                }))
            }
        }
    }
    named.extend(
        wrong
            .into_iter()
            .flat_map(|address| plan.assets(tree).proposed(address)),
    );
    let is_named = |path: &str| {
        let below = path
            .match_indices('/')
            .filter_map(|(at, _)| path.get(at + 1..));
        named.contains(path) || below.into_iter().any(|name| named.contains(name))
    };
    let proposed: BTreeSet<_> = findings
        .iter()
        .filter(|finding| is_unused(finding))
        .filter(|finding| {
            let file = tree.get(finding.span.file);
            file.is_some_and(|file| is_named(&file.path))
        })
        .map(|finding| finding.span.file)
        .collect();
    findings.retain(|finding| !(is_unused(finding) && proposed.contains(&finding.span.file)));
}
