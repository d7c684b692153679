//! Fourth stage: rules over the resolved plan.
//!
//! In: a [`Plan`], its files and the day as of which it is judged. Out:
//! findings. Every rule sees the whole plan and changes nothing; none of them
//! asks the clock. Each has a file of its own, in the folder of its group.
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
pub use levels::Options;
pub(crate) use levels::{apply_levels, apply_levels_to_layout};
pub use selector::Selector;
pub(crate) use told::leave_out_told;

use crate::finding::{Findings, Rule};
use crate::model;
use crate::pattern::literal_pattern;
use crate::reading;
use crate::resolve::{self, Plan};
use crate::source::{SourceTree, Span, Spanned};

/// A rule and what applies it.
struct Check {
    rule: &'static Rule,
    apply: fn(&mut Checker<'_>),
}

/// Lists the rules of a group, each a module with a `RULE` and a `check`. The
/// modules are declared outside: formatting does not look into macros.
macro_rules! checks {
    ($($name:ident),* $(,)?) => {
        /// The rules of this group.
        pub(super) static CHECKS: &[$crate::check::Check] = &[
            $($crate::check::Check { rule: &$name::RULE, apply: $name::check }),*
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
    // Each rule by itself; their findings are joined in the order of the rules,
    // whichever is done first.
    let found: Vec<(Findings, Option<Span>)> = checks
        .par_iter()
        .map(|check| {
            let mut checker = Checker::new(plan, tree, as_of, &shared);
            (check.apply)(&mut checker);
            checker.finish()
        })
        .collect();
    let mut skipped = SkippedRules::default();
    for (check, (mut own, lost)) in checks.iter().zip(found) {
        // A file that could not be read as a whole is not judged before that is
        // mended.
        own.retain(|finding| !plan.unreadable.unjudged.contains(&finding.span.file));
        findings.append(own);
        skipped.0.extend(lost.map(|span| (check.rule, span)));
    }
    configuration::own_words::check(plan, tree, findings);
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
