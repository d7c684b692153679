//! Finds the value that a reference means in a complete plan.

use std::collections::BTreeSet;

use super::{Amount, Owner, PlanValue};
use crate::address::{IndicatorValue, Measure, VALUE, ValueLink, ValueOwner, slug};
use crate::model::{self, EntryKind, FundingSource, Indicator, Phase, Rupiah, Year};
use crate::resolve::Plan;
use crate::resolve::plan::Program;
use crate::resolve::rules::undefined_value::Missing;
use crate::source::Span;

/// The source of money with a word.
pub(crate) fn source(word: &str) -> Option<FundingSource> {
    FundingSource::ALL
        .iter()
        .copied()
        .find(|source| source.word() == word)
}

/// Finds values of one owner.
pub(super) struct Finder<'p> {
    plan: &'p Plan,
    owner: Owner<'p>,
    kind: ValueOwner,
}

/// A value with where the data say it.
type FoundValue = (Amount, Span);

impl<'p> Finder<'p> {
    /// Finds values of an owner that there is.
    pub fn new(plan: &'p Plan, owner: Owner<'p>) -> Self {
        let kind = match owner {
            Owner::Plan => ValueOwner::Plan,
            Owner::Pillar(_) => ValueOwner::Pillar,
            Owner::Dimension(_) => ValueOwner::Dimension,
            Owner::Opd(_) => ValueOwner::Opd,
            Owner::Phase(_) => ValueOwner::Phase,
            Owner::Source(_) => ValueOwner::Source,
            Owner::Program(_) => ValueOwner::Program,
        };
        Self { plan, owner, kind }
    }

    /// The value that a reference means.
    ///
    /// # Errors
    ///
    /// What it names and the plan does not have; nothing if that may be among what could not be
    /// understood.
    pub fn find(&self, link: &ValueLink<'_>) -> Result<PlanValue, Option<Missing>> {
        let owner = link.written.split('/').next().unwrap_or(link.written);
        let of = |measures: &[Measure]| measures.iter().map(|one| one.word()).collect();
        let Some((word, rest)) = link.path.split_first().filter(|(word, _)| !word.is_empty())
        else {
            return Err(Some(Missing::Measure {
                owner: owner.to_owned(),
                word: String::new(),
                known: of(self.kind.measures()),
            }));
        };
        let mut measures = self.kind.measures().iter().copied();
        let Some(measure) = measures.find(|measure| measure.word() == *word) else {
            return Err(Some(Missing::Measure {
                owner: owner.to_owned(),
                word: (*word).to_owned(),
                known: of(self.kind.measures()),
            }));
        };
        let (taken, year, found) = match measure {
            Measure::Budget => {
                let year = rest.first().map(|word| self.year(word)).transpose()?;
                (usize::from(year.is_some()), year, self.budget(year)?)
            }
            Measure::Indicator => {
                let (year, found) = self.indicator(owner, rest)?;
                (if year.is_some() { 3 } else { 2 }, year, found)
            }
            Measure::Programs => (0, None, self.count(self.programs().count())),
            Measure::QuickWins => {
                let quick = self.programs().filter(|one| one.file.quick_win.value);
                (0, None, self.count(quick.count()))
            }
            Measure::Indicators if self.is_unclear("indicator") => return Err(None),
            Measure::Indicators => {
                let counts = self.programs().map(|one| one.file.all_indicators().count());
                (0, None, self.count(counts.sum()))
            }
            Measure::Opds => (0, None, self.count(self.opds())),
            Measure::Pillars => (0, None, self.count(self.plan.pillars.len())),
            Measure::Dimensions => (0, None, self.count(self.dimensions())),
            Measure::Phases => (0, None, self.count(self.plan.file.phases.len())),
            Measure::Goals => (0, None, self.count(self.plan.goals.len())),
            Measure::Priorities => (0, None, self.count(self.plan.priorities.len())),
            Measure::Districts => (0, None, self.count(self.plan.districts.len())),
            Measure::Start | Measure::End => (0, None, self.limit(measure == Measure::Start)?),
        };
        if rest.len() > taken {
            let kept: Vec<&str> = [owner, word]
                .into_iter()
                .chain(rest.iter().copied().take(taken))
                .collect();
            return Err(Some(Missing::Surplus {
                value: format!("{VALUE}:{}", kept.join("/")),
            }));
        }
        let (amount, span) = found;
        Ok(PlanValue {
            name: link.written.to_owned(),
            amount,
            year,
            span,
            made_of: self.made_of(measure),
        })
    }

