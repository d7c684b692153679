//! Pictures of a plan that are SVG, as copies that do nothing and fetch nothing, even where
//! somebody opens them by themselves.

use std::borrow::Cow;
use std::ops::Range;

use roxmltree::{Attribute, Document, Node, NodeType, ParsingOptions};

use crate::slice::slice;

/// What is left of a drawing that cannot be told from a program.
const NOTHING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

/// How often a drawing is looked through: what is cut may have been written as an entity.
const TURNS: usize = 4;

/// Most elements of a drawing.
const MOST_ELEMENTS: u32 = 1_000_000;

/// Elements of HTML stand in drawings for programs alone.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Elements that do something or show what is no drawing, in lower case.
const ACTIVE: &[&str] = &[
    "audio",
    "embed",
    "foreignobject",
    "handler",
    "iframe",
    "listener",
    "object",
    "script",
    "video",
];

/// What fetches or does something in a style besides `url()` and `@import`.
const ACTIVE_STYLES: &[&str] = &["image-set(", "expression(", "-moz-binding", "behavior:"];

/// A drawing without scripts, handlers of events, HTML and addresses elsewhere. One that has
/// none of these stays as it is, byte by byte.
pub(super) fn inert(bytes: &[u8]) -> Cow<'_, [u8]> {
    let Ok(text) = str::from_utf8(bytes) else {
        return Cow::Borrowed(NOTHING.as_bytes());
    };
    let mut text = Cow::Borrowed(text);
    for _ in 0..TURNS {
        let Some(cuts) = active(&text) else { break };
        if cuts.is_empty() {
            return match text {
                Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
                Cow::Owned(text) => Cow::Owned(text.into_bytes()),
            };
        }
        text = Cow::Owned(without(&text, cuts));
    }
    Cow::Borrowed(NOTHING.as_bytes())
}

/// A text without some of its pieces.
fn without(text: &str, mut cuts: Vec<Range<usize>>) -> String {
    cuts.sort_by_key(|cut| (cut.start, usize::MAX - cut.end));
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for cut in cuts {
        // What lies in a piece that is cut is gone already.
        if cut.start >= at {
            kept.push_str(slice(text, at..cut.start));
        }
        at = at.max(cut.end);
    }
    kept.push_str(slice(text, at..));
    kept
}

/// What is to be cut out of a drawing; `None` if it cannot be read.
fn active(text: &str) -> Option<Vec<Range<usize>>> {
    let mut cuts = declarations(text);
    if !cuts.is_empty() {
        return Some(cuts);
    }
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_ELEMENTS,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).ok()?;
    for node in document.root().descendants() {
        match node.node_type() {
            NodeType::PI if node.pi().is_some_and(|it| it.target == "xml-stylesheet") => {
                cuts.push(node.range());
            }
            NodeType::Element if is_active(node) => cuts.push(node.range()),
            NodeType::Element => {
                let attributes = node.attributes();
                let active = attributes.filter(|attribute| acts(node, attribute));
                cuts.extend(active.flat_map(|attribute| of_attribute(attribute, text)));
            }
            NodeType::Text if is_style(node.parent()) => cuts.extend(of_style(node, text)),
            NodeType::Root | NodeType::PI | NodeType::Comment | NodeType::Text => {}
        }
    }
    Some(cuts)
}

/// Declarations that give elements attributes which do not stand there.
fn declarations(text: &str) -> Vec<Range<usize>> {
    let lists = text.match_indices("<!ATTLIST");
    let entities = text.match_indices("<!ENTITY").filter(|(at, word)| {
        let rest = slice(text, at + word.len()..);
        rest.trim_start().starts_with('%')
    });
    let begin = lists.chain(entities).map(|(at, _)| at);
    let end = |at: usize| {
        let rest = text.get(at..)?;
        Some(at + rest.find('>')? + 1)
    };
    begin.map(|at| at..end(at).unwrap_or(text.len())).collect()
}

fn is_active(node: Node<'_, '_>) -> bool {
    let name = node.tag_name();
    let lower = name.name().to_ascii_lowercase();
    // What gives an element an address or a handler later on.
    let changed = node.attribute("attributeName").unwrap_or_default();
    let changed = changed.rsplit(':').next().unwrap_or_default();
    let changed = changed.trim().to_ascii_lowercase();
    ACTIVE.contains(&lower.as_str())
        || name.namespace() == Some(XHTML)
        || changed == "href"
        || changed.starts_with("on")
}

/// Whether an attribute does something or leads elsewhere.
fn acts(node: Node<'_, '_>, attribute: &Attribute<'_, '_>) -> bool {
    let name = attribute.name().to_ascii_lowercase();
    let is_picture = matches!(node.tag_name().name(), "image" | "feImage");
    match name.as_str() {
        "href" | "src" => !is_near(attribute.value(), is_picture),
        "base" => true,
        other => other.starts_with("on") || !style_cuts(attribute.value()).is_empty(),
    }
}

/// Whether an address leads to a place of the drawing, to a picture in it or to a file
/// beside it.
fn is_near(address: &str, is_picture: bool) -> bool {
    let seen = address.chars();
    let seen = seen.filter(|c| !c.is_control() && !c.is_whitespace());
    let address = seen.collect::<String>().to_ascii_lowercase();
    let is_inside = is_picture && address.starts_with("data:image/");
    let is_beside = !address.contains([':', '\\']) && !address.starts_with("//");
    address.starts_with('#') || is_inside || is_beside
}

