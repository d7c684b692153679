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
mod codes;
mod configuration;
mod coverage;
mod doubt;
mod evaluation;
mod indicators;
mod law;
mod levels;
mod money;
mod name;
mod people;
mod prose;
mod structure;
mod text;
mod time;

use std::collections::BTreeSet;

use jiff::civil::Date;
use rayon::prelude::*;

pub use levels::{Options, Selector, settle, settle_later};

use crate::finding::{Finding, Findings, Rule, rules};
use crate::resolve::{Id, Plan, Program, Support};
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

/// Every rule that there is, by code.
pub fn rules() -> Vec<&'static Rule> {
    let checked = GROUPS.iter().flat_map(|group| group.iter());
    let mut all: Vec<&Rule> = rules::ALL
        .iter()
        .chain(configuration::RULES)
        .copied()
        .chain(checked.map(|check| check.rule))
        .collect();
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
/// something was lost that it would have to know.
#[derive(Debug, Clone, Default)]
pub struct Withheld(Vec<(&'static Rule, Span)>);

/// Applies every rule.
pub fn check(
    plan: &Plan,
    tree: &SourceTree,
    options: &Options,
    findings: &mut Findings,
) -> Withheld {
    let as_of = options.as_of.unwrap_or(plan.file.date.value);
    let shared = Shared::find(plan, tree);
    let checks: Vec<&Check> = GROUPS.iter().flat_map(|group| group.iter()).collect();
    // Each rule by itself; their findings are joined in the order of the rules,
    // whichever is done first.
    let found: Vec<(Findings, Option<Span>)> = checks
        .par_iter()
        .map(|check| {
            let mut checker = Checker {
                plan,
                tree,
                as_of,
                shared: &shared,
                findings: Findings::default(),
                withheld: None,
            };
            (check.apply)(&mut checker);
            (checker.findings, checker.withheld)
        })
        .collect();
    let mut withheld = Withheld::default();
    for (check, (mut own, lost)) in checks.iter().zip(found) {
        // A file that could not be read as a whole is not judged before that is
        // mended.
        own.retain(|finding| !plan.lost.unjudged.contains(&finding.span.file));
        findings.append(own);
        withheld.0.extend(lost.map(|span| (check.rule, span)));
    }
    withheld
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
    prose: Vec<prose::Piece<'a>>,
    citations: Vec<law::Citation>,
    odd: Vec<characters::Odd>,
}

impl<'a> Shared<'a> {
    fn find(plan: &'a Plan, tree: &'a SourceTree) -> Self {
        let prose = prose::marked(plan, tree);
        let citations = law::citations(plan, &prose);
        let odd = characters::odd(tree);
        Self {
            prose,
            citations,
            odd,
        }
    }
}

/// What a rule sees, and where its findings go.
struct Checker<'a> {
    plan: &'a Plan,
    tree: &'a SourceTree,
    as_of: Date,
    shared: &'a Shared<'a>,
    findings: Findings,
    /// Where the first of what the rule would have to know was lost.
    withheld: Option<Span>,
}

impl<'a> Checker<'a> {
    fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Programmes that are not cancelled: what is cancelled serves nobody.
    fn active(&self) -> impl Iterator<Item = (Id<Program>, &'a Program)> + use<'a> {
        let programs = self.plan.programs.iter();
        programs.filter(|(_, program)| !program.file.is_cancelled())
    }

    /// Whether one of some programmes is not cancelled.
    fn any_active(&self, ids: &[Id<Program>]) -> bool {
        let mut programs = ids.iter().map(|&id| &self.plan.programs[id]);
        programs.any(|program| !program.file.is_cancelled())
    }

    /// What programmes that are not cancelled support, as far as `of` wants it.
    fn supported<T: Ord>(&self, of: impl Fn(Support) -> Option<T>) -> BTreeSet<T> {
        self.active()
            .flat_map(|(_, program)| &program.supports)
            .filter_map(|support| of(*support))
            .collect()
    }

    /// The prose in which something stands that a rule may look for.
    fn prose(&self) -> &'a [prose::Piece<'a>] {
        &self.shared.prose
    }

    /// Characters of texts that are not printed as they are written.
    fn odd_characters(&self) -> &'a [characters::Odd] {
        &self.shared.odd
    }

    /// The laws that prose cites by number.
    fn citations(&self) -> &'a [law::Citation] {
        &self.shared.citations
    }

    /// Number of a programme as it is printed: `GOV-07`.
    fn number(&self, id: Id<Program>) -> String {
        self.plan.program_number(id)
    }

    /// `plan.toml`, for findings about the plan as a whole.
    fn plan_span(&self) -> Span {
        self.plan.file.title.span
    }
}
