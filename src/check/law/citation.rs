//! The laws that the prose of a plan cites by number, and what the registry has of
//! them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::issuer::Issuer;
use super::reading::{Reading, key_of, read};
use crate::check::prose::Piece;
use crate::model::{Decree, LawKind};
use crate::resolve::{Id, Law, Plan};
use crate::slice::slice;
use crate::source::Span;

/// How many words of a title are read.
const TITLE: usize = 8;

/// How many laws are proposed for one that the registry does not have.
const PROPOSED: usize = 3;

/// A citation of a law by kind, number and year.
pub struct Citation {
    /// Where it stands.
    pub span: Span,
    /// As it is written, in one line.
    pub text: String,
    /// What the text says that the law is about, up to the next mark.
    pub title: Option<String>,
    /// The laws of the registry that it can mean.
    pub laws: Vec<Id<Law>>,
    /// If there are none, laws with the same kind and either the number or the year.
    pub similar: Vec<Id<Law>>,
    /// Whether it is the decree of the plan or of the council, which stand where
    /// they belong.
    pub own: bool,
}

/// Every citation in the prose of a plan, in the order of the prose.
pub(crate) fn citations(plan: &Plan, prose: &[Piece<'_>]) -> Vec<Citation> {
    let registry = Registry::new(plan);
    let cite = &|piece: &Piece<'_>, reading: Reading| {
        let range = reading.range.clone();
        let written = slice(piece.text, range.clone());
        let after = slice(piece.text, range.end..);
        let laws = registry.find(plan, &reading);
        let similar = if laws.is_empty() {
            registry.similar(plan, &reading)
        } else {
            Vec::new()
        };
        Citation {
            span: piece.span(range),
            text: written.split_whitespace().collect::<Vec<_>>().join(" "),
            title: title(after),
            laws,
            similar,
            own: registry.is_own(&reading),
        }
    };
    let prose = prose.par_iter().filter(|piece| piece.marks.year);
    let citations = prose.flat_map_iter(|piece| {
        let readings = read(piece.text).into_iter();
        readings.map(move |reading| cite(piece, reading))
    });
    citations.collect()
}

/// What a text says that the law before it is about.
fn title(after: &str) -> Option<String> {
    let mut words = after.split_whitespace();
    if !words.next()?.eq_ignore_ascii_case("tentang") {
        return None;
    }
    let mut title: Vec<&str> = Vec::new();
    for word in words.take(TITLE) {
        let end = word.find(|c: char| ".;:()\"“”„‘’|".contains(c));
        title.push(word.get(..end.unwrap_or(word.len()))?);
        if end.is_some() {
            break;
        }
    }
    Some(title.join(" ")).filter(|title| !title.is_empty())
}

/// The laws of a plan, by what texts cite.
struct Registry {
    laws: BTreeMap<(LawKind, String, i16), Vec<Id<Law>>>,
    numbers: BTreeMap<(LawKind, String), Vec<Id<Law>>>,
    years: BTreeMap<(LawKind, i16), Vec<Id<Law>>>,
    /// Numbers and years of the decrees of the plan and the council.
    own: Vec<(String, i16)>,
}

impl Registry {
    fn new(plan: &Plan) -> Self {
        let mut registry = Self {
            laws: BTreeMap::new(),
            numbers: BTreeMap::new(),
            years: BTreeMap::new(),
            own: Vec::new(),
        };
        for (id, law) in plan.laws.iter() {
            let (kind, year) = (law.entry.kind.value, law.entry.year.value.0);
            let number = key_of(&law.entry.number);
            let laws = registry.laws.entry((kind, number.clone(), year));
            laws.or_default().push(id);
            let numbers = registry.numbers.entry((kind, number));
            numbers.or_default().push(id);
            registry.years.entry((kind, year)).or_default().push(id);
        }
        let council = plan.council.as_ref();
        let decrees = [
            plan.file.decree.as_ref(),
            council.and_then(|council| council.decree.as_ref()),
        ];
        registry
            .own
            .extend(decrees.into_iter().flatten().filter_map(of_decree));
        registry
    }

    /// The laws with the kind, number and year of a citation whose issuer can be
    /// that of the citation.
    fn find(&self, plan: &Plan, reading: &Reading) -> Vec<Id<Law>> {
        let key = (reading.kind, reading.number.clone(), reading.year);
        let laws = self.laws.get(&key).into_iter().flatten();
        laws.filter(|id| issued(&plan.laws[**id], reading))
            .copied()
            .collect()
    }

    /// Laws of which only the number or only the year is another, or the issuer.
    fn similar(&self, plan: &Plan, reading: &Reading) -> Vec<Id<Law>> {
        let number = (reading.kind, reading.number.clone());
        let numbers = self.numbers.get(&number).into_iter().flatten();
        let years = self.years.get(&(reading.kind, reading.year));
        let laws = numbers.chain(years.into_iter().flatten());
        let laws = laws.filter(|id| issued(&plan.laws[**id], reading));
        laws.take(PROPOSED).copied().collect()
    }

    fn is_own(&self, reading: &Reading) -> bool {
        let regional = matches!(
            reading.kind,
            LawKind::Perda | LawKind::Perkada | LawKind::Sk
        );
        let own =
            |(number, year): &(String, i16)| *number == reading.number && *year == reading.year;
        regional && self.own.iter().any(own)
    }
}

/// Whether a law can be of the issuer that a citation names.
fn issued(law: &Law, reading: &Reading) -> bool {
    let Some(written) = &law.entry.issuer else {
        return true;
    };
    let issuer = match law.entry.kind.value {
        LawKind::Permen | LawKind::Kepmen => Issuer::ministry(written),
        LawKind::Perda | LawKind::Perkada | LawKind::Sk => Issuer::region(written),
        LawKind::Uu
        | LawKind::Perppu
        | LawKind::Pp
        | LawKind::Perpres
        | LawKind::Keppres
        | LawKind::Inpres => None,
    };
    match (&issuer, &reading.issuer) {
        (Some(issuer), Some(cited)) => issuer.agrees(cited),
        _ => true,
    }
}

/// Number and year of a decree whose number is written `45 Tahun 2026`.
fn of_decree(decree: &Decree) -> Option<(String, i16)> {
    let number = decree.number.as_ref()?.value.to_lowercase();
    let (number, year) = number.split_once("tahun").or(number.rsplit_once('/'))?;
    Some((key_of(number), year.trim().parse().ok()?))
}
