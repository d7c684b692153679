//! What a text prints, word by word, so that it can be compared with what it printed
//! before a change.

use pulldown_cmark::{CodeBlockKind, LinkType, Tag, TagEnd};
use unicode_general_category::{GeneralCategory, get_general_category};

use super::{Blocks, Event, front_matter};
use crate::source::slice;

/// Begins and ends an element in [`Words::exact`]: no text has these characters.
const OPEN: char = '\u{1}';
const CLOSE: char = '\u{2}';

/// The words of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Words and the elements that they stand in. Marks that end sentences, quotation
    /// marks, dashes and white space do not count.
    pub(crate) exact: String,
    /// Letters and digits alone, in their order, whatever they stand in; numbers of items
    /// and addresses of links and images are among them.
    pub letters: String,
    /// The TOML in the text: its front matter, and what its blocks say to the compiler.
    pub toml: Vec<String>,
}

/// The words of a text; `has_title` says whether its title is printed.
pub fn words(text: &str, has_title: bool) -> Words {
    let mut reader = Reader {
        words: Words::default(),
        titled: !has_title,
        in_title: false,
        embed: None,
        at_start: true,
        broken: false,
        numbers: Vec::new(),
        links: Vec::new(),
    };
    if let Some(front) = front_matter(text) {
        let toml = slice(text, front.toml);
        reader.words.toml.push(toml.to_owned());
    }
    let mut blocks = Blocks::new(text);
    let mut items = Vec::new();
    while blocks.read(&mut items) {
        for (event, _) in items.drain(..) {
            reader.event(event);
        }
    }
    reader.words
}

struct Reader {
    words: Words,
    /// Whether the title was met, or is none of the words.
    titled: bool,
    in_title: bool,
    /// TOML of the block that is open.
    embed: Option<String>,
    /// Whether the next text begins a line.
    at_start: bool,
    /// Whether the line was ended and nothing was printed since: what ends a paragraph
    /// breaks no line.
    broken: bool,
    /// Numbers of the items of the lists that are open.
    numbers: Vec<Option<u64>>,
    /// Addresses and titles of links that are open; nothing for one that prints it.
    links: Vec<Option<String>>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(end) => self.close(end),
            Event::Text(text) => match &mut self.embed {
                Some(toml) => toml.push_str(&text),
                None => self.text(&text),
            },
            Event::Code(text) | Event::Formula(text) => {
                self.mark("code");
                self.say(&text);
            }
            Event::FootnoteReference(name) => {
                self.mark("note");
                self.say(&name);
            }
            Event::Html(left_out) => self.mark(&format!("{left_out:?}")),
            Event::StartKey => self.mark("key"),
            Event::EndKey => self.mark("end"),
            Event::Rule => self.mark("rule"),
            Event::Task(done) => self.mark(if done { "done" } else { "task" }),
            Event::HardBreak => {
                self.broken = true;
                self.at_start = true;
            }
            Event::SoftBreak => self.at_start = true,
            Event::TornFormula | Event::TornTable => {}
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "other elements are told by their names and hold no words of their own"
    )]
    fn open(&mut self, tag: Tag<'_>) {
        let name = match &tag {
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => {
                return self.links.push(None);
            }
            Tag::Link { .. } => "link".to_owned(),
            Tag::Image { .. } => "image".to_owned(),
            Tag::Heading { level, .. } => format!("heading {level}"),
            Tag::BlockQuote(kind) => format!("quote {kind:?}"),
            Tag::FootnoteDefinition(name) => format!("note {name}"),
            other => format!("{:?}", other.to_end()),
        };
        self.mark(&name);
        match &tag {
            Tag::Link {
                dest_url, title, ..
            }
            | Tag::Image {
                dest_url, title, ..
            } => self.links.push(Some(format!("{dest_url}{title}"))),
            Tag::List(first) => self.numbers.push(*first),
            Tag::Item => self.number(),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if info.trim() == "ambonplan" => {
                self.embed = Some(String::new());
            }
            Tag::Heading { level, .. } if *level as usize == 1 && self.titled => {
                self.in_title = true;
            }
            _ => {}
        }
        self.at_start |= !matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
    }

    /// Says the number of an item.
    fn number(&mut self) {
        let mut number = None;
        if let Some(Some(next)) = self.numbers.last_mut() {
            number = Some(next.to_string());
            *next = next.saturating_add(1);
        }
        if let Some(number) = number {
            self.say(&number);
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "other elements are told by their names and hold no words of their own"
    )]
    fn close(&mut self, end: TagEnd) {
        match end {
            TagEnd::Link | TagEnd::Image => match self.links.pop().flatten() {
                Some(address) => self.say(&address),
                None => return,
            },
            TagEnd::List(_) => {
                self.numbers.pop();
            }
            TagEnd::CodeBlock => self.words.toml.extend(self.embed.take()),
            TagEnd::Heading(_) => {
                // Only the first is left out.
                self.titled &= !self.in_title;
                self.in_title = false;
            }
            _ => {}
        }
        self.broken &= matches!(
            end,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        );
        self.words.exact.push(CLOSE);
    }

    fn text(&mut self, text: &str) {
        // A bullet of word processors, which is a letter in other fonts.
        let bullet = text
            .strip_prefix(|c| "oØÜüþàvqnl".contains(c))
            .filter(|rest| rest.starts_with(char::is_whitespace));
        match bullet.filter(|_| self.at_start) {
            Some(rest) => self.say(rest),
            None => self.say(text),
        }
        self.at_start &= text.trim().is_empty();
    }

    fn mark(&mut self, name: &str) {
        self.words.exact.push(OPEN);
        self.words.exact.push_str(name);
    }

    fn say(&mut self, text: &str) {
        if self.in_title {
            return;
        }
        for c in text.chars() {
            if c.is_alphanumeric() {
                self.words.letters.push(c);
            }
            if !is_slight(c) {
                if std::mem::take(&mut self.broken) {
                    self.mark("break");
                }
                self.words.exact.push(c);
            }
        }
    }
}

