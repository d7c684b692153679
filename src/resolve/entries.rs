//! The entries of a plan by their addresses.

use super::{
    Arena, Chapter, Dimension, Evaluation, Goal, Id, Law, Narrative, Need, Opd, Pillar, Place,
    Plan, Policy, Program, Proposal, Target,
};
use crate::model::shape::FileKind;
use crate::model::visit::Visit;
use crate::model::{self, EntryKind, EntryRef, Home};
use crate::source::{FileIndex, Role, SourceTree, Span, Spanned};

/// An entry of a plan, whatever its kind.
#[derive(Clone, Copy)]
pub struct Entry<'p> {
    /// The kind.
    pub kind: EntryKind,
    /// The id, unique among its kind; empty where there is but one such entry.
    pub id: &'p str,
    /// Where it begins: at its id, or at the beginning of the file that is named so.
    pub span: Span,
    /// What it is called, or its text; empty if it has neither.
    pub name: &'p str,
    /// Where that is written.
    pub(crate) name_span: Span,
    /// Its keys; `None` of what is a text and nothing else.
    pub keys: Option<&'p (dyn Visit + Sync)>,
    /// Its texts.
    pub texts: &'p [Narrative],
    /// The id of the pillar that it belongs to, or that it is.
    pub pillar: Option<&'p str>,
    /// The id of the OPD that leads it, or that it is.
    pub opd: Option<&'p str>,
    /// The kind of the entry in whose folder or file it lies, of these two.
    pub owner: Option<EntryKind>,
    /// What references in narrative lead to; `None` if they cannot name it.
    pub target: Option<Target>,
}

/// What a reference in narrative leads to.
pub enum Found<'p> {
    /// An entry.
    Entry(Entry<'p>),
    /// A heading, a figure or a table of a text.
    Place(&'p Place),
}

impl<'p> Entry<'p> {
    fn new(
        kind: EntryKind,
        id: &'p str,
        name: &'p Spanned<String>,
        span: Span,
        keys: &'p (dyn Visit + Sync),
    ) -> Self {
        Self {
            kind,
            id,
            span,
            name: name.value.as_str(),
            name_span: name.span,
            keys: Some(keys),
            texts: &[],
            pillar: None,
            opd: None,
            owner: None,
            target: None,
        }
    }

    /// An entry whose id is the value of a key.
    fn with_id(
        kind: EntryKind,
        id: &'p Spanned<String>,
        name: &'p Spanned<String>,
        keys: &'p (dyn Visit + Sync),
    ) -> Self {
        Self::new(kind, &id.value, name, id.span, keys)
    }

    /// An image or a document of the plan.
    pub(crate) fn of_asset(file: FileIndex, path: &'p str) -> Self {
        Self {
            kind: EntryKind::Asset,
            id: path,
            span: Span::file(file),
            name: path,
            name_span: Span::file(file),
            keys: None,
            texts: &[],
            pillar: None,
            opd: None,
            owner: None,
            target: None,
        }
    }

    /// Whether it is called by a sentence, its text, and has no name.
    pub(crate) fn is_sentence(&self) -> bool {
        matches!(
            self.kind,
            EntryKind::Policy
                | EntryKind::Mission
                | EntryKind::Goal
                | EntryKind::Priority
                | EntryKind::Need
        )
    }

    /// Its address.
    pub fn address(&self) -> EntryRef {
        EntryRef::new(self.kind, self.id)
    }

    /// The entry in whose folder or file it lies: the OPD of a programme, the pillar of what
    /// its file declares.
    pub(crate) fn owner(&self) -> Option<EntryRef> {
        let kind = self.owner?;
        let id = if kind == EntryKind::Opd {
            self.opd?
        } else {
            self.pillar?
        };
        Some(EntryRef::new(kind, id))
    }

    /// The files that say nothing of other entries of the plan but it.
    pub fn files(&self) -> impl Iterator<Item = FileIndex> + use<'p> {
        let own = self.has_file().then_some(self.span.file);
        let own = own.filter(|own| self.texts.iter().all(|text| text.file != *own));
        self.texts.iter().map(|text| text.file).chain(own)
    }

    /// Whether a file is its own.
    fn has_file(&self) -> bool {
        self.kind == EntryKind::Plan || matches!(self.kind.home(), Home::Own | Home::File)
    }
}

/// What has an address.
trait Addressed {
    fn entry<'p>(&'p self, plan: &'p Plan) -> Entry<'p>;
}

impl Addressed for Program {
    fn entry<'p>(&'p self, plan: &'p Plan) -> Entry<'p> {
        let file = &self.file;
        Entry {
            texts: &self.narrative,
            pillar: Some(&plan.pillars[self.pillar].id),
            opd: Some(&plan.opds[self.opd].id),
            owner: Some(EntryKind::Opd),
            ..Entry::new(EntryKind::Program, &self.id, &file.title, file.span, file)
        }
    }
}

