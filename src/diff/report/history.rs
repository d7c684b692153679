//! The history of an entry told to people and to machines.

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use super::super::Diff;
use super::super::log::{History, LogEntry, Remark, Subject, moment, written};
use super::json;
use super::{Audience, Named, Report, ReportWriter, Shown, line};
use crate::finding::pretty;
use crate::language::{Arg, Catalogue, Format, Language, Message, markdown as plain, visible};
use crate::reading::Commit;

/// Version of the document; it rises when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// How a history is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryForm {
    /// A line for each change.
    Human,
    /// A list for a comment or a page of a forge.
    Markdown,
    /// For machines.
    Json,
}

/// What a history is told with.
#[derive(Debug, Clone, Copy)]
pub struct HistoryReport<'a> {
    /// What was found.
    pub history: &'a History,
    /// What was asked for.
    pub asked: &'a Subject,
    /// What stands before the paths of files: `plan/`.
    pub prefix: &'a str,
    /// The language.
    pub language: Language,
}

/// The history of an entry, as `ambonplan log` writes it.
#[derive(Serialize, JsonSchema)]
struct Document {
    /// Version of this format; it rises when a field changes its meaning or goes.
    version: u32,
    /// What was asked for: `program:forum-warga`.
    asked: String,
    /// What it is called now, or was when it went.
    subject: String,
    /// Revisions of which something is to be told, the latest first.
    revisions: Vec<Told>,
}

/// A revision.
#[derive(Serialize, JsonSchema)]
struct Told {
    /// Hash of the commit.
    commit: String,
    /// When it was written, by the clock of its author: `2026-03-05T09:00:00+09:00`.
    date: Option<String>,
    /// Name of its author.
    author: String,
    /// First line of its message.
    subject: String,
    /// What it changed; the first plan is the one before it.
    changes: Vec<json::Entry>,
    /// What cannot be told of it.
    remarks: Vec<Gap>,
}

/// What cannot be told of a revision.
#[derive(Serialize, JsonSchema)]
struct Gap {
    /// `no-plan`, `plan-unread`, `entry-unread` or `cut`.
    kind: String,
    /// The entry that cannot be read.
    entry: Option<String>,
    /// The same in words.
    message: String,
}

/// The JSON Schema of a history.
pub(crate) fn history_schema() -> Schema {
    schema_for!(Document)
}

impl HistoryReport<'_> {
    /// The history as text; each line ends with a line break.
    pub fn render(&self, form: HistoryForm) -> String {
        let words = Words {
            catalogue: &Catalogue::new(self.language),
            format: &Format::new(self.language),
            report: self,
        };
        match form {
            HistoryForm::Human => words.lines(),
            HistoryForm::Markdown => words.markdown(),
            HistoryForm::Json => words.json(),
        }
    }

    /// That the entry has another name now, in words; `None` if it has not.
    pub fn renamed(&self) -> Option<Message> {
        let (asked, subject) = (self.asked, &self.history.subject);
        (asked != subject).then(|| {
            let args = vec![
                ("asked", Arg::Text(asked.to_string())),
                ("subject", Arg::Text(subject.to_string())),
            ];
            Message::new("log-renamed", args)
        })
    }
}

struct Words<'a> {
    catalogue: &'a Catalogue,
    format: &'a Format,
    report: &'a HistoryReport<'a>,
}

