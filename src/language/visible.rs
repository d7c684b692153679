//! Makes characters visible that a terminal, a report or a comment would interpret.

/// Text in which every character shows and none does anything: control characters would
/// move the cursor of a terminal or end a command, and have no place in XML; marks of
/// direction would turn around what stands behind them. Each is replaced by one other
/// character; line breaks stay, tabs become spaces.
pub(crate) fn visible(text: &str) -> String {
    text.chars().map(shown).collect()
}

fn shown(c: char) -> char {
    match c {
        '\n' => c,
        '\t' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(u32::from(c) + 0x2400).unwrap_or(c),
        '\u{7f}' => '\u{2421}',
        '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_would_do_something_is_shown_instead() {
        assert_eq!(visible("a\u{1b}[31mb\r\u{7f}"), "a␛[31mb␍␡");
        assert_eq!(
            visible("a\u{202e}b\u{2066}\u{9b}\u{200f}"),
            "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}"
        );
        assert_eq!(visible("satu\tdua\ntiga é 中 🎵"), "satu dua\ntiga é 中 🎵");
    }
}
