//! Third stage: ids become indexes.
//!
//! In: [`Entries`] as they were written. Out: a [`Plan`] in which every
//! reference is the index of an entry that exists; one that does not resolve is
//! reported and left out. An entry that cannot stand without such a reference
//! is left out as well. Nothing is judged here but identity and existence.

mod arena;
mod generated;
mod link;
mod lookup;
pub mod narrative;
mod outline;
mod plan;
mod programs;
mod register;
mod texts;

pub use arena::{Arena, Id};
pub use generated::Generated;
use lookup::{Judge, Lookup};
pub use narrative::Narrative;
pub use plan::*;

use crate::finding::{Findings, rules};
use crate::language::message;
use crate::model::{self, Entries, Kind};
use crate::source::{SourceTree, Span, Spanned};

/// Resolves every reference. Returns nothing if `plan.toml` could not be read,
/// which has been reported.
pub fn resolve(tree: &SourceTree, entries: Entries, findings: &mut Findings) -> Option<Plan> {
    let judge = Judge {
        tree,
        registry_broken: entries.registry_broken,
        skipped: 0,
        unknown: 0,
        findings,
    };
    Resolver::new(judge).run(entries)
}

/// All ids of the plan, kind by kind.
struct Ids {
    programs: Lookup<Program>,
    opds: Lookup<Opd>,
    pillars: Lookup<Pillar>,
    dimensions: Lookup<Dimension>,
    policies: Lookup<Policy>,
    missions: Lookup<model::MissionEntry>,
    goals: Lookup<Goal>,
    priorities: Lookup<model::PriorityEntry>,
    needs: Lookup<Need>,
    laws: Lookup<Law>,
    districts: Lookup<model::DistrictEntry>,
    stakeholders: Lookup<model::StakeholderEntry>,
    proposals: Lookup<Proposal>,
    chapters: Lookup<Chapter>,
}

impl Ids {
    fn new() -> Self {
        Self {
            programs: Lookup::new(Kind::Program),
            opds: Lookup::new(Kind::Opd),
            pillars: Lookup::new(Kind::Pillar),
            dimensions: Lookup::new(Kind::Dimension),
            policies: Lookup::new(Kind::Policy),
            missions: Lookup::new(Kind::Mission),
            goals: Lookup::new(Kind::Goal),
            priorities: Lookup::new(Kind::Priority),
            needs: Lookup::new(Kind::Need),
            laws: Lookup::new(Kind::Law),
            districts: Lookup::new(Kind::District),
            stakeholders: Lookup::new(Kind::Stakeholder),
            proposals: Lookup::new(Kind::Proposal),
            chapters: Lookup::new(Kind::Chapter),
        }
    }

    fn target(&self, kind: Kind, id: &str, span: Span, judge: &mut Judge<'_>) -> Option<Target> {
        Some(match kind {
            Kind::Program => Target::Program(self.programs.find(id, span, judge)?),
            Kind::Opd => Target::Opd(self.opds.find(id, span, judge)?),
            Kind::Pillar => Target::Pillar(self.pillars.find(id, span, judge)?),
            Kind::Dimension => Target::Dimension(self.dimensions.find(id, span, judge)?),
            Kind::Policy => Target::Policy(self.policies.find(id, span, judge)?),
            Kind::Mission => Target::Mission(self.missions.find(id, span, judge)?),
            Kind::Goal => Target::Goal(self.goals.find(id, span, judge)?),
            Kind::Priority => Target::Priority(self.priorities.find(id, span, judge)?),
            Kind::Need => Target::Need(self.needs.find(id, span, judge)?),
            Kind::Law => Target::Law(self.laws.find(id, span, judge)?),
            Kind::District => Target::District(self.districts.find(id, span, judge)?),
            Kind::Stakeholder => Target::Stakeholder(self.stakeholders.find(id, span, judge)?),
            Kind::Proposal => Target::Proposal(self.proposals.find(id, span, judge)?),
            Kind::Chapter => Target::Chapter(self.chapters.find(id, span, judge)?),
        })
    }
}

struct Resolver<'a> {
    judge: Judge<'a>,
    ids: Ids,
    pillars: Arena<Pillar>,
    dimensions: Arena<Dimension>,
    policies: Arena<Policy>,
    opds: Arena<Opd>,
    programs: Arena<Program>,
    rpjmd: Option<Spanned<model::Rpjmd>>,
    council: Option<Spanned<model::Council>>,
    missions: Arena<model::MissionEntry>,
    goals: Arena<Goal>,
    priorities: Arena<model::PriorityEntry>,
    members: Arena<Member>,
    stakeholders: Arena<model::StakeholderEntry>,
    laws: Arena<Law>,
    districts: Arena<model::DistrictEntry>,
    needs: Arena<Need>,
    readiness: Arena<model::ReadinessEntry>,
    abbreviations: Arena<model::AbbreviationEntry>,
    proposals: Arena<Proposal>,
    evaluations: Arena<Evaluation>,
    chapters: Arena<Chapter>,
    lost: Lost,
}

