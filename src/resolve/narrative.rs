//! Narrative: its references, images and generated tables are settled here, so
//! that composing it cannot fail.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{
    CodeBlockKind, Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::lookup::Judge;
use super::plan::Target;
use crate::finding::{Finding, rules};
use crate::model::{self, Embed, Kind};
use crate::source::{FileIndex, Role, SourceFile, Span};

/// Deepest nesting of quotes, lists and emphasis that is set.
pub const MAX_DEPTH: usize = 24;

/// A Markdown file with every link settled. Maps are keyed by the byte at which
/// the element begins.
#[derive(Debug, Clone)]
pub struct Narrative {
    /// The file.
    pub file: FileIndex,
    /// References to entries.
    pub targets: BTreeMap<usize, Target>,
    /// Images: the path of the file in the plan.
    pub images: BTreeMap<usize, String>,
    /// Generated tables.
    pub embeds: BTreeMap<usize, Embed>,
    /// Text of the first heading of level 1.
    pub title: Option<String>,
}

impl Narrative {
    /// A narrative that has not been read.
    pub(super) fn empty(file: FileIndex) -> Self {
        Self {
            file,
            targets: BTreeMap::new(),
            images: BTreeMap::new(),
            embeds: BTreeMap::new(),
            title: None,
        }
    }
}

/// The dialect of Markdown that narrative is written in.
pub fn parse(text: &str) -> OffsetIter<'_> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(text, options).into_offset_iter()
}

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

/// Reads a narrative file; `resolve` finds the entry behind a reference.
pub fn read(
    index: FileIndex,
    file: &SourceFile,
    judge: &mut Judge<'_>,
    resolve: &mut dyn FnMut(Kind, &str, Span, &mut Judge<'_>) -> Option<Target>,
) -> Narrative {
    let mut narrative = Narrative::empty(index);
    let mut depth = 0usize;
    let mut too_deep = false;
    let mut title: Option<String> = None;
    let mut embed: Option<(usize, Range<usize>)> = None;
    let mut image: Option<(Range<usize>, bool)> = None;
    let mut in_comment = false;

    for (event, range) in parse(&file.text) {
        let span = Span::new(index, range.clone());
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > MAX_DEPTH && !too_deep {
                    too_deep = true;
                    judge.findings.push(
                        Finding::new(
                            rules::NESTED_TOO_DEEP,
                            Span::new(index, range.start..range.start),
                            format!(
                                "quotes and lists are nested more than {MAX_DEPTH} levels deep"
                            ),
                        )
                        .hint("flatten the text; pasted e-mail often nests its quotes"),
                    );
                }
                match tag {
                    Tag::Heading {
                        level: HeadingLevel::H1,
                        ..
                    } if narrative.title.is_none() => title = Some(String::new()),
                    Tag::Link {
                        link_type,
                        dest_url,
                        ..
                    } if link_type != LinkType::Email => match link_kind(&dest_url) {
                        LinkKind::Reference(kind, id) => {
                            if let Some(target) = resolve(kind, id, span, judge) {
                                narrative.targets.insert(range.start, target);
                            }
                        }
                        LinkKind::External => {}
                        LinkKind::Unknown => unknown_link(&dest_url, span, judge),
                    },
                    Tag::Image { dest_url, .. } => {
                        if let Some(path) = find_image(&dest_url, file, span, judge) {
                            narrative.images.insert(range.start, path);
                        }
                        image = Some((range, false));
                    }
                    Tag::CodeBlock(CodeBlockKind::Fenced(info)) if info.trim() == "ambonplan" => {
                        embed = Some((range.start, range.end..range.end));
                    }
                    _ => {}
                }
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                match end {
                    TagEnd::Heading(HeadingLevel::H1) => {
                        if let Some(text) = title.take() {
                            narrative.title = Some(text);
                        }
                    }
                    TagEnd::Image => {
                        if let Some((range, false)) = image.take() {
                            judge.findings.push(
                                Finding::new(
                                    rules::IMAGE_WITHOUT_ALT,
                                    Span::new(index, range),
                                    "the image has no alternative text",
                                )
                                .hint(
                                    "say in the brackets what the image shows: `![Peta kota](…)`",
                                ),
                            );
                        }
                    }
                    TagEnd::HtmlBlock => in_comment = false,
                    TagEnd::CodeBlock => {
                        if let Some((start, body)) = embed.take() {
                            let text = file.text.get(body.clone()).unwrap_or_default();
                            let read = model::read_embed(index, text, body.start, judge.findings);
                            if let Some(found) = read {
                                narrative.embeds.insert(start, found);
                            }
                        }
                    }
                    _ => {}
                }
            }
            Event::Text(text) => {
                if let Some(title) = &mut title {
                    title.push_str(&text);
                }
                if let Some((_, has_text)) = &mut image {
                    *has_text |= !text.trim().is_empty();
                }
                if let Some((_, body)) = &mut embed {
                    // The block's text arrives in pieces; they are adjacent.
                    body.start = body.start.min(range.start);
                    body.end = range.end;
                }
            }
            Event::Code(text) => {
                if let Some(title) = &mut title {
                    title.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(title) = &mut title {
                    title.push(' ');
                }
            }
            Event::Html(html) | Event::InlineHtml(html) if printed_html(&html, &mut in_comment) => {
                judge.findings.push(
                    Finding::new(
                        rules::HTML_IN_TEXT,
                        span,
                        "HTML is not printed; this part is lost",
                    )
                    .hint("write it in Markdown"),
                );
            }
            _ => {}
        }
    }
    narrative
}

