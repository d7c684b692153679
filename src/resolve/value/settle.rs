//! Settles the references to values once the plan is complete.

use std::collections::BTreeMap;

use super::find::{Finder, owner};
use super::{Owner, PendingValue, PlanValue};
use crate::address::ValueLink;
use crate::finding::Findings;
use crate::markdown::NodeId;
use crate::resolve::rules::undefined_value::{self, Missing};
use crate::resolve::{Narrative, Plan};
use crate::source::FileIndex;

/// Finds the values that texts refer to, and reports those that the plan does not have.
pub(in crate::resolve) fn settle(plan: &mut Plan, findings: &mut Findings) {
    let pending = plan.narratives_mut().filter_map(|narrative| {
        let pending = std::mem::take(&mut narrative.pending_values);
        (!pending.is_empty()).then_some((narrative.file, pending))
    });
    let pending: Vec<(FileIndex, Vec<PendingValue>)> = pending.collect();
    if pending.is_empty() {
        return;
    }
    let mut settled: BTreeMap<FileIndex, BTreeMap<NodeId, PlanValue>> = BTreeMap::new();
    for (file, pending) in pending {
        let values = settled.entry(file).or_default();
        for one in pending {
            match find(plan, &one) {
                Ok(value) => {
                    values.insert(one.node, value);
                }
                Err(Some(missing)) => findings.push(undefined_value::finding(one.span, missing)),
                Err(None) => {}
            }
        }
    }
    for narrative in plan.narratives_mut() {
        if let Some(values) = settled.remove(&narrative.file) {
            narrative.values = values;
        }
    }
}

fn find(plan: &Plan, pending: &PendingValue) -> Result<PlanValue, Option<Missing>> {
    let link = ValueLink::of(&pending.written);
    let owner = match pending.target {
        Some(target) => Owner::of(target),
        None => owner(plan, &link),
    };
    Finder::new(plan, owner.ok_or(None)?).find(&link)
}

impl Plan {
    /// All texts, to be completed.
    fn narratives_mut(&mut self) -> impl Iterator<Item = &mut Narrative> {
        let chapters = self.chapters.values_mut().map(|one| &mut one.narrative);
        let pillars = self.pillars.values_mut().flat_map(|one| &mut one.narrative);
        let opds = self.opds.values_mut().flat_map(|one| &mut one.narrative);
        let programs = self.programs.values_mut();
        let programs = programs.flat_map(|one| &mut one.narrative);
        chapters.chain(pillars).chain(opds).chain(programs)
    }
}
