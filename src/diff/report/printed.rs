//! Narrative as the book prints it: its words, without its markup.

use super::super::{EntryKind, EntryRef, Version};
use super::side::Audience;
use super::wording::Wording;
use crate::address::{Form, LinkKind, PlaceKind, form, link_kind};
use crate::markdown::paragraph::{Content, Paragraph};
use crate::markdown::{Image, Inline, InlineKind, attributes, notes_in_title};
use crate::slice::slice;

impl Wording<'_> {
    /// The words of a paragraph of one of the plans.
    pub fn printed(&self, paragraph: &Paragraph, version: Version) -> String {
        match &paragraph.content {
            Content::Line(line) => self.line(line, version),
            Content::Row(cells) => {
                let cells = cells.iter().map(|cell| self.line(&cell.line, version));
                let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
                cells.join(" · ")
            }
            Content::Code(code) if code.is_embed() => self.block(&code.text(), version),
            Content::Code(code) => code.text().trim_end().to_owned(),
            Content::Rule => String::from("—"),
        }
    }

    /// What a block asks for that asks for a list or a figure, and its caption.
    fn block(&self, code: &str, version: Version) -> String {
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

    fn line(&self, line: &[Inline], version: Version) -> String {
        let mut words = String::new();
        self.add(line, version, &mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Adds what a line prints to some words. The marks of footnotes are left out, which stand
    /// in another paragraph.
    fn add(&self, line: &[Inline], version: Version, words: &mut String) {
        for inline in line {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Formula(text) => {
                    words.push_str(text);
                }
                InlineKind::Styled(_, line) => self.add(line, version, words),
                InlineKind::Link(link) => {
                    let bare = Some(&link.destination).filter(|_| link.is_bare());
                    match bare.and_then(|address| self.reference(address, version)) {
                        Some(name) => words.push_str(&name),
                        None => self.add(&link.line, version, words),
                    }
                }
                InlineKind::Image(image) => words.push_str(&self.image(image)),
                InlineKind::SoftBreak | InlineKind::HardBreak => words.push(' '),
                InlineKind::Task(done) => words.push_str(if *done { "☑ " } else { "☐ " }),
                InlineKind::NoteReference(_)
                | InlineKind::Dropped(_)
                | InlineKind::TornFormula
                | InlineKind::TornTable => {}
            }
        }
    }

    /// That there is an image, with its caption.
    fn image(&self, image: &Image) -> String {
        let (caption, _) = attributes(&image.title);
        let word = self.say("diff-image", Vec::new());
        match without_notes(caption).trim() {
            "" => format!("[{word}]"),
            caption => format!("[{word}: {caption}]"),
        }
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
                        Some(Form::Number | Form::Short),
                        Some(short),
                    ) => short,
                    (EntryKind::Program, Some(Form::Title), Some(number)) => {
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
                    (Some(title), Some(Form::Title)) => title,
                    (Some(title), _) => format!("{word} “{title}”"),
                    (None, _) => word,
                })
            }
            LinkKind::Value(link, query) => {
                let value = self.diff.value(link.written, version)?;
                let asked = form(query).ok().flatten();
                Some(self.catalogue.text(&value.printed(asked)))
            }
            LinkKind::File(..) | LinkKind::External | LinkKind::Unknown => None,
        }
    }
}

/// The caption of an image without the marks of its footnotes: `[^1]`.
fn without_notes(caption: &str) -> String {
    let mut words = String::new();
    let mut from = 0;
    for (_, mark) in notes_in_title(caption) {
        words.push_str(slice(caption, from..mark.start));
        from = mark.end;
    }
    words.push_str(slice(caption, from..));
    words
}
