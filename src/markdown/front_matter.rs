//! The block of TOML that a text may begin with.

use std::ops::Range;

/// What stands on the lines before and behind it.
const MARK: &str = "+++";

/// Where the block stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    /// The TOML between the marks; empty where the second is missing.
    pub toml: Range<usize>,
    /// Where the narrative begins.
    pub end: usize,
    /// Whether a second mark ends the block. Without it nobody knows where the
    /// narrative begins, and all of it is read as such.
    pub closed: bool,
}

/// The block at the very beginning of a text, if there is one.
///
/// The parser of Markdown knows such blocks too, but anywhere in a text and without
/// saying where a block fails to end.
pub(crate) fn front_matter(text: &str) -> Option<FrontMatter> {
    let mut lines = text.split_inclusive('\n');
    let start = lines.next().filter(|line| is_mark(line))?.len();
    let mut end = start;
    for line in lines {
        let toml = start..end;
        end += line.len();
        if is_mark(line) {
            return Some(FrontMatter {
                toml,
                end,
                closed: true,
            });
        }
    }
    Some(FrontMatter {
        toml: start..start,
        end: start,
        closed: false,
    })
}

fn is_mark(line: &str) -> bool {
    line.trim_end() == MARK
}

#[cfg(test)]
mod tests {
    use super::front_matter;

    #[test]
    fn only_a_block_at_the_very_beginning_counts() {
        for (text, toml, rest) in [
            ("+++\na = 1\n+++\n# B\n", "a = 1\n", "# B\n"),
            ("+++\r\na = 1\r\n+++ \r\n# B\r\n", "a = 1\r\n", "# B\r\n"),
            ("+++\n+++", "", ""),
            ("+++\n# B\n", "", "# B\n"),
            ("+++", "", ""),
        ] {
            let found = front_matter(text).unwrap();
            assert_eq!((&text[found.toml], &text[found.end..]), (toml, rest));
        }
        for text in ["", "# A\n\n+++\na = 1\n+++\n", " +++\n+++\n", "++++\n+++\n"] {
            assert_eq!(front_matter(text), None, "{text}");
        }
    }
}
