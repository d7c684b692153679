//! A text line by line, as it stands in its file.

use crate::slice::slice;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// A line of a text, without what a list or quote puts before it.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub range: Range<usize>,
    /// Whether it stays a line in print.
    pub(crate) hard: bool,
}

/// A paragraph, an item of a list, or other text that belongs together.
pub(super) struct Paragraph<'t> {
    text: &'t str,
    pub lines: Vec<Line>,
    /// Code, links and whatever else is no plain text, in its order and side by side.
    hidden: Vec<Range<usize>>,
    /// Where elements begin, in their order.
    elements: Vec<usize>,
    /// Where elements end.
    ends: Vec<usize>,
    /// How many lists and quotes it stands in.
    pub depth: usize,
    /// Whether it stands in lines of its own.
    pub whole: bool,
    /// Whether the next piece begins a line.
    at_start: bool,
    /// What is read of it, once somebody asks.
    plain: OnceCell<Cow<'t, str>>,
}

impl<'t> Paragraph<'t> {
    pub fn new(text: &'t str, depth: usize, whole: bool) -> Self {
        Self {
            text,
            lines: Vec::new(),
            hidden: Vec::new(),
            elements: Vec::new(),
            ends: Vec::new(),
            depth,
            whole,
            at_start: true,
            plain: OnceCell::new(),
        }
    }

    /// Adds a piece that lies in one line; `hidden` says whether it is no plain text.
    pub fn add(&mut self, range: &Range<usize>, hidden: bool) {
        if hidden {
            self.hide(range);
        }
        match self.lines.last_mut() {
            Some(line) if !self.at_start => line.range.end = line.range.end.max(range.end),
            _ => self.lines.push(Line {
                range: range.clone(),
                hard: false,
            }),
        }
        self.at_start = false;
    }

    /// Opens an element, which may go on in other lines.
    pub fn open(&mut self, range: &Range<usize>, hidden: bool) {
        self.add(&(range.start..range.start), false);
        self.elements.push(range.start);
        if hidden {
            self.hide(range);
        }
    }

    /// Closes an element.
    pub fn close(&mut self, range: &Range<usize>) {
        self.add(&(range.end..range.end), false);
        self.ends.push(range.end);
    }

    /// Notes what is no plain text; what lies in such a piece belongs to it.
    fn hide(&mut self, range: &Range<usize>) {
        let inside = |last: &Range<usize>| range.end <= last.end;
        if !self.hidden.last().is_some_and(inside) {
            self.hidden.push(range.clone());
        }
    }

    /// Ends a line.
    pub(crate) fn break_line(&mut self, hard: bool) {
        if let Some(line) = self.lines.last_mut().filter(|_| !self.at_start) {
            line.hard = hard;
        }
        self.at_start = true;
    }

    /// A line as it was written, with letters in place of what is no plain text.
    pub fn written(&self, line: &Line) -> Cow<'_, str> {
        let begin = self.lines.first().map_or(0, |first| first.range.start);
        let plain = self.plain.get_or_init(|| self.without_hidden(begin));
        let (start, end) = (line.range.start, line.range.end);
        Cow::Borrowed(slice(plain, start - begin..end - begin))
    }

    /// The text from its first line to its last, with letters in place of what is no plain text.
    fn without_hidden(&self, begin: usize) -> Cow<'t, str> {
        // A tag that does not end may reach behind the last line, whose space is left out.
        let ends = self.lines.iter().map(|line| line.range.end);
        let end = ends.max().unwrap_or(begin).max(begin);
        let written = slice(self.text, begin..end);
        if self.hidden.is_empty() {
            return Cow::Borrowed(written);
        }
        let mut plain = String::with_capacity(written.len());
        let mut done = begin;
        for range in &self.hidden {
            let (from, to) = (range.start.clamp(done, end), range.end.clamp(done, end));
            plain.push_str(slice(self.text, done..from));
            plain.extend(std::iter::repeat_n('x', to - from));
            done = to;
        }
        plain.push_str(slice(self.text, done..end));
        Cow::Owned(plain)
    }

    /// Whether an element begins at a place.
    pub fn is_element(&self, at: usize) -> bool {
        self.elements.binary_search(&at).is_ok()
    }

    /// Whether an element begins or ends within some bytes of a mark.
    pub(crate) fn is_near_element(&self, mark: &Range<usize>, within: usize) -> bool {
        let begins = (self.elements.iter()).any(|start| start.abs_diff(mark.start) <= within);
        begins || (self.ends.iter()).any(|end| end.abs_diff(mark.end) <= within)
    }

    /// Whether a backslash before a place takes its meaning away.
    pub(crate) fn is_escaped(&self, at: usize) -> bool {
        let before = slice(self.text, ..at);
        before.ends_with('\\')
    }

    /// What ends the lines of the file.
    pub(crate) fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") {
            "\r\n"
        } else {
            "\n"
        }
    }

    /// Where the line begins in the file in which a place lies.
    pub(crate) fn line_start(&self, at: usize) -> usize {
        let before = slice(self.text, ..at);
        before.rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// What stands before a line in the file: marks of quotes and lists, and white space.
    pub fn before(&self, line: &Line) -> &'t str {
        let start = line.range.start;
        slice(self.text, self.line_start(start)..start)
    }

    /// Whether the file ends behind a place, or the line does.
    pub(crate) fn ends_line(&self, at: usize) -> bool {
        let after = slice(self.text, at..);
        let line = after.lines().next().unwrap_or_default();
        line.trim().is_empty()
    }
}

/// White space that may stand behind a mark, in Markdown or not.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}
