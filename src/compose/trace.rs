//! Traces: positions in the sources, embedded in a book for the screen.
//!
//! A book for the screen holds them, invisible, before its paragraphs, rows and cards;
//! a book for print has none. They change nothing about how pages look.

use super::Composer;
use super::code::{Content, literal};
use super::table;
use super::view::Row;
use crate::resolve::{Found, Target};
use crate::source::Span;

/// What the value of a trace begins with.
const MARK: &str = "ambonplan-trace ";

/// What the value of a trace says of what is made from the whole plan.
const MADE: &str = "made";

/// Where something on a page comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It was written in a file, by its number, at an offset in bytes.
    Written(u32, usize),
    /// It was made from the whole plan.
    Generated,
}

impl Origin {
    /// What the value of a trace says, if it is one.
    pub fn read(value: &str) -> Option<Self> {
        let value = value.strip_prefix(MARK)?;
        if value == MADE {
            return Some(Self::Generated);
        }
        let (file, offset) = value.split_once(':')?;
        Some(Self::Written(file.parse().ok()?, offset.parse().ok()?))
    }

    /// A trace as a call.
    pub fn code(self) -> String {
        let value = match self {
            Self::Written(file, offset) => format!("{MARK}{file}:{offset}"),
            Self::Generated => format!("{MARK}{MADE}"),
        };
        format!("metadata({})", literal(&value))
    }
}

/// A trace as a call.
pub(super) fn trace(span: Span) -> String {
    Origin::Written(span.file.number(), span.start()).code()
}

impl Composer<'_> {
    /// Content with a trace before it.
    pub(super) fn traced(&self, span: Span, content: Content) -> Content {
        if self.tracing {
            Content::lowered(trace(span)).then(&content)
        } else {
            content
        }
    }

    /// A row like any other, with a trace in its first cell.
    pub(super) fn row(&self, span: Span, mut cells: Vec<Content>) -> Row {
        if let Some(first) = cells.first_mut() {
            let content = std::mem::replace(first, Content::empty());
            *first = self.traced(span, content);
        }
        table::plain(cells)
    }

    /// A trace as a line of a part; nothing in print.
    pub(super) fn trace_line(&self, span: Span) -> String {
        if self.tracing {
            format!("#{}\n", trace(span))
        } else {
            String::new()
        }
    }

    /// The line of a part from which on nothing was written at one place, up to the next
    /// trace; nothing in print.
    pub(super) fn made_line(&self) -> String {
        if self.tracing {
            format!("#{}\n", Origin::Generated.code())
        } else {
            String::new()
        }
    }

    /// Where an entry was written.
    pub(super) fn origin(&self, target: Target) -> Span {
        match self.plan.at(target) {
            Found::Entry(entry) => entry.name_span,
            Found::Place(place) => place.span,
        }
    }
}
