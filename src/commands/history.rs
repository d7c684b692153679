//! The plans that a command compares: in directories, or in the history of git.

use std::path::{Path, PathBuf};

use ambonplan::diff::log::written;
use ambonplan::diff::report::{Named, NamedCommit};
use ambonplan::finding::Findings;
use ambonplan::language::message;
use ambonplan::project::{self, Project};
use ambonplan::resolve::Plan;
use ambonplan::source::{Repository, Revision};

use super::build;
use super::failure::{Context, Result};

/// One of the plans.
pub enum Side {
    /// In a directory.
    Directory(PathBuf),
    /// In the history of git.
    Revision(Revision),
}

/// The plan of a side, unless nothing of it can be read.
pub fn understood<'p>(project: &'p Project, name: &str) -> Result<&'p Plan> {
    let plan = project.plan.as_ref();
    plan.with_context(|| message!("no-plan-in", name = name))
}

/// The repository, once it is asked for.
pub struct History<'a> {
    plan: &'a Path,
    here: PathBuf,
    repository: Option<Repository>,
}

impl<'a> History<'a> {
    /// The histories around the plan directory and the current one.
    pub fn new(plan: &'a Path) -> Result<Self> {
        let here = std::env::current_dir().context(message!("failed-current-directory"))?;
        Ok(Self {
            plan,
            here,
            repository: None,
        })
    }

    fn repository(&mut self) -> Result<&Repository> {
        match &mut self.repository {
            Some(found) => Ok(found),
            none => Ok(none.insert(Repository::around(self.plan, &self.here)?)),
        }
    }

    /// Both plans.
    pub fn sides(&mut self, base: &str, head: Option<&str>) -> Result<(Side, Side)> {
        if let Some(head) = head {
            return Ok((self.side(base)?, self.side(head)?));
        }
        if is_plan(base) {
            return Ok((Side::Directory(base.into()), self.present()?));
        }
        match self.repository()?.revisions(base)? {
            (first, Some(second)) => Ok((Side::Revision(first), Side::Revision(second))),
            (first, None) => Ok((Side::Revision(first), self.present()?)),
        }
    }

    /// The plan directory; in a repository without files, its present commit.
    fn present(&mut self) -> Result<Side> {
        if self.plan.try_exists().is_ok_and(|there| !there)
            && let Ok(repository) = self.repository()
            && repository.is_bare()
        {
            return Ok(Side::Revision(repository.revision("HEAD")?));
        }
        Ok(Side::Directory(self.plan.to_path_buf()))
    }

    /// A directory with a plan, or else a revision.
    pub fn side(&mut self, name: &str) -> Result<Side> {
        if is_plan(name) {
            return Ok(Side::Directory(name.into()));
        }
        Ok(Side::Revision(self.repository()?.revision(name)?))
    }

    /// Reads a plan as far as it can be understood, and tells what a report calls it.
    pub fn read(&mut self, side: Side) -> Result<(Project, Named)> {
        Ok(match side {
            Side::Directory(path) => {
                let (tree, findings) = build::read(&path)?;
                let project = project::understand(tree, findings);
                let named = Named::of(path.display().to_string(), &project, None);
                (project, named)
            }
            Side::Revision(revision) => {
                let mut findings = Findings::default();
                let repository = self.repository()?;
                let tree = repository.read(&revision, &mut findings)?;
                let commit = repository.commit_of(&revision)?;
                let commit = commit.map(|commit| NamedCommit {
                    date: written(&commit),
                    hash: commit.id,
                });
                let project = project::understand(tree, findings);
                let named = Named::of(revision.name, &project, commit);
                (project, named)
            }
        })
    }
}

fn is_plan(name: &str) -> bool {
    Path::new(name).join("plan.toml").is_file()
}
