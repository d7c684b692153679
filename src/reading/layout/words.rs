//! What folders and files of a plan are called, and what people call them instead.

use std::collections::BTreeMap;

use super::copies::{originals, without_marks};
use super::folder::Folder;
use super::name::{self, Cause, Ending, Name};
use super::{FOLDERS, Here, Verdict, is_of_plan};
use crate::finding::is_one_slip;

/// Other words for the folders of the plan directory.
const FOLDER_WORDS: &[(&str, &[&str])] = &[
    (
        "chapters",
        &["chapter", "bab", "bab-bab", "naskah", "narasi"],
    ),
    ("pillars", &["pillar", "pilar", "pilar-pilar"]),
    (
        "opd",
        &["opds", "skpd", "dinas", "perangkat-daerah", "organisasi"],
    ),
    (
        "registry",
        &["registries", "register", "registri", "daftar", "referensi"],
    ),
    ("proposals", &["proposal", "usulan", "usul"]),
    ("evaluations", &["evaluation", "evaluasi"]),
    (
        "assets",
        &[
            "asset", "aset", "gambar", "foto", "images", "image", "img", "berkas",
        ],
    ),
    ("templates", &["template", "templat", "tampilan"]),
    (
        "words",
        &["word", "kata", "kata-kata", "istilah", "wording"],
    ),
];

/// Other words for the folder of the programmes of an OPD.
const PROGRAM_WORDS: &[&str] = &[
    "program",
    "programme",
    "programmes",
    "program-program",
    "proker",
];

/// Other words for the entry of a folder.
const ENTRY_WORDS: &[(&str, &[&str])] = &[
    (
        "plan",
        &["rencana", "rencana-induk", "master-plan", "masterplan"],
    ),
    ("opd", &["skpd", "dinas", "perangkat-daerah"]),
    ("pillar", &["pilar", "pillars"]),
];

/// The files that the registry of a plan customarily has.
const REGISTERS: &[&str] = &[
    "abbreviations",
    "council",
    "districts",
    "laws",
    "needs",
    "readiness",
    "rpjmd",
    "stakeholders",
];

/// Where files belong of which something is not known.
pub(super) const HOMELESS: [&str; 3] = [
    "opd/<opd>/opd.toml",
    "opd/<opd>/programs/",
    "pillars/<pilar>/pillar.toml",
];

/// The name of a file of a folder of this kind, taken apart; `None` if it is not that of a
/// file in which a plan is written. Where only one kind of file stands, one without an
/// ending is of this kind.
pub(super) fn name_in(here: Here, name: &str) -> Option<Name> {
    let ending = match here {
        Here::Programs | Here::Registry | Here::Proposals | Here::Evaluations => Ending::Toml,
        Here::Chapters | Here::Opd | Here::Pillar => Ending::Markdown,
        Here::Root | Here::Opds | Here::Pillars | Here::Assets | Here::Templates | Here::Words => {
            return Name::of(name);
        }
    };
    Name::of(name).or_else(|| Name::without_ending(name, ending))
}

fn is_toml(name: &str) -> Option<Name> {
    Name::of(name).filter(|name| name.ending == Ending::Toml)
}

/// The same for a file that may be the entry of this name, whatever became of its ending:
/// `opd`, `opd.txt`.
fn is_entry_name(name: &str, entry: &str) -> Option<Name> {
    is_toml(name).or_else(|| {
        let lower = name.to_lowercase();
        let (stem, cause) = match lower.strip_suffix(".txt") {
            Some(stem) => (stem.to_owned(), Some(Cause::Ending)),
            None => {
                let bare = Name::without_ending(name, Ending::Toml)?;
                (bare.stem.to_lowercase(), bare.cause)
            }
        };
        (stem == entry).then_some(Name {
            stem,
            ending: Ending::Toml,
            cause,
        })
    })
}

