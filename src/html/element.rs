//! Elements of HTML, in which text is never markup.

use super::pending::Pending;

/// Elements that hold nothing and have no end.
const VOID: &[&str] = &["br", "col", "hr", "img", "input", "link", "meta"];

/// Elements behind which a line ends, so that pages can be compared line by line.
const LINES: &[&str] = &[
    "article",
    "aside",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "title",
    "tr",
    "ul",
];

/// A piece of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Markup(String);

impl Markup {
    /// Text.
    pub fn text(text: &str) -> Self {
        let mut markup = Self::default();
        markup.push_text(text);
        markup
    }

    /// What is only known once the book is complete.
    pub fn pending(pending: &Pending) -> Self {
        Self(pending.mark())
    }

    /// Adds text.
    pub fn push_text(&mut self, text: &str) {
        push_escaped(&mut self.0, text);
    }

    /// Adds another piece.
    pub fn push(&mut self, other: impl Into<Self>) {
        self.0.push_str(&other.into().0);
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The piece with what was pending in its place.
    pub fn settled(&self, settle: impl FnMut(&Pending) -> Self) -> Self {
        let mut settle = settle;
        Self(Pending::replaced(&self.0, |pending| settle(pending).0))
    }

    /// A whole page.
    pub fn into_page(self) -> String {
        format!("<!DOCTYPE html>\n{}", self.0)
    }
}

impl From<Element> for Markup {
    fn from(element: Element) -> Self {
        let Element {
            name,
            mut start,
            inner,
        } = element;
        start.push('>');
        if !VOID.contains(&name) {
            start.push_str(&inner.0);
            start.push_str("</");
            start.push_str(name);
            start.push('>');
        }
        if LINES.contains(&name) {
            start.push('\n');
        }
        Self(start)
    }
}

impl<T: Into<Self>> FromIterator<T> for Markup {
    fn from_iter<I: IntoIterator<Item = T>>(pieces: I) -> Self {
        let mut all = Self::default();
        for piece in pieces {
            all.push(piece);
        }
        all
    }
}

/// An element that is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    name: &'static str,
    /// The tag without its end.
    start: String,
    inner: Markup,
}

/// An element.
pub(super) fn element(name: &'static str) -> Element {
    Element {
        name,
        start: format!("<{name}"),
        inner: Markup::default(),
    }
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub fn attribute(mut self, name: &'static str, value: &str) -> Self {
        self.start.push(' ');
        self.start.push_str(name);
        self.start.push_str("=\"");
        push_escaped(&mut self.start, value);
        self.start.push('"');
        self
    }

    /// With an attribute that is there or not.
    #[must_use]
    pub fn flag(mut self, name: &'static str) -> Self {
        self.start.push(' ');
        self.start.push_str(name);
        self
    }

    /// With attributes that are only known once the book is complete.
    #[must_use]
    pub fn pending(mut self, pending: &Pending) -> Self {
        self.start.push_str(&pending.mark());
        self
    }

    /// With a class.
    #[must_use]
    pub fn class(self, name: &str) -> Self {
        self.attribute("class", name)
    }

    /// With an id, if it has one.
    #[must_use]
    pub fn id(self, id: Option<&str>) -> Self {
        match id {
            Some(id) => self.attribute("id", id),
            None => self,
        }
    }

    /// With text in it.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.inner.push_text(text);
        self
    }

    /// With something in it.
    #[must_use]
    pub fn add(mut self, inner: impl Into<Markup>) -> Self {
        self.inner.push(inner);
        self
    }

    /// With several things in it, or none.
    #[must_use]
    pub fn add_all<T: Into<Markup>>(mut self, inner: impl IntoIterator<Item = T>) -> Self {
        for one in inner {
            self.inner.push(one);
        }
        self
    }
}

/// The attributes of an element, without it.
pub(super) fn attributes(pairs: &[(&'static str, &str)]) -> Markup {
    let mut all = String::new();
    for (name, value) in pairs {
        all.push(' ');
        all.push_str(name);
        all.push_str("=\"");
        push_escaped(&mut all, value);
        all.push('"');
    }
    Markup(all)
}

/// Adds text so that nothing in it is markup. What no page may hold shows as U+FFFD.
fn push_escaped(all: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '<' => all.push_str("&lt;"),
            '>' => all.push_str("&gt;"),
            '&' => all.push_str("&amp;"),
            '"' => all.push_str("&quot;"),
            '\n' | '\t' => all.push(character),
            other if other.is_control() => all.push(char::REPLACEMENT_CHARACTER),
            other => all.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let link = element("a")
            .attribute("href", "x\"><script>")
            .text("a < b & \u{0}c");
        assert_eq!(
            Markup::from(link).0,
            "<a href=\"x&quot;&gt;&lt;script&gt;\">a &lt; b &amp; \u{fffd}c</a>"
        );
    }

    #[test]
    fn what_is_pending_is_settled_in_its_place() {
        let label = "program:a".to_owned();
        let page = element("p").add(
            element("a")
                .pending(&Pending::Link(label.clone()))
                .text("there"),
        );
        let settled = Markup::from(page).settled(|pending| {
            assert_eq!(*pending, Pending::Link(label.clone()));
            attributes(&[("href", "a.html")])
        });
        assert_eq!(settled.0, "<p><a href=\"a.html\">there</a></p>\n");
    }
}
