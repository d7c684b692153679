//! What a text says of itself at its beginning.

use super::HeadingContext;
use crate::compose::Composer;
use crate::compose::tree::{Block, BlockKind, Flow, Inline, Style};
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
    pub(in crate::compose) fn example_note(&self, narrative: &Narrative) -> Option<BlockKind> {
        let sentence = self.words.get("book-example-text");
        narrative.front.is_example().then(|| {
            let sentence = Inline::Styled(Style::Emphasis, self.prose(sentence));
            BlockKind::Paragraph(sentence.into())
        })
    }

    /// Marks a text that is part of a chapter as an example or a draft, and names who
    /// wrote it where no opening of a chapter does.
    pub(in crate::compose) fn sign(
        &self,
        mut text: Flow,
        narrative: &Narrative,
        standing: HeadingContext,
    ) -> Flow {
        if let Some(names) = self.authors(std::slice::from_ref(narrative))
            && standing != HeadingContext::Chapter
        {
            text.push(BlockKind::Byline(names));
        }
        let mut signed = Flow::from_iter(self.example_note(narrative).map(Block::from));
        signed.append(text);
        if self.shows_draft(narrative) {
            return BlockKind::Draft(signed).into();
        }
        signed
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
