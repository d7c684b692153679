//! Which programmes wait for which.

use std::collections::BTreeMap;

use super::{Composer, Content, Drawing, Drawn, Id, Program, message};
use crate::compose::graph::{self, Component, Place};
use crate::compose::tree;
use crate::compose::view::{DependencyGraph, GraphNode, GraphPart};

pub(super) const DRAWING: Drawing = Drawing::Figure(|it| it.dependencies());

/// Most places below each other, and most layers, of a part that is drawn: what
/// fits on a page with titles that can be read.
const DRAWN: (usize, usize) = (24, 6);

impl Composer<'_> {
    fn dependencies(&self) -> Option<Drawn> {
        let programs: Vec<Id<Program>> = self.all_programs().collect();
        let numbers: BTreeMap<Id<Program>, usize> = programs.iter().copied().zip(0..).collect();
        let mut edges: Vec<(usize, usize)> = Vec::new();
        for (id, at) in &numbers {
            let first = self.plan.programs[*id].depends_on.iter();
            let first = first.filter_map(|first| numbers.get(first));
            edges.extend(first.map(|first| (*first, *at)));
        }
        if edges.is_empty() {
            return None;
        }
        let id_of = |node: usize| programs.get(node).copied();
        let (drawn, listed): (Vec<Component>, Vec<Component>) =
            graph::lay_out(&edges).into_iter().partition(|one| {
                let (places, layers) = DRAWN;
                one.places <= places && one.layers <= layers
            });
        let parts: Vec<GraphPart> = drawn
            .iter()
            .map(|component| GraphPart {
                places: component.places,
                nodes: component
                    .nodes
                    .iter()
                    .filter_map(|(node, place)| Some(self.graph_node(id_of(*node)?, *place)))
                    .collect(),
                edges: component
                    .edges
                    .iter()
                    .map(|path| path.iter().copied().map(point).collect())
                    .collect(),
            })
            .collect();
        let listed = listed.iter().flat_map(|component| &component.nodes);
        let listed: Vec<Content> = listed
            .filter_map(|(node, _)| self.dependence(id_of(*node)?))
            .collect();
        let layers = drawn.iter().map(|one| one.layers).max().unwrap_or(1);
        let alt = self.dependencies_in_words();
        Some(Drawn::new(alt, move |figure| {
            tree::Drawing::DependencyGraph(DependencyGraph {
                figure,
                layers,
                parts,
                listed,
            })
        }))
    }

    fn graph_node(&self, id: Id<Program>, place: Place) -> GraphNode {
        let program = &self.plan.programs[id];
        GraphNode {
            number: self.program_reference(id),
            title: program.file.title.value.clone(),
            color: self.color(program.pillar),
            at: point(place),
        }
    }

    /// A programme and what it depends on, in a line; `None` if it depends on
    /// nothing.
    fn dependence(&self, id: Id<Program>) -> Option<Content> {
        let first = self.chosen(&self.plan.programs[id].depends_on);
        let first = first.iter().map(|first| self.program_reference(*first));
        let all: Vec<Content> = first.collect();
        if all.is_empty() {
            return None;
        }
        let line = self.program_reference(id).then(Content::text(" ← "));
        Some(line.then(Content::join(all, ", ")))
    }

    fn dependencies_in_words(&self) -> String {
        let words: Vec<String> = self
            .all_programs()
            .map(|id| (id, self.chosen(&self.plan.programs[id].depends_on)))
            .filter(|(_, first)| !first.is_empty())
            .map(|(id, first)| {
                let title = |id: Id<Program>| self.plan.programs[id].file.title.value.as_str();
                let first: Vec<&str> = first.into_iter().map(title).collect();
                self.words.say(&message!(
                    "book-alt-waits",
                    program = title(id),
                    first = first.join(", ")
                ))
            })
            .collect();
        self.words.say(&message!(
            "book-alt-dependencies",
            told = self.some_of(&words, "; ")
        ))
    }
}

fn point(place: Place) -> [usize; 2] {
    [place.layer, place.middle]
}
