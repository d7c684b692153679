//! The plans that a command compares: in directories, in the history of git, or staged.

use std::io::Write;
use std::path::{Path, PathBuf};

use ambonplan::diff::log::written;
use ambonplan::diff::report::{Named, NamedCommit};
use ambonplan::finding::Findings;
use ambonplan::language::{Catalogue, Language, Message, message};
use ambonplan::project::{self, Project};
use ambonplan::reading::{Repository, Revision, RevisionError, WorkingTree};
use ambonplan::resolve::Plan;
use ambonplan::source::SourceTree;

use super::failure::{Context, Result, bail};
use super::{loading, output, report};

/// One of the plans.
#[derive(Debug, Clone)]
pub enum Side {
    /// In a directory.
    Directory(PathBuf),
    /// In the history of git.
    Revision(Revision),
    /// As the next commit would have it.
    Index,
    /// Before the first commit, called so.
    Nothing(String),
}

/// Which of the plans is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The first, which need not be there: everything is new then.
    First,
    /// The second.
    Second,
}

/// One of the plans, read as far as it can be understood.
pub struct Opened {
    /// What it says.
    pub project: Project,
    /// What a report calls it.
    pub named: Named,
}

/// The plan of a side, unless nothing of it can be read.
pub fn understood<'p>(project: &'p Project, name: &str) -> Result<&'p Plan> {
    let plan = project.plan.as_ref();
    plan.with_context(|| message!("no-plan-in", name = name))
}

/// The repository, once it is asked for.
pub struct History<'a> {
    plan: &'a Path,
    /// Where revisions that come first have the plan, if that is somewhere else.
    base_plan: Option<&'a Path>,
    here: PathBuf,
    repository: Option<Repository>,
    /// What the user should know of the names.
    notes: Vec<Message>,
}

