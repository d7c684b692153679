//! What the files of a plan were meant to be, where their names or folders say something
//! else.
//!
//! In: the paths of all files. Out: for each that is not where it should be, the place
//! whose part it plays, and what its author has to do. A file that is understood so counts
//! as if it had the right name, so that nothing else is said of its absence.

mod copies;
mod folder;
mod name;
mod words;

use std::collections::BTreeMap;

use folder::{Folder, Other};
pub use name::Cause;
use name::Name;
pub(crate) use name::id as id_of_name;

use crate::source::{Role, is_for_folder};

/// What is to be done with a file or folder that is called or placed wrongly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// The file is to have another name.
    Misnamed {
        /// What is wrong with its name.
        cause: Cause,
        /// The name.
        to: String,
    },
    /// The folder is to have another name.
    MisnamedFolder {
        /// What is wrong with its name.
        cause: Cause,
        /// The path of the folder.
        folder: String,
        /// The name.
        to: String,
    },
    /// The file is to stand elsewhere.
    Misplaced {
        /// Its path below the plan.
        to: String,
    },
    /// The files of a folder are to stand elsewhere.
    MisplacedFolder {
        /// The path of the folder.
        folder: String,
        /// The folder in which they belong.
        to: String,
    },
    /// Where the file belongs cannot be told without knowing more.
    Homeless {
        /// Where such files belong, with a name in angle brackets for what is not known.
        to: &'static str,
    },
    /// The file is a copy of another one, or another version.
    Copy {
        /// The other.
        of: String,
    },
    /// The folder is a copy of another one, or another version.
    CopiedFolder {
        /// The path of the folder.
        folder: String,
        /// The other.
        of: String,
    },
    /// The plan is in a folder of the plan directory.
    Below {
        /// The path of the folder.
        folder: String,
    },
    /// There is another plan in a folder of the plan.
    Second {
        /// The path of the folder.
        folder: String,
    },
    /// The file of another plan stands among those of this one.
    SecondFile,
}

/// A file that is called or placed wrongly, or is below a folder that is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meant {
    /// The path of the place whose part it plays; `None` if nobody reads it.
    pub path: Option<String>,
    /// What is to be said at this file.
    pub slips: Vec<Slip>,
}

/// How deep in folders a file may be to have been meant as another.
const DEEPEST: usize = 32;

/// What the files were meant to be that are not where they should be, by their paths.
/// `paths` are those of all files, below the plan and separated by `/`.
pub fn layout<'p>(paths: impl Iterator<Item = &'p str>) -> BTreeMap<String, Meant> {
    let mut root = Folder::default();
    // Nobody means anything by a file that is deeper.
    for path in paths.filter(|path| path.matches('/').count() < DEEPEST) {
        root.add(path, path);
    }
    let mut layout = Layout::default();
    layout.plan(root);
    layout
        .meant
        .retain(|path, meant| !meant.slips.is_empty() || meant.path.as_ref() != Some(path));
    layout.meant
}

/// Whether a file of this name is `plan.toml`, or was meant to be.
pub fn is_plan_file(name: &str) -> bool {
    words::is_certain_entry(name, "plan")
}

/// Whether the name of a file or folder is that of a copy or another version of the entry
/// with this id.
pub(crate) fn is_copy_of(name: &str, id: &str) -> bool {
    let stem = Name::of(name).map_or_else(|| name.to_owned(), |name| name.stem);
    let mut all = std::iter::once(stem.as_str()).chain(copies::originals(&stem, true));
    all.any(|original| name::id(original).as_deref() == Some(id))
}

/// A kind of folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Here {
    Root,
    Chapters,
    Pillars,
    Pillar,
    Opds,
    Opd,
    Programs,
    Registry,
    Proposals,
    Evaluations,
    Assets,
    Templates,
    Words,
}

/// The folders of the plan directory.
const FOLDERS: [(&str, Here); 9] = [
    ("chapters", Here::Chapters),
    ("pillars", Here::Pillars),
    ("opd", Here::Opds),
    ("registry", Here::Registry),
    ("proposals", Here::Proposals),
    ("evaluations", Here::Evaluations),
    ("assets", Here::Assets),
    ("templates", Here::Templates),
    ("words", Here::Words),
];

/// The only file of its kind that a folder has.
fn entry_of(here: Here) -> Option<&'static str> {
    match here {
        Here::Root => Some("plan"),
        Here::Pillar => Some("pillar"),
        Here::Opd => Some("opd"),
        Here::Chapters
        | Here::Pillars
        | Here::Opds
        | Here::Programs
        | Here::Registry
        | Here::Proposals
        | Here::Evaluations
        | Here::Assets
        | Here::Templates
        | Here::Words => None,
    }
}

