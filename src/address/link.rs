//! Links, by what they lead to.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::Kind;
use super::value::{VALUE, ValueLink};
use crate::language::{Message, message};

/// What stands in a text and can be referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A heading with an id.
    Heading,
    /// A figure with an id.
    Figure,
    /// A table with an id.
    Table,
}

impl PlaceKind {
    /// Every kind.
    pub const ALL: &[Self] = &[Self::Heading, Self::Figure, Self::Table];

    /// The scheme of links to it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Figure => "figure",
            Self::Table => "table",
        }
    }

    /// What the kind is called in the language of the reader.
    pub fn name(self) -> Message {
        match self {
            Self::Heading => message!("kind-heading"),
            Self::Figure => message!("kind-figure"),
            Self::Table => message!("kind-table"),
        }
    }
}

/// How much of an entry a reference prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Number and title.
    Full,
    /// As little as tells it apart: a number, an abbreviation.
    Short,
    /// The number alone.
    Number,
    /// The title alone.
    Title,
}

impl Form {
    /// Every form.
    pub const ALL: &[Self] = &[Self::Full, Self::Short, Self::Number, Self::Title];

    /// The word behind `?form=`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
            Self::Number => "number",
            Self::Title => "title",
        }
    }

    /// The form with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.word() == word)
    }
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkKind<'a> {
    /// An entry: the kind, the id and what stands behind `?`.
    Entry(Kind, &'a str, Option<&'a str>),
    /// A place in a text: the kind, the id and what stands behind `?`.
    Place(PlaceKind, &'a str, Option<&'a str>),
    /// A value of the plan, and what stands behind `?`.
    Value(ValueLink<'a>, Option<&'a str>),
    /// A file of the plan, decoded, and what stands behind `#`. Without a path it
    /// is the file of the link.
    File(Cow<'a, str>, Option<&'a str>),
    /// A web, mail or telephone address.
    External,
    /// None of these.
    Unknown,
}

/// Tells links apart by their scheme.
pub(crate) fn link_kind(destination: &str) -> LinkKind<'_> {
    let Some((scheme, rest)) = destination.split_once(':') else {
        return file(destination);
    };
    let (id, query) = match rest.split_once('?') {
        Some((id, query)) => (id, Some(query)),
        None => (rest, None),
    };
    if let Some(kind) = Kind::parse(scheme) {
        return LinkKind::Entry(kind, id, query);
    }
    let mut places = PlaceKind::ALL.iter();
    if let Some(&kind) = places.find(|kind| kind.word() == scheme) {
        return LinkKind::Place(kind, id, query);
    }
    if scheme == VALUE {
        return LinkKind::Value(ValueLink::of(id), query);
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" if rest.starts_with("//") => LinkKind::External,
        "mailto" | "tel" => LinkKind::External,
        _ => LinkKind::Unknown,
    }
}

/// A link without a scheme.
fn file(destination: &str) -> LinkKind<'_> {
    let (path, fragment) = match destination.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (destination, None),
    };
    if destination.is_empty() || path.starts_with('/') {
        return LinkKind::Unknown;
    }
    match percent_decode_str(path).decode_utf8() {
        Ok(path) => LinkKind::File(path, fragment),
        Err(_) => LinkKind::Unknown,
    }
}

/// The form that `?form=…` asks for; nothing if it asks for something else.
///
/// # Errors
///
/// What was asked for, if it is no form.
pub(crate) fn form(query: Option<&str>) -> Result<Option<Form>, &str> {
    match query {
        None => Ok(None),
        Some(query) => match query.strip_prefix("form=").map(Form::parse) {
            Some(Some(form)) => Ok(Some(form)),
            _ => Err(query),
        },
    }
}

/// The name by which hosts of git link to a heading: lower case, without
/// punctuation, spaces as hyphens.
///
/// Source: the anchors that GitHub gives to headings in Markdown.
pub(crate) fn slug(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    for character in title.trim().chars().flat_map(char::to_lowercase) {
        match character {
            ' ' => slug.push('-'),
            '-' | '_' => slug.push(character),
            other if other.is_alphanumeric() => slug.push(other),
            _ => {}
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_told_apart() {
        let entry = LinkKind::Entry(Kind::Opd, "bpbd", Some("form=short"));
        assert_eq!(link_kind("opd:bpbd?form=short"), entry);
        let place = LinkKind::Place(PlaceKind::Figure, "peta", None);
        assert_eq!(link_kind("figure:peta"), place);
        let file = LinkKind::File("../peta kota.md".into(), Some("arah"));
        assert_eq!(link_kind("../peta%20kota.md#arah"), file);
        assert_eq!(link_kind("#arah"), LinkKind::File("".into(), Some("arah")));
        let value = ValueLink {
            owner: "program",
            id: Some("jalan"),
            path: vec!["budget", "2026"],
            written: "program:jalan/budget/2026",
        };
        let link = link_kind("value:program:jalan/budget/2026?form=full");
        assert_eq!(link, LinkKind::Value(value, Some("form=full")));
        assert_eq!(link_kind("/etc/passwd"), LinkKind::Unknown);
        assert_eq!(link_kind("file:///etc/passwd"), LinkKind::Unknown);
    }

    #[test]
    fn headings_have_the_names_that_hosts_give_them() {
        assert_eq!(slug("Arah & Sasaran (2025–2029)"), "arah--sasaran-20252029");
    }
}
