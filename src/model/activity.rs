//! Activities (kegiatan) of programmes, and the sub activities (sub kegiatan) in them.

use jiff::civil::Date;

use super::entry::entry;
use super::invalid_keys::InvalidKeys;
use super::program::{BudgetLine, Indicator};
use crate::source::Spanned;

entry! {
    /// An activity (kegiatan) of a programme.
    Activity = "program-activity", invalid_keys {
        /// Name.
        title: Spanned<String> = required("title"): sentence key;
        /// Nomenclature code.
        code: Spanned<String> = optional("code");
        /// What it produces.
        output: Spanned<String> = optional("output"): sentence;
        /// First day.
        start: Spanned<Date> = optional("start");
        /// Last day.
        end: Spanned<Date> = optional("end");
        /// Where; empty where the programme says it.
        districts: Spanned<String> = list("districts"): reference(District) joined("activity-districts");
        /// Who benefits.
        target_group: Spanned<String> = optional("target-group"): sentence;
        /// Who answers for it.
        person_in_charge: Spanned<String> = optional("person-in-charge"): name;
        /// Budget lines.
        budget: BudgetLine = list("budget"): joined("activity-budget");
        /// Indicators.
        indicators: Indicator = list("indicator"): joined("activity-indicator");
        /// Sub activities.
        subs: SubActivity = list("sub"): joined("sub");
    }
}

entry! {
    /// A sub activity (sub kegiatan) of an activity.
    SubActivity = "program-sub", invalid_keys {
        /// Name.
        title: Spanned<String> = required("title"): sentence key;
        /// Nomenclature code.
        code: Spanned<String> = optional("code");
        /// What it produces.
        output: Spanned<String> = optional("output"): sentence;
        /// First day.
        start: Spanned<Date> = optional("start");
        /// Last day.
        end: Spanned<Date> = optional("end");
        /// Where; empty where the activity says it.
        districts: Spanned<String> = list("districts"): reference(District) joined("sub-districts");
        /// Who benefits.
        target_group: Spanned<String> = optional("target-group"): sentence;
        /// Who answers for it.
        person_in_charge: Spanned<String> = optional("person-in-charge"): name;
        /// Budget lines.
        budget: BudgetLine = list("budget"): joined("sub-budget");
        /// Indicators.
        indicators: Indicator = list("indicator"): joined("sub-indicator");
    }
}

/// An activity or a sub activity.
#[derive(Debug, Clone, Copy)]
pub struct ActivityRef<'p> {
    /// The activity that it is, or in which it stands.
    pub activity: &'p Activity,
    /// The sub activity that it is; `None` of an activity.
    pub sub: Option<&'p SubActivity>,
}

/// Reads a field that activities and sub activities have.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident: $type:ty;)*) => {
        impl<'p> ActivityRef<'p> {
            $($(#[$doc])* pub fn $field(self) -> &'p $type {
                self.sub.map_or(&self.activity.$field, |sub| &sub.$field)
            })*
        }
    };
}

fields! {
    /// Its name.
    title: Spanned<String>;
    /// Its code.
    code: Option<Spanned<String>>;
    /// What it produces.
    output: Option<Spanned<String>>;
    /// Its first day.
    start: Option<Spanned<Date>>;
    /// Its last day.
    end: Option<Spanned<Date>>;
    /// Where.
    districts: Vec<Spanned<String>>;
    /// Who benefits.
    target_group: Option<Spanned<String>>;
    /// Who answers for it.
    person_in_charge: Option<Spanned<String>>;
    /// Its own budget lines.
    budget: Vec<BudgetLine>;
    /// Its own indicators.
    indicators: Vec<Indicator>;
    /// Keys that say something which is not known.
    invalid_keys: InvalidKeys;
}

impl Activity {
    /// The activity, and then its sub activities.
    pub(crate) fn levels(&self) -> impl Iterator<Item = ActivityRef<'_>> {
        let of = |sub| ActivityRef {
            activity: self,
            sub,
        };
        let subs = self.subs.iter().map(Some);
        std::iter::once(None).chain(subs).map(of)
    }
}
