//! An activity that begins before its programme or ends after it.

use jiff::civil::Date;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::model::{ActivityRef, ProgramFile};
use crate::resolve::Program;
use crate::source::Spanned;

/// The rule `activity-outside-program` (TIM008).
pub static RULE: Rule = Rule::warning("TIM008", "activity-outside-program", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "end = 2027-12-31\n\n\
         [[activity]]\n\
         title = \"Pelatihan\"\n\
         end = 2028-03-31",
    "end = 2027-12-31\n\n\
         [[activity]]\n\
         title = \"Pelatihan\"\n\
         end = 2027-12-31",
);

/// Compares both dates of activities, as far as they are given, with both dates
/// of their programme.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    // What runs backwards is reported as such.
    if file.end.value < file.start.value {
        return;
    }
    for activity in file.levels() {
        for (date, end, text) in outside(file, activity) {
            cx.report(
                Finding::new(
                    &RULE,
                    date.span,
                    message!(
                        "activity-outside-program",
                        title = &activity.title().value,
                        date = date.value
                    ),
                )
                .related(end.span, text)
                .hint(message!("activity-outside-program.hint")),
            );
        }
    }
}

type Outside<'a> = (&'a Spanned<Date>, &'a Spanned<Date>, Message);

/// The dates of an activity that lie outside those of its programme, each with
/// the date that it should not pass. Of an activity that lies wholly outside,
/// the date that is nearer to the programme says it.
fn outside<'a>(file: &'a ProgramFile, activity: ActivityRef<'a>) -> Vec<Outside<'a>> {
    let (first, last) = (&file.start, &file.end);
    let (start, end) = (activity.start().as_ref(), activity.end().as_ref());
    let early = |date: &&Spanned<Date>| date.value < first.value;
    let late = |date: &&Spanned<Date>| date.value > last.value;
    let too_early = match end.filter(early) {
        Some(end) => Some(end),
        None => start.filter(early),
    };
    let too_late = match start.filter(late) {
        Some(start) => Some(start),
        None => end.filter(late),
    };
    let early = too_early.map(|date| (date, first, message!("program-starts")));
    let late = too_late.map(|date| (date, last, message!("program-ends")));
    early.into_iter().chain(late).collect()
}
