//! A scale of achievement that does not settle every result.

use rust_decimal::Decimal;

use crate::achievement::Scale;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `unsettled-scale` (EVA010).
pub static RULE: Rule = Rule::error("EVA010", "unsettled-scale", Group::Evaluation).example(
        "plan.toml",
        "[policy.achievement]\n\
         bands = [\n    { from = 90, name = \"tercapai\" },\n    { from = 70, name = \"mendekati\" },\n\
         ]",
        "[policy.achievement]\n\
         bands = [\n    { from = 90, name = \"tercapai\" },\n    { from = 70, name = \"mendekati\" },\n    { from = 0, name = \"belum tercapai\" },\n\
         ]",
    );

/// Looks for results that no band, or more than one, takes.
pub fn check(cx: &mut Checker<'_>) {
    let said = &cx.plan.file.policy.value.achievement.value;
    let mut found = Vec::new();
    let mut report = |span: Span, message: Message, hint: Message| {
        found.push(Finding::new(&RULE, span, message).hint(hint));
    };
    if said.decimals.value > Scale::MOST_DECIMALS {
        let most = Scale::MOST_DECIMALS.to_string();
        report(
            said.decimals.span,
            message!("unsettled-scale.decimals", most = &most),
            message!("unsettled-scale.decimals-hint", most = &most),
        );
    }
    if let Some(cap) = said
        .cap
        .as_ref()
        .filter(|cap| cap.value.0 < Decimal::ONE_HUNDRED)
    {
        report(
            cap.span,
            message!("unsettled-scale.low-cap", cap = cap.value.0.to_string()),
            message!("unsettled-scale.low-cap-hint"),
        );
    }
    for (at, band) in said.bands.iter().enumerate() {
        let before = said.bands.iter().take(at);
        if before
            .clone()
            .any(|one| one.from.value.0 == band.from.value.0)
        {
            report(
                band.from.span,
                message!(
                    "unsettled-scale.same-from",
                    from = band.from.value.0.to_string()
                ),
                message!("unsettled-scale.same-from-hint"),
            );
        }
        if before.clone().any(|one| one.name.value == band.name.value) {
            report(
                band.name.span,
                message!("unsettled-scale.same-name", name = &band.name.value),
                message!("unsettled-scale.same-name-hint"),
            );
        }
        if let Some(cap) = said.cap.as_ref().filter(|cap| cap.value < band.from.value) {
            report(
                band.from.span,
                message!(
                    "unsettled-scale.above-cap",
                    name = &band.name.value,
                    cap = cap.value.0.to_string()
                ),
                message!("unsettled-scale.above-cap-hint"),
            );
        }
    }
    let lowest = said.bands.iter().min_by_key(|band| band.from.value);
    if let Some(lowest) = lowest.filter(|band| !band.from.value.0.is_zero())
        && !said.invalid_keys.contains("bands")
    {
        report(
            lowest.from.span,
            message!(
                "unsettled-scale",
                from = lowest.from.value.0.to_string(),
                name = &lowest.name.value
            ),
            message!("unsettled-scale.hint"),
        );
    }
    for finding in found {
        cx.report(finding);
    }
}
