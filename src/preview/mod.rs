//! Beside the stages: a book stays on the screen while its plan is edited.
//!
//! In: a plan directory as it was read, again after each change. Out: a [`Snapshot`]:
//! the pages that are to be seen, what was found in the plan, and what can be asked
//! about a place on a page. Pages stay when a plan is broken, marked as out of date.
//! Nothing is read, watched or served here.

mod area;
mod layout;
mod outline;
mod page_hash;
mod relevance;
mod search;
mod source_map;
mod text;

use std::io;
use std::sync::Arc;

use typst::introspection::PagedPosition;

pub use area::Area;
pub use layout::{Layout, Link, PageInfo};
pub use outline::Heading;
pub use search::Hit;
pub use text::{Block, Line, Part, Picture, Run};

use crate::check::Options;
use crate::compose::{Scope, Selection, UnknownPart, compose};
use crate::finding::{Finding, Findings, Severity};
use crate::language::Message;
use crate::pipeline::Pipeline;
use crate::project::Project;
use crate::reading::{ReadError, reason};
use crate::resolve::{Plan, Volume};
use crate::source::SourceTree;
use crate::typeset::{Fonts, LARGE, evict_cache};

/// A place on the pages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Page, from 0.
    pub page: usize,
    /// From the top of the page, in points.
    pub y: f64,
}

impl Spot {
    fn of(position: PagedPosition) -> Self {
        Self {
            page: position.page.get() - 1,
            y: position.point.y.to_pt(),
        }
    }
}

/// Why the pages are not those of the plan as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no plan directory any more.
    Missing,
    /// The plan directory cannot be read, and why.
    Directory(Message),
    /// `plan.toml` cannot be read.
    Unreadable,
    /// So many errors in what the pages are made of.
    Errors(usize),
    /// The plan has no such volume or part.
    Part(UnknownPart),
}

/// What is to be seen after a change.
pub struct Snapshot {
    /// Rises with each edition.
    pub number: u64,
    /// The plan as it is.
    pub project: Project,
    /// Title of what is shown.
    pub title: String,
    /// The last pages that could be set.
    pub layout: Option<Arc<Layout>>,
    /// Why they are out of date, or why there are none.
    pub problem: Option<Problem>,
    /// Where the change that led to this edition is seen, if it is.
    pub changed: Option<Spot>,
    scope: Option<Scope>,
}

impl Snapshot {
    /// Whether a finding is about what is shown.
    pub fn is_here(&self, finding: &Finding) -> bool {
        is_here(&self.project, self.scope, finding)
    }
}

fn is_here(project: &Project, scope: Option<Scope>, finding: &Finding) -> bool {
    let (Some(plan), Some(scope)) = (&project.plan, scope) else {
        return true;
    };
    let file = project.tree.get(finding.span.file);
    file.is_none_or(|file| relevance::concerns(plan, scope, file))
}

/// Of how many editions something must have been of use to one for it to stay in
/// memory. What is set as a whole does not ask for its pieces: they stay for as long as
/// somebody is likely to come back to another chapter.
const REMEMBERED: usize = 10;

/// The same for a large book, and where most pages have changed, as by a colour, which
/// is a whole book.
const REMEMBERED_OF_LARGE: usize = 1;

/// A book on the screen.
pub struct Session {
    selection: Selection,
    pipeline: Pipeline,
    layout: Option<Arc<Layout>>,
    tree: Option<SourceTree>,
    title: String,
    number: u64,
    /// Whether most pages changed the last time.
    renewed: bool,
}

impl Session {
    /// Shows what was selected, once it has been read.
    pub fn new(selection: Selection, options: Options, fonts: fn() -> Fonts) -> Self {
        Self {
            selection,
            pipeline: Pipeline::new(options, fonts),
            layout: None,
            tree: None,
            title: String::new(),
            number: 0,
            renewed: false,
        }
    }

