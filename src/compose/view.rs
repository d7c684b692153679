//! What the templates receive.
//!
//! Each structure is the argument of the template of the same name and reaches
//! it as a dictionary with keys in kebab case. All numbers, dates and totals
//! are final text; a [`Content`] may hold links.

use serde::Serialize;

use super::code::Content;

/// `book`: the whole volume.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Book {
    /// Title, for the document's metadata.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// Words that describe it.
    pub keywords: Vec<String>,
    /// Date of the revision: year, month, day.
    pub date: [i16; 3],
}

/// `settings`: what every template may import from `/generated/settings.typ`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Settings {
    /// `id` or `en`.
    pub language: &'static str,
    /// `a4` or `f4`.
    pub paper: &'static str,
    /// Short title for the running head.
    pub title: String,
    /// The city.
    pub city: String,
    /// What stands in the foot of each page: draft, example, revision.
    pub foot: String,
}

/// `cover`: the title page.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Cover {
    /// Title.
    pub title: String,
    /// Second line.
    pub subtitle: Option<String>,
    /// Title of the volume, where it differs from the book's.
    pub volume: Option<String>,
    /// City.
    pub city: String,
    /// Province.
    pub province: String,
    /// `2025–2029`
    pub period: String,
    /// Name of the revision.
    pub revision: String,
    /// Date of the revision.
    pub date: String,
    /// `Ambon, 24 November 2026`
    pub place_and_date: String,
    /// The regulation that adopts the plan.
    pub decree: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether its figures are examples.
    pub example: bool,
    /// Path of the emblem.
    pub emblem: Option<String>,
    /// Alternative text of the emblem.
    pub emblem_alt: String,
    /// Pillars, for the band of colours.
    pub pillars: Vec<PillarMark>,
}

/// Name and colour of a pillar.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PillarMark {
    /// Name.
    pub name: String,
    /// Colour as `#rrggbb`, if it has one.
    pub color: Option<String>,
}

/// `chapter`: the opening of a chapter; the rest of the file is its body.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Chapter {
    /// `BAB IV`, `Lampiran I`, or nothing.
    pub number: Option<String>,
    /// Title.
    pub title: String,
    /// Second line.
    pub subtitle: Option<String>,
    /// Label of the chapter.
    pub label: String,
    /// Colour of the pillar, if the chapter is one's.
    pub color: Option<String>,
    /// `front`, `body` or `annex`.
    pub place: &'static str,
    /// Whether page numbers restart here.
    pub restart: bool,
    /// Whether the pages are landscape.
    pub landscape: bool,
}

/// `section`: a heading.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Section {
    /// 2 to 6.
    pub level: usize,
    /// `4.1`, or nothing.
    pub number: Option<String>,
    /// Title.
    pub title: Content,
    /// Label, if the section can be jumped to.
    pub label: Option<String>,
}

/// `road-map`: programmes on a time line.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RoadMap {
    /// `2.1`, or nothing.
    pub number: Option<String>,
    /// Caption.
    pub caption: String,
    /// What the figure shows, in words.
    pub alt: String,
    /// Years of the period.
    pub years: Vec<String>,
    /// Programmes by pillar.
    pub groups: Vec<SpanGroup>,
}

/// The programmes of a pillar on a time line.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SpanGroup {
    /// Name of the pillar.
    pub name: String,
    /// Its colour.
    pub color: Option<String>,
    /// Its programmes.
    pub spans: Vec<Span>,
}

/// A programme on a time line; the period is 1000 long.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Span {
    /// Number and title.
    pub name: Content,
    /// Where it begins.
    pub start: u32,
    /// How long it is.
    pub width: u32,
    /// Whether it is a quick win.
    pub quick_win: bool,
}

/// `bar-chart`: columns that are divided.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct BarChart {
    /// `2.1`, or nothing.
    pub number: Option<String>,
    /// Caption.
    pub caption: String,
    /// What the figure shows, in words.
    pub alt: String,
    /// Unit of the totals.
    pub unit: String,
    /// The columns.
    pub columns: Vec<BarColumn>,
    /// What the colours mean, from the foot of a column up.
    pub legend: Vec<PillarMark>,
}

/// A column of a chart.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct BarColumn {
    /// What stands below it.
    pub label: String,
    /// What stands above it.
    pub total: String,
    /// Its parts, from its foot up.
    pub segments: Vec<BarSegment>,
}

/// A part of a column; the highest column is 1000 high.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct BarSegment {
    /// Colour.
    pub color: Option<String>,
    /// Height.
    pub height: u32,
}