fn is_style(node: Option<Node<'_, '_>>) -> bool {
    node.is_some_and(|node| node.tag_name().name().eq_ignore_ascii_case("style"))
}

/// What is to be cut out for an attribute that does something: of a style what leads elsewhere,
/// as long as it is written without entities, or else the attribute.
fn of_attribute(attribute: Attribute<'_, '_>, text: &str) -> Vec<Range<usize>> {
    let value = attribute.range_value();
    let is_style = attribute.name().eq_ignore_ascii_case("style");
    if !is_style || slice(text, value.clone()) != attribute.value() {
        return vec![attribute.range()];
    }
    let cuts = style_cuts(attribute.value()).into_iter();
    cuts.map(|cut| value.start + cut.start..value.start + cut.end)
        .collect()
}

/// What is to be cut out of a text of a style.
fn of_style(node: Node<'_, '_>, text: &str) -> Vec<Range<usize>> {
    let style = node.text().unwrap_or_default();
    let cuts = style_cuts(style);
    let whole = node.range();
    let written = slice(text, whole.clone());
    match written.find(style) {
        Some(begin) => {
            let begin = whole.start + begin;
            let cuts = cuts.into_iter();
            cuts.map(|cut| begin + cut.start..begin + cut.end).collect()
        }
        // It is written with entities.
        None if cuts.is_empty() => Vec::new(),
        None => vec![whole],
    }
}

/// What leads elsewhere in a style.
fn style_cuts(style: &str) -> Vec<Range<usize>> {
    let lower = style.to_ascii_lowercase();
    let is_active = ACTIVE_STYLES.iter().any(|word| lower.contains(word));
    // With a backslash any letter can be written otherwise.
    let is_hidden = lower.contains('\\') && lower.contains(['(', '@']);
    if is_active || is_hidden {
        return std::iter::once(0..style.len()).collect();
    }
    let mut cuts = Vec::new();
    let mut cut = |at: usize, end: char| {
        let rest = slice(&lower, at..);
        let length = rest.find(end).map_or(rest.len(), |found| found + 1);
        cuts.push(at..at + length);
    };
    for (at, _) in lower.match_indices("@import") {
        cut(at, ';');
    }
    for (at, word) in lower.match_indices("url(") {
        let inside = slice(&lower, at + word.len()..);
        let inside = inside.trim_start_matches([' ', '\t', '\r', '\n', '"', '\'']);
        if !inside.starts_with('#') && !inside.starts_with("data:") {
            cut(at, ')');
        }
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(inner: &str) -> String {
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inner}</svg>"
        );
        let made = inert(text.as_bytes()).into_owned();
        let made = String::from_utf8(made).unwrap();
        let (_, made) = made.split_once("xlink\">").unwrap();
        made.strip_suffix("</svg>").unwrap().to_owned()
    }

    #[test]
    fn what_does_nothing_stays_byte_by_byte() {
        for text in [
            "<style>.a{fill:url(#b)}</style><use xlink:href=\"#x\"/>",
            "<image href='data:image/png;base64,AA=='/><path d=\"M0 0\" style=\"fill:red\"/>",
            "<!-- <script> --><text>onload=\"x\" https://example.id</text>",
        ] {
            assert_eq!(made(text), text);
        }
    }

    #[test]
    fn nothing_is_done_and_nothing_is_fetched() {
        for (text, left) in [
            ("<script>alert(1)</script><g/>", "<g/>"),
            ("<foreignObject><b xmlns='x'/></foreignObject>", ""),
            ("<g ONLOAD='x'/>", "<g />"),
            (
                "<a xlink:href='https://example.id'><g/></a>",
                "<a ><g/></a>",
            ),
            ("<a href='java&#10;script:x'/>", "<a />"),
            ("<a href='//example.id'/>", "<a />"),
            ("<image href='https://example.id/x.png'/>", "<image />"),
            ("<set attributeName='xlink:href' to='x'/>", ""),
            (
                "<style>@import url(https://e.id);.a{fill:red}</style>",
                "<style>.a{fill:red}</style>",
            ),
            (
                "<g style='fill:url(https://e.id/#a)'/>",
                "<g style='fill:'/>",
            ),
            (
                "<g style='fill:teal;background:url(\"https://e.id/b\");stroke:red'/>",
                "<g style='fill:teal;background:;stroke:red'/>",
            ),
            ("<g style='a:u&#114;l(https://e.id)'/>", "<g />"),
            (
                "<style>a{fill:\\75rl(https://e.id)}</style>",
                "<style></style>",
            ),
            ("<h:iframe xmlns:h='http://www.w3.org/1999/xhtml'/>", ""),
        ] {
            assert_eq!(made(text), left, "{text}");
        }
    }

    #[test]
    fn entities_and_declarations_hide_nothing() {
        let hidden = "<!DOCTYPE svg [<!ENTITY x \"<script>alert(1)</script>\">\
                      <!ATTLIST svg onload CDATA \"alert(1)\">]>\
                      <?xml-stylesheet href='https://e.id'?>\
                      <svg xmlns=\"http://www.w3.org/2000/svg\">&x;<g/></svg>";
        let made = String::from_utf8(inert(hidden.as_bytes()).into_owned()).unwrap();
        for word in ["alert", "onload", "https://e.id"] {
            assert!(!made.contains(word), "{made}");
        }
        assert_eq!(inert(b"<svg"), NOTHING.as_bytes());
    }
}
