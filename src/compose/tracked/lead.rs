//! What stands first in a report: what has to be decided, looked at and known.

use super::super::Composer;
use super::places::Places;
use super::summary::{detail, pages};
use crate::compose::tree::{BlockKind, Content, Flow, Item, List, Tasks};
use crate::diff::report::{Digest, LeadEntry, LeadKind};

impl Composer<'_> {
    /// The money, who signs again, and the changes by severity, the gravest first.
    pub(super) fn lead(
        &self,
        digest: &Digest,
        section: &mut impl FnMut(usize, &str) -> BlockKind,
        places: Option<&Places>,
    ) -> Flow {
        let mut blocks = Flow::default();
        let lead = &digest.lead;
        // On paper the first page ends somewhere: the money and who signs again stand on it
        // whatever else has to be told.
        if let Some(money) = &lead.money {
            blocks.paragraph(Content::text(money).strong());
        }
        if digest.sections.is_empty() {
            return blocks;
        }
        let (heading, signatures) = &digest.signatures;
        blocks.push(section(2, heading));
        blocks.push(list(signatures.iter().map(|line| self.prose(line))));
        for weight in &lead.weights {
            blocks.push(section(2, &weight.title));
            blocks.paragraph(self.prose(&weight.meaning));
            // What is only to be known is a line each.
            let (brief, listed): (Vec<_>, Vec<_>) = weight
                .kinds
                .iter()
                .partition(|kind| kind.entries.is_empty());
            for kind in listed {
                blocks.append(self.lead_kind(kind, places));
            }
            if !brief.is_empty() {
                let lines = brief
                    .iter()
                    .map(|kind| self.prose(&sentence(&kind.brief())));
                blocks.push(list(lines));
            }
        }
        blocks
    }

    /// A kind of changes with the entries of which it is told.
    fn lead_kind(&self, kind: &LeadKind, places: Option<&Places>) -> Flow {
        let count = match kind.count {
            1 => String::new(),
            count => format!(" ({count})"),
        };
        let name = Content::text(&format!("{}{count}", sentence(&kind.name)));
        let meaning = self.prose(&format!(". {}", kind.meaning));
        let mut blocks = Flow::default();
        blocks.paragraph(name.strong().then(meaning));
        let more = kind.more.iter().map(|more| Content::text(more));
        let entries = kind.entries.iter();
        let entries = entries.map(|one| self.lead_entry(one, places));
        blocks.push(list(entries.chain(more)));
        blocks
    }

    fn lead_entry(&self, entry: &LeadEntry, places: Option<&Places>) -> Content {
        let mut line = self.prose(&entry.entry);
        let gist = match (&entry.words, &entry.gist) {
            (Some(words), _) => Some(detail(words, self.words.language())),
            (None, Some(gist)) => Some(self.prose(gist)),
            (None, None) => None,
        };
        if let Some(gist) = gist {
            line = line.then(": ").then(gist);
        }
        let key = entry.key.as_ref();
        let pages = |(key, places)| pages(&entry.fingerprint, key, places);
        match key.zip(places).and_then(pages) {
            Some(pages) => {
                let word = self.words.get("book-page-short");
                let line = line.then(format!(" ({word} "));
                line.then(pages).then(")")
            }
            None => line,
        }
    }
}

/// A list of lines.
pub(super) fn list(items: impl Iterator<Item = Content>) -> BlockKind {
    let items = items.map(|item| Item {
        origin: None,
        body: BlockKind::Plain(item).into(),
    });
    BlockKind::List(List {
        start: None,
        tasks: Tasks::None,
        items: items.collect(),
    })
}

/// A name at the beginning of a sentence.
fn sentence(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
