//! An image that cannot be read.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::resolve::picture::{Broken, XmlFault};
use crate::source::Span;

/// The rule `broken-image` (TXT003).
pub static RULE: Rule = Rule::error("TXT003", "broken-image", Group::Text)
    .fixed_level()
    .example(
        "chapters/pendahuluan.md",
        "![Peta](assets/peta.docx)",
        "![Peta](assets/peta.svg)",
    );

/// The image, as its file and its path, and what is wrong with it.
pub fn finding(span: Span, (file, path): (Span, &str), fault: &Broken) -> Finding {
    let (message, hint) = match fault {
        Broken::Kind(kind) => {
            let (kind, ending) = kind.names();
            let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
            (
                message!("broken-image.kind", path = path, kind = kind),
                message!("broken-image.kind-hint", name = format!("{stem}.{ending}")),
            )
        }
        Broken::Truncated => (
            message!("broken-image.truncated", path = path),
            message!("broken-image.copy-hint"),
        ),
        Broken::Damaged => (
            message!("broken-image.damaged", path = path),
            message!("broken-image.copy-hint"),
        ),
        Broken::RareJpeg => (
            message!("broken-image.rare-jpeg", path = path),
            message!("broken-image.rare-jpeg-hint"),
        ),
        Broken::NoSize => (
            message!("broken-image.no-size", path = path),
            message!("broken-image.hint"),
        ),
        Broken::NotXml(fault, line) => not_xml(path, fault, *line),
        Broken::NoSvg => (
            message!("broken-image.no-svg", path = path),
            message!("broken-image.no-svg-hint"),
        ),
        Broken::Link(link) => (
            message!("broken-image.link", path = path, link = link),
            message!("broken-image.link-hint"),
        ),
        Broken::Circular(part) => (
            message!("broken-image.circular", path = path, part = part),
            message!("broken-image.circular-hint"),
        ),
        Broken::Unknown => {
            let hint = if path.to_ascii_lowercase().ends_with(".pdf") {
                message!("broken-image.pdf-hint")
            } else {
                message!("broken-image.hint")
            };
            (message!("broken-image", path = path), hint)
        }
    };
    Finding::new(&RULE, span, message)
        .related(file, message!("broken-image.related"))
        .hint(hint)
}

/// What is said of a drawing that is no XML, and what to do.
fn not_xml(path: &str, fault: &XmlFault, line: u32) -> (Message, Message) {
    let line = line.to_string();
    match fault {
        XmlFault::Entity(name) => (
            message!("broken-image.entity", path = path, line = line, name = name),
            message!("broken-image.entity-hint", name = name),
        ),
        XmlFault::Prefix(prefix) => (
            message!(
                "broken-image.prefix",
                path = path,
                line = line,
                prefix = prefix
            ),
            message!("broken-image.no-svg-hint"),
        ),
        XmlFault::Ampersand => (
            message!("broken-image.ampersand", path = path, line = line),
            message!("broken-image.ampersand-hint"),
        ),
        XmlFault::End => (
            message!("broken-image.truncated", path = path),
            message!("broken-image.copy-hint"),
        ),
        XmlFault::Other => (
            message!("broken-image.not-xml", path = path, line = line),
            message!("broken-image.not-xml-hint"),
        ),
    }
}
