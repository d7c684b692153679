//! SVG, read by the parser with which it is set.

mod circle;
mod filter;
mod growth;
mod letters;

use std::collections::BTreeMap;

use roxmltree::{Document, Node, ParsingOptions};

use growth::{Endless, endless};
pub(crate) use letters::letters;

use super::{Broken, Fault, Incomplete, Kind, Oversized, XmlFault, of_pixels};
use crate::resolve::narrative::normalise;

/// Namespaces.
const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Most bytes that entities may grow to. Programs for drawing write a few addresses as
/// entities.
const MOST_ENTITIES: usize = 1_000_000;

/// Most elements of a drawing.
const MOST_ELEMENTS: u32 = 1_000_000;

/// What is wrong with the SVG at `path`.
pub(crate) fn faults(path: &str, bytes: &[u8], is_there: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return vec![Fault::Broken(Broken::Unknown)];
    };
    if of_entities(text) > MOST_ENTITIES {
        return vec![Fault::Oversized(Oversized::Entities)];
    }
    let document = match parse(text) {
        Ok(document) => document,
        Err(roxmltree::Error::NodesLimitReached) => {
            return vec![Fault::Oversized(Oversized::Elements)];
        }
        Err(error) => {
            let line = error.pos().row;
            return vec![Fault::Broken(Broken::NotXml(fault_of(error), line))];
        }
    };
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return vec![Fault::Broken(Broken::NoSvg)];
    }
    let mut faults = Vec::new();
    let mut add = |fault: Fault| {
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    };
    if has_no_size(root) {
        add(Fault::Broken(Broken::NoSize));
    }
    for node in root.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "foreignObject" if !has_picture_instead(node) => {
                add(Fault::Incomplete(Incomplete::ForeignObject))
            }
            "image" | "feImage" => {
                for fault in of_image(node, path, is_there) {
                    add(fault);
                }
            }
            "use" => {
                let href = href(node).unwrap_or_default();
                if !href.is_empty() && !href.starts_with('#') {
                    add(Fault::Incomplete(Incomplete::Elsewhere(href.to_owned())));
                }
            }
            _ => {}
        }
    }
    for sheet in sheets(&document) {
        add(Fault::Incomplete(Incomplete::Elsewhere(sheet)));
    }
    let circle = circle::circle(root).map(Endless::Circular);
    match circle.or_else(|| endless(root)) {
        Some(Endless::Circular(address)) => add(Fault::Broken(Broken::Circular(address))),
        Some(Endless::Deep) => add(Fault::Oversized(Oversized::Depth)),
        Some(Endless::Many) => add(Fault::Oversized(Oversized::Elements)),
        None => {}
    }
    if let Some(filter) = filter::too_dear(root) {
        add(Fault::Oversized(Oversized::Filter(filter.to_owned())));
    }
    faults
}

/// Addresses of style sheets outside of the drawing.
fn sheets(document: &Document<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for node in document.root().descendants() {
        if let Some(instruction) = node.pi().filter(|it| it.target == "xml-stylesheet") {
            let address = instruction
                .value
                .and_then(|value| value.split_once("href="));
            found.extend(address.and_then(|(_, rest)| quoted(rest)));
        } else if node.has_tag_name((SVG, "style"))
            && let Some((_, rest)) = node.text().and_then(|text| text.split_once("@import"))
        {
            let address = rest.trim_start();
            let address = address.strip_prefix("url(").unwrap_or(address);
            found.extend(quoted(address).or_else(|| {
                let end = address.find([')', ';'])?;
                address.get(..end).map(str::to_owned)
            }));
        }
    }
    found
}

/// What stands between the quotation marks with which a text begins; `None` if it begins
/// with none.
fn quoted(text: &str) -> Option<String> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text.split(quote).nth(1).map(str::to_owned)
}

/// The files of the plan that the SVG at `path` shows.
pub(crate) fn links(path: &str, bytes: &[u8]) -> Vec<String> {
    // What is no text and no SVG has been found to be none.
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Vec::new();
    };
    if !text.contains("href") || of_entities(text) > MOST_ENTITIES {
        return Vec::new();
    }
    let Ok(document) = parse(text) else {
        return Vec::new();
    };
    let images = document.root_element().descendants();
    images
        .filter(|node| matches!(node.tag_name().name(), "image" | "feImage"))
        .filter_map(|node| target(path, href(node)?))
        .collect()
}

fn parse(text: &str) -> Result<Document<'_>, roxmltree::Error> {
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_ELEMENTS,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever else the parser finds, there is one message for it"
)]
fn fault_of(error: roxmltree::Error) -> XmlFault {
    use roxmltree::Error;
    match error {
        Error::UnknownEntityReference(name, _) => XmlFault::Entity(name),
        Error::UnknownNamespace(prefix, _) => XmlFault::Prefix(prefix),
        Error::MalformedEntityReference(_) => XmlFault::Ampersand,
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => XmlFault::End,
        _ => XmlFault::Other,
    }
}