impl Addressed for Opd {
    fn entry<'p>(&'p self, _: &'p Plan) -> Entry<'p> {
        let file = &self.file;
        Entry {
            texts: &self.narrative,
            opd: Some(&self.id),
            ..Entry::new(EntryKind::Opd, &self.id, &file.name, file.span, file)
        }
    }
}

impl Addressed for Pillar {
    fn entry<'p>(&'p self, _: &'p Plan) -> Entry<'p> {
        let file = &self.file;
        Entry {
            texts: &self.narrative,
            pillar: Some(&self.id),
            ..Entry::new(EntryKind::Pillar, &self.id, &file.name, file.span, file)
        }
    }
}

impl Addressed for Dimension {
    fn entry<'p>(&'p self, plan: &'p Plan) -> Entry<'p> {
        let entry = &self.entry;
        Entry {
            pillar: Some(&plan.pillars[self.pillar].id),
            owner: Some(EntryKind::Pillar),
            ..Entry::with_id(EntryKind::Dimension, &entry.id, &entry.name, entry)
        }
    }
}

impl Addressed for Policy {
    fn entry<'p>(&'p self, plan: &'p Plan) -> Entry<'p> {
        let entry = &self.entry;
        Entry {
            pillar: Some(&plan.pillars[self.pillar].id),
            owner: Some(EntryKind::Pillar),
            ..Entry::with_id(EntryKind::Policy, &entry.id, &entry.text, entry)
        }
    }
}

impl Addressed for Chapter {
    fn entry<'p>(&'p self, _: &'p Plan) -> Entry<'p> {
        let span = Span::file(self.narrative.file);
        Entry {
            kind: EntryKind::Chapter,
            id: &self.id,
            span,
            name: &self.title,
            name_span: span,
            keys: None,
            texts: std::slice::from_ref(&self.narrative),
            pillar: None,
            opd: None,
            owner: None,
            target: None,
        }
    }
}

impl Addressed for Proposal {
    fn entry<'p>(&'p self, _: &'p Plan) -> Entry<'p> {
        let file = &self.file;
        Entry::new(EntryKind::Proposal, &self.id, &file.title, file.span, file)
    }
}

impl Addressed for Evaluation {
    fn entry<'p>(&'p self, _: &'p Plan) -> Entry<'p> {
        let file = &self.file;
        Entry::new(
            EntryKind::Evaluation,
            &self.id,
            &file.title,
            file.span,
            file,
        )
    }
}

impl Addressed for model::AbbreviationEntry {
    fn entry<'p>(&'p self, _: &'p Plan) -> Entry<'p> {
        let kind = EntryKind::Abbreviation;
        Entry::new(kind, &self.short.value, &self.long, self.span, self)
    }
}

/// Gives the kind of a type, its id, its name and its keys.
macro_rules! addressed {
    ($($type:ty: $kind:ident |$one:ident| $id:expr, $name:expr, $keys:expr;)*) => {
        $(impl Addressed for $type {
            fn entry<'p>(&'p self, _: &'p Plan) -> Entry<'p> {
                let $one = self;
                Entry::with_id(EntryKind::$kind, $id, $name, $keys)
            }
        })*
    };
}

addressed! {
    model::Phase: Phase |one| &one.id, &one.name, one;
    model::Volume: Volume |one| &one.id, &one.title, one;
    model::MissionEntry: Mission |one| &one.id, &one.text, one;
    Goal: Goal |one| &one.entry.id, &one.entry.text, &one.entry;
    model::PriorityEntry: Priority |one| &one.id, &one.text, one;
    model::StakeholderEntry: Stakeholder |one| &one.id, &one.name, one;
    Law: Law |one| &one.entry.id, &one.entry.title, &one.entry;
    model::DistrictEntry: District |one| &one.id, &one.name, one;
    Need: Need |one| &one.entry.id, &one.entry.text, &one.entry;
    model::ReadinessEntry: Readiness |one| &one.id, &one.aspect, one;
}

