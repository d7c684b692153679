//! Third pass: narrative, which may refer to anything.

use super::lookup::Lookup;
use super::{Chapter, Narrative, Resolver, ids_of, narrative};
use crate::finding::{Findings, rules};
use crate::model::{Entries, Kind};
use crate::source::{FileIndex, Span};

impl Resolver<'_> {
    pub(super) fn narratives(&mut self, entries: &Entries) {
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
                None => self
                    .judge
                    .findings
                    .push(rules::chapter_without_title::found(Span::file(
                        narrative.file,
                    ))),
            }
            self.chapters[id].narrative = narrative;
        }
        for (id, files) in &entries.pillar_narrative {
            let texts: Vec<Narrative> = files.iter().map(|&file| self.narrative(file)).collect();
            match self.ids.pillars.get(id) {
                Some(pillar) => self.pillars[pillar].narrative = texts,
                None if self.ids.pillars.contains(id) => {}
                None => self.stray(files, &format!("pillars/{id}/pillar.toml")),
            }
        }
        for (id, files) in &entries.opd_narrative {
            let texts: Vec<Narrative> = files.iter().map(|&file| self.narrative(file)).collect();
            match self.ids.opds.get(id) {
                Some(opd) => self.opds[opd].narrative = texts,
                None if self.ids.opds.contains(id) => {}
                None => self.stray(files, &format!("opd/{id}/opd.toml")),
            }
        }
        for (id, files) in &entries.program_narrative {
            let texts: Vec<Narrative> = files.iter().map(|&file| self.narrative(file)).collect();
            match self.ids.programs.get(id) {
                Some(program) => self.programs[program].narrative = texts,
                None if self.ids.programs.contains(id) => {}
                None => self.stray(files, &format!("{id}.toml")),
            }
        }
    }

    fn stray(&mut self, files: &[FileIndex], missing: &str) {
        for &file in files {
            let span = Span::file(file);
            let finding = rules::missing_file::beside_text(span, missing.to_owned());
            self.judge.findings.push(finding);
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
}
