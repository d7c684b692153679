//! `plan.toml`.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use toml::de::DeTable;

use super::achievement::Achievement;
use super::decode::{Context, FromToml, Value};
use super::decree::Decree;
use super::entry::entry;
use super::keyword::{keywords, pick, written_as_word};
use super::recover::recover;
use super::registry::Element;
use super::scalar::{Rupiah, Year};
use super::shape::Shape;
use super::table::{Entry, Table};
use super::visit::{Datum, Key, Visited, Visitor};
use crate::finding::Level;
use crate::language::message;
use crate::language::{BookLanguage, Language};
use crate::model::rules;
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
    /// The look of the book.
    Theme {
        /// Deep blue, openings of pillars in their colours.
        Bahari = "bahari",
        /// Warm brown, headings in sans serif, openings on white.
        Rempah = "rempah",
    }
}

keywords! {
    /// How the margins of two facing pages lie.
    Margins {
        /// Alike on all pages, for the screen and single sheets.
        Equal = "equal",
        /// Wider where the pages are bound.
        Mirrored = "mirrored",
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

keywords! {
    /// The kind of government whose plan it is.
    Government {
        /// A city.
        Kota = "kota",
        /// A regency.
        Kabupaten = "kabupaten",
        /// A province.
        Provinsi = "provinsi",
    }
}

impl FromToml for BookLanguage {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let other = value.get_ref().as_str().and_then(Self::parse);
        let unknown = rules::invalid_value::unknown_word;
        other.or_else(|| pick(value, cx, Language::ALL, Language::word, unknown).map(Self::from))
    }

    fn shape() -> Shape {
        let languages = Language::ALL.iter();
        Shape::Code(languages.map(|language| language.word()).collect())
    }
}

entry! {
    /// The plan itself.
    PlanFile = "plan", invalid_keys {
        /// The city, `"Kota Ambon"`.
        city: Spanned<String> = required("city"): name;
        /// What it is: words of offices, budgets and places follow from it.
        government: Government = or("government", Government::Kota);
        /// The province.
        province: Spanned<String> = required("province"): name;
        /// Title of the book.
        title: Spanned<String> = required("title"): name;
        /// Second line of the cover.
        subtitle: Spanned<String> = optional("subtitle"): sentence;
        /// First and last year.
        period: Spanned<Period> = required("period");
        /// Name of this revision.
        revision: Spanned<String> = required("revision"): name;
        /// Date of this revision.
        date: Spanned<Date> = required("date");
        /// Place that stands before the date.
        place: Spanned<String> = optional("place"): name;
        /// Paper.
        paper: Paper = or("paper", Paper::A4);
        /// Look of the book.
        theme: Theme = or("theme", Theme::Bahari);
        /// Margins of facing pages.
        margins: Margins = or("margins", Margins::Equal);
        /// What is printed beyond the edges of the paper and cut off, in millimetres.
        bleed: u32 = or("bleed", 0, is_bleed);
        /// Language.
        language: BookLanguage = or("language", Language::Indonesian.into());
        /// Status.
        status: PlanStatus = or("status", PlanStatus::Draft);
        /// Whether the figures of the whole plan are examples.
        example: bool = or("example", false);
        /// Image for the cover, relative to the plan.
        emblem: Spanned<String> = optional("emblem");
        /// Alternative text of the emblem.
        emblem_alt: Spanned<String> = optional("emblem-alt"): name;
        /// Shapes of the districts, relative to the plan.
        map: Spanned<String> = optional("map");
        /// The regulation that adopts the plan.
        decree: Decree = optional("decree");
        /// Thresholds.
        policy: Policy = or_else("policy", Policy::customary);
        /// Levels of rules and groups, by name.
        rules: ByName<Level> = map("rules");
        /// Findings that are accepted.
        exceptions: Exception = list("exception");
        /// Severities of changes, by the name of their kind.
        changes: ByName<Severity> = map("changes");
        /// Changes that are accepted, which says nothing of the plan itself.
        accepted: Accepted = list("accepted"): aside;
        /// Phases of the road map, in order.
        phases: Phase = list("phase"): own;
        /// Books that can be built.
        volumes: Volume = list("volume"): own;
    }
}

impl PlanFile {
    /// Whether the plan is to be signed and printed.
    pub(crate) fn is_final(&self) -> bool {
        self.status.value == PlanStatus::Final
    }
}

/// The language that the text of a `plan.toml` names, or has by custom, however much else
/// of it is broken; `None` if what is broken may have named another one.
pub(crate) fn language_of(text: &str) -> Option<Language> {
    let sound = recover(text);
    let (table, _) = DeTable::parse_recoverable(&sound.text);
    let word = table.get_ref().get("language");
    let word = word.and_then(|word| word.get_ref().as_str());
    let mut all = Language::ALL.iter().copied();
    let named = all.find(|language| Some(language.word()) == word);
    named.or_else(|| sound.faults.is_empty().then_some(Language::Indonesian))
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
    pub(crate) fn overlap(self, first: i16, last: i16) -> RangeInclusive<i16> {
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

impl Visited for Spanned<Period> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        if visitor.begin(key, false, Some(self.span)) {
            let Period { start, end } = self.value;
            visitor.value(const { &Key::new("start") }, start.into(), self.span);
            visitor.value(const { &Key::new("end") }, end.into(), self.span);
            visitor.end();
        }
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

entry! {
    /// Thresholds that a city sets for itself.
    Policy = "plan-policy", invalid_keys {
        /// Longest duration of a quick win, in months.
        quick_win_months: u32 = or("quick-win-months", Self::QUICK_WIN_MONTHS);
        /// How many first years of the period quick wins begin in.
        quick_win_years: u32 = or("quick-win-years", Self::QUICK_WIN_YEARS);
        /// Longest time between two evaluations, in months.
        evaluation_months: u32 = or("evaluation-months", Self::EVALUATION_MONTHS);
        /// Elements that sit on the council.
        council_elements: Vec<Element> = or("council-elements", Self::COUNCIL_ELEMENTS.to_vec());
        /// Largest share of the money that may come from one source, in percent.
        single_source_percent: Spanned<u32> = optional("single-source-percent", is_share);
        /// The budget of a programme may change by so many percent before that is a warning.
        budget_change_percent: u32 = or("budget-change-percent", Self::BUDGET_CHANGE_PERCENT, is_share);
        /// The same in rupiah; nothing where no amount is a warning by itself.
        budget_change_amount: Spanned<Rupiah> = optional("budget-change-amount");
        /// How addresses on the web print.
        links: Links = or("links", Links::Live);
        /// Units that indicators are measured in; empty for any.
        units: Spanned<String> = list("units");
        /// How what was reached is judged.
        achievement: Achievement = or_else("achievement", Achievement::customary);
    }
}

impl Policy {
    /// Longest duration of a quick win where the plan says nothing: a year.
    pub(crate) const QUICK_WIN_MONTHS: u32 = 12;
    /// Years in which quick wins begin where the plan says nothing: the first.
    pub(crate) const QUICK_WIN_YEARS: u32 = 1;
    /// Change of a budget that is no warning where the plan says nothing: a tenth.
    pub(crate) const BUDGET_CHANGE_PERCENT: u32 = 10;
    /// Longest time between two evaluations where the plan says nothing.
    pub(crate) const EVALUATION_MONTHS: u32 = 24;

    /// Elements that sit on the council where the plan says nothing.
    pub(crate) const COUNCIL_ELEMENTS: &[Element] = &[
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
            invalid_keys: Default::default(),
        }
    }
}

/// Whether a number of percent is a part of a whole; reports one that is more.
fn is_share(percent: &Spanned<u32>, cx: &mut Context<'_>) -> bool {
    let share = percent.value <= 100;
    if !share {
        cx.partial = true;
        cx.report(
            rules::invalid_value::finding(percent.span, message!("invalid-value.percent"))
                .hint(message!("invalid-value.percent-hint")),
        );
    }
    share
}

/// Printers ask for 3 or 5 millimetres; what is far more is a mistake.
const WIDEST_BLEED: u32 = 20;

fn is_bleed(bleed: &Spanned<u32>, cx: &mut Context<'_>) -> bool {
    let fits = bleed.value <= WIDEST_BLEED;
    if !fits {
        cx.partial = true;
        let most = WIDEST_BLEED.to_string();
        cx.report(
            rules::invalid_value::finding(
                bleed.span,
                message!("invalid-value.bleed", most = &most),
            )
            .hint(message!("invalid-value.bleed-hint")),
        );
    }
    fits
}

/// A table whose keys are names that each have a value, in the order of the names.
#[derive(Debug, Clone)]
pub struct ByName<T>(Vec<(Spanned<String>, Spanned<T>)>);

impl<T> ByName<T> {
    /// The names with their values.
    pub fn iter(&self) -> impl Iterator<Item = &(Spanned<String>, Spanned<T>)> {
        self.0.iter()
    }
}

impl<T> Default for ByName<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: FromToml> Entry for ByName<T> {
    const NAME: &'static str = "plan-levels";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let values = table.map(cx, |key, span, _| Some((key.to_owned(), span)));
        let named = |((name, span), value)| (Spanned::new(name, span), value);
        Some(Self(values.into_iter().map(named).collect()))
    }

    fn shape() -> Shape {
        Shape::ByName(Box::new(T::shape()))
    }
}

impl<T: Copy + Into<Datum>> Visited for ByName<T> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        for (name, value) in self.iter() {
            if visitor.begin(key, true, None) {
                visitor.text(const { &Key::new("name").key() }, name);
                visitor.value(const { &Key::new("level") }, value.value.into(), value.span);
                visitor.end();
            }
        }
    }
}

