//! Layered layout of a graph of dependencies.
//!
//! Nodes stand in layers, each behind all that it depends on; an edge over several
//! layers holds a place in each of them, so that it never runs through a node. The
//! order within a layer follows the middle of the neighbours, swept forth and back
//! (Sugiyama, Tagawa and Toda 1981). All in whole numbers: the same graph gives the
//! same drawing everywhere.

use std::collections::{BTreeMap, BTreeSet};

/// Sweeps after which the order hardly changes any more.
const SWEEPS: usize = 8;

/// A part of the graph in which everything hangs together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// Number of layers.
    pub layers: usize,
    /// Places in the fullest layer.
    pub places: usize,
    /// Nodes and where they stand.
    pub nodes: Vec<(usize, Place)>,
    /// Edges, each with the places that it passes from its beginning to its end.
    pub(crate) edges: Vec<Vec<Place>>,
}

/// A place in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The layer, from 0.
    pub layer: usize,
    /// Twice the distance of its middle from the first edge, in places: odd and
    /// even numbers, so that layers of any size can stand in the middle.
    pub middle: usize,
}

/// A node, or an edge on its way through a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Node(usize),
    /// Number of the edge, and the layer.
    Passing(usize, usize),
}

/// Lays out the graph with these edges, each from what comes first to what depends
/// on it. Nodes without an edge are left out, and so are those on a cycle, which
/// has no beginning.
pub fn lay_out(edges: &[(usize, usize)]) -> Vec<Component> {
    let layers = layers(edges);
    let edges: Vec<(usize, usize)> = edges
        .iter()
        .filter(|(from, to)| layers.contains_key(from) && layers.contains_key(to))
        .copied()
        .collect();
    components(&edges)
        .into_iter()
        .map(|edges| component(&edges, &layers))
        .collect()
}

/// The layer of each node: one more than the last of what it depends on.
fn layers(edges: &[(usize, usize)]) -> BTreeMap<usize, usize> {
    let mut waiting: BTreeMap<usize, usize> = BTreeMap::new();
    let mut dependents: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &(from, to) in edges {
        waiting.entry(from).or_default();
        *waiting.entry(to).or_default() += 1;
        dependents.entry(from).or_default().push(to);
    }
    let mut layers: BTreeMap<usize, usize> = BTreeMap::new();
    let free = waiting.iter().filter(|(_, count)| **count == 0);
    let mut ready: Vec<(usize, usize)> = free.map(|(node, _)| (*node, 0)).collect();
    let mut deepest: BTreeMap<usize, usize> = BTreeMap::new();
    while let Some((node, layer)) = ready.pop() {
        layers.insert(node, layer);
        for &next in dependents.get(&node).map_or(&[][..], Vec::as_slice) {
            let deep = deepest.entry(next).or_default();
            *deep = (*deep).max(layer + 1);
            if let Some(count) = waiting.get_mut(&next) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    ready.push((next, *deep));
                }
            }
        }
    }
    layers
}

/// The edges of each part that hangs together, by its smallest node.
fn components(edges: &[(usize, usize)]) -> Vec<Vec<(usize, usize)>> {
    let mut neighbours: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &(from, to) in edges {
        neighbours.entry(from).or_default().push(to);
        neighbours.entry(to).or_default().push(from);
    }
    let mut part: BTreeMap<usize, usize> = BTreeMap::new();
    for &start in neighbours.keys() {
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            if part.contains_key(&node) {
                continue;
            }
            part.insert(node, start);
            open.extend(neighbours.get(&node).into_iter().flatten());
        }
    }
    let mut parts: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for &(from, to) in edges {
        let start = part.get(&from).copied().unwrap_or(from);
        parts.entry(start).or_default().push((from, to));
    }
    parts.into_values().collect()
}

