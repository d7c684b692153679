//! What a text says of itself at its beginning.

use super::Standing;
use crate::compose::Composer;
use crate::compose::code::{Content, literal};
use crate::model::PlanStatus;
use crate::resolve::Narrative;

impl Composer<'_> {
    /// Whether a text is marked as a draft. Once the plan is final, only the finding
    /// remains: what is signed has no drafts in it.
    pub(in crate::compose) fn shows_draft(&self, narrative: &Narrative) -> bool {
        narrative.front.is_draft() && self.plan.file.status.value == PlanStatus::Draft
    }

    /// Marks a text that is part of a chapter as a draft, and names who wrote it where
    /// no opening of a chapter does.
    pub(in crate::compose) fn sign(
        &self,
        text: Content,
        narrative: &Narrative,
        standing: Standing,
    ) -> Content {
        let text = match authors(std::slice::from_ref(narrative)) {
            Some(names) if standing != Standing::Chapter => {
                let byline = format!("byline({{{}}})", literal(&names));
                text.then(&Content::lowered(byline))
            }
            _ => text,
        };
        match self.shows_draft(narrative) {
            true => Content::lowered(format!("draft-text({})", text.code())),
            false => text,
        }
    }
}

/// Who wrote some texts, each once.
pub(in crate::compose) fn authors(narratives: &[Narrative]) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for name in narratives.iter().flat_map(|one| &one.front.authors) {
        if !names.contains(&name.value.as_str()) {
            names.push(&name.value);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}