impl<'a> History<'a> {
    /// The histories around the plan directory and the current one.
    pub fn new(plan: &'a Path, base_plan: Option<&'a Path>) -> Result<Self> {
        let here = std::env::current_dir().context(message!("failed-current-directory"))?;
        Ok(Self {
            plan,
            base_plan,
            here,
            repository: None,
            notes: Vec::new(),
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
            return Ok((
                self.side(base, Asked::First)?,
                self.side(head, Asked::Second)?,
            ));
        }
        if self.is_directory(base)? {
            return Ok((self.directory(base)?, self.present()?));
        }
        match self.repository()?.revisions(base) {
            Ok((first, Some(second))) => Ok((self.before(first)?, Side::Revision(second))),
            Ok((first, None)) => Ok((self.before(first)?, self.present()?)),
            Err(error) => Ok((self.before_all(error)?, self.present()?)),
        }
    }

    /// A revision and what is staged.
    pub fn staged(&mut self, base: &str) -> Result<(Side, Side)> {
        Ok((self.side(base, Asked::First)?, Side::Index))
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
    pub fn side(&mut self, name: &str, asked: Asked) -> Result<Side> {
        if self.is_directory(name)? {
            return match asked {
                Asked::First => self.directory(name),
                Asked::Second => Ok(Side::Directory(name.into())),
            };
        }
        match (self.repository()?.revision(name), asked) {
            (Ok(revision), Asked::First) => self.before(revision),
            (Ok(revision), Asked::Second) => Ok(Side::Revision(revision)),
            (Err(error), Asked::First) => self.before_all(error),
            (Err(error), Asked::Second) => Err(error.into()),
        }
    }

    /// Whether a name is that of a directory with a plan. One without a plan is told, unless
    /// it has the name of a revision. A name that is both is the revision.
    fn is_directory(&mut self, name: &str) -> Result<bool> {
        let path = Path::new(name);
        let reference = match self.repository() {
            Ok(repository) => repository.reference(name),
            // Two directories need no repository.
            Err(_) => None,
        };
        let is_revision = reference.is_some()
            || matches!(&self.repository, Some(known) if known.revisions(name).is_ok());
        if is_plan(path) {
            // A directory that a branch brings along is not what a gate asked for.
            // The beginning of a hash is no name that anybody gave.
            let is_named = reference.is_some() || is_revision && is_expression(name);
            if is_named && !is_path(name) {
                self.notes.push(message!("named-twice", name = name));
                return Ok(false);
            }
            return Ok(true);
        }
        if path.is_dir() && !is_revision {
            let below = path.join(super::discovery::CUSTOMARY);
            if is_plan(&below) {
                bail!("no-plan-toml.below", path = path, plan = below.as_path())
            } else {
                bail!("no-plan-toml", path = path)
            }
        }
        Ok(false)
    }

    /// A directory that comes first.
    fn directory(&self, name: &str) -> Result<Side> {
        if self.base_plan.is_some() {
            bail!("base-plan-directory", path = name);
        }
        Ok(Side::Directory(name.into()))
    }

    /// A revision that comes first, with the plan where it lay then.
    fn before(&self, revision: Revision) -> Result<Side> {
        Ok(Side::Revision(match self.base_plan {
            Some(plan) => revision.at(Repository::around(plan, &self.here)?.prefix()),
            None => revision,
        }))
    }

    /// What is before the first commit.
    fn before_all(&self, error: RevisionError) -> Result<Side> {
        match error {
            RevisionError::Unborn { name } => Ok(Side::Nothing(name)),
            error @ (RevisionError::NoRepository { .. }
            | RevisionError::Unreadable { .. }
            | RevisionError::Tables
            | RevisionError::Unresolved { .. }
            | RevisionError::Unknown { .. }
            | RevisionError::Missing { .. }
            | RevisionError::Damaged { .. }
            | RevisionError::Submodule { .. }
            | RevisionError::Conflict { .. }
            | RevisionError::NoPlan { .. }) => Err(error.into()),
        }
    }

    /// Reads both plans.
    pub fn both(&mut self, base: Side, head: Side) -> Result<(Opened, Opened)> {
        // Two directories are compared as they are.
        let working = match (&base, &head) {
            (Side::Directory(_), Side::Directory(_)) => None,
            (Side::Directory(_), _) => self.working_tree(&base, true)?,
            (_, _) => self.working_tree(&head, true)?,
        };
        let base = self.read_first(base, &head, working.as_ref())?;
        Ok((base, self.read(head, working.as_ref())?))
    }

    /// Reads the plan that comes first.
    pub fn first(&mut self, base: Side, head: &Side) -> Result<Opened> {
        let working = match base {
            Side::Directory(_) => None,
            Side::Revision(_) | Side::Index | Side::Nothing(_) => self.working_tree(head, false)?,
        };
        self.read_first(base, head, working.as_ref())
    }

    /// The plan as the last commit has it, with the files of the plan directory where these
    /// are the same; nothing if it has none.
    pub fn committed(&mut self) -> Result<Option<Opened>> {
        let revision = match self.repository()?.revision("HEAD") {
            Ok(revision) => revision,
            Err(RevisionError::Unborn { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let here = Side::Directory(self.plan.to_path_buf());
        let working = self.working_tree(&here, false)?;
        match self.read_revision(&revision, working.as_ref()) {
            Ok(opened) => Ok(Some(opened)),
            Err(RevisionError::NoPlan { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// How a working tree has the plan of a side, if it is in one; `is_read` if the side is
    /// read by that.
    fn working_tree(
        &self,
        side: &Side,
        is_read: bool,
    ) -> Result<Option<(Repository, WorkingTree)>> {
        let Side::Directory(path) = side else {
            return Ok(None);
        };
        let repository = match Repository::around(path, &self.here) {
            Ok(repository) => repository,
            Err(RevisionError::NoRepository { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let working = repository.working_tree(is_read)?;
        Ok(Some((repository, working)))
    }

    fn read_first(
        &mut self,
        base: Side,
        head: &Side,
        working: Option<&(Repository, WorkingTree)>,
    ) -> Result<Opened> {
        let revision = match base {
            Side::Revision(revision) => revision,
            Side::Nothing(name) => return Ok(nothing(name, Vec::new())),
            Side::Directory(_) | Side::Index => return self.read(base, working),
        };
        let customary = revision.place() == self.repository()?.prefix();
        let read = self.read_revision(&revision, working);
        let Err(RevisionError::NoPlan { name, prefix }) = read else {
            return Ok(read?);
        };
        if !customary {
            return Err(RevisionError::NoPlan { name, prefix }.into());
        }
        // Where it was and is no more, it was before it moved.
        let plans = self.repository()?.plans(&revision)?;
        let gone = self.gone(plans.clone(), head)?;
        match gone.as_slice() {
            [] => Ok(nothing(name, plans)),
            [place] => {
                let mut moved = revision.at(place);
                moved.name = format!("{name}:{place}");
                Ok(self.read_revision(&moved, working)?)
            }
            places => bail!(
                "revision-without-plan.moved",
                name = name,
                place = prefix,
                places = places.join(", ")
            ),
        }
    }

    fn read(&mut self, side: Side, working: Option<&(Repository, WorkingTree)>) -> Result<Opened> {
        match side {
            Side::Directory(path) => {
                let (tree, findings) = match working {
                    Some((repository, working)) => loading::read_by(|findings| {
                        repository.read_working_tree(&path, working, findings)
                    })?,
                    None => loading::read(&path)?,
                };
                let name = path.display().to_string();
                Ok(opened(name, report::prefix(&path), tree, findings))
            }
            Side::Revision(revision) => Ok(self.read_revision(&revision, working)?),
            Side::Nothing(name) => Err(RevisionError::Unborn { name }.into()),
            Side::Index => {
                let mut findings = Findings::default();
                let file = self.index();
                let tree = self
                    .repository()?
                    .read_index(file.as_deref(), &mut findings)?;
                let prefix = report::prefix(self.plan);
                Ok(opened("index".into(), prefix, tree, findings))
            }
        }
    }

    fn read_revision(
        &mut self,
        revision: &Revision,
        working: Option<&(Repository, WorkingTree)>,
    ) -> std::result::Result<Opened, RevisionError> {
        let mut findings = Findings::default();
        let prefix = report::prefix(self.plan);
        let repository = match &mut self.repository {
            Some(found) => found,
            none => none.insert(Repository::around(self.plan, &self.here)?),
        };
        let place = revision.place();
        let prefix = if place == repository.prefix() {
            prefix
        } else {
            report::prefix(Path::new(place))
        };
        let tree = match working {
            Some((_, working)) => repository.read_beside(revision, working, &mut findings)?,
            None => repository.read(revision, &mut findings)?,
        };
        let commit = repository.commit_of(revision)?;
        let mut opened = opened(revision.name.clone(), prefix, tree, findings);
        opened.named.commit = commit.map(|commit| NamedCommit {
            date: written(&commit),
            hash: commit.id,
        });
        Ok(opened)
    }

    /// Which of these folders of the repository hold no plan on a side.
    fn gone(&mut self, mut plans: Vec<String>, side: &Side) -> Result<Vec<String>> {
        let file = self.index();
        let repository = self.repository()?;
        let now = match side {
            Side::Directory(_) => {
                plans.retain(|plan| !repository.has_here(plan));
                return Ok(plans);
            }
            Side::Revision(revision) => repository.plans(revision)?,
            Side::Index => repository.staged_plans(file.as_deref())?,
            Side::Nothing(_) => Vec::new(),
        };
        plans.retain(|plan| !now.contains(plan));
        Ok(plans)
    }

    /// The file that git gives a hook in the place of the index, while it makes a commit of
    /// some files only.
    fn index(&self) -> Option<PathBuf> {
        let file = std::env::var_os("GIT_INDEX_FILE")?;
        (!file.is_empty()).then(|| self.here.join(file))
    }

    /// Says what the user should know of the names.
    pub fn tell(&mut self, language: Language) -> Result<()> {
        let catalogue = Catalogue::new(language);
        for note in self.notes.drain(..) {
            writeln!(output::err(), "{}", catalogue.text(&note))?;
        }
        Ok(())
    }
}

/// Whether a name, if it is one, is that of a revision whatever branches there are: a
/// whole hash, or steps and paths from another.
fn is_expression(name: &str) -> bool {
    let is_hash =
        matches!(name.len(), 40 | 64) && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash || name.contains([':', '~', '^', '@'])
}

/// Whether a name can only be meant for a file or a directory.
fn is_path(name: &str) -> bool {
    name.starts_with(['.', '/', '~']) || name.ends_with('/') || Path::new(name).is_absolute()
}

fn opened(name: String, prefix: String, tree: SourceTree, findings: Findings) -> Opened {
    let project = project::understand(tree, findings);
    Opened {
        named: Named {
            prefix,
            ..Named::of(name, &project, None)
        },
        project,
    }
}

/// The plan before there was any; `elsewhere` are the folders in which others are.
fn nothing(name: String, mut elsewhere: Vec<String>) -> Opened {
    // That of the whole repository has no name that could be written.
    elsewhere.retain(|place| !place.is_empty());
    Opened {
        project: Project {
            tree: SourceTree::default(),
            plan: None,
            findings: Findings::default(),
        },
        named: Named {
            name,
            is_missing: true,
            elsewhere,
            ..Named::default()
        },
    }
}

fn is_plan(path: &Path) -> bool {
    path.join("plan.toml").is_file()
}
