//! Figures drawn from the data. Lengths are parts of 1000.

use schemars::JsonSchema;

use super::PillarMark;
use crate::compose::tree::Content;

view! {
    /// What every figure has beside what is drawn.
    pub struct Figure {
        /// `2.1`, or nothing.
        pub number: Option<String>,
        /// Caption.
        pub caption: Content,
        /// What the figure shows, in words.
        pub alt: String,
        /// Label, if references lead to the figure.
        pub label: Option<String>,
    }
}

view! {
    /// First argument of `picture-figure`; the second is the image.
    pub struct Picture {
        /// `2.1`, or nothing.
        pub number: Option<String>,
        /// Caption.
        pub caption: Content,
        /// Label, if references lead to the figure.
        pub label: Option<String>,
    }
}

view! {
    /// `road-map`: programmes on a time line.
    pub struct RoadMap: Figure {
        /// Years of the period.
        pub years: Vec<String>,
        /// Phases of the road map.
        pub phases: Vec<PhaseSpan>,
        /// Programmes by pillar.
        pub groups: Vec<SpanGroup>,
    }
}

view! {
    /// A phase on a time line; the period is 1000 long.
    pub struct PhaseSpan {
        /// Name.
        pub name: String,
        /// Where it begins.
        pub start: u32,
        /// How long it is; 0 of one that is gone, in a book that marks changes.
        pub width: u32,
        /// Its name in a book that marks changes, if it is another phase than before.
        pub mark: Option<Content>,
    }
}

view! {
    /// The programmes of a pillar on a time line.
    pub struct SpanGroup {
        /// Name of the pillar.
        pub name: String,
        /// Its colour.
        pub color: Option<String>,
        /// Its programmes.
        pub(crate) spans: Vec<Span>,
    }
}

view! {
    /// A programme on a time line; the period is 1000 long.
    pub struct Span {
        /// Number and title.
        pub name: Content,
        /// Where it begins.
        pub start: u32,
        /// How long it is.
        pub width: u32,
        /// Whether it is a quick win.
        pub(crate) quick_win: bool,
        /// Start and length before, in a book that marks changes, if they were others.
        pub was: Option<[u32; 2]>,
    }
}

view! {
    /// `bar-chart`: columns that are divided.
    pub(crate) struct BarChart: Figure {
        /// Unit of the totals.
        pub unit: String,
        /// The columns.
        pub columns: Vec<BarColumn>,
        /// What the parts of every column are, from its foot up.
        pub series: Vec<BarSeries>,
    }
}

view! {
    /// A column of a chart.
    pub(crate) struct BarColumn {
        /// What stands below it.
        pub label: String,
        /// What stands above it.
        pub total: String,
        /// The sum before, in a book that marks changes, if it was another one.
        pub was: Option<Content>,
        /// Its parts, from its foot up.
        pub segments: Vec<BarSegment>,
    }
}

view! {
    /// What the parts at one place of all columns are, and how they look. Neighbours differ in
    /// lightness or in stripes, so that they are told apart without colour.
    pub(crate) struct BarSeries {
        /// Code of the pillar.
        pub code: String,
        /// Its name.
        pub name: String,
        /// Its colour.
        pub color: Option<String>,
        /// How much white is mixed into the colour, in percent.
        pub white: u32,
        /// Whether it is striped.
        pub striped: bool,
    }
}

view! {
    /// A part of a column; the highest column is 1000 high.
    pub(crate) struct BarSegment {
        /// What stands in it or beside it.
        pub label: String,
        /// Height.
        pub height: u32,
        /// Its amount in rupiah, exactly.
        pub rupiah: String,
        /// Whether the amount was another one, in a book that marks changes.
        pub changed: bool,
    }
}

view! {
    /// `waterfall-chart`: changes that add up, each from where the last one ended.
    pub(crate) struct WaterfallChart: Figure {
        /// Unit of the amounts.
        pub unit: String,
        /// Where zero is, which is the total before: the first bar begins there.
        pub zero: u32,
        /// The bars: each change, and all of them together.
        pub bars: Vec<WaterfallBar>,
    }
}

