//! Text of a plan in Markdown that forges show.

use super::visible;

/// What parts the letters of a word that means something to a host of merge requests. A
/// backslash would not do: hosts look for such words in what Markdown made of the text.
const PART: &str = "&#8203;";

/// Text in which nothing is markup, on one line: that of a plan may hold anything.
pub fn markdown(text: &str) -> String {
    let text = visible(&text.replace("\r\n", "\n"));
    let mut plain = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let (before, behind) = text.split_at_checked(at).unwrap_or((&text, ""));
        let behind = behind.strip_prefix(character).unwrap_or_default();
        let begins_with = |letters: &[char]| behind.starts_with(letters);
        let is_numbered = behind.starts_with(|letter: char| letter.is_ascii_digit());
        match character {
            '\n' => plain.push(' '),
            '<' => plain.push_str("&lt;"),
            '&' => plain.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '>' | '!' | '$' => {
                plain.push('\\');
                plain.push(character);
            }
            other => plain.push(other),
        }
        let means = match character {
            // A mention would send a message to somebody.
            '@' => true,
            // Numbers of issues, merge requests, milestones, snippets and epics.
            '#' | '!' | '%' | '$' | '&' => is_numbered,
            '-' => is_numbered && before.ends_with("GH"),
            // The name of a picture: `:smile:`.
            ':' => {
                let is_of_name = |letter: char| {
                    letter.is_ascii_alphanumeric() || ['_', '+', '-'].contains(&letter)
                };
                let rest = behind.trim_start_matches(is_of_name);
                let name = behind.strip_suffix(rest).unwrap_or_default();
                // Hours and places in files are no names.
                rest.starts_with(':') && name.contains(|letter: char| !letter.is_ascii_digit())
            }
            // Words that came or went, as GitLab marks them.
            '{' | '[' => begins_with(&['+', '-']),
            _ => false,
        };
        if means {
            plain.push_str(PART);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn text_of_a_plan_is_no_markup() {
        for (text, plain) in [
            ("<b>*a*|`b`\n@c", "&lt;b\\>\\*a\\*\\|\\`b\\` @&#8203;c"),
            (
                "tutup #12, !7 & 3",
                "tutup \\#&#8203;12, \\!&#8203;7 &amp; 3",
            ),
            ("GH-12 dan SP4N", "GH-&#8203;12 dan SP4N"),
            (":smile: 10:30", ":&#8203;smile: 10:30"),
            ("catatan: ya", "catatan: ya"),
            ("$x$ dan 5%", "\\$x\\$ dan 5%"),
            ("{+x+} [-y-]", "{&#8203;+x+} \\[&#8203;-y-\\]"),
            ("GOV-01, 2026-2030", "GOV-01, 2026-2030"),
        ] {
            assert_eq!(markdown(text), plain, "{text}");
        }
    }
}
