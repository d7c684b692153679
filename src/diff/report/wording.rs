//! Words for changes and their values.

use std::collections::BTreeMap;

use super::super::prose::{self, Step};
use super::super::words::{Words, words};
use super::super::{
    Amounts, Change, Diff, Edit, EntryKind, Evidence, Figures, Kind, Path, Said, Value,
};
use crate::language::{Arg, Catalogue, Format, Message};
use crate::source::slice;

/// Puts changes into words of a language.
pub(super) struct Wording<'a> {
    pub catalogue: &'a Catalogue,
    pub format: &'a Format,
    /// What pillars and OPD are called.
    pub diff: &'a Diff,
}

/// One line of what a change consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// A value with the name of what it is of.
    Value {
        /// The name.
        label: String,
        /// The old value, if there was one.
        before: Option<String>,
        /// The new value, if there is one.
        after: Option<String>,
        /// By how much it changed.
        change: Option<String>,
    },
    /// A sentence.
    Sentence(String),
    /// A paragraph, word by word.
    Paragraph(Vec<Words>),
}

/// Most details of a change; what is more is counted.
const MOST: usize = 40;

impl Wording<'_> {
    fn say(&self, key: &'static str, args: Vec<(&'static str, Arg)>) -> String {
        self.catalogue.text(&Message::new(key, args))
    }

    /// What the kind is called.
    pub fn kind(&self, kind: Kind) -> String {
        let key = format!("change-{}", kind.name());
        self.catalogue
            .find(&key)
            .unwrap_or_else(|| kind.name().to_owned())
    }

    /// What a key is called; the key itself where it has no name.
    pub fn field(&self, key: &str) -> String {
        let name = self.catalogue.find(&format!("field-{key}"));
        name.unwrap_or_else(|| key.to_owned())
    }

    /// The number and the name of the entry.
    pub fn entry(&self, change: &Change) -> String {
        let Some(side) = change.side() else {
            return String::new();
        };
        let name = match side.name.as_str() {
            "" => side.key.to_string(),
            name => name.to_owned(),
        };
        match &side.number {
            Some(number) => format!("{number} {name}"),
            None => name,
        }
    }

    /// A value as people read it.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Present => String::new(),
            Value::Flag(true) => self.say("diff-yes", Vec::new()),
            Value::Flag(false) => self.say("diff-no", Vec::new()),
            Value::Money(amount) => self.format.money(amount.0),
            Value::Number(number) => self.format.number(number.0),
            Value::Date(date) => self.format.date(*date),
            Value::Word(word) => {
                let found = self.catalogue.find(&format!("word-{word}"));
                found.unwrap_or_else(|| (*word).to_owned())
            }
            Value::Entry(key) if matches!(key.kind, EntryKind::Pillar | EntryKind::Opd) => {
                self.diff.name(key)
            }
            Value::Digest(digest) => digest.chars().take(12).collect(),
            Value::Text(_)
            | Value::Count(_)
            | Value::Year(_)
            | Value::Entry(_)
            | Value::List(_)
            | Value::Prose(_) => value.to_string(),
        }
    }

    /// The name of what a value is of: `target 2027 (Waktu tanggap)`.
    fn label(&self, path: &Path) -> String {
        let key = match path.key {
            "" => path.field,
            key => key,
        };
        let mut label = self.field(key);
        if let Some(year) = path.year {
            label.push_str(&format!(" {year}"));
        }
        let names: Vec<String> = path.item.iter().map(|name| self.value(name)).collect();
        let names: Vec<&str> = names
            .iter()
            .map(String::as_str)
            .filter(|name| !name.is_empty())
            .collect();
        if !names.is_empty() {
            label.push_str(&format!(" ({})", names.join(" ")));
        }
        label
    }

    /// `+Rp1.000`, with the sign always.
    pub fn signed(&self, amount: i128) -> String {
        let sign = match amount {
            ..0 => "−",
            0 => "",
            1.. => "+",
        };
        format!("{sign}{}", self.format.money(amount.saturating_abs()))
    }

    /// `+12,5%`; nothing if there was no money before.
    pub fn share(&self, amounts: Amounts) -> Option<String> {
        let permille = amounts.permille()?;
        let sign = if permille < 0 { "−" } else { "+" };
        let tenths = permille.saturating_abs();
        let number = self
            .format
            .number(format!("{}.{}", tenths / 10, tenths % 10));
        Some(format!("{sign}{number}%"))
    }

    fn money(&self, amounts: Amounts) -> Detail {
        let change = self.signed(amounts.change());
        Detail::Value {
            label: self.field("budget"),
            before: Some(self.format.money(amounts.before.0)),
            after: Some(self.format.money(amounts.after.0)),
            change: Some(match self.share(amounts) {
                Some(share) => format!("{change}, {share}"),
                None => change,
            }),
        }
    }

    /// What a change consists of.
    pub fn details(&self, change: &Change) -> Vec<Detail> {
        let mut details = Vec::new();
        match &change.figures {
            Some(Figures::Money(amounts)) => details.push(self.money(*amounts)),
            Some(Figures::Ceiling {
                year,
                planned,
                ceiling,
            }) => {
                let tell = |planned: crate::model::Rupiah, top: Option<crate::model::Rupiah>| {
                    let year = ("year", Arg::Text(year.to_string()));
                    let planned = ("planned", Arg::Money(planned.0));
                    match top {
                        Some(top) => {
                            let ceiling = ("ceiling", Arg::Money(top.0));
                            self.say("diff-ceiling", vec![year, planned, ceiling])
                        }
                        None => self.say("diff-no-ceiling", vec![year, planned]),
                    }
                };
                details.push(Detail::Value {
                    label: self.field("ceiling"),
                    before: Some(tell(planned.before, ceiling.0)),
                    after: Some(tell(planned.after, ceiling.1)),
                    change: None,
                });
            }
            None => {}
        }
        details.extend(self.reused(change));
        details.extend(change.evidence.as_ref().map(|why| self.evidence(why)));
        if change.evidence.is_some()
            && let (Some(before), Some(after)) = (&change.before, &change.after)
        {
            details.push(Detail::Value {
                label: "id".into(),
                before: Some(before.key.id.clone()),
                after: Some(after.key.id.clone()),
                change: None,
            });
        }
        // Of what came or went as a whole the name is enough.
        let whole = change.before.is_none() || change.after.is_none();
        for edit in change.edits.iter().filter(|_| !whole).take(MOST) {
            self.edit(edit, &mut details);
        }
        details
    }

    /// A detail as one line of plain text.
    pub fn detail(&self, detail: Detail) -> String {
        match detail {
            Detail::Value {
                label,
                before,
                after,
                change,
            } => {
                let nothing = || self.say("diff-nothing-there", Vec::new());
                let change = change.map(|change| format!(" ({change})"));
                format!(
                    "{label}: {} → {}{}",
                    before.unwrap_or_else(nothing),
                    after.unwrap_or_else(nothing),
                    change.unwrap_or_default()
                )
            }
            Detail::Sentence(sentence) => sentence,
            Detail::Paragraph(runs) => {
                let runs = near(&runs).into_iter().map(|run| match run {
                    Words::Kept(text) => text,
                    Words::Removed(text) => format!("[-{text}-]"),
                    Words::Added(text) => format!("{{+{text}+}}"),
                });
                runs.collect()
            }
        }
    }

    /// Whose number it was, and whose it is.
    fn reused(&self, change: &Change) -> Option<Detail> {
        let (before, after) = (change.before.as_ref()?, change.after.as_ref()?);
        let number = after.number.as_ref()?;
        (change.kind == Kind::NumberReused).then(|| {
            let args = vec![
                ("number", Arg::from(number)),
                ("before", Arg::from(&before.name)),
                ("old", Arg::Text(before.key.to_string())),
                ("after", Arg::from(&after.name)),
                ("new", Arg::Text(after.key.to_string())),
            ];
            Detail::Sentence(self.say("diff-number-reused", args))
        })
    }

    fn evidence(&self, why: &Evidence) -> Detail {
        let percent = ("percent", Arg::Count(why.alike));
        Detail::Sentence(match &why.number {
            Some(number) => {
                let number = ("number", Arg::from(number));
                self.say("diff-same-number", vec![number, percent])
            }
            None => self.say("diff-alike", vec![percent]),
        })
    }

    fn edit(&self, edit: &Edit, details: &mut Vec<Detail>) {
        let Some(path) = edit.path() else {
            return;
        };
        let before = edit.before.as_ref().map(|said| &said.value);
        let after = edit.after.as_ref().map(|said| &said.value);
        match (before, after) {
            (Some(Value::Prose(before)), Some(Value::Prose(after))) => {
                let steps = prose::compare(before, after);
                let away: BTreeMap<usize, String> = steps
                    .iter()
                    .filter_map(|step| {
                        let Step::MovedAway(number, paragraph) = step else {
                            return None;
                        };
                        Some((*number, paragraph.text.clone()))
                    })
                    .collect();
                for step in steps {
                    self.step(step, &away, details);
                }
            }
            // The item is there or not; or it has another name.
            (Some(Value::Present), Some(Value::Present)) => {
                let name = |said: &Option<Said>| {
                    let item = said.as_ref().map(|said| &said.path.item);
                    let names = item.into_iter().flatten().map(|name| self.value(name));
                    Some(names.collect::<Vec<_>>().join(" "))
                };
                details.push(Detail::Value {
                    label: self.field(path.field),
                    before: name(&edit.before),
                    after: name(&edit.after),
                    change: None,
                });
            }
            (before, after) => {
                if edit.is_rename()
                    || matches!(
                        (before, after),
                        (Some(Value::Prose(_)), _) | (_, Some(Value::Prose(_)))
                    )
                {
                    return;
                }
                // An item that came or went is told by its name.
                let item = matches!(
                    (before, after),
                    (Some(Value::Present), None) | (None, Some(Value::Present))
                );
                let there = |value: Option<&Value>| {
                    value.map(|value| match item {
                        true => path
                            .item
                            .iter()
                            .map(|name| self.value(name))
                            .collect::<Vec<_>>()
                            .join(" "),
                        false => self.value(value),
                    })
                };
                details.push(Detail::Value {
                    label: if item {
                        self.field(path.field)
                    } else {
                        self.label(path)
                    },
                    before: there(before),
                    after: there(after),
                    change: None,
                });
            }
        }
    }

    /// What became of a paragraph; `away` holds what moved as it was.
    fn step(&self, step: Step, away: &BTreeMap<usize, String>, details: &mut Vec<Detail>) {
        let detail = match step {
            Step::Kept(_) | Step::MovedAway(..) => return,
            Step::Added(paragraph) => Detail::Paragraph(vec![Words::Added(paragraph.text)]),
            Step::Removed(paragraph) => Detail::Paragraph(vec![Words::Removed(paragraph.text)]),
            Step::Reworded { before, after } => Detail::Paragraph(words(&before.text, &after.text)),
            Step::MovedHere(number, paragraph) => {
                let text = ("text", Arg::Text(shortened(&paragraph.text)));
                let sentence = Detail::Sentence(self.say("diff-moved", vec![text]));
                match away
                    .get(&number)
                    .filter(|before| **before != paragraph.text)
                {
                    Some(before) => {
                        details.push(sentence);
                        Detail::Paragraph(words(before, &paragraph.text))
                    }
                    None => sentence,
                }
            }
        };
        details.push(detail);
    }
}

