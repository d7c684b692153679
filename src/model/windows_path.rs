//! Paths of Windows between double quotation marks, where a backslash is none: in
//! `"C:\temp"` stands a tab.

use std::sync::LazyLock;

use regex::Regex;

use super::customary::literal;

/// A path from its drive or its server on, without a space, as a whole text or a word of
/// it. A backslash before a quotation mark ends no path.
static PATH: LazyLock<Regex> = LazyLock::new(|| {
    literal(r#"(?:^|[\s(\['=])(?:[A-Za-z]:|\\\\[\w.$-]+)((?:\\[^\s\\/:*?"<>|]+)+)\\?"#)
});

/// The first escape of a string of one line that was meant for a part of a path: `\t` of
/// `"C:\temp"`. `None` if the string has no such path; `literal` is the string as it is
/// written, with its marks.
pub(crate) fn escape(literal: &str) -> Option<&str> {
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    if inner.starts_with("\"\"") {
        return None;
    }
    in_text(inner)
}

/// The same for what stands between the marks.
pub(crate) fn in_text(inner: &str) -> Option<&str> {
    if !inner.contains('\\') {
        return None;
    }
    let whole = !inner.contains(char::is_whitespace);
    PATH.captures_iter(inner).find_map(|path| {
        let folders = path.get(1)?;
        // A line may end behind `A:`, but hardly behind each word of a path.
        let likely = |escape: &str| whole || escape != "\\n";
        let letters = folders.as_str().match_indices('\\');
        let mut escapes = letters.filter_map(|(at, _)| {
            let start = folders.start() + at;
            inner.get(start..start + 2)
        });
        let known = |escape: &&str| {
            matches!(
                *escape,
                "\\b" | "\\e" | "\\f" | "\\n" | "\\r" | "\\t" | "\\u" | "\\U" | "\\x"
            )
        };
        let first = escapes.clone().find(known)?;
        escapes
            .any(|escape| known(&escape) && likely(escape))
            .then_some(first)
    })
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn a_path_is_told_from_a_text_with_lines() {
        for (literal, first) in [
            (r#""C:\temp\new""#, Some("\\t")),
            (r#""D:\notulen""#, Some("\\n")),
            (r#""C:\rapat\bahan\foto""#, Some("\\r")),
            (r#""lihat C:\temp\new.docx""#, Some("\\t")),
            (r#""lihat D:\notulen\rapat""#, Some("\\n")),
            (r#""\\server\bagian\tim""#, Some("\\b")),
            (r#""C:\\temp""#, None),
            (r#""Kelompok A:\nwarga""#, None),
            (r#""Kelompok A:\nwarga\npelaku usaha""#, None),
            (r#""Satu\tdua""#, None),
            (r#"'C:\temp'"#, None),
            (r#""""C:\temp""""#, None),
            (r#""https://contoh.go.id/a\tb""#, None),
        ] {
            assert_eq!(escape(literal), first, "{literal}");
        }
    }
}
