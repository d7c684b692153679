//! Plans of which a test writes only the lines that it is about.
//!
//! An excerpt stands for a file of a plan: of TOML some keys and tables, which take the place
//! of those that the file has, of Markdown what is written at its end. What an entry must have
//! besides is filled in, and so are files without which it could not be read.

use std::collections::{BTreeMap, BTreeSet};

use ambonplan::finding::Excerpt;
use ambonplan::source::Role;

/// The files of a plan, by path.
pub type Files = BTreeMap<String, String>;

/// What an item of a list must have.
const NEEDED: &[(&str, &[(&str, &str)])] = &[
    (
        "[[budget]]",
        &[
            ("year", "2026"),
            ("source", "\"apbd-kota\""),
            ("amount", "250_000_000"),
        ],
    ),
    (
        "[[indicator]]",
        &[
            ("name", "\"Aduan yang dijawab dalam tiga hari\""),
            ("unit", "\"persen\""),
            ("kind", "\"outcome\""),
            ("direction", "\"up\""),
            ("targets", "{ 2026 = 60 }"),
        ],
    ),
    ("[[phase]]", &[("name", "\"Tahap\"")]),
    (
        "[[volume]]",
        &[("id", "\"master-plan\""), ("title", "\"Rencana Induk\"")],
    ),
    (
        "[[law]]",
        &[
            ("kind", "\"perpres\""),
            ("number", "\"59\""),
            ("year", "2017"),
            ("title", "\"Tujuan Pembangunan Berkelanjutan\""),
        ],
    ),
    (
        "[[member]]",
        &[("element", "\"akademisi\""), ("role", "\"anggota\"")],
    ),
    (
        "[[finding]]",
        &[
            ("id", "\"temuan\""),
            ("text", "\"Data belum dicatat.\""),
            ("status", "\"open\""),
        ],
    ),
    ("[[realised]]", &[("year", "2026"), ("value", "61")]),
];

/// Puts an excerpt of the file at `path` into a plan; a comment that is a path begins the
/// excerpt of another file.
pub fn put(files: &mut Files, path: &str, excerpt: &str) {
    for (path, text) in Excerpt::files(path, excerpt) {
        let text = in_place(files, path, &text);
        files.insert(path.to_owned(), text);
        if let Some(path) = parent(path)
            && !files.contains_key(&path)
        {
            let text = template(files, &path);
            files.insert(path, text);
        }
    }
}

/// Whether a text of Markdown begins as a file does: with its title or a block of keys.
fn is_whole(text: &str) -> bool {
    ["#", "+++", "---"]
        .iter()
        .any(|mark| text.starts_with(mark))
}

/// The file without which the one at `path` belongs to nothing.
fn parent(path: &str) -> Option<String> {
    let (folder, _) = path.split_once("/programs/")?;
    Some(format!("{folder}/opd.toml"))
}

/// The whole text of the file at `path` with an excerpt in it.
fn in_place(files: &Files, path: &str, excerpt: &str) -> String {
    let known = files.get(path);
    if path.ends_with(".svg") {
        return format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"40\">\n{excerpt}</svg>\n"
        );
    }
    if path.ends_with(".md") {
        return match known {
            _ if excerpt.is_empty() => template(files, path),
            Some(known) if !is_whole(excerpt) => {
                format!("{known}\n{excerpt}")
            }
            _ => excerpt.to_owned(),
        };
    }
    let known = known.cloned().unwrap_or_else(|| template(files, path));
    merged(&known, excerpt, Filled::Needed)
}

/// What a new file begins with, whatever it is about; nothing for the files of the registry.
pub fn template(files: &Files, path: &str) -> String {
    let id = path.rsplit('/').next().unwrap_or(path);
    let id = id.split('.').next().unwrap_or(id);
    let folder = path.rsplit('/').nth(1).unwrap_or("");
    match Role::of(path) {
        Role::Program { .. } => format!(
            "title = \"Program {id}\"\nnumber = {}\npillar = \"governance\"\n\
             dimension = \"pelayanan-publik\"\nstatus = \"running\"\nstart = 2026-07-01\n\
             end = 2027-06-30\nsummary = \"Satu pintu untuk setiap aduan.\"\n\
             supports = [\"goal:layanan-publik\", \"policy:layanan-terpadu\"]\n",
            files
                .keys()
                .filter(|path| path.contains("/programs/"))
                .count()
                + 1
        ),
        Role::Opd(_) => format!(
            "name = \"Dinas {folder}\"\nabbreviation = \"{}\"\nkind = \"dinas\"\n\n[head]\nposition = \"Kepala Dinas {folder}\"\n\n\
             [commitment]\nstatus = \"pending\"\n",
            folder.to_uppercase(),
        ),
        Role::Pillar(_) => format!(
            "name = \"Pilar {folder}\"\ncode = \"{}\"\norder = {}\nlast-number = 9\n\n\
             [[dimension]]\nid = \"{folder}-1\"\nname = \"Dimensi {folder}\"\n",
            folder[..3].to_uppercase(),
            files
                .keys()
                .filter(|path| path.starts_with("pillars/"))
                .count()
        ),
        Role::Evaluation(_) => format!("title = \"Evaluasi {id}\"\nstatus = \"done\"\n"),
        Role::Plan => "city = \"Kota Contoh\"\nprovince = \"Provinsi Contoh\"\n\
             title = \"Rencana Induk\"\nperiod = { start = 2026, end = 2030 }\nrevision = \"0.1\"\n\
             date = 2026-11-24\n"
            .to_owned(),
        _ if path.ends_with(".md") => format!("# Bab {id}\n\nWarga kota dilayani.\n"),
        _ => String::new(),
    }
}