view! {
    /// A bar of a waterfall; the chart is 1000 high, and lengths are in proportion to amounts.
    pub(crate) struct WaterfallBar {
        /// What stands below it.
        pub label: String,
        /// Its amount.
        pub text: String,
        /// `rise` or `fall`; `total` of all changes together.
        pub kind: &'static str,
        /// Where its foot is.
        pub foot: u32,
        /// How high it is.
        pub height: u32,
    }
}

view! {
    /// `row-chart`: a bar in each row.
    pub(crate) struct RowChart: Figure {
        /// The rows.
        pub rows: Vec<BarRow>,
        /// How long the longest bar is drawn, of the room for bars: 1000, unless one was longer in
        /// a book that marks changes.
        pub room: u32,
    }
}

view! {
    /// A bar with what stands before and behind it; the longest is 1000 long.
    pub(crate) struct BarRow {
        /// What stands before it.
        pub name: Content,
        /// Length.
        pub width: u32,
        /// Length before, in a book that marks changes, if it was another one; that of a bar which
        /// was longer is above 1000.
        pub was: Option<u32>,
        /// The amount in rupiah, as digits.
        pub rupiah: String,
        /// What stands behind it.
        pub text: Content,
    }
}

view! {
    /// `heat-map`: numbers as shades.
    pub(crate) struct HeatMap: Figure {
        /// The columns with their colours.
        pub columns: Vec<PillarMark>,
        /// What stands above the totals of the rows.
        pub total: String,
        /// The rows.
        pub rows: Vec<HeatRow>,
        /// The totals of the columns.
        pub totals: HeatRow,
        /// What the shades mean: numbers from the least to the highest.
        pub steps: Vec<HeatStep>,
    }
}

view! {
    /// A shade of a heat map.
    pub(crate) struct HeatStep {
        /// The number.
        pub text: String,
        /// Its share of the darkest shade.
        pub share: u32,
    }
}

view! {
    /// A row of a heat map.
    pub(crate) struct HeatRow {
        /// What stands before it.
        pub name: Content,
        /// One cell for each column.
        pub cells: Vec<HeatCell>,
        /// What they add up to.
        pub total: HeatCell,
    }
}

view! {
    /// A cell of a heat map; the darkest shade is 1000.
    pub(crate) struct HeatCell {
        /// The number; nothing for zero.
        pub text: String,
        /// How dark it is.
        pub share: u32,
        /// The number before, in a book that marks changes, if it was another one.
        pub was: Option<Content>,
    }
}

view! {
    /// `gauge-chart`: how far something is on its way.
    pub(crate) struct GaugeChart: Figure {
        /// What stands along the bars, at equal distances from their beginning to their end.
        pub levels: Vec<String>,
        /// Bars by group.
        pub groups: Vec<GaugeGroup>,
    }
}

view! {
    /// Bars that belong together.
    pub(crate) struct GaugeGroup {
        /// Name.
        pub name: String,
        /// The bars.
        pub bars: Vec<Gauge>,
    }
}

view! {
    /// A bar with a mark; the whole is 1000 long.
    pub(crate) struct Gauge {
        /// What is looked at.
        pub name: Content,
        /// Where it is.
        pub current: u32,
        /// Where it is to go.
        pub target: u32,
        /// Both before, in a book that marks changes, if one was another one.
        pub was: Option<[u32; 2]>,
        /// Both in numbers.
        pub text: Content,
    }
}

view! {
    /// `indicator-paths`: a small line for each programme.
    pub(crate) struct IndicatorPaths: Figure {
        /// First and last year of the room for every line.
        pub years: [String; 2],
        /// Whether a line shows a value that was reached.
        pub realised: bool,
        /// The lines.
        pub paths: Vec<IndicatorPath>,
    }
}

