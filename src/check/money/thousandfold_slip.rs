//! An amount that looks as if three zeros were missing or too many.

use std::collections::BTreeMap;

use super::funded;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Arg, Message, message};
use crate::model::{BudgetLine, FundingSource};
use crate::resolve::{Id, Opd, Program};

/// The rule `thousandfold-slip` (MON007).
pub static RULE: Rule = Rule::warning("MON007", "thousandfold-slip", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[budget]]\n\
         year = 2026\n\
         amount = 150_000\n\n\
         [[budget]]\n\
         year = 2027\n\
         amount = 175_000_000",
    "[[budget]]\n\
         year = 2026\n\
         amount = 150_000_000\n\n\
         [[budget]]\n\
         year = 2027\n\
         amount = 175_000_000",
);

/// Two amounts that differ by more are suspicious. A slip of three digits is a
/// factor of 1,000; what the years or programmes really differ by may hide two
/// thirds of it.
const SUSPICIOUS: i128 = 300;

/// Fewest lines of other programmes by which a programme is judged …
const COMPARABLE: usize = 3;

/// … and what no programme of a city costs: two lines are enough to doubt it.
const PETTY: i128 = 1_000_000;

/// A line, ordered by its amount and then by its position.
type Ranked<'a> = (i128, usize, Id<Program>, &'a BudgetLine);

/// Compares amounts of one source only: what a ministry pays says nothing about
/// what the community gives. Each line is compared with the middle one of its
/// programme, and the largest line of a programme with the middle one of the
/// other programmes of the OPD.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        for lines in by_source(cx, opd).into_values() {
            judge_source(cx, &lines);
        }
    }
}

/// The lines of an OPD that hold money, programme by programme.
fn by_source<'a>(cx: &Checker<'a>, opd: &Opd) -> BTreeMap<FundingSource, Vec<Ranked<'a>>> {
    let mut sources: BTreeMap<FundingSource, Vec<Ranked<'a>>> = BTreeMap::new();
    for &id in &opd.programs {
        for line in funded(cx.plan.programs[id].file.lines()) {
            let lines = sources.entry(line.source.value).or_default();
            lines.push((line.amount.value.0, lines.len(), id, line));
        }
    }
    sources
}

fn judge_source<'a>(cx: &mut Checker<'a>, lines: &[Ranked<'a>]) {
    let mut sorted = lines.to_vec();
    sorted.sort_unstable_by_key(rank);
    for own in lines.chunk_by(|one, two| one.2 == two.2) {
        let mut own = own.to_vec();
        own.sort_unstable_by_key(rank);
        judge_lines(cx, &own);
        judge_program(cx, &own, &sorted);
    }
}

fn rank(line: &Ranked<'_>) -> (i128, usize) {
    (line.0, line.1)
}

/// Compares the lines of a programme with the middle one.
fn judge_lines(cx: &mut Checker<'_>, own: &[Ranked<'_>]) {
    let (judged, usual) = match own {
        [] | [_] => return,
        // Of two lines, nobody knows which is wrong; the lower one is reported.
        [low, high] => (std::slice::from_ref(low), high),
        lines => match lines.get(lines.len().saturating_sub(1) / 2) {
            Some(usual) => (lines, usual),
            None => return,
        },
    };
    for line in judged.iter().filter(|line| differ(line.0, usual.0)) {
        let message = message!(
            "thousandfold-slip",
            amount = Arg::Money(line.0),
            usual = Arg::Money(usual.0)
        );
        report(
            cx,
            line.3,
            message,
            usual.3,
            message!("thousandfold-slip.sibling"),
        );
    }
}

/// Compares the largest line of a programme with the middle one of the others.
/// A programme that is larger than the others may be a large project.
fn judge_program(cx: &mut Checker<'_>, own: &[Ranked<'_>], all: &[Ranked<'_>]) {
    let (Some(first), Some(largest)) = (own.iter().min_by_key(|line| line.1), own.last()) else {
        return;
    };
    let others = all.len().saturating_sub(own.len());
    let enough = others >= COMPARABLE || (others >= 2 && largest.0 < PETTY);
    let Some(usual) = middle_of_others(own, all).filter(|_| enough) else {
        return;
    };
    if largest.0 >= usual.0 || !differ(largest.0, usual.0) {
        return;
    }
    let message = if own.len() == 1 {
        message!(
            "thousandfold-slip",
            amount = Arg::Money(largest.0),
            usual = Arg::Money(usual.0)
        )
    } else {
        message!(
            "thousandfold-slip.program",
            amount = Arg::Money(largest.0),
            usual = Arg::Money(usual.0)
        )
    };
    let number = cx.number(usual.2);
    let text = message!("thousandfold-slip.other", number = number);
    report(cx, first.3, message, usual.3, text);
}

/// The middle line of those that are not `own`; of two in the middle, the lower.
/// Both lists are sorted: each own line that stands before the middle moves it
/// on by one.
fn middle_of_others<'l, 'a>(own: &[Ranked<'a>], all: &'l [Ranked<'a>]) -> Option<&'l Ranked<'a>> {
    let others = all.len().checked_sub(own.len())?;
    let mut middle = others.checked_sub(1)? / 2;
    for line in own {
        let before = all.partition_point(|other| rank(other) < rank(line));
        if before <= middle {
            middle += 1;
        }
    }
    all.get(middle)
}

/// Whether the larger of two positive amounts is suspiciously many times the
/// other.
fn differ(one: i128, two: i128) -> bool {
    let (low, high) = (one.min(two), one.max(two));
    high.checked_div(low).unwrap_or_default() >= SUSPICIOUS
}

fn report(
    cx: &mut Checker<'_>,
    line: &BudgetLine,
    message: Message,
    usual: &BudgetLine,
    text: Message,
) {
    cx.report(
        Finding::new(&RULE, line.amount.span, message)
            .related(usual.amount.span, text)
            .hint(message!("thousandfold-slip.hint")),
    );
}
