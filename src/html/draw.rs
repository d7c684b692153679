//! Figures as drawings of their own: each is set by the templates of the book, on a page that
//! is as large as the figure.

use std::collections::BTreeMap;

use typst_svg::SvgOptions;

use super::writer::Figure;
use crate::compose::tree::{BlockKind, Flow, Part};
use crate::compose::{Book, Document};
use crate::finding::Findings;
use crate::source::SourceTree;
use crate::typeset::Typesetter;

/// Room around a figure, so that no line is cut off.
const MARGIN: &str = "2pt";

/// Most pixels of a side.
const LARGEST: f64 = 20_000.0;

/// A figure that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Drawn {
    /// The drawing.
    pub svg: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Draws all figures, by their names. `None` if one cannot be drawn, which the findings tell.
pub(super) fn all(
    document: &Document,
    figures: &[Figure],
    typesetter: &mut Typesetter<Book>,
    tree: &SourceTree,
    findings: &mut Findings,
) -> Option<BTreeMap<String, Drawn>> {
    let mut drawn = BTreeMap::new();
    for figure in figures {
        let book = alone(document, figure);
        let pages = typesetter.lay_out(book, tree, findings)?;
        let page = pages.pages().first()?;
        let size = page.frame.size();
        drawn.insert(
            figure.name.clone(),
            Drawn {
                svg: typst_svg::svg(page, &SvgOptions::default()),
                width: pixels(size.x.to_pt()),
                height: pixels(size.y.to_pt()),
            },
        );
    }
    Some(drawn)
}

/// A book that holds nothing but a figure, without its caption.
fn alone(document: &Document, figure: &Figure) -> Book {
    let part = Part {
        path: format!("{}figure.typ", super::PARTS),
        place: None,
        opening: None,
        origin: None,
        body: Flow::from(BlockKind::Drawing(Box::new(figure.drawing.clone()))),
    };
    let mut book = document.with_part(part).book();
    let width = match document.settings.paper {
        "f4" => "167mm",
        _ => "162mm",
    };
    let rules = format!(
        "#set page(width: {width}, height: auto, margin: {MARGIN})\n\
         #show figure: it => it.body\n\
         #show link: it => it.body\n"
    );
    for file in &mut book.files {
        if file.path == book.main
            && let Some(at) = file.code.find("#include ")
        {
            file.code.insert_str(at, &rules);
        }
    }
    book
}

/// A length in points as pixels of a browser, rounded up.
fn pixels(points: f64) -> u32 {
    (points * 4.0 / 3.0).ceil().min(LARGEST) as u32
}
