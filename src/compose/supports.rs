//! What a programme supports: by number and page where the book has a table of it, else in full.

use super::Composer;
use super::tree::{Content, Inline};
use crate::model::PriorityEntry;
use crate::resolve::{Goal, Id, Need, Policy, Program, Support, Target};

impl Composer<'_> {
    /// `tujuan T1, hlm. 24; prioritas P13, hlm. 26`; `None` if it supports nothing.
    pub(super) fn supports(&self, program: &Program) -> Option<Content> {
        self.joined(program.supports.iter().map(|&support| {
            let (target, kind, number) = match support {
                Support::Goal(id) => {
                    let kind = self.words.get("book-supports-goal");
                    (Target::Goal(id), kind, self.goal_number(id))
                }
                Support::Priority(id) => {
                    let kind = self.words.get("book-supports-priority");
                    (Target::Priority(id), kind, self.priority_number(id))
                }
                Support::Policy(id) => {
                    let kind = self.words.get("book-supports-policy");
                    (Target::Policy(id), kind, self.policy_number(id))
                }
                Support::Need(id) => {
                    let kind = self.words.get("book-supports-need");
                    (Target::Need(id), kind, self.need_number(id))
                }
            };
            if !self.is_present(target) {
                return self.link(target);
            }
            self.link_as(target, &format!("{kind} {number}"))
                .then(self.page(target))
        }))
    }

    /// The page of an entry behind a comma; nothing where the book does not have it.
    pub(super) fn page(&self, target: Target) -> Content {
        if !self.is_present(target) {
            return Content::empty();
        }
        Content::from(Inline::Page {
            before: format!(", {}\u{a0}", self.words.get("book-page-short")),
            label: self.label(target),
        })
    }

    /// `T3`, by the order of the registry.
    pub(super) fn goal_number(&self, id: Id<Goal>) -> String {
        let goals = self.plan.goals.iter().map(|(id, _)| id);
        numbered(self.words.get("book-goal-prefix"), goals, id)
    }

    /// `P13`, by the number that the RPJMD gives it.
    pub(super) fn priority_number(&self, id: Id<PriorityEntry>) -> String {
        let prefix = self.words.get("book-priority-prefix");
        format!("{prefix}{}", self.plan.priorities[id].number.value)
    }

    /// `K5`, by the order of the registry.
    pub(super) fn need_number(&self, id: Id<Need>) -> String {
        let needs = self.plan.needs.iter().map(|(id, _)| id);
        numbered(self.words.get("book-need-prefix"), needs, id)
    }

    /// `A2`, by the order within its pillar.
    pub(super) fn policy_number(&self, id: Id<Policy>) -> String {
        let pillars = self.plan.pillars.values();
        let policies = pillars.map(|pillar| &pillar.policies);
        let own = policies.filter(|policies| policies.contains(&id));
        let prefix = self.words.get("book-policy-prefix");
        numbered(prefix, own.flatten().copied(), id)
    }
}

/// The place of an entry among others of its kind, from 1, behind a prefix.
fn numbered<T>(prefix: &str, mut all: impl Iterator<Item = Id<T>>, id: Id<T>) -> String {
    let before = all.position(|other| other == id).unwrap_or_default();
    format!("{prefix}{}", before + 1)
}
