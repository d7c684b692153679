//! What a text says of itself at its beginning.

use super::HeadingContext;
use crate::compose::Composer;
use crate::compose::code::{Content, literal};
use crate::language::message;
use crate::model::PlanStatus;
use crate::resolve::Narrative;
use crate::source::Spanned;

impl Composer<'_> {
    /// Whether a text is marked as a draft. Once the plan is final, only the finding
    /// remains: what is signed has no drafts in it.
    pub(in crate::compose) fn shows_draft(&self, narrative: &Narrative) -> bool {
        narrative.front.is_draft() && self.plan.file.status.value == PlanStatus::Draft
    }

    /// Who wrote some texts and who reviewed them; `None` if none of them says.
    pub(in crate::compose) fn authors(&self, narratives: &[Narrative]) -> Option<String> {
        let authors = listed(narratives.iter().flat_map(|one| &one.front.authors));
        let reviewers = listed(
            narratives
                .iter()
                .filter_map(|one| one.front.reviewer.as_ref()),
        );
        let Some(reviewers) = reviewers else {
            return authors;
        };
        let authors = authors.unwrap_or_else(|| "–".into());
        let message = message!("book-reviewed-by", authors = authors, reviewers = reviewers);
        Some(self.words.say(&message))
    }

    /// The sentence above a text that is an example.
    pub(in crate::compose) fn example_note(&self, narrative: &Narrative) -> Option<Content> {
        let sentence = self.words.get("book-example-text");
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
        standing: HeadingContext,
    ) -> Content {
        let text = match self.authors(std::slice::from_ref(narrative)) {
            Some(names) if standing != HeadingContext::Chapter => {
                let byline = format!("byline({{{}}})", literal(&names));
                text.then(&Content::lowered(byline))
            }
            _ => text,
        };
        let text = match self.example_note(narrative) {
            Some(note) => note.then(&text),
            None => text,
        };
        if self.shows_draft(narrative) {
            Content::lowered(format!("draft-text({})", text.code()))
        } else {
            text
        }
    }
}

/// Names, each once, as a list; `None` if there is none.
fn listed<'n>(names: impl Iterator<Item = &'n Spanned<String>>) -> Option<String> {
    let mut listed: Vec<&str> = Vec::new();
    for name in names {
        if !listed.contains(&name.value.as_str()) {
            listed.push(&name.value);
        }
    }
    (!listed.is_empty()).then(|| listed.join(", "))
}
