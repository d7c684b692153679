//! `plan.toml`.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use toml::de::DeTable;

use super::achievement::Achievement;
use super::decode::{Context, FromToml};
use super::gaps::Gaps;
use super::keyword::{keywords, written_as_word};
use super::recover::recover;
use super::registry::Element;
use super::scalar::{Rupiah, Year};
use super::shape::Shape;
use super::table::{Entry, Table};
use crate::finding::{Level, rules};
use crate::language::Language;
use crate::language::message;
use crate::source::{Span, Spanned};

keywords! {
    /// Size of the paper.
    Paper {
        /// 210 × 297 mm.
        A4 = "a4",
        /// Folio, 215 × 330 mm.
        F4 = "f4",
    }
}

keywords! {
    /// Whether the plan is still being written.
    PlanStatus {
        /// Being written.
        Draft = "draft",
        /// To be signed and printed.
        Final = "final",
    }
}

written_as_word!(Language, rules::invalid_value::unknown_word);

/// The plan itself.
#[derive(Debug, Clone)]
pub struct PlanFile {
    /// The city, `"Kota Ambon"`.
    pub city: Spanned<String>,
    /// The province.
    pub province: Spanned<String>,
    /// Title of the book.
    pub title: Spanned<String>,
    /// Second line of the cover.
    pub subtitle: Option<Spanned<String>>,
    /// First and last year.
    pub period: Spanned<Period>,
    /// Name of this revision.
    pub revision: Spanned<String>,
    /// Date of this revision.
    pub date: Spanned<Date>,
    /// Place that stands before the date.
    pub place: Option<Spanned<String>>,
    /// Paper.
    pub paper: Spanned<Paper>,
    /// Language.
    pub language: Spanned<Language>,
    /// Status.
    pub status: Spanned<PlanStatus>,
    /// Whether the figures of the whole plan are examples.
    pub example: Spanned<bool>,
    /// Image for the cover, relative to the plan.
    pub emblem: Option<Spanned<String>>,
    /// Alternative text of the emblem.
    pub emblem_alt: Option<Spanned<String>>,
    /// The regulation that adopts the plan.
    pub decree: Option<Decree>,
    /// Thresholds.
    pub policy: Spanned<Policy>,
    /// Phases of the road map, in order.
    pub phases: Vec<Phase>,
    /// Books that can be built.
    pub volumes: Vec<Volume>,
    /// Levels of rules and groups, by name.
    pub rules: Vec<(Spanned<String>, Spanned<Level>)>,
    /// Findings that are accepted.
    pub exceptions: Vec<Exception>,
    /// Severities of changes, by the name of their kind.
    pub changes: Vec<(Spanned<String>, Spanned<Severity>)>,
    /// Changes that are accepted.
    pub accepted: Vec<Accepted>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl PlanFile {
    /// Whether the plan is to be signed and printed.
    pub fn is_final(&self) -> bool {
        self.status.value == PlanStatus::Final
    }
}

/// The language that the text of a `plan.toml` names, or has by custom, however much else
/// of it is broken; nothing if what is broken may have named another one.
pub fn language_of(text: &str) -> Option<Language> {
    let sound = recover(text);
    let (table, _) = DeTable::parse_recoverable(&sound.text);
    let word = table.get_ref().get("language");
    let word = word.and_then(|word| word.get_ref().as_str());
    let mut all = Language::ALL.iter().copied();
    let named = all.find(|language| Some(language.word()) == word);
    named.or_else(|| sound.faults.is_empty().then_some(Language::Indonesian))
}

impl Entry for PlanFile {
    const NAME: &'static str = "plan";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let city = table.required("city", cx);
        let province = table.required("province", cx);
        let title = table.required("title", cx);
        let subtitle = table.optional("subtitle", cx);
        let period = table.required("period", cx);
        let revision = table.required("revision", cx);
        let date = table.required("date", cx);
        let place = table.optional("place", cx);
        let paper = table.or("paper", Paper::A4, cx);
        let language = table.or("language", Language::Indonesian, cx);
        let status = table.or("status", PlanStatus::Draft, cx);
        let example = table.or("example", false, cx);
        let emblem = table.optional("emblem", cx);
        let emblem_alt = table.optional("emblem-alt", cx);
        let decree = table.optional("decree", cx);
        let policy = table.or("policy", Policy::customary(table.span), cx);
        let rules: Option<Rules> = table.optional("rules", cx);
        let exceptions = table.list("exception", cx);
        let changes: Option<Changes> = table.optional("changes", cx);
        let accepted = table.list("accepted", cx);
        let phases = table.list("phase", cx);
        let volumes = table.list("volume", cx);
        Some(Self {
            city: city?,
            province: province?,
            title: title?,
            subtitle,
            period: period?,
            revision: revision?,
            date: date?,
            place,
            paper,
            language,
            status,
            example,
            emblem,
            emblem_alt,
            decree,
            policy,
            phases,
            volumes,
            rules: rules.map(|rules| rules.0).unwrap_or_default(),
            exceptions,
            changes: changes.map(|changes| changes.0).unwrap_or_default(),
            accepted,
            gaps: table.gaps(),
        })
    }
}

