//! Words for changes and their values.

use std::collections::BTreeMap;

use super::super::prose::{self, Step};
use super::super::words::{Words, words};
use super::super::{
    Amounts, Change, Diff, Edit, EntryKind, EntryRef, Evidence, Figures, Kind, Path, Said,
    Severity, Value, Version,
};
use super::side::Audience;
use crate::language::{Arg, Catalogue, Format, Message};
use crate::markdown::paragraph::{Form, Paragraph};
use crate::slice::slice;

/// Puts changes into words of a language.
pub(super) struct Wording<'a> {
    pub catalogue: &'a Catalogue,
    pub format: &'a Format,
    /// What entries are called.
    pub diff: &'a Diff,
    /// Whom the words are for.
    pub audience: Audience,
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
    /// A text of which some words stayed.
    Text {
        /// The name of what it is of.
        label: String,
        /// The text, word by word.
        words: Vec<Words>,
    },
    /// A sentence.
    Sentence(String),
    /// A paragraph, word by word.
    Paragraph(Vec<Words>),
}

/// Most values of a change; what is more is counted.
const MOST: usize = 40;

/// Most characters of the name of an entry: that of a goal is its text.
pub(super) const NAME: usize = 160;

impl Wording<'_> {
    pub fn say(&self, key: &'static str, args: Vec<(&'static str, Arg)>) -> String {
        self.catalogue.text(&Message::new(key, args))
    }

    /// What the kind is called.
    pub fn kind(&self, kind: Kind) -> String {
        let key = format!("change-{}", kind.name());
        self.catalogue
            .find(&key)
            .unwrap_or_else(|| kind.name().to_owned())
    }

    /// What a change is called. What came or went is named.
    pub fn meaning(&self, change: &Change) -> String {
        let named = |pattern| {
            let side = change.side()?;
            let what = format!("entry-{}", side.key.kind.word());
            let what = Arg::Text(self.catalogue.find(&what)?);
            Some(self.say(pattern, vec![("what", what)]))
        };
        let is_aim = change
            .side()
            .is_some_and(|side| matches!(side.key.kind, EntryKind::Policy | EntryKind::Priority));
        let meaning = if change.kind == Kind::EntryAdded {
            named("diff-new")
        } else if change.kind == Kind::GoalChanged && is_aim {
            named("diff-other")
        } else if change.kind == Kind::EntryRemoved {
            named("diff-gone")
        } else {
            None
        };
        meaning.unwrap_or_else(|| self.kind(change.kind))
    }

    /// Why a kind matters, in a sentence; empty if nothing is known of it.
    pub fn why(&self, kind: Kind) -> String {
        let why = self.catalogue.find(&format!("change-{}.why", kind.name()));
        why.map(|why| first_sentence(&why).to_owned())
            .unwrap_or_default()
    }

    /// What a key is called; the key itself where it has no name.
    pub fn field(&self, key: &str) -> String {
        let name = self.catalogue.find(&format!("field-{key}"));
        name.unwrap_or_else(|| key.to_owned())
    }

    /// The number and the name of the entry, as far as it fits into a line.
    pub fn entry(&self, change: &Change) -> String {
        let Some(side) = change.side() else {
            return String::new();
        };
        let name = match (side.key.kind, side.name.as_str()) {
            // What the plans call them is no title of theirs.
            (EntryKind::Law | EntryKind::Asset, _) => self.diff.name(&side.key),
            // What stands for a name is shorter than the name.
            (EntryKind::Abbreviation, _) => side.key.id.clone(),
            (_, "") => side.key.to_string(),
            (_, name) => name.to_owned(),
        };
        // The names of goals are sentences.
        let name = shortened(name.trim_end_matches('.'), NAME);
        match &side.number {
            Some(number) => format!("{number} {name}"),
            None => name,
        }
    }

    /// What tells the entry apart in few letters: a number or an abbreviation.
    pub fn short(&self, change: &Change) -> Option<String> {
        let side = change.side()?;
        side.number.clone().or_else(|| self.diff.short(&side.key))
    }

    /// A value of the second plan as people read it.
    pub fn value(&self, value: &Value) -> String {
        self.value_of(value, Version::After)
    }

    /// A value as people read it, in the words that its key has for it.
    pub fn said(&self, said: &Said, version: Version) -> String {
        let Path { field, key, .. } = said.path;
        match &said.value {
            Value::Word(word) => self.word(field, key, word),
            value @ (Value::Present
            | Value::Text(_)
            | Value::Flag(_)
            | Value::Count(_)
            | Value::Money(_)
            | Value::Number(_)
            | Value::Year(_)
            | Value::Date(_)
            | Value::Entry(_)
            | Value::List(_)
            | Value::Prose(_)
            | Value::Digest(_)) => self.value_of(value, version),
        }
    }

    /// What a word of a key is called, which may mean something else behind another key; the
    /// word itself where it has no name.
    pub fn word(&self, field: &str, key: &str, word: &str) -> String {
        let keys = [
            format!("word-{field}-{word}"),
            format!("word-{key}-{word}"),
            format!("word-{word}"),
        ];
        let mut names = keys.iter().filter_map(|key| self.catalogue.find(key));
        names.next().unwrap_or_else(|| word.to_owned())
    }

    fn value_of(&self, value: &Value, version: Version) -> String {
        match value {
            Value::Present => String::new(),
            Value::Flag(true) => self.say("diff-yes", Vec::new()),
            Value::Flag(false) => self.say("diff-no", Vec::new()),
            Value::Money(amount) => self.format.money(amount.0),
            Value::Number(number) => self.format.number(number.0),
            Value::Date(date) => self.format.date(*date),
            Value::Word(word) => self.word("", "", word),
            Value::Entry(key) => shortened(&self.diff.name_in(version, key), NAME),
            Value::Digest(digest) => digest.chars().take(12).collect(),
            Value::List(items) => {
                let items = items.iter().map(|item| self.part(item, version));
                items.collect::<Vec<_>>().join("; ")
            }
            Value::Text(_) | Value::Count(_) | Value::Year(_) | Value::Prose(_) => {
                value.to_string()
            }
        }
    }

    /// A part of a book as people know it; any other text as it is.
    fn part(&self, word: &str, version: Version) -> String {
        if let Some(key) = EntryRef::parse(word).filter(|_| word.contains(':')) {
            return self.diff.name_in(version, &key);
        }
        let is_word = word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let part = is_word.then(|| self.catalogue.find(&format!("meaning-{word}")));
        part.flatten().unwrap_or_else(|| word.to_owned())
    }

    /// The name of what a value is of: `target 2027 (Waktu tanggap)`.
    fn label(&self, said: &Said) -> String {
        let path = &said.path;
        let key = match path.key {
            "" => path.field,
            key => key,
        };
        let mut label = self.field(key);
        if let Some(year) = path.year {
            label.push_str(&format!(" {year}"));
        }
        let name = self.item_name(said);
        if !name.is_empty() {
            label.push_str(&format!(" ({})", shortened(&name, NAME)));
        }
        label
    }

    /// What tells an item of a list from the others, in words; empty if nothing has to.
    pub fn item_name(&self, said: &Said) -> String {
        let path = &said.path;
        if let ("finding", [Value::Text(id)]) = (path.field, path.item.as_slice())
            && let Some(text) = self.diff.finding(&said.key, id)
        {
            return text;
        }
        let names = path.item.iter();
        let names = names.map(|name| match name {
            Value::Word(word) => self.word(path.field, "", word),
            value @ (Value::Present
            | Value::Text(_)
            | Value::Flag(_)
            | Value::Count(_)
            | Value::Money(_)
            | Value::Number(_)
            | Value::Year(_)
            | Value::Date(_)
            | Value::Entry(_)
            | Value::List(_)
            | Value::Prose(_)
            | Value::Digest(_)) => self.value(value),
        });
        let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        // Names of several words would run into each other.
        let is_long = |name: &Value| matches!(name, Value::Text(_) | Value::Entry(_));
        let between = if path.item.iter().any(is_long) {
            ", "
        } else {
            " "
        };
        names.join(between)
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

    /// `+12,5%`, `<0,1%` if there is less than that; `None` if there was no money before
    /// or if it is the same.
    pub fn share(&self, amounts: Amounts) -> Option<String> {
        if amounts.change() == 0 {
            return None;
        }
        let permille = amounts.permille()?;
        if permille == 0 {
            return Some(format!("<{}%", self.format.number("0.1")));
        }
        let sign = if permille < 0 { "−" } else { "+" };
        let tenths = permille.saturating_abs();
        let number = self
            .format
            .number(format!("{}.{}", tenths / 10, tenths % 10));
        Some(format!("{sign}{number}%"))
    }

    /// The money of a programme; of one that came or went all of it.
    fn money(&self, change: &Change, amounts: Amounts) -> Detail {
        let there = |side: bool, amount: i128| side.then(|| self.format.money(amount));
        let (before, after) = (change.before.is_some(), change.after.is_some());
        if before != after {
            return Detail::Value {
                label: self.field("budget"),
                before: there(before, amounts.before.0),
                after: there(after, amounts.after.0),
                change: None,
            };
        }
        if amounts.change() == 0 {
            let amount = vec![("amount", Arg::Money(amounts.after.0))];
            return Detail::Sentence(self.say("diff-same-budget", amount));
        }
        let change = self.signed(amounts.change());
        Detail::Value {
            label: self.field("budget"),
            before: there(before, amounts.before.0),
            after: there(after, amounts.after.0),
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
            Some(Figures::Money(amounts)) => details.push(self.money(change, *amounts)),
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
        if self.audience == Audience::Author {
            self.another_id(change, &mut details);
        }
        if change.before.is_none() || change.after.is_none() {
            self.about(change, &mut details)
        } else {
            self.edits(change, &mut details)
        }
        details
    }

    /// Why two ids are taken for one entry.
    fn another_id(&self, change: &Change, details: &mut Vec<Detail>) {
        let Some(why) = &change.evidence else {
            return;
        };
        details.push(self.evidence(why));
        if let (Some(before), Some(after)) = (&change.before, &change.after) {
            details.push(Detail::Value {
                label: "id".into(),
                before: Some(before.key.id.clone()),
                after: Some(after.key.id.clone()),
                change: None,
            });
        }
    }

    /// The values that changed. An item of a list that came or went is told as one.
    fn edits(&self, change: &Change, details: &mut Vec<Detail>) {
        let edits: Vec<&Edit> = change
            .edits
            .iter()
            .filter(|edit| self.is_told(edit))
            .collect();
        let whole = |edit: &Edit| is_item(edit) && edit.before.is_some() != edit.after.is_some();
        let items: Vec<&Path> = edits
            .iter()
            .filter(|edit| whole(edit))
            .filter_map(|edit| edit.path())
            .collect();
        let mut count = 0_usize;
        let mut more = 0_usize;
        for edit in &edits {
            let Some(path) = edit.path() else { continue };
            let is_part = !whole(edit) && items.iter().any(|item| item.is_beside(path));
            if is_part {
                continue;
            }
            count = count.saturating_add(1);
            if count > MOST {
                more = more.saturating_add(1);
            } else if whole(edit) {
                let beside = edits.iter().copied();
                let beside = beside.filter(|other| {
                    !is_item(other) && other.path().is_some_and(|other| other.is_beside(path))
                });
                self.item(edit, &beside.collect::<Vec<_>>(), details);
            } else {
                self.edit(edit, details);
            }
        }
        if more > 0 {
            let count = vec![("count", Arg::Count(more))];
            details.push(Detail::Sentence(self.say("diff-more-values", count)));
        }
    }

    /// Whether a value is told: what only the files need is for who writes them.
    fn is_told(&self, edit: &Edit) -> bool {
        self.audience == Audience::Author || !is_bookkeeping(edit)
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
            Detail::Text { label, words } => {
                format!("{label}: {}", self.detail(Detail::Paragraph(words)))
            }
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
            let mut args = vec![
                ("number", Arg::from(number)),
                ("before", Arg::from(&before.name)),
                ("old", Arg::Text(before.key.to_string())),
                ("after", Arg::from(&after.name)),
                ("new", Arg::Text(after.key.to_string())),
            ];
            Detail::Sentence(match self.audience {
                Audience::Author => self.say("diff-number-reused", args),
                Audience::Council => {
                    args.retain(|(name, _)| !["old", "new"].contains(name));
                    self.say("diff-number-reused.council", args)
                }
            })
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
        let Some(said) = edit.after.as_ref().or(edit.before.as_ref()) else {
            return;
        };
        let path = &said.path;
        let before = edit.before.as_ref().map(|said| &said.value);
        let after = edit.after.as_ref().map(|said| &said.value);
        match (before, after) {
            (Some(Value::Prose(before)), Some(Value::Prose(after))) => {
                let steps = prose::compare(before, after);
                let away: BTreeMap<usize, Paragraph> = steps
                    .iter()
                    .filter_map(|step| {
                        let Step::MovedAway(number, paragraph) = step else {
                            return None;
                        };
                        Some((*number, paragraph.clone()))
                    })
                    .collect();
                for step in steps {
                    self.step(step, &away, details);
                }
            }
            // The item is there or not; or it has another name.
            (Some(Value::Present), Some(Value::Present)) => {
                let name = |said: &Option<Said>| said.as_ref().map(|said| self.item_name(said));
                // What stands in an item with another name is what it was.
                let own =
                    |said: &Option<Said>| said.as_ref().map(|said| said.path.own_name().to_vec());
                if own(&edit.before) != own(&edit.after)
                    && let (Some(before), Some(after)) = (name(&edit.before), name(&edit.after))
                {
                    details.push(reworded(self.field(path.field), &before, &after));
                }
            }
            (Some(Value::Text(_)), Some(Value::Text(_)))
                if path.field == "color" && self.audience == Audience::Council =>
            {
                // Nobody knows a colour by its number.
                details.push(Detail::Sentence(self.say("diff-other-color", Vec::new())));
            }
            (Some(Value::Text(before)), Some(Value::Text(after))) if before != after => {
                details.push(reworded(self.label(said), before, after));
            }
            (Some(Value::List(before)), Some(Value::List(after))) if before != after => {
                self.list(self.label(said), before, after, details);
            }
            // Nobody reads the digits of a file.
            (Some(Value::Digest(_)), Some(Value::Digest(_)))
                if self.audience == Audience::Council => {}
            (Some(Value::Prose(_)), _) | (_, Some(Value::Prose(_))) => {}
            _ if !edit.is_rename() => details.push(Detail::Value {
                label: self.label(said),
                before: edit
                    .before
                    .as_ref()
                    .map(|said| self.said(said, Version::Before)),
                after: edit
                    .after
                    .as_ref()
                    .map(|said| self.said(said, Version::After)),
                change: None,
            }),
            _ => {}
        }
    }

    /// The parts of a list that came and went, and the order of those that stayed if that is
    /// another one.
    fn list(&self, label: String, before: &[String], after: &[String], details: &mut Vec<Detail>) {
        let lacking = |own: &[String], other: &[String], version| {
            let own = own.iter().filter(|part| !other.contains(part));
            let own: Vec<String> = own.map(|part| self.part(part, version)).collect();
            (!own.is_empty()).then(|| own.join("; "))
        };
        let gone = lacking(before, after, Version::Before);
        let new = lacking(after, before, Version::After);
        if gone.is_some() || new.is_some() {
            details.push(Detail::Value {
                label: label.clone(),
                before: gone,
                after: new,
                change: None,
            });
        }
        let stayed = before.iter().filter(|part| after.contains(part));
        if !stayed.eq(after.iter().filter(|part| before.contains(part))) {
            let parts: Vec<String> = after
                .iter()
                .map(|part| self.part(part, Version::After))
                .collect();
            let order = vec![
                ("what", Arg::Text(label)),
                ("parts", Arg::Text(parts.join("; "))),
            ];
            details.push(Detail::Sentence(self.say("diff-another-order", order)));
        }
    }

    /// What became of a paragraph; `away` holds what moved as it was.
    fn step(&self, step: Step, away: &BTreeMap<usize, Paragraph>, details: &mut Vec<Detail>) {
        let detail = match step {
            Step::Kept(_) | Step::MovedAway(..) => return,
            Step::Added(paragraph) => {
                Detail::Paragraph(vec![Words::Added(self.printed(&paragraph, Version::After))])
            }
            Step::Removed(paragraph) => Detail::Paragraph(vec![Words::Removed(
                self.printed(&paragraph, Version::Before),
            )]),
            Step::Reworded { before, after } => self.reworded(&before, &after),
            Step::MovedHere(number, paragraph) => {
                let text = self.printed(&paragraph, Version::After);
                let text = ("text", Arg::Text(shortened(&text, LINE)));
                let sentence = Detail::Sentence(self.say("diff-moved", vec![text]));
                match away
                    .get(&number)
                    .filter(|before| before.text != paragraph.text)
                {
                    Some(before) => {
                        details.push(sentence);
                        self.reworded(before, &paragraph)
                    }
                    None => sentence,
                }
            }
        };
        if detail != Detail::Paragraph(vec![Words::Added(String::new())])
            && detail != Detail::Paragraph(vec![Words::Removed(String::new())])
        {
            details.push(detail);
        }
    }

    /// A paragraph word by word, or that its words are the same.
    fn reworded(&self, before: &Paragraph, after: &Paragraph) -> Detail {
        let forms = (before.form, after.form);
        let (before, after) = (
            self.printed(before, Version::Before),
            self.printed(after, Version::After),
        );
        if before == after {
            let text = vec![("text", Arg::Text(shortened(&after, LINE)))];
            return Detail::Sentence(match forms {
                // What it asks for has no words of its own.
                (Form::Code, Form::Code) => self.say("diff-other-block", text),
                _ => self.say("diff-other-markup", text),
            });
        }
        Detail::Paragraph(words(&before, &after))
    }
}

/// Whether an edit is of an item of a list itself, and not of one of its keys.
fn is_item(edit: &Edit) -> bool {
    let is_present = |said: &Option<Said>| {
        let value = said.as_ref().map(|said| &said.value);
        value.is_none_or(|value| *value == Value::Present)
    };
    let is_head = |path: &Path| path.key.is_empty() && !path.is_entry();
    edit.path().is_some_and(is_head) && is_present(&edit.before) && is_present(&edit.after)
}

/// Whether a value is there for the files and the program alone: the number that a pillar
/// gave last.
fn is_bookkeeping(edit: &Edit) -> bool {
    edit.path().is_some_and(|path| path.field == "last-number")
}

/// Whether a change says nothing to who reads the plan and not its files. One that is
/// grave is told to everybody.
pub(super) fn is_for_authors(change: &Change) -> bool {
    let is_of_files = change.kind == Kind::Renamed
        || (!change.edits.is_empty() && change.edits.iter().all(is_bookkeeping));
    is_of_files && change.severity == Severity::Note
}

/// A text with another wording: word by word if some word stayed.
fn reworded(label: String, before: &str, after: &str) -> Detail {
    let words = words(before, after);
    let stayed = |run: &Words| match run {
        Words::Kept(text) => text.contains(char::is_alphanumeric),
        Words::Removed(_) | Words::Added(_) => false,
    };
    if words.iter().any(stayed) {
        return Detail::Text { label, words };
    }
    Detail::Value {
        label,
        before: Some(before.to_owned()),
        after: Some(after.to_owned()),
        change: None,
    }
}

/// The first sentence of a text; all of it if it is but one.
pub(super) fn first_sentence(text: &str) -> &str {
    let end = text.match_indices(['.', '!', '?']).find_map(|(at, mark)| {
        let end = at.saturating_add(mark.len());
        let rest = slice(text, end..);
        let next = rest.trim_start().chars().next();
        let is_end = rest.starts_with(' ') && next.is_some_and(char::is_uppercase);
        // An abbreviation or a number is no sentence.
        (is_end && at > ABBREVIATION).then_some(end)
    });
    slice(text, ..end.unwrap_or(text.len()))
}

/// A full stop behind so few characters is that of an abbreviation.
const ABBREVIATION: usize = 15;

/// Characters of a line that names a paragraph by its beginning.
const LINE: usize = 60;

/// The beginning of a text, cut between words where it is longer than so many characters.
pub(super) fn shortened(text: &str, length: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(length) else {
        return text.to_owned();
    };
    let beginning = slice(text, ..end);
    let end = beginning.rfind(' ').filter(|end| *end > 0);
    format!("{}…", slice(beginning, ..end.unwrap_or(beginning.len())))
}

/// Words that stay, far from any that changed, are left out.
pub(crate) fn near(words: &[Words]) -> Vec<Words> {
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

/// Words that went, came or stayed, cut where they are longer than so many characters.
pub(super) fn shortened_words(runs: &[Words], length: usize) -> Vec<Words> {
    let mut left = length;
    let mut short = Vec::new();
    for run in near(runs) {
        let (kind, text): (fn(String) -> Words, String) = match run {
            Words::Kept(text) => (Words::Kept, text),
            Words::Removed(text) => (Words::Removed, text),
            Words::Added(text) => (Words::Added, text),
        };
        let count = text.chars().count();
        if count > left {
            short.push(match left {
                // Half a word says nothing.
                0..10 => Words::Kept("…".into()),
                _ => kind(shortened(&text, left)),
            });
            break;
        }
        left = left.saturating_sub(count);
        short.push(kind(text));
    }
    short
}
