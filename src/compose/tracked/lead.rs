//! What stands first in a report: what has to be decided, looked at and known.

use super::super::Composer;
use super::places::Places;
use super::summary::{detail, pages};
use crate::compose::code::{Content, literal};
use crate::diff::report::{Digest, LeadEntry, LeadKind};

/// Those who sign again that the first page names; more are named behind all changes.
const SIGNERS: usize = 6;

/// The label of the place where all of them are named.
const ALL: &str = "changes:signers";

/// Most characters of a name in a line of the first page.
const NAME: usize = 120;

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
        code.push_str(&self.signers(signatures));
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
                    .map(|kind| self.prose(&sentence(&in_brief(kind).brief())));
                code.push_str(&list(lines));
            }
        }
        if signatures.len() > SIGNERS {
            let title = format!("{heading} ({})", signatures.len());
            code.push_str(&section(2, &title));
            code.push_str(&format!("#anchor({})\n", literal(ALL)));
            code.push_str(&list(signatures.iter().map(|line| self.prose(line))));
        }
        code
    }

    /// The first of those who sign again, and where all of them stand.
    fn signers(&self, signatures: &[String]) -> String {
        let most = match signatures.len() {
            all @ ..=SIGNERS => all,
            _ => SIGNERS - 1,
        };
        let mut lines: Vec<Content> = signatures
            .iter()
            .take(most)
            .map(|line| self.prose(&brief(line)))
            .collect();
        let more = signatures.len().saturating_sub(most);
        if more > 0 {
            let told = format!(
                "{} {more} {} ",
                self.words.pick("dan", "and"),
                self.words.pick("lainnya, lihat hlm.", "more, see page")
            );
            let page = format!("change-pages(\"\", {}, \"\")", literal(ALL));
            lines.push(Content::text(&told).then(&Content::lowered(page)));
        }
        list(lines.into_iter())
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
        let mut line = self.prose(&brief(&entry.entry));
        let gist = match (&entry.words, &entry.gist) {
            (Some(words), _) => Some(detail(words, self.words.0)),
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
                let before = self.words.pick(" (hlm. ", " (page ");
                let line = line.then(&Content::text(before));
                line.then(&pages).then(&Content::text(")"))
            }
            None => line,
        }
    }
}

/// A kind of notes with as much of the names of its entries as a line has room for.
fn in_brief(kind: &LeadKind) -> LeadKind {
    let short = |names: &String| {
        let names: Vec<String> = names.split("; ").map(brief).collect();
        names.join("; ")
    };
    LeadKind {
        names: kind.names.as_ref().map(short),
        ..kind.clone()
    }
}

/// As much of a name as a line of the first page has room for.
pub(super) fn brief(name: &str) -> String {
    let Some((end, _)) = name.char_indices().nth(NAME) else {
        return name.to_owned();
    };
    let beginning = name.get(..end).unwrap_or(name);
    let end = beginning.rfind(' ').filter(|end| *end > 0);
    let words = end
        .and_then(|end| beginning.get(..end))
        .unwrap_or(beginning);
    format!("{words}…")
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
