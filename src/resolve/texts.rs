//! Third pass: narrative, which may refer to anything.

use std::collections::BTreeSet;

use super::{Chapter, Narrative, Resolver, Target, ids_of, narrative};
use crate::model::rules::missing_file;
use crate::model::{Entries, EntryRef, Kind};
use crate::resolve::rules;
use crate::source::{FileIndex, Role, Span};

impl Resolver<'_> {
    pub(super) fn narratives(&mut self, entries: &Entries) {
        // Chapters first, and their ids with them, since any text may refer to
        // any chapter; the text is read once all are known.
        for (id, file) in &entries.chapters {
            if self.ids.chapters.is_other_spelling(id) {
                continue;
            }
            let index = self.chapters.push(Chapter {
                id: id.clone(),
                title: String::new(),
                narrative: Narrative::empty(*file),
            });
            self.ids.chapters.fill(id, Span::file(*file), index);
        }
        for id in ids_of(&self.chapters) {
            let file = self.chapters[id].narrative.file;
            let Some(narrative) = self.narrative(file, Some(Target::Chapter(id))) else {
                continue;
            };
            let front = &narrative.front;
            let title = front.title.as_ref().map(|title| &title.value);
            match title.or(narrative.title.as_ref()) {
                Some(title) => self.chapters[id].title = title.clone(),
                None if front.invalid_keys.contains("title") => {}
                None => {
                    let finding = rules::chapter_without_title::finding(Span::file(file));
                    self.context.findings.push(finding);
                }
            }
            self.chapters[id].narrative = narrative;
        }
        for (id, files) in &entries.pillar_narrative {
            let pillar = self.ids.pillars.get(id);
            let texts = self.texts(files, pillar.map(Target::Pillar));
            match pillar {
                Some(pillar) => self.pillars[pillar].narrative = texts,
                None if self.is_there(Kind::Pillar, id) => {}
                None => self.stray(files, &format!("pillars/{id}/pillar.toml")),
            }
        }
        for (id, files) in &entries.opd_narrative {
            let opd = self.ids.opds.get(id);
            let texts = self.texts(files, opd.map(Target::Opd));
            match opd {
                Some(opd) => self.opds[opd].narrative = texts,
                None if self.is_there(Kind::Opd, id) => {}
                None => self.stray(files, &format!("opd/{id}/opd.toml")),
            }
        }
        // A text belongs to the entry that lies beside it.
        let tree = self.context.tree;
        let beside = tree.iter().filter_map(|(_, file)| {
            let Role::Program { opd, id } = &file.role else {
                return None;
            };
            Some((opd.as_str(), id.as_str()))
        });
        let beside: BTreeSet<(&str, &str)> = beside.collect();
        for ((opd, id), file) in &entries.program_narrative {
            let called = self
                .ids
                .programs
                .meant(id)
                .filter(|_| !beside.contains(&(opd, id)));
            let called = called.filter(|called| beside.contains(&(opd, called)));
            let id = &match called {
                Some(called) => {
                    let called = called.to_owned();
                    self.context
                        .rename(EntryRef::new(Kind::Program, &called), id);
                    called
                }
                None => id.clone(),
            };
            let program = self.ids.programs.get(id);
            let program = program.filter(|program| {
                let program = &self.programs[*program];
                beside.contains(&(opd, id)) && self.opds[program.opd].id == *opd
            });
            let texts = self.texts(&[*file], program.map(Target::Program));
            if !beside.contains(&(opd, id)) {
                self.stray(&[*file], &format!("opd/{opd}/programs/{id}.toml"));
                continue;
            }
            if let Some(program) = program {
                self.programs[program].narrative = texts;
            }
        }
    }

    /// Whether an entry is there or may have been lost.
    fn is_there(&self, kind: Kind, id: &str) -> bool {
        let known = if kind == Kind::Pillar {
            self.ids.pillars.contains(id)
        } else {
            self.ids.opds.contains(id)
        };
        known || self.context.unreadable.id_at(kind).is_some()
    }

    /// The texts of `owner`; of nobody if that is not there.
    fn texts(&mut self, files: &[FileIndex], owner: Option<Target>) -> Vec<Narrative> {
        let files = files.iter();
        files
            .map(|&file| {
                self.narrative(file, owner)
                    .unwrap_or_else(|| Narrative::empty(file))
            })
            .collect()
    }

    fn stray(&mut self, files: &[FileIndex], missing: &str) {
        for &file in files {
            let span = Span::file(file);
            let finding = missing_file::beside_text(span, missing.to_owned());
            self.context.findings.push(finding);
        }
    }

    /// A text of `owner` with every link settled that need not wait for other
    /// texts; `None` if it could not be read.
    fn narrative(&mut self, index: FileIndex, owner: Option<Target>) -> Option<Narrative> {
        let Self {
            ids,
            context,
            places,
            phases,
            ..
        } = self;
        if context.unreadable.unjudged.contains(&index) {
            return None;
        }
        let file = context.tree.get(index)?;
        let mut narrative = narrative::read(index, file, context, phases.as_deref(), ids);
        if let Some(owner) = owner {
            places.register(&mut narrative, owner, context);
        }
        Some(narrative)
    }
}
