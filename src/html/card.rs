//! Programmes, OPD and pillars: cards, facts and goals.

use super::address;
use super::block::numbered;
use super::element::{Element, Markup, element};
use super::page::Kind;
use super::writer::Writer;
use crate::compose::view::{Fact, OpdProfile, PillarGoal, ProgramCard};

/// Facts that are told where a programme is only named.
const BRIEF: [&str; 4] = ["opd", "period", "status", "total"];

impl Writer<'_> {
    /// A programme: its card on a page of its own, and what leads there.
    pub(super) fn card(&mut self, card: &ProgramCard) -> Element {
        let file = address::of_entry(&card.label);
        let file = file.unwrap_or_else(|| format!("program-{}.html", self.entries.len()));
        let tone = self.tone(card.color.as_ref());
        let above = self.begin(file, Kind::Section);
        self.page.number = Some(self.plain(&card.number));
        self.page.title = self.plain(&card.title);
        self.page.tone.clone_from(&tone);
        self.page.raised = card.level.saturating_sub(1);
        self.page_is(&card.label);
        self.enter(&card.label);
        let body = self.whole_card(card);
        self.page.body.push(body);
        let way = self.end(above);
        let teaser = self.teaser(&way, card.level, Some(&card.label));
        self.unsaid(|writer| {
            let summary = writer.plain(&card.summary);
            let brief = card.facts.iter().filter(|fact| BRIEF.contains(&fact.key));
            teaser
                .class(&toned("teaser card", tone.as_deref()))
                .add_all(writer.badges(card))
                .add(element("p").text(&summary))
                .add(writer.facts(brief))
        })
    }

    fn whole_card(&mut self, card: &ProgramCard) -> Element {
        let tone = self.page.tone.clone();
        let number = self.plain(&card.number);
        let title = self.title(&card.title);
        let opening = element("header")
            .class("opening")
            .add(numbered("h1", Some(&number), title))
            .add_all(self.badges(card));
        let summary = self.plain(&card.summary);
        self.page.describe(&summary);
        let mut made = element("article")
            .class(&toned("card", tone.as_deref()))
            .add(opening)
            .add(self.content_in("p", &card.summary).class("lead"));
        self.page.say(" ");
        made = made.add(self.facts(&card.facts));
        if let Some(narrative) = &card.narrative {
            made = made.add(self.flow(narrative));
        }
        let tables = card.activities.iter();
        let tables = tables.chain(&card.figures);
        for table in tables {
            made = made.add(self.table(table));
        }
        if !card.measured.is_empty() {
            let word = format!("{}.", self.word("book-label-measured"));
            let items = card.measured.iter();
            let items: Vec<Markup> = items
                .map(|item| {
                    let item = self.content_in("li", item);
                    self.page.say("; ");
                    item.into()
                })
                .collect();
            made = made.add(
                element("div")
                    .class("measured")
                    .add(element("p").text(&word))
                    .add(element("ul").add_all(items)),
            );
        }
        if let Some(risks) = &card.risks {
            made = made.add(self.table(risks));
        }
        made
    }

    /// That a programme is a quick win, or an example.
    fn badges(&self, card: &ProgramCard) -> Option<Element> {
        let quick_win = card
            .quick_win
            .then(|| ("badge quick-win", self.word("book-label-quick-win")));
        let example = card
            .example
            .then(|| ("badge", self.word("book-label-example")));
        let badges: Vec<Element> = quick_win
            .into_iter()
            .chain(example)
            .map(|(class, word)| element("span").class(class).text(word))
            .collect();
        let is_marked = !badges.is_empty();
        is_marked.then(|| element("p").class("badges").add_all(badges))
    }

    /// Facts: what they are called, and what they say.
    fn facts<'f>(&mut self, facts: impl IntoIterator<Item = &'f Fact>) -> Element {
        let mut list = element("dl").class("facts");
        for fact in facts {
            let name = self.label(fact.key);
            let name = self.words(&name);
            self.page.say(": ");
            let pair = element("div")
                .add(element("dt").add(name))
                .add(self.content_in("dd", &fact.value));
            self.page.say("; ");
            list = list.add(if fact.wide { pair.class("wide") } else { pair });
        }
        list
    }

    /// The name of a fact.
    fn label(&self, key: &'static str) -> String {
        let words = &self.settings.words;
        words
            .get(&format!("label-{key}"))
            .cloned()
            .unwrap_or_else(|| key.to_owned())
    }

    /// The profile of an OPD, below its heading.
    pub(super) fn profile(&mut self, profile: &OpdProfile) -> Markup {
        let mut made = Markup::default();
        if let Some(summary) = &profile.summary {
            let plain = self.plain(summary);
            self.page.describe(&plain);
            made.push(self.content_in("p", summary).class("lead"));
            self.page.say(" ");
        }
        made.push(self.facts(&profile.facts));
        made
    }

    /// What a pillar is for, and what it comes to.
    pub(super) fn goal(&mut self, goal: &PillarGoal) -> Element {
        let tone = self.tone(goal.color.as_ref());
        let mut made = element("div").class(&toned("goal", tone.as_deref()));
        if let Some(text) = &goal.goal {
            let plain = self.plain(text);
            self.page.describe(&plain);
            let word = self.word("book-label-goal");
            made = made
                .add(element("p").class("label").text(word))
                .add(self.content_in("p", text).class("lead"));
            self.page.say(" ");
            if let Some(person) = &goal.person_in_charge {
                let word = format!("{}: ", self.word("book-label-person-in-charge"));
                made = made.add(element("p").text(&word).add(self.content(person)));
                self.page.say(" ");
            }
        }
        let mut glance = element("ul").class("glance");
        for one in &goal.glance {
            let number = self.content_in("strong", &one.number);
            self.page.say(" ");
            let name = self.content_in("span", &one.name);
            self.page.say("; ");
            glance = glance.add(element("li").add(number).text(" ").add(name));
        }
        made = made.add(glance);
        if goal.changes.is_empty() {
            return made;
        }
        let mut changes = element("ul").class("changes");
        for one in &goal.changes {
            let Some(change) = &one.change else { continue };
            let mut item = element("li");
            if let Some(from) = &change.from {
                item = item.add(self.content_in("span", from)).text(" → ");
                self.page.say(" → ");
            }
            item = item.add(self.content_in("strong", &change.to)).text(" ");
            self.page.say(" ");
            for words in [&change.unit, &change.what] {
                item = item.add(self.content_in("span", words)).text(" ");
                self.page.say(" ");
            }
            changes = changes.add(item.add(self.content(&one.reference)));
            self.page.say("; ");
        }
        let title = element("p")
            .class("label")
            .text(self.word("book-label-changes-for"));
        made.add(title).add(changes)
    }
}

/// Classes, with that of a colour.
pub(super) fn toned(class: &str, tone: Option<&str>) -> String {
    match tone {
        Some(tone) => format!("{class} {tone}"),
        None => class.to_owned(),
    }
}
