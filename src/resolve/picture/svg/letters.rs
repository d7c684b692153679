//! The text of a drawing.

use roxmltree::Node;

use super::{MOST_ENTITIES, SVG, of_entities, parse};

/// The characters of the text that an SVG shows, in their order; nothing of one that cannot
/// be read, and of one in which all are plain.
pub(crate) fn letters(bytes: &[u8]) -> String {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return String::new();
    };
    let is_plain = text.is_ascii() && !text.contains("&#");
    if is_plain || !text.contains("text") || of_entities(text) > MOST_ENTITIES {
        return String::new();
    }
    let Ok(document) = parse(text) else {
        return String::new();
    };
    let texts = document.root_element().descendants().filter(Node::is_text);
    let shown = texts.filter(|node| is_shown(*node));
    shown.filter_map(|node| node.text()).collect()
}

/// Whether what stands in a node is printed.
fn is_shown(node: Node<'_, '_>) -> bool {
    let mut is_text = false;
    for above in node.ancestors().filter(Node::is_element) {
        match above.tag_name().name() {
            "title" | "desc" | "metadata" | "style" | "script" | "foreignObject" => return false,
            "text" => is_text = matches!(above.tag_name().namespace(), None | Some(SVG)),
            _ => {}
        }
        let style = above.attribute("style").unwrap_or_default();
        let style = style.replace(' ', "");
        if above.attribute("display") == Some("none") || style.contains("display:none") {
            return false;
        }
    }
    is_text
}
