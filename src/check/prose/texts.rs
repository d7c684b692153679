//! Texts of entries that the book prints: as sentences, and as names, which stand
//! in the registry as they are and are no prose.

use super::narratives;
use crate::model::{EvaluationFile, PillarFile, PlanFile, ProgramFile, ProposalFile};
use crate::resolve::Plan;
use crate::source::Spanned;

type Text = Spanned<String>;

/// Every text that is printed as a sentence, kind by kind.
pub fn texts(plan: &Plan) -> Vec<&Text> {
    let mut texts = Vec::new();
    of_plan(&plan.file, &mut texts);
    for narrative in narratives(plan) {
        texts.extend(&narrative.front.title);
        let captions = narrative.embeds.values();
        texts.extend(captions.filter_map(|embed| embed.caption.as_ref()));
    }
    for pillar in plan.pillars.values() {
        of_pillar(&pillar.file, &mut texts);
    }
    for opd in plan.opds.values() {
        texts.extend(opd.file.summary.iter().chain(&opd.file.source));
    }
    texts.extend(
        plan.districts
            .values()
            .filter_map(|one| one.source.as_ref()),
    );
    for program in plan.programs.values() {
        of_program(&program.file, &mut texts);
    }
    of_registry(plan, &mut texts);
    for proposal in plan.proposals.values() {
        of_proposal(&proposal.file, &mut texts);
    }
    for evaluation in plan.evaluations.values() {
        of_evaluation(&evaluation.file, &mut texts);
    }
    texts
}

fn of_plan<'a>(file: &'a PlanFile, texts: &mut Vec<&'a Text>) {
    texts.extend(&file.subtitle);
    for phase in &file.phases {
        texts.push(&phase.name);
        texts.extend(&phase.description);
    }
    for band in &file.policy.achievement.bands {
        texts.push(&band.name);
        texts.extend(&band.follow_up);
    }
}

fn of_pillar<'a>(file: &'a PillarFile, texts: &mut Vec<&'a Text>) {
    texts.extend(file.subtitle.iter().chain(&file.goal));
    for dimension in &file.dimensions.entries {
        texts.extend(&dimension.description);
    }
    texts.extend(file.policies.entries.iter().map(|policy| &policy.text));
}

fn of_program<'a>(file: &'a ProgramFile, texts: &mut Vec<&'a Text>) {
    texts.extend([&file.title, &file.summary]);
    texts.extend(&file.source);
    for activity in &file.activities {
        texts.push(&activity.title);
        texts.extend(&activity.output);
    }
    for indicator in &file.indicators {
        texts.push(&indicator.name);
        texts.extend(&indicator.measured_by);
    }
    for risk in &file.risks {
        texts.extend([&risk.text, &risk.mitigation]);
    }
}

fn of_registry<'a>(plan: &'a Plan, texts: &mut Vec<&'a Text>) {
    if let Some(rpjmd) = &plan.rpjmd {
        texts.push(&rpjmd.vision);
        texts.extend(&rpjmd.source);
    }
    for mission in plan.missions.values() {
        texts.push(&mission.text);
        texts.extend(&mission.source);
    }
    for goal in plan.goals.values() {
        texts.push(&goal.entry.text);
        texts.extend(&goal.entry.source);
    }
    for priority in plan.priorities.values() {
        texts.push(&priority.text);
        texts.extend(&priority.source);
    }
    for stakeholder in plan.stakeholders.values() {
        texts.extend(stakeholder.role.iter().chain(&stakeholder.source));
    }
    texts.extend(plan.needs.values().map(|need| &need.entry.text));
    for readiness in plan.readiness.values() {
        texts.push(&readiness.aspect);
        texts.extend(readiness.gap.iter().chain(&readiness.evidence));
    }
}

fn of_proposal<'a>(file: &'a ProposalFile, texts: &mut Vec<&'a Text>) {
    texts.push(&file.title);
    texts.extend(file.reason.iter().chain(&file.summary));
}

fn of_evaluation<'a>(file: &'a EvaluationFile, texts: &mut Vec<&'a Text>) {
    texts.push(&file.title);
    texts.extend(file.scope.iter().chain(&file.source));
    for finding in &file.findings {
        texts.push(&finding.text);
        texts.extend(&finding.follow_up);
    }
}

/// Names and remarks that are no sentences.
pub fn names(plan: &Plan) -> Vec<&Text> {
    let file = &plan.file;
    let mut names = vec![&file.title, &file.city, &file.province, &file.revision];
    names.extend(file.place.iter().chain(&file.emblem_alt));
    for narrative in narratives(plan) {
        let front = &narrative.front;
        names.extend(front.authors.iter().chain(&front.reviewer));
        let embeds = narrative.embeds.values();
        names.extend(embeds.filter_map(|embed| embed.by.as_ref()));
    }
    let council = plan.council.as_ref();
    let decrees = plan.file.decree.iter();
    let decrees = decrees.chain(council.and_then(|council| council.decree.as_ref()));
    for decree in decrees {
        names.push(&decree.title);
        names.extend(&decree.number);
    }
    names.extend(plan.rpjmd.iter().map(|rpjmd| &rpjmd.title));
    names.extend(council.map(|council| &council.name));
    for pillar in plan.pillars.values() {
        names.push(&pillar.file.name);
        names.extend(pillar.file.dimensions.entries.iter().map(|one| &one.name));
    }
    for opd in plan.opds.values() {
        names.extend([&opd.file.name, &opd.file.abbreviation]);
        if let Some(head) = &opd.file.head {
            names.push(&head.position);
            names.extend(&head.name);
        }
        let commitment = opd.file.commitment.iter();
        names.extend(commitment.filter_map(|signed| signed.document.as_ref()));
    }
    for program in plan.programs.values() {
        for indicator in &program.file.indicators {
            names.push(&indicator.unit);
            let baseline = indicator.baseline.iter();
            names.extend(baseline.filter_map(|baseline| baseline.source.as_ref()));
        }
    }
    for member in plan.members.values() {
        names.push(&member.entry.institution);
        names.extend(&member.entry.position);
    }
    names.extend(plan.stakeholders.values().map(|one| &one.name));
    names.extend(plan.districts.values().map(|district| &district.name));
    for law in plan.laws.values() {
        names.push(&law.entry.title);
        names.extend(&law.entry.issuer);
    }
    for proposal in plan.proposals.values() {
        names.push(&proposal.file.by);
        names.extend(&proposal.file.workshop);
    }
    names
}
