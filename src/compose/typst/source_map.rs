//! From a place in the code of a part to the place in the plan that it comes from.

use std::collections::BTreeMap;

use crate::compose::trace::Origin;

/// A piece of code and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The byte of the code at which it begins.
    pub at: usize,
    /// The file of the plan, by its number.
    pub file: u32,
    /// The byte of the file.
    pub offset: usize,
}

/// Where code comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CodeOrigin {
    /// `None` if that is not known.
    pub origin: Option<Origin>,
    /// Whether it begins with what comes from there; what is around a piece goes on behind it.
    pub begins: bool,
}

/// Where code comes from, from a byte on.
#[derive(Debug, Clone, Copy)]
struct Entry {
    at: usize,
    from: CodeOrigin,
}

impl Entry {
    /// What was written and begins here.
    fn piece(&self) -> Option<Piece> {
        match self.from.origin {
            Some(Origin::Written(file, offset)) if self.from.begins => Some(Piece {
                at: self.at,
                file,
                offset,
            }),
            Some(Origin::Written(..) | Origin::Generated) | None => None,
        }
    }
}

/// Where the pieces of a file of code come from.
#[derive(Debug, Clone, Default)]
pub struct SourceMap(Vec<Entry>);

impl SourceMap {
    /// Says where the code comes from that begins at a byte, behind all that is known.
    pub(super) fn begin(&mut self, at: usize, origin: Origin) {
        self.push(at, Some(origin), true);
    }

    /// Says where code comes from that goes on at a byte, unless something begins there.
    pub(super) fn go_on(&mut self, at: usize, origin: Option<Origin>) {
        let last = self.0.last();
        let begins = last.is_some_and(|last| last.at == at && last.from.begins);
        if !begins && self.last() != origin {
            self.push(at, origin, false);
        }
    }

    fn push(&mut self, at: usize, origin: Option<Origin>, begins: bool) {
        let from = CodeOrigin { origin, begins };
        match self.0.last_mut() {
            Some(last) if last.at == at => last.from = from,
            _ => self.0.push(Entry { at, from }),
        }
    }

    /// Where the last code comes from.
    pub(super) fn last(&self) -> Option<Origin> {
        self.0.last()?.from.origin
    }

    /// What is known up to a byte of the code.
    fn before(&self, at: usize) -> &[Entry] {
        let before = self.0.partition_point(|entry| entry.at <= at);
        self.0.get(..before).unwrap_or(&[])
    }

    /// Whether nothing is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a byte of the code comes from.
    pub(crate) fn origin(&self, at: usize) -> CodeOrigin {
        let unknown = CodeOrigin {
            origin: None,
            begins: false,
        };
        let last = self.before(at).last();
        last.map_or(unknown, |entry| entry.from)
    }

    /// The last piece that was written and begins before a byte of the code.
    pub(crate) fn find(&self, at: usize) -> Option<Piece> {
        self.before(at).iter().rev().find_map(Entry::piece)
    }

    /// Where in the file of a piece the next one begins.
    pub(crate) fn end_of(&self, piece: Piece) -> Option<usize> {
        let behind = self.before(piece.at).len();
        let mut behind = self.0.iter().skip(behind).filter_map(Entry::piece);
        let next = behind.find(|next| next.file == piece.file && next.offset > piece.offset);
        next.map(|next| next.offset)
    }

    /// The map once so many bytes have been put before some bytes of the code.
    #[must_use]
    pub(crate) fn moved(&self, added: &BTreeMap<usize, usize>) -> Self {
        let mut added = added.iter().peekable();
        let mut by = 0;
        let entries = self.0.iter().map(|entry| {
            while let Some((_, bytes)) = added.next_if(|(at, _)| **at <= entry.at) {
                by += bytes;
            }
            let at = entry.at + by;
            Entry { at, ..*entry }
        });
        Self(entries.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(map: &SourceMap, at: usize) -> Option<Origin> {
        map.origin(at).origin
    }

    #[test]
    fn the_nearest_piece_before_a_byte_counts() {
        let mut map = SourceMap::default();
        map.begin(2, Origin::Written(0, 1));
        map.begin(8, Origin::Written(7, 42));
        map.begin(9, Origin::Generated);
        map.begin(12, Origin::Written(7, 50));
        let found = |map: &SourceMap, at| map.find(at).map(|piece| (piece.file, piece.offset));
        assert_eq!(found(&map, 1), None);
        assert_eq!(found(&map, 7), Some((0, 1)));
        assert_eq!(found(&map, 11), Some((7, 42)));
        assert_eq!(origin(&map, 11), Some(Origin::Generated));
        let piece = map.find(8).unwrap();
        assert_eq!(map.end_of(piece), Some(50));
        let moved = map.moved(&BTreeMap::from([(5, 10)]));
        assert_eq!(found(&moved, 17), Some((0, 1)));
        assert_eq!(found(&moved, 18), Some((7, 42)));
    }

    #[test]
    fn what_is_around_a_piece_goes_on_behind_it() {
        let mut map = SourceMap::default();
        map.begin(2, Origin::Generated);
        map.begin(5, Origin::Written(7, 42));
        map.go_on(5, None);
        map.go_on(9, Some(Origin::Generated));
        map.go_on(12, None);
        let found = [1, 2, 8, 9, 12].map(|at| origin(&map, at));
        let (made, written) = (Some(Origin::Generated), Some(Origin::Written(7, 42)));
        assert_eq!(found, [None, made, written, made, None]);
        // What was written last is told all the same.
        assert_eq!(map.find(13).map(|piece| piece.at), Some(5));
    }
}
