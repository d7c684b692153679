//! The action matrix of a plan whose programmes have sub activities, money or indicators of
//! activities: indicators with their targets, and money by source.

use super::Composer;
use super::matrix::YEARS_ACROSS;
use super::pivot_table::PivotTable;
use super::table;
use super::tree::{BlockKind, Content, Flow};
use super::view::{Column, Row};
use crate::language::message;
use crate::model::{ActivityRef, BudgetLine, FundingSource, Indicator, Year};
use crate::resolve::{Id, Opd, Pillar, Program, Target};
use crate::source::Span;

/// A programme or something in it, as rows begin with it.
struct Named<'p> {
    number: Content,
    name: Content,
    /// Who carries it out, and where.
    by: Content,
    span: Span,
    program: &'p Program,
    indicators: Vec<&'p Indicator>,
    lines: Vec<&'p BudgetLine>,
}

/// Where money comes from, who spends it if that is another OPD than that of the programme, and
/// for which indicator.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fund<'p> {
    source: FundingSource,
    opd: Option<Id<Opd>>,
    indicator: Option<&'p str>,
}

impl<'p> Fund<'p> {
    fn of(program: &Program, line: &'p BudgetLine) -> Self {
        let opd = program.spender(line);
        Self {
            source: line.source.value,
            opd: (opd != program.opd).then_some(opd),
            indicator: line.indicator.as_ref().map(|name| name.value.as_str()),
        }
    }
}

/// Whether activities of a programme have sub activities, money or indicators.
fn divides(program: &Program) -> bool {
    let mut levels = program.file.levels();
    levels.any(|level| {
        level.sub.is_some() || !level.budget().is_empty() || !level.indicators().is_empty()
    })
}

