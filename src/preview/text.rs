//! The text of a page as it is read: paragraph by paragraph, line by line, with the place
//! of each, so that a browser can lay it over the picture of the page to be selected,
//! found and read out.

use typst::foundations::{Content, StyleChain};
use typst::introspection::{Location, Tag};
use typst::layout::{FrameItem, GridCell, Point, RepeatElem, Transform};
use typst::model::{
    EnumElem, FigureCaption, FigureElem, FootnoteEntry, HeadingElem, ListElem, OutlineEntry,
    ParElem, TableCell, TermsElem, TitleElem,
};
use typst::pdf::{ArtifactElem, PdfMarkerTag, PdfMarkerTagKind};
use typst::text::TextItem;
use typst_layout::Page;

use super::area::Area;
use crate::language::{JOINER, SOFT_HYPHEN};
use crate::slice::slice;
use crate::typeset::walk;

/// Farthest that a line of a paragraph stands below the one before it, as a share of the
/// size of the type. What is farther away is something else.
const FARTHEST: f64 = 2.5;

/// Height of a line that stands alone, as a share of the size of its type.
const LEADING: f64 = 1.2;

/// Room that is no gap between two runs, as a share of the size of the type.
const GAP: f64 = 0.15;

/// Levels of headings that those who listen can tell apart.
const LEVELS: usize = 6;

/// What is read on a page, one after the other.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A paragraph, a heading, a cell of a table.
    Block(Block),
    /// What is seen, in words.
    Picture(Picture),
}

/// What a picture shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The alternative text.
    pub alt: String,
    /// Where; of a figure that is drawn only the place is known.
    pub area: Area,
}

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Of a heading: 1 for a chapter.
    pub level: Option<usize>,
    /// Whether it is of the same heading as the block before it.
    pub same_heading: bool,
    /// Where the first line begins, in points from the left.
    pub x: f64,
    /// Its baseline, in points from the top.
    pub y: f64,
    /// By how many degrees it is turned about that place, clockwise.
    pub turn: f64,
    /// Size of the type of the first line, in points.
    pub size: f64,
    /// From one baseline to the next, in points.
    pub leading: f64,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// From the baseline of the first line down to this one's, in points.
    pub down: f64,
    /// Whether its first word goes on from the last line.
    pub goes_on: bool,
    /// What stands in it, from left to right.
    pub runs: Vec<Run>,
}

/// Text without a gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Room before it: from the end of the last run, or the left of the block, in points.
    pub gap: f64,
    /// Whether it goes on from the last run without a space.
    pub goes_on: bool,
    /// Width in points.
    pub width: f64,
    /// Size of the type in points.
    pub size: f64,
}

/// What is read on a page. What only repeats or adorns, such as its head and foot, is
/// left out.
pub fn text(page: &Page) -> Vec<Part> {
    let mut reader = Reader::default();
    walk(&page.frame, &mut |place, item| reader.see(place, item));
    reader.close();
    reader.parts
}

/// A block that may go on.
struct Open {
    block: Block,
    /// Where its last run ends, in points from its left.
    end: f64,
    /// The baseline of its last line, in points from that of the first.
    down: f64,
    /// How much of its last run is blank at its end, in points.
    blank: f64,
}

/// A heading that has not ended.
struct Heading {
    location: Location,
    level: usize,
    /// Whether a block of it was read.
    begun: bool,
}

#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    /// The block that may go on.
    block: Option<Open>,
    /// Elements that make no part of what is read, and have not ended.
    silent: Vec<Location>,
    /// Elements that are blocks of their own, and have not ended.
    open: Vec<Location>,
    /// The heading that has not ended.
    heading: Option<Heading>,
    /// The alternative text of the last figure.
    figure: Option<String>,
}