/// What is to become of a folder.
enum Verdict {
    /// It is a folder of this kind and is to be called so.
    Is(Here, String, Option<Cause>),
    /// Its files belong in another folder, whose kind and path these are.
    Into(Here, String),
    /// It is a copy of the folder of this name.
    Copy(String),
    /// Its files belong nowhere that can be told.
    Homeless(&'static str),
    /// It has no part in the plan.
    None,
}

/// Collects what files were meant to be.
#[derive(Default)]
struct Layout {
    meant: BTreeMap<String, Meant>,
    /// The file that has each place.
    taken: BTreeMap<String, String>,
}

impl Layout {
    /// Finds the plan, which may be in a folder of the plan directory, and reads it.
    fn plan(&mut self, mut root: Folder) {
        let mut plans = Vec::new();
        root.plans("", &mut plans);
        let is_below = plans.iter().any(|folder| !folder.is_empty());
        let mut names = root.files.keys();
        let is_certain = names.any(|name| words::is_certain_entry(name, "plan"));
        if root.has("plan") && (is_certain || !is_below) {
            for folder in plans.into_iter().filter(|folder| !folder.is_empty()) {
                // What is inside a folder that was taken out is gone with it.
                if let Some(nested) = root.take(&folder) {
                    self.leave(&nested, Slip::Second { folder });
                }
            }
            self.others("", &mut root);
            return self.folder(Here::Root, "", "", root);
        }
        let depth = |path: &String| path.matches('/').count();
        let least = plans.iter().map(depth).min();
        let mut nearest = plans.into_iter().filter(|path| Some(depth(path)) == least);
        // Of several none is the one.
        if let (Some(folder), None) = (nearest.next(), nearest.next())
            && let Some(mut nested) = root.take(&folder)
        {
            self.others(&folder, &mut nested);
            let first = nested.entry("plan", None).map(|first| join(&folder, first));
            self.folder(Here::Root, &folder, "", nested);
            if let Some(first) = first {
                let meant = self.meant.entry(first).or_default();
                meant.slips.insert(0, Slip::Below { folder });
            }
        }
        self.folder(Here::Root, "", "", root);
    }

    /// Takes other plans out of the folder of the plan, whose path is `actual`.
    fn others(&mut self, actual: &str, plan: &mut Folder) {
        let mut others = Vec::new();
        plan.others("", &mut others);
        for other in others {
            match other {
                Other::Folder(below) => {
                    if let Some(nested) = plan.take(&below) {
                        let folder = join(actual, &below);
                        self.leave(&nested, Slip::Second { folder });
                    }
                }
                Other::File(below) => {
                    if let Some(path) = plan.take_file(&below) {
                        let meant = self.meant.entry(path).or_default();
                        meant.slips.push(Slip::SecondFile);
                    }
                }
            }
        }
    }

    /// Says where a file was meant to be. The place may be taken: then it is a copy.
    fn claim(&mut self, path: &str, to: String, slip: Option<Slip>) {
        let entry = self.meant.entry(path.to_owned()).or_default();
        match self.taken.get(&to) {
            Some(of) if of != path => entry.slips.push(Slip::Copy { of: of.clone() }),
            _ => {
                entry.slips.extend(slip);
                entry.path = Some(to.clone());
                self.taken.insert(to, path.to_owned());
            }
        }
    }

    /// Leaves a file where it is.
    fn stay(&mut self, path: &str) {
        self.claim(path, path.to_owned(), None);
    }

    /// Leaves all files of a folder unread, and says one thing of them.
    fn leave(&mut self, folder: &Folder, slip: Slip) {
        for path in folder.paths() {
            self.meant.entry(path.to_owned()).or_default();
        }
        self.say(folder.first(), slip);
    }

    /// Says something at the first file of a folder.
    fn say(&mut self, first: Option<&str>, slip: Slip) {
        if let Some(path) = first {
            let meant = self.meant.entry(path.to_owned()).or_default();
            meant.slips.insert(0, slip);
        }
    }