    /// Sets what the files that were read make; `findings` are those of reading.
    /// `None` if they are the same as the last time.
    pub fn update(&mut self, tree: SourceTree, findings: Findings) -> Option<Snapshot> {
        if self.tree.as_ref().is_some_and(|last| last.is_same(&tree)) {
            return None;
        }
        self.tree = Some(tree.clone());
        self.number += 1;
        let mut project = self.pipeline.judge(tree, findings);
        let chosen = self.choose(project.plan.as_ref());
        let scope = chosen.as_ref().ok().map(|(_, scope)| *scope);
        let set = chosen.and_then(|(volume, scope)| self.set(&mut project, &volume, scope));
        let before = self.layout.clone();
        let problem = match set {
            Ok(layout) => {
                self.renewed = before.as_ref().is_some_and(|last| layout.is_unlike(last));
                self.layout = Some(Arc::new(layout));
                None
            }
            Err(problem) => Some(problem),
        };
        let changed = match (&before, &self.layout, &problem) {
            (Some(before), Some(now), None) => now
                .tree
                .first_difference(&before.tree)
                .and_then(|(path, offset)| now.find(path, offset)),
            _ => None,
        };
        Some(Snapshot {
            number: self.number,
            title: self.title.clone(),
            layout: self.layout.clone(),
            problem,
            changed,
            scope,
            project,
        })
    }

    /// What is to be seen while there is no plan directory, or none that can be read.
    pub fn without_files(&mut self, error: &ReadError) -> Snapshot {
        let problem = if error.source.kind() == io::ErrorKind::NotFound {
            Problem::Missing
        } else {
            Problem::Directory(reason(&error.source))
        };
        self.tree = None;
        self.number += 1;
        Snapshot {
            number: self.number,
            title: self.title.clone(),
            layout: self.layout.clone(),
            problem: Some(problem),
            changed: None,
            scope: None,
            project: Project {
                tree: SourceTree::default(),
                plan: None,
                findings: Findings::default(),
            },
        }
    }

    /// Gives memory back that the last editions made no use of.
    pub fn tidy(&self) {
        let pages = self.layout.as_ref().map_or(0, |layout| layout.sheets.len());
        evict_cache(if self.renewed || pages >= LARGE {
            REMEMBERED_OF_LARGE
        } else {
            REMEMBERED
        });
    }

    /// The volume, and the part of it.
    fn choose(&mut self, plan: Option<&Plan>) -> Result<(Volume, Scope), Problem> {
        let plan = plan.ok_or(Problem::Unreadable)?;
        let (volume, scope) = self.selection.find(plan).map_err(Problem::Part)?;
        self.title = match scope {
            Scope::Volume => volume.title.clone(),
            Scope::Chapter(id) => plan.chapters[id].title.clone(),
            Scope::Pillar(id) => plan.pillars[id].file.name.value.clone(),
            Scope::Opd(id) => plan.opds[id].file.name.value.clone(),
            Scope::Program(id) => plan.programs[id].file.title.value.clone(),
        };
        Ok((volume.clone(), scope))
    }

    /// Sets a part. What is wrong elsewhere in the plan does not keep it from being
    /// seen.
    fn set(
        &mut self,
        project: &mut Project,
        volume: &Volume,
        scope: Scope,
    ) -> Result<Layout, Problem> {
        let errors = errors_here(project, scope);
        if errors > 0 {
            return Err(Problem::Errors(errors));
        }
        let plan = project.plan.as_ref().ok_or(Problem::Unreadable)?;
        let book = compose(plan, &project.tree, volume, scope);
        let typesetter = self.pipeline.typesetter(volume);
        let mut reported = Findings::default();
        let document = typesetter.lay_out_for_screen(book, &project.tree, &mut reported);
        let layout = document.map(|document| {
            let tree = Arc::new(project.tree.clone());
            Layout::new(document, tree, typesetter)
        });
        let judged = (plan, &project.tree);
        self.pipeline
            .report(judged, &mut project.findings, reported);
        match layout {
            Some(layout) if matches!(scope, Scope::Volume) => Ok(layout.of_volume(&volume.id)),
            Some(layout) => Ok(layout),
            None => Err(Problem::Errors(errors_here(project, scope).max(1))),
        }
    }
}

/// How many errors what is shown has.
fn errors_here(project: &Project, scope: Scope) -> usize {
    let errors = project
        .findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    errors
        .filter(|finding| is_here(project, Some(scope), finding))
        .count()
}