impl Reader {
    fn see(&mut self, place: Transform, item: &FrameItem) {
        match item {
            FrameItem::Tag(Tag::Start(content, _)) => self.start(place, content),
            FrameItem::Tag(Tag::End(location, ..)) => self.end(*location),
            FrameItem::Text(item) if self.silent.is_empty() => self.read(place, item),
            FrameItem::Image(image, size, _) if self.silent.is_empty() => {
                let alt = image
                    .alt()
                    .filter(|alt| self.figure.as_deref() != Some(*alt));
                if let Some(alt) = alt {
                    let (from, to) = (Point::zero(), size.to_point());
                    self.picture(alt, from.transform(place), to.transform(place));
                }
            }
            FrameItem::Text(_)
            | FrameItem::Image(..)
            | FrameItem::Group(_)
            | FrameItem::Shape(..)
            | FrameItem::Link(..) => {}
        }
    }

    fn start(&mut self, place: Transform, content: &Content) {
        let Some(location) = content.location() else {
            return;
        };
        if content.is::<ArtifactElem>() || content.is::<RepeatElem>() {
            self.silent.push(location);
        }
        if is_block(content) {
            self.close();
            self.open.push(location);
        } else if is_marker(content) {
            self.close();
        }
        if let Some(heading) = content.to_packed::<HeadingElem>() {
            let level = heading.resolve_level(StyleChain::default()).get();
            self.heading = Some(Heading {
                location,
                level: level.min(LEVELS),
                begun: false,
            });
        }
        if let Some(figure) = content.to_packed::<FigureElem>() {
            self.figure = figure
                .alt
                .get_cloned(StyleChain::default())
                .map(|alt| alt.to_string());
            if let Some(alt) = self.figure.clone() {
                let at = Point::zero().transform(place);
                self.picture(&alt, at, at);
            }
        }
    }

    fn end(&mut self, location: Location) {
        self.silent.retain(|open| *open != location);
        if self.open.contains(&location) {
            self.close();
            self.open.retain(|open| *open != location);
        }
        self.heading = self
            .heading
            .take()
            .filter(|heading| heading.location != location);
    }

    fn picture(&mut self, alt: &str, from: Point, to: Point) {
        self.close();
        self.parts.push(Part::Picture(Picture {
            alt: alt.to_owned(),
            area: Area {
                x: from.x.min(to.x).to_pt(),
                y: from.y.min(to.y).to_pt(),
                width: (to.x - from.x).abs().to_pt(),
                height: (to.y - from.y).abs().to_pt(),
            },
        }));
    }

    fn read(&mut self, place: Transform, item: &TextItem) {
        let scale = place.sx.get().hypot(place.ky.get());
        let turn = place.ky.get().atan2(place.sx.get()).to_degrees();
        let at = Point::zero().transform(place);
        let (x, y) = (at.x.to_pt(), at.y.to_pt());
        let size = item.size.to_pt() * scale;
        let run = Run {
            text: item.text.to_string(),
            gap: 0.0,
            goes_on: false,
            width: item.width().to_pt() * scale,
            size,
        };
        let blank = blank(item) * scale;
        let Err(mut run) = self.go_on(run, (x, y), turn) else {
            if let Some(open) = &mut self.block {
                open.blank = blank;
            }
            return;
        };
        self.close();
        if run.text.trim().is_empty() {
            return;
        }
        run.gap = 0.0;
        let same_heading = match &mut self.heading {
            Some(heading) => std::mem::replace(&mut heading.begun, true),
            None => false,
        };
        let open = Open {
            end: run.width,
            down: 0.0,
            blank,
            block: Block {
                level: self.heading.as_ref().map(|heading| heading.level),
                same_heading,
                x,
                y,
                turn,
                size,
                leading: size * LEADING,
                lines: vec![Line {
                    down: 0.0,
                    goes_on: false,
                    runs: vec![run],
                }],
            },
        };
        self.block = Some(open);
    }