written_as_word!(Level, rules::invalid_value::unknown_word);

entry! {
    /// A finding that is accepted, and why.
    Exception = "plan-exception" {
        /// Name or code of the rule.
        rule: Spanned<String> = required("rule"): key;
        /// The entry that the finding is about, `program:layanan-112`, or the path
        /// of a file.
        entry: Spanned<String> = required("entry"): key;
        /// Why it is accepted.
        reason: Spanned<String> = required("reason");
    }
}

entry! {
    /// A change that is accepted, by whom and why.
    Accepted = "plan-accepted" {
        /// The fingerprint of the change.
        change: Spanned<String> = required("change");
        /// Why it is accepted.
        reason: Spanned<String> = required("reason");
        /// Who accepted it.
        by: Spanned<String> = required("by");
        /// When.
        date: Spanned<Date> = required("date");
    }
}

entry! {
    /// A phase of the road map.
    Phase = "plan-phase" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// Its name.
        name: Spanned<String> = required("name"): sentence;
        /// First year.
        start: Spanned<Year> = required("start");
        /// Last year.
        end: Spanned<Year> = required("end");
        /// What the phase is for.
        description: Spanned<String> = optional("description"): sentence;
    }
}

entry! {
    /// The outline of one book.
    Volume = "plan-volume", invalid_keys {
        /// Its id, which names the file.
        id: Spanned<String> = required("id"): key;
        /// Its title.
        title: Spanned<String> = required("title");
        /// Parts before the numbered chapters.
        front: Spanned<String> = list("front"): ordered;
        /// Numbered chapters.
        body: Spanned<String> = list("body"): ordered;
        /// Numbered annexes.
        annex: Spanned<String> = list("annex"): ordered;
    }
}
