//! Tables of what the plan aims at: laws, RPJMD, pillars, needs, phases.

use crate::compose::code::Content;
use crate::compose::view::Table;
use crate::compose::{Composer, table};
use crate::model::{ReadinessElement, Show, Year};
use crate::resolve::{Support, Target};

impl Composer<'_> {
    pub(super) fn laws(&self) -> Table {
        let columns = vec![
            table::number("No."),
            table::text(self.words.pick("Peraturan", "Law"), 3),
            table::text(self.words.pick("Tentang", "About"), 4),
        ];
        let rows = self.plan.laws.iter().enumerate().map(|(at, (id, law))| {
            let entry = &law.entry;
            let mut about = entry.title.value.clone();
            if let Some(status) = self.words.law_status(entry.status.value) {
                about.push_str(&format!(" ({status}"));
                if let Some(by) = law.by {
                    let by = self.plan.laws[by].entry.cited();
                    about.push_str(&format!(" {} {by}", self.words.pick("oleh", "by")));
                }
                about.push(')');
            }
            if entry.unverified.value {
                about.push_str(
                    self.words
                        .pick(" (judul belum diperiksa)", " (title not yet verified)"),
                );
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
            table::text(self.words.pick("Misi", "Mission"), 3),
            table::text(self.words.pick("Tujuan", "Goal"), 5),
        ];
        let mut rows = Vec::new();
        if let Some(rpjmd) = &self.plan.rpjmd {
            let vision = self.words.pick("Visi", "Vision");
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
            table::number("No."),
            table::text(
                self.words.pick("Program prioritas", "Priority programme"),
                3,
            ),
            table::text(self.words.pick("Program pendukung", "Programmes"), 4),
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
            table::text(self.words.pick("Tujuan RPJMD", "Goal"), 2),
            table::text(self.words.pick("Program pendukung", "Programmes"), 4),
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
            table::text(
                self.words.pick("Pilar dan dimensi", "Pillar and dimension"),
                4,
            ),
            table::text(self.words.pick("Arah kebijakan", "Policy direction"), 6),
            table::number(self.words.pick("Program", "Programmes")),
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
            table::text(self.words.pick("Aspek", "Aspect"), 3),
            table::number(self.words.pick("Kini", "Current")),
            table::number("Target"),
            table::text(self.words.pick("Kesenjangan", "Gap"), 4),
            table::text(self.words.pick("Bukti", "Evidence"), 2),
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
                rows.push(table::group(self.words.readiness(element)));
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
            table::text(self.words.pick("Kebutuhan", "Need"), 5),
            table::text(self.words.pick("Pilar", "Pillar"), 2),
            table::text(self.words.pick("Dipenuhi oleh", "Met by"), 3),
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
            table::text(self.words.pick("Fase", "Phase"), 2),
            table::narrow(self.words.pick("Tahun", "Years")),
            table::text(self.words.pick("Arah", "Direction"), 4),
            table::text(
                self.words
                    .pick("Program yang dimulai", "Programmes that begin"),
                4,
            ),
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
            table::narrow("No."),
            table::text(
                self.words.pick(
                    "Program dan yang dirasakan warga",
                    "Programme and what it changes",
                ),
                7,
            ),
            table::narrow(self.words.pick("OPD", "Agency")),
            table::narrow(self.words.pick("Waktu", "Time")),
            table::narrow("Status"),
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
                        Content::text(self.words.status(file.status.value)),
                    ],
                )
            });
        table::bare(columns, rows.collect())
    }
}
