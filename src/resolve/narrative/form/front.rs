//! Front matter that is none: in another language, or not where it is looked for.

use crate::finding::Finding;
use crate::markdown;
use crate::resolve::rules;
use crate::source::{FileIndex, Span};

/// Front matter at the beginning of a text that is printed as text.
pub(in crate::resolve) fn misplaced(file: FileIndex, text: &str) -> Option<Finding> {
    if markdown::front_matter(text).is_some() {
        return None;
    }
    let begin = text.len() - text.trim_start().len();
    if let Some(key) = bare(text.get(begin..)?) {
        let span = Span::new(file, begin..begin + key.len());
        return Some(rules::misplaced_front_matter::bare(span));
    }
    let mut lines = text.get(begin..)?.lines();
    let first = lines.next()?.trim_end();
    let sign = first.chars().next()?;
    let inside: Vec<&str> = lines.take_while(|line| !is_end(line, first)).collect();
    let closed = text
        .get(begin..)?
        .lines()
        .skip(1)
        .any(|line| is_end(line, first));
    let mut content = inside.iter().filter(|line| !line.trim().is_empty());
    let key = content.next().filter(|line| is_pair(line))?;
    let start = begin + text.get(begin..)?.find(key)?;
    let span = Span::new(file, start..start + key.trim_end().len());
    let block = inside
        .iter()
        .take_while(|line| !line.trim().is_empty())
        .all(|line| is_pair(line) || line.starts_with([' ', '-', '#']));
    if first.len() < 3 || !is_all(first, sign) || !(closed || block) {
        return None;
    }
    match sign {
        '+' if first.len() == 3 => Some(rules::misplaced_front_matter::late(span)),
        '+' => Some(rules::misplaced_front_matter::mark(span, first)),
        '-' => Some(rules::misplaced_front_matter::yaml(span)),
        _ => None,
    }
}

/// Keys with which texts begin that say something of themselves.
const KEYS: [&str; 10] = [
    "title",
    "numbering",
    "authors",
    "status",
    "reviewer",
    "example",
    "author",
    "date",
    "tags",
    "layout",
];

/// The first line of a text, if it gives such a key its value with no mark before it: one in
/// TOML, or two of them in YAML.
fn bare(text: &str) -> Option<&str> {
    let key = |line: &str, sign: char| {
        let value = line
            .split_once(sign)
            .filter(|(key, _)| KEYS.contains(&key.trim()));
        value.map(|(_, value)| value.trim().to_owned())
    };
    let mut lines = text.lines();
    let (first, second) = (lines.next()?.trim_end(), lines.next().unwrap_or_default());
    let toml = key(first, '=').is_some_and(|value| {
        value.starts_with(['"', '\'', '[']) || ["true", "false"].contains(&value.as_str())
    });
    let yaml = key(first, ':').is_some() && key(second, ':').is_some();
    (toml || yaml).then_some(first)
}

/// Whether a line ends the block that another one begins.
fn is_end(line: &str, first: &str) -> bool {
    let line = line.trim();
    let sign = first.chars().next().unwrap_or_default();
    line.len() > 2 && (is_all(line, sign) || (sign == '-' && line == "..."))
}

fn is_all(line: &str, sign: char) -> bool {
    line.chars().all(|c| c == sign)
}

/// Whether a line gives a key its value, in TOML or in YAML.
fn is_pair(line: &str) -> bool {
    let name = |key: &str| {
        let key = key.trim().trim_matches('"');
        let letter = |c: char| c.is_alphanumeric() || "-_".contains(c);
        !key.is_empty() && key.len() < 30 && key.chars().all(letter)
    };
    let toml = line.split_once('=').is_some_and(|(key, _)| name(key));
    let yaml = line
        .split_once(':')
        .is_some_and(|(key, value)| name(key) && (value.is_empty() || value.starts_with(' ')));
    toml || yaml
}

#[cfg(test)]
mod tests {
    use super::misplaced;
    use crate::source::Span;

    #[test]
    fn blocks_of_keys_at_the_beginning_are_seen() {
        let file = Span::of_plan().file;
        for text in [
            "---\ntitle: Profil\n---\nIsi",
            "\n---\nJudul: Profil\npenulis: Tim\n...\nIsi",
            "---\ntitle: Profil\n\nIsi",
            "\n+++\ntitle = \"a\"\n+++\n",
            " +++\ntitle = \"a\"\n+++\n",
            "++++\ntitle = \"a\"\n++++\n",
            "---\ntitle = \"a\"\n---\n",
            "---\r\ntitle: Profil\r\n---\r\nIsi",
            "title = \"Profil\"\n\nIsi",
            "\nstatus = 'draft'\nauthors = [\"Tim\"]\n",
            "title: Profil\nauthor: Tim\n\nIsi",
        ] {
            assert!(misplaced(file, text).is_some(), "{text}");
        }
        for text in [
            "",
            "title: Profil\n\nIsi",
            "Judul = profil\n",
            "status = baik\n",
            "---\n\nIsi",
            "---\nIsi yang panjang.\n---\n",
            "***\nCatatan: isi\n***\n",
            "+++\ntitle = \"a\"\n+++\n",
            "Isi\n\n---\ntitle: a\n---\n",
            "---\nCatatan penting: isi\nlalu\n",
        ] {
            assert!(misplaced(file, text).is_none(), "{text}");
        }
    }
}
