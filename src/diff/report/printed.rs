//! Narrative as the book prints it: its words, without its markup.

use pulldown_cmark::{CodeBlockKind, Tag, TagEnd};

use super::super::{EntryKind, EntryRef, Version};
use super::side::Audience;
use super::wording::Wording;
use crate::markdown::paragraph::{Form, Paragraph, cells};
use crate::markdown::{
    Blocks, Event, Form as Part, LinkKind, PlaceKind, attributes, form, link_kind,
};

/// With these the caption of a table begins, which prints without them.
const CAPTIONS: [&str; 2] = ["Tabel:", "Table:"];

/// The boxes of a list of tasks, as they are written and as they are printed.
const BOXES: [(&str, &str); 3] = [("[x] ", "☑"), ("[X] ", "☑"), ("[ ] ", "☐")];

/// The language of blocks that ask for a list or a figure made of the data.
const BLOCK: &str = "ambonplan";

impl Wording<'_> {
    /// The words of a paragraph of one of the plans.
    pub fn printed(&self, paragraph: &Paragraph, version: Version) -> String {
        match paragraph.form {
            Form::Rule => String::from("—"),
            Form::Code => self.block(&paragraph.text, version),
            Form::Row => {
                let cells = cells(&paragraph.text).into_iter();
                let cells = cells.map(|cell| self.line(&cell.replace("\\|", "|"), version));
                let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
                cells.join(" · ")
            }
            Form::Text => {
                let mut captions = CAPTIONS.iter();
                let caption = captions.find_map(|word| paragraph.text.strip_prefix(word));
                self.line(caption.unwrap_or(&paragraph.text), version)
            }
            Form::Heading(_) => self.line(&paragraph.text, version),
            Form::Item(_) | Form::Numbered(_) => {
                let mut boxes = BOXES.iter();
                let found = boxes.find_map(|(written, printed)| {
                    Some((*printed, paragraph.text.strip_prefix(written)?))
                });
                match found {
                    Some((printed, text)) => format!("{printed} {}", self.line(text, version)),
                    None => self.line(&paragraph.text, version),
                }
            }
        }
    }

    /// Code as it is; of a block that asks for a list or a figure, what it asks for and its
    /// caption.
    fn block(&self, text: &str, version: Version) -> String {
        let (info, code) = text.split_once('\n').unwrap_or((text, ""));
        if info.split(' ').next() != Some(BLOCK) {
            return code.trim_end().to_owned();
        }
        let Ok(asked) = toml::from_str::<toml::Table>(code) else {
            return self.say("diff-block", Vec::new());
        };
        let said = |key: &str| asked.get(key).and_then(toml::Value::as_str);
        let shown = said("show").and_then(|show| self.catalogue.find(&format!("meaning-{show}")));
        let mut words = shown.unwrap_or_else(|| self.say("diff-block", Vec::new()));
        if let Some(caption) = said("caption") {
            words.push_str(&format!(": {caption}"));
        }
        let chosen = asked.iter().filter(|(key, _)| {
            let is_author = self.audience == Audience::Author;
            !["show", "caption"].contains(&key.as_str()) && (is_author || key.as_str() != "id")
        });
        let chosen: Vec<String> = chosen
            .map(|(key, value)| {
                let name = self.catalogue.find(&format!("entry-{key}"));
                let name = name.unwrap_or_else(|| self.field(key));
                format!("{name} {}", self.asked(key, value, version))
            })
            .collect();
        if !chosen.is_empty() {
            words.push_str(&format!(" ({})", chosen.join("; ")));
        }
        words
    }

    /// A value of a block that asks for a list or a figure.
    fn asked(&self, key: &str, value: &toml::Value, version: Version) -> String {
        let Some(text) = value.as_str() else {
            return match value.as_bool() {
                Some(true) => self.say("diff-yes", Vec::new()),
                Some(false) => self.say("diff-no", Vec::new()),
                None => value.to_string(),
            };
        };
        match EntryKind::parse(key) {
            Some(kind) => self.diff.name_in(version, &EntryRef::new(kind, text)),
            None => self.word(key, "", text),
        }
    }

    fn line(&self, text: &str, version: Version) -> String {
        let mut words = String::new();
        let mut blocks = Blocks::new(text);
        let mut items = Vec::new();
        // How deep inside something is whose text is not printed.
        let mut hidden = 0_usize;
        while blocks.read(&mut items) {
            for (event, _) in items.drain(..) {
                match event {
                    Event::Start(Tag::Image { title, .. }) => {
                        hidden = hidden.saturating_add(1);
                        let (caption, _) = attributes(&title);
                        let image = self.say("diff-image", Vec::new());
                        words.push_str(&match caption.trim() {
                            "" => format!("[{image}]"),
                            caption => format!("[{image}: {caption}]"),
                        });
                    }
                    Event::Start(Tag::Link { .. }) if hidden > 0 => {
                        hidden = hidden.saturating_add(1);
                    }
                    Event::Start(Tag::Link {
                        dest_url,
                        link_type,
                        ..
                    }) => {
                        let is_bare = link_type == pulldown_cmark::LinkType::Autolink;
                        let named = self.reference(&dest_url, version);
                        if let Some(name) = named.filter(|_| is_bare || is_empty(text, &dest_url)) {
                            hidden = 1;
                            words.push_str(&name);
                        }
                    }
                    Event::End(TagEnd::Image | TagEnd::Link) => hidden = hidden.saturating_sub(1),
                    Event::Text(part) | Event::Code(part) | Event::Formula(part) if hidden == 0 => {
                        words.push_str(&part);
                    }
                    Event::SoftBreak | Event::HardBreak => words.push(' '),
                    Event::Task(true) if hidden == 0 => words.push_str("☑ "),
                    Event::Task(false) if hidden == 0 => words.push_str("☐ "),
                    Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {}
                    Event::End(end) if !crate::markdown::is_inline(end) => words.push(' '),
                    Event::Start(_)
                    | Event::End(_)
                    | Event::StartKey
                    | Event::EndKey
                    | Event::Text(_)
                    | Event::Code(_)
                    | Event::Formula(_)
                    | Event::TornFormula
                    | Event::TornTable
                    | Event::Rule
                    | Event::FootnoteReference(_)
                    | Event::Task(_)
                    | Event::Html(_) => {}
                }
            }
        }
        // The caption of a table is a paragraph with attributes.
        let (words, _) = attributes(&words);
        let words = without_notes(words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What a reference without a text of its own prints; `None` for a link that leads
    /// out of the plan.
    fn reference(&self, address: &str, version: Version) -> Option<String> {
        match link_kind(address) {
            LinkKind::Entry(kind, id, query) => {
                let kind = EntryKind::from(kind);
                let key = EntryRef::new(kind, id);
                let name = self.diff.name_in(version, &key);
                let asked = form(query).ok().flatten();
                let short = self.diff.short(&key);
                Some(match (kind, asked, short) {
                    (
                        EntryKind::Program | EntryKind::Opd,
                        Some(Part::Number | Part::Short),
                        Some(short),
                    ) => short,
                    (EntryKind::Program, Some(Part::Title), Some(number)) => {
                        let title = name.strip_prefix(&number).unwrap_or(&name);
                        title.trim_start().to_owned()
                    }
                    _ => name.trim_end_matches('.').to_owned(),
                })
            }
            LinkKind::Place(kind, id, query) => {
                let word = match kind {
                    PlaceKind::Heading => self.say("diff-place-heading", Vec::new()),
                    PlaceKind::Figure => self.say("diff-place-figure", Vec::new()),
                    PlaceKind::Table => self.say("diff-place-table", Vec::new()),
                };
                // Its number is known to the book alone.
                let title = self.diff.place(kind, id, version);
                let asked = form(query).ok().flatten();
                Some(match (title, asked) {
                    (Some(title), Some(Part::Title)) => title,
                    (Some(title), _) => format!("{word} “{title}”"),
                    (None, _) => word,
                })
            }
            LinkKind::File(..) | LinkKind::External | LinkKind::Unknown => None,
        }
    }
}

/// A text without the marks of its footnotes, which stand in another paragraph: `[^1]`.
fn without_notes(text: &str) -> String {
    let mut parts = text.split("[^");
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((note, rest)) if !note.contains(char::is_whitespace) => words.push_str(rest),
            _ => {
                words.push_str("[^");
                words.push_str(part);
            }
        }
    }
    words
}

/// Whether a link in a text is written without words: `[](program:a)`.
fn is_empty(text: &str, address: &str) -> bool {
    text.contains(&format!("[]({address}"))
}
