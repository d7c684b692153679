//! Figures that are drawn from data, piece by piece: a cell, a bar or a point that changed is
//! marked itself, with what it was.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::align::{Pair, pairs};
use super::marking::Marking;
use super::visible::{text_of, visible_hash};
use crate::compose::tree::Mark;
use crate::compose::typst::function::{Figure, Function};
use crate::compose::typst::{Argument, Node};

impl Marking<'_> {
    /// A figure of both books, in which what changed is marked. Where the two cannot be
    /// compared piece by piece, all of it is, and a note says so.
    pub(crate) fn figure(
        &self,
        (function, figure): (Function, Figure),
        old: &[Argument],
        new: &[Argument],
    ) -> Node {
        let mut call = self.captioned(function, old, new);
        let (Some(before), Node::Call(_, arguments)) = (old.first(), &mut call) else {
            return Node::Marked(Mark::Changed, Box::new(call));
        };
        let Some(data) = arguments.first_mut().map(|argument| &mut argument.value) else {
            return call;
        };
        let before = &before.value;
        if visible_hash(&drawn(before)) == visible_hash(&drawn(data)) {
            return call;
        }
        let compared = match figure {
            Figure::HeatMap => self.heat_map(before, data),
            Figure::RoadMap => self.road_map(before, data),
            Figure::IndicatorPaths => self.paths(before, data),
            Figure::BarChart => self.bar_chart(before, data),
            Figure::GaugeChart => self.gauges(before, data),
            Figure::RowChart => self.row_chart(before, data),
            Figure::DependencyGraph | Figure::DistrictMap | Figure::WaterfallChart => None,
        };
        if compared.is_some() {
            return call;
        }
        Node::Block(vec![
            Node::Marked(Mark::Changed, Box::new(call)),
            self.figure_note(),
        ])
    }

    /// What stands below a figure that is marked as a whole.
    pub(crate) fn figure_note(&self) -> Node {
        let note = Node::Block(vec![Node::Text(self.other_figure.into())]);
        Node::Removed(Box::new(Node::call(Function::ChangeNote, [note])))
    }

    /// Rows of two figures as one: what is in both, what came, what went.
    fn rows(
        &self,
        first: &Node,
        second: &mut Node,
        key: &str,
        both: impl Fn(&Node, Node) -> Node,
        gone: impl Fn(Node) -> Node,
    ) {
        let rows: Vec<Node> = pairs(&items(first, key), &items(second, key))
            .map(|pair| match pair {
                Pair::Both(old, new) if visible_hash(old) == visible_hash(new) => new.clone(),
                Pair::Both(old, new) => both(old, new.clone()),
                Pair::First(old) => {
                    Node::Removed(Box::new(gone(self.without(old, Some(Mark::Removed)))))
                }
                Pair::Second(new) => self.named(new.clone(), |name| self.mark_added(name)),
            })
            .collect();
        second.set(key, Node::Array(rows));
    }

    /// Data with another name.
    fn named(&self, mut data: Node, change: impl Fn(&Node) -> Node) -> Node {
        for key in ["program", "name"] {
            if let Some(name) = data.get(key) {
                let name = change(&content(name));
                data.set(key, name);
            }
        }
        data
    }

    /// Data whose name has a bar beside it, and the words of the name compared.
    fn beside(&self, old: &Node, mut data: Node, key: &str) -> Node {
        let (Some(before), Some(after)) = (old.get(key), data.get(key)) else {
            return data;
        };
        let name = if visible_hash(before) == visible_hash(after) {
            Node::Marked(Mark::Changed, Box::new(content(after)))
        } else {
            self.merge(&content(before), &content(after))
        };
        data.set(key, name);
        data
    }

    fn heat_map(&self, first: &Node, second: &mut Node) -> Option<()> {
        let columns = |data: &Node| names(data, "columns");
        if columns(first) != columns(second) {
            return None;
        }
        self.rows(
            first,
            second,
            "rows",
            |old, row| self.beside(old, heat_row(old, row), "name"),
            |mut row| {
                let emptied = |mut cell: Node| {
                    let text = cell.get("text").map(string_of);
                    if text.is_some_and(|text| !text.is_empty()) {
                        let was = cell.get("text").map_or_else(Node::none, removed);
                        cell.set("was", was);
                    }
                    cell.set("text", Node::Text("–".into()));
                    cell.set("share", number(0));
                    cell
                };
                let cells = items(&row, "cells").into_iter().map(emptied);
                let cells = cells.collect();
                row.set("cells", Node::Array(cells));
                if let Some(total) = row.get("total").cloned() {
                    row.set("total", emptied(total));
                }
                row
            },
        );
        if let (Some(old), Some(new)) = (first.get("totals"), second.get("totals").cloned()) {
            let totals = heat_row(old, new);
            second.set("totals", totals);
        }
        Some(())
    }

    fn road_map(&self, first: &Node, second: &mut Node) -> Option<()> {
        // On another scale, bars that stayed would seem to have moved.
        if face_of(first, "years") != face_of(second, "years") {
            return None;
        }
        let phases = self.phases(first, second);
        second.set("phases", Node::Array(phases));
        let spans = |old: &Node, mut group: Node| {
            self.rows(
                old,
                &mut group,
                "spans",
                |old, mut span| {
                    let shape =
                        |span: &Node| (span.get("start").cloned(), span.get("width").cloned());
                    if shape(old) != shape(&span) {
                        span.set("was", extent(old));
                    }
                    self.beside(old, span, "name")
                },
                |mut span| {
                    let was = extent(&span);
                    span.set("was", was);
                    span.set("width", number(0));
                    span
                },
            );
            group
        };
        let groups: Vec<Node> = pairs(&items(first, "groups"), &items(second, "groups"))
            .map(|pair| match pair {
                Pair::Both(old, new) => spans(old, new.clone()),
                Pair::Second(new) => spans(&Node::Dict(Vec::new()), new.clone()),
                Pair::First(old) => {
                    let mut emptied = self.without(old, Some(Mark::Removed));
                    let spans = items(old, "spans").into_iter().map(|span| {
                        let was = extent(&span);
                        let mut span = self.without(&span, Some(Mark::Removed));
                        span.set("was", was);
                        span.set("width", number(0));
                        span
                    });
                    let spans = spans.collect();
                    emptied.set("spans", Node::Array(spans));
                    Node::Removed(Box::new(emptied))
                }
            })
            .collect();
        second.set("groups", Node::Array(groups));
        Some(())
    }

    /// The phases of a road map: those that came, went, or have another name or other years.
    fn phases(&self, first: &Node, second: &Node) -> Vec<Node> {
        let (old, new) = (items(first, "phases"), items(second, "phases"));
        let called = |phases: &[Node], name: &str| {
            let found = phases.iter().find(|one| string(one, "name") == name);
            found.cloned()
        };
        let mut renamed = Vec::new();
        let phases = new.iter().enumerate().map(|(at, phase)| {
            let name = string(phase, "name");
            let words = content(&Node::Text(name.clone()));
            let mark = match called(&old, &name) {
                Some(before) if visible_hash(&before) == visible_hash(phase) => {
                    return phase.clone();
                }
                Some(_) => Node::Marked(Mark::Changed, Box::new(words)),
                None => {
                    // One of another name, in the same place.
                    let before = old.get(at).map(|one| string(one, "name"));
                    match before.filter(|name| called(&new, name).is_none()) {
                        Some(before) => {
                            let was = content(&Node::Text(before.clone()));
                            renamed.push(before);
                            self.merge(&was, &words)
                        }
                        None => self.mark_added(&words),
                    }
                }
            };
            let mut phase = phase.clone();
            phase.set("mark", mark);
            phase
        });
        let mut phases: Vec<Node> = phases.collect();
        for mut phase in old {
            let name = string(&phase, "name");
            if called(&new, &name).is_none() && !renamed.contains(&name) {
                phase.set("mark", removed(&Node::Text(name)));
                phase.set("width", number(0));
                phases.push(Node::Removed(Box::new(phase)));
            }
        }
        phases
    }

    fn paths(&self, first: &Node, second: &mut Node) -> Option<()> {
        // Points that stayed are where they were, whatever other points the room must hold.
        let years = [years(first)?, years(second)?];
        let moved_paths = items(first, "paths").into_iter().map(|mut path| {
            for key in ["points", "realised"] {
                let points = points(&path, key).into_iter();
                let points: Vec<(i64, i64)> = points.map(|(x, y)| (moved(x, years), y)).collect();
                path.set(key, array(&points));
            }
            path
        });
        let mut before = first.clone();
        before.set("paths", Node::Array(moved_paths.collect()));
        self.rows(
            &before,
            second,
            "paths",
            |old, mut path| {
                if let Some(was) = path_before(old, &path) {
                    path.set("was", was);
                }
                for key in ["name", "first", "last", "reached"] {
                    let (Some(before), Some(after)) = (old.get(key), path.get(key)) else {
                        continue;
                    };
                    if after.is_none() {
                        continue;
                    }
                    if visible_hash(before) == visible_hash(after) {
                        continue;
                    }
                    let (before, after) = (content(before), content(after));
                    // Beside a line is room for two numbers above each other.
                    let both = match key {
                        "first" | "last" => self.stacked(&before, &after, false, false),
                        _ => self.merge(&before, &after),
                    };
                    path.set(key, both);
                }
                self.beside(old, path, "program")
            },
            |mut path| {
                path.set("gone", Node::Atom("true".into()));
                self.named(path, |name| self.without(name, Some(Mark::Removed)))
            },
        );
        Some(())
    }

    fn bar_chart(&self, first: &Node, second: &mut Node) -> Option<()> {
        let labels = |column: &Node| -> Vec<String> {
            let segments = items(column, "segments");
            segments.iter().map(|one| string(one, "label")).collect()
        };
        let (old, new) = (items(first, "columns"), items(second, "columns"));
        let shape = |columns: &[Node]| -> Vec<(String, Vec<String>)> {
            let shapes = columns
                .iter()
                .map(|one| (string(one, "label"), labels(one)));
            shapes.collect()
        };
        if shape(&old) != shape(&new) || string(first, "unit") != string(second, "unit") {
            return None;
        }
        let columns = old.iter().zip(new).map(|(old, mut column)| {
            let mut any = false;
            let segments = items(old, "segments")
                .into_iter()
                .zip(items(&column, "segments"));
            let segments: Vec<Node> = segments
                .map(|(was, mut segment)| {
                    if string(&was, "rupiah") != string(&segment, "rupiah") {
                        any = true;
                        segment.set("changed", Node::Atom("true".into()));
                    }
                    segment
                })
                .collect();
            if any {
                column.set("segments", Node::Array(segments));
            }
            // Another total is marked itself.
            if any && string(old, "total") == string(&column, "total") {
                let label = Node::Block(vec![Node::Text(string(&column, "label"))]);
                column.set("label", Node::Marked(Mark::Changed, Box::new(label)));
            }
            changed(old, column, "total", "was")
        });
        let columns = columns.collect();
        second.set("columns", Node::Array(columns));
        Some(())
    }

    fn gauges(&self, first: &Node, second: &mut Node) -> Option<()> {
        if names(first, "groups") != names(second, "groups") {
            return None;
        }
        let groups = items(first, "groups")
            .into_iter()
            .zip(items(second, "groups"));
        let groups = groups.map(|(old, mut group)| {
            self.rows(
                &old,
                &mut group,
                "bars",
                |old, mut bar| {
                    let was = ["current", "target"].map(|key| old.get(key).cloned());
                    bar.set("was", Node::Array(was.into_iter().flatten().collect()));
                    self.beside(old, bar, "text")
                },
                |bar| self.named(bar, |name| self.without(name, Some(Mark::Removed))),
            );
            group
        });
        let groups = groups.collect();
        second.set("groups", Node::Array(groups));
        Some(())
    }

    fn row_chart(&self, first: &Node, second: &mut Node) -> Option<()> {
        // One scale for both: that of the longest bar now, which has room for what was longer.
        let longest = |data: &Node| items(data, "rows").iter().filter_map(rupiah).max();
        let (was, is) = (longest(first)?, longest(second)?);
        let room = is.checked_mul(1000)?.checked_div(was.max(is))?;
        second.set("room", number(i64::try_from(room).ok()?));
        let length = |row: &Node| -> Node {
            let length = rupiah(row)
                .and_then(|amount| amount.checked_mul(1000)?.checked_div(is))
                .and_then(|length| i64::try_from(length).ok());
            length.map_or_else(Node::none, number)
        };
        self.rows(
            first,
            second,
            "rows",
            |old, mut row| {
                let (Some(before), Some(after)) = (old.get("text"), row.get("text")) else {
                    return row;
                };
                let (before, after) = (content(before), content(after));
                if rupiah(old) == rupiah(&row) {
                    // Another share of another sum.
                    let text = self.merge(&before, &after);
                    row.set("text", text);
                    return row;
                }
                // Side by side they would leave no room for the bars.
                let text = self.stacked(&before, &after, false, false);
                row.set("text", text);
                row.set("was", length(old));
                row
            },
            |mut row| {
                row.set("was", length(&row));
                row.set("width", number(0));
                self.named(row, |name| self.without(name, Some(Mark::Removed)))
            },
        );
        Some(())
    }
}

