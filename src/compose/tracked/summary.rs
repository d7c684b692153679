//! The chapter that sums changes up.

use super::super::view::{self, Figure, WaterfallBar, WaterfallChart};
use super::super::wording::Words as BookWords;
use super::super::{Book, Composer, Scope, table};
use super::annex;
use super::lead::list;
use super::places::Places;
use crate::compose::tree::{BlockKind, Content, Drawing, Flow, Inline, Mark, Part};
use crate::diff::report::{Detail, Digest, DigestChange, DigestSection, DigestTable, Report, near};
use crate::diff::words::{Words, words};
use crate::diff::{Amounts, Diff, Severity};
use crate::language::{Arg, BookLanguage, hyphenate, message};
use crate::model::EntryRef;
use crate::resolve::{Plan, Volume};
use crate::source::SourceTree;

/// Makes a book of a report about changes alone. It is in the language of the plan, which
/// should be that of the report, and looks like the plan's other books.
pub fn compose_report(
    report: &Report<'_>,
    plan: &Plan,
    tree: &SourceTree,
    volume: &Volume,
) -> Book {
    let words = BookWords::of(plan, tree);
    let mut composer = Composer::new(plan, tree, volume, Scope::Volume, &words);
    composer.tracked = true;
    let digest = report.digest();
    // Titles are set in capitals, in which nobody would know a path or a branch.
    let title = composer.words.get("book-title-changes");
    let compared = digest.compared.iter().map(|line| Content::text(line));
    let compared = Content::lines(compared);
    let mut body = Flow::default();
    body.paragraph(compared);
    body.append(composer.changes(&digest, report.diff, None));
    let part = Part {
        path: "/parts/00-changes.typ".into(),
        opening: Some(chapter(title.into(), "body")),
        place: None,
        origin: None,
        body,
    };
    composer.bind(vec![part]).book()
}

impl<'a> Composer<'a> {
    /// The chapter before the numbered ones that tells what is marked behind it.
    pub(super) fn summary(
        &self,
        (digest, diff): (&Digest, &Diff),
        has_annex: bool,
        places: &Places,
    ) -> Part {
        let title = self.words.get("book-title-summary-of-changes");
        let mut body = Flow::default();
        let compared = digest.compared.iter().map(|line| Content::text(line));
        let compared = Content::lines(compared);
        body.paragraph(compared);
        body.paragraph(self.legend(has_annex));
        body.append(self.changes(digest, diff, Some((FEW, places))));
        body.append(self.unmarked(digest, places));
        Part {
            path: "/parts/98-changes.typ".into(),
            opening: Some(chapter(title.into(), "front")),
            place: None,
            origin: None,
            body,
        }
    }

    /// How to read the marks.
    fn legend(&self, has_annex: bool) -> Content {
        let words = self.words;
        let language = words.language();
        let mut legend = Content::text(words.get("book-legend"))
            .then(" ")
            .then(mark(Mark::Added, words.get("book-legend-added"), language))
            .then("; ")
            .then(mark(
                Mark::Removed,
                words.get("book-legend-removed"),
                language,
            ))
            .then("; ")
            .then(words.get("book-legend-bars"));
        if has_annex {
            let annex = words.get("book-legend-annex");
            legend = legend.then(format!(" {annex}"));
        }
        legend
    }

