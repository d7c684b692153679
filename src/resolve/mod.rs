//! Third stage: ids become indexes.
//!
//! In: [`Entries`] as they were written. Out: a [`Plan`] in which every
//! reference is the index of an entry that exists; one that does not resolve is
//! reported and left out. An entry that cannot stand without such a reference
//! is left out as well. Nothing is judged here but identity and existence.

mod arena;
mod lookup;
pub mod narrative;
mod outline;
mod plan;

use jiff::civil::Date;

pub use arena::{Arena, Id};
use lookup::{Judge, Lookup};
pub use narrative::Narrative;
pub use plan::*;

use crate::finding::{Finding, Findings, rules};
use crate::model::{self, Entries, Kind, Reference};
use crate::source::{FileIndex, SourceTree, Span, Spanned};

/// Resolves every reference. Returns nothing if `plan.toml` could not be read,
/// which has been reported.
pub fn resolve(tree: &SourceTree, entries: Entries, findings: &mut Findings) -> Option<Plan> {
    let judge = Judge {
        tree,
        registry_broken: entries.registry_broken,
        skipped: 0,
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

    fn pillars(&mut self, mut files: Vec<model::Named<model::PillarFile>>) {
        files.sort_by_cached_key(|named| {
            let order = named
                .entry
                .as_ref()
                .map_or(u32::MAX, |file| file.order.value);
            (order, named.id.clone())
        });
        for model::Named { id, file, entry } in files {
            let Some(entry) = entry else {
                self.ids
                    .pillars
                    .insert(&id, Span::file(file), None, self.judge.findings);
                continue;
            };
            check_code(&entry.code, self.judge.findings);
            check_color(entry.color.as_ref(), self.judge.findings);
            let (dimensions, policies) = (entry.dimensions.clone(), entry.policies.clone());
            let span = entry.span;
            let pillar = self.pillars.push(Pillar {
                id: id.clone(),
                file: entry,
                person_in_charge: None,
                dimensions: Vec::new(),
                policies: Vec::new(),
                programs: Vec::new(),
                narrative: Vec::new(),
            });
            self.ids
                .pillars
                .insert(&id, span, Some(pillar), self.judge.findings);
            for entry in dimensions {
                let name = entry.id.clone();
                let dimension = self.dimensions.push(Dimension { pillar, entry });
                self.ids
                    .dimensions
                    .insert(&name, name.span, Some(dimension), self.judge.findings);
                self.pillars[pillar].dimensions.push(dimension);
            }
            for entry in policies {
                let name = entry.id.clone();
                let policy = self.policies.push(Policy {
                    pillar,
                    dimension: None,
                    entry,
                });
                self.ids
                    .policies
                    .insert(&name, name.span, Some(policy), self.judge.findings);
                self.pillars[pillar].policies.push(policy);
            }
        }
    }

    fn opds(&mut self, mut files: Vec<model::Named<model::OpdFile>>) {
        files.sort_by_cached_key(|named| {
            let order = named.entry.as_ref().and_then(|file| file.order.as_ref());
            (
                order.map_or(u32::MAX, |order| order.value),
                named.id.clone(),
            )
        });
        for model::Named { id, file, entry } in files {
            let index = entry.map(|file| {
                self.opds.push(Opd {
                    id: id.clone(),
                    file,
                    programs: Vec::new(),
                    partner_in: Vec::new(),
                    narrative: Vec::new(),
                })
            });
            self.ids
                .opds
                .insert(&id, Span::file(file), index, self.judge.findings);
        }
    }

    fn registry(&mut self, files: Vec<model::RegistryFile>) {
        let findings = &mut *self.judge.findings;
        for file in files {
            once(&mut self.rpjmd, file.rpjmd, "rpjmd", findings);
            once(&mut self.council, file.council, "council", findings);
            for entry in file.missions {
                let id = entry.id.clone();
                let index = self.missions.push(entry);
                self.ids
                    .missions
                    .insert(&id, id.span, Some(index), findings);
            }
            for entry in file.goals {
                let id = entry.id.clone();
                let index = self.goals.push(Goal {
                    mission: None,
                    entry,
                });
                self.ids.goals.insert(&id, id.span, Some(index), findings);
            }
            for entry in file.priorities {
                let id = entry.id.clone();
                let index = self.priorities.push(entry);
                self.ids
                    .priorities
                    .insert(&id, id.span, Some(index), findings);
            }
            for entry in file.members {
                self.members.push(Member { opd: None, entry });
            }
            for entry in file.stakeholders {
                let id = entry.id.clone();
                let index = self.stakeholders.push(entry);
                self.ids
                    .stakeholders
                    .insert(&id, id.span, Some(index), findings);
            }
            for entry in file.laws {
                let id = entry.id.clone();
                let index = self.laws.push(Law { by: None, entry });
                self.ids.laws.insert(&id, id.span, Some(index), findings);
            }
            for entry in file.districts {
                let id = entry.id.clone();
                let index = self.districts.push(entry);
                self.ids
                    .districts
                    .insert(&id, id.span, Some(index), findings);
            }
            for entry in file.needs {
                let id = entry.id.clone();
                let index = self.needs.push(Need {
                    pillar: None,
                    entry,
                });
                self.ids.needs.insert(&id, id.span, Some(index), findings);
            }
            for entry in file.readiness {
                self.readiness.push(entry);
            }
            for entry in file.abbreviations {
                let first = self
                    .abbreviations
                    .values()
                    .find(|known| known.short.value == entry.short.value);
                if let Some(first) = first {
                    findings.push(
                        Finding::new(
                            rules::DUPLICATE_ENTRY,
                            entry.short.span,
                            format!("the abbreviation `{}` stands here twice", entry.short.value),
                        )
                        .related(first.short.span, "the first one is here")
                        .hint("keep one of the two"),
                    );
                    continue;
                }
                self.abbreviations.push(entry);
            }
        }
    }

    fn proposals(&mut self, files: Vec<model::Named<model::ProposalFile>>) {
        for model::Named { id, file, entry } in files {
            let index = entry.map(|file| {
                self.proposals.push(Proposal {
                    id: id.clone(),
                    pillar: None,
                    answered_by: Vec::new(),
                    file,
                })
            });
            self.ids
                .proposals
                .insert(&id, Span::file(file), index, self.judge.findings);
        }
    }

    /// Registers the programmes without an index, so that the position of each
    /// can depend on its pillar and number.
    fn program_ids(&mut self, files: &[model::NamedProgram]) {
        for model::NamedProgram { program, .. } in files {
            let span = Span::file(program.file);
            self.ids
                .programs
                .insert(&program.id, span, None, self.judge.findings);
        }
    }

    fn chapter_ids(&mut self, files: &[(String, FileIndex)]) {
        for (id, file) in files {
            self.ids
                .chapters
                .insert(id, Span::file(*file), None, self.judge.findings);
        }
    }

    fn programs(&mut self, files: Vec<model::NamedProgram>) {
        let mut placed = Vec::new();
        for model::NamedProgram { opd, program } in files {
            let span = Span::file(program.file);
            let folder = self.opd_of(&opd, span);
            let Some(file) = program.entry else { continue };
            let pillar = self
                .ids
                .pillars
                .find(&file.pillar, file.pillar.span, &mut self.judge);
            let dimension =
                self.ids
                    .dimensions
                    .find(&file.dimension, file.dimension.span, &mut self.judge);
            let (Some(opd), Some(pillar), Some(dimension)) = (folder, pillar, dimension) else {
                // The other references are still worth judging.
                self.references(&file);
                continue;
            };
            if self.dimensions[dimension].pillar != pillar {
                self.foreign_dimension(&file, pillar, dimension);
            }
            placed.push((pillar, file.number.value, program.id, opd, dimension, file));
        }
        placed.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));

        let mut last: Option<(Id<Pillar>, Spanned<u32>)> = None;
        let mut ids = Lookup::new(Kind::Program);
        for (pillar, _, id, opd, dimension, file) in placed {
            let number = file.number.clone();
            self.check_number(pillar, &number, last.as_ref());
            last = Some((pillar, number));
            let span = file.span;
            let index = self.programs.push(Program {
                id: id.clone(),
                file,
                opd,
                pillar,
                dimension,
                also: Vec::new(),
                partners: Vec::new(),
                supports: Vec::new(),
                answers: Vec::new(),
                depends_on: Vec::new(),
                districts: Vec::new(),
                laws: Vec::new(),
                narrative: Vec::new(),
            });
            // Duplicates have been reported when the ids were registered.
            if self.ids.programs.span(&id) == Some(span) {
                ids.insert(&id, span, Some(index), &mut Findings::default());
            }
            self.pillars[pillar].programs.push(index);
            self.opds[opd].programs.push(index);
        }
        self.ids.programs.adopt(ids);
    }

    fn opd_of(&mut self, opd: &str, span: Span) -> Option<Id<Opd>> {
        if !self.ids.opds.contains(opd) {
            self.judge.findings.push(
                Finding::new(
                    rules::MISSING_FILE,
                    span,
                    format!("the folder `opd/{opd}` has no `opd.toml`"),
                )
                .hint(format!(
                    "run `ambonplan new opd {opd}`, or move the programme to its OPD"
                )),
            );
            // Once is enough for all programmes of the folder.
            self.ids.opds.insert(opd, span, None, self.judge.findings);
        }
        self.ids.opds.get(opd)
    }

    fn foreign_dimension(
        &mut self,
        file: &model::ProgramFile,
        pillar: Id<Pillar>,
        dimension: Id<Dimension>,
    ) {
        let found = &self.dimensions[dimension];
        let owner = &self.pillars[found.pillar];
        let own: Vec<&str> = self.pillars[pillar]
            .dimensions
            .iter()
            .map(|&id| self.dimensions[id].entry.id.value.as_str())
            .collect();
        self.judge.findings.push(
            Finding::new(
                rules::FOREIGN_DIMENSION,
                file.dimension.span,
                format!(
                    "the dimension `{}` belongs to the pillar `{}`, not to `{}`",
                    file.dimension.value, owner.id, file.pillar.value
                ),
            )
            .related(found.entry.id.span, "it is defined here")
            .hint(format!(
                "dimensions of `{}`: {}",
                file.pillar.value,
                own.join(", ")
            )),
        );
    }

    fn check_number(
        &mut self,
        pillar: Id<Pillar>,
        number: &Spanned<u32>,
        last: Option<&(Id<Pillar>, Spanned<u32>)>,
    ) {
        if !(1..=999).contains(&number.value) {
            self.judge.findings.push(
                Finding::new(
                    rules::INVALID_VALUE,
                    number.span,
                    "the number of a programme is from 1 to 999",
                )
                .hint("`ambonplan new program` hands out the next free number"),
            );
        }
        if let Some((other, first)) = last
            && *other == pillar
            && first.value == number.value
        {
            let code = &self.pillars[pillar].file.code.value;
            self.judge.findings.push(
                Finding::new(
                    rules::DUPLICATE_NUMBER,
                    number.span,
                    format!("the number {code}-{:02} is taken", number.value),
                )
                .related(first.span, "by this programme")
                .hint("`ambonplan new program` hands out the next free number"),
            );
        }
    }

    /// Fills the references of everything that has been registered.
    fn link_entries(&mut self) {
        for id in ids_of(&self.programs) {
            let file = self.programs[id].file.clone();
            let links = self.references(&file);
            for partner in &links.partners {
                if let Partner::Opd(opd) = partner {
                    self.opds[*opd].partner_in.push(id);
                }
            }
            for &proposal in &links.answers {
                self.proposals[proposal].answered_by.push(id);
            }
            let program = &mut self.programs[id];
            program.also = links.also;
            program.partners = links.partners;
            program.supports = links.supports;
            program.answers = links.answers;
            program.depends_on = links.depends_on;
            program.districts = links.districts;
            program.laws = links.laws;
        }
        let judge = &mut self.judge;
        for id in ids_of(&self.pillars) {
            let reference = self.pillars[id].file.person_in_charge.clone();
            self.pillars[id].person_in_charge = find(&self.ids.opds, reference.as_ref(), judge);
        }
        for id in ids_of(&self.policies) {
            let reference = self.policies[id].entry.dimension.clone();
            self.policies[id].dimension = find(&self.ids.dimensions, reference.as_ref(), judge);
        }
        for id in ids_of(&self.goals) {
            let reference = self.goals[id].entry.mission.clone();
            self.goals[id].mission = find(&self.ids.missions, reference.as_ref(), judge);
        }
        for id in ids_of(&self.laws) {
            let reference = self.laws[id].entry.by.clone();
            self.laws[id].by = find(&self.ids.laws, reference.as_ref(), judge);
        }
        for id in ids_of(&self.needs) {
            let reference = self.needs[id].entry.pillar.clone();
            self.needs[id].pillar = find(&self.ids.pillars, reference.as_ref(), judge);
        }
        for id in ids_of(&self.members) {
            let entry = self.members[id].entry.clone();
            self.members[id].opd = find(&self.ids.opds, entry.opd.as_ref(), judge);
            find(&self.ids.stakeholders, entry.stakeholder.as_ref(), judge);
        }
        for id in ids_of(&self.proposals) {
            let reference = self.proposals[id].file.pillar.clone();
            self.proposals[id].pillar = find(&self.ids.pillars, reference.as_ref(), judge);
        }
    }

    fn references(&mut self, file: &model::ProgramFile) -> Links {
        let judge = &mut self.judge;
        let ids = &self.ids;
        Links {
            also: find_all(&ids.pillars, &file.also, judge),
            partners: unique(file.partners.iter().filter_map(|reference| {
                let (id, span) = (&reference.id, reference.span);
                match reference.kind {
                    Kind::Opd => ids.opds.find(id, span, judge).map(Partner::Opd),
                    Kind::Stakeholder => ids
                        .stakeholders
                        .find(id, span, judge)
                        .map(Partner::Stakeholder),
                    _ => {
                        wrong_kind(reference, "`opd:` or `stakeholder:`", judge);
                        None
                    }
                }
            })),
            supports: unique(file.supports.iter().filter_map(|reference| {
                let (id, span) = (&reference.id, reference.span);
                match reference.kind {
                    Kind::Goal => ids.goals.find(id, span, judge).map(Support::Goal),
                    Kind::Priority => ids.priorities.find(id, span, judge).map(Support::Priority),
                    Kind::Policy => ids.policies.find(id, span, judge).map(Support::Policy),
                    Kind::Need => ids.needs.find(id, span, judge).map(Support::Need),
                    _ => {
                        let kinds = "`goal:`, `priority:`, `policy:` or `need:`";
                        wrong_kind(reference, kinds, judge);
                        None
                    }
                }
            })),
            answers: find_all(&ids.proposals, &file.answers, judge),
            depends_on: find_all(&ids.programs, &file.depends_on, judge),
            districts: find_all(&ids.districts, &file.districts, judge),
            laws: find_all(&ids.laws, &file.laws, judge),
        }
    }

    fn evaluations(&mut self, files: Vec<model::Named<model::EvaluationFile>>) {
        for model::Named { id, file, entry } in files {
            let date = id
                .parse::<Date>()
                .ok()
                .filter(|date| date.to_string() == id);
            let Some(date) = date else {
                self.judge.findings.push(
                    Finding::new(
                        rules::INVALID_ID,
                        Span::file(file),
                        format!("`{id}` is not the date of an evaluation"),
                    )
                    .hint("name the file after the date: `2027-11-01.toml`"),
                );
                continue;
            };
            let Some(mut entry) = entry else { continue };
            let judge = &mut self.judge;
            let mut realised = Vec::new();
            // Values of programmes that do not exist are dropped with their
            // reference, so that both lists stay in step.
            entry.realised.retain(|value| {
                let found = self
                    .ids
                    .programs
                    .find(&value.program, value.program.span, judge);
                realised.extend(found);
                found.is_some()
            });
            let mut findings = Vec::new();
            for finding in &entry.findings {
                let program = find(&self.ids.programs, finding.program.as_ref(), judge);
                let opd = find(&self.ids.opds, finding.opd.as_ref(), judge);
                findings.push(Concern { program, opd });
            }
            self.evaluations.push(Evaluation {
                date,
                file: entry,
                realised,
                findings,
            });
        }
    }

    fn narratives(&mut self, entries: &Entries) {
        // Chapters first, and their ids with them, since any text may refer to
        // any chapter; the text is read once all are known.
        let mut ids = Lookup::new(Kind::Chapter);
        for (id, file) in &entries.chapters {
            let index = self.chapters.push(Chapter {
                id: id.clone(),
                title: String::new(),
                narrative: Narrative::empty(*file),
            });
            ids.insert(id, Span::file(*file), Some(index), &mut Findings::default());
        }
        self.ids.chapters.adopt(ids);
        for id in ids_of(&self.chapters) {
            let narrative = self.narrative(self.chapters[id].narrative.file);
            match &narrative.title {
                Some(title) => self.chapters[id].title = title.clone(),
                None => self.judge.findings.push(
                    Finding::new(
                        rules::CHAPTER_WITHOUT_TITLE,
                        Span::file(narrative.file),
                        "the chapter has no title",
                    )
                    .hint("begin it with a heading of level 1: `# Pendahuluan`"),
                ),
            }
            self.chapters[id].narrative = narrative;
        }
        for (id, files) in &entries.pillar_narrative {
            let texts: Vec<Narrative> = files.iter().map(|&file| self.narrative(file)).collect();
            match self.ids.pillars.get(id) {
                Some(pillar) => self.pillars[pillar].narrative = texts,
                None if self.ids.pillars.contains(id) => {}
                None => self.stray(
                    files,
                    &format!("the folder `pillars/{id}` has no `pillar.toml`"),
                ),
            }
        }
        for (id, files) in &entries.opd_narrative {
            let texts: Vec<Narrative> = files.iter().map(|&file| self.narrative(file)).collect();
            match self.ids.opds.get(id) {
                Some(opd) => self.opds[opd].narrative = texts,
                None if self.ids.opds.contains(id) => {}
                None => self.stray(files, &format!("the folder `opd/{id}` has no `opd.toml`")),
            }
        }
        for (id, files) in &entries.program_narrative {
            let texts: Vec<Narrative> = files.iter().map(|&file| self.narrative(file)).collect();
            match self.ids.programs.get(id) {
                Some(program) => self.programs[program].narrative = texts,
                None if self.ids.programs.contains(id) => {}
                None => self.stray(
                    files,
                    &format!("there is no programme `{id}` beside this text"),
                ),
            }
        }
    }

    fn stray(&mut self, files: &[FileIndex], message: &str) {
        for &file in files {
            self.judge.findings.push(
                Finding::new(rules::MISSING_FILE, Span::file(file), message)
                    .hint("rename the text, or add the entry that it belongs to"),
            );
        }
    }

    fn narrative(&mut self, index: FileIndex) -> Narrative {
        let Self { ids, judge, .. } = self;
        match judge.tree.get(index) {
            Some(file) => narrative::read(index, file, judge, &mut |kind, id, span, judge| {
                ids.target(kind, id, span, judge)
            }),
            None => Narrative::empty(index),
        }
    }

    fn finish(mut self, file: Option<model::PlanFile>) -> Option<Plan> {
        let volumes = file.as_ref().map(|file| self.volumes(file));
        let emblem =
            file.as_ref()
                .and_then(|file| file.emblem.as_ref())
                .and_then(|path| {
                    if self.judge.tree.find(path).is_some() {
                        return narrative::check_image(path, path.span, &mut self.judge);
                    }
                    self.judge.findings.push(
                Finding::new(
                    rules::MISSING_IMAGE,
                    path.span,
                    format!("the emblem `{}` is not in the plan", path.value),
                )
                .hint("put the image into `assets/` and write `emblem = \"assets/emblem.svg\"`"),
            );
                    None
                });
        if let Some(broken) = self.judge.registry_broken
            && self.judge.skipped > 0
        {
            self.judge.findings.push(
                Finding::new(
                    rules::NOT_JUDGED,
                    Span::file(broken),
                    format!(
                        "{} references were not judged, since the registry has errors",
                        self.judge.skipped
                    ),
                )
                .hint("mend the errors of the registry first, then run again"),
            );
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
        })
    }

    fn volumes(&mut self, file: &model::PlanFile) -> Vec<Volume> {
        let outline = outline::Outline {
            chapters: (&self.chapters, &self.ids.chapters),
            pillars: (&self.pillars, &self.ids.pillars),
        };
        let mut seen: Lookup<()> = Lookup::new(Kind::Chapter);
        let mut volumes = Vec::new();
        for volume in &file.volumes {
            if seen.contains(&volume.id) || !model::is_id(&volume.id) {
                self.judge.findings.push(
                    Finding::new(
                        rules::DUPLICATE_ID,
                        volume.id.span,
                        format!("`{}` cannot name this volume", volume.id.value),
                    )
                    .hint("volumes have different ids of lower-case letters, digits and hyphens"),
                );
            }
            seen.insert(&volume.id, volume.id.span, None, &mut Findings::default());
            volumes.push(outline.volume(volume, &mut self.judge));
        }
        if volumes.is_empty() {
            volumes.push(outline.default_volume(&file.title));
        }
        volumes
    }
}

