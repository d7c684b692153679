//! What sums a plan up: the page at a glance, promises to residents, what is to be decided.

use super::block::{heading_name, numbered};
use super::card::toned;
use super::element::{Element, Markup, element};
use super::grid::Grid;
use super::table;
use super::writer::Writer;
use crate::compose::tree::Content;
use crate::compose::view::{
    AtAGlance, Decision, DecisionRow, GlanceDistricts, GlanceMoney, GlancePhases, Promise,
    PromiseList, PromisedChange,
};

impl Writer<'_> {
    /// The page at a glance.
    pub(super) fn at_a_glance(&mut self, glance: &AtAGlance) -> Markup {
        let plain = self.plain(&glance.lead);
        self.page.describe(&plain);
        let mut made = Markup::default();
        made.push(self.content_in("p", &glance.lead).class("lead"));
        self.page.say(" ");
        if !glance.promises.is_empty() {
            made.push(self.heading_of_glance(self.word("book-label-glance-promises")));
            let promises = glance.promises.iter();
            let promises: Vec<Element> = promises.map(|one| self.promise(one, true)).collect();
            made.push(element("ul").class("promises").add_all(promises));
        }
        if let Some(money) = &glance.money {
            made.push(self.heading_of_glance(self.word("book-label-glance-money")));
            made.push(self.glance_money(money));
        }
        if let Some(districts) = &glance.districts {
            made.push(self.heading_of_glance(self.word("book-label-glance-districts")));
            made.push(self.glance_districts(districts));
        }
        if let Some(phases) = &glance.phases {
            made.push(self.heading_of_glance(self.word("book-label-glance-phases")));
            made.push(self.glance_phases(phases));
        }
        made
    }

    fn heading_of_glance(&mut self, title: &str) -> Element {
        let (level, id) = self.heading(2, None, None, title);
        element(heading_name(level)).id(Some(&id)).text(title)
    }

    fn glance_money(&mut self, money: &GlanceMoney) -> Markup {
        let mut made = Markup::default();
        made.push(self.content_in("p", &money.total).class("figure"));
        self.page.say(" ");
        if let Some(note) = &money.note {
            made.push(self.content_in("p", note));
            self.page.say(" ");
        }
        let grid = Grid::new(2);
        let mut body = grid.body();
        for part in &money.parts {
            let tone = self.tone(part.color.as_ref());
            let name = self.content(&part.name);
            self.page.say(" ");
            let amount = self.content(&part.amount);
            self.page.say("; ");
            let name = grid.row_head("left", "").add(name);
            let amount = grid.cell("right", "").add(amount);
            let amount = amount.add(bar(part.share, tone.as_deref()));
            body = body.add(grid.row().add(name).add(amount));
        }
        made.push(bars(grid, self.word("book-label-glance-money"), body));
        made
    }

    fn glance_districts(&mut self, districts: &GlanceDistricts) -> Markup {
        let mut made = Markup::default();
        made.push(self.content_in("p", &districts.everywhere));
        self.page.say(" ");
        let grid = Grid::new(2);
        let mut body = grid.body();
        for one in &districts.districts {
            let name = self.content(&one.name);
            self.page.say(" ");
            let count = self.content(&one.count);
            self.page.say("; ");
            let name = grid.row_head("left", "").add(name);
            let count = grid.cell("right", "").add(count);
            body = body.add(grid.row().add(name).add(count.add(bar(one.share, None))));
        }
        made.push(bars(grid, self.word("book-label-glance-districts"), body));
        made
    }

    fn glance_phases(&mut self, phases: &GlancePhases) -> Element {
        let mut list = element("ol").class("phases");
        for phase in &phases.phases {
            let years = self.content_in("span", &phase.years).class("years");
            self.page.say(" ");
            let name = self.content_in("strong", &phase.name);
            self.page.say(" ");
            let words = phase.words.as_ref().map(|words| {
                let words = self.content_in("p", words);
                self.page.say(" ");
                words
            });
            let item = element("li").add(years).text(" ").add(name);
            list = list.add(item.add_all(words));
        }
        list
    }

    /// A programme in the words of residents, with the name of its pillar where no heading
    /// says it.
    fn promise(&mut self, promise: &Promise, with_pillar: bool) -> Element {
        let tone = self.tone(promise.color.as_ref());
        let mut made = element("li").class(&toned("promise", tone.as_deref()));
        if with_pillar {
            made = made.add(self.content_in("p", &promise.pillar).class("label"));
            self.page.say(": ");
        }
        if let Some(change) = &promise.change {
            made = made.add(self.change(change));
        }
        made = made.add(self.content_in("strong", &promise.program));
        self.page.say(" ");
        let reference = self
            .content_in("span", &promise.reference)
            .class("reference");
        self.page.say(". ");
        made = made.text(" ").add(reference);
        if promise.quick_win {
            let word = self.word("book-label-quick-win");
            made = made
                .text(" ")
                .add(element("span").class("badge quick-win").text(word));
        }
        made = made.add(self.content_in("p", &promise.words));
        self.page.say(" ");
        if !with_pillar {
            let who = element("p").class("who").add(self.content(&promise.opd));
            self.page.say(", ");
            made = made.add(who.text(" · ").add(self.content(&promise.period)));
            self.page.say(" ");
        }
        made
    }

    fn change(&mut self, change: &PromisedChange) -> Markup {
        let mut figure = element("p").class("figure");
        if let Some(from) = &change.from {
            figure = figure.add(self.content(from)).text(" → ");
            self.page.say(" → ");
        }
        figure = figure.add(self.content(&change.to)).text(" ");
        self.page.say(" ");
        figure = figure.add(self.content_in("span", &change.unit).class("unit"));
        self.page.say(" ");
        let mut years = element("span").class("years");
        if let Some(from) = &change.from_year {
            years = years.add(self.content(from)).text(" → ");
            self.page.say(" → ");
        }
        years = years.add(self.content(&change.to_year));
        self.page.say(". ");
        let what = self.content_in("p", &change.what).class("what");
        self.page.say(". ");
        let mut made = Markup::from(figure.text(" ").add(years));
        made.push(what);
        made
    }

    /// What changes by the programmes of a pillar.
    pub(super) fn promise_list(&mut self, list: &PromiseList) -> Element {
        let tone = self.tone(list.color.as_ref());
        let heading = self.headed(
            list.level,
            (list.label.as_deref(), list.number.as_deref()),
            &list.title,
        );
        let mut made = element("section").class(&toned("promised", tone.as_deref()));
        made = made.add(heading);
        if let Some(goal) = &list.goal {
            made = made.add(self.content_in("p", goal).class("lead"));
            self.page.say(" ");
        }
        let promises = list.promises.iter();
        let promises: Vec<Element> = promises.map(|one| self.promise(one, false)).collect();
        made = made.add(element("ul").class("promises told").add_all(promises));
        if let Some(more) = &list.more {
            made = made.add(self.content_in("p", more));
            self.page.say(" ");
        }
        made
    }

    /// Something that is to be decided.
    pub(super) fn decision(&mut self, decision: &Decision) -> Element {
        let heading = self.headed(
            decision.level,
            (decision.label.as_deref(), decision.number.as_deref()),
            &decision.title,
        );
        let figure = self.content_in("p", &decision.figure).class("figure");
        self.page.say(" ");
        let about = self.content_in("p", &decision.about);
        self.page.say(" ");
        let mut made = element("section").class("decision");
        made = made.add(heading).add(figure).add(about);
        if !decision.names.is_empty() {
            let mut list = element("ul").class("names");
            for name in &decision.names {
                list = list.add(self.content_in("li", name));
                self.page.say("; ");
            }
            made = made.add(list);
        }
        if !decision.rows.is_empty() {
            let name = self.plain(&decision.title);
            made = made.add(self.decision_rows(&name, &decision.rows));
        }
        made
    }

    fn decision_rows(&mut self, name: &str, rows: &[DecisionRow]) -> Element {
        let grid = Grid::new(2);
        let mut body = grid.body();
        for row in rows {
            let mut what = grid.row_head("left", "").add(self.content(&row.name));
            self.page.say(" ");
            if let Some(words) = &row.words {
                what = what.add(self.content_in("p", words));
                self.page.say(" ");
            }
            let mut value = grid.cell("right", "");
            if let Some(text) = &row.value {
                value = value.add(self.content(text));
                self.page.say(" ");
            }
            let value = value.add_all(row.share.map(|share| bar(share, None)));
            body = body.add(grid.row().add(what).add(value));
            self.page.say("; ");
        }
        bars(grid, name, body)
    }

    /// The heading of a block that has one of its own.
    fn headed(
        &mut self,
        level: usize,
        (label, number): (Option<&str>, Option<&str>),
        title: &Content,
    ) -> Element {
        let plain = self.plain(title);
        let (level, id) = self.heading(level, label, number, &plain);
        let text = self.title(title);
        numbered(heading_name(level), number, text).id(Some(&id))
    }
}

/// A table of names and numbers with bars.
fn bars(grid: Grid, name: &str, body: Element) -> Element {
    let made = grid.table().attribute("aria-label", name).class("bars");
    table::scrolled(made.add(body), name, grid)
}

/// A bar beside a number, which tells the same.
fn bar(share: u32, tone: Option<&str>) -> Element {
    element("span")
        .class(&toned("bar", tone))
        .attribute("style", &format!("--share: {share}"))
        .attribute("aria-hidden", "true")
}
