//! Narrative: its references, images and generated tables are settled here, so
//! that composing it cannot fail.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{
    CodeBlockKind, Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::lookup::{Judge, Missing};
use super::plan::Target;
use crate::finding::rules;
use crate::model::{self, Collection, Embed, Kind};
use crate::source::{FileIndex, Role, SourceFile, Span, Spanned};

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
    /// References to entries with their places, in the order of the text.
    pub links: Vec<(Span, Target)>,
    /// Runs of text that are neither code nor a reference.
    pub prose: Vec<Range<usize>>,
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
            links: Vec::new(),
            prose: Vec::new(),
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

/// Finds the entry behind a reference.
pub type Resolve<'r> = dyn FnMut(Kind, &str, Span, &mut Judge<'_>) -> Result<Target, Missing> + 'r;

/// Reads a narrative file; `resolve` finds the entry behind a reference.
pub fn read(
    index: FileIndex,
    file: &SourceFile,
    judge: &mut Judge<'_>,
    resolve: &mut Resolve<'_>,
) -> Narrative {
    let mut narrative = Narrative::empty(index);
    let mut depth = 0usize;
    let mut too_deep = false;
    let mut title: Option<String> = None;
    let mut embed: Option<(usize, Range<usize>)> = None;
    let mut image: Option<(Range<usize>, bool)> = None;
    let mut in_comment = false;
    // Code blocks and autolinks do not nest.
    let mut in_code = false;
    let mut in_autolink = false;

    for (event, range) in parse(&file.text) {
        let span = Span::new(index, range.clone());
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > MAX_DEPTH && !too_deep {
                    too_deep = true;
                    judge.findings.push(rules::nested_too_deep::found(
                        Span::new(index, range.start..range.start),
                        MAX_DEPTH,
                    ));
                }
                match &tag {
                    Tag::CodeBlock(_) => in_code = true,
                    Tag::Link {
                        link_type: LinkType::Autolink | LinkType::Email,
                        ..
                    } => in_autolink = true,
                    _ => {}
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
                            if let Ok(target) = resolve(kind, id, span, judge) {
                                narrative.targets.insert(range.start, target);
                                narrative.links.push((span, target));
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
                    TagEnd::CodeBlock => in_code = false,
                    TagEnd::Link => in_autolink = false,
                    _ => {}
                }
                match end {
                    TagEnd::Heading(HeadingLevel::H1) => {
                        if let Some(text) = title.take() {
                            narrative.title = Some(text);
                        }
                    }
                    TagEnd::Image => {
                        if let Some((range, false)) = image.take() {
                            judge
                                .findings
                                .push(rules::image_without_alternative_text::found(Span::new(
                                    index, range,
                                )));
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
                if !in_code && !in_autolink {
                    add_prose(&mut narrative.prose, &file.text, range.clone());
                }
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
                judge.findings.push(rules::html_in_text::found(span));
            }
            _ => {}
        }
    }
    narrative
}

/// Adds a run of text. One that goes on where the last ended, or on the next
/// line, belongs to it: the parser ends a piece at every character that might
/// have meant something.
fn add_prose(prose: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    if let Some(last) = prose.last_mut()
        && last.end <= range.start
    {
        let between = text.get(last.end..range.start).unwrap_or("x");
        let lines = between.matches('\n').count();
        if between.trim().is_empty() && lines <= 1 {
            last.end = range.end;
            return;
        }
    }
    prose.push(range);
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
    let schemes: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    judge
        .findings
        .push(rules::unknown_link::found(span, destination, &schemes));
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
    for path in candidates.iter().flatten() {
        if judge.tree.find(path).is_some() {
            return check_image(path, span, judge);
        }
    }
    if may_be_lost(&candidates, judge) {
        return None;
    }
    let images = judge.tree.assets();
    let finding = rules::missing_image::found(span, destination, images);
    judge.findings.push(finding);
    None
}

/// The emblem on the cover.
pub fn emblem(path: &Spanned<String>, judge: &mut Judge<'_>) -> Option<String> {
    let normal = normalise("", path);
    if let Some(normal) = normal
        .as_ref()
        .filter(|path| judge.tree.find(path).is_some())
    {
        return check_image(normal, path.span, judge);
    }
    if !may_be_lost(&[normal], judge) {
        let finding = rules::missing_image::emblem(path.span, path);
        judge.findings.push(finding);
    }
    None
}

/// Whether an image may be lost with the folder of the images; counts it.
fn may_be_lost(paths: &[Option<String>], judge: &mut Judge<'_>) -> bool {
    let mut paths = paths.iter().flatten();
    let lost = judge.lost.at(Collection::Assets);
    match lost.filter(|_| paths.any(|path| path.starts_with("assets/"))) {
        Some(span) => {
            judge.skip(span);
            true
        }
        None => false,
    }
}

/// Checks that the file at `path` is an image that the book can show. One that is
/// broken is shown all the same: the finding keeps the book from being made.
fn check_image(path: &str, span: Span, judge: &mut Judge<'_>) -> Option<String> {
    let (index, file) = judge.tree.find(path)?;
    if file.role != Role::Asset {
        judge.findings.push(rules::missing_image::elsewhere(
            span,
            Span::file(index),
            path,
        ));
        return None;
    }
    let ending = path
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_lowercase();
    let good = match ending.as_str() {
        "svg" => file.bytes.windows(4).any(|part| part == b"<svg"),
        "png" | "jpg" | "jpeg" | "gif" | "webp" => {
            imagesize::blob_size(&file.bytes).is_ok_and(|size| size.width > 0 && size.height > 0)
        }
        _ => false,
    };
    if file.readable && !good {
        judge
            .findings
            .push(rules::broken_image::found(span, Span::file(index), path));
    }
    Some(path.to_owned())
}

/// Joins a relative path to a folder; nothing if it leaves the plan.
pub fn normalise(folder: &str, path: &str) -> Option<String> {
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
