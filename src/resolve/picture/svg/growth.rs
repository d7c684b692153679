//! What a drawing grows to: each `<use>` draws another part of it once more. It is
//! followed as it is when the drawing is set, which ends at a depth and a number.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::{MOST_ELEMENTS, SVG, href};

/// Most elements inside each other, as deep as the drawing is followed when it is set.
const DEPTH: usize = 1_024;

/// Why a drawing cannot be followed to its end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Endless {
    /// A part uses itself, by way of others; its address.
    Circular(String),
    /// Too many elements stand inside each other.
    Deep,
    /// There are too many elements.
    Many,
}

/// An element that is waiting to be followed.
struct Waiting<'d, 'i> {
    node: Node<'d, 'i>,
    /// The `<use>` that leads to it.
    origin: Option<Node<'d, 'i>>,
    depth: usize,
}

/// Why the drawing cannot be followed to its end; `None` if it can.
pub(crate) fn endless(root: Node<'_, '_>) -> Option<Endless> {
    let is_use = |node: &Node<'_, '_>| node.has_tag_name((SVG, "use"));
    let mut parts = BTreeMap::new();
    for node in root.descendants() {
        if let Some(id) = node.attribute("id") {
            parts.entry(id).or_insert(node);
        }
    }
    let used = |node: Node<'_, '_>| parts.get(href(node)?.strip_prefix('#')?).copied();
    let mut count = 0_u32;
    let mut waiting = vec![Waiting {
        node: root,
        origin: None,
        depth: 0,
    }];
    while let Some(Waiting {
        node,
        origin,
        depth,
    }) = waiting.pop()
    {
        count += 1;
        if depth > DEPTH {
            // Without a use, elements are no deeper than they are written.
            return Some(match origin.and_then(href) {
                Some(address) => Endless::Circular(address.to_owned()),
                None => Endless::Deep,
            });
        }
        if count > MOST_ELEMENTS {
            return Some(Endless::Many);
        }
        if !is_use(&node) {
            let inside = node.children().filter(Node::is_element);
            waiting.extend(inside.map(|node| Waiting {
                node,
                origin,
                depth: depth + 1,
            }));
            continue;
        }
        let Some(part) = used(node) else { continue };
        // What leads back in one step is left out.
        let mut inside = part.descendants().skip(1).filter(is_use);
        let returns = inside.any(|inner| used(inner).is_some_and(|it| it == node || it == part));
        if part != node && Some(part) != origin && !returns {
            waiting.push(Waiting {
                node: part,
                origin: Some(node),
                depth: depth + 2,
            });
        }
    }
    None
}
