//! `opd/<opd>/programs/<program>.toml`.

use jiff::civil::Date;

use super::decode::{Context, FromToml};
use super::gaps::Gaps;
use super::keyword::keywords;
use super::reference::Reference;
use super::scalar::{Quantity, Rupiah, Year};
use super::shape::Shape;
use super::table::{Entry, Table};
use crate::finding::rules;
use crate::source::{Span, Spanned};

keywords! {
    /// How far a programme is.
    Status {
        /// Proposed.
        Proposed = "proposed",
        /// Approved.
        Approved = "approved",
        /// Running.
        Running = "running",
        /// Done.
        Done = "done",
        /// Postponed.
        Postponed = "postponed",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}

keywords! {
    /// Where money comes from.
    FundingSource or crate::finding::rules::unknown_funding_source::found {
        /// City budget.
        ApbdKota = "apbd-kota",
        /// Provincial budget.
        ApbdProvinsi = "apbd-provinsi",
        /// State budget.
        Apbn = "apbn",
        /// Special allocation fund, physical.
        DakFisik = "dak-fisik",
        /// Special allocation fund, non-physical.
        DakNonfisik = "dak-nonfisik",
        /// Grants.
        Hibah = "hibah",
        /// Corporate social responsibility.
        Tjsl = "tjsl",
        /// Public-private partnership.
        Kpbu = "kpbu",
        /// Private sector.
        Swasta = "swasta",
        /// The community.
        Masyarakat = "masyarakat",
        /// Other.
        Lainnya = "lainnya",
    }
}

impl FundingSource {
    /// Whether the money passes through the budget of the city and counts towards the
    /// ceiling of an OPD.
    pub fn is_in_city_budget(self) -> bool {
        matches!(self, Self::ApbdKota | Self::DakFisik | Self::DakNonfisik)
    }
}

keywords! {
    /// What an indicator measures.
    IndicatorKind {
        /// What was produced.
        Output = "output",
        /// What changed for the public.
        Outcome = "outcome",
        /// What changed in the city.
        Impact = "impact",
    }
}

keywords! {
    /// Where an indicator is meant to go.
    Direction {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
        /// To be kept where it is.
        Keep = "keep",
    }
}

/// A programme entry.
#[derive(Debug, Clone)]
pub struct ProgramFile {
    /// The beginning of the file.
    pub span: Span,
    /// Name.
    pub title: Spanned<String>,
    /// Number in its pillar.
    pub number: Spanned<u32>,
    /// Main pillar.
    pub pillar: Spanned<String>,
    /// Dimension of that pillar.
    pub dimension: Spanned<String>,
    /// Secondary pillars.
    pub also: Vec<Spanned<String>>,
    /// Partners.
    pub partners: Vec<Reference>,
    /// Nomenclature code.
    pub code: Option<Spanned<String>>,
    /// Status.
    pub status: Spanned<Status>,
    /// First day.
    pub start: Spanned<Date>,
    /// Last day.
    pub end: Spanned<Date>,
    /// Whether the public feels it within the first year.
    pub quick_win: Spanned<bool>,
    /// Whether the programme or its figures are an example.
    pub example: Spanned<bool>,
    /// Where the programme is described.
    pub source: Option<Spanned<String>>,
    /// Purpose.
    pub summary: Spanned<String>,
    /// What of the RPJMD and the pillars it serves.
    pub supports: Vec<Reference>,
    /// Proposals that it takes up.
    pub answers: Vec<Spanned<String>>,
    /// Programmes that must come first.
    pub depends_on: Vec<Spanned<String>>,
    /// Where; empty for the whole city.
    pub districts: Vec<Spanned<String>>,
    /// Legal basis.
    pub laws: Vec<Spanned<String>>,
    /// Stated total.
    pub total: Option<Spanned<Rupiah>>,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Budget lines.
    pub budget: Vec<BudgetLine>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Risks.
    pub risks: Vec<Risk>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for ProgramFile {
    const NAME: &'static str = "program";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let title = table.required("title", cx);
        let number = table.required("number", cx);
        let pillar = table.required("pillar", cx);
        let dimension = table.required("dimension", cx);
        let also = table.list("also", cx);
        let partners = table.list("partners", cx);
        let code = table.optional("code", cx);
        let status = table.required("status", cx);
        let start = table.required("start", cx);
        let end = table.required("end", cx);
        let quick_win = table.or("quick-win", false, cx);
        let example = table.or("example", false, cx);
        let source = table.optional("source", cx);
        let summary = table.required("summary", cx);
        let supports = table.list("supports", cx);
        let answers = table.list("answers", cx);
        let depends_on = table.list("depends-on", cx);
        let districts = table.list("districts", cx);
        let laws = table.list("laws", cx);
        let total = table.optional("total", cx);
        let activities = table.list("activity", cx);
        let budget = table.list("budget", cx);
        let indicators = table.list("indicator", cx);
        let risks = table.list("risk", cx);
        Some(Self {
            span: table.span,
            title: title?,
            number: number?,
            pillar: pillar?,
            dimension: dimension?,
            also,
            partners,
            code,
            status: status?,
            start: start?,
            end: end?,
            quick_win,
            example,
            source,
            summary: summary?,
            supports,
            answers,
            depends_on,
            districts,
            laws,
            total,
            activities,
            budget,
            indicators,
            risks,
            gaps: table.gaps(),
        })
    }
}

impl ProgramFile {
    /// Whether it was given up: it serves nobody and costs nothing.
    pub fn is_cancelled(&self) -> bool {
        self.status.value == Status::Cancelled
    }

    /// The codes of its activities.
    pub fn activity_codes(&self) -> impl Iterator<Item = &Spanned<String>> {
        let activities = self.activities.iter();
        activities.filter_map(|activity| activity.code.as_ref())
    }
}

/// An activity (kegiatan) of a programme.
#[derive(Debug, Clone)]
pub struct Activity {
    /// Name.
    pub title: Spanned<String>,
    /// Nomenclature code.
    pub code: Option<Spanned<String>>,
    /// What it produces.
    pub output: Option<Spanned<String>>,
    /// First day.
    pub start: Option<Spanned<Date>>,
    /// Last day.
    pub end: Option<Spanned<Date>>,
}

impl Entry for Activity {
    const NAME: &'static str = "program-activity";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let title = table.required("title", cx);
        let code = table.optional("code", cx);
        let output = table.optional("output", cx);
        let start = table.optional("start", cx);
        let end = table.optional("end", cx);
        Some(Self {
            title: title?,
            code,
            output,
            start,
            end,
        })
    }
}

