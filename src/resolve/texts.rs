//! Third pass: narrative, which may refer to anything.

use super::lookup::Lookup;
use super::{Chapter, Narrative, Resolver, ids_of, narrative};
use crate::finding::{Finding, Findings, rules};
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
}
