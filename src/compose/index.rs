//! Indexes: where to find a programme by what it is about.

use std::collections::BTreeMap;

use super::tree::{Content, Flow};
use super::{Composer, table};
use crate::model::FundingSource;
use crate::resolve::{Id, Program};

impl Composer<'_> {
    /// The annex with all indexes; an index without entries is left out.
    pub(super) fn index(&self) -> Flow {
        let indexes = [
            (self.words.get("book-programmes-by-agency"), self.by_opd()),
            (
                self.words.get("book-programmes-by-district"),
                self.by_district(),
            ),
            (self.words.get("book-programmes-by-code"), self.by_code()),
            (
                self.words.get("book-programmes-by-source-of-funds"),
                self.by_source(),
            ),
        ];
        let mut blocks = Flow::default();
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

    fn by_opd(&self) -> Vec<(String, Vec<Id<Program>>)> {
        let opds = self.plan.opds.values();
        opds.filter(|opd| !opd.programs.is_empty())
            .map(|opd| (opd.file.name.value.clone(), opd.programs.clone()))
            .collect()
    }

    fn by_district(&self) -> Vec<(String, Vec<Id<Program>>)> {
        let districts = self.plan.districts.iter();
        districts
            .map(|(id, entry)| {
                let here = self.programs_where(|program| program.districts.contains(&id));
                (entry.name.value.clone(), here)
            })
            .filter(|(_, programs)| !programs.is_empty())
            .collect()
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
                    let mut lines = program.file.budget.iter();
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
