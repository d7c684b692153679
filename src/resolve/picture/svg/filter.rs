//! How long the filters of a drawing take. They are drawn pixel by pixel, each over the
//! region of the element that it is applied to.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::number;

/// Most that the filters of a drawing may cost; a blur over a square as wide as the page
/// costs one, and takes about a second.
const MOST: f64 = 20.0;

/// The share of the drawing that is taken for one of an element whose size is not told.
const UNKNOWN: f64 = 0.05;

/// Most shares of the drawing that a region takes, however large it says that it is.
const LARGEST: f64 = 7.5;

/// What a filter costs for each share of the drawing, and its region.
struct Filter<'d> {
    weight: f64,
    /// The primitive that costs most.
    dearest: &'d str,
    region: Region,
}

/// Where a filter is drawn.
enum Region {
    /// Over a share of the drawing.
    Drawing(f64),
    /// Over so many times the size of the element.
    Element(f64),
}

/// The primitive or function that costs most of a drawing whose filters cost too much.
pub(crate) fn too_dear<'d>(root: Node<'d, '_>) -> Option<&'d str> {
    let (width, height) = size(root);
    let filters = root
        .descendants()
        .filter(|node| node.tag_name().name() == "filter");
    let filters: BTreeMap<&str, Filter<'_>> = filters
        .filter_map(|node| Some((node.attribute("id")?, filter(node, (width, height)))))
        .collect();
    let styled = styled(root);
    let mut total = 0.0;
    let mut dearest: (f64, &str) = (0.0, "filter");
    for node in root.descendants().filter(Node::is_element) {
        let Some(applied) = applied(node, &styled) else {
            continue;
        };
        let share = share(node, (width, height));
        let (cost, name) = match filters.iter().find(|(id, _)| refers(applied, id)) {
            Some((_, filter)) => {
                let share = match filter.region {
                    Region::Drawing(share) => share,
                    Region::Element(times) => share * times,
                };
                (share.min(LARGEST) * filter.weight, filter.dearest)
            }
            // Functions such as `blur(5)`.
            None => (share, "filter"),
        };
        let cost = cost * (height / width).min(LARGEST);
        total += cost;
        if cost > dearest.0 {
            dearest = (cost, name);
        }
    }
    (total > MOST).then_some(dearest.1)
}

fn filter<'d>(node: Node<'d, '_>, drawing: (f64, f64)) -> Filter<'d> {
    let mut weight = 0.0;
    let mut dearest: (f64, &str) = (0.0, "filter");
    for primitive in node.children().filter(Node::is_element) {
        let name = primitive.tag_name().name();
        let of = |attribute| largest(primitive, attribute).unwrap_or(1.0);
        let cost = match name {
            "feMorphology" => (2.0 * of("radius") + 1.0).powi(2) / 18.0,
            "feTurbulence" => of("numOctaves") * 0.4,
            "feConvolveMatrix" => largest(primitive, "order").unwrap_or(3.0).powi(2) / 32.0,
            "feGaussianBlur" | "feDropShadow" | "feDiffuseLighting" | "feSpecularLighting" => 1.0,
            _ => 0.2,
        };
        weight += cost;
        if cost > dearest.0 {
            dearest = (cost, name);
        }
    }
    let side = |name, whole: f64| {
        let value = node.attribute(name)?;
        let number = number(value)?.abs();
        Some(if value.trim().ends_with('%') {
            number / 100.0 * whole
        } else {
            number
        })
    };
    let region = match node.attribute("filterUnits") {
        Some("userSpaceOnUse") => {
            let width = side("width", drawing.0).unwrap_or(drawing.0 * 1.2);
            let height = side("height", drawing.1).unwrap_or(drawing.1 * 1.2);
            Region::Drawing(width / drawing.0 * height / drawing.1)
        }
        _ => {
            Region::Element(side("width", 1.0).unwrap_or(1.2) * side("height", 1.0).unwrap_or(1.2))
        }
    };
    Filter {
        weight,
        dearest: dearest.1,
        region,
    }
}

/// Classes that a style sheet inside the drawing gives a filter, each with the filter.
fn styled<'d>(root: Node<'d, '_>) -> BTreeMap<&'d str, &'d str> {
    let sheets = root
        .descendants()
        .filter(|node| node.tag_name().name() == "style");
    let rules = sheets
        .filter_map(|node| node.text())
        .flat_map(|sheet| sheet.split('}'));
    let mut classes = BTreeMap::new();
    for (selectors, body) in rules.filter_map(|rule| rule.split_once('{')) {
        let Some((_, filter)) = body.split_once("filter:") else {
            continue;
        };
        for class in selectors.split('.').skip(1) {
            let end = class.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
            let name = class.get(..end.unwrap_or(class.len())).unwrap_or(class);
            classes.insert(name, filter);
        }
    }
    classes
}

/// What is said of the filter of an element; `None` if it has none.
fn applied<'d>(node: Node<'d, '_>, styled: &BTreeMap<&'d str, &'d str>) -> Option<&'d str> {
    let style = node.attribute("style").unwrap_or_default();
    let own = style.split_once("filter:").map(|(_, filter)| filter);
    let classes = node
        .attribute("class")
        .unwrap_or_default()
        .split_ascii_whitespace();
    let mut by_class = classes.filter_map(|class| styled.get(class).copied());
    let found = own.or(node.attribute("filter")).or(by_class.next_back())?;
    (found.trim() != "none").then_some(found)
}

/// Whether `url(#f)` names a filter.
fn refers(applied: &str, id: &str) -> bool {
    let address = applied.split_once('#').map(|(_, rest)| rest);
    let end = |c: char| matches!(c, ')' | '"' | '\'');
    address.and_then(|address| address.split(end).next()) == Some(id)
}

/// The share of the drawing that an element takes.
fn share(node: Node<'_, '_>, drawing: (f64, f64)) -> f64 {
    let of = |name| node.attribute(name).and_then(number);
    let sides = match node.tag_name().name() {
        "rect" | "image" | "use" | "svg" => of("width").zip(of("height")),
        "circle" => of("r").map(|radius| (2.0 * radius, 2.0 * radius)),
        "ellipse" => of("rx").zip(of("ry")).map(|(x, y)| (2.0 * x, 2.0 * y)),
        _ => None,
    };
    match sides {
        Some((width, height)) => (width / drawing.0 * height / drawing.1).abs(),
        None => UNKNOWN,
    }
}

/// Width and height of a drawing in the units in which it is drawn.
fn size(root: Node<'_, '_>) -> (f64, f64) {
    let frame = root.attribute("viewBox").unwrap_or_default();
    let frame = frame.split([' ', ',']).filter(|part| !part.is_empty());
    let frame: Vec<f64> = frame.filter_map(number).collect();
    let side = |at: usize, name| {
        let own = root.attribute(name).and_then(number);
        let side = frame.get(at).copied().or(own).unwrap_or(100.0);
        if side > 0.0 { side } else { 100.0 }
    };
    (side(2, "width"), side(3, "height"))
}

/// The largest number of an attribute.
fn largest(node: Node<'_, '_>, name: &str) -> Option<f64> {
    let parts = node.attribute(name)?.split([' ', ',']);
    parts.filter_map(number).reduce(f64::max)
}
