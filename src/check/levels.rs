//! How bad a finding is in this plan: defaults, `plan.toml`, command line,
//! exceptions.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::configuration::{firm_rule, unknown_change, unknown_rule, unused_exception};
use super::selector::Selector;
use super::{SkippedRules, rule, rules};
use crate::finding::{Finding, Findings, Group, Level, Rule};
use crate::model::change::Kind;
use crate::model::{EntryRef, Exception, PlanFile, is_empty};
use crate::resolve::Plan;
use crate::resolve::rules::not_judged;
use crate::source::{FileIndex, Role, SourceFile, SourceTree, Span};

/// How a plan is judged, beside what `plan.toml` says.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether the plan is to be signed and printed. A plan whose status is
    /// `final` is judged so in any case.
    pub release: bool,
    /// The day as of which verdicts about time are given; without it, the
    /// date of the plan.
    pub as_of: Option<Date>,
    /// Levels from the command line. They stand above those of `plan.toml`.
    pub levels: Vec<(Selector, Level)>,
}

/// Applies the levels of `plan.toml` and of `options` to findings: drops what
/// is allowed and what is excepted. Configuration that is wrong is a finding, and
/// so is that rules could not be applied.
pub(crate) fn apply_levels(
    plan: Option<&Plan>,
    tree: &SourceTree,
    options: &Options,
    skipped: &SkippedRules,
    findings: &mut Findings,
) {
    let file = plan.map(|plan| &plan.file);
    // What was not judged may be what an exception is for.
    let judged =
        plan.is_some_and(|plan| plan.unreadable.is_empty() && is_understood(tree, findings));
    let levels = Levels::new(file, options, findings);
    for (name, _) in file.iter().flat_map(|file| file.changes.iter()) {
        if Kind::parse(name).is_none() {
            findings.push(unknown_change::finding(name.span, name));
        }
    }
    let exceptions = file.map_or(&[][..], |file| &file.exceptions);
    let mut used = vec![false; exceptions.len()];
    findings.retain(|finding| {
        let excepted = !finding.rule.fixed_level && except(finding, exceptions, tree, &mut used);
        !excepted
    });
    for (exception, used) in exceptions.iter().zip(used) {
        let span = exception.rule.span;
        match rule(&exception.rule) {
            None => findings.push(match Selector::parse(&exception.rule) {
                Some(Selector::Group(_)) => unknown_rule::group(span, &exception.rule),
                _ => unknown_rule::excepted(span, &exception.rule),
            }),
            Some(rule) if rule.fixed_level => findings.push(firm_rule::finding(span, rule)),
            Some(_) if !judged || used => {}
            Some(rule) => {
                let nobodys =
                    plan.and_then(|plan| unused_exception::nobodys(exception, plan, tree));
                // The book is set later, if at all.
                let later = rule.group == Group::Output;
                findings.extend(nobodys.or((!later).then(|| unused_exception::finding(exception))));
            }
        }
    }
    // What follows from an empty file goes without saying.
    let is_empty = |file: FileIndex| {
        let file: Option<&SourceFile> = tree.get(file);
        file.is_some_and(|file| {
            let toml = file.readable && file.role != Role::Unknown && file.path.ends_with(".toml");
            toml && is_empty(&file.text)
        })
    };
    findings.retain(|finding| finding.rule != &not_judged::RULE || !is_empty(finding.span.file));
    if plan.is_none()
        && let Some((index, _)) = tree
            .find("plan.toml")
            .filter(|(index, file)| file.role == Role::Plan && !is_empty(*index))
    {
        findings.push(not_judged::everything(Span::file(index)));
    }
    // Nobody misses a rule that is allowed.
    let skipped = skipped.0.iter().copied();
    let missed: Vec<(&Rule, Span)> = skipped
        .filter(|(rule, span)| levels.of(rule) != Level::Allow && !is_empty(span.file))
        .collect();
    if let Some(first) = missed.iter().map(|(_, span)| *span).min() {
        let names: Vec<&str> = missed.iter().map(|(rule, _)| rule.name).collect();
        findings.push(not_judged::rules(first, &names));
    }
    levels.set(findings);
}

