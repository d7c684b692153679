//! What charts look like to those who do not see their colours.

use std::fmt::Write;
use std::path::Path;

use ambonplan::check::Options;
use ambonplan::project;
use typst::layout::{Abs, Frame, FrameItem};
use typst::visualize::{Geometry, Paint};

use crate::generator;
use crate::sandbox::{Sandbox, laid_out};

/// The least difference of lightness in OKLab of parts that stand above each other, unless one
/// is striped.
const LEAST: f32 = 0.15;

/// Width and height of a field of colour beside a name, in millimetres.
const FIELD: (f64, f64) = (3.4, 2.6);

/// How a part of a column is drawn, in grey.
#[derive(Debug, PartialEq)]
struct Field {
    lightness: f32,
    striped: bool,
}

/// The fields beside the names of a chart, in the order in which they are drawn.
#[derive(Default)]
struct Fields {
    found: Vec<Field>,
    /// Whether the last one may still get stripes: its name is not drawn yet.
    open: bool,
}

impl Fields {
    fn walk(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.walk(&group.frame),
                FrameItem::Text(_) => self.open = false,
                FrameItem::Shape(shape, _) => match (&shape.geometry, &shape.fill) {
                    (Geometry::Rect(size), Some(Paint::Solid(color))) => {
                        let is = |length: Abs, wanted: f64| (length.to_mm() - wanted).abs() < 0.01;
                        if is(size.x, FIELD.0) && is(size.y, FIELD.1) {
                            self.open = true;
                            self.found.push(Field {
                                lightness: color.to_oklab().l,
                                striped: false,
                            });
                        }
                    }
                    (Geometry::Line(_), _) if self.open => {
                        self.found.last_mut().unwrap().striped = true;
                    }
                    _ => {}
                },
                _ => {}
            }
        }
    }
}

fn fields(plan: &Path) -> Vec<Field> {
    let project = project::load(plan, &Options::default()).unwrap();
    let document = laid_out(&project).0.unwrap();
    let mut fields = Fields::default();
    for page in document.pages() {
        fields.walk(&page.frame);
    }
    fields.found
}

fn assert_told_apart(plan: &Path, pillars: usize) {
    let fields = fields(plan);
    assert_eq!(fields.len(), pillars, "{}: {fields:?}", plan.display());
    for pair in fields.windows(2) {
        let [below, above] = pair else { continue };
        let lighter = (below.lightness - above.lightness).abs() >= LEAST;
        assert!(
            lighter || below.striped != above.striped,
            "{}: {below:?} {above:?}",
            plan.display()
        );
    }
}

/// In grey, the parts of a column that touch each other differ.
#[test]
fn parts_of_columns_are_told_apart_without_colour() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_told_apart(&root.join("plan"), 6);
    assert_told_apart(&root.join("examples/kota-teladan"), 4);
    // Six pillars without colours, and three of nearly the same.
    let sandbox = Sandbox::empty();
    generator::write(&sandbox.plan(), generator::plan(18));
    for (at, color) in ["#5a4a8a", "#5b4a8a", "#5a4b8c"].iter().enumerate() {
        let mut text = String::new();
        write!(
            text,
            "name = \"Pilar lain {at}\"\ncode = \"LA{}\"\norder = {}\ncolor = \"{color}\"\n\
             person-in-charge = \"opd-0\"\ngoal = \"Sasaran\"\n\n\
             [[dimension]]\nid = \"lain-{at}\"\nname = \"Dimensi lain {at}\"\n",
            char::from(b'A' + u8::try_from(at).unwrap()),
            at + 7
        )
        .unwrap();
        sandbox.write(&format!("pillars/lain-{at}/pillar.toml"), text);
    }
    assert_told_apart(&sandbox.plan(), 9);
}
