//! All stages in their order: files are read, resolved and judged, a selection of the plan is
//! composed and typeset, and what typesetting reports is judged like the rest.
//!
//! Whoever makes pages of a plan goes this way: `build`, the preview, tests and benchmarks.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::path::Path;

use crate::check::{self, Options};
use crate::compose::Book;
use crate::finding::Findings;
use crate::project::{self, Project};
use crate::reading::ReadError;
use crate::resolve::{Plan, Volume};
use crate::source::SourceTree;
use crate::typeset::{Fonts, Typesetter};

/// Makes books of a plan, again after each change. What a book of a volume has in common with
/// the one before it is typeset once.
pub struct Pipeline {
    options: Options,
    fonts: LazyCell<Fonts>,
    /// By the id of the volume.
    typesetters: BTreeMap<String, Typesetter<Book>>,
}

impl Pipeline {
    /// A pipeline for plans that are judged by `options`. The fonts are loaded when the first
    /// book is typeset.
    pub fn new(options: Options, fonts: fn() -> Fonts) -> Self {
        Self {
            options,
            fonts: LazyCell::new(fonts),
            typesetters: BTreeMap::new(),
        }
    }

    /// Reads and judges the plan directory `root`.
    ///
    /// # Errors
    ///
    /// If `root` is no directory that can be read. What is wrong with the plan is a finding.
    pub fn load(&self, root: &Path) -> Result<Project, ReadError> {
        project::load(root, &self.options)
    }

    /// Judges files that have been read; `findings` are those of reading. What is kept of
    /// volumes that the plan has no more is given up.
    pub fn judge(&mut self, tree: SourceTree, findings: Findings) -> Project {
        let project = project::judge(tree, findings, &self.options);
        if let Some(plan) = &project.plan {
            let is_there = |id: &String| plan.volumes.iter().any(|volume| volume.id == *id);
            self.typesetters.retain(|id, _| is_there(id));
        }
        project
    }

    /// What typesets the books of a volume.
    pub fn typesetter(&mut self, volume: &Volume) -> &mut Typesetter<Book> {
        let typesetter = self.typesetters.entry(volume.id.clone());
        typesetter.or_insert_with(|| Typesetter::new(&self.fonts))
    }

    /// Adds what typesetting reported to the findings about a plan, at the levels of the plan
    /// and without what they say already. Returns whether any of it is an error: the book is
    /// not to be kept then.
    pub fn report(
        &self,
        (plan, tree): (&Plan, &SourceTree),
        findings: &mut Findings,
        mut reported: Findings,
    ) -> bool {
        check::apply_levels_to_layout(plan, tree, &self.options, &mut reported);
        check::leave_out_told(findings, tree, &mut reported);
        let refused = reported.has_errors();
        findings.append(reported);
        refused
    }
}
