//! What sums a plan up: for everybody, for residents, for the council.

use schemars::JsonSchema;

use crate::compose::tree::Content;

view! {
    /// `at-a-glance`: the plan on one page.
    pub(crate) struct AtAGlance {
        /// How many programmes there are, in a sentence.
        pub lead: Content,
        /// What residents are promised.
        pub promises: Vec<Promise>,
        /// The money.
        pub money: Option<GlanceMoney>,
        /// Programmes that some districts alone have.
        pub districts: Option<GlanceDistricts>,
        /// The phases of the road map.
        pub phases: Option<GlancePhases>,
    }
}

view! {
    /// A programme in the words of residents.
    pub(crate) struct Promise {
        /// Label of the programme; nothing of one that is gone, in a book that marks changes.
        pub label: Option<String>,
        /// Name of its pillar.
        pub pillar: Content,
        /// Colour of the pillar.
        pub color: Option<String>,
        /// Name of the programme.
        pub program: Content,
        /// Its number, and its page if the book has one.
        pub reference: Content,
        /// What it is for.
        pub words: Content,
        /// What changes, in numbers.
        pub change: Option<PromisedChange>,
        /// The agency that answers for it.
        pub opd: Content,
        /// Its years, and how far it is.
        pub period: Content,
        /// Whether it is a quick win.
        pub quick_win: bool,
    }
}

view! {
    /// From where to where an indicator is to go.
    pub(crate) struct PromisedChange {
        /// What is measured.
        pub what: Content,
        /// The value at the beginning.
        pub from: Option<Content>,
        /// Its year.
        pub from_year: Option<Content>,
        /// The last target.
        pub to: Content,
        /// Its year.
        pub to_year: Content,
        /// The unit.
        pub unit: Content,
    }
}

view! {
    /// The money of the plan as one bar.
    pub(crate) struct GlanceMoney {
        /// What the bar shows, in words.
        pub alt: String,
        /// All of it.
        pub total: Content,
        /// What is to be said of it.
        pub note: Option<Content>,
        /// The parts of the bar.
        pub parts: Vec<GlancePart>,
    }
}

view! {
    /// The money of a pillar.
    pub(crate) struct GlancePart {
        /// Label of the pillar; nothing of one that is gone, in a book that marks changes.
        pub label: Option<String>,
        /// Its code.
        pub code: String,
        /// Its name.
        pub name: Content,
        /// Its money.
        pub amount: Content,
        /// Share of the bar, from 0 to 1000.
        pub share: u32,
        /// Its colour.
        pub color: Option<String>,
        /// How much white is mixed into the colour, in percent.
        pub white: u32,
        /// Whether it is striped.
        pub striped: bool,
    }
}

view! {
    /// How many programmes some districts alone have.
    pub(crate) struct GlanceDistricts {
        /// What the bars show, in words.
        pub alt: String,
        /// How many programmes reach all of them, in a sentence.
        pub everywhere: Content,
        /// The districts.
        pub districts: Vec<GlanceDistrict>,
    }
}

view! {
    /// A district.
    pub(crate) struct GlanceDistrict {
        /// Label of the district; nothing of one that is gone, in a book that marks changes.
        pub label: Option<String>,
        /// Its name.
        pub name: Content,
        /// How many programmes it has.
        pub count: Content,
        /// Length of its bar, from 0 to 1000.
        pub share: u32,
    }
}

view! {
    /// The phases of the road map on a time line.
    pub(crate) struct GlancePhases {
        /// What the time line shows, in words.
        pub alt: String,
        /// Years of the period.
        pub years: Vec<String>,
        /// The phases.
        pub phases: Vec<GlancePhase>,
    }
}

view! {
    /// A phase of the road map.
    pub(crate) struct GlancePhase {
        /// Which of them it is; nothing of one that is gone, in a book that marks changes.
        pub number: Option<String>,
        /// Its name.
        pub name: Content,
        /// Its years.
        pub years: Content,
        /// What it is for.
        pub words: Option<Content>,
        /// How many years of the period are before it.
        pub start: usize,
        /// How many years it takes.
        pub width: usize,
    }
}

view! {
    /// `promise-list`: what changes for residents by the programmes of a pillar.
    pub(crate) struct PromiseList {
        /// Level of the heading.
        pub level: usize,
        /// `4.1`, or nothing.
        pub number: Option<String>,
        /// Name of the pillar.
        pub title: Content,
        /// Label; nothing of a list that is gone, in a book that marks changes.
        pub label: Option<String>,
        /// Colour of the pillar.
        pub color: Option<String>,
        /// What the pillar is to achieve.
        pub goal: Option<Content>,
        /// Some of its programmes.
        pub promises: Vec<Promise>,
        /// How many others there are, and where.
        pub more: Option<Content>,
    }
}

view! {
    /// `decision`: something that is to be decided or to be known for that.
    pub(crate) struct Decision {
        /// Level of the heading.
        pub level: usize,
        /// `4.1`, or nothing.
        pub number: Option<String>,
        /// What it is about.
        pub title: Content,
        /// Label; nothing of one that is gone, in a book that marks changes.
        pub label: Option<String>,
        /// The number that tells most.
        pub figure: Content,
        /// What is to be done, in a sentence.
        pub about: Content,
        /// What it concerns, one behind the other.
        pub names: Vec<Content>,
        /// What it concerns, with what is to be said of each.
        pub rows: Vec<DecisionRow>,
    }
}

view! {
    /// What something to be decided concerns.
    pub(crate) struct DecisionRow {
        /// Label of an entry; nothing of what is none, or gone in a book that marks changes.
        pub label: Option<String>,
        /// What it is.
        pub name: Content,
        /// What is to be said of it.
        pub words: Option<Content>,
        /// Its money, or its date.
        pub value: Option<Content>,
        /// Length of its bar, from 0 to 1000, if it has one.
        pub share: Option<u32>,
    }
}
