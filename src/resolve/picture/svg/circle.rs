//! References in a circle: patterns, masks, clips and markers that show each other. The
//! drawing would be followed without end when it is set.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::{MOST_ELEMENTS, href};

/// The address of a part that is shown by what it shows itself; `None` if there is none.
/// One that refers to itself directly is left out when the drawing is set.
pub(crate) fn circle(root: Node<'_, '_>) -> Option<String> {
    let edges = edges(root)?;
    let mut sources: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (part, targets) in &edges {
        for target in targets {
            sources.entry(target).or_default().push(part);
        }
    }
    // What refers to nothing ends there, and so does what refers to such parts alone.
    let mut left: BTreeMap<&str, usize> = edges
        .iter()
        .map(|(part, targets)| (*part, targets.len()))
        .collect();
    let ends = left.iter().filter(|(_, count)| **count == 0);
    let mut ends: Vec<&str> = ends.map(|(part, _)| *part).collect();
    while let Some(end) = ends.pop() {
        left.remove(end);
        for source in sources.get(end).into_iter().flatten() {
            if let Some(count) = left.get_mut(source) {
                *count -= 1;
                if *count == 0 {
                    ends.push(source);
                }
            }
        }
    }
    // From what is left, some way leads into a circle and never out of it.
    let mut passed = BTreeSet::new();
    let mut part = *left.keys().next()?;
    while passed.insert(part) {
        let mut targets = edges.get(part)?.iter();
        part = targets.find(|target| left.contains_key(**target))?;
    }
    Some(format!("#{part}"))
}

/// By its id, what each part refers to, itself apart; `None` if there is nothing to follow.
fn edges<'d>(root: Node<'d, '_>) -> Option<BTreeMap<&'d str, BTreeSet<&'d str>>> {
    let classes = classes(root);
    let mut edges: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut count = 0_u32;
    for node in root.descendants().filter(Node::is_element) {
        let references = references(node, &classes);
        if references.is_empty() {
            continue;
        }
        for above in node.ancestors().filter_map(|node| node.attribute("id")) {
            count += 1;
            if count > MOST_ELEMENTS {
                return None;
            }
            let others = references.iter().filter(|target| **target != above);
            edges.entry(above).or_default().extend(others);
        }
    }
    let parts: BTreeSet<&str> = edges.keys().copied().collect();
    for targets in edges.values_mut() {
        targets.retain(|target| parts.contains(target));
    }
    (!edges.is_empty()).then_some(edges)
}

/// The ids that an element refers to.
fn references<'d>(node: Node<'d, '_>, classes: &BTreeMap<&'d str, Vec<&'d str>>) -> Vec<&'d str> {
    let mut found: Vec<&str> = Vec::new();
    for attribute in node.attributes() {
        let value = attribute.value();
        if value.contains("url(") {
            found.extend(addresses(value));
        }
        if attribute.name() == "class" {
            let names = value.split_ascii_whitespace();
            found.extend(names.filter_map(|name| classes.get(name)).flatten());
        }
    }
    if matches!(node.tag_name().name(), "use" | "feImage") {
        found.extend(href(node).and_then(|href| href.strip_prefix('#')));
    }
    found
}

/// What is named as `url(#id)`.
fn addresses(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(").skip(1).filter_map(|rest| {
        let quoted = |c: char| matches!(c, '"' | '\'' | ' ');
        let id = rest.trim_start_matches(quoted).strip_prefix('#')?;
        id.split([')', '"', '\'', ' ']).next()
    })
}

/// What the classes of style sheets inside the drawing refer to.
fn classes<'d>(root: Node<'d, '_>) -> BTreeMap<&'d str, Vec<&'d str>> {
    let sheets = root
        .descendants()
        .filter(|node| node.tag_name().name() == "style");
    let rules = sheets
        .filter_map(|node| node.text())
        .flat_map(|sheet| sheet.split('}'));
    let mut classes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (selectors, body) in rules.filter_map(|rule| rule.split_once('{')) {
        if !body.contains("url(") {
            continue;
        }
        for class in selectors.split('.').skip(1) {
            let is_end = |c: char| !c.is_alphanumeric() && c != '-' && c != '_';
            let name = class.split(is_end).next().unwrap_or(class);
            classes.entry(name).or_default().extend(addresses(body));
        }
    }
    classes
}
