//! The resolved plan: a graph without a dangling edge.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::arena::{Arena, Id};
use super::generated::Generated;
use super::map::Map;
use super::narrative::Narrative;
use super::usages::Usage;
use crate::address::PlaceKind;
use crate::finding::NameIndex;
use crate::model;
use crate::source::{Role, SourceTree, Span};

/// Everything that the book can show. References are indexes into the lists.
#[derive(Debug, Clone)]
pub struct Plan {
    /// `plan.toml`, except its outlines.
    pub file: model::PlanFile,
    /// Books that can be built; never empty.
    pub volumes: Vec<Volume>,
    /// Image on the cover.
    pub(crate) emblem: Option<String>,
    /// Shapes of the districts.
    pub(crate) map: Option<Map>,
    /// Pillars in their order.
    pub pillars: Arena<Pillar>,
    /// Dimensions, pillar by pillar.
    pub dimensions: Arena<Dimension>,
    /// Policy directions, pillar by pillar.
    pub policies: Arena<Policy>,
    /// OPD in their order.
    pub opds: Arena<Opd>,
    /// Programmes by pillar and number.
    pub programs: Arena<Program>,
    /// The RPJMD.
    pub(crate) rpjmd: Option<model::Rpjmd>,
    /// Missions.
    pub missions: Arena<model::MissionEntry>,
    /// Goals.
    pub goals: Arena<Goal>,
    /// Priority programmes of the RPJMD.
    pub priorities: Arena<model::PriorityEntry>,
    /// The council.
    pub council: Option<model::Council>,
    /// Members of the council.
    pub members: Arena<Member>,
    /// Stakeholders.
    pub stakeholders: Arena<model::StakeholderEntry>,
    /// Laws.
    pub laws: Arena<Law>,
    /// Districts.
    pub districts: Arena<model::DistrictEntry>,
    /// Institutional needs.
    pub needs: Arena<Need>,
    /// Readiness.
    pub readiness: Arena<model::ReadinessEntry>,
    /// Abbreviations, without those of the OPD.
    pub abbreviations: Arena<model::AbbreviationEntry>,
    /// Proposals.
    pub proposals: Arena<Proposal>,
    /// Evaluations by date.
    pub evaluations: Arena<Evaluation>,
    /// Chapters by file name.
    pub chapters: Arena<Chapter>,
    /// Places in texts that can be referred to.
    pub places: Arena<Place>,
    /// References, as they are written.
    pub(crate) usages: Vec<Usage>,
    /// What could not be read.
    pub unreadable: model::UnreadableEntries,
    pub(super) assets: OnceLock<NameIndex>,
}

/// The paths of all images and documents.
pub(super) fn assets(tree: &SourceTree) -> NameIndex {
    let assets = tree.iter().filter(|(_, file)| file.role == Role::Asset);
    assets.map(|(_, file)| file.path.as_str()).collect()
}

impl Plan {
    /// The paths of all images and documents in its files, to be proposed for a wrong one.
    pub fn assets(&self, tree: &SourceTree) -> &NameIndex {
        self.assets.get_or_init(|| assets(tree))
    }

    /// Number of a programme as it is printed: `GOV-07`.
    pub fn program_number(&self, id: Id<Program>) -> String {
        let program = &self.programs[id];
        let code = &self.pillars[program.pillar].file.code.value;
        format!("{code}-{:02}", program.file.number.value)
    }
}

/// The end of a reference in narrative: an entry that there is, by its index, where an
/// address may name one that there is not, or a place in a text, which is no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A programme.
    Program(Id<Program>),
    /// An OPD.
    Opd(Id<Opd>),
    /// A pillar.
    Pillar(Id<Pillar>),
    /// A dimension.
    Dimension(Id<Dimension>),
    /// A policy direction.
    Policy(Id<Policy>),
    /// A mission.
    Mission(Id<model::MissionEntry>),
    /// A goal.
    Goal(Id<Goal>),
    /// A priority programme of the RPJMD.
    Priority(Id<model::PriorityEntry>),
    /// An institutional need.
    Need(Id<Need>),
    /// A law.
    Law(Id<Law>),
    /// A district.
    District(Id<model::DistrictEntry>),
    /// A stakeholder.
    Stakeholder(Id<model::StakeholderEntry>),
    /// A proposal.
    Proposal(Id<Proposal>),
    /// A chapter.
    Chapter(Id<Chapter>),
    /// A heading, a figure or a table of a text.
    Place(Id<Place>),
}