/// First and last year of the plan, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First year.
    pub start: Year,
    /// Last year.
    pub end: Year,
}

impl Period {
    /// Every year of the period, in order; none if the end lies before the start.
    pub fn years(self) -> impl Iterator<Item = Year> {
        (self.start.0..=self.end.0).map(Year)
    }

    /// The years from `first` to `last` that lie in the period.
    pub fn overlap(self, first: i16, last: i16) -> RangeInclusive<i16> {
        first.max(self.start.0)..=last.min(self.end.0)
    }

    /// Whether the year lies in the period.
    pub fn contains(self, year: Year) -> bool {
        self.start <= year && year <= self.end
    }
}

impl Entry for Period {
    const NAME: &'static str = "plan-period";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let start = table.required("start", cx);
        let end = table.required("end", cx);
        Some(Self {
            start: start?,
            end: end?,
        })
    }
}

/// A regulation or decree.
#[derive(Debug, Clone)]
pub struct Decree {
    /// Its title.
    pub title: Spanned<String>,
    /// Its number.
    pub number: Option<Spanned<String>>,
    /// Its date.
    pub date: Option<Spanned<Date>>,
}

impl Entry for Decree {
    const NAME: &'static str = "decree";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let title = table.required("title", cx);
        let number = table.optional("number", cx);
        let date = table.optional("date", cx);
        Some(Self {
            title: title?,
            number,
            date,
        })
    }
}

keywords! {
    /// How addresses on the web print.
    Links {
        /// Words to click on, and nothing else.
        Live = "live",
        /// The address in a footnote as well.
        Footnote = "footnote",
    }
}

keywords! {
    /// How grave a change of the plan is for those who agreed to it.
    Severity {
        /// To be read.
        Note = "note",
        /// To be looked at.
        Warning = "warning",
        /// Takes back what was agreed to.
        Breaking = "breaking",
    }
}

/// Thresholds that a city sets for itself.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Longest duration of a quick win, in months.
    pub quick_win_months: Spanned<u32>,
    /// How many first years of the period quick wins begin in.
    pub quick_win_years: Spanned<u32>,
    /// Longest time between two evaluations, in months.
    pub evaluation_months: Spanned<u32>,
    /// Elements that sit on the council.
    pub council_elements: Spanned<Vec<Element>>,
    /// Largest share of the money that may come from one source, in percent.
    pub single_source_percent: Option<Spanned<u32>>,
    /// The budget of a programme may change by so many percent before that is a warning.
    pub budget_change_percent: Spanned<u32>,
    /// The same in rupiah; nothing where no amount is a warning by itself.
    pub budget_change_amount: Option<Spanned<Rupiah>>,
    /// How addresses on the web print.
    pub links: Spanned<Links>,
    /// Units that indicators are measured in; empty for any.
    pub units: Vec<Spanned<String>>,
    /// How what was reached is judged.
    pub achievement: Spanned<Achievement>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Policy {
    /// Longest duration of a quick win where the plan says nothing: a year.
    pub const QUICK_WIN_MONTHS: u32 = 12;
    /// Years in which quick wins begin where the plan says nothing: the first.
    pub const QUICK_WIN_YEARS: u32 = 1;
    /// Change of a budget that is no warning where the plan says nothing: a tenth.
    pub const BUDGET_CHANGE_PERCENT: u32 = 10;
    /// Longest time between two evaluations where the plan says nothing.
    pub const EVALUATION_MONTHS: u32 = 24;

    /// Elements that sit on the council where the plan says nothing.
    pub const COUNCIL_ELEMENTS: &[Element] = &[
        Element::Opd,
        Element::Bumn,
        Element::Bumd,
        Element::Akademisi,
        Element::Swasta,
        Element::Masyarakat,
    ];

    fn customary(span: Span) -> Self {
        Self {
            quick_win_months: Spanned::new(Self::QUICK_WIN_MONTHS, span),
            quick_win_years: Spanned::new(Self::QUICK_WIN_YEARS, span),
            evaluation_months: Spanned::new(Self::EVALUATION_MONTHS, span),
            council_elements: Spanned::new(Self::COUNCIL_ELEMENTS.to_vec(), span),
            single_source_percent: None,
            budget_change_percent: Spanned::new(Self::BUDGET_CHANGE_PERCENT, span),
            budget_change_amount: None,
            links: Spanned::new(Links::Live, span),
            units: Vec::new(),
            achievement: Spanned::new(Achievement::customary(span), span),
            gaps: Gaps::default(),
        }
    }
}