    /// The entries that are counted or added up.
    fn made_of(&self, measure: Measure) -> Option<EntryKind> {
        match measure {
            Measure::Start | Measure::End | Measure::Indicator => None,
            Measure::Pillars => Some(EntryKind::Pillar),
            Measure::Dimensions => Some(EntryKind::Dimension),
            Measure::Phases => Some(EntryKind::Phase),
            Measure::Goals => Some(EntryKind::Goal),
            Measure::Priorities => Some(EntryKind::Priority),
            Measure::Districts => Some(EntryKind::District),
            Measure::Opds if self.owner == Owner::Plan => Some(EntryKind::Opd),
            Measure::Budget
            | Measure::Programs
            | Measure::QuickWins
            | Measure::Indicators
            | Measure::Opds => (self.kind != ValueOwner::Program).then_some(EntryKind::Program),
        }
    }

    /// The entry itself, or the plan.
    fn place(&self) -> Span {
        let plan = self.plan;
        match self.owner {
            Owner::Plan | Owner::Source(_) => plan.file.title.span,
            Owner::Pillar(id) => plan.pillars[id].file.name.span,
            Owner::Dimension(id) => plan.dimensions[id].entry.name.span,
            Owner::Opd(id) => plan.opds[id].file.name.span,
            Owner::Phase(_) => self
                .phase()
                .map_or(plan.file.title.span, |phase| phase.name.span),
            Owner::Program(id) => plan.programs[id].file.title.span,
        }
    }

    fn count(&self, count: usize) -> FoundValue {
        (Amount::Count(count), self.place())
    }