    /// A folder of a kind: `actual` is its path, `meant` the path that it should have.
    fn folder(&mut self, here: Here, actual: &str, meant: &str, mut folder: Folder) {
        if here == Here::Assets {
            // Any name will do.
            for path in folder.paths() {
                let below = path.strip_prefix(actual).unwrap_or(path);
                self.claim(path, format!("{meant}{below}"), None);
            }
            return;
        }
        let mut files = folder.files.clone();
        if let Some(entry) = entry_of(here) {
            self.entry(entry, meant, &folder, &mut files);
        }
        let verdicts = words::verdicts(here, meant, &folder);
        let folders = std::mem::take(&mut folder.folders).into_iter();
        // What is where it should be comes first and keeps its place.
        let (right, wrong): (Vec<_>, Vec<_>) = folders
            .zip(verdicts)
            .partition(|(_, verdict)| matches!(verdict, Verdict::Is(_, _, None)));
        let kept: Vec<String> = right.iter().map(|((name, _), _)| name.clone()).collect();
        for ((name, below), verdict) in right {
            self.below(actual, meant, &name, below, verdict);
        }
        self.files(here, meant, &kept, files);
        for ((name, below), verdict) in wrong {
            self.below(actual, meant, &name, below, verdict);
        }
    }

    /// A folder in another one.
    fn below(&mut self, actual: &str, meant: &str, name: &str, below: Folder, verdict: Verdict) {
        let path = join(actual, name);
        let first = below.first().map(str::to_owned);
        match verdict {
            Verdict::Is(here, to, cause) => {
                self.folder(here, &path, &join(meant, &to), below);
                if let Some(cause) = cause {
                    let folder = path;
                    let slip = Slip::MisnamedFolder { cause, folder, to };
                    self.say(first.as_deref(), slip);
                }
            }
            Verdict::Into(here, to) => {
                let paths: Vec<String> = below.paths().into_iter().map(str::to_owned).collect();
                self.folder(here, &path, &to, below);
                // It is said once for all of them.
                for path in paths {
                    if let Some(meant) = self.meant.get_mut(&path) {
                        let is_other = |slip: &Slip| !matches!(slip, Slip::Misplaced { .. });
                        meant.slips.retain(is_other);
                    }
                }
                let slip = Slip::MisplacedFolder { folder: path, to };
                self.say(first.as_deref(), slip);
            }
            Verdict::Copy(of) => {
                let of = join(actual, &of);
                self.leave(&below, Slip::CopiedFolder { folder: path, of });
            }
            Verdict::Homeless(to) => self.leave(&below, Slip::Homeless { to }),
            Verdict::None => {
                for path in below.paths() {
                    self.stay(path);
                }
            }
        }
    }

    /// The file that every folder of a kind has, such as `opd.toml`, and its copies. What
    /// is neither stays in `files`.
    fn entry(
        &mut self,
        entry: &str,
        meant: &str,
        folder: &Folder,
        files: &mut BTreeMap<String, String>,
    ) {
        let own = meant.rsplit('/').next();
        let Some(chosen) = folder.entry(entry, own).map(str::to_owned) else {
            return;
        };
        let to = format!("{entry}.toml");
        if let Some(path) = files.remove(&chosen) {
            let slip = words::cause_of_entry(&chosen, entry).map(|cause| Slip::Misnamed {
                cause,
                to: to.clone(),
            });
            self.claim(&path, join(meant, &to), slip);
        }
        let copies = files.keys().filter(|name| words::is_entry(name, entry));
        for name in copies.cloned().collect::<Vec<_>>() {
            if let Some(path) = files.remove(&name) {
                self.claim(&path, join(meant, &to), None);
            }
        }
    }

    /// The files of a folder, without the one that it has to have.
    fn files(
        &mut self,
        here: Here,
        meant: &str,
        folders: &[String],
        files: BTreeMap<String, String>,
    ) {
        let mut wrong = Vec::new();
        for (name, path) in &files {
            // A file in the place of a folder was not meant to be a text.
            let is_folder = matches!(Role::of(&join(meant, name)), Role::Folder(_));
            match words::name_in(here, name) {
                Some(parts) if !is_for_folder(name) && !is_folder => {
                    let to = words::place(here, &parts, folders, &files);
                    if to.as_deref() == Some(name.as_str()) {
                        self.claim(path, join(meant, name), None);
                    } else {
                        wrong.push((name, path, parts, to));
                    }
                }
                _ => self.stay(path),
            }
        }
        // Of several that want the same place the one comes first that looks least like a
        // copy.
        wrong.sort_by_key(|(name, ..)| (name.chars().count(), *name));
        for (name, path, parts, to) in wrong {
            self.wrong(here, meant, (name, path), &parts, to);
        }
    }