struct Links {
    also: Vec<Id<Pillar>>,
    partners: Vec<Partner>,
    supports: Vec<Support>,
    answers: Vec<Id<Proposal>>,
    depends_on: Vec<Id<Program>>,
    districts: Vec<Id<model::DistrictEntry>>,
    laws: Vec<Id<Law>>,
}

/// The ids of an arena, for loops that change it.
fn ids_of<T>(arena: &Arena<T>) -> Vec<Id<T>> {
    arena.iter().map(|(id, _)| id).collect()
}

fn find<T>(
    ids: &Lookup<T>,
    reference: Option<&Spanned<String>>,
    judge: &mut Judge<'_>,
) -> Option<Id<T>> {
    let reference = reference?;
    ids.find(reference, reference.span, judge)
}

fn find_all<T>(
    ids: &Lookup<T>,
    references: &[Spanned<String>],
    judge: &mut Judge<'_>,
) -> Vec<Id<T>> {
    unique(
        references
            .iter()
            .filter_map(|reference| ids.find(reference, reference.span, judge)),
    )
}

/// A reference that stands twice counts once.
fn unique<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut all = Vec::new();
    for item in items {
        if !all.contains(&item) {
            all.push(item);
        }
    }
    all
}

fn wrong_kind(reference: &Reference, allowed: &str, judge: &mut Judge<'_>) {
    judge.findings.push(
        Finding::new(
            rules::INVALID_VALUE,
            reference.span,
            format!("a {} cannot stand here", reference.kind.word()),
        )
        .hint(format!("write a reference with {allowed}")),
    );
}

