//! Text of a plan in Markdown that forges show.

use super::visible;

/// Text in which nothing is markup, on one line: that of a plan may hold anything.
pub fn markdown(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in visible(&text.replace("\r\n", "\n")).chars() {
        match character {
            '\n' => plain.push(' '),
            '<' => plain.push_str("&lt;"),
            '&' => plain.push_str("&amp;"),
            // A mention would send a message to somebody.
            '@' => plain.push_str("@&#8203;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '>' | '!' => {
                plain.push('\\');
                plain.push(character);
            }
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn text_of_a_plan_is_no_markup() {
        assert_eq!(
            markdown("<b>*a*|`b`\n@c"),
            "&lt;b\\>\\*a\\*\\|\\`b\\` @&#8203;c"
        );
    }
}
