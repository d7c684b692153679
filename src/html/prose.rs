//! What only narrative has: lists, definitions, tables that were written, pictures.

use super::element::{Element, element};
use super::grid::Grid;
use super::table::{captioned, scrolled};
use super::writer::Writer;
use super::{address, writer};
use crate::compose::tree::{Content, Definition, List, Picture, ProseTable, Tasks};
use crate::compose::view;

impl Writer<'_> {
    pub(super) fn list(&mut self, list: &List) -> Element {
        let made = match list.start {
            Some(1) => element("ol"),
            Some(start) => element("ol").attribute("start", &start.to_string()),
            None => element("ul"),
        };
        let made = match list.tasks {
            Tasks::None => made,
            Tasks::Some => made.class("some-tasks"),
            Tasks::All => made.class("tasks"),
        };
        let items = list.items.iter();
        made.add_all(items.map(|item| element("li").add(self.flow(&item.body))))
    }

    pub(super) fn definitions(&mut self, definitions: &[Definition]) -> Element {
        let mut list = element("dl").class("definitions");
        for definition in definitions {
            list = list.add(self.content_in("dt", &definition.term));
            self.page.say(" ");
            let meanings = definition.meanings.iter();
            list = list.add_all(meanings.map(|one| element("dd").add(self.flow(one))));
        }
        list
    }

    /// A table of narrative; its first row is the head.
    pub(super) fn prose_table(&mut self, table: &ProseTable) -> Element {
        // Notes are numbered in the order in which they are read.
        let caption = table.head.as_ref().map(|head| {
            let (number, label) = (head.number.as_deref(), head.label.as_deref());
            self.table_caption(number, &head.caption, label)
        });
        self.unmarked_notes(&table.notes);
        let grid = Grid::new(table.columns.len());
        let head = table.rows.first().map_or(&[][..], |row| &row.cells);
        let names: Vec<String> = head.iter().map(|cell| self.plain(&cell.content)).collect();
        let mut rows = Vec::new();
        for (at, row) in table.rows.iter().enumerate() {
            let mut made = grid.row();
            for ((column, name), cell) in table.columns.iter().zip(&names).zip(&row.cells) {
                let place = if at == 0 {
                    grid.column_head(column.align)
                } else {
                    grid.cell(column.align, name)
                };
                made = made.add(place.add(self.content(&cell.content)));
                self.page.say(" ");
            }
            rows.push(made);
        }
        let mut rows = rows.into_iter();
        let head = rows.next().map(|row| grid.head(row));
        let made = grid.table().add_all(head).add(grid.body().add_all(rows));
        let Some(caption) = caption else {
            let name = names.first().filter(|name| !name.is_empty());
            let name = name.map_or(self.word("book-label-table"), String::as_str);
            return scrolled(made, name, grid);
        };
        captioned(caption, made, grid)
    }

    /// A picture that stands for itself.
    pub(super) fn picture(&mut self, picture: &Picture) -> Element {
        let image = self.image(picture);
        let Some(caption) = &picture.caption else {
            return element("p").class("picture").add(image);
        };
        let (id, caption) = self.picture_caption(caption, "figcaption");
        element("figure")
            .class("picture")
            .id(id.as_deref())
            .add(image)
            .add(caption)
    }

    /// A picture in a line.
    pub(super) fn picture_in_line(&mut self, picture: &Picture) -> Element {
        let image = self.image(picture);
        let image = if picture.alone {
            image
        } else {
            image.class("in-line")
        };
        let Some(caption) = &picture.caption else {
            return image;
        };
        let (id, caption) = self.picture_caption(caption, "span");
        element("span")
            .class("picture")
            .id(id.as_deref())
            .add(image)
            .add(caption.class("caption"))
    }

    fn image(&mut self, picture: &Picture) -> Element {
        self.pictures.insert(picture.path.clone());
        let file = address::of_picture(&picture.path);
        // Where nothing is told of it, its own name says nothing either.
        let alt = if picture.alt == file {
            ""
        } else {
            &picture.alt
        };
        let made = element("img")
            .attribute("src", &address::between(&self.page.file, file))
            .attribute("alt", alt)
            .attribute("loading", "lazy");
        match picture.width {
            Some(width) => made.attribute("style", &format!("width: {width}%")),
            None => made,
        }
    }

    fn picture_caption(
        &mut self,
        figure: &view::Picture,
        name: &'static str,
    ) -> (Option<String>, Element) {
        let (number, label) = (figure.number.as_deref(), figure.label.as_deref());
        self.figure_caption(number, &figure.caption, label, name)
    }

    /// The caption of a figure and the id of the figure, which is taken down for the list of
    /// figures.
    pub(super) fn figure_caption(
        &mut self,
        number: Option<&str>,
        caption: &Content,
        label: Option<&str>,
        element: &'static str,
    ) -> (Option<String>, Element) {
        let word = self.word("book-label-figure");
        let customary = number.map(|number| format!("figure-{number}"));
        let (id, name, place) = self.captioned_place(word, number, label, customary);
        let plain = self.plain(caption);
        let figure = writer::Captioned {
            number: name.clone(),
            caption: plain,
            place,
        };
        self.figures.push(figure);
        (id, self.caption(element, &name, caption))
    }
}
