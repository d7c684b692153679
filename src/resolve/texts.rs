//! Third pass: narrative, which may refer to anything.

use std::collections::BTreeSet;

use super::lookup::{Judge, Lookup};
use super::{Chapter, Narrative, Resolver, ids_of, narrative};
use crate::finding::{Findings, rules};
use crate::model::{Entries, Kind};
use crate::source::{FileIndex, Span};

impl Resolver<'_> {
    pub(super) fn narratives(&mut self, entries: &Entries, beside: &[(String, String)]) {
        // Chapters first, and their ids with them, since any text may refer to
        // any chapter; the text is read once all are known.
        let mut ids = Lookup::new(Kind::Chapter);
        for (id, file) in &entries.chapters {
            if self.ids.chapters.is_other_spelling(id) {
                continue;
            }
            let index = self.chapters.push(Chapter {
                id: id.clone(),
                title: String::new(),
                narrative: Narrative::empty(*file),
            });
            ids.insert(id, Span::file(*file), Some(index), &mut Findings::default());
        }
        self.ids.chapters.adopt(ids);
        for id in ids_of(&self.chapters) {
            let file = self.chapters[id].narrative.file;
            let Some(narrative) = self.narrative(file) else {
                continue;
            };
            match &narrative.title {
                Some(title) => self.chapters[id].title = title.clone(),
                None => {
                    let finding = rules::chapter_without_title::found(Span::file(file));
                    self.judge.findings.push(finding);
                }
            }
            self.chapters[id].narrative = narrative;
        }
        for (id, files) in &entries.pillar_narrative {
            let texts = self.texts(files);
            match self.ids.pillars.get(id) {
                Some(pillar) => self.pillars[pillar].narrative = texts,
                None if self.is_there(Kind::Pillar, id) => {}
                None => self.stray(files, &format!("pillars/{id}/pillar.toml")),
            }
        }
        for (id, files) in &entries.opd_narrative {
            let texts = self.texts(files);
            match self.ids.opds.get(id) {
                Some(opd) => self.opds[opd].narrative = texts,
                None if self.is_there(Kind::Opd, id) => {}
                None => self.stray(files, &format!("opd/{id}/opd.toml")),
            }
        }
        // A text belongs to the entry that lies beside it.
        let beside: BTreeSet<(&str, &str)> =
            beside.iter().map(|(opd, id)| (&**opd, &**id)).collect();
        for ((opd, id), file) in &entries.program_narrative {
            let texts = self.texts(&[*file]);
            if !beside.contains(&(opd, id)) {
                self.stray(&[*file], &format!("opd/{opd}/programs/{id}.toml"));
                continue;
            }
            let program = self.ids.programs.get(id);
            let program = program.filter(|program| {
                let program = &self.programs[*program];
                self.opds[program.opd].id == *opd
            });
            if let Some(program) = program {
                self.programs[program].narrative = texts;
            }
        }
    }

    /// Whether an entry is there or may have been lost.
    fn is_there(&self, kind: Kind, id: &str) -> bool {
        let known = match kind {
            Kind::Pillar => self.ids.pillars.contains(id),
            _ => self.ids.opds.contains(id),
        };
        known || self.judge.lost.id_at(kind).is_some()
    }

    fn texts(&mut self, files: &[FileIndex]) -> Vec<Narrative> {
        let files = files.iter();
        files
            .map(|&file| {
                self.narrative(file)
                    .unwrap_or_else(|| Narrative::empty(file))
            })
            .collect()
    }

    fn stray(&mut self, files: &[FileIndex], missing: &str) {
        for &file in files {
            let span = Span::file(file);
            let finding = rules::missing_file::beside_text(span, missing.to_owned());
            self.judge.findings.push(finding);
        }
    }

    /// A text with every link settled; nothing if it could not be read.
    fn narrative(&mut self, index: FileIndex) -> Option<Narrative> {
        let Self { ids, judge, .. } = self;
        let file = judge.tree.get(index).filter(|file| file.readable)?;
        let mut resolve =
            |kind, id: &str, span, judge: &mut Judge<'_>| ids.target(kind, id, span, judge);
        Some(narrative::read(index, file, judge, &mut resolve))
    }
}
