//! The entries of a plan, and what each says.
//!
//! Listing them is cheap; what an entry says is gathered when it is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use super::fields::Fields;
use super::value::{Field, Value};
use crate::model::visit::{Key, Visit, Visited};
use crate::model::{self, EntryKind, EntryRef};
use crate::resolve::{self, Narrative, Plan};
use crate::source::{FileIndex, Role, SourceTree, Span};

/// The entries of a plan.
pub struct Listing<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its files.
    pub tree: &'a SourceTree,
    entries: BTreeMap<EntryRef, Listed<'a>>,
}

/// An entry of a listing.
struct Listed<'a> {
    entry: Entry<'a>,
    /// What it is called.
    name: &'a str,
    /// Where it stands.
    span: Span,
}

/// The entry itself.
enum Entry<'a> {
    Plan(&'a model::PlanFile),
    Phase(&'a model::Phase),
    Volume(&'a model::Volume),
    Pillar(&'a resolve::Pillar),
    Dimension(&'a resolve::Dimension, &'a str),
    Policy(&'a resolve::Policy, &'a str),
    Opd(&'a resolve::Opd),
    Program(&'a resolve::Program, &'a str),
    Rpjmd(&'a model::Rpjmd),
    Mission(&'a model::MissionEntry),
    Goal(&'a resolve::Goal),
    Priority(&'a model::PriorityEntry),
    Council(Option<&'a model::Council>),
    Stakeholder(&'a model::StakeholderEntry),
    Law(&'a resolve::Law),
    District(&'a model::DistrictEntry),
    Need(&'a resolve::Need),
    Readiness(&'a model::ReadinessEntry),
    Abbreviation(&'a model::AbbreviationEntry),
    Proposal(&'a resolve::Proposal),
    Evaluation(&'a resolve::Evaluation),
    Chapter(&'a resolve::Chapter),
    Asset(FileIndex),
}

impl<'a> Listing<'a> {
    /// The entries of a plan.
    pub fn new(plan: &'a Plan, tree: &'a SourceTree) -> Self {
        let mut listing = Self {
            plan,
            tree,
            entries: BTreeMap::new(),
        };
        listing.add_plan();
        listing.add_pillars();
        listing.add_registry();
        for program in plan.programs.values() {
            let opd = &plan.opds[program.opd].id;
            let entry = Entry::Program(program, opd);
            let file = &program.file;
            listing.add(
                EntryKind::Program,
                &program.id,
                entry,
                &file.title,
                file.span,
            );
        }
        for opd in plan.opds.values() {
            let entry = Entry::Opd(opd);
            listing.add(
                EntryKind::Opd,
                &opd.id,
                entry,
                &opd.file.name,
                opd.file.span,
            );
        }
        for one in plan.proposals.values() {
            let (entry, file) = (Entry::Proposal(one), &one.file);
            listing.add(EntryKind::Proposal, &one.id, entry, &file.title, file.span);
        }
        for one in plan.evaluations.values() {
            let (entry, file) = (Entry::Evaluation(one), &one.file);
            let date = one.date.to_string();
            listing.add(EntryKind::Evaluation, &date, entry, &file.title, file.span);
        }
        for one in plan.chapters.values() {
            let span = Span::file(one.narrative.file);
            listing.add(
                EntryKind::Chapter,
                &one.id,
                Entry::Chapter(one),
                &one.title,
                span,
            );
        }
        for (index, file) in tree.iter().filter(|(_, file)| file.role == Role::Asset) {
            let entry = Entry::Asset(index);
            listing.add(
                EntryKind::Asset,
                &file.path,
                entry,
                &file.path,
                Span::file(index),
            );
        }
        listing
    }

    /// Every entry and where it begins.
    pub fn begins(&self) -> impl Iterator<Item = (&EntryRef, Span)> {
        self.entries.iter().map(|(key, listed)| (key, listed.span))
    }

    fn add(&mut self, kind: EntryKind, id: &str, entry: Entry<'a>, name: &'a str, span: Span) {
        let mut key = EntryRef::new(kind, id);
        // Ids are unique in a plan without errors; with errors nothing is to be lost.
        let mut count = 1_usize;
        while self.entries.contains_key(&key) {
            count = count.saturating_add(1);
            key.id = format!("{id}#{count}");
        }
        self.entries.insert(key, Listed { entry, name, span });
    }

    fn add_plan(&mut self) {
        let file = &self.plan.file;
        let span = Span::file(file.title.span.file);
        self.add(EntryKind::Plan, "", Entry::Plan(file), &file.title, span);
        for one in &file.phases {
            self.add(
                EntryKind::Phase,
                &one.id,
                Entry::Phase(one),
                &one.name,
                one.id.span,
            );
        }
        for one in &file.volumes {
            self.add(
                EntryKind::Volume,
                &one.id,
                Entry::Volume(one),
                &one.title,
                one.id.span,
            );
        }
    }

    fn add_pillars(&mut self) {
        let plan = self.plan;
        for one in plan.pillars.values() {
            let entry = Entry::Pillar(one);
            self.add(
                EntryKind::Pillar,
                &one.id,
                entry,
                &one.file.name,
                one.file.span,
            );
        }
        for one in plan.dimensions.values() {
            let said = &one.entry;
            let entry = Entry::Dimension(one, &plan.pillars[one.pillar].id);
            self.add(
                EntryKind::Dimension,
                &said.id,
                entry,
                &said.name,
                said.id.span,
            );
        }
        for one in plan.policies.values() {
            let said = &one.entry;
            let entry = Entry::Policy(one, &plan.pillars[one.pillar].id);
            self.add(EntryKind::Policy, &said.id, entry, &said.text, said.id.span);
        }
    }

    fn add_registry(&mut self) {
        let plan = self.plan;
        if let Some(one) = &plan.rpjmd {
            self.add(
                EntryKind::Rpjmd,
                "",
                Entry::Rpjmd(one),
                &one.title,
                one.title.span,
            );
        }
        for one in plan.missions.values() {
            self.add(
                EntryKind::Mission,
                &one.id,
                Entry::Mission(one),
                &one.text,
                one.id.span,
            );
        }
        for one in plan.goals.values() {
            let said = &one.entry;
            self.add(
                EntryKind::Goal,
                &said.id,
                Entry::Goal(one),
                &said.text,
                said.id.span,
            );
        }
        for one in plan.priorities.values() {
            let entry = Entry::Priority(one);
            self.add(EntryKind::Priority, &one.id, entry, &one.text, one.id.span);
        }
        let council = plan.council.as_ref();
        let member = plan.members.values().next();
        let place = council
            .map(|council| (council.name.value.as_str(), council.name.span))
            .or(member.map(|member| ("", member.entry.span)));
        if let Some((name, span)) = place {
            self.add(EntryKind::Council, "", Entry::Council(council), name, span);
        }
        for one in plan.stakeholders.values() {
            let entry = Entry::Stakeholder(one);
            self.add(
                EntryKind::Stakeholder,
                &one.id,
                entry,
                &one.name,
                one.id.span,
            );
        }
        for one in plan.laws.values() {
            let said = &one.entry;
            self.add(
                EntryKind::Law,
                &said.id,
                Entry::Law(one),
                &said.title,
                said.id.span,
            );
        }
        for one in plan.districts.values() {
            self.add(
                EntryKind::District,
                &one.id,
                Entry::District(one),
                &one.name,
                one.id.span,
            );
        }
        for one in plan.needs.values() {
            let said = &one.entry;
            self.add(
                EntryKind::Need,
                &said.id,
                Entry::Need(one),
                &said.text,
                said.id.span,
            );
        }
        for one in plan.readiness.values() {
            let entry = Entry::Readiness(one);
            self.add(
                EntryKind::Readiness,
                &one.id,
                entry,
                &one.aspect,
                one.id.span,
            );
        }
        for one in plan.abbreviations.values() {
            let entry = Entry::Abbreviation(one);
            self.add(
                EntryKind::Abbreviation,
                &one.short,
                entry,
                &one.long,
                one.span,
            );
        }
    }

    /// All keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &EntryRef> {
        self.entries.keys()
    }

    /// Whether there is such an entry.
    pub fn has(&self, key: &EntryRef) -> bool {
        self.entries.contains_key(key)
    }

    /// What an entry is called; empty where it has no name.
    pub fn name(&self, key: &EntryRef) -> &'a str {
        self.entries.get(key).map_or("", |listed| listed.name)
    }

    /// The number of a programme, as it is printed.
    pub fn number(&self, key: &EntryRef) -> Option<String> {
        let program = self.program(key)?;
        let code = &self.plan.pillars[program.pillar].file.code.value;
        Some(format!("{code}-{:02}", program.file.number.value))
    }

    /// What the entries are called: programmes with their number.
    pub fn names(&self) -> BTreeMap<EntryRef, String> {
        let named = self.entries.iter().map(|(key, listed)| {
            let name = match self.number(key) {
                Some(number) => format!("{number} {}", listed.name),
                None => listed.name.to_owned(),
            };
            (key.clone(), name)
        });
        named.collect()
    }

    /// Where an entry stands.
    pub fn span(&self, key: &EntryRef) -> Option<Span> {
        self.entries.get(key).map(|listed| listed.span)
    }

    /// The programme behind a key.
    pub fn program(&self, key: &EntryRef) -> Option<&'a resolve::Program> {
        let Entry::Program(program, _) = self.entries.get(key)?.entry else {
            return None;
        };
        Some(program)
    }

    /// The OPD behind a key.
    pub fn opd(&self, key: &EntryRef) -> Option<&'a resolve::Opd> {
        let Entry::Opd(opd) = self.entries.get(key)?.entry else {
            return None;
        };
        Some(opd)
    }

    /// The pillar and the OPD under which a report lists an entry, as far as it has any.
    pub fn home(&self, key: &EntryRef) -> (Option<EntryRef>, Option<EntryRef>) {
        let pillar = |id: &str| Some(EntryRef::new(EntryKind::Pillar, id));
        let opd = |id: &str| Some(EntryRef::new(EntryKind::Opd, id));
        let Some(listed) = self.entries.get(key) else {
            return (None, None);
        };
        match &listed.entry {
            Entry::Program(program, home) => {
                (pillar(&self.plan.pillars[program.pillar].id), opd(home))
            }
            Entry::Dimension(_, home) | Entry::Policy(_, home) => (pillar(home), None),
            Entry::Pillar(one) => (pillar(&one.id), None),
            Entry::Opd(one) => (None, opd(&one.id)),
            Entry::Plan(_)
            | Entry::Phase(_)
            | Entry::Volume(_)
            | Entry::Rpjmd(_)
            | Entry::Mission(_)
            | Entry::Goal(_)
            | Entry::Priority(_)
            | Entry::Council(_)
            | Entry::Stakeholder(_)
            | Entry::Law(_)
            | Entry::District(_)
            | Entry::Need(_)
            | Entry::Readiness(_)
            | Entry::Abbreviation(_)
            | Entry::Proposal(_)
            | Entry::Evaluation(_)
            | Entry::Chapter(_)
            | Entry::Asset(_) => (None, None),
        }
    }

    /// The files in which an entry stands alone; none for one that shares its file, and for
    /// evaluations: values of programmes that are not there are left out of them.
    fn files(&self, key: &EntryRef) -> Vec<FileIndex> {
        let texts = |texts: &[Narrative]| texts.iter().map(|text| text.file).collect::<Vec<_>>();
        let Some(listed) = self.entries.get(key) else {
            return Vec::new();
        };
        match &listed.entry {
            Entry::Program(one, _) => {
                let mut files = texts(&one.narrative);
                files.push(one.file.span.file);
                files
            }
            Entry::Opd(one) => {
                let mut files = texts(&one.narrative);
                files.push(one.file.span.file);
                files
            }
            Entry::Proposal(one) => vec![one.file.span.file],
            Entry::Chapter(one) => vec![one.narrative.file],
            Entry::Asset(file) => vec![*file],
            Entry::Plan(_)
            | Entry::Phase(_)
            | Entry::Volume(_)
            | Entry::Pillar(_)
            | Entry::Dimension(..)
            | Entry::Policy(..)
            | Entry::Rpjmd(_)
            | Entry::Mission(_)
            | Entry::Goal(_)
            | Entry::Priority(_)
            | Entry::Council(_)
            | Entry::Stakeholder(_)
            | Entry::Law(_)
            | Entry::District(_)
            | Entry::Need(_)
            | Entry::Readiness(_)
            | Entry::Abbreviation(_)
            | Entry::Evaluation(_) => Vec::new(),
        }
    }

    /// The files that an entry is read from; none for one that is one of several in a
    /// registry, or in the file of a pillar.
    pub fn sources(&self, key: &EntryRef) -> Vec<FileIndex> {
        match self.entries.get(key).map(|listed| &listed.entry) {
            Some(Entry::Plan(file)) => vec![file.title.span.file],
            Some(Entry::Evaluation(one)) => vec![one.file.span.file],
            Some(Entry::Pillar(one)) => {
                let texts = one.narrative.iter().map(|text| text.file);
                texts.chain([one.file.span.file]).collect()
            }
            _ => self.files(key),
        }
    }

    /// Whether an entry of two plans stands in the same files with the same bytes. It
    /// then says the same, and need not be read.
    pub fn is_untouched(&self, other: &Listing<'_>, key: &EntryRef) -> bool {
        let (own, others) = (self.files(key), other.files(key));
        !own.is_empty()
            && own.len() == others.len()
            && own
                .iter()
                .zip(others)
                .all(|(file, other_file)| self.tree.get(*file) == other.tree.get(other_file))
    }

    /// Whether one of some ids stands in the files of an entry, as a value or a folder.
    pub fn names_any(&self, key: &EntryRef, ids: &BTreeSet<&str>) -> bool {
        let files = self.files(key).into_iter();
        let mut files = files.filter_map(|file| self.tree.get(file));
        files.any(|file| {
            // What is escaped could be any id.
            let escaped = file.text.contains('\\');
            let quoted = file.text.split(['"', '\'', '/', ':', '>', ')', '?', '#']);
            escaped
                || quoted
                    .chain(file.path.split('/'))
                    .any(|part| ids.contains(part))
        })
    }

    /// What an entry says here and in another plan, without most of what is the same.
    pub fn differing(
        &self,
        key: &EntryRef,
        other: &Listing<'_>,
        other_key: &EntryRef,
    ) -> (Vec<Field>, Vec<Field>) {
        let (Some(listed), Some(counterpart)) =
            (self.entries.get(key), other.entries.get(other_key))
        else {
            return (self.fields(key), other.fields(other_key));
        };
        let mut said = Fields::new(self.tree, listed.span).beside(other.tree);
        self.say(listed, &mut said);
        let mut others = Fields::new(other.tree, counterpart.span).beside(self.tree);
        other.say(counterpart, &mut others);
        said.leave_out_same(&mut others);
        (said.finish(), others.finish())
    }

    /// What an entry says, in the order of the paths; nothing if there is none.
    pub fn fields(&self, key: &EntryRef) -> Vec<Field> {
        let Some(listed) = self.entries.get(key) else {
            return Vec::new();
        };
        let mut said = Fields::new(self.tree, listed.span);
        self.say(listed, &mut said);
        said.finish()
    }

    fn say(&self, listed: &Listed<'_>, said: &mut Fields<'_>) {
        match &listed.entry {
            Entry::Plan(file) => file.visit(said),
            Entry::Phase(one) => one.visit(said),
            Entry::Volume(one) => one.visit(said),
            Entry::Pillar(one) => {
                one.file.visit(said);
                self.narratives(&one.narrative, said);
            }
            Entry::Dimension(one, pillar) => {
                said.belongs("pillar", EntryKind::Pillar, pillar, one.entry.id.span);
                one.entry.visit(said);
            }
            Entry::Policy(one, pillar) => {
                said.belongs("pillar", EntryKind::Pillar, pillar, one.entry.id.span);
                one.entry.visit(said);
            }
            Entry::Opd(one) => {
                one.file.visit(said);
                self.narratives(&one.narrative, said);
            }
            Entry::Program(one, opd) => {
                said.belongs("opd", EntryKind::Opd, opd, one.file.span);
                one.file.visit(said);
                for text in &one.narrative {
                    said.narrative("", text);
                }
            }
            Entry::Rpjmd(one) => one.visit(said),
            Entry::Mission(one) => one.visit(said),
            Entry::Goal(one) => one.entry.visit(said),
            Entry::Priority(one) => one.visit(said),
            Entry::Council(one) => {
                if let Some(council) = one {
                    council.visit(said);
                }
                for member in self.plan.members.values() {
                    member.entry.visited(const { &Key::new("member") }, said);
                }
            }
            Entry::Stakeholder(one) => one.visit(said),
            Entry::Law(one) => one.entry.visit(said),
            Entry::District(one) => one.visit(said),
            Entry::Need(one) => one.entry.visit(said),
            Entry::Readiness(one) => one.visit(said),
            Entry::Abbreviation(one) => one.visit(said),
            Entry::Proposal(one) => one.file.visit(said),
            Entry::Evaluation(one) => one.file.visit(said),
            Entry::Chapter(one) => said.narrative("", &one.narrative),
            Entry::Asset(file) => {
                let bytes = self.tree.get(*file).map_or(&[][..], |file| &file.bytes);
                let mut hasher = SipHasher13::new();
                hasher.write(bytes);
                let digest = format!("{:032x}", hasher.finish128().as_u128());
                said.set("content", Value::Digest(digest), Span::file(*file));
            }
        }
    }

    /// The name of the file of a text, without its ending.
    fn stem(&self, text: &Narrative) -> &str {
        let path = self.tree.get(text.file).map_or("", |file| &file.path);
        let name = path.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".md").unwrap_or(name)
    }

    fn narratives(&self, texts: &[Narrative], said: &mut Fields<'_>) {
        for text in texts {
            said.narrative(self.stem(text), text);
        }
    }
}
