//! References in Markdown that are written so that they are none, once all entries are known.

use super::Resolver;
use super::unknown::{Meant, called};
use crate::finding::{Finding, NameIndex};
use crate::model::{Kind, is_id};
use crate::resolve::rules::foreign_markup::{self, Foreign};
use crate::source::Span;

/// What was meant for a reference and is printed as it stands.
#[derive(Debug)]
pub(crate) struct Misread {
    /// Where it stands.
    pub span: Span,
    /// What is written.
    pub mark: String,
    /// The kind that it names; `None` if it names none.
    pub kind: Option<Kind>,
    /// The id or the name of the entry.
    pub text: String,
    /// Whether it was meant for a reference even if there is no such entry.
    pub is_certain: bool,
    /// What is said of it if it was meant for something else.
    pub otherwise: Option<Finding>,
}

impl Resolver<'_> {
    /// Reports what was meant for references.
    pub(super) fn report_misread(&mut self, meant: &Meant) {
        for misread in std::mem::take(&mut self.context.misread) {
            let found = self.misread(&misread, meant).or(misread.otherwise);
            self.context.findings.extend(found);
        }
    }

    fn misread(&self, misread: &Misread, meant: &Meant) -> Option<Finding> {
        let Misread {
            span, mark, text, ..
        } = misread;
        let kinds = match &misread.kind {
            Some(kind) => std::slice::from_ref(kind),
            None => Kind::ALL,
        };
        let mut found = Vec::new();
        for kind in kinds {
            let names = self.well_named(*kind, meant);
            let ids: Vec<&str> = match misread.kind {
                Some(_) => called(&names, text),
                // Without its kind, only the id itself tells that an entry was meant.
                None => names
                    .iter()
                    .map(|(id, _)| id.as_str())
                    .filter(|id| id == text)
                    .collect(),
            };
            found.extend(ids.iter().map(|id| format!("{}:{id}", kind.word())));
        }
        match (found.as_slice(), misread.kind) {
            ([only], _) if misread.otherwise.is_some() => {
                let said = misread.otherwise.clone();
                said.map(|finding| finding.hint(foreign_markup::write(only)))
            }
            ([only], _) => {
                let finding = foreign_markup::finding(*span, Foreign::Reference, mark, only);
                Some(finding.restructure(*span, format!("<{only}>")))
            }
            ([], None) => None,
            ([], Some(_)) if !misread.is_certain => None,
            ([], Some(kind)) => {
                let names: NameIndex = self
                    .well_named(kind, meant)
                    .iter()
                    .map(|(id, _)| id.as_str())
                    .collect();
                let near = if is_id(text) {
                    names.proposed(text)
                } else {
                    Vec::new()
                };
                let near: Vec<String> = near
                    .iter()
                    .map(|id| format!("<{}:{id}>", kind.word()))
                    .collect();
                Some(foreign_markup::reference(*span, mark, kind, &near))
            }
            (several, _) => {
                let several: Vec<String> = several.iter().map(|one| format!("<{one}>")).collect();
                let kind = misread.kind.unwrap_or(Kind::Program);
                Some(foreign_markup::reference(*span, mark, kind, &several))
            }
        }
    }
}