/// Whether a file was meant to be the entry of this name, or is a copy of it.
pub(super) fn is_entry(name: &str, entry: &str) -> bool {
    is_entry_name(name, entry).is_some_and(|name| is_stem_of(&name, entry))
}

/// The same for a file that has an ending of TOML, with or without others behind it.
pub(super) fn is_certain_entry(name: &str, entry: &str) -> bool {
    is_toml(name).is_some_and(|name| is_stem_of(&name, entry))
}

fn is_stem_of(name: &Name, entry: &str) -> bool {
    let stem = name.stem.to_lowercase();
    stem == entry || originals(&name.stem, true).any(|stem| stem.to_lowercase() == entry)
}

/// The same for files that are called after the folder or by another word.
pub(super) fn is_entry_by_other_word(name: &str, entry: &str, own: Option<&str>) -> bool {
    let stem = is_toml(name).and_then(|name| name::id(without_marks(&name.stem)));
    let words = ENTRY_WORDS.iter().filter(|(known, _)| *known == entry);
    stem.is_some_and(|stem| {
        own == Some(stem.as_str())
            || words
                .flat_map(|(_, words)| *words)
                .any(|word| *word == stem)
    })
}

/// What is wrong with the name of a file that is meant to be the entry of this name.
pub(super) fn cause_of_entry(name: &str, entry: &str) -> Option<Cause> {
    let to = format!("{entry}.toml");
    if name == to {
        return None;
    }
    let parts = is_entry_name(name, entry)?;
    let stem = parts.stem.to_lowercase();
    Some(if stem == entry || is_entry(name, entry) {
        cause(name, &parts, &to)
    } else {
        Cause::Word
    })
}

/// What is wrong with the name of a file that is to be called `to`.
pub(super) fn cause(name: &str, parts: &Name, to: &str) -> Cause {
    let marked = without_marks(&parts.stem) != parts.stem;
    match parts.cause {
        Some(cause @ (Cause::HiddenEnding | Cause::SecondEnding)) => cause,
        _ if marked => Cause::CopyMark,
        Some(cause) if cause != Cause::Case => cause,
        _ if name.to_lowercase() == to.to_lowercase() => Cause::Case,
        _ => Cause::Characters,
    }
}

/// Whether the names of such files are ids.
pub(super) fn is_id_of(here: Here, ending: Ending) -> bool {
    match here {
        Here::Chapters | Here::Programs | Here::Proposals | Here::Evaluations => true,
        Here::Opd | Here::Opds | Here::Pillars | Here::Root => ending == Ending::Toml,
        Here::Pillar | Here::Registry | Here::Assets | Here::Templates | Here::Words => false,
    }
}

/// Where a file of a folder of this kind belongs if it has this stem, as a path below the
/// folder.
pub(super) fn named(here: Here, parts: &Name, stem: &str) -> String {
    match (here, parts.ending) {
        (Here::Opd, Ending::Toml) => format!("programs/{stem}.toml"),
        (Here::Opds, Ending::Toml) => format!("{stem}/opd.toml"),
        (Here::Pillars, Ending::Toml) => format!("{stem}/pillar.toml"),
        (Here::Evaluations, _) => match name::day(stem) {
            Some(day) => parts.with_stem(&day),
            None => parts.with_stem(stem),
        },
        _ => parts.with_stem(stem),
    }
}