/// Whether a piece of HTML holds anything but comments. A comment over several
/// lines arrives in pieces; `in_comment` carries its state from one to the next.
fn printed_html(html: &str, in_comment: &mut bool) -> bool {
    let mut rest = html;
    let mut printed = false;
    loop {
        let mark = if *in_comment { "-->" } else { "<!--" };
        let (before, after) = match rest.split_once(mark) {
            Some((before, after)) => (before, Some(after)),
            None => (rest, None),
        };
        printed |= !*in_comment && !before.trim().is_empty();
        let Some(after) = after else {
            return printed;
        };
        *in_comment = !*in_comment;
        rest = after;
    }
}

fn unknown_link(destination: &str, span: Span, judge: &mut Judge<'_>) {
    let scheme = destination.split_once(':').map(|(scheme, _)| scheme);
    let finding = Finding::new(
        rules::UNKNOWN_LINK,
        span,
        format!("the link `{destination}` leads nowhere in a book"),
    );
    let finding = match scheme {
        Some(scheme) => finding.suggest(
            scheme,
            Kind::ALL.iter().map(|kind| kind.word()),
            "write a web address (https://…) or a reference such as `<program:layanan-112>`",
        ),
        None => finding.hint(
            "refer to other parts as `<chapter:…>`, `<opd:…>`, `<program:…>`; a web address begins with https://",
        ),
    };
    judge.findings.push(finding);
}

fn find_image(
    destination: &str,
    file: &SourceFile,
    span: Span,
    judge: &mut Judge<'_>,
) -> Option<String> {
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = normalise(folder, destination);
    let from_root = normalise("", destination);
    let candidates = [beside, from_root];
    for path in candidates.into_iter().flatten() {
        if judge.tree.find(&path).is_some() {
            return check_image(&path, span, judge);
        }
    }
    let outside =
        destination.contains("..") || destination.starts_with('/') || destination.contains(':');
    let names = judge
        .tree
        .iter()
        .filter(|(_, file)| file.role == Role::Asset)
        .map(|(_, file)| file.path.as_str());
    let otherwise = if outside {
        "images are read from the plan's `assets/` only; put the file there"
    } else {
        "put the image into `assets/` and write `![…](assets/name.svg)`"
    };
    judge.findings.push(
        Finding::new(
            rules::MISSING_IMAGE,
            span,
            format!("the image `{destination}` is not in the plan"),
        )
        .suggest(destination, names, otherwise),
    );
    None
}

/// Checks that the file at `path` is an image that the book can show.
pub fn check_image(path: &str, span: Span, judge: &mut Judge<'_>) -> Option<String> {
    let (index, file) = judge.tree.find(path)?;
    if file.role != Role::Asset {
        judge.findings.push(
            Finding::new(
                rules::MISSING_IMAGE,
                span,
                format!("`{path}` is not an image of the plan"),
            )
            .related(Span::file(index), "this file stands outside `assets/`")
            .hint("put images into `assets/`"),
        );
        return None;
    }
    let ending = path
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_lowercase();
    let readable = match ending.as_str() {
        "svg" => file.bytes.windows(4).any(|part| part == b"<svg"),
        "png" | "jpg" | "jpeg" | "gif" | "webp" => {
            imagesize::blob_size(&file.bytes).is_ok_and(|size| size.width > 0 && size.height > 0)
        }
        _ => false,
    };
    if !readable {
        judge.findings.push(
            Finding::new(
                rules::BROKEN_IMAGE,
                span,
                format!("`{path}` cannot be read as an image"),
            )
            .related(Span::file(index), "the image")
            .hint("save it again as PNG, JPEG, GIF, WebP or SVG, with the matching ending"),
        );
        return None;
    }
    Some(path.to_owned())
}

/// Joins a relative path to a folder; nothing if it leaves the plan.
fn normalise(folder: &str, path: &str) -> Option<String> {
    if path.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn image_paths_never_leave_the_plan() {
        assert_eq!(
            normalise("chapters", "../assets/a.svg").as_deref(),
            Some("assets/a.svg")
        );
        assert_eq!(
            normalise("", "assets/./a.svg").as_deref(),
            Some("assets/a.svg")
        );
        assert_eq!(normalise("chapters", "../../etc/passwd"), None);
        assert_eq!(normalise("", "/etc/passwd"), None);
    }
}