/// The amount of a row, in rupiah.
fn rupiah(row: &Node) -> Option<i128> {
    match row.get("rupiah") {
        Some(Node::Text(digits)) => digits.parse().ok(),
        _ => None,
    }
}

/// The data of a figure without what stands around it.
fn drawn(data: &Node) -> Node {
    let mut data = data.bare().clone();
    for key in ["caption", "alt"] {
        data.set(key, Node::none());
    }
    data
}

/// A string as content, and content as it is.
fn content(node: &Node) -> Node {
    let bare = node.bare().clone();
    match bare {
        Node::Text(_) => Node::Block(vec![bare]),
        _ if bare.is_none() => Node::empty(),
        Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::Call(..)
        | Node::Block(_)
        | Node::WithSource(..)
        | Node::Marked(..)
        | Node::Removed(_) => bare,
    }
}

/// A string of the first book, struck out.
fn removed(text: &Node) -> Node {
    Node::Removed(Box::new(Node::Marked(
        Mark::Removed,
        Box::new(content(text)),
    )))
}

/// Data that holds what a value of it was, if it was another one.
fn changed(old: &Node, mut new: Node, key: &str, was: &str) -> Node {
    if face_of(old, key) != face_of(&new, key)
        && let Some(before) = old.get(key)
    {
        new.set(was, removed(before));
    }
    new
}