    /// Adds a run to the block that may go on; gives it back if it is none of it.
    fn go_on(&mut self, mut run: Run, (x, y): (f64, f64), turn: f64) -> Result<(), Run> {
        let Some(open) = &mut self.block else {
            return Err(run);
        };
        let Open {
            block,
            end,
            down,
            blank,
        } = open;
        let Some(line) = block.lines.last_mut() else {
            return Err(run);
        };
        let Some(last) = line.runs.last_mut() else {
            return Err(run);
        };
        // Along the lines of the block, and across them.
        let (sin, cos) = block.turn.to_radians().sin_cos();
        let (right, below) = (x - block.x, y - block.y);
        let (along, below) = (right * cos + below * sin, below * cos - right * sin);
        let size = run.size.max(last.size);
        let (gap, step) = (along - *end, below - *down);
        let same_line = step.abs() < size / 2.0;
        let turned = (turn - block.turn).abs() > 0.5;
        let possible = if same_line {
            gap > -size / 2.0
        } else {
            (0.0..FARTHEST * size).contains(&step)
        };
        if turned || !possible {
            return Err(run);
        }
        let reach = along + run.width;
        if !same_line {
            if run.text.trim().is_empty() {
                return Ok(());
            }
            run.gap = along;
            let goes_on = goes_on_below(last.text.chars().rev());
            // A space at the end of a line is none of it.
            last.text.truncate(last.text.trim_end().len());
            last.width -= *blank;
            block.lines.push(Line {
                down: below,
                goes_on,
                runs: vec![run],
            });
            *down = below;
        } else if gap.abs() < GAP * size && run.size == last.size {
            // A change of the weight is no gap.
            last.text.push_str(&run.text);
            last.width += gap + run.width;
        } else {
            run.gap = gap;
            run.goes_on = gap < GAP * size;
            line.runs.push(run);
        }
        *end = reach;
        Ok(())
    }

    /// The block is read to its end.
    fn close(&mut self) {
        let Some(Open {
            mut block, down, ..
        }) = self.block.take()
        else {
            return;
        };
        for run in block.lines.iter_mut().flat_map(|line| &mut line.runs) {
            run.text.retain(|c| !matches!(c, SOFT_HYPHEN | JOINER));
        }
        if block.lines.len() > 1 {
            // As exact as a page is long.
            block.leading = down / (block.lines.len() - 1) as f64;
        }
        self.parts.push(Part::Block(block));
    }
}

/// How wide the spaces at the end of a text are, in points.
fn blank(item: &TextItem) -> f64 {
    let back = item.glyphs.iter().rev();
    back.take_while(|glyph| slice(&item.text, glyph.range()).trim().is_empty())
        .map(|glyph| glyph.x_advance.at(item.size).to_pt())
        .sum()
}

/// Whether a line goes on in the next one without a space; `back` are its characters from
/// the last one on.
pub(crate) fn goes_on_below(mut back: impl Iterator<Item = char>) -> bool {
    match back.next() {
        Some(SOFT_HYPHEN) => true,
        // `kata-kata` and `2025–2029` may be divided, ` – ` stands between two words.
        Some('-' | '\u{2010}' | '–' | '—' | '/') => {
            back.next().is_some_and(|c| !c.is_whitespace())
        }
        _ => false,
    }
}

/// Whether an element stands by itself: what is in it goes on from nothing before it.
fn is_block(content: &Content) -> bool {
    content.is::<ArtifactElem>()
        || content.is::<EnumElem>()
        || content.is::<FigureCaption>()
        || content.is::<FigureElem>()
        || content.is::<FootnoteEntry>()
        || content.is::<GridCell>()
        || content.is::<HeadingElem>()
        || content.is::<ListElem>()
        || content.is::<OutlineEntry>()
        || content.is::<ParElem>()
        || content.is::<TableCell>()
        || content.is::<TermsElem>()
        || content.is::<TitleElem>()
}

/// Whether an element is the number, bullet or term before an item of a list.
fn is_marker(content: &Content) -> bool {
    content.to_packed::<PdfMarkerTag>().is_some_and(|tag| {
        matches!(
            tag.kind,
            PdfMarkerTagKind::ListItemLabel | PdfMarkerTagKind::TermsItemLabel
        )
    })
}
