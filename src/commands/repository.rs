//! Where a plan lies in the repository that holds it, as hosts of repositories name its
//! files.

use std::path::{Component, Path, PathBuf};

use ambonplan::source::Repository;

/// Variables in which hosts say where a job has the files of the repository.
const WORK_TREES: [&str; 2] = ["CI_PROJECT_DIR", "GITHUB_WORKSPACE"];

/// What stands before the paths of a plan in a report to a host, with `/` between and
/// behind its parts: the place of the plan below the directory that the host names, below
/// the root of the work tree of git, or else as seen from the current directory. Empty if
/// the plan is the whole of it.
pub fn prefix(plan: &Path) -> String {
    let below = |root: PathBuf| {
        let root = root.canonicalize().ok()?;
        let plan = plan.canonicalize().ok()?;
        plan.strip_prefix(root).map(Path::to_path_buf).ok()
    };
    let named = WORK_TREES
        .into_iter()
        .filter_map(|name| std::env::var_os(name).filter(|value| !value.is_empty()))
        .find_map(|root| below(root.into()));
    if let Some(named) = named {
        return slashed(&named);
    }
    let Ok(here) = std::env::current_dir() else {
        return slashed(plan);
    };
    // A plan need not be in a repository, nor git be in order, to be judged.
    if let Ok(repository) = Repository::around(plan, &here) {
        return slashed(Path::new(repository.prefix()));
    }
    slashed(&seen_from(&here, plan))
}

/// The way from a directory to another one: `../lain/plan`.
fn seen_from(here: &Path, there: &Path) -> PathBuf {
    let whole = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path));
    let (Ok(here), Ok(there)) = (whole(here), whole(there)) else {
        return there.to_path_buf();
    };
    let common = here
        .components()
        .zip(there.components())
        .take_while(|(one, other)| one == other)
        .count();
    let up = here.components().skip(common).map(|_| Component::ParentDir);
    up.chain(there.components().skip(common)).collect()
}

fn slashed(path: &Path) -> String {
    let parts = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| format!("{}/", part.as_os_str().to_string_lossy()));
    parts.collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{seen_from, slashed};

    #[test]
    fn the_way_from_one_directory_to_another() {
        let ways = [
            ("/a/b", "/a/b/plan", "plan/"),
            ("/a/b", "/a/lain/plan", "../lain/plan/"),
            ("/a/b", "/a/b", ""),
            ("/a/plan/opd", "/a/plan", "../"),
        ];
        for (here, there, way) in ways {
            assert_eq!(slashed(&seen_from(Path::new(here), Path::new(there))), way);
        }
        assert_eq!(slashed(Path::new("./a//b/")), "a/b/");
    }
}
