//! Images: files of the plan, and nothing beyond it.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use crate::finding::Finding;
use crate::model::EntryKind;
use crate::resolve::lookup::ResolveContext;
use crate::resolve::picture::{self, Fault};
use crate::resolve::rules;
use crate::slice::slice;
use crate::source::{Role, SourceFile, SourceTree, Span, Spanned};

/// The path of an image in the plan; reports one that is not there or broken.
pub(super) fn find_image(
    destination: &str,
    file: &SourceFile,
    span: Span,
    context: &mut ResolveContext<'_>,
) -> Option<String> {
    if let Some(path) = locate(context.tree, &file.path, destination) {
        return check_image(&path, span, context);
    }
    if may_be_lost(&candidates(&file.path, destination), context) {
        return None;
    }
    let slashes = destination.replace('\\', "/");
    let finding = match locate(context.tree, &file.path, &slashes) {
        Some(_) if slashes != destination => {
            let finding = rules::missing_image::backslash(span, destination, &slashes);
            let written = slice(&file.text, span.range());
            match written.rfind(destination) {
                Some(at) => {
                    let start = span.start() + at;
                    let address = Span::new(span.file, start..start + destination.len());
                    finding.restructure(address, slashes)
                }
                None => finding,
            }
        }
        _ => rules::missing_image::finding(span, destination, context.assets()),
    };
    context.findings.push(finding);
    None
}

/// The path of the file that an address leads to, written in the file at `from`; `None`
/// if there is none. An address may be encoded for the web, and letters with marks may be
/// composed otherwise than in the name of the file: nobody sees the difference.
pub(super) fn locate(tree: &SourceTree, from: &str, address: &str) -> Option<String> {
    let decoded = percent_decode_str(address).decode_utf8().ok()?;
    let mut paths = candidates(from, address).to_vec();
    if decoded != address {
        paths.extend(candidates(from, &decoded));
    }
    let paths: Vec<String> = paths.into_iter().flatten().collect();
    if let Some(path) = paths.iter().find(|path| tree.find(path).is_some()) {
        return Some(path.clone());
    }
    let composed = |path: &str| path.nfc().collect::<String>();
    let mut wanted = paths.iter().filter(|path| !path.is_ascii());
    wanted.find_map(|path| {
        let path = composed(path);
        let mut files = tree.iter().map(|(_, file)| &file.path);
        files
            .find(|file| !file.is_ascii() && composed(file) == path)
            .cloned()
    })
}

/// Where an image may lie: beside the file that shows it, or below the plan.
fn candidates(from: &str, destination: &str) -> [Option<String>; 2] {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    [normalise(folder, destination), normalise("", destination)]
}

/// Dots per inch below which a picture looks coarse in print.
///
/// Half of the 300 that printers ask for: what a laser printer of an office and a
/// reader at arm's length still take for sharp.
const COARSE: u32 = 150;

/// Pixels that fill the width of the text, 160 mm on A4, at that density.
const FULL_WIDTH: u32 = 945;

/// Least share of the width that a picture gets by itself, in per cent.
const LEAST_SHARE: u32 = 33;

/// Bytes above which a picture makes the book slow to send and to open.
const HEAVY: usize = 10_000_000;

/// Share of the width of the text that a picture takes: the one that it was
/// given, or as much as its pixels allow; `begins` says whether its paragraph begins with
/// it. Reports one that is too coarse for its width or too heavy.
pub(super) fn share(
    path: &str,
    given: Option<u8>,
    begins: bool,
    span: Span,
    context: &mut ResolveContext<'_>,
) -> Option<u8> {
    let (index, file) = context.tree.find(path)?;
    if file.bytes.len() > HEAVY {
        let finding = rules::heavy_image::finding(span, Span::file(index), path, file.bytes.len());
        context.findings.push(finding);
    }
    if !begins || path.to_ascii_lowercase().ends_with(".svg") {
        return given;
    }
    let size = imagesize::blob_size(&file.bytes).ok()?;
    let pixels = u32::try_from(size.width).unwrap_or(u32::MAX);
    let fine = pixels.saturating_mul(100) / FULL_WIDTH;
    let share = match given {
        Some(given) => u32::from(given),
        None => fine.clamp(LEAST_SHARE, 100),
    };
    if share > fine.saturating_add(1) {
        let needed = FULL_WIDTH * share / 100;
        let density = COARSE * pixels / needed.max(1);
        let finding =
            rules::coarse_image::finding(span, Span::file(index), path, (pixels, needed), density);
        context.findings.push(finding);
    }
    u8::try_from(share).ok()
}

