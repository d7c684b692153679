//! How grave changes are in a plan, and which of them are accepted.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::kind::{Kind, Severity};
use super::money::Amounts;
use crate::model::{PlanFile, Policy};

/// Why a change is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub date: Date,
}

/// How grave changes are.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Severities that the plan sets otherwise.
    pub severities: BTreeMap<Kind, Severity>,
    /// The budget of a programme may change by so many percent before that is a warning.
    pub budget_percent: u32,
    /// Changes that are accepted, by fingerprint.
    pub accepted: BTreeMap<String, Acceptance>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            severities: BTreeMap::new(),
            budget_percent: Policy::BUDGET_CHANGE_PERCENT,
            accepted: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// What `plan.toml` says.
    pub fn of(file: &PlanFile) -> Self {
        let severities = file.changes.iter();
        let accepted = file.accepted.iter().map(|one| {
            let why = Acceptance {
                reason: one.reason.value.clone(),
                by: one.by.value.clone(),
                date: one.date.value,
            };
            (one.change.value.to_lowercase(), why)
        });
        Self {
            severities: severities
                .filter_map(|(name, severity)| Some((Kind::parse(name)?, severity.value)))
                .collect(),
            budget_percent: file.policy.value.budget_change_percent.value,
            accepted: accepted.collect(),
        }
    }

    /// How grave a change is; `money` is that of the programme before and after.
    pub(super) fn severity(&self, kind: Kind, money: Option<Amounts>) -> Severity {
        let set = self.severities.get(&kind).copied();
        let severity = set.unwrap_or_else(|| kind.severity());
        let budget = matches!(kind, Kind::BudgetRaised | Kind::BudgetLowered);
        match money {
            Some(amounts) if budget && amounts.is_above(self.budget_percent) => {
                severity.max(Severity::Warning)
            }
            _ => severity,
        }
    }
}
