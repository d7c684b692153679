//! An exception that no longer applies.

use crate::finding::{Finding, Group, Names, Rule};
use crate::language::message;
use crate::model::{Exception, Kind, Subject};
use crate::resolve::Plan;
use crate::source::SourceTree;

/// The rule.
pub static RULE: Rule = Rule::warning("CFG003", "unused-exception", Group::Configuration).example(
    "[[exception]]\nrule = \"district-without-program\"\nentry = \"district:sirimau\"  # sudah punya program\nreason = \"Menunggu Musrenbang.\"",
    "# pengecualian dihapus",
);

/// An exception for an entry, unless there is such an entry or file.
pub fn nobodys(exception: &Exception, plan: &Plan, tree: &SourceTree) -> Option<Finding> {
    let entry = exception.entry.value.as_str();
    if tree.find(entry).is_some() {
        return None;
    }
    let kind = entry.split_once(':').map(|(kind, _)| kind);
    let known: Vec<String> = match kind {
        Some(kind) => {
            let ids = ids(plan, kind).into_iter();
            ids.map(|id| format!("{kind}:{id}")).collect()
        }
        None => tree.iter().map(|(_, file)| file.path.clone()).collect(),
    };
    if known.iter().any(|known| known == entry) {
        return None;
    }
    let known: Names = known.iter().map(String::as_str).collect();
    let message = message!("unused-exception.entry", entry = entry);
    let finding = Finding::new(&RULE, exception.entry.span, message);
    Some(finding.suggest_among(entry, known, message!("unused-exception.entry-hint")))
}

/// The ids of everything of a kind that a finding can be about; none of what is no such
/// kind.
fn ids(plan: &Plan, kind: &str) -> Vec<String> {
    fn all<'p>(ids: impl Iterator<Item = &'p String>) -> Vec<String> {
        ids.cloned().collect()
    }
    let Some(subject) = Subject::parse(kind) else {
        return Vec::new();
    };
    match subject {
        Subject::Of(kind) => match kind {
            Kind::Program => all(plan.programs.values().map(|one| &one.id)),
            Kind::Opd => all(plan.opds.values().map(|one| &one.id)),
            Kind::Pillar => all(plan.pillars.values().map(|one| &one.id)),
            Kind::Dimension => all(plan.dimensions.values().map(|one| &one.entry.id.value)),
            Kind::Policy => all(plan.policies.values().map(|one| &one.entry.id.value)),
            Kind::Mission => all(plan.missions.values().map(|one| &one.id.value)),
            Kind::Goal => all(plan.goals.values().map(|one| &one.entry.id.value)),
            Kind::Priority => all(plan.priorities.values().map(|one| &one.id.value)),
            Kind::Need => all(plan.needs.values().map(|one| &one.entry.id.value)),
            Kind::Law => all(plan.laws.values().map(|one| &one.entry.id.value)),
            Kind::District => all(plan.districts.values().map(|one| &one.id.value)),
            Kind::Stakeholder => all(plan.stakeholders.values().map(|one| &one.id.value)),
            Kind::Proposal => all(plan.proposals.values().map(|one| &one.id)),
            Kind::Chapter => all(plan.chapters.values().map(|one| &one.id)),
        },
        Subject::Abbreviation => all(plan.abbreviations.values().map(|one| &one.short.value)),
        Subject::Readiness => all(plan.readiness.values().map(|one| &one.id.value)),
        Subject::Phase => all(plan.file.phases.iter().map(|one| &one.id.value)),
        Subject::Volume => all(plan.volumes.iter().map(|one| &one.id)),
        Subject::Evaluation => {
            let evaluations = plan.evaluations.values();
            evaluations.map(|one| one.date.to_string()).collect()
        }
    }
}

/// The exception.
pub fn found(exception: &Exception) -> Finding {
    Finding::new(
        &RULE,
        exception.entry.span,
        message!(
            "unused-exception",
            rule = &exception.rule.value,
            entry = &exception.entry.value
        ),
    )
    .related(exception.rule.span, message!("unused-exception.rule"))
    .hint(message!("unused-exception.hint"))
}
