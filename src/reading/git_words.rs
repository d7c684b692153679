//! What git says of a revision, in the words of the reader.
//!
//! The errors of the library have kinds for what is missing only; the others are told by
//! their sentences, and one that is not known here is quoted.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::language::{Arg, Message, message};
use crate::pattern::literal_pattern;

/// A sentence of git, and what it means; the groups of the sentence are its values.
type Sentence = (Regex, fn(&Captures<'_>) -> Message);

/// The number that a sentence tells behind this name.
fn number(found: &Captures<'_>, name: &str) -> Arg {
    let digits = found.name(name).map_or("0", |digits| digits.as_str());
    match digits.parse() {
        Ok(count) => Arg::Count(count),
        Err(_) => Arg::Text(digits.to_owned()),
    }
}

fn text(found: &Captures<'_>, name: &str) -> String {
    found.name(name).map_or("", |text| text.as_str()).to_owned()
}

fn sentence(pattern: &'static str, meaning: fn(&Captures<'_>) -> Message) -> Sentence {
    (literal_pattern(pattern), meaning)
}

static SENTENCES: LazyLock<Vec<Sentence>> = LazyLock::new(|| {
    vec![
        sentence(r"^Commit \S+ has (?<count>\d+) ancestors", |found| {
            message!("git-says.ancestors", count = number(found, "count"))
        }),
        sentence(r"^Commit \S+ has (?<count>\d+) parents", |found| {
            message!("git-says.parents", count = number(found, "count"))
        }),
        sentence(r"has (?<count>\d+) ref-log entries", |found| {
            message!("git-says.log", count = number(found, "count"))
        }),
        sentence(r"has (?<count>\d+) prior checkouts", |found| {
            message!("git-says.checkouts", count = number(found, "count"))
        }),
        sentence(
            "^(?:Unknown date format|Date lies out of range|Day \\d+ lies out of range)",
            |_| message!("git-says.date"),
        ),
        sentence(r#"matched text "(?<text>.*)"$"#, |found| {
            message!("git-says.subject", text = text(found, "text"))
        }),
        sentence(r#"^Could not find path "(?<path>.*)" in tree"#, |found| {
            message!("git-says.path", path = text(found, "path"))
        }),
        sentence(
            "trying to peel to|^cannot peel to unknown target|^Could not peel",
            |_| message!("git-says.kind"),
        ),
        sentence("^Couldn't find sibling|sibling branches like", |_| {
            message!("git-says.upstream")
        }),
        sentence("^unclosed brace pair", |_| message!("git-says.brace")),
        sentence("misses a ref name", |_| message!("git-says.empty")),
        sentence(
            "^Reference name (?:contains|cannot)|^A reference (?:must|name)|rev-spec is malformed",
            |_| message!("git-says.name"),
        ),
        sentence("^Short id \\S+ is ambiguous", |_| {
            message!("git-says.ambiguous")
        }),
    ]
});

/// Why git cannot tell a revision, from the sentence with which it says so.
pub fn reason(said: &str) -> Message {
    let known = SENTENCES.iter().find_map(|(pattern, meaning)| {
        let found = pattern.captures(said)?;
        Some(meaning(&found))
    });
    known.unwrap_or_else(|| message!("git-says", text = said))
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn sentences_of_git_are_understood() {
        for (said, key) in [
            (
                "Commit f264132 has 0 ancestors along the first parent and ancestor number 99 is \
                 out of range",
                "git-says.ancestors",
            ),
            (
                "Commit f264132 has 0 parents and parent number 9 is out of range",
                "git-says.parents",
            ),
            ("Unknown date format, input=\"kemarin\"", "git-says.date"),
            ("unclosed brace pair, input=\"{\"", "git-says.brace"),
            (
                "Reference name contains invalid byte: \" \"",
                "git-says.name",
            ),
            ("something new", "git-says"),
        ] {
            assert_eq!(reason(said).key, key, "{said}");
        }
    }
}
