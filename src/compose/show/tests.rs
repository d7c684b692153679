use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::address::PlaceKind;
use crate::check::Options;
use crate::compose::Scope;
use crate::compose::tree::Inline;
use crate::compose::wording::Words;
use crate::model::EntryKind;
use crate::project;

/// What a block is declared to be is what it becomes: a table or a figure, with its entries,
/// the places to jump to, and something left without programmes if they do not make it up.
#[test]
fn each_block_becomes_what_it_is_declared_to_be() {
    let directory = Path::new("examples/kota-teladan");
    let project = project::load(directory, &Options::default()).unwrap();
    let (plan, tree) = (project.plan.as_ref().unwrap(), &project.tree);
    let words = Words::of(plan, tree);
    for show in Show::ALL {
        let (word, block) = (show.word(), show.block());
        let mut composer = Composer::new(plan, tree, &plan.volumes[0], Scope::Volume, &words);
        let kind = match drawing(*show) {
            Drawing::Tables(_) | Drawing::Explained(..) => Some(PlaceKind::Table),
            Drawing::Figure(_) => Some(PlaceKind::Figure),
            Drawing::Lines(_) => None,
        };
        assert_eq!(kind, block.kind, "{word}");
        assert_eq!(composer.has_entries(*show), kind.is_some(), "{word}");
        let blocks = composer.show(*show, None, None);
        let code = format!("{blocks:?}");
        for entry in plan.entries() {
            let is_of = block.of.contains(&entry.kind);
            let address = entry.address();
            if entry.target.is_some() {
                let anchor = format!("{:?}", Inline::Anchor(address.to_string()));
                let stands = is_of && block.is_registry;
                assert_eq!(code.contains(&anchor), stands, "{word}: {address}");
            }
            if is_of && entry.kind != EntryKind::Program {
                let name = entry.name.trim_end_matches('.');
                assert!(code.contains(name), "{word}: {address}\n{code}");
            }
        }
        composer.choice = Some(Chosen {
            programs: BTreeSet::new(),
            source: None,
        });
        let stands = kind.is_none() || composer.has_entries(*show);
        assert!(stands || block.is_of_programs(), "{word}");
    }
}
