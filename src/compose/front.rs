//! Cover and abbreviations.

use super::tree::{BlockKind, Content};
use super::view::PillarMark;
use super::{Composer, table, view};
use crate::language::message;
use crate::model::PlanStatus;
use crate::resolve::narrative::alternative;
use crate::resolve::{Id, Pillar, Program};

impl Composer<'_> {
    pub(super) fn cover(&self) -> view::Cover {
        let file = &self.plan.file;
        view::Cover {
            title: Content::text(&file.title),
            subtitle: file.subtitle.as_ref().map(|text| Content::text(text)),
            volume: (self.volume.title != file.title.value)
                .then(|| Content::text(&self.volume.title)),
            city: Content::text(&file.city),
            province: (file.province.value != file.city.value)
                .then(|| Content::text(&file.province)),
            period: self.period().into(),
            revision: Content::text(&file.revision),
            place_and_date: self.place_and_date().into(),
            decree: file
                .decree
                .as_ref()
                .map(|decree| self.decree(decree).into()),
            draft: file.status.value == PlanStatus::Draft,
            example: file.example.value,
            emblem: self.plan.emblem.as_ref().map(|path| format!("/{path}")),
            emblem_alt: file.emblem_alt.as_ref().map_or_else(
                || {
                    self.words
                        .say(&message!("book-emblem-of", city = &file.city.value))
                },
                |text| alternative(text).into_owned(),
            ),
            pillars: self.pillar_marks(|pillar| &pillar.file.name.value),
            skyline: self.skyline(),
        }
    }

    /// What each programme of each pillar costs, as a height.
    fn skyline(&self) -> Vec<Vec<u32>> {
        let total = |id: &Id<Program>| u128::try_from(self.program_total(*id).0).unwrap_or(0);
        let all = self.plan.programs.iter().map(|(id, _)| total(&id));
        let most = all.max().unwrap_or(0);
        let height = |amount: u128| {
            let square = amount.saturating_mul(1_000_000).checked_div(most);
            u32::try_from(square.unwrap_or(0).isqrt()).unwrap_or(1000)
        };
        let pillars = self.plan.pillars.values();
        pillars
            .map(|pillar| pillar.programs.iter().map(total).map(height).collect())
            .collect()
    }

    /// `Ambon, 24 November 2026`
    pub(super) fn place_and_date(&self) -> String {
        let file = &self.plan.file;
        let place = file.place.as_ref().unwrap_or(&file.city);
        format!("{}, {}", place.value, self.format.date(file.date.value))
    }

    /// The pillars with their colours, by a name of theirs.
    pub(super) fn pillar_marks(&self, name: impl Fn(&Pillar) -> &String) -> Vec<PillarMark> {
        let pillars = self.plan.pillars.iter();
        let mark = |(id, pillar)| PillarMark {
            name: name(pillar).clone(),
            color: self.color(id),
        };
        pillars.map(mark).collect()
    }

    pub(super) fn abbreviations(&self) -> BlockKind {
        let opds = self.plan.opds.values().map(|opd| {
            (
                opd.file.abbreviation.value.as_str(),
                opd.file.name.value.as_str(),
            )
        });
        // An agency that goes by its full name is no abbreviation.
        let opds = opds.filter(|(short, long)| short != long);
        let registry = self
            .plan
            .abbreviations
            .values()
            .map(|entry| (entry.short.value.as_str(), entry.long.value.as_str()));
        let mut all: Vec<(&str, &str)> = opds.chain(registry).collect();
        all.sort_by_key(|&(short, long)| (short.to_lowercase(), short, long));
        all.dedup();
        let columns = vec![
            table::narrow(self.words.get("book-abbreviation")),
            table::text(self.words.get("book-meaning"), 1),
        ];
        let rows = all
            .into_iter()
            .map(|(short, long)| table::plain(vec![Content::text(short), Content::text(long)]))
            .collect();
        BlockKind::Table(table::bare(columns, rows))
    }
}
