//! Third stage: ids become indexes.
//!
//! In: [`Entries`] as they were written. Out: a [`Plan`] in which every
//! reference is the index of an entry that exists; one that does not resolve is
//! reported and left out. An entry that cannot stand without such a reference
//! is left out as well. Nothing is judged here but identity and existence.

mod arena;
mod entries;
mod evaluations;
mod generated;
mod ids;
mod link;
mod lookup;
mod map;
mod misnamed;
mod misread;
pub mod narrative;
mod outline;
pub mod picture;
mod places;
mod plan;
mod programs;
mod register;
mod registry;
pub mod rules;
mod texts;
mod unknown;
mod usages;
mod value;

pub use arena::{Arena, Id};
pub use entries::{Entry, Found};
pub use generated::Generated;
use lookup::{Lookup, Missing, ResolveContext};
pub(crate) use map::SIDE;
pub use narrative::Narrative;
pub use outline::OUTLINE_WORDS;
use places::Places;
pub use plan::*;
pub(crate) use programs::PROGRAM_NUMBERS;
pub use usages::{Referent, Usage};
pub(crate) use value::shortened;
pub use value::{Amount, PlanValue};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use ids::check_ids;

use crate::finding::{Findings, NameIndex};
use crate::language::message;
use crate::model::{self, Entries, Kind};
use crate::source::{SourceTree, Span, Spanned};

/// Resolves every reference. Returns `None` if `plan.toml` could not be read,
/// which has been reported.
pub fn resolve(tree: &SourceTree, mut entries: Entries, findings: &mut Findings) -> Option<Plan> {
    let context = ResolveContext {
        tree,
        unreadable: std::mem::take(&mut entries.unreadable),
        skipped: None,
        unknown: Vec::new(),
        renamed: BTreeMap::new(),
        misread: Vec::new(),
        usages: Vec::new(),
        untyped: std::mem::take(&mut entries.untyped),
        pictures: BTreeMap::new(),
        assets: OnceLock::new(),
        findings,
    };
    Resolver::new(context).run(entries)
}

/// Declares the ids of each kind that references can name.
macro_rules! ids {
    ($($kind:ident $field:ident: $type:ty,)*) => {
        /// All ids of the plan, kind by kind.
        struct Ids {
            $($field: Lookup<$type>,)*
        }

        impl Ids {
            fn new() -> Self {
                Self {
                    $($field: Lookup::new(Kind::$kind),)*
                }
            }

            /// The entries of a kind whose ids are to be others.
            fn loose(&mut self, kind: Kind) -> &mut Vec<misnamed::MisnamedEntry> {
                match kind {
                    $(Kind::$kind => self.$field.loose(),)*
                }
            }

            /// Whether there is an entry with this id.
            fn contains(&self, kind: Kind, id: &str) -> bool {
                match kind {
                    $(Kind::$kind => self.$field.contains(id),)*
                }
            }

            /// Every well-formed id of a kind.
            fn names(&self, kind: Kind) -> &NameIndex {
                match kind {
                    $(Kind::$kind => self.$field.names(),)*
                }
            }

            /// What an id leads to, without a finding where it leads nowhere.
            fn get(&self, kind: Kind, id: &str) -> Option<Target> {
                match kind {
                    $(Kind::$kind => self.$field.get(id).map(Target::$kind),)*
                }
            }

            /// What a reference at `span` leads to; reports one that leads nowhere.
            fn target(
                &self,
                kind: Kind,
                id: &str,
                span: Span,
                context: &mut ResolveContext<'_>,
            ) -> Result<Target, Missing> {
                match kind {
                    $(Kind::$kind => self.$field.find(id, span, context).map(Target::$kind),)*
                }
            }
        }
    };
}

