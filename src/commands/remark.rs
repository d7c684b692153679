//! Findings about a book that are kept beside it, in the words of each language.

use ambonplan::check;
use ambonplan::finding::{Finding, Findings, Hint};
use ambonplan::language::{Arg, Catalogue, Language, Message};
use ambonplan::model::EntryRef;
use ambonplan::source::{SourceTree, Span};
use serde::{Deserialize, Serialize};

/// A finding, as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Remark {
    /// Code of the rule.
    rule: String,
    place: Place,
    message: Words,
    related: Vec<(Place, Words)>,
    hint: Option<Words>,
    subject: Option<String>,
    fix: Option<(Place, String)>,
}

/// Where something is.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Place {
    file: String,
    start: usize,
    end: usize,
}

/// What is said, in every language.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Words {
    id: String,
    en: String,
}

impl Remark {
    /// All findings about a book of these files.
    pub fn all(findings: &Findings, tree: &SourceTree) -> Vec<Self> {
        let catalogues = (
            Catalogue::new(Language::Indonesian),
            Catalogue::new(Language::English),
        );
        let words = |message: &Message| Words {
            id: catalogues.0.text(message),
            en: catalogues.1.text(message),
        };
        let remarks = findings.iter().map(|finding| Self {
            rule: finding.rule.code.to_owned(),
            place: Place::of(finding.span, tree),
            message: words(&finding.message),
            related: finding
                .related
                .iter()
                .map(|related| (Place::of(related.span, tree), words(&related.text)))
                .collect(),
            hint: finding.hint.as_ref().map(|hint| words(&hint.words())),
            subject: finding.subject.as_ref().map(EntryRef::to_string),
            fix: finding
                .fix
                .as_ref()
                .map(|fix| (Place::of(fix.span, tree), fix.text.clone())),
        });
        remarks.collect()
    }

    /// The findings again, in one language; `None` if they are about other files or by
    /// other rules.
    pub fn findings(
        remarks: &[Self],
        tree: &SourceTree,
        language: Language,
    ) -> Option<Vec<Finding>> {
        let remarks = remarks.iter();
        remarks
            .map(|remark| remark.finding(tree, language))
            .collect()
    }

    fn finding(&self, tree: &SourceTree, language: Language) -> Option<Finding> {
        let rule = check::rule(&self.rule)?;
        let mut finding = Finding::new(rule, self.place.span(tree)?, self.message.say(language));
        for (place, words) in &self.related {
            finding = finding.related(place.span(tree)?, words.say(language));
        }
        finding.hint = self
            .hint
            .as_ref()
            .map(|hint| Hint::Words(hint.say(language)));
        finding.subject = self.subject.as_deref().and_then(EntryRef::parse);
        if let Some((place, text)) = &self.fix {
            finding = finding.fix(place.span(tree)?, text);
        }
        Some(finding)
    }
}

impl Place {
    fn of(span: Span, tree: &SourceTree) -> Self {
        let file = tree.get(span.file);
        Self {
            file: file.map(|file| file.path.clone()).unwrap_or_default(),
            start: span.start(),
            end: span.end(),
        }
    }

    fn span(&self, tree: &SourceTree) -> Option<Span> {
        let (index, _) = tree.find(&self.file)?;
        Some(Span::new(index, self.start..self.end))
    }
}

impl Words {
    fn say(&self, language: Language) -> Message {
        let text = match language {
            Language::Indonesian => &self.id,
            Language::English => &self.en,
        };
        Message::new("said", vec![("text", Arg::Text(text.clone()))])
    }
}