fn face_of(data: &Node, key: &str) -> Option<u64> {
    data.get(key).map(visible_hash)
}

fn items(data: &Node, key: &str) -> Vec<Node> {
    match data.get(key).map(Node::bare) {
        Some(Node::Array(items)) => items.clone(),
        _ => Vec::new(),
    }
}

/// The names of the data under a key, in order.
fn names(data: &Node, key: &str) -> Vec<String> {
    items(data, key)
        .iter()
        .map(|one| string(one, "name"))
        .collect()
}

/// A string of data, or the text of its content.
fn string(data: &Node, key: &str) -> String {
    data.get(key).map(string_of).unwrap_or_default()
}

/// A string, or the text of content.
fn string_of(node: &Node) -> String {
    if let Node::Text(text) = node.bare() {
        return text.clone();
    }
    text_of(node)
}

fn number(value: i64) -> Node {
    Node::Atom(value.to_string())
}

/// A row of a heat map in which cells that changed hold what they were.
fn heat_row(old: &Node, mut row: Node) -> Node {
    let cells = items(old, "cells").into_iter().zip(items(&row, "cells"));
    let cells = cells.map(|(was, cell)| changed(&was, cell, "text", "was"));
    row.set("cells", Node::Array(cells.collect()));
    if let (Some(was), Some(cell)) = (old.get("total"), row.get("total").cloned()) {
        row.set("total", changed(was, cell, "text", "was"));
    }
    row
}