    fn phase(&self) -> Option<&'p Phase> {
        let Owner::Phase(id) = self.owner else {
            return None;
        };
        let mut phases = self.plan.file.phases.iter();
        phases.find(|phase| phase.id.value == id)
    }

    /// The programmes of the owner: of a phase those that begin in it, of a source those that
    /// it pays for.
    fn programs(&self) -> impl Iterator<Item = &'p Program> + '_ {
        let all = self.plan.programs.iter();
        let own = all.filter(|(id, program)| match self.owner {
            Owner::Plan => true,
            Owner::Pillar(pillar) => program.pillar == pillar,
            Owner::Dimension(dimension) => program.dimension == dimension,
            Owner::Opd(opd) => program.opd == opd,
            Owner::Phase(_) => self.phase().is_some_and(|phase| {
                let year = Year(program.file.start.value.year());
                (phase.start.value..=phase.end.value).contains(&year)
            }),
            Owner::Source(source) => {
                let mut lines = program.file.lines();
                lines.any(|line| line.source.value == source)
            }
            Owner::Program(one) => one == *id,
        });
        own.map(|(_, program)| program)
    }

    /// The budget lines of the owner: of a phase those of its years.
    fn lines(&self) -> impl Iterator<Item = &'p model::BudgetLine> + '_ {
        let all = self.plan.programs.iter();
        let all = all.filter(|(id, program)| match self.owner {
            Owner::Plan | Owner::Phase(_) | Owner::Source(_) | Owner::Opd(_) => true,
            Owner::Pillar(pillar) => program.pillar == pillar,
            Owner::Dimension(dimension) => program.dimension == dimension,
            Owner::Program(one) => one == *id,
        });
        let lines =
            all.flat_map(|(_, program)| program.file.lines().map(move |line| (program, line)));
        let lines = lines.filter(|(program, line)| match self.owner {
            Owner::Opd(opd) => program.spender(line) == opd,
            Owner::Source(source) => line.source.value == source,
            Owner::Phase(_) => self.phase().is_some_and(|phase| {
                (phase.start.value..=phase.end.value).contains(&line.year.value)
            }),
            Owner::Plan | Owner::Pillar(_) | Owner::Dimension(_) | Owner::Program(_) => true,
        });
        lines.map(|(_, line)| line)
    }

    fn opds(&self) -> usize {
        if self.owner == Owner::Plan {
            return self.plan.opds.len();
        }
        let leading: BTreeSet<_> = self.programs().map(|program| program.opd).collect();
        leading.len()
    }

    fn dimensions(&self) -> usize {
        match self.owner {
            Owner::Pillar(id) => self.plan.pillars[id].dimensions.len(),
            Owner::Plan
            | Owner::Dimension(_)
            | Owner::Opd(_)
            | Owner::Phase(_)
            | Owner::Source(_)
            | Owner::Program(_) => self.plan.dimensions.len(),
        }
    }

    /// The years of which there may be money: those of the plan, of a phase or of the lines of a
    /// programme.
    fn years(&self) -> Vec<Year> {
        let period = self.plan.file.period.value;
        match self.owner {
            Owner::Program(_) => {
                let years: BTreeSet<Year> = self.lines().map(|line| line.year.value).collect();
                years.into_iter().collect()
            }
            Owner::Phase(_) => {
                let phase = self.phase().into_iter();
                let years = phase.flat_map(|phase| phase.start.value.0..=phase.end.value.0);
                years.map(Year).collect()
            }
            Owner::Plan
            | Owner::Pillar(_)
            | Owner::Dimension(_)
            | Owner::Opd(_)
            | Owner::Source(_) => period.years().collect(),
        }
    }

    fn year(&self, word: &str) -> Result<Year, Option<Missing>> {
        let years = self.years();
        if let Some(year) = Year::parse(word).filter(|year| years.contains(year)) {
            return Ok(year);
        }
        if self.is_unclear("budget") {
            return Err(None);
        }
        if years.is_empty() {
            return Err(Some(Missing::Budget));
        }
        Err(Some(Missing::Year {
            word: word.to_owned(),
            known: years.iter().map(Year::to_string).collect(),
        }))
    }

    /// Whether a programme says something behind a key that is not understood.
    fn is_unclear(&self, key: &str) -> bool {
        match self.owner {
            Owner::Program(id) => {
                let file = &self.plan.programs[id].file;
                match key {
                    "budget" => file.has_unclear_budget(),
                    _ => file.has_unclear_indicator(),
                }
            }
            Owner::Plan
            | Owner::Pillar(_)
            | Owner::Dimension(_)
            | Owner::Opd(_)
            | Owner::Phase(_)
            | Owner::Source(_) => false,
        }
    }

    fn budget(&self, year: Option<Year>) -> Result<FoundValue, Option<Missing>> {
        if self.is_unclear("budget") {
            return Err(None);
        }
        let lines = self.lines();
        let lines = lines.filter(|line| year.is_none_or(|year| line.year.value == year));
        let lines: Vec<&model::BudgetLine> = lines.collect();
        let sum: Rupiah = lines.iter().map(|line| line.amount.value).sum();
        // A sum over programmes may be nothing; a programme without money has no budget.
        if lines.is_empty() && matches!(self.owner, Owner::Program(_)) {
            return Err(Some(Missing::Budget));
        }
        let span = match lines.as_slice() {
            [only] => only.amount.span,
            _ => self.place(),
        };
        Ok((Amount::Money(sum), span))
    }

    /// The first or the last year of the plan or a phase, or day of a programme.
    fn limit(&self, is_start: bool) -> Result<FoundValue, Option<Missing>> {
        let plan = self.plan;
        let pick = |start: Year, end: Year| Amount::Year(if is_start { start } else { end });
        match self.owner {
            Owner::Phase(_) => {
                let phase = self.phase().ok_or(None)?;
                let year = if is_start { &phase.start } else { &phase.end };
                Ok((Amount::Year(year.value), year.span))
            }
            Owner::Program(id) => {
                let file = &plan.programs[id].file;
                let date = if is_start { &file.start } else { &file.end };
                Ok((Amount::Date(date.value), date.span))
            }
            Owner::Plan
            | Owner::Pillar(_)
            | Owner::Dimension(_)
            | Owner::Opd(_)
            | Owner::Source(_) => {
                let period = &plan.file.period;
                Ok((pick(period.value.start, period.value.end), period.span))
            }
        }
    }

    /// The value of an indicator, and its year if that is a target.
    fn indicator(
        &self,
        owner: &str,
        path: &[&str],
    ) -> Result<(Option<Year>, FoundValue), Option<Missing>> {
        let Owner::Program(id) = self.owner else {
            return Err(None);
        };
        let file = &self.plan.programs[id].file;
        let (name, path) = match path.split_first() {
            Some((name, path)) => (*name, path),
            None => ("", path),
        };
        let indicator = named(&file.indicators, name);
        let indicator = indicator
            .map_err(|missing| (!file.invalid_keys.contains("indicator")).then_some(missing))?;
        let unclear = |key: &str| indicator.invalid_keys.contains(key);
        let amount = |value| Amount::Quantity(value, indicator.unit.value.clone());
        let (word, path) = match path.split_first() {
            Some((word, path)) => (*word, path),
            None => ("", path),
        };
        let mut words = IndicatorValue::ALL.iter().copied();
        match words.find(|known| known.word() == word) {
            Some(IndicatorValue::Baseline) => match &indicator.baseline {
                Some(baseline) => {
                    let value = &baseline.value;
                    Ok((None, (amount(value.value), value.span)))
                }
                None if unclear("baseline") => Err(None),
                None => Err(Some(Missing::Baseline {
                    span: indicator.name.span,
                })),
            },
            Some(IndicatorValue::Target) => {
                let word = path.first().copied().unwrap_or("");
                let targets = &indicator.targets.value;
                let found = Year::parse(word).and_then(|year| Some((year, targets.get(year)?)));
                match found {
                    Some((year, value)) => Ok((Some(year), (amount(value.value), value.span))),
                    None if unclear("targets") => Err(None),
                    None => Err(Some(Missing::Target {
                        word: word.to_owned(),
                        known: targets.iter().map(|(year, _)| year.to_string()).collect(),
                        span: indicator.name.span,
                    })),
                }
            }
            None => Err(Some(Missing::IndicatorValue {
                value: format!("{VALUE}:{owner}/{}/{name}", Measure::Indicator.word()),
                word: word.to_owned(),
                year: indicator.targets.value.iter().last().map(|(year, _)| year),
            })),
        }
    }
}

