//! Links, by what they lead to.

use crate::model::Kind;

/// What a link leads to.
pub enum LinkKind<'a> {
    /// An entry: the kind and the id.
    Reference(Kind, &'a str),
    /// A web, mail or telephone address.
    External,
    /// None of these.
    Unknown,
}

/// Tells links apart by their scheme.
pub fn link_kind(destination: &str) -> LinkKind<'_> {
    let Some((scheme, rest)) = destination.split_once(':') else {
        return LinkKind::Unknown;
    };
    if let Some(kind) = Kind::parse(scheme) {
        return LinkKind::Reference(kind, rest);
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" if rest.len() > 2 && rest.starts_with("//") => LinkKind::External,
        "mailto" | "tel" if !rest.is_empty() => LinkKind::External,
        _ => LinkKind::Unknown,
    }
}
