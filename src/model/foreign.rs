//! Files of another form under the name of TOML: in a fence of Markdown, JSON, CSV.

use std::ops::Range;

/// What a file is in place of TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// JSON.
    Json,
    /// Lines of a spreadsheet.
    Csv,
}

/// A fence of Markdown around a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fence {
    /// The first line.
    pub open: Range<usize>,
    /// What stands between.
    pub inside: Range<usize>,
    /// The last line; nothing if it is missing.
    pub close: Range<usize>,
}

/// The fence around a text, with nothing but blank lines outside.
pub(crate) fn fence(text: &str) -> Option<Fence> {
    let begin = text.len() - text.trim_start().len();
    let whole = text.trim();
    let end = begin + whole.len();
    let (first, rest) = whole.split_once('\n')?;
    let info = first.trim().strip_prefix("```")?.trim().to_lowercase();
    if !matches!(info.as_str(), "" | "toml" | "ini" | "text") {
        return None;
    }
    let inside = begin + first.len() + 1;
    let last = rest.lines().last()?;
    let close = if last.trim() == "```" {
        end - last.len()
    } else {
        end
    };
    (inside <= close).then_some(Fence {
        open: begin..inside,
        inside: inside..close,
        close: close..end,
    })
}

/// What a text is that is no TOML, if that is beyond doubt.
pub(crate) fn form(text: &str) -> Option<Foreign> {
    let text = text.trim();
    let inside = text.strip_prefix(['{', '[']).map(str::trim_start);
    let opened = inside.is_some_and(|inside| inside.starts_with(['"', '{']));
    if opened && text.ends_with(['}', ']']) && text.contains("\":") {
        return Some(Foreign::Json);
    }
    is_csv(text).then_some(Foreign::Csv)
}

/// Whether all lines have as many cells as the first, which names them.
fn is_csv(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some(first) = lines.next() else {
        return false;
    };
    if first.contains(['=', ':', '[', '{', '#', '"']) {
        return false;
    }
    let mut signs = [';', '\t', ','].into_iter();
    let Some(sign) = signs.find(|sign| first.matches(*sign).count() > 1) else {
        return false;
    };
    let cells = first.matches(sign).count();
    let like = |line: &str| line.matches(sign).count() >= cells && !line.contains('=');
    let mut others = lines.peekable();
    others.peek().is_some() && others.all(like)
}

#[cfg(test)]
mod tests {
    use super::{Foreign, fence, form};

    #[test]
    fn only_whole_files_are_of_another_form() {
        for (text, found) in [
            (
                "{\n  \"title\": \"Layanan\",\n  \"number\": 1\n}\n",
                Some(Foreign::Json),
            ),
            ("[{ \"title\": \"Layanan\" }]", Some(Foreign::Json)),
            (
                "title;number;pillar\nLayanan;1;governance\n",
                Some(Foreign::Csv),
            ),
            (
                "title,number,pillar\n\"Layanan, aduan\",1,governance\n",
                Some(Foreign::Csv),
            ),
            (
                "title\tnumber\tpillar\nLayanan\t1\tgovernance\n",
                Some(Foreign::Csv),
            ),
            ("title = \"Layanan\"\nnumber = 1\n", None),
            ("[head]\nname = \"A, B, C\"\n", None),
            ("title = a, b, c\nx, y, z\n", None),
            ("Layanan, aduan, warga\n", None),
            ("", None),
        ] {
            assert_eq!(form(text), found, "{text}");
        }
    }

    #[test]
    fn a_fence_stands_around_the_whole_text() {
        for (text, inside) in [
            ("```toml\na = 1\n```\n", Some("a = 1\n")),
            ("\n```\na = 1\n```", Some("a = 1\n")),
            ("```toml\na = 1\n", Some("a = 1")),
            ("```toml\r\na = 1\r\n```\r\n", Some("a = 1\r\n")),
            ("a = 1\n```\n", None),
            ("```rust\na = 1\n```", None),
            ("```", None),
            (" \n\t", None),
        ] {
            let found = fence(text).map(|fence| &text[fence.inside]);
            assert_eq!(found, inside, "{text}");
        }
    }
}
