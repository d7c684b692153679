//! Which plan is meant where none is named: the one here, or the one around here.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use ambonplan::reading::{is_passed_over, is_plan_file};

/// The name of a plan directory beside which commands are run.
pub const CUSTOMARY: &str = "plan";

/// Where a plan is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its directory.
    pub directory: PathBuf,
    /// The directory in which books go into `build/`; empty for the current one.
    pub books: PathBuf,
}

impl Place {
    /// The plan that was asked for, or else that of the current directory: in `plan`, or
    /// in a directory around it. If there is none, `plan` is where it would be.
    pub fn of(asked: Option<&Path>) -> Self {
        if let Some(asked) = asked {
            // Whoever names the file means the directory.
            let is_file = asked.ends_with("plan.toml") && asked.is_file();
            let directory = asked.parent().filter(|_| is_file).map(|directory| {
                if directory.as_os_str().is_empty() {
                    Path::new(".")
                } else {
                    directory
                }
            });
            return Self {
                directory: directory.unwrap_or(asked).to_path_buf(),
                books: PathBuf::new(),
            };
        }
        let is_here = |folder: &Path| folder.join("plan.toml").is_file();
        let customary = Path::new(CUSTOMARY);
        if is_here(customary) {
            return Self::beside(customary.to_path_buf(), PathBuf::new());
        }
        let is_almost_here = |folder: &Path| {
            let Ok(files) = fs::read_dir(folder) else {
                return false;
            };
            let mut names = files.filter_map(Result::ok).map(|file| file.file_name());
            names.any(|name| is_plan_file(&name.to_string_lossy()))
        };
        around(is_here)
            .or_else(|| {
                // A folder of this name is the plan, whatever became of its file.
                let there = customary.is_dir();
                there.then(|| Self::beside(customary.to_path_buf(), PathBuf::new()))
            })
            .or_else(|| around(is_almost_here))
            .unwrap_or_else(|| Self::beside(customary.to_path_buf(), PathBuf::new()))
    }

    fn beside(directory: PathBuf, books: PathBuf) -> Self {
        Self { directory, books }
    }
}

/// The nearest directory around the current one that is a plan, or has one in `plan`: of
/// those outside the repository only a plan itself counts.
fn around(is_plan: impl Fn(&Path) -> bool) -> Option<Place> {
    let here = env::current_dir().ok()?;
    // In a second working tree and in a submodule it is a file.
    let is_repository = |folder: &Path| {
        let repository = folder.join(".git").try_exists();
        repository.is_ok_and(|there| there)
    };
    let mut inside = here.ancestors().any(is_repository);
    let mut up = PathBuf::new();
    for folder in here.ancestors() {
        let directory = if up.as_os_str().is_empty() {
            PathBuf::from(".")
        } else {
            up.clone()
        };
        if is_plan(&directory) {
            return Some(Place::beside(directory, up.join("..")));
        }
        let customary = up.join(CUSTOMARY);
        if inside && is_plan(&customary) {
            return Some(Place::beside(customary, up));
        }
        inside &= !is_repository(folder);
        up.push("..");
    }
    None
}

/// The directory of the plan inside of which another directory is, or would be.
pub fn plan_around(directory: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(directory).ok()?;
    let (above, below) = whole.ancestors().find_map(|above| {
        let found = above.canonicalize().ok()?;
        Some((found, whole.strip_prefix(above).ok()?))
    })?;
    let whole = above.join(below);
    let mut around = whole.ancestors().skip(1);
    let plan = around.find(|folder| folder.join("plan.toml").is_file())?;
    Some(plan.to_path_buf())
}

/// The directories below the current one that have a plan, for whoever ran a command
/// where there is none.
pub fn nearby() -> Vec<PathBuf> {
    let folders = fs::read_dir(".").into_iter().flatten();
    let folders = folders
        .filter_map(Result::ok)
        .map(|folder| folder.file_name())
        .filter(|name| !is_passed_over(&name.to_string_lossy()))
        .map(PathBuf::from);
    let mut plans: Vec<PathBuf> = folders
        .flat_map(|folder| [folder.join(CUSTOMARY), folder])
        .filter(|folder| folder.join("plan.toml").is_file())
        .collect();
    plans.sort();
    plans
}
