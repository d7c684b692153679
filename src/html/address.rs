//! Where things stand in the folder of a book.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::address::slug;
use crate::slice::slice;

/// The first page.
pub(super) const FRONT: &str = "index.html";

/// The page on which every entry is named.
pub(super) const ENTRIES: &str = "entries.html";

/// The style of all pages.
pub(super) const STYLE: &str = "style.css";

/// The search of all pages.
pub(super) const SEARCH: &str = "search.js";

/// What the search looks through.
pub(super) const SEARCH_INDEX: &str = "search-index.js";

/// What is written otherwise in a path of an address.
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The page of a part of the book, by the path of the part: `/parts/05-pillar-governance.typ`
/// is `pillar-governance.html`, wherever in the book it stands.
pub(super) fn of_part(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.strip_suffix(".typ").unwrap_or(name);
    let place = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = match place.strip_prefix('-') {
        Some(rest) if place.len() < name.len() => rest,
        _ => name,
    };
    // The first page has this name already.
    let name = if name == "index" { "programs" } else { name };
    format!("{}.html", allowed(name))
}

/// The page of an entry, by its label: `program:layanan-112` is
/// `program/layanan-112.html`. `None` if nothing is called so.
pub(super) fn of_entry(label: &str) -> Option<String> {
    let (kind, id) = label.split_once(':')?;
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    (is_name(kind) && is_name(id)).then(|| {
        // A server shows it for the whole folder.
        let end = if id == "index" { "_" } else { "" };
        format!("{kind}/{}{end}.html", allowed(id))
    })
}

/// Names that Windows gives to no file.
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];

/// Such names when a digit follows.
const NUMBERED_DEVICES: &[&str] = &["com", "lpt"];

/// The name of a file, as every system allows it.
fn allowed(name: &str) -> Cow<'_, str> {
    let lower = name.to_ascii_lowercase();
    let kind = lower.strip_suffix(|c: char| c.is_ascii_digit());
    let is_device = DEVICES.contains(&lower.as_str())
        || kind.is_some_and(|kind| NUMBERED_DEVICES.contains(&kind));
    if is_device {
        Cow::Owned(format!("{name}_"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Most bytes of the name of a drawing.
const LONGEST: usize = 100;

/// The file of a drawing by its caption, without its ending.
pub(super) fn of_drawing(caption: &str) -> String {
    let slug = slug(caption);
    let end = slug.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = end.take_while(|end| *end <= LONGEST).last();
    let name = slice(&slug, ..end.unwrap_or_default());
    let name = if name.is_empty() { "figure" } else { name };
    format!("figures/{}", allowed(name))
}

/// The name, or one like it that is not taken.
pub(super) fn unused(name: String, is_taken: impl Fn(&str) -> bool) -> String {
    let mut unused = name.clone();
    let mut at = 2;
    while is_taken(&unused) {
        unused = format!("{name}-{at}");
        at += 1;
    }
    unused
}

/// The file of a picture that has this path in the book.
pub(super) fn of_picture(path: &str) -> &str {
    path.trim_start_matches('/')
}

/// How a page leads to a file of the folder.
pub(super) fn between(from: &str, to: &str) -> String {
    let up = "../".repeat(from.matches('/').count());
    format!("{up}{}", utf8_percent_encode(to, IN_PATH))
}

/// How a page leads to a place of a page: nothing but the place on the same page.
pub(super) fn to_place(from: &str, to: &str, id: Option<&str>) -> String {
    let mut address = if from == to && id.is_some() {
        String::new()
    } else {
        between(from, to)
    };
    if let Some(id) = id {
        address.push('#');
        address.extend(utf8_percent_encode(id, IN_PATH));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_know_nothing_of_the_order_of_the_book() {
        assert_eq!(of_part("/parts/05-pillar-x.typ"), "pillar-x.html");
        assert_eq!(of_part("/parts/12-index.typ"), "programs.html");
        assert_eq!(of_part("/sections/opd-a.typ"), "opd-a.html");
        assert_eq!(of_part("/parts/112.typ"), "112.html");
        assert_eq!(
            of_entry("program:layanan-112").as_deref(),
            Some("program/layanan-112.html")
        );
        assert_eq!(of_entry("figure:3.120"), None);
        assert_eq!(
            of_drawing("Peta jalan, 2025–2029"),
            "figures/peta-jalan-20252029"
        );
        assert_eq!(
            of_drawing(&"é".repeat(99)).len(),
            "figures/".len() + LONGEST
        );
        assert_eq!(of_entry("program:../x"), None);
    }

    #[test]
    fn every_system_has_a_file_for_every_id() {
        assert_eq!(
            of_entry("program:con").as_deref(),
            Some("program/con_.html")
        );
        assert_eq!(of_entry("law:lpt1").as_deref(), Some("law/lpt1_.html"));
        assert_eq!(of_entry("program:com").as_deref(), Some("program/com.html"));
        assert_eq!(
            of_entry("program:index").as_deref(),
            Some("program/index_.html")
        );
        assert_eq!(of_part("/parts/03-nul.typ"), "nul_.html");
    }

    #[test]
    fn pages_lead_to_each_other_from_wherever_they_stand() {
        assert_eq!(between("a.html", "program/b.html"), "program/b.html");
        assert_eq!(between("program/b.html", "a.html"), "../a.html");
        assert_eq!(to_place("a.html", "a.html", Some("x:y")), "#x:y");
        assert_eq!(to_place("a/a.html", "b c.html", None), "../b%20c.html");
    }
}
