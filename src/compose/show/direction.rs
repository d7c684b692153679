//! Tables of what the plan aims at: laws, RPJMD, pillars, needs, phases.

use crate::compose::code::Content;
use crate::compose::view::Table;
use crate::compose::{Composer, table};
use crate::model::{LawStatus, ReadinessElement, Show, Year};
use crate::resolve::{Support, Target};

impl Composer<'_> {
    pub(super) fn laws(&self) -> Table {
        let columns = vec![
            table::number(self.words.get("book-number")),
            table::text(self.words.get("book-law"), 3),
            table::text(self.words.get("book-about"), 4),
        ];
        let rows = self.plan.laws.iter().enumerate().map(|(at, (id, law))| {
            let entry = &law.entry;
            let mut about = entry.title.value.clone();
            let status = entry.status.value;
            if status != LawStatus::InForce {
                let status = self.words.named("book-law-status", status.word());
                about.push_str(&format!(" ({status}"));
                if let Some(by) = law.by {
                    let by = self.plan.laws[by].entry.cited();
                    about.push_str(&format!(" {} {by}", self.words.get("book-by")));
                }
                about.push(')');
            }
            if entry.unverified.value {
                about.push(' ');
                about.push_str(self.words.get("book-title-unverified"));
            }
            self.row(
                self.origin(Target::Law(id)),
                vec![
                    Content::text(&(at + 1).to_string()),
                    self.anchored(Show::Laws, Target::Law(id), &entry.cited()),
                    Content::text(&about),
                ],
            )
        });
        let rows = rows.collect();
        table::bare(columns, rows)
    }

    pub(super) fn rpjmd(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-mission"), 3),
            table::text(self.words.get("book-goal"), 5),
        ];
        let mut rows = Vec::new();
        if let Some(rpjmd) = &self.plan.rpjmd {
            let vision = self.words.get("book-vision");
            let text = format!("{}. {vision}: {}", rpjmd.title.value, rpjmd.vision.value);
            rows.push(table::group(
                &self.with_source(&text, rpjmd.source.as_ref()),
            ));
        }
        let goal = |id, entry: &crate::resolve::Goal| {
            let text = self.mark(&entry.entry.text, entry.entry.example.value);
            let text = self
                .anchored(Show::Rpjmd, Target::Goal(id), &text)
                .then(&self.sourced("", entry.entry.source.as_ref()));
            self.traced(self.origin(Target::Goal(id)), text)
        };
        for (id, mission) in self.plan.missions.iter() {
            let mut name = self
                .anchored(Show::Rpjmd, Target::Mission(id), &mission.text)
                .then(&self.sourced("", mission.source.as_ref()));
            let mut goals: Vec<Content> = self
                .plan
                .goals
                .iter()
                .filter(|(_, found)| found.mission == Some(id))
                .map(|(id, found)| goal(id, found))
                .collect();
            if goals.is_empty() {
                goals.push(Content::text("–"));
            }
            for cell in goals {
                let first = std::mem::replace(&mut name, Content::empty());
                rows.push(self.row(mission.text.span, vec![first, cell]));
            }
        }
        let free = self
            .plan
            .goals
            .iter()
            .filter(|(_, found)| found.mission.is_none());
        rows.extend(
            free.map(|(id, found)| table::plain(vec![Content::text("–"), goal(id, found)])),
        );
        table::bare(columns, rows)
    }

    pub(super) fn priorities(&self) -> Table {
        let columns = vec![
            table::number(self.words.get("book-number")),
            table::text(self.words.get("book-priority-programme"), 3),
            table::text(self.words.get("book-supporting-programmes"), 4),
        ];
        let rows = self.plan.priorities.iter().map(|(id, entry)| {
            self.row(
                self.origin(Target::Priority(id)),
                vec![
                    Content::text(&entry.number.value.to_string()),
                    self.anchored(Show::Priorities, Target::Priority(id), &entry.text)
                        .then(&self.sourced("", entry.source.as_ref())),
                    self.references(self.supporting(Support::Priority(id))),
                ],
            )
        });
        table::bare(columns, rows.collect())
    }

    pub(super) fn goals(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-rpjmd-goal"), 2),
            table::text(self.words.get("book-supporting-programmes"), 4),
        ];
        let rows = self.plan.goals.iter().map(|(id, goal)| {
            let text = self.mark(&goal.entry.text, goal.entry.example.value);
            self.row(
                self.origin(Target::Goal(id)),
                vec![
                    self.anchored(Show::Goals, Target::Goal(id), &text)
                        .then(&self.sourced("", goal.entry.source.as_ref())),
                    self.references(self.supporting(Support::Goal(id))),
                ],
            )
        });
        table::bare(columns, rows.collect())
    }

    pub(super) fn dimensions(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-pillar-and-dimension"), 4),
            table::text(self.words.get("book-policy-direction"), 6),
            table::number(self.words.get("book-programmes")),
        ];
        let mut rows = Vec::new();
        for pillar in self.plan.pillars.values() {
            rows.push(table::group(&pillar.file.name));
            for &dimension in &pillar.dimensions {
                let policies = pillar
                    .policies
                    .iter()
                    .map(|&id| &self.plan.policies[id])
                    .filter(|policy| policy.dimension == Some(dimension))
                    .map(|policy| Content::text(&policy.entry.text));
                let count = pillar
                    .programs
                    .iter()
                    .filter(|&&id| self.plan.programs[id].dimension == dimension)
                    .count();
                rows.push(self.row(
                    self.origin(Target::Dimension(dimension)),
                    vec![
                        self.link(Target::Dimension(dimension)),
                        Content::join(policies, " "),
                        Content::text(&count.to_string()),
                    ],
                ));
            }
        }
        table::bare(columns, rows)
    }

    pub(super) fn readiness(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-aspect"), 3),
            table::number(self.words.get("book-current-level")),
            table::number(self.words.get("book-target")),
            table::text(self.words.get("book-gap"), 4),
            table::text(self.words.get("book-evidence"), 2),
        ];
        let mut rows = Vec::new();
        for &element in ReadinessElement::ALL {
            let mut entries = self
                .plan
                .readiness
                .values()
                .filter(|entry| entry.element.value == element)
                .peekable();
            if entries.peek().is_some() {
                rows.push(table::group(
                    self.words.named("book-readiness", element.word()),
                ));
            }
            rows.extend(entries.map(|entry| {
                self.row(
                    entry.aspect.span,
                    vec![
                        Content::text(&self.mark(&entry.aspect, entry.example.value)),
                        self.quantity(Some(entry.current.value)),
                        self.quantity(Some(entry.target.value)),
                        self.optional(entry.gap.as_ref().map(|text| text.value.as_str())),
                        self.optional(entry.evidence.as_ref().map(|text| text.value.as_str())),
                    ],
                )
            }));
        }
        table::bare(columns, rows)
    }

    pub(super) fn needs(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-need"), 5),
            table::text(self.words.get("book-pillar"), 2),
            table::text(self.words.get("book-met-by"), 3),
        ];
        let rows = self.plan.needs.iter().map(|(id, need)| {
            let text = self.mark(&need.entry.text, need.entry.example.value);
            self.row(
                self.origin(Target::Need(id)),
                vec![
                    self.anchored(Show::Needs, Target::Need(id), &text),
                    need.pillar
                        .map_or(Content::text("–"), |id| self.link(Target::Pillar(id))),
                    self.references(self.supporting(Support::Need(id))),
                ],
            )
        });
        table::bare(columns, rows.collect())
    }

    pub(super) fn phases(&self) -> Table {
        let columns = vec![
            table::text(self.words.get("book-phase"), 2),
            table::narrow(self.words.get("book-years")),
            table::text(self.words.get("book-phase-direction"), 4),
            table::text(self.words.get("book-programmes-that-begin"), 4),
        ];
        let rows = self.plan.file.phases.iter().map(|phase| {
            let begins = self.programs_where(|program| {
                let year = Year(program.file.start.value.year());
                (phase.start.value..=phase.end.value).contains(&year)
            });
            self.row(
                phase.name.span,
                vec![
                    Content::text(&phase.name),
                    Content::text(&self.span(phase.start.value, phase.end.value)),
                    self.optional(phase.description.as_ref().map(|text| text.value.as_str())),
                    self.references(begins),
                ],
            )
        });
        table::bare(columns, rows.collect())
    }

    pub(super) fn quick_wins(&self) -> Table {
        let columns = vec![
            table::narrow(self.words.get("book-number")),
            table::text(self.words.get("book-programme-and-change"), 7),
            table::narrow(self.words.get("book-opd")),
            table::narrow(self.words.get("book-time")),
            table::narrow(self.words.get("book-status")),
        ];
        let rows = self
            .programs_where(|program| program.file.quick_win.value)
            .into_iter()
            .map(|id| {
                let program = &self.plan.programs[id];
                let file = &program.file;
                let opd = &self.plan.opds[program.opd].file.abbreviation;
                self.row(
                    file.title.span,
                    vec![
                        self.program_reference(id),
                        self.link_as(Target::Program(id), &file.title)
                            .strong()
                            .then(&Content::text(&format!("\n{}", file.summary.value))),
                        self.link_as(Target::Opd(program.opd), opd),
                        Content::text(&format!(
                            "{} –\n{}",
                            self.format.date(file.start.value),
                            self.format.date(file.end.value)
                        )),
                        Content::text(self.words.named("book-status", file.status.value.word())),
                    ],
                )
            });
        table::bare(columns, rows.collect())
    }
}