/// A part of a file of TOML: the header of a table, nothing for what stands before all of
/// them, and its keys, each with its lines.
struct Section {
    header: String,
    keys: Vec<(String, String)>,
}

fn sections(text: &str) -> Vec<Section> {
    let mut sections = vec![Section {
        header: String::new(),
        keys: Vec::new(),
    }];
    for line in text.lines() {
        let key = line.split_once('=').map(|(key, _)| key.trim());
        let key = key.filter(|key| {
            key.chars()
                .all(|c| c.is_alphanumeric() || "-_.".contains(c))
        });
        // Items of a list that goes over several lines are indented.
        let key = key.filter(|_| !line.starts_with(' '));
        let last = sections.last_mut().unwrap();
        match (line.starts_with('['), key, last.keys.last_mut()) {
            (true, ..) => sections.push(Section {
                header: line.split('#').next().unwrap().trim().to_owned(),
                keys: vec![(String::new(), format!("{line}\n"))],
            }),
            (_, None, _) if line.is_empty() => {}
            (_, None, Some((_, lines))) => lines.push_str(&format!("{line}\n")),
            (_, key, _) => last
                .keys
                .push((key.unwrap_or_default().to_owned(), format!("{line}\n"))),
        }
    }
    sections
}

/// What is filled into the items of an excerpt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    /// What they must have and do not say.
    Needed,
    /// Nothing: they say all that they have.
    Nothing,
}

/// A file of TOML with an excerpt in it: keys and tables take the place of those that are
/// there, items of lists of all items.
pub fn merged(known: &str, excerpt: &str, filled: Filled) -> String {
    let mut all = sections(known);
    let excerpt = sections(excerpt);
    let is_item = |section: &Section| section.header.starts_with("[[");
    all.retain(|section| {
        !is_item(section) || !excerpt.iter().any(|new| new.header == section.header)
    });
    // A table that an excerpt has twice stands twice in the file.
    let mut open: BTreeSet<String> = all.iter().map(|section| section.header.clone()).collect();
    for mut new in excerpt {
        if !is_item(&new) && open.remove(&new.header) {
            let mut sections = all.iter_mut();
            let section = sections.find(|section| section.header == new.header);
            replace(section.unwrap(), new);
            continue;
        }
        let needed = NEEDED.iter().find(|(header, _)| *header == new.header);
        for (key, value) in needed.iter().flat_map(|(_, keys)| *keys) {
            let is_there = new.keys.iter().any(|(known, _)| known == key);
            if !is_there && filled == Filled::Needed {
                let line = format!("{key} = {value}\n");
                new.keys.push(((*key).to_owned(), line));
            }
        }
        all.push(new);
    }
    let mut text = String::new();
    for section in all {
        if !section.header.is_empty() && !text.is_empty() {
            text.push('\n');
        }
        text.extend(section.keys.into_iter().map(|(_, lines)| lines));
    }
    text
}

/// Puts the keys of a table into the one that is there.
fn replace(section: &mut Section, new: Section) {
    let mut old: BTreeSet<String> = section.keys.iter().map(|(key, _)| key.clone()).collect();
    for (key, lines) in new.keys {
        // The line of the header has no key, as comments before the first one have none.
        let place = match key.is_empty() {
            true if !lines.starts_with('[') => None,
            true => Some(0),
            false => section.keys.iter().position(|(known, _)| *known == key),
        };
        match place.filter(|_| old.remove(&key)) {
            Some(place) => section.keys[place].1 = lines,
            None => section.keys.push((key, lines)),
        }
    }
}

#[test]
fn an_excerpt_takes_the_place_of_what_it_names() {
    assert_eq!(
        merged(
            "a = 1\nb = 2\n\n[t]\nc = 3\nd = 4\n\n[[budget]]\nyear = 2030\n",
            "b = [\n    5,\n]\n\n[t]\nd = 6 # x\n\n[[budget]]\namount = 7\n",
            Filled::Needed,
        ),
        "a = 1\nb = [\n    5,\n]\n\n[t]\nc = 3\nd = 6 # x\n\n[[budget]]\namount = 7\n\
         year = 2026\nsource = \"apbd-kota\"\n"
    );
}