/// Where a file of a folder of this kind belongs, as a path below the folder; `None` if
/// that is nowhere.
///
/// `folders` are the names of the folders beside it, `files` those of the files.
pub(super) fn place(
    here: Here,
    parts: &Name,
    folders: &[String],
    files: &BTreeMap<String, String>,
) -> Option<String> {
    let bare = without_marks(&parts.stem);
    let id = || name::id(bare);
    match (here, parts.ending) {
        (Here::Root, Ending::Toml) => match id()?.as_str() {
            "opd" => Some(HOMELESS[0].into()),
            "pillar" => Some(HOMELESS[2].into()),
            id if REGISTERS.contains(&id) => Some(format!("registry/{id}.toml")),
            _ => Some(format!("evaluations/{}.toml", name::day(bare)?)),
        },
        (Here::Evaluations, Ending::Toml) => Some(format!("{}.toml", name::day(bare)?)),
        (Here::Opds | Here::Pillars | Here::Opd, Ending::Toml)
        | (Here::Chapters, Ending::Markdown)
        | (Here::Programs, Ending::Toml | Ending::Markdown)
        | (Here::Proposals, Ending::Toml) => Some(named(here, parts, &id()?)),
        (Here::Opds | Here::Pillars, Ending::Markdown) => {
            let id = id()?;
            folders.contains(&id).then(|| format!("{id}/{id}.md"))
        }
        // Any name will do, as long as it is no copy.
        (Here::Opd | Here::Pillar, Ending::Markdown)
        | (Here::Registry, Ending::Toml)
        | (Here::Templates, Ending::Typst)
        | (Here::Words, Ending::Fluent) => {
            let is_copy = originals(&parts.stem, false).any(|stem| {
                let mut names = files.keys().filter_map(|name| Name::of(name));
                names.any(|other| other.stem == stem && other.ending == parts.ending)
            });
            match (is_copy, parts.cause) {
                (true, _) => None,
                // Whoever writes the ending in capitals has not chosen those of the name.
                (false, Some(Cause::Case)) => Some(parts.with_stem(&parts.stem.to_lowercase())),
                (false, _) => Some(parts.with_stem(&parts.stem)),
            }
        }
        _ => None,
    }
}

/// What is to become of each folder in one of this kind, which should have the path
/// `meant`.
pub(super) fn verdicts(here: Here, meant: &str, folder: &Folder) -> Vec<Verdict> {
    let folders = folder.folders.iter();
    folders
        .map(|(name, below)| verdict(here, meant, name, below, folder))
        .collect()
}

fn verdict(here: Here, meant: &str, name: &str, below: &Folder, above: &Folder) -> Verdict {
    let known = |name: &str| above.folders.contains_key(name);
    match here {
        Here::Root => of_root(name, below, &known),
        Here::Opds => of_entries((here, Here::Opd), "opd", (meant, name), below, &known),
        Here::Pillars => {
            let kinds = (here, Here::Pillar);
            of_entries(kinds, "pillar", (meant, name), below, &known)
        }
        Here::Opd => of_opd(meant, name, below, &known, above),
        Here::Programs
        | Here::Chapters
        | Here::Pillar
        | Here::Registry
        | Here::Proposals
        | Here::Evaluations
        | Here::Templates
        | Here::Words => {
            if holds(below, here) {
                Verdict::Into(here, meant.to_owned())
            } else {
                Verdict::None
            }
        }
        Here::Assets => Verdict::None,
    }
}

/// Whether a folder has files that belong in one of this kind.
fn holds(folder: &Folder, here: Here) -> bool {
    let mut names = folder.files.keys().filter_map(|name| Name::of(name));
    names.any(|name| place(here, &name, &[], &folder.files).is_some())
        || folder.folders.values().any(|below| holds(below, here))
}

/// What is wrong with the name of a folder that is to be called `to`.
fn cause_of_folder(name: &str, to: &str) -> Cause {
    if name.to_lowercase() == to {
        Cause::Case
    } else if without_marks(name).to_lowercase() == to {
        Cause::CopyMark
    } else if name::id(name).as_deref() == Some(to) {
        Cause::Characters
    } else {
        Cause::Word
    }
}

