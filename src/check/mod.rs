//! Fourth stage: rules over the resolved plan.
//!
//! In: a [`Plan`]. Out: findings. Every rule sees the whole plan and changes
//! nothing; a rule that needs the date of the plan takes it from the plan,
//! never from the clock.

mod money;
mod time;

use crate::finding::Findings;
use crate::resolve::Plan;

/// Applies every rule.
pub fn check(plan: &Plan, findings: &mut Findings) {
    time::check(plan, findings);
    money::check(plan, findings);
}
