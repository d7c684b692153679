//! Building blocks that every part of the book uses: references, headings, tables.

use super::narrative::HeadingContext;
use super::tree::Content;
use super::tree::{BlockKind, Flow, Heading, Inline};
use super::view::{Section, Table};
use super::{Composer, labels};
use crate::language::{hyphenate, message};
use crate::model;
use crate::resolve::{Id, Narrative, Pillar, Target};

impl Composer<'_> {
    pub(super) fn label(&self, target: Target) -> String {
        labels::label(self.plan, target)
    }

    pub(super) fn title(&self, target: Target) -> String {
        labels::title(self.plan, self.words, &self.chapters, target)
    }

    /// Title of the first other volume that holds an entry which this one does
    /// not. `None` if only a book without a title of its own does: its title is that
    /// of the plan, which every volume bears.
    pub(super) fn elsewhere(&self, target: Target) -> Option<&str> {
        if self.is_present(target) {
            return None;
        }
        let mut others = self.others.iter();
        let found = others.find(|(_, present)| present.holds(self.plan, target));
        found.map(|(title, _)| *title)
    }

    pub(super) fn is_present(&self, target: Target) -> bool {
        self.present.holds(self.plan, target)
    }

    /// The title of an entry, jumping to it.
    pub(super) fn link(&self, target: Target) -> Content {
        self.link_as(target, &self.title(target))
    }

    /// A text that jumps to an entry.
    pub(super) fn link_as(&self, target: Target, text: &str) -> Content {
        self.present.link(self.plan, target, Content::text(text))
    }

    /// A place to jump to without anything to see.
    pub(super) fn anchor(&self, target: Target) -> Content {
        Content::from(Inline::Anchor(self.label(target)))
    }

    pub(super) fn color(&self, id: Id<Pillar>) -> Option<String> {
        self.plan.pillars[id]
            .file
            .color
            .as_ref()
            .map(|color| color.value.clone())
    }

    /// A text that is set in justified lines: its words may be divided.
    pub(super) fn prose(&self, text: &str) -> Content {
        Content::text(&hyphenate(text, self.words.language())).with_whole_ends()
    }

    pub(super) fn optional(&self, text: Option<&str>) -> Content {
        Content::text(text.unwrap_or("–"))
    }

    /// A value as a cell of a column that is aligned on the decimal mark; a dash
    /// where there is none.
    pub(super) fn quantity(&self, value: Option<model::Quantity>) -> Content {
        match value {
            None => Content::number("–", 0, self.format.decimal_mark()),
            Some(model::Quantity(value)) => {
                let places = value.scale() as usize;
                let text = self.format.number(value);
                Content::number(&text, places, self.format.decimal_mark())
            }
        }
    }

    /// `2025–2029`
    pub(super) fn period(&self) -> String {
        self.span(self.plan.file.period.start, self.plan.file.period.end)
    }

    pub(super) fn span(&self, start: model::Year, end: model::Year) -> String {
        if start == end {
            start.to_string()
        } else {
            format!("{start}–{end}")
        }
    }

    pub(super) fn decree(&self, decree: &model::Decree) -> String {
        let mut text = decree.title.value.clone();
        if let Some(number) = &decree.number {
            text = self.words.say(&message!(
                "book-decree-number",
                decree = text,
                number = &number.value
            ));
        }
        if let Some(date) = &decree.date {
            text = self.words.say(&message!(
                "book-decree-date",
                decree = text,
                date = date.value
            ));
        }
        text
    }

    /// A heading made from data.
    pub(super) fn section(&self, level: usize, title: &str, label: Option<String>) -> BlockKind {
        BlockKind::Heading(Heading {
            section: Section {
                level,
                number: None,
                title: Content::text(title),
                label,
            },
            is_numbered: true,
        })
    }

    /// A table with a caption if it has none of its own.
    pub(super) fn captioned(&self, mut table: Table, caption: &str) -> Table {
        table.caption.get_or_insert_with(|| Content::text(caption));
        table
    }

    /// A table with number and caption, as a block.
    pub(super) fn numbered(&self, table: Table, caption: &str) -> BlockKind {
        BlockKind::Table(self.captioned(table, caption))
    }

    /// Several narratives, one after the other.
    pub(super) fn narratives(
        &mut self,
        narratives: &[Narrative],
        standing: HeadingContext,
    ) -> Option<Flow> {
        let mut texts = Flow::default();
        for narrative in narratives {
            let text = self.lower(narrative, standing);
            texts.append(self.sign(text, narrative, standing));
        }
        (!narratives.is_empty()).then_some(texts)
    }
}
