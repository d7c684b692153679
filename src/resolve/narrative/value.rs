//! References to values: whose value is meant is settled as a text is read, which value once the
//! plan is complete.

use super::read::Reader;
use crate::address::{SEPARATOR, VALUE, ValueLink, ValueOwner};
use crate::finding::NameIndex;
use crate::markdown::NodeId;
use crate::model::{FundingSource, Kind};
use crate::resolve::rules::undefined_value;
use crate::resolve::value::{PendingValue, source};
use crate::source::{Span, Spanned};

/// The kinds of entries that have values.
const KINDS: [Kind; 4] = [Kind::Program, Kind::Opd, Kind::Pillar, Kind::Dimension];

impl Reader<'_, '_, '_> {
    /// Takes a reference to a value; reports one of which the owner is not there.
    pub(super) fn value(&mut self, node: NodeId, link: &ValueLink<'_>, span: Span) {
        let Some(owner) = ValueOwner::parse(link.owner) else {
            let entry = self.as_entry(link);
            let finding = undefined_value::owner(span, link.owner, entry.as_deref());
            return self.context.findings.push(finding);
        };
        let id = link.id.filter(|id| !id.is_empty());
        let kind = match owner {
            ValueOwner::Plan => {
                if let Some(id) = link.id {
                    let finding = undefined_value::plan_with_id(span, id);
                    return self.context.findings.push(finding);
                }
                None
            }
            ValueOwner::Pillar => Some(Kind::Pillar),
            ValueOwner::Dimension => Some(Kind::Dimension),
            ValueOwner::Opd => Some(Kind::Opd),
            ValueOwner::Program => Some(Kind::Program),
            ValueOwner::Phase | ValueOwner::Source => None,
        };
        let Some(id) = id.or((owner == ValueOwner::Plan).then_some("")) else {
            let finding = undefined_value::without_id(span, owner, &self.ids_of(owner, kind));
            return self.context.findings.push(finding);
        };
        let target = match kind {
            Some(kind) => match self.ids.target(kind, id, span, self.context) {
                Ok(target) => Some(target),
                Err(_) => return,
            },
            None => None,
        };
        if owner == ValueOwner::Phase && self.phase(&Spanned::new(id.to_owned(), span)).is_none() {
            return;
        }
        if owner == ValueOwner::Source && source(id).is_none() {
            let finding = undefined_value::source(span, id);
            return self.context.findings.push(finding);
        }
        if let Some(target) = target {
            self.narrative.targets.insert(node, target);
            self.narrative.links.push((span, target));
        }
        self.narrative.pending_values.push(PendingValue {
            node,
            span,
            written: link.written.to_owned(),
            target,
        });
    }

    /// Whether a reference to an entry is one to its value without the scheme of these.
    pub(super) fn names_value(&self, kind: Kind, id: &str) -> bool {
        let entry = id.split_once(SEPARATOR).map(|(entry, _)| entry);
        KINDS.contains(&kind) && entry.is_some_and(|entry| self.ids.contains(kind, entry))
    }

    /// What is meant where the id of an entry stands without its kind: `layanan-112/budget`.
    fn as_entry(&self, link: &ValueLink<'_>) -> Option<String> {
        if link.id.is_some() {
            return None;
        }
        let mut kinds = KINDS
            .iter()
            .filter(|kind| self.ids.contains(**kind, link.owner));
        let (Some(kind), None) = (kinds.next(), kinds.next()) else {
            return None;
        };
        let mut meant = format!("{VALUE}:{}:{}", kind.word(), link.owner);
        for part in &link.path {
            meant.push(SEPARATOR);
            meant.push_str(part);
        }
        Some(meant)
    }

    /// The ids that an owner may have.
    fn ids_of(&self, owner: ValueOwner, kind: Option<Kind>) -> NameIndex {
        if let Some(kind) = kind {
            return self.ids.names(kind).clone();
        }
        if owner == ValueOwner::Source {
            return FundingSource::ALL.iter().map(|one| one.word()).collect();
        }
        let phases = self.phases.into_iter().flatten();
        phases.map(|phase| phase.id.value.as_str()).collect()
    }
}
