//! Where a plan lies in the repository that holds it, as hosts of repositories name its
//! files.

use std::path::{Component, Path, PathBuf};

use ambonplan::reading::Repository;

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

/// Where the current directory is below a plan to which the way goes up from there, with
/// `/` between the folders; empty if it is not below it.
pub fn here_below(plan: &Path) -> String {
    let up = plan
        .components()
        .filter(|part| *part == Component::ParentDir);
    let (up, all) = (up.count(), plan.components().count());
    let Some(here) = std::env::current_dir().ok().filter(|_| up == all) else {
        return String::new();
    };
    let passed = here.components().count().saturating_sub(up);
    let below: PathBuf = here.components().skip(passed).collect();
    slashed(&below).trim_end_matches('/').to_owned()
}

/// The same path by the shortest way from the current directory: `../opd.toml` for
/// `../../bpbd/opd.toml` in `bpbd/programs`.
pub fn shortest(path: &Path) -> PathBuf {
    match std::env::current_dir() {
        Ok(here) => shortest_from(&here, path),
        Err(_) => path.to_path_buf(),
    }
}

fn shortest_from(here: &Path, path: &Path) -> PathBuf {
    let is_up = |part: &Component<'_>| *part == Component::ParentDir;
    let up = path.components().take_while(is_up).count();
    let mut left: Vec<Component<'_>> = here.components().collect();
    if up >= left.len() {
        return path.to_path_buf();
    }
    let passed = left.split_off(left.len() - up);
    let down = path.components().skip(up);
    let common = passed
        .iter()
        .zip(down.clone())
        .take_while(|(one, other)| *one == other);
    let common = common.count();
    let ways = passed.iter().skip(common).map(|_| Component::ParentDir);
    ways.chain(down.skip(common)).collect()
}

/// The way from the current directory to another one: `../lain/plan`.
pub fn way_to(there: &Path) -> PathBuf {
    let way = match std::env::current_dir() {
        Ok(here) => seen_from(&here, there),
        Err(_) => return there.to_path_buf(),
    };
    if way.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        way
    }
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

    use super::{seen_from, shortest_from, slashed};

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

    #[test]
    fn the_shortest_way_goes_up_no_further_than_it_must() {
        for (path, way) in [
            ("../../../opd/bpbd/opd.toml", "../opd.toml"),
            ("../../../opd/bpbd/programs/a.toml", "a.toml"),
            ("../../../opd/dishub/opd.toml", "../../dishub/opd.toml"),
            ("../../../plan.toml", "../../../plan.toml"),
            ("../opd.toml", "../opd.toml"),
            ("a.toml", "a.toml"),
            ("/b/plan.toml", "/b/plan.toml"),
            ("../../../../../../x", "../../../../../../x"),
        ] {
            let found = shortest_from(Path::new("/a/plan/opd/bpbd/programs"), Path::new(path));
            assert_eq!(found, Path::new(way), "{path}");
        }
    }
}
