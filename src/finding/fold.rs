//! Orders findings for people, and counts those of a rule beyond the first few.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Group, Order, Rule, Severity};
use crate::source::FileIndex;

/// So many findings of one rule are shown, and the rest is counted: warnings of one rule
/// say the same again and again, errors are each to be mended. What only the printed book
/// shows is told whole, since no other command tells it.
fn shown(rule: &Rule, severity: Severity) -> usize {
    match (rule.group, severity) {
        (Group::Output, _) => usize::MAX,
        (_, Severity::Error) => 10,
        (_, Severity::Warning) => 3,
    }
}

/// Whether so many findings of one rule are more than are shown. A single one more is not
/// worth a line that says so.
fn are_many(rule: &Rule, severity: Severity, count: usize) -> bool {
    count > shown(rule, severity).saturating_add(1)
}

/// Findings of one rule and severity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The rule.
    pub rule: &'static Rule,
    /// How bad they are.
    pub severity: Severity,
    /// How many there are.
    pub count: usize,
    /// In how many files.
    pub files: usize,
}

/// A finding that is told, or others that are counted behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Folded<'f> {
    /// One of them.
    Finding(&'f Finding),
    /// More of the same rule.
    More(Total),
}

/// Errors before warnings, among them first those from which others may follow, and last
/// of all what could not be judged because of others; the order is otherwise kept.
pub(crate) fn by_severity(findings: &mut [&Finding]) {
    findings.sort_by_key(|finding| match finding.rule.order {
        Order::First => (false, finding.severity(), false),
        Order::Between => (false, finding.severity(), true),
        Order::Last => (true, finding.severity(), true),
    });
}

/// The findings in their order, of each rule the first few. Behind the last that is told
/// of a rule stands how many more there are; a single one more is told like the others.
pub(crate) fn fold<'f>(findings: &[&'f Finding]) -> Vec<Folded<'f>> {
    let mut seen: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    let totals = totals(findings);
    let mut told = Vec::new();
    for finding in findings {
        let severity = finding.severity();
        let seen = seen.entry((severity, finding.rule.code)).or_default();
        *seen += 1;
        let same = |total: &&Total| total.rule == finding.rule && total.severity == severity;
        let count = totals.iter().find(same).map_or(0, |total| total.count);
        let most = if are_many(finding.rule, severity, count) {
            shown(finding.rule, severity)
        } else {
            count
        };
        if *seen <= most {
            told.push(Folded::Finding(finding));
        }
        if *seen == most && count > most {
            let rest = findings.iter().copied();
            let rest = rest.filter(|one| one.rule == finding.rule && one.severity() == severity);
            let rest: Vec<&Finding> = rest.skip(most).collect();
            told.extend(self::totals(&rest).into_iter().map(Folded::More));
        }
    }
    told
}

/// Whether [`fold`] counts any of these findings instead of telling it.
pub fn is_folded(findings: &[&Finding]) -> bool {
    let mut totals = totals(findings).into_iter();
    totals.any(|total| are_many(total.rule, total.severity, total.count))
}

/// How many findings there are of each rule: errors first, then those of which there are
/// most.
pub fn totals(findings: &[&Finding]) -> Vec<Total> {
    let mut all: BTreeMap<(Severity, &str), (Total, BTreeSet<FileIndex>)> = BTreeMap::new();
    for finding in findings {
        let (rule, severity) = (finding.rule, finding.severity());
        let (total, files) = all.entry((severity, rule.code)).or_insert_with(|| {
            let none = Total {
                rule,
                severity,
                count: 0,
                files: 0,
            };
            (none, BTreeSet::new())
        });
        total.count += 1;
        files.insert(finding.span.file);
        total.files = files.len();
    }
    let mut all: Vec<Total> = all.into_values().map(|(total, _)| total).collect();
    all.sort_by_key(|total| (total.severity, usize::MAX - total.count));
    all
}
