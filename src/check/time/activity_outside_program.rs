//! An activity that begins before its programme or ends after it.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule.
pub static RULE: Rule = Rule::warning("TIM008", "activity-outside-program", Group::Time).example(
    "end = 2027-12-31\n\n[[activity]]\ntitle = \"Pelatihan\"\nend = 2028-03-31",
    "end = 2027-12-31\n\n[[activity]]\ntitle = \"Pelatihan\"\nend = 2027-12-31",
);

/// Compares the dates of activities with those of their programme.
pub fn check(cx: &mut Checker<'_>) {
    for program in cx.plan.programs.values() {
        let file = &program.file;
        for activity in &file.activities {
            let early = activity
                .start
                .iter()
                .filter(|start| start.value < file.start.value);
            let late = activity.end.iter().filter(|end| end.value > file.end.value);
            for (date, end, text) in early
                .map(|date| (date, &file.start, message!("program-starts")))
                .chain(late.map(|date| (date, &file.end, message!("program-ends"))))
            {
                cx.report(
                    Finding::new(
                        &RULE,
                        date.span,
                        message!(
                            "activity-outside-program",
                            title = &activity.title.value,
                            date = date.value
                        ),
                    )
                    .related(end.span, text)
                    .hint(message!("activity-outside-program.hint")),
                );
            }
        }
    }
}
