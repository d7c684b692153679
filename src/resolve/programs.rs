//! Programmes: their OPD, pillar, dimension and number.

use super::lookup::Lookup;
use super::{Dimension, Id, Opd, Pillar, Program, Resolver};
use crate::finding::{Findings, rules};
use crate::language::message;
use crate::model;
use crate::model::Kind;
use crate::source::{Span, Spanned};

impl Resolver<'_> {
    pub(super) fn programs(&mut self, files: Vec<model::NamedProgram>) {
        let mut placed = Vec::new();
        for model::NamedProgram { opd, program } in files {
            let span = Span::file(program.file);
            let folder = self.opd_of(&opd, span);
            let Some(file) = program.entry else {
                self.lost.programs = true;
                continue;
            };
            let pillar = self
                .ids
                .pillars
                .find(&file.pillar, file.pillar.span, &mut self.judge);
            let dimension =
                self.ids
                    .dimensions
                    .find(&file.dimension, file.dimension.span, &mut self.judge);
            let (Some(opd), Some(pillar), Some(dimension)) = (folder, pillar, dimension) else {
                // The other references are still worth judging.
                self.lost.programs = true;
                self.judge_references(&file);
                continue;
            };
            if self.dimensions[dimension].pillar != pillar {
                self.foreign_dimension(&file, pillar, dimension);
            }
            placed.push((pillar, file.number.value, program.id, opd, dimension, file));
        }
        placed.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));

        let mut last: Option<(Id<Pillar>, Spanned<u32>)> = None;
        let mut ids = Lookup::new(Kind::Program);
        for (pillar, _, id, opd, dimension, file) in placed {
            let number = file.number.clone();
            self.check_number(pillar, &number, last.as_ref());
            last = Some((pillar, number));
            let span = file.span;
            let index = self.programs.push(Program {
                id: id.clone(),
                file,
                opd,
                pillar,
                dimension,
                also: Vec::new(),
                partners: Vec::new(),
                supports: Vec::new(),
                answers: Vec::new(),
                depends_on: Vec::new(),
                districts: Vec::new(),
                laws: Vec::new(),
                narrative: Vec::new(),
            });
            // Duplicates have been reported when the ids were registered.
            if self.ids.programs.span(&id) == Some(span) {
                ids.insert(&id, span, Some(index), &mut Findings::default());
            }
            self.pillars[pillar].programs.push(index);
            self.opds[opd].programs.push(index);
        }
        self.ids.programs.adopt(ids);
    }

    fn opd_of(&mut self, opd: &str, span: Span) -> Option<Id<Opd>> {
        if !self.ids.opds.contains(opd) {
            self.judge
                .findings
                .push(rules::missing_file::opd(span, opd));
            // Once is enough for all programmes of the folder.
            self.ids.opds.insert(opd, span, None, self.judge.findings);
        }
        self.ids.opds.get(opd)
    }

    fn foreign_dimension(
        &mut self,
        file: &model::ProgramFile,
        pillar: Id<Pillar>,
        dimension: Id<Dimension>,
    ) {
        let found = &self.dimensions[dimension];
        let owner = &self.pillars[found.pillar];
        let own: Vec<&str> = self.pillars[pillar]
            .dimensions
            .iter()
            .map(|&id| self.dimensions[id].entry.id.value.as_str())
            .collect();
        self.judge.findings.push(rules::foreign_dimension::found(
            file.dimension.span,
            found.entry.id.span,
            &file.dimension,
            &owner.id,
            &file.pillar,
            &own,
        ));
    }

    fn check_number(
        &mut self,
        pillar: Id<Pillar>,
        number: &Spanned<u32>,
        last: Option<&(Id<Pillar>, Spanned<u32>)>,
    ) {
        if !(1..=999).contains(&number.value) {
            self.judge.findings.push(
                rules::invalid_value::found(number.span, message!("invalid-value.number"))
                    .hint(message!("duplicate-number.hint")),
            );
        }
        if let Some((other, first)) = last
            && *other == pillar
            && first.value == number.value
        {
            let code = &self.pillars[pillar].file.code.value;
            self.judge.findings.push(rules::duplicate_number::found(
                number.span,
                first.span,
                &format!("{code}-{:02}", number.value),
            ));
        }
    }
}