/// How many bytes the entities of a text grow to.
fn of_entities(text: &str) -> usize {
    let mut values: BTreeMap<&str, &str> = BTreeMap::new();
    for declared in text.split("<!ENTITY").skip(1) {
        let declared = declared.trim_start();
        let name = declared.split([' ', '\t', '\r', '\n']).next();
        let value = declared.find(['"', '\'']).and_then(|open| {
            let (_, rest) = declared.split_at(open);
            let quote = rest.chars().next()?;
            rest.get(1..)?.split(quote).next()
        });
        if let (Some(name), Some(value)) = (name, value) {
            values.entry(name).or_insert(value);
        }
    }
    if values.is_empty() {
        return 0;
    }
    grown(text, &values, 0)
}

/// Entities inside entities, as deep as the parser follows them.
const DEPTH: usize = 10;

fn grown(text: &str, values: &BTreeMap<&str, &str>, depth: usize) -> usize {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for reference in text.split('&').skip(1) {
        if let Some((name, _)) = reference.split_once(';')
            && let Some((name, _)) = values.get_key_value(name)
        {
            *counts.entry(name).or_default() += 1;
        }
    }
    let mut total = 0_usize;
    for (name, count) in counts {
        let value = values.get(name).copied().unwrap_or_default();
        let inside = if depth < DEPTH && value.contains('&') {
            grown(value, values, depth + 1)
        } else {
            0
        };
        let length = value.len().saturating_add(inside);
        total = total.saturating_add(count.saturating_mul(length));
    }
    total
}

/// The address of what an element shows.
fn href<'d>(node: Node<'d, '_>) -> Option<&'d str> {
    let found = node.attribute((XLINK, "href")).or(node.attribute("href"))?;
    Some(found.trim())
}

/// The file of the plan that an address in the SVG at `path` leads to; `None` if it leads
/// to none.
fn target(path: &str, href: &str) -> Option<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let href = href.strip_prefix("file://").unwrap_or(href);
    let elsewhere = href.contains("://") || href.starts_with("data:") || href.starts_with('#');
    if href.is_empty() || elsewhere {
        return None;
    }
    normalise(folder, href)
}

/// What is wrong with a picture inside the drawing.
fn of_image(node: Node<'_, '_>, path: &str, is_there: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    let Some(href) = href(node) else {
        return Vec::new();
    };
    if href.is_empty() {
        return vec![Fault::Broken(Broken::Link("href=\"\"".to_owned()))];
    }
    if href.starts_with('#') && node.tag_name().name() == "feImage" {
        return Vec::new();
    }
    if let Some(data) = href.strip_prefix("data:") {
        return of_data(data);
    }
    let shown = |target: &String| {
        is_there(target) && !matches!(Kind::of_name(target), None | Some(Kind::Svg))
    };
    match target(path, href).filter(shown) {
        Some(_) => Vec::new(),
        None => vec![Fault::Broken(Broken::Link(href.to_owned()))],
    }
}

/// What is wrong with a picture that stands in an address.
fn of_data(data: &str) -> Vec<Fault> {
    let Some((_, encoded)) = data.split_once("base64,") else {
        return if data.starts_with("image/") {
            Vec::new()
        } else {
            vec![Fault::Incomplete(Incomplete::Inside)]
        };
    };
    let bytes = decoded(encoded);
    match Kind::of_bytes(&bytes) {
        None => vec![Fault::Incomplete(Incomplete::Inside)],
        Some(kind) => {
            let faults = of_pixels(kind, &bytes).into_iter();
            faults
                .map(|fault| match fault {
                    Fault::Oversized(_) | Fault::Typesetter => fault,
                    Fault::Broken(_) | Fault::Incomplete(_) => {
                        Fault::Incomplete(Incomplete::Inside)
                    }
                })
                .collect()
        }
    }
}

/// Bytes that are written as Base64. What does not belong to it is passed by.
fn decoded(encoded: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(encoded.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in encoded.bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.extend(u8::try_from(bits >> count & 0xff));
        }
    }
    bytes
}

/// Whether a width, a height or the frame of a drawing is nothing, less, or endless.
fn has_no_size(root: Node<'_, '_>) -> bool {
    let is_size = |value: f64| value > 0.0 && value <= f64::from(f32::MAX);
    let is_nothing = |value: &str| number(value).is_some_and(|value| !is_size(value));
    let sides = ["width", "height"].iter();
    let mut sides = sides.filter_map(|name| root.attribute(*name));
    let frame = root.attribute("viewBox").unwrap_or_default();
    let mut frame = frame.split([' ', ',']).filter(|part| !part.is_empty());
    sides.any(is_nothing) || frame.by_ref().skip(2).take(2).any(is_nothing)
}

/// The number with which a value begins, before its unit.
fn number(value: &str) -> Option<f64> {
    let value = value.trim();
    let unit = |c: char| c.is_ascii_alphabetic() || c == '%';
    value.trim_end_matches(unit).parse().ok()
}

/// Whether a program has put a picture beside HTML for readers that do not show it.
fn has_picture_instead(node: Node<'_, '_>) -> bool {
    let parent = node
        .parent()
        .filter(|parent| parent.tag_name().name() == "switch");
    parent.is_some_and(|parent| {
        let mut others = parent.children();
        others.any(|other| other.tag_name().name() == "image")
    })
}
