//! `opd/<opd>/programs/<program>.toml`.

use jiff::civil::Date;

use super::activity::Activity;
use super::decode::{Context, FromToml};
use super::entry::entry;
use super::keyword::keywords;
use super::plan::Government;
use super::reference::Reference;
use super::scalar::{Quantity, Rupiah, Year};
use super::shape::Shape;
use super::table::{Entry, Table};
use crate::model::rules;
use crate::source::Spanned;

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
    FundingSource or crate::model::rules::unknown_funding_source::finding {
        /// City budget.
        ApbdKota = "apbd-kota",
        /// Regency budget.
        ApbdKabupaten = "apbd-kabupaten",
        /// Provincial budget.
        ApbdProvinsi = "apbd-provinsi",
        /// State budget.
        Apbn = "apbn",
        /// Own revenue of the region.
        Pad = "pad",
        /// General allocation fund.
        Dau = "dau",
        /// Shared revenue.
        Dbh = "dbh",
        /// Special allocation fund, physical.
        DakFisik = "dak-fisik",
        /// Special allocation fund, non-physical.
        DakNonfisik = "dak-nonfisik",
        /// Fiscal incentive for regions.
        InsentifFiskal = "insentif-fiskal",
        /// Special autonomy fund.
        DanaOtsus = "dana-otsus",
        /// Financial aid of another government.
        BantuanKeuangan = "bantuan-keuangan",
        /// Income of a public service agency of the region.
        Blud = "blud",
        /// School operational assistance.
        Bos = "bos",
        /// Village fund.
        DanaDesa = "dana-desa",
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
    /// Whether the money passes through the budget of such a government and counts towards
    /// the ceiling of an OPD.
    pub(crate) fn is_in_budget_of(self, government: Government) -> bool {
        match self {
            Self::ApbdKota | Self::ApbdKabupaten => government != Government::Provinsi,
            Self::ApbdProvinsi => government == Government::Provinsi,
            Self::Pad
            | Self::Dau
            | Self::Dbh
            | Self::DakFisik
            | Self::DakNonfisik
            | Self::InsentifFiskal
            | Self::DanaOtsus
            | Self::BantuanKeuangan
            | Self::Blud
            | Self::Bos => true,
            // Villages have budgets of their own.
            Self::DanaDesa
            | Self::Apbn
            | Self::Hibah
            | Self::Tjsl
            | Self::Kpbu
            | Self::Swasta
            | Self::Masyarakat
            | Self::Lainnya => false,
        }
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

entry! {
    /// A programme entry.
    ProgramFile = "program", span, invalid_keys {
        /// Name.
        title: Spanned<String> = required("title"): sentence;
        /// Number in its pillar.
        number: Spanned<u32> = required("number");
        /// Main pillar.
        pillar: Spanned<String> = required("pillar"): reference(Pillar);
        /// Dimension of that pillar.
        dimension: Spanned<String> = required("dimension"): reference(Dimension);
        /// Secondary pillars.
        also: Spanned<String> = list("also"): reference(Pillar);
        /// Partners.
        partners: Reference = list("partners");
        /// Nomenclature code.
        code: Spanned<String> = optional("code");
        /// Status.
        status: Spanned<Status> = required("status");
        /// First day.
        start: Spanned<Date> = required("start");
        /// Last day.
        end: Spanned<Date> = required("end");
        /// Whether the public feels it within the first year.
        quick_win: bool = or("quick-win", false);
        /// Whether the programme or its figures are an example.
        example: bool = or("example", false);
        /// Where the programme is described.
        source: Spanned<String> = optional("source"): sentence;
        /// Purpose.
        summary: Spanned<String> = required("summary"): sentence;
        /// What of the RPJMD and the pillars it serves.
        supports: Reference = list("supports");
        /// Proposals that it takes up.
        answers: Spanned<String> = list("answers"): reference(Proposal);
        /// Programmes that must come first.
        depends_on: Spanned<String> = list("depends-on"): reference(Program);
        /// Where; empty for the whole city.
        districts: Spanned<String> = list("districts"): reference(District);
        /// Legal basis.
        laws: Spanned<String> = list("laws"): reference(Law);
        /// Stated total.
        total: Spanned<Rupiah> = optional("total");
        /// Activities.
        activities: Activity = list("activity");
        /// Budget lines.
        budget: BudgetLine = list("budget");
        /// Indicators.
        indicators: Indicator = list("indicator");
        /// Risks.
        risks: Risk = list("risk");
    }
}

impl ProgramFile {
    /// Whether it was given up: it serves nobody and costs nothing.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.status.value == Status::Cancelled
    }
}

entry! {
    /// Money of one year from one source.
    BudgetLine = "program-budget" {
        /// The year.
        year: Spanned<Year> = required("year"): key;
        /// The source.
        source: Spanned<FundingSource> = required("source"): key;
        /// The amount.
        amount: Spanned<Rupiah> = required("amount"): place;
        /// Confirmed, or only indicative.
        confirmed: bool = or("confirmed", false);
        /// The OPD that spends it; that of the programme where it is not said.
        opd: Spanned<String> = optional("opd"): reference(Opd);
        /// The indicator that it pays for.
        indicator: Spanned<String> = optional("indicator");
    }
}

entry! {
    /// How success is measured.
    Indicator = "program-indicator", invalid_keys {
        /// What is measured.
        name: Spanned<String> = required("name"): sentence key;
        /// In what unit.
        unit: Spanned<String> = required("unit"): name;
        /// Output, outcome or impact.
        kind: Spanned<IndicatorKind> = required("kind");
        /// Where it is meant to go.
        direction: Spanned<Direction> = required("direction");
        /// Where it stands.
        baseline: Baseline = optional("baseline");
        /// Target of each year.
        targets: Spanned<Targets> = required("targets");
        /// How and by whom it is measured.
        measured_by: Spanned<String> = optional("measured-by"): sentence;
        /// Whether residents are told it first.
        promise: bool = or("promise", false);
    }
}

entry! {
    /// A value from which an indicator starts.
    Baseline = "program-baseline" {
        /// Its year.
        year: Spanned<Year> = required("year"): joined("baseline-year");
        /// Its value.
        value: Spanned<Quantity> = required("value"): joined("baseline-value");
        /// Where it comes from.
        source: Spanned<String> = optional("source"): name joined("baseline-source");
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

entry! {
    /// A risk and what is done about it.
    Risk = "program-risk" {
        /// The risk.
        text: Spanned<String> = required("text"): sentence key;
        /// The answer to it.
        mitigation: Spanned<String> = required("mitigation"): sentence;
    }
}