impl Composer<'_> {
    /// Whether a programme says more of its activities than that there are some, or more of its
    /// money than year and source.
    pub(super) fn has_levels(&self) -> bool {
        let mut programs = self.plan.programs.values();
        programs.any(|program| {
            let mut lines = program.file.budget.iter();
            divides(program) || lines.any(|line| line.opd.is_some() || line.indicator.is_some())
        })
    }

    /// Both matrices, each with more tables where the plan has more years than a page has room
    /// for.
    pub(super) fn level_matrices(&mut self) -> Flow {
        let mut blocks = Flow::default();
        let years = self.years();
        for years in years.chunks(YEARS_ACROSS) {
            blocks.push(self.indicator_matrix(years));
        }
        for years in years.chunks(YEARS_ACROSS) {
            blocks.push(self.money_matrix(years));
        }
        blocks
    }

    fn indicator_matrix(&mut self, years: &[Year]) -> BlockKind {
        let mut columns = self.level_columns();
        columns.extend([
            table::text(self.words.get("book-indicator"), 6),
            table::text(self.words.get("book-unit"), 2),
            table::number(self.words.get("book-baseline")),
        ]);
        columns.extend(years.iter().map(|year| table::number(year.to_string())));
        columns.push(table::text(self.words.get("book-carried-out-by"), 4));
        let mut rows: Vec<Row> = Vec::new();
        for pillar in self
            .plan
            .pillars
            .values()
            .filter(|it| !it.programs.is_empty())
        {
            rows.push(table::group(&pillar.file.name));
            for named in self.levels_of(pillar) {
                let indicators = named.indicators.iter().map(|one| Some(*one));
                let indicators: Vec<Option<&Indicator>> = indicators.collect();
                let all = match indicators.as_slice() {
                    [] => &[None],
                    all => all,
                };
                for (at, indicator) in all.iter().enumerate() {
                    let begin = self.begun(&named, at);
                    rows.push(self.level_targets(&named, begin, *indicator, years));
                }
            }
        }
        let made = table::landscape(columns, rows);
        let caption = self.words.get("book-indicator-matrix");
        self.numbered(made, caption)
    }

    fn level_targets(
        &self,
        named: &Named<'_>,
        begin: Vec<Content>,
        indicator: Option<&Indicator>,
        years: &[Year],
    ) -> Row {
        let mut cells = begin;
        let is_first = cells.iter().any(|cell| !cell.is_empty());
        let text = |text: Option<&str>| Content::text(text.unwrap_or("–"));
        cells.push(text(indicator.map(|one| one.name.value.as_str())));
        cells.push(text(indicator.map(|one| one.unit.value.as_str())));
        let baseline = indicator.and_then(|one| one.baseline.as_ref());
        cells.push(self.quantity(baseline.map(|one| one.value.value)));
        let targets = years
            .iter()
            .map(|year| indicator.and_then(|one| one.targets.get(*year)));
        cells.extend(targets.map(|target| self.quantity(target.map(|it| it.value))));
        cells.push(if is_first {
            named.by.clone()
        } else {
            Content::empty()
        });
        let span = indicator.map_or(named.span, |one| one.name.span);
        self.row(span, cells)
    }

    fn money_matrix(&mut self, years: &[Year]) -> BlockKind {
        let mut columns = self.level_columns();
        columns.push(table::text(self.words.get("book-source-of-funds"), 3));
        columns.extend(years.iter().map(|year| table::number(year.to_string())));
        columns.push(table::number(self.words.get("book-total")));
        let mut rows: Vec<Row> = Vec::new();
        for pillar in self
            .plan
            .pillars
            .values()
            .filter(|it| !it.programs.is_empty())
        {
            rows.push(table::group(&pillar.file.name));
            for named in self.levels_of(pillar) {
                let lines = named.lines.iter();
                let sheet = PivotTable::new(lines.map(|line| {
                    let fund = Fund::of(named.program, line);
                    (fund, line.year.value, line.amount.value)
                }));
                for (at, fund) in sheet.keys().into_iter().enumerate() {
                    let mut cells = self.begun(&named, at);
                    cells.push(self.fund(fund));
                    cells.extend(self.sums(&sheet, fund, years));
                    rows.push(self.row(named.span, cells));
                }
            }
            let label = message!("book-total-of", pillar = &pillar.file.name.value);
            let label = self.words.say(&label);
            rows.push(self.level_sum(&label, &pillar.programs, years));
        }
        let all: Vec<Id<Program>> = self.plan.programs.iter().map(|(id, _)| id).collect();
        let label = self.words.get("book-total-of-all-programmes");
        rows.push(self.level_sum(label, &all, years));
        let made = table::landscape(columns, rows);
        let caption = self.words.get("book-money-matrix");
        self.numbered(made, caption)
    }

    fn level_columns(&self) -> Vec<Column> {
        vec![
            table::narrow(self.words.get("book-number")),
            table::text(self.words.get("book-programme-activity-and-sub"), 7),
        ]
    }

    /// The cells that say what a row is about; empty where the row above says it.
    fn begun(&self, named: &Named<'_>, at: usize) -> Vec<Content> {
        match at {
            0 => vec![named.number.clone(), named.name.clone()],
            _ => vec![Content::empty(), Content::empty()],
        }
    }

    fn sums(&self, sheet: &PivotTable<Fund<'_>>, fund: Fund<'_>, years: &[Year]) -> Vec<Content> {
        let amounts = years.iter().map(|year| sheet.cell(fund, *year));
        let amounts = amounts.chain([sheet.row(fund)]);
        amounts.map(|amount| self.amount(amount)).collect()
    }

    /// `DAU, Setda: Aduan selesai`
    fn fund(&self, fund: Fund<'_>) -> Content {
        let mut words = self.words.named("book-fund", fund.source.word()).to_owned();
        if let Some(opd) = fund.opd {
            let opd = &self.plan.opds[opd].file.abbreviation.value;
            words.push_str(&format!(", {opd}"));
        }
        if let Some(indicator) = fund.indicator {
            words.push_str(&format!(": {indicator}"));
        }
        Content::text(&words)
    }

    fn level_sum(&self, label: &str, programs: &[Id<Program>], years: &[Year]) -> Row {
        let sheet = self.sheet(programs.iter().copied(), |_, _| ());
        let mut cells = vec![Content::empty(), Content::text(label), Content::empty()];
        let amounts = years.iter().map(|year| sheet.column(*year));
        let amounts = amounts.chain([sheet.total()]);
        cells.extend(amounts.map(|amount| self.amount(amount)));
        table::total(cells)
    }

    /// The programmes of a pillar, each with its activities and sub activities behind it where
    /// they say more than that they are there.
    fn levels_of(&self, pillar: &Pillar) -> Vec<Named<'_>> {
        let mut all = Vec::new();
        for &id in &pillar.programs {
            let program = &self.plan.programs[id];
            all.push(self.named_program(id, program));
            if !divides(program) {
                continue;
            }
            for (number, activity) in (1..).zip(&program.file.activities) {
                for (at, level) in activity.levels().enumerate() {
                    let number = match at {
                        0 => format!("{number}"),
                        sub => format!("{number}.{sub}"),
                    };
                    all.push(self.named_activity(program, &number, level));
                }
            }
        }
        all
    }

    fn named_program<'p>(&self, id: Id<Program>, program: &'p Program) -> Named<'p> {
        let file = &program.file;
        let name = self.link_as(Target::Program(id), &file.title).strong();
        let name = match &file.code {
            Some(code) => name.then(Content::text(&format!(" ({})", code.value))),
            None => name,
        };
        let opd = &self.plan.opds[program.opd].file.abbreviation;
        let mut by = self.link_as(Target::Opd(program.opd), opd);
        if let Some(partners) = self.partners(program) {
            by = by.then(Content::text("; ")).then(partners);
        }
        Named {
            number: self.program_reference(id),
            name,
            by,
            span: file.title.span,
            program,
            indicators: file.indicators.iter().collect(),
            lines: file.lines().collect(),
        }
    }

    fn named_activity<'p>(
        &self,
        program: &'p Program,
        number: &str,
        level: ActivityRef<'p>,
    ) -> Named<'p> {
        Named {
            number: Content::text(number),
            name: self.named_level("", level),
            by: self.level_place(program, level).unwrap_or_default(),
            span: level.title().span,
            program,
            indicators: level.indicators().iter().collect(),
            lines: match level.sub {
                Some(sub) => sub.budget.iter().collect(),
                None => level.activity.lines(),
            },
        }
    }
}
