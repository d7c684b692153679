//! Where everything came to stand on the pages, and what of it stands where it should
//! not: outside the text block, over something else, or in part.

use ambonplan::check::Options;
use ambonplan::finding::Findings;
use ambonplan::project;
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::pdf::{ArtifactElem, ArtifactKind};
use typst_layout::PagedDocument;

use crate::sandbox::{Sandbox, laid_out};

/// Distance of the text block from the sides of a page, from its top and from its foot,
/// in points; those of a landscape page behind.
const MARGINS: [(f64, f64, f64); 2] = [(68.0, 76.5, 68.0), (45.3, 62.3, 51.0)];

/// How far something may stand out: a comma behind the edge, a rule on it.
const TOLERANCE: f64 = 2.0;

/// A rectangle on a page: left, top, right, bottom, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// The one around the corners of a box, wherever it is moved or turned.
    fn of(place: Transform, from: Point, size: Size) -> Self {
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map(|(x, y)| {
            let corner = Point::new(from.x + size.x * x, from.y + size.y * y);
            let at = corner.transform(place);
            (at.x.to_pt(), at.y.to_pt())
        });
        let fold = |of: fn(&(f64, f64)) -> f64, better: fn(f64, f64) -> f64| {
            corners.iter().map(of).reduce(better).unwrap()
        };
        Self {
            left: fold(|it| it.0, f64::min),
            top: fold(|it| it.1, f64::min),
            right: fold(|it| it.0, f64::max),
            bottom: fold(|it| it.1, f64::max),
        }
    }

    /// How wide and high what both cover is; negative where they are apart.
    fn common(&self, other: &Self) -> (f64, f64) {
        (
            self.right.min(other.right) - self.left.max(other.left),
            self.bottom.min(other.bottom) - self.top.max(other.top),
        )
    }

    fn is_in(&self, other: &Self) -> bool {
        self.left >= other.left - TOLERANCE
            && self.top >= other.top - TOLERANCE
            && self.right <= other.right + TOLERANCE
            && self.bottom <= other.bottom + TOLERANCE
    }
}

/// What can be seen.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// A piece of a line; its rectangle is as high as letters without stems.
    Text(String),
    Image,
    Shape,
}

/// Something on a page.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Number of the page, from 0.
    pub page: usize,
    pub seen: Seen,
    pub rect: Rect,
    /// Whether it belongs to every page: running head, foot, marks in the margin.
    pub running: bool,
    /// Whether something keeps a part of it from being seen.
    pub cropped: bool,
}

/// Everything on the pages of a book.
pub struct Geometry {
    pub placed: Vec<Placed>,
    /// The text block of each page; none for the cover, which has no margins.
    blocks: Vec<Option<Rect>>,
    sheets: Vec<Rect>,
}

/// The first volume of a plan, laid out; what setting it has to say is a failure.
pub fn of_plan(sandbox: &Sandbox) -> Geometry {
    let (geometry, findings) = with_findings(sandbox);
    assert!(findings.is_empty(), "{}", told(&findings));
    geometry
}

/// The first volume of a plan, laid out, and what setting it has to say.
pub fn with_findings(sandbox: &Sandbox) -> (Geometry, Findings) {
    let project = project::load(&sandbox.plan(), &Options::default()).unwrap();
    assert!(
        !project.findings.has_errors(),
        "{}",
        told(&project.findings)
    );
    let (pages, findings) = laid_out(&project);
    (Geometry::of(&pages.unwrap()), findings)
}

fn told(findings: &Findings) -> String {
    let all = findings.iter().map(|one| format!("{:?}", one.message));
    all.collect::<Vec<_>>().join("\n")
}

impl Geometry {
    pub fn of(document: &PagedDocument) -> Self {
        let mut geometry = Self {
            placed: Vec::new(),
            blocks: Vec::new(),
            sheets: Vec::new(),
        };
        for (page, it) in document.pages().iter().enumerate() {
            let (width, height) = (it.frame.width().to_pt(), it.frame.height().to_pt());
            let (side, top, bottom) = MARGINS[usize::from(width > height)];
            geometry.sheets.push(Rect {
                left: 0.0,
                top: 0.0,
                right: width,
                bottom: height,
            });
            // Only the cover has no number.
            geometry.blocks.push(it.numbering.is_some().then_some(Rect {
                left: side,
                top,
                right: width - side,
                bottom: height - bottom,
            }));
            let mut walk = Walk {
                page,
                running: None,
                placed: &mut geometry.placed,
            };
            walk.frame(&it.frame, Transform::identity(), None);
        }
        geometry
    }

    pub fn pages(&self) -> usize {
        self.sheets.len()
    }

    /// The text block of a page; none for the cover.
    pub fn block(&self, page: usize) -> Option<Rect> {
        self.blocks[page]
    }

