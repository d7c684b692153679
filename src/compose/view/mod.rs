//! What the templates receive.
//!
//! Each structure is the argument of the template of the same name and reaches
//! it as a dictionary with keys in kebab case. All numbers, dates and totals
//! are final text; a [`Content`](super::tree::Content) may hold links.

/// Declares what a template receives: the structure, and how it reaches the template. One that
/// names another behind a colon has its fields, too.
macro_rules! view {
    ($(#[$about:meta])* $visible:vis struct $name:ident $(: $base:ident)? {
        $($(#[$note:meta])* $shown:vis $field:ident: $type:ty,)*
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
        #[schemars(rename_all = "kebab-case")]
        $visible struct $name {
            $(
                /// Number, caption and words.
                #[schemars(flatten)]
                pub figure: $base,
            )?
            $($(#[$note])* $shown $field: $type,)*
        }

        impl $name {
            /// The fields of the dictionary that a template receives.
            fn fields(self) -> Vec<$crate::compose::typst::Field> {
                let mut fields = Vec::new();
                $(fields.extend($base::fields(self.figure));)?
                $($crate::compose::typst::Data::add(self.$field, stringify!($field), &mut fields);)*
                fields
            }
        }

        impl $crate::compose::typst::Data for $name {
            fn node(self) -> $crate::compose::typst::Node {
                $crate::compose::typst::Node::Dict(self.fields())
            }
        }
    };
}

mod describe;
mod figure;
mod program;
mod sheet;
mod summary;
mod table;

pub use describe::{TemplateData, template_data};
pub use figure::*;
pub(crate) use program::*;
pub use sheet::*;
pub(crate) use summary::*;
pub use table::*;

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::tree::Content;

view! {
    /// `book`: the whole volume.
    pub struct Book {
        /// Title, for the document's metadata.
        pub title: String,
        /// Who publishes it.
        pub author: String,
        /// Words that describe it.
        pub(crate) keywords: Vec<String>,
        /// Date of the revision: year, month, day.
        pub date: [i16; 3],
    }
}

view! {
    /// `settings`: what every template may import from `/generated/settings.typ`.
    pub struct Settings {
        /// Its code: `id`, `en`.
        pub language: String,
        /// `a4` or `f4`.
        pub(crate) paper: &'static str,
        /// `bahari` or `rempah`.
        pub(crate) theme: &'static str,
        /// Whether the margins of facing pages mirror each other.
        pub(crate) mirrored: bool,
        /// What is printed beyond the edges of the paper, in millimetres.
        pub(crate) bleed: u32,
        /// Short title for the running head.
        pub title: String,
        /// The city.
        pub city: String,
        /// What stands in the foot of each page: draft, example, revision.
        pub(crate) foot: String,
        /// The words of the book that need no values, by their names, such as `label-opd`.
        pub(crate) words: BTreeMap<String, String>,
    }
}

view! {
    /// `cover`: the title page.
    pub struct Cover {
        /// Title.
        pub title: Content,
        /// Second line.
        pub(crate) subtitle: Option<Content>,
        /// Title of the volume, where it differs from the book's.
        pub volume: Option<Content>,
        /// City.
        pub city: Content,
        /// Province, where it is not the region itself.
        pub province: Option<Content>,
        /// `2025–2029`
        pub period: Content,
        /// Name of the revision.
        pub revision: Content,
        /// `Ambon, 24 November 2026`
        pub(crate) place_and_date: Content,
        /// The regulation that adopts the plan.
        pub(crate) decree: Option<Content>,
        /// Whether it is a draft.
        pub draft: bool,
        /// Whether its figures are examples.
        pub example: bool,
        /// Path of the emblem.
        pub(crate) emblem: Option<String>,
        /// Alternative text of the emblem.
        pub(crate) emblem_alt: String,
        /// Pillars, for the band of colours.
        pub pillars: Vec<PillarMark>,
        /// What each programme of each pillar costs, as a height: the square root of its part of
        /// the largest amount, in parts of 1000.
        pub skyline: Vec<Vec<u32>>,
    }
}

view! {
    /// Name and colour of a pillar.
    pub struct PillarMark {
        /// Name.
        pub name: String,
        /// Colour as `#rrggbb`, if it has one.
        pub color: Option<String>,
    }
}

view! {
    /// `dateline`: the end of a foreword.
    pub(crate) struct Dateline {
        /// `Ambon, 24 November 2026`
        pub place_and_date: Content,
        /// Who writes.
        pub by: Option<Content>,
    }
}

view! {
    /// `chapter`: the opening of a chapter; the rest of the file is its body.
    pub struct Chapter {
        /// `BAB IV`, `Lampiran I`, or nothing.
        pub number: Option<String>,
        /// Title.
        pub title: Content,
        /// Second line.
        pub(crate) subtitle: Option<Content>,
        /// Who wrote its narrative.
        pub(crate) authors: Option<Content>,
        /// Whether its narrative is still being written, which its pages say.
        pub draft: bool,
        /// Label of the chapter.
        pub label: String,
        /// Colour of the pillar, if the chapter is one's.
        pub color: Option<String>,
        /// Of a pillar's chapter: which of the pillars it is, from 0, and how many there are.
        pub tab: Option<[usize; 2]>,
        /// `front`, `body` or `annex`.
        pub place: &'static str,
        /// Whether page numbers restart here.
        pub restart: bool,
        /// Whether the pages are landscape.
        pub(crate) landscape: bool,
        /// Whether it is short and goes on where the chapter before it ends, on its pages.
        pub runs_on: bool,
    }
}

view! {
    /// `section`: a heading.
    pub(crate) struct Section {
        /// 2 to 6.
        pub level: usize,
        /// `4.1`, or nothing.
        pub number: Option<String>,
        /// Title.
        pub title: Content,
        /// Label, if the section can be jumped to.
        pub label: Option<String>,
    }
}