ids! {
    Program programs: Program,
    Opd opds: Opd,
    Pillar pillars: Pillar,
    Dimension dimensions: Dimension,
    Policy policies: Policy,
    Mission missions: model::MissionEntry,
    Goal goals: Goal,
    Priority priorities: model::PriorityEntry,
    Need needs: Need,
    Law laws: Law,
    District districts: model::DistrictEntry,
    Stakeholder stakeholders: model::StakeholderEntry,
    Proposal proposals: Proposal,
    Chapter chapters: Chapter,
}

struct Resolver<'a> {
    context: ResolveContext<'a>,
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
    places: Places,
    /// The phases, if `plan.toml` could be read.
    phases: Option<Vec<model::Phase>>,
    /// Folders with programmes and without an OPD.
    no_opd: BTreeSet<String>,
    /// Programmes without a place, by the file that could not be read and would
    /// have given them one.
    unplaced: BTreeMap<Span, usize>,
}

impl<'a> Resolver<'a> {
    fn new(context: ResolveContext<'a>) -> Self {
        Self {
            context,
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
            places: Places::default(),
            phases: None,
            no_opd: BTreeSet::new(),
            unplaced: BTreeMap::new(),
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
        self.name_loose();

        self.programs(std::mem::take(&mut entries.programs));
        self.link_entries();
        self.evaluations(std::mem::take(&mut entries.evaluations));
        self.phases = entries.plan.as_ref().map(|plan| plan.phases.clone());
        self.narratives(&entries);
        self.resolve_pending_places();
        self.finish(entries.plan)
    }

    fn finish(mut self, file: Option<model::PlanFile>) -> Option<Plan> {
        let volumes = file.as_ref().map(|file| self.volumes(file));
        let emblem = file
            .as_ref()
            .and_then(|file| file.emblem.as_ref())
            .and_then(|path| narrative::emblem(path, &mut self.context));
        let map = file
            .as_ref()
            .and_then(|file| file.map.as_ref())
            .and_then(|path| map::map(path, &self.districts, &mut self.context));
        let meant = self.report_loose();
        self.report_unknown(&meant);
        for exception in file.iter().flat_map(|file| &file.exceptions) {
            self.context.name_excepted(exception);
        }
        let findings = &mut *self.context.findings;
        if let Some(text) = file.as_ref().and_then(|file| file.emblem_alt.as_ref()) {
            let (length, limit) = (text.chars().count(), narrative::LONGEST_ALTERNATIVE);
            if length > limit {
                findings.push(rules::long_alternative_text::finding(
                    text.span, length, limit,
                ));
            }
        }
        if let Some((span, count)) = self.context.skipped {
            findings.push(rules::not_judged::references(span, count));
        }
        for (span, count) in self.unplaced {
            findings.push(rules::not_judged::programs(span, count));
        }
        let mut plan = Plan {
            file: file?,
            volumes: volumes?,
            emblem,
            map,
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
            places: self.places.arena,
            usages: self.context.usages,
            unreadable: self.context.unreadable,
            assets: self.context.assets,
        };
        if plan.volumes.is_empty() {
            plan.volumes.push(outline::default_volume(&plan));
        }
        value::settle(&mut plan, self.context.findings);
        Some(plan)
    }

    fn volumes(&mut self, file: &model::PlanFile) -> Vec<Volume> {
        let outline = outline::Outline {
            chapters: (&self.chapters, &self.ids.chapters),
            pillars: (&self.pillars, &self.ids.pillars),
        };
        let findings = &mut *self.context.findings;
        let phases = file.phases.iter().map(|phase| &phase.id);
        check_ids(phases, || message!("kind-phase"), findings);
        let volumes = file.volumes.iter().map(|volume| &volume.id);
        check_ids(volumes, || message!("kind-volume"), findings);
        let volumes = file.volumes.iter();
        volumes
            .map(|volume| outline.volume(volume, &mut self.context))
            .collect()
    }
}

/// The ids of an arena, for loops that change it.
fn ids_of<T>(arena: &Arena<T>) -> Vec<Id<T>> {
    arena.iter().map(|(id, _)| id).collect()
}