/// The indicator that a reference calls by its position or by the first words of its name, as
/// many as tell it apart.
fn named<'p>(indicators: &'p [Indicator], name: &str) -> Result<&'p Indicator, Missing> {
    let slugs: Vec<String> = indicators
        .iter()
        .map(|indicator| indicator_slug(&indicator.name.value))
        .collect();
    let known = || {
        let words = slugs.iter().enumerate();
        words.map(|(at, _)| shortest(&slugs, at)).collect()
    };
    let missing = |of: fn(String, Vec<String>) -> Missing| of(name.to_owned(), known());
    let unknown = |name, known| Missing::Indicator { name, known };
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        let position: Option<usize> = name.parse().ok();
        let found = position.and_then(|position| indicators.get(position.checked_sub(1)?));
        return found.ok_or_else(|| missing(unknown));
    }
    if let Some(at) = slugs.iter().position(|slug| slug == name) {
        return indicators.get(at).ok_or_else(|| missing(unknown));
    }
    let mut begun = slugs
        .iter()
        .zip(indicators)
        .filter(|(slug, _)| begins_with(slug, name));
    match (begun.next(), begun.next()) {
        (Some((_, only)), None) => Ok(only),
        (Some(_), Some(_)) => Err(missing(|name, known| Missing::Ambiguous { name, known })),
        (None, _) => Err(missing(unknown)),
    }
}

/// The name of an indicator as references write it, without a hyphen at its ends.
fn indicator_slug(name: &str) -> String {
    let words = slug(name);
    let words = words.split('-').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Whether some words are the first of others.
fn begins_with(slug: &str, words: &str) -> bool {
    let rest = slug.strip_prefix(words);
    !words.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// As few of the first words of a name as tell it apart from the others.
fn shortest(slugs: &[String], at: usize) -> String {
    let Some(whole) = slugs.get(at) else {
        return String::new();
    };
    let ends = whole.match_indices('-').map(|(end, _)| end);
    let mut begins = ends.filter_map(|end| whole.get(..end));
    // One word or two rarely say what is measured.
    let is_telling = |words: &&str| {
        let count = slugs.iter().filter(|slug| begins_with(slug, words)).count();
        count == 1 && words.matches('-').count() > 1
    };
    let found = begins.find(is_telling).unwrap_or(whole);
    // Digits alone are a position, and of two with the same name only that tells.
    let same = slugs.iter().filter(|slug| *slug == whole).count();
    if same > 1 || found.bytes().all(|byte| byte.is_ascii_digit()) {
        return at.saturating_add(1).to_string();
    }
    found.to_owned()
}

/// The owner of a value that is no entry, or a phase.
pub(super) fn owner<'p>(plan: &'p Plan, link: &ValueLink<'_>) -> Option<Owner<'p>> {
    match ValueOwner::parse(link.owner)? {
        ValueOwner::Plan => link.id.is_none().then_some(Owner::Plan),
        ValueOwner::Source => source(link.id?).map(Owner::Source),
        ValueOwner::Phase => {
            let mut phases = plan.file.phases.iter();
            let phase = phases.find(|phase| Some(phase.id.value.as_str()) == link.id)?;
            Some(Owner::Phase(&phase.id.value))
        }
        ValueOwner::Pillar | ValueOwner::Dimension | ValueOwner::Opd | ValueOwner::Program => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{begins_with, indicator_slug, shortest};

    #[test]
    fn indicators_are_called_by_their_first_words() {
        let slugs: Vec<String> = [
            "Warga yang mengenal nomor 112",
            "Warga yang yakin memperoleh pertolongan",
            "Panggilan (yang) terjawab",
            "112",
        ]
        .iter()
        .map(|name| indicator_slug(name))
        .collect();
        let called: Vec<String> = (0..slugs.len()).map(|at| shortest(&slugs, at)).collect();
        assert_eq!(
            called,
            [
                "warga-yang-mengenal",
                "warga-yang-yakin",
                "panggilan-yang-terjawab",
                "4"
            ]
        );
        assert!(begins_with("warga-yang-yakin", "warga"));
        assert!(!begins_with("warga-yang-yakin", "warga-ya"));
        assert!(!begins_with("warga-yang-yakin", ""));
    }
}