/// Keeps the first of tables that may stand once.
fn once<T>(
    slot: &mut Option<Spanned<T>>,
    found: Option<Spanned<T>>,
    name: &str,
    findings: &mut Findings,
) {
    match (&slot, found) {
        (Some(first), Some(second)) => findings.push(
            Finding::new(
                rules::DUPLICATE_ENTRY,
                second.span,
                format!("`[{name}]` may stand once in the registry"),
            )
            .related(first.span, "the first one is here")
            .hint("keep one of the two"),
        ),
        (None, Some(found)) => *slot = Some(found),
        (_, None) => {}
    }
}

fn check_code(code: &Spanned<String>, findings: &mut Findings) {
    let good = (2..=5).contains(&code.value.len())
        && code.value.bytes().all(|byte| byte.is_ascii_uppercase());
    if !good {
        findings.push(
            Finding::new(
                rules::INVALID_VALUE,
                code.span,
                format!("`{}` cannot be the prefix of programme numbers", code.value),
            )
            .hint("write two to five capital letters: `GOV`"),
        );
    }
}

fn check_color(color: Option<&Spanned<String>>, findings: &mut Findings) {
    let Some(color) = color else { return };
    let good = color
        .value
        .strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if !good {
        findings.push(
            Finding::new(
                rules::INVALID_VALUE,
                color.span,
                format!("`{}` is not a colour", color.value),
            )
            .hint("write red, green and blue as `#1d5b8f`"),
        );
    }
}