/// Money of one year from one source.
#[derive(Debug, Clone)]
pub struct BudgetLine {
    /// The year.
    pub year: Spanned<Year>,
    /// The source.
    pub source: Spanned<FundingSource>,
    /// The amount.
    pub amount: Spanned<Rupiah>,
    /// Confirmed, or only indicative.
    pub confirmed: Spanned<bool>,
}

impl Entry for BudgetLine {
    const NAME: &'static str = "program-budget";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let year = table.required("year", cx);
        let source = table.required("source", cx);
        let amount = table.required("amount", cx);
        let confirmed = table.or("confirmed", false, cx);
        Some(Self {
            year: year?,
            source: source?,
            amount: amount?,
            confirmed,
        })
    }
}

/// How success is measured.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// What is measured.
    pub name: Spanned<String>,
    /// In what unit.
    pub unit: Spanned<String>,
    /// Output, outcome or impact.
    pub kind: Spanned<IndicatorKind>,
    /// Where it is meant to go.
    pub direction: Spanned<Direction>,
    /// Where it stands.
    pub baseline: Option<Baseline>,
    /// Target of each year.
    pub targets: Spanned<Targets>,
    /// How and by whom it is measured.
    pub measured_by: Option<Spanned<String>>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for Indicator {
    const NAME: &'static str = "program-indicator";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let name = table.required("name", cx);
        let unit = table.required("unit", cx);
        let kind = table.required("kind", cx);
        let direction = table.required("direction", cx);
        let baseline = table.optional("baseline", cx);
        let targets = table.required("targets", cx);
        let measured_by = table.optional("measured-by", cx);
        Some(Self {
            name: name?,
            unit: unit?,
            kind: kind?,
            direction: direction?,
            baseline,
            targets: targets?,
            measured_by,
            gaps: table.gaps(),
        })
    }
}

/// A value from which an indicator starts.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// Its year.
    pub year: Spanned<Year>,
    /// Its value.
    pub value: Spanned<Quantity>,
    /// Where it comes from.
    pub source: Option<Spanned<String>>,
}

impl Entry for Baseline {
    const NAME: &'static str = "program-baseline";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let year = table.required("year", cx);
        let value = table.required("value", cx);
        let source = table.optional("source", cx);
        Some(Self {
            year: year?,
            value: value?,
            source,
        })
    }
}

/// A value for each year, in the order of the years. There are few of them, and every
/// rule about indicators passes by: a list lies closer together than a tree.
#[derive(Debug, Clone, Default)]
pub struct Targets(Box<[(Year, Spanned<Quantity>)]>);

impl Targets {
    /// The years with their values.
    pub fn iter(&self) -> impl Iterator<Item = (Year, &Spanned<Quantity>)> {
        self.0.iter().map(|(year, value)| (*year, value))
    }

    /// The values alone.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Spanned<Quantity>> + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// The value of a year.
    pub fn get(&self, year: Year) -> Option<&Spanned<Quantity>> {
        let mut values = self.iter();
        values.find_map(|(other, value)| (other == year).then_some(value))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Entry for Targets {
    const NAME: &'static str = "program-targets";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let targets = table.map(cx, |key, span, cx| {
            let year = Year::parse(key);
            if year.is_none() {
                cx.report(rules::invalid_value::target_year(span, key));
            }
            year
        });
        Some(Self(targets.into_iter().collect()))
    }

    fn shape() -> Shape {
        Shape::ByYear(Box::new(Quantity::shape()))
    }
}

/// A risk and what is done about it.
#[derive(Debug, Clone)]
pub struct Risk {
    /// The risk.
    pub text: Spanned<String>,
    /// The answer to it.
    pub mitigation: Spanned<String>,
}

impl Entry for Risk {
    const NAME: &'static str = "program-risk";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let text = table.required("text", cx);
        let mitigation = table.required("mitigation", cx);
        Some(Self {
            text: text?,
            mitigation: mitigation?,
        })
    }
}
