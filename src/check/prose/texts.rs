//! Texts of entries that the book prints as sentences. Names are none: they stand
//! in the registry as they are.

use super::narratives;
use crate::model::{EvaluationFile, PillarFile, PlanFile, ProgramFile, ProposalFile};
use crate::resolve::Plan;
use crate::source::Spanned;

type Text = Spanned<String>;

/// Every such text, kind by kind.
pub fn texts(plan: &Plan) -> Vec<&Text> {
    let mut texts = Vec::new();
    of_plan(&plan.file, &mut texts);
    for narrative in narratives(plan) {
        let captions = narrative.embeds.values();
        texts.extend(captions.filter_map(|embed| embed.caption.as_ref()));
    }
    for pillar in plan.pillars.values() {
        of_pillar(&pillar.file, &mut texts);
    }
    for opd in plan.opds.values() {
        texts.extend(opd.file.summary.iter().chain(&opd.file.source));
    }
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
}

fn of_pillar<'a>(file: &'a PillarFile, texts: &mut Vec<&'a Text>) {
    texts.extend(file.subtitle.iter().chain(&file.goal));
    for dimension in &file.dimensions {
        texts.extend(&dimension.description);
    }
    texts.extend(file.policies.iter().map(|policy| &policy.text));
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
