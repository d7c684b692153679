//! Programmes: their OPD, pillar, dimension and number.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::lookup::Missing;
use super::{Dimension, Id, Opd, Pillar, Program, Resolver};
use crate::language::message;
use crate::model;
use crate::model::rules::{invalid_value, missing_file};
use crate::model::{Kind, PartialProgram, ProgramFile, UnplacedProgram};
use crate::resolve::rules;
use crate::source::{Span, Spanned};

/// Numbers that a pillar gives to its programmes.
pub(crate) const PROGRAM_NUMBERS: RangeInclusive<u32> = 1..=999;

/// A programme whose pillar is known, and which gets its place when all are.
struct Placed {
    pillar: Id<Pillar>,
    number: u32,
    id: String,
    opd: Id<Opd>,
    dimension: Id<Dimension>,
    file: Box<ProgramFile>,
}

impl Resolver<'_> {
    pub(super) fn programs(&mut self, files: Vec<model::NamedProgram>) {
        let mut placed: Vec<Placed> = Vec::new();
        for named in files {
            placed.extend(self.place(named));
        }
        placed.sort_by(|a, b| (a.pillar, a.number, &a.id).cmp(&(b.pillar, b.number, &b.id)));

        self.programs.reserve(placed.len());
        let mut last: Option<(Id<Pillar>, Spanned<u32>)> = None;
        for program in placed {
            let Placed {
                pillar, id, opd, ..
            } = program;
            let number = program.file.number.clone();
            self.check_number(pillar, &number, last.as_ref());
            last = Some((pillar, number));
            let span = program.file.span;
            let index = self.programs.push(Program {
                id,
                file: *program.file,
                opd,
                pillar,
                dimension: program.dimension,
                also: Vec::new(),
                partners: Vec::new(),
                supports: Vec::new(),
                answers: Vec::new(),
                depends_on: Vec::new(),
                districts: Vec::new(),
                laws: Vec::new(),
                spenders: BTreeMap::new(),
                places: BTreeMap::new(),
                narrative: Vec::new(),
            });
            // Duplicates have been reported when the ids were registered.
            self.ids
                .programs
                .fill(&self.programs[index].id, span, index);
            self.pillars[pillar].programs.push(index);
            self.opds[opd].programs.push(index);
            self.opds[opd].spends_in.push(index);
        }
        self.check_last_numbers();
    }

    /// Finds the place of a programme. One without a place is lost; its other
    /// references are judged all the same.
    fn place(&mut self, named: model::NamedProgram) -> Option<Placed> {
        let model::NamedProgram {
            opd: folder,
            id,
            file,
            entry,
        } = named;
        let span = Span::file(file);
        if self.ids.programs.is_other_spelling(&id) {
            return None;
        }
        let opd = self.opd_of(&folder, span);
        let mut file = match entry {
            Ok(file) => file,
            Err(partial) => {
                self.lose(folder, span, partial);
                return None;
            }
        };
        let (ids, context) = (&self.ids, &mut self.context);
        let pillar = ids.pillars.find(&file.pillar, file.pillar.span, context);
        let dimension = &file.dimension;
        let dimension = ids.dimensions.find(dimension, dimension.span, context);
        let (Ok(opd), Ok(pillar), Ok(dimension)) = (opd, pillar, dimension) else {
            let places = [
                (opd.err(), ids.opds.span(&folder), Kind::Opd),
                (pillar.err(), ids.pillars.span(&file.pillar), Kind::Pillar),
                (
                    dimension.err(),
                    ids.dimensions.span(&file.dimension),
                    Kind::Dimension,
                ),
            ];
            let lost = &self.context.unreadable;
            let because = places
                .into_iter()
                .find_map(|(missing, span, kind)| match missing? {
                    Missing::Unread => span,
                    Missing::Unknown => lost.id_at(kind),
                });
            let because = because.map(|because| Span::file(because.file));
            if let Some(because) = because {
                *self.unplaced.entry(because).or_default() += 1;
            }
            self.judge_references(&mut file);
            let mut partial = PartialProgram::from(&*file);
            // What leads to nothing was meant for something.
            if pillar == Err(Missing::Unknown) {
                partial.pillar = None;
            }
            if dimension == Err(Missing::Unknown) {
                partial.dimension = None;
            }
            self.lose(folder, because.unwrap_or(span), partial);
            return None;
        };
        if self.dimensions[dimension].pillar != pillar {
            self.foreign_dimension(&file, pillar, dimension);
        }
        Some(Placed {
            pillar,
            number: file.number.value,
            id,
            opd,
            dimension,
            file,
        })
    }

    fn lose(&mut self, opd: String, span: Span, partial: PartialProgram) {
        self.context.unreadable.programs.push(UnplacedProgram {
            opd: Some(opd),
            span,
            partial,
        });
    }

    /// The OPD of a folder. A folder without one is reported at its first
    /// programme.
    fn opd_of(&mut self, opd: &str, span: Span) -> Result<Id<Opd>, Missing> {
        let opds = &mut self.ids.opds;
        if opds.contains(opd) {
            return opds.get(opd).ok_or(Missing::Unread);
        }
        if !self.no_opd.contains(opd) && !self.context.may_be_lost(Kind::Opd) {
            let finding = missing_file::opd(span, opd);
            self.context.findings.push(finding);
            self.no_opd.insert(opd.to_owned());
        }
        Err(Missing::Unknown)
    }

    fn foreign_dimension(
        &mut self,
        file: &ProgramFile,
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
        self.context
            .findings
            .push(rules::foreign_dimension::finding(
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
        if !PROGRAM_NUMBERS.contains(&number.value) {
            self.context.findings.push(
                invalid_value::finding(number.span, message!("invalid-value.number"))
                    .hint(message!("duplicate-number.hint")),
            );
        }
        if let Some((other, first)) = last
            && *other == pillar
            && first.value == number.value
        {
            let code = &self.pillars[pillar].file.code.value;
            self.context.findings.push(rules::duplicate_number::finding(
                number.span,
                first.span,
                &format!("{code}-{:02}", number.value),
            ));
        }
    }

    /// The highest number ever given out cannot lie below one that is in use: it
    /// would be given out again.
    fn check_last_numbers(&mut self) {
        for pillar in self.pillars.values() {
            let numbers = pillar.programs.iter();
            let numbers = numbers.map(|id| &self.programs[*id].file.number);
            if let (Some(last), Some(highest)) = (
                &pillar.file.last_number,
                numbers.max_by_key(|one| one.value),
            ) && last.value < highest.value
            {
                let number = format!("{}-{:02}", pillar.file.code.value, highest.value);
                let finding = rules::stale_last_number::finding(
                    last.span,
                    highest.span,
                    &number,
                    highest.value,
                );
                self.context.findings.push(finding);
            }
        }
    }
}
