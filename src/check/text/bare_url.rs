//! A web address that stands in a text without being a link.

use std::ops::Range;

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::slice::slice;
use crate::source::Span;

/// The rule `bare-url` (TXT025).
pub static RULE: Rule = Rule::warning("TXT025", "bare-url", Group::Text).example(
    "chapters/pendahuluan.md",
    "Lihat https://ambon.go.id.",
    "Lihat <https://ambon.go.id>.",
);

/// How web addresses begin.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// Looks for addresses in the prose of narrative that are no part of a link or an
/// image.
pub fn check(cx: &mut Checker<'_>) {
    for narrative in prose::narratives(cx.plan) {
        let text = cx.tree.get(narrative.file).map_or("", |file| &file.text);
        for run in &narrative.prose {
            let Some(prose) = text.get(run.clone()) else {
                continue;
            };
            for range in urls(prose) {
                let url = slice(prose, range.clone());
                let range = run.start + range.start..run.start + range.end;
                let inside = |link: &Range<usize>| link.contains(&range.start);
                if narrative.linked.iter().any(inside) {
                    continue;
                }
                let span = Span::new(narrative.file, range.clone());
                let after = slice(text, range.end..);
                let rest = rest(after);
                // What begins with `www.` leads nowhere as the target of a link.
                let target = if url.starts_with("www.") {
                    format!("https://{url}")
                } else {
                    url.to_owned()
                };
                let hint = match rest {
                    Some(rest) => message!(
                        "bare-url.rest-hint",
                        url = format!("{target}{}", rest.replace(' ', "%20"))
                    ),
                    None if url.starts_with("www.") => message!("bare-url.www-hint", url = target),
                    None => message!("bare-url.hint", url = target),
                };
                let finding = Finding::new(&RULE, span, message!("bare-url", url = url)).hint(hint);
                cx.report(if rest.is_none() && is_mendable(url, after) {
                    finding.fix(span, format!("<{url}>"))
                } else {
                    finding
                });
            }
        }
    }
}

/// The addresses in a text, without the marks that end a sentence.
fn urls(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next(text, at) {
        let rest = slice(text, start..);
        let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"“”„‘’".contains(c);
        let whole = rest.split(ends).next().unwrap_or_default();
        let url = trimmed(whole);
        at = start + whole.len().max(1);
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let within = before.is_some_and(|c| c.is_alphanumeric() || "/.@-_".contains(c));
        let is_more = !BEGINNINGS
            .iter()
            .any(|beginning| beginning.starts_with(url));
        if is_more && !within {
            found.push(start..start + url.len());
        }
    }
    found
}

/// Where the next address may begin.
fn next(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(text.ceil_char_boundary(from)..)?;
    let starts = BEGINNINGS.iter().filter_map(|one| rest.find(one));
    Some(text.len() - rest.len() + starts.min()?)
}

/// An address without the marks behind it. A bracket belongs to the address if it is
/// opened there.
fn trimmed(url: &str) -> &str {
    let mut rest = url;
    loop {
        let shorter = match rest.strip_suffix(')') {
            Some(shorter) if rest.matches('(').count() < rest.matches(')').count() => shorter,
            Some(_) => return rest,
            None => rest.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '…']),
        };
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// What may still belong to an address that has spaces in it: the rest of the name of a
/// file in the same line.
fn rest(after: &str) -> Option<&str> {
    let line = after.lines().next()?;
    let mut end = 0;
    for word in line.split_inclusive(' ').take(6) {
        end += word.len();
        let name = word.trim_end().trim_end_matches(['.', ',', ';', ')']);
        if FILES.iter().any(|file| {
            name.to_lowercase()
                .strip_suffix(file)
                .is_some_and(|stem| !stem.is_empty())
        }) {
            let cut = word.len() - name.len();
            return line.get(..end - cut).filter(|rest| rest.starts_with(' '));
        }
        // A sentence ends before the name.
        if word.trim_end().ends_with(['.', ',', ';', ':', ')']) {
            return None;
        }
    }
    None
}

/// How names of files end that addresses lead to.
const FILES: [&str; 12] = [
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".ppt", ".pptx", ".zip", ".jpg", ".png",
    ".html",
];

/// Whether angle brackets around an address make a link of exactly what is read now:
/// nothing in it is an escape of Markdown, and it does not go on in other marks.
fn is_mendable(url: &str, after: &str) -> bool {
    let complete = |c: char| c.is_whitespace() || ".,;:!?)'’\"”…".contains(c);
    url.starts_with("http")
        && !url.contains(['\\', '&', '*', '`', '[', ']', '|'])
        && after.chars().next().is_none_or(complete)
}

#[cfg(test)]
mod tests {
    use super::{is_mendable, rest, urls};

    #[test]
    fn addresses_end_before_the_marks_of_a_sentence() {
        for (text, url) in [
            ("Lihat https://ambon.go.id.", "https://ambon.go.id"),
            ("(http://a.id/b_(c))", "http://a.id/b_(c)"),
            ("(www.ambon.go.id), dan", "www.ambon.go.id"),
            ("“https://a.id/?q=1”", "https://a.id/?q=1"),
            ("https://a.id…)", "https://a.id"),
        ] {
            let found: Vec<&str> = urls(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, [url], "{text}");
        }
        for text in ["https://", "www.", "awww.b.id", "é", "a://b"] {
            assert!(urls(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn an_address_may_go_on_behind_a_space() {
        for (after, expected) in [
            (" terbuka.pdf sekarang.", Some(" terbuka.pdf")),
            (" terbuka kota 2026.xlsx.", Some(" terbuka kota 2026.xlsx")),
            (". Lihat data.pdf", None),
            (" dan lain, lihat data.pdf", None),
            (" sekarang.", None),
            ("", None),
        ] {
            assert_eq!(rest(after), expected, "{after}");
        }
    }

    #[test]
    fn only_what_stays_the_same_is_mended() {
        assert!(is_mendable("https://a.id", ". Lalu"));
        assert!(!is_mendable("https://a.id", "*b*"));
        assert!(!is_mendable("https://a.id/\\_b", ""));
        assert!(!is_mendable("www.a.id", ""));
    }
}