impl Plan {
    /// The entries of a kind in the order of the plan. Images and documents are files and have
    /// none.
    pub fn entries_of(&self, kind: EntryKind) -> Vec<Entry<'_>> {
        match kind {
            EntryKind::Plan => {
                let (file, title) = (&self.file, &self.file.title);
                vec![Entry::new(
                    kind,
                    "",
                    title,
                    Span::file(title.span.file),
                    file,
                )]
            }
            EntryKind::Phase => self.each(&self.file.phases),
            EntryKind::Volume => self.each(&self.file.volumes),
            EntryKind::Pillar => self.linked(&self.pillars, Target::Pillar),
            EntryKind::Dimension => self.linked(&self.dimensions, Target::Dimension),
            EntryKind::Policy => self.linked(&self.policies, Target::Policy),
            EntryKind::Opd => self.linked(&self.opds, Target::Opd),
            EntryKind::Program => self.linked(&self.programs, Target::Program),
            EntryKind::Rpjmd => {
                let rpjmd = self.rpjmd.iter();
                let title = |one: &model::Rpjmd| one.title.span;
                rpjmd
                    .map(|one| Entry::new(kind, "", &one.title, title(one), one))
                    .collect()
            }
            EntryKind::Mission => self.linked(&self.missions, Target::Mission),
            EntryKind::Goal => self.linked(&self.goals, Target::Goal),
            EntryKind::Priority => self.linked(&self.priorities, Target::Priority),
            EntryKind::Council => self.council_entry().into_iter().collect(),
            EntryKind::Stakeholder => self.linked(&self.stakeholders, Target::Stakeholder),
            EntryKind::Law => self.linked(&self.laws, Target::Law),
            EntryKind::District => self.linked(&self.districts, Target::District),
            EntryKind::Need => self.linked(&self.needs, Target::Need),
            EntryKind::Readiness => self.all(&self.readiness),
            EntryKind::Abbreviation => self.all(&self.abbreviations),
            EntryKind::Proposal => self.linked(&self.proposals, Target::Proposal),
            EntryKind::Evaluation => self.all(&self.evaluations),
            EntryKind::Chapter => self.linked(&self.chapters, Target::Chapter),
            EntryKind::Asset => Vec::new(),
        }
    }

    fn all<'p, T: Addressed>(&'p self, arena: &'p Arena<T>) -> Vec<Entry<'p>> {
        arena.values().map(|one| one.entry(self)).collect()
    }

    /// The same of entries that references in narrative can name.
    fn linked<'p, T: Addressed>(
        &'p self,
        arena: &'p Arena<T>,
        target: fn(Id<T>) -> Target,
    ) -> Vec<Entry<'p>> {
        let entries = arena.iter().map(|(id, one)| Entry {
            target: Some(target(id)),
            ..one.entry(self)
        });
        entries.collect()
    }

    fn each<'p, T: Addressed>(&'p self, list: &'p [T]) -> Vec<Entry<'p>> {
        list.iter().map(|one| one.entry(self)).collect()
    }

    /// The council, which may be no more than its members.
    fn council_entry(&self) -> Option<Entry<'_>> {
        let kind = EntryKind::Council;
        let council = self.council.as_ref();
        let named = council.map(|one| Entry::new(kind, "", &one.name, one.name.span, one));
        named.or_else(|| {
            let member = &self.members.values().next()?.entry;
            let institution = &member.institution;
            Some(Entry {
                name: "",
                keys: None,
                ..Entry::new(kind, "", institution, member.span, member)
            })
        })
    }

    /// Whether an entry of a kind, or a value of one, could not be read.
    pub(crate) fn may_lack(&self, kind: EntryKind, tree: &SourceTree) -> bool {
        let lost = &self.unreadable;
        let may_hold = |file: &FileIndex| match tree.get(*file).map(|file| &file.role) {
            None | Some(Role::Folder(_) | Role::Unknown) => true,
            Some(role) => FileKind::of(role).is_some() && kind.is_declared_in(role),
        };
        // Values of programmes that are not there are left out of evaluations.
        let lacks_programs =
            matches!(kind, EntryKind::Program | EntryKind::Evaluation) && !lost.programs.is_empty();
        let mut entries = self.entries_of(kind).into_iter();
        lacks_programs
            || lost.at(kind).is_some()
            || lost.unjudged.iter().any(may_hold)
            || entries.any(|entry| lost.misread.contains(&entry.span.file))
    }

    /// Every entry that has keys or a text, kind by kind.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let kinds = EntryKind::ALL.iter();
        kinds.flat_map(|kind| self.entries_of(*kind))
    }

    /// The entry with an address, or `None` if there is none.
    pub fn get(&self, address: &EntryRef) -> Option<Entry<'_>> {
        let mut entries = self.entries_of(address.kind).into_iter();
        entries.find(|entry| entry.id == address.id)
    }

    /// Where an entry begins, or `None` if there is no such entry.
    pub fn span(&self, address: &EntryRef) -> Option<Span> {
        self.get(address).map(|entry| entry.span)
    }

    /// What a reference in narrative leads to.
    pub fn at(&self, target: Target) -> Found<'_> {
        let entry = match target {
            Target::Program(id) => self.programs[id].entry(self),
            Target::Opd(id) => self.opds[id].entry(self),
            Target::Pillar(id) => self.pillars[id].entry(self),
            Target::Dimension(id) => self.dimensions[id].entry(self),
            Target::Policy(id) => self.policies[id].entry(self),
            Target::Mission(id) => self.missions[id].entry(self),
            Target::Goal(id) => self.goals[id].entry(self),
            Target::Priority(id) => self.priorities[id].entry(self),
            Target::Need(id) => self.needs[id].entry(self),
            Target::Law(id) => self.laws[id].entry(self),
            Target::District(id) => self.districts[id].entry(self),
            Target::Stakeholder(id) => self.stakeholders[id].entry(self),
            Target::Proposal(id) => self.proposals[id].entry(self),
            Target::Chapter(id) => self.chapters[id].entry(self),
            Target::Place(id) => return Found::Place(&self.places[id]),
        };
        let target = Some(target);
        Found::Entry(Entry { target, ..entry })
    }
}