/// The beginning of a text, as long as a line.
fn shortened(text: &str) -> String {
    const LENGTH: usize = 60;
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", slice(text, ..end)),
        None => text.to_owned(),
    }
}

/// Words that stay, far from any that changed, are left out.
pub fn near(words: &[Words]) -> Vec<Words> {
    const AROUND: usize = 6;
    let last = words.len().saturating_sub(1);
    let cut = words.iter().enumerate().map(|(at, run)| match run {
        Words::Kept(text) => {
            let all: Vec<&str> = text.trim_matches(' ').split(' ').collect();
            let (first, end) = (at == 0, at == last);
            let keep = if first || end { AROUND } else { AROUND * 2 };
            if all.len() <= keep + 1 || (first && end) {
                return run.clone();
            }
            let tail = all.iter().skip(all.len().saturating_sub(AROUND));
            let tail = tail.copied().collect::<Vec<_>>().join(" ");
            let head = all
                .iter()
                .take(AROUND)
                .copied()
                .collect::<Vec<_>>()
                .join(" ");
            let words = match (first, end) {
                (true, _) => format!("… {tail}"),
                (_, true) => format!("{head} …"),
                _ => format!("{head} … {tail}"),
            };
            let space = |there: bool| if there { " " } else { "" };
            let (before, behind) = (text.starts_with(' '), text.ends_with(' '));
            Words::Kept(format!("{}{words}{}", space(before), space(behind)))
        }
        Words::Removed(_) | Words::Added(_) => run.clone(),
    });
    cut.collect()
}
