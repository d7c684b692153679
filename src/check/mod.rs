//! Fourth stage: rules over the resolved plan.
//!
//! In: a [`Plan`], its files and the day as of which it is judged. Out:
//! findings. Every rule sees the whole plan, or looks at one programme after the other, and
//! changes nothing; none of them asks the clock. Each has a file of its own, in the folder of
//! its group.
//!
//! What cannot be known is not judged: where a programme could not be read that may
//! serve something, no rule says that nothing does. Rules that were not applied to
//! everything for such a reason are named once.

mod characters;
mod checker;
mod codes;
mod configuration;
mod coverage;
mod evaluation;
mod indicators;
mod law;
mod levels;
mod money;
mod name;
pub(crate) mod output;
mod people;
mod prose;
mod selector;
mod structure;
mod text;
mod time;
mod told;
mod uncertainty;

use rayon::prelude::*;

pub(crate) use characters::unprinted;
use checker::Checker;
pub(crate) use indicators::is_percentage;
pub use levels::Options;
pub(crate) use levels::{apply_levels, apply_levels_to_layout};
pub use selector::Selector;
pub(crate) use told::leave_out_told;

use crate::finding::{Findings, Rule};
use crate::model;
use crate::pattern::literal_pattern;
use crate::reading;
use crate::resolve::{self, Plan, Program};
use crate::source::{SourceTree, Span, Spanned};

/// A rule and what applies it.
struct Check {
    rule: &'static Rule,
    /// Looks at the plan.
    plan: Option<ApplyToPlan>,
    /// Looks at a programme by itself.
    program: Option<ApplyToProgram>,
}

type ApplyToPlan = fn(&mut Checker<'_>);
type ApplyToProgram = fn(&mut Checker<'_>, &Program);

/// Lists the rules of a group, each a module with a `RULE` and a `check` of the plan, or of
/// a programme where `per program` stands behind it; `with programs` has both, that of a
/// programme being called `check_program`. The modules are declared outside: formatting
/// does not look into macros.
macro_rules! checks {
    (@plan $name:ident) => { Some($name::check) };
    (@plan $name:ident per program) => { None };
    (@plan $name:ident with programs) => { Some($name::check) };
    (@program $name:ident) => { None };
    (@program $name:ident per program) => { Some($name::check) };
    (@program $name:ident with programs) => { Some($name::check_program) };
    ($($name:ident $($how:ident $what:ident)?),* $(,)?) => {
        /// The rules of this group.
        pub(super) static CHECKS: &[$crate::check::Check] = &[
            $($crate::check::Check {
                rule: &$name::RULE,
                plan: $crate::check::checks!(@plan $name $($how $what)?),
                program: $crate::check::checks!(@program $name $($how $what)?),
            }),*
        ];
    };
}

use checks;

/// The groups, in the order in which they are applied.
static GROUPS: &[&[Check]] = &[
    structure::CHECKS,
    coverage::CHECKS,
    time::CHECKS,
    indicators::CHECKS,
    money::CHECKS,
    codes::CHECKS,
    people::CHECKS,
    evaluation::CHECKS,
    law::CHECKS,
    text::CHECKS,
];

/// The rules that the stages report by themselves, in the order of the stages.
static REPORTED: &[&[&Rule]] = &[
    reading::rules::ALL,
    model::rules::ALL,
    resolve::rules::ALL,
    configuration::RULES,
    output::RULES,
];

/// Every rule that there is, by code.
pub fn rules() -> Vec<&'static Rule> {
    let reported = REPORTED.iter().copied().flatten().copied();
    let checked = GROUPS.iter().copied().flatten().map(|check| check.rule);
    let mut all: Vec<&Rule> = reported.chain(checked).collect();
    all.sort_by_key(|rule| (rule.group, rule.code));
    all
}

/// The rule with this name or code, in upper or lower case.
pub fn rule(name: &str) -> Option<&'static Rule> {
    rules()
        .into_iter()
        .find(|rule| rule.name == name || rule.code.eq_ignore_ascii_case(name))
}