/// Whether nothing outside narrative was found that cannot be understood, so that
/// every entry was judged as a whole.
fn is_understood(tree: &SourceTree, findings: &Findings) -> bool {
    let mut findings = findings.iter().filter(|finding| finding.rule.fixed_level);
    findings.all(|finding| {
        let file = tree.get(finding.span.file);
        file.is_some_and(|file| file.path.ends_with(".md"))
    })
}

/// Applies the levels and exceptions to findings that were made later, when the book
/// was set. What is wrong with them has been reported.
pub(crate) fn apply_levels_to_layout(
    plan: &Plan,
    tree: &SourceTree,
    options: &Options,
    findings: &mut Findings,
) {
    let file = &plan.file;
    let mut used = vec![false; file.exceptions.len()];
    findings.retain(|finding| {
        finding.rule.fixed_level || !except(finding, &file.exceptions, tree, &mut used)
    });
    Levels::new(Some(file), options, &mut Findings::default()).set(findings);
}

/// Whether an exception covers the finding; remembers which did.
fn except(
    finding: &Finding,
    exceptions: &[Exception],
    tree: &SourceTree,
    used: &mut [bool],
) -> bool {
    let mut excepted = false;
    for (exception, used) in exceptions.iter().zip(used) {
        let same = exception.rule.value == finding.rule.name
            || exception.rule.value.eq_ignore_ascii_case(finding.rule.code);
        if same && concerns(finding, &exception.entry, tree) {
            *used = true;
            excepted = true;
        }
    }
    excepted
}

/// Whether a finding is about an entry: `program:layanan-112`, or the path of a
/// file.
fn concerns(finding: &Finding, entry: &str, tree: &SourceTree) -> bool {
    let subject = finding.subject.as_ref();
    if subject.is_some_and(|subject| subject.to_string() == entry) {
        return true;
    }
    let Some(file) = tree.get(finding.span.file) else {
        return false;
    };
    if file.path == entry {
        return true;
    }
    EntryRef::of_file(&file.role).is_some_and(|owner| owner.to_string() == entry)
}

/// The level of each rule whose level is not the default.
struct Levels {
    release: bool,
    changed: BTreeMap<&'static str, Level>,
}

impl Levels {
    fn new(file: Option<&PlanFile>, options: &Options, findings: &mut Findings) -> Self {
        let release = options.release || file.is_some_and(PlanFile::is_final);
        let mut levels = Self {
            release,
            changed: BTreeMap::new(),
        };
        let mut chosen = Vec::new();
        for (name, level) in file.iter().flat_map(|file| file.rules.iter()) {
            match Selector::parse(name) {
                Some(Selector::Rule(rule)) if rule.fixed_level => {
                    findings.push(firm_rule::finding(name.span, rule));
                }
                Some(selector) => chosen.push((selector, level.value)),
                None => findings.push(unknown_rule::finding(name.span, name)),
            }
        }
        levels.change_all(chosen, true);
        levels.change_all(options.levels.clone(), false);
        levels
    }

    /// A rule stands above its group and a group above all, wherever they are
    /// written; for the same one, the stricter level. What is then a warning is
    /// what `warnings` selects.
    fn change_all(&mut self, mut chosen: Vec<(Selector, Level)>, in_plan: bool) {
        chosen.sort_by_key(|(selector, level)| {
            let order = match selector {
                Selector::All => 0,
                Selector::Group(_) => 1,
                Selector::Rule(_) => 2,
                Selector::Warnings => 3,
            };
            (order, *level)
        });
        for (selector, level) in chosen {
            self.change(selector, level, in_plan);
        }
    }

    /// Sets the level of the selected rules. What a release demands cannot be
    /// lowered in `plan.toml`: there an exception gives the reason.
    fn change(&mut self, selector: Selector, level: Level, in_plan: bool) {
        for rule in rules() {
            let demanded = in_plan && self.release && rule.release > rule.draft;
            if rule.fixed_level
                || !selector.selects(rule, self.of(rule))
                || (demanded && level < rule.release)
            {
                continue;
            }
            self.changed.insert(rule.code, level);
        }
    }

    fn set(&self, findings: &mut Findings) {
        for finding in findings.iter_mut() {
            finding.level = self.of(finding.rule);
        }
        findings.retain(|finding| finding.level != Level::Allow);
    }

    fn of(&self, rule: &Rule) -> Level {
        let changed = self.changed.get(rule.code);
        changed.copied().unwrap_or_else(|| rule.level(self.release))
    }
}