/// Where a bar began and how long it was.
fn extent(span: &Node) -> Node {
    let ends = ["start", "width"].map(|key| span.get(key).cloned());
    Node::Array(ends.into_iter().flatten().collect())
}

/// The first and the last year of the room for paths.
fn years(data: &Node) -> Option<[i64; 2]> {
    let years = items(data, "years");
    let mut years = years.iter().map(|year| string_of(year).parse::<i64>().ok());
    Some([years.next()??, years.next()??])
}

/// A place between two years, which is a year, as one between two others: it may be outside.
fn moved(place: i64, [from, to]: [[i64; 2]; 2]) -> i64 {
    let length = |[first, last]: [i64; 2]| last.saturating_sub(first).max(1);
    let [whole, new] = [length(from), length(to)];
    // Places are rounded down.
    let after = place
        .saturating_mul(whole)
        .saturating_add(999)
        .div_euclid(1000);
    let year = from[0].saturating_add(after);
    year.saturating_sub(to[0])
        .saturating_mul(1000)
        .div_euclid(new)
}

/// The points of a path before, on the scale of the path as it is now: they may be outside of
/// it. With them the new points that are at no old one. `None` if both have no scale.
fn path_before(old: &Node, new: &Node) -> Option<Node> {
    let (before, after) = (Range::of(old)?, Range::of(new)?);
    let unit = after.width()?;
    let moved = |(x, y): (i64, i64)| -> Option<(i64, i64)> {
        let height = before.value(y)?.checked_sub(after.least)?;
        let height = height
            .checked_mul(Decimal::ONE_THOUSAND)?
            .checked_div(unit)?;
        Some((x, height.round().to_i64()?))
    };
    // Both are rounded to a thousandth of their own scale.
    let coarse = before
        .width()
        .and_then(|width| width.checked_div(unit)?.ceil().to_i64());
    let near = coarse.unwrap_or(0).saturating_add(1);
    let mut was = Vec::new();
    let mut rings = Vec::new();
    for key in ["points", "realised"] {
        let old: Vec<(i64, i64)> = points(old, key).into_iter().filter_map(moved).collect();
        let is_new = |point: &(i64, i64)| {
            let same = |one: &(i64, i64)| one.0 == point.0 && (one.1 - point.1).abs() <= near;
            !old.iter().any(same)
        };
        rings.extend(points(new, key).into_iter().filter(is_new));
        was.push((key.into(), array(&old)));
    }
    was.push(("rings".into(), array(&rings)));
    Some(Node::Dict(was))
}

