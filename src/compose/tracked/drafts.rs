//! Texts that are marked as drafts, whose words are what they were when they become none.

use super::merge::runs;
use super::tree::Node;

/// The call around a text that is a draft.
const DRAFT: &str = "draft-text";

/// Pieces in which those of drafts stand by themselves, and for each the draft that holds
/// it.
pub fn open(pieces: Vec<Node>) -> (Vec<Node>, Vec<Option<usize>>) {
    let opened = pieces
        .into_iter()
        .enumerate()
        .flat_map(|(at, piece)| match piece.bare() {
            Node::Call(name, arguments) if name == DRAFT => {
                let text = arguments.first().map(|text| text.value.clone());
                let inside = text.map(runs).unwrap_or_default().into_iter();
                inside.map(|piece| (piece, Some(at))).collect()
            }
            _ => vec![(piece, None)],
        });
    opened.unzip()
}

/// Pieces in which those of one draft stand together again.
pub fn close(pieces: Vec<(Node, Option<usize>)>) -> Vec<Node> {
    let mut closed: Vec<Node> = Vec::new();
    let mut draft: Option<(usize, Vec<Node>)> = None;
    let end = |draft: Option<(usize, Vec<Node>)>| {
        draft.map(|(_, pieces)| Node::call(DRAFT, Node::Block(pieces)))
    };
    for (piece, holder) in pieces {
        match (&mut draft, holder) {
            (Some((open, inside)), Some(holder)) if *open == holder => inside.push(piece),
            (_, holder) => {
                closed.extend(end(draft.take()));
                match holder {
                    Some(holder) => draft = Some((holder, vec![piece])),
                    None => closed.push(piece),
                }
            }
        }
    }
    closed.extend(end(draft));
    closed
}