impl<'a> Resolver<'a> {
    fn new(judge: Judge<'a>) -> Self {
        Self {
            judge,
            ids: Ids::new(),
            pillars: Arena::default(),
            dimensions: Arena::default(),
            policies: Arena::default(),
            opds: Arena::default(),
            programs: Arena::default(),
            rpjmd: None,
            council: None,
            missions: Arena::default(),
            goals: Arena::default(),
            priorities: Arena::default(),
            members: Arena::default(),
            stakeholders: Arena::default(),
            laws: Arena::default(),
            districts: Arena::default(),
            needs: Arena::default(),
            readiness: Arena::default(),
            abbreviations: Arena::default(),
            proposals: Arena::default(),
            evaluations: Arena::default(),
            chapters: Arena::default(),
            lost: Lost::default(),
        }
    }

    /// First every id is registered, then every reference is looked up: the
    /// order of files must not decide what is known.
    fn run(mut self, mut entries: Entries) -> Option<Plan> {
        let registry = std::mem::take(&mut entries.registry);
        self.pillars(std::mem::take(&mut entries.pillars));
        self.opds(std::mem::take(&mut entries.opds));
        self.registry(registry);
        self.proposals(std::mem::take(&mut entries.proposals));
        self.program_ids(&entries.programs);
        self.chapter_ids(&entries.chapters);

        self.programs(std::mem::take(&mut entries.programs));
        self.link_entries();
        self.evaluations(std::mem::take(&mut entries.evaluations));
        self.narratives(&entries);
        self.finish(entries.plan)
    }

    fn finish(mut self, file: Option<model::PlanFile>) -> Option<Plan> {
        let volumes = file.as_ref().map(|file| self.volumes(file));
        let emblem = file
            .as_ref()
            .and_then(|file| file.emblem.as_ref())
            .and_then(|path| {
                if self.judge.tree.find(path).is_some() {
                    return narrative::check_image(path, path.span, &mut self.judge);
                }
                self.judge
                    .findings
                    .push(rules::missing_image::emblem(path.span, path));
                None
            });
        if let Some(broken) = self.judge.registry_broken
            && self.judge.skipped > 0
        {
            self.judge.findings.push(rules::not_judged::found(
                Span::file(broken),
                self.judge.skipped,
            ));
        }
        Some(Plan {
            file: file?,
            volumes: volumes?,
            emblem,
            pillars: self.pillars,
            dimensions: self.dimensions,
            policies: self.policies,
            opds: self.opds,
            programs: self.programs,
            rpjmd: self.rpjmd.map(|rpjmd| rpjmd.value),
            missions: self.missions,
            goals: self.goals,
            priorities: self.priorities,
            council: self.council.map(|council| council.value),
            members: self.members,
            stakeholders: self.stakeholders,
            laws: self.laws,
            districts: self.districts,
            needs: self.needs,
            readiness: self.readiness,
            abbreviations: self.abbreviations,
            proposals: self.proposals,
            evaluations: self.evaluations,
            chapters: self.chapters,
            lost: Lost {
                registry: self.judge.registry_broken.is_some(),
                references: self.judge.unknown > 0,
                ..self.lost
            },
        })
    }

    fn volumes(&mut self, file: &model::PlanFile) -> Vec<Volume> {
        let unshown = self.unshown();
        let outline = outline::Outline {
            chapters: (&self.chapters, &self.ids.chapters),
            pillars: (&self.pillars, &self.ids.pillars),
        };
        for (at, phase) in file.phases.iter().enumerate() {
            let before = file.phases.iter().take(at);
            if let Some(first) = before
                .into_iter()
                .find(|other| other.id.value == phase.id.value)
            {
                self.judge.findings.push(rules::duplicate_id::found(
                    phase.id.span,
                    first.id.span,
                    message!("kind-phase"),
                    &phase.id,
                ));
            }
        }
        let mut volumes = Vec::new();
        for (at, volume) in file.volumes.iter().enumerate() {
            let (id, span) = (volume.id.value.as_str(), volume.id.span);
            let mut before = file.volumes.iter().take(at);
            if let Some(first) = before.find(|other| other.id.value == id) {
                self.judge.findings.push(rules::duplicate_id::found(
                    span,
                    first.id.span,
                    message!("kind-volume"),
                    id,
                ));
            }
            if !model::is_id(id) {
                self.judge.findings.push(rules::invalid_id::found(
                    span,
                    message!("kind-volume"),
                    id,
                ));
            }
            volumes.push(outline.volume(volume, &mut self.judge));
        }
        if volumes.is_empty() {
            volumes.push(outline.default_volume(&file.title, &unshown));
        }
        volumes
    }
}

/// The ids of an arena, for loops that change it.
fn ids_of<T>(arena: &Arena<T>) -> Vec<Id<T>> {
    arena.iter().map(|(id, _)| id).collect()
}
