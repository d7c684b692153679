//! Generated tables that narrative asks for.

use super::Composer;
use super::code::{Content, expression};
use super::numbering::Numbering;
use super::table;
use super::view::{Column, Row, Table};
use crate::model::{Element, ProposalStatus, ReadinessElement, Show, Year};
use crate::resolve::{Id, Program, Support, Target};

impl Composer<'_> {
    /// The code of a generated table, as a sequence of calls without the hash.
    pub(super) fn show(
        &mut self,
        show: Show,
        caption: Option<&str>,
        numbering: &mut Numbering,
    ) -> String {
        // The first table of a kind gives its entries their place to jump to;
        // a label may stand once in a book.
        self.anchoring = self.placed.insert(show);
        let tables = self.tables(show);
        self.anchoring = true;
        if tables.iter().all(|table| table.rows.is_empty()) {
            let none = self
                .words
                .pick("Belum ada isian.", "Nothing has been entered yet.");
            return format!("par({})", Content::text(none).code());
        }
        let caption = caption
            .unwrap_or_else(|| self.default_caption(show))
            .to_owned();
        tables
            .into_iter()
            .map(|table| {
                let table = self.captioned(table, &caption, numbering);
                format!("data-table({})", expression(&table))
            })
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn default_caption(&self, show: Show) -> &'static str {
        let (indonesian, english) = match show {
            Show::Laws => ("Landasan hukum", "Legal basis"),
            Show::Rpjmd => ("Misi dan tujuan RPJMD", "Missions and goals of the RPJMD"),
            Show::Priorities => (
                "Program prioritas RPJMD",
                "Priority programmes of the RPJMD",
            ),
            Show::Goals => (
                "Tujuan RPJMD dan program pendukung",
                "Goals and their programmes",
            ),
            Show::Dimensions => ("Pilar dan dimensi", "Pillars and dimensions"),
            Show::Readiness => ("Kesiapan daerah", "Readiness of the city"),
            Show::Needs => ("Kebutuhan kelembagaan", "Institutional needs"),
            Show::Phases => ("Fase peta jalan", "Phases of the road map"),
            Show::QuickWins => ("Program percepatan (quick win)", "Quick wins"),
            Show::Council => ("Susunan dewan menurut unsur", "The council by element"),
            Show::Stakeholders => ("Pemangku kepentingan", "Stakeholders"),
            Show::Districts => ("Kecamatan dan program", "Districts and programmes"),
            Show::Proposals => (
                "Usulan dan tindak lanjut",
                "Proposals and what became of them",
            ),
            Show::Evaluations => ("Jadwal dan hasil evaluasi", "Schedule and results"),
            Show::BudgetByPillar => ("Anggaran menurut pilar", "Budget by pillar"),
            Show::BudgetByOpd => ("Anggaran menurut perangkat daerah", "Budget by agency"),
            Show::BudgetBySource => ("Anggaran menurut sumber dana", "Budget by source"),
        };
        self.words.pick(indonesian, english)
    }

    fn tables(&self, show: Show) -> Vec<Table> {
        match show {
            Show::Laws => vec![self.laws()],
            Show::Rpjmd => vec![self.rpjmd()],
            Show::Priorities => vec![self.priorities()],
            Show::Goals => vec![self.goals()],
            Show::Dimensions => vec![self.dimensions()],
            Show::Readiness => vec![self.readiness()],
            Show::Needs => vec![self.needs()],
            Show::Phases => vec![self.phases()],
            Show::QuickWins => vec![self.quick_wins()],
            Show::Council => vec![self.council()],
            Show::Stakeholders => vec![self.stakeholders()],
            Show::Districts => vec![self.districts()],
            Show::Proposals => vec![self.proposals()],
            Show::Evaluations => self.evaluations(),
            Show::BudgetByPillar => self.budget_by_pillar(),
            Show::BudgetByOpd => self.budget_by_opd(),
            Show::BudgetBySource => self.budget_by_source(),
        }
    }

    /// A place to jump to, and the text that stands there.
    fn anchored(&self, show: Show, target: Target, text: &str) -> Content {
        let text = Content::text(text);
        if self.anchoring && !self.anchored_elsewhere(show, target) {
            self.anchor(target).then(&text)
        } else {
            text
        }
    }

    /// Whether another table of the book has already given the entry its place.
    /// Only goals stand in two kinds of tables.
    fn anchored_elsewhere(&self, show: Show, target: Target) -> bool {
        let other = match show {
            Show::Goals => Show::Rpjmd,
            _ => Show::Goals,
        };
        matches!(target, Target::Goal(_)) && self.placed.contains(&other)
    }

    fn mark(&self, text: &str, example: bool) -> String {
        if example {
            format!("{text} ({})", self.words.pick("contoh", "example"))
        } else {
            text.to_owned()
        }
    }

    fn references(&self, programs: impl IntoIterator<Item = Id<Program>>) -> Content {
        let items: Vec<Content> = programs
            .into_iter()
            .map(|id| self.program_reference(id))
            .collect();
        if items.is_empty() {
            Content::text("–")
        } else {
            Content::join(items, ", ")
        }
    }

    fn supporting(&self, wanted: Support) -> Vec<Id<Program>> {
        self.programs_where(|program| program.supports.contains(&wanted))
    }

    fn programs_where(&self, wanted: impl Fn(&Program) -> bool) -> Vec<Id<Program>> {
        self.plan
            .programs
            .iter()
            .filter(|(_, program)| wanted(program))
            .map(|(id, _)| id)
            .collect()
    }

    fn laws(&self) -> Table {
        let columns = vec![
            table::number("No."),
            table::text(self.words.pick("Peraturan", "Law"), 3),
            table::text(self.words.pick("Tentang", "About"), 4),
        ];
        let rows = self.plan.laws.iter().enumerate().map(|(at, (id, law))| {
            let entry = &law.entry;
            let mut about = entry.title.value.clone();
            if let Some(status) = self.words.law_status(entry.status) {
                about.push_str(&format!(" ({status}"));
                if let Some(by) = law.by {
                    let by = self.words.law(&self.plan.laws[by].entry);
                    about.push_str(&format!(" {} {by}", self.words.pick("oleh", "by")));
                }
                about.push(')');
            }
            if entry.unverified {
                about.push_str(
                    self.words
                        .pick(" (judul belum diperiksa)", " (title not yet verified)"),
                );
            }
            table::plain(vec![
                Content::text(&(at + 1).to_string()),
                self.anchored(Show::Laws, Target::Law(id), &self.words.law(entry)),
                Content::text(&about),
            ])
        });
        let rows = rows.collect();
        table::bare(columns, rows)
    }

    fn rpjmd(&self) -> Table {
        let columns = vec![
            table::text(self.words.pick("Misi", "Mission"), 3),
            table::text(self.words.pick("Tujuan", "Goal"), 5),
        ];
        let mut rows = Vec::new();
        if let Some(rpjmd) = &self.plan.rpjmd {
            let vision = self.words.pick("Visi", "Vision");
            rows.push(table::group(Content::text(&format!(
                "{vision}: {}",
                rpjmd.vision.value
            ))));
        }
        let goal = |id, entry: &crate::resolve::Goal| {
            let text = self.mark(&entry.entry.text, entry.entry.example);
            self.anchored(Show::Rpjmd, Target::Goal(id), &text)
        };
        for (id, mission) in self.plan.missions.iter() {
            let mut name = self.anchored(Show::Rpjmd, Target::Mission(id), &mission.text);
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
                rows.push(table::plain(vec![first, cell]));
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

    fn priorities(&self) -> Table {
        let columns = vec![
            table::number("No."),
            table::text(
                self.words.pick("Program prioritas", "Priority programme"),
                3,
            ),
            table::text(self.words.pick("Program pendukung", "Programmes"), 4),
        ];
        let rows = self.plan.priorities.iter().map(|(id, entry)| {
            table::plain(vec![
                Content::text(&entry.number.value.to_string()),
                self.anchored(Show::Priorities, Target::Priority(id), &entry.text),
                self.references(self.supporting(Support::Priority(id))),
            ])
        });
        table::bare(columns, rows.collect())
    }

    fn goals(&self) -> Table {
        let columns = vec![
            table::text(self.words.pick("Tujuan RPJMD", "Goal"), 2),
            table::text(self.words.pick("Program pendukung", "Programmes"), 4),
        ];
        let rows = self.plan.goals.iter().map(|(id, goal)| {
            let text = self.mark(&goal.entry.text, goal.entry.example);
            table::plain(vec![
                self.anchored(Show::Goals, Target::Goal(id), &text),
                self.references(self.supporting(Support::Goal(id))),
            ])
        });
        table::bare(columns, rows.collect())
    }

    fn dimensions(&self) -> Table {
        let columns = vec![
            table::text(
                self.words.pick("Pilar dan dimensi", "Pillar and dimension"),
                4,
            ),
            table::text(self.words.pick("Arah kebijakan", "Policy direction"), 6),
            table::number(self.words.pick("Program", "Programmes")),
        ];
        let mut rows = Vec::new();
        for (id, pillar) in self.plan.pillars.iter() {
            rows.push(table::group(self.link(Target::Pillar(id))));
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
                rows.push(table::plain(vec![
                    self.link(Target::Dimension(dimension)),
                    Content::join(policies, " "),
                    Content::text(&count.to_string()),
                ]));
            }
        }
        table::bare(columns, rows)
    }

    fn readiness(&self) -> Table {
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
                rows.push(table::group(Content::text(self.words.readiness(element))));
            }
            rows.extend(entries.map(|entry| {
                table::plain(vec![
                    Content::text(&self.mark(&entry.aspect, entry.example)),
                    Content::text(&self.format.quantity(entry.current.value)),
                    Content::text(&self.format.quantity(entry.target.value)),
                    self.optional(entry.gap.as_ref().map(|text| text.value.as_str())),
                    self.optional(entry.evidence.as_ref().map(|text| text.value.as_str())),
                ])
            }));
        }
        table::bare(columns, rows)
    }

    fn needs(&self) -> Table {
        let columns = vec![
            table::text(self.words.pick("Kebutuhan", "Need"), 5),
            table::text(self.words.pick("Pilar", "Pillar"), 2),
            table::text(self.words.pick("Dipenuhi oleh", "Met by"), 3),
        ];
        let rows = self.plan.needs.iter().map(|(id, need)| {
            let text = self.mark(&need.entry.text, need.entry.example);
            table::plain(vec![
                self.anchored(Show::Needs, Target::Need(id), &text),
                need.pillar
                    .map_or(Content::text("–"), |id| self.link(Target::Pillar(id))),
                self.references(self.supporting(Support::Need(id))),
            ])
        });
        table::bare(columns, rows.collect())
    }

    fn phases(&self) -> Table {
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
            table::plain(vec![
                Content::text(&phase.name),
                Content::text(&self.span(phase.start.value, phase.end.value)),
                self.optional(phase.description.as_ref().map(|text| text.value.as_str())),
                self.references(begins),
            ])
        });
        table::bare(columns, rows.collect())
    }

    fn quick_wins(&self) -> Table {
        let columns = vec![
            table::narrow("No."),
            table::text(self.words.pick("Program", "Programme"), 4),
            table::narrow("OPD"),
            table::text(self.words.pick("Waktu", "Time"), 3),
            table::narrow("Status"),
        ];
        let rows = self
            .programs_where(|program| program.file.quick_win)
            .into_iter()
            .map(|id| {
                let program = &self.plan.programs[id];
                let file = &program.file;
                let opd = &self.plan.opds[program.opd].file.abbreviation;
                table::plain(vec![
                    self.program_reference(id),
                    self.link_as(Target::Program(id), &file.title),
                    self.link_as(Target::Opd(program.opd), opd),
                    Content::text(&format!(
                        "{} – {}",
                        self.format.date(file.start.value),
                        self.format.date(file.end.value)
                    )),
                    Content::text(self.words.status(file.status.value)),
                ])
            });
        table::bare(columns, rows.collect())
    }

    fn council(&self) -> Table {
        let columns = vec![
            table::text(self.words.pick("Lembaga", "Institution"), 5),
            table::text(self.words.pick("Jabatan", "Position"), 3),
            table::text(self.words.pick("Kedudukan", "Role"), 2),
        ];
        let mut rows: Vec<Row> = Vec::new();
        if let Some(council) = &self.plan.council
            && let Some(decree) = &council.decree
        {
            let text = self.decree(decree);
            rows.push(table::group(Content::text(
                &self.mark(&text, council.example),
            )));
        }
        for &element in Element::ALL {
            let mut members = self
                .plan
                .members
                .values()
                .filter(|member| member.entry.element.value == element)
                .peekable();
            if members.peek().is_some() {
                rows.push(table::group(Content::text(self.words.element(element))));
            }
            rows.extend(members.map(|member| {
                let entry = &member.entry;
                let name = self.mark(&entry.institution, entry.example);
                let name = match member.opd {
                    Some(opd) => self.link_as(Target::Opd(opd), &name),
                    None => Content::text(&name),
                };
                table::plain(vec![
                    name,
                    self.optional(entry.position.as_ref().map(|text| text.value.as_str())),
                    Content::text(self.words.role(entry.role.value)),
                ])
            }));
        }
        table::bare(columns, rows)
    }

    fn stakeholders(&self) -> Table {
        let columns = vec![
            table::text(self.words.pick("Lembaga", "Body"), 4),
            table::text(self.words.pick("Unsur", "Element"), 2),
            table::text(self.words.pick("Peran", "Role"), 5),
        ];
        let rows = self.plan.stakeholders.iter().map(|(id, entry)| {
            let name = self.mark(&entry.name, entry.example);
            table::plain(vec![
                self.anchored(Show::Stakeholders, Target::Stakeholder(id), &name),
                Content::text(self.words.element(entry.element.value)),
                self.optional(entry.role.as_ref().map(|text| text.value.as_str())),
            ])
        });
        table::bare(columns, rows.collect())
    }

    fn districts(&self) -> Table {
        let columns = vec![
            table::text(self.words.pick("Kecamatan", "District"), 2),
            table::text(
                self.words.pick(
                    "Program khusus kecamatan ini",
                    "Programmes in this district",
                ),
                6,
            ),
        ];
        let rows = self.plan.districts.iter().map(|(id, entry)| {
            let here = self.programs_where(|program| program.districts.contains(&id));
            table::plain(vec![
                self.anchored(Show::Districts, Target::District(id), &entry.name),
                self.references(here),
            ])
        });
        table::bare(columns, rows.collect())
    }

    fn proposals(&self) -> Table {
        let columns = vec![
            table::text(self.words.pick("Usulan", "Proposal"), 4),
            table::text(self.words.pick("Pengusul", "By"), 2),
            table::text(self.words.pick("Tindak lanjut", "What became of it"), 4),
        ];
        let rows = self.plan.proposals.iter().map(|(id, proposal)| {
            let file = &proposal.file;
            let title = self.mark(&file.title, file.example);
            let status = Content::text(self.words.proposal(file.status.value));
            let outcome = match (file.status.value, &file.reason) {
                (ProposalStatus::Adopted, _) => {
                    let programs = self.references(proposal.answered_by.iter().copied());
                    status.then(&Content::text(": ")).then(&programs)
                }
                (_, Some(reason)) => status.then(&Content::text(&format!(": {}", reason.value))),
                (_, None) => status,
            };
            table::plain(vec![
                self.anchored(Show::Proposals, Target::Proposal(id), &title),
                Content::text(&file.by),
                outcome,
            ])
        });
        table::bare(columns, rows.collect())
    }

    fn evaluations(&self) -> Vec<Table> {
        let columns = vec![
            table::narrow(self.words.pick("Tanggal", "Date")),
            table::text(self.words.pick("Evaluasi", "Evaluation"), 4),
            table::text(self.words.pick("Cakupan", "Scope"), 3),
            table::narrow("Status"),
            table::number(self.words.pick("Nilai", "Score")),
        ];
        let rows = self.plan.evaluations.values().map(|evaluation| {
            let file = &evaluation.file;
            let score = file
                .score
                .as_ref()
                .map(|score| self.format.quantity(score.value));
            table::plain(vec![
                Content::text(&self.format.date(evaluation.date)),
                Content::text(&self.mark(&file.title, file.example)),
                self.optional(file.scope.as_ref().map(|text| text.value.as_str())),
                Content::text(self.words.evaluation(file.status.value)),
                self.optional(score.as_deref()),
            ])
        });
        let mut tables = vec![table::bare(columns, rows.collect())];
        tables.extend(self.realised());
        tables.extend(self.evaluation_findings());
        tables
    }

    fn realised(&self) -> Option<Table> {
        let columns: Vec<Column> = vec![
            table::narrow("No."),
            table::text(self.words.pick("Indikator", "Indicator"), 5),
            table::number(self.words.pick("Tahun", "Year")),
            table::number("Target"),
            table::number(self.words.pick("Realisasi", "Realised")),
        ];
        let mut rows = Vec::new();
        for evaluation in self.plan.evaluations.values() {
            for (value, &id) in evaluation.file.realised.iter().zip(&evaluation.realised) {
                let target = self.plan.programs[id]
                    .file
                    .indicators
                    .iter()
                    .find(|indicator| indicator.name.value == value.indicator.value)
                    .and_then(|indicator| indicator.targets.0.get(&value.year.value))
                    .map(|target| self.format.quantity(target.value));
                rows.push(table::plain(vec![
                    self.program_reference(id),
                    Content::text(&value.indicator),
                    Content::text(&value.year.value.to_string()),
                    self.optional(target.as_deref()),
                    Content::text(&self.format.quantity(value.value.value)),
                ]));
            }
        }
        (!rows.is_empty()).then(|| table::bare(columns, rows))
    }

    fn evaluation_findings(&self) -> Option<Table> {
        let columns = vec![
            table::text(self.words.pick("Temuan", "Finding"), 4),
            table::text(self.words.pick("Tindak lanjut", "Follow-up"), 4),
            table::narrow("OPD"),
            table::text(self.words.pick("Tenggat", "Deadline"), 2),
            table::narrow("Status"),
        ];
        let mut rows = Vec::new();
        for evaluation in self.plan.evaluations.values() {
            for (finding, concern) in evaluation.file.findings.iter().zip(&evaluation.findings) {
                let mut text = Content::text(&finding.text);
                if let Some(id) = concern.program {
                    text = text
                        .then(&Content::text(" "))
                        .then(&self.program_reference(id));
                }
                let deadline = finding
                    .deadline
                    .as_ref()
                    .map(|date| self.format.date(date.value));
                rows.push(table::plain(vec![
                    text,
                    self.optional(finding.follow_up.as_ref().map(|text| text.value.as_str())),
                    concern.opd.map_or(Content::text("–"), |id| {
                        self.link_as(Target::Opd(id), &self.plan.opds[id].file.abbreviation)
                    }),
                    self.optional(deadline.as_deref()),
                    Content::text(self.words.follow_up(finding.status.value)),
                ]));
            }
        }
        (!rows.is_empty()).then(|| table::bare(columns, rows))
    }
}
