//! Texts that are marked as drafts, whose words are what they were when they become none.

use super::align::{Pair, align};
use super::visible::block_runs;
use crate::compose::typst::Node;
use crate::compose::typst::function::Function;

/// Two sequences of pieces as one, those of drafts compared like others; `made` tells what
/// becomes of each.
pub(crate) fn pieces(
    first: Vec<Node>,
    second: Vec<Node>,
    mut made: impl FnMut(Pair<'_>) -> Vec<Node>,
) -> Vec<Node> {
    let (first, _) = open(first);
    let (second, holders) = open(second);
    let mut pieces = Vec::new();
    let mut holder = None;
    for step in align(&first, &second) {
        // What is gone stands where what was before it stands.
        if let Some(place) = step.place() {
            holder = holders.get(place).copied().flatten();
        }
        if let Some(pair) = step.pair(&first, &second) {
            pieces.extend(made(pair).into_iter().map(|piece| (piece, holder)));
        }
    }
    close(pieces)
}

/// Pieces in which those of drafts stand by themselves, and for each the draft that holds
/// it.
fn open(pieces: Vec<Node>) -> (Vec<Node>, Vec<Option<usize>>) {
    let opened = pieces.into_iter().enumerate().flat_map(|(at, piece)| {
        if let Node::Call(Function::DraftText, arguments) = piece.bare() {
            let text = arguments.first().map(|text| text.value.clone());
            let inside = text.map(block_runs).unwrap_or_default().into_iter();
            return inside.map(|piece| (piece, Some(at))).collect();
        }
        vec![(piece, None)]
    });
    opened.unzip()
}

/// Pieces in which those of one draft stand together again.
fn close(pieces: Vec<(Node, Option<usize>)>) -> Vec<Node> {
    let mut closed: Vec<Node> = Vec::new();
    let mut draft: Option<(usize, Vec<Node>)> = None;
    let end = |draft: Option<(usize, Vec<Node>)>| {
        draft.map(|(_, pieces)| Node::call(Function::DraftText, [Node::Block(pieces)]))
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
