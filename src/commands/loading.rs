//! Reads the plan of a command, and says what is wrong where there is none.

use std::io;
use std::path::Path;

use ambonplan::check::Options;
use ambonplan::finding::Findings;
use ambonplan::language::message;
use ambonplan::project::{self, Project};
use ambonplan::reading::{self, ReadError};
use ambonplan::source::SourceTree;

use super::discovery::{CUSTOMARY, nearby, plan_around};
use super::failure::{Context, Failure, Result, bail};
use super::repository::way_to;

/// Reads a plan directory and says so if it is not there.
pub fn read(plan: &Path) -> Result<(SourceTree, Findings)> {
    if plan.is_dir()
        && !plan.join("plan.toml").is_file()
        && let Some(around) = plan_around(plan)
    {
        let around = way_to(&around);
        bail!("inside-plan", path = plan, plan = around.as_path());
    }
    read_by(|findings| reading::read(plan, findings))
}

/// The same, where something else reads the plan.
pub fn read_by(
    read: impl FnOnce(&mut Findings) -> std::result::Result<SourceTree, ReadError>,
) -> Result<(SourceTree, Findings)> {
    let mut findings = Findings::default();
    match read(&mut findings) {
        Ok(tree) => Ok((tree, findings)),
        Err(error) if error.source.kind() == io::ErrorKind::NotFound => {
            // The customary one is looked for where no other is named.
            let is_here = error.path == Path::new(CUSTOMARY);
            let path = error.path.clone();
            let message = match (nearby().first(), is_here) {
                (Some(plan), true) => message!("no-plan.nearby", plan = plan.as_path()),
                (Some(plan), false) => {
                    message!(
                        "no-plan.named-nearby",
                        path = path.as_path(),
                        plan = plan.as_path()
                    )
                }
                (None, true) => message!("no-plan"),
                (None, false) => message!("no-plan.named", path = path.as_path()),
            };
            Err(Failure::from(error)).context(message)
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads and judges a plan.
pub fn load(plan: &Path, options: &Options) -> Result<Project> {
    let (tree, findings) = read(plan)?;
    Ok(project::judge(tree, findings, options))
}
