//! Links and references.

use std::ops::Range;

use super::{Kind, Lowering};
use crate::compose::code::{Content, literal};
use crate::markdown::{LinkKind, link_kind};

impl Lowering<'_, '_, '_> {
    pub(super) fn link(&mut self, destination: &str, range: &Range<usize>) -> Kind {
        let composer = &*self.composer;
        match (
            link_kind(destination),
            self.narrative.targets.get(&range.start),
        ) {
            (LinkKind::Reference(..), Some(&target)) => {
                let autolink = self
                    .text
                    .get(range.clone())
                    .is_some_and(|text| text.starts_with('<'));
                let label = composer.label(target);
                if autolink {
                    let mut title = composer.title(target);
                    if let Some(volume) = composer.elsewhere(target)
                        && self.named.insert(volume.to_owned())
                    {
                        title.push_str(&format!(" ({volume})"));
                    }
                    let text = Content::text(&title);
                    let code = composer.present.link(composer.plan, target, &text);
                    Kind::Link(Some(code.code().to_owned()), true)
                } else if composer.is_present(target) {
                    Kind::Link(Some(format!("label({})", literal(&label))), false)
                } else {
                    Kind::Plain
                }
            }
            (LinkKind::External, _) => Kind::Link(Some(literal(destination)), false),
            _ if destination.contains('@') => {
                Kind::Link(Some(literal(&format!("mailto:{destination}"))), false)
            }
            _ => Kind::Plain,
        }
    }
}
