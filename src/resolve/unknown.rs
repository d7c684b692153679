//! References that lead to nothing, once all entries are known: many of them give the name
//! of an entry where its id is wanted.

use std::collections::BTreeMap;

use super::{Lookup, Resolver};
use crate::finding::{Finding, NameIndex, offer};
use crate::model::rules::invalid_value;
use crate::model::{EntryRef, Kind, Remark, Untyped, customary, indonesian, is_id, quoted};
use crate::resolve::rules;
use crate::slice::slice;
use crate::source::Span;

/// A reference to an entry that does not exist.
pub struct Unknown {
    /// Where it stands.
    pub span: Span,
    /// The kind of entry.
    pub kind: Kind,
    /// What stands in place of an id.
    pub text: String,
    /// The ids that there are.
    pub known: NameIndex,
}

/// Ids with what their entries are called.
pub(crate) type Called = Vec<(String, Vec<String>)>;

/// What malformed ids are to be.
pub type Meant = BTreeMap<EntryRef, String>;

impl Resolver<'_> {
    /// Reports the references that lead to nothing; `meant` says what malformed ids are to be.
    pub(super) fn report_unknown(&mut self, meant: &Meant) {
        for unknown in std::mem::take(&mut self.context.unknown) {
            let finding = self.unknown(unknown, meant);
            self.context.findings.push(finding);
        }
        for untyped in std::mem::take(&mut self.context.untyped) {
            let finding = self.untyped(&untyped, meant);
            self.context.findings.push(finding);
        }
        self.report_misread(meant);
    }

    fn unknown(&self, unknown: Unknown, meant: &Meant) -> Finding {
        let Unknown {
            span,
            kind,
            text,
            known,
        } = unknown;
        let finding = rules::unknown_reference::finding(span, kind.name(), &text, &known);
        if is_nothing(&text) {
            return finding.hint(Remark::Nothing.message());
        }
        let names = self.well_named(kind, meant);
        match called(&names, &text).as_slice() {
            [] => match nearest(&names, &text) {
                Some((id, name)) => finding.hint(rules::unknown_reference::like(id, name)),
                None => finding,
            },
            [only] => {
                let value = self.replacement(span, kind, &text, only);
                let whole = value.as_deref().filter(|value| value.contains(':'));
                let hint = match whole {
                    Some(value) if text.trim() == *only => offer::write(value),
                    whole => rules::unknown_reference::named(kind.name(), whole.unwrap_or(only)),
                };
                let finding = finding.hint(hint);
                match value {
                    Some(value) => finding.respell(span, value),
                    None => finding,
                }
            }
            several => finding.hint(rules::unknown_reference::one_of(several)),
        }
    }

    /// What to write in place of a string of TOML that holds a reference; `None` of another
    /// text, such as a link.
    fn replacement(&self, span: Span, kind: Kind, text: &str, id: &str) -> Option<String> {
        let file = self.context.tree.get(span.file)?;
        let written = slice(&file.text, span.range());
        let inside = written.trim_matches(['"', '\'']);
        if inside.len() == written.len() {
            return None;
        }
        match inside.strip_suffix(text)? {
            "" => Some(quoted(id)),
            before => {
                (before == format!("{}:", kind.word())).then(|| quoted(&format!("{before}{id}")))
            }
        }
    }

    fn untyped(&self, untyped: &Untyped, meant: &Meant) -> Finding {
        let kinds = untyped.kinds();
        let mut found: Vec<String> = Vec::new();
        let mut all: Vec<String> = Vec::new();
        for kind in kinds {
            let names = self.well_named(*kind, meant);
            let reference = |id: &str| format!("{}:{id}", kind.word());
            found.extend(called(&names, &untyped.text).iter().map(|id| reference(id)));
            all.extend(names.iter().map(|(id, _)| reference(id)));
        }
        let finding = invalid_value::untyped(untyped.span, &untyped.text);
        if is_nothing(&untyped.text) {
            return finding.hint(Remark::Nothing.message());
        }
        let lost = kinds
            .iter()
            .any(|kind| self.context.unreadable.id_at(*kind).is_some());
        match found.as_slice() {
            [] if lost => finding,
            [] => {
                let like = |reference: &&String| {
                    let id = reference.split_once(':').map_or("", |(_, id)| id);
                    [id].into_iter()
                        .collect::<NameIndex>()
                        .nearest(&untyped.text)
                        .is_some()
                };
                let like: Vec<&str> = all.iter().filter(like).map(String::as_str).collect();
                invalid_value::like(finding, &like, &all)
            }
            [only] if !lost => invalid_value::typed(finding, untyped.span, only),
            several => {
                let several: Vec<&str> = several.iter().map(String::as_str).collect();
                invalid_value::like(finding, &several, &all)
            }
        }
    }

    /// The same with only well-formed ids: those that are meant by malformed ones.
    pub(super) fn well_named(&self, kind: Kind, meant: &Meant) -> Called {
        let names = self.names(kind).into_iter();
        let well = names.filter_map(|(id, names)| {
            if is_id(&id) {
                Some((id, names))
            } else {
                Some((meant.get(&EntryRef::new(kind, &id))?.clone(), names))
            }
        });
        well.collect()
    }

    /// Every id of a kind and what its entry is called.
    pub(super) fn names(&self, kind: Kind) -> Called {
        let text = |text: &str| vec![text.to_owned()];
        match kind {
            Kind::Program => {
                let programs = self.programs.values();
                let names = programs.map(|program| {
                    let code = &self.pillars[program.pillar].file.code.value;
                    let number = format!("{code}-{:02}", program.file.number.value);
                    (
                        program.id.clone(),
                        vec![program.file.title.value.clone(), number],
                    )
                });
                with_ids(names, &self.ids.programs)
            }
            Kind::Opd => {
                let names = self.opds.values().map(|opd| {
                    let file = &opd.file;
                    let names = vec![file.name.value.clone(), file.abbreviation.value.clone()];
                    (opd.id.clone(), names)
                });
                with_ids(names, &self.ids.opds)
            }
            Kind::Pillar => {
                let names = self.pillars.values().map(|pillar| {
                    let file = &pillar.file;
                    let subtitle = file.subtitle.as_ref().map(|text| text.value.clone());
                    let names = [file.name.value.clone(), file.code.value.clone()];
                    (
                        pillar.id.clone(),
                        names.into_iter().chain(subtitle).collect(),
                    )
                });
                with_ids(names, &self.ids.pillars)
            }
            Kind::Dimension => {
                let entries = self.dimensions.values().map(|dimension| &dimension.entry);
                let names = entries.map(|entry| (entry.id.value.clone(), text(&entry.name)));
                with_ids(names, &self.ids.dimensions)
            }
            Kind::Policy => {
                let entries = self.policies.values().map(|policy| &policy.entry);
                let names = entries.map(|entry| (entry.id.value.clone(), text(&entry.text)));
                with_ids(names, &self.ids.policies)
            }
            Kind::Mission => {
                let entries = self.missions.values();
                let names = entries.map(|entry| (entry.id.value.clone(), text(&entry.text)));
                with_ids(names, &self.ids.missions)
            }
            Kind::Goal => {
                let entries = self.goals.values().map(|goal| &goal.entry);
                let names = entries.map(|entry| (entry.id.value.clone(), text(&entry.text)));
                with_ids(names, &self.ids.goals)
            }
            Kind::Priority => {
                let entries = self.priorities.values();
                let names = entries.map(|entry| (entry.id.value.clone(), text(&entry.text)));
                with_ids(names, &self.ids.priorities)
            }
            Kind::Need => {
                let entries = self.needs.values().map(|need| &need.entry);
                let names = entries.map(|entry| (entry.id.value.clone(), text(&entry.text)));
                with_ids(names, &self.ids.needs)
            }
            Kind::Law => {
                let laws = self.laws.values().map(|law| &law.entry);
                let names = laws.map(|law| {
                    let (kind, number) = (law.kind.value.word(), &law.number.value);
                    let year = law.year.value;
                    let cited = ["", "nomor ", "no "].into_iter().flat_map(|word| {
                        ["tahun ", ""].map(|of| format!("{kind} {word}{number} {of}{year}"))
                    });
                    let names = cited.chain([law.title.value.clone()]).collect();
                    (law.id.value.clone(), names)
                });
                with_ids(names, &self.ids.laws)
            }
            Kind::District => {
                let entries = self.districts.values();
                let names = entries.map(|entry| {
                    let names = vec![
                        entry.name.value.clone(),
                        format!("Kecamatan {}", *entry.name),
                    ];
                    (entry.id.value.clone(), names)
                });
                with_ids(names, &self.ids.districts)
            }
            Kind::Stakeholder => {
                let entries = self.stakeholders.values();
                let names = entries.map(|entry| (entry.id.value.clone(), text(&entry.name)));
                with_ids(names, &self.ids.stakeholders)
            }
            Kind::Proposal => {
                let proposals = self.proposals.values();
                let names = proposals.map(|one| (one.id.clone(), text(&one.file.title)));
                with_ids(names, &self.ids.proposals)
            }
            Kind::Chapter => {
                let chapters = self.chapters.values();
                let names = chapters.map(|one| (one.id.clone(), text(&one.title)));
                with_ids(names, &self.ids.chapters)
            }
        }
    }
}