/// A heading, a figure or a table of a text.
#[derive(Debug, Clone)]
pub struct Place {
    /// What it is.
    pub kind: PlaceKind,
    /// The id that it was given.
    pub id: Option<String>,
    /// Title or caption, without markup.
    pub title: String,
    /// Where the id stands, or else where the place begins.
    pub span: Span,
    /// What the title of a text names: a reference to it leads there.
    pub(crate) stands_for: Option<Target>,
    /// Whether references lead here, or may.
    pub linked: bool,
}

/// A pillar.
#[derive(Debug, Clone)]
pub struct Pillar {
    /// Its id.
    pub id: String,
    /// What its file says.
    pub file: model::PillarFile,
    /// The OPD that answers for it.
    pub(crate) person_in_charge: Option<Id<Opd>>,
    /// Its dimensions.
    pub dimensions: Vec<Id<Dimension>>,
    /// Its policy directions.
    pub policies: Vec<Id<Policy>>,
    /// Its programmes, by number.
    pub programs: Vec<Id<Program>>,
    /// Its narrative.
    pub narrative: Vec<Narrative>,
}

/// A dimension.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// Its pillar.
    pub pillar: Id<Pillar>,
    /// What the file says.
    pub entry: model::DimensionEntry,
}

/// A policy direction.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Its pillar.
    pub pillar: Id<Pillar>,
    /// The dimension that it serves.
    pub dimension: Option<Id<Dimension>>,
    /// What the file says.
    pub entry: model::PolicyEntry,
}

/// An OPD.
#[derive(Debug, Clone)]
pub struct Opd {
    /// Its id.
    pub id: String,
    /// What its file says.
    pub file: model::OpdFile,
    /// Programmes that it leads, by pillar and number.
    pub programs: Vec<Id<Program>>,
    /// Programmes in which it is a partner.
    pub partner_in: Vec<Id<Program>>,
    /// Programmes of which it may spend money: those that it leads, and others of which a budget
    /// line names it.
    pub(crate) spends_in: Vec<Id<Program>>,
    /// Its narrative.
    pub narrative: Vec<Narrative>,
}

/// A body that carries a programme together with the leading OPD.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partner {
    /// Another OPD.
    Opd(Id<Opd>),
    /// A body outside the city government.
    Stakeholder(Id<model::StakeholderEntry>),
}

/// Something of the RPJMD or of a pillar that a programme serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// A goal.
    Goal(Id<Goal>),
    /// A priority programme.
    Priority(Id<model::PriorityEntry>),
    /// A policy direction.
    Policy(Id<Policy>),
    /// An institutional need.
    Need(Id<Need>),
}

/// A programme.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its id.
    pub id: String,
    /// What its file says.
    pub file: model::ProgramFile,
    /// The OPD that leads it.
    pub opd: Id<Opd>,
    /// Its pillar.
    pub pillar: Id<Pillar>,
    /// Its dimension.
    pub dimension: Id<Dimension>,
    /// Secondary pillars.
    pub(crate) also: Vec<Id<Pillar>>,
    /// Partners.
    pub partners: Vec<Partner>,
    /// What it serves.
    pub supports: Vec<Support>,
    /// Proposals that it takes up.
    pub(crate) answers: Vec<Id<Proposal>>,
    /// Programmes that come first.
    pub(crate) depends_on: Vec<Id<Program>>,
    /// Where; empty for the whole city.
    pub districts: Vec<Id<model::DistrictEntry>>,
    /// Legal basis.
    pub laws: Vec<Id<Law>>,
    /// The OPD that spend some of its money, by the ids that its budget lines name.
    pub(crate) spenders: BTreeMap<String, Id<Opd>>,
    /// The districts that its activities name, by their ids.
    pub(crate) places: BTreeMap<String, Id<model::DistrictEntry>>,
    /// Its narrative.
    pub narrative: Vec<Narrative>,
}