/// Most characters of an alternative text. Who listens cannot skip in it, and a PDF holds
/// no more than eight times as many.
pub(crate) const LONGEST_ALTERNATIVE: usize = 4_000;

/// An alternative text, or as much of it as is set.
pub(crate) fn alternative(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_ALTERNATIVE) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", slice(text, ..end))),
    }
}

/// The emblem on the cover.
pub(crate) fn emblem(path: &Spanned<String>, context: &mut ResolveContext<'_>) -> Option<String> {
    if let Some(found) = locate(context.tree, "", path) {
        return check_image(&found, path.span, context);
    }
    if !may_be_lost(&[normalise("", path)], context) {
        let finding = rules::missing_image::emblem(path.span, path, context.assets());
        context.findings.push(finding);
    }
    None
}

/// The path of the file of a map; reports one that is not among the assets.
pub(crate) fn map_file(path: &Spanned<String>, context: &mut ResolveContext<'_>) -> Option<String> {
    let finding = match locate(context.tree, "", path) {
        Some(found) => {
            let (index, file) = context.tree.find(&found)?;
            if file.role == Role::Asset {
                return Some(found);
            }
            rules::broken_map::elsewhere(path.span, Span::file(index), &found)
        }
        None if may_be_lost(&[normalise("", path)], context) => return None,
        None => rules::broken_map::missing(path.span, path, context.assets()),
    };
    context.findings.push(finding);
    None
}

/// Whether an image may be lost with the folder of the images; counts it.
fn may_be_lost(paths: &[Option<String>], context: &mut ResolveContext<'_>) -> bool {
    let mut paths = paths.iter().flatten();
    let lost = context.unreadable.at(EntryKind::Asset);
    match lost.filter(|_| paths.any(|path| path.starts_with("assets/"))) {
        Some(span) => {
            context.skip(span);
            true
        }
        None => false,
    }
}

/// Checks that the file at `path` is an image that the book can show. One that is
/// broken is shown all the same: the finding keeps the book from being made.
fn check_image(path: &str, span: Span, context: &mut ResolveContext<'_>) -> Option<String> {
    let (index, file) = context.tree.find(path)?;
    if file.role != Role::Asset {
        context.findings.push(rules::missing_image::elsewhere(
            span,
            Span::file(index),
            path,
        ));
        return None;
    }
    if file.readable {
        let tree = context.tree;
        let is_there = |path: &str| tree.find(path).is_some();
        let faults = context.pictures.entry(index);
        let faults = faults.or_insert_with(|| picture::faults(path, &file.bytes, &is_there));
        let image = (Span::file(index), path);
        let found = faults.iter().map(|fault| report(fault, span, image));
        context.findings.extend(found);
    }
    Some(path.to_owned())
}

/// The finding about what is wrong with the picture that is shown at `span`.
fn report(fault: &Fault, span: Span, image: (Span, &str)) -> Finding {
    match fault {
        Fault::Broken(fault) => rules::broken_image::finding(span, image, fault),
        Fault::Oversized(fault) => rules::oversized_image::finding(span, image, fault),
        Fault::Typesetter => rules::press_colours::finding(span, image),
        Fault::Incomplete(fault) => rules::incomplete_image::finding(span, image, fault),
    }
}

/// Joins a relative path to a folder; `None` if it leaves the plan.
pub(crate) fn normalise(folder: &str, path: &str) -> Option<String> {
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
