//! Images: files of the plan, and nothing beyond it.

use crate::finding::rules;
use crate::model::Collection;
use crate::resolve::lookup::Judge;
use crate::source::{Role, SourceFile, Span, Spanned};

/// The path of an image in the plan; reports one that is not there or broken.
pub(super) fn find_image(
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
