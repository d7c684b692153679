//! Tables that are made from data.

use super::address;
use super::element::{Element, Markup, element};
use super::grid::Grid;
use super::page::Kind;
use super::pending::Pending;
use super::plain::{anchors, find};
use super::writer::{Captioned, Place, Writer};
use crate::compose::tree::{Content, Destination, Inline};
use crate::compose::view::{Row, Table};

/// A caption and what it names.
pub(super) struct Caption {
    /// Id of the table.
    id: Option<String>,
    /// Id of the caption.
    caption_id: String,
    /// The caption.
    text: Element,
}

/// A table with its caption above it.
pub(super) fn captioned(caption: Caption, table: Element, grid: Grid) -> Element {
    let table = table.attribute("aria-labelledby", &caption.caption_id);
    let region = grid.region();
    let region = region.attribute("aria-labelledby", &caption.caption_id);
    element("figure")
        .class("table")
        .id(caption.id.as_deref())
        .add(caption.text.id(Some(&caption.caption_id)))
        .add(region.add(table))
}

/// A table without a caption.
pub(super) fn scrolled(table: Element, name: &str, grid: Grid) -> Element {
    grid.region().attribute("aria-label", name).add(table)
}

impl Writer<'_> {
    /// A table.
    pub(super) fn table(&mut self, table: &Table) -> Element {
        let grid = Grid::new(table.columns.len());
        let made = grid.table();
        let made = if table.dense {
            made.class("dense")
        } else {
            made
        };
        // Notes are numbered in the order in which they are read.
        let caption = table.caption.as_ref().map(|caption| {
            let (number, label) = (table.number.as_deref(), table.label.as_deref());
            self.table_caption(number, caption, label)
        });
        let mut head = grid.row();
        for column in &table.columns {
            head = head.add(
                grid.column_head(column.align)
                    .add(self.content(&column.title)),
            );
            self.page.say(" ");
        }
        let made = made.add(grid.head(head)).add_all(self.bodies(grid, table));
        let written = match caption {
            Some(caption) => captioned(caption, made, grid),
            None => {
                if let Some(label) = &table.label {
                    self.place(label);
                }
                let name = table.columns.first().map(|first| self.plain(&first.title));
                scrolled(made, &name.unwrap_or_default(), grid).id(table.label.as_deref())
            }
        };
        for row in &table.rows {
            self.entry_of(table, row);
        }
        written
    }

    /// The rows, in groups.
    fn bodies(&mut self, grid: Grid, table: &Table) -> Vec<Element> {
        let columns: Vec<(&str, String)> = table
            .columns
            .iter()
            .map(|column| (column.align, self.plain(&column.title)))
            .collect();
        let mut bodies = Vec::new();
        let mut body: Option<Element> = None;
        for row in &table.rows {
            let made = if row.kind == "group" {
                bodies.extend(body.take());
                let text = row.cells.first().map(|cell| self.content(cell));
                let cell = grid.group_head().add_all(text);
                grid.row().class("group").add(cell)
            } else {
                let made = grid.row();
                let mut made = if row.kind == "total" {
                    made.class("total")
                } else {
                    made
                };
                for (at, ((align, name), cell)) in columns.iter().zip(&row.cells).enumerate() {
                    let is_head = at == 0 && columns.len() > 1 && !self.plain(cell).is_empty();
                    let place = if is_head {
                        grid.row_head(align, name)
                    } else {
                        grid.cell(align, name)
                    };
                    made = made.add(place.add(self.content(cell)));
                    self.page.say(" ");
                }
                made
            };
            self.page.say(" ");
            body = Some(body.take().unwrap_or_else(|| grid.body()).add(made));
        }
        bodies.extend(body);
        bodies
    }

    /// The caption of a table, which is taken down for the list of tables.
    pub(super) fn table_caption(
        &mut self,
        number: Option<&str>,
        caption: &Content,
        label: Option<&str>,
    ) -> Caption {
        let word = self.word("book-label-table");
        let customary = number.map(|number| format!("table-{number}"));
        let (id, name, place) = self.captioned_place(word, number, label, customary);
        self.tables.push(Captioned {
            number: name.clone(),
            caption: self.plain(caption),
            place,
        });
        Caption {
            caption_id: format!("caption-{}", self.tables.len()),
            text: self.caption("figcaption", &name, caption),
            id,
        }
    }

    /// Id, name and place of a table or a figure.
    pub(super) fn captioned_place(
        &mut self,
        word: &str,
        number: Option<&str>,
        label: Option<&str>,
        customary: Option<String>,
    ) -> (Option<String>, String, Place) {
        let id = match label {
            Some(label) => self.place(label),
            None => customary,
        };
        let name = number.map_or_else(String::new, |number| format!("{word} {number}"));
        let place = Place {
            file: self.page.file.clone(),
            id: id.clone(),
        };
        (id, name, place)
    }

    /// Number and caption.
    pub(super) fn caption(
        &mut self,
        element_name: &'static str,
        name: &str,
        caption: &Content,
    ) -> Element {
        let mut made = element(element_name);
        if !name.is_empty() {
            let name = format!("{name}.");
            self.page.say(&name);
            self.page.say(" ");
            made = made
                .add(element("span").class("number").text(&name))
                .text(" ");
        }
        let made = made.add(self.content(caption));
        self.page.say(" ");
        made
    }

    /// The page of an entry that a row is about, if there is none yet.
    fn entry_of(&mut self, table: &Table, row: &Row) {
        for (at, cell) in row.cells.iter().enumerate() {
            for label in anchors(cell) {
                let Some(file) = address::of_entry(label) else {
                    continue;
                };
                let is_there = self.places.get(label);
                if is_there.is_some_and(|place| place.id.is_none()) {
                    continue;
                }
                self.entry_page(label, file, (table, row, at));
            }
        }
    }

    /// A page with what a row says, of which the cell at a place names the entry.
    fn entry_page(&mut self, label: &str, file: String, (table, row, at): (&Table, &Row, usize)) {
        let above = self.begin(file, Kind::Entry);
        let named = row.cells.get(at);
        self.page.title = named.map(|cell| self.named(cell)).unwrap_or_default();
        self.page_is(label);
        self.enter(label);
        let title = element("h1").text(&self.page.title);
        let mut facts = element("dl").class("facts");
        for (place, (column, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
            // What the title does not say already.
            if cell.is_empty() || (place == at && self.plain(cell) == self.page.title) {
                continue;
            }
            let name = self.content_in("dt", &column.title);
            self.page.say(" ");
            let value = self.entry_value(cell);
            self.page.say(" ");
            facts = facts.add(element("div").add(name).add(value));
        }
        let opening = element("header").class("opening").add(title);
        self.page.body.push(opening);
        self.page.body.push(facts);
        let _ = self.end(above);
    }

    /// What an entry is called that a cell names: what stands behind its place.
    fn named(&self, cell: &Content) -> String {
        let mut pieces = cell.inlines().iter();
        let is_place = |inline: &Inline| matches!(inline, Inline::Anchor(_));
        let name = pieces.find(|inline| is_place(inline)).and(pieces.next());
        match name {
            Some(name) => self.plain(&Content::of(vec![name.clone()])),
            None => self.plain(cell),
        }
    }

    /// A cell that lists programmes names each of them in full. Notes stay where the table
    /// is.
    fn entry_value(&mut self, cell: &Content) -> Element {
        let mut programs = Vec::new();
        let (mut is_list, mut has_notes) = (true, false);
        find(cell, &mut |inline| match inline {
            Inline::Link(Destination::Label(label), _) if label.starts_with("program:") => {
                programs.push(label.clone());
            }
            Inline::Note(_)
            | Inline::NoteReference(_)
            | Inline::AddressNote(_)
            | Inline::TitleNotes(_)
            | Inline::InnerNotes(_) => has_notes = true,
            Inline::Link(..)
            | Inline::Decimal { .. }
            | Inline::Number(_)
            | Inline::Task(_)
            | Inline::Picture(_)
            | Inline::Marked(..)
            | Inline::ChangePages(_)
            | Inline::Path(_)
            | Inline::Page { .. } => is_list = false,
            Inline::Text(_)
            | Inline::Room(_)
            | Inline::Code(_)
            | Inline::LineBreak
            | Inline::Styled(..)
            | Inline::Anchor(_)
            | Inline::Origin(_) => {}
        });
        if has_notes {
            let words = self.plain(cell);
            return element("dd").add(self.words(&words));
        }
        if programs.is_empty() || !is_list {
            return self.content_in("dd", cell);
        }
        let items = programs.into_iter();
        let items = items.map(|label| element("li").add(Markup::pending(&Pending::Named(label))));
        element("dd").add(element("ul").class("programs").add_all(items))
    }
}
