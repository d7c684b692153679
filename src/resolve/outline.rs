//! The outlines of the books.

use super::arena::Arena;
use super::generated::{self, Generated};
use super::lookup::{Lookup, ResolveContext};
use super::plan::{Chapter, Part, Pillar, Plan, Volume};
use crate::model::{self, indonesian};
use crate::resolve::rules;
use crate::source::Spanned;

/// Words that stand for a part of their own.
pub const OUTLINE_WORDS: &[&str] = &[
    "cover",
    "approval",
    "commitments",
    "at-a-glance",
    "promises",
    "decisions",
    "contents",
    "list-of-tables",
    "list-of-figures",
    "abbreviations",
    "legal-basis",
    "readiness",
    "vision",
    "strategy",
    "pillars",
    "quick-wins",
    "road-map",
    "governance",
    "proposals",
    "evaluation",
    "opd",
    "budget",
    "action-matrix",
    "opd-list",
    "index",
];

/// What outlines refer to.
pub(crate) struct Outline<'a> {
    /// Chapters and their ids.
    pub chapters: (&'a Arena<Chapter>, &'a Lookup<Chapter>),
    /// Pillars and their ids.
    pub pillars: (&'a Arena<Pillar>, &'a Lookup<Pillar>),
}

impl Outline<'_> {
    /// Resolves the outline of one book.
    pub fn volume(&self, volume: &model::Volume, context: &mut ResolveContext<'_>) -> Volume {
        let invalid_keys = &volume.invalid_keys;
        let mut parts = Parts {
            seen: Vec::new(),
            complete: !(invalid_keys.contains("front")
                || invalid_keys.contains("body")
                || invalid_keys.contains("annex")),
        };
        Volume {
            id: volume.id.value.clone(),
            title: volume.title.value.clone(),
            front: self.parts(&volume.front, &mut parts, context),
            body: self.parts(&volume.body, &mut parts, context),
            annex: self.parts(&volume.annex, &mut parts, context),
            complete: parts.complete,
        }
    }

    fn all_pillars(&self) -> impl Iterator<Item = Part> {
        self.pillars.0.iter().map(|(id, _)| Part::Pillar(id))
    }

    fn parts(
        &self,
        words: &[Spanned<String>],
        known: &mut Parts,
        context: &mut ResolveContext<'_>,
    ) -> Vec<Part> {
        let mut parts = Vec::new();
        for word in words {
            let Some(found) = self.part(word, context) else {
                known.complete = false;
                continue;
            };
            for part in found {
                if known.seen.contains(&part) {
                    context
                        .findings
                        .push(rules::duplicate_entry::part(word.span, word));
                    continue;
                }
                known.seen.push(part);
                parts.push(part);
            }
        }
        parts
    }

    fn part(&self, word: &Spanned<String>, context: &mut ResolveContext<'_>) -> Option<Vec<Part>> {
        Some(match word.value.split_once(':') {
            Some(("chapter", id)) => {
                let found = self.chapters.1.find(id, word.span, context);
                vec![Part::Chapter(found.ok()?)]
            }
            Some(("pillar", id)) => {
                let found = self.pillars.1.find(id, word.span, context);
                vec![Part::Pillar(found.ok()?)]
            }
            _ => match word.value.as_str() {
                "cover" => vec![Part::Cover],
                "approval" => vec![Part::Approval],
                "commitments" => vec![Part::Commitments],
                "at-a-glance" => vec![Part::AtAGlance],
                "promises" => vec![Part::Promises],
                "decisions" => vec![Part::Decisions],
                "contents" => vec![Part::Contents],
                "list-of-tables" => vec![Part::Tables],
                "list-of-figures" => vec![Part::Figures],
                "abbreviations" => vec![Part::Abbreviations],
                "pillars" => self.all_pillars().collect(),
                "opd" => vec![Part::Opds],
                "budget" => vec![Part::Budget],
                "action-matrix" => vec![Part::ActionMatrix],
                "opd-list" => vec![Part::OpdList],
                "index" => vec![Part::Index],
                other => {
                    let mut generated = Generated::ALL.iter();
                    if let Some(part) = generated.find(|part| part.word() == other) {
                        return Some(vec![Part::Generated(*part)]);
                    }
                    let references = ["chapter:…", "pillar:…"];
                    let known = [OUTLINE_WORDS, &references].concat();
                    let meant = self.meant(other);
                    context.findings.push(rules::unknown_reference::part(
                        word.span, other, &meant, &known,
                    ));
                    return None;
                }
            },
        })
    }

    /// The parts that may have been meant by a word that is none: by another name, or a
    /// chapter or pillar without its kind.
    fn meant(&self, word: &str) -> Vec<String> {
        let named = indonesian::parts(word, OUTLINE_WORDS);
        if !named.is_empty() {
            return named.into_iter().map(str::to_owned).collect();
        }
        let (kind, id) = word.split_once(':').unwrap_or(("", word));
        let id = id.trim().trim_end_matches(".md");
        let id = id.rsplit('/').next().unwrap_or(id);
        let kinds = indonesian::words(kind, &["chapter", "pillar"]);
        let is_meant = |one: &str| kind.is_empty() || kinds.contains(&one);
        let wanted = indonesian::plain(id);
        let called = |name: &str| indonesian::plain(name) == wanted;
        let chapters = self.chapters.0.values();
        let chapters = chapters.filter(|one| called(&one.id) || called(&one.title));
        let chapters = chapters
            .filter(|_| is_meant("chapter"))
            .map(|one| format!("chapter:{}", one.id));
        let pillars = self.pillars.0.values();
        let pillars = pillars.filter(|one| called(&one.id) || called(&one.file.name));
        let pillars = pillars
            .filter(|_| is_meant("pillar"))
            .map(|one| format!("pillar:{}", one.id));
        chapters.chain(pillars).collect()
    }
}

/// The book of a plan that outlines none: everything, in a customary order.
pub(super) fn default_volume(plan: &Plan) -> Volume {
    let mut body: Vec<Part> = plan
        .chapters
        .iter()
        .map(|(id, _)| Part::Chapter(id))
        .collect();
    let (before, after): (Vec<Generated>, Vec<Generated>) = generated::unshown(plan)
        .into_iter()
        .partition(|part| Generated::BEFORE_PILLARS.contains(part));
    body.extend(before.into_iter().map(Part::Generated));
    body.extend(plan.pillars.iter().map(|(id, _)| Part::Pillar(id)));
    body.extend(after.into_iter().map(Part::Generated));
    body.extend([Part::Budget, Part::Opds]);
    Volume {
        id: "master-plan".into(),
        title: plan.file.title.value.clone(),
        front: vec![Part::Cover, Part::Contents, Part::Abbreviations],
        body,
        annex: vec![Part::ActionMatrix, Part::OpdList],
        complete: true,
    }
}

/// What is known of a book so far.
struct Parts {
    /// A part has one place in a book, and with it one number and label.
    seen: Vec<Part>,
    /// Whether every part was found.
    complete: bool,
}
