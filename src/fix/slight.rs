//! Fixes of which it shows without reading their file that they change nothing that it
//! says. Most are: a space too many, a comma in a number, a key that is misspelt.

use crate::finding::Fix;
use crate::markdown::is_slight;
use crate::slice::slice;
use crate::source::SourceFile;

/// Whether it shows by itself that a file with a fix says what it said before.
pub(crate) fn is_evident(file: &SourceFile, fix: &Fix) -> bool {
    let Some(line) = Line::around(&file.text, fix) else {
        return false;
    };
    if file.role.is_narrative() {
        return line.is_slight() && line.is_prose();
    }
    line.is_key() || (line.is_slight() && line.is_in_string())
}

/// What a fix replaces, in its line.
struct Line<'t> {
    text: &'t str,
    /// Where the line begins and ends in the text.
    start: usize,
    end: usize,
    /// Of the line, what stands before and behind what is replaced.
    before: &'t str,
    behind: &'t str,
    old: &'t str,
    new: &'t str,
}

impl<'t> Line<'t> {
    /// The line of a fix; `None` if it replaces a part of several, or makes some.
    fn around(text: &'t str, fix: &'t Fix) -> Option<Self> {
        let old = text.get(fix.span.range())?;
        if old.contains(is_end) || fix.text.contains(is_end) {
            return None;
        }
        let (before, behind) = (text.get(..fix.span.start())?, text.get(fix.span.end()..)?);
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let end = behind
            .find('\n')
            .map_or(text.len(), |at| fix.span.end() + at);
        Some(Self {
            text,
            start,
            end,
            before: text.get(start..fix.span.start())?,
            behind: text.get(fix.span.end()..end)?,
            old,
            new: &fix.text,
        })
    }

    /// Whether only marks and white space change that do not count.
    fn is_slight(&self) -> bool {
        let counted = |text: &'t str| text.chars().filter(|c| !is_slight(*c));
        let harmless = |c: char| c.is_alphanumeric() || " .,%".contains(c);
        self.old.chars().chain(self.new.chars()).all(harmless)
            && counted(self.old).eq(counted(self.new))
    }

    /// Whether the line stands among lines of letters and marks that mean nothing to
    /// Markdown, and what changes stands behind the first letter of its own. Inside of
    /// code and of HTML, such lines are words too.
    fn is_prose(&self) -> bool {
        let before = slice(self.text, ..self.start);
        let behind = slice(self.text, self.end..);
        let blank = |line: &&str| !line.trim().is_empty();
        let above = before.lines().rev().take_while(blank);
        let below = behind.lines().skip(1).take_while(blank);
        self.before.contains(char::is_alphabetic)
            && is_plain(self.before)
            && is_text(self.behind)
            // What ends a line may break it.
            && !self.behind.trim().is_empty()
            && above.chain(below).all(is_plain)
    }

    /// Whether what is replaced stands in a string of one line.
    fn is_in_string(&self) -> bool {
        let Some((key, value)) = self.before.split_once('=') else {
            return false;
        };
        let quote = |c: char| matches!(c, '"' | '\'' | '\\');
        let Some(value) = value.trim_start().strip_prefix('"') else {
            return false;
        };
        let behind = self.behind.trim_end();
        is_name(key.trim())
            && !value.contains(quote)
            && behind
                .strip_suffix('"')
                .is_some_and(|rest| !rest.contains(quote))
    }

    /// Whether a key becomes another one, of which whoever found it knows that it is not
    /// there.
    fn is_key(&self) -> bool {
        is_name(self.old)
            && is_name(self.new)
            && self.before.trim().is_empty()
            && self.behind.trim_start().starts_with('=')
    }
}

fn is_end(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

/// Whether a word is a key that needs no quotation marks.
fn is_name(word: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !word.is_empty() && word.bytes().all(is_part)
}

/// Whether a line is text, behind the mark of a heading, an item or a quotation that it may
/// begin with.
fn is_plain(line: &str) -> bool {
    let mark = |c: char| c.is_ascii_digit() || " -*+>#.)".contains(c);
    let text = line.trim_start_matches(mark);
    text.starts_with(char::is_alphabetic) && is_text(text)
}

fn is_text(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_alphanumeric() || " .,;:?!%()/'\"“”‘’–—…-\r".contains(c))
}