fn of_root(name: &str, below: &Folder, known: &dyn Fn(&str) -> bool) -> Verdict {
    if let Some((folder, here)) = FOLDERS.iter().find(|(folder, _)| *folder == name) {
        return Verdict::Is(*here, (*folder).to_owned(), None);
    }
    for original in originals(name, true) {
        if is_of_plan(original) && known(original) {
            return Verdict::Copy(original.to_owned());
        }
    }
    let id = name::id(without_marks(name)).unwrap_or_default();
    let by_word = FOLDER_WORDS.iter().find(|(folder, words)| {
        let slip = folder.len() > 4 && is_one_slip(&id, folder);
        *folder == id || words.contains(&id.as_str()) || slip
    });
    let entries = |entry: &str| below.folders.values().any(|folder| folder.has(entry));
    let folder = match by_word {
        Some((folder, _)) => Some(*folder),
        None if below.has("opd") => return Verdict::Into(Here::Opd, format!("opd/{id}")),
        None if below.has("pillar") => {
            return Verdict::Into(Here::Pillar, format!("pillars/{id}"));
        }
        None if entries("opd") => Some("opd"),
        None if entries("pillar") => Some("pillars"),
        None if (id == "programs" || PROGRAM_WORDS.contains(&id.as_str()))
            && holds(below, Here::Programs) =>
        {
            return Verdict::Homeless(HOMELESS[1]);
        }
        None => None,
    };
    let found = FOLDERS.iter().find(|(known, _)| Some(*known) == folder);
    match found {
        Some((folder, here)) => {
            let cause = cause_of_folder(name, folder);
            Verdict::Is(*here, (*folder).to_owned(), Some(cause))
        }
        None => Verdict::None,
    }
}

/// A folder among those of OPD or pillars.
fn of_entries(
    (here, inner): (Here, Here),
    entry: &str,
    (meant, name): (&str, &str),
    below: &Folder,
    known: &dyn Fn(&str) -> bool,
) -> Verdict {
    let Some(id) = name::id(without_marks(name)) else {
        return Verdict::Is(inner, name.to_owned(), None);
    };
    let deeper = below.folders.values().any(|folder| folder.has(entry));
    if deeper && !below.has(entry) {
        return Verdict::Into(here, meant.to_owned());
    }
    if id == name {
        return Verdict::Is(inner, id, None);
    }
    for original in originals(name, true) {
        if known(original) {
            return Verdict::Copy(original.to_owned());
        }
    }
    if known(&id) {
        // Two spellings of one id are said where ids are compared.
        return if name.to_lowercase() == id {
            Verdict::Is(inner, name.to_owned(), None)
        } else {
            Verdict::Copy(id)
        };
    }
    let cause = cause_of_folder(name, &id);
    Verdict::Is(inner, id, Some(cause))
}

/// A folder of an OPD.
fn of_opd(
    meant: &str,
    name: &str,
    below: &Folder,
    known: &dyn Fn(&str) -> bool,
    above: &Folder,
) -> Verdict {
    const PROGRAMS: &str = "programs";
    let is = |cause| Verdict::Is(Here::Programs, PROGRAMS.to_owned(), cause);
    if name == PROGRAMS {
        return is(None);
    }
    if known(PROGRAMS) && originals(name, true).any(|original| original == PROGRAMS) {
        return Verdict::Copy(PROGRAMS.to_owned());
    }
    let id = name::id(without_marks(name)).unwrap_or_default();
    if id == PROGRAMS || PROGRAM_WORDS.contains(&id.as_str()) || is_one_slip(&id, PROGRAMS) {
        return is(Some(cause_of_folder(name, PROGRAMS)));
    }
    if below.has("opd") {
        return if above.has("opd") {
            Verdict::None
        } else {
            Verdict::Into(Here::Opd, meant.to_owned())
        };
    }
    let mut endings = below
        .files
        .keys()
        .filter_map(|name| Some(Name::of(name)?.ending));
    let all_toml = endings.clone().all(|ending| ending == Ending::Toml);
    match endings.next() {
        Some(_) if all_toml => Verdict::Into(Here::Programs, format!("{meant}/{PROGRAMS}")),
        Some(_) => Verdict::Into(Here::Opd, meant.to_owned()),
        None => Verdict::None,
    }
}
