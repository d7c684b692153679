//! Money of somebody who is no partner of the programme.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::FundingSource;
use crate::resolve::Partner;

/// The rule.
pub static RULE: Rule = Rule::warning("MON008", "source-without-partner", Group::Money).example(
    "[[budget]]\nsource = \"tjsl\"  # tanpa mitra",
    "partners = [\"stakeholder:bank-maluku\"]\n\n[[budget]]\nsource = \"tjsl\"",
);

/// Sources outside government.
fn needs_partner(source: FundingSource) -> bool {
    matches!(
        source,
        FundingSource::Hibah
            | FundingSource::Tjsl
            | FundingSource::Kpbu
            | FundingSource::Swasta
            | FundingSource::Masyarakat
    )
}

/// Looks for a stakeholder among the partners of every programme that has money
/// from outside government.
pub fn check(cx: &mut Checker<'_>) {
    for program in cx.plan.programs.values() {
        let mut partners = program.partners.iter();
        if partners.any(|partner| matches!(partner, Partner::Stakeholder(_))) {
            continue;
        }
        let mut lines = program.file.budget.iter();
        if let Some(line) = lines.find(|line| needs_partner(line.source.value)) {
            cx.report(
                Finding::new(
                    &RULE,
                    line.source.span,
                    message!("source-without-partner", source = line.source.value.word()),
                )
                .hint(message!("source-without-partner.hint")),
            );
        }
    }
}