impl Words<'_> {
    /// Tells what one revision changed.
    fn with<T>(&self, diff: &Diff, tell: impl FnOnce(&ReportWriter<'_>) -> T) -> T {
        let side = || Named {
            prefix: self.report.prefix.to_owned(),
            ..Named::default()
        };
        let report = Report {
            diff,
            base: side(),
            head: side(),
            shown: Shown::default(),
            language: self.report.language,
            audience: Audience::Author,
        };
        tell(&report.teller(self.catalogue, self.format))
    }

    fn remark(&self, remark: &Remark) -> String {
        let message = match remark {
            Remark::NoPlan => Message::new("log-no-plan", Vec::new()),
            Remark::PlanUnread => Message::new("log-plan-unread", Vec::new()),
            Remark::EntryUnread(key) => {
                let entry = vec![("entry", Arg::Text(key.to_string()))];
                Message::new("log-entry-unread", entry)
            }
            Remark::Cut => Message::new("log-cut", Vec::new()),
        };
        self.catalogue.text(&message)
    }

    /// What a revision changed and what cannot be told of it, each on a line.
    fn said(&self, logged: &LogEntry) -> Vec<String> {
        let remarks = logged.remarks.iter().map(|remark| self.remark(remark));
        let mut lines: Vec<String> = remarks.collect();
        lines.extend(self.with(&logged.diff, |teller| {
            let changes = logged.diff.changes.iter();
            changes
                .map(|change| line(&teller.wording, change))
                .collect::<Vec<_>>()
        }));
        lines
    }

    fn lines(&self) -> String {
        let mut text = String::new();
        for logged in &self.report.history.logged {
            let Commit { id, author, .. } = &logged.commit;
            let (day, short, author) = (day(&logged.commit), shortened(id), visible(author));
            for line in self.said(logged) {
                text.push_str(&format!("{day} {short} {author}: {}\n", visible(&line)));
            }
        }
        text
    }

    fn markdown(&self) -> String {
        let subject = Arg::Text(self.report.history.subject.to_string());
        let title = Message::new("log-title", vec![("subject", subject)]);
        let mut text = format!("## {}\n", plain(&self.catalogue.text(&title)));
        if let Some(renamed) = self.report.renamed() {
            text.push_str(&format!("\n> {}\n", plain(&self.catalogue.text(&renamed))));
        }
        if self.report.history.logged.is_empty() {
            let nothing = Message::new("log-nothing", Vec::new());
            text.push_str(&format!("\n{}\n", self.catalogue.text(&nothing)));
        }
        for logged in &self.report.history.logged {
            let commit = &logged.commit;
            let day = written(commit).map(|date| self.format.date(date));
            text.push_str(&format!(
                "\n### {} · {}\n\n{} · `{}`\n\n",
                day.unwrap_or_else(|| String::from("?")),
                plain(&commit.author),
                plain(&commit.subject),
                shortened(&commit.id),
            ));
            for line in self.said(logged) {
                text.push_str(&format!("- {}\n", plain(&line)));
            }
        }
        text
    }

    fn json(&self) -> String {
        let history = self.report.history;
        let revisions = history.logged.iter().map(|logged| Told {
            commit: logged.commit.id.clone(),
            date: moment(&logged.commit)
                .map(|moment| moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()),
            author: logged.commit.author.clone(),
            subject: logged.commit.subject.clone(),
            changes: self.with(&logged.diff, |teller| {
                let changes = logged.diff.changes.iter();
                changes.map(|change| teller.entry(change)).collect()
            }),
            remarks: logged.remarks.iter().map(|one| self.gap(one)).collect(),
        });
        pretty(&Document {
            version: VERSION,
            asked: self.report.asked.to_string(),
            subject: history.subject.to_string(),
            revisions: revisions.collect(),
        })
    }

    fn gap(&self, remark: &Remark) -> Gap {
        let kind = match remark {
            Remark::NoPlan => "no-plan",
            Remark::PlanUnread => "plan-unread",
            Remark::EntryUnread(_) => "entry-unread",
            Remark::Cut => "cut",
        };
        let entry = match remark {
            Remark::EntryUnread(key) => Some(key.to_string()),
            Remark::NoPlan | Remark::PlanUnread | Remark::Cut => None,
        };
        Gap {
            kind: kind.to_owned(),
            entry,
            message: self.remark(remark),
        }
    }
}

/// The day on which a revision was written, as machines write it.
fn day(commit: &Commit) -> String {
    let date = written(commit).map(|date| date.to_string());
    date.unwrap_or_else(|| String::from("?"))
}

/// So much of a hash as tells it from others.
fn shortened(id: &str) -> String {
    id.chars().take(10).collect()
}