view! {
    /// The way of an indicator.
    pub(crate) struct IndicatorPath {
        /// Number of the programme.
        pub program: Content,
        /// What is measured, and in what unit.
        pub name: Content,
        /// Colour of the pillar.
        pub color: Option<String>,
        /// Which values are good: `up`, `down` or `keep`.
        pub direction: &'static str,
        /// First value.
        pub first: Content,
        /// Last target.
        pub last: Content,
        /// The value that was reached last, if there is one.
        pub reached: Option<Content>,
        /// The years of the first value and of the last target.
        pub years: [String; 2],
        /// Whether the first point is the baseline.
        pub baseline: bool,
        /// Baseline and targets: how far to the right and how far up.
        pub points: Vec<[u32; 2]>,
        /// Values that were reached, likewise.
        pub realised: Vec<[u32; 2]>,
        /// How far up zero is.
        pub zero: u32,
        /// How far up a hundred is, if the unit is percent.
        pub hundred: Option<u32>,
        /// The values of the heights 0 and 1000, as decimal numbers: zero is between them, and a
        /// hundred if the unit is percent.
        pub range: [String; 2],
        /// What it was, in a book that marks changes, if it was another one.
        pub was: Option<PathBefore>,
        /// Whether it is gone, in a book that marks changes.
        pub gone: bool,
    }
}

view! {
    /// The way of an indicator before it changed, on the scale of what it is now: points may be
    /// below 0 or above 1000.
    pub(crate) struct PathBefore {
        /// Baseline and targets.
        pub points: Vec<[i64; 2]>,
        /// Values that were reached.
        pub realised: Vec<[i64; 2]>,
        /// Points of what it is now that are new.
        pub rings: Vec<[i64; 2]>,
    }
}

view! {
    /// `dependency-graph`: what must come first.
    pub(crate) struct DependencyGraph: Figure {
        /// Layers of the widest part.
        pub layers: usize,
        /// Parts that hang together.
        pub parts: Vec<GraphPart>,
        /// Programmes that a drawing would be too large for: one, and those that it
        /// depends on.
        pub listed: Vec<Content>,
    }
}

view! {
    /// Nodes and edges of a graph that hang together.
    pub(crate) struct GraphPart {
        /// Places below each other in its fullest layer.
        pub places: usize,
        /// The nodes.
        pub nodes: Vec<GraphNode>,
        /// The edges: the points that each passes.
        pub edges: Vec<Vec<[usize; 2]>>,
    }
}

view! {
    /// A node: a programme.
    pub(crate) struct GraphNode {
        /// Its number.
        pub number: Content,
        /// Its title.
        pub title: String,
        /// Colour of its pillar.
        pub color: Option<String>,
        /// Its layer, and twice the distance of its middle from the top, in places.
        pub at: [usize; 2],
    }
}

view! {
    /// `district-map`: districts as shades.
    pub(crate) struct DistrictMap: Figure {
        /// How wide the map is; the larger side is 1000 long.
        pub width: u32,
        /// How high it is.
        pub height: u32,
        /// The districts.
        pub areas: Vec<MapArea>,
        /// What the shades mean, from the lightest on.
        pub steps: Vec<MapStep>,
        /// What is told of programmes for the whole region, if there are any.
        pub whole: Option<String>,
        /// A bar that is as long as a round distance.
        pub scale: MapScale,
    }
}

view! {
    /// A district on a map. North is above; points are so far right and below of a corner.
    pub(crate) struct MapArea {
        /// Name.
        pub name: String,
        /// How many programmes reach it.
        pub number: String,
        /// How dark it is: from 0, which is white, to 5.
        pub level: u32,
        /// The parts of it: each a line around it, and those around its holes.
        pub parts: Vec<Vec<Vec<[u32; 2]>>>,
        /// The middle of its label.
        pub label: [u32; 2],
        /// How wide a label of two lines may be there without leaving the district.
        pub room: u32,
    }
}

view! {
    /// A shade of a map.
    pub(crate) struct MapStep {
        /// The numbers that it stands for: `2`, or `2–4`.
        pub text: String,
        /// How dark it is.
        pub level: u32,
    }
}

view! {
    /// The scale of a map.
    pub(crate) struct MapScale {
        /// The distance: `5 km`.
        pub text: String,
        /// How long it is on the map.
        pub length: u32,
    }
}