impl Program {
    /// The OPD that spends the money of one of its budget lines.
    pub fn spender(&self, line: &model::BudgetLine) -> Id<Opd> {
        let named = line
            .opd
            .as_ref()
            .and_then(|id| self.spenders.get(&id.value));
        named.copied().unwrap_or(self.opd)
    }

    /// Every district that it names, itself or in its activities.
    pub fn all_districts(&self) -> impl Iterator<Item = Id<model::DistrictEntry>> {
        let below = self.places.values();
        let below = below.filter(|id| !self.districts.contains(id));
        self.districts.iter().chain(below).copied()
    }
}

/// A goal of the RPJMD.
#[derive(Debug, Clone)]
pub struct Goal {
    /// The mission that it serves.
    pub mission: Option<Id<model::MissionEntry>>,
    /// What the file says.
    pub entry: model::GoalEntry,
}

/// A member of the council.
#[derive(Debug, Clone)]
pub struct Member {
    /// The OPD that it is.
    pub opd: Option<Id<Opd>>,
    /// The body outside the city government that it is.
    pub stakeholder: Option<Id<model::StakeholderEntry>>,
    /// What the file says.
    pub entry: model::MemberEntry,
}

/// A law.
#[derive(Debug, Clone)]
pub struct Law {
    /// The law that amended or repealed it.
    pub by: Option<Id<Law>>,
    /// What the file says.
    pub entry: model::LawEntry,
}

/// An institutional need.
#[derive(Debug, Clone)]
pub struct Need {
    /// The pillar that needs it.
    pub pillar: Option<Id<Pillar>>,
    /// What the file says.
    pub entry: model::NeedEntry,
}

/// A proposal.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Its id.
    pub id: String,
    /// The pillar that it concerns.
    pub pillar: Option<Id<Pillar>>,
    /// Programmes that take it up.
    pub answered_by: Vec<Id<Program>>,
    /// What its file says.
    pub file: model::ProposalFile,
}

/// An evaluation.
#[derive(Debug, Clone)]
pub struct Evaluation {
    /// Its id: the date as it names the file.
    pub id: String,
    /// Its date.
    pub date: Date,
    /// What its file says.
    pub file: model::EvaluationFile,
    /// The programme of each realised value, in the order of the file.
    pub realised: Vec<Id<Program>>,
    /// Whom each finding concerns, in the order of the file.
    pub findings: Vec<Concern>,
}

/// Whom a finding of an evaluation concerns.
#[derive(Debug, Clone, Copy)]
pub struct Concern {
    /// The programme.
    pub program: Option<Id<Program>>,
    /// The OPD that follows up.
    pub opd: Option<Id<Opd>>,
}

/// A chapter of narrative.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// Its id.
    pub id: String,
    /// Its title: the first heading of level 1.
    pub title: String,
    /// Its text.
    pub narrative: Narrative,
}

/// The outline of a book.
#[derive(Debug, Clone, Default)]
pub struct Volume {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Parts before the numbered chapters.
    pub front: Vec<Part>,
    /// Numbered chapters.
    pub body: Vec<Part>,
    /// Numbered annexes.
    pub annex: Vec<Part>,
    /// Whether all parts that the outline names are among these.
    pub(crate) complete: bool,
}

/// A part of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The title page.
    Cover,
    /// Table of contents.
    Contents,
    /// The sheet on which the plan is approved.
    Approval,
    /// The commitment of the heads of all OPD.
    Commitments,
    /// The plan on one page.
    AtAGlance,
    /// What changes for residents.
    Promises,
    /// What the council has to decide.
    Decisions,
    /// List of tables.
    Tables,
    /// List of figures.
    Figures,
    /// List of abbreviations.
    Abbreviations,
    /// A chapter of narrative.
    Chapter(Id<Chapter>),
    /// A pillar.
    Pillar(Id<Pillar>),
    /// A chapter that is made from the data alone.
    Generated(Generated),
    /// The sections of all OPD.
    Opds,
    /// Budget summaries.
    Budget,
    /// The action matrix.
    ActionMatrix,
    /// List of the OPD.
    OpdList,
    /// Indexes of the programmes.
    Index,
}
