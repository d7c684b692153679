//! What residents are promised: programmes in their words, with what changes in numbers.

use std::cmp::Reverse;

use super::Composer;
use super::tree::{BlockKind, Content, Flow};
use super::view::{Promise, PromiseList, PromisedChange};
use crate::language::message;
use crate::model::{Indicator, IndicatorKind, Quantity, Status, Year};
use crate::resolve::{Id, Pillar, Program, Target};

/// Programmes that are told of all pillars together, and of one at least and at most.
const ALL: usize = 18;
const LEAST: usize = 2;
const MOST: usize = 6;

/// Programmes that are told on one page.
const GLANCE: usize = 6;

/// What is told of an indicator.
struct Told<'p> {
    indicator: &'p Indicator,
    year: Year,
    value: Quantity,
}

impl Composer<'_> {
    /// The chapter for residents: some programmes of each pillar.
    pub(super) fn promises(&self) -> Flow {
        let plan = self.plan;
        let pillars = plan.pillars.iter();
        let with_programs = pillars.filter(|(_, pillar)| !self.promised_in(pillar).is_empty());
        let pillars: Vec<Id<Pillar>> = with_programs.map(|(id, _)| id).collect();
        let mut blocks = Flow::default();
        if pillars.is_empty() {
            let none = self.words.get("book-promises-none");
            blocks.paragraph(none.into());
            return blocks;
        }
        let about = self.with_volume(self.words.get("book-promises-about").into());
        blocks.paragraph(self.prose(&about));
        let each = ALL.checked_div(pillars.len()).unwrap_or(LEAST);
        let each = each.clamp(LEAST, MOST);
        for id in pillars {
            let list = BlockKind::Promises(Box::new(self.promise_list(id, each)));
            blocks.push(list.at(plan.pillars[id].file.name.span.into()));
        }
        blocks
    }

    fn promise_list(&self, id: Id<Pillar>, each: usize) -> PromiseList {
        let pillar = &self.plan.pillars[id];
        let mut programs = self.promised_in(pillar);
        let others = programs.len().saturating_sub(each);
        programs.truncate(each);
        let file = &pillar.file;
        PromiseList {
            level: 2,
            number: None,
            title: Content::text(&file.name),
            label: Some(format!("promises:{}", pillar.id)),
            color: self.color(id),
            goal: file
                .goal
                .as_ref()
                .map(|goal| Content::text(goal).at(goal.span.into())),
            promises: programs.into_iter().map(|id| self.promise(id)).collect(),
            more: (others > 0).then(|| {
                let target = Target::Pillar(id);
                let more = self
                    .words
                    .say(&message!("book-promises-more", count = others));
                self.link_as(target, &more).then(self.page(target))
            }),
        }
    }

    /// The programmes of a pillar that residents are told of: those that the plan promises,
    /// then quick wins, then the others, each by number.
    pub(super) fn promised_in(&self, pillar: &Pillar) -> Vec<Id<Program>> {
        let programs = pillar.programs.iter().copied();
        let mut programs: Vec<Id<Program>> = programs.filter(|id| self.is_on(*id)).collect();
        programs.sort_by_key(|id| {
            let file = &self.plan.programs[*id].file;
            (!self.is_promised(*id), !file.quick_win.value)
        });
        programs
    }

    /// The programmes of the page that everybody reads: of each pillar the one that tells most,
    /// and others that the plan promises as long as there is room. A programme tells most if the
    /// plan promises it, or else the first of those whose target lies furthest ahead; one without
    /// numbers tells least.
    pub(super) fn most_telling(&self) -> Vec<Id<Program>> {
        let mut ranked = Vec::new();
        for pillar in self.plan.pillars.values() {
            let programs = pillar.programs.iter().copied();
            let told = programs.filter(|id| self.is_on(*id)).map(|id| {
                let telling = self.telling(id);
                let baseline = telling.as_ref().map(|it| it.indicator.baseline.is_some());
                let year = telling.map(|it| it.year);
                let rank = (self.is_promised(id), baseline, year);
                (Reverse(rank), id)
            });
            let mut told: Vec<_> = told.collect();
            told.sort();
            let told = told.into_iter().map(|(_, id)| id).enumerate();
            ranked.extend(
                told.filter_map(|(at, id)| match (at, self.is_promised(id)) {
                    (0, true) => Some((0, id)),
                    (0, false) => Some((1, id)),
                    (_, true) => Some((2, id)),
                    (_, false) => None,
                }),
            );
        }
        ranked.sort();
        let mut chosen: Vec<Id<Program>> = ranked.into_iter().map(|(_, id)| id).collect();
        chosen.truncate(GLANCE);
        chosen.sort();
        chosen
    }

    /// A programme in the words of residents, for a page that has room for few.
    pub(super) fn brief_promise(&self, id: Id<Program>) -> Promise {
        let summary = &self.plan.programs[id].file.summary;
        Promise {
            words: Content::text(first_sentence(summary)).at(summary.span.into()),
            ..self.promise(id)
        }
    }

    /// A programme in the words of residents.
    pub(super) fn promise(&self, id: Id<Program>) -> Promise {
        let plan = self.plan;
        let program = &plan.programs[id];
        let file = &program.file;
        let target = Target::Program(id);
        let years = self.span(Year(file.start.value.year()), Year(file.end.value.year()));
        let status = self.words.named("book-status", file.status.value.word());
        // The foot of every page says it of the whole plan.
        let is_example = file.example.value && !plan.file.example.value;
        let title = self.mark(&file.title, is_example);
        Promise {
            label: Some(self.label(target)),
            pillar: self.link(Target::Pillar(program.pillar)),
            color: self.color(program.pillar),
            program: self.link_as(target, &title).at(file.title.span.into()),
            reference: self.program_reference(id).then(self.page(target)),
            words: Content::text(&file.summary).at(file.summary.span.into()),
            change: self.telling(id).map(|told| self.change(&told)),
            opd: self.link(Target::Opd(program.opd)),
            period: format!("{years} ({})", status.to_lowercase()).into(),
            quick_win: file.quick_win.value,
        }
    }

    fn change(&self, told: &Told<'_>) -> PromisedChange {
        let indicator = told.indicator;
        let baseline = indicator.baseline.as_ref();
        let from = baseline.map(|one| self.quantity(Some(one.value.value)));
        PromisedChange {
            what: Content::text(&indicator.name).at(indicator.name.span.into()),
            from,
            from_year: baseline.map(|one| one.year.value.to_string().into()),
            to: self.quantity(Some(told.value)),
            to_year: told.year.to_string().into(),
            unit: Content::text(&indicator.unit),
        }
    }

    /// The indicator of a programme that residents are told, with its last target: the one that
    /// the plan promises, or else the first that says what changes for them.
    fn telling(&self, id: Id<Program>) -> Option<Told<'_>> {
        let indicators = &self.plan.programs[id].file.indicators;
        let promised = indicators.iter().find(|one| one.promise.value);
        let mut felt = indicators.iter();
        let felt = felt.find(|one| one.kind.value != IndicatorKind::Output);
        let indicator = promised.or(felt)?;
        let (year, value) = indicator.targets.iter().max_by_key(|(year, _)| *year)?;
        Some(Told {
            indicator,
            year,
            value: value.value,
        })
    }

    /// Whether the plan promises a programme to residents.
    fn is_promised(&self, id: Id<Program>) -> bool {
        let mut indicators = self.plan.programs[id].file.indicators.iter();
        indicators.any(|one| one.promise.value)
    }

    /// Whether a programme is to be carried out.
    pub(super) fn is_on(&self, id: Id<Program>) -> bool {
        match self.plan.programs[id].file.status.value {
            Status::Proposed | Status::Approved | Status::Running | Status::Done => true,
            Status::Postponed | Status::Cancelled => false,
        }
    }

    /// A sentence, and behind it which volume the numbers of programmes lead to where this one
    /// does not hold them.
    pub(super) fn with_volume(&self, sentence: String) -> String {
        let mut programs = self.plan.programs.iter();
        let volume = programs.find_map(|(id, _)| self.elsewhere(Target::Program(id)));
        match volume {
            Some(volume) => {
                let where_to = message!("book-numbers-in-volume", volume = volume);
                format!("{sentence} {}", self.words.say(&where_to))
            }
            None => sentence,
        }
    }
}