    /// What a report says; in a book that marks the changes with so many paragraphs of each
    /// at most, and the pages of the marks.
    fn changes(&self, digest: &Digest, diff: &Diff, book: Option<(usize, &Places)>) -> Flow {
        let words = self.words;
        let mut section = |level, title: &str| self.section(level, title, None);
        let counts = format!("{}.", digest.counts.trim_end_matches('.'));
        let mut blocks = Flow::default();
        blocks.paragraph(Content::text(&counts).strong());
        for remark in &digest.remarks {
            blocks.paragraph(Content::text(remark));
        }
        blocks.append(self.lead(digest, &mut section, book.map(|(_, places)| places)));
        let chart = self.waterfall(diff);
        if chart.is_some() || !digest.sums.is_empty() {
            blocks.push(section(2, &digest.budget));
        }
        if let Some(chart) = chart {
            blocks.push(BlockKind::Drawing(Box::new(Drawing::WaterfallChart(chart))));
        }
        for sums in &digest.sums {
            blocks.push(BlockKind::Table(sums_table(sums)));
        }
        if !digest.sections.is_empty() {
            let title = words.get("book-changes-by-pillar");
            blocks.push(section(2, title));
        }
        for part in &digest.sections {
            blocks.push(section(3, &part.title));
            blocks.push(BlockKind::Table(self.change_list(part, book)));
        }
        blocks
    }

    /// The changes under one heading as a table.
    fn change_list(&self, section: &DigestSection, book: Option<(usize, &Places)>) -> view::Table {
        let mut columns = vec![
            table::narrow(self.words.get("book-severity")),
            table::text(self.words.get("book-change"), 1),
        ];
        if book.is_some() {
            columns.push(table::narrow(self.words.get("book-page")));
        }
        let rows = section.changes.iter().map(|change| {
            let gravity = Content::text(&change.gravity);
            let mut cells = vec![
                if change.severity == Severity::Breaking {
                    gravity.strong()
                } else {
                    gravity
                },
                self.told(change, book.map(|(most, _)| most)),
            ];
            cells.extend(book.map(|(_, places)| {
                let key = change.key.as_ref();
                let pages = key.and_then(|key| pages(&change.fingerprint, key, places));
                pages.unwrap_or_else(|| Content::text("–"))
            }));
            table::plain(cells)
        });
        table::bare(columns, rows.collect())
    }

    /// A change: what it is about, what it means, and what it consists of.
    fn told(&self, change: &DigestChange, most: Option<usize>) -> Content {
        let mut lines = vec![
            self.prose(&format!("{}: ", change.entry))
                .strong()
                .then(Content::text(&change.kind)),
        ];
        let mut paragraphs = 0;
        for one in &change.details {
            paragraphs += usize::from(matches!(one, Detail::Paragraph(_)));
            if !matches!(one, Detail::Paragraph(_)) || most.is_none_or(|most| paragraphs <= most) {
                lines.push(detail(one, self.words.language()));
            }
        }
        if let Some(more) = most.and_then(|most| paragraphs.checked_sub(most))
            && more > 0
        {
            let more = message!("book-more-paragraphs", count = more);
            lines.push(Content::text(&self.words.say(&more)));
        }
        lines.extend(change.accepted.as_deref().map(Content::text));
        lines.extend(change.places.as_deref().map(Content::text));
        Content::lines(lines)
    }

    /// What carries no mark, so that nobody takes it for unchanged.
    fn unmarked(&self, digest: &Digest, places: &Places) -> Flow {
        let words = self.words;
        let title = words.get("book-unmarked");
        let mut blocks = Flow::from(self.section(2, title, None));
        let always = words.get("book-always-unmarked");
        blocks.paragraph(self.prose(always));
        let changes = digest.sections.iter().flat_map(|section| &section.changes);
        let unseen = changes.filter(|change| {
            let key = change.key.as_ref();
            key.is_none_or(|key| places.label(&change.fingerprint, key).is_none())
        });
        let mut lines: Vec<String> = unseen
            .map(|change| format!("{}: {}", change.entry, change.kind))
            .collect();
        let silent = places.silent().iter();
        lines.extend(silent.map(|what| words.get(what.message()).to_owned()));
        lines.dedup();
        if lines.is_empty() {
            return blocks;
        }
        let also = words.get("book-not-printed-as-text");
        blocks.paragraph(self.prose(also));
        blocks.push(list(lines.iter().map(|line| self.prose(line))));
        blocks
    }

