//! Blocks of text.

use super::element::{Element, Markup, element};
use super::page::Kind;
use super::pending::Pending;
use super::writer::{Way, Writer};
use super::{address, without_soft_hyphens};
use crate::compose::tree::{Alert, Block, BlockKind, Flow, Inline, Part};
use crate::compose::view;

/// The elements of headings.
pub(super) fn heading_name(level: usize) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

impl Writer<'_> {
    /// Blocks below each other.
    pub(super) fn flow(&mut self, flow: &Flow) -> Markup {
        let blocks = flow.0.iter();
        blocks.map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Markup {
        let written = self.block_of_kind(&block.kind);
        self.page.say(" ");
        written
    }

    fn block_of_kind(&mut self, kind: &BlockKind) -> Markup {
        match kind {
            BlockKind::Plain(content) => self.content(content),
            BlockKind::Paragraph(content) => {
                // What stands out as a whole says something of the text.
                let is_remark = matches!(content.inlines(), [Inline::Styled(..)]);
                if !is_remark {
                    let plain = self.plain(content);
                    self.page.describe(&plain);
                }
                self.content_in("p", content).into()
            }
            BlockKind::Heading(heading) => self.section(&heading.section).into(),
            BlockKind::Quote(inner) => element("blockquote").add(self.flow(inner)).into(),
            BlockKind::Alert(alert, inner) => self.alert(*alert, inner).into(),
            BlockKind::Code(code) => {
                let code = without_soft_hyphens(code);
                self.page.say(&code);
                element("pre")
                    .attribute("tabindex", "0")
                    .add(element("code").text(&code))
                    .into()
            }
            BlockKind::Divider => element("hr").into(),
            BlockKind::List(list) => self.list(list).into(),
            BlockKind::Definitions(definitions) => self.definitions(definitions).into(),
            BlockKind::ProseTable(table) => self.prose_table(table).into(),
            BlockKind::Picture(picture) => self.picture(picture).into(),
            BlockKind::LooseNote(name, text) => {
                let name = self.words(name);
                let text = self.note_text(text);
                element("div")
                    .class("loose-note")
                    .add(element("sup").add(name))
                    .add(Markup::text(" "))
                    .add(text)
                    .into()
            }
            BlockKind::Table(table) => self.table(table).into(),
            BlockKind::Drawing(drawing) => self.drawing(drawing).into(),
            BlockKind::Card(card) => self.card(card).into(),
            BlockKind::Profile(profile) => self.profile(profile),
            BlockKind::Goal(goal) => self.goal(goal).into(),
            BlockKind::AtAGlance(glance) => self.at_a_glance(glance),
            BlockKind::Promises(list) => self.promise_list(list).into(),
            BlockKind::Decision(decision) => self.decision(decision).into(),
            BlockKind::Signatures(sheet) => self.signatures(sheet),
            BlockKind::Dateline(dateline) => self.dateline(dateline).into(),
            BlockKind::Cover(cover) => {
                // It is the first page.
                self.pictures.extend(cover.emblem.clone());
                self.cover = Some(cover.as_ref().clone());
                Markup::default()
            }
            BlockKind::Contents => Markup::pending(&Pending::Contents),
            BlockKind::ListOfTables => Markup::pending(&Pending::Tables),
            BlockKind::ListOfFigures => Markup::pending(&Pending::Figures),
            BlockKind::Draft(inner) => element("div")
                .class("draft")
                .add(
                    element("p")
                        .class("stamp")
                        .text(self.word("book-label-draft-text")),
                )
                .add(self.flow(inner))
                .into(),
            BlockKind::Byline(names) => {
                let names = self.words(names);
                element("p")
                    .class("byline")
                    .text(self.word("book-label-by"))
                    .text(" ")
                    .add(names)
                    .into()
            }
            BlockKind::Anchor(label) => {
                let id = self.place(label);
                element("span").id(id.as_deref()).into()
            }
            BlockKind::Include(path) => match self.parts.get(path.as_str()) {
                Some(part) => self.included(part),
                None => Markup::default(),
            },
        }
    }

    /// A heading with its number.
    fn section(&mut self, section: &view::Section) -> Element {
        let title = self.plain(&section.title);
        let (label, number) = (section.label.as_deref(), section.number.as_deref());
        let (level, id) = self.heading(section.level, label, number, &title);
        let text = self.title(&section.title);
        numbered(heading_name(level), number, text).id(Some(&id))
    }

    fn alert(&mut self, alert: Alert, inner: &Flow) -> Element {
        let word = match alert {
            Alert::Note => self.word("book-label-note"),
            Alert::Tip => self.word("book-label-tip"),
            Alert::Important => self.word("book-label-important"),
            Alert::Warning => self.word("book-label-warning"),
            Alert::Caution => self.word("book-label-caution"),
        };
        element("div")
            .class(&format!("alert {}", alert.word()))
            .attribute("role", "note")
            .add(element("p").class("alert-title").text(word))
            .add(self.flow(inner))
    }

    /// A part that another one includes: a page of its own, to which its place leads.
    fn included(&mut self, part: &Part) -> Markup {
        let first = part.body.0.iter().find_map(heading_of);
        let Some(first) = first else {
            return self.flow(&part.body);
        };
        let label = first.label.as_deref();
        let file = label.and_then(address::of_entry);
        let file = file.unwrap_or_else(|| address::of_part(&part.path));
        let above = self.begin(file, Kind::Section);
        self.page.title = self.plain(&first.title);
        self.page.number.clone_from(&first.number);
        self.page.raised = first.level.saturating_sub(1);
        if let Some(label) = label {
            self.page_is(label);
            self.enter(label);
        }
        let mut is_opened = false;
        for block in &part.body.0 {
            let written = match heading_of(block).filter(|_| !is_opened) {
                Some(section) => {
                    is_opened = true;
                    let title = self.title(&section.title);
                    let title = numbered("h1", section.number.as_deref(), title);
                    element("header").class("opening").add(title).into()
                }
                None => self.block(block),
            };
            self.page.body.push(written);
        }
        let way = self.end(above);
        let description = way.description.as_ref();
        let description = description.map(|text| element("p").text(text));
        let teaser = self.teaser(&way, first.level, label);
        teaser.class("teaser").add_all(description).into()
    }

    /// What leads to a page, in its place: a heading, which the search finds on the page
    /// itself.
    pub(super) fn teaser(&mut self, way: &Way, level: usize, label: Option<&str>) -> Element {
        let number = way.number.as_deref();
        let (level, id) = self.unsaid(|writer| writer.heading(level, label, number, &way.title));
        let link = element("a")
            .attribute("href", &address::between(&self.page.file, &way.file))
            .text(&way.title);
        let heading = numbered(heading_name(level), number, link.into());
        element("section").id(Some(&id)).add(heading)
    }
}

/// The heading that a block is.
fn heading_of(block: &Block) -> Option<&view::Section> {
    if let BlockKind::Heading(heading) = &block.kind {
        Some(&heading.section)
    } else {
        None
    }
}

/// A heading with its number before it.
pub(super) fn numbered(name: &'static str, number: Option<&str>, title: Markup) -> Element {
    let number = number.map(|number| element("span").class("number").text(number));
    let gap = number.as_ref().map(|_| Markup::text(" "));
    let number = number.map(Markup::from);
    element(name)
        .add_all(number.into_iter().chain(gap))
        .add(title)
}