/// Whether a character is a mark or white space that a change may touch, or one that
/// nobody sees.
pub(crate) fn is_slight(c: char) -> bool {
    let unseen = matches!(
        get_general_category(c),
        GeneralCategory::Control | GeneralCategory::Format
    );
    unseen || c.is_whitespace() || ".,;:!?-‑–—…'\"‘’“”".contains(c)
}

#[cfg(test)]
mod tests {
    use super::words;

    fn exact(text: &str) -> String {
        words(text, true).exact
    }

    fn letters(text: &str) -> String {
        words(text, true).letters
    }

    #[test]
    fn changes_of_marks_and_addresses_are_none() {
        for (one, other) in [
            ("Rp1,250,000", "Rp1.250.000"),
            ("a  b , c", "a b, c"),
            ("https://a.id/x", "<https://a.id/x>"),
        ] {
            assert_eq!(exact(one), exact(other), "{one}");
        }
        for (one, other) in [
            ("butir\n1 . Lalu", "butir\n1. Lalu"),
            ("![foo](a.jpg ,)", "![foo](a.jpg,)"),
            ("<x Rp1,250,000 y>", "<x Rp1.250.000 y>"),
            (
                "<div>\nlihat https://a.id/x\n</div>",
                "<div>\nlihat <https://a.id/x>\n</div>",
            ),
            ("a b", "a c"),
            ("a\n\nb", "a b"),
        ] {
            assert_ne!(exact(one), exact(other), "{one}");
        }
    }

    #[test]
    fn other_elements_have_the_same_letters() {
        for (one, other) in [
            ("##Judul", "## Judul"),
            ("• Satu\n• Dua", "- Satu\n- Dua"),
            ("o Satu\no Dua", "- Satu\n- Dua"),
            ("Ø\tSatu\nØ\tDua", "- Satu\n- Dua"),
            ("1)Satu\n2)Dua", "1) Satu\n2) Dua"),
            ("![P k](a b.png)", "![P k](<a b.png>)"),
            ("a;b\nc;d", "| a | b |\n|---|---|\n| c | d |"),
        ] {
            assert_eq!(letters(one), letters(other), "{one}");
        }
        assert_ne!(letters("obat"), letters("bat"));
        let title = "# Judul\n\n# Lagi";
        assert_eq!(words(title, false).letters, "Lagi");
        assert_eq!(words(title, true).letters, "JudulLagi");
    }
}
