//! The plan on one page: what is promised, what it costs, where, and when.

use std::collections::BTreeSet;

use super::Composer;
use super::show::share;
use super::tree::{BlockKind, Content};
use super::view::{
    AtAGlance, GlanceDistrict, GlanceDistricts, GlanceMoney, GlancePart, GlancePhase, GlancePhases,
};
use crate::language::message;
use crate::model::Rupiah;
use crate::resolve::narrative::alternative;
use crate::resolve::{Id, Opd, Pillar, Program, Target};

impl Composer<'_> {
    /// `Kota Ambon 2029 at a Glance`
    pub(super) fn glance_title(&self) -> String {
        let file = &self.plan.file;
        let year = file.period.end.to_string();
        let city = &file.city.value;
        self.words.say(&message!(
            "book-title-at-a-glance",
            city = city,
            year = year
        ))
    }

    /// The page.
    pub(super) fn at_a_glance(&self) -> BlockKind {
        let promises = self.most_telling().into_iter();
        BlockKind::AtAGlance(Box::new(AtAGlance {
            lead: self.glance_lead(),
            promises: promises.map(|id| self.brief_promise(id)).collect(),
            money: self.glance_money(),
            districts: self.glance_districts(),
            phases: self.glance_phases(),
        }))
    }

    fn glance_lead(&self) -> Content {
        let plan = self.plan;
        let programs = self.all_programs().filter(|id| self.is_on(*id));
        let programs: Vec<Id<Program>> = programs.collect();
        if programs.is_empty() {
            return self.words.get("book-glance-empty").into();
        }
        let opds: BTreeSet<Id<Opd>> = programs.iter().map(|id| plan.programs[*id].opd).collect();
        let pillars: BTreeSet<Id<Pillar>> = programs
            .iter()
            .map(|id| plan.programs[*id].pillar)
            .collect();
        let lead = self.words.say(&message!(
            "book-glance-lead",
            period = self.period(),
            programs = programs.len(),
            pillars = pillars.len(),
            opds = opds.len(),
        ));
        self.with_volume(lead).into()
    }

    fn glance_money(&self) -> Option<GlanceMoney> {
        let total = self.plan_total();
        if total <= Rupiah::default() {
            return None;
        }
        let sheet = self.sheet(self.all_programs(), |program, _| program.pillar);
        let pillars = self.plan.pillars.iter().map(|(id, _)| id);
        let pillars: Vec<Id<Pillar>> = pillars
            .filter(|id| sheet.row(*id) > Rupiah::default())
            .collect();
        let series = self.series(&pillars);
        let parts = pillars.into_iter().zip(series).map(|(id, series)| {
            let amount = sheet.row(id);
            GlancePart {
                label: Some(self.label(Target::Pillar(id))),
                code: series.code,
                name: self.link(Target::Pillar(id)),
                amount: self.short_money(amount).into(),
                share: share(amount.0, total.0),
                color: series.color,
                white: series.white,
                striped: series.striped,
            }
        });
        let parts: Vec<GlancePart> = parts.collect();
        let told = self.plan.pillars.iter().filter_map(|(id, pillar)| {
            let amount = sheet.row(id);
            let has_money = amount > Rupiah::default();
            has_money.then(|| format!("{} {}", pillar.file.name.value, self.short_money(amount)))
        });
        let told: Vec<String> = told.collect();
        let alt = message!(
            "book-alt-glance-money",
            total = self.short_money(total),
            told = self.some_of(&told, "; "),
        );
        Some(GlanceMoney {
            alt: self.alternative(&self.words.say(&alt)),
            total: self.short_money(total).into(),
            note: self.cancelled_money(),
            parts,
        })
    }

    fn glance_districts(&self) -> Option<GlanceDistricts> {
        let plan = self.plan;
        let is_on = |id| self.is_on(id);
        let programs: Vec<_> = self.all_programs().filter(|id| is_on(*id)).collect();
        let everywhere = programs.iter();
        let everywhere = everywhere.filter(|id| plan.programs[**id].districts.is_empty());
        let everywhere = everywhere.count();
        let counts: Vec<_> = plan
            .districts
            .iter()
            .map(|(district, _)| {
                let here = programs.iter();
                let here = here.filter(|id| plan.programs[**id].districts.contains(&district));
                (district, here.count())
            })
            .collect();
        let most = counts.iter().map(|(_, count)| *count).max()?;
        if most == 0 {
            return None;
        }
        let name = |id| plan.districts[id].name.value.as_str();
        let told = counts
            .iter()
            .map(|(id, count)| format!("{} {}", name(*id), self.format.number(count)));
        let told: Vec<String> = told.collect();
        let everywhere = self
            .words
            .say(&message!("book-glance-everywhere", count = everywhere));
        let alt = message!(
            "book-alt-glance-districts",
            told = self.some_of(&told, "; ")
        );
        let districts = counts.into_iter().map(|(id, count)| GlanceDistrict {
            label: Some(self.label(Target::District(id))),
            name: self
                .link(Target::District(id))
                .at(self.origin(Target::District(id)).into()),
            count: self.format.number(count).into(),
            share: share(count as i128, most as i128),
        });
        Some(GlanceDistricts {
            alt: self.alternative(&self.words.say(&alt)),
            everywhere: everywhere.into(),
            districts: districts.collect(),
        })
    }

    fn glance_phases(&self) -> Option<GlancePhases> {
        let period = &self.plan.file.period;
        let phases = self.plan.file.phases.iter().zip(1..);
        let phases = phases.filter_map(|(phase, at): (_, usize)| {
            let years = period.overlap(phase.start.value.0, phase.end.value.0);
            let (first, last) = (*years.start(), *years.end());
            let before = first.checked_sub(period.start.0)?;
            let width = last.checked_sub(first)?.checked_add(1)?;
            Some(GlancePhase {
                number: Some(at.to_string()),
                name: Content::text(&phase.name).at(phase.name.span.into()),
                years: self.span(phase.start.value, phase.end.value).into(),
                words: phase
                    .description
                    .as_ref()
                    .map(|text| Content::text(text).at(text.span.into())),
                start: usize::try_from(before).ok()?,
                width: usize::try_from(width).ok().filter(|width| *width > 0)?,
            })
        });
        let phases: Vec<GlancePhase> = phases.collect();
        if phases.is_empty() {
            return None;
        }
        let told = self.plan.file.phases.iter().map(|phase| {
            let years = self.span(phase.start.value, phase.end.value);
            format!("{years} {}", phase.name.value)
        });
        let told: Vec<String> = told.collect();
        let alt = message!("book-alt-glance-phases", told = self.some_of(&told, "; "));
        Some(GlancePhases {
            alt: self.alternative(&self.words.say(&alt)),
            years: self.years().iter().map(ToString::to_string).collect(),
            phases,
        })
    }

    /// A text as what tells a drawing.
    fn alternative(&self, text: &str) -> String {
        alternative(text).into_owned()
    }
}