    /// How the budget of the first plan became that of the second, by pillar. `None` if no
    /// amount changed.
    fn waterfall(&self, diff: &Diff) -> Option<WaterfallChart> {
        let money = &diff.money;
        let mut steps: Vec<(String, Amounts)> = money
            .pillars
            .iter()
            .filter(|(_, amounts)| amounts.change() != 0)
            .map(|(key, amounts)| (diff.name(key), *amounts))
            .collect();
        if steps.is_empty() {
            return None;
        }
        // The order of the book.
        let place = |name: &str| {
            let mut pillars = self.plan.pillars.values();
            pillars.position(|pillar| pillar.file.name.value == name)
        };
        steps.sort_by_key(|(name, _)| place(name).unwrap_or(usize::MAX));
        // Bars of the totals would be many times as long as those of the changes, or would
        // not begin at zero.
        let mut levels = vec![0_i128];
        for (_, amounts) in &steps {
            let last = levels.last().copied().unwrap_or_default();
            levels.push(last.saturating_add(amounts.change()));
        }
        let scale = Scale::of(&levels)?;
        let all = money.total.change();
        let changes = steps.iter().map(|(_, amounts)| amounts.change());
        let (unit, divisor) = self.unit(changes.chain([all]).filter(|change| *change != 0));
        let bar = |label: &str, change: i128, kind, (from, to): (i128, i128)| {
            let (low, high) = (scale.height(from.min(to)), scale.height(from.max(to)));
            WaterfallBar {
                label: label.into(),
                text: format!(
                    "{}{}",
                    match change {
                        ..0 => "−",
                        0 => "",
                        1.. => "+",
                    },
                    self.in_units(change.saturating_abs(), divisor)
                ),
                kind,
                foot: low,
                height: high.saturating_sub(low),
            }
        };
        let mut bars: Vec<WaterfallBar> = steps
            .iter()
            .zip(levels.windows(2))
            .filter_map(|((name, amounts), pair)| {
                let &[from, to] = pair else { return None };
                let change = amounts.change();
                let kind = if change < 0 { "fall" } else { "rise" };
                Some(bar(name, change, kind, (from, to)))
            })
            .collect();
        let together = self.words.get("book-in-all");
        bars.push(bar(together, all, "total", (0, all)));
        let told: Vec<String> = bars
            .iter()
            .map(|bar| format!("{} {}", bar.label, bar.text))
            .collect();
        let caption = self.words.get("book-budget-change-by-pillar");
        Some(WaterfallChart {
            figure: Figure {
                number: None,
                caption: caption.into(),
                alt: format!("{caption}, {unit}: {}.", self.some_of(&told, "; ")),
                label: None,
            },
            unit: self.words.say(&message!(
                "book-waterfall-unit",
                unit = unit,
                before = Arg::Money(money.total.before.0),
                after = Arg::Money(money.total.after.0),
            )),
            zero: scale.height(0),
            bars,
        })
    }

    /// The unit in which the smallest of some changes is still told apart, and how many
    /// rupiah it is.
    fn unit(&self, changes: impl Iterator<Item = i128>) -> (&'a str, i128) {
        let smallest = changes.map(i128::saturating_abs).min().unwrap_or_default();
        match smallest {
            10_000_000_000.. => (self.words.get("book-billion-rupiah"), 1_000_000_000),
            100_000.. => (self.words.get("book-million-rupiah"), 1_000_000),
            _ => (self.words.get("book-rupiah"), 1),
        }
    }
}

/// The opening of a chapter about changes.
fn chapter(title: Content, place: &'static str) -> view::Chapter {
    view::Chapter {
        number: None,
        title,
        subtitle: None,
        authors: None,
        draft: false,
        label: "part:changes".into(),
        color: None,
        tab: None,
        place,
        restart: place == "body",
        landscape: false,
        runs_on: false,
    }
}

