//! One activity in two programmes that both have money for it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::funded;
use crate::check::Checker;
use crate::check::codes::{Code, Level};
use crate::check::name::key;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{Activity, ProgramFile};
use crate::resolve::{Id, Program};
use crate::source::Span;

/// The rule `funded-twice` (MON009).
pub static RULE: Rule = Rule::warning("MON009", "funded-twice", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         code = \"2.16.03.2.02.0026\"\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Aplikasi aduan\"\n\
         code = \"2.16.03.2.02.0026\"\n\n\
         [[budget]]\n\
         year = 2026",
    "code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         code = \"2.16.03.2.02.0026\"\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         code = \"2.16.03\"\n\n\
         [[activity]]\n\
         title = \"Aplikasi data\"\n\
         code = \"2.16.03.2.02.0009\"\n\n\
         [[budget]]\n\
         year = 2026",
);

/// The first activity of each year, and the programme to which it belongs. They are few.
type Years = Vec<(i16, Id<Program>, Span)>;

/// Those of one title, by their code.
type Codes<'a> = BTreeMap<Option<&'a str>, Years>;

/// Activities of one OPD by what makes two of them the same.
#[derive(Default)]
struct Seen<'a> {
    /// The code of a sub-activity.
    codes: BTreeMap<&'a str, Years>,
    /// The title; activities with different codes are different.
    titles: BTreeMap<String, Codes<'a>>,
}

/// Activities of the whole plan by the code of a sub-activity and the title.
type Copies<'a> = BTreeMap<(&'a str, String), Years>;

/// Compares the activities of programmes that are not cancelled and have money
/// in the same year. Within an OPD the code of a sub-activity makes two
/// activities the same, and so does the title unless their codes differ. A code
/// of a higher level may stand for several activities. Two OPD may carry out the
/// same sub-activity; theirs are the same where the title is so too.
pub fn check(cx: &mut Checker<'_>) {
    let mut copies = Copies::new();
    for entry in cx.plan.opds.values() {
        let programs = entry.programs.iter();
        let programs = programs.map(|&id| (id, &cx.plan.programs[id].file));
        let activities = programs
            .filter(|(_, file)| !file.is_cancelled())
            .flat_map(|(id, file)| file.activities.iter().map(move |one| (id, file, one)))
            .map(|(id, file, activity)| (id, file, activity, key(&activity.title)));
        let activities: Vec<_> = activities.collect();
        let mut titles: Vec<&str> = activities
            .iter()
            .map(|(.., title)| title.as_str())
            .collect();
        titles.sort_unstable();
        // Most OPD have no sub-activities, and no two activities of one title.
        let is_sub = |activity: &Activity| sub_activity(activity).is_some();
        if titles.is_sorted_by(|one, other| one < other)
            && !activities
                .iter()
                .any(|(_, _, activity, _)| is_sub(activity))
        {
            continue;
        }
        let mut seen = Seen::default();
        for (id, file, activity, title) in activities {
            let years = years(file, activity);
            let own = (id, activity, title);
            let Some((year, first, other)) = seen.add(&mut copies, own, &years) else {
                continue;
            };
            let number = cx.plan.program_number(first);
            cx.report(
                Finding::new(
                    &RULE,
                    span(activity),
                    message!(
                        "funded-twice",
                        title = &activity.title.value,
                        number = number,
                        year = year.to_string()
                    ),
                )
                .related(other, message!("first-one"))
                .hint(message!("funded-twice.hint")),
            );
        }
    }
}

/// The years in which an activity runs and its programme has money.
fn years(file: &ProgramFile, activity: &Activity) -> Vec<i16> {
    let first = activity.start.as_ref().map_or(i16::MIN, |date| date.year());
    let last = activity.end.as_ref().map_or(i16::MAX, |date| date.year());
    let runs: RangeInclusive<i16> = first..=last;
    let years = funded(file.lines()).map(|line| line.year.value.0);
    years.filter(|year| runs.contains(year)).collect()
}

/// The code of an activity, if it is that of a sub-activity.
fn sub_activity(activity: &Activity) -> Option<&str> {
    let code = activity.code.as_ref()?.value.as_str();
    let level = Code::parse(code)?.level();
    (level == Level::SubActivity).then_some(code)
}

/// The code, or the title of an activity that has none.
fn span(activity: &Activity) -> Span {
    let code = activity.code.as_ref();
    code.map_or(activity.title.span, |code| code.span)
}

impl<'a> Seen<'a> {
    /// Notes an activity of a programme, with its title as it is compared; returns the year,
    /// programme and place of the first one of another programme that is the same.
    fn add(
        &mut self,
        copies: &mut Copies<'a>,
        (program, activity, title): (Id<Program>, &'a Activity, String),
        years: &[i16],
    ) -> Option<(i16, Id<Program>, Span)> {
        let code = activity.code.as_ref().map(|code| code.value.as_str());
        let sub = sub_activity(activity);
        let own = (program, span(activity));
        let mut found = None;
        let mut look = |known: &Years| {
            found = found.or_else(|| {
                years.iter().find_map(|year| {
                    let of_year = known.iter().find(|(other, ..)| other == year);
                    of_year.filter(|(_, id, _)| *id != program).copied()
                })
            });
        };
        if let Some(code) = sub {
            let known = self.codes.entry(code).or_default();
            look(known);
            note(known, own, years);
            let known = copies.entry((code, title.clone())).or_default();
            look(known);
            note(known, own, years);
        }
        let titles = self.titles.entry(title).or_default();
        for (other, known) in titles.iter() {
            if code.is_none() || other.is_none() || code == *other {
                look(known);
            }
        }
        note(titles.entry(code).or_default(), own, years);
        found
    }
}

fn note(known: &mut Years, (program, span): (Id<Program>, Span), years: &[i16]) {
    known.reserve(years.len());
    for year in years {
        if known.iter().all(|(other, ..)| other != year) {
            known.push((*year, program, span));
        }
    }
}
