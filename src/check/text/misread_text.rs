//! Text that was written in UTF-8 and read as Windows-1252, once or twice: `kafÃ©`.

use std::ops::Range;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::shape::FileKind;
use crate::slice::slice;
use crate::source::Span;

/// The rule `misread-text` (TXT064).
pub static RULE: Rule = Rule::warning("TXT064", "misread-text", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "Â© 2026 â€“ kafÃ©",
        "© 2026 – kafé",
    );

/// Most letters of a line that are shown from the first to the last that was read wrong.
const SHOWN: usize = 80;

/// Looks at every line of narrative and TOML; what was read wrong in a line is one finding.
pub fn check(cx: &mut Checker<'_>) {
    for (index, file) in cx.tree.iter() {
        let printed = FileKind::of(&file.role).is_some() || file.role.is_narrative();
        // Most files have nothing but ASCII, which is told in one step for many bytes.
        let may_be = printed && file.readable && !file.text.is_ascii();
        if !may_be || !file.text.contains(LEADS) {
            continue;
        }
        let mut start = 0;
        for line in file.text.split_inclusive('\n') {
            let found = misread(line);
            if let (Some((first, _)), Some((last, _))) = (found.first(), found.last()) {
                let whole = word(line, &(first.start..last.end));
                let short = slice(line, whole.clone()).chars().count() <= SHOWN;
                let shown = slice(line, if short { whole } else { word(line, first) });
                let meant = decoded(shown);
                let lost = meant.contains('\u{fffd}') || meant.trim().is_empty();
                let hint = if lost {
                    message!("misread-text.lost-hint")
                } else {
                    message!("misread-text.hint", meant = meant.as_str())
                };
                let span = Span::new(index, start + first.start..start + first.end);
                let message = message!("misread-text", written = shown);
                cx.report(Finding::new(&RULE, span, message).hint(hint));
            }
            start += line.len();
        }
    }
}

/// The characters as which the first byte of a character in UTF-8 is read. Other letters
/// begin none that anybody writes in Indonesian or English.
const LEADS: [char; 5] = ['Â', 'Ã', 'â', 'ï', 'ð'];

/// What was read wrong in a line, with what was written.
fn misread(line: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut at = 0;
    while let Some(next) = slice(line, at..).find(LEADS) {
        let start = at + next;
        let rest = slice(line, start..);
        let opened = found.iter().any(|(_, meant)| meant.ends_with('“'));
        let before = slice(line, ..start).chars().next_back();
        match decode(rest, opened) {
            Some((length, meant)) if is_likely(before, slice(rest, ..length)) => {
                found.push((start..start + length, meant));
                at = start + length;
            }
            _ => at = start + rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// Whether letters are no end of a word in capitals before a mark: `“MAÇÃ”`.
fn is_likely(before: Option<char>, written: &str) -> bool {
    let mark = written.starts_with('Ã') && written.ends_with(|c| "”’–—…»“‘‚„".contains(c));
    let short = written.chars().count() == 2;
    !(mark && short && before.is_some_and(char::is_uppercase))
}

/// What a text begins with, decoded, and the length of what is read wrong; `opened` says
/// whether a quotation mark is open, whose end loses its last byte.
fn decode(text: &str, opened: bool) -> Option<(usize, String)> {
    let run = text
        .char_indices()
        .map_while(|(at, c)| Some((at + c.len_utf8(), byte(c)?)));
    let (ends, bytes): (Vec<usize>, Vec<u8>) = run.unzip();
    let valid = match std::str::from_utf8(&bytes) {
        Ok(all) => all,
        Err(error) => str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?,
    };
    if valid.is_empty() {
        let closing = opened && text.starts_with("â€");
        return closing.then(|| ("â€".len(), "”".to_owned()));
    }
    let length = *ends.get(valid.len().checked_sub(1)?)?;
    // Control characters were no letters of a text.
    if valid.contains(char::is_control) {
        return None;
    }
    Some((length, again(valid)))
}

/// What was written, which may have been read wrong twice.
fn again(text: &str) -> String {
    let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
    let twice = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    match twice {
        Some(twice) if text.starts_with(LEADS) && !twice.contains(char::is_control) => twice,
        _ if text == "â€" => "”".to_owned(),
        _ => text.to_owned(),
    }
}

/// The byte above ASCII that Windows-1252 reads as a character.
fn byte(c: char) -> Option<u8> {
    if matches!(c, '\u{a0}'..='\u{ff}') {
        return u8::try_from(u32::from(c)).ok();
    }
    // What that encoding has no character for stays what it is.
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let at = UPPER.iter().position(|upper| *upper == c)?;
    u8::try_from(at + 0x80).ok()
}

/// The word in which something stands.
fn word(line: &str, place: &Range<usize>) -> Range<usize> {
    let ends = |c: char| c.is_ascii_whitespace() || "\"'`|".contains(c);
    let start = slice(line, ..place.start)
        .rfind(ends)
        .map_or(0, |at| at + 1);
    let after = slice(line, place.end..);
    start..place.end + after.find(ends).unwrap_or(after.len())
}

/// A text as it was written.
fn decoded(text: &str) -> String {
    replaced(text, &misread(text), 0..text.len())
}

/// A part of a line with what was written in place of what was read wrong.
fn replaced(line: &str, found: &[(Range<usize>, String)], part: Range<usize>) -> String {
    let mut text = String::new();
    let mut at = part.start;
    for (range, meant) in found {
        text.push_str(slice(line, at..range.start));
        // What stood at the beginning of a file to tell its encoding is no letter.
        text.push_str(meant.trim_start_matches('\u{feff}'));
        at = range.end;
    }
    text.push_str(slice(line, at..part.end));
    text
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_was_read_wrong_is_decoded() {
        for (text, meant) in [
            ("Â© 2026 â€“ layanan", "© 2026 – layanan"),
            ("â€œpublikâ€\u{9d}", "“publik”"),
            ("â€œpublikâ€ saja", "“publik” saja"),
            ("kafÃ©", "kafé"),
            ("Ã¢â‚¬Å“publik", "“publik"),
            ("kafÃƒÂ©", "kafé"),
            ("3 Ã— 4", "3 × 4"),
            ("30Â°C, 5Â m", "30°C, 5Â m"),
            ("â‚¬5 â€¢ satuâ€¦", "€5 • satu…"),
            ("wargaâ€™s", "warga’s"),
            ("ðŸ˜€", "😀"),
        ] {
            assert_eq!(decoded(text), meant, "{text}");
        }
        for text in [
            "© 2026 – kafé",
            "“MAÇÃ”",
            "Pâté, château, São, naïve",
            "âge",
            "Â",
            "5 â€",
            "ÂÃ",
            "“Å”",
        ] {
            assert_eq!(decoded(text), text, "{text}");
        }
    }
}