/// Letters of a word that is no abbreviation.
const WORD: usize = 4;

/// The first sentence of a text. What may be an abbreviation ends none.
fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(['.', '!', '?']);
    let mut ends = ends.map(|(at, sign)| text.split_at(at + sign.len()));
    let first = ends.find(|(sentence, rest)| {
        let letters = sentence.chars().rev().skip(1);
        let is_word = letters.take_while(|c| c.is_alphabetic()).count() >= WORD;
        let mut next = rest.chars();
        is_word && next.next() == Some(' ') && next.next().is_some_and(char::is_uppercase)
    });
    first.map_or(text, |(sentence, _)| sentence)
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn the_first_sentence_ends_behind_a_word() {
        for (text, wanted) in [
            ("Satu nomor cukup. Panggilan dijawab.", "Satu nomor cukup."),
            ("Satu nomor cukup", "Satu nomor cukup"),
            (
                "Menurut UU No. 5 Tahun 2014 warga didengar. Ya.",
                "Menurut UU No. 5 Tahun 2014 warga didengar.",
            ),
            (
                "Bersama dr. Siti di Jl. Pattimura. Ya.",
                "Bersama dr. Siti di Jl. Pattimura.",
            ),
            (
                "Harga naik 1.000 rupiah saja! Lalu turun.",
                "Harga naik 1.000 rupiah saja!",
            ),
            ("", ""),
        ] {
            assert_eq!(first_sentence(text), wanted);
        }
    }
}