    /// A file whose name or folder is not the one that was meant.
    fn wrong(
        &mut self,
        here: Here,
        meant: &str,
        (name, path): (&str, &str),
        parts: &Name,
        to: Option<String>,
    ) {
        let is_id = words::is_id_of(here, parts.ending);
        for original in copies::originals(&parts.stem, is_id) {
            let stem = if is_id {
                name::id(original)
            } else {
                Some(original.to_owned())
            };
            let other = stem.map(|stem| join(meant, &words::named(here, parts, &stem)));
            if let Some(of) = other.and_then(|other| self.taken.get(&other)) {
                let of = of.clone();
                let entry = self.meant.entry(path.to_owned()).or_default();
                return entry.slips.push(Slip::Copy { of });
            }
        }
        let Some(to) = to else {
            return self.claim(path, join(meant, name), None);
        };
        if let Some(place) = words::HOMELESS.iter().find(|place| **place == to) {
            let entry = self.meant.entry(path.to_owned()).or_default();
            return entry.slips.push(Slip::Homeless { to: place });
        }
        let place = join(meant, &to);
        // Two spellings of one id are said where ids are compared.
        let lower = to.to_lowercase() == name.to_lowercase() && parts.cause.is_none();
        if lower && self.taken.contains_key(&place) {
            return self.claim(path, join(meant, name), None);
        }
        let slip = if to.contains('/') {
            Slip::Misplaced { to: place.clone() }
        } else {
            Slip::Misnamed {
                cause: words::cause(name, parts, &to),
                to,
            }
        };
        self.claim(path, place, Some(slip));
    }
}

/// Whether the folder of this name is one of the plan.
fn is_of_plan(name: &str) -> bool {
    FOLDERS.iter().any(|(folder, _)| *folder == name)
}

fn join(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{Cause, Slip, layout};

    /// The place and the slips of one of these files.
    fn meant(paths: &[&str], path: &str) -> (Option<String>, Vec<Slip>) {
        let mut all = layout(paths.iter().copied());
        let meant = all.remove(path).unwrap_or_default();
        (meant.path, meant.slips)
    }

    #[test]
    fn two_folders_of_one_meaning_are_one() {
        let paths = ["OPD/b/opd.toml", "opd/a/opd.toml", "opd/b/opd.toml"];
        let slip = Slip::MisnamedFolder {
            cause: Cause::Case,
            folder: "OPD".into(),
            to: "opd".into(),
        };
        // What is there already is a copy.
        let of = "opd/b/opd.toml".into();
        let wanted = (None, vec![slip.clone(), Slip::Copy { of }]);
        assert_eq!(meant(&paths, "OPD/b/opd.toml"), wanted);
        let paths = ["OPD/b/opd.toml", "opd/a/opd.toml"];
        let wanted = (Some("opd/b/opd.toml".into()), vec![slip]);
        assert_eq!(meant(&paths, "OPD/b/opd.toml"), wanted);
    }

    #[test]
    fn of_several_copies_without_an_original_one_is_read() {
        let paths = ["opd/a/opd (1).toml", "opd/a/opd (10).toml"];
        let to = Some("opd/a/opd.toml".to_owned());
        assert_eq!(meant(&paths, paths[0]).0, to);
        let of = paths[0].into();
        assert_eq!(meant(&paths, paths[1]), (None, vec![Slip::Copy { of }]));
    }

    #[test]
    fn depth_is_no_burden() {
        let deep = format!("chapters/{}a.md", "b/".repeat(100_000));
        assert!(layout([deep.as_str()].into_iter()).is_empty());
    }

    proptest! {
        /// No two files play one part, and each is read or something is said of it or of
        /// a folder that it is in.
        #[test]
        fn files_do_not_get_in_each_others_way(
            names in prop::collection::btree_set(
                prop::collection::vec(
                    prop::sample::select(vec![
                        "opd", "OPD", "a", "A", "a (1)", "a - Salin", "programs", "program", "pilar",
                        "pillars", "chapters", "bab", "opd.toml", "Opd.toml", "opd (1).toml", "a.toml",
                        "A.toml", "a_old.toml", "a.md", "a.md.txt", "plan.toml", "plan.toml.txt", "x.png",
                        "pillar.toml", "README.md", "2027_01_01.toml", "evaluations", "registry",
                    ]),
                    1..5,
                ),
                0..12,
            ),
        ) {
            let paths: BTreeSet<String> = names.iter().map(|parts| parts.join("/")).collect();
            let all = layout(paths.iter().map(String::as_str));
            let mut places = BTreeSet::new();
            for path in &paths {
                let place = match all.get(path) {
                    Some(meant) => meant.path.as_ref(),
                    None => Some(path),
                };
                if let Some(place) = place {
                    prop_assert!(places.insert(place.clone()), "{} twice", place);
                }
            }
            let says_nothing = all.values().all(|meant| meant.slips.is_empty());
            let all_read = all.values().all(|meant| meant.path.is_some());
            prop_assert!(all_read || !says_nothing);
        }
    }
}