fn array(points: &[(i64, i64)]) -> Node {
    let points = points
        .iter()
        .map(|(x, y)| Node::Array(vec![number(*x), number(*y)]));
    Node::Array(points.collect())
}

fn points(path: &Node, key: &str) -> Vec<(i64, i64)> {
    let read = |point: &Node| {
        let Node::Array(ends) = point.bare() else {
            return None;
        };
        let mut ends = ends.iter().map(|end| {
            let Node::Atom(digits) = end else { return None };
            digits.parse::<i64>().ok()
        });
        Some((ends.next()??, ends.next()??))
    };
    items(path, key).iter().filter_map(read).collect()
}

/// The values of the lower and the upper edge of a path.
struct Range {
    least: Decimal,
    greatest: Decimal,
}

impl Range {
    fn of(path: &Node) -> Option<Self> {
        let ends = items(path, "range");
        let mut ends = ends.iter().map(|end| {
            let Node::Text(digits) = end else { return None };
            digits.parse::<Decimal>().ok()
        });
        Some(Self {
            least: ends.next()??,
            greatest: ends.next()??,
        })
    }

    /// How far both are apart; `None` if they are the same.
    fn width(&self) -> Option<Decimal> {
        let width = self.greatest.checked_sub(self.least)?;
        (!width.is_zero()).then_some(width)
    }

    /// The value at a height from 0 to 1000.
    fn value(&self, height: i64) -> Option<Decimal> {
        let part = self.width()?.checked_mul(Decimal::from(height))?;
        self.least
            .checked_add(part.checked_div(Decimal::ONE_THOUSAND)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stand_where_the_other_room_has_them() {
        for (first, last) in [(2025_i64, 2029), (2024, 2030), (2025, 2026), (2011, 2040)] {
            for (other, end) in [(2023_i64, 2029), (2025, 2031), (2000, 2041)] {
                for year in first..=last {
                    let place = (year - first) * 1000 / (last - first);
                    let wanted = ((year - other) * 1000).div_euclid(end - other);
                    let found = moved(place, [[first, last], [other, end]]);
                    assert_eq!(found, wanted, "{year} of {first}–{last} in {other}–{end}");
                }
            }
        }
    }
}
