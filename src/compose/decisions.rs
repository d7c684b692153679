//! What the council has to decide, and what it has to know for that.

use std::cmp::Reverse;

use super::Composer;
use super::show::share;
use super::tree::{BlockKind, Content, Flow};
use super::view::{Decision, DecisionRow};
use crate::language::message;
use crate::model::{
    BudgetLine, EvaluationStatus, FollowUpStatus, FundingSource, ProposalStatus, Rupiah, Status,
};
use crate::resolve::{Id, Program, Support, Target};

/// Programmes that cost most, of which so many are named.
const LARGEST: usize = 10;

/// What a section says besides its entries.
struct About<'w> {
    /// A word for its label.
    id: &'static str,
    title: &'w str,
    /// The number that tells most.
    figure: String,
    /// What is to be done.
    text: String,
}

/// Entries that are named one behind the other, or told one below the other.
enum Listed {
    Names(Vec<Content>),
    Rows(Vec<DecisionRow>),
}

impl Composer<'_> {
    /// The chapter for the council; sections without entries are left out.
    pub(super) fn decisions(&self) -> Flow {
        let waiting = [
            self.unsigned(),
            self.unapproved(),
            self.without_money(),
            self.undecided_proposals(),
            self.open_findings(),
            self.next_evaluation(),
            self.unmet_needs(),
        ];
        let waiting: Vec<Decision> = waiting.into_iter().flatten().collect();
        let date = self.plan.file.date.value;
        let about = if waiting.is_empty() {
            message!("book-decisions-none", date = date)
        } else {
            message!("book-decisions-about", date = date)
        };
        let mut blocks = Flow::default();
        let about = self.with_volume(self.words.say(&about));
        blocks.paragraph(self.prose(&about));
        let known = [self.largest(), self.money_by_year(), self.money_by_source()];
        for decision in waiting.into_iter().chain(known.into_iter().flatten()) {
            blocks.push(BlockKind::Decision(Box::new(decision)));
        }
        blocks
    }

    /// A section; nothing if it has no entries.
    fn decision(&self, about: About<'_>, listed: Listed) -> Option<Decision> {
        let (names, rows) = match listed {
            Listed::Names(names) => (names, Vec::new()),
            Listed::Rows(rows) => (Vec::new(), rows),
        };
        if names.is_empty() && rows.is_empty() {
            return None;
        }
        Some(Decision {
            level: 2,
            number: None,
            title: Content::text(about.title),
            label: Some(format!("decisions:{}", about.id)),
            figure: about.figure.into(),
            about: about.text.into(),
            names,
            rows,
        })
    }

    /// Commitments that are not signed.
    fn unsigned(&self) -> Option<Decision> {
        let opds = self.plan.opds.iter();
        let unsigned = opds.filter(|(_, opd)| opd.file.attested().is_none());
        let names = unsigned.map(|(id, opd)| {
            let name = self.link(Target::Opd(id));
            name.at(opd.file.name.span.into())
        });
        let names: Vec<Content> = names.collect();
        let about = About {
            id: "commitments",
            title: self.words.get("book-decisions-commitments"),
            figure: self.format.number(names.len()),
            text: self.words.get("book-decisions-commitments-about").into(),
        };
        self.decision(about, Listed::Names(names))
    }

    /// Programmes that are only proposed.
    fn unapproved(&self) -> Option<Decision> {
        let proposed = self.programs_where(|program| program.file.status.value == Status::Proposed);
        let total: Rupiah = proposed.iter().map(|id| self.program_total(*id)).sum();
        let text = message!(
            "book-decisions-approval-about",
            money = self.short_money(total)
        );
        let about = About {
            id: "approval",
            title: self.words.get("book-decisions-approval"),
            figure: self.format.number(proposed.len()),
            text: self.words.say(&text),
        };
        let rows = proposed.into_iter().map(|id| {
            let amount = self.program_total(id);
            let has_money = amount > Rupiah::default();
            DecisionRow {
                value: has_money.then(|| self.short_money(amount).into()),
                ..self.program_in_decision(id)
            }
        });
        self.decision(about, Listed::Rows(rows.collect()))
    }

    /// Programmes without money.
    fn without_money(&self) -> Option<Decision> {
        let programs = self
            .all_programs()
            .filter(|id| self.is_on(*id) && self.program_total(*id) == Rupiah::default());
        let rows = programs.map(|id| self.program_in_decision(id));
        let rows: Vec<DecisionRow> = rows.collect();
        let about = About {
            id: "money",
            title: self.words.get("book-decisions-money"),
            figure: self.format.number(rows.len()),
            text: self.words.get("book-decisions-money-about").into(),
        };
        self.decision(about, Listed::Rows(rows))
    }

    /// Proposals that wait for an answer, or for another day.
    fn undecided_proposals(&self) -> Option<Decision> {
        let proposals = self.plan.proposals.iter();
        let undecided = proposals.filter(|(_, proposal)| match proposal.file.status.value {
            ProposalStatus::Open | ProposalStatus::Deferred => true,
            ProposalStatus::Adopted | ProposalStatus::Declined => false,
        });
        let rows = undecided.map(|(id, proposal)| {
            let file = &proposal.file;
            let status = self
                .words
                .named("book-proposal-status", file.status.value.word());
            let mut said = vec![file.by.value.clone(), status.to_lowercase()];
            said.extend(file.reason.as_ref().map(|reason| reason.value.clone()));
            let target = Target::Proposal(id);
            DecisionRow {
                words: Some(said.join("; ").into()),
                ..self.entry_in_decision(target, &file.title, file.example.value)
            }
        });
        let rows: Vec<DecisionRow> = rows.collect();
        let about = About {
            id: "proposals",
            title: self.words.get("book-decisions-proposals"),
            figure: self.format.number(rows.len()),
            text: self.words.get("book-decisions-proposals-about").into(),
        };
        self.decision(about, Listed::Rows(rows))
    }

    /// Findings of evaluations that are not settled.
    fn open_findings(&self) -> Option<Decision> {
        let date = self.plan.file.date.value;
        let mut rows = Vec::new();
        for evaluation in self.plan.evaluations.values() {
            for (finding, concern) in evaluation.file.findings.iter().zip(&evaluation.findings) {
                match finding.status.value {
                    FollowUpStatus::Open => {}
                    FollowUpStatus::Closed => continue,
                }
                let text = self.marked(&finding.text, evaluation.file.example.value);
                let mut name = Content::text(&text).at(finding.text.span.into());
                if let Some(id) = concern.program {
                    name = name
                        .then(Content::text(" "))
                        .then(self.program_reference(id))
                        .then(self.page(Target::Program(id)));
                }
                let mut said = Vec::new();
                said.extend(concern.opd.map(|id| self.link(Target::Opd(id))));
                let follow_up = finding.follow_up.as_ref();
                said.extend(follow_up.map(|text| Content::text(text)));
                let deadline = finding.deadline.as_ref().map(|one| one.value);
                if deadline.is_some_and(|deadline| deadline < date) {
                    said.push(self.words.get("book-decisions-overdue").into());
                }
                rows.push(DecisionRow {
                    label: None,
                    name,
                    words: (!said.is_empty()).then(|| Content::join(said, "; ")),
                    value: deadline.map(|date| self.format.date(date).into()),
                    share: None,
                });
            }
        }
        let about = About {
            id: "findings",
            title: self.words.get("book-decisions-findings"),
            figure: self.format.number(rows.len()),
            text: self.words.get("book-decisions-findings-about").into(),
        };
        self.decision(about, Listed::Rows(rows))
    }

    /// The next evaluation as of the date of the plan, and those that should have taken place.
    fn next_evaluation(&self) -> Option<Decision> {
        let date = self.plan.file.date.value;
        let planned = self.plan.evaluations.values();
        let planned = planned.filter(|one| match one.file.status.value {
            EvaluationStatus::Planned => true,
            EvaluationStatus::Done => false,
        });
        let (late, coming): (Vec<_>, Vec<_>) = planned.partition(|one| one.date < date);
        let next = coming.into_iter().min_by_key(|one| one.date);
        let shown = late.iter().copied().chain(next);
        let rows =
            shown.map(|one| {
                let scope = one.file.scope.as_ref().map(|scope| scope.value.clone());
                let is_late = one.date < date;
                let is_late = is_late.then(|| self.words.get("book-decisions-overdue").to_owned());
                let said: Vec<String> = [scope, is_late].into_iter().flatten().collect();
                DecisionRow {
                    label: None,
                    name: Content::text(&self.marked(&one.file.title, one.file.example.value))
                        .at(one.file.title.span.into()),
                    words: (!said.is_empty()).then(|| said.join("; ").into()),
                    value: Some(self.format.date(one.date).into()),
                    share: None,
                }
            });
        let rows: Vec<DecisionRow> = rows.collect();
        let about = About {
            id: "evaluation",
            title: self.words.get("book-decisions-evaluation"),
            figure: self.format.number(rows.len()),
            text: self.words.say(&message!(
                "book-decisions-evaluation-about",
                late = late.len()
            )),
        };
        self.decision(about, Listed::Rows(rows))
    }

    /// Institutional needs that no programme meets.
    fn unmet_needs(&self) -> Option<Decision> {
        let needs = self.plan.needs.iter();
        let unmet = needs.filter(|(id, _)| self.supporting(Support::Need(*id)).is_empty());
        let rows = unmet.map(|(id, need)| {
            let target = Target::Need(id);
            let (text, example) = (&need.entry.text, need.entry.example.value);
            DecisionRow {
                words: need.pillar.map(|id| self.link(Target::Pillar(id))),
                ..self.entry_in_decision(target, text, example)
            }
        });
        let rows: Vec<DecisionRow> = rows.collect();
        let about = About {
            id: "needs",
            title: self.words.get("book-decisions-needs"),
            figure: self.format.number(rows.len()),
            text: self.words.get("book-decisions-needs-about").into(),
        };
        self.decision(about, Listed::Rows(rows))
    }

    /// The programmes that cost most.
    fn largest(&self) -> Option<Decision> {
        let programs = self.all_programs().map(|id| (id, self.program_total(id)));
        let mut programs: Vec<(Id<Program>, Rupiah)> = programs
            .filter(|(_, amount)| *amount > Rupiah::default())
            .collect();
        programs.sort_by_key(|(id, amount)| (Reverse(*amount), *id));
        programs.truncate(LARGEST);
        let (_, most) = programs.first().copied()?;
        let (total, all) = (
            programs.iter().map(|(_, amount)| *amount).sum::<Rupiah>(),
            self.plan_total(),
        );
        let text = message!(
            "book-decisions-largest-about",
            count = programs.len(),
            money = self.short_money(total),
            all = self.short_money(all),
        );
        let about = About {
            id: "largest",
            title: self.words.get("book-decisions-largest"),
            figure: self.whole_percent(total, all),
            text: self.words.say(&text),
        };
        let rows = programs.into_iter().map(|(id, amount)| DecisionRow {
            value: Some(self.short_money(amount).into()),
            share: Some(share(amount.0, most.0)),
            ..self.program_in_decision(id)
        });
        self.decision(about, Listed::Rows(rows.collect()))
    }

    /// The money of each year.
    fn money_by_year(&self) -> Option<Decision> {
        let sheet = self.sheet(self.all_programs(), |_, _| ());
        let years = self.years();
        let amounts = years.iter().map(|year| (*year, sheet.column(*year)));
        let amounts: Vec<_> = amounts.collect();
        // The first of those with the same amount.
        let (peak, most) = amounts
            .iter()
            .copied()
            .min_by_key(|(year, amount)| (Reverse(*amount), *year))?;
        if most == Rupiah::default() {
            return None;
        }
        let text = message!(
            "book-decisions-years-about",
            money = self.short_money(sheet.total()),
            year = peak.to_string(),
        );
        let about = About {
            id: "years",
            title: self.words.get("book-decisions-years"),
            figure: peak.to_string(),
            text: self.words.say(&text),
        };
        let rows = amounts.into_iter().map(|(year, amount)| DecisionRow {
            label: None,
            name: year.to_string().into(),
            words: None,
            value: Some(if amount == Rupiah::default() {
                Content::text("–")
            } else {
                self.short_money(amount).into()
            }),
            share: Some(share(amount.0, most.0)),
        });
        self.decision(about, Listed::Rows(rows.collect()))
    }

    /// The money of each source, and how much of it is confirmed.
    fn money_by_source(&self) -> Option<Decision> {
        let lines = self.all_programs().flat_map(|id| self.lines(id));
        let lines: Vec<&BudgetLine> = lines.collect();
        let sum = |of: &dyn Fn(&BudgetLine) -> bool| -> Rupiah {
            let lines = lines.iter().filter(|line| of(line));
            lines.map(|line| line.amount.value).sum()
        };
        let (all, confirmed) = (sum(&|_| true), sum(&|line| line.confirmed.value));
        if all == Rupiah::default() {
            return None;
        }
        let sources = FundingSource::ALL.iter().copied();
        let of_source = |source: FundingSource| sum(&|line| line.source.value == source);
        let mut sources: Vec<_> = sources
            .map(|source| (source, of_source(source)))
            .filter(|(_, amount)| *amount > Rupiah::default())
            .collect();
        sources.sort_by_key(|(source, amount)| (Reverse(*amount), *source));
        let (_, most) = sources.first().copied()?;
        let rows = sources.into_iter().map(|(source, amount)| {
            let certain = sum(&|line| line.source.value == source && line.confirmed.value);
            let certain = (certain > Rupiah::default()).then(|| {
                let money = self.short_money(certain);
                let said = message!("book-decisions-confirmed", money = money);
                Content::text(&self.words.say(&said))
            });
            DecisionRow {
                label: None,
                name: self.words.named("book-fund", source.word()).into(),
                words: certain,
                value: Some(self.short_money(amount).into()),
                share: Some(share(amount.0, most.0)),
            }
        });
        let rows: Vec<DecisionRow> = rows.collect();
        let text = if confirmed == Rupiah::default() {
            self.words.get("book-decisions-sources-unconfirmed").into()
        } else {
            let (money, all) = (self.short_money(confirmed), self.short_money(all));
            let about = message!("book-decisions-sources-about", money = money, all = all);
            self.words.say(&about)
        };
        let about = About {
            id: "sources",
            title: self.words.get("book-decisions-sources"),
            figure: self.whole_percent(confirmed, all),
            text,
        };
        self.decision(about, Listed::Rows(rows))
    }

    /// A programme with its agency.
    fn program_in_decision(&self, id: Id<Program>) -> DecisionRow {
        let program = &self.plan.programs[id];
        let file = &program.file;
        let target = Target::Program(id);
        let name = self
            .program_reference(id)
            .then(Content::text(" "))
            .then(self.link_as(target, &self.marked(&file.title, file.example.value)))
            .then(self.page(target));
        DecisionRow {
            label: Some(self.label(target)),
            name: name.at(file.title.span.into()),
            words: Some(self.link(Target::Opd(program.opd))),
            value: None,
            share: None,
        }
    }

    /// An entry by its name.
    fn entry_in_decision(&self, target: Target, text: &str, example: bool) -> DecisionRow {
        let name = self.link_as(target, &self.marked(text, example));
        DecisionRow {
            label: Some(self.label(target)),
            name: name.at(self.origin(target).into()),
            words: None,
            value: None,
            share: None,
        }
    }

    /// A text, and whether it is an example where the whole plan is none.
    fn marked(&self, text: &str, example: bool) -> String {
        self.mark(text, example && !self.plan.file.example.value)
    }

    /// `38%`, rounded half up.
    fn whole_percent(&self, Rupiah(part): Rupiah, Rupiah(all): Rupiah) -> String {
        let doubled = part.saturating_mul(200).saturating_add(all);
        let percent = doubled.checked_div(all.saturating_mul(2));
        format!("{}%", self.format.number(percent.unwrap_or_default()))
    }
}
