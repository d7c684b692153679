//! Places in texts: their ids, and the references to them and to the files that
//! they stand in.

use std::collections::BTreeMap;

use super::lookup::ResolveContext;
use super::narrative::{Destination, Narrative, Pending, normalise};
use super::usages::{Referent, Usage};
use super::{Arena, Id, Ids, Place, Resolver, Target};
use crate::address::{PlaceKind, slug};
use crate::finding::NameIndex;
use crate::model::{Collection, EntryRef, is_id};
use crate::resolve::rules;
use crate::source::{FileIndex, Role, Span};

/// Every place, by what links call it.
#[derive(Default)]
pub(crate) struct Places {
    pub(super) arena: Arena<Place>,
    by_id: BTreeMap<PlaceKind, BTreeMap<String, Id<Place>>>,
    /// Headings by the names that hosts of git give them.
    by_slug: BTreeMap<FileIndex, BTreeMap<String, Id<Place>>>,
    /// Every id of a kind, once somebody has to choose among them.
    names: BTreeMap<PlaceKind, NameIndex>,
}

impl Places {
    /// Registers what was found in a text that belongs to `owner`.
    pub fn register(
        &mut self,
        narrative: &mut Narrative,
        owner: Target,
        context: &mut ResolveContext<'_>,
    ) {
        let slugs = self.by_slug.entry(narrative.file).or_default();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for place in std::mem::take(&mut narrative.found) {
            let id = self.arena.push(Place {
                kind: place.kind,
                id: None,
                title: place.title.clone(),
                span: place.span,
                stands_for: place.is_title.then_some(owner),
                linked: false,
            });
            narrative.places.insert(place.node, id);
            if place.kind == PlaceKind::Heading {
                let slug = slug(&place.title);
                let count = counts.entry(slug.clone()).or_default();
                let name = match count {
                    0 => slug,
                    // The second heading of a name is told apart by a number.
                    _ => format!("{slug}-{count}"),
                };
                *count += 1;
                slugs.entry(name).or_insert(id);
            }
            let Some(given) = place.id else { continue };
            let kind = place.kind.name();
            if !is_id(&given) {
                let finding = rules::invalid_id::finding(given.span, kind.clone(), &given, None);
                context.findings.push(finding);
            }
            let ids = self.by_id.entry(place.kind).or_default();
            if let Some(&first) = ids.get(&given.value) {
                let first = self.arena[first].span;
                let finding = rules::duplicate_id::finding(given.span, first, kind, &given);
                context.findings.push(finding);
                continue;
            }
            ids.insert(given.value.clone(), id);
            let registered = &mut self.arena[id];
            registered.span = given.span;
            registered.id = Some(given.value);
            registered.linked = true;
        }
    }

    /// What a reference leads to; reports one that leads nowhere.
    fn resolve_pending(
        &mut self,
        pending: &Pending,
        ids: &Ids,
        context: &mut ResolveContext<'_>,
    ) -> Option<Target> {
        match &pending.to {
            Destination::Place(kind, id) => {
                let found = self.by_id.get(kind).and_then(|ids| ids.get(id));
                if let Some(&found) = found {
                    let of = Referent::Place(*kind, id.clone());
                    context.usages.push(Usage {
                        span: pending.span,
                        of,
                    });
                    return Some(self.target(found));
                }
                if let Some(lost) = context.unreadable.at(Collection::Texts) {
                    context.skip(lost);
                    return None;
                }
                let known = self.names.entry(*kind).or_insert_with(|| {
                    let ids = self.by_id.get(kind).into_iter().flat_map(BTreeMap::keys);
                    ids.map(String::as_str).collect()
                });
                let finding =
                    rules::unknown_reference::finding(pending.span, kind.name(), id, known);
                context.findings.push(finding);
                None
            }
            Destination::File {
                path,
                heading,
                written,
            } => self.file(
                pending.span,
                path,
                heading.as_deref(),
                written,
                ids,
                context,
            ),
        }
    }

    fn file(
        &mut self,
        span: Span,
        path: &str,
        heading: Option<&str>,
        written: &str,
        ids: &Ids,
        context: &mut ResolveContext<'_>,
    ) -> Option<Target> {
        let own = context.tree.get(span.file)?;
        let folder = own.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = match path {
            "" => Some(own.path.clone()),
            path => normalise(folder, path),
        };
        let found = path.and_then(|path| context.tree.find(&path));
        let owner = found.and_then(|(index, file)| Some((index, owner(&file.role, ids)?)));
        // A heading of the own file is called by no path.
        if let (Some((_, file)), Some(_)) = (found, owner)
            && !written.starts_with('#')
        {
            let of = Referent::File(file.path.clone());
            context.usages.push(Usage { span, of });
        }
        let Some((index, owner)) = owner else {
            if let Some(lost) = context.unreadable.at(Collection::Texts) {
                context.skip(lost);
            } else {
                context
                    .findings
                    .push(rules::unknown_link::file(span, written));
            }
            return None;
        };
        let Some(heading) = heading.filter(|heading| !heading.is_empty()) else {
            return Some(owner);
        };
        let slugs = self.by_slug.get(&index);
        let headings = self.by_id.get(&PlaceKind::Heading);
        let here = |id: &&Id<Place>| self.arena[**id].span.file == index;
        let found = headings
            .and_then(|ids| ids.get(heading))
            .filter(here)
            .or_else(|| slugs.and_then(|slugs| slugs.get(heading)));
        let Some(&found) = found else {
            let known: NameIndex = slugs
                .into_iter()
                .flat_map(BTreeMap::keys)
                .map(String::as_str)
                .collect();
            let kind = PlaceKind::Heading.name();
            let finding = rules::unknown_reference::finding(span, kind, heading, &known);
            context.findings.push(finding);
            return None;
        };
        self.arena[found].linked = true;
        Some(self.target(found))
    }

    fn target(&self, id: Id<Place>) -> Target {
        self.arena[id].stands_for.unwrap_or(Target::Place(id))
    }
}

/// The entry that a file belongs to.
fn owner(role: &Role, ids: &Ids) -> Option<Target> {
    let EntryRef { kind, id } = EntryRef::of_file(role)?;
    ids.get(kind.reference()?, &id)
}

impl Resolver<'_> {
    /// Settles the references that had to wait for all texts.
    pub(super) fn resolve_pending_places(&mut self) {
        let chapters = self.chapters.values_mut().map(|one| &mut one.narrative);
        let pillars = self.pillars.values_mut().flat_map(|one| &mut one.narrative);
        let opds = self.opds.values_mut().flat_map(|one| &mut one.narrative);
        let programs = self.programs.values_mut();
        let programs = programs.flat_map(|one| &mut one.narrative);
        for narrative in chapters.chain(pillars).chain(opds).chain(programs) {
            let pending = std::mem::take(&mut narrative.pending);
            if pending.is_empty() {
                continue;
            }
            for link in pending {
                let settled = self
                    .places
                    .resolve_pending(&link, &self.ids, &mut self.context);
                if let Some(target) = settled {
                    narrative.targets.insert(link.node, target);
                    narrative.links.push((link.span, target));
                }
            }
            narrative.links.sort_by_key(|(span, _)| span.start());
        }
    }
}
