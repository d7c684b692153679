//! How a reference prints.

use super::Composer;
use super::labels;
use super::tree::{Content, Inline, PlaceNumber};
use crate::address::{Form, PlaceKind};
use crate::resolve::{Id, Place, Target};

impl Composer<'_> {
    /// A reference; the customary form in running text, or in the cell of a
    /// table, is the one that is not asked for.
    pub(super) fn reference(&self, target: Target, form: Option<Form>, in_cell: bool) -> Content {
        let is_figure = |id: Id<Place>| self.plan.places[id].kind != PlaceKind::Heading;
        let short = in_cell || matches!(target, Target::Place(id) if is_figure(id));
        let customary = if short { Form::Short } else { Form::Full };
        let form = form.unwrap_or(customary);
        if let Target::Place(id) = target {
            return self.place_reference(id, form);
        }
        Content::text(&self.entry_reference(target, form))
    }

    fn entry_reference(&self, target: Target, form: Form) -> String {
        let plan = self.plan;
        match (target, form) {
            (Target::Program(id), Form::Short | Form::Number) => plan.program_number(id),
            (Target::Program(id), Form::Title) => plan.programs[id].file.title.value.clone(),
            (Target::Opd(id), Form::Short | Form::Number) => {
                plan.opds[id].file.abbreviation.value.clone()
            }
            (Target::Priority(id), Form::Number) => plan.priorities[id].number.value.to_string(),
            (Target::Chapter(id), Form::Short | Form::Number) => match self.chapters.get(&id) {
                Some(number) => number.clone(),
                None => plan.chapters[id].title.clone(),
            },
            (Target::Chapter(id), Form::Title) => plan.chapters[id].title.clone(),
            (
                Target::Program(_)
                | Target::Opd(_)
                | Target::Pillar(_)
                | Target::Dimension(_)
                | Target::Policy(_)
                | Target::Mission(_)
                | Target::Goal(_)
                | Target::Priority(_)
                | Target::Need(_)
                | Target::Law(_)
                | Target::District(_)
                | Target::Stakeholder(_)
                | Target::Proposal(_)
                | Target::Chapter(_)
                | Target::Place(_),
                _,
            ) => self.title(target),
        }
    }

    /// The number of a place is known when the whole book is composed.
    fn place_reference(&self, id: Id<Place>, form: Form) -> Content {
        let place = &self.plan.places[id];
        let word = match place.kind {
            PlaceKind::Heading => self.words.get("book-section"),
            PlaceKind::Figure => self.words.get("book-figure"),
            PlaceKind::Table => self.words.get("book-table"),
        };
        let title = place.title.trim();
        if form == Form::Title && !title.is_empty() {
            return Content::text(title);
        }
        let before = match form {
            Form::Number => String::new(),
            Form::Full | Form::Short | Form::Title => format!("{word} "),
        };
        let after = match (form, place.kind) {
            (Form::Full, _) if title.is_empty() => String::new(),
            (Form::Full, PlaceKind::Heading) => format!(" {title}"),
            (Form::Full, PlaceKind::Figure | PlaceKind::Table) => format!(" ({title})"),
            (Form::Short | Form::Number | Form::Title, _) => String::new(),
        };
        // In front of the numbered chapters, and in another volume.
        let otherwise = match (title.is_empty(), place.kind) {
            (true, _) => word.to_owned(),
            (false, PlaceKind::Heading) => format!("“{title}”"),
            (false, _) => format!("{word} “{title}”"),
        };
        let label = self.label(Target::Place(id));
        Content::from(Inline::Number(PlaceNumber {
            label,
            before,
            after,
            otherwise,
        }))
    }

    /// The label of a place that references lead to.
    pub(super) fn place_label(&self, id: Option<&Id<Place>>) -> Option<String> {
        let &id = id?;
        let linked = self.plan.places[id].linked;
        linked.then(|| labels::label(self.plan, Target::Place(id)))
    }
}
