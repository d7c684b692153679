//! Programmes, and who carries them.

use schemars::JsonSchema;

use super::Promise;
use super::Table;
use crate::compose::tree::{Content, Flow};

view! {
    /// `program-card`: a programme.
    pub(crate) struct ProgramCard {
        /// Level of the heading.
        pub level: usize,
        /// Label of the card.
        pub label: String,
        /// `GOV-07`
        pub number: Content,
        /// Name.
        pub title: Content,
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
        /// Whether the facts are short enough to stay on one page.
        pub facts_whole: bool,
        /// Activities.
        pub activities: Option<Table>,
        /// Indicators with their targets and money by source, in the same columns of years.
        pub figures: Vec<Table>,
        /// How the indicators are measured.
        pub measured: Vec<Content>,
        /// Risks and the answers to them.
        pub risks: Option<Table>,
        /// Narrative.
        pub narrative: Option<Flow>,
        /// Whether it goes on over a page, being longer than one, or having footnotes, which
        /// would stay on the page that it leaves.
        pub flows: bool,
        /// Whether it stands in one piece because it has footnotes, and surely fits on a page.
        pub whole: bool,
    }
}

view! {
    /// A fact of a card or profile.
    pub(crate) struct Fact {
        /// Key that `words.typ` has a word for.
        pub key: &'static str,
        /// Value.
        pub value: Content,
        /// Whether it takes the whole width.
        pub wide: bool,
    }
}

view! {
    /// A number and what it counts.
    pub(crate) struct Glance {
        /// The number.
        pub number: Content,
        /// What it counts.
        pub name: Content,
    }
}

view! {
    /// `opd-profile`: the section of an OPD, below its heading.
    pub(crate) struct OpdProfile {
        /// What it does for the plan.
        pub summary: Option<Content>,
        /// Facts.
        pub facts: Vec<Fact>,
        /// Whether they are short enough to stay on one page.
        pub facts_whole: bool,
    }
}

view! {
    /// `pillar-goal`: what a pillar is for, at the opening of its chapter.
    pub(crate) struct PillarGoal {
        /// What the pillar is to achieve.
        pub goal: Option<Content>,
        /// The OPD that answers for it.
        pub person_in_charge: Option<Content>,
        /// Colour of the pillar.
        pub color: Option<String>,
        /// The pillar at a glance.
        pub glance: Vec<Glance>,
        /// What changes for whom, by its foremost programmes.
        pub changes: Vec<Promise>,
        /// Its programmes on a time line.
        pub road: Vec<PillarSpan>,
    }
}

view! {
    /// A programme on the time line of its pillar; the period is 1000 long.
    pub(crate) struct PillarSpan {
        /// Number and title.
        pub name: Content,
        /// Years: `2025–2029`.
        pub years: Content,
        /// Where it begins.
        pub start: u32,
        /// How long it is.
        pub width: u32,
    }
}
