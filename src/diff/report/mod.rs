//! Changes told to people and to machines, in a language.

mod digest;
mod entry;
#[cfg(feature = "revisions")]
mod history;
mod html;
mod human;
mod json;
mod lead;
mod markdown;
mod outline;
mod page;
mod printed;
mod shown;
mod side;
mod tables;
mod wording;

#[cfg(feature = "revisions")]
pub(crate) use history::history_schema;
pub(crate) use json::schema;

use super::{Amounts, Change, Diff, Kind, Place, PolicyFrom, Severity, Side, Signature, Version};
use crate::finding::Style;
use crate::language::{Arg, Catalogue, Format, Language, Message, visible};
use crate::model::Rupiah;

pub use digest::{Digest, DigestChange, DigestRow, DigestSection, DigestTable};
#[cfg(feature = "revisions")]
pub use history::{HistoryForm, HistoryReport};
pub(crate) use lead::{LeadEntry, LeadKind};
pub use shown::Shown;
pub use side::{Audience, Named, NamedCommit};
pub use wording::Detail;
use wording::Wording;
pub(crate) use wording::near;

/// So many entries that cannot be read are named.
const NAMED: usize = 5;

/// How changes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For a terminal.
    Human(Style),
    /// For a comment on a merge request.
    Markdown,
    /// For machines.
    Json,
    /// One page for a browser, which needs no other file.
    Html,
}

/// What a report is made of.
#[derive(Clone)]
pub struct Report<'a> {
    /// The changes.
    pub diff: &'a Diff,
    /// The first plan.
    pub base: Named,
    /// The second plan.
    pub head: Named,
    /// Which of the changes these are.
    pub shown: Shown,
    /// The language.
    pub language: Language,
    /// Whom it is for.
    pub audience: Audience,
}

impl Report<'_> {
    /// The report as text that ends with a line break.
    pub fn render(&self, form: Form) -> String {
        let catalogue = self.catalogue();
        let format = Format::new(self.language);
        let teller = self.teller(&catalogue, &format);
        match form {
            Form::Human(style) => teller.human(style),
            Form::Markdown => teller.markdown(),
            Form::Json => teller.json(),
            Form::Html => teller.html(),
        }
    }

    /// The messages, for the kind of government whose plan the second one is.
    fn catalogue(&self) -> Catalogue {
        let catalogue = Catalogue::new(self.language);
        match self.head.government {
            Some(government) => catalogue.for_government(government.word()),
            None => catalogue,
        }
    }

    /// One of the plans.
    fn plan(&self, version: Version) -> &Named {
        version.of(&self.base, &self.head)
    }

    /// The path of a file as it was asked for, with the directory of the plan.
    fn path(&self, place: &Place) -> String {
        format!("{}{}", self.plan(place.version).prefix, place.file)
    }

    fn teller<'a>(&'a self, catalogue: &'a Catalogue, format: &'a Format) -> ReportWriter<'a> {
        ReportWriter {
            report: self,
            wording: Wording {
                catalogue,
                format,
                diff: self.diff,
                audience: self.audience,
            },
        }
    }
}

/// Changes in a line each, of which nobody knows what pillars and OPD are called.
pub fn lines<'c>(changes: impl Iterator<Item = &'c Change>, language: Language) -> Vec<String> {
    let catalogue = Catalogue::new(language);
    let format = Format::new(language);
    let diff = Diff::default();
    let wording = Wording {
        catalogue: &catalogue,
        format: &format,
        diff: &diff,
        audience: Audience::Author,
    };
    changes
        .map(|change| visible(&line(&wording, change)))
        .collect()
}

/// The entry, what the change means, and the first values; of another id, both.
fn line(wording: &Wording<'_>, change: &Change) -> String {
    let mut line = format!("{}: {}", wording.entry(change), wording.meaning(change));
    let most = if change.kind == Kind::Renamed { 2 } else { 1 };
    let details = wording.details(change).into_iter().take(most);
    let details: Vec<String> = details.map(|one| wording.detail(one)).collect();
    if !details.is_empty() {
        line.push_str(&format!(" ({})", details.join("; ")));
    }
    line
}

/// A report with what its words are made of.
struct ReportWriter<'a> {
    report: &'a Report<'a>,
    wording: Wording<'a>,
}