/// `heat-map`: numbers as shades.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HeatMap {
    /// `2.1`, or nothing.
    pub number: Option<String>,
    /// Caption.
    pub caption: String,
    /// What the figure shows, in words.
    pub alt: String,
    /// The columns with their colours.
    pub columns: Vec<PillarMark>,
    /// The rows.
    pub rows: Vec<HeatRow>,
}

/// A row of a heat map.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HeatRow {
    /// What stands before it.
    pub name: Content,
    /// One cell for each column.
    pub cells: Vec<HeatCell>,
}

/// A cell of a heat map; the highest number has the share 1000.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HeatCell {
    /// The number.
    pub text: String,
    /// Its share of the highest.
    pub share: u32,
}

/// `gauge-chart`: how far something is on its way.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GaugeChart {
    /// `2.1`, or nothing.
    pub number: Option<String>,
    /// Caption.
    pub caption: String,
    /// What the figure shows, in words.
    pub alt: String,
    /// Bars by group.
    pub groups: Vec<GaugeGroup>,
}

/// Bars that belong together.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GaugeGroup {
    /// Name.
    pub name: String,
    /// The bars.
    pub bars: Vec<Gauge>,
}

/// A bar with a mark; the whole is 1000 long.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Gauge {
    /// What is looked at.
    pub name: String,
    /// Where it is.
    pub current: u32,
    /// Where it is to go.
    pub target: u32,
    /// Both in numbers.
    pub text: String,
}

/// `signature-sheet`: text and the places for signatures.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SignatureSheet {
    /// Paragraphs.
    pub text: Vec<String>,
    /// `Ambon, 24 November 2026`, or the place and room for the day.
    pub place_and_date: String,
    /// Who signs.
    pub signatures: Vec<Signature>,
}

/// A place for a signature.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Signature {
    /// Role in which somebody signs, such as that of the chair.
    pub capacity: Option<String>,
    /// The office.
    pub office: String,
    /// The institution.
    pub institution: String,
    /// The person.
    pub name: Option<String>,
    /// Civil servant number, in its printed form.
    pub nip: Option<String>,
    /// Whether it is signed.
    pub signed: bool,
    /// When it was signed, or that it was not.
    pub note: Option<String>,
}

/// `data-table`: a table made from data.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Table {
    /// `4.1`, or nothing.
    pub number: Option<String>,
    /// Caption; a table without one is not numbered.
    pub caption: Option<Content>,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Whether the type is smaller, for many columns.
    pub dense: bool,
    /// Whether the table is short enough to stay on one page.
    pub whole: bool,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Column {
    /// Head.
    pub title: String,
    /// `left`, `right` or `center`.
    pub align: &'static str,
    /// Share of the free width; 0 for as wide as its content.
    pub share: u32,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Row {
    /// `plain`, `total`, or `group` for a single cell over the whole width.
    pub kind: &'static str,
    /// Cells.
    pub cells: Vec<Content>,
}

/// `program-card`: a programme.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ProgramCard {
    /// Level of the heading.
    pub level: usize,
    /// Label of the card.
    pub label: String,
    /// `GOV-07`
    pub number: String,
    /// Name.
    pub title: String,
    /// Colour of the pillar.
    pub color: Option<String>,
    /// Whether it is a quick win.
    pub quick_win: bool,
    /// Whether it is an example.
    pub example: bool,
    /// Purpose.
    pub summary: Content,
    /// Facts: a key that the template has a word for, and the value.
    pub facts: Vec<Fact>,
    /// Activities.
    pub activities: Option<Table>,
    /// Budget by source and year.
    pub budget: Vec<Table>,
    /// Indicators with yearly targets.
    pub indicators: Vec<Table>,
    /// How the indicators are measured.
    pub measured: Vec<Content>,
    /// Risks and the answers to them.
    pub risks: Option<Table>,
    /// Narrative.
    pub narrative: Option<Content>,
}

/// A fact of a card or profile.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Fact {
    /// Key that `words.typ` has a word for.
    pub key: &'static str,
    /// Value.
    pub value: Content,
}

/// `opd-profile`: the section of an OPD, below its heading.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OpdProfile {
    /// What it does for the plan.
    pub summary: Option<Content>,
    /// Facts.
    pub facts: Vec<Fact>,
}

/// `pillar-goal`: the goal of a pillar and its dimensions.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PillarGoal {
    /// What the pillar is to achieve.
    pub goal: Option<Content>,
    /// The OPD that answers for it.
    pub person_in_charge: Option<Content>,
    /// Colour of the pillar.
    pub color: Option<String>,
    /// Policy directions.
    pub policies: Vec<Content>,
}
