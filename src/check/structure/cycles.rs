//! Dependency cycles: groups of programmes that depend on each other.

use std::collections::{BTreeMap, VecDeque};

use crate::resolve::{Id, Plan, Program};

/// Most steps in which the shortest cycle of a group is looked for. Where that is
/// not enough, the shortest that was found has to do.
const STEPS: usize = 5_000_000;

/// Groups of programmes that depend on each other, directly or by way of others:
/// the strongly connected components of the dependencies.
pub(crate) struct DependencyCycles {
    /// Programmes by number.
    ids: Vec<Id<Program>>,
    /// On which others each depends, by number.
    edges: Vec<Vec<usize>>,
    /// The groups with more than one programme.
    cycles: Vec<Vec<usize>>,
    /// The group of each programme that is in one.
    of: BTreeMap<Id<Program>, usize>,
}

impl DependencyCycles {
    /// Finds the groups by Tarjan's algorithm, without recursion.
    pub fn of(plan: &Plan) -> Self {
        let ids: Vec<Id<Program>> = plan.programs.iter().map(|(id, _)| id).collect();
        let others = |id: &Id<Program>| {
            let all = plan.programs[*id].depends_on.iter();
            let all = all.filter(|other| *other != id);
            // The list gives out its ids in order.
            all.filter_map(|other| ids.binary_search(other).ok())
                .collect()
        };
        let edges: Vec<Vec<usize>> = ids.iter().map(others).collect();
        let mut cycles = components(&edges);
        cycles.retain(|cycle| cycle.len() > 1);
        let of = cycles
            .iter()
            .zip(0..)
            .flat_map(|(cycle, at)| cycle.iter().map(move |number| (*number, at)))
            .filter_map(|(number, at)| Some((*ids.get(number)?, at)))
            .collect();
        Self {
            ids,
            edges,
            cycles,
            of,
        }
    }

    /// Whether two programmes are in one group.
    pub fn share_cycle(&self, one: Id<Program>, two: Id<Program>) -> bool {
        let cycle = self.of.get(&one);
        cycle.is_some() && cycle == self.of.get(&two)
    }

    /// The shortest cycle of each group, beginning with its first programme.
    pub fn shortest_cycles(&self) -> Vec<Vec<Id<Program>>> {
        let cycles = self.cycles.iter().map(|cycle| shortest(&self.edges, cycle));
        let ids = |cycle: Vec<usize>| {
            let numbers = cycle.into_iter();
            numbers.filter_map(|at| self.ids.get(at).copied()).collect()
        };
        cycles.map(ids).collect()
    }
}

/// How far a programme has been looked at.
#[derive(Clone, Copy, Default)]
struct Mark {
    /// When it was met; 0 if it was not.
    met: usize,
    /// The earliest that is known to be reached from it.
    low: usize,
    /// Whether its group is still being collected.
    open: bool,
}

fn components(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut marks = vec![Mark::default(); edges.len()];
    let mut open = Vec::new();
    let mut components = Vec::new();
    let mut count = 0;
    for start in 0..edges.len() {
        // The path, and how many dependencies of each on it have been followed.
        let mut path = vec![(start, 0)];
        if marks[start].met > 0 {
            continue;
        }
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            if marks[at].met == 0 {
                count += 1;
                marks[at] = Mark {
                    met: count,
                    low: count,
                    open: true,
                };
                open.push(at);
            }
            if let Some(&other) = edges[at].get(*next) {
                *next += 1;
                if marks[other].met == 0 {
                    path.push((other, 0));
                } else if marks[other].open {
                    marks[at].low = marks[at].low.min(marks[other].met);
                }
                continue;
            }
            path.pop();
            if let Some((before, _)) = path.last() {
                marks[*before].low = marks[*before].low.min(marks[at].low);
            }
            if marks[at].low == marks[at].met {
                let mut component = Vec::new();
                while let Some(last) = open.pop() {
                    marks[last].open = false;
                    component.push(last);
                    if last == at {
                        break;
                    }
                }
                component.sort_unstable();
                components.push(component);
            }
        }
    }
    components.sort();
    components
}

/// The shortest way from a member of a group back to itself, by searching from
/// each in breadth, no deeper than the shortest that is known.
fn shortest(edges: &[Vec<usize>], cycle: &[usize]) -> Vec<usize> {
    let mut best: Option<Vec<usize>> = None;
    // From where each was reached, in the search that began with a member.
    let mut from: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut steps = 0;
    for &start in cycle {
        let mut queue = VecDeque::from([(start, 1)]);
        'search: while let Some((at, length)) = queue.pop_front() {
            if best.as_ref().is_some_and(|best| best.len() <= length) || steps > STEPS {
                break;
            }
            for &other in &edges[at] {
                steps += 1;
                if other == start {
                    best = Some(way(&from, start, at));
                    break 'search;
                }
                let inside = cycle.binary_search(&other).is_ok();
                if inside && from.get(&other).is_none_or(|(search, _)| *search != start) {
                    from.insert(other, (start, at));
                    queue.push_back((other, length + 1));
                }
            }
        }
    }
    best.unwrap_or_default()
}

/// The way from `start` to `end` in the search that began with `start`.
fn way(from: &BTreeMap<usize, (usize, usize)>, start: usize, end: usize) -> Vec<usize> {
    let mut way = vec![end];
    let mut at = end;
    while at != start
        && let Some((_, before)) = from.get(&at)
    {
        at = *before;
        way.push(at);
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::{components, shortest};

    #[test]
    fn programmes_that_reach_each_other_are_one_group() {
        let edges = [vec![1], vec![2], vec![0, 3], vec![4], vec![3], vec![]];
        let groups = components(&edges);
        assert_eq!(groups, [vec![0, 1, 2], vec![3, 4], vec![5]]);
        assert_eq!(shortest(&edges, &[0, 1, 2]), [0, 1, 2]);
        assert_eq!(shortest(&edges, &[3, 4]), [3, 4]);
    }

    #[test]
    fn the_shortest_of_many_circles_is_told() {
        // A long chain in which everything also depends on the first.
        let length = 2_000;
        let edges: Vec<Vec<usize>> = (0..length)
            .map(|at| {
                let others = [(at + 1) % length, 0].into_iter();
                others.filter(|other| *other != at).collect()
            })
            .collect();
        let groups = components(&edges);
        assert_eq!(groups.len(), 1);
        let cycle = shortest(&edges, &groups[0]);
        assert_eq!(cycle, [0, 1]);
    }
}