fn component(edges: &[(usize, usize)], layers: &BTreeMap<usize, usize>) -> Component {
    let layer = |node: &usize| layers.get(node).copied().unwrap_or_default();
    let nodes: BTreeSet<usize> = edges.iter().flat_map(|&(from, to)| [from, to]).collect();
    // Each edge with the items that it passes.
    let paths: Vec<Vec<Item>> = edges
        .iter()
        .enumerate()
        .map(|(number, (from, to))| {
            let passed = layer(from) + 1..layer(to);
            let passed = passed.map(|layer| Item::Passing(number, layer));
            let (first, last) = (Item::Node(*from), Item::Node(*to));
            [first].into_iter().chain(passed).chain([last]).collect()
        })
        .collect();
    let mut filled: BTreeMap<usize, Vec<Item>> = BTreeMap::new();
    for node in &nodes {
        filled
            .entry(layer(node))
            .or_default()
            .push(Item::Node(*node));
    }
    for item in paths.iter().flatten() {
        if let Item::Passing(_, layer) = item {
            filled.entry(*layer).or_default().push(*item);
        }
    }
    // Whoever depends on something stands right behind it or behind what passes
    // from it, so that no layer is empty.
    let mut rows: Vec<Vec<Item>> = filled.into_values().collect();
    order(&mut rows, &paths);

    let places = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut at: BTreeMap<Item, Place> = BTreeMap::new();
    for (layer, row) in rows.iter().enumerate() {
        let free = places - row.len();
        for (number, item) in row.iter().enumerate() {
            let middle = 2 * number + 1 + free;
            at.insert(*item, Place { layer, middle });
        }
    }
    let place = |item: &Item| at.get(item).copied();
    Component {
        layers: rows.len(),
        places,
        nodes: nodes
            .iter()
            .filter_map(|node| Some((*node, place(&Item::Node(*node))?)))
            .collect(),
        edges: paths
            .iter()
            .map(|path| path.iter().filter_map(place).collect())
            .collect(),
    }
}

/// Orders each layer by the middle of the neighbours in the layer before, then in
/// the layer behind, and again.
fn order(rows: &mut [Vec<Item>], paths: &[Vec<Item>]) {
    let mut before: BTreeMap<Item, Vec<Item>> = BTreeMap::new();
    let mut behind: BTreeMap<Item, Vec<Item>> = BTreeMap::new();
    for path in paths {
        for (one, two) in path.iter().zip(path.iter().skip(1)) {
            before.entry(*two).or_default().push(*one);
            behind.entry(*one).or_default().push(*two);
        }
    }
    for sweep in 0..SWEEPS {
        let forth = sweep % 2 == 0;
        let neighbours = if forth { &before } else { &behind };
        let mut known: BTreeMap<Item, usize> = BTreeMap::new();
        let turns: Box<dyn Iterator<Item = &mut Vec<Item>>> = if forth {
            Box::new(rows.iter_mut())
        } else {
            Box::new(rows.iter_mut().rev())
        };
        for row in turns {
            // Thousandths of a place are fine enough to tell middles apart.
            let middle = |at: usize, item: &Item| {
                let near = neighbours.get(item).into_iter().flatten();
                let near: Vec<usize> = near.filter_map(|one| known.get(one)).copied().collect();
                match near.len() {
                    0 => at * 1000,
                    count => near.iter().sum::<usize>() * 1000 / count,
                }
            };
            let mut keyed: Vec<(usize, Item)> = row
                .iter()
                .enumerate()
                .map(|(at, item)| (middle(at, item), *item))
                .collect();
            keyed.sort_by_key(|(key, _)| *key);
            *row = keyed.into_iter().map(|(_, item)| item).collect();
            known.extend(row.iter().enumerate().map(|(at, item)| (*item, at)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(component: &Component, node: usize) -> Place {
        let found = component.nodes.iter().find(|(found, _)| *found == node);
        found.unwrap().1
    }

    #[test]
    fn everything_stands_behind_what_it_depends_on() {
        let edges = [(0, 1), (1, 2), (0, 2), (3, 2), (7, 8)];
        let components = lay_out(&edges);
        assert_eq!(components.len(), 2);
        for (from, to) in edges {
            let component = components
                .iter()
                .find(|one| one.nodes.iter().any(|(node, _)| *node == from))
                .unwrap();
            assert!(place(component, from).layer < place(component, to).layer);
        }
    }

    #[test]
    fn a_long_edge_holds_a_place_of_its_own() {
        let [component] = lay_out(&[(0, 1), (1, 2), (0, 2)]).try_into().unwrap();
        assert_eq!((component.layers, component.places), (3, 2));
        let long = component.edges.iter().find(|path| path.len() == 3).unwrap();
        let passing = long[1];
        assert_eq!(passing.layer, 1);
        assert_ne!(passing, place(&component, 1));
    }

    #[test]
    fn edges_that_need_not_cross_do_not() {
        let [component] = lay_out(&[(0, 12), (1, 11), (2, 10), (0, 11), (1, 10)])
            .try_into()
            .unwrap();
        let edges = &component.edges;
        for one in edges {
            for two in edges {
                let (from, to) = (
                    (one[0].middle, one[1].middle),
                    (two[0].middle, two[1].middle),
                );
                assert!(!(from.0 < to.0 && from.1 > to.1), "{one:?} crosses {two:?}");
            }
        }
    }

    #[test]
    fn a_cycle_is_left_out() {
        assert_eq!(lay_out(&[(0, 1), (1, 0)]), []);
        assert_eq!(lay_out(&[(0, 1), (1, 2), (2, 1)]), []);
        assert_eq!(lay_out(&[]), []);
    }
}