/// The pages on which a change of an entry is marked, those of its own place first; `None` if
/// it is on none.
pub(super) fn pages(fingerprint: &str, key: &EntryRef, places: &Places) -> Option<Content> {
    let marks = places.label(fingerprint, key)?;
    let name = key.to_string();
    let labels = [annex::label(&name), name, marks];
    Some(Inline::ChangePages(labels).into())
}

/// Paragraphs of each change that a summary shows: the book itself marks all of them.
const FEW: usize = 3;

/// How amounts become heights from 0 to 1000, in proportion.
struct Scale {
    low: i128,
    high: i128,
}

impl Scale {
    /// One on which all levels are seen; zero is one of them. `None` if there is nothing to
    /// draw.
    fn of(levels: &[i128]) -> Option<Self> {
        let (low, high) = (*levels.iter().min()?, *levels.iter().max()?);
        (low < high).then_some(Self { low, high })
    }

    fn height(&self, amount: i128) -> u32 {
        let above = amount.saturating_sub(self.low).saturating_mul(1000);
        let height = above.checked_div(self.high.saturating_sub(self.low));
        u32::try_from(height.unwrap_or(0)).unwrap_or(0)
    }
}

/// Words with a mark.
fn mark(mark: Mark, text: &str, language: BookLanguage) -> Content {
    // Its lines are short, and its words as long as anywhere.
    let text = Inline::Text(hyphenate(text, language).into_owned());
    Inline::Marked(mark, text.into()).into()
}

fn sums_table(sums: &DigestTable) -> view::Table {
    let columns = sums.heads.iter().enumerate().map(|(at, head)| match at {
        0 => table::text(head.as_str(), 1),
        _ => table::number(head.as_str()),
    });
    let cells = |row: &[String]| row.iter().map(|cell| Content::text(cell)).collect();
    let mut rows: Vec<view::Row> = sums
        .rows
        .iter()
        .map(|row| {
            let mut cells: Vec<Content> = cells(&row.cells);
            if let Some(name) = cells.first_mut().filter(|_| row.is_part) {
                *name = Content::text("– ").then(std::mem::take(name));
            }
            table::plain(cells)
        })
        .collect();
    rows.push(table::total(cells(&sums.total)));
    table::bare(columns.collect(), rows)
}

pub(super) fn detail(detail: &Detail, language: BookLanguage) -> Content {
    match detail {
        Detail::Value {
            label,
            before,
            after,
            change,
        } => {
            let mut line = Content::text(&format!("{label}: "));
            match (before, after) {
                (Some(before), Some(after)) => {
                    line = line.then(compared(before, after, language));
                }
                (Some(before), None) => line = line.then(mark(Mark::Removed, before, language)),
                (None, Some(after)) => line = line.then(mark(Mark::Added, after, language)),
                (None, None) => {}
            }
            match change {
                Some(change) => line.then(Content::text(&format!(" ({change})"))),
                None => line,
            }
        }
        Detail::Text { label, words } => {
            Content::text(&format!("{label}: ")).then(worded(words, language))
        }
        Detail::Sentence(sentence) => Content::text(&hyphenate(sentence, language)),
        Detail::Paragraph(runs) => worded(runs, language),
    }
}

/// Two values, word by word as the pages mark them; whole if no word stayed.
fn compared(before: &str, after: &str, language: BookLanguage) -> Content {
    let runs = words(before, after);
    let stays =
        |run: &Words| matches!(run, Words::Kept(text) if text.contains(char::is_alphanumeric));
    if runs.iter().any(stays) {
        return worded(&runs, language);
    }
    let gone = mark(Mark::Removed, before, language).then(Content::text(" "));
    gone.then(mark(Mark::Added, after, language))
}

fn worded(runs: &[Words], language: BookLanguage) -> Content {
    let runs = near(runs).into_iter().map(|run| match run {
        Words::Kept(text) => Content::text(&hyphenate(&text, language)),
        Words::Removed(text) => mark(Mark::Removed, &text, language),
        Words::Added(text) => mark(Mark::Added, &text, language),
    });
    Content::join(runs, "")
}
