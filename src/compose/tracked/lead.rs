//! What stands first in a report: what has to be decided, looked at and known.

use super::super::Composer;
use super::places::Places;
use super::summary::{detail, pages};
use crate::compose::code::Content;
use crate::diff::report::{Digest, LeadEntry, LeadKind};

impl Composer<'_> {
    /// The money, who signs again, and the changes by severity, the gravest first.
    pub(super) fn lead(
        &self,
        digest: &Digest,
        section: &mut impl FnMut(usize, &str) -> String,
        places: Option<&Places>,
    ) -> String {
        let mut code = String::new();
        let lead = &digest.lead;
        // On paper the first page ends somewhere: the money and who signs again stand on it
        // whatever else has to be told.
        if let Some(money) = &lead.money {
            let money = Content::text(money).strong();
            code.push_str(&format!("#par({})\n", money.code()));
        }
        if digest.sections.is_empty() {
            return code;
        }
        let (heading, signatures) = &digest.signatures;
        code.push_str(&section(2, heading));
        code.push_str(&list(signatures.iter().map(|line| self.prose(line))));
        for weight in &lead.weights {
            code.push_str(&section(2, &weight.title));
            code.push_str(&format!("#par({})\n", self.prose(&weight.meaning).code()));
            // What is only to be known is a line each.
            let (brief, listed): (Vec<_>, Vec<_>) = weight
                .kinds
                .iter()
                .partition(|kind| kind.entries.is_empty());
            for kind in listed {
                code.push_str(&self.lead_kind(kind, places));
            }
            if !brief.is_empty() {
                let lines = brief
                    .iter()
                    .map(|kind| self.prose(&sentence(&kind.brief())));
                code.push_str(&list(lines));
            }
        }
        code
    }

    /// A kind of changes with the entries of which it is told.
    fn lead_kind(&self, kind: &LeadKind, places: Option<&Places>) -> String {
        let count = match kind.count {
            1 => String::new(),
            count => format!(" ({count})"),
        };
        let name = Content::text(&format!("{}{count}", sentence(&kind.name)));
        let meaning = self.prose(&format!(". {}", kind.meaning));
        let mut code = format!("#par({})\n", name.strong().then(&meaning).code());
        let more = kind.more.iter().map(|more| Content::text(more));
        code.push_str(&list(
            kind.entries
                .iter()
                .map(|one| self.lead_entry(one, places))
                .chain(more),
        ));
        code
    }

    fn lead_entry(&self, entry: &LeadEntry, places: Option<&Places>) -> Content {
        let mut line = self.prose(&entry.entry);
        let gist = match (&entry.words, &entry.gist) {
            (Some(words), _) => Some(detail(words, self.words.language())),
            (None, Some(gist)) => Some(self.prose(gist)),
            (None, None) => None,
        };
        if let Some(gist) = gist {
            line = line.then(&Content::text(": ")).then(&gist);
        }
        let key = entry.key.as_ref();
        let pages = |(key, places)| pages(&entry.fingerprint, key, places);
        match key.zip(places).and_then(pages) {
            Some(pages) => {
                let word = self.words.get("book-page-short");
                let line = line.then(&Content::text(&format!(" ({word} ")));
                line.then(&pages).then(&Content::text(")"))
            }
            None => line,
        }
    }
}

fn list(items: impl Iterator<Item = Content>) -> String {
    let items = items.map(|item| format!("{{{}}}, ", item.code()));
    format!("#list({})\n", items.collect::<String>())
}

/// A name at the beginning of a sentence.
fn sentence(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
