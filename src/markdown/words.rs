//! What a text prints, word by word, so that it can be compared with what it printed
//! before a change.

use unicode_general_category::{GeneralCategory, get_general_category};

use super::tree::{BlockKind, InlineKind, LinkForm, Text};
use super::{Node, Visitor, walk};
use crate::slice::slice;

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

/// The words of a text and its tree; `has_title` says whether its title is printed.
pub fn words(text: &str, tree: &Text, has_title: bool) -> Words {
    let mut reader = Reader {
        words: Words::default(),
        titled: !has_title,
        in_title: false,
        at_start: true,
        broken: false,
        numbers: Vec::new(),
    };
    if let Some(front) = &tree.front {
        let toml = slice(text, front.toml.clone());
        reader.words.toml.push(toml.to_owned());
    }
    walk(&tree.blocks, &mut reader);
    reader.words
}

struct Reader {
    words: Words,
    /// Whether the next heading of the first level is the title, and none of the words.
    titled: bool,
    in_title: bool,
    /// Whether the next text begins a line.
    at_start: bool,
    /// Whether the line was ended and nothing was printed since: what ends a paragraph
    /// breaks no line.
    broken: bool,
    /// Numbers of the items of the lists that are open.
    numbers: Vec<Option<u64>>,
}

impl<'t> Visitor<'t> for Reader {
    fn enter(&mut self, node: Node<'t>) {
        match node {
            Node::Block(block) => self.begin_block(&block.kind),
            Node::Caption(_) => self.begin("paragraph"),
            Node::Item(_) => {
                self.begin("item");
                self.number();
            }
            Node::Term(_) => self.begin("term"),
            Node::Meaning(_) => self.begin("meaning"),
            Node::Head(_) => self.begin("head"),
            Node::Row(_) => self.begin("row"),
            Node::Cell(_) => self.begin("cell"),
            Node::Piece(_) => {}
            Node::Inline(inline) => self.begin_inline(&inline.kind),
        }
    }

    fn leave(&mut self, node: Node<'t>) {
        match node {
            Node::Block(block) => self.end_block(&block.kind),
            Node::Caption(_)
            | Node::Item(_)
            | Node::Term(_)
            | Node::Meaning(_)
            | Node::Head(_)
            | Node::Row(_)
            | Node::Cell(_) => self.end(),
            Node::Piece(_) => {}
            Node::Inline(inline) => self.end_inline(&inline.kind),
        }
    }
}

impl Reader {
    fn begin_block(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Paragraph(_) => self.begin("paragraph"),
            BlockKind::Plain(_) => {}
            BlockKind::Heading(heading) => {
                self.begin(&format!("heading {}", heading.level));
                self.in_title = heading.level == 1 && self.titled;
            }
            BlockKind::Quote(alert, _) => self.begin(&format!("quote {alert:?}")),
            BlockKind::Code(code) => {
                self.begin("lines");
                if code.is_embed() {
                    self.words.toml.push(code.text());
                } else {
                    for piece in &code.pieces {
                        self.text(&piece.text);
                    }
                }
            }
            BlockKind::List(list) => {
                self.begin(&format!("list {}", list.start.is_some()));
                self.numbers.push(list.start);
            }
            BlockKind::Definitions(_) => self.begin("definitions"),
            BlockKind::Table(_) => self.begin("table"),
            BlockKind::Note(note) => self.begin(&format!("note {}", note.name)),
            BlockKind::Rule => self.begin("rule"),
        }
    }

    fn end_block(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Plain(_) => return,
            BlockKind::List(_) => {
                self.numbers.pop();
            }
            BlockKind::Heading(_) => {
                // Only the first is left out.
                self.titled &= !self.in_title;
                self.in_title = false;
            }
            BlockKind::Paragraph(_)
            | BlockKind::Quote(..)
            | BlockKind::Code(_)
            | BlockKind::Definitions(_)
            | BlockKind::Table(_)
            | BlockKind::Note(_)
            | BlockKind::Rule => {}
        }
        self.end();
    }

    fn begin_inline(&mut self, kind: &InlineKind) {
        match kind {
            InlineKind::Text(text) => self.text(text),
            InlineKind::Code(text) | InlineKind::Formula(text) => {
                self.mark("code");
                self.say(text);
            }
            InlineKind::Styled(style, _) => self.mark(&format!("{style:?}")),
            InlineKind::Link(link) => {
                if link.form == LinkForm::Words {
                    self.mark("link");
                }
            }
            InlineKind::Image(_) => self.mark("image"),
            InlineKind::NoteReference(name) => {
                self.mark("note");
                self.say(name);
            }
            InlineKind::Task(done) => self.mark(if *done { "done" } else { "task" }),
            InlineKind::Dropped(dropped) => self.mark(&format!("{dropped:?}")),
            InlineKind::HardBreak => {
                self.broken = true;
                self.at_start = true;
            }
            InlineKind::SoftBreak => self.at_start = true,
            InlineKind::TornFormula | InlineKind::TornTable => {}
        }
    }

    fn end_inline(&mut self, kind: &InlineKind) {
        match kind {
            InlineKind::Styled(..) => self.words.exact.push(CLOSE),
            InlineKind::Link(link) => {
                if link.form == LinkForm::Words {
                    self.end_address(&link.destination, &link.title);
                }
            }
            InlineKind::Image(image) => self.end_address(&image.destination, &image.title),
            InlineKind::Text(_)
            | InlineKind::Code(_)
            | InlineKind::Formula(_)
            | InlineKind::SoftBreak
            | InlineKind::HardBreak
            | InlineKind::NoteReference(_)
            | InlineKind::Task(_)
            | InlineKind::Dropped(_)
            | InlineKind::TornFormula
            | InlineKind::TornTable => {}
        }
    }

    /// Begins a block or a part of one.
    fn begin(&mut self, name: &str) {
        self.mark(name);
        self.at_start = true;
    }

    /// Ends it.
    fn end(&mut self) {
        self.broken = false;
        self.words.exact.push(CLOSE);
    }

    /// Ends a link or an image with what it leads to.
    fn end_address(&mut self, address: &str, title: &str) {
        self.say(address);
        self.say(title);
        self.words.exact.push(CLOSE);
    }

    /// Says the number of an item.
    fn number(&mut self) {
        if let Some(Some(next)) = self.numbers.last_mut() {
            let number = next.to_string();
            *next = next.saturating_add(1);
            self.say(&number);
        }
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
    use super::{Words, words};
    use crate::markdown::read;

    fn of(text: &str, has_title: bool) -> Words {
        words(text, &read(text), has_title)
    }

    fn exact(text: &str) -> String {
        of(text, true).exact
    }

    fn letters(text: &str) -> String {
        of(text, true).letters
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
        assert_eq!(of(title, false).letters, "Lagi");
        assert_eq!(of(title, true).letters, "JudulLagi");
    }
}