/// Rules that were not applied to everything, each with the first place at which
/// something could not be read that it would have to know.
#[derive(Debug, Clone, Default)]
pub struct SkippedRules(Vec<(&'static Rule, Span)>);

/// Programmes that are looked at by one thread at a time.
const PART: usize = 64;

/// Applies every rule.
pub fn check(
    plan: &Plan,
    tree: &SourceTree,
    options: &Options,
    findings: &mut Findings,
) -> SkippedRules {
    let as_of = options.as_of.unwrap_or(plan.file.date.value);
    let shared = Shared::find(plan, tree, findings);
    let checks: Vec<&Check> = GROUPS.iter().flat_map(|group| group.iter()).collect();
    let checker = || Checker::new(plan, tree, as_of, &shared);
    // Each rule by itself; their findings are joined in the order of the rules,
    // whichever is done first.
    let of_plan = || {
        let checks = checks.par_iter().map(|check| {
            let mut checker = checker();
            if let Some(apply) = check.plan {
                apply(&mut checker);
            }
            checker
        });
        checks.collect::<Vec<_>>()
    };
    // All rules look at a programme while it is at hand: what it says lies here and there
    // in memory, and fetching it for each of them would take longer than they do.
    let of_programs = || {
        let parts = plan.programs.values().as_slice().par_chunks(PART);
        let parts = parts.map(|programs| {
            let rules = checks.iter().zip(0..);
            let rules = rules.filter_map(|(check, at)| Some((at, check.program?, checker())));
            let mut rules: Vec<_> = rules.collect();
            for program in programs {
                for (_, apply, checker) in &mut rules {
                    apply(checker, program);
                }
            }
            rules
        });
        parts.collect::<Vec<_>>()
    };
    let (mut found, parts) = rayon::join(of_plan, of_programs);
    for (at, _, checker) in parts.into_iter().flatten() {
        let found: Option<&mut Checker<'_>> = found.get_mut(at);
        if let Some(found) = found {
            found.add(checker);
        }
    }
    let mut skipped = SkippedRules::default();
    for (check, checker) in checks.iter().zip(found) {
        let (mut own, lost) = checker.finish();
        // A file that could not be read as a whole is not judged before that is
        // mended.
        own.retain(|finding| !plan.unreadable.unjudged.contains(&finding.span.file));
        findings.append(own);
        skipped.0.extend(lost.map(|span| (check.rule, span)));
    }
    configuration::own_words::check(plan, tree, findings);
    findings.extend(configuration::government_in_name::finding(&plan.file));
    structure::leave_proposed(plan, tree, findings);
    structure::leave_unresolved(findings);
    skipped
}

/// Where a list of references names an id.
fn written(references: &[Spanned<String>], id: &str, otherwise: Span) -> Span {
    let mut references = references.iter();
    let found = references.find(|reference| reference.value == id);
    found.map_or(otherwise, |reference| reference.span)
}

/// What several rules look at. It is found before any of them is applied: one rule
/// would have to wait for another otherwise.
struct Shared<'a> {
    texts: prose::Texts<'a>,
    prose: Vec<prose::Piece<'a>>,
    named: Vec<prose::Piece<'a>>,
    citations: Vec<law::Citation>,
    odd: Vec<characters::Odd>,
}

impl<'a> Shared<'a> {
    fn find(plan: &'a Plan, tree: &'a SourceTree, findings: &Findings) -> Self {
        let texts = prose::texts(plan);
        let prose = prose::marked(plan, tree, &texts);
        let named = prose::named(tree, &texts);
        let citations = law::citations(plan, &prose);
        let odd = characters::odd(tree, findings);
        Self {
            texts,
            prose,
            named,
            citations,
            odd,
        }
    }
}
