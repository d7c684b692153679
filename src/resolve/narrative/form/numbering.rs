//! Numbers of items: what is printed counts on from the first.

use std::ops::Range;

use super::Forms;
use crate::resolve::rules;
use crate::slice::slice;

/// A list that is open.
pub(super) struct Numbering {
    /// The number that is printed for the next item.
    next: u64,
    /// Whether all numbers that were written are the first one, which leaves counting to
    /// the compiler.
    even: bool,
    first: u64,
    /// The first item that is printed with another number: where it stands, what was
    /// written, and what is printed.
    other: Option<(Range<usize>, u64, u64)>,
}

impl Numbering {
    pub fn new(first: u64) -> Self {
        Self {
            next: first,
            even: true,
            first,
            other: None,
        }
    }

    /// Looks at an item, which begins at a byte.
    pub fn item(&mut self, text: &str, start: usize) {
        let rest = slice(text, start..);
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if let Ok(number) = slice(rest, ..digits).parse::<u64>() {
            self.even &= number == self.first;
            if number != self.next && self.other.is_none() {
                self.other = Some((start..start + digits, number, self.next));
            }
        }
        self.next = self.next.saturating_add(1);
    }

    /// Reports an item that is printed with another number.
    pub fn finish(self, forms: &mut Forms<'_>) {
        if let Some((range, written, printed)) = self.other.filter(|_| !self.even) {
            let span = forms.span(range);
            let finding = rules::renumbered_item::finding(span, written, printed);
            forms.findings.push(finding);
        }
    }
}
