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

    /// The sentence above a text that is an example.
    pub(in crate::compose) fn example_note(&self, narrative: &Narrative) -> Option<Content> {
        let sentence = self.words.pick(
            "Teks ini contoh: hanya yang disertai sumber di dalamnya adalah fakta.",
            "This text is an example: only what it gives a source for is a fact.",
        );
        narrative.front.is_example().then(|| {
            let sentence = self.prose(sentence);
            Content::lowered(format!("par({{emph({})}})", sentence.code()))
        })
    }

    /// Marks a text that is part of a chapter as an example or a draft, and names who
    /// wrote it where no opening of a chapter does.
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
        let text = match self.example_note(narrative) {
            Some(note) => note.then(&text),
            None => text,
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