/// Whether a text says that there is no entry: `-`. A letter may be an id.
fn is_nothing(text: &str) -> bool {
    let letter = text.chars().count() == 1 && text.chars().all(char::is_alphanumeric);
    !letter && customary::is_nothing(text)
}

/// Ids of entries that could be read, with their names, and the other ids.
fn with_ids<T>(names: impl Iterator<Item = (String, Vec<String>)>, ids: &Lookup<T>) -> Called {
    let mut called: Called = names.collect();
    for id in ids.names().iter() {
        if !called.iter().any(|(known, _)| known == id) {
            called.push((id.to_owned(), Vec::new()));
        }
    }
    called
}

/// The ids of entries that are called so.
pub(crate) fn called<'c>(names: &'c Called, text: &str) -> Vec<&'c str> {
    let wanted = indonesian::plain(text);
    let mut found: Vec<&str> = names
        .iter()
        .filter(|(id, names)| {
            let mut names = names.iter().map(|name| indonesian::plain(name));
            !wanted.is_empty() && (indonesian::plain(id) == wanted || names.any(|n| n == wanted))
        })
        .map(|(id, _)| id.as_str())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The entry whose name is most like a text that is no id.
fn nearest<'c>(names: &'c Called, text: &str) -> Option<(&'c str, &'c str)> {
    if !text.contains(' ') {
        return None;
    }
    let all = names.iter().flat_map(|(_, names)| names);
    let all: NameIndex = all.map(String::as_str).collect();
    let proposed = all.proposed(text);
    let [name] = proposed.as_slice() else {
        return None;
    };
    let (id, names) = names
        .iter()
        .find(|(_, names)| names.iter().any(|one| one == name))?;
    let name = names.iter().find(|one| one == name)?;
    Some((id, name))
}