impl Entry for Policy {
    const NAME: &'static str = "plan-policy";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let span = table.span;
        Some(Self {
            quick_win_months: table.or("quick-win-months", Self::QUICK_WIN_MONTHS, cx),
            quick_win_years: table.or("quick-win-years", Self::QUICK_WIN_YEARS, cx),
            evaluation_months: table.or("evaluation-months", Self::EVALUATION_MONTHS, cx),
            council_elements: table.or("council-elements", Self::COUNCIL_ELEMENTS.to_vec(), cx),
            single_source_percent: table
                .optional("single-source-percent", cx)
                .filter(|percent| is_share(percent, cx)),
            budget_change_percent: match table.or(
                "budget-change-percent",
                Self::BUDGET_CHANGE_PERCENT,
                cx,
            ) {
                percent if is_share(&percent, cx) => percent,
                percent => Spanned::new(Self::BUDGET_CHANGE_PERCENT, percent.span),
            },
            budget_change_amount: table.optional("budget-change-amount", cx),
            links: table.or("links", Links::Live, cx),
            units: table.list("units", cx),
            achievement: table.or("achievement", Achievement::customary(span), cx),
            gaps: table.gaps(),
        })
    }
}

/// Whether a number of percent is a part of a whole; reports one that is more.
fn is_share(percent: &Spanned<u32>, cx: &mut Context<'_>) -> bool {
    let share = percent.value <= 100;
    if !share {
        cx.partial = true;
        cx.report(
            rules::invalid_value::found(percent.span, message!("invalid-value.percent"))
                .hint(message!("invalid-value.percent-hint")),
        );
    }
    share
}

/// `[rules]`: levels by the name of a rule or group, in the order of the names.
struct Rules(Vec<(Spanned<String>, Spanned<Level>)>);

impl Entry for Rules {
    const NAME: &'static str = "plan-rules";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let levels = table.map(cx, |key, span, _| Some((key.to_owned(), span)));
        let named = |((name, span), level)| (Spanned::new(name, span), level);
        Some(Self(levels.into_iter().map(named).collect()))
    }

    fn shape() -> Shape {
        Shape::ByName(Box::new(Level::shape()))
    }
}

written_as_word!(Level, rules::invalid_value::unknown_word);

/// A finding that is accepted, and why.
#[derive(Debug, Clone)]
pub struct Exception {
    /// Name or code of the rule.
    pub rule: Spanned<String>,
    /// The entry that the finding is about, `program:layanan-112`, or the path
    /// of a file.
    pub entry: Spanned<String>,
    /// Why it is accepted.
    pub reason: Spanned<String>,
}

impl Entry for Exception {
    const NAME: &'static str = "plan-exception";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let rule = table.required("rule", cx);
        let entry = table.required("entry", cx);
        let reason = table.required("reason", cx);
        Some(Self {
            rule: rule?,
            entry: entry?,
            reason: reason?,
        })
    }
}

/// `[changes]`: severities by the name of a kind of change, in the order of the names.
struct Changes(Vec<(Spanned<String>, Spanned<Severity>)>);

impl Entry for Changes {
    const NAME: &'static str = "plan-changes";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let severities = table.map(cx, |key, span, _| Some((key.to_owned(), span)));
        let named = |((name, span), severity)| (Spanned::new(name, span), severity);
        Some(Self(severities.into_iter().map(named).collect()))
    }

    fn shape() -> Shape {
        Shape::ByName(Box::new(Severity::shape()))
    }
}

/// A change that is accepted, by whom and why.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The fingerprint of the change.
    pub change: Spanned<String>,
    /// Why it is accepted.
    pub reason: Spanned<String>,
    /// Who accepted it.
    pub by: Spanned<String>,
    /// When.
    pub date: Spanned<Date>,
}

impl Entry for Accepted {
    const NAME: &'static str = "plan-accepted";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let change = table.required("change", cx);
        let reason = table.required("reason", cx);
        let by = table.required("by", cx);
        let date = table.required("date", cx);
        Some(Self {
            change: change?,
            reason: reason?,
            by: by?,
            date: date?,
        })
    }
}

/// A phase of the road map.
#[derive(Debug, Clone)]
pub struct Phase {
    /// Its id.
    pub id: Spanned<String>,
    /// Its name.
    pub name: Spanned<String>,
    /// First year.
    pub start: Spanned<Year>,
    /// Last year.
    pub end: Spanned<Year>,
    /// What the phase is for.
    pub description: Option<Spanned<String>>,
}

impl Entry for Phase {
    const NAME: &'static str = "plan-phase";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let name = table.required("name", cx);
        let start = table.required("start", cx);
        let end = table.required("end", cx);
        let description = table.optional("description", cx);
        Some(Self {
            id: id?,
            name: name?,
            start: start?,
            end: end?,
            description,
        })
    }
}

/// The outline of one book.
#[derive(Debug, Clone)]
pub struct Volume {
    /// Its id, which names the file.
    pub id: Spanned<String>,
    /// Its title.
    pub title: Spanned<String>,
    /// Parts before the numbered chapters.
    pub front: Vec<Spanned<String>>,
    /// Numbered chapters.
    pub body: Vec<Spanned<String>>,
    /// Numbered annexes.
    pub annex: Vec<Spanned<String>>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for Volume {
    const NAME: &'static str = "plan-volume";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let title = table.required("title", cx);
        let front = table.list("front", cx);
        let body = table.list("body", cx);
        let annex = table.list("annex", cx);
        Some(Self {
            id: id?,
            title: title?,
            front,
            body,
            annex,
            gaps: table.gaps(),
        })
    }
}
