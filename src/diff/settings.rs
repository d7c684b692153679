//! How grave changes are in a plan, and which of them are accepted.

use std::collections::BTreeMap;

use super::kind::{Kind, Severity};
use super::money::Amounts;

/// Where the plan says nothing: a budget that changes by more than a tenth is a warning.
pub const BUDGET_PERCENT: u32 = 10;

/// How grave changes are.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Severities that the plan sets otherwise.
    pub severities: BTreeMap<Kind, Severity>,
    /// The budget of a programme may change by so many percent before that is a warning.
    pub budget_percent: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            severities: BTreeMap::new(),
            budget_percent: BUDGET_PERCENT,
        }
    }
}

impl Settings {
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