impl ReportWriter<'_> {
    fn say(&self, key: &'static str, args: Vec<(&'static str, Arg)>) -> String {
        let message = Message::new(key, args);
        self.wording.catalogue.text(&message)
    }

    fn title(&self) -> String {
        self.say("diff-title", Vec::new())
    }

    /// How many changes of a severity are not accepted, shown or not.
    fn count(&self, severity: Severity) -> usize {
        let known = self.known();
        let open = known.filter(|change| change.accepted.is_none());
        open.filter(|change| change.severity == severity).count()
    }

    /// How many changes of each severity there are, and how many are accepted.
    fn counts(&self) -> String {
        let known = self.known();
        let accepted = known.filter(|change| change.accepted.is_some()).count();
        if self.told().next().is_none() {
            let shown = &self.report.shown;
            return match (shown.is_everything(), self.report.diff.unread.is_empty()) {
                (true, true) => self.say("diff-nothing", Vec::new()),
                (true, false) => self.say("diff-nothing-readable", Vec::new()),
                (false, _) => self.say("diff-nothing.shown", Vec::new()),
            };
        }
        let count = |severity| Arg::Count(self.count(severity));
        let counts = vec![
            ("breaking", count(Severity::Breaking)),
            ("warnings", count(Severity::Warning)),
            ("notes", count(Severity::Note)),
        ];
        let mut text = self.say("diff-counts", counts);
        if accepted > 0 {
            let count = vec![("count", Arg::Count(accepted))];
            text.push_str(&format!("; {}", self.say("diff-accepted-count", count)));
        }
        text
    }

    /// What a reader has to know of the plans themselves.
    fn remarks(&self) -> Vec<String> {
        let report = self.report;
        let is_author = report.audience == Audience::Author;
        let mut remarks = self.left_out();
        if report.base.is_missing {
            remarks.push(if is_author {
                let side = vec![("side", Arg::from(&report.base.name))];
                self.say("diff-everything", side)
            } else {
                self.say("diff-everything.council", Vec::new())
            });
            if is_author && let Some(first) = report.base.elsewhere.first() {
                let places = report.base.elsewhere.iter();
                let places: Vec<String> = places.map(|place| format!("`{place}`")).collect();
                let args = vec![
                    ("side", Arg::from(&report.base.name)),
                    ("places", Arg::Text(places.join(", "))),
                    ("first", Arg::from(first)),
                ];
                remarks.push(self.say("diff-everything.elsewhere", args));
            }
        }
        for (side, name) in [(&report.base, self.base()), (&report.head, self.head())] {
            if side.errors > 0 {
                let count = ("count", Arg::Count(side.errors));
                remarks.push(if is_author {
                    let side = ("side", Arg::from(&side.name));
                    self.say("diff-errors", vec![side, count])
                } else {
                    let side = ("side", Arg::Text(name));
                    self.say("diff-errors.council", vec![side, count])
                });
            }
        }
        remarks.extend(
            Version::BOTH
                .map(|version| self.unread(version))
                .into_iter()
                .flatten(),
        );
        let left_out = &report.diff.money.left_out;
        if !left_out.is_empty() {
            let sum = |of: fn(&Amounts) -> Rupiah| -> Rupiah { left_out.values().map(of).sum() };
            remarks.push(self.say(
                "diff-left-out",
                vec![
                    ("count", Arg::Count(left_out.len())),
                    ("before", Arg::Money(sum(|one| one.before).0)),
                    ("after", Arg::Money(sum(|one| one.after).0)),
                ],
            ));
        }
        let diff = report.diff;
        let is_own =
            |change: &Change| change.accepted.is_some() || change.severity < change.kind.severity();
        let is_milder = match diff.policy_from {
            PolicyFrom::Base => false,
            // A plan that makes nothing milder decides what every plan would.
            PolicyFrom::Head => diff.changes.iter().any(is_own),
        };
        let who = match (diff.policy_from, is_author, is_milder) {
            (PolicyFrom::Base, true, _) => Some("diff-policy-base"),
            (PolicyFrom::Base, false, _) => Some("diff-policy-base.council"),
            (PolicyFrom::Head, true, true) => Some("diff-policy-head"),
            (PolicyFrom::Head, false, true) => Some("diff-policy-head.council"),
            (PolicyFrom::Head, _, false) => None,
        };
        let sides = if is_author {
            vec![
                ("base", Arg::from(&report.base.name)),
                ("head", Arg::from(&report.head.name)),
            ]
        } else {
            Vec::new()
        };
        remarks.extend(who.map(|key| self.say(key, sides)));
        if !is_author {
            return remarks;
        }
        for one in &self.report.diff.unused {
            let change = vec![("change", Arg::Text(one.clone()))];
            remarks.push(self.say("diff-unused", change));
        }
        remarks
    }

    /// What cannot be read of one of the plans, if anything.
    fn unread(&self, version: Version) -> Option<String> {
        let report = self.report;
        let unread = report.diff.unread.iter();
        let keys = unread.filter(|one| one.version == version);
        let is_author = report.audience == Audience::Author;
        let keys: Vec<String> = keys
            .map(|one| {
                if is_author {
                    format!("`{}`", one.key)
                } else {
                    report.diff.name(&one.key)
                }
            })
            .collect();
        let side = if is_author {
            report.plan(version).name.clone()
        } else {
            version.of(self.base(), self.head())
        };
        let mut entries = keys
            .iter()
            .take(NAMED)
            .cloned()
            .collect::<Vec<_>>()
            .join("; ");
        if keys.len() > NAMED {
            entries.push_str("; …");
        }
        let said = vec![
            ("count", Arg::Count(keys.len())),
            ("entries", Arg::Text(entries)),
            ("side", Arg::Text(side)),
        ];
        (!keys.is_empty()).then(|| self.say("diff-unread", said))
    }

    /// The OPD that have to sign again, or that none has to. Nothing where that is not known,
    /// or not asked for.
    fn signatures(&self) -> Vec<String> {
        let report = self.report;
        let diff = report.diff;
        let is_known = report.shown.only.is_none()
            && !report.base.is_missing
            && diff.unread.is_empty()
            && !diff.is_empty();
        if diff.signatures.is_empty() && is_known {
            return vec![self.say("diff-signatures.none", Vec::new())];
        }
        let signatures = diff.signatures.iter();
        signatures.map(|one| self.signature(one)).collect()
    }

    /// An OPD that has to sign again, and why.
    fn signature(&self, one: &Signature) -> String {
        let mut said = vec![("opd", Arg::from(&one.name))];
        if let Some(head) = &one.head {
            said.push(("before", Arg::from(&head.before)));
            said.push(("after", Arg::from(&head.after)));
        }
        let key = match (&one.head, one.changes) {
            (None, _) => "diff-signature",
            (Some(_), 0) => "diff-signature.head",
            (Some(_), _) => "diff-signature.both",
        };
        if key != "diff-signature.head" {
            said.push(("count", Arg::Count(one.changes)));
        }
        self.say(key, said)
    }

    /// What stands above the OPD that have to sign again.
    fn signatures_title(&self) -> String {
        let title = self.say("diff-signatures", Vec::new());
        match self.report.diff.signatures.len() {
            0 => title,
            count => format!("{title} ({})", self.wording.format.number(count)),
        }
    }

    /// Who accepted a change, and why.
    fn acceptance(&self, change: &Change) -> Option<String> {
        let why = change.accepted.as_ref()?;
        Some(self.say(
            "diff-accepted-by",
            vec![
                ("by", Arg::from(&why.by)),
                ("date", Arg::Date(why.date)),
                ("reason", Arg::from(&why.reason)),
            ],
        ))
    }

    /// The places of a change in both plans, or in the one that has it.
    fn places(&self, change: &Change) -> String {
        let tell = |side: &Side| {
            let Place { line, column, .. } = side.place;
            format!("{}:{line}:{column}", self.report.path(&side.place))
        };
        match (
            change.before.as_ref().map(tell),
            change.after.as_ref().map(tell),
        ) {
            (Some(before), Some(after)) if before != after => format!("{before} → {after}"),
            (before, after) => after.or(before).unwrap_or_default(),
        }
    }

    fn severity(&self, severity: Severity) -> String {
        let key = match severity {
            Severity::Breaking => "diff-breaking",
            Severity::Warning => "diff-warning",
            Severity::Note => "diff-note",
        };
        self.say(key, Vec::new())
    }
}