#[cfg(test)]
mod tests {
    use super::super::{Said, keeps};
    use super::is_evident;
    use crate::finding::Fix;
    use crate::source::{Role, SourceFile, SourceTree, Span};

    /// Whether the fix is evident that writes `new` in place of the first `old` in a file.
    fn evident(path: &str, text: &str, old: &str, new: &str) -> bool {
        let mut tree = SourceTree::default();
        let file = SourceFile::text(path.to_owned(), Role::of(path), text.to_owned());
        let index = tree.push(file.clone());
        let start = text.find(old).unwrap();
        let fix = Fix {
            span: Span::new(index, start..start + old.len()),
            text: new.to_owned(),
            restructures: false,
            respells: false,
        };
        let is_evident = is_evident(&file, &fix);
        let before = Said::by(&file, text);
        assert!(
            !is_evident || keeps(&file, &before, &[&fix], false),
            "{text:?}: {old:?} becomes {new:?}"
        );
        is_evident
    }

    #[test]
    fn slips_in_plain_lines_are_evident() {
        for (text, old, new) in [
            ("# Bab\n\nWarga  melapor.\n", "  ", " "),
            ("Biaya Rp1,250,000 setahun\n", "1,250,000", "1.250.000"),
            ("- Capaian 12.5% lebih\n- Lain\n", "12.5%", "12,5%"),
            ("> 1. Warga , lalu\n", " ,", ","),
            ("Satu\nWarga  melapor\ntiga\n\n<b>\n", "  ", " "),
            ("```\nWarga  melapor\n```\n", "  ", " "),
        ] {
            // Between fences stand signs.
            let expected = !text.starts_with('`');
            assert_eq!(
                evident("chapters/a.md", text, old, new),
                expected,
                "{text:?}"
            );
        }
        for (text, old, new) in [
            ("title = \"Warga  melapor\"\n", "  ", " "),
            (
                "a = 1\r\n  title = \"Rp1,250,000\"\r\n",
                "1,250,000",
                "1.250.000",
            ),
            ("sumary = \"a\"\n", "sumary", "summary"),
            ("[a]\n quick_win = true\n", "quick_win", "quick-win"),
        ] {
            assert!(evident("opd/a/programs/b.toml", text, old, new), "{text:?}");
        }
    }

    #[test]
    fn whatever_may_mean_something_is_read() {
        for (text, old, new) in [
            ("butir\n1 . Lalu\n", " .", "."),
            ("a\n- b\n  Warga  <x\nRp1,250 y>\n", "1,250", "1.250"),
            ("Warga <x\nb Rp1,250 c\ny>\n", "1,250", "1.250"),
            ("![foo](a.jpg ,)\n", " ,", ","),
            ("[a]: b 'c\nd  e\nf'\n", "  ", " "),
            ("a `b  c` d\n", "  ", " "),
            ("a  b\n===\n", "  ", " "),
            ("a  b\n: c\n", "  ", " "),
            ("| a  b |\n|---|\n", "  ", " "),
            ("a \\ , b\n", " ,", ","),
            ("a  \nb\n", "  ", " "),
            ("a b\nc d\n", "b\nc", "b c"),
            (
                "lihat https://a.id/x\n",
                "https://a.id/x",
                "<https://a.id/x>",
            ),
            ("a • b\n", "•", "-"),
            ("+++\ntitle = \"a  b\"\n+++\n", "  ", " "),
            ("    1,250\n", "1,250", "1.250"),
        ] {
            assert!(!evident("chapters/a.md", text, old, new), "{text:?}");
        }
        for (text, old, new) in [
            ("a = [1,250]\n", "1,250", "1.250"),
            ("a = 1,250\n", "1,250", "1.250"),
            ("a = \"b\\\\ n\"\n", " n", "n"),
            ("a = \"b\" # c  d\n", "  ", " "),
            ("a = \"b\" + \"  \"\n", "  ", " "),
            ("a = \"\"\"b  c\"\"\"\n", "  ", " "),
            ("code = \"2-16-03\"\n", "\"2-16-03\"", "\"2.16.03\""),
            ("a = { sumary = 1 }\n", "sumary", "summary"),
            ("[activty]\n", "activty", "activity"),
        ] {
            assert!(
                !evident("opd/a/programs/b.toml", text, old, new),
                "{text:?}"
            );
        }
    }
}
