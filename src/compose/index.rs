//! Indexes: where to find a programme by what it is about.

use std::collections::BTreeMap;

use super::tree::{Content, Flow};
use super::view::Table;
use super::{Composer, table};
use crate::model::FundingSource;
use crate::resolve::{Id, Program, Target};

impl Composer<'_> {
    /// The annex with all indexes; an index without entries is left out.
    pub(super) fn index(&self) -> Flow {
        let mut blocks = Flow::default();
        if self.plan.programs.iter().next().is_some() {
            let title = self.words.get("book-programmes-by-title");
            blocks.push(self.section(2, title, None));
            blocks.push(self.numbered(self.by_title(), title));
        }
        let indexes = [
            (self.words.get("book-programmes-by-code"), self.by_code()),
            (
                self.words.get("book-programmes-by-source-of-funds"),
                self.by_source(),
            ),
        ];
        for (title, entries) in indexes {
            if entries.is_empty() {
                continue;
            }
            blocks.push(self.section(2, title, None));
            let columns = vec![
                table::text(self.words.get("book-index-key"), 1),
                table::text(self.words.get("book-programmes"), 3),
            ];
            let rows = entries
                .into_iter()
                .map(|(name, programs)| {
                    let programs = programs.into_iter().map(|id| self.program_reference(id));
                    table::plain(vec![Content::text(&name), Content::join(programs, ", ")])
                })
                .collect();
            blocks.push(self.numbered(table::bare(columns, rows), title));
        }
        blocks
    }

    /// All programmes in the order of the alphabet, each with its page.
    fn by_title(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-programme"), 5),
            table::text(self.words.get("book-number"), 2),
            table::text(self.words.get("book-opd"), 2),
        ];
        let plan = self.plan;
        let mut programs: Vec<Id<Program>> = plan.programs.iter().map(|(id, _)| id).collect();
        programs.sort_by_cached_key(|id| {
            let title = plan.programs[*id].file.title.value.to_lowercase();
            (title, plan.program_number(*id))
        });
        let rows = programs.into_iter().map(|id| {
            let program = &plan.programs[id];
            let target = Target::Program(id);
            let number = self.program_reference(id).then(self.page(target));
            let opd = &plan.opds[program.opd].file.abbreviation;
            let cells = vec![
                self.link_as(target, &program.file.title),
                number,
                self.link_as(Target::Opd(program.opd), opd),
            ];
            self.row(self.origin(target), cells)
        });
        table::bare(columns, rows.collect())
    }

    fn by_code(&self) -> Vec<(String, Vec<Id<Program>>)> {
        let mut codes: BTreeMap<String, Vec<Id<Program>>> = BTreeMap::new();
        for (id, program) in self.plan.programs.iter() {
            let own = program.file.code.iter();
            for code in own.chain(program.file.activity_codes()) {
                let programs = codes.entry(code.value.clone()).or_default();
                if programs.last() != Some(&id) {
                    programs.push(id);
                }
            }
        }
        codes.into_iter().collect()
    }

    fn by_source(&self) -> Vec<(String, Vec<Id<Program>>)> {
        FundingSource::ALL
            .iter()
            .map(|source| {
                let funded = self.programs_where(|program| {
                    let mut lines = program.file.lines();
                    lines.any(|line| line.source.value == *source)
                });
                (
                    self.words.named("book-fund", source.word()).to_owned(),
                    funded,
                )
            })
            .filter(|(_, programs)| !programs.is_empty())
            .collect()
    }
}
