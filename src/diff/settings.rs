//! How grave changes are in a plan, and which of them are accepted.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::money::Amounts;
use crate::model::Severity;
use crate::model::change::Kind;
use crate::model::{PlanFile, Policy, Rupiah};

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

/// Which of two plans decides how grave changes are and which are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PolicyFrom {
    /// The first: what the second says of it is a change like others, and does not count.
    Base,
    /// The second.
    #[default]
    Head,
}

impl PolicyFrom {
    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Head => "head",
        }
    }
}

/// How grave changes are.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The plan that these are from.
    pub policy_from: PolicyFrom,
    /// Severities that the plan sets otherwise.
    pub severities: BTreeMap<Kind, Severity>,
    /// The budget of a programme may change by so many percent before that is a warning.
    pub budget_percent: u32,
    /// The same for an amount in rupiah; `None` where no amount is a warning by itself.
    pub budget_amount: Option<Rupiah>,
    /// Changes that are accepted, by fingerprint.
    pub accepted: BTreeMap<String, Acceptance>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            policy_from: PolicyFrom::default(),
            severities: BTreeMap::new(),
            budget_percent: Policy::BUDGET_CHANGE_PERCENT,
            budget_amount: None,
            accepted: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Those of one of two plans: what its `plan.toml` says.
    pub fn from(policy_from: PolicyFrom, base: &PlanFile, head: &PlanFile) -> Self {
        let file = match policy_from {
            PolicyFrom::Base => base,
            PolicyFrom::Head => head,
        };
        Self {
            policy_from,
            ..Self::of(file)
        }
    }

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
        let policy = &file.policy.value;
        Self {
            policy_from: PolicyFrom::default(),
            severities: severities
                .filter_map(|(name, severity)| Some((Kind::parse(name)?, severity.value)))
                .collect(),
            budget_percent: policy.budget_change_percent.value,
            budget_amount: policy.budget_change_amount.as_ref().map(|one| one.value),
            accepted: accepted.collect(),
        }
    }

    /// How grave a change is; `money` is that of the programme before and after.
    pub(super) fn severity(&self, kind: Kind, money: Option<Amounts>) -> Severity {
        let set = self.severities.get(&kind).copied();
        let severity = set.unwrap_or_else(|| kind.severity());
        let budget = matches!(kind, Kind::BudgetRaised | Kind::BudgetLowered);
        match money {
            Some(amounts) if budget && self.is_large(amounts) => severity.max(Severity::Warning),
            _ => severity,
        }
    }

    /// Whether a budget changed by more than its share or than the amount that is no
    /// warning.
    fn is_large(&self, amounts: Amounts) -> bool {
        let change = amounts.change().saturating_abs();
        let is_above_amount = self.budget_amount.is_some_and(|amount| change > amount.0);
        is_above_amount || amounts.is_above(self.budget_percent)
    }
}