    /// Everything that stands where it should not, in words.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for page in 0..self.pages() {
            let placed = self.placed.iter().filter(|it| it.page == page);
            let placed: Vec<&Placed> = placed.collect();
            for it in &placed {
                let name = format!("page {}: {:?} at {:?}", page + 1, it.seen, it.rect);
                let room = match self.blocks[page] {
                    Some(block) if !it.running => block,
                    _ => self.sheets[page],
                };
                // Boxes and rules stand a little beside the text that they belong to.
                let is_out = match it.seen {
                    Seen::Shape => {
                        it.rect.right > room.right + 6.0 || it.rect.bottom > room.bottom + 6.0
                    }
                    _ => !it.rect.is_in(&room),
                };
                if is_out {
                    faults.push(format!("{name} is outside {room:?}"));
                }
                if it.cropped {
                    faults.push(format!("{name} is cropped"));
                }
            }
            faults.extend(overlaps(&placed).into_iter().map(|(one, other)| {
                format!(
                    "page {}: {:?} at {:?} and {:?} at {:?} stand over each other",
                    page + 1,
                    one.seen,
                    one.rect,
                    other.seen,
                    other.rect
                )
            }));
        }
        faults
    }

    /// Asserts that nothing stands where it should not.
    pub fn assert_clean(&self) {
        let faults = self.faults();
        let first: Vec<&str> = faults.iter().take(20).map(String::as_str).collect();
        assert!(
            faults.is_empty(),
            "{} faults:\n{}",
            faults.len(),
            first.join("\n")
        );
    }
}

/// Pairs of texts or images of a page that cover each other.
fn overlaps<'p>(placed: &[&'p Placed]) -> Vec<(&'p Placed, &'p Placed)> {
    let mut seen: Vec<&Placed> = placed
        .iter()
        .copied()
        .filter(|it| it.seen != Seen::Shape)
        .collect();
    seen.sort_by(|one, other| one.rect.top.total_cmp(&other.rect.top));
    let mut found = Vec::new();
    for (at, one) in seen.iter().enumerate() {
        for other in &seen[at + 1..] {
            if other.rect.top >= one.rect.bottom {
                break;
            }
            let (width, height) = one.rect.common(&other.rect);
            if width > 1.0 && height > 1.0 {
                found.push((*one, *other));
            }
        }
    }
    found
}

struct Walk<'g> {
    page: usize,
    /// The running head, foot or background that is open.
    running: Option<Location>,
    placed: &'g mut Vec<Placed>,
}

impl Walk<'_> {
    fn frame(&mut self, frame: &Frame, place: Transform, clip: Option<Rect>) {
        for (at, item) in frame.items() {
            let here = place.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) => {
                    let inside = here.pre_concat(group.transform);
                    let clip = group.clip.as_ref().map(|curve| {
                        let bounds = curve.bbox(None);
                        Rect::of(inside, bounds.min, bounds.size())
                    });
                    self.frame(&group.frame, inside, clip);
                }
                FrameItem::Text(text) => {
                    let (size, words) = (text.size, text.text.to_string());
                    if words.trim().is_empty() {
                        continue;
                    }
                    // Letters without stems: lines are never so close that these meet.
                    let from = Point::new(Abs::zero(), -0.45 * size);
                    let size = Size::new(text.width(), 0.45 * size);
                    self.add(Seen::Text(words), Rect::of(here, from, size), clip);
                }
                FrameItem::Image(_, size, _) => {
                    self.add(Seen::Image, Rect::of(here, Point::zero(), *size), clip);
                }
                FrameItem::Shape(shape, _) => {
                    let bounds = shape.bbox(false);
                    self.add(Seen::Shape, Rect::of(here, bounds.min, bounds.size()), clip);
                }
                FrameItem::Tag(tag) => self.tag(tag),
                FrameItem::Link(..) => {}
            }
        }
    }

    fn add(&mut self, seen: Seen, rect: Rect, clip: Option<Rect>) {
        let cropped = clip.is_some_and(|clip| !rect.is_in(&clip));
        self.placed.push(Placed {
            page: self.page,
            seen,
            rect,
            running: self.running.is_some(),
            cropped,
        });
    }

    fn tag(&mut self, tag: &Tag) {
        match tag {
            Tag::Start(content, _) => {
                let kind = content.to_packed::<ArtifactElem>();
                let kind = kind.map(|it| it.kind.get(typst::foundations::StyleChain::default()));
                if matches!(
                    kind,
                    Some(ArtifactKind::Header | ArtifactKind::Footer | ArtifactKind::Background)
                ) {
                    self.running = content.location();
                }
            }
            Tag::End(location, ..) => {
                if self.running == Some(*location) {
                    self.running = None;
                }
            }
        }
    }
}
